"""The book on the disk: what was told of each day, what waits, how long the kiosk was there. Sums only; no Qt.

Of the time that visitors take to answer nothing reaches the disk before there are BATCH of them, without their answers.
"""

import json
import logging
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.consent.decision import Act
from kiosk.consent.visit import SECOND, Answer, Answered, Nanos, Page, visit_of
from kiosk.files import write_durably
from kiosk.insight.book import AMBIGUOUS, LAPSED, LEAST, NO, SHOWN, WITHDRAWN, YES, Waiting, bucket, drawn
from kiosk.ledger.daily import Daily, daily
from kiosk.ledger.store import LedgerError

log = logging.getLogger(__name__)

VERSION = 1
BATCH = 5
LONGEST_S = 900.0
"""Of the time between two looks at the clock; a longer one was sleep."""
WISHES = {"large": "large", "contrast": "contrast", "low": "low", "speaking": "aloud"}
"""As a layout names it -> as the book does."""


class BookError(RuntimeError):
    """The book cannot be read; the message says which file, why, and what to do."""


@dataclass(slots=True)
class Book:
    """What is known up to the end of a day. seq: the last record that was counted."""

    until: date | None = None
    seq: int = 0
    waiting: Waiting = field(default_factory=lambda: Waiting(LEAST))
    counters: Waiting = field(default_factory=lambda: Waiting(SHOWN))  # of what was told, for monitoring
    days: dict[date, dict[str, int]] = field(default_factory=dict)  # what was told of each
    gathered: Counter[str] = field(default_factory=Counter)  # times to answer, since then
    on: dict[date, tuple[int, int]] = field(default_factory=dict)  # seconds on; and of these, ready to ask
    ever_on: tuple[int, int] = (0, 0)

    def go_on(self, ledger: Path, today: date) -> None:
        """Close every day before today. Raises LedgerError, and then nothing was changed."""
        if self.until and self.until >= today - timedelta(days=1):
            return
        yesterday = today - timedelta(days=1)
        self.seq, found = daily(ledger, self.seq, datetime.combine(today, datetime.min.time()).astimezone())
        counts = _by_day(found, self.until and self.until + timedelta(days=1), yesterday)
        if self.gathered:
            counts.setdefault(yesterday, Counter()).update(self.gathered)
            self.gathered = Counter()
        for day in sorted(counts):
            if told := self.waiting.close(counts[day]):
                self.days[day] = told
                self.counters.close(told)
        self.until = yesterday

    def forget(self, before: date) -> None:
        self.days = {day: told for day, told in self.days.items() if day >= before}
        self.on = {day: seconds for day, seconds in self.on.items() if day >= before}


def _by_day(found: Iterable[Daily], first: date | None, last: date) -> dict[date, Counter[str]]:
    counts: dict[date, Counter[str]] = {}
    for each in found:
        day = min(max(each.day, first or each.day), last)  # a clock that was put back
        counts.setdefault(day, Counter()).update(_labels(each))
    return counts


def _labels(each: Daily) -> dict[str, int]:
    match each.act:
        case Act.OPT_IN | Act.OPT_OUT:
            labels = [YES if each.act is Act.OPT_IN else NO]
            if each.drawn:
                asked_for = each.layout.split()
                labels += [f"languages/{each.language}"]
                labels += [f"{name}/{'yes' if wish in asked_for else 'no'}" for wish, name in WISHES.items()]
        case Act.LAPSED:
            labels = [LAPSED]
        case Act.WITHDRAWN if each.why != "undone":
            labels = [WITHDRAWN]
        case Act.ENDED if each.why == "ambiguous":
            labels = [AMBIGUOUS]
        case _:
            labels = []
    return dict.fromkeys(labels, each.count)


def read(path: Path) -> Book:
    """An empty one where there is no file yet. Raises BookError."""
    try:
        return _parse(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Book()
    except OSError as error:
        raise BookError(
            f"The book of counts {path} cannot be read: {error.strerror or error}. Run this as its owner."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BookError(
            f"The book of counts {path} is damaged. Move it aside: what the ledger holds is counted anew."
        ) from error


def _parse(told: dict[str, Any]) -> Book:
    if told["version"] != VERSION:
        raise ValueError("of another version")
    return Book(
        until=date.fromisoformat(told["until"]) if told["until"] else None,
        seq=int(told["seq"]),
        waiting=_waiting(LEAST, told["waiting"]),
        counters=_waiting(SHOWN, told["counters"]),
        days={date.fromisoformat(day): dict(_counter(counts)) for day, counts in told["days"].items()},
        gathered=_counter(told["gathered"]),
        on={date.fromisoformat(day): (int(on), int(ready)) for day, (on, ready) in told["on"].items()},
        ever_on=(int(told["ever_on"][0]), int(told["ever_on"][1])),
    )


def _waiting(least: int, kept: dict[str, Any]) -> Waiting:
    return Waiting(least, _counter(kept["told"]), _counter(kept["waiting"]))


def _counter(counts: dict[str, int]) -> Counter[str]:
    if any(type(number) is not int or number < 0 for number in counts.values()):
        raise ValueError("not a count")
    return Counter(counts)


def _content(book: Book) -> bytes:
    content = {
        "version": VERSION,
        "until": book.until and book.until.isoformat(),
        "seq": book.seq,
        "waiting": {"told": book.waiting.told, "waiting": book.waiting.waiting},
        "counters": {"told": book.counters.told, "waiting": book.counters.waiting},
        "gathered": book.gathered,
        "days": {day.isoformat(): told for day, told in sorted(book.days.items())},
        "on": {day.isoformat(): seconds for day, seconds in sorted(book.on.items())},
        "ever_on": book.ever_on,
    }
    return json.dumps(content, indent=1, sort_keys=True).encode() + b"\n"


class Pace:
    """How long visitors take from the first touch to their answer: buckets, BATCH at once."""

    def __init__(self) -> None:
        self._visit = ""
        self._began: Nanos | None = None  # None once it has answered
        self._some: list[str] = []

    def see(self, page: Page, now: Nanos) -> list[str]:
        """To be told of each change of the page. BATCH labels as soon as there are so many, else none."""
        visit = visit_of(page)
        if visit is None:
            self._visit, self._began = "", None
        elif visit.id != self._visit:
            self._visit, self._began = visit.id, now
        if isinstance(page, Answered) and page.of == self._visit and page.answer is not Answer.WITHDRAWN:
            if self._began is not None and drawn(self._visit):
                self._some.append(bucket((now - self._began) / SECOND))
            self._began = None
        if len(self._some) < BATCH:
            return []
        some, self._some = self._some, []
        return some


class Keeper:
    """Keeps the book of a running kiosk. A damaged file is moved aside and said so; a disk that refuses is tried again."""

    def __init__(self, path: Path, ledger: Path, keep_days: int):
        self._path, self._ledger, self._keep_days = path, ledger, keep_days
        self._pace = Pace()
        self._seen: float | None = None
        self._failed = False
        try:
            self.book = read(path)
        except BookError as error:
            self.book = Book()
            aside = path.with_name(f"{path.name}.damaged-{time.time_ns()}")
            path.rename(aside)
            log.warning("%s It was kept as %s.", error, aside)

    def see(self, page: Page, now: Nanos) -> None:
        self.book.gathered.update(self._pace.see(page, now))

    def close(self, ready: bool) -> None:
        """The last tick, if there was one before."""
        if self._seen is not None:
            self.tick(ready)

    def tick(self, ready: bool) -> None:
        """To be called every few minutes: counts the time, closes the days that are over, writes. Raises nothing."""
        now, today = time.monotonic(), date.today()
        if self._seen is not None:
            passed = round(min(now - self._seen, LONGEST_S))
            on, asking = self.book.on.get(today, (0, 0))
            self.book.on[today] = (on + passed, asking + passed * ready)
            ever = self.book.ever_on
            self.book.ever_on = (ever[0] + passed, ever[1] + passed * ready)
        self._seen = now
        try:
            self.book.go_on(self._ledger, today)
        except LedgerError as error:
            log.error("ledger: %s", error)
        self.book.forget(today - timedelta(days=self._keep_days))
        try:
            write_durably(self._path, _content(self.book), 0o600)
            self._failed = False
        except OSError as error:
            if not self._failed:
                log.warning("The book of counts %s cannot be written: %s. Trying on.", self._path, error.strerror or error)
            self._failed = True
