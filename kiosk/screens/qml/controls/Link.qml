import QtQuick

Pressable {
    id: link

    property color color: Theme.accent
    property bool underlined: true

    implicitHeight: Theme.target
    implicitWidth: label.implicitWidth

    Prose {
        id: label

        part: true
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        color: link.color
        font.underline: link.underlined !== link.pressed
        text: link.name
        wrapMode: Text.NoWrap
    }
}
