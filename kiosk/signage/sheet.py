"""One sheet: what is painted where, for one choice of sizes. `fit` makes the choice."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import qrcode
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.consent.notice import NO_SPACES, RIGHT_TO_LEFT
from kiosk.signage import pictograms
from kiosk.signage.lettering import UNITS, Style, Text, set_text, size_for
from kiosk.signage.saying import Saying, joined

PAPER = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "letter": (215.9, 279.4)}
"""Width and height upright, in millimetres."""
ACCENT = "#0d5560"
FACTOR = 200
"""Letters are read from so many times the height of their capitals.

A capital is then 17 minutes of arc high, 3.4 times a letter of visual acuity 1.0 (5 minutes, ISO 8596): it can be read with an
acuity of 0.3, where low vision begins by the count of the World Health Organization. DIN 4844-1 is content with 300.
"""
PICTOGRAM_FACTOR = 100  # DIN 4844-1, for signs that inform

BETWEEN_SENTENCES = re.compile(r"(?<=[.!?।؟])\s+(?=\S)|(?<=[。！？])(?=\S)")

WHITE, INK, QUIET, LINE = QColor("#ffffff"), QColor("#15181b"), QColor("#43484b"), QColor("#cfc7b6")
BRIGHT, FAINT = QColor("#f8f5ee"), QColor("#66f8f5ee")  # on the panel

MARGIN_MM = 12.0  # on A4, as all lengths here that are not a height of letters
PADDING_MM = 9.0
RADIUS_MM = 4.0
HAIR_MM = 0.3
IMPRINT_MM = 1.7  # capitals of the imprint and of nothing else: it is for the staff
NAME_MM = 2.4  # capitals of the shop's name, at least
CODE_MM, MODULE_MM = 32.0, 0.8  # the code and each of its modules, on any paper
QUIET_ZONE = 4  # modules
PANEL_SHARE = 0.45  # of the width, where the panel stands beside the text
# Against the capitals of the text:
QUESTION, GUTTER, MARK, INDENT, MARKED = 1.5, 3.2, 2.3, 3.8, 28.0  # pictograms only where the column is as wide as MARKED
PROMISE, QUESTION_TO_HEADLINE = 0.46, 0.65  # capitals against those of the headline


@dataclass(frozen=True, slots=True)
class Job:
    """What to put on which sheet; width and height in units."""

    sayings: tuple[Saying, ...]
    store: str
    imprint: str
    url: str  # of the full notice, "" where there is none
    width: float
    height: float
    accent: QColor

    @classmethod
    def on(
        cls,
        sayings: tuple[Saying, ...],
        store: str,
        imprint: str,
        url: str,
        paper: str,
        landscape: bool = False,
        accent: str = ACCENT,
    ) -> "Job":
        """paper: one of PAPER; accent: "#rrggbb"."""
        short, long = (side * UNITS for side in PAPER[paper])
        width, height = (long, short) if landscape else (short, long)
        return cls(sayings, store, imprint, url, width, height, QColor(accent))

    @property
    def brief(self) -> bool:
        """Does it say only the least?"""
        return not self.sayings[0].welcome

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def scale(self) -> float:
        """Against A4."""
        return min(self.width, self.height) / (210 * UNITS)

    @property
    def right_to_left(self) -> bool:
        return self.sayings[0].language in RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class Sizes:
    """One way to fill the sheet. Heights of capitals in millimetres."""

    headline: float
    text: float
    columns: int
    beside: bool  # the pictogram beside the headlines instead of above
    sideways: bool = False  # the panel beside the text instead of above
    loose: float = 1.0  # gaps, against the smallest


class TooLarge(ValueError):
    """These sizes do not fit on this sheet."""


@dataclass(slots=True)
class Sheet:
    """A sheet that is laid out, in units."""

    width: float
    height: float
    sizes: Sizes
    paints: list[Callable[[QPainter], None]] = field(default_factory=list)
    boxes: list[tuple[str, QRectF]] = field(default_factory=list)  # each text, [pictogram] and [code]

    @property
    def headline_m(self) -> float:
        """From how far the headline can be read, in metres."""
        return self.sizes.headline * FACTOR / 1000

    @property
    def text_m(self) -> float:
        """From how far everything else can be read, in metres."""
        return self.sizes.text * FACTOR / 1000

    def draw(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width, self.height), WHITE)
        for paint in self.paints:
            paint(painter)

    def text(self, text: Text, x: float, y: float, width: float) -> float:
        """Puts it there, and says where it ends. Raises TooLarge."""
        if text.overfull:
            raise TooLarge(text.words)
        self.boxes.append((text.words, QRectF(x, y, width, text.height)))
        self.paints.append(lambda painter: text.draw(painter, x, y))
        return y + text.height

    def pictogram(self, name: str, ink: QRectF, color: QColor) -> None:
        """Its ink into that square."""
        self.boxes.append((f"[{name}]", ink))
        self.paints.append(lambda painter: pictograms.draw(painter, name, ink, color))

    def rule(self, area: QRectF, color: QColor) -> None:
        self.paints.append(lambda painter: painter.fillRect(area, color))

    def code(self, modules: list[list[bool]], x: float, y: float, module: float) -> None:
        """x, y: of the first module, inside of the quiet zone."""
        path = QPainterPath()  # in one piece: no printer shows seams between modules then
        path.setFillRule(Qt.FillRule.WindingFill)
        for row, line in enumerate(modules):
            for column, dark in enumerate(line):
                if dark:
                    path.addRect(QRectF(x + column * module, y + row * module, module, module))
        side = len(modules) * module
        self.boxes.append(("[code]", QRectF(x, y, side, side)))
        self.paints.append(lambda painter: painter.fillPath(path, Qt.GlobalColor.black))


def lay_out(job: Job, sizes: Sizes) -> Sheet:
    """Raises TooLarge."""
    return _Layout(job, sizes).sheet


class _Layout:
    def __init__(self, job: Job, sizes: Sizes):
        self.job, self.sizes = job, sizes
        self.sheet = Sheet(job.width, job.height, sizes)
        self.unit = sizes.text * UNITS
        self.modules = _modules(job.url) if job.url else []
        margin = MARGIN_MM * UNITS * job.scale
        area = QRectF(margin, margin, job.width - 2 * margin, job.height - 2 * margin)
        if sizes.sideways:
            panel, body = QRectF(area), QRectF(area)
            panel.setWidth(area.width() * PANEL_SHARE)
            body.setWidth(area.width() - panel.width() - margin)
            (panel if job.right_to_left else body).moveRight(area.right())
            self._panel(panel, whole=True)
            body.adjust(0, self._mm(2), 0, 0)
        else:
            body = area.adjusted(0, self._panel(area, whole=False) - margin + self._gap(2.4), 0, 0)
        self._body(body)
        self._imprint(body)

    def _mm(self, length: float) -> float:
        return length * UNITS * self.job.scale

    def _gap(self, capitals: float) -> float:
        """So many capitals of the text, and more where there is room."""
        return capitals * self.unit * self.sizes.loose

    # --- the panel, to be read while walking up to it

    def _panel(self, area: QRectF, whole: bool) -> float:
        """From the top of the area; whole: all of it. Where it ends."""
        job, sheet, sizes, capital = self.job, self.sheet, self.sizes, self.sizes.headline * UNITS
        padding, place = self._mm(PADDING_MM), len(sheet.paints)
        inner = area.adjusted(padding, padding, -padding, -padding)
        high = capital * FACTOR / PICTOGRAM_FACTOR
        camera, aside = QRectF(inner), QRectF(inner)
        camera.setSize(QSizeF(high * pictograms.CAMERA_RATIO, high))
        aside.setWidth(inner.width() - camera.width() - capital)
        (camera if job.right_to_left else aside).moveRight(inner.right())
        sheet.pictogram("camera", camera, BRIGHT)
        size = size_for(max(0.3 * capital, NAME_MM * UNITS * job.scale))
        style = Style(size, BRIGHT, bold=True, spaced=True, opposite=not sizes.beside)
        y = sheet.text(set_text(job.sayings[0].language, job.store, aside.width(), style), aside.x(), aside.y(), aside.width())
        column = aside if sizes.beside else inner
        y = (y if sizes.beside else max(y, camera.bottom())) + 1.1 * capital * sizes.loose
        texts = [self._headline(saying, column.width()) for saying in job.sayings]
        between, after = 0.6 * capital, 1.3 * capital * sizes.loose
        needed = sum(headline.height + between + promise.height for headline, promise in texts) + after * (len(texts) - 1)
        if max(y + needed, camera.bottom()) > inner.bottom():
            raise TooLarge("headline")
        y = inner.bottom() - needed if whole else y
        for number, (headline, promise) in enumerate(texts):
            if number:
                sheet.rule(QRectF(column.x(), y + after / 2, column.width(), self._mm(HAIR_MM)), FAINT)
                y += after
            y = sheet.text(headline, column.x(), y, column.width()) + between
            y = sheet.text(promise, column.x(), y, column.width())
        end = area.bottom() if whole else max(y, camera.bottom()) + padding
        panel, radius = QPainterPath(), self._mm(RADIUS_MM)
        panel.addRoundedRect(QRectF(area.x(), area.y(), area.width(), end - area.y()), radius, radius)
        sheet.paints.insert(place, lambda painter: painter.fillPath(panel, job.accent))
        return end

    def _headline(self, saying: Saying, width: float) -> tuple[Text, Text]:
        """On one line, or a line for each sentence, or with the notice's own breaks, and the promise under it."""
        capital = self.sizes.headline * UNITS
        style = Style(size_for(capital), BRIGHT, bold=True, balanced=True)
        whole = joined(saying.language, saying.headline)
        plain = set_text(saying.language, whole, width, style)
        parted = set_text(saying.language, BETWEEN_SENTENCES.sub("\n", whole), width, style)
        headline = plain if plain.lines == 1 or plain.lines < parted.lines else parted
        if headline.lines > parted.words.count("\n") + 1 and saying.language.startswith(NO_SPACES):
            headline = set_text(saying.language, saying.headline, width, style)  # Qt would break it within a word
        smaller = size_for(max(PROMISE * capital, 1.1 * self.unit))
        return headline, set_text(saying.language, saying.promise, width, Style(smaller, BRIGHT))

    # --- what is read standing in front of it

    def _body(self, area: QRectF) -> None:
        """A block for each language, in rows of columns, and the code in the cell that is left, or under them all."""
        sayings, columns = self.job.sayings, self.sizes.columns
        gutter = GUTTER * self.unit
        width = (area.width() - gutter * (columns - 1)) / columns
        cells = [area.x() + number * (width + gutter) for number in range(columns)]
        if self.job.right_to_left:
            cells.reverse()
        foot, spare = area.bottom(), bool(len(sayings) % columns)
        if self.modules and not spare:
            foot = self._code(area, stacked=False) - self._gap(2.4)
        row = y = area.y()
        for first in range(0, len(sayings), columns):
            if first:
                y += self._gap(1.8)
                self.sheet.rule(QRectF(area.x(), y, area.width(), self._mm(HAIR_MM)), LINE)
                row = y + self._gap(1.8)
            blocks = zip(sayings[first : first + columns], cells, strict=False)
            y = max(self._block(saying, x, row, width) for saying, x in blocks)
        if y > foot:
            raise TooLarge("text")
        if self.modules and spare and self._code(QRectF(cells[-1], row, width, foot - row), stacked=True) < row:
            raise TooLarge("code")

    def _block(self, saying: Saying, x: float, y: float, width: float) -> float:
        """What one language says, down its column. Where it ends."""
        size, right_to_left = size_for(self.unit), saying.language in RIGHT_TO_LEFT
        y = self.sheet.text(self._question(saying, width), x, y, width) + self._gap(1.1)
        y = self._labelled(saying, saying.ask, saying.welcome, x, y, width)
        side, indent = (MARK * self.unit, INDENT * self.unit) if width > MARKED * self.unit else (0, 0)
        for fact in saying.facts:
            y += self._gap(1.5 if side else 1.2)
            if side:
                mark = QRectF(x + width - side if right_to_left else x, y + (size - side) / 2 - 0.16 * size, side, side)
                self.sheet.pictogram(fact.pictogram, mark, self.job.accent)
            y = self._labelled(saying, fact.label, fact.text, x if right_to_left else x + indent, y, width - indent)
        return y

    def _labelled(self, saying: Saying, label: str, text: str, x: float, y: float, width: float) -> float:
        style = Style(size_for(self.unit), INK, label=len(label))
        return self.sheet.text(set_text(saying.language, f"{label}  {text}".rstrip(), width, style), x, y, width)

    def _question(self, saying: Saying, width: float) -> Text:
        """Smaller than the headline; on one line, if it can be, where there are no spaces: Qt would break it within a word."""
        most = max(self.unit, min(QUESTION * self.unit, QUESTION_TO_HEADLINE * self.sizes.headline * UNITS))
        texts = [
            set_text(saying.language, saying.question, width, Style(size_for(capital), INK, bold=True, balanced=True))
            for capital in (most, *((most + self.unit) / 2, self.unit) * saying.language.startswith(NO_SPACES))
        ]
        return next((text for text in texts if text.lines == 1), texts[0])

    def _code(self, area: QRectF, stacked: bool) -> float:
        """At the bottom of the area; stacked: its words above, or else beside. Where it begins."""
        job, count = self.job, len(self.modules)
        module = max(MODULE_MM, CODE_MM / count) * UNITS
        side, clear = module * count, module * QUIET_ZONE
        if side > area.width():
            raise TooLarge("code")
        width = area.width() if stacked else area.width() - side - clear
        words = []
        for saying in job.sayings:
            opposite = (saying.language in RIGHT_TO_LEFT) != job.right_to_left
            style = Style(size_for(self.unit), INK, bold=True, opposite=opposite)
            words.append(set_text(saying.language, saying.scan, width, style))
        style = Style(size_for(self.unit), INK, anywhere=True, opposite=job.right_to_left)
        words.append(set_text("en", job.url, width, style))
        between = 0.9 * self.unit
        high = sum(text.height for text in words) + (len(words) - 1) * between
        top = area.bottom() - (high + clear + side if stacked else max(high, side))
        x = area.x() if stacked or job.right_to_left else area.right() - width
        y = top if stacked else area.bottom() - high
        for text in words:
            y = self.sheet.text(text, x, y, width) + between
        self.sheet.code(self.modules, area.right() - side if job.right_to_left else area.x(), area.bottom() - side, module)
        return top

    def _imprint(self, area: QRectF) -> None:
        """In the margin under everything, on the side away from where reading begins."""
        style = Style(size_for(IMPRINT_MM * UNITS), QUIET, opposite=not self.job.right_to_left)
        width = area.width() - 1.5 * CODE_MM * UNITS  # clear of the code
        text = set_text("en", self.job.imprint, width, style)
        x = area.x() if self.job.right_to_left else area.right() - width
        self.sheet.text(text, x, area.bottom() + 0.3 * self._mm(MARGIN_MM), width)


@lru_cache(maxsize=8)
def _modules(url: str) -> list[list[bool]]:
    """The dark modules of its QR code, at level Q: paper gets dirty."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(url)
    code.make()
    return code.get_matrix()
