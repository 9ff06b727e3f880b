pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

Frame {
    id: languages

    aside: LanguageGrid {
        anchors.fill: parent
        visitor: languages.visitor
    }
    asideActs: true
    asideLeast: Theme.low && Theme.reach > 0 ? Math.min(roomy, Theme.reach - Theme.px(240)) : roomy
    asideShare: 1
    languageOffered: false

    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: languages.visitor.back()
    }
}
