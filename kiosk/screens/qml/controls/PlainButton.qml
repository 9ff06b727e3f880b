import QtQuick

Pressable {
    id: button

    property bool inverse: false
    property bool solid: false
    property bool bold: true
    property bool wanted: true
    property string family: Theme.family
    property int size: Math.max(Theme.px(48 * Theme.optical), Theme.body)
    readonly property color front: solid ? Theme.paper : inverse ? Theme.bright : Theme.ink

    implicitHeight: Math.max(Theme.px(132), Theme.target, label.implicitHeight + 2 * Theme.px(16))
    implicitWidth: label.implicitWidth + 2 * Theme.px(48)

    Rectangle {
        anchors.fill: parent
        border.color: button.inverse ? Theme.bright : Theme.ink
        border.width: Theme.stroke
        color: {
            if (button.inverse)
                return button.pressed ? Theme.posterDeep : Theme.poster;
            if (button.solid)
                return button.pressed ? Theme.quiet : Theme.ink;
            return button.pressed ? Theme.shade : Theme.card;
        }
        radius: Theme.radius
    }

    Prose {
        id: label

        part: true
        anchors.centerIn: parent
        bold: button.bold
        color: button.front
        font.family: button.family
        font.pixelSize: button.size
        fontSizeMode: Text.Fit
        height: Math.min(implicitHeight, button.height - 2 * Theme.px(8))
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.tight
        minimumPixelSize: Math.max(12, Theme.px(42))
        text: button.name
        verticalAlignment: Text.AlignVCenter
        width: button.width - 2 * Theme.px(10)
        wrapMode: Text.WordWrap
    }
}
