import QtQuick
import QtQuick.Layouts
import "../controls"

Frame {
    id: recalled

    readonly property bool agreed: visitor.answer === "yes"

    languageOffered: false

    ColumnLayout {
        id: told

        anchors.left: parent.left
        anchors.top: parent.top
        spacing: Theme.px(12)
        width: Theme.portrait ? parent.width : parent.width * 0.5

        StatusLine {
            Layout.fillWidth: true
            analysis: recalled.visitor.analysis
            olderYes: recalled.visitor.olderYes
        }

        Prose {
            Layout.fillWidth: true
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
        }

        Prose {
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(12)
            text: recalled.agreed ? qsTr("One touch takes it back. No name, no reason.") : qsTr("There is nothing to take back.")
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: Theme.portrait ? told.bottom : parent.top
        anchors.topMargin: Theme.portrait ? Theme.px(48) : 0
        border.color: Theme.line
        border.width: Theme.stroke
        color: Theme.card
        height: Theme.px(460)
        radius: Theme.radius
        width: Theme.portrait ? parent.width : parent.width * 0.42

        Column {
            anchors.centerIn: parent
            spacing: Theme.px(24)

            Pictogram {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                height: Theme.px(200)
                name: recalled.agreed ? "yes" : "no"
                strokeUnits: 2.4
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
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        spacing: Theme.gap
        width: Theme.portrait ? parent.width : told.width

        PlainButton {
            height: Theme.px(176)
            name: recalled.agreed ? qsTr("Take it back") : qsTr("Ask me again")
            objectName: recalled.agreed ? "withdraw" : "ask-again"
            width: (parent.width - Theme.gap) / 2

            onActed: recalled.agreed ? recalled.visitor.withdraw() : recalled.visitor.askAgain()
        }

        PlainButton {
            height: Theme.px(176)
            name: qsTr("Keep my answer")
            objectName: "leave"
            width: (parent.width - Theme.gap) / 2

            onActed: recalled.visitor.finish()
        }
    }
}
