import QtQuick
import Kiosk
import "../controls"

Frame {
    id: staffDesk

    required property Desk desk

    comfortOffered: false
    languageOffered: false
    stated: false
    title: qsTr("Staff: %1").arg(desk.by)
    titleSize: Theme.strong

    buttons: PlainButton {
        height: Math.max(Theme.px(220), implicitHeight)
        name: staffDesk.desk.alarmed ? qsTr("The camera was looked at: go on") : qsTr("Reset the visit")
        objectName: staffDesk.desk.alarmed ? "clear-alarm" : "reset"
        visible: staffDesk.desk.alarmed || !staffDesk.desk.done
        width: parent.width

        onActed: staffDesk.desk.alarmed ? staffDesk.desk.clearAlarm() : staffDesk.desk.reset()
    }
    entries: Entry {
        backwards: true
        key: "close"
        name: qsTr("Close")

        onActed: staffDesk.desk.back()
    }

    Passage {
        text: staffDesk.desk.cameras ? qsTr("Cameras connected: %1").arg(staffDesk.desk.cameras) : qsTr("No camera is connected.")
    }

    Passage {
        text: qsTr("%n permission(s) in force.", "", staffDesk.desk.permissions)
    }

    Passage {
        bold: true
        color: Theme.accent
        text: qsTr("A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.")
        wanted: staffDesk.desk.alarmed
    }

    Passage {
        text: staffDesk.desk.done ? qsTr("Done. Face analysis is off for everyone, and the reset is recorded.") : qsTr("Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.")
        wanted: !staffDesk.desk.alarmed
    }
}
