import QtQuick
import QtQuick.Layouts
import "../controls"

Frame {
    id: codePad

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columnSpacing: Theme.px(72)
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.px(56)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Theme.px(12)

            StatusLine {
                Layout.fillWidth: true
                analysis: codePad.visitor.analysis
                olderYes: codePad.visitor.olderYes
            }

            Prose {
                Layout.fillWidth: true
                bold: true
                font.pixelSize: Theme.title
                text: qsTr("Type the code of your receipt.")
            }

            Prose {
                Layout.fillWidth: true
                text: {
                    switch (codePad.visitor.problem) {
                    case "unknown":
                    case "mistyped":
                        return qsTr("This kiosk has no such code.\nPlease check it.");
                    case "altered":
                        return qsTr("This receipt was altered or damaged.\nPlease type its code.");
                    case "elsewhere":
                        return qsTr("This receipt is from another shop.\nPlease go there.");
                    case "expired":
                        return qsTr("This receipt is past its time.\nNothing is kept about it any more.");
                    case "wait":
                        return qsTr("Too many wrong codes.\nPlease wait a little, or ask the staff.");
                    default:
                        return qsTr("No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.");
                    }
                }
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(168)
                Layout.topMargin: Theme.px(16)
                border.color: Theme.quiet
                border.width: Theme.stroke
                color: Theme.card
                radius: Theme.radius

                Prose {
                    anchors.centerIn: parent
                    bold: true
                    color: codePad.visitor.typed ? Theme.ink : Theme.quiet
                    font.family: "Noto Sans"
                    font.letterSpacing: Theme.px(6)
                    font.pixelSize: Theme.px(76)
                    lineHeight: 1
                    objectName: "typed"
                    text: codePad.visitor.typed || "····-····-··"
                    wrapMode: Text.NoWrap
                }
            }
        }

        KeyPad {
            Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
            columns: 7
            keys: "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            objectName: "keys"
            keyHeight: Theme.px(Theme.portrait ? 120 : 108)

            onErased: codePad.visitor.typeCode("")
            onTyped: character => codePad.visitor.typeCode(character)
        }
    }

    foot: Link {
        color: Theme.ink
        name: qsTr("Back")
        objectName: "back"
        underlined: false

        onActed: codePad.visitor.back()
    }
}
