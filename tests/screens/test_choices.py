"""Beside a plain yes or no, on the real screens: by purpose, age, signature or scanner, and what comes after the answer."""

import sqlite3
import time
import tomllib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk import config, notices
from kiosk.app import Kiosk, StartError
from kiosk.consent import receipt
from kiosk.consent.decision import Choice, Purpose, signature
from kiosk.consent.notice import NoticeError
from kiosk.consent.visit import Stopped
from kiosk.gate import Gate, Phase
from kiosk.gate.messages import now_ns
from kiosk.ledger.store import LedgerError
from kiosk.state import StateDirectory, StateError

ALL = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)


def rows(shop, *acts):
    return [row for row in shop.kiosk.back.ledger.rows() if row.act in acts]


def read(shop) -> receipt.Receipt:
    """The receipt on the screen, as a phone would check it."""
    return receipt.verify([shop.kiosk.back._key.public_key()], shop.find("receipt-code").property("text"))


def say_yes(shop) -> str:
    """What the receipt's code says; the screen is free again."""
    shop.touch("language-en")
    shop.touch("yes")
    url = shop.find("receipt-code").property("text")
    shop.touch("done")
    shop.settle()
    return url


def scan(shop, text: str, pause_ms: int = 0) -> None:
    """As a scanner types: fast, and Return at the end."""
    for key in (*text, Qt.Key.Key_Return):
        QTest.keyClick(shop.kiosk.window, key)
        if pause_ms:
            QTest.qWait(pause_ms)
    QTest.qWait(30)


@pytest.mark.parametrize("answers", ["yes no yes", "no no yes", "no no no", "yes yes yes"])
def test_each_purpose_by_itself(open_shop, answers):
    shop = open_shop(purposes=ALL)
    shop.touch("language-en")
    shop.touch("one-by-one")
    asked = []
    for answer in answers.split():
        asked.append(shop.kiosk.visitor.question)
        shop.touch(answer)
    assert len(set(asked)) == 3
    agreed = tuple(purpose for purpose, answer in zip(ALL, answers.split(), strict=True) if answer == "yes")
    (row,) = rows(shop, "opt_in", "opt_out")
    assert row.act == ("opt_in" if agreed else "opt_out")
    assert row.payload["asked"] == list(ALL)
    assert row.payload.get("agreed", []) == list(agreed)
    assert len(row.payload["before"]) == 2
    assert len({row.payload["shown"], *row.payload["before"]}) == 3
    assert read(shop).agreed == agreed


def test_a_double_tap_answers_one_question(open_shop):
    shop = open_shop(purposes=ALL, dead=400_000_000)
    shop.touch("language-en")
    shop.touch("one-by-one")
    shop.settle()
    for _ in range(2):
        shop.press("yes")
        shop.release("yes")
    assert shop.state.page.choices == (Choice.OPT_IN,)


def test_back_to_all_at_once(open_shop):
    shop = open_shop(purposes=ALL)
    shop.touch("language-en")
    shop.touch("one-by-one")
    shop.touch("yes")
    shop.touch("one-by-one")
    assert shop.state.page.choices is None
    shop.touch("no")
    assert [row.act for row in rows(shop, "opt_in", "opt_out")] == ["opt_out"]


def test_one_purpose_has_nothing_to_choose_from(open_shop):
    shop = open_shop()
    shop.touch("language-en")
    assert "one-by-one" not in {item.objectName() for item in shop.items()}


def test_too_young_is_a_kind_no_that_says_nothing_of_age(open_shop):
    shop = open_shop()
    shop.touch("language-en")
    shop.touch("under-age")
    assert shop.kiosk.visitor.young
    words = [item.property("text") for item in shop.items() if item.inherits("QQuickText")]
    assert shop.kiosk.visitor.youngHeadline in words
    assert shop.kiosk.visitor.youngText in words
    (row,) = rows(shop, "opt_out")
    assert not {name for name in row.payload if "age" in name.split("_") or "young" in name}
    assert set(row.payload) == {
        "act",
        "at",
        "software",
        "visit",
        "choice",
        "asked",
        "notice",
        "language",
        "shown",
        "method",
        "profile",
    }
    assert read(shop).answer == "no"


def test_where_the_law_asks_for_a_signature_yes_is_one(open_shop):
    shop = open_shop(profile="US-IL")
    shop.touch("language-en")
    assert shop.kiosk.visitor.yes == "Yes, I sign"
    shown = shop.kiosk._shown()
    assert "Yes, I sign" in shown.words
    shop.touch("yes")
    (row,) = rows(shop, "opt_in")
    assert row.payload["profile"] == "US-IL"
    assert row.payload["signature"] == signature(row.visit, (shown,))


def test_a_scanned_receipt_takes_a_yes_back_in_one_touch(open_shop):
    shop = open_shop()
    url = say_yes(shop)
    scan(shop, url)
    assert shop.page == "Recalled"
    shop.touch("withdraw")
    assert [row.act for row in rows(shop, "withdrawn")] == ["withdrawn"]
    assert read(shop).answer == "withdrawn"


def test_the_small_code_of_the_phone_is_scanned_as_well(open_shop):
    shop = open_shop()
    shop.touch("language-en")
    shop.touch("no")
    code = read(shop).code
    shop.touch("done")
    shop.settle()
    scan(shop, code)
    assert (shop.page, shop.kiosk.visitor.answer) == ("Recalled", "no")


def test_a_scan_presses_nothing(open_shop):
    """Its Return must not reach the card that has the focus."""
    shop = open_shop()
    shop.touch("language-en")
    shop.settle()
    shop.find("yes").forceActiveFocus()
    scan(shop, "HTTPS://SHOP.EXAMPLE/R#AAAA")
    assert shop.page == "CodePad"
    assert rows(shop, "opt_in") == []


@pytest.mark.parametrize("code", ["\t\t", "\t", "\t\t\t", "BEGIN:VCARD\tN: A B ", " ", "\t \t ", "K7\t\t"])
def test_no_code_touches_a_card(open_shop, code):
    """Tabs and spaces in a code, and the scanner's own Return, are not a hand's."""
    shop = open_shop()
    for page in ("Attract", "Asking"):
        if page == "Asking":
            shop.touch("language-en")
        shop.settle()
        assert shop.page == page
        for _ in range(3):
            scan(shop, code)
            QTest.qWait(150)
        assert shop.page in (page, "CodePad")
        assert [row.act for row in shop.kiosk.back.ledger.rows()] == ["notice"]
        if shop.page == "CodePad":
            shop.touch("back")


def test_a_hand_can_walk_and_press_by_keys(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    shop.settle()
    for _ in range(20):
        QTest.keyClick(shop.kiosk.window, Qt.Key.Key_Tab)
        QTest.qWait(150)
        if shop.find("no").hasActiveFocus():
            break
    QTest.keyClick(shop.kiosk.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(rows(shop, "opt_out")))


def test_a_hand_on_a_keyboard_is_no_scanner(open_shop):
    shop = open_shop()
    shop.touch("language-en")
    shop.settle()
    scan(shop, "0123456789AB", pause_ms=120)
    assert shop.page == "Asking"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda url: url[:-9] + ("A" if url[-9] != "A" else "B") + url[-8:], "altered"),
        (lambda url: url[: len(url) // 2], "unknown"),
        (lambda url: "HTTPS://SHOP.EXAMPLE/R#", "unknown"),
    ],
)
def test_a_receipt_that_is_none_is_said(open_shop, change, problem):
    shop = open_shop()
    url = say_yes(shop)
    scan(shop, change(url))
    assert (shop.page, shop.kiosk.visitor.problem) == ("CodePad", problem)
    assert rows(shop, "withdrawn") == []


def test_another_shops_receipt_is_said(open_shop, tmp_path):
    shop = open_shop()
    issued = shop.kiosk.back.issue_receipt("ab" * 16, "no", ())
    foreign = receipt.issue(Ed25519PrivateKey.generate(), "https://other.example/r", "ab" * 16, "no", issued.minute, "cd" * 32)
    scan(shop, foreign.url)
    assert shop.kiosk.visitor.problem == "elsewhere"


# --- the gates' answers ----------------------------------------------------------------------------------------------


def withdraw(shop):
    shop.touch("language-en")
    shop.touch("yes")
    shop.touch("undo")


def test_a_camera_that_erased_is_recorded_and_one_that_signed_wrongly_is_not_believed(open_shop, qtbot):
    shop = open_shop(settle=60_000_000_000)
    with Gate("door", [(0, 0), (1, 0), (1, 1)], (10, 10), shop.kiosk.back.gates._path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        withdraw(shop)
        taken = []
        qtbot.waitUntil(lambda: bool(taken.extend(gate.erasures()) or taken))
        (taken_back,) = taken
        taken_back.done({"looks": 3}, "a2V5", "c2ln")
        qtbot.waitUntil(lambda: bool(rows(shop, "erasure")))
    (row,) = rows(shop, "erasure")
    assert row.visit == taken_back.visit
    detail = row.payload["detail"]
    assert (detail["camera"], detail["counts"], detail["signature"]) == ("door", {"looks": 3}, "")
    assert detail["statement"].encode() == taken_back.statement({"looks": 3})


class Deaf(Gate):
    """A gate that does not say that it stopped."""

    def __init__(self, *args):
        super().__init__(*args)
        heard = self._guard.heard
        self._guard.heard = lambda line: heard(line)[: 0 if b'"revoke"' in line else None]


def test_a_camera_that_does_not_confirm_turns_all_off_until_staff_have_looked(open_shop, qtbot):
    shop = open_shop(settle=60_000_000_000)
    shop.kiosk.back.accounts.set_pin("Front desk", "402917")
    with Deaf("door", [(0, 0), (1, 0), (1, 1)], (10, 10), shop.kiosk.back.gates._path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        withdraw(shop)
        began = now_ns()
        qtbot.waitUntil(lambda: shop.page == "Fault", timeout=3_000)
        assert (now_ns() - began) / 1e9 < 1.5
        (row,) = rows(shop, "alarm")
        assert row.payload["detail"] == {"cameras": ["door"]}
        assert not shop.kiosk.healthy()
        qtbot.waitUntil(lambda: gate.phase is not Phase.LIVE, timeout=3_000)
    shop.corner()
    shop.settle()
    for digit in "402917":
        shop.key(digit)
    shop.touch("enter")
    assert shop.kiosk.desk.alarmed
    shop.touch("clear-alarm")
    shop.touch("close")
    assert shop.page == "Attract"
    assert shop.kiosk.healthy()
    assert [row.payload["why"] for row in rows(shop, "staff")] == ["alarm_cleared"]


# --- another notice --------------------------------------------------------------------------------------------------


def other(shop, table, **values):
    """The shop's settings with these in place of what one table says."""
    return shop.kiosk.settings.model_copy(update={table: getattr(shop.kiosk.settings, table).model_copy(update=values)})


def test_other_words_keep_what_was_agreed_to_and_another_vendor_ends_it(open_shop, qtbot):
    shop = open_shop(settle=60_000_000_000)
    with Gate("door", [(0, 0), (1, 0), (1, 1)], (10, 10), shop.kiosk.back.gates._path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        shop.touch("language-en")
        shop.touch("yes")
        old = shop.kiosk.notice.hash
        shop.kiosk.reload(other(shop, "store", contact="+44 20 7946 0000"))
        assert shop.kiosk.notice.hash == old, "not while somebody is at the screen"
        shop.touch("done")
        assert shop.kiosk.notice.hash != old
        assert len(shop.state.permissions) == 1
        shop.kiosk.reload(other(shop, "cameras", vendor="Other Eyes"))
        assert shop.state.permissions == ()
        assert [row.payload["why"] for row in rows(shop, "ended")] == ["notice"]
    assert [row.payload["detail"]["ends"] for row in rows(shop, "notice")] == [False, False, True]
    shop.touch("language-en")
    shop.touch("details")
    told = [text for item in shop.items() if (text := item.property("text")) and isinstance(text, str)]
    assert any("Other\u00a0Eyes" in text for text in told)


def test_a_notice_that_cannot_be_recorded_changes_nothing(open_shop, qtbot):
    shop = open_shop(purposes=(Purpose.DWELL,))
    old, rules = shop.kiosk.notice.hash, shop.kiosk.runner.rules
    with closing(sqlite3.connect(shop.kiosk.back.ledger.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        shop.kiosk.reload(other_purposes(shop))
        assert (shop.kiosk.notice.hash, shop.kiosk.runner.rules) == (old, rules)
        other.execute("ROLLBACK")
    shop.touch("language-en")
    assert shop.kiosk.visitor.questions == 1
    shop.touch("no")
    shop.touch("done")
    assert shop.kiosk.notice.hash != old, "tried again"
    assert shop.kiosk.runner.rules.purposes == ALL


def other_purposes(shop):
    return other(shop, "notice", purposes=ALL)


def test_an_alarm_is_still_there_after_a_restart(open_shop, qapp, tmp_path):
    shop = open_shop()
    shop.kiosk.runner.send(Stopped("ab" * 16, ("door",)))
    assert shop.page == "Fault"
    shop.kiosk.close()
    state = StateDirectory(tmp_path / "state")
    shop.kiosk = Kiosk(qapp, shop.kiosk.settings, state, tmp_path / "run" / "gate.sock")
    shop.kiosk.start((540, 960))
    assert shop.page == "Fault"
    assert not shop.kiosk.healthy()
    shop.kiosk.close()
    open_shop.forget()


def test_the_same_notice_again_is_nothing_new(open_shop):
    shop = open_shop()
    shop.kiosk.reload(shop.kiosk.settings)
    assert len(rows(shop, "notice")) == 1


def test_what_needs_a_restart_is_refused_and_nothing_changes(open_shop):
    shop = open_shop()
    before = shop.kiosk.notice.hash
    with pytest.raises(StartError, match="restart the kiosk"):
        shop.kiosk.reload(other(shop, "screen", undo_seconds=20))
    assert shop.kiosk.notice.hash == before


@pytest.mark.parametrize("days", [-400, 2_000], ids=["clock set back", "clock set forward"])
def test_a_yes_can_be_taken_back_whatever_the_clock_says(open_shop, monkeypatch, days):
    shop = open_shop()
    url = say_yes(shop)

    class Wrong(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=days)

    monkeypatch.setattr("kiosk.backroom.datetime", Wrong)
    scan(shop, url)
    assert (shop.page, shop.kiosk.visitor.answer) == ("Recalled", "yes")


def test_a_receipt_past_its_time_that_nobody_knows_is_said_to_be(open_shop):
    shop = open_shop()
    old = datetime(2020, 1, 1, tzinfo=UTC)
    expired = receipt.issue(
        shop.kiosk.back._key, "https://shop.example/r", "ab" * 16, "no", old, "cd" * 32, expires=old + timedelta(days=1)
    )
    scan(shop, expired.url)
    assert (shop.page, shop.kiosk.visitor.problem) == ("CodePad", "expired")


def test_another_ledger_in_its_place_is_refused_at_the_next_start(open_shop, qapp, tmp_path):
    shop = open_shop()
    copy = tmp_path / "older.db"
    with closing(sqlite3.connect(shop.kiosk.back.ledger.path)) as now, closing(sqlite3.connect(copy)) as then:
        now.backup(then)
    shop.touch("language-en")
    shop.touch("no")
    shop.touch("done")
    shop.kiosk.close()
    settings, state = shop.kiosk.settings, StateDirectory(tmp_path / "state")
    path = shop.kiosk.back.ledger.path
    right = path.read_bytes()
    path.write_bytes(copy.read_bytes())
    shop.kiosk = Kiosk(qapp, settings, state, tmp_path / "run" / "gate.sock")
    with pytest.raises(LedgerError, match=r"is not the ledger that this kiosk wrote: it signed 2 records, and these 1 do not"):
        shop.kiosk.start((540, 960))
    assert not shop.kiosk.healthy()
    shop.kiosk.close()
    state.head.rename(tmp_path / "head.note")
    shop.kiosk = Kiosk(qapp, settings, state, tmp_path / "run" / "gate.sock")
    with pytest.raises(StateError, match=r"head.note is missing.*kiosk ledger checkpoint"):
        shop.kiosk.start((540, 960))
    shop.kiosk.close()
    (tmp_path / "head.note").rename(state.head)
    path.write_bytes(right)
    shop.kiosk = Kiosk(qapp, settings, state, tmp_path / "run" / "gate.sock")
    shop.kiosk.start((540, 960))
    assert len(rows(shop, "opt_out")) == 1
    shop.kiosk.close()
    open_shop.forget()


def test_answers_past_their_time_go_when_nobody_is_there(open_shop, monkeypatch):
    shop = open_shop()
    asked = []
    monkeypatch.setattr(shop.kiosk.back.ledger, "purge", asked.append)
    shop.touch("language-en")
    shop.kiosk.tidy()
    assert asked == []
    shop.touch("no")
    shop.touch("done")
    (before,) = asked
    months = shop.kiosk.settings.notice.evidence_months
    assert abs((time.time() - before.timestamp()) / 86_400 - months * 30.44) < 3


def test_a_shop_that_has_not_done_its_part_asks_nobody_and_shows_no_picture(qapp, tmp_path):
    settings, state = config.Settings.model_validate(tomllib.loads(config.TEMPLATE)), StateDirectory(tmp_path / "state")
    with pytest.raises(
        NoticeError, match=r"(?s)Nobody may be asked yet.*China.*- a sign at every entrance\n.*kiosk notice check"
    ):
        Kiosk(qapp, settings, state, tmp_path / "gate.sock")
    state.release()


def test_languages_that_nobody_reviewed_are_left_out(open_shop):
    shop = open_shop()
    words = dict(shop.kiosk.notice.words)
    reviewed = replace(words["en"].translation, reviewed=True, by="editor", on="2026-11-21")
    words["en"] = replace(words["en"], translation=reviewed)
    law = shop.kiosk.settings.law.model_copy(update={"allow_unreviewed": False})
    settings = shop.kiosk.settings.model_copy(update={"law": law})
    assert notices.usable(replace(shop.kiosk.notice, words=words), settings.premises(date.today()))[0] == ("en",)
