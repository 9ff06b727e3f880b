import QtQuick

// A sign alone, where its meaning is common knowledge and words have no room.
Pressable {
    id: button

    required property string pictogram
    property color color: Theme.ink

    height: Theme.target
    width: Theme.target

    Rectangle {
        anchors.fill: parent
        border.color: button.color
        border.width: button.edge
        color: button.pressed ? Qt.alpha(button.color, 0.2) : "transparent"
        radius: height / 2
    }

    Pictogram {
        anchors.centerIn: parent
        color: button.color
        height: parent.height * 0.62
        name: button.pictogram
        strokeUnits: 3.2
        width: height
    }
}
