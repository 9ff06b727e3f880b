import QtQuick
import "../controls"

Frame {
    id: preferences

    readonly property string yes: qsTr("On")
    readonly property string no: qsTr("Off")

    aside: Sheets {
        anchors.fill: parent
        columns: Theme.portrait ? 1 : 2

        onTurned: preferences.visitor.touch()

        Toggle {
            checked: preferences.visitor.large
            label: qsTr("Larger text")
            objectName: "large"
            says: checked ? preferences.yes : preferences.no

            onActed: preferences.visitor.prefer("large", !checked)
        }

        Toggle {
            checked: preferences.visitor.contrast
            label: qsTr("White on black")
            objectName: "contrast"
            says: checked ? preferences.yes : preferences.no

            onActed: preferences.visitor.prefer("contrast", !checked)
        }

        Toggle {
            checked: preferences.visitor.low
            label: qsTr("Everything within low reach")
            objectName: "low"
            says: checked ? preferences.yes : preferences.no

            onActed: preferences.visitor.prefer("low", !checked)
        }

        Toggle {
            checked: preferences.visitor.speaking
            label: qsTr("Read aloud")
            objectName: "speaking"
            says: checked ? preferences.yes : preferences.no
            wanted: preferences.visitor.voiced

            onActed: preferences.visitor.prefer("speaking", !checked)
        }

        Toggle {
            checked: preferences.visitor.slow
            label: qsTr("Speak slowly")
            objectName: "slow"
            says: checked ? preferences.yes : preferences.no
            wanted: preferences.visitor.speaking

            onActed: preferences.visitor.prefer("slow", !checked)
        }

        Toggle {
            checked: preferences.visitor.volume > 0
            label: qsTr("Volume")
            objectName: "volume"
            says: [qsTr("Quiet"), qsTr("Medium"), qsTr("Loud")][preferences.visitor.volume]
            wanted: preferences.visitor.speaking

            onActed: preferences.visitor.prefer("volume", (preferences.visitor.volume + 1) % 3)
        }

        Toggle {
            checked: preferences.visitor.aloud
            label: qsTr("Say my answer aloud")
            objectName: "aloud"
            says: checked ? qsTr("On: others may hear it") : preferences.no
            wanted: preferences.visitor.speaking

            onActed: preferences.visitor.prefer("aloud", !checked)
        }
    }
    asideActs: true
    asideLeast: reachable
    asideUnder: true
    comfortOffered: false
    languageOffered: false
    title: qsTr("Text, sound and layout")
    titleSize: Theme.strong

    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: preferences.visitor.back()
    }
}
