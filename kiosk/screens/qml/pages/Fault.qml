import QtQuick
import Kiosk
import "../controls"

Rectangle {
    id: fault

    required property Visitor visitor

    color: "#15181b"

    Column {
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(48)

        Pictogram {
            color: Theme.bright
            height: Theme.px(Theme.portrait ? 340 : 240)
            inset: 4
            name: "camera-off"
            strokeUnits: 2.2
            width: height
            x: Theme.mirrored ? parent.width - width : 0
        }

        Prose {
            bold: true
            color: Theme.bright
            font.pixelSize: Theme.headline
            heading: true
            text: qsTr("Face analysis is off for everyone.")
            width: parent.width
        }

        Prose {
            color: Theme.bright
            font.pixelSize: Theme.strong
            text: fault.visitor.turnedOff ? qsTr("The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.") : qsTr("This kiosk is out of order. You need not do anything: please walk in.")
            width: parent.width
        }
    }
}
