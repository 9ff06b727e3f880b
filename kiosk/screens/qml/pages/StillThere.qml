import QtQuick
import "../controls"

Frame {
    id: stillThere

    languageOffered: false

    Column {
        id: told

        anchors.left: parent.left
        anchors.top: parent.top
        spacing: Theme.px(20)
        width: Theme.portrait ? parent.width : parent.width * 0.64

        StatusLine {
            analysis: stillThere.visitor.analysis
            olderYes: stillThere.visitor.olderYes
            width: parent.width
        }

        Prose {
            bold: true
            font.pixelSize: Theme.poster
            text: qsTr("Are you still there?")
            width: parent.width
        }

        Prose {
            font.pixelSize: Theme.strong
            text: qsTr("This page closes in %n second(s).", "", stillThere.visitor.secondsLeft)
            width: parent.width
        }

        Prose {
            font.pixelSize: Theme.strong
            text: qsTr("Closing it is neither yes nor no.")
            visible: stillThere.visitor.answer === ""
            width: parent.width
        }
    }

    Prose {
        anchors.bottom: stay.top
        anchors.left: Theme.portrait ? parent.left : told.right
        anchors.right: parent.right
        anchors.top: Theme.portrait ? told.bottom : parent.top
        bold: true
        color: Theme.accent
        font.pixelSize: Theme.px(Theme.portrait ? 420 : 320)
        horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
        text: stillThere.visitor.secondsLeft
        verticalAlignment: Text.AlignVCenter
    }

    PlainButton {
        id: stay

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.px(220)
        name: qsTr("I am still here")
        objectName: "stay"

        onActed: stillThere.visitor.stay()
    }
}
