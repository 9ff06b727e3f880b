"""What the shop gets: sums for each day, and nothing about any one person."""

import json
import logging
import time
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from pathlib import Path

from kiosk.files import write_durably

log = logging.getLogger(__name__)

VERSION = 1
WRITE_SECONDS = 1.0


class TallyError(RuntimeError):
    """The file of totals cannot be read; the message says which, why, and what to do."""


@dataclass(slots=True)
class Day:
    """One day's sums. Everyone is in the first; the others are of visitors who agreed, while their permission held."""

    entered: int = 0  # bodies that walked in and stayed for 0.7 s, found without faces
    visits_analysed: int = 0  # times that a body was tied to a yes and a face was looked for at least once
    visits_with_face: int = 0  # of these, those in which a face was found
    looks: int = 0  # times that a face was looked for
    looks_with_face: int = 0  # of these, those that found one
    dwell_seconds: float = 0.0


class Tally:
    """Adds up and keeps. path: the JSON file; keep_days: how long a day stays in it.

    A damaged file is moved aside and said so; counting begins anew. A disk that refuses is tried again.
    """

    def __init__(self, path: Path, keep_days: int = 366):
        self._path = path
        self._keep_days = keep_days
        self._written = 0.0
        self._changed = False
        self._failed = False
        try:
            self._days = read(path)
        except TallyError as error:
            self._days = {}
            aside = self._aside()
            log.warning("%s It was kept as %s; counting begins anew.", error, aside)

    def add(
        self,
        entered: int = 0,
        visits_analysed: int = 0,
        visits_with_face: int = 0,
        looks: int = 0,
        looks_with_face: int = 0,
        dwell_seconds: float = 0.0,
    ) -> None:
        """Add to today's sums; on the disk within a second, or at `close`."""
        day = self._days.setdefault(date.today().isoformat(), Day())
        day.entered += entered
        day.visits_analysed += visits_analysed
        day.visits_with_face += visits_with_face
        day.looks += looks
        day.looks_with_face += looks_with_face
        day.dwell_seconds += dwell_seconds
        self._changed = True

    def take_back(self, share: Day) -> None:
        """Take one visit's share out of today's sums; never below nothing, should it have begun yesterday."""
        day = self._days.setdefault(date.today().isoformat(), Day())
        for name, amount in asdict(share).items():
            setattr(day, name, max(0, getattr(day, name) - amount))
        self._changed = True

    def save_if_due(self) -> None:
        """To be called often; writes at most once a second."""
        if self._changed and time.monotonic() - self._written >= WRITE_SECONDS:
            self._write()

    def close(self) -> None:
        if self._changed:
            self._write()

    @property
    def today(self) -> Day:
        return self._days.get(date.today().isoformat(), Day())

    def _write(self) -> None:
        self._written = time.monotonic()
        oldest = (date.today() - timedelta(days=self._keep_days)).isoformat()
        self._days = {day: sums for day, sums in self._days.items() if day >= oldest}
        days = {day: as_dict(sums) for day, sums in sorted(self._days.items())}
        content = json.dumps({"version": VERSION, "days": days}, indent=1) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._path, content.encode(), 0o640)
            self._changed = self._failed = False
        except OSError as error:
            if not self._failed:
                log.warning("The totals cannot be written to %s: %s. Trying on.", self._path, error.strerror or error)
            self._failed = True

    def _aside(self) -> Path:
        number = 1
        while (aside := self._path.with_name(f"{self._path.name}.damaged-{number}")).exists():
            number += 1
        self._path.rename(aside)
        return aside


def as_dict(day: Day) -> dict[str, int | float]:
    return asdict(day) | {"dwell_seconds": round(day.dwell_seconds, 1)}


def read(path: Path) -> dict[str, Day]:
    """The sums by day, as in "2026-11-21"; none where there is no file yet. Raises TallyError."""
    try:
        days = json.loads(path.read_text(encoding="utf-8"))["days"]
        return {date.fromisoformat(day).isoformat(): _day(sums) for day, sums in days.items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise TallyError(f"The totals in {path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise TallyError(f"The totals in {path} are damaged.") from error


def _day(sums: dict[str, int | float]) -> Day:
    day = Day(**{field.name: sums[field.name] for field in fields(Day)})
    if any(isinstance(value, bool) or not value >= 0 for value in asdict(day).values()):
        raise ValueError("not a sum")
    return day
