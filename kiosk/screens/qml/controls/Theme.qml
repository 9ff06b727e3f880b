pragma Singleton

import QtQuick

// One design unit is one pixel of a 1080-pixel-wide panel. Four sizes, two weights, one accent.
QtObject {
    property real unit: 1
    property bool portrait: true
    property string language: "en"

    readonly property color paper: "#f4f0e6"
    readonly property color shade: "#e9e2d3"
    readonly property color card: "#ffffff"
    readonly property color ink: "#15181b"
    readonly property color quiet: "#4d5256"
    readonly property color line: "#cfc7b6" // separates cards from paper; what can be touched has a darker edge
    readonly property color accent: "#0d5560"
    readonly property color accentDeep: "#094049"
    readonly property color bright: "#f8f5ee"

    readonly property bool chinese: language.startsWith("zh")
    readonly property bool arabic: language.startsWith("ar")
    readonly property string family: chinese ? "Noto Sans SC" : arabic ? "Noto Sans Arabic" : "Noto Sans"
    readonly property real loose: chinese ? 0.94 : 1 // of the font's line, for running text
    readonly property real tight: arabic ? 0.95 : 0.85 // of the font's line, for titles
    readonly property real optical: chinese ? 1.06 : 1

    readonly property int body: px(42 * optical)
    readonly property int strong: px(56 * optical)
    readonly property int title: px(portrait ? 90 : 80)
    readonly property int poster: px(portrait ? 124 : 112)

    readonly property int margin: px(72)
    readonly property int gap: px(24)
    readonly property int radius: px(28)
    readonly property int stroke: Math.max(2, px(4))
    readonly property int motion: 200

    function px(units: real): int {
        return Math.round(units * unit);
    }
}
