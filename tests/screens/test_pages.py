"""Every page in every language, upright and lying: nothing cut off, nothing on top of something else, yes and no the same."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.consent.decision import Purpose
from kiosk.consent.visit import SECOND, State
from kiosk.demo.gallery import pages
from kiosk.screens.code_image import QUIET, modules

SIZES = [(1080, 1920), (1920, 1080)]
LANGUAGES = ["en", "zh-Hans", "ar"]


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


def show(shop, name: str, tag: str) -> None:
    rules = shop.kiosk.runner.rules
    shop.kiosk.runner.rules = replace(rules, languages=(tag, *(other for other in LANGUAGES if other != tag)))
    page = pages(shop.kiosk, tag)[name]
    shop.kiosk.runner.state = State(page=page, touched=shop.kiosk.runner.now() + 3600 * SECOND)
    shop.kiosk.runner.changed.emit()
    QTest.qWait(40)
    (loader, *_) = shop.find("screen").childItems()
    while not all(page.opacity() == 1 for page in loader.childItems()):
        QTest.qWait(20)


def faults(shop) -> list[str]:
    window = QRectF(0, 0, shop.kiosk.window.width(), shop.kiosk.window.height())
    items = list(shop.items())
    texts = [item for item in items if item.inherits("QQuickText") and item.property("text").strip()]
    buttons = [item for item in items if item.metaObject().indexOfSignal("acted()") >= 0 and item.objectName() != "approach"]
    found = []
    for text in texts:
        words, place = text.property("text"), inked(text)
        if text.property("truncated"):
            found.append(f"cut off: {words}")
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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_page_fits(open_shop, tag, size):
    shop = open_shop(size, purposes=(Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER))
    found = {}
    for name in pages(shop.kiosk, tag):
        show(shop, name, tag)
        if wrong := faults(shop):
            found[name] = wrong
    assert not found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_yes_and_no_are_equals(open_shop, tag, size):
    shop = open_shop(size)
    show(shop, "notice", tag)
    yes, no = shop.find("yes"), shop.find("no")
    assert (yes.width(), yes.height()) == (no.width(), no.height())
    assert yes.x() == no.x() or yes.y() == no.y()

    def look(card: QQuickItem) -> list[tuple]:
        texts = [item for item in shop.items() if item.inherits("QQuickText") and within(item, card)]
        corner = on_screen(card).topLeft()
        return [
            (text.property("font").toString(), text.property("color").name(), round(on_screen(text).y() - corner.y()))
            for text in texts
        ]

    assert look(yes) == look(no)


PANELS = {(1080, 1920): 21.5, (1920, 1080): 21.5, (800, 1280): 10.1, (1280, 800): 10.1}  # pixels: inches across


@pytest.mark.parametrize("size", PANELS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_receipt_is_six_centimetres_wide_or_more(open_shop, tag, size):
    shop = open_shop(size, purposes=(Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER))
    millimetres = PANELS[size] * 25.4 / math.hypot(*size)
    small = {}
    for name in pages(shop.kiosk, tag):
        show(shop, name, tag)
        for code in (item for item in shop.items() if item.objectName() == "receipt-code"):
            count = len(modules(code.property("text")))
            assert count <= 57, "version 10"
            side = int(min(code.width(), code.height())) // (count + 2 * QUIET) * count * millimetres
            if side < 60:
                small[name] = round(side)
    assert not small


def test_the_finder_of_faults_finds(open_shop):
    shop = open_shop()
    show(shop, "notice", "en")
    assert not faults(shop)
    shop.find("no").setProperty("meaning", "Do not analyse my face at all, not ever, whatever happens. " * 8)
    QTest.qWait(40)
    assert any("sticks out" in fault or "under a button" in fault or "on top" in fault for fault in faults(shop))


def test_a_font_of_its_own_for_every_script(open_shop):
    shop = open_shop()
    families = {"en": "Noto Sans", "zh-Hans": "Noto Sans SC", "ar": "Noto Sans Arabic"}
    for tag, family in families.items():
        show(shop, "notice", tag)
        question = next(item for item in shop.items() if item.property("text") == shop.kiosk.visitor.question)
        assert question.property("font").family() == family
