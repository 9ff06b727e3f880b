"""How far a receipt's code can be spoilt until it is no longer read, and what making one costs.

`python tests/bench/receipt_bench.py [--quick] [--json FILE]`

Each picture is what the kiosk draws, on a wall, and then worse and worse in one way; OpenCV, zbar and zxing-cpp read it, five
receipts each. The cost stands beside a bare signature and a bare code of the same run. Nothing is compared with a fixed number:
the exit code is 1 only where a code was read wrongly, which is worse than not at all.
"""

import argparse
import json
import os
import secrets
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
import segno
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.consent.receipt import PURPOSES, issue
from kiosk.screens.code_image import QUIET, draw, modules

Picture = NDArray[np.uint8]

ADDRESS = "https://harbour-motors.example/r"
MINUTE = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
NOTICE = "ab" * 32
MODULE = 8  # pixels, as drawn
SEEN = 5.0  # pixels a module in the photo, where it is not the size that is spoilt
WALL = 150  # the grey around the screen
NOISE = 2.0  # of 255, in every photo
KEY = Ed25519PrivateKey.generate()


def receipt() -> str:
    """The URL of a receipt with everything in it."""
    told = {"asked": PURPOSES, "agreed": PURPOSES[1:], "expires": MINUTE + timedelta(days=1096), "language": "en"}
    return issue(KEY, ADDRESS, secrets.token_hex(16), "yes", MINUTE, NOTICE, **told).url


def drawn(text: str) -> Picture:
    """What the kiosk draws, quiet zone and all, MODULE pixels a module."""
    rows = np.pad(np.array(modules(text)), QUIET)
    return np.kron(np.where(rows, 0, 255), np.ones((MODULE, MODULE))).astype(np.uint8)


def on_the_wall(code: Picture, pixels: float = SEEN) -> Picture:
    """Photographed from straight ahead, so many pixels a module."""
    edge = code.shape[0] // 3 // MODULE * MODULE + MODULE * 5 // 8  # modules do not begin where pixels do
    around = cv2.copyMakeBorder(code, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=WALL)
    side = round(around.shape[0] * pixels / MODULE)
    return cv2.resize(around, (side, side), interpolation=cv2.INTER_AREA)


def blurred(code: Picture, modules_: float) -> Picture:
    photo = on_the_wall(code)
    return cv2.GaussianBlur(photo, (0, 0), modules_ * SEEN) if modules_ else photo


def turned(code: Picture, degrees: float) -> Picture:
    photo = on_the_wall(code)
    side = photo.shape[0]
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), degrees, 1)
    return cv2.warpAffine(photo, matrix, (side, side), flags=cv2.INTER_LINEAR, borderValue=WALL)


def aslant(code: Picture, degrees: float) -> Picture:
    """Seen from the side, from three times the code's width away."""
    photo = on_the_wall(code)
    side, angle = photo.shape[0], np.radians(degrees)
    corners = np.array([(x, y) for y in (-0.5, 0.5) for x in (-0.5, 0.5)])
    depth = 3 / (3 + corners[:, 0] * np.sin(angle))
    there = np.column_stack((corners[:, 0] * np.cos(angle) * depth, corners[:, 1] * depth))
    matrix = cv2.getPerspectiveTransform(np.float32((corners + 0.5) * side), np.float32((there + 0.5) * side))
    return cv2.warpPerspective(photo, matrix, (side, side), flags=cv2.INTER_LINEAR, borderValue=WALL)


def glared(code: Picture, part: float) -> Picture:
    """A lamp's reflection right of the middle, over this part of the code's area."""
    photo = on_the_wall(code).astype(np.float32)
    side = photo.shape[0]
    y, x = np.mgrid[:side, :side]
    radius = np.sqrt(part * (code.shape[0] * SEEN / MODULE) ** 2 / np.pi)
    away = np.hypot(x - side * 0.58, y - side * 0.5) - radius
    light = np.clip(1 - away / SEEN, 0, 1) if part else np.zeros_like(photo)
    return (photo + (255 - photo) * light).astype(np.uint8)


def pale(code: Picture, contrast: float) -> Picture:
    photo = on_the_wall(code).astype(np.float32)
    return (WALL + (photo - WALL) * contrast).astype(np.uint8)


@dataclass(frozen=True)
class Way:
    """One way to spoil a picture, in steps from harmless to hopeless."""

    name: str
    unit: str
    spoil: Callable[[Picture, float], Picture]
    steps: tuple[float, ...]
    mild: float  # what every reader must still take


WAYS = (
    Way("small", "pixels a module", on_the_wall, (6, 5, 4.5, 4, 3.5, 3, 2.5, 2, 1.75, 1.5, 1.25, 1), 5),
    Way("blurred", "modules, one sigma", blurred, (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1), 0.2),
    Way("turned", "degrees", turned, (0, 5, 10, 15, 20, 25, 30, 35, 40, 45), 10),
    Way("aslant", "degrees", aslant, (0, 10, 20, 30, 40, 45, 50, 55, 60, 65, 70), 20),
    Way("glare", "part of the area", glared, (0, 0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15), 0.01),
    Way("pale", "of full contrast", pale, (1, 0.7, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03), 0.5),
)


# --- who reads -------------------------------------------------------------------------------------------------------


def opencv(photo: Picture) -> str:
    """Both of OpenCV's readers, as the demonstration's phone does."""
    for reader in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
        try:
            text, _, _ = reader.detectAndDecode(photo)
        except cv2.error:
            continue
        if text:
            return text
    return ""


def zbar(photo: Picture) -> str:
    _, data = cv2.imencode(".png", photo)
    command = ["zbarimg", "--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", "png:-"]
    return subprocess.run(command, input=data.tobytes(), capture_output=True, timeout=20, check=False).stdout.decode().strip()


def zxing(photo: Picture) -> str:
    found = zxingcpp.read_barcodes(photo, formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if found else ""


READERS = {"OpenCV": opencv, "zbar": zbar, "zxing-cpp": zxing}


def photo(way: Way, text: str, step: float) -> Picture:
    picture = way.spoil(drawn(text), step)
    noise = np.random.default_rng(1).normal(0, NOISE, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


@dataclass(frozen=True)
class Cell:
    way: str
    step: float
    reader: str
    read: int
    of: int
    wrong: int


def matrix(receipts: int, ways: tuple[Way, ...] = WAYS, mild_only: bool = False) -> list[Cell]:
    """Every way, step and reader; zbar only where it is installed."""
    readers = {name: reader for name, reader in READERS.items() if name != "zbar" or shutil.which("zbarimg")}
    texts = [receipt() for _ in range(receipts)]
    cells = []
    for way in ways:
        for step in (way.mild,) if mild_only else way.steps:
            photos = [photo(way, text, step) for text in texts]
            for name, reader in readers.items():
                found = [reader(each) for each in photos]
                right = sum(one == other for one, other in zip(found, texts, strict=True))
                cells.append(Cell(way.name, step, name, right, receipts, sum(map(bool, found)) - right))
    return cells


def reach(cells: list[Cell], way: Way, reader: str) -> float | None:
    """The last step up to which every receipt was read, without a gap; None if not even the first."""
    last = None
    for cell in cells:
        if (cell.way, cell.reader) == (way.name, reader):
            if cell.read < cell.of:
                break
            last = cell.step
    return last


# --- what making one costs -------------------------------------------------------------------------------------------


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def cost(rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of a receipt made, signed and painted, and of a bare signature and a bare code, turn and turn about."""
    application = QGuiApplication.instance() or QGuiApplication([])
    canvas = QImage(620, 620, QImage.Format.Format_RGB32)

    def whole() -> None:
        painter = QPainter(canvas)
        painter.drawImage(canvas.rect(), draw(receipt()))
        painter.end()

    head, _, token = receipt().partition("#")

    def floor() -> None:
        KEY.sign(token.encode())
        segno.make([head, "#", token], error="m", boost_error=False)

    whole(), floor()
    took = [(milliseconds(whole), milliseconds(floor)) for _ in range(rounds)]
    del application
    return [one for one, _ in took], [other for _, other in took]


def table(cells: list[Cell]) -> str:
    readers = list(dict.fromkeys(cell.reader for cell in cells))
    rows = [("spoilt", *readers, "unit", "steps")]
    for way in WAYS:
        far = ["-" if (last := reach(cells, way, reader)) is None else f"{last:g}" for reader in readers]
        rows.append((way.name, *far, way.unit, f"{way.steps[0]:g} to {way.steps[-1]:g}"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="one receipt instead of five, fewer rounds")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    given = arguments.parse_args()
    took, floors = cost(10 if given.quick else 60)
    mine, floor = statistics.median(took), statistics.median(floors)
    cells = matrix(1 if given.quick else 5)
    print("how far each still reads every receipt:", table(cells), sep="\n")
    print(f"receipt made, signed and painted: {mine:.1f} ms (median of {len(took)}, most {max(took):.1f});")
    print(f"a bare signature and a bare code: {floor:.1f} ms; ratio {mine / floor:.2f}")
    wrong = sum(cell.wrong for cell in cells)
    if given.json:
        figures = {"cells": [vars(cell) for cell in cells], "ms": took, "floor_ms": floors}
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    if wrong:
        print(f"Broken: {wrong} codes were read as something else.", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
