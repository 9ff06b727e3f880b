"""The last days or weeks at the kiosk and at the camera, in numbers that are never about fewer than `least` visits."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from kiosk.camera.tally import Day
from kiosk.camera.tally import read as sums
from kiosk.insight import keeper
from kiosk.insight.book import (
    AMBIGUOUS,
    ANALYSED,
    ENTERED,
    LAPSED,
    LEAST,
    NO,
    SEEN,
    SHOWN,
    SPLITS,
    TIMES,
    WITHDRAWN,
    YES,
    Counts,
    Waiting,
    shares,
    split,
    total,
    waited,
)
from kiosk.insight.keeper import Book
from kiosk.ledger.store import Ledger, LedgerError

DAYS = 28
BY_WEEK = 42
"""So many days or more are told week by week."""
ROLLED = 62
"""Days in the camera's file from which on its first month may have lost days."""
WISHES = {"large": "larger text", "contrast": "more contrast", "low": "everything low", "aloud": "read aloud"}
HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One day, or the days of one week. None: nobody, or fewer than `least` so far."""

    first: date
    last: date
    yes: int | None
    no: int | None
    lapsed: int | None
    entered: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What was told of the days from first to last, both whole. None: nobody, or fewer than `least` so far."""

    first: date
    last: date
    least: int
    yes: int | None
    no: int | None
    lapsed: int | None  # left without an answer
    withdrawn: int | None
    ambiguous: int | None  # times that a body could not be told apart from another one
    rate: int | None  # percent of the answers that were a yes
    languages: dict[str, int]  # BCP 47 -> about how many percent of the answers
    wishes: dict[str, int | None]  # large, contrast, low, aloud -> likewise
    times: dict[str, int]  # from the first touch to the answer -> likewise
    on_seconds: int
    ready_seconds: int  # of these, able to ask
    entered: int | None  # people who came in, without faces
    entered_today: int | None
    analysed: int | None  # bodies that were tied to a yes
    seen: int | None  # of these, those with a face found
    dwell_seconds: float | None  # of these, the mean
    rows: tuple[Row, ...]


def summary(
    ledger: Path, book: Path, tally: Path, today: date, days: int = DAYS, least: int = SHOWN, weekly: bool | None = None
) -> Summary:
    """Read all three files, and change none. Raises LedgerError, BookError, TallyError or ValueError.

    today is not told: it would say what the last visitor did. weekly: rows of weeks that begin on a Monday; None: as it fits.
    """
    if least < LEAST:
        raise ValueError(f"Counts of fewer than {LEAST} are never told.")
    return summed(counted(ledger, book, today), sums(tally), today, days, least, weekly)


def counted(ledger: Path, book: Path, today: date) -> Book:
    """The book, with the days in it that the kiosk has not closed yet. Raises LedgerError or BookError."""
    if not ledger.exists():
        raise LedgerError(f"{ledger} does not exist: no kiosk has run on this state directory yet.")
    found = keeper.read(book)
    found.go_on(ledger, today)
    return found


def summed(book: Book, by_day: Mapping[str, Day], today: date, days: int, least: int, weekly: bool | None = None) -> Summary:
    first, last = today - timedelta(days=days), today - timedelta(days=1)
    window = [first + timedelta(days=number) for number in range(days)]
    kiosk = waited(book.days, least)
    camera, dwell = _camera({date.fromisoformat(day): each for day, each in by_day.items()}, today, least)
    told = total(kiosk.get(day, {}) for day in window)
    seen = total(camera.get(day, {}) for day in window)
    answers = told[YES] + told[NO]
    # More bodies than told yeses would say something of the yeses that wait.
    analysed = seen[ANALYSED] if seen[ANALYSED] <= told[YES] else 0
    on = [book.on.get(day, (0, 0)) for day in window]
    so_far = by_day.get(today.isoformat(), Day()).entered
    parts = {name: shares(split(told, name)) for name in SPLITS}
    return Summary(
        first=first,
        last=last,
        least=least,
        yes=told[YES] or None,
        no=told[NO] or None,
        lapsed=told[LAPSED] or None,
        withdrawn=told[WITHDRAWN] or None,
        ambiguous=told[AMBIGUOUS] or None,
        rate=round(100 * told[YES] / answers) if told[YES] and told[NO] else None,
        languages=parts["languages"],
        wishes={name: parts[name].get("yes") for name in WISHES},
        times={name: parts["times"][name] for name in TIMES if name in parts["times"]},
        on_seconds=sum(seconds for seconds, _ in on),
        ready_seconds=sum(seconds for _, seconds in on),
        entered=seen[ENTERED] or None,
        entered_today=so_far if so_far >= least else None,
        analysed=analysed or None,
        seen=(seen[SEEN] if analysed else 0) or None,
        dwell_seconds=round(sum(dwell.get(day, 0.0) for day in window) / analysed, 1) if analysed else None,
        rows=tuple(_row(group, kiosk, camera) for group in _groups(window, days >= BY_WEEK if weekly is None else weekly)),
    )


def _groups(window: list[date], weekly: bool) -> list[list[date]]:
    if not weekly:
        return [[day] for day in window]
    groups: list[list[date]] = []
    for day in window:
        if not groups or day.weekday() == 0:
            groups.append([])
        groups[-1].append(day)
    return groups


def _row(days: list[date], kiosk: Mapping[date, Counts], camera: Mapping[date, Counts]) -> Row:
    told = total([*(kiosk.get(day, {}) for day in days), *(camera.get(day, {}) for day in days)])
    return Row(days[0], days[-1], *(told[label] or None for label in (YES, NO, LAPSED, ENTERED)))


def _camera(sums: Mapping[date, Day], today: date, least: int) -> tuple[dict[date, Counts], dict[date, float]]:
    """What is told of each day, and the seconds that belong to its analysed visits.

    The file keeps bare days and drops the oldest: each month begins anew, so that what is told of the others stays the same.
    """
    told: dict[date, Counts] = {}
    seconds: dict[date, float] = {}
    days = sorted(day for day in sums if day < today)
    if days and (days[-1] - days[0]).days >= ROLLED and days[0].day > 1:
        days = [day for day in days if (day.year, day.month) != (days[0].year, days[0].month)]
    month, waiting, kept = None, Waiting(least), 0.0
    for day in days:
        if (day.year, day.month) != month:
            month, waiting, kept = (day.year, day.month), Waiting(least), 0.0
        each = sums[day]
        kept += each.dwell_seconds
        counts = {ENTERED: each.entered, ANALYSED: each.visits_analysed, SEEN: each.visits_with_face}
        told[day] = waiting.close(counts)
        if ANALYSED in told[day]:
            seconds[day], kept = kept, 0.0
    return told, seconds


def as_json(told: Summary) -> str:
    return json.dumps(asdict(told), indent=2, ensure_ascii=False, default=str)


def lines(told: Summary) -> list[str]:
    """All of it as text, in English."""
    shown = [
        f"At the kiosk, {_span(told.first, told.last)}",
        _line("said yes", _number(told.yes), f"{told.rate}% of answers" if told.rate is not None else ""),
        _line("said no", _number(told.no)),
        _line("left without an answer", _number(told.lapsed)),
        _line("took a yes back", _number(told.withdrawn)),
        _line("could not be told apart", _number(told.ambiguous), "the cameras stayed off"),
        _list("languages", told.languages.items()),
        _list("asked for", ((WISHES[name], percent) for name, percent in told.wishes.items() if percent)),
        _list("answered", told.times.items()),
        _line("ready to ask", *_ready(told)),
        "",
        "At the camera",
        _line("people who came in", _number(told.entered), "everyone, counted without faces"),
        _line("of today so far", _number(told.entered_today)),
        _line("visits analysed", _number(told.analysed), "only after a yes"),
        _line("of these, face seen", _number(told.seen)),
        _line("time analysed", HIDDEN if told.dwell_seconds is None else f"{told.dwell_seconds:.1f} s", "mean of those visits"),
        "",
        f"  {'':<24}{'yes':>8}{'no':>8}{'no answer':>12}{'came in':>10}",
    ]
    for row in told.rows:
        columns = (_number(each) for each in (row.yes, row.no, row.lapsed, row.entered))
        shown.append("  {:<24}{:>8}{:>8}{:>12}{:>10}".format(_span(row.first, row.last), *columns))
    shown += [
        "",
        f"{HIDDEN} is nobody, or fewer than {told.least}: they are told with the next day on which there are {told.least}, "
        "and count in no total before.",
        "Today is told tomorrow. Shares are of a half of the answers that chance has drawn, to the nearest 5 %.",
    ]
    return shown


def proof(ledger: Path) -> str:
    """That the ledger is whole; not how many records it has, which would say more than the numbers do. Raises LedgerError."""
    store = Ledger(ledger, read_only=True)
    try:
        return f"The ledger: root {store.root()[:16]}…, each record fits its hash."
    finally:
        store.close()


def _ready(told: Summary) -> tuple[str, str]:
    if not told.on_seconds:
        return HIDDEN, "not recorded"
    share = 100 * told.ready_seconds / told.on_seconds
    days = (told.last - told.first).days + 1
    return f"{share:.1f}%", f"of the {told.on_seconds / 3600:.1f} h that it was on, {told.on_seconds / 3600 / days:.1f} h a day"


def _number(value: int | None) -> str:
    return HIDDEN if value is None else str(value)


def _span(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _list(label: str, percents: Iterable[tuple[str, int]]) -> str:
    return f"  {label:<24}{',  '.join(f'{name} {percent}%' for name, percent in percents) or f'{HIDDEN:>12}'}"


def _line(label: str, value: str, note: str = "") -> str:
    return f"  {label:<24}{value:>12}" + (f"   {note}" if note else "")
