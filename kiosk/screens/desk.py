"""The staff's view model: the PIN pad, and the page behind it."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.consent.visit import (
    SECOND,
    AlarmCleared,
    Condition,
    Event,
    PinEntered,
    PinPad,
    PinTyped,
    StaffDesk,
    VisitReset,
    WentBack,
)
from kiosk.runner import Runner

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 500


@QmlElement
@QmlUncreatable("made by the app")
class Desk(QObject):
    """cameras: names of the cameras whose gates are in step."""

    changed = Signal()

    def __init__(self, runner: Runner, cameras: Callable[[], tuple[str, ...]], parent: QObject | None = None):
        super().__init__(parent)
        self._runner = runner
        self._cameras = cameras
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._refresh)
        runner.changed.connect(self._refresh)

    def _refresh(self) -> None:
        if isinstance(self._runner.state.page, PinPad | StaffDesk):
            self._tick.start()
        else:
            self._tick.stop()
        self.changed.emit()

    def _send(self, event: Event) -> None:
        self._runner.send(event)

    @Property(int, notify=changed)
    def digits(self) -> int:
        page = self._runner.state.page
        return len(page.typed) if isinstance(page, PinPad) else 0

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        page = self._runner.state.page
        return isinstance(page, PinPad) and page.refused

    @Property(int, notify=changed)
    def waitSeconds(self) -> int:
        """How long no PIN is taken, after too many wrong ones."""
        page = self._runner.state.page
        return max(0, -(-(page.until - self._runner.now()) // SECOND)) if isinstance(page, PinPad) else 0

    @Property(str, notify=changed)
    def by(self) -> str:
        page = self._runner.state.page
        return page.by if isinstance(page, StaffDesk) else ""

    @Property(bool, notify=changed)
    def done(self) -> bool:
        page = self._runner.state.page
        return isinstance(page, StaffDesk) and page.done is not None

    @Property(bool, notify=changed)
    def alarmed(self) -> bool:
        """Did a camera not say that it stopped?"""
        return Condition.GATES in self._runner.state.broken

    @Property(int, notify=changed)
    def permissions(self) -> int:
        """How many visitors' permissions live now."""
        return len(self._runner.state.permissions)

    @Property(str, notify=changed)
    def cameras(self) -> str:
        return ", ".join(self._cameras())

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        self._send(PinTyped(digit))

    @Slot()
    def enter(self) -> None:
        self._send(PinEntered())

    @Slot()
    def reset(self) -> None:
        self._send(VisitReset())

    @Slot()
    def clearAlarm(self) -> None:
        self._send(AlarmCleared())

    @Slot()
    def back(self) -> None:
        self._send(WentBack())
