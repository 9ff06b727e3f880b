import QtQuick

// The true state of the cameras for this visitor, in words and with a sign, on every page.
Item {
    id: line

    required property string analysis
    property string words: "" // in place of its own
    property string instead: "" // of the words for off
    property bool olderYes: false
    property bool personal: false // an answer was given
    property color color: Theme.accent
    readonly property bool active: analysis === "on"
    readonly property bool waiting: analysis === "waiting"

    implicitHeight: Math.max(mark.height, text.implicitHeight)

    Pictogram {
        id: mark

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: line.color
        height: Theme.px(60)
        inset: 11
        name: line.active ? "on" : line.waiting ? "waiting" : "off"
        strokeUnits: 4
        width: height
    }

    Prose {
        id: text

        anchors.left: mark.right
        anchors.leftMargin: Theme.px(6)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        color: line.color
        live: true
        personal: line.personal
        text: {
            if (line.words !== "")
                return line.words;
            if (line.active)
                return qsTr("Face analysis is on for you");
            if (line.waiting)
                return qsTr("Off until every camera has confirmed");
            if (line.instead !== "")
                return line.instead;
            return line.olderYes ? qsTr("Off for you, unless you said yes before") : qsTr("Face analysis is off for you");
        }
    }
}
