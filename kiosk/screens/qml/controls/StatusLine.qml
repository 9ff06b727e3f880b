import QtQuick

// The true state of the cameras for this visitor, in words and with a sign, on every page.
Row {
    id: line

    required property string analysis
    property string instead: ""  // of the words for off
    property bool olderYes: false
    property color color: Theme.accent
    readonly property bool active: analysis === "on"
    readonly property bool waiting: analysis === "waiting"

    spacing: Theme.px(6)

    Pictogram {
        anchors.verticalCenter: parent.verticalCenter
        color: line.color
        height: Theme.px(60)
        inset: 11
        name: line.active ? "on" : line.waiting ? "waiting" : "off"
        strokeUnits: 4
        width: height
    }

    Prose {
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        color: line.color
        text: line.active ? qsTr("Face analysis is on for you") : line.waiting ? qsTr("Off until every camera has confirmed") : line.instead !== "" ? line.instead : line.olderYes ? qsTr("Off for you, unless you said yes before") : qsTr("Face analysis is off for you")
        width: Math.min(implicitWidth, line.parent.width - Theme.px(80))
    }
}
