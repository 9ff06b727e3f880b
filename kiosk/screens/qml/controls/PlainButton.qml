import QtQuick

Pressable {
    id: button

    property bool inverse: false
    property bool solid: false
    readonly property color front: solid ? Theme.paper : inverse ? Theme.bright : Theme.ink

    implicitHeight: Theme.px(132)
    implicitWidth: label.implicitWidth + 2 * Theme.px(48)

    Rectangle {
        anchors.fill: parent
        border.color: button.inverse ? Theme.bright : Theme.ink
        border.width: button.activeFocus ? 2 * Theme.stroke : Theme.stroke
        color: {
            if (button.inverse)
                return button.pressed ? Theme.accentDeep : Theme.accent;
            if (button.solid)
                return button.pressed ? Theme.quiet : Theme.ink;
            return button.pressed ? Theme.shade : Theme.card;
        }
        radius: Theme.radius
    }

    Prose {
        id: label

        anchors.centerIn: parent
        bold: true
        color: button.front
        elide: Text.ElideRight
        font.pixelSize: Theme.px(48 * Theme.optical)
        horizontalAlignment: Text.AlignHCenter
        text: button.name
        width: Math.min(implicitWidth, button.width - Theme.px(32))
        wrapMode: Text.NoWrap
    }
}
