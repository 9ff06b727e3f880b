"""What is shown of a real ledger, a real book and the camera's file."""

import json
from datetime import timedelta
from itertools import pairwise

import pytest

from kiosk.camera.tally import Day, TallyError
from kiosk.consent.decision import Act
from kiosk.insight import summary
from kiosk.insight.keeper import Book, BookError
from kiosk.ledger.store import LedgerError


@pytest.fixture
def told(shop, today, tmp_path):
    """told(days=7): as `kiosk stats` has it."""
    return lambda **more: summary.summary(shop.path, tmp_path / "counts.json", tmp_path / "tally.json", today, **more)


@pytest.fixture
def camera(tmp_path, today):
    """camera({2: Day(...)}): the camera's file, by days ago."""

    def write(days: dict[int, Day]) -> None:
        sums = {
            (today - timedelta(days=ago)).isoformat(): {name: getattr(day, name) for name in Day.__slots__}
            for ago, day in days.items()
        }
        (tmp_path / "tally.json").write_text(json.dumps({"version": 1, "days": sums}))

    return write


def test_a_shops_week(shop, told, camera):
    shop.on(3)
    visits = shop.answers(yes=12, no=8)
    shop.says(Act.WITHDRAWN, visits[:5], "receipt")
    shop.on(2).answers(yes=3, no=6, language="de", layout="portrait 1080x1920 large")
    shop.lapsed(2)
    shop.on(1).answers(yes=4, no=2)
    shop.lapsed(3)
    camera(
        {
            3: Day(90, 6, 5, 60, 40, 120.0),
            2: Day(4, 2, 1, 9, 5, 33.0),
            1: Day(70, 3, 3, 9, 5, 47.0),
            0: Day(31, 1, 1, 4, 4, 9.0),
        }
    )
    week = told(days=7)
    assert (week.yes, week.no, week.lapsed, week.withdrawn, week.ambiguous) == (12 + 7, 8 + 6, 5, 5, None)
    assert week.rate == 58
    assert week.languages == {"en": 65, "de": 35}
    assert week.wishes == {"large": 35, "contrast": None, "low": None, "aloud": None}
    assert [(row.yes, row.no, row.lapsed, row.entered) for row in week.rows[-3:]] == [
        (12, 8, None, 90),
        (None, 6, None, None),
        (7, None, 5, 74),
    ]
    assert (week.entered, week.entered_today) == (164, 31)
    assert (week.analysed, week.seen, week.dwell_seconds) == (11, 11 - 4, round(200 / 11, 1))


def test_totals_hold_only_what_is_told(shop, told):
    for ago in range(9, 0, -1):
        shop.on(ago).answers(yes=ago % 5, no=ago % 3)
    for days in range(1, 10):
        window = told(days=days)
        assert (window.yes or 0) == sum(row.yes or 0 for row in window.rows)
        assert (window.no or 0) == sum(row.no or 0 for row in window.rows)
        assert all(number is None or number >= 5 for row in window.rows for number in (row.yes, row.no))


def test_weeks_begin_on_a_monday(shop, told):
    shop.on(10).answers(yes=9)
    weeks = told(days=30, weekly=True).rows
    assert all(row.first.weekday() == 0 for row in weeks[1:])
    assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(weeks))
    assert [row.yes for row in weeks if row.yes] == [9]
    assert len(told(days=summary.BY_WEEK).rows) < 9
    assert len(told(days=summary.BY_WEEK - 1).rows) == summary.BY_WEEK - 1


def test_more_bodies_than_told_yeses_are_not_told(shop, told, camera):
    shop.on(1).answers(yes=6)
    camera({1: Day(50, 7, 6, 60, 40, 120.0)})
    assert (told().analysed, told().seen, told().dwell_seconds) == (None, None, None)
    camera({1: Day(50, 6, 0, 60, 40, 120.0)})
    assert (told().analysed, told().seen, told().dwell_seconds) == (6, None, 20.0)


def test_few_people_today_are_not_told(shop, told, camera):
    for entered, shown in ((4, None), (5, 5)):
        camera({0: Day(entered, 0, 0, 0, 0, 0.0)})
        assert told().entered_today == shown


def test_what_the_camera_tells_stays_when_its_oldest_days_go(shop, told, camera):
    days = {ago: Day(2, 0, 0, 0, 0, 0.0) for ago in range(200, 0, -1)}
    for window, losses in ((100, (0, 20, 40, 60)), (220, (0, 1, 2))):
        rows = []
        for gone in losses:
            camera({ago: day for ago, day in days.items() if ago <= 200 - gone})
            rows.append(told(days=window, weekly=False).rows)
        assert len(set(rows)) == 1
        assert sum(row.entered or 0 for row in rows[0]) > 100


def test_the_kiosks_hours(shop, told, today):
    book = Book(on={today - timedelta(days=1): (36_000, 35_640), today - timedelta(days=9): (90, 90)})
    week = summary.summed(book, {}, today, 2, 5)
    assert (week.on_seconds, week.ready_seconds) == (36_000, 35_640)
    assert "99.0%   of the 10.0 h that it was on, 5.0 h a day" in "\n".join(summary.lines(week))


def test_lines_and_json_say_the_same(shop, told):
    shop.on(1).answers(yes=9, no=2)
    week = told(days=2)
    assert json.loads(summary.as_json(week))["yes"] == 9
    text = "\n".join(summary.lines(week))
    assert "said yes                           9\n" in text
    assert "said no                            –\n" in text
    assert "fewer than 5" in text
    assert shop.ledger.count() == 11 and "11" not in text.replace("2026-11", ""), "how many records there are tells the noes"


def test_what_cannot_be_read_is_named(shop, told, tmp_path, today):
    for name, error in (("counts.json", BookError), ("tally.json", TallyError)):
        (tmp_path / name).write_text("{")
        with pytest.raises(error, match=name):
            told()
        (tmp_path / name).unlink()
    with pytest.raises(LedgerError, match="no kiosk has run"):
        summary.summary(tmp_path / "none.db", tmp_path, tmp_path, today)
    with pytest.raises(ValueError, match="fewer than 3"):
        told(least=2)
