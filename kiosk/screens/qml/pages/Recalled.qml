import QtQuick
import "../controls"

Frame {
    id: recalled

    readonly property bool agreed: visitor.answer === "yes"

    languageOffered: false

    Column {
        id: told

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.px(32)

        Prose {
            bold: true
            font.pixelSize: Theme.title
            text: {
                switch (recalled.visitor.answer) {
                case "yes":
                    return qsTr("This receipt\nsays yes.");
                case "no":
                    return qsTr("This receipt\nsays no.");
                default:
                    return qsTr("This yes was\ntaken back.");
                }
            }
            width: parent.width
        }

        Prose {
            text: recalled.agreed ? qsTr("One touch takes it back. No name, no reason.") : qsTr("Face analysis is off. There is nothing to take back.")
            width: parent.width
        }
    }

    Rectangle {
        anchors.bottom: choices.top
        anchors.bottomMargin: Theme.px(40)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: told.bottom
        anchors.topMargin: Theme.px(40)
        border.color: Theme.line
        border.width: Theme.stroke
        color: Theme.card
        radius: Theme.radius

        Column {
            anchors.centerIn: parent
            spacing: Theme.px(32)

            Pictogram {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                height: Theme.px(Theme.portrait ? 360 : 240)
                name: recalled.agreed ? "camera" : "camera-off"
                strokeUnits: 1.6
                width: height
            }

            Prose {
                anchors.horizontalCenter: parent.horizontalCenter
                bold: true
                font.family: "Noto Sans"
                font.letterSpacing: Theme.px(5)
                font.pixelSize: Theme.px(60)
                text: recalled.visitor.code
                wrapMode: Text.NoWrap
            }
        }
    }

    Row {
        id: choices

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        PlainButton {
            height: Theme.px(176)
            name: recalled.agreed ? qsTr("Take it back") : qsTr("Ask me again")
            objectName: recalled.agreed ? "withdraw" : "ask-again"
            width: (parent.width - Theme.gap) / 2

            onActed: recalled.agreed ? recalled.visitor.withdraw() : recalled.visitor.askAgain()
        }

        PlainButton {
            height: Theme.px(176)
            name: qsTr("Leave it so")
            objectName: "leave"
            width: (parent.width - Theme.gap) / 2

            onActed: recalled.visitor.finish()
        }
    }
}
