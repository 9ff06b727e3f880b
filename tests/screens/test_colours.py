"""What people can tell apart: measured on the drawn window, in both sets of colours, with every brand that fits."""

import colorsys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.config import LEAST_CONTRAST, PAPER, Brand, contrast
from kiosk.consent.decision import Purpose
from kiosk.consent.visit import View
from kiosk.demo.gallery import pages, show

PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
STILL = {"screen": {"motion": False}}
USUAL, CONTRAST = View(), View(contrast=True)
TEXT, SIGN = 7.0, 3.0  # WCAG 2.2, 1.4.6 and 1.4.11
SHARE = 0.06  # of an area, that makes a colour more than the edge between two others
CLEAR = 150  # pixels of another colour: a line under the shortest word


def limit(hue: float) -> str:
    """The lightest accent of a hue that a shop may choose."""
    shades = [colorsys.hls_to_rgb(hue, lightness / 500, 1) for lightness in range(500)]
    colours = ["#" + "".join(f"{round(part * 255):02x}" for part in shade) for shade in shades]
    accent = [colour for colour in colours if contrast(colour, PAPER) >= LEAST_CONTRAST][-1]
    return Brand(accent=accent).accent


ACCENTS = {"red": limit(0), "green": limit(1 / 3), "blue": limit(2 / 3), "black": "#000000"}


def luminance(colours: np.ndarray) -> np.ndarray:
    """The relative luminance of WCAG 2.2."""
    parts = colours.astype(float) / 255
    parts = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return parts @ (0.2126, 0.7152, 0.0722)


def ratio(one, other) -> np.ndarray:
    """The contrast of each colour with its counterpart, 1 to 21."""
    one, other = luminance(np.asarray(one)), luminance(np.asarray(other))
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def cut(pixels: np.ndarray, place: QRectF) -> np.ndarray:
    """What lies within a place, as a list of colours."""
    top, left = max(0, round(place.top())), max(0, round(place.left()))
    return pixels[top : round(place.bottom()), left : round(place.right())].reshape(-1, 3)


def weak(pixels: np.ndarray, place: QRectF, color: QColor) -> float:
    """The least contrast of what is drawn in a colour with anything flat around it; 1 where nothing is drawn in it at all."""
    packed, counts = np.unique(cut(pixels, place) @ (1 << 16, 1 << 8, 1), return_counts=True)
    colours = np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=1)
    own = np.array(color.getRgb()[:3])
    near = np.abs(colours - own).max(axis=1) <= 3
    behind = colours[~near & (counts >= SHARE * counts.sum())]
    return float(ratio(behind, own).min()) if near.any() and len(behind) else 1.0


def inked(text: QQuickItem) -> QRectF:
    """Where its words may be."""
    return text.mapRectToScene(QRectF(0, 0, text.width(), max(text.height(), text.property("contentHeight"))))


def faint(shop, within: QRectF | None = None) -> list[str]:
    """Texts and signs that stand out too little from what is really behind them, and controls with too faint an edge.

    within: of a part of the window.
    """
    pixels = shop.pixels()
    here = lambda item: within is None or within.contains(shop.place(item).center())  # noqa: E731
    found = []
    for text in filter(here, shop.texts()):
        if (found_ratio := weak(pixels, inked(text), text.property("color"))) < TEXT:
            found.append(f"{found_ratio:.2f}: {text.property('text')}")
    for sign in filter(here, signs(shop)):
        if (found_ratio := weak(pixels, shop.place(sign), sign.property("color"))) < SIGN:
            found.append(f"{found_ratio:.2f}: sign {sign.property('name')}")
    for control, edge, outside in edges(shop):
        if here(control) and (found_ratio := float(ratio(pixels[edge], pixels[outside]))) < SIGN:
            found.append(f"{found_ratio:.2f}: the edge of {control.property('name')}")
    return found


def signs(shop) -> list[QQuickItem]:
    return [each for each in shop.items() if each.property("strokeUnits") is not None and each.width() > 0]


def edges(shop) -> Iterator[tuple[QQuickItem, tuple[int, int], tuple[int, int]]]:
    """Each control that has an edge, with a place on it, and one just outside: (row, column)."""
    for control in shop.controls():
        if any(each.inherits("QQuickRectangle") for each in control.childItems()):
            on = control.mapToScene(QPointF(2, control.height() / 2)).toPoint()
            yield control, (on.y(), on.x()), (on.y(), on.x() - 6)


@contextmanager
def finger_on(shop, control: QQuickItem) -> Iterator[None]:
    """A finger that slides off afterwards and does nothing."""
    shop.settle()
    shop.press(shop.middle(control))
    assert control.property("pressed"), control.property("name")
    QTest.qWait(5)
    yield
    shop.release(QPoint(2, shop.kiosk.window.height() // 2))
    QTest.qWait(5)


def changed(before: np.ndarray, after: np.ndarray, place: QRectF) -> int:
    """How many pixels of a place became clearly another colour."""
    return int((ratio(cut(before, place), cut(after, place)) >= SIGN).sum())


@pytest.mark.meets("EN 301 549 4.2.2", "508 302.2", "508 402.4", "508 407.2", "WCAG 1.4.3", "WCAG 1.4.6", "WCAG 1.4.11")
@pytest.mark.slow
@pytest.mark.parametrize("view", [USUAL, CONTRAST], ids=["usual", "white on black"])
@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_everything_stands_out_from_what_is_behind_it(open_shop, tag, view):
    shop = open_shop(purposes=PURPOSES, tables=STILL)
    found = []
    for name in pages(shop.kiosk, tag):
        shop.bring_up(name, tag, view)
        found += [f"{name}, {each}" for each in faint(shop)]
    assert not found, "\n".join(found)


@pytest.mark.meets("WCAG 1.4.3", "WCAG 1.4.6", "WCAG 1.4.11")
@pytest.mark.slow
@pytest.mark.parametrize("accent", ACCENTS)
def test_so_it_does_in_every_brand(open_shop, accent):
    shop = open_shop(purposes=PURPOSES, tables={"brand": {"accent": ACCENTS[accent]}, **STILL})
    found = []
    for name in (
        "attract",
        "notice",
        "everything",
        "yes-waiting",
        "yes-ambiguous",
        "recalled-yes",
        "still-there",
        "staff-alarm",
    ):
        shop.bring_up(name)
        found += [f"{name}, {each}" for each in faint(shop)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("colour", ["#777d80", "#ece6da"])
def test_what_is_faint_is_found(open_shop, colour):
    shop = open_shop(tables=STILL)
    shop.bring_up("notice")
    (question,) = [text for text in shop.texts() if text.property("text") == shop.kiosk.visitor.question]
    question.setProperty("color", QColor(colour))
    (sign, *_) = signs(shop)
    sign.setProperty("color", QColor("#b9b4a8"))
    assert [each.split(": ")[1] for each in faint(shop)] == [shop.kiosk.visitor.question, f"sign {sign.property('name')}"]


TOUCHED = ("attract", "languages", "preferences", "notice", "everything", "no", "code", "recalled-yes", "staff-pin")


@pytest.mark.meets("EN 301 549 4.2.3", "WCAG 1.4.1", "WCAG 1.4.11")
@pytest.mark.slow
@pytest.mark.parametrize("accent", ["blue", "black"])
@pytest.mark.parametrize("view", [USUAL, CONTRAST], ids=["usual", "white on black"])
def test_what_is_pressed_shows_it_by_more_than_a_shade_and_can_be_read(open_shop, view, accent):
    shop = open_shop(purposes=PURPOSES, tables={"brand": {"accent": ACCENTS[accent]}, **STILL})
    found = []
    for name in ("attract", "languages", "preferences", "notice", "no", "code", "staff-pin"):
        shop.bring_up(name, "en", view)
        before = shop.pixels()
        for control in [
            each for each in shop.controls() if each.property("name") not in tuple("23456789ACDEFGHJKMNPQRSTVWXYZ")
        ]:
            place = shop.place(control)
            with finger_on(shop, control):
                found += [f"{name}, {each}" for each in faint(shop, place)]
                if changed(before, shop.pixels(), place) < CLEAR:
                    found.append(f"{name}: {control.property('name')} looks as before")
    assert not found, "\n".join(found)


@pytest.mark.meets("EN 301 549 5.1.6.2", "WCAG 2.4.7", "WCAG 2.4.11", "WCAG 2.4.13")
@pytest.mark.slow
@pytest.mark.parametrize("accent", ["blue", "black"])
@pytest.mark.parametrize("view", [USUAL, CONTRAST], ids=["usual", "white on black"])
def test_where_the_keys_are_is_seen_on_every_control(open_shop, view, accent):
    shop = open_shop(purposes=PURPOSES, tables={"brand": {"accent": ACCENTS[accent]}, **STILL})
    found = []
    for name in ("attract", "languages", "preferences", "notice", "no", "code", "recalled-no", "still-there", "staff-pin"):
        shop.bring_up(name, "en", view)
        before = shop.pixels()
        for stop in [each for each in shop.kiosk.keys.stops if each.control and each.item.objectName() != "approach"]:
            shop.kiosk.keys.place(stop, by_hand=True)
            place = shop.place(stop.item).adjusted(-16, -16, 16, 16)
            around = 2 * (stop.item.width() + stop.item.height())
            if changed(before, shop.pixels(), place) < 2 * around:  # WCAG 2.2, 2.4.13: as much as a line two pixels thick
                found.append(f"{name}: {stop.item.property('name')}")
        shop.kiosk.keys.place(None)
    assert not found, "\n".join(found)


@pytest.mark.meets("EN 301 549 4.2.3", "508 302.3", "508 410.1", "WCAG 1.4.1", "WCAG 1.3.3")
def test_no_two_states_differ_by_colour_alone(open_shop):
    """In shades of grey, too: what is on or off, answered or waiting says so by another sign and other words."""
    shop = open_shop()
    told = {}
    for name in ("yes-on", "yes-waiting", "no"):
        shop.bring_up(name)
        (line,) = [each for each in shop.items() if each.property("olderYes") is not None]
        told[name] = (line.childItems()[0].property("name"), line.childItems()[1].property("text"))
    for toggled in (View(), View(large=True, contrast=True, low=True)):
        shop.bring_up("preferences", "en", toggled)
        for name in ("large", "contrast", "low"):
            toggle = shop.find(name)
            (sign,) = [each for each in signs(shop) if toggle.isAncestorOf(each)]
            said = [text.property("text") for text in shop.texts() if toggle.isAncestorOf(text)]
            told[f"{name} {getattr(toggled, name)}"] = (sign.property("name"), said[-1])
    assert len({*told.values()}) == 5  # on and off of a toggle are the same signs and words for each
    for one, other in (("yes-on", "no"), ("yes-waiting", "no"), ("large True", "large False"), ("low True", "low False")):
        assert told[one][0] != told[other][0] and told[one][1] != told[other][1], (one, other)


@pytest.mark.meets("EN 301 549 4.2.9", "508 408.3", "WCAG 2.3.1")
@pytest.mark.parametrize("name", ["attract", "yes-waiting", "no", "still-there", "fault"])
def test_nothing_flashes(open_shop, name):
    """For a second, every pixel becomes lighter or darker by a tenth or more at most twice: one flash, of at most three."""
    shop = open_shop(tables={"screen": {"language_seconds": 1}})
    shop.bring_up("languages")
    show(shop.kiosk, name, "en", pages(shop.kiosk, "en")[name])
    light = []
    for _ in range(12):
        QTest.qWait(40)
        light.append(luminance(shop.pixels()[::8, ::8]))
    turns = sum(np.abs(after - before) >= 0.1 for before, after in pairwise(light))
    assert turns.max() <= 4
    assert (turns > 2).mean() < 0.01
