import QtQuick
import QtQuick.Shapes

// Line drawings on one 48-unit grid, one stroke.
Item {
    id: pictogram

    required property string name
    property color color: Theme.ink
    property real strokeUnits: 2.6
    property real inset: 0 // units of empty grid before the drawing, taken off so that it begins where the text does

    readonly property var paths: ({
            "camera": "M5 15 h9 l4 -6 h12 l4 6 h9 v24 h-38 z M24 19 a8 8 0 1 0 0.01 0",
            "camera-off": "M5 15 h9 l4 -6 h12 l4 6 h9 v24 h-38 z M24 19 a8 8 0 1 0 0.01 0 M6 5 L42 45",
            "what": "M8 17 v-9 h9 M31 8 h9 v9 M40 31 v9 h-9 M17 40 h-9 v-9 M24 14 c-6 0 -8 4 -8 9 c0 6 4 11 8 11 s8 -5 8 -11 c0 -5 -2 -9 -8 -9",
            "why": "M7 41 h34 M13 41 v-12 M24 41 v-26 M35 41 v-18",
            "how_long": "M24 7 a17 17 0 1 0 0.01 0 M24 14 v11 l8 4",
            "who": "M8 41 v-23 l16 -11 l16 11 v23 z M19 41 v-12 h10 v12",
            "yes": "M9 26 l10 10 l21 -23",
            "no": "M12 12 l24 24 M36 12 l-24 24",
            "off": "M24 12 a12 12 0 1 0 0.01 0",
            "on": "M24 12 a12 12 0 1 0 0.01 0 M24 19 a5 5 0 1 0 0.01 0 M24 21.5 a2.5 2.5 0 1 0 0.01 0",
            "waiting": "M24 12 a12 12 0 1 0 0.01 0 M24 24 v-6 M24 24 h5",
            "chevron": "M14 19 l10 10 l10 -10",
            "forward": "M18 12 l12 12 l-12 12",
            "speaker": "M7 19 v10 h7 l10 8 v-26 l-10 8 z M31 18 a9 9 0 0 1 0 12 M36 12 a17 17 0 0 1 0 24",
            "silent": "M7 19 v10 h7 l10 8 v-26 l-10 8 z M32 19 l10 10 M42 19 l-10 10",
            "text": "M4 37 l9 -24 l9 24 M7.5 29 h11 M27 31 a6.5 6.5 0 1 0 13 0 a6.5 6.5 0 1 0 -13 0 M40 23 v14",
            "body": "M24 6 a5 5 0 1 0 0.01 0 M16 42 v-14 h-3 v-8 a11 6 0 0 1 22 0 v8 h-3 v14",
            "erase": "M18 11 h23 v26 h-23 l-12 -13 z M25 19 l10 10 M35 19 l-10 10",
            "alone": "M24 6 a6 6 0 1 0 0.01 0 M15 34 v-8 a9 8 0 0 1 18 0 v8 M5 40 a19 5 0 0 0 38 0"
        })

    implicitHeight: Theme.px(72)
    implicitWidth: Theme.px(72)

    Shape {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: -pictogram.inset * scale
        height: 48

        preferredRendererType: Shape.CurveRenderer
        scale: Math.min(pictogram.width, pictogram.height) / 48
        width: 48

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: pictogram.color
            strokeWidth: pictogram.strokeUnits

            PathSvg {
                path: pictogram.paths[pictogram.name]
            }
        }
    }
}
