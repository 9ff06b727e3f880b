"""The latch: nothing on the screen's side closes the kiosk's window."""

from PySide6.QtCore import QEvent, QObject


class Latch(QObject):
    """An event filter for the window: Alt+F4, a window manager and whatever else asks it to close are not heard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True
