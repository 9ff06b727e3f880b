"""A sheet as files, PDF with its fonts in it and PNG, and at the printer."""

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.signage.lettering import UNITS
from kiosk.signage.saying import SignError
from kiosk.signage.sheet import Sheet

MM_PER_INCH, POINTS_PER_INCH = 25.4, 72
DPI = 300
TAKEN_S = 30  # by when `lp` has to have taken a sheet


def pdf(sheet: Sheet, title: str, identity: str, day: date) -> bytes:
    """One page. The same sheet, identity (hex, 32 digits or more) and day give the same bytes."""
    width, height = sheet.width / UNITS, sheet.height / UNITS
    QHashSeed.setDeterministicGlobalSeed()  # or the fonts come in another order each time
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(UNITS * MM_PER_INCH))
    writer.setTitle(title)
    writer.setCreator("consent-kiosk")
    writer.setDocumentId(QUuid(str(UUID(identity[:32]))))
    page = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    sheet.draw(painter)
    painter.end()
    QHashSeed.resetRandomGlobalSeed()
    return _settled(bytes(buffer.data()), width, height, day)


def _settled(content: bytes, width: float, height: float, day: date) -> bytes:
    """With the day for a time, and the page's true size, which Qt rounds to points. Every offset stays what it was."""
    box = b"/MediaBox [0 0 %.6f %.6f]" % tuple(side / MM_PER_INCH * POINTS_PER_INCH for side in (width, height))
    for pattern, text in (
        (rb"\(D:\d{14}", f"(D:{day:%Y%m%d}000000".encode()),
        (rb'Date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d', f'Date="{day:%Y-%m-%d}T00:00:00'.encode()),
        (rb"/MediaBox \[0 0 \d+\.\d{6} \d+\.\d{6}\]", box),
    ):
        content = re.sub(pattern, text, content)
    return content


def png(sheet: Sheet) -> QImage:
    """At 300 dots per inch."""
    dots = DPI / MM_PER_INCH / UNITS
    image = QImage(round(sheet.width * dots), round(sheet.height * dots), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / MM_PER_INCH * 1000))
    image.setDotsPerMeterY(round(DPI / MM_PER_INCH * 1000))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots, dots)
    sheet.draw(painter)
    painter.end()
    return image


def write(folder: Path, name: str, content: bytes, image: QImage) -> tuple[Path, Path]:
    """folder/name.pdf and folder/name.png. Raises SignError."""
    paper, picture = folder / f"{name}.pdf", folder / f"{name}.png"
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paper.write_bytes(content)
        picture.write_bytes(bytes(buffer.data()))
    except OSError as error:
        where = os.fspath(error.filename or folder)
        raise SignError(f"{where} cannot be written: {error.strerror}. Name another folder with --out.") from error
    return paper, picture


def put_in_queue(sheet: Path, paper: str) -> str:
    """Give a PDF to the default printer; what it says. paper: A4, A3 or letter. Raises SignError where nothing takes it."""
    if not shutil.which("lp"):
        raise SignError(f"Not printed: lp is not installed: apt install cups-client. Or print {sheet} elsewhere.")
    try:
        command = ["lp", "-o", f"media={paper}", "-o", "print-scaling=none", sheet]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TAKEN_S)
    except subprocess.TimeoutExpired as error:
        raise SignError(
            f"Not printed: lp says nothing for {TAKEN_S} s. lpstat -t may say why. Or print {sheet} elsewhere."
        ) from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.strip() or f"lp ended with {error.returncode}"
        raise SignError(f"Not printed: {why.rstrip('.')}. lpstat -t may say more. Or print {sheet} elsewhere.") from error
    return said.stdout.strip()
