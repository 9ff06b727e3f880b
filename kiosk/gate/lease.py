"""DARK -> SYNC -> LIVE: what the kiosk has granted, and for how much longer its word may be taken.

No I/O and no clock: the caller passes messages and the time of CLOCK_BOOTTIME. Every doubt is a ProtocolError, after which
the caller hangs up and calls `closed`; nothing granted survives that.
"""

import secrets
from enum import StrEnum

from kiosk.gate.messages import (
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


class LeaseKeeper:
    """One gate's view of one connection to the kiosk.

    renew_ns: how often to renew; margin_ns: how much sooner than the kiosk this end lets a lease end.
    """

    def __init__(self, gate: str, camera: str, boot: str, renew_ns: int = 250 * MS, margin_ns: int = 50 * MS):
        self._hello = Hello(gate, camera, boot)
        self._renew_ns = renew_ns
        self._margin_ns = margin_ns
        self.closed()

    def closed(self) -> None:
        """Dark: forget the connection and everything granted over it."""
        self.grants: dict[str, Grant] = {}
        self._ends: dict[str, int] = {}
        self._epoch: str | None = None
        self._seq: int | None = None
        self._nonce: str | None = None
        self._sent_ns = 0
        self._expires_ns: int | None = None

    def opened(self, now_ns: int) -> list[Message]:
        self.closed()
        return [self._hello]

    def phase(self, now_ns: int) -> Phase:
        if self._epoch is None:
            return Phase.DARK
        if self._seq is None or self._expires_ns is None:
            return Phase.SYNC
        return Phase.LIVE if now_ns < self._expires_ns else Phase.DARK

    def granted(self, now_ns: int) -> dict[str, Grant]:
        """The grants that hold at this moment, by visit: none unless LIVE."""
        if self.phase(now_ns) is not Phase.LIVE:
            return {}
        return {visit: grant for visit, grant in self.grants.items() if now_ns < self._ends[visit]}

    def due_ns(self) -> int | None:
        """When `due` next has something to send; None before the welcome."""
        return None if self._epoch is None else self._sent_ns + self._renew_ns

    def due(self, now_ns: int) -> list[Message]:
        """The renewal, when it is time. Raises ProtocolError when the lease has run out."""
        if self._epoch is None or now_ns < self._sent_ns + self._renew_ns:
            return []
        if self._expires_ns is not None and now_ns >= self._expires_ns:
            raise ProtocolError("the lease ran out")
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
                self._sent_ns = now_ns - self._renew_ns
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
                    self._expires_ns = self._sent_ns + message.ttl_ms * MS - self._margin_ns
                return []
            case Grant() | Revoke():
                if self._seq is None or message.seq != self._seq + 1:
                    raise ProtocolError(f"seq {message.seq} after {self._seq}")
                self._seq = message.seq
                if isinstance(message, Grant):
                    self._take(message, now_ns)
                elif message.visit == EVERY_VISIT:
                    self.grants.clear()
                else:
                    self.grants.pop(message.visit, None)
                return [Ack(message.seq)]

    def _take(self, grant: Grant, now_ns: int) -> None:
        self.grants[grant.visit] = grant
        self._ends[grant.visit] = now_ns + grant.max_ms * MS
