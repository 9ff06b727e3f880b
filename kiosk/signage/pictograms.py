"""The screens' line drawings, on their 48-unit grid, and a few that only signs need."""

import re
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk import resources

STROKE = 2.6
WHOLE = (4.0, 4.0, 40.0, 40.0)  # of the grid: left, top, width, height of what is shown
CAMERA = (5 - STROKE / 2, 9 - STROKE / 2, 38 + STROKE, 30 + STROKE)  # its ink
CAMERA_RATIO = CAMERA[2] / CAMERA[3]
OWN = {
    "count": "M24 6 a6 6 0 1 0 0.01 0 M13 31 v-5 a11 9 0 0 1 22 0 v5 M19 27 v15 M29 27 v15",
    "stays": "M9 21 v20 h30 v-20 M6 20 l4 -12 h28 l4 12 z M20 41 v-11 h8 v11",
    "rights": "M11 6 h18 l8 8 v28 h-26 z M29 6 v8 h8 M17 28 l5 5 l9 -11",
}


@cache
def paths() -> dict[str, str]:
    """SVG path data by name."""
    drawn = (resources.QML / "controls" / "Pictogram.qml").read_text(encoding="utf-8")
    return dict(re.findall(r'"([\w-]+)": "(M[^"]+)"', drawn)) | OWN


def draw(painter: QPainter, name: str, area: QRectF, color: QColor) -> None:
    """Into the area, upright; "camera" with its ink up to the edges."""
    shown = " ".join(f"{number:g}" for number in (CAMERA if name == "camera" else WHOLE))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{shown}"><path d="{paths()[name]}" fill="none" '
        f'stroke="{color.name()}" stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, area)
