pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

Frame {
    id: languages

    languageOffered: false

    StatusLine {
        analysis: languages.visitor.analysis
        olderYes: languages.visitor.olderYes
        width: parent.width
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(36)

        Repeater {
            model: languages.visitor.languages

            delegate: Pressable {
                id: choice

                required property var modelData

                height: Theme.px(Theme.portrait ? 216 : 168)
                name: modelData.name
                objectName: "language-" + modelData.tag
                width: parent.width

                onActed: languages.visitor.choose(modelData.tag)

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.ink
                    border.width: choice.activeFocus ? 2 * Theme.stroke : Theme.stroke
                    color: choice.pressed ? Theme.shade : Theme.card
                    radius: Theme.radius
                }

                Prose {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.px(56)
                    anchors.verticalCenter: parent.verticalCenter
                    bold: true
                    font.pixelSize: Theme.title
                    lineHeight: 1
                    text: choice.name
                }

                Pictogram {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(48)
                    anchors.verticalCenter: parent.verticalCenter
                    name: "forward"
                    rotation: languages.visitor.rightToLeft ? 180 : 0
                }
            }
        }
    }

    foot: Link {
        color: Theme.ink
        name: qsTr("Back")
        objectName: "back"
        underlined: false

        onActed: languages.visitor.back()
    }
}
