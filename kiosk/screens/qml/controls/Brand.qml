import QtQuick

// The shop's logo, or its name.
Item {
    id: brand

    required property string store
    property color color: Theme.ink

    Image {
        id: logo

        anchors.left: parent.left
        asynchronous: false
        fillMode: Image.PreserveAspectFit
        height: parent.height
        horizontalAlignment: Theme.mirrored ? Image.AlignRight : Image.AlignLeft
        mipmap: true
        source: Theme.logo
        sourceSize.height: height
        visible: Theme.logo.toString() !== ""
        width: parent.width
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
