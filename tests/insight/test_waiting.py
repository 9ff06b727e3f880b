"""Nobody can be found in the counts: every history that looks the same from outside is tried."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import accumulate, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.insight.book import (
    AMBIGUOUS,
    ANSWERS,
    LAPSED,
    LEAST,
    NO,
    SINGLE,
    SPLITS,
    WITHDRAWN,
    YES,
    Waiting,
    bucket,
    drawn,
    shares,
    split,
    total,
    waited,
)

FIRST = date(2026, 1, 5)
PLAIN = (YES, NO, LAPSED, WITHDRAWN)


def days_of(counts):
    return {FIRST + timedelta(days=number): each for number, each in enumerate(counts)}


def seen(counts, least):
    """Everything that can be asked for: each day's counts, and each window's shares."""
    told = list(waited(waited(days_of(counts), LEAST), least).values())
    numbers = tuple(tuple(each.get(label, 0) for label in PLAIN) for each in told)
    windows = ((first, last) for last in range(len(told)) for first in range(last + 1))
    parts = (shares(split(total(told[first : last + 1]), "languages")) for first, last in windows)
    return numbers, tuple(tuple(each.items()) for each in parts)


def answers(yes, no, english, german):
    """A day. The languages are of those who were drawn, whatever they answered."""
    return Counter({YES: yes, NO: no, "languages/en": english, "languages/de": german})


def withdrawals(yes, withdrawn):
    return Counter({YES: yes, WITHDRAWN: withdrawn})


TABLES = {
    # a day's numbers, days, least, the highest told number of which every history is in the list
    "one day, two languages": (
        [answers(*day) for day in product(range(10), range(10), range(8), range(8)) if sum(day[2:]) <= sum(day[:2])],
        *(1, 3, 9),
    ),
    "two days, one language": (
        [answers(*day, 0) for day in product(range(5), range(4), range(6)) if day[2] <= sum(day[:2])],
        *(2, 3, 3),
    ),
    "two days, withdrawals": ([withdrawals(*day) for day in product(range(8), range(8))], 2, 3, 7),
    "two days, withdrawals, five": ([withdrawals(*day) for day in product(range(11), range(11))], 2, 5, 10),
    "three days": ([withdrawals(yes, 0) for yes in range(9)], 3, 3, 8),
}


@pytest.mark.parametrize("name", list(TABLES))
def test_what_is_hidden_cannot_be_worked_out(name):
    """From every number and share that is shown, a hidden cell may still be anything from nobody to one fewer than `least`."""
    day, days, least, highest = TABLES[name]
    alike = defaultdict(lambda: defaultdict(set))
    for counts in product(day, repeat=days):
        if sum(each[WITHDRAWN] for each in counts) > sum(each[YES] for each in counts):
            continue
        cells = alike[seen(counts, least)]
        for number, each in enumerate(counts):
            for label in (YES, NO, WITHDRAWN):
                cells[number, label].add(each[label])
    tried = 0
    varied = {label for each in day for label in each if each[label]}
    for (numbers, _), cells in alike.items():
        if max(max(each) for each in numbers) > highest:
            continue  # some of the histories that look like this are not in the list
        for (number, label), values in cells.items():
            if label in varied and not numbers[number][PLAIN.index(label)]:
                assert values >= set(range(3)), (numbers, number, label)
                tried += 1
    assert tried > 10


COUNTS = st.dictionaries(
    st.sampled_from([*PLAIN, AMBIGUOUS, "languages/en", "languages/de", "large/yes", "large/no"]), st.integers(0, 9)
)
HISTORIES = st.lists(COUNTS, max_size=12)


@given(HISTORIES, st.integers(LEAST, 12))
def test_nothing_small_is_told_nothing_is_told_twice_and_little_waits(history, least):
    waiting = Waiting(least)
    told = [waiting.close(counts) for counts in history]
    assert all(number >= least for each in told for number in each.values())
    assert total(told) + waiting.waiting == total(history)
    assert waiting.told == total(told)
    for label in (YES, NO, LAPSED):
        assert waiting.waiting[label] < least


@given(HISTORIES, st.integers(LEAST, 12))
def test_what_was_told_stays_and_is_the_same_from_every_beginning(history, least):
    """Tomorrow changes nothing, so that two days' printouts say no more than the later one."""
    told = waited(days_of(history), least)
    assert waited(days_of(history[:-1]), least) == dict(list(told.items())[: max(len(history) - 1, 0)])


@given(HISTORIES, st.integers(LEAST, 12))
def test_no_part_says_more_of_its_whole_than_is_told(history, least):
    ever = Counter()
    for told in waited(days_of(history), least).values():
        ever.update(told)
        for part, whole in SINGLE.items():
            assert not ever[part] or ever[part] + least - 1 <= ever[whole]
        for name in SPLITS:
            assert sum(split(told, name).values()) <= sum(told.get(each, 0) for each in ANSWERS)


@given(HISTORIES, st.integers(LEAST, 12))
def test_who_asks_for_more_sees_whole_blocks_of_what_is_kept(history, least):
    """So that printouts with different thresholds say no more together than one with the lowest."""
    kept = waited(days_of(history), LEAST)
    for label in (YES, NO, LAPSED):
        sums = set(accumulate(each.get(label, 0) for each in kept.values()))
        assert sums | {0} >= set(accumulate(each.get(label, 0) for each in waited(kept, least).values()))


@pytest.mark.parametrize(
    ("counts", "percent"),
    [
        ({}, {}),
        ({"en": 3}, {"en": 100}),
        ({"de": 3, "en": 10}, {"en": 75, "de": 25}),
        ({"en": 97, "de": 3}, {"en": 95, "de": 5}),
        ({"a": 5, "b": 5, "c": 5}, {"a": 35, "b": 35, "c": 35}),
    ],
)
def test_shares(counts, percent):
    assert list(shares(counts).items()) == list(percent.items())


def test_a_time_has_one_bucket():
    edges = [bucket(seconds) for seconds in (0, 9.9, 10, 29, 30, 59, 60, 119, 120, 1e6)]
    assert len(set(edges)) == 5
    assert all(left == right for left, right in list(pairwise(edges))[::2])


def test_half_of_all_visits_are_drawn():
    assert sum(drawn(f"{digit:x}" + 31 * "0") for digit in range(16)) == 8
