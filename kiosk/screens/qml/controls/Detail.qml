import QtQuick

// A heading of the full text, and what stands under it.
Column {
    id: detail

    required property string heading
    required property string text
    property bool wanted: true

    Prose {
        bold: true
        color: Theme.accent
        spoken: ""
        text: detail.heading
        width: parent.width
    }

    Prose {
        spoken: detail.heading + ". " + detail.text
        text: detail.text
        width: parent.width
    }
}
