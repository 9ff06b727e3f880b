pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../controls"

// A poster, read from five metres; a touch anywhere begins. The languages take turns.
Rectangle {
    id: attract

    required property Visitor visitor

    color: Theme.poster

    Pressable {
        anchors.fill: parent
        name: attract.visitor.headline
        objectName: "approach"

        onActed: attract.visitor.approach()
    }

    Brand {
        id: brand

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 52 : 36)
        height: Theme.target
        inverse: true
        store: attract.visitor.store
        width: parent.width - 2 * Theme.margin
    }

    Item {
        id: message

        anchors.bottom: choices.top
        anchors.bottomMargin: Theme.px(Theme.portrait ? 40 : 28)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: brand.bottom
        anchors.topMargin: Theme.px(16)

        Column {
            id: words

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: Theme.portrait ? (sign.height + Theme.px(36)) / 2 : 0
            spacing: Theme.px(28)
            width: Theme.portrait ? parent.width : parent.width - sign.width - Theme.px(72)

            Prose {
                id: full

                bold: true
                font.pixelSize: Theme.headline
                spoken: ""
                text: attract.visitor.headline
                visible: false
                width: parent.width
            }

            Prose {
                bold: true
                color: Theme.bright
                font.pixelSize: Theme.headline * Math.min(1, Math.sqrt(Math.max(0.3, (message.height - promise.height - Theme.px(Theme.portrait ? 260 : 40)) / full.implicitHeight)) * 0.96)
                heading: true
                text: attract.visitor.headline
                width: parent.width
            }

            Prose {
                id: promise

                color: Theme.bright
                font.pixelSize: Theme.strong
                text: attract.visitor.promise
                width: parent.width
            }
        }

        Pictogram {
            id: sign

            color: Theme.bright
            height: Theme.portrait ? Math.max(0, Math.min(Theme.px(300), message.height - words.height - Theme.px(36))) : Math.min(message.height, Theme.px(420))
            inset: Theme.portrait ? 4 : 0
            name: "camera-off"
            strokeUnits: Theme.portrait ? 2.2 : 2
            width: height
            x: Theme.portrait === Theme.mirrored ? message.width - width : 0
            y: Theme.portrait ? words.y - height - Theme.px(36) : (message.height - height) / 2
        }
    }

    LanguageGrid {
        id: choices

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(Theme.portrait ? 28 : 16)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        buttonHeight: Math.max(Theme.px(attract.visitor.languages.length > 3 ? 88 : 132), Theme.target)
        height: wholeHeight
        inverse: true
        rowGap: Theme.px(20)
        visitor: attract.visitor
    }

    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.portrait ? 28 : 16)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: Math.max(Theme.target, status.height)

        StatusLine {
            id: status

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            analysis: attract.visitor.permitted > 0 ? "on" : "off"
            color: Theme.bright
            objectName: "status"
            words: attract.visitor.permitted > 0 ? qsTr("Face analysis is on for %n visitor(s) who said yes, and for nobody else.", "", attract.visitor.permitted) : qsTr("Face analysis is off for everyone.")
            visible: attract.visitor.known
            width: parent.width - links.width - Theme.gap
        }

        Row {
            id: links

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Link {
                color: Theme.bright
                height: Theme.target
                name: qsTr("I have a receipt")
                objectName: "receipt"

                onActed: attract.visitor.openCode()
            }

            IconButton {
                color: Theme.bright
                name: qsTr("Read aloud")
                objectName: "read-aloud"
                pictogram: "speaker"
                visible: attract.visitor.voiced

                onActed: attract.visitor.readAloud()
            }
        }
    }
}
