pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../controls"

// A poster, read from five metres; a touch anywhere begins.
Rectangle {
    id: attract

    required property Visitor visitor

    color: Theme.accent

    Pressable {
        anchors.fill: parent
        name: attract.visitor.headline
        objectName: "approach"

        onActed: attract.visitor.approach()
    }

    Prose {
        id: brand

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 88 : 68)
        bold: true
        color: Theme.bright
        font.capitalization: Font.AllUppercase
        font.family: "Noto Sans"
        font.letterSpacing: Theme.px(5)
        font.pixelSize: Theme.px(42)
        text: attract.visitor.store
    }

    Column {
        anchors.bottom: choices.top
        anchors.bottomMargin: Theme.px(Theme.portrait ? 120 : 64)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        spacing: Theme.px(40)
        width: Theme.portrait ? parent.width - 2 * Theme.margin : parent.width * 0.62

        Prose {
            bold: true
            color: Theme.bright
            font.pixelSize: Theme.poster
            text: attract.visitor.headline
            width: parent.width
        }

        Prose {
            color: Theme.bright
            font.pixelSize: Theme.strong
            text: attract.visitor.promise
            width: parent.width * (Theme.portrait ? 0.72 : 1)
            x: attract.visitor.rightToLeft ? parent.width - width : 0
        }
    }

    Pictogram {
        anchors.left: Theme.portrait ? parent.left : undefined
        anchors.leftMargin: Theme.margin
        anchors.right: Theme.portrait ? undefined : parent.right
        anchors.rightMargin: Theme.px(96)
        anchors.top: brand.bottom
        anchors.topMargin: Theme.px(Theme.portrait ? 64 : 44)
        color: Theme.bright
        height: Theme.px(Theme.portrait ? 270 : 460)
        inset: Theme.portrait ? 4 : 0
        name: "camera-off"
        strokeUnits: Theme.portrait ? 2.2 : 2
        width: height
    }

    Row {
        id: choices

        anchors.bottom: receipt.top
        anchors.bottomMargin: Theme.px(Theme.portrait ? 40 : 16)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        Repeater {
            model: attract.visitor.languages

            delegate: PlainButton {
                required property var modelData

                height: Theme.px(Theme.portrait ? 160 : 132)
                name: modelData.name
                objectName: "language-" + modelData.tag
                inverse: true
                width: (choices.width - (attract.visitor.languages.length - 1) * choices.spacing) / attract.visitor.languages.length

                onActed: attract.visitor.choose(modelData.tag)
            }
        }
    }

    Link {
        id: receipt

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.portrait ? 56 : 28)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        color: Theme.bright
        name: qsTr("I have a receipt")
        objectName: "receipt"

        onActed: attract.visitor.openCode()
    }
}
