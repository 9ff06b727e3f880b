"""What may be looked at now: the lease, the bodies that are bound, and nothing else. No I/O.

A pipeline's thread and the connection's may both call it. Whatever changes is turned at once into one small table, track ->
grant and its end; a permission is asked of that table and the clock, each time that it is used.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from .binding import Binder
from .bodies import SECOND, Limits, Track
from .lease import LeaseKeeper, Phase
from .messages import (
    FROM_GATE,
    Bound,
    Erased,
    Grant,
    Message,
    ProtocolError,
    Revoke,
    Snapshot,
    Stat,
    decode,
    encode,
    now_ns,
    slept_ns,
)
from .reason import Reason

log = logging.getLogger(__name__)

STALE_NS = SECOND  # a pipeline that shows no frames for so long has lost its bodies
STAT_NS = SECOND


@dataclass(frozen=True, slots=True)
class _Held:
    grant: Grant
    until_ns: int


class Guard:
    """clock and slept: `now_ns` and `slept_ns` of this machine, or of a test."""

    def __init__(
        self,
        lease: LeaseKeeper,
        binder: Binder,
        limits: Limits,
        clock: Callable[[], int] = now_ns,
        slept: Callable[[], int] = slept_ns,
    ):
        self._lease = lease
        self._binder = binder
        self._limits = limits
        self._clock = clock
        self._slept = slept
        self._lock = threading.Lock()
        self._held: Mapping[Hashable, _Held] = {}
        self._reasons: Mapping[Hashable, Reason] = {}
        self._counters: Counter[str] = Counter()
        self._outbox: list[Message] = []
        self._erasures: list[Revoke] = []  # not handed to the pipeline yet
        self._missed: frozenset[tuple[str, int]] = (
            frozenset()
        )  # grants whose touch was before this connection, by visit and tap
        self._updated_ns = 0
        self._stat_ns = 0
        self._broken: str | None = None
        self._dead: Reason | None = None
        self.trouble = "not connected yet"

    # --- what the pipeline asks ------------------------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        if self._dead:
            return Phase.DARK
        with self._lock:
            return self._lease.phase(self._clock())

    @property
    def counters(self) -> dict[str, int]:
        if self._dead:
            return {}
        with self._lock:
            return dict(self._counters)

    def grant_for(self, track: Hashable, purpose: str | None) -> Grant | None:
        """The grant under which this track may be looked at now, for this purpose, or for any where None is given."""
        held = self._held.get(track)
        if held is None or self._clock() >= held.until_ns or (purpose is not None and purpose not in held.grant.purposes):
            return None
        return held.grant

    def why(self, track: Hashable, purpose: str | None) -> Reason:
        """Why a track of the last frame may not be looked at now, or `ALLOWED`."""
        if self._dead:
            return self._dead
        if self.grant_for(track, purpose):
            return Reason.ALLOWED
        if self.grant_for(track, None):
            return Reason.OTHER_PURPOSE
        if self.phase is not Phase.LIVE:
            return Reason.NO_KIOSK
        if self._clock() - self._updated_ns >= STALE_NS:
            return Reason.STALE
        reason = self._reasons.get(track, Reason.NOT_SEEN)
        return Reason.NO_PERMISSION if reason is Reason.ALLOWED else reason

    def count(self, name: str) -> None:
        if not self._dead:
            with self._lock:
                self._counters[name] += 1

    # --- what the pipeline tells -----------------------------------------------------------------------------------------

    def update(self, tracks: Sequence[Track], t_ns: int) -> dict[Hashable, Reason]:
        """Take in the bodies of one frame captured at t_ns; each track's reason.

        Raises whatever a track that is none gives rise to; `blind` must follow.
        """
        if self._dead:
            return {track.id: self._dead for track in tracks}
        with self._lock:
            return self._take_in(tracks, t_ns)

    def blind(self, error: Exception) -> None:
        """A frame cannot be used: the bodies are lost."""
        self.failed(error)
        if not self._dead:
            with self._lock:
                self._blind((), Reason.ERROR)

    def taint(self, track: Hashable, why: Reason) -> None:
        """A bound body is not the visitor alone: its binding ends."""
        if not self._dead:
            with self._lock:
                self._report(self._binder.taint(track, why))
                self._publish(self._clock())

    def erasures(self) -> list[Revoke]:
        """What was taken back since this was last asked, whatever has become of the connection since."""
        if self._dead is Reason.FORKED:
            return []
        with self._lock:
            taken, self._erasures = self._erasures, []
            return taken

    def erased(self, told: Erased) -> None:
        """Pass on what the pipeline says that it erased. Raises ProtocolError for what cannot be said."""
        decode(encode(told), FROM_GATE)
        if not self._dead:
            with self._lock:
                self._outbox.append(told)

    def failed(self, error: Exception) -> None:
        """What a pipeline passed cannot be used."""
        if self._dead:
            return
        with self._lock:
            self._counters["errors"] += 1
            first = self._counters["errors"] == 1
        if first:
            log.error("gate: nothing is allowed for what cannot be used; said once only", exc_info=error)

    def end(self, why: Reason) -> None:
        """Nothing is allowed any more, for good."""
        with self._lock:
            self._dead, self._held = why, {}

    def forked(self) -> None:
        """This process is a child that shares the parent's connection: nothing is allowed in it."""
        self._lock = threading.Lock()  # the parent's thread may have held the old one
        self.end(Reason.FORKED)

    def _take_in(self, tracks: Sequence[Track], t_ns: int) -> dict[Hashable, Reason]:
        now = self._updated_ns = self._clock()
        self._counters.update(frames=1, tracks=len(tracks))
        try:
            self._lease.look(now, self._slept())
        except ProtocolError as error:
            self._darken(str(error))
        if not now - t_ns <= self._limits.late:
            return self._blind(tracks, Reason.LATE)
        if not t_ns - now <= self._limits.ahead:
            return self._blind(tracks, Reason.FUTURE)
        granted = self._lease.granted(now)
        mine = {visit: grant for visit, grant in granted.items() if (visit, grant.tap_ns) not in self._missed}
        self._report(self._binder.update(tracks, t_ns, mine))
        self._publish(now)
        self._reasons = {track.id: self._reason(track.id, now) for track in tracks}
        return dict(self._reasons)

    def _reason(self, track: Hashable, now_ns: int) -> Reason:
        if track in self._held:
            return Reason.ALLOWED
        if self._lease.phase(now_ns) is not Phase.LIVE:
            return Reason.NO_KIOSK
        return self._binder.doubt(track) or (Reason.NO_PERMISSION if self._binder.binds else Reason.NO_SPOT)

    def _blind(self, tracks: Sequence[Track], why: Reason) -> dict[Hashable, Reason]:
        self._held = {}
        self._report(self._binder.blind(why))
        self._reasons = dict.fromkeys((track.id for track in tracks), why)
        return dict(self._reasons)

    # --- what the connection tells ---------------------------------------------------------------------------------------

    @property
    def mail(self) -> bool:
        """Has `due` something to send that cannot wait for the next renewal?"""
        return not self._dead and (bool(self._outbox) or self._broken is not None)

    @property
    def next_ns(self) -> int:
        """When `due` must be called next."""
        with self._lock:
            return min(self._stat_ns + STAT_NS, self._lease.due_ns() or self._stat_ns + STAT_NS)

    def opened(self) -> list[Message]:
        with self._lock:
            self._outbox.clear()
            self._broken = None
            self._stat_ns = self._clock()
            return self._lease.opened()

    def heard(self, line: bytes) -> list[Message]:
        """Take in one line from the kiosk; the replies to send. Raises ProtocolError, and then everything is dark."""
        with self._lock:
            try:
                self._check()
                message = decode(line)
                now = self._clock()
                replies = self._lease.receive(message, now) if message else []
            except ProtocolError as error:
                self._darken(str(error))
                raise
            if isinstance(message, Snapshot):
                past = (grant for grant in message.grants if grant.tap_ns < now - self._limits.apart)
                self._missed = frozenset((grant.visit, grant.tap_ns) for grant in past)
            if isinstance(message, Revoke) and message.tap_ns:
                self._report(self._binder.refuse(message.tap_ns))
            if isinstance(message, Revoke) and message.erase:
                self._erasures.append(message)
            self._publish(now)
            if self._lease.phase(now) is Phase.LIVE:
                self.trouble = ""
            return replies

    def due(self) -> list[Message]:
        """What is to be sent now. Raises ProtocolError when the lease ran out or a clock jumped; then everything is dark."""
        with self._lock:
            now = self._clock()
            try:
                self._check()
                self._lease.look(now, self._slept())
            except ProtocolError as error:
                self._darken(str(error))
                raise
            sending, self._outbox = self._outbox, []
            sending += self._lease.due(now)
            if now >= self._stat_ns + STAT_NS:
                self._stat_ns = now
                if self._lease.phase(now) is Phase.LIVE:
                    sending.append(Stat(dict(self._counters)))
            return sending

    def closed(self, why: str) -> None:
        """The connection is gone."""
        with self._lock:
            self._darken(why)

    def _check(self) -> None:
        if self._broken is not None:
            raise ProtocolError(self._broken)

    def _darken(self, why: str) -> None:
        self._held = {}
        self.trouble = self._broken = why
        self._lease.closed()
        self._binder.unbind(Reason.NO_KIOSK)
        self._outbox.clear()

    def _report(self, reports: Sequence[Bound]) -> None:
        self._outbox += reports
        self._counters.update(report.state for report in reports)

    def _publish(self, now_ns: int) -> None:
        stale_ns = self._updated_ns + STALE_NS
        bound = {} if self._dead else self._binder.grants_of(self._lease.granted(now_ns))
        self._held = {
            track: _Held(grant, min(stale_ns, self._lease.ends_ns(grant.visit)))
            for track, grant in bound.items()
            if grant.purposes
        }
