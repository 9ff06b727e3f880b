"""DARK -> SYNC -> LIVE: what the kiosk has granted, and for how much longer its word may be taken.

No I/O and no clock: the caller passes messages and the times. Every doubt is a ProtocolError, after which the caller hangs
up and calls `closed`; nothing granted survives that.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum

from .messages import (
    EVERY_VISIT,
    VERSION,
    Ack,
    Bye,
    Grant,
    Hello,
    Lease,
    Message,
    ProtocolError,
    Renew,
    Revoke,
    Snapshot,
    Welcome,
)

MS = 1_000_000
MOST_GRANTS = 64
MOST_UNANSWERED = 8


class Phase(StrEnum):
    DARK = "dark"
    SYNC = "sync"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Timing:
    """How a gate keeps its lease; all in nanoseconds. Raises ValueError where a lease would always run out."""

    renew: int = 250 * MS  # between two renewals
    life: int = 1_000 * MS  # how long an answer counts at most; the kiosk's `ttl_ms` can only shorten it
    margin: int = 50 * MS  # how much sooner than that this end lets it end
    jump: int = 50 * MS  # how much longer the machine may seem to have slept than when the connection was made

    def __post_init__(self) -> None:
        if not 0 < self.renew < self.life - self.margin <= self.life or self.jump <= 0:
            raise ValueError(f"a lease of {self.life} ns less {self.margin} ns cannot be renewed every {self.renew} ns")


class LeaseKeeper:
    """One gate's view of one connection to the kiosk."""

    def __init__(self, hello: Hello, timing: Timing | None = None):
        self.timing = timing or Timing()
        self._hello = hello
        self.closed()

    def closed(self) -> None:
        """Dark: forget the connection and everything granted over it."""
        self._grants: dict[str, Grant] = {}
        self._ends: dict[str, int] = {}
        self._epoch: str | None = None
        self._seq: int | None = None
        self._sent: dict[str, int] = {}  # when renewals were sent that are not answered yet, by nonce
        self._renewed_ns = 0
        self._expires_ns = 0
        self._looked: tuple[int, int] | None = None

    def opened(self) -> list[Message]:
        self.closed()
        return [self._hello]

    def phase(self, now_ns: int) -> Phase:
        if self._epoch is None:
            return Phase.DARK
        if self._seq is None or not self._expires_ns:
            return Phase.SYNC
        return Phase.LIVE if now_ns < self._expires_ns else Phase.DARK

    def granted(self, now_ns: int) -> dict[str, Grant]:
        """The grants that hold at this moment, by visit: none unless LIVE."""
        if self.phase(now_ns) is not Phase.LIVE:
            return {}
        return {visit: grant for visit, grant in self._grants.items() if now_ns < self._ends[visit]}

    def ends_ns(self, visit: str) -> int:
        """Until when a grant holds if nothing more is heard from the kiosk."""
        return min(self._expires_ns, self._ends.get(visit, 0))

    def due_ns(self) -> int | None:
        """When `due` next has something to send; None before the welcome."""
        return None if self._epoch is None else self._renewed_ns + self.timing.renew

    def look(self, now_ns: int, slept_ns: int) -> None:
        """Look at the clocks. Raises ProtocolError when one went back, the machine slept since the connection was made, or the
        lease ran out."""
        last, slept = self._looked or (now_ns, slept_ns)
        self._looked = now_ns, slept
        if now_ns < last:
            raise ProtocolError("the clock went back")
        if abs(slept_ns - slept) > self.timing.jump:
            raise ProtocolError("the clock jumped: the machine slept")
        if self._expires_ns and now_ns >= self._expires_ns:
            raise ProtocolError("the lease ran out")

    def due(self, now_ns: int) -> list[Message]:
        """The renewal, when it is time."""
        if self._epoch is None or now_ns < self._renewed_ns + self.timing.renew:
            return []
        nonce = secrets.token_hex(8)
        self._sent[nonce] = self._renewed_ns = now_ns
        if len(self._sent) > MOST_UNANSWERED:
            del self._sent[next(iter(self._sent))]
        return [Renew(nonce, -1 if self._seq is None else self._seq)]

    def receive(self, message: Message, now_ns: int) -> list[Message]:
        """Take one message in; the replies to send. Raises ProtocolError."""
        match message:
            case Welcome() if self._epoch is None:
                if message.v != VERSION:
                    raise ProtocolError(f"the kiosk speaks version {message.v}, this gate {VERSION}")
                if message.boot != self._hello.boot:
                    raise ProtocolError("the kiosk runs on another machine, or before another boot")
                self._epoch = message.epoch
                self._renewed_ns = now_ns - self.timing.renew
                return self.due(now_ns)
            case Bye():
                raise ProtocolError(f"the kiosk says bye: {message.why}")
            case Snapshot() | Grant() | Revoke() | Lease() if message.epoch == self._epoch:
                return self._apply(message, now_ns)
            case _:
                raise ProtocolError(f"{type(message).__name__.lower()} out of place")

    def _apply(self, message: Snapshot | Grant | Revoke | Lease, now_ns: int) -> list[Message]:
        match message:
            case Snapshot():
                if self._seq is not None:
                    raise ProtocolError("a second snapshot")
                self._seq = message.seq
                for grant in message.grants:
                    self._take(grant, now_ns)
                return [Ack(message.seq)]
            case Lease():
                if message.seq != self._seq:
                    raise ProtocolError(f"the kiosk is at seq {message.seq}, this gate at {self._seq}")
                if message.n in self._sent:
                    sent_ns = self._sent[message.n]
                    self._sent = {nonce: at for nonce, at in self._sent.items() if at > sent_ns}
                    self._expires_ns = sent_ns + min(message.ttl_ms * MS, self.timing.life) - self.timing.margin
                return []
            case Grant() | Revoke():
                if self._seq is None or message.seq != self._seq + 1:
                    raise ProtocolError(f"seq {message.seq} after {self._seq}")
                self._seq = message.seq
                if isinstance(message, Grant):
                    self._take(message, now_ns)
                elif message.visit == EVERY_VISIT:
                    self._grants.clear()
                else:
                    self._grants.pop(message.visit, None)
                return [Ack(message.seq)]

    def _take(self, grant: Grant, now_ns: int) -> None:
        older = self._grants.get(grant.visit)
        if grant.epoch != self._epoch or (older and grant.tap_ns <= older.tap_ns):
            raise ProtocolError("a grant of another epoch, or no newer than the one before")
        self._grants[grant.visit] = grant
        self._ends[grant.visit] = min(now_ns, grant.tap_ns) + grant.max_ms * MS
        if len(self._grants) > MOST_GRANTS:
            raise ProtocolError(f"more than {MOST_GRANTS} grants")
