pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk
import "controls"
import "pages"

Window {
    id: window

    required property Visitor visitor
    required property Desk desk
    required property var panel // of {diagonal: inches, viewing: mm, reach: mm above the lower edge, moving, accent, logo, plates}
    readonly property string page: visitor.page
    property Item stop: null // where the keys are, or the voice is

    // What is said beside the words of the page.
    readonly property string sayKeys: qsTr("Five keys: down and up for the next and the one before, select, back, and help to hear it again.")
    readonly property string sayNothing: qsTr("Not said aloud.")
    readonly property string sayButton: qsTr("%1. Button.")

    color: Theme.paper
    title: visitor.store

    Binding {
        property: "unit"
        target: Theme
        value: Math.min(window.width, window.height) / 1080
    }

    Binding {
        property: "portrait"
        target: Theme
        value: window.height >= window.width
    }

    Binding {
        property: "mirrored"
        target: Theme
        value: window.visitor.rightToLeft
    }

    Binding {
        property: "spaced"
        target: Theme
        value: !/^(zh|ja)/.test(window.visitor.language)
    }

    Binding {
        property: "script"
        target: Theme
        value: window.visitor.script
    }

    Binding {
        property: "large"
        target: Theme
        value: window.visitor.large
    }

    Binding {
        property: "contrast"
        target: Theme
        value: window.visitor.contrast
    }

    Binding {
        property: "low"
        target: Theme
        value: window.visitor.low
    }

    Binding {
        property: "perMm"
        target: Theme
        value: Math.hypot(window.width, window.height) / (window.panel.diagonal * 25.4)
    }

    Binding {
        property: "viewing"
        target: Theme
        value: window.panel.viewing
    }

    Binding {
        property: "reach"
        target: Theme
        value: window.panel.reach * Theme.perMm
    }

    Binding {
        property: "moving"
        target: Theme
        value: window.panel.moving
    }

    Binding {
        property: "brand"
        target: Theme
        value: window.panel.accent
    }

    Binding {
        property: "logo"
        target: Theme
        value: window.panel.logo
    }

    Binding {
        property: "plates"
        target: Theme
        value: window.panel.plates
    }

    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: window.visitor.rightToLeft
        anchors.fill: parent
        objectName: "screen"

        Loader {
            id: loader

            active: !window.visitor.between
            anchors.fill: parent
            sourceComponent: {
                switch (window.page) {
                case "Attract":
                    return attract;
                case "Languages":
                    return languages;
                case "Preferences":
                    return preferences;
                case "Asking":
                    return asking;
                case "Answered":
                    return answered;
                case "CodePad":
                    return codePad;
                case "Recalled":
                    return recalled;
                case "StillThere":
                    return stillThere;
                case "PinPad":
                    return pinPad;
                case "StaffDesk":
                    return staffDesk;
                default:
                    return fault;
                }
            }

            onLoaded: if (window.visible)
                appear.restart() // the first picture is there at once
        }

        // Not the page's own opacity: the software renderer would leave out its last step, and the page stay a shade too light.
        Rectangle {
            id: veil

            anchors.fill: parent
            color: Theme.paper
            objectName: "veil"
            opacity: 0
            visible: opacity > 0

            NumberAnimation {
                id: appear

                duration: Theme.motion
                easing.type: Easing.OutCubic
                from: 0.75 // from 1, two frames would show nothing
                property: "opacity"
                target: veil
                to: 0
            }
        }

        PointHandler {
            enabled: window.page !== "Attract" && window.page !== "Fault"

            onActiveChanged: if (active)
                window.visitor.touch()
        }

        // Five taps in the corner, the last one held: staff.
        Item {
            anchors.left: parent.left
            anchors.top: parent.top
            height: Theme.px(150)
            objectName: "corner"
            width: height

            TapHandler {
                id: corner

                property int taps: 0

                gesturePolicy: TapHandler.WithinBounds
                longPressThreshold: 1

                onLongPressed: {
                    if (taps >= 4)
                        window.visitor.callStaff();
                    taps = 0;
                }
                onTapped: {
                    taps += 1;
                    forget.restart();
                }

                readonly property Timer forget: Timer {
                    interval: 1500

                    onTriggered: corner.taps = 0
                }
            }
        }
    }

    Rectangle {
        readonly property int away: window.stop !== null && window.stop.width < window.width ? Theme.px(12) : -Theme.px(12)

        anchors.fill: parent
        anchors.margins: -away
        border.color: Theme.ink
        border.width: 2 * Theme.stroke
        color: "transparent"
        objectName: "ring"
        parent: window.stop
        radius: Theme.radius
        visible: window.stop !== null
        z: 1

        Rectangle {
            anchors.fill: parent
            anchors.margins: 2 * Theme.stroke
            border.color: Theme.paper
            border.width: Theme.stroke
            color: "transparent"
            radius: Theme.radius
        }
    }

    Component {
        id: attract

        Attract {
            visitor: window.visitor
        }
    }

    Component {
        id: languages

        Languages {
            visitor: window.visitor
        }
    }

    Component {
        id: preferences

        Preferences {
            visitor: window.visitor
        }
    }

    Component {
        id: asking

        Asking {
            visitor: window.visitor
        }
    }

    Component {
        id: answered

        Answered {
            visitor: window.visitor
        }
    }

    Component {
        id: codePad

        CodePad {
            visitor: window.visitor
        }
    }

    Component {
        id: recalled

        Recalled {
            visitor: window.visitor
        }
    }

    Component {
        id: stillThere

        StillThere {
            visitor: window.visitor
        }
    }

    Component {
        id: pinPad

        PinPad {
            desk: window.desk
            visitor: window.visitor
        }
    }

    Component {
        id: staffDesk

        StaffDesk {
            desk: window.desk
            visitor: window.visitor
        }
    }

    Component {
        id: fault

        Fault {
            visitor: window.visitor
        }
    }
}
