"""The staff's pages, with touches, keys and badges: what they show, what the ledger keeps, and what gets nobody any further."""

import math
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QDateTime, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.consent.visit import (
    SECOND,
    Broke,
    Condition,
    Duty,
    Fault,
    Mended,
    PinPad,
    Rules,
    StaffDesk,
    State,
    Stopped,
)
from kiosk.gate import Gate, Phase, Track
from kiosk.screens import desk as module
from kiosk.screens import keys, scanner
from kiosk.screens.desk import Camera, Props, derive_props

from .test_pages import LONG_AND_TALL, LYING, UPRIGHT, faults, settle, sheets, small

ADA, BOB, WRONG = "402917", "518204", "864209"
SPOT = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]


@pytest.fixture
def shop(open_shop):
    shop = open_shop()
    shop.kiosk.back.accounts.add("Ada", ADA)
    shop.kiosk.back.accounts.add("Bob", BOB)
    return shop


def told(shop) -> list[tuple]:
    """(act, why, by) of every record, but for the notice at the start."""
    rows = [row for row in shop.kiosk.back.ledger.rows() if row.act != "notice"]
    return [(str(row.act), row.payload.get("why"), row.payload.get("by")) for row in rows]


def type_pin(shop, pin: str) -> None:
    shop.settle()
    for digit in pin:
        shop.key(digit)
    shop.touch("enter")


def come_in(shop, pin: str = ADA) -> None:
    shop.corner()
    assert shop.page == "PinPad"
    type_pin(shop, pin)


def scan(shop, text: str) -> None:
    """As a scanner types."""
    shop.settle()
    for character in text:
        QTest.keyClick(shop.kiosk.window, character)
    QTest.keyClick(shop.kiosk.window, Qt.Key.Key_Return)
    QTest.qWait(30)


def words(shop) -> str:
    return "\n".join(text.property("text") for text in shop.texts())


# --- coming in -----------------------------------------------------------------------------------------------------------


def test_a_badge_asks_for_its_own_pin_and_no_other_fits(shop):
    badge = shop.kiosk.back.accounts.make_badge("Ada")
    scan(shop, badge)
    assert (shop.page, shop.kiosk.desk.named) == ("PinPad", "Ada")
    assert "PIN of Ada" in words(shop)
    type_pin(shop, BOB)
    assert shop.page == "PinPad" and shop.kiosk.desk.refused
    type_pin(shop, ADA)
    assert (shop.page, shop.kiosk.desk.by) == ("StaffDesk", "Ada")
    scan(shop, badge)
    assert shop.page == "StaffDesk"
    assert told(shop) == []


def test_a_lost_badge_opens_no_more_than_the_gesture_does(shop):
    lost = shop.kiosk.back.accounts.make_badge("Ada")
    shop.kiosk.back.accounts.make_badge("Ada")
    scan(shop, lost)
    assert (shop.page, shop.kiosk.desk.named, shop.kiosk.desk.strange) == ("PinPad", "", True)
    assert "That badge is not known." in words(shop)


def test_badges_and_pins_are_written_nowhere(shop, caplog):
    caplog.set_level(0)
    badge = shop.kiosk.back.accounts.make_badge("Ada")
    scan(shop, badge)
    type_pin(shop, ADA)
    shop.touch("reset")
    told = caplog.text + str(list(shop.kiosk.back.ledger.rows()))
    assert "Ada" in told and badge[5:] not in told and ADA not in told


def test_wrong_pins_wait_across_a_restart(open_shop, shop):
    shop.corner()
    for _ in range(3):
        type_pin(shop, WRONG)
    assert 25 < shop.kiosk.desk.waitSeconds <= 30
    shop.kiosk.close()
    open_shop.forget()
    again = open_shop()
    again.corner()
    assert 20 < again.kiosk.desk.waitSeconds <= 30
    type_pin(again, ADA)
    assert again.page == "PinPad"
    again.kiosk.back.accounts.unlock("Ada")
    again.touch("back")
    come_in(again)
    assert again.page == "StaffDesk"


def test_while_a_pin_is_looked_at_no_lease_ends(shop, qtbot):
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates.path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        shop.corner()
        shop.settle()
        for digit in WRONG:
            shop.key(digit)
        seen = []
        shop.kiosk.desk.enter()
        for _ in range(20):
            QTest.qWait(10)
            seen.append(gate.phase)
        assert set(seen) == {Phase.LIVE}


def test_the_page_closes_by_itself_a_minute_after_the_last_touch(open_shop, qtbot):
    assert Rules().idle == 60 * SECOND
    shop = open_shop(idle=SECOND)
    shop.kiosk.back.accounts.add("Ada", ADA)
    come_in(shop)
    qtbot.waitUntil(lambda: shop.page == "Attract", timeout=3_000)
    assert shop.kiosk.desk.by == ""


# --- off for everyone ----------------------------------------------------------------------------------------------------


def test_off_for_everyone_reaches_the_camera_first_outlives_a_restart_and_ends_by_staff(open_shop, shop, qtbot, monkeypatch):
    order = []
    revoke, append = shop.kiosk.back.gates.revoke, shop.kiosk.back.ledger.append
    monkeypatch.setattr(shop.kiosk.back.gates, "revoke", lambda *all: order.append(all[:2]) or revoke(*all))
    monkeypatch.setattr(shop.kiosk.back.ledger, "append", lambda entry: order.append(str(entry.act)) or append(entry))
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates.path) as gate:
        body = Track("a", (40.0, 10.0, 60.0, 90.0))
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)

        def watch() -> bool:
            gate.update([body], gate.now_ns())
            return gate.allows(body, "dwell")

        frames = QTimer(interval=30)
        frames.timeout.connect(watch)
        frames.start()
        shop.touch("language-en")
        QTest.qWait(900)
        shop.touch("yes")
        qtbot.waitUntil(watch)
        order.clear()
        come_in(shop)
        shop.touch("turn-off")
        frames.stop()
        assert order == [("*", "staff"), "ended", "staff"]
        assert not watch()
        qtbot.waitUntil(lambda: gate.phase is not Phase.LIVE)
    assert told(shop)[-1] == ("staff", "zone_off", "Ada")
    assert "It is off for everyone." in words(shop)
    shop.touch("close")
    assert shop.page == "Fault"
    assert "The staff have turned it off." in words(shop)
    shop.kiosk.close()
    open_shop.forget()

    again = open_shop()
    assert again.page == "Fault" and not again.kiosk.healthy()
    come_in(again, BOB)
    again.touch("turn-on")
    assert "Visitors are asked again." in words(again)
    again.touch("close")
    assert again.page == "Attract"
    assert told(again)[-1] == ("staff", "zone_on", "Bob")


def test_it_is_not_on_again_before_that_is_recorded(shop, monkeypatch):
    come_in(shop)
    shop.touch("turn-off")

    def refuse(entry):
        raise OSError("disk full")

    monkeypatch.setattr(shop.kiosk.back.ledger, "append", refuse)
    shop.kiosk.runner._probe.stop()  # it would find the disk well
    shop.touch("turn-on")
    assert shop.state.broken == {Condition.STAFF, Condition.LEDGER}
    assert "The disk takes no records" in words(shop)
    monkeypatch.undo()
    shop.kiosk.runner.probe()
    assert shop.state.broken == {Condition.STAFF}
    assert told(shop) == [("staff", "zone_off", "Ada")]


# --- helping -------------------------------------------------------------------------------------------------------------


def answer(shop, choice: str) -> str:
    """What a visitor says, and the code of the receipt."""
    shop.touch("language-en")
    shop.touch(choice)
    code = shop.kiosk.visitor.code.replace("-", "")
    shop.touch("done")
    return code


def type_code(shop, code: str) -> None:
    shop.settle()
    for character in code:
        shop.key(character)


@pytest.mark.parametrize("off", [False, True])
def test_staff_take_a_yes_back_for_a_visitor(shop, off):
    code = answer(shop, "yes")
    come_in(shop)
    if off:
        shop.touch("turn-off")
    shop.touch("help")
    type_code(shop, code)
    assert shop.page == "Recalled"
    shop.touch("withdraw")
    assert shop.kiosk.visitor.answer == "withdrawn"
    assert told(shop)[-2:] == [("withdrawn", "receipt", None), ("staff", "helped_withdraw", "Ada")]
    assert all(row.visit is None for row in shop.kiosk.back.ledger.rows() if row.act == "staff")
    shop.touch("done")
    assert shop.page == ("Fault" if off else "Attract")


def test_staff_never_learn_who_said_no(shop):
    code = answer(shop, "no")
    come_in(shop)
    shop.touch("help")
    type_code(shop, code)
    said = (shop.page, shop.kiosk.visitor.problem, words(shop))
    shop.touch("back")
    come_in(shop)
    shop.touch("help")
    type_code(shop, "0000000000")
    if shop.kiosk.visitor.problem == "mistyped":
        pytest.fail("choose a code that is well formed")
    assert said == (shop.page, shop.kiosk.visitor.problem, words(shop))
    assert said[:2] == ("CodePad", "nothing")


# --- one glance ----------------------------------------------------------------------------------------------------------


def test_each_fault_is_there_with_what_to_do_about_it(shop):
    come_in(shop)
    assert "No camera is connected." in words(shop)
    runner = shop.kiosk.runner
    runner._probe.stop()  # it would find the disk well
    runner.send(Broke(Condition.LEDGER))
    settle(shop)
    assert shop.page == "StaffDesk" and "The disk takes no records" in words(shop)
    runner.send(Mended(Condition.LEDGER))
    runner.send(Stopped("*", ("door",)))
    settle(shop)
    assert "Look at the camera and restart it" in words(shop)
    shop.touch("clear-alarm")
    assert "The alarm is cleared" in words(shop)
    runner.send(Broke(Condition.KIOSK))
    settle(shop)
    assert "Switch it off and on." in words(shop)


def test_cameras_are_told_as_they_are(shop, qtbot):
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates.path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        come_in(shop)
        qtbot.waitUntil(lambda: [each["state"] for each in shop.kiosk.desk.cameras] == ["ready"])
        assert "All is well." in words(shop)
        shop.touch("details")
        assert "Connected, and ready. It last confirmed at" in words(shop)
        shop.touch("back")
        shop.touch("turn-off")
        qtbot.waitUntil(lambda: [each["state"] for each in shop.kiosk.desk.cameras] == ["off"])
    qtbot.waitUntil(lambda: [each["state"] for each in shop.kiosk.desk.cameras] == ["away"])
    assert shop.kiosk.desk.cameras[0]["name"] == "door"


def test_staff_print_a_sign(shop, qtbot, printer):
    come_in(shop)
    shop.touch("details")
    (printer / "broken").touch()
    shop.touch("print-sign")
    assert "The sign is being made." in words(shop)
    shop.touch("print-sign")
    qtbot.waitUntil(lambda: "The sign could not be printed." in words(shop), timeout=60_000)
    (printer / "broken").unlink()
    shop.touch("print-sign")
    qtbot.waitUntil(lambda: "The sign is at the printer." in words(shop), timeout=60_000)
    assert (printer / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert told(shop) == [("staff", "sign_asked", "Ada")] * 2
    shop.touch("back")
    shop.touch("close")
    come_in(shop, BOB)
    shop.touch("details")
    assert "The sign" not in words(shop), "old news"


def test_the_page_tells_this_kiosk_from_another(shop):
    come_in(shop)
    shop.touch("details")
    _, head = shop.kiosk.back.ledger.newest_head()
    told = words(shop).replace(" ", "")
    for proof in (shop.kiosk.notice.hash, head.root.hex(), shop.kiosk.back.about().key):
        assert proof in told
    assert f"Size{head.size}," in told
    assert "Yes: –. No: –. Left without an answer: –." in words(shop)
    shop.touch("back")
    shop.touch("reset")
    now = shop.kiosk.back.ledger.newest_head()[1]
    assert shop.kiosk.desk.about["root"].replace(" ", "") == now.root.hex() != head.root.hex()


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=str)
@pytest.mark.parametrize("tag", LONG_AND_TALL)
def test_what_the_page_holds_fits(open_shop, tag, size):
    shop = open_shop(size, languages=(tag, *("en",) * (tag != "en")))
    shop.kiosk.desk._cameras = lambda: CAMERAS
    shop.kiosk.runner.state = State(StaffDesk(Fault(), "Ada"), touched=shop.kiosk.runner.now() + 3600 * SECOND)
    shop.kiosk.runner.changed.emit()
    settle(shop)
    wrong = faults(shop)
    shop.touch("details")
    settle(shop)
    for sheet in sheets(shop):
        wrong += [f"{sheet}: {each}" for each in faults(shop) + small(shop, tag, math.hypot(*size) / (21.5 * 25.4))]
    assert not wrong, "\n".join(wrong)


def test_what_is_read_stays_while_a_camera_comes_and_goes(open_shop):
    shop = open_shop(LYING, languages=("ru",))
    cameras = list(CAMERAS)
    shop.kiosk.desk._cameras = lambda: tuple(cameras)
    shop.kiosk.runner.state = State(StaffDesk(Fault(), "Ada"), touched=shop.kiosk.runner.now() + 3600 * SECOND)
    shop.kiosk.runner.changed.emit()
    shop.touch("details")
    shop.touch("turn")
    before = words(shop)
    cameras[1] = replace(cameras[1], in_step=False)
    shop.kiosk.runner.changed.emit()
    settle(shop)
    assert shop.kiosk.desk.cameras[1]["state"] == "joining"
    assert words(shop) == before


CAMERAS = (Camera("door", True, True, True, 4), Camera("hall", True, True, False, 7200), Camera("stairs", False))
NOW = 1_000 * SECOND
NOON = QDateTime(datetime(2026, 3, 1, 12, 0))
RULES = Rules(languages=("de", "en"))
DERIVED = {
    "the pad": (PinPad(Fault(), "123"), Props(digits=3)),
    "a badge": (PinPad(Fault(), named="Ada", refused=True), Props(named="Ada", refused=True)),
    "a strange badge": (PinPad(Fault(), strange=True, until=NOW), Props(strange=True)),
    "a wait": (PinPad(Fault(), until=NOW + 29 * SECOND + 1), Props(wait_seconds=30)),
    "a lock": (PinPad(Fault(), until=NOW + 3600 * SECOND), Props(wait_seconds=3600, locked_until="13:00")),
    "a lock until another day": (
        PinPad(Fault(), until=NOW + 20 * 3600 * SECOND),
        Props(wait_seconds=72_000, locked_until="02.03.26 08:00"),
    ),
    "the page": (
        StaffDesk(Fault(), "Ada", Duty.RESET),
        Props(by="Ada", done="reset", cameras=(("door", "ready", "11:59"), ("hall", "off", "10:00"), ("stairs", "away", ""))),
    ),
    "nobody of the staff": (Fault(), Props()),
}


@pytest.mark.parametrize("case", DERIVED)
def test_what_is_shown_of_a_state(case):
    page, expected = DERIVED[case]
    assert derive_props(State(page), RULES, CAMERAS, NOW, NOON) == expected


def test_nothing_is_said_again_while_nothing_changes(shop, qtbot, monkeypatch):
    come_in(shop)
    changes = []
    shop.kiosk.desk.changed.connect(lambda: changes.append(1))
    QTest.qWait(3 * module.TICK_MS)
    assert changes == []


def test_counts_are_of_whole_days_and_of_enough_people(shop):
    yesterday = date.today() - timedelta(days=1)
    shop.kiosk.back.counts.book.days[yesterday] = {"answers/yes": 1240, "answers/no": 2}
    answer(shop, "no")
    come_in(shop)
    assert shop.kiosk.desk.week == {"yes": "1,240", "no": "–", "lapsed": "–"}


# --- keys, and no way out ------------------------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(scanner, "GAP_MS", 1)
    monkeypatch.setattr(keys, "DOUBLE_MS", 0)


def press(shop, key) -> None:
    QTest.qWait(3)
    QTest.keyClick(shop.kiosk.window, key)
    QTest.qWait(30)


def test_keys_reach_all_that_staff_can_do(quick, shop):
    come_in(shop)
    shop.settle()
    seen = []
    for _ in range(6):
        press(shop, Qt.Key.Key_Down)
        seen.append(shop.kiosk.window.property("stop").objectName())
    assert set(seen) == {"reset", "turn-off", "help", "close", "details"}
    while shop.kiosk.window.property("stop").objectName() != "turn-off":
        press(shop, Qt.Key.Key_Down)
    press(shop, Qt.Key.Key_Return)
    assert shop.state.broken == {Condition.STAFF}


SHORTCUTS = [
    *((Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier)),
    *((key, Qt.KeyboardModifier.ControlModifier) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_C, Qt.Key.Key_T)),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Meta, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
]


def test_no_shortcut_does_anything(quick, open_shop):
    shop = open_shop()
    shop.touch("language-en")
    for key, modifiers in SHORTCUTS:
        QTest.qWait(3)
        QTest.keyClick(shop.kiosk.window, key, modifiers)
        QTest.qWait(20)
    assert shop.page == "Asking"
    assert shop.kiosk.window.isVisible()
    assert told(shop) == []


def test_full_screen_nothing_that_asks_the_window_closes_it(open_shop):
    kiosk = open_shop().kiosk
    kiosk.show()
    try:
        assert kiosk.window.close() is False
        event = QCloseEvent()
        QGuiApplication.sendEvent(kiosk.window, event)
        assert kiosk.window.isVisible() and not event.isAccepted()
    finally:
        QGuiApplication.restoreOverrideCursor()
