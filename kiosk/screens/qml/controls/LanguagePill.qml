import QtQuick

Pressable {
    id: pill

    height: Theme.target
    width: content.implicitWidth + Theme.px(64)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.quiet
        border.width: pill.edge
        color: pill.pressed ? Theme.shade : "transparent"
        radius: height / 2
    }

    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.px(12)

        Prose {
            part: true
            anchors.verticalCenter: parent.verticalCenter
            text: pill.name
            wrapMode: Text.NoWrap
        }

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.px(40)
            name: "chevron"
            strokeUnits: 4.5
            width: height
        }
    }
}
