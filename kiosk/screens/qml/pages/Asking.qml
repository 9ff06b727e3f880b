pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

Frame {
    id: asking

    readonly property bool stacked: beside || Theme.portrait && Theme.large
    readonly property bool details: visitor.details

    aside: Grid {
        id: answers

        readonly property var order: asking.visitor.yesFirst ? ["yes", "no"] : ["no", "yes"]
        readonly property real tallest: cards.count === 2 ? Math.max((cards.itemAt(0) as AnswerCard)?.contentHeight ?? 0, (cards.itemAt(1) as AnswerCard)?.contentHeight ?? 0) : 0
        readonly property real cardWidth: asking.stacked ? asking.asideWidth : (asking.asideWidth - Theme.gap) / 2
        readonly property real cardHeight: asking.beside ? (asking.asideHeight - Theme.gap) / 2 : Math.max(tallest + 2 * Theme.px(28), Theme.mm(25))

        columns: asking.stacked ? 1 : 2
        spacing: Theme.gap

        Repeater {
            id: cards

            model: answers.order

            delegate: AnswerCard {
                required property string modelData
                readonly property bool agrees: modelData === "yes"

                height: answers.cardHeight
                meaning: agrees ? asking.visitor.yesMeans : asking.visitor.noMeans
                name: agrees ? asking.visitor.yes : asking.visitor.no
                objectName: modelData
                sign: modelData
                tallest: answers.tallest
                width: answers.cardWidth

                onActed: agrees ? asking.visitor.agree() : asking.visitor.refuse()
            }
        }
    }
    asideActs: true
    asideShare: Theme.large ? 0.44 : 0.36
    asideShown: !details
    asideLeast: stacked ? 2 * answers.cardHeight + Theme.gap : answers.cardHeight
    columns: Theme.portrait || Theme.large ? 1 : 2
    instead: visitor.questionNumber > 0 ? qsTr("Question %1 of %2. It stays off until the last.").arg(visitor.questionNumber).arg(visitor.questions) : visitor.party > 1 ? qsTr("Person %1 of %2. It stays off unless everybody says yes.").arg(visitor.person).arg(visitor.party) : ""
    rowGap: details ? Theme.gap : Theme.px(4)
    slack: details ? 0 : Theme.px(24)
    title: details ? "" : visitor.question
    titleSize: visitor.questionNumber > 0 ? Theme.strong : Theme.title
    wideHead: true

    entries: [
        Entry {
            backwards: asking.details
            key: "details"
            name: asking.details ? qsTr("Back") : qsTr("Read everything")

            onActed: asking.details ? asking.visitor.back() : asking.visitor.openDetails()
        },
        Entry {
            key: "under-age"
            name: asking.visitor.underAge
            offered: asking.visitor.questionNumber === 0 && !asking.details

            onActed: asking.visitor.tooYoung()
        },
        Entry {
            key: "party"
            name: qsTr("We are %n together", "", asking.visitor.party)
            offered: asking.visitor.party > 1 && !asking.details

            onActed: asking.visitor.countParty()
        },
        Entry {
            key: "receipt"
            name: qsTr("I have a receipt")
            offered: asking.visitor.party === 1 && !asking.details

            onActed: asking.visitor.openCode()
        },
        Entry {
            backwards: asking.visitor.questionNumber > 0
            key: "one-by-one"
            name: asking.visitor.questionNumber > 0 ? qsTr("All at once") : qsTr("One by one")
            offered: asking.visitor.questions > 1 && asking.visitor.party === 1 && !asking.details

            onActed: asking.visitor.questionNumber > 0 ? asking.visitor.back() : asking.visitor.askOneByOne()
        }
    ]

    Repeater {
        model: asking.details ? [] : asking.visitor.facts

        delegate: Fact {
            required property var modelData

            label: modelData.label
            sign: modelData.name
            text: modelData.text
        }
    }

    Passage {
        color: Theme.quiet
        text: asking.visitor.welcome
        wanted: !asking.details
        wide: true
    }

    Repeater {
        model: asking.details ? asking.visitor.everything : []

        delegate: Detail {
            required property var modelData

            heading: modelData.heading
            text: modelData.text
        }
    }
}
