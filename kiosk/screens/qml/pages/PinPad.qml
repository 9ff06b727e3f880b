import QtQuick
import Kiosk
import "../controls"

Frame {
    id: pinPad

    required property Desk desk

    languageOffered: false

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 120 : 0)
        spacing: Theme.px(Theme.portrait ? 40 : 16)

        Prose {
            anchors.horizontalCenter: parent.horizontalCenter
            bold: true
            font.pixelSize: Theme.strong
            text: qsTr("Staff PIN")
        }

        Prose {
            anchors.horizontalCenter: parent.horizontalCenter
            text: pinPad.desk.waitSeconds > 0 ? qsTr("Too many wrong PINs. Wait %n second(s).", "", pinPad.desk.waitSeconds) : pinPad.desk.refused ? qsTr("That PIN is not known.") : " "
        }

        Prose {
            anchors.horizontalCenter: parent.horizontalCenter
            font.letterSpacing: Theme.px(16)
            font.pixelSize: Theme.strong
            text: "●".repeat(pinPad.desk.digits) + "○".repeat(6 - pinPad.desk.digits)
        }

        KeyPad {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: Theme.portrait ? 3 : 6
            keyHeight: Theme.px(132)
            keyWidth: Theme.px(180)
            keys: Theme.portrait ? "123456789 0" : "1234567890"
            objectName: "keys"

            onErased: pinPad.desk.typeDigit("")
            onTyped: character => pinPad.desk.typeDigit(character)
        }

        PlainButton {
            anchors.horizontalCenter: parent.horizontalCenter
            name: qsTr("Open")
            objectName: "enter"
            solid: true
            width: Theme.px(Theme.portrait ? 572 : 1160)

            onActed: pinPad.desk.enter()
        }
    }

    foot: Link {
        color: Theme.ink
        name: qsTr("Back")
        objectName: "back"
        underlined: false

        onActed: pinPad.desk.back()
    }
}
