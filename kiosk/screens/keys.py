"""Five keys for everything that a finger does: previous, next, select, back, help."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.screens.reading import Stop, key, leading_back, stops
from kiosk.screens.visitor import Visitor

PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Backtab)
NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Tab)
SELECT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back)
HELP = (Qt.Key.Key_F1, Qt.Key.Key_Help)
DOUBLE_MS = 500  # a key struck again so soon was struck once (EN 301 549, 5.8)
KNOCKS, KNOCK_MS = 5, 1_500  # so often back where nothing leads back, one after the other: staff


class Keys(QObject):
    """An event filter for the window, for what the scanner lets through.

    The window's property `stop` is the item that they are at: a control, or a text as well while the screen is read aloud. None
    at first on every page. Select acts only where a hand has led them, never where the reading has.
    """

    moved = Signal(object)  # to a Stop
    helped = Signal()

    def __init__(self, window: QQuickWindow, visitor: Visitor):
        super().__init__(window)
        self._window = window
        self._visitor = visitor
        self._by_hand = False
        self._struck = Qt.Key.Key_unknown
        self._since = QElapsedTimer()
        self._since.start()
        self._knocks = 0
        self._page: tuple = ()
        visitor.changed.connect(self._turn)

    @property
    def stops(self) -> list[Stop]:
        """Those of the page, in reading order."""
        return stops(self._window.findChild(QQuickItem, "screen"))

    def place(self, stop: Stop | None, by_hand: bool = False) -> None:
        """Be at this stop now."""
        self._by_hand = by_hand
        self._window.setProperty("stop", stop.item if stop else None)
        if stop:
            stop.item.forceActiveFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not event.isAutoRepeat():
            pause = self._since.restart()
            again, self._struck = event.key() == self._struck, event.key()
            self._take(event.key(), pause, twice=again and pause < DOUBLE_MS)
        return True

    def _take(self, struck: Qt.Key, pause: int, twice: bool) -> None:
        if struck not in BACK or pause > KNOCK_MS:
            self._knocks = 0
        if self._visitor.page == "StillThere":
            self._visitor.stay()
            return
        if self._visitor.page not in ("Attract", "Fault"):
            self._visitor.touch()
        if struck in NEXT:
            self._move(1)
        elif struck in PREVIOUS:
            self._move(-1)
        elif struck in BACK:
            self._go_back(twice)
        elif struck in HELP and not twice:
            self.helped.emit()
        elif struck in SELECT and not twice:
            self._select()

    def _turn(self) -> None:
        """Nothing is chosen beforehand on another page, nor at another question or another person's."""
        visitor = self._visitor
        page = (visitor.page, visitor.details, visitor.questionNumber, visitor.person)
        if page != self._page:
            self._page = page
            self.place(None)

    @property
    def at(self) -> int | None:
        """The key of the item that they are at."""
        item = self._window.property("stop")
        return key(item) if item else None

    def _index(self, among: list[Stop]) -> int | None:
        here = self.at
        return next((index for index, stop in enumerate(among) if stop.key == here), None)

    def _move(self, by: int) -> None:
        among = [stop for stop in self.stops if stop.control or (self._visitor.speaking and stop.words)]
        if not among:
            return
        at = self._index(among)
        if at is None:
            at = -1 if by > 0 else 0
        stop = among[(at + by) % len(among)]
        self.place(stop, by_hand=True)
        self.moved.emit(stop)

    def _select(self) -> None:
        among = self.stops
        at = self._index(among)
        if at is None:
            return
        if among[at].control and self._by_hand:
            among[at].act()
        else:
            self.place(among[at], by_hand=True)
            self.moved.emit(among[at])

    def _go_back(self, twice: bool) -> None:
        back = leading_back(self._window.findChild(QQuickItem, "screen"))
        if back is None:
            self._knocks += 1
            if self._knocks == KNOCKS:
                self._knocks = 0
                self._visitor.callStaff()
        elif not twice:
            self._knocks = 0
            back.act()
