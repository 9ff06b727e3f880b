"""Type on paper: lines that never touch, heights that are kept. One unit is a hundredth of a millimetre."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.consent.notice import RIGHT_TO_LEFT
from kiosk.screens import typography

UNITS = 100  # in a millimetre
PITCH = {True: 1.13, False: 1.28}  # in parts of the size, in bold titles and in text; more where the ink asks for it
AIR = 0.06  # of the size, at least, between the lowest ink of a line and the highest of the next
DESCENT = 0.2  # of the size: no text ends higher, so that neighbours align
SPACED = 108  # percent, between the letters of a name
SHORTEST = 0.16  # of the column, for the last line of a paragraph
ENOUGH = 1000  # pixels: ink is measured at this size
LINE_SEPARATOR = "\u2028"


def size_for(capital: float) -> float:
    """The size of type whose capital H is so high. Scripts without capitals are set larger than that, never smaller."""
    return capital / typography.LATIN.capital


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    size: float  # of Latin type, in units
    color: QColor
    bold: bool = False
    label: int = 0  # how many characters in front are bold
    balanced: bool = False  # lines of even length
    spaced: bool = False
    anywhere: bool = False  # it may break within a word
    opposite: bool = False  # it stands at the edge where lines end


@dataclass(slots=True)
class Text:
    """A paragraph that is set: from the top of its highest ink to the bottom of its lowest, in units."""

    words: str
    layout: QTextLayout
    color: QColor
    height: float
    lines: int
    last: float  # width of the last line
    overfull: bool  # a word is wider than the column

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(self.color)
        self.layout.draw(painter, QPointF(x, y))


def set_text(language: str, words: str, width: float, style: Style) -> Text:
    """The words in a column of that width."""
    text = _lay(language, words, width, style)
    if text.lines == 1 or text.overfull:
        return text
    return (_balanced if style.balanced else _without_orphan)(text, language, width, style)


def _balanced(text: Text, language: str, width: float, style: Style) -> Text:
    narrow, wide, even = 0.0, width, text
    while wide - narrow > UNITS:
        middle = (narrow + wide) / 2
        tried = _lay(language, text.words, middle, style)
        if tried.lines > text.lines or tried.overfull:
            narrow = middle
        else:
            wide, even = middle, tried
    return _moved(even, language, width - wide, style)


def _without_orphan(text: Text, language: str, width: float, style: Style) -> Text:
    """With more than a scrap on its last line, if slightly shorter lines give it that."""
    if text.last >= SHORTEST * width:
        return text
    for less in (0.02, 0.04, 0.07, 0.1, 0.14, 0.18):
        tried = _lay(language, text.words, width * (1 - less), style)
        if tried.lines == text.lines and tried.last >= SHORTEST * width and not tried.overfull:
            return _moved(tried, language, width * less, style)
    return text


def _moved(text: Text, language: str, spare: float, style: Style) -> Text:
    """To its edge of a column that is wider by the spare."""
    if _at_the_right(language, style):
        for number in range(text.lines):
            line = text.layout.lineAt(number)
            line.setPosition(line.position() + QPointF(spare, 0))
    return text


def _at_the_right(language: str, style: Style) -> bool:
    return (language in RIGHT_TO_LEFT) != style.opposite


def _lay(language: str, words: str, width: float, style: Style) -> Text:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere if style.anywhere else QTextOption.WrapMode.WordWrap)
    right_to_left = language in RIGHT_TO_LEFT
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if _at_the_right(language, style) else Qt.AlignmentFlag.AlignLeft)
    font = _font(language, style)
    layout = QTextLayout(words.replace("\n", LINE_SEPARATOR), font)
    layout.setTextOption(option)
    if style.label:
        strong = QTextLayout.FormatRange()
        strong.start, strong.length, strong.format = 0, style.label, QTextCharFormat()
        strong.format.setFontWeight(QFont.Weight.Bold)
        layout.setFormats([strong])
    above, below = (part * font.pixelSize() for part in _ink(language, words, style.bold, style.bold or bool(style.label)))
    pitch = max(PITCH[style.bold] * font.pixelSize(), above + below + AIR * font.pixelSize())
    layout.beginLayout()
    count, last, overfull = 0, 0.0, False
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, above + count * pitch - line.ascent()))
        last = line.naturalTextWidth()
        overfull = overfull or last > width + 1
        count += 1
    layout.endLayout()
    return Text(words, layout, style.color, above + below + (count - 1) * pitch, count, last, overfull)


def _font(language: str, style: Style) -> QFont:
    script = typography.script(language)
    font = QFont()
    font.setFamilies(list(script.families))
    font.setPixelSize(max(1, round(style.size * script.optical)))
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same widths on every device
    font.setFeature(QFont.Tag("liga"), 0)  # what is copied out of the PDF, or read aloud from it, loses no letters so
    if style.spaced:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, SPACED)
    return font


@lru_cache(maxsize=1024)
def _ink(language: str, words: str, *weights: bool) -> tuple[float, float]:
    """How far the ink reaches above the line and below it, in parts of the size: a capital and a descender at least.

    weights: in regular (False), in bold (True), or both.
    """
    fonts = [_font(language, Style(ENOUGH, QColor(), bold)) for bold in set(weights)]
    boxes = [QFontMetricsF(font).tightBoundingRect(words.replace("\n", " ")) for font in fonts]
    above = max(typography.LATIN.capital, *(-box.top() / font.pixelSize() for box, font in zip(boxes, fonts, strict=True)))
    return above, max(DESCENT, *(box.bottom() / font.pixelSize() for box, font in zip(boxes, fonts, strict=True)))
