"""The messages of the gate protocol, written once for both ends: one JSON object a line, UTF-8, LF, less than 16 KiB.

Fields ending in `_ns` are nanoseconds on CLOCK_BOOTTIME of the one machine that both ends run on, `_ms` are durations in
milliseconds. PROTOCOL.md says who may send what, and when.
"""

import json
import os
import re
import time
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

VERSION = 1
LINE_LIMIT = 16 * 1024
WORD = 2**63  # numbers are whole and fit 64 bits, sign included
LEAST = {"seq": -1, "tap_ns": 0, "ttl_ms": 0, "max_ms": 0, "party": 1, "counts": 0}
NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
NAMES = ("camera", "boot", "epoch", "visit", "purposes", "record", "n")
MOST_TEXT = 200  # characters of any other text
NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")  # control characters, and halves of a pair that UTF-8 cannot say
KIND = re.compile(r"[a-z_]{1,16}")  # of data, in `counts`
MOST_KINDS = 8
EVERY_VISIT = "*"


class ProtocolError(Exception):
    """The peer broke the protocol; the only answer is to hang up, and be dark."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Gate to kiosk, first line."""

    gate: str  # a name for people: host and process
    camera: str
    boot: str  # kernel boot id: both ends must share it, or their clocks differ
    binds: bool  # does this camera see the kiosk's spot, and say who the visitor is?
    v: int = VERSION
    t: Literal["hello"] = "hello"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Kiosk to gate, answer to hello."""

    kiosk: str
    epoch: str  # random, new at every start of the kiosk
    boot: str
    v: int = VERSION
    t: Literal["welcome"] = "welcome"


@dataclass(frozen=True, slots=True)
class Grant:
    """Kiosk to gate: a recorded yes."""

    epoch: str
    seq: int
    visit: str
    purposes: tuple[str, ...]
    tap_ns: int  # when the visitor touched yes
    party: int  # how many people said yes together; so many bodies, and no other, must stand in the spot
    max_ms: int  # the longest that this may live, from its arrival
    record: str  # hash of the ledger record
    t: Literal["grant"] = "grant"


@dataclass(frozen=True, slots=True)
class Revoke:
    """Kiosk to gate: no permission any more for this visit, or for every visit ("*")."""

    epoch: str
    seq: int
    visit: str
    why: str
    tap_ns: int = 0  # when a no was touched: a body that stood in the spot then loses whatever permission it had
    erase: bool = False  # taken back: erase what is held under this visit, and say so
    t: Literal["revoke"] = "revoke"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Kiosk to gate, after welcome: everything that is granted now."""

    epoch: str
    seq: int
    grants: tuple[Grant, ...]
    t: Literal["snapshot"] = "snapshot"


@dataclass(frozen=True, slots=True)
class Renew:
    """Gate to kiosk: are you there? The lease is timed from the sending of this line."""

    n: str  # fresh nonce
    seq: int  # last seq seen
    t: Literal["renew"] = "renew"


@dataclass(frozen=True, slots=True)
class Lease:
    """Kiosk to gate, answer to renew; only while its screen lives and its ledger can commit."""

    n: str
    epoch: str
    seq: int
    ttl_ms: int  # from the sending of the renewal
    t: Literal["lease"] = "lease"


@dataclass(frozen=True, slots=True)
class Ack:
    """Gate to kiosk: the grant or revoke with this seq is in force here."""

    seq: int
    t: Literal["ack"] = "ack"


Binding = Literal["bound", "ambiguous", "tainted", "lost", "left"]


@dataclass(frozen=True, slots=True)
class Bound:
    """Gate to kiosk: what became of tying a visit to one body."""

    visit: str
    tap_ns: int  # of the grant that it is about
    state: Binding
    why: str
    t: Literal["bound"] = "bound"


@dataclass(frozen=True, slots=True)
class Erased:
    """Gate to kiosk, answer to a revoke with `erase`: what was held under the visit, and is no more."""

    visit: str
    seq: int  # of the revoke
    counts: dict[str, int]  # kind of data -> how many were erased
    key: str = ""  # the pipeline's Ed25519 public key, base64; empty where it does not sign
    signature: str = ""  # of `text`, base64
    t: Literal["erased"] = "erased"

    def text(self, camera: str, epoch: str) -> str:
        """The statement that the signature covers."""
        counts = (f"{name} {self.counts[name]}" for name in sorted(self.counts))
        lines = ("consent-gate erasure v1", f"camera {camera}", f"epoch {epoch}", f"revoke {self.seq}", f"visit {self.visit}")
        return "".join(f"{line}\n" for line in (*lines, *counts))


@dataclass(frozen=True, slots=True)
class Stat:
    """Gate to kiosk, once a second: counters since the gate started. No ids, no boxes."""

    counters: dict[str, int] = field(default_factory=dict)
    t: Literal["stat"] = "stat"


@dataclass(frozen=True, slots=True)
class Bye:
    """Either way: going; be dark at once."""

    why: str
    t: Literal["bye"] = "bye"


FROM_KIOSK = (Welcome, Snapshot, Grant, Revoke, Lease, Bye)
FROM_GATE = (Hello, Renew, Ack, Bound, Erased, Stat, Bye)
Message = Hello | Welcome | Grant | Revoke | Snapshot | Renew | Lease | Ack | Bound | Erased | Stat | Bye


def encode(message: Message) -> bytes:
    """One line, with its LF."""
    return json.dumps(asdict(message), separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode() + b"\n"


def decode(line: bytes, known: tuple[type[Message], ...] = FROM_KIOSK) -> Message | None:
    """The message in a line, None for one of a kind that this version does not know. Raises ProtocolError.

    Fields that are not known are ignored; a missing, repeated or mistyped one is an error.
    """
    try:
        value = json.loads(line.decode(), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"not one JSON object: {error}") from error
    if not isinstance(value, dict) or not isinstance(value.get("t"), str):
        raise ProtocolError("not an object with a string 't'")
    for kind in known:
        if _t(kind) == value["t"]:
            built: Message = _build(kind, value)
            return built
    if any(_t(kind) == value["t"] for kind in FROM_KIOSK + FROM_GATE):
        raise ProtocolError(f"{value['t']} is what the other end says")
    if value.get("crit") is True:
        raise ProtocolError(f"unknown message {value['t']!r} that must be understood")
    return None


class Lines:
    """Cuts a stream of bytes into lines, and refuses one that grows past the limit."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are complete now, without their LF. Raises ProtocolError."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if any(len(line) >= LINE_LIMIT for line in (*lines, self._rest)):
            raise ProtocolError(f"a line longer than {LINE_LIMIT} bytes")
        return lines


def boot_id() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def now_ns() -> int:
    """CLOCK_BOOTTIME: goes on while the machine sleeps, so a lease cannot outlive a suspend."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def slept_ns() -> int:
    """How long the machine has slept since it started: what CLOCK_BOOTTIME is ahead of CLOCK_MONOTONIC."""
    for _ in range(9):
        before, boot, after = time.monotonic_ns(), now_ns(), time.monotonic_ns()
        if after - before < 1_000_000:  # else this process was held up between the two clocks
            break
    return boot - before


def default_socket() -> Path:
    """$CONSENT_GATE_SOCKET, else the user's runtime directory, else the service's."""
    if given := os.environ.get("CONSENT_GATE_SOCKET"):
        return Path(given)
    return Path(os.environ.get("XDG_RUNTIME_DIR") or "/run") / "consent-kiosk" / "gate.sock"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a repeated key")
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_hints = cache(get_type_hints)


def _t(kind: type[Message]) -> str:
    """What a message of this kind says in its field `t`."""
    return str(kind.__dataclass_fields__["t"].default)


def _build(kind: Any, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    given = {}
    for each in fields(kind):
        if each.name not in value:
            raise ProtocolError(f"{_t(kind)}.{each.name} is missing")
        given[each.name] = _fit(hints[each.name], value[each.name], each.name, kind)
    return kind(**given)


def _fit(kind: Any, value: Any, name: str, message: type[Message]) -> Any:
    origin = get_origin(kind)
    if origin is Literal:
        if value in get_args(kind) and isinstance(value, str):
            return value
    elif origin is tuple:
        if isinstance(value, list):
            return tuple(_fit(get_args(kind)[0], each, name, message) for each in value)
    elif origin is dict:
        kinds = value if name == "counts" and isinstance(value, dict) else ()
        if isinstance(value, dict) and len(kinds) <= MOST_KINDS and all(KIND.fullmatch(each) for each in kinds):
            of, to = get_args(kind)
            return {_fit(of, key, name, message): _fit(to, each, name, message) for key, each in value.items()}
    elif hasattr(kind, "__dataclass_fields__"):
        if isinstance(value, dict):
            return _build(kind, value)
    elif type(value) is kind and _within(value, name, message):
        return value
    raise ProtocolError(f"{_t(message)}.{name} cannot be {value!r:.60}")


def _within(value: bool | int | str, name: str, message: type[Message]) -> bool:
    if isinstance(value, str) and name in NAMES:
        return NAME.fullmatch(value) is not None or (message is Revoke and name == "visit" and value == EVERY_VISIT)
    if isinstance(value, str):
        return len(value) <= MOST_TEXT and not NO_TEXT.search(value)
    return isinstance(value, bool) or LEAST.get(name, -WORD) <= value < WORD
