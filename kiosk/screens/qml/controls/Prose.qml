import QtQuick

Text {
    property bool bold: false
    property bool part: false // of a control, which has its words
    property bool heading: false
    property bool live: false // said again when it changes
    property bool spelled: false // a code: said letter by letter
    property bool personal: false // tells what was answered: not said where others listen, but for what is discreet
    property string discreet: ""
    property string spoken: text // "" where another text says the same

    Accessible.ignored: part || spoken === ""
    Accessible.name: spoken
    Accessible.role: heading ? Accessible.Heading : live ? Accessible.StatusBar : Accessible.StaticText
    color: Theme.ink
    font.bold: bold
    font.family: Theme.family
    font.pixelSize: Theme.body
    horizontalAlignment: Text.AlignLeft
    lineHeight: font.pixelSize > Theme.strong ? Theme.tight : Theme.loose
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    onSpokenChanged: if (live && visible && spoken !== "")
        Accessible.announce(spoken)
}
