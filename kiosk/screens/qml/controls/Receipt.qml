import QtQuick
import Kiosk

// An object worth photographing: the code on whole pixels, and its short form in clear letters.
Rectangle {
    id: receipt

    required property string url
    required property string code

    border.color: Theme.line
    border.width: Theme.stroke
    color: "#ffffff"
    radius: Theme.radius

    CodeImage {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.px(12)
        height: Math.min(parent.width - Theme.px(48), typed.y - Theme.px(12))
        objectName: "receipt-code"
        text: receipt.url
        width: height
    }

    Prose {
        id: typed

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        anchors.horizontalCenter: parent.horizontalCenter
        bold: true
        color: "#15181b"
        font.family: "Noto Sans"
        font.letterSpacing: Theme.px(5)
        font.pixelSize: Math.max(Theme.px(60), Theme.body)
        lineHeight: 1
        objectName: "short-code"
        personal: true
        spelled: true
        text: receipt.code
        wrapMode: Text.NoWrap
    }
}
