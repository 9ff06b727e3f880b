"""The summary as one picture, in the look of the screens: PNG, or SVG whose text stays text."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from kiosk import resources
from kiosk.consent.notice import LANGUAGES
from kiosk.insight.summary import HIDDEN, WISHES, Summary
from kiosk.screens import typography

WIDTH, HEIGHT, MARGIN = 1600, 1160, 80
PLOT = QRectF(MARGIN + 40, 360, WIDTH - 2 * MARGIN - 40, 380)
# As in screens/qml/controls/Theme.qml:
PAPER, INK, QUIET, LINE, ACCENT = "#f4f0e6", "#15181b", "#43484b", "#cfc7b6", "#0d5560"
KINDS = (("yes", ACCENT, "said yes"), ("no", INK, "said no"), ("lapsed", "#8a857b", "left without an answer"))
"""Field of a row, colour, name. Yes and no are bars of one width, side by side, both dark."""
LABELS = 14
"""The most under the plot."""
TONES = (ACCENT, INK, "#6b7f3a", "#8a4f2a", "#5b5f97", "#8a857b")


class ChartError(ValueError):
    """The chart cannot be made; the message says why and what to do."""


def make(told: Summary, path: Path) -> str:
    """Write it to a .png or .svg; what was written, in words. Raises ChartError."""
    if path.suffix.lower() not in (".png", ".svg"):
        raise ChartError(f"A chart is a .png or an .svg, not {path.name}. Name it so with --chart.")
    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    problems = typography.load_fonts(resources.FONTS)
    try:
        path.write_bytes(svg(told) if path.suffix.lower() == ".svg" else png(told))
    except OSError as error:
        raise ChartError(f"{path} cannot be written: {error.strerror}. Name another file with --chart.") from error
    del application
    return "\n".join([*problems, f"Wrote {path}."])


def png(told: Summary) -> bytes:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    _paint(image, told)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def svg(told: Summary) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRectF(0, 0, WIDTH, HEIGHT))
    generator.setTitle("Answers at the kiosk")
    generator.setDescription(" ".join(" ".join(each) for each in _figures(told)))
    _paint(generator, told)
    return bytes(buffer.data())


def _paint(device: QImage | QSvgGenerator, told: Summary) -> None:
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(PAPER))
    _Chart(painter, told).draw()
    painter.end()


def _figures(told: Summary) -> list[tuple[str, str]]:
    """The large numbers: value and name."""
    numbers = [(told.yes, "said yes"), (told.no, "said no"), (told.lapsed, "left without an answer")]
    numbers += [(told.withdrawn, "took a yes back"), (told.entered, "people came in")]
    return [(HIDDEN if value is None else _grouped(value), name) for value, name in numbers]


def _grouped(value: int) -> str:
    return QLocale("en").toString(value)


def _day(day: date, form: str = "d MMM") -> str:
    return QLocale("en").toString(QDate(day.year, day.month, day.day), form)


def _steps(highest: int) -> Sequence[int]:
    """Round numbers from 0 to the highest or just over it, at most six."""
    step = next(step for power in range(9) for each in (1, 2, 5) if (step := each * 10**power) * 5 >= highest)
    return range(0, max(-(-highest // step), 1) * step + 1, step)


class _Chart:
    def __init__(self, painter: QPainter, told: Summary):
        self.painter, self.told = painter, told

    def draw(self) -> None:
        told = self.told
        weekly = any(row.first != row.last for row in told.rows)
        self.text(MARGIN, 112, "Answers at the kiosk", 52, bold=True)
        share = f", {told.rate} % of the answers a yes" if told.rate is not None else ""
        first, last = (_day(day, "d MMMM yyyy") for day in (told.first, told.last))
        self.text(MARGIN, 156, f"{first} to {last}, {'week by week' if weekly else 'day by day'}{share}", 26, QUIET)
        column = (WIDTH - 2 * MARGIN) / 5
        for number, (value, name) in enumerate(_figures(told)):
            self.text(MARGIN + number * column, 246, value, 56, bold=True)
            self.text(MARGIN + number * column, 284, name, 24, QUIET)
        self.bars()
        self.legend()
        self.strip(870, "Languages", ((LANGUAGES.get(tag, tag), percent) for tag, percent in told.languages.items()))
        self.strip(964, "Time to answer", told.times.items())
        wishes = ",  ".join(f"{WISHES[name]} {percent} %" for name, percent in told.wishes.items() if percent is not None)
        self.text(MARGIN, 1058, f"Asked for:  {wishes or HIDDEN}", 24)
        self.text(
            MARGIN,
            1104,
            f"{HIDDEN}  nobody, or fewer than {told.least}: told with the next day on which there are {told.least}. "
            "Shares to the nearest 5 %, of a half of the answers drawn by chance.",
            20,
            QUIET,
        )

    def bars(self) -> None:
        rows = self.told.rows
        steps = _steps(max((getattr(row, kind) or 0 for row in rows for kind, _, _ in KINDS), default=0))
        scale = PLOT.height() / steps[-1]
        for step in steps:
            y = PLOT.bottom() - step * scale
            self.painter.fillRect(QRectF(PLOT.left(), y - 1, PLOT.width(), 2), QColor(LINE if step else INK))
            self.text(PLOT.left() - 14, y + 8, _grouped(step), 22, QUIET, opposite=True)
        place = PLOT.width() / len(rows)
        bar = min(place * 0.26, 40)
        every = -(-len(rows) // LABELS)
        for number, row in enumerate(rows):
            left = PLOT.left() + number * place + (place - 3 * bar) / 2
            for position, (kind, color, _) in enumerate(KINDS):
                value = getattr(row, kind)
                if value is not None:
                    area = QRectF(left + position * bar, PLOT.bottom() - value * scale, bar - max(1, bar * 0.08), value * scale)
                    self.painter.fillRect(area, QColor(color))
            if all(getattr(row, kind) is None for kind, _, _ in KINDS):
                self.text(PLOT.left() + (number + 0.5) * place, PLOT.bottom() - 10, HIDDEN, 22, QUIET, middle=True)
            if number % every == 0:
                self.text(PLOT.left() + (number + 0.5) * place, PLOT.bottom() + 36, _day(row.first), 22, QUIET, middle=True)

    def legend(self) -> None:
        x = PLOT.left()
        for _, color, name in KINDS:
            self.painter.fillRect(QRectF(x, PLOT.bottom() + 60, 24, 24), QColor(color))
            self.text(x + 36, PLOT.bottom() + 81, name, 24)
            x += 36 + QFontMetricsF(_font(24, False)).horizontalAdvance(name) + 48

    def strip(self, y: float, name: str, parts: Iterable[tuple[str, int]]) -> None:
        """Shares as one bar, each named beneath. What is rounded need not add up to a whole one."""
        parts = list(parts)
        self.text(MARGIN, y + 22, name, 24, bold=True)
        left, width = MARGIN + 220.0, WIDTH - 2 * MARGIN - 220.0
        whole = sum(percent for _, percent in parts)
        if not whole:
            self.text(left, y + 22, HIDDEN, 24, QUIET)
        label = left
        for number, (each, percent) in enumerate(parts):
            color, part = QColor(TONES[min(number, len(TONES) - 1)]), width * percent / (whole or 1)
            self.painter.fillRect(QRectF(left, y, max(part - 3, 0), 26), color)
            left += part
            said = f"{each} {percent} %"
            room = 26 + QFontMetricsF(_font(22, False)).horizontalAdvance(said)
            if label + room <= WIDTH - MARGIN:
                self.painter.fillRect(QRectF(label, y + 40, 16, 16), color)
                self.text(label + 26, y + 56, said, 22)
            label += room + 28

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: int,
        color: str = INK,
        bold: bool = False,
        opposite: bool = False,
        middle: bool = False,
    ) -> None:
        """On the base line y; x is where it begins, ends (opposite) or has its middle."""
        font = _font(size, bold)
        advance = QFontMetricsF(font).horizontalAdvance(words)
        self.painter.setFont(font)
        self.painter.setPen(QColor(color))
        self.painter.drawText(QPointF(x - advance * (1 if opposite else 0.5 if middle else 0), y), words)


def _font(size: int, bold: bool) -> QFont:
    font = QFont(typography.SANS)
    font.setPixelSize(size)
    font.setBold(bold)
    return font
