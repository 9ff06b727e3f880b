import QtQuick

// Acts on release inside its bounds; sliding off cancels.
Item {
    id: pressable

    required property string name
    property string spoken: name
    property string meaning: ""
    property string tongue: "" // the language of its name, where that is not the page's
    property bool personal: false // tells what was answered: not said where others listen, but for what is discreet
    property string discreet: ""
    property bool backwards: false // leads back, or away from the page
    property bool checkable: false
    property bool checked: false
    readonly property bool pressed: tap.pressed && contains(tap.point.position) // so that sliding off is seen to cancel

    readonly property int edge: pressed ? 3 * Theme.stroke : Theme.stroke // thicker, as a shade alone is not seen by all

    signal acted

    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.description: meaning
    Accessible.focusable: true
    Accessible.name: spoken
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button

    Accessible.onPressAction: acted()
    Accessible.onToggleAction: acted()

    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: pressable.acted()
    }
}
