"""Yes and no are twins: drawn, placed, reached, read and recorded alike, and neither stands first more often."""

import json
import secrets
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.consent.decision import Choice, Purpose
from kiosk.consent.law import LAWS
from kiosk.consent.notice import LANGUAGES
from kiosk.consent.visit import Asking, State, View, Visit
from kiosk.demo.gallery import OTHER_WAY_ROUND, VISIT
from kiosk.runner import HOLD_MS

PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
UPRIGHT, LYING = (1080, 1920), (1920, 1080)
SIZES = {"upright": UPRIGHT, "lying": LYING}
VIEWS = {
    "usual": View(),
    "large": View(large=True),
    "low": View(low=True),
    "white on black": View(contrast=True),
    "all of them": View(large=True, low=True, contrast=True),
}
QUESTIONS = {
    "all at once": {},
    "one by one": {"choices": ()},
    "the second one": {"choices": (Choice.OPT_IN,)},
    "together": {"party": 2, "agreed": 1},
}
SIGNED = [str(profile) for profile, law in LAWS.items() if law.needs_signature]
TAGS = [pytest.param(tag, marks=() if tag in ("en", "ar") else pytest.mark.slow) for tag in LANGUAGES]
STILL = {"screen": {"motion": False}}
YES, NO = Choice.OPT_IN, Choice.OPT_OUT
LETTERS, WORDS = 1.35, 1  # the longer sentence's letters in parts of the shorter one's; more words
TEXT = (
    "JSON.stringify([font.family, font.pixelSize, font.weight, font.italic, font.underline, font.letterSpacing, "
    "font.capitalization, lineHeight, lineHeightMode, horizontalAlignment, wrapMode, color.toString(), opacity, "
    "spelled, personal, heading])"
)
BOX = "JSON.stringify([width, height, radius, color.toString(), border.width, border.color.toString(), opacity])"
SIGN = "JSON.stringify([width, height, strokeUnits, inset, color.toString(), opacity])"
ANY = "JSON.stringify([opacity, scale, rotation])"


def ask(shop, visit: str, tag: str = "en", view: View = VIEWS["usual"], **question) -> None:
    """The question, in one of the two orders, until nothing on it moves any more."""
    rules = shop.kiosk.runner.rules
    shop.kiosk.runner.rules = replace(rules, languages=(tag, *(other for other in rules.languages if other != tag)))
    shop.kiosk.runner.state = State(page=Asking(Visit(visit, tag, view), **question), touched=shop.kiosk.runner.now())
    shop.kiosk.runner.changed.emit()
    shop.rest()


def drawn(item: QQuickItem) -> str:
    """Everything about how it looks but its words and its sign."""
    is_sign = item.property("strokeUnits") is not None and not item.inherits("QQuickText")
    look = TEXT if item.inherits("QQuickText") else BOX if item.inherits("QQuickRectangle") else SIGN if is_sign else ANY
    return QQmlExpression(qmlContext(item), item, look).evaluate()[0]


def build(shop, card: QQuickItem) -> list[tuple]:
    """Each part of an answer, but for its words: how it is drawn, how far from the card's leading edge and top."""
    frame, mirrored = shop.place(card), shop.kiosk.visitor.rightToLeft
    parts, waiting = [], [card]
    while waiting:
        item = waiting.pop(0)
        place = shop.place(item)
        leading = frame.right() - place.right() if mirrored else place.left() - frame.left()
        parts.append((drawn(item), round(leading), round(place.top() - frame.top())))
        waiting += [] if item.property("strokeUnits") is not None else item.childItems()
    return parts


def words_of(card: QQuickItem) -> list[QQuickItem]:
    """Its name, and what it means."""
    _, (row, meaning) = card.childItems()[0], card.childItems()[1].childItems()
    return [row.childItems()[1], meaning]


def flat(shop, pixels: np.ndarray, card: QQuickItem) -> np.ndarray:
    """The two commonest colours of a card: what is behind the words, and the words."""
    place = shop.place(card).toRect()
    packed = pixels[place.top() : place.bottom(), place.left() : place.right()].reshape(-1, 3) @ (1 << 16, 1 << 8, 1)
    colours, counts = np.unique(packed, return_counts=True)
    return colours[np.argsort(-counts)[:2]]


def bare(shop, pixels: np.ndarray, card: QQuickItem) -> np.ndarray:
    """A card as it is drawn, with what stands in it taken out: its edge, its corners, and what is around it."""
    place = shop.place(card).toRect().adjusted(-3, -3, 3, 3)
    pixels = pixels[place.top() : place.bottom(), place.left() : place.right()].copy()
    pixels[12:-12, 32:-32] = 0
    return pixels


def unlike(shop) -> list[str]:
    """In what yes and no differ, on the page that is shown."""
    yes, no = shop.find("yes"), shop.find("no")
    one, other = shop.place(yes), shop.place(no)
    pixels = shop.pixels()
    middle = shop.kiosk.window.width() / 2
    found = []
    if one.size() != other.size():
        found.append(f"size: {one.size()}, {other.size()}")
    row, column = one.top() == other.top(), one.left() == other.left()
    if row == column:
        found.append(f"neither one row nor one column: {one}, {other}")
    if (
        row
        and shop.kiosk.window.height() > shop.kiosk.window.width()
        and abs(one.center().x() + other.center().x() - 2 * middle) > 1
    ):
        found.append(f"not as far from the middle: {one}, {other}")
    found += [f"{mine} / {its}" for mine, its in zip(build(shop, yes), build(shop, no), strict=True) if mine != its]
    if (flat(shop, pixels, yes) != flat(shop, pixels, no)).any():
        found.append("other colours")
    return found


@pytest.mark.parametrize("tag", TAGS)
def test_yes_and_no_look_alike_and_change_places_exactly(open_shop, tag):
    shop = open_shop(purposes=PURPOSES, tables=STILL)
    found = []
    for size in SIZES:
        shop.kiosk.window.resize(*SIZES[size])
        for view in VIEWS:
            places, frames = [], []
            for visit in (VISIT, OTHER_WAY_ROUND):
                ask(shop, visit, tag, VIEWS[view])
                found += [f"{size}, {view}: {each}" for each in unlike(shop)]
                pixels = shop.pixels()
                places.append([shop.place(shop.find(name)) for name in ("yes", "no")])
                frames.append([bare(shop, pixels, shop.find(name)) for name in ("yes", "no")])
            if places[0] != places[1][::-1]:
                found.append(f"{size}, {view}: {places}")
            if not all(np.array_equal(here, there) for here, there in zip(frames[0], frames[1][::-1], strict=True)):
                found.append(f"{size}, {view}: drawn otherwise in the same place")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("profile", [None, *SIGNED])
def test_so_they_do_in_every_way_of_asking(open_shop, profile, question):
    shop = open_shop(purposes=PURPOSES, profile=profile, tables=STILL)
    for size in SIZES:
        shop.kiosk.window.resize(*SIZES[size])
        places = []
        for visit in (VISIT, OTHER_WAY_ROUND):
            ask(shop, visit, **QUESTIONS[question])
            assert unlike(shop) == []
            places.append([shop.place(shop.find(name)) for name in ("yes", "no")])
        assert places[0] == places[1][::-1]


@pytest.mark.parametrize("change", ["size", "colour", "words set bolder", "sign", "stroke"])
def test_what_is_unlike_is_found(open_shop, change):
    shop = open_shop()
    ask(shop, VISIT)
    name, meaning = words_of(shop.find("no"))
    match change:
        case "size":
            shop.find("no").setProperty("height", shop.find("no").height() + 1)
        case "colour":
            meaning.setProperty("color", QColor("#17191c"))
        case "words set bolder":
            meaning.setProperty("bold", True)
        case "sign":
            name.parentItem().childItems()[0].setProperty("strokeUnits", 3.7)
        case "stroke":
            shop.find("no").childItems()[0].setProperty("radius", 27)
    assert unlike(shop)


# --- the way to them -----------------------------------------------------------------------------------------------


def answer_by_touch(shop, name: str) -> list[str]:
    """The states that one touch leads through until its answer is on the screen, by page."""
    shop.settle()
    at, seen = shop.middle(shop.find(name)), []
    note = lambda: seen.append(shop.page)  # noqa: E731
    shop.kiosk.runner.changed.connect(note)
    shop.press(at)
    shop.release(at)
    assert shop.state.page.receipt, "recorded, and the receipt is written, before the finger's event returns"
    QTest.qWait(2 * HOLD_MS)
    shop.kiosk.runner.changed.disconnect(note)
    return seen


@pytest.mark.parametrize("visit", [VISIT, OTHER_WAY_ROUND], ids=["yes first", "no first"])
def test_one_touch_each_on_the_same_way_to_the_receipt(open_shop, visit):
    shop = open_shop()
    shop.kiosk.back.gates.grant = lambda permission: None
    ways = {}
    for name in ("yes", "no"):
        ask(shop, visit)
        ways[name] = answer_by_touch(shop, name)
        assert (shop.page, shop.kiosk.visitor.answer) == ("Answered", name)
        assert shop.find("short-code").property("text") == shop.kiosk.visitor.code
    assert ways["yes"] == ways["no"] == ["Answered"]


def test_a_yes_is_on_the_screen_as_soon_as_a_no_but_for_the_cameras_turn():
    assert HOLD_MS <= 20, "a yes is shown so many milliseconds later, for the cameras to hear of it first: not to be felt"


def strikes(shop, key: Qt.Key, name: str) -> int:
    """How often a key must be struck, from the page's start, until the keys are at an answer; select comes on top."""
    shop.kiosk.keys.place(None)
    for count in range(1, 40):
        shop.strike(key)
        if shop.kiosk.window.property("stop").objectName() == name:
            return count
    raise AssertionError(f"no key leads to {name}")


@pytest.mark.parametrize("view", [View(), View(speaking=True)], ids=["seen", "read aloud"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up], ids=["down", "up"])
def test_the_second_answer_is_one_key_further_and_each_is_second_as_often(open_shop, quick, key, view):
    shop = open_shop()
    counted = {}
    for visit in (VISIT, OTHER_WAY_ROUND):
        ask(shop, visit, view=view)
        counted[visit] = {name: strikes(shop, key, name) for name in ("yes", "no")}
    one, other = counted[VISIT], counted[OTHER_WAY_ROUND]
    assert one["no"] - one["yes"] == (1 if key == Qt.Key.Key_Down else -1)
    assert (one["yes"], one["no"]) == (other["no"], other["yes"])


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", LANGUAGES)
def test_neither_is_read_first_more_often_and_both_in_the_same_form(open_shop, tag):
    shop = open_shop(purposes=PURPOSES)
    for visit, order in ((VISIT, ["yes", "no"]), (OTHER_WAY_ROUND, ["no", "yes"])):
        for question in QUESTIONS:
            ask(shop, visit, tag, **QUESTIONS[question])
            read = [stop for stop in shop.kiosk.keys.stops if stop.item.objectName() in order]
            assert [stop.item.objectName() for stop in read] == order
            for stop in read:
                name, meaning = words_of(stop.item)
                assert (stop.words, stop.meaning) == (name.property("text"), stop.item.property("meaning"))
                assert "".join(meaning.property("text").split()) == "".join(stop.meaning.split())
                assert (stop.control, stop.heading, stop.discreet, stop.spelled, stop.tongue) == (True, False, None, False, "")


def letters(text: str) -> int:
    return len("".join(text.split()))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_neither_takes_more_words(open_shop, tag):
    shop = open_shop()
    words = shop.kiosk.notice.words[tag]
    few, many = sorted((letters(words.yes_means), letters(words.no_means)))
    assert many <= LETTERS * few
    if tag not in ("zh-Hans", "zh-Hant", "ja"):
        assert abs(len(words.yes_means.split()) - len(words.no_means.split())) <= WORDS
    assert abs(letters(words.yes) - letters(words.no)) <= 2
    for visit in (VISIT, OTHER_WAY_ROUND):
        ask(shop, visit, tag)
        lines = [[text.property("lineCount") for text in words_of(shop.find(name))] for name in ("yes", "no")]
        assert lines[0][0] == lines[1][0] == 1
        assert abs(lines[0][1] - lines[1][1]) <= 1


# --- the order -----------------------------------------------------------------------------------------------------


def test_each_comes_first_about_as_often():
    first = [Visit(secrets.token_hex(16), "en").order[0] for _ in range(1_000)]
    assert 400 <= first.count(YES) <= 600


@given(visit=st.binary(min_size=16, max_size=16).map(bytes.hex), tag=st.sampled_from(sorted(LANGUAGES)), large=st.booleans())
def test_the_order_is_the_visits_alone(visit, tag, large):
    order = Visit(visit, tag, View(large=large)).order
    assert sorted(order) == sorted((YES, NO))
    assert order == Visit(visit, "en").order


def seen_order(shop) -> list[str]:
    """The answers as they stand in the window, in reading order."""
    places = {name: shop.place(shop.find(name)) for name in ("yes", "no")}
    along = -1 if shop.kiosk.visitor.rightToLeft else 1
    return sorted(places, key=lambda name: (places[name].top(), along * places[name].left()))


def recorded(shop) -> list[str]:
    """The answers as the ledger has them for the last decision: in the copy of what was shown."""
    row = [row for row in shop.kiosk.back.ledger.rows() if row.act in ("opt_in", "opt_out")][-1]
    shown = json.loads(dict(shop.kiosk.back.ledger.copies("shown"))[row.payload["shown"]])
    return [{YES: "yes", NO: "no"}[Choice(each)] for each in shown["order"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("visit", [VISIT, OTHER_WAY_ROUND], ids=["yes first", "no first"])
@pytest.mark.parametrize("by", ["touch", "keys"])
def test_the_order_on_the_screen_is_the_order_on_the_record(open_shop, quick, by, visit, tag, size):
    shop = open_shop(SIZES[size])
    for name in ("yes", "no"):
        ask(shop, visit, tag)
        order = seen_order(shop)
        assert order == (["yes", "no"] if visit == VISIT else ["no", "yes"])
        if by == "touch":
            answer_by_touch(shop, name)
        else:
            strikes(shop, Qt.Key.Key_Down, name)
            shop.strike(Qt.Key.Key_Return)
            QTest.qWait(2 * HOLD_MS)
        assert (shop.page, shop.kiosk.visitor.answer) == ("Answered", name)
        assert recorded(shop) == order


@pytest.mark.meets("EN 301 549 4.2.10", "508 302.9", "WCAG 3.3.4")
@pytest.mark.parametrize("visit", [VISIT, OTHER_WAY_ROUND], ids=["yes first", "no first"])
def test_undo_and_another_language_keep_the_order(open_shop, visit):
    shop = open_shop()
    ask(shop, visit)
    order = seen_order(shop)
    for steps in (
        ["no", "undo"],
        ["language", "language-zh-Hans"],
        ["yes", "undo"],
        ["language", "language-ar"],
        ["details", "details"],
    ):
        for step in steps:
            shop.touch(step)
        shop.rest()
        assert (shop.page, seen_order(shop)) == ("Asking", order), steps
    shop.touch("preferences")
    shop.touch("large")
    shop.touch("back")
    shop.rest()
    assert seen_order(shop) == order
    shop.touch("no")
    assert recorded(shop) == order
