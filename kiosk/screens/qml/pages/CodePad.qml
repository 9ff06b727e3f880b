import QtQuick
import "../controls"

Frame {
    id: codePad

    aside: Item {
        anchors.fill: parent

        Rectangle {
            id: field

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            border.color: Theme.quiet
            border.width: Theme.stroke
            color: Theme.card
            height: Theme.px(128)
            radius: Theme.radius

            Prose {
                anchors.centerIn: parent
                bold: true
                color: codePad.visitor.typed ? Theme.ink : Theme.quiet
                font.family: "Noto Sans"
                font.letterSpacing: Theme.px(6)
                font.pixelSize: Theme.px(72)
                lineHeight: 1
                objectName: "typed"
                spelled: true
                text: codePad.visitor.typed || "····-····-··"
                wrapMode: Text.NoWrap
            }
        }

        KeyPad {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: field.bottom
            anchors.topMargin: Theme.gap
            columns: codePad.split ? 11 : 7
            keys: "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            objectName: "keys"

            onErased: codePad.visitor.typeCode("")
            onTyped: character => codePad.visitor.typeCode(character)
        }
    }
    asideActs: true
    asideLeast: Theme.px(split ? 480 : 800)
    asideShare: 0.52
    title: qsTr("Type the code of your receipt.")
    titleSize: split ? Theme.strong : Theme.title

    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: codePad.visitor.back()
    }

    Passage {
        live: true
        text: {
            switch (codePad.visitor.problem) {
            case "unknown":
            case "mistyped":
                return qsTr("This kiosk has no such code.\nPlease check it.");
            case "nothing":
                return qsTr("There is nothing to take back with this code.");
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
}
