import QtQuick

Text {
    property bool bold: false

    color: Theme.ink
    font.bold: bold
    font.family: Theme.family
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: font.pixelSize > Theme.strong ? Theme.tight : Theme.loose
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
