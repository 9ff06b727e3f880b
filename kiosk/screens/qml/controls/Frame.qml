import QtQuick
import Kiosk

// What every page but the poster has: the shop's name, the language, room for the page, and a quiet foot.
Item {
    id: frame

    required property Visitor visitor
    property bool languageOffered: true
    default property alias body: room.data
    property alias foot: links.data
    readonly property bool footed: links.children.length > 0

    Prose {
        id: brand

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: language.verticalCenter
        bold: true
        font.capitalization: Font.AllUppercase
        font.family: "Noto Sans"
        font.letterSpacing: Theme.px(5)
        font.pixelSize: Theme.px(42)
        elide: Text.ElideRight
        text: frame.visitor.store
        width: Math.min(implicitWidth, parent.width - 2 * Theme.margin - (language.visible ? language.width + Theme.gap : 0))
        wrapMode: Text.NoWrap
    }

    Pressable {
        id: language

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 56 : 40)
        height: Theme.px(92)
        name: frame.visitor.languageName
        visible: frame.languageOffered
        width: pill.implicitWidth + Theme.px(72)

        onActed: frame.visitor.openLanguages()

        Rectangle {
            anchors.fill: parent
            border.color: language.activeFocus ? Theme.ink : Theme.quiet
            border.width: Theme.stroke
            color: language.pressed ? Theme.shade : "transparent"
            radius: height / 2
        }

        Row {
            id: pill

            anchors.centerIn: parent
            spacing: Theme.px(12)

            Prose {
                anchors.verticalCenter: parent.verticalCenter
                text: language.name
                wrapMode: Text.NoWrap
            }

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.px(40)
                name: "chevron"
                strokeUnits: 4.5
                width: height
            }
        }
    }

    Item {
        id: room

        anchors.bottom: footer.top
        anchors.bottomMargin: Theme.px(frame.footed ? 28 : 0)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: language.bottom
        anchors.topMargin: Theme.px(Theme.portrait ? 40 : 16)
    }

    Rectangle {
        id: footer

        anchors.bottom: parent.bottom
        color: frame.footed ? Theme.shade : "transparent"
        height: frame.footed ? links.height + Theme.px(Theme.portrait ? 40 : 16) : Theme.px(Theme.portrait ? 72 : 48)
        width: parent.width

        Grid {
            id: links

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Theme.px(72)
            columns: Theme.portrait ? 2 : 4
        }
    }
}
