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
    asideLeast: reachable
    asideUnder: true
    languageOffered: false
    title: visitor.voiceless.length > 0 ? qsTr("Not read aloud here: %1").arg(visitor.voiceless.join(", ")) : ""
    titleSize: Theme.body
    wideHead: true
    title: qsTr("Choose your language")
    titleSize: Theme.strong

    entries: Entry {
        backwards: true
        key: "back"
        name: qsTr("Back")

        onActed: languages.visitor.back()
    }
}
