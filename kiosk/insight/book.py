"""Counts of whole days in which nobody can be found. Pure.

No number ever stands for fewer than `least` visits: a count under that waits, and is told with the first later day on which
there are enough. What is told never changes again, and every total adds up what was told and nothing else; so what still waits
cannot be worked out from totals, from other windows, or from what was told yesterday. `–` is nobody, or fewer than `least`.

Numbers that bound each other are kept from saying more together: of those who said yes fewer took it back, and nobody has a
language who has not answered. Such a part is told only as far as what was told of its whole covers it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

LEAST = 3
"""What the book waits for; who reads it may wait for more, and never for less."""
SHOWN = 5
"""What is waited for unless somebody asks for another number."""

YES, NO, LAPSED = "answers/yes", "answers/no", "lapsed"
WITHDRAWN, AMBIGUOUS = "withdrawn", "ambiguous"
ENTERED, ANALYSED, SEEN = "entered", "analysed", "seen"  # by the camera
SINGLE = {WITHDRAWN: YES, AMBIGUOUS: YES, SEEN: ANALYSED}
"""A part of another count."""
ANSWERS = (YES, NO)
SPLITS = ("languages", "large", "contrast", "low", "aloud", "times")
"""Ways to divide all answers, each by itself: "languages/de" and so on. Told in shares only: of how many would say too much."""
TIMES = {"under 10 s": 10, "10 to 30 s": 30, "30 s to 1 min": 60, "1 to 2 min": 120, "over 2 min": float("inf")}
"""From the first touch to the answer: name -> seconds that it stays under."""
SHARE = 5
"""Percent: shares are rounded to it, so that they fit any number of answers."""

Counts = Mapping[str, int]


def bucket(seconds: float) -> str:
    """The label of a time to answer."""
    return "times/" + next(name for name, limit in TIMES.items() if seconds < limit)


@dataclass(slots=True)
class Waiting:
    """Lets counts through, day by day, as soon as there are enough."""

    least: int
    told: Counter[str] = field(default_factory=Counter)  # ever
    waiting: Counter[str] = field(default_factory=Counter)

    def close(self, counts: Counts) -> dict[str, int]:
        """Take one whole day in; what can be told with it, each at least `least`."""
        self.waiting.update(counts)
        told: dict[str, int] = {}
        # Wholes before their parts; of a split the small ones first, for the room that its whole leaves is for all of them.
        order = sorted(self.waiting, key=lambda label: (_part(label), self.waiting[label], label))
        for label in order:
            number = int(min(self.waiting[label], self._room(label, told)))
            if number >= self.least:
                told[label] = number
                self.told[label] += number
                self.waiting[label] -= number
        self.waiting = +self.waiting
        return told

    def _room(self, label: str, told: Counts) -> float:
        """How many of a part can be told without saying more of its whole than is told. told: with this day, so far."""
        if label in SINGLE:
            return self.told[SINGLE[label]] - self.told[label] - (self.least - 1)
        if (name := label.partition("/")[0]) in SPLITS:
            return sum(told.get(each, 0) for each in ANSWERS) - sum(split(told, name).values())
        return float("inf")


def _part(label: str) -> bool:
    return label in SINGLE or label.partition("/")[0] in SPLITS


def waited(days: Mapping[date, Counts], least: int) -> dict[date, dict[str, int]]:
    """The days, oldest first, with counts that waited until there were so many."""
    waiting = Waiting(least)
    return {day: waiting.close(days[day]) for day in sorted(days)}


def shares(counts: Counts) -> dict[str, int]:
    """Label -> percent of all of them, rounded to SHARE, the largest first."""
    whole = sum(counts.values())
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return {label: int(number / whole * 100 / SHARE + 0.5) * SHARE for label, number in ordered}


def total(days: Iterable[Counts]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for counts in days:
        whole.update(counts)
    return whole


def split(counts: Counts, name: str) -> dict[str, int]:
    """Of "languages/de": 7 and others, {"de": 7}."""
    return {label.partition("/")[2]: number for label, number in counts.items() if label.startswith(f"{name}/")}


def drawn(visit: str) -> bool:
    """Is it of the half of all visits that chance has drawn, by their ids? What is split is counted over these.

    Over all of them the parts would add up to the answers, and what waits there could be worked out.
    """
    return visit[0] in "02468ace"
