import QtQuick

// A paragraph that Sheets lays out, where it is wanted.
Prose {
    property bool wanted: true
    property bool wide: false
    property bool tight: false

    font.pixelSize: tight ? Theme.ordinary : Theme.body
}
