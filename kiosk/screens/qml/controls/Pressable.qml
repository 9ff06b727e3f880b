import QtQuick

// Acts on release inside its bounds; sliding off cancels.
Item {
    id: pressable

    required property string name
    readonly property bool pressed: tap.pressed

    signal acted

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true

    Accessible.onPressAction: acted()
    Keys.onReturnPressed: acted()
    Keys.onSpacePressed: acted()

    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: pressable.acted()
    }
}
