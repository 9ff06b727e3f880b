import QtQuick

Pressable {
    id: button

    property bool inverse: false
    property bool solid: false
    property bool bold: true
    property bool wanted: true
    property string family: Theme.family
    property int size: Math.max(Theme.px(48 * Theme.optical), Theme.body)
    readonly property bool swapped: pressed && (solid || inverse)
    readonly property color front: inverse ? Theme.bright : solid ? Theme.paper : Theme.ink
    readonly property color ground: inverse ? Theme.poster : solid ? Theme.ink : pressed ? Theme.shade : Theme.card

    implicitHeight: Math.max(Theme.px(132), Theme.target, label.implicitHeight + 2 * Theme.px(16))
    implicitWidth: label.implicitWidth + 2 * Theme.px(48)

    Rectangle {
        anchors.fill: parent
        border.color: button.inverse ? Theme.bright : Theme.ink
        border.width: button.edge
        color: button.swapped ? button.front : button.ground
        radius: Theme.radius
    }

    Prose {
        id: label

        part: true
        anchors.centerIn: parent
        bold: button.bold
        color: button.swapped ? button.ground : button.front
        font.family: button.family
        font.pixelSize: button.size
        fontSizeMode: Text.Fit
        height: Math.min(implicitHeight, button.height - 2 * Theme.px(8))
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.tight
        minimumPixelSize: Math.max(12, Theme.px(40))
        text: button.name
        verticalAlignment: Text.AlignVCenter
        width: button.width - 2 * Theme.px(10)
        wrapMode: Text.WordWrap
    }
}
