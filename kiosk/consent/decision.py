"""What was said, and what was on the screen when it was said."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

VisitId = str
"""32 lower-case hex digits: 128 random bits, one per visit, never reused."""


class Choice(StrEnum):
    OPT_IN = "opt_in"
    OPT_OUT = "opt_out"


class Purpose(StrEnum):
    """What an analysis is for. A closed list: nothing else can be asked, granted or permitted."""

    VISITOR_COUNT = "visitor_count"
    DWELL = "dwell"
    AGE_GROUP = "age_group"
    GENDER = "gender"

    @property
    def needs_face(self) -> bool:
        return self is not Purpose.VISITOR_COUNT


def canonical(value: Any) -> bytes:
    """The one JSON text of a value (sorted keys, no spaces, UTF-8), so that equal values hash equally."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


@dataclass(frozen=True, slots=True)
class Shown:
    """What was on the screen: kept by hash in the record and by copy beside it."""

    notice: str  # hash of the notice, hex
    language: str  # BCP 47
    layout: str  # "portrait 1080x1920"
    words: tuple[str, ...]  # every visible text, top to bottom
    order: tuple[Choice, Choice]  # the answers in reading order

    def content(self) -> dict[str, Any]:
        return asdict(self)

    def hash(self) -> str:
        return digest(self.content())


def signature(visit: VisitId, shown: Sequence[Shown]) -> str:
    """What ties the touch on "Yes, I sign" to the notice and to every screen that led there, hex."""
    return digest({"visit": visit, "notice": shown[-1].notice, "shown": [each.hash() for each in shown]})


@dataclass(frozen=True, slots=True)
class Decision:
    asked: tuple[Purpose, ...]
    agreed: tuple[Purpose, ...]  # those of them that got a yes
    shown: Shown  # at the deciding touch
    before: tuple[Shown, ...] = ()  # at the touches before it, where each purpose was asked by itself
    party: int = 1  # how many people said the same, one after the other
    method: str = "touch"  # of the screen or of a key: which one would tell of a disability
    profile: str = ""  # the jurisdiction whose rules the notice followed
    signature: str = ""  # what stands for a written one, where the law asks for it, hex

    @property
    def choice(self) -> Choice:
        return Choice.OPT_IN if self.agreed else Choice.OPT_OUT


class Act(StrEnum):
    """What a ledger entry says happened."""

    OPT_IN = "opt_in"
    OPT_OUT = "opt_out"
    RENEWED = "renewed"  # a yes that could not be put in force, touched again
    WITHDRAWN = "withdrawn"
    ENDED = "ended"  # a permission that nobody took back: left, lost, ambiguous, expired, fault, interrupted, staff, notice
    LAPSED = "lapsed"  # a visit without an answer
    STAFF = "staff"
    NOTICE = "notice"  # another notice came into force
    NEW_KEY = "new_key"  # another key signs from here on; the old one says which
    ERASURE = "erasure"  # what a gate says that it erased after a withdrawal
    ALARM = "alarm"  # a gate did not confirm that it stopped
    ERASED = "erased"  # a record's content was dropped
    PURGED = "purged"  # the content of records past their time was dropped


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be remembered. The ledger adds the rounded time."""

    act: Act
    visit: VisitId | None = None
    decision: Decision | None = None
    why: str = ""
    by: str = ""  # staff account, for Act.STAFF only
    detail: Mapping[str, Any] = field(default_factory=dict)  # of acts that tell more, ready for JSON
