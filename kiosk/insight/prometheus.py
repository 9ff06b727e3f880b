"""A file for node_exporter's textfile collector. Counts move once a day, and never by fewer than `least`."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.insight.book import AMBIGUOUS, LAPSED, NO, SHOWN, WITHDRAWN, YES
from kiosk.insight.keeper import Book
from kiosk.insight.summary import DAYS, Summary, summed

log = logging.getLogger(__name__)

PREFIX = "consent_kiosk"


class MonitoringError(RuntimeError):
    """The file cannot be written; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Live:
    """What a running kiosk knows of itself, and nothing about visitors."""

    ready: bool
    cameras: int


def text(book: Book, told: Summary, live: Live | None = None) -> str:
    """The exposition format, one family after the other."""
    ever = book.counters.told
    lines: list[str] = []

    def family(name: str, kind: str, what: str, samples: Mapping[str, float]) -> None:
        if samples:
            lines.append(f"# HELP {PREFIX}_{name} {what}")
            lines.append(f"# TYPE {PREFIX}_{name} {kind}")
            lines.extend(f"{PREFIX}_{name}{labels} {value}" for labels, value in samples.items())

    days = f"Whole days only, at least {book.counters.least} at once."
    answers = {f'{{answer="{name}"}}': ever[label] for name, label in (("yes", YES), ("no", NO), ("none", LAPSED))}
    family("visits_total", "counter", f"Visits by what was answered. {days}", answers)
    family("withdrawals_total", "counter", f"Times that a yes was taken back. {days}", {"": ever[WITHDRAWN]})
    family(
        "ambiguous_total", "counter", f"Visitors who could not be told apart from somebody else. {days}", {"": ever[AMBIGUOUS]}
    )
    span = f"the {(told.last - told.first).days + 1} days before today, to the nearest 0.05."
    languages = {f'{{language="{tag}"}}': percent / 100 for tag, percent in told.languages.items()}
    family("language_ratio", "gauge", f"Share of the answers in {span}", languages)
    wishes = {f'{{wish="{name}"}}': percent / 100 for name, percent in told.wishes.items() if percent is not None}
    family("wish_ratio", "gauge", f"Share of the answers for which the screen was changed, in {span}", wishes)
    times = {f'{{time="{name}"}}': percent / 100 for name, percent in told.times.items()}
    family("answer_time_ratio", "gauge", f"Share of the answers that took so long, in {span}", times)
    family("on_seconds_total", "counter", "Time that the kiosk ran.", {"": book.ever_on[0]})
    family("ready_seconds_total", "counter", "Time that it ran and could ask.", {"": book.ever_on[1]})
    if book.until:
        end = datetime.combine(book.until + timedelta(days=1), datetime.min.time()).astimezone()
        family(
            "counted_until_timestamp_seconds", "gauge", "When the last day ended that was counted.", {"": int(end.timestamp())}
        )
    if live:
        family("ready", "gauge", "1 while the kiosk can ask and lets cameras look at those who agreed.", {"": int(live.ready)})
        family("cameras", "gauge", "Cameras that are connected.", {"": live.cameras})
    return "\n".join(lines) + "\n"


class Exporter:
    """Writes the file for a running kiosk, or says once why it cannot. path: None writes nothing."""

    def __init__(self, path: Path | None):
        self._path = path
        self._failed = False

    def write(self, book: Book, live: Live) -> None:
        """To be called every few minutes. Raises nothing."""
        if self._path is None:
            return
        try:
            write(self._path, text(book, summed(book, {}, date.today(), DAYS, SHOWN), live))
            self._failed = False
        except MonitoringError as error:
            if not self._failed:
                log.warning("%s Trying on.", error)
            self._failed = True


def write(path: Path, content: str) -> None:
    """Replace the file at once, and let all read it: the collector is another user. Raises MonitoringError."""
    fresh = path.with_name(f"{path.name}.new")  # the collector reads *.prom only
    try:
        fresh.write_text(content, encoding="utf-8")
        fresh.chmod(0o644)
        fresh.replace(path)
    except OSError as error:
        raise MonitoringError(
            f"The monitoring file {path} cannot be written: {error.strerror}. Its folder must be there and writable."
        ) from error
