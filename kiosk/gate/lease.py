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
    jump: int = 50 * MS  # how much longer the machine may have slept from one look at the clock to the next

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
        self._nonce: str | None = None
        self._sent_ns = 0
        self._expires_ns = 0
        self._clock: tuple[int, int] | None = None

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
        return None if self._epoch is None else self._sent_ns + self.timing.renew

    def look(self, now_ns: int, slept_ns: int) -> None:
        """Compare the clocks with the last look at them. Raises ProtocolError when one went back, or the machine slept."""
        before, self._clock = self._clock, (now_ns, slept_ns)
        if before and now_ns < before[0]:
            raise ProtocolError("the clock went back")
        if before and abs(slept_ns - before[1]) > self.timing.jump:
            raise ProtocolError("the clock jumped: the machine slept")
        if self._expires_ns and now_ns >= self._expires_ns:
            raise ProtocolError("the lease ran out")

    def due(self, now_ns: int) -> list[Message]:
        """The renewal, when it is time."""
        if self._epoch is None or now_ns < self._sent_ns + self.timing.renew:
            return []
        self._nonce = secrets.token_hex(8)
        self._sent_ns = now_ns
        return [Renew(self._nonce, -1 if self._seq is None else self._seq)]

    def receive(self, message: Message, now_ns: int) -> list[Message]:
        """Take one message in; the replies to send. Raises ProtocolError."""
        match message:
            case Welcome() if self._epoch is None:
                if message.v != VERSION:
                    raise ProtocolError(f"the kiosk speaks version {message.v}, this gate {VERSION}")
                if message.boot != self._hello.boot:
                    raise ProtocolError("the kiosk runs on another machine, or before another boot")
                self._epoch = message.epoch
                self._sent_ns = now_ns - self.timing.renew
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
                if message.n == self._nonce:
                    self._expires_ns = self._sent_ns + min(message.ttl_ms * MS, self.timing.life) - self.timing.margin
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
        if grant.epoch != self._epoch:
            raise ProtocolError("a grant of another epoch")
        self._grants[grant.visit] = grant
        self._ends[grant.visit] = now_ns + grant.max_ms * MS
