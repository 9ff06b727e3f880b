import QtQuick

// A heading of the full text, and what stands under it.
Column {
    id: detail

    required property string heading
    required property string text
    property bool wanted: true
    property bool tight: false

    Prose {
        bold: true
        color: Theme.accent
        spoken: ""
        text: detail.heading
        width: parent.width
    }

    Prose {
        spoken: detail.heading + ". " + detail.text
        font.pixelSize: detail.tight ? Theme.ordinary : Theme.body
        text: detail.text
        width: parent.width
    }
}
