from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown
from kiosk.ledger.store import Ledger

TODAY = date(2026, 11, 22)


class Shop:
    """A real ledger, written as on days of the past."""

    def __init__(self, path: Path):
        self.path = path
        self.ids = (f"{number % 16:x}{number:031x}" for number in count())  # every other one is drawn
        self.now = datetime.combine(TODAY, time(12)).astimezone()
        self.ledger = Ledger(path, lambda: self.now)

    def on(self, ago: int) -> "Shop":
        self.now = datetime.combine(TODAY - timedelta(days=ago), time(12)).astimezone()
        return self

    def answers(self, yes: int = 0, no: int = 0, language: str = "en", layout: str = "portrait 1080x1920") -> list[str]:
        shown = Shown("ab" * 32, language, layout, ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))
        visits = [next(self.ids) for _ in range(yes + no)]
        for number, visit in enumerate(visits):
            agreed = (Purpose.DWELL,) if number < yes else ()
            self.ledger.append(Entry(Act.OPT_IN if agreed else Act.OPT_OUT, visit, Decision((Purpose.DWELL,), agreed, shown)))
        return visits

    def says(self, act: Act, visits: list[str], why: str = "") -> None:
        for visit in visits:
            self.ledger.append(Entry(act, visit, why=why))

    def lapsed(self, number: int) -> None:
        self.says(Act.LAPSED, [next(self.ids) for _ in range(number)])


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    one = Shop(tmp_path / "ledger.db")
    yield one
    one.ledger.close()


@pytest.fixture
def ago() -> Callable[[int], date]:
    return lambda days: TODAY - timedelta(days=days)
