pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

Frame {
    id: answered

    readonly property bool recorded: visitor.code !== ""
    readonly property bool doubtful: visitor.analysis === "unheard" || visitor.answer === "yes" && !["on", "waiting", "off"].includes(visitor.analysis)
    readonly property bool tryable: doubtful && visitor.answer === "yes" && visitor.retryable
    readonly property bool together: tryable && visitor.analysis === "ambiguous" && visitor.partyOffered && visitor.party === 1
    readonly property string doubt: {
        switch (visitor.analysis) {
        case "ambiguous":
            if (tryable && visitor.party > 1)
                return qsTr("We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.", "", visitor.party);
            return tryable ? qsTr("We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.") : qsTr("We cannot tell you apart from the person next to you. Face analysis stays off.");
        case "tainted":
            return qsTr("We can no longer be sure that it is you. Face analysis has ended.");
        case "lost":
            return tryable ? qsTr("The camera does not see you. Please stand on the mark and try again.") : qsTr("The camera lost sight of you. Face analysis has ended.");
        case "unheard":
            return qsTr("A camera did not confirm that it stopped. All of them are off until the staff have looked.");
        case "no_camera":
            return qsTr("No camera is connected. Nothing looks at your face.");
        default:
            return tryable ? qsTr("Not every camera has confirmed. Please try again, or leave it off.") : qsTr("Not every camera has confirmed. Face analysis stays off.");
        }
    }

    aside: Receipt {
        anchors.fill: parent
        code: answered.visitor.code
        url: answered.visitor.receiptUrl
    }
    asideLeast: Theme.px(400)
    asideMost: Theme.px(760)
    asideShare: 0.42
    languageOffered: false
    longRow: tryable
    personal: true
    title: {
        if (!recorded)
            return "";
        if (visitor.young)
            return visitor.youngHeadline;
        switch (visitor.answer) {
        case "yes":
            return qsTr("You said yes.\nThat is recorded.");
        case "no":
            return qsTr("You said no.\nThat is recorded.");
        default:
            return qsTr("You took it back.\nThat is recorded.");
        }
    }
    titleSize: !doubtful && Theme.roomy ? Theme.title : Theme.body > Theme.px(46 * Theme.optical) ? Theme.body : Theme.strong

    buttons: [
        PlainButton {
            name: qsTr("We are together")
            objectName: "together"
            personal: true
            visible: answered.together
            width: answered.buttonWidth

            onActed: answered.visitor.countParty()
        },
        PlainButton {
            name: qsTr("Try again")
            objectName: "again"
            personal: true
            visible: answered.tryable
            width: answered.together || answered.across ? answered.buttonWidth : answered.roomWidth

            onActed: answered.visitor.tryAgain()
        },
        PlainButton {
            name: qsTr("Undo · %1 s").arg(answered.visitor.undoSeconds)
            objectName: "undo"
            spoken: qsTr("Undo")
            visible: answered.visitor.undoSeconds > 0
            width: answered.buttonWidth

            onActed: answered.visitor.undo()
        },
        Item {
            height: 1
            visible: answered.visitor.undoSeconds === 0 && !answered.across
            width: answered.buttonWidth // done stays where it is when undo goes
        },
        PlainButton {
            backwards: true
            name: qsTr("Done")
            objectName: "done"
            solid: true
            width: answered.buttonWidth

            onActed: answered.visitor.finish()
        }
    ]

    Passage {
        personal: true
        text: answered.visitor.young ? answered.visitor.youngText : qsTr("Yes to: %1. No to the rest.").arg(answered.visitor.agreed.join(answered.visitor.comma))
        wanted: answered.recorded && (answered.visitor.young || answered.visitor.agreed.length > 0)
    }

    Doubt {
        sign: ({
                "no_camera": "camera-off",
                "unheard": "camera-off",
                "unconfirmed": "waiting"
            })[answered.visitor.analysis] ?? "alone"
        text: answered.doubt
        wanted: answered.recorded && answered.doubtful
    }

    Repeater {
        model: answered.visitor.erased

        delegate: Passage {
            required property var modelData
            readonly property string counts: [modelData.faces > 0 ? qsTr("%n face(s)", "", modelData.faces) : "", modelData.looks > 0 ? qsTr("%n look(s)", "", modelData.looks) : "", modelData.seconds > 0 ? qsTr("%n second(s) of your stay", "", modelData.seconds) : "", modelData.others].filter(each => each !== "").join(answered.visitor.comma)

            personal: true
            text: counts === "" ? qsTr("Camera %1 says: it held nothing of yours.").arg(modelData.camera) : qsTr("Camera %1 says it erased: %2.").arg(modelData.camera).arg(counts)
        }
    }

    Passage {
        personal: true
        text: answered.tryable || answered.visitor.answer === "withdrawn" ? qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture.") : qsTr("This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.")
        wanted: answered.recorded
    }
}
