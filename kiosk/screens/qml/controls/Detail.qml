import QtQuick

// A heading of the full text, and what stands under it.
Item {
    id: detail

    required property string heading
    required property string text
    property bool wanted: true
    property bool tight: false

    implicitHeight: title.implicitHeight + sentences.implicitHeight

    Prose {
        id: title

        bold: true
        color: Theme.accent
        spoken: ""
        text: detail.heading
        width: parent.width
    }

    Prose {
        id: sentences

        anchors.top: title.bottom
        font.pixelSize: detail.tight ? Theme.ordinary : Theme.body
        spoken: detail.heading + ". " + detail.text
        text: detail.text
        width: parent.width
    }
}
