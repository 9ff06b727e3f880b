"""The panel and the brand on it, as the screens need them, and what is wrong with either."""

import math
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QScreen

from kiosk.screens.typography import LATIN

USUAL_INCHES = 21.5
INCH = 25.4  # millimetres
PLAUSIBLE_INCHES = (7, 100)
LOGO_BYTES = 2_000_000
LOGO_SIDE = 4_000  # pixels
LOGO_SAMPLE = QSize(64, 64)
CAPITAL_DEGREES, TARGET_MM = 0.7, 20  # EN 301 549, 5.1.4; and our own
UNITS, TEXT_UNITS, TARGET_UNITS = 1_080, 54, 116  # of Theme.qml: across the panel, the largest usual text, the largest target,
LEAST_TEXT_UNITS, LEAST_TARGET_UNITS = 42, 88  # and both where there is no room for the right ones
PAPER, BLACK, BRIGHT, INK = "#f4f0e6", "#000000", "#f8f5ee", "#15181b"
NEAREST_MM = 300  # that [panel] viewing_mm may be
CLEAR, CLEAR_SHARE = 3.0, 0.6  # so much of a logo must stand out so far from what is behind it


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
    sample, reason = _read(os.fspath(logo)) if logo else (QImage(), "")
    if reason:
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
        "plates": {
            "paper": plate(sample, PAPER),
            "poster": plate(sample, accent),
            "black": plate(sample, BLACK),
        },
    }, problems


def cramped(width: int, height: int, diagonal: float, viewing: int) -> list[str]:
    """One sentence where the panel has no room for letters of 0.7 degrees or targets of 20 mm. In pixels, inches and mm."""
    unit = diagonal * INCH * min(width, height) / math.hypot(width, height) / UNITS
    capital, needed = TEXT_UNITS * LATIN.capital * unit, viewing * math.tan(math.radians(CAPITAL_DEGREES))
    target = TARGET_UNITS * unit
    short = max(needed / capital, TARGET_MM / target)
    if short <= 1:
        return []
    if target < TARGET_MM:
        capital, target = capital * LEAST_TEXT_UNITS / TEXT_UNITS, LEAST_TARGET_UNITS * unit
    nearer = math.floor(viewing * capital / needed / 10) * 10
    advice = [f"Take a panel of {math.ceil(diagonal * short * 10) / 10} inches or more"]
    if capital < needed and target >= TARGET_MM and nearer >= NEAREST_MM:
        advice.append(f"if visitors do stand nearer, say so in store.toml, [panel]: viewing_mm = {nearer}")
    return [
        f"The panel of {diagonal:g} inches is small for eyes {viewing} mm away: capital letters are {capital:.1f} mm high, and "
        f"{needed:.1f} mm are needed; what is touched is {target:.0f} mm high, and {TARGET_MM} mm are needed. "
        f"{'; '.join(advice)}."
    ]


def plate(logo: QImage, ground: str) -> str:
    """The colour to put behind a logo that would not stand out from "#rrggbb"; "" where it does."""
    inks = [logo.pixelColor(x, y) for x in range(logo.width()) for y in range(logo.height())]
    inks = [_luminance(ink) for ink in inks if ink.alpha() > 127]

    def clear(behind: str) -> float:
        other = _luminance(QColor(behind))
        return sum((max(ink, other) + 0.05) / (min(ink, other) + 0.05) >= CLEAR for ink in inks) / len(inks)

    return "" if not inks or clear(ground) >= CLEAR_SHARE else max((BRIGHT, INK), key=clear)


def _luminance(color: QColor) -> float:
    """The relative luminance of WCAG 2."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read(path: str) -> tuple[QImage, str]:
    """A small copy of the logo, and why this file cannot be one; "" where it can."""
    try:
        size = os.path.getsize(path)
    except OSError as error:
        return QImage(), f"cannot be read ({error.strerror})"
    if os.path.isdir(path):
        return QImage(), "is a folder"
    if size > LOGO_BYTES:
        return QImage(), f"has {size / 1e6:.1f} MB, and {LOGO_BYTES / 1e6:.0f} MB are the most"
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    if not reader.canRead():
        return QImage(), f"is not an image ({reader.errorString()})"
    pixels = reader.size()
    if pixels.width() > LOGO_SIDE or pixels.height() > LOGO_SIDE:
        return QImage(), f"is {pixels.width()}x{pixels.height()} pixels, and {LOGO_SIDE} each way are the most"
    reader.setScaledSize(LOGO_SAMPLE)
    sample = reader.read()
    return sample, "" if not sample.isNull() else f"is damaged ({reader.errorString()})"
