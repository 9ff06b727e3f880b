import QtQuick
import QtQuick.Window

// A QR code on white, as large as there is room for with every module a whole number of pixels.
Rectangle {
    id: code

    property string text: ""

    color: "#ffffff"

    Image {
        readonly property int module: Math.floor(Math.min(code.width, code.height) * Screen.devicePixelRatio / Math.max(1, implicitWidth))

        anchors.centerIn: parent
        cache: false // nobody's code outlives its page
        height: width
        smooth: false
        source: code.text === "" ? "" : "image://code/" + encodeURIComponent(code.text)
        width: module * implicitWidth / Screen.devicePixelRatio
    }
}
