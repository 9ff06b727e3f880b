pragma ComponentBehavior: Bound

import QtQuick

// A key for each character (a space is a gap), and a last one that erases and takes up the rest of its row.
Item {
    id: pad

    required property string keys
    required property int columns
    property int keyHeight: Theme.px(104)
    property int keyWidth: keyHeight
    readonly property int gap: Theme.px(16)

    signal typed(string character)
    signal erased

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: Math.ceil((keys.length + 1) / columns) * (keyHeight + gap) - gap
    implicitWidth: columns * (keyWidth + gap) - gap

    Repeater {
        model: pad.keys.length + 1

        delegate: Pressable {
            id: key

            required property int index
            readonly property int column: index % pad.columns
            readonly property bool last: index === pad.keys.length
            readonly property int span: last ? pad.columns - column : 1

            height: pad.keyHeight
            name: last ? qsTr("Erase") : pad.keys[index]
            visible: name !== " "
            width: span * (pad.keyWidth + pad.gap) - pad.gap
            x: column * (pad.keyWidth + pad.gap)
            y: Math.floor(index / pad.columns) * (pad.keyHeight + pad.gap)

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
