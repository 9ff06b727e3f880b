"""The book on the disk, and the real ledger that it is counted from."""

import json
import logging
import os
import time
from datetime import date, datetime, timedelta

import pytest

from kiosk.consent.decision import Act
from kiosk.consent.visit import SECOND, Answer, Answered, Asking, Attract, Recalled, Visit
from kiosk.insight import keeper
from kiosk.insight.book import AMBIGUOUS, LAPSED, NO, WITHDRAWN, YES
from kiosk.insight.keeper import BATCH, Book, BookError, Keeper, Pace
from kiosk.ledger.daily import daily
from kiosk.ledger.store import Ledger, LedgerError


def closed(shop, today) -> Book:
    book = Book()
    book.go_on(shop.path, today)
    return book


def test_what_each_act_counts_as(shop, today, ago):
    visits = shop.on(2).answers(yes=20, no=4)
    shop.says(Act.WITHDRAWN, visits[:3], "receipt")
    shop.says(Act.ENDED, visits[3:7], "ambiguous")
    shop.says(Act.ENDED, visits[7:20], "left")
    shop.lapsed(6)
    told = closed(shop, today).days[ago(2)]
    assert {label: number for label, number in told.items() if "/" not in label or label.startswith("answers")} == (
        {YES: 20, NO: 4, WITHDRAWN: 3, AMBIGUOUS: 4, LAPSED: 6}
    )


def test_only_the_last_answer_of_a_visit_counts(shop, today, ago):
    visits = shop.on(1).answers(yes=10)
    shop.says(Act.WITHDRAWN, visits[:4], "undone")
    shop.ids = iter(visits[:3])
    shop.answers(no=3)
    book = closed(shop, today)
    assert (book.days[ago(1)][YES], book.days[ago(1)][NO]) == (6, 3)
    assert WITHDRAWN not in book.waiting.waiting


def test_languages_and_layouts_are_of_every_other_visit(shop, today, ago):
    shop.on(1).answers(yes=32, language="de", layout="portrait 1080x1920 large speaking")
    shop.answers(no=32, language="vi", layout="landscape 1920x1080 low")
    told = closed(shop, today).days[ago(1)]
    assert (told["languages/de"], told["languages/vi"]) == (16, 16)
    parts = ("large/yes", "large/no", "contrast/no", "low/yes", "low/no", "aloud/yes", "aloud/no")
    assert [told[part] for part in parts] == [16, 16, 32, 16, 16, 16, 16]
    assert "contrast/yes" not in told


def test_today_is_not_counted_and_yesterday_only_once(shop, today, ago):
    shop.on(1).answers(yes=5)
    shop.on(0).answers(yes=7)
    book = closed(shop, today)
    assert book.waiting.told[YES] == 5
    book.go_on(shop.path, today)
    assert book.waiting.told[YES] == 5
    book.go_on(shop.path, today + timedelta(days=1))
    assert book.waiting.told[YES] == 12
    assert book.days[ago(0)][YES] == 7


def test_day_by_day_is_as_all_at_once(shop, today):
    """So that `kiosk stats` says the same while no kiosk runs."""
    for number in range(9, 0, -1):
        shop.on(number).answers(yes=number % 4, no=number % 3)
    slowly = Book()
    for number in range(9, -1, -1):
        slowly.go_on(shop.path, today - timedelta(days=number))
    at_once = closed(shop, today)
    assert slowly == at_once
    assert slowly.days


def test_what_the_ledger_drops_stays_told(shop, today):
    shop.on(3).answers(yes=9)
    book = closed(shop, today - timedelta(days=1))
    shop.on(0)
    assert shop.ledger.purge(shop.now).count == 9
    shop.on(0).answers(yes=4)
    book.go_on(shop.path, today + timedelta(days=1))
    assert book.waiting.told[YES] == 13


def test_another_ledger_is_counted_from_its_end(shop, today, tmp_path):
    shop.on(2).answers(yes=9)
    book = closed(shop, today)
    other = Ledger(tmp_path / "other.db")
    other.close()
    assert daily(tmp_path / "other.db", book.seq, datetime.now().astimezone()) == (0, [])


def test_a_clock_that_was_put_back_loses_nothing(shop, today):
    shop.on(1).answers(yes=4)
    book = closed(shop, today)
    shop.on(5).answers(yes=4)
    book.go_on(shop.path, today + timedelta(days=1))
    assert book.waiting.told[YES] == 8
    assert book.days[today][YES] == 4


def test_the_day_is_the_shops_own(shop, today, monkeypatch):
    for zone, day in (("Pacific/Auckland", date(2026, 11, 21)), ("America/Los_Angeles", date(2026, 11, 20))):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        try:
            shop.now = datetime.fromisoformat("2026-11-20T12:30+00:00")
            if not shop.ledger.count():
                shop.answers(no=3)
            assert [each.day for each in daily(shop.path, 0, datetime.now().astimezone() + timedelta(days=900))[1]] == [day] * 2
        finally:
            monkeypatch.undo()
            time.tzset()


def test_a_ledger_that_cannot_be_counted_is_named(tmp_path):
    (tmp_path / "ledger.db").write_bytes(b"no database" * 100)
    with pytest.raises(LedgerError, match=r"ledger\.db cannot be counted"):
        daily(tmp_path / "ledger.db", 0, datetime.now().astimezone())


# --- the file ------------------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path):
    return tmp_path / "counts.json"


@pytest.fixture
def empty(tmp_path):
    Ledger(tmp_path / "empty.db").close()
    return tmp_path / "empty.db"


def test_the_file_says_again_what_was_written(shop, path):
    shop.now = datetime.now().astimezone() - timedelta(days=2)
    shop.answers(yes=8, no=5)
    one = Keeper(path, shop.path, 366)
    one.tick(True)
    one._seen -= 100
    one.tick(True)
    one._seen -= 50
    one.tick(False)
    book = keeper.read(path)
    assert book == one.book
    assert book.on[date.today()] == book.ever_on == (150, 100)
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_sleep_is_not_time_that_it_was_on(path, empty):
    one = Keeper(path, empty, 366)
    one.tick(True)
    one._seen -= 80_000
    one.tick(True)
    assert one.book.ever_on == (keeper.LONGEST_S, keeper.LONGEST_S)


def test_what_is_past_its_time_is_dropped_and_counters_stay(shop, path):
    shop.now = datetime.now().astimezone() - timedelta(days=40)
    shop.answers(yes=8)
    one = Keeper(path, shop.path, keep_days=30)
    one.tick(True)
    assert one.book.days == {}
    assert one.book.counters.told[YES] == 8


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"seq": "many"},
        {"days": {"yesterday": {}}},
        {"days": {"2026-11-20": {"answers/yes": -1}}},
        {"waiting": {"told": {}, "waiting": {"answers/no": 1.5}}},
        {"on": {"2026-11-20": 5}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_damaged_file_is_kept_and_counting_begins_anew(path, empty, change, caplog):
    Keeper(path, empty, 366).tick(True)
    damaged = json.dumps(json.loads(path.read_text()) | change)
    path.write_text(damaged)
    with pytest.raises(BookError, match="is damaged"):
        keeper.read(path)
    one = Keeper(path, empty, 366)
    one.tick(True)
    assert "is damaged" in caplog.text
    (aside,) = path.parent.glob("counts.json.damaged-*")
    assert aside.read_text() == damaged
    assert keeper.read(path) == one.book


def test_every_cut_of_the_file_is_damage(path, empty):
    Keeper(path, empty, 366).tick(True)
    whole = path.read_bytes()
    for length in range(0, len(whole) - 2, 7):
        path.write_bytes(whole[:length])
        with pytest.raises(BookError):
            keeper.read(path)


def test_a_disk_that_refuses_is_said_once(tmp_path, empty, caplog):
    caplog.set_level(logging.WARNING)
    one = Keeper(tmp_path / "gone" / "counts.json", empty, 366)
    one.tick(True)
    one.tick(True)
    assert [record.message for record in caplog.records if "cannot be written" in record.message] == [
        f"The book of counts {tmp_path / 'gone' / 'counts.json'} cannot be written: No such file or directory. Trying on."
    ]
    (tmp_path / "gone").mkdir()
    one.close(True)
    assert keeper.read(tmp_path / "gone" / "counts.json").until == date.today() - timedelta(days=1)


# --- how long an answer takes --------------------------------------------------------------------------------------


def visit(number: int) -> Visit:
    return Visit(f"{number % 8 * 2:x}{number:031x}", "en")  # all of them are drawn


def answered(pace: Pace, one: Visit, seconds: float, answer: Answer = Answer.NO) -> list[str]:
    pace.see(Attract(), 0)
    pace.see(Asking(one), 5 * SECOND)
    return pace.see(Answered(one, answer, one.id, 0), int((5 + seconds) * SECOND))


def test_times_are_told_together_or_not_at_all():
    pace = Pace()
    told = [answered(pace, visit(number), 20, Answer.YES if number % 2 else Answer.NO) for number in range(BATCH)]
    assert told == [[]] * (BATCH - 1) + [["times/10 to 30 s"] * BATCH]


def test_of_a_visit_only_the_first_answer_is_timed():
    pace, one = Pace(), visit(1)
    answered(pace, one, 5)
    for _ in range(BATCH):
        pace.see(Asking(one, answered=True), 30 * SECOND)
        assert pace.see(Answered(one, Answer.YES, one.id, 0), 300 * SECOND) == []


def test_a_withdrawal_is_no_answer_and_half_of_the_visits_are_not_timed():
    pace = Pace()
    for number in range(3 * BATCH):
        one, other = visit(number), Visit("1" + f"{number:031x}", "en")
        pace.see(Attract(), 0)
        pace.see(Recalled(one, "f" * 32, Answer.YES), SECOND)
        assert pace.see(Answered(one, Answer.WITHDRAWN, "f" * 32, 0), 2 * SECOND) == []
        assert answered(pace, other, 5) == []


def test_what_is_gathered_waits_in_the_file_for_the_day_to_end(path, shop):
    shop.now = datetime.now().astimezone()
    shop.answers(yes=20)
    one = Keeper(path, shop.path, 366)
    one.tick(True)
    for number in range(BATCH):
        one.see(Attract(), 0)
        one.see(Asking(visit(number)), 0)
        one.see(Answered(visit(number), Answer.NO, visit(number).id, 0), SECOND)
    one.tick(True)
    book, tomorrow = keeper.read(path), date.today() + timedelta(days=1)
    assert book.gathered == {"times/under 10 s": BATCH}
    book.go_on(shop.path, tomorrow)
    assert book.days[date.today()]["times/under 10 s"] == BATCH
    assert not book.gathered
