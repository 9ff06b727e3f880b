import QtQuick
import QtQuick.Layouts
import Kiosk
import "../controls"

Frame {
    id: answered

    readonly property bool tryable: visitor.answer === "yes" && !["on", "waiting", "off"].includes(visitor.analysis)

    languageOffered: false

    ColumnLayout {
        id: told

        anchors.left: parent.left
        anchors.top: parent.top
        spacing: Theme.px(Theme.portrait ? 24 : 20)
        width: Theme.portrait ? parent.width : parent.width * 0.5

        StatusLine {
            Layout.fillWidth: true
            analysis: answered.visitor.analysis
        }

        Prose {
            Layout.fillWidth: true
            bold: true
            font.pixelSize: Theme.title
            text: {
                switch (answered.visitor.answer) {
                case "yes":
                    return qsTr("You said yes.\nThat is recorded.");
                case "no":
                    return qsTr("You said no.\nThat is recorded.");
                default:
                    return qsTr("You took your yes back.\nThat is recorded.");
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.px(36)
            visible: answered.tryable

            Pictogram {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: Theme.px(112)
                Layout.preferredWidth: Theme.px(112)
                color: Theme.accent
                name: answered.visitor.analysis === "no_camera" ? "camera-off" : "alone"
            }

            Prose {
                Layout.fillWidth: true
                text: {
                    switch (answered.visitor.analysis) {
                    case "ambiguous":
                        return qsTr("We cannot tell you apart from the person next to you. Please stand on the mark alone and touch again.");
                    case "lost":
                        return qsTr("The camera lost sight of you. Please stand on the mark and touch again.");
                    case "no_camera":
                        return qsTr("No camera is connected. Nothing looks at your face.");
                    default:
                        return qsTr("Not every camera has confirmed. Please touch again, or leave it off.");
                    }
                }
            }
        }

        Prose {
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(8)
            text: qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.")
            visible: !Theme.portrait && !answered.tryable
        }
    }

    Rectangle {
        id: card

        readonly property int room: Theme.portrait ? buttons.y - told.y - told.height - keep.height - Theme.px(32 + 28 + 36) : parent.height

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
        text: qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.")
        visible: Theme.portrait
    }

    Column {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        spacing: Theme.gap
        width: Theme.portrait ? parent.width : told.width

        PlainButton {
            name: qsTr("I stand alone now: touch again")
            objectName: "again"
            visible: answered.tryable && answered.visitor.analysis !== "no_camera"
            width: parent.width

            onActed: answered.visitor.tryAgain()
        }

        Row {
            spacing: Theme.gap
            width: parent.width

            PlainButton {
                id: undo

                name: qsTr("Undo · %1").arg(answered.visitor.undoSeconds)
                objectName: "undo"
                visible: answered.visitor.undoSeconds > 0
                width: (parent.width - Theme.gap) / 2

                onActed: answered.visitor.undo()
            }

            PlainButton {
                name: qsTr("Done")
                objectName: "done"
                solid: true
                width: undo.visible ? undo.width : parent.width

                onActed: answered.visitor.finish()
            }
        }
    }
}
