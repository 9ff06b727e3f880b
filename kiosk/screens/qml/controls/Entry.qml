import QtQuick

// One of the things that the foot of a page leads to.
QtObject {
    required property string name
    required property string key
    property bool offered: true
    property bool backwards: false // leads back, or away from the page

    signal acted
}
