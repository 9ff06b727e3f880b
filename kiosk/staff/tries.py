"""Wrong PINs, counted so that neither a power cut nor a clock that is set back forgets them.

Each account has two counts: of PINs typed for it by badge, and of those typed at the pad without one, which are wrong for every
account. So whoever types at random shuts out nobody who has a badge, and nobody's own PIN buys guesses at another's.
"""

import json
import logging
import math
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.files import write_durably

log = logging.getLogger(__name__)

FREE = 3  # wrong ones without a wait, and then
WAIT, LONGEST = 30.0, 900.0  # seconds, doubled by each one more
MOST = 10  # wrong ones, and then one more for each
FORGET = 6 * 3600.0  # seconds, after which one of them no longer counts


class Way(StrEnum):
    PAD = "pad"
    BADGE = "badge"


class TriesError(ValueError):
    """The count of wrong PINs cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Seconds on the clock of Tries."""

    forgotten: float = 0.0  # when the last one no longer counts
    until: float = 0.0  # no PIN is looked at before

    def count(self, now: float) -> int:
        return max(0, math.ceil((self.forgotten - now) / FORGET))

    def one_more(self, now: float) -> "Wrong":
        forgotten = max(self.forgotten, now) + FORGET
        count = Wrong(forgotten).count(now)
        if count >= MOST:
            return Wrong(forgotten, forgotten - (MOST - 1) * FORGET)
        return Wrong(forgotten, now + min(WAIT * 2 ** (count - FREE), LONGEST) if count >= FREE else 0.0)


Counts = dict[str, dict[Way, Wrong]]


class Tries:
    """Kept in one JSON file. Its clock runs on while the machine does, and never starts before what it showed last."""

    def __init__(self, path: Path, wall: Callable[[], float], elapsed: Callable[[], float]):
        """wall: seconds since 1970; elapsed: seconds on a clock that nobody sets."""
        self._path = path
        self._wall = wall
        self._elapsed = elapsed
        self._begun: float | None = None
        self._unkept: Counts | None = None  # of a disk that takes nothing

    def wait(self, name: str, way: Way) -> float:
        """Seconds until a PIN is looked at again. Raises TriesError."""
        return max(0.0, self.of(name, way).until - self.now())

    def of(self, name: str, way: Way) -> Wrong:
        """Raises TriesError."""
        return self.read().get(name, {}).get(way, Wrong())

    def count(self, names: Iterable[str], way: Way) -> None:
        """One more wrong PIN for each of these. Raises TriesError."""
        counts, now = self.read(), self.now()
        for name in names:
            of = counts.setdefault(name, {})
            of[way] = of.get(way, Wrong()).one_more(now)
        self.write(counts)

    def now(self) -> float:
        if self._begun is None:
            self._begun = max(self._wall(), self._load()[1]) - self._elapsed()
        return self._begun + self._elapsed()

    def read(self) -> Counts:
        """Raises TriesError."""
        return self._load()[0] if self._unkept is None else {name: dict(ways) for name, ways in self._unkept.items()}

    def write(self, counts: Counts) -> None:
        """Keep them: on a disk that takes nothing until this process ends. Raises TriesError."""
        content = {"seen": self.now(), "wrong": {name: {way: asdict(of[way]) for way in of} for name, of in counts.items()}}
        try:
            write_durably(self._path, json.dumps(content, ensure_ascii=False, indent=2).encode(), 0o600)
            self._unkept = None
        except OSError as error:
            log.error(
                "staff: %s cannot be written: %s. Wrong PINs are counted until the kiosk stops.", self._path, error.strerror
            )
            self._unkept = counts

    def _load(self) -> tuple[Counts, float]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            counts = {
                str(name): {Way(way): Wrong(float(of["forgotten"]), float(of["until"])) for way, of in ways.items()}
                for name, ways in content["wrong"].items()
            }
            return counts, float(content["seen"])
        except FileNotFoundError:
            return {}, 0.0
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise TriesError(f"{self._path} cannot be read: {error}. Delete it: it holds nothing but wrong PINs.") from error


def steady() -> float:
    """Seconds since the machine was started, also while it slept."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)
