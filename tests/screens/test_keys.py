"""Five keys reach everything that a finger reaches, and leave the same records."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.consent.decision import Purpose
from kiosk.consent.visit import SECOND, Analysis, Attract, Bound, State
from kiosk.demo.gallery import pages
from kiosk.screens import keys, scanner

UP, DOWN, SELECT, BACK, HELP = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1
TYPED = {"\t": Qt.Key.Key_Tab, "\r": SELECT}
PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)


@pytest.fixture
def quick(monkeypatch):
    """A hand as fast as the machine: keys are neither held for the scanner nor taken for a double strike."""
    monkeypatch.setattr(scanner, "GAP_MS", 1)
    monkeypatch.setattr(keys, "DOUBLE_MS", 0)


class Hand:
    """Presses the five keys, and nothing else."""

    def __init__(self, shop):
        self.shop = shop
        self._let_go = QSignalSpy(shop.kiosk._scanner._wait.timeout)

    def press(self, key: Qt.Key, wait: int = 0) -> None:
        """One press, until the scanner has let go of it, and so many milliseconds."""
        QTest.qWait(2)
        before = self._let_go.count()
        QTest.keyClick(self.shop.kiosk.window, key)
        for _ in range(300):
            if self._let_go.count() > before:
                break
            QTest.qWait(1)
        QTest.qWait(wait)

    @property
    def at(self) -> str:
        """The object name, or else the name, of the control that the keys are at; the text of a text."""
        item = self.shop.kiosk.window.property("stop")
        if item is None:
            return ""
        return item.objectName() or item.property("name") or item.property("text")

    def go(self, name: str) -> None:
        for _ in range(90):
            self.press(DOWN)
            if self.at == name:
                return
        raise AssertionError(f"no key leads to {name} on {self.shop.page}")

    def do(self, name: str) -> None:
        """Select a control, from the list behind "More" where it stands there."""
        self.shop.settle()
        if name not in on_screen(self.shop, name, "more"):
            self.do("more")
        self.go(name)
        self.press(SELECT, 40)

    def type(self, characters: str) -> None:
        self.shop.settle()
        for character in characters:
            if self.at != character:
                self.go(character)
            self.press(SELECT)


def on_screen(shop, *names: str) -> set[str]:
    """Which of these can be seen, once one of them can: a page may still be on its way."""
    for _ in range(100):
        if found := {item.objectName() for item in shop.items()} & set(names):
            return found
        QTest.qWait(20)
    raise AssertionError(f"none of {names} on {shop.page}")


class Finger:
    """Touches the glass."""

    def __init__(self, shop):
        self.shop = shop

    def do(self, name: str) -> None:
        if name not in on_screen(self.shop, name, "more"):
            self.shop.touch("more")
        self.shop.touch(name)

    def type(self, characters: str) -> None:
        self.shop.settle()
        for character in characters:
            self.shop.key(character)


def doubt(by) -> None:
    """The cameras cannot tell two people apart."""
    shop = by.shop
    shop.kiosk.back.gates.grant = lambda permission: None
    by.do("yes")
    shop.kiosk.runner.send(Bound(shop.state.page.of, "ambiguous"))
    QTest.qWait(20)
    assert shop.kiosk.visitor.analysis == Analysis.AMBIGUOUS


def by_code(by) -> None:
    code = by.shop.kiosk.visitor.code.replace("-", "")
    by.do("done")
    by.do("receipt")
    by.type(code)
    assert by.shop.page == "Recalled"


def stay(by) -> None:
    QTest.qWait(900)
    assert by.shop.page == "StillThere"
    by.press(DOWN) if isinstance(by, Hand) else by.do("stay")
    assert by.shop.page == "Asking"


def rest(by) -> None:
    """Until nothing on the page moves any more."""
    QTest.qWait(400)


STORIES = {  # controls by name, or steps
    "a no": ["language-en", "no", "done"],
    "a yes": ["language-en", "yes", "done"],
    "in Arabic": ["language-ar", "no", "done"],
    "another language later": ["language-en", "language", "language-zh-Hans", "yes", "done"],
    "everything read first": ["language-en", "details", "turn", "details", "no", "done"],
    "one by one": ["language-en", "one-by-one", "yes", "no", "yes", "done"],
    "and all at once again": ["language-en", "one-by-one", "yes", "one-by-one", "no"],
    "undone": ["language-en", "no", rest, "undo", "yes", rest, "undo", "no"],
    "under age": ["language-en", "under-age", "done"],
    "together": ["language-en", doubt, "together", "yes", "no"],
    "tried again": ["language-en", doubt, "again"],
    "taken back by its code": ["language-en", "yes", by_code, "withdraw", "done"],
    "kept after all": ["language-en", "yes", by_code, "leave"],
    "asked again": ["language-en", "no", by_code, "ask-again", "yes"],
    "still there": ["language-en", stay, "no"],
}


def told(shop, after: int) -> list[dict]:
    """What was recorded since, but for what is random, and what was on the screen."""
    chance = {"at", "visit", "shown", "before", "record", "order"}
    return [
        {"act": row.act} | {name: value for name, value in row.payload.items() if name not in chance}
        for row in shop.kiosk.back.ledger.rows(after=after)
    ]


@pytest.mark.meets(
    "EN 301 549 4.2.1",
    "EN 301 549 4.2.4",
    "EN 301 549 4.2.7",
    "EN 301 549 5.1.6.2",
    "EN 301 549 5.2",
    "508 302.1",
    "508 302.7",
    "WCAG 2.1.1",
)
@pytest.mark.parametrize("story", STORIES)
def test_five_keys_leave_the_records_that_a_finger_leaves(open_shop, quick, story):
    rules = {"idle": SECOND * 8 // 10, "warning": 20 * SECOND} if story == "still there" else {}
    shop = open_shop(purposes=PURPOSES, dead=0, **rules)
    outcomes = []
    for by in (Hand(shop), Finger(shop)):
        before = shop.kiosk.back.ledger.count()
        for step in STORIES[story]:
            step(by) if callable(step) else by.do(step)
        outcomes.append((shop.page, told(shop, before)))
        shop.kiosk.runner.state = State()
        shop.kiosk.runner.changed.emit()
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][1]


def test_staff_come_in_by_knocking_where_nothing_leads_back(open_shop, quick):
    shop = open_shop(dead=0)
    shop.kiosk.back.accounts.set_pin("Front desk", "402917")
    hand = Hand(shop)
    for _ in range(4):
        hand.press(BACK)
    hand.press(DOWN)
    hand.press(BACK)
    hand.press(UP)
    assert shop.page == "Attract"
    for _ in range(5):
        hand.press(BACK)
    assert shop.page == "PinPad"
    hand.type("402917")
    hand.do("enter")
    assert shop.page == "StaffDesk"
    hand.do("reset")
    assert [row.act for row in shop.kiosk.back.ledger.rows()][-1] == "staff"
    hand.press(BACK, 40)
    assert shop.page == "Attract"


def test_slow_knocks_open_nothing(open_shop, quick, monkeypatch):
    monkeypatch.setattr(keys, "KNOCK_MS", 40)
    shop = open_shop()
    for _ in range(8):
        Hand(shop).press(BACK, 60)
    assert shop.page == "Attract"


def show(shop, page, tag: str = "en") -> None:
    shop.kiosk.runner.state = State(page=page, touched=shop.kiosk.runner.now() + 3600 * SECOND)
    shop.kiosk.runner.changed.emit()
    QTest.qWait(60)


@pytest.mark.meets("EN 301 549 5.1.6.2", "WCAG 2.1.1", "WCAG 2.1.2", "WCAG 2.4.3", "WCAG 3.2.1")
@pytest.mark.slow
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_way_round_every_page_passes_every_control_once_and_begins_before_the_first(open_shop, quick, size):
    shop = open_shop(size, purposes=PURPOSES)
    hand = Hand(shop)
    for name, page in pages(shop.kiosk, "en").items():
        show(shop, Attract())
        show(shop, page)
        speaking = shop.kiosk.visitor.speaking
        controls = [stop for stop in shop.kiosk.keys.stops if stop.control or (speaking and stop.words)]
        assert hand.at == "", name
        if not controls:
            hand.press(DOWN)
            assert hand.at == "", name
            continue
        if name == "still-there":
            continue
        seen = []
        for _ in controls:
            hand.press(DOWN)
            seen.append(shop.kiosk.keys.at)
        assert seen == [stop.key for stop in controls], name
        hand.press(DOWN)
        assert shop.kiosk.keys.at == seen[0], name
        hand.press(UP)
        assert shop.kiosk.keys.at == seen[-1], name


def test_the_ring_is_thick_and_stands_out(open_shop, quick):
    shop = open_shop()
    shop.touch("language-en")
    Hand(shop).go("no")
    (ring,) = [item for item in shop.items() if item.objectName() == "ring"]
    card = shop.find("no")
    picture = shop.kiosk.window.grabWindow()
    at = ring.mapToScene(QPointF(ring.width() / 2, 3)).toPoint()
    edge, paper = picture.pixelColor(at), picture.pixelColor(at + QPoint(0, -8))
    assert contrast(edge, paper) >= 3
    assert ring.width() > card.width() and shop.find("no").width() > 0


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_select_chooses_nothing_where_no_key_has_led(open_shop, quick):
    shop = open_shop(dead=0)
    shop.touch("language-en")
    for _ in range(3):
        Hand(shop).press(SELECT)
    assert shop.page == "Asking"


@pytest.mark.meets("EN 301 549 5.8")
def test_a_key_struck_twice_in_half_a_second_was_struck_once(open_shop, monkeypatch):
    monkeypatch.setattr(scanner, "GAP_MS", 1)
    shop = open_shop(dead=0)
    hand = Hand(shop)
    shop.touch("receipt")
    hand.go("0")
    hand.press(SELECT)
    hand.press(SELECT)
    assert shop.kiosk.visitor.typed == "0"
    QTest.qWait(keys.DOUBLE_MS)
    hand.press(SELECT)
    assert shop.kiosk.visitor.typed == "00"


@pytest.mark.meets("EN 301 549 5.7", "508 407.4")
def test_a_key_held_down_is_one_press(open_shop, quick):
    shop = open_shop()
    shop.touch("language-en")
    hand = Hand(shop)
    hand.press(DOWN)
    first = shop.kiosk.keys.at
    for _ in range(20):
        repeated = QKeyEvent(QEvent.Type.KeyPress, DOWN, Qt.KeyboardModifier.NoModifier, "", True)
        QCoreApplication.sendEvent(shop.kiosk.window, repeated)
        QTest.qWait(3)
    assert shop.kiosk.keys.at == first


@pytest.mark.meets("508 407.5", "WCAG 2.2.1")
def test_any_key_keeps_the_visit_alive(open_shop, quick):
    shop = open_shop(idle=SECOND * 6 // 10, warning=20 * SECOND)
    shop.touch("language-en")
    for _ in range(6):
        QTest.qWait(250)
        Hand(shop).press(Qt.Key.Key_Shift)
    assert shop.page == "Asking"
    QTest.qWait(900)
    assert shop.page == "StillThere"
    Hand(shop).press(UP)
    assert shop.page == "Asking"


def test_a_scan_moves_and_chooses_nothing(open_shop):
    shop = open_shop(dead=0)
    shop.touch("language-en")
    (yes,) = [stop for stop in shop.kiosk.keys.stops if stop.item.objectName() == "yes"]
    shop.kiosk.keys.place(yes, by_hand=True)
    for character in "\tK7QM3\t\t24680\tZ\r":
        QTest.keyClick(shop.kiosk.window, character if character.isalnum() else TYPED[character])
    QTest.qWait(300)
    assert shop.page == "CodePad" and shop.kiosk.visitor.problem
    assert not any(row.act == "opt_in" for row in shop.kiosk.back.ledger.rows())
