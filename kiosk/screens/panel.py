"""The panel and the brand on it, as the screens need them, and what is wrong with either."""

import math
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImageReader, QScreen

USUAL_INCHES = 21.5
INCH = 25.4  # millimetres
PLAUSIBLE_INCHES = (7, 100)
LOGO_BYTES = 2_000_000
LOGO_SIDE = 4_000  # pixels


def describe(
    screen: QScreen, diagonal: float | None, viewing: int, reach: int, accent: str, logo: Path | None, moving: bool
) -> tuple[dict[str, Any], list[str]]:
    """What Main.qml's `panel` is, and a sentence for each thing that could not be had and what stands for it.

    diagonal: inches, None for what the screen says of itself; viewing: mm from the eye to the glass; reach: mm above the lower
    edge, for the low layout.
    """
    problems: list[str] = []
    if diagonal is None:
        size = screen.physicalSize()
        diagonal = math.hypot(size.width(), size.height()) / INCH
        if not PLAUSIBLE_INCHES[0] <= diagonal <= PLAUSIBLE_INCHES[1]:
            problems.append(
                f"The panel {screen.name()!r} does not say how large it is: {USUAL_INCHES} inches are assumed, and text and "
                f"keys may be too small. In store.toml, [panel]: diagonal_inches = {USUAL_INCHES}"
            )
            diagonal = USUAL_INCHES
    if logo and (reason := _unusable(os.fspath(logo))):
        problems.append(
            f"The logo {logo} is not shown, the shop's name is instead: it {reason}. Mend [brand] logo in store.toml."
        )
        logo = None
    return {
        "diagonal": diagonal,
        "viewing": viewing,
        "reach": reach,
        "moving": moving,
        "accent": accent,
        "logo": QUrl.fromLocalFile(os.fspath(logo.absolute())) if logo else QUrl(),
    }, problems


def _unusable(path: str) -> str:
    """Why this file cannot be the logo; empty where it can."""
    try:
        size = os.path.getsize(path)
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    if size > LOGO_BYTES:
        return f"has {size / 1e6:.1f} MB, and {LOGO_BYTES / 1e6:.0f} MB are the most"
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    if not reader.canRead():
        return f"is not an image ({reader.errorString()})"
    pixels = reader.size()
    if pixels.width() > LOGO_SIDE or pixels.height() > LOGO_SIDE:
        return f"is {pixels.width()}x{pixels.height()} pixels, and {LOGO_SIDE} each way are the most"
    reader.setScaledSize(QSize(64, 64))
    return "" if not reader.read().isNull() else f"is damaged ({reader.errorString()})"
