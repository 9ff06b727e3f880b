import QtQuick
import Kiosk
import "../controls"

Frame {
    id: staffDesk

    required property Desk desk

    languageOffered: false

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.px(36)

        Prose {
            bold: true
            font.pixelSize: Theme.strong
            text: qsTr("Staff: %1").arg(staffDesk.desk.by)
            width: parent.width
        }

        Prose {
            font.pixelSize: Theme.strong
            text: staffDesk.desk.cameras ? qsTr("Cameras connected: %1").arg(staffDesk.desk.cameras) : qsTr("No camera is connected.")
            width: parent.width
        }

        Prose {
            font.pixelSize: Theme.strong
            text: qsTr("%n permission(s) in force.", "", staffDesk.desk.permissions)
            width: parent.width
        }

        Prose {
            bold: true
            color: Theme.accent
            text: qsTr("A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.")
            visible: staffDesk.desk.alarmed
            width: parent.width
        }

        Prose {
            visible: !staffDesk.desk.alarmed
            text: staffDesk.desk.done ? qsTr("Done. Face analysis is off for everyone, and the reset is recorded.") : qsTr("Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.")
            width: parent.width
        }
    }

    PlainButton {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.px(220)
        name: qsTr("Reset the visit")
        objectName: "reset"
        visible: !staffDesk.desk.done && !staffDesk.desk.alarmed

        onActed: staffDesk.desk.reset()
    }

    PlainButton {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.px(220)
        name: qsTr("The camera was looked at: go on")
        objectName: "clear-alarm"
        visible: staffDesk.desk.alarmed

        onActed: staffDesk.desk.clearAlarm()
    }

    foot: Link {
        color: Theme.ink
        name: qsTr("Close")
        objectName: "close"
        underlined: false

        onActed: staffDesk.desk.back()
    }
}
