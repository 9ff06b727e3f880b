import QtQuick

// Yes and no are two of these, and differ in nothing but their words and sign.
Pressable {
    id: card

    required property string sign
    property real tallest: content.implicitHeight // of both cards' content: their signs stand at one height
    readonly property real contentHeight: content.implicitHeight

    implicitHeight: content.implicitHeight + 2 * Theme.px(32)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: card.edge
        color: card.pressed ? Theme.shade : Theme.card
        radius: Theme.radius
    }

    Column {
        id: content

        anchors.left: parent.left
        anchors.margins: Theme.px(36)
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? Theme.px(32) : Math.max(Theme.px(12), (card.height - card.tallest) / 2)
        spacing: Theme.px(Theme.portrait ? 6 : 0)

        Row {
            spacing: Theme.px(8)
            width: parent.width

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.px(Theme.portrait ? 80 : Theme.large ? 60 : 68)
                inset: 9
                name: card.sign
                strokeUnits: 3.8
                width: height
            }

            Prose {
                part: true
                anchors.verticalCenter: parent.verticalCenter
                bold: true
                font.pixelSize: Theme.px((Theme.portrait ? 72 : Theme.large ? 58 : 66) * Theme.optical)
                text: card.name
                wrapMode: Text.NoWrap
            }
        }

        Prose {
            part: true
            text: Theme.portrait ? card.meaning : Theme.unbroken(card.meaning)
            width: parent.width
        }
    }
}
