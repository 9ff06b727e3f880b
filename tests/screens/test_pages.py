"""Every page in every language, upright and lying, in every size of text and layout: whole, apart, in reach, large enough."""

import math
from functools import cache

import pytest
from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.consent.decision import Purpose
from kiosk.consent.notice import LANGUAGES
from kiosk.consent.visit import View
from kiosk.demo.gallery import pages, show
from kiosk.screens import typography
from kiosk.screens.code_image import QUIET, modules

PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
UPRIGHT, LYING = (1080, 1920), (1920, 1080)
SIZES = [UPRIGHT, LYING]
INCHES = {UPRIGHT: 21.5, LYING: 21.5, (800, 1280): 10.1, (1280, 800): 10.1}
VIEWED = {UPRIGHT: 600, LYING: 600, (800, 1280): 400, (1280, 800): 400}  # millimetres
VIEWS = {
    "usual": View(),
    "large": View(large=True),
    "low": View(low=True),
    "large and low": View(large=True, low=True),
}
LONG_AND_TALL = ["en", "de", "ru", "vi", "hi", "ar", "ja"]
CASES = [
    (tag, size, view) for tag in LANGUAGES for size in SIZES for view in VIEWS if not VIEWS[view].low or tag in LONG_AND_TALL
]
VIEWING, REACH = 600, 320  # millimetres: to the eye; from the panel's lower edge to the line of the low layout
TARGET, ANSWER = 20, (40, 25)  # millimetres


def inked(text: QQuickItem) -> QRectF:
    """Where the words may be, on the screen."""
    return text.mapRectToScene(QRectF(0, 0, text.width(), max(text.height(), text.property("contentHeight"))))


def on_screen(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def within(item: QQuickItem, other: QQuickItem) -> bool:
    while item:
        if item == other:
            return True
        item = item.parentItem()
    return False


def buttons_of(items) -> list[QQuickItem]:
    return [item for item in items if item.metaObject().indexOfSignal("acted()") >= 0 and item.objectName() != "approach"]


def texts_of(items) -> list[QQuickItem]:
    return [item for item in items if item.inherits("QQuickText") and item.property("text").strip()]


@cache
def boxes(text: str) -> str:
    return "".join(sorted(typography.undrawn(text)))


def faults(shop) -> list[str]:
    """What is cut off, outside, on top of something else, or has no glyph."""
    window = QRectF(0, 0, shop.kiosk.window.width(), shop.kiosk.window.height())
    items = list(shop.items())
    texts, buttons = texts_of(items), buttons_of(items)
    found = []
    for text in texts:
        words, place = text.property("text"), inked(text)
        if text.property("truncated"):
            found.append(f"cut off: {words}")
        if boxes(words):
            found.append(f"no glyph for {boxes(words)}: {words}")
        if not window.adjusted(-1, -1, 1, 1).contains(place):
            found.append(f"outside the screen: {words}")
        if text.property("contentWidth") > text.width() + 2:
            found.append(f"wider than its room: {words}")
        for button in buttons:
            if within(text, button):
                if not on_screen(button).adjusted(-1, -1, 1, 1).contains(place):
                    found.append(f"sticks out of its button: {words}")
            elif on_screen(button).intersects(place):
                found.append(f"under a button: {words}")
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            shared = inked(one).intersected(inked(other))
            if shared.width() > 2 and shared.height() > 2:
                found.append(f"on top of each other: {one.property('text')} / {other.property('text')}")
    for index, one in enumerate(buttons):
        for other in buttons[index + 1 :]:
            if on_screen(one).intersects(on_screen(other)) and not within(other, one):
                found.append(f"buttons overlap: {one.property('name')} / {other.property('name')}")
    return found


def small(shop, tag: str, per_mm: float) -> list[str]:
    """Text lower than 0.7 degrees, targets under 20 mm, answers under 40 x 25 mm."""
    items = list(shop.items())
    least = per_mm * VIEWING * math.tan(math.radians(0.7))
    capital = typography.script(tag).capital
    found = []
    for text in texts_of(items):
        size = QQmlExpression(qmlContext(text), text, "fontInfo.pixelSize").evaluate()[0]
        own = capital if text.property("font").family() == typography.script(tag).family else 0.714
        if size * own < least - 0.5:
            found.append(f"{size * own / per_mm:.1f} mm high: {text.property('text')}")
    for button in buttons_of(items):
        width, height = button.width() / per_mm, button.height() / per_mm
        wide, high = ANSWER if button.objectName() in ("yes", "no") else (TARGET, TARGET)
        if width < wide - 0.1 or height < high - 0.1:
            found.append(f"{width:.0f} x {height:.0f} mm: {button.property('name')}")
    return found


def high(shop, per_mm: float) -> list[str]:
    """Controls above the line of the low layout."""
    line = shop.kiosk.window.height() - REACH * per_mm
    return [
        f"{(line - on_screen(button).top()) / per_mm:.0f} mm too high: {button.property('name')}"
        for button in buttons_of(shop.items())
        if on_screen(button).top() < line - 1
    ]


def settle(shop) -> None:
    """Wait until nothing moves any more."""
    before, now = None, ()
    while now != before:
        QTest.qWait(15)
        before, now = now, tuple((str(inked(text)), text.property("text")) for text in texts_of(shop.items()))
    while shop.veiled:
        QTest.qWait(10)


def bring_up(shop, name: str, tag: str, view: View = VIEWS["usual"]) -> None:
    show(shop.kiosk, name, tag, pages(shop.kiosk, tag, view)[name])
    settle(shop)


def sheets(shop):
    """Leaf through what a page holds: each sheet of its words, and what stands behind More."""
    yield "sheet 1"
    for turn in [item for item in shop.items() if item.objectName() == "turn"]:
        for sheet in range(2, turn.parentItem().property("count") + 1):
            QMetaObject.invokeMethod(turn, "acted")
            settle(shop)
            yield f"sheet {sheet}"
    for more in [item for item in shop.items() if item.objectName() == "more"]:
        QMetaObject.invokeMethod(more, "acted")
        settle(shop)
        yield "more"


@pytest.mark.meets(
    "EN 301 549 4.2.2",
    "EN 301 549 4.2.8",
    "EN 301 549 5.1.4",
    "EN 301 549 8.3.3",
    "508 302.2",
    "508 302.8",
    "508 402.4",
    "508 407.8",
    "WCAG 1.3.4",
    "WCAG 1.4.10",
    "WCAG 2.5.8",
)
@pytest.mark.parametrize(("tag", "size", "view"), CASES, ids=lambda value: str(value).replace(", ", "x").strip("()"))
def test_every_page_fits(open_shop, tag, size, view):
    tags = (tag, *(other for other in LANGUAGES if other != tag))
    shop = open_shop(size, purposes=PURPOSES, languages=tags)
    per_mm = math.hypot(*size) / (INCHES[size] * 25.4)
    found = []
    for name in pages(shop.kiosk, tag):
        bring_up(shop, name, tag, VIEWS[view])
        for sheet in sheets(shop):
            wrong = faults(shop) + small(shop, tag, per_mm)
            if VIEWS[view].low and name not in ("attract", "fault", "staff-alarm"):
                wrong += high(shop, per_mm)
            found += [f"{name}, {sheet}: {each}" for each in wrong]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", INCHES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", ["en", "zh-Hans", "ar"])
def test_every_receipt_is_six_centimetres_wide_or_more(open_shop, tag, size):
    shop = open_shop(size, purposes=PURPOSES, tables={"panel": {"diagonal_inches": INCHES[size], "viewing_mm": VIEWED[size]}})
    millimetres = INCHES[size] * 25.4 / math.hypot(*size)
    small = {}
    for name in pages(shop.kiosk, tag):
        bring_up(shop, name, tag)
        for code in (item for item in shop.items() if item.objectName() == "receipt-code"):
            count = len(modules(code.property("text")))
            assert count <= 57, "version 10"
            side = int(min(code.width(), code.height())) // (count + 2 * QUIET) * count * millimetres
            brief = name in ("yes-waiting", "yes-on", "no", "withdrawn")  # a small panel has words or a large code
            if side < (60 if brief or min(size) >= 1080 else 35):
                small[name] = round(side)
        if wrong := faults(shop):
            small[f"{name}, whole"] = wrong
    assert not small, "\n".join(map(str, small.items()))


def test_the_finder_of_faults_finds(open_shop):
    shop = open_shop()
    bring_up(shop, "notice", "en")
    assert not faults(shop)
    shop.find("no").setProperty("meaning", "Do not analyse my face at all, not ever, whatever happens. " * 8)
    QTest.qWait(40)
    assert any("sticks out" in fault or "under a button" in fault or "on top" in fault for fault in faults(shop))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_font_of_its_own_for_every_script(open_shop, tag):
    shop = open_shop(languages=(tag,))
    bring_up(shop, "notice", tag)
    question = next(item for item in shop.items() if item.property("text") == shop.kiosk.visitor.question)
    assert question.property("font").family() == typography.script(tag).family
