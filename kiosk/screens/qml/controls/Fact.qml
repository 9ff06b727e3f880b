import QtQuick

// One of the four facts: sign, label, sentence.
Item {
    id: fact

    required property string sign
    required property string label
    required property string text
    property bool wanted: true
    property bool tight: false
    readonly property bool squeezed: !Theme.portrait && !Theme.large

    implicitHeight: squeezed ? Math.max(mark.height, heading.implicitHeight) + sentence.implicitHeight : Math.max(mark.height + mark.y, heading.implicitHeight + sentence.implicitHeight)

    Pictogram {
        id: mark

        anchors.left: parent.left
        color: Theme.accent
        height: Theme.px(fact.squeezed ? 60 : 88)
        inset: 6
        name: fact.sign
        strokeUnits: fact.squeezed ? 3.4 : 2.6
        width: height
        y: Theme.px(fact.squeezed ? 0 : 14)
    }

    Prose {
        id: heading

        anchors.left: mark.right
        anchors.leftMargin: Theme.px(fact.squeezed ? 20 : 36)
        anchors.right: parent.right
        bold: true
        color: Theme.accent
        spoken: ""
        text: fact.label
    }

    Prose {
        id: sentence

        anchors.left: fact.squeezed ? parent.left : heading.left
        anchors.right: parent.right
        spoken: fact.label + ". " + fact.text
        font.pixelSize: fact.tight ? Theme.ordinary : Theme.body
        text: fact.text
        y: fact.squeezed ? Math.max(mark.height, heading.implicitHeight) : heading.implicitHeight
    }
}
