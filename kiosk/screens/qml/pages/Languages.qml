pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

Frame {
    id: languages

    aside: LanguageGrid {
        anchors.fill: parent
        buttonHeight: Math.max(Theme.px(124), Theme.target)
        columns: Theme.portrait ? 2 : 4
        visitor: languages.visitor
    }
    asideActs: true
    asideLeast: Math.min(reachable, roomy - (unspoken.wanted ? unspoken.implicitHeight + 2 * Theme.gap : 0))
    asideUnder: true
    languageOffered: false
    title: qsTr("Choose your language")
    titleSize: Theme.strong

    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: languages.visitor.back()
    }

    Passage {
        id: unspoken

        text: qsTr("Not read aloud here: %1").arg(languages.visitor.voiceless.join(languages.visitor.comma))
        wanted: languages.visitor.voiceless.length > 0
    }
}
