pragma ComponentBehavior: Bound

import QtQuick

// Links one after the other in so many rows. Where there is no room for all: the first one, if it has room, and a link to a list.
Flow {
    id: row

    required property var entries
    property int rows: 1
    property bool open: false // the list is
    readonly property real between: Theme.px(52)
    readonly property bool overfull: {
        let x = 0;
        let line = 1;
        for (let index = 0; index < links.count; index++) {
            const wide = (links.itemAt(index)?.implicitWidth ?? 0) + between;
            if (x > 0 && x + wide > width) {
                line += 1;
                x = 0;
            }
            x += wide;
        }
        return line > rows;
    }

    readonly property bool alone: overfull && (links.itemAt(0)?.implicitWidth ?? 0) + between + more.implicitWidth > width

    signal toggled

    Repeater {
        id: links

        model: row.entries

        delegate: Link {
            required property int index
            required property var modelData

            backwards: modelData.backwards
            color: Theme.ink
            height: Theme.target
            name: modelData.name
            objectName: modelData.key
            underlined: false
            width: Math.min(implicitWidth + row.between, row.width)
            visible: !row.open && (!row.overfull || index === 0 && !row.alone)

            onActed: modelData.acted()
        }
    }

    Link {
        id: more

        backwards: row.open
        color: Theme.ink
        height: Theme.target
        name: row.open ? qsTr("Back") : qsTr("More")
        objectName: "more"
        underlined: false
        visible: row.overfull || row.open

        onActed: row.toggled()
    }
}
