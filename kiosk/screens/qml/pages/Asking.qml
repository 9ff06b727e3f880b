pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../controls"

Frame {
    id: asking

    // The second layer comes in sheets, so that it never needs small type or scrolling.
    readonly property int perSheet: 3
    readonly property int sheets: Math.ceil(visitor.everything.length / perSheet)
    property int sheet: 0

    Item {
        anchors.fill: parent
        visible: !asking.visitor.details

        ColumnLayout {
            id: told

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.px(12)

            StatusLine {
                Layout.fillWidth: true
                analysis: asking.visitor.analysis
                instead: asking.visitor.questionNumber > 0 ? qsTr("Question %1 of %2. It stays off until the last.").arg(asking.visitor.questionNumber).arg(asking.visitor.questions) : asking.visitor.party > 1 ? qsTr("Person %1 of %2. It stays off unless everybody says yes.").arg(asking.visitor.person).arg(asking.visitor.party) : ""
                olderYes: asking.visitor.olderYes
            }

            Prose {
                Layout.fillWidth: true
                bold: true
                font.pixelSize: asking.visitor.questionNumber > 0 ? Theme.strong : Theme.title
                text: asking.visitor.question
            }
        }

        GridLayout {
            id: facts

            anchors.left: parent.left
            anchors.top: told.bottom
            anchors.topMargin: Theme.px(Theme.portrait ? 24 : 36)
            columnSpacing: Theme.px(56)
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.px(Theme.portrait ? 8 : 28)
            width: Theme.portrait ? parent.width : parent.width * 0.62

            Repeater {
                model: asking.visitor.facts

                delegate: GridLayout {
                    id: fact

                    required property var modelData

                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    columnSpacing: Theme.px(Theme.portrait ? 36 : 20)
                    columns: 2
                    rowSpacing: 0

                    Pictogram {
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredHeight: Theme.px(Theme.portrait ? 88 : 60)
                        Layout.preferredWidth: Theme.px(Theme.portrait ? 88 : 60)
                        Layout.rowSpan: Theme.portrait ? 2 : 1
                        Layout.topMargin: Theme.px(Theme.portrait ? 14 : 0)
                        color: Theme.accent
                        inset: 6
                        name: fact.modelData.name
                        strokeUnits: Theme.portrait ? 2.6 : 3.4
                    }

                    Prose {
                        Layout.fillWidth: true
                        bold: true
                        color: Theme.accent
                        text: fact.modelData.label
                    }

                    Prose {
                        Layout.columnSpan: Theme.portrait ? 1 : 2
                        Layout.fillWidth: true
                        text: fact.modelData.text
                    }
                }
            }
        }

        Prose {
            id: welcome

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            color: Theme.quiet
            text: asking.visitor.welcome
            width: facts.width
        }

        Grid {
            id: answers

            readonly property real tallest: Math.max(yes.contentHeight, no.contentHeight)
            readonly property real cardHeight: Theme.portrait ? Math.max(yes.implicitHeight, no.implicitHeight) : (parent.height - facts.y - Theme.gap) / 2

            anchors.bottom: Theme.portrait ? welcome.top : parent.bottom
            anchors.bottomMargin: Theme.portrait ? Theme.px(20) : 0
            anchors.right: parent.right
            columns: Theme.portrait ? 2 : 1
            spacing: Theme.gap
            width: Theme.portrait ? parent.width : parent.width * 0.34

            AnswerCard {
                id: yes

                height: answers.cardHeight
                meaning: asking.visitor.yesMeans
                name: asking.visitor.yes
                objectName: "yes"
                sign: "yes"
                tallest: answers.tallest
                width: Theme.portrait ? (answers.width - Theme.gap) / 2 : answers.width

                onActed: asking.visitor.agree()
            }

            AnswerCard {
                id: no

                height: answers.cardHeight
                meaning: asking.visitor.noMeans
                name: asking.visitor.no
                objectName: "no"
                sign: "no"
                tallest: answers.tallest
                width: yes.width

                onActed: asking.visitor.refuse()
            }
        }
    }

    Item {
        anchors.fill: parent
        visible: asking.visitor.details

        StatusLine {
            id: status

            analysis: asking.visitor.analysis
            olderYes: asking.visitor.olderYes
            width: parent.width
        }

        GridLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: status.bottom
            anchors.topMargin: Theme.px(36)
            columnSpacing: Theme.px(56)
            columns: Theme.portrait ? 1 : 3
            rowSpacing: Theme.px(44)

            Repeater {
                model: asking.visitor.everything.slice(asking.sheet * asking.perSheet, (asking.sheet + 1) * asking.perSheet)

                delegate: ColumnLayout {
                    id: detail

                    required property var modelData

                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    spacing: Theme.px(2)

                    Prose {
                        Layout.fillWidth: true
                        bold: true
                        color: Theme.accent
                        text: detail.modelData.heading
                    }

                    Prose {
                        Layout.fillWidth: true
                        text: detail.modelData.text
                    }
                }
            }
        }
    }

    foot: [
        Link {
            color: Theme.ink
            name: asking.visitor.details ? qsTr("Back") : qsTr("Read everything")
            objectName: "details"
            underlined: false

            onActed: {
                asking.sheet = 0;
                if (asking.visitor.details)
                    asking.visitor.back();
                else
                    asking.visitor.openDetails();
            }
        },
        Link {
            color: Theme.ink
            name: qsTr("Next page · %1 of %2").arg(asking.sheet + 1).arg(asking.sheets)
            objectName: "turn"
            underlined: false
            visible: asking.visitor.details && asking.sheets > 1

            onActed: {
                asking.sheet = (asking.sheet + 1) % asking.sheets;
                asking.visitor.touch();
            }
        },
        Link {
            color: Theme.ink
            name: qsTr("We are %n together", "", asking.visitor.party)
            objectName: "party"
            underlined: false
            visible: asking.visitor.party > 1 && !asking.visitor.details

            onActed: asking.visitor.countParty()
        },
        Link {
            color: Theme.ink
            name: qsTr("I have a receipt")
            objectName: "receipt"
            underlined: false
            visible: asking.visitor.party === 1 && !asking.visitor.details

            onActed: asking.visitor.openCode()
        },
        Link {
            color: Theme.ink
            name: asking.visitor.underAge
            objectName: "under-age"
            underlined: false
            visible: asking.visitor.questionNumber === 0 && !asking.visitor.details

            onActed: asking.visitor.tooYoung()
        },
        Link {
            color: Theme.ink
            name: asking.visitor.questionNumber > 0 ? qsTr("All at once") : qsTr("One by one")
            objectName: "one-by-one"
            underlined: false
            visible: asking.visitor.questions > 1 && asking.visitor.party === 1 && !asking.visitor.details

            onActed: asking.visitor.questionNumber > 0 ? asking.visitor.back() : asking.visitor.askOneByOne()
        }
    ]
}
