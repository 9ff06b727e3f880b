import QtQuick

// A preference, with its state in words and a sign.
Pressable {
    id: toggle

    required property string label
    required property string says
    property bool wanted: true

    checkable: true

    implicitHeight: Math.max(Theme.target, words.implicitHeight + 2 * Theme.px(20))
    name: label
    spoken: label + ". " + says

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: toggle.edge
        color: toggle.pressed ? Theme.shade : Theme.card
        radius: Theme.px(20)
    }

    Pictogram {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.px(64)
        name: toggle.checked ? "on" : "off"
        strokeUnits: 3.6
        width: height
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.px(16)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter

        Prose {
            part: true
            bold: true
            text: toggle.label
            width: parent.width
        }

        Prose {
            part: true
            text: toggle.says
            width: parent.width
        }
    }
}
