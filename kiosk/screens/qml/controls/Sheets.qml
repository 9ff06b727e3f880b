import QtQuick

// Blocks in rows, and on further sheets where one is too low for them: nothing needs small type or scrolling.
// A block is a child that says whether it is wanted, and perhaps that it is as wide as all columns; its width is given to it here,
// and that its type must be no larger than usual, where larger type has no room.
Item {
    id: sheets

    default property alias blocks: pile.data
    property int columns: 1
    property bool personal: false // how many there are tells what was answered
    property real columnGap: Theme.px(56)
    property real rowGap: Theme.gap
    property real slack: 0 // that each gap may grow by, where there is room
    property int sheet: 0
    property int count: 1
    property real wholeHeight: 0 // of all blocks on one sheet
    readonly property real columnWidth: (width - (lanes - 1) * columnGap) / lanes
    property color pagerColor: Theme.accent
    property var known: []
    property var shown: []
    property bool busy: false
    property int lanes: columns // fewer, where a block is too high for a column

    signal turned

    function arrange() {
        if (busy)
            return;
        busy = true;
        lay();
        busy = false;
    }

    function lay() {
        const blocks = Array.from(pile.children).filter(each => each.wanted !== undefined);
        for (const block of blocks.filter(each => !known.includes(each))) {
            block.implicitHeightChanged.connect(again);
            block.wantedChanged.connect(again);
        }
        known = blocks;
        const wanted = blocks.filter(each => each.wanted);
        if (wanted.some((each, index) => each !== shown[index]))
            sheet = 0;
        shown = wanted;
        lanes = columns;
        wanted.forEach(each => tighten(each, false));
        wholeHeight = total(rowsOf(wanted));
        const room = wholeHeight < height + 1 ? height : height - pager.height;
        if (lanes > 1 && wanted.some(each => each.implicitHeight > room)) {
            lanes = 1;
            wanted.forEach(each => tighten(each, false));
        }
        wanted.filter(each => each.implicitHeight > room).forEach(each => tighten(each, true));
        const rows = rowsOf(wanted);
        const between = rowGap + (rows.length > 1 ? Math.max(0, Math.min(slack, (height - total(rows)) / (rows.length - 1))) : 0);
        let last = 0;
        let y = 0;
        for (const row of rows) {
            if (y > 0 && y + row.height > room + 1) {
                last += 1;
                y = 0;
            }
            row.sheet = last;
            row.y = y;
            y += row.height + between;
        }
        count = last + 1;
        sheet = Math.min(sheet, last);
        for (const row of rows) {
            row.blocks.forEach((block, index) => {
                block.x = row.wide ? 0 : (Theme.mirrored ? lanes - 1 - index : index) * (columnWidth + columnGap);
                block.y = row.y;
            });
        }
        for (const block of blocks)
            block.visible = rows.some(row => row.sheet === sheet && row.blocks.includes(block));
    }

    function tighten(block: var, tight: bool) {
        block.width = block.wide ? width : columnWidth;
        if (block.tight !== undefined)
            block.tight = tight;
    }

    function rowsOf(wanted: var): var {
        const rows = [];
        for (const block of wanted) {
            const last = rows[rows.length - 1];
            if (block.wide || !last || last.wide || last.blocks.length === lanes)
                rows.push({
                    "blocks": [],
                    "height": 0,
                    "wide": block.wide
                });
            const row = rows[rows.length - 1];
            row.blocks.push(block);
            row.height = Math.max(row.height, block.implicitHeight);
        }
        return rows;
    }

    function total(rows: var): real {
        return rows.reduce((sum, row) => sum + row.height + rowGap, rows.length > 0 ? -rowGap : 0);
    }

    function again() {
        if (busy)
            return;
        soon.start();
    }

    onColumnsChanged: arrange()
    onHeightChanged: again()
    onRowGapChanged: arrange()
    onSheetChanged: arrange()
    onWidthChanged: arrange()

    Component.onCompleted: arrange()

    Timer {
        id: soon

        interval: 0

        onTriggered: sheets.arrange()
    }

    Connections {
        function onMirroredChanged() {
            sheets.again();
        }

        target: Theme
    }

    Item {
        id: pile

        anchors.fill: parent

        onChildrenChanged: sheets.again()
    }

    Link {
        id: pager

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        color: sheets.pagerColor
        name: qsTr("Next page · %1 of %2").arg(sheets.sheet + 1).arg(sheets.count)
        objectName: "turn"
        personal: sheets.personal
        visible: sheets.count > 1

        onActed: {
            sheets.sheet = (sheets.sheet + 1) % sheets.count;
            sheets.turned();
        }
    }
}
