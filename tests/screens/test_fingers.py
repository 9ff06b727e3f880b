"""Hands that do other than a page means: two fingers, a palm, a double tap, a child, a finger that stays."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from kiosk.consent.visit import SECOND, Asking, State, View, Visit
from kiosk.gate.messages import now_ns
from kiosk.screens.glass import REST

DEAD = 2 * SECOND // 5  # as in the field
DECIDED = ("opt_in", "opt_out")
SAYS = {"yes": "opt_in", "no": "opt_out", "under-age": "opt_out"}


class Fingers:
    """As many as one likes; each event names all that are down, as a real screen's does."""

    def __init__(self, shop):
        self._sequence = QTest.touchEvent(shop.kiosk.window, shop._glass, False)
        self._window = shop.kiosk.window
        self.down: dict[int, QPoint] = {}

    def _commit(self, *changed: int, processed: bool = True) -> None:
        for other in self.down.keys() - set(changed):
            self._sequence.move(other, self.down[other], self._window)
        self._sequence.commit(processed)

    def press(self, processed: bool = True, **fingers: QPoint) -> None:
        """`press(f0=here, f1=there)`: in one event. processed: may a frame come of it at once?"""
        for name, at in fingers.items():
            self._sequence.press(int(name[1:]), at, self._window)
            self.down[int(name[1:])] = at
        self._commit(*(int(name[1:]) for name in fingers), processed=processed)

    def move(self, finger: int, at: QPoint) -> None:
        self._sequence.move(finger, at, self._window)
        self.down[finger] = at
        self._commit(finger)

    def release(self, *fingers: int, processed: bool = True) -> None:
        for finger in fingers:
            self._sequence.release(finger, self.down[finger], self._window)
        self._commit(*fingers, processed=processed)
        for finger in fingers:
            del self.down[finger]


def decisions(shop) -> list[str]:
    return [row.act for row in shop.kiosk.back.ledger.rows() if row.act in DECIDED]


def acts(shop) -> list[str]:
    return [row.act for row in shop.kiosk.back.ledger.rows() if row.act != "notice"]


def pressed(shop) -> list[str]:
    """What looks pressed now."""
    return [item.objectName() or item.property("name") for item in shop.items() if item.property("pressed")]


def ask(open_shop, **rules):
    """A shop at the question, settled; fingers; and the middles of yes and no."""
    shop = open_shop(**rules)
    shop.touch("language-en")
    shop.settle()
    return shop, Fingers(shop), shop.middle(shop.find("yes")), shop.middle(shop.find("no"))


@pytest.mark.meets("EN 301 549 5.9")
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("together", [True, False])
def test_yes_and_no_at_once_is_neither(open_shop, together, first):
    shop, fingers, yes, no = ask(open_shop)
    if together:
        fingers.press(f0=yes, f1=no)
    else:
        fingers.press(f0=yes)
        assert pressed(shop) == ["yes"]
        fingers.press(f1=no)
    assert pressed(shop) == []
    fingers.release(first)
    fingers.release(1 - first)
    assert (shop.page, acts(shop)) == ("Asking", [])
    shop.touch("no")
    assert acts(shop) == ["opt_out"]


@pytest.mark.meets("EN 301 549 4.2.7", "508 302.7")
@pytest.mark.parametrize("where", ["over both", "on yes alone", "one after the other"])
def test_a_palm_means_nothing(open_shop, where):
    shop, fingers, yes, no = ask(open_shop)
    middle = yes if where == "on yes alone" else (yes + no) / 2
    spread = shop.find("yes").width() * (0.1 if where == "on yes alone" else 0.5)
    spots = {f"f{each}": middle + QPoint(round(spread * (each / 3.5 - 1)), 12 * (each % 3)) for each in range(8)}
    if where == "one after the other":
        for name, spot in spots.items():
            fingers.press(**{name: spot})
            QTest.qWait(4)
    else:
        fingers.press(**spots)
    QTest.qWait(40)
    assert pressed(shop) == []
    for finger in (3, 0, 7, 1, 6, 2, 5, 4):
        fingers.release(finger)
    assert (shop.page, acts(shop)) == ("Asking", [])


def test_a_third_tap_under_a_palm_is_none(open_shop):
    shop, fingers, yes, no = ask(open_shop)
    fingers.press(f0=yes, f1=no)
    fingers.release(1)
    fingers.press(f1=no)
    fingers.release(1)
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])


def test_a_sleeve_that_rests_on_the_glass_is_no_finger(open_shop):
    shop, fingers, yes, no = ask(open_shop)
    fingers.press(f0=yes)
    shop.kiosk.runner._clock = lambda: now_ns() + REST
    QTest.qWait(150)
    fingers.press(f1=no)
    assert pressed(shop) == ["no"]
    fingers.release(1)
    assert acts(shop) == ["opt_out"]
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Answered", ["opt_out"])


def test_a_sleeve_that_leaves_says_nothing(open_shop):
    shop, fingers, yes, no = ask(open_shop)
    fingers.press(f0=yes)
    shop.kiosk.runner._clock = lambda: now_ns() + REST
    QTest.qWait(150)
    fingers.press(f1=no)
    fingers.release(0)
    assert (shop.page, acts(shop), pressed(shop)) == ("Asking", [], ["no"])


@pytest.mark.meets("EN 301 549 4.2.7", "WCAG 2.5.2")
def test_a_slow_finger_says_what_it_says_when_it_lifts(open_shop):
    shop, fingers, _, no = ask(open_shop)
    fingers.press(f0=no)
    QTest.qWait(1_200)
    assert (acts(shop), pressed(shop)) == ([], ["no"])
    fingers.release(0)
    assert acts(shop) == ["opt_out"]


@pytest.mark.meets("WCAG 2.5.2")
def test_sliding_off_or_on_is_no_answer(open_shop):
    shop, fingers, yes, no = ask(open_shop)
    fingers.press(f0=yes)
    fingers.move(0, no)
    assert pressed(shop) == []
    fingers.release(0)
    fingers.press(f0=QPoint(8, 8))
    fingers.move(0, yes)
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])


def test_a_finger_that_stays_is_no_sign_of_life(open_shop, qtbot):
    shop, fingers, yes, _ = ask(open_shop, idle=SECOND // 2, warning=SECOND // 2)
    fingers.press(f0=yes)
    qtbot.waitUntil(lambda: shop.page == "StillThere")
    fingers.move(0, shop.middle(shop.find("stay")))
    qtbot.waitUntil(lambda: shop.page == "Attract")
    fingers.release(0)
    QTest.qWait(30)
    assert (shop.page, acts(shop)) == ("Attract", ["lapsed"])


def test_a_finger_that_lifts_on_the_warning_answers_nothing(open_shop, qtbot):
    shop, fingers, yes, _ = ask(open_shop, idle=SECOND // 2, warning=5 * SECOND)
    fingers.press(f0=yes)
    qtbot.waitUntil(lambda: shop.page == "StillThere")
    shop.settle()
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("StillThere", [])


def test_a_page_that_went_and_came_back_under_the_finger_hears_nothing(open_shop):
    shop, fingers, yes, _ = ask(open_shop)
    fingers.press(f0=yes)
    shop.kiosk.visitor.openCode()
    shop.settle()
    shop.kiosk.visitor.back()
    shop.settle()
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])


@pytest.mark.parametrize("name", ["yes", "no"])
def test_the_question_that_came_up_under_the_finger_is_not_answered(open_shop, name):
    shop, fingers, *_ = ask(open_shop)
    shop.kiosk.runner.state = replace(shop.state, page=replace(shop.state.page, party=2))
    shop.kiosk.runner.changed.emit()
    fingers.press(f0=shop.middle(shop.find(name)))
    shop.kiosk.visitor.agree()  # with the keys: the next one of the party is asked on the same page
    shop.settle()
    assert pressed(shop) == []
    fingers.release(0)
    assert (shop.state.page.agreed, acts(shop)) == (1, [])


def test_feedback_does_not_lie_before_the_page_has_settled(open_shop):
    shop = open_shop(dead=DEAD)
    shop.touch("language-en")
    fingers, yes = Fingers(shop), shop.middle(shop.find("yes"))
    assert not shop.kiosk.glass.settled
    fingers.press(f0=yes)
    QTest.qWait(30)
    assert pressed(shop) == []
    shop.settle()
    assert pressed(shop) == []
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])
    fingers.press(f0=yes)
    assert pressed(shop) == ["yes"]
    fingers.release(0)
    assert decisions(shop) == ["opt_in"]


@pytest.mark.parametrize("pause", [0, 80, 200, 350])
@pytest.mark.parametrize("hold", [0, 120])
def test_the_second_tap_of_two_never_acts_on_the_next_page(open_shop, pause, hold):
    shop = open_shop(dead=DEAD)
    shop.touch("language-en")
    shop.settle()
    fingers, no = Fingers(shop), shop.middle(shop.find("no"))
    shop.settle()
    done = {item.objectName() for item in shop.items()}
    assert "done" not in done
    fingers.press(f0=no)
    fingers.release(0)
    QTest.qWait(20 + pause)
    for at in [shop.middle(item) for item in shop.items() if item.objectName() in ("done", "undo")] or [no]:
        if shop.kiosk.glass.settled:
            return  # a machine that slow has shown the page for long enough
        fingers.press(f0=at)
        QTest.qWait(hold)
        fingers.release(0)
    assert (shop.page, acts(shop)) == ("Answered", ["opt_out"])


def test_the_second_tap_of_two_touches_nothing_in_the_list_that_the_first_one_opened(open_shop):
    shop = open_shop(dead=DEAD)
    shop.touch("language-en")
    large = replace(shop.state.page, visit=replace(shop.state.page.visit, view=View(large=True)))
    shop.kiosk.runner.state = replace(shop.state, page=large)
    shop.kiosk.runner.changed.emit()
    shop.settle()
    fingers, more = Fingers(shop), shop.middle(shop.find("more"))
    fingers.press(f0=more)
    fingers.release(0)
    QTest.qWait(40)
    listed = [item for item in shop.items() if item.objectName() in ("under-age", "receipt", "more")]
    assert {"under-age", "receipt"} < {item.objectName() for item in listed}
    for item in listed:
        fingers.press(f0=shop.middle(item))
        assert pressed(shop) == []
        fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])
    shop.touch("under-age")
    assert acts(shop) == ["opt_out"]


def test_a_touch_that_waited_in_a_screen_that_stood_still_was_not_meant_for_the_next_page(open_shop):
    shop = open_shop()
    shop.touch("language-en")
    shop.touch("no")
    shop.settle()
    fingers, done = Fingers(shop), shop.middle(shop.find("done"))
    fingers.press(f0=done)
    frames = []
    shop.kiosk.window.frameSwapped.connect(lambda: frames.append(now_ns()))
    fingers.release(0, processed=False)
    assert shop.page == "Attract"
    time.sleep(0.2)  # longer than a page needs to settle, but none was drawn
    fingers.press(f0=done, processed=False)
    fingers.release(0, processed=False)
    assert (frames, shop.page) == ([], "Attract")
    shop.touch("language-en")
    assert shop.page == "Asking"


def test_a_screen_that_changes_its_size_takes_the_press_away(open_shop):
    shop, fingers, yes, _ = ask(open_shop)
    fingers.press(f0=yes)
    shop.kiosk.window.resize(1920, 1080)
    QTest.qWait(60)
    assert pressed(shop) == []
    fingers.move(0, shop.middle(shop.find("yes")))
    fingers.release(0)
    assert (shop.page, acts(shop)) == ("Asking", [])
    shop.touch("yes")
    assert decisions(shop) == ["opt_in"]


# --- a child at the glass --------------------------------------------------------------------------------------------


class Witness:
    """Knows what a hand has said, from what the hand did alone."""

    def __init__(self, shop):
        self._shop = shop
        self._down: dict[int, int] = {}  # since when
        self._alone: tuple[int, str, int] | None = None  # a finger, where it came down, on which page
        self.said: list[str] = []

    def _named(self, at: QPoint) -> str:
        if not isinstance(self._shop.state.page, Asking) or self._shop.state.page.details:
            return ""
        waiting = [self._shop.kiosk.window.contentItem()]  # a page that fades in counts already, as its clock is the test's
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                waiting += item.childItems()
                if item.objectName() in SAYS and item.contains(item.mapFromScene(QPointF(at))):
                    return item.objectName()
        return ""

    def press(self, finger: int, at: QPoint, now: int) -> None:
        others = [since for since in self._down.values() if now - since < REST]
        self._down[finger] = now
        alone = not others and self._shop.kiosk.glass.settled
        self._alone = (finger, self._named(at), self._shop.state.turned) if alone else None

    def release(self, finger: int, at: QPoint) -> None:
        del self._down[finger]
        if not self._alone or self._alone[0] != finger:
            return
        _, name, turned = self._alone
        self._alone = None
        if name and self._named(at) == name and turned == self._shop.state.turned:
            self.said.append(SAYS[name])


FINGERS = 4
CHANCE = st.floats(0, 1, exclude_max=True)
BLOWS = st.lists(st.tuples(*[CHANCE] * 5), max_size=40)  # lift or press, on what, where across and down, how long to wait then


class Child:
    """Hits what is there and what is not, by time of its own; what was recorded is checked after each event."""

    def __init__(self, shop):
        self._shop, self._fingers, self._witness = shop, Fingers(shop), Witness(shop)
        self._now, self._visits, self._turned = now_ns(), 0, 0
        shop.kiosk.runner._clock = lambda: self._now

    def begin(self) -> None:
        """At the question, with no finger on the glass and nothing said."""
        for finger in list(self._fingers.down):
            self._witness.release(finger, self._fingers.down[finger])
            self._fingers.release(finger, processed=False)
        self._pass(SECOND)
        self._visits += 1
        visit = Visit(f"{self._visits:032x}", "en")
        self._shop.kiosk.runner.state = State(page=Asking(visit), turned=self._now, touched=self._now)
        self._shop.kiosk.runner.changed.emit()
        self._pass(SECOND)
        self._before, self._witness.said = len(decisions(self._shop)), []

    def hit(self, what: float, which: float, across: float, down: float, pause: float) -> None:
        held = list(self._fingers.down)
        if held and (what < 0.5 or len(held) == FINGERS):
            finger = held[int(which * len(held))]
            self._witness.release(finger, self._fingers.down[finger])
            self._fingers.release(finger, processed=False)
            QTest.qWait(20)  # what is opened on a page has its place at the next frame
        elif held and what < 0.65:
            finger = held[int(which * len(held))]
            self._fingers.move(finger, self._fingers.down[finger] + QPoint(round(400 * across - 200), round(400 * down - 200)))
        else:
            finger = min(set(range(FINGERS)) - set(held))
            at = self._aim(which, across, down)
            self._witness.press(finger, at, self._now)
            self._fingers.press(**{f"f{finger}": at}, processed=False)
        assert decisions(self._shop)[self._before :] == self._witness.said
        if pause > 0.6:
            self._pass(round((pause - 0.6) * 3 * SECOND))

    def _aim(self, which: float, across: float, down: float) -> QPoint:
        named = [item for item in self._shop.items() if item.objectName() and item.metaObject().indexOfSignal("acted()") >= 0]
        number = int(which * 1.4 * len(named))
        if number < len(named):
            item = named[number]
            return item.mapToScene(QPointF(item.width() * across, item.height() * down)).toPoint()
        return QPoint(round(self._shop.kiosk.window.width() * across), round(self._shop.kiosk.window.height() * down))

    def _pass(self, nanos: int) -> None:
        # A frame; of a new page more, for what stands where is known only after some.
        QTest.qWait(12 if self._turned == self._shop.state.turned else 60)
        self._turned = self._shop.state.turned
        self._now += nanos
        self._shop.kiosk.runner._note_beat()


def blows(seed: int, number: int) -> list[tuple[float, ...]]:
    dice = random.Random(seed)
    return [tuple(dice.random() for _ in range(5)) for _ in range(number)]


def test_a_child_at_the_glass(open_shop):
    child = Child(open_shop(dead=DEAD))
    child.begin()
    for blow in blows(7, 80):
        child.hit(*blow)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_a_child_with_a_thousand_blows(open_shop, seed):
    shop = open_shop(dead=DEAD)
    child = Child(shop)
    for number, blow in enumerate(blows(seed, 1_000)):
        if number % 50 == 0:
            child.begin()
        child.hit(*blow)
    assert {*decisions(shop)} == {*DECIDED}, "a hand that never hits a card shows nothing"


@pytest.mark.slow
def test_any_child(open_shop):
    child = Child(open_shop(dead=DEAD))

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(BLOWS)
    def any_hand(blows):
        child.begin()
        for blow in blows:
            child.hit(*blow)

    any_hand()
