"""Whole visits on the real screens, with touches: what QML calls, what the ledger keeps, what is forgotten."""

import sqlite3
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.consent import code
from kiosk.consent.visit import SECOND, Bound
from kiosk.gate import Gate, Phase, Track

SPOT = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]


def acts(shop) -> list[str]:
    """What was recorded, but for the notice that came into force at the start."""
    return [row.act for row in shop.kiosk.back.ledger.rows() if row.act != "notice"]


@pytest.mark.meets(
    "EN 301 549 4.2.4",
    "EN 301 549 4.2.5",
    "EN 301 549 4.2.6",
    "EN 301 549 4.2.7",
    "EN 301 549 5.5.1",
    "EN 301 549 5.9",
    "508 302.4",
    "508 302.5",
    "508 302.6",
    "508 302.7",
    "508 407.6",
    "WCAG 2.5.1",
    "WCAG 2.5.7",
)
def test_a_no_in_three_touches(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    assert shop.page == "Asking"
    shop.touch("no")
    assert shop.page == "Answered"
    assert shop.kiosk.visitor.analysis == "off"
    assert shop.kiosk.visitor.receiptUrl.startswith("HTTPS://")
    shop.touch("done")
    assert shop.page == "Attract"
    assert acts(shop) == ["opt_out"]


def test_a_yes_without_a_camera_stays_off_and_says_so(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    shop.touch("yes")
    qtbot.waitUntil(lambda: shop.kiosk.visitor.analysis == "no_camera")
    assert shop.state.permissions == ()
    assert acts(shop) == ["opt_in", "ended"]


def test_a_yes_with_a_camera_is_on_only_when_bound_and_ends_with_undo(open_shop, qtbot):
    shop = open_shop()
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates._path) as gate:
        body = Track("a", (40.0, 10.0, 60.0, 90.0))
        qtbot.waitUntil(lambda: shop.kiosk.back.gates.cameras == ("door",))

        def watch() -> bool:
            gate.update([body], gate.now_ns())
            return shop.kiosk.visitor.analysis == "on"

        shop.touch("language-en")
        for _ in range(30):
            watch()
            QTest.qWait(30)
        shop.press("yes")
        shop.release("yes")
        qtbot.waitUntil(lambda: shop.kiosk.visitor.analysis == "waiting")
        qtbot.waitUntil(watch)
        assert gate.allows(body, "dwell")
        shop.touch("undo")
        qtbot.waitUntil(lambda: not gate.allows(body, "dwell"))
    assert shop.page == "Asking"
    assert acts(shop) == ["opt_in", "withdrawn"]


def test_a_screen_that_draws_nothing_turns_the_cameras_off(open_shop, qtbot, monkeypatch):
    monkeypatch.setattr(app, "PULSE_MS", 50)
    monkeypatch.setattr(app, "DRAWN_FRESH", SECOND)
    shop = open_shop()
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates._path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        qtbot.wait(1_500)
        assert gate.phase is Phase.LIVE, "a picture that stands still is drawn all the same"
        shop.kiosk.window.hide()
        qtbot.waitUntil(lambda: gate.phase is not Phase.LIVE)
        qtbot.wait(1_500)
        assert gate.phase is not Phase.LIVE
        shop.kiosk.window.show()
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)


def test_the_record_holds_what_was_on_the_screen(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-ar")
    shop.touch("no")
    row = list(shop.kiosk.back.ledger.rows())[-1]
    database = sqlite3.connect(shop.kiosk.back.ledger.path)
    ((content,),) = database.execute("SELECT content FROM shown WHERE hash = ?", [row.payload["shown"]])
    database.close()
    visitor = shop.kiosk.visitor
    assert row.payload["language"] == "ar"
    for words in (visitor.store, "تحليل الوجه غير مفعّل لك"):
        assert words in content
    assert shop.kiosk.notice.words["ar"].yes_means in content
    assert "portrait 1080x1920" in content


def test_reset_forgets_everything(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-ar")
    assert QLocale().name().startswith("ar")
    shop.touch("yes")
    shop.touch("done")
    visitor = shop.kiosk.visitor
    assert (shop.page, visitor.language, visitor.code, visitor.receiptUrl, visitor.answer) == ("Attract", "en", "", "", "")
    assert QLocale().name().startswith("en")
    assert not visitor.rightToLeft


def test_silence_is_no_answer(open_shop, qtbot):
    shop = open_shop(idle=SECOND // 2, warning=SECOND)
    shop.touch("language-zh-Hans")
    qtbot.waitUntil(lambda: shop.page == "StillThere")
    assert shop.kiosk.visitor.secondsLeft in (1, 2)
    qtbot.waitUntil(lambda: shop.page == "Attract")
    assert acts(shop) == ["lapsed"]


@pytest.mark.meets("WCAG 2.2.1")
def test_a_touch_on_the_warning_goes_back_to_the_question(open_shop, qtbot):
    shop = open_shop(idle=SECOND, warning=5 * SECOND)
    shop.touch("language-en")
    qtbot.waitUntil(lambda: shop.page == "StillThere")
    shop.touch("stay")
    assert shop.page == "Asking"


@pytest.mark.meets("WCAG 3.3.4")
def test_withdrawal_by_short_code(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    shop.touch("yes")
    code = shop.kiosk.visitor.code.replace("-", "")
    shop.touch("done")
    shop.touch("receipt")
    shop.settle()
    for character in code:
        shop.key(character)
    assert shop.page == "Recalled"
    shop.touch("withdraw")
    assert shop.kiosk.visitor.answer == "withdrawn"
    assert shop.kiosk.visitor.code.replace("-", "") == code
    assert acts(shop)[-1] == "withdrawn"


@pytest.mark.meets("WCAG 3.3.1", "WCAG 3.3.3")
def test_an_unknown_code_is_said_and_nothing_else(open_shop, qtbot):
    shop = open_shop()
    shop.touch("receipt")
    shop.settle()
    for character in code.short_code("ab" * 16):
        shop.key(character)
    assert shop.kiosk.visitor.problem == "unknown"
    assert acts(shop) == []


def test_staff_reset_ends_every_permission_first(open_shop, qtbot, monkeypatch):
    shop = open_shop()
    shop.kiosk.back.accounts.set_pin("Front desk", "402917")
    order = []
    monkeypatch.setattr(shop.kiosk.back.gates, "revoke", lambda visit, why, tapped, erase: order.append(("revoke", visit, why)))
    append = shop.kiosk.back.ledger.append
    monkeypatch.setattr(shop.kiosk.back.ledger, "append", lambda entry: order.append(("record", entry.act)) or append(entry))
    shop.touch("language-en")
    shop.corner()
    assert shop.page == "PinPad"
    shop.settle()
    for digit in "402917":
        shop.key(digit)
    shop.touch("enter")
    assert shop.page == "StaffDesk"
    shop.touch("reset")
    assert order == [("revoke", "*", "staff"), ("record", "staff")]
    shop.touch("close")
    assert shop.page == "Attract"
    assert [row.payload.get("by") for row in shop.kiosk.back.ledger.rows()] == [None, "Front desk"]


@pytest.mark.parametrize(("taps", "hold"), [(2, 1_150), (4, 100)])
def test_the_corner_opens_to_nothing_less(open_shop, qtbot, taps, hold):
    shop = open_shop()
    shop.touch("language-en")
    shop.corner(taps, hold)
    assert shop.page == "Asking"


def test_taps_of_long_ago_do_not_count_in_the_corner(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    for _ in range(4):
        shop.press(QPoint(60, 60))
        shop.release(QPoint(60, 60))
    QTest.qWait(1_600)
    shop.corner(taps=0)
    assert shop.page == "Asking"


def test_wrong_pins_are_refused_and_then_made_to_wait(open_shop, qtbot):
    shop = open_shop()
    shop.kiosk.back.accounts.set_pin("Front desk", "402917")
    shop.touch("language-en")
    shop.corner()
    shop.settle()
    for _ in range(3):
        for digit in "111111":
            shop.key(digit)
        shop.touch("enter")
        assert shop.page == "PinPad"
    assert shop.kiosk.desk.waitSeconds > 25
    for digit in "402917":
        shop.key(digit)
    assert shop.kiosk.desk.digits == 0


def test_sliding_off_a_card_is_no_answer(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    shop.settle()
    shop.press("yes")
    QTest.qWait(30)
    shop.release(QPoint(10, 10))
    assert shop.page == "Asking"
    assert acts(shop) == []


def test_a_double_tap_does_not_answer_the_next_page(open_shop, qtbot):
    shop = open_shop(dead=2 * SECOND // 5)
    shop.settle()
    at = shop.middle(shop.find("language-en"))
    for _ in range(2):
        shop.press(at)
        shop.release(at)
    assert shop.page == "Asking"
    assert acts(shop) == []


@pytest.mark.meets("WCAG 3.1.1")
def test_language_switch_is_live_and_mirrors(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    first, last = ("yes", "no") if shop.kiosk.visitor.yesFirst else ("no", "yes")
    left = shop.middle(shop.find(first)).x() < shop.middle(shop.find(last)).x()
    shop.settle()
    shop.kiosk.visitor.openLanguages()
    shop.touch("language-ar")
    right = shop.middle(shop.find(first)).x() > shop.middle(shop.find(last)).x()
    assert left and right
    assert shop.kiosk.visitor.language == "ar"
    assert shop.kiosk._application.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_disk_that_refuses_shows_the_fault_and_mends(open_shop, qtbot, monkeypatch):
    shop = open_shop()
    shop.touch("language-en")

    def refuse(entry):
        raise OSError("disk full")

    monkeypatch.setattr(shop.kiosk.back.ledger, "append", refuse)
    shop.kiosk.runner._probe.stop()  # it would find the disk well
    shop.touch("yes")
    assert shop.page == "Fault"
    assert not shop.kiosk.runner.healthy()
    monkeypatch.undo()
    shop.kiosk.runner.probe()
    assert shop.page == "Attract"
    assert acts(shop) == []


def test_bound_for_a_visit_that_nobody_granted_means_nothing(open_shop, qtbot):
    shop = open_shop()
    before = shop.state.ignored
    shop.kiosk.runner.send(Bound("ab" * 16, "bound"))
    assert shop.state.ignored == before + 1


def test_two_who_belong_together_answer_each_for_themselves(open_shop, qtbot):
    shop = open_shop()
    one, other = Track("a", (10.0, 10.0, 40.0, 90.0)), Track("b", (60.0, 10.0, 90.0, 90.0))
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates._path) as gate:
        qtbot.waitUntil(lambda: shop.kiosk.back.gates.cameras == ("door",))

        def watch(analysis: str) -> bool:
            gate.update([one, other], gate.now_ns())
            return shop.kiosk.visitor.analysis == analysis

        def stand(seconds: float) -> None:
            for _ in range(int(seconds * 30)):
                watch("")
                QTest.qWait(30)

        stand(1)
        shop.touch("language-en")
        stand(0.3)
        shop.touch("yes")
        qtbot.waitUntil(lambda: watch("ambiguous"))
        assert not gate.allows(one) and not gate.allows(other)
        shop.touch("together")
        assert (shop.page, shop.kiosk.visitor.party, shop.kiosk.visitor.person) == ("Asking", 2, 1)
        stand(0.3)
        shop.touch("yes")
        assert (shop.page, shop.kiosk.visitor.person) == ("Asking", 2)
        assert not gate.allows(one) and not gate.allows(other)
        stand(0.3)
        shop.touch("yes")
        qtbot.waitUntil(lambda: watch("on"))
        assert gate.allows(one, "dwell") and gate.allows(other, "dwell")
        assert [row.payload.get("party", 1) for row in shop.kiosk.back.ledger.rows() if row.act == "opt_in"] == [1, 2]
        shop.touch("undo")
        qtbot.waitUntil(lambda: not gate.allows(one) and not gate.allows(other))


def test_a_no_of_one_is_a_no_for_all(open_shop, qtbot):
    shop = open_shop()
    shop.touch("language-en")
    shop.kiosk.runner.state = replace(shop.state, page=replace(shop.state.page, party=3, agreed=1))
    shop.kiosk.runner.changed.emit()
    shop.touch("no")
    assert acts(shop) == ["opt_out"]
    assert shop.kiosk.visitor.analysis == "off"


def test_a_closed_kiosk_is_still(open_shop, qtbot):
    kiosk = open_shop(languages=("en", "de")).kiosk
    kiosk.visitor._turns.setInterval(50)
    open_shop.forget()
    kiosk.close()
    said = []
    kiosk.visitor.tongueChanged.connect(lambda: said.append(kiosk.visitor.language))
    kiosk.runner.changed.emit()
    qtbot.wait(200)
    assert not said
