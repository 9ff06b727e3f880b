import QtQuick

// The shop's logo, or its name.
Item {
    id: brand

    required property string store
    property bool inverse: false
    readonly property color color: inverse ? Theme.bright : Theme.ink
    readonly property string plate: Theme.plates[inverse ? "poster" : Theme.contrast ? "black" : "paper"] ?? ""
    readonly property int inset: plate === "" ? 0 : Theme.px(12)

    Rectangle {
        anchors.left: parent.left
        color: brand.plate || "transparent"
        height: parent.height
        objectName: "plate"
        radius: Theme.px(12)
        visible: logo.visible && brand.plate !== ""
        width: logo.paintedWidth + 2 * brand.inset
    }

    Image {
        id: logo

        anchors.fill: parent
        anchors.margins: brand.inset
        asynchronous: false
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Theme.mirrored ? Image.AlignRight : Image.AlignLeft
        mipmap: true
        objectName: "logo"
        source: Theme.logo
        sourceSize.height: height
        visible: Theme.logo.toString() !== ""
    }

    Prose {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        color: brand.color
        elide: Text.ElideRight
        font.capitalization: Font.AllUppercase
        font.family: "Noto Sans"
        font.letterSpacing: Theme.px(5)
        font.pixelSize: Theme.px(42)
        text: brand.store
        visible: !logo.visible
        width: Math.min(implicitWidth, parent.width)
        wrapMode: Text.NoWrap
    }
}
