"""Heights are kept, and lines never touch: measured on what is drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk import notices
from kiosk.consent.notice import LANGUAGES
from kiosk.signage.lettering import UNITS, Style, set_text, size_for

INK = QColor("#000000")


def rows(text, width: float, scale: float) -> list[bool]:
    """Which rows of pixels have ink, of the paragraph drawn so many pixels to a unit, with a centimetre of room around it."""
    room = 10 * UNITS
    image = QImage(int((width + 2 * room) * scale), int((text.height + 2 * room) * scale), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    text.draw(painter, room, room)
    painter.end()
    lines = (bytes(image.constScanLine(y))[: image.width()] for y in range(image.height()))
    return [min(line) < 128 for line in lines]


def bands(inked: list[bool]) -> int:
    return sum(here and not before for before, here in zip([False, *inked], inked, strict=False))


@pytest.fixture(scope="module")
def notice(made, shop):
    made("en")  # the fonts
    return notices.load(shop(*LANGUAGES))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("capital", [2.5, 10.0])
def test_a_capital_is_as_high_as_was_asked(made, capital, bold):
    made("en")
    text = set_text("en", "HEH", 200 * UNITS, Style(size_for(capital * UNITS), INK, bold))
    scale = 0.4
    high = sum(rows(text, 200 * UNITS, scale)) / scale / UNITS
    assert high == pytest.approx(capital, abs=0.06)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_script_is_set_smaller_than_latin(made, tag):
    made("en")
    style = Style(size_for(400), INK)
    assert (
        set_text(tag, "H", 9000, style).layout.font().pixelSize() >= set_text("en", "H", 9000, style).layout.font().pixelSize()
    )


@pytest.mark.parametrize("bold", [False, True], ids=["text", "title"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_lines_never_touch_and_stay_in_their_box(notice, tag, bold):
    words = notice.words[tag]
    style = Style(size_for(400), INK, bold)
    width = 60 * UNITS
    text = set_text(tag, f"{words.headline} {words.what} ÅĘỂg", width, style)
    inked = rows(text, width, scale := 0.1)
    assert text.lines >= 5 and not text.overfull
    assert bands(inked) >= text.lines
    first, last = inked.index(True), len(inked) - 1 - inked[::-1].index(True)
    room = 10 * UNITS * scale
    assert first >= room - 1 and last <= room + text.height * scale + 1


def test_balanced_lines_are_even(made):
    made("en")
    style = Style(size_for(1000), INK, bold=True)
    words = "May our cameras look at your face?"
    plain = set_text("en", words, 16000, style)
    even = set_text("en", words, 16000, Style(style.size, INK, bold=True, balanced=True))
    assert even.lines == plain.lines > 1

    def spread(text):
        widths = [text.layout.lineAt(number).naturalTextWidth() for number in range(text.lines)]
        return max(widths) - min(widths)

    assert spread(even) < 0.6 * spread(plain)


def test_the_last_line_is_no_scrap(made):
    made("en")
    style, words = Style(size_for(300), INK), "A computer finds your face and times your stay. It can be wrong."
    scraps = 0
    for width in range(5000, 9000, 50):
        text = set_text("en", words, width, style)
        assert not text.overfull
        scraps += text.lines > 1 and text.last < 0.1 * width
    assert scraps <= 2


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("opposite", [False, True])
@pytest.mark.parametrize("balanced", [False, True])
def test_text_stands_at_its_edge(notice, tag, opposite, balanced):
    width = 12000
    text = set_text(tag, notice.words[tag].headline, width, Style(1200, INK, balanced=balanced, opposite=opposite))
    at_the_right = (tag == "ar") != opposite
    for number in range(text.lines):
        line = text.layout.lineAt(number)
        box = line.naturalTextRect()
        assert (abs(box.right() - width) if at_the_right else abs(box.left())) < 30


def test_a_word_that_is_too_wide_is_told(made):
    made("en")
    assert set_text("en", "Donaudampfschifffahrt", 1000, Style(600, INK)).overfull
    assert not set_text("en", "Donaudampfschifffahrt", 1000, Style(600, INK, anywhere=True)).overfull
