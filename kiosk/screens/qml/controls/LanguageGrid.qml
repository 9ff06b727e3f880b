pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Every language in its own script.
Sheets {
    id: grid

    required property Visitor visitor
    property bool inverse: false
    property int buttonHeight: Math.max(Theme.px(112), Theme.target)

    columnGap: Theme.gap
    pagerColor: inverse ? Theme.bright : Theme.accent
    columns: Math.min(Theme.portrait ? 3 : 6, visitor.languages.length)

    onTurned: visitor.touch()

    Repeater {
        model: grid.visitor.languages

        delegate: PlainButton {
            required property var modelData

            implicitHeight: grid.buttonHeight
            bold: false
            family: modelData.family
            inverse: grid.inverse
            name: modelData.name
            objectName: "language-" + modelData.tag
            size: Theme.roomy ? Theme.body : Theme.px(36)
            tongue: modelData.tag

            onActed: grid.visitor.choose(modelData.tag)
        }
    }
}
