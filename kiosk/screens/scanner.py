"""A scanner that types like a keyboard: what comes faster than a hand can type, up to Return, is a code that was scanned."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

GAP_MS = 100  # between two characters of one code
LEAST, MOST = 10, 1_000  # characters: a short code, and more than any receipt has


class Scanner(QObject):
    """An event filter for the window. Letters never reach the pages, nor does the Return at the end of a code."""

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()
        self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        if self._since.restart() > GAP_MS:
            self._typed = ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text, self._typed = self._typed, ""
            if len(text) >= LEAST:
                self.scanned.emit(text)
            return len(text) >= LEAST
        text = event.text()
        if not text.isprintable() or not text.strip():
            return False
        self._typed = (self._typed + text)[: MOST + 1]
        return True
