import QtQuick
import Kiosk
import "../controls"

Frame {
    id: pinPad

    required property Desk desk
    readonly property bool waiting: desk.waitSeconds > 0

    aside: KeyPad {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        columns: pinPad.split ? 6 : 3
        height: parent.height
        keys: pinPad.split ? "1234567890" : "123456789 0"
        objectName: "keys"
        personal: true
        width: Math.min(parent.width, Theme.px(pinPad.split ? 1200 : 640))

        onErased: pinPad.desk.typeDigit("")
        onTyped: character => pinPad.desk.typeDigit(character)
    }
    asideActs: true
    asideLeast: Theme.px(split ? 290 : 580)
    asideShare: 0.45
    comfortOffered: false
    languageOffered: false
    stated: false
    title: desk.named === "" ? qsTr("Staff PIN") : qsTr("PIN of %1").arg(desk.named)
    titleSize: Theme.strong

    buttons: PlainButton {
        name: qsTr("Open")
        objectName: "enter"
        solid: true
        width: parent.width

        onActed: pinPad.desk.enter()
    }
    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: pinPad.desk.back()
    }

    Passage {
        live: true
        spoken: pinPad.waiting && pinPad.desk.lockedUntil === "" ? qsTr("Too many wrong PINs. Wait %n second(s).", "", Math.ceil(pinPad.desk.waitSeconds / 10) * 10) : text
        text: {
            if (pinPad.desk.lockedUntil !== "")
                return qsTr("Too many wrong PINs. None is taken before %1.").arg(pinPad.desk.lockedUntil);
            if (pinPad.waiting)
                return qsTr("Too many wrong PINs. Wait %n second(s).", "", pinPad.desk.waitSeconds);
            if (pinPad.desk.strange)
                return qsTr("That badge is not known.");
            return pinPad.desk.refused ? qsTr("That PIN is not known.") : " ";
        }
    }

    Passage {
        font.letterSpacing: Theme.px(16)
        font.pixelSize: Theme.strong
        spoken: ""
        text: "●".repeat(pinPad.desk.digits) + "○".repeat(6 - pinPad.desk.digits)
    }
}
