pragma Singleton

import QtQuick

// One design unit is one pixel of a panel 1080 pixels wide. Four sizes, two weights, one accent.
QtObject {
    property real unit: 1
    property bool portrait: true
    property real perMm: 4.03 // pixels
    property real viewing: 600 // millimetres from the eye to the glass
    property real reach: 0 // pixels from the lower edge: no control is higher in the low layout
    property var script: ({
            "family": "Noto Sans",
            "optical": 1,
            "capital": 0.714,
            "loose": 1,
            "tight": 0.85
        })
    property color brand: "#0d5560"
    property url logo
    property var plates: ({}) // behind it, by what it stands on: "" where it stands out by itself
    property bool mirrored: false
    property bool spaced: true // are there spaces between words?
    property bool moving: true

    // As the visitor has it:
    property bool large: false
    property bool contrast: false
    property bool low: false

    readonly property color paper: contrast ? "#000000" : "#f4f0e6"
    readonly property color shade: contrast ? "#1c1c1c" : "#e9e2d3"
    readonly property color card: contrast ? "#000000" : "#ffffff"
    readonly property color ink: contrast ? "#ffffff" : "#15181b"
    readonly property color quiet: contrast ? "#ffffff" : "#43484b"
    readonly property color line: contrast ? "#ffffff" : "#cfc7b6" // separates cards from paper; what can be touched has a darker edge
    readonly property color accent: contrast ? "#ffd84d" : brand
    readonly property color poster: brand
    readonly property color bright: "#f8f5ee"

    readonly property string family: script.family
    readonly property real optical: script.optical
    readonly property real loose: script.loose // of the font's line, for running text
    readonly property real tight: script.tight // of the font's line, for titles

    // A capital is at least 0.7 degrees high (EN 301 549, 5.1.4), as far as the panel has room.
    readonly property real least: perMm * viewing * Math.tan(0.7 * Math.PI / 180) / script.capital
    readonly property bool roomy: mm(20) <= px(116) // else the panel is too small for any of these measures, which is said at start
    readonly property int ordinary: roomy ? Math.ceil(Math.min(Math.max(42 * unit * optical, least), 54 * unit * optical)) : Math.ceil(42 * unit * optical)
    readonly property int body: large ? Math.ceil(Math.min(ordinary * 4 / 3, 64 * unit * optical)) : ordinary
    readonly property int strong: Math.max(px(56 * optical), Math.round(body * 1.2))
    readonly property int title: px((portrait ? 90 : 80) * (large ? 0.9 : 1))
    readonly property int headline: px(portrait ? 112 : 104)

    readonly property int margin: px(72)
    readonly property int gap: roomy ? Math.max(px(24), mm(5)) : px(24)
    readonly property int target: roomy ? Math.max(px(88), mm(20)) : px(88) // the least height and width of what can be touched
    readonly property int radius: px(28)
    readonly property int stroke: Math.max(2, px(4))
    readonly property int motion: moving ? 200 : 0

    function px(units: real): int {
        return Math.round(units * unit);
    }

    // A text that was broken for a narrow column, in a wide one.
    function unbroken(text: string): string {
        return text.replace(/\n/g, spaced ? " " : "");
    }

    function mm(millimetres: real): int {
        return Math.ceil(millimetres * perMm);
    }
}
