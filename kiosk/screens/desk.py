"""The staff's view model: the PIN pad, and the page behind it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QDateTime, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.consent.visit import (
    SECOND,
    AlarmCleared,
    BadgeShown,
    Condition,
    Event,
    HelpAsked,
    Nanos,
    PinEntered,
    PinPad,
    PinTyped,
    Rules,
    SignAsked,
    StaffDesk,
    State,
    VisitReset,
    WentBack,
    ZoneTurnedOff,
    ZoneTurnedOn,
    language,
    visit_of,
)
from kiosk.runner import Runner
from kiosk.screens.press import Press, Printing

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 500
UNTOLD = "–"
LONG_S = 900  # a longer wait is said by the time of day


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that is connected, or was once. Whether it follows anybody is the visitor's business, and not told."""

    name: str
    connected: bool
    in_step: bool = False  # has it acknowledged all that it was told when it connected?
    leased: bool = False  # may it look, where a visitor permits it?
    acknowledged_s: int | None = None  # since it last confirmed anything


@dataclass(frozen=True, slots=True)
class About:
    """What tells this kiosk from another one, and what it may tell of its visitors."""

    version: str = ""
    notice: str = ""  # its version
    notice_hash: str = ""
    records: int = 0  # under the ledger's newest signed head
    root: str = ""
    key: str = ""  # id of the key that signs
    week: tuple[int | None, int | None, int | None] = (None, None, None)  # yes, no, left without an answer; None: too few


@dataclass(frozen=True, slots=True)
class Props:
    """Everything that the staff's pages show, apart from the interface's own words."""

    digits: int = 0
    named: str = ""
    refused: bool = False
    strange: bool = False
    wait_seconds: int = 0
    locked_until: str = ""
    by: str = ""
    done: str = ""
    broken: frozenset[Condition] = frozenset()
    cameras: tuple[tuple[str, str, str], ...] = ()  # name, state, time of day


def derive_props(state: State, rules: Rules, cameras: tuple[Camera, ...], now: Nanos, clock: QDateTime) -> Props:
    """The props of a state at a moment; clock: the same moment, as people tell it. Pure."""
    locale = QLocale(language(state, rules))
    match state.page:
        case PinPad(typed=typed, refused=refused, named=named, strange=strange, until=until):
            wait = max(0, -(-(until - now) // SECOND))
            opens = clock.addSecs(wait)
            form = QLocale.FormatType.ShortFormat
            told = locale.toString(opens.time(), form) if opens.date() == clock.date() else locale.toString(opens, form)
            return Props(len(typed), named, refused, strange, wait, told if wait > LONG_S else "")
        case StaffDesk(by=by, done=done):
            told = tuple((each.name, _state(each), _since(each, locale, clock)) for each in cameras)
            return Props(by=by, done=done or "", broken=state.broken, cameras=told)
        case _:
            return Props()


def _state(camera: Camera) -> str:
    if not camera.connected:
        return "away"
    return "ready" if camera.in_step and camera.leased else "off" if camera.in_step else "joining"


def _since(camera: Camera, locale: QLocale, clock: QDateTime) -> str:
    if camera.acknowledged_s is None:
        return ""
    return locale.toString(clock.addSecs(-camera.acknowledged_s).time(), QLocale.FormatType.ShortFormat)


@QmlElement
@QmlUncreatable("made by the app")
class Desk(QObject):
    changed = Signal()

    def __init__(
        self,
        runner: Runner,
        cameras: Callable[[], tuple[Camera, ...]],
        about: Callable[[], About],
        press: Press,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._runner = runner
        self._cameras = cameras
        self._look_up = about
        self._press = press
        press.changed.connect(self.changed)
        self._about = About()
        self._props = Props()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._refresh)
        runner.changed.connect(self._refresh)

    def stop(self) -> None:
        """Nothing on the screen changes any more, and nothing is printed."""
        self._runner.changed.disconnect(self._refresh)
        self._tick.stop()
        self._press.close()

    def _refresh(self) -> None:
        state = self._runner.state
        at_desk = isinstance(state.page, StaffDesk)
        if not at_desk:
            self._press.forget()
        if isinstance(state.page, PinPad | StaffDesk):
            self._tick.start()
        else:
            self._tick.stop()
        cameras = self._cameras() if at_desk else ()
        before = self._props
        self._props = derive_props(state, self._runner.rules, cameras, self._runner.now(), QDateTime.currentDateTime())
        if at_desk and (self._props.by, self._props.done) != (before.by, before.done):
            self._about = self._look_up()
        if self._props != before:
            self.changed.emit()

    def _send(self, event: Event) -> None:
        self._runner.send(event)

    # --- what is shown ---------------------------------------------------------------------------------------------

    @Property(int, notify=changed)
    def digits(self) -> int:
        return self._props.digits

    @Property(str, notify=changed)
    def named(self) -> str:
        """Whose badge was shown."""
        return self._props.named

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        return self._props.refused

    @Property(bool, notify=changed)
    def strange(self) -> bool:
        """Was a badge shown that is nobody's?"""
        return self._props.strange

    @Property(int, notify=changed)
    def waitSeconds(self) -> int:
        """How long no PIN is taken, after too many wrong ones."""
        return self._props.wait_seconds

    @Property(str, notify=changed)
    def lockedUntil(self) -> str:
        """The time of day, where it is longer than is worth counting down."""
        return self._props.locked_until

    @Property(str, notify=changed)
    def by(self) -> str:
        return self._props.by

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done last: a Duty."""
        return self._props.done

    @Property(bool, notify=changed)
    def alarmed(self) -> bool:
        """Did a camera not say that it stopped?"""
        return Condition.GATES in self._props.broken

    @Property(bool, notify=changed)
    def off(self) -> bool:
        """Have staff turned it off for everyone?"""
        return Condition.STAFF in self._props.broken

    @Property(bool, notify=changed)
    def unrecorded(self) -> bool:
        """Does the disk take nothing?"""
        return Condition.LEDGER in self._props.broken

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Did the kiosk itself fail?"""
        return Condition.KIOSK in self._props.broken

    @Property(bool, notify=changed)
    def helpful(self) -> bool:
        """Can a yes be taken back now?"""
        return not (self.unrecorded or self.failed)

    @Property("QVariantList", notify=changed)
    def cameras(self) -> list[dict[str, str]]:
        """Of {name, state, time}: ready, off, joining or away; the time of day at which it last confirmed anything."""
        return [dict(zip(("name", "state", "time"), each, strict=True)) for each in self._props.cameras]

    @Property("QVariantMap", notify=changed)
    def about(self) -> dict[str, str]:
        """The fields of About; what has to be compared is in groups of four."""
        about, number = self._about, QLocale(language(self._runner.state, self._runner.rules))
        return {
            "version": about.version,
            "notice": about.notice,
            "noticeHash": _grouped(about.notice_hash),
            "records": number.toString(about.records),
            "root": _grouped(about.root),
            "key": _grouped(about.key),
        }

    @Property("QVariantMap", notify=changed)
    def week(self) -> dict[str, str]:
        """Of {yes, no, lapsed}: what can be told of the last seven whole days; a dash is nobody, or too few."""
        week, number = self._about.week, QLocale(language(self._runner.state, self._runner.rules))
        return {
            name: UNTOLD if count is None else number.toString(count)
            for name, count in zip(("yes", "no", "lapsed"), week, strict=True)
        }

    @Property(str, notify=changed)
    def printing(self) -> str:
        """How the sign for the door is getting on: a Printing."""
        return self._press.printing

    # --- what staff can do -----------------------------------------------------------------------------------------

    def scan(self, badge: str) -> None:
        """What the scanner read."""
        self._send(BadgeShown(badge))

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
    def turnOff(self) -> None:
        self._send(ZoneTurnedOff())

    @Slot()
    def turnOn(self) -> None:
        self._send(ZoneTurnedOn())

    @Slot()
    def help(self) -> None:
        """Type a visitor's code, in the language that the visitor had chosen."""
        visit = visit_of(self._runner.state.page)
        self._send(HelpAsked(secrets.token_hex(16), visit.language if visit else self._runner.rules.languages[0]))

    @Slot()
    def printSign(self) -> None:
        """One at a time: another touch meanwhile does nothing."""
        if self._press.printing is not Printing.BUSY:
            self._send(SignAsked())
            self._press.begin()

    @Slot()
    def back(self) -> None:
        self._send(WentBack())


def _grouped(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
