import QtQuick
import "../controls"

Frame {
    id: stillThere

    aside: Prose {
        anchors.fill: parent
        bold: true
        color: Theme.accent
        font.pixelSize: Theme.px(Theme.portrait ? 420 : 320)
        fontSizeMode: Text.VerticalFit
        minimumPixelSize: Math.max(12, Theme.ordinary)
        horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
        spoken: ""
        text: stillThere.visitor.secondsLeft
        verticalAlignment: Text.AlignVCenter
    }
    asideLeast: Theme.px(300)
    asideMost: Theme.px(900)
    comfortOffered: false
    languageOffered: false
    statePersonal: visitor.answer !== ""
    title: qsTr("Are you still there?")
    titleSize: Theme.low || Theme.large ? Theme.title : Theme.headline

    buttons: PlainButton {
        height: Math.max(Theme.px(220), implicitHeight)
        name: qsTr("I am still here")
        objectName: "stay"
        width: parent.width

        onActed: stillThere.visitor.stay()
    }

    Passage {
        font.pixelSize: Theme.strong
        // Said at every tenth second.
        spoken: qsTr("This page closes in %n second(s).", "", Math.ceil(stillThere.visitor.secondsLeft / 10) * 10)
        text: qsTr("This page closes in %n second(s).", "", stillThere.visitor.secondsLeft)
    }

    Passage {
        font.pixelSize: Theme.strong
        text: qsTr("Closing it is neither yes nor no.")
        wanted: stillThere.visitor.answer === ""
    }
}
