"""The glass: one finger at a time, on a page that has been seen."""

import os

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.consent.visit import SECOND, Nanos
from kiosk.runner import Runner

# Else Qt Quick keeps a move until the next frame, and delivers it after the cancel that came meanwhile.
os.environ["QML_NO_TOUCH_COMPRESSION"] = "1"

TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)
MOVED = (QEvent.Type.Resize, QEvent.Type.Hide)
REST = 5 * SECOND


class Glass(QObject):
    """An event filter for the window: what the pages do not hear of, they can neither show as pressed nor act on.

    They hear of the only finger on the glass, if it came down later than `Rules.dead` after the page's first frame: it could
    have been meant for the page before, and only the first of all has none. A second finger takes the first one's press away,
    and neither does anything more; what has rested for `REST` (a sleeve, a drop) does nothing either, and no longer counts as a
    finger. A page that turns or moves under a finger takes its press away.
    """

    def __init__(self, window: QQuickWindow, runner: Runner):
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._down: dict[int, Nanos] = {}  # since when
        self._finger: int | None = None  # that the pages hear of
        self._told = runner.state.turned  # the page that the pages were told of, by when it came up
        self._drawn: Nanos | None = None  # and that was drawn
        self._drawn_at: Nanos = 0
        self._first = True
        self._glass: QPointingDevice | None = None
        self._cancelling = False
        window.frameSwapped.connect(self._draw)
        runner.changed.connect(self._turn)

    @property
    def settled(self) -> bool:
        """Has the page been seen for long enough that a touch can be meant for it?"""
        runner = self._runner
        seen = self._drawn == runner.state.turned
        return seen and (self._first or runner.now() >= self._drawn_at + runner.rules.dead)

    @property
    def touched(self) -> bool:
        """Is there a finger on it that a page has heard of?"""
        return self._finger is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in TOUCHES:
            event.accept()  # or Qt makes a mouse of it
            return not self._heard(event)
        if kind in MOVED:
            self._let_go()
        elif kind == QEvent.Type.TouchCancel and not self._cancelling:
            self._down.clear()
            self._finger = None
        return False

    def _turn(self) -> None:
        if self._told != self._runner.state.turned:
            self._told = self._runner.state.turned
            self._first = False
            self._let_go()
            self._window.update()  # a page that looks like the one before is drawn again, too

    def rearrange(self) -> None:
        """The page is as good as a new one."""
        self._drawn = None
        self._first = False
        self._let_go()
        self._window.update()

    def _draw(self) -> None:
        if self._drawn != self._told:
            self._drawn, self._drawn_at = self._told, self._runner.now()

    def _heard(self, event: QTouchEvent) -> bool:
        """May the pages hear of this?"""
        self._glass = event.pointingDevice()
        now = self._runner.now()
        pressed = [point.id() for point in event.points() if point.state() == QEventPoint.State.Pressed]
        if pressed:
            fingers = len(pressed) + sum(now - since < REST for since in self._down.values())
            self._down |= dict.fromkeys(pressed, now)
            self._let_go()
            if fingers == 1 and self.settled:
                self._finger = pressed[0]
        heard = self._finger is not None
        for point in event.points():
            if point.state() == QEventPoint.State.Released:
                self._down.pop(point.id(), None)
                if point.id() == self._finger:
                    self._finger = None
        return heard

    def _let_go(self) -> None:
        """Take the finger's press away: the pages hear that it was cancelled."""
        if self._finger is None:
            return
        self._finger = None
        self._cancelling = True
        try:
            QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._glass))
        finally:
            self._cancelling = False
