import QtQuick
import "../controls"

Frame {
    id: recalled

    readonly property bool agreed: visitor.answer === "yes"

    aside: Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.stroke
        color: Theme.card
        radius: Theme.radius

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
                font.pixelSize: Math.max(Theme.px(60), Theme.body)
                personal: true
                spelled: true
                text: recalled.visitor.code
                wrapMode: Text.NoWrap
            }
        }
    }
    asideLeast: Theme.px(400)
    asideMost: Theme.px(560)
    asideShare: 0.42
    languageOffered: false
    personal: true
    title: {
        switch (visitor.answer) {
        case "yes":
            return qsTr("This receipt\nsays yes.");
        case "no":
            return qsTr("This receipt\nsays no.");
        default:
            return qsTr("This yes was\ntaken back.");
        }
    }

    buttons: [
        PlainButton {
            discreet: qsTr("Change it")
            height: Math.max(Theme.px(176), implicitHeight)
            personal: true
            name: recalled.agreed ? qsTr("Take it back") : qsTr("Ask me again")
            objectName: recalled.agreed ? "withdraw" : "ask-again"
            width: recalled.buttonWidth

            onActed: recalled.agreed ? recalled.visitor.withdraw() : recalled.visitor.askAgain()
        },
        PlainButton {
            backwards: true
            height: Math.max(Theme.px(176), implicitHeight)
            name: qsTr("Keep my answer")
            objectName: "leave"
            width: recalled.buttonWidth

            onActed: recalled.visitor.finish()
        }
    ]

    Passage {
        personal: true
        text: recalled.agreed ? qsTr("One touch takes it back. No name, no reason.") : qsTr("There is nothing to take back.")
    }
}
