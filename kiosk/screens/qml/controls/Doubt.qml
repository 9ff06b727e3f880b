import QtQuick

// Why a yes is not in force, with a sign.
Item {
    id: doubt

    required property string sign
    required property string text
    property bool wanted: true
    property bool tight: false

    implicitHeight: Math.max(mark.height, sentence.implicitHeight)

    Pictogram {
        id: mark

        anchors.left: parent.left
        color: Theme.accent
        height: Theme.px(112)
        inset: 5
        name: doubt.sign
        width: height
    }

    Prose {
        id: sentence

        anchors.left: mark.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: parent.right
        live: true
        personal: true
        font.pixelSize: doubt.tight ? Theme.ordinary : Theme.body
        text: doubt.text
    }
}
