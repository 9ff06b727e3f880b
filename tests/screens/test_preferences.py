"""Text, sound and layout as one visitor wants them, and as nobody after them finds them; the screen while nobody is there."""

from dataclasses import fields, replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.app import Kiosk
from kiosk.consent.decision import Choice, Purpose
from kiosk.consent.visit import SECOND, Analysis, Asking, Broke, Condition, Mended, Permission, State, View, Visit
from kiosk.demo.gallery import VISIT, pages
from kiosk.gate import Gate, Track
from kiosk.screens.speech import Voice
from kiosk.state import StateDirectory

PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
SPOT = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
LOOKS = ("large", "contrast", "low")
SOUNDS = ("slow", "volume", "aloud")  # offered while the screen is read aloud
WISHES = View(large=True, contrast=True, low=True, speaking=True, slow=True, volume=2, aloud=True)
STILL = {"screen": {"motion": False}}


@pytest.fixture
def voice(qapp) -> Voice:
    assert "mock" in QTextToSpeech.availableEngines()
    return Voice("mock", ["en", "ar"])


def asked_for(shop) -> View:
    return shop.state.page.visit.view


@pytest.mark.meets("EN 301 549 5.2", "EN 301 549 5.1.3.11", "508 402.3", "WCAG 3.2.2")
@pytest.mark.parametrize("by", ["touch", "keys"])
def test_every_wish_is_had_and_taken_back(open_shop, quick, voice, by):
    shop = open_shop(voice=voice, dead=0, tables=STILL)
    act = shop.touch if by == "touch" else shop.go

    def do(name: str) -> None:
        """Perhaps on another sheet."""
        for _ in range(4):
            if name in {control.objectName() for control in shop.controls()}:
                break
            act("turn")
            QTest.qWait(50)
        act(name)

    do("language-en")
    do("preferences")
    assert shop.page == "Preferences"
    told = set()
    for name in (*LOOKS, "speaking", *SOUNDS):
        before = asked_for(shop)
        do(name)
        assert getattr(asked_for(shop), name) == (2 if name == "volume" else True)
        assert replace(asked_for(shop), **{name: getattr(before, name)}) == before, "and nothing else"
        told.add(name)
    assert asked_for(shop) == WISHES
    assert told == {each.name for each in fields(View)}
    for name in (*SOUNDS, "speaking", *LOOKS):
        do(name)
        if name == "volume":
            do(name)
    assert asked_for(shop) == View()
    do("back")
    assert shop.page == "Asking"


def test_sounds_are_offered_only_where_there_is_a_voice(open_shop, voice):
    shop = open_shop(voice=voice, tables=STILL)
    shop.bring_up("preferences", "zh-Hans")
    offered = {control.objectName() for control in shop.controls()}
    assert offered.isdisjoint({"speaking", *SOUNDS}) and offered.issuperset(LOOKS)
    shop.bring_up("preferences", "en")
    assert "speaking" in {control.objectName() for control in shop.controls()}


def seen(shop) -> dict[str, float]:
    """What a visitor sees of each wish: the height of the facts' type, the brightness of the page, the highest control."""
    sizes = [
        text.property("font").pixelSize()
        for text in shop.texts()
        if text.property("text") == shop.kiosk.visitor.facts[0]["text"]
    ]
    controls = [shop.place(control).top() for control in shop.controls()]
    return {"large": max(sizes), "contrast": shop.pixels()[5, 540].mean(), "low": min(controls)}


@pytest.mark.meets("EN 301 549 4.2.2", "EN 301 549 4.2.8", "508 302.2", "508 302.8")
@pytest.mark.parametrize("wish", LOOKS)
def test_a_wish_is_seen_at_once(open_shop, wish):
    shop = open_shop(tables=STILL)
    shop.bring_up("notice")
    usual = seen(shop)
    shop.bring_up("notice", "en", View(**{wish: True}))
    now = seen(shop)
    assert now["large"] >= usual["large"] * (1.2 if wish == "large" else 1)
    assert (now["contrast"] == 0) == (wish == "contrast") and usual["contrast"] > 200
    assert (now["low"] > usual["low"] + 200) == (wish == "low")


def with_wishes(shop) -> None:
    """Somebody is at the question and has everything another way."""
    shop.touch("language-ar")
    visit = replace(shop.state.page.visit, view=WISHES)
    shop.kiosk.runner.state = replace(shop.state, page=replace(shop.state.page, visit=visit))
    shop.kiosk.runner.changed.emit()
    shop.rest()
    assert (shop.kiosk.visitor.large, shop.kiosk.visitor.contrast, shop.kiosk.visitor.low) == (True, True, True)


def look(shop) -> list[tuple]:
    """Every text and control: where it is, to the pixel, and how it is drawn."""
    drawn = [(text.property("text"), text.property("font").pixelSize(), text.property("color").name()) for text in shop.texts()]
    places = [shop.place(each).toRect().getRect() for each in (*shop.texts(), *shop.controls())]
    return [*drawn, *places, shop.pixels()[5, 5].tolist()]


def done(shop, qtbot) -> None:
    shop.touch("no")
    shop.touch("done")


def time_out(shop, qtbot) -> None:
    shop.kiosk.runner.rules = replace(shop.kiosk.runner.rules, idle=SECOND // 5, warning=SECOND // 5)
    shop.touch("no")
    qtbot.waitUntil(lambda: shop.page == "StillThere")
    assert shop.kiosk.visitor.contrast, "not yet"
    qtbot.waitUntil(lambda: shop.page == "Attract")


def staff_reset(shop, qtbot) -> None:
    shop.kiosk.back.accounts.set_pin("Front desk", "402917")
    shop.settle()
    shop.kiosk.visitor.callStaff()
    shop.settle()
    for digit in "402917":
        shop.kiosk.desk.typeDigit(digit)
    shop.kiosk.desk.enter()
    shop.settle()
    shop.kiosk.desk.reset()
    shop.kiosk.desk.back()


def fault(shop, qtbot) -> None:
    shop.kiosk.runner.send(Broke(Condition.LEDGER))
    assert shop.page == "Fault"
    assert (shop.kiosk.visitor.large, shop.kiosk.visitor.contrast, shop.kiosk.visitor.low) == (False, False, False)
    shop.kiosk.runner.send(Mended(Condition.LEDGER))


@pytest.mark.meets("EN 301 549 5.1.3.13", "EN 301 549 4.2.11", "508 402.3")
@pytest.mark.parametrize("end", [done, time_out, staff_reset, fault], ids=lambda end: end.__name__)
def test_the_next_visitor_finds_nothing_of_it(open_shop, voice, qtbot, end):
    shop = open_shop(voice=voice, tables=STILL)
    shop.bring_up("attract")
    fresh = look(shop)
    with_wishes(shop)
    end(shop, qtbot)
    assert shop.page == "Attract"
    shop.rest()
    visitor = shop.kiosk.visitor
    assert visitor.language == "en" and not visitor.rightToLeft
    assert look(shop) == fresh
    shop.settle()
    shop.touch("language-en")
    assert asked_for(shop) == View()
    assert (visitor.large, visitor.contrast, visitor.low, visitor.speaking, visitor.volume) == (False, False, False, False, 1)


def test_nor_does_anybody_after_a_restart(open_shop, qapp, tmp_path):
    shop = open_shop(tables=STILL)
    with_wishes(shop)
    shop.kiosk.close()
    shop.kiosk = Kiosk(qapp, shop.kiosk.settings, StateDirectory(tmp_path / "state"), tmp_path / "run" / "gate.sock")
    shop.kiosk.start((540, 960))
    assert shop.page == "Attract"
    shop.kiosk.visitor.choose("en")
    assert shop.kiosk.visitor.large is False
    shop.kiosk.close()
    open_shop.forget()


OPEN = {
    "all at once": {},
    "the last of three": {"choices": (Choice.OPT_IN, Choice.OPT_OUT)},
    "two of three agreed": {"party": 3, "agreed": 2},
    "everything read": {"details": True},
    "undone once": {"answered": True},
}


@pytest.mark.meets("WCAG 3.2.2", "WCAG 3.3.7")
@pytest.mark.parametrize("question", OPEN)
def test_a_wish_changes_nothing_of_the_question_or_the_answers_so_far(open_shop, question):
    shop = open_shop(purposes=PURPOSES, tables=STILL)
    before = Asking(Visit(VISIT, "en"), **OPEN[question])
    shop.kiosk.runner.state = State(page=before, touched=shop.kiosk.runner.now())
    shop.kiosk.runner.changed.emit()
    asked, number, person = shop.kiosk.visitor.question, shop.kiosk.visitor.questionNumber, shop.kiosk.visitor.person
    for name in LOOKS:
        shop.touch("preferences")
        shop.touch(name)
        shop.touch("back")
    view = View(large=True, contrast=True, low=True)
    assert shop.state.page == replace(before, visit=replace(before.visit, view=view))
    visitor = shop.kiosk.visitor
    assert (visitor.question, visitor.questionNumber, visitor.person) == (asked, number, person)


@pytest.mark.parametrize("name", ["yes-ambiguous-together", "no", "withdrawn-erased", "recalled-yes", "code"])
def test_nor_of_any_other_page(open_shop, name):
    shop = open_shop(tables=STILL)
    before = pages(shop.kiosk, "en")[name]
    shop.bring_up(name)
    shop.touch("preferences")
    shop.touch("contrast")
    shop.touch("back")
    after = shop.state.page
    assert replace(after, visit=replace(after.visit, view=View())).visit == before.visit
    same = {
        each.name: getattr(after, each.name)
        for each in fields(after)
        if each.name not in ("visit", "undo_until", "retry_until", "receipt")
    }
    assert same == {each: getattr(before, each) for each in same}


# --- while nobody is there -----------------------------------------------------------------------------------------

TURN_MS = 120


@pytest.fixture
def turning(open_shop):
    """A shop of three languages that take turns."""
    shop = open_shop(languages=("en", "zh-Hans", "ar"))
    shop.kiosk.visitor._turns.setInterval(TURN_MS)
    shop.kiosk.visitor._turns.start()
    return shop


def headline(shop) -> str:
    """The largest words on the screen."""
    return max(shop.texts(), key=lambda text: text.property("font").pixelSize()).property("text")


@pytest.mark.parametrize("page", ["Attract", "Fault"])
def test_the_languages_take_turns_while_nobody_is_there(turning, qtbot, page):
    if page == "Fault":
        turning.kiosk.runner.send(Broke(Condition.KIOSK))
    said, words = [], set()
    visitor = turning.kiosk.visitor
    visitor.tongueChanged.connect(lambda: said.append(visitor.language))
    for _ in range(6):
        qtbot.waitSignal(visitor.tongueChanged, timeout=3_000).wait()
        QTest.qWait(20)
        words.add(headline(turning))
    start = ["zh-Hans", "ar", "en"].index(said[0])
    assert said[:6] == (["zh-Hans", "ar", "en"] * 3)[start : start + 6]
    assert len(words) == 3
    assert turning.page == page


@pytest.mark.meets("WCAG 2.2.2")
def test_they_stop_when_somebody_comes_and_begin_anew_when_nobody_is_there(turning, qtbot):
    turning.touch("language-ar")
    QTest.qWait(4 * TURN_MS)
    assert turning.kiosk.visitor.language == "ar"
    turning.touch("no")
    QTest.qWait(2 * TURN_MS)
    assert turning.kiosk.visitor.language == "ar"
    turning.touch("done")
    assert turning.kiosk.visitor.language in ("en", "zh-Hans")
    qtbot.waitUntil(lambda: turning.kiosk.visitor.language == "ar")


def test_a_finger_that_is_still_down_when_the_turn_comes_chooses_what_it_touched(turning, qtbot):
    turning.settle()
    turning.press("language-ar")
    before = turning.kiosk.visitor.language
    QTest.qWait(3 * TURN_MS)
    assert turning.kiosk.visitor.language == before
    turning.release("language-ar")
    assert (turning.page, turning.kiosk.visitor.language) == ("Asking", "ar")


@pytest.mark.parametrize(("name", "page"), [("approach", "Languages"), ("receipt", "CodePad")])
@pytest.mark.parametrize("tag", ["zh-Hans", "ar"])
def test_a_visit_begins_in_the_language_that_was_touched(turning, qtbot, tag, name, page):
    turning.settle()
    qtbot.waitUntil(lambda: turning.kiosk.visitor.language == tag)
    item = turning.find(name)
    at = turning.middle(item) if name == "receipt" else turning.middle(turning.find("screen"))
    turning.press(at)
    turning.release(at)
    assert (turning.page, turning.state.page.visit.language) == (page, tag)
    QTest.qWait(3 * TURN_MS)
    assert turning.kiosk.visitor.language == tag


def test_one_language_alone_takes_no_turns(open_shop):
    shop = open_shop(languages=("en",))
    shop.kiosk.visitor._turns.setInterval(30)
    shop.kiosk.visitor._turns.start()
    QTest.qWait(150)
    assert shop.kiosk.visitor.language == "en"


# --- what the poster says ------------------------------------------------------------------------------------------


def status(shop) -> tuple[str, str]:
    """The sign and the words of the poster's foot."""
    (line,) = [each for each in shop.items() if each.property("olderYes") is not None]
    return line.childItems()[0].property("name"), line.childItems()[1].property("text")


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("people", [0, 1, 3])
def test_the_poster_counts_those_who_are_permitted_now(open_shop, people, tag):
    shop = open_shop(languages=(tag,))
    permissions = tuple(
        Permission(f"{each:032x}", "r", 0, shop.kiosk.runner.now() + 3600 * SECOND, PURPOSES, acknowledged=True, bound=True)
        for each in range(people)
    )
    waiting = Permission(
        "f" * 32, "r", shop.kiosk.runner.now(), shop.kiosk.runner.now() + 3600 * SECOND, PURPOSES, acknowledged=True
    )
    shop.kiosk.runner.state = State(permissions=(*permissions, waiting))
    shop.kiosk.runner.changed.emit()
    sign, words = status(shop)
    assert sign == ("on" if people else "off")
    if tag == "en":
        assert (
            words
            == {
                0: "Face analysis is off for everyone.",
                1: "Face analysis is on for 1 visitor who said yes, and for nobody else.",
                3: "Face analysis is on for 3 visitors who said yes, and for nobody else.",
            }[people]
        )


def test_the_poster_says_on_from_the_yes_of_a_body_to_its_leaving(open_shop, qtbot):
    shop = open_shop()
    with Gate("door", SPOT, (100, 100), shop.kiosk.back.gates._path) as gate:
        body = Track("a", (40.0, 10.0, 60.0, 90.0))
        qtbot.waitUntil(lambda: shop.kiosk.back.gates.cameras == ("door",))

        def watch(*bodies: Track) -> None:
            gate.update(list(bodies), gate.now_ns())
            QTest.qWait(20)

        assert status(shop)[0] == "off"
        shop.touch("language-en")
        for _ in range(50):
            watch(body)
        shop.press("yes")
        shop.release("yes")
        for _ in range(150):
            watch(body)
            if shop.kiosk.visitor.analysis == Analysis.ON:
                break
        shop.touch("done")
        watch(body)
        assert status(shop) == ("on", "Face analysis is on for 1 visitor who said yes, and for nobody else.")
        for _ in range(400):
            watch()
            if status(shop)[0] == "off":
                break
        assert status(shop) == ("off", "Face analysis is off for everyone.")
