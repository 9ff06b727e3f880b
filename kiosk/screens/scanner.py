"""A scanner that types like a keyboard: what comes faster than a hand can type, up to Return, is a code that was scanned."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

GAP_MS = 100  # between two keys of one code
LEAST, MOST = 10, 1_000  # characters: a short code, and more than any receipt has


class Scanner(QObject):
    """An event filter for the window.

    Nothing that a scanner types reaches the pages, or a code with tabs in it could touch yes: a key waits until it is sure that
    none follows it at once. Letters never reach them.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._typed = ""
        self._held: QKeyEvent | None = None
        self._letting_go = False
        self._since = QElapsedTimer()
        self._since.start()
        self._wait = QTimer(self, singleShot=True, interval=GAP_MS)
        self._wait.timeout.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or self._letting_go:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._take(event)
        return True

    def _take(self, event: QKeyEvent) -> None:
        alone = self._since.restart() > GAP_MS
        self._held = None
        if alone:
            self._typed = ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not alone:
            text, self._typed = self._typed, ""
            if len(text) >= LEAST:
                self.scanned.emit(text)
            return
        text = event.text()
        if text.isprintable() and text.strip():
            self._typed = (self._typed + text)[: MOST + 1]
        elif alone:
            self._held = event.clone()
            self._wait.start()

    def _let_go(self) -> None:
        """A hand pressed this key: nothing followed."""
        held, self._held = self._held, None
        window = self.parent()
        if held is None or window is None:
            return
        self._letting_go = True
        try:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QGuiApplication.sendEvent(window, QKeyEvent(kind, held.key(), held.modifiers(), held.text()))
        finally:
            self._letting_go = False
