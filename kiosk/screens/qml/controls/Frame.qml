pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What every page but the posters has. From the top: the shop, the state and the title (the head), the words, what stands
// below or beside them (the aside), the buttons, and a quiet foot.
Item {
    id: frame

    required property Visitor visitor
    property bool languageOffered: true
    property bool comfortOffered: true
    property bool stated: true
    property string instead: ""
    property string title: ""
    property int titleSize: Theme.title
    property bool personal: false // the title tells what was answered
    property bool statePersonal: personal
    property bool wideHead: false // beside an aside, too
    property alias columns: words.columns
    property alias rowGap: words.rowGap
    property alias slack: words.slack
    default property alias blocks: words.blocks
    property alias aside: aside.data
    property bool asideShown: true
    property bool asideUnder: false // always
    property bool asideActs: false // it is touched: in the low layout it stands under the words
    property real asideShare: 0.36 // of the width, beside the words
    property real asideLeast: 0 // its height, under the words
    property real asideMost: asideLeast
    property alias buttons: buttons.data
    property bool longRow: false // of up to four buttons, under the aside as well
    property list<Entry> entries
    property bool more: false

    readonly property bool withAside: asideShown && aside.children.length > 0
    readonly property bool beside: !Theme.portrait && withAside && !asideUnder && !(Theme.low && asideActs)
    readonly property bool level: wideHead && beside // there is the width for a title of one line
    readonly property string heading: level ? Theme.unbroken(title) : title
    readonly property bool split: !Theme.portrait && withAside && !asideUnder && !beside // the words stand beside the head
    readonly property real asideWidth: aside.width
    readonly property real asideHeight: aside.height
    readonly property real roomWidth: buttons.width
    readonly property real asideTop: wideHead ? head.height + Theme.px(16) : 0
    readonly property real asideStacked: withAside ? Math.max(asideLeast, Math.min(asideMost, roomy - words.wholeHeight - 2 * Theme.gap)) : 0
    readonly property bool across: beside && longRow
    readonly property int inRow: across ? 4 : 2
    readonly property real buttonWidth: Math.floor((buttons.width - (inRow - 1) * Theme.gap) / inRow)
    readonly property real roomy: buttons.y - words.y // for words and aside, one under the other
    readonly property real reachable: Theme.low && Theme.reach > 0 ? Math.min(roomy, Theme.reach - footer.height - Theme.px(48)) : roomy
    readonly property var offered: {
        const found = [];
        for (let index = 0; index < entries.length; index++)
            if (entries[index].offered)
                found.push(entries[index]);
        return found;
    }

    Brand {
        id: brand

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 44 : 32)
        height: visible ? Theme.target : 0
        store: frame.visitor.store
        visible: Theme.portrait || !Theme.low && (!Theme.large || frame.languageOffered)
        width: parent.width - 2 * Theme.margin - (high.children.length > 0 ? high.width + Theme.gap : 0)
    }

    Item {
        id: high

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: brand.top
        height: Theme.target
        width: language.parent === high && language.visible ? language.width : 0
    }

    LanguagePill {
        id: language

        name: frame.visitor.languageName
        objectName: "language"
        parent: Theme.low ? low : high
        visible: frame.languageOffered

        onActed: frame.visitor.openLanguages()
    }

    Item {
        id: room

        anchors.bottom: footer.top
        anchors.bottomMargin: Theme.px(Theme.portrait ? 28 : 20)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: brand.bottom
        anchors.topMargin: Theme.px(Theme.portrait ? 24 : 10)

        Item {
            anchors.fill: parent
            visible: !frame.more

            Column {
                id: head

                anchors.left: parent.left
                anchors.top: parent.top
                spacing: Theme.px(8)
                width: frame.split ? parent.width * 0.42 : frame.wideHead || !frame.beside ? parent.width : words.width

                StatusLine {
                    analysis: frame.visitor.analysis
                    instead: frame.instead
                    olderYes: frame.visitor.olderYes
                    personal: frame.statePersonal
                    visible: frame.stated
                    width: parent.width
                }

                Prose {
                    id: full

                    bold: true
                    font.pixelSize: frame.titleSize
                    text: frame.heading
                    visible: false
                    width: parent.width
                }

                Prose {
                    bold: true
                    font.pixelSize: full.lineCount > (frame.level ? 1 : 2) ? Math.max(Theme.body, frame.titleSize * 0.8) : frame.titleSize
                    discreet: qsTr("The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.").arg(qsTr("Text, sound and layout"))
                    heading: true
                    personal: frame.personal
                    text: frame.heading
                    visible: text !== ""
                    width: parent.width
                }
            }

            Sheets {
                id: words

                anchors.right: frame.beside ? undefined : parent.right
                height: (frame.beside || !frame.withAside ? frame.roomy : aside.y - y) - (buttons.height > 0 || frame.withAside && !frame.beside ? Theme.gap : 0)
                personal: frame.personal
                width: frame.beside ? parent.width * (1 - frame.asideShare) - Theme.px(56) : frame.split ? parent.width * 0.58 - Theme.px(56) : parent.width
                x: frame.beside && Theme.mirrored ? parent.width - width : 0
                y: frame.split ? 0 : head.height + Theme.px(16)

                onTurned: frame.visitor.touch()
            }

            Item {
                id: aside

                anchors.right: parent.right
                height: !frame.withAside ? 0 : frame.beside ? (frame.across ? buttons.y - Theme.gap : parent.height) - frame.asideTop : frame.asideStacked
                visible: frame.withAside
                width: frame.beside ? parent.width * frame.asideShare : parent.width
                y: frame.beside ? frame.asideTop : buttons.y - (buttons.height > 0 ? Theme.gap : 0) - frame.asideStacked
            }

            Flow {
                id: buttons

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                spacing: Theme.gap
                width: frame.beside && !frame.across ? words.width : parent.width
            }
        }

        Column {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.gap
            visible: frame.more

            Repeater {
                model: frame.more ? frame.offered : []

                delegate: PlainButton {
                    required property var modelData

                    name: modelData.name
                    objectName: modelData.key
                    width: parent.width

                    onActed: {
                        frame.more = false;
                        modelData.acted();
                    }
                }
            }
        }
    }

    Rectangle {
        id: footer

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.shade
        height: foot.height + 2 * Theme.px(Theme.portrait ? 24 : 12)

        Item {
            id: foot

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            height: Math.max(Theme.target, links.height, comfort.height)

            LinkRow {
                id: links

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                entries: frame.offered
                open: frame.more
                rows: Theme.portrait && !Theme.large ? 2 : 1
                width: parent.width - comfort.width

                onToggled: {
                    frame.more = !frame.more;
                    frame.visitor.rearrange();
                }
            }

            Grid {
                id: comfort

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                columns: Theme.portrait && !Theme.low && !Theme.large && frame.offered.length > 2 ? 1 : 3
                spacing: Theme.px(20)

                Item {
                    id: low

                    height: Theme.target
                    visible: Theme.low && frame.languageOffered
                    width: language.width
                }

                IconButton {
                    name: frame.visitor.speaking ? qsTr("Stop reading") : qsTr("Read aloud")
                    objectName: "read-aloud"
                    pictogram: frame.visitor.speaking ? "silent" : "speaker"
                    visible: frame.comfortOffered && frame.visitor.voiced

                    onActed: frame.visitor.readAloud()
                }

                IconButton {
                    name: qsTr("Text, sound and layout")
                    objectName: "preferences"
                    pictogram: "text"
                    visible: frame.comfortOffered

                    onActed: frame.visitor.openPreferences()
                }
            }
        }
    }
}
