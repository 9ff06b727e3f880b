pragma ComponentBehavior: Bound

import QtQuick

// A key for each character (a space is a gap), and a last one that erases and takes up the rest of its row.
Item {
    id: pad

    required property string keys
    required property int columns
    property bool personal: false // what is typed is nobody else's to hear
    property int rows: Math.ceil((keys.length + 1) / columns)
    readonly property int gap: Theme.px(16)
    readonly property int keyHeight: Math.min(Theme.px(132), (height + gap) / rows - gap)
    readonly property int keyWidth: (width + gap) / columns - gap

    signal typed(string character)
    signal erased

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    Repeater {
        model: pad.keys.length + 1

        delegate: Pressable {
            id: key

            required property int index
            readonly property int column: index % pad.columns
            readonly property bool last: index === pad.keys.length
            readonly property int span: last ? pad.columns - column : 1

            height: pad.keyHeight
            personal: pad.personal && !last
            name: last ? qsTr("Erase") : pad.keys[index]
            visible: name !== " "
            width: span * (pad.keyWidth + pad.gap) - pad.gap
            x: column * (pad.keyWidth + pad.gap)
            y: Math.floor(index / pad.columns) * (pad.keyHeight + pad.gap)

            onActed: last ? pad.erased() : pad.typed(name)

            Rectangle {
                anchors.fill: parent
                border.color: Theme.ink
                border.width: key.edge
                color: key.pressed ? Theme.shade : Theme.card
                radius: Theme.px(20)
            }

            Prose {
                part: true
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
