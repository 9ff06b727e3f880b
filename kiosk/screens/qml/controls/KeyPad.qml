pragma ComponentBehavior: Bound

import QtQuick

Grid {
    id: pad

    required property string keys
    property int side: Theme.px(104)
    property int wide: side

    signal typed(string character)
    signal erased

    LayoutMirroring.enabled: false
    spacing: Theme.px(16)

    Repeater {
        model: pad.keys.length + 1

        delegate: Pressable {
            id: key

            required property int index
            readonly property bool last: index === pad.keys.length

            height: pad.side
            name: last ? qsTr("Erase") : pad.keys[index]
            width: pad.wide

            onActed: last ? pad.erased() : pad.typed(name)

            Rectangle {
                anchors.fill: parent
                border.color: Theme.ink
                border.width: key.activeFocus ? 2 * Theme.stroke : Theme.stroke
                color: key.pressed ? Theme.shade : Theme.card
                radius: Theme.px(20)
            }

            Prose {
                anchors.centerIn: parent
                bold: true
                font.family: "Noto Sans"
                font.pixelSize: Theme.px(52)
                text: key.name
                visible: !key.last
            }

            Pictogram {
                anchors.centerIn: parent
                name: "erase"
                visible: key.last
            }
        }
    }
}
