import QtQuick
import QtQuick.Layouts
import Kiosk
import "../controls"

Frame {
    id: answered

    readonly property bool recorded: visitor.code !== ""
    readonly property bool doubtful: visitor.analysis === "unheard" || visitor.answer === "yes" && !["on", "waiting", "off"].includes(visitor.analysis)
    readonly property bool tryable: doubtful && visitor.answer === "yes" && visitor.retryable
    readonly property bool together: tryable && visitor.analysis === "ambiguous" && visitor.partyOffered && visitor.party === 1

    readonly property bool squat: Theme.portrait && height < 1.7 * width
    readonly property bool longer: doubtful || visitor.young || visitor.agreed.length > 0 || visitor.erased.length > 0

    readonly property string keep: tryable || squat ? qsTr("Your receipt. Photograph it, or note the code.") : visitor.answer === "withdrawn" ? qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture.") : qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.")

    languageOffered: false

    ColumnLayout {
        id: told

        anchors.left: parent.left
        anchors.top: parent.top
        spacing: Theme.px(12)
        width: Theme.portrait ? parent.width : parent.width * 0.53

        StatusLine {
            Layout.fillWidth: true
            analysis: answered.visitor.analysis
            olderYes: answered.visitor.olderYes
        }

        Prose {
            Layout.fillWidth: true
            bold: true
            font.pixelSize: answered.tryable && answered.squat ? Theme.body : answered.doubtful ? Theme.strong : Theme.title
            opacity: answered.recorded ? 1 : 0
            text: {
                if (answered.visitor.young)
                    return answered.visitor.youngHeadline;
                switch (answered.visitor.answer) {
                case "yes":
                    return answered.tryable && answered.squat ? qsTr("You said yes.\nThat is recorded.").replace("\n", " ") : qsTr("You said yes.\nThat is recorded.");
                case "no":
                    return qsTr("You said no.\nThat is recorded.");
                default:
                    return qsTr("You took it back.\nThat is recorded.");
                }
            }
        }

        Prose {
            Layout.fillWidth: true
            text: answered.visitor.young ? answered.visitor.youngText : qsTr("Yes to: %1. No to the rest.").arg(answered.visitor.agreed.join(", "))
            visible: answered.recorded && (answered.visitor.young || answered.visitor.agreed.length > 0)
        }

        Repeater {
            model: answered.visitor.erased

            delegate: Prose {
                required property var modelData
                readonly property string counts: [modelData.faces > 0 ? qsTr("%n face(s)", "", modelData.faces) : "", modelData.looks > 0 ? qsTr("%n look(s)", "", modelData.looks) : "", modelData.seconds > 0 ? qsTr("%n second(s) of your stay", "", modelData.seconds) : "", modelData.others].filter(each => each !== "").join(", ")

                Layout.fillWidth: true
                text: counts === "" ? qsTr("Camera %1 says: it held nothing of yours.").arg(modelData.camera) : qsTr("Camera %1 says it erased: %2.").arg(modelData.camera).arg(counts)
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(12)
            spacing: Theme.px(36)
            visible: answered.doubtful

            Pictogram {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: Theme.px(112)
                Layout.preferredWidth: Theme.px(112)
                color: Theme.accent
                inset: 5
                name: ({
                        "no_camera": "camera-off",
                        "unheard": "camera-off",
                        "unconfirmed": "waiting"
                    })[answered.visitor.analysis] ?? "alone"
            }

            Prose {
                Layout.fillWidth: true
                text: {
                    switch (answered.visitor.analysis) {
                    case "ambiguous":
                        if (answered.tryable && answered.visitor.party > 1)
                            return qsTr("We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.", "", answered.visitor.party);
                        return answered.tryable ? qsTr("We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.") : qsTr("We cannot tell you apart from the person next to you. Face analysis stays off.");
                    case "tainted":
                        return qsTr("We can no longer be sure that it is you. Face analysis has ended.");
                    case "lost":
                        return answered.tryable ? qsTr("The camera does not see you. Please stand on the mark and try again.") : qsTr("The camera lost sight of you. Face analysis has ended.");
                    case "unheard":
                        return qsTr("A camera did not confirm that it stopped. All of them are off until the staff have looked.");
                    case "no_camera":
                        return qsTr("No camera is connected. Nothing looks at your face.");
                    default:
                        return answered.tryable ? qsTr("Not every camera has confirmed. Please try again, or leave it off.") : qsTr("Not every camera has confirmed. Face analysis stays off.");
                    }
                }
            }
        }

        Prose {
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(12)
            text: answered.keep
            visible: !Theme.portrait
        }
    }

    Rectangle {
        id: card

        readonly property int room: Theme.portrait ? buttons.y - told.y - told.height - (keep.visible ? keep.height + Theme.px(28) : 0) - Theme.px(32 + 36) : parent.height

        anchors.right: parent.right
        anchors.top: Theme.portrait ? told.bottom : parent.top
        anchors.topMargin: Theme.portrait ? Theme.px(32) : 0
        border.color: Theme.line
        border.width: Theme.stroke
        color: Theme.card
        height: Math.min(room, Theme.px(Theme.portrait ? 760 : 860))
        radius: Theme.radius
        width: Theme.portrait ? parent.width : parent.width * 0.42

        CodeImage {
            id: code

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.topMargin: Theme.px(20)
            height: Math.min(parent.width - Theme.px(48), typed.y - Theme.px(24))
            objectName: "receipt-code"
            text: answered.visitor.receiptUrl
            width: height
        }

        Prose {
            id: typed

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(36)
            anchors.horizontalCenter: parent.horizontalCenter
            bold: true
            font.family: "Noto Sans"
            font.letterSpacing: Theme.px(5)
            font.pixelSize: Theme.px(60)
            lineHeight: 1
            objectName: "short-code"
            text: answered.visitor.code
            wrapMode: Text.NoWrap
        }
    }

    Prose {
        id: keep

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: card.bottom
        anchors.topMargin: Theme.px(28)
        text: answered.keep
        visible: Theme.portrait && !(answered.squat && answered.longer) && !answered.tryable
    }

    Column {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        spacing: Theme.gap
        width: Theme.portrait ? parent.width : told.width

        Row {
            spacing: Theme.gap
            visible: answered.tryable

            PlainButton {
                name: qsTr("We are together")
                objectName: "together"
                visible: answered.together
                width: done.width

                onActed: answered.visitor.countParty()
            }

            PlainButton {
                name: qsTr("Try again")
                objectName: "again"
                width: answered.together ? done.width : buttons.width

                onActed: answered.visitor.tryAgain()
            }
        }

        Item {
            height: done.height
            width: parent.width

            PlainButton {
                anchors.left: parent.left
                name: qsTr("Undo · %1 s").arg(answered.visitor.undoSeconds)
                objectName: "undo"
                visible: answered.visitor.undoSeconds > 0
                width: done.width

                onActed: answered.visitor.undo()
            }

            PlainButton {
                id: done

                anchors.right: parent.right
                name: qsTr("Done")
                objectName: "done"
                solid: true
                width: (parent.width - Theme.gap) / 2

                onActed: answered.visitor.finish()
            }
        }
    }
}
