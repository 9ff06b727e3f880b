"""Performs the effects of `step`, in order, and owns the timers. Everything that happens to a visit passes through `send`."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.consent.decision import Entry, Purpose, VisitId
from kiosk.consent.visit import (
    SECOND,
    Agreed,
    Answer,
    Broke,
    CheckPin,
    Condition,
    Effect,
    Event,
    FindCode,
    Found,
    Grant,
    IssueReceipt,
    Mended,
    NameStaff,
    Nanos,
    NotRecorded,
    Permission,
    PinChecked,
    Problem,
    Receipted,
    Record,
    Recorded,
    Restarted,
    Rules,
    StaffNamed,
    State,
    Suppress,
    TimePassed,
    TriedAgain,
    deadline,
    step,
)

if TYPE_CHECKING:
    from kiosk.consent.receipt import Receipt

log = logging.getLogger(__name__)

PROBE_MS = 2_000
BEAT_MS = 100
HOLD_MS = 20
STALL: Nanos = SECOND * 45 // 100
COMMIT_FRESH: Nanos = 5 * SECOND


class Committed(Protocol):
    @property
    def hash(self) -> str: ...


class Ledger(Protocol):
    def append(self, entry: Entry) -> Committed: ...
    def find(self, code: str) -> tuple[VisitId, Answer] | None: ...
    def interrupted(self) -> tuple[VisitId, ...]: ...
    def alarmed(self) -> bool: ...
    def off(self) -> bool: ...
    def probe(self) -> None: ...


class Gates(Protocol):
    def grant(self, permission: Permission) -> None: ...
    def revoke(self, visit: str, why: str, tapped: Nanos, erase: bool) -> None: ...


class Staff(Protocol):
    def who(self, badge: str) -> tuple[str | None, Nanos]: ...
    def check(self, pin: str, named: str) -> tuple[str | None, Nanos]: ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the effects are performed with."""

    ledger: Ledger
    gates: Gates
    staff: Staff
    issue: Callable[[VisitId, Answer, tuple[Purpose, ...]], "Receipt"]
    """Signs a receipt for a visit, an answer and what was agreed to."""
    read: Callable[[str], tuple[str | None, Problem]]
    """The short code in what was typed or scanned, if there is one, and what to say where it leads nowhere."""


def boottime() -> Nanos:
    """The gates' clock: nobody sets it, and it goes on while the machine sleeps."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class Runner(QObject):
    """One kiosk's visits, one after the other."""

    changed = Signal()

    def __init__(self, rules: Rules, clock: Callable[[], Nanos] = boottime, parent: QObject | None = None):
        super().__init__(parent)
        self.rules = rules
        self.state = State()
        self._rooms: Rooms
        self.open = False
        self._early: list[tuple[Event, Nanos]] = []
        self._clock = clock
        self._queue: deque[Event] = deque()
        self._busy = False
        self._granted = False
        # A new page takes longer to build than the gates take to answer, on the thread that hears them.
        self._show = QTimer(self, singleShot=True, interval=HOLD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._show.timeout.connect(self.changed)
        self._committed: Nanos | None = None
        self._deadline = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._deadline.timeout.connect(lambda: self.send(TimePassed()))
        self._beaten: Nanos | None = None
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._note_beat)
        self._probe = QTimer(self, interval=PROBE_MS)
        self._probe.timeout.connect(self.probe)

    def start(self, rooms: Rooms, *happened: Event) -> None:
        """Close what the last run left open, take in what happened since, then what was touched before there were rooms."""
        self._rooms, self.open = rooms, True
        self.send(Restarted(rooms.ledger.interrupted(), rooms.ledger.alarmed(), rooms.ledger.off()))
        self.probe()
        self._probe.start()
        self._note_beat()
        self._beat.start()
        for event in happened:
            self.send(event)
        for event, at in self._early:
            self._take(event, at)
        self._early = []

    def stop(self) -> None:
        self._probe.stop()
        self._beat.stop()
        self._show.stop()
        self._deadline.stop()

    def now(self) -> Nanos:
        return self._clock()

    def healthy(self) -> bool:
        """May leases be given? Only while nothing is broken and the ledger has really committed of late."""
        return not self.state.broken and self._committed is not None and self._clock() - self._committed <= COMMIT_FRESH

    def send(self, event: Event) -> None:
        """Take one event in, once there are rooms. What its effects give rise to follows before anything else is heard."""
        if isinstance(event, Agreed | TriedAgain) and self._stalled():
            # Whoever touched may have gone: the cameras would tie the yes to the one who stands there now.
            log.warning("a yes waited in a screen that stood still, and is not taken")
            return
        if self.open:
            self._take(event)
        else:
            self._early.append((event, self._clock()))

    def _take(self, event: Event, at: Nanos | None = None) -> None:
        """at: when it happened, if not now."""
        self._queue.append(event)
        if self._busy:
            return
        self._busy = True
        try:
            while self._queue:
                event = self._queue.popleft()
                before = self.state
                self.state, effects = step(before, event, self._clock() if at is None else at, self.rules)
                # Pages only: an answer's name beside the log's exact time would say more than the ledger may.
                if type(self.state.page) is not type(before.page):
                    log.info("page %s", type(self.state.page).__name__)
                for effect in effects:
                    self._attempt(effect)
        finally:
            self._busy = False
        self._arm()
        if self._granted:
            self._granted = False
            self._show.start()
        else:
            self._show.stop()
            self.changed.emit()

    def _note_beat(self) -> None:
        self._beaten = self._clock()

    def _stalled(self) -> bool:
        return self._beaten is not None and self._clock() - self._beaten > STALL

    def probe(self) -> None:
        """Commit something, to know that a decision could be committed."""
        try:
            self._rooms.ledger.probe()
        except Exception as error:
            log.error("ledger: %s", error)
            if Condition.LEDGER not in self.state.broken:
                self.send(Broke(Condition.LEDGER))
            return
        self._committed = self._clock()
        if Condition.LEDGER in self.state.broken:
            self.send(Mended(Condition.LEDGER))

    def _attempt(self, effect: Effect) -> None:
        try:
            self._perform(effect)
        except Exception:
            log.exception("kiosk: an effect failed; cameras off")
            # Heard before what the other effects give rise to; once is enough, for ending every permission may fail too.
            if Condition.KIOSK not in self.state.broken:
                self._queue.appendleft(Broke(Condition.KIOSK))

    def _perform(self, effect: Effect) -> None:
        match effect:
            case Suppress(visit, why, tapped, erase):
                self._rooms.gates.revoke(visit, why, tapped, erase)
            case Record(entry):
                self._queue.append(self._record(entry))
            case Grant(permission):
                self._rooms.gates.grant(permission)
                self._granted = True
            case IssueReceipt(visit, answer, agreed):
                self._queue.append(Receipted(self._rooms.issue(visit, answer, agreed)))
            case FindCode(text):
                self._queue.append(self._find(text))
            case NameStaff(badge):
                self._queue.append(StaffNamed(*self._ask_staff(self._rooms.staff.who, badge)))
            case CheckPin(pin, named):
                self._queue.append(PinChecked(*self._ask_staff(self._rooms.staff.check, pin, named)))

    def _record(self, entry: Entry) -> Event:
        try:
            record = self._rooms.ledger.append(entry)
        except Exception as error:
            log.error("ledger: %s", error)
            return NotRecorded(entry)
        self._committed = self._clock()
        return Recorded(entry, record.hash)

    def _ask_staff(self, ask: Callable[..., tuple[str | None, Nanos]], *about: str) -> tuple[str | None, Nanos]:
        try:
            return ask(*about)
        except Exception as error:
            log.error("staff: %s", error)
            return None, 0

    def _find(self, text: str) -> Event:
        code, problem = self._rooms.read(text)
        try:
            found = self._rooms.ledger.find(code) if code else None
        except Exception as error:
            log.error("ledger: %s", error)
            return Broke(Condition.LEDGER)
        return Found(*found) if found else Found(None, problem=problem)

    def _arm(self) -> None:
        at = deadline(self.state, self.rules)
        if at is None:
            self._deadline.stop()
        else:
            self._deadline.start(max(0, -(-(at - self._clock()) // 1_000_000)))
