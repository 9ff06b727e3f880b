pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../controls"

Frame {
    id: staffDesk

    required property Desk desk
    property bool details: false
    readonly property var away: desk.cameras.filter(each => each.state === "away").map(each => each.name)
    readonly property bool blind: desk.cameras.every(each => each.state === "away")
    readonly property bool troubled: desk.alarmed || desk.unrecorded || desk.failed || blind || away.length > 0

    function stateOf(camera: var): string {
        switch (camera.state) {
        case "ready":
            return qsTr("Connected, and ready.");
        case "off":
            return qsTr("Connected, and off.");
        case "joining":
            return qsTr("It is connecting.");
        default:
            return qsTr("Not connected.");
        }
    }

    comfortOffered: false
    languageOffered: false
    stated: false
    title: details ? qsTr("Cameras and this kiosk") : troubled ? qsTr("Please look at this.") : desk.off ? qsTr("It is off for everyone.") : qsTr("All is well.")
    titleSize: details ? Theme.strong : Theme.title

    buttons: [
        PlainButton {
            height: Math.max(Theme.px(176), implicitHeight)
            name: qsTr("The camera was looked at: go on")
            objectName: "clear-alarm"
            visible: staffDesk.desk.alarmed && !staffDesk.details
            width: staffDesk.buttonWidth

            onActed: staffDesk.desk.clearAlarm()
        },
        PlainButton {
            height: Math.max(Theme.px(176), implicitHeight)
            name: qsTr("Reset the visit")
            objectName: "reset"
            visible: !staffDesk.desk.alarmed && !staffDesk.desk.off && staffDesk.desk.done !== "reset" && !staffDesk.details
            width: staffDesk.buttonWidth

            onActed: staffDesk.desk.reset()
        },
        PlainButton {
            height: Math.max(Theme.px(176), implicitHeight)
            name: staffDesk.desk.off ? qsTr("Turn it on again") : qsTr("Turn it off for everyone")
            objectName: staffDesk.desk.off ? "turn-on" : "turn-off"
            visible: !staffDesk.details
            width: staffDesk.buttonWidth

            onActed: staffDesk.desk.off ? staffDesk.desk.turnOn() : staffDesk.desk.turnOff()
        },
        PlainButton {
            height: Math.max(Theme.px(176), implicitHeight)
            name: qsTr("Take a yes back for a visitor")
            objectName: "help"
            visible: staffDesk.desk.helpful && !staffDesk.details
            width: staffDesk.buttonWidth

            onActed: staffDesk.desk.help()
        },
        PlainButton {
            height: Math.max(Theme.px(176), implicitHeight)
            name: qsTr("Print a new sign for the door")
            objectName: "print-sign"
            visible: staffDesk.details
            width: staffDesk.buttonWidth

            onActed: staffDesk.desk.printSign()
        }
    ]
    entries: [
        Entry {
            backwards: true
            key: staffDesk.details ? "back" : "close"
            name: staffDesk.details ? qsTr("Back") : qsTr("Close")

            onActed: staffDesk.details ? staffDesk.details = false : staffDesk.desk.back()
        },
        Entry {
            key: "details"
            name: qsTr("Cameras and this kiosk")
            offered: !staffDesk.details

            onActed: staffDesk.details = true
        }
    ]

    Passage {
        bold: true
        color: Theme.accent
        live: true
        text: {
            switch (staffDesk.desk.done) {
            case "reset":
                return qsTr("Done. Face analysis is off for everyone, and the reset is recorded.");
            case "alarm_cleared":
                return qsTr("Done. The alarm is cleared, and that is recorded.");
            case "zone_off":
                return qsTr("Done. Nobody is asked and nobody is looked at, until staff turn it on again.");
            case "zone_on":
                return qsTr("Done. Visitors are asked again.");
            default:
                return "";
            }
        }
        wanted: staffDesk.desk.done !== "" && !staffDesk.details
    }

    Passage {
        text: qsTr("A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.")
        wanted: staffDesk.desk.alarmed && !staffDesk.details
    }

    Passage {
        text: qsTr("The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.")
        wanted: staffDesk.desk.unrecorded && !staffDesk.details
    }

    Passage {
        text: qsTr("The kiosk has failed, so all cameras are off. Switch it off and on.")
        wanted: staffDesk.desk.failed && !staffDesk.details
    }

    Passage {
        text: staffDesk.blind ? qsTr("No camera is connected.") : qsTr("Not connected: %1. Look at its power and its cable.").arg(staffDesk.away.join(staffDesk.visitor.comma))
        wanted: (staffDesk.blind || staffDesk.away.length > 0) && !staffDesk.details
    }

    Passage {
        text: qsTr("Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.")
        wanted: !staffDesk.desk.alarmed && !staffDesk.desk.off && staffDesk.desk.done === "" && !staffDesk.details
    }

    Passage {
        color: Theme.quiet
        text: qsTr("Staff: %1").arg(staffDesk.desk.by)
        wanted: !staffDesk.details
    }

    Passage {
        bold: true
        color: Theme.accent
        live: true
        text: {
            switch (staffDesk.desk.printing) {
            case "busy":
                return qsTr("The sign is being made.");
            case "done":
                return qsTr("The sign is at the printer.");
            case "failed":
                return qsTr("The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.");
            default:
                return "";
            }
        }
        wanted: staffDesk.desk.printing !== "" && staffDesk.details
    }

    Repeater {
        model: staffDesk.details ? staffDesk.desk.cameras.length : 0 // not the list: at each change of it all would be made anew

        delegate: Detail {
            required property int index
            readonly property var camera: staffDesk.desk.cameras[index] ?? {
                "name": "",
                "state": "away",
                "time": ""
            }

            heading: camera.name
            text: camera.time === "" ? staffDesk.stateOf(camera) : qsTr("%1 It last confirmed at %2.").arg(staffDesk.stateOf(camera)).arg(camera.time)
        }
    }

    Detail {
        heading: qsTr("The last seven days, without today")
        text: qsTr("Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.").arg(staffDesk.desk.week.yes).arg(staffDesk.desk.week.no).arg(staffDesk.desk.week.lapsed)
        wanted: staffDesk.details
    }

    Detail {
        heading: qsTr("The notice")
        text: qsTr("Version %1, %2").arg(staffDesk.desk.about.notice).arg(staffDesk.desk.about.noticeHash)
        wanted: staffDesk.details
    }

    Detail {
        heading: qsTr("The ledger")
        text: qsTr("Size %1, root %2, signed by key %3").arg(staffDesk.desk.about.records).arg(staffDesk.desk.about.root).arg(staffDesk.desk.about.key)
        wanted: staffDesk.details && staffDesk.desk.about.root !== ""
    }

    Detail {
        heading: qsTr("The software")
        text: qsTr("Version %1").arg(staffDesk.desk.about.version)
        wanted: staffDesk.details
    }
}
