"""Writes in a TrueType font, which OpenCV 4 cannot: outlines are filled large and made small again."""

import struct
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

FONT = Path(__file__).resolve().parents[2] / "assets" / "fonts" / "NotoSans-Regular.ttf"
OVERSAMPLE = 6


class Font:
    """The simple and composite outlines of a TrueType file. Raises OSError where there is none."""

    def __init__(self, path: Path):
        self._data = path.read_bytes()
        count = self._u16(4)
        self._tables = {self._data[at : at + 4]: self._u32(at + 8) for at in range(12, 12 + 16 * count, 16)}
        head = self._tables[b"head"]
        self.em = self._u16(head + 18)
        self._long = bool(self._u16(head + 50))
        self._widths = self._u16(self._tables[b"hhea"] + 34)
        self._map = self._characters()

    def glyph(self, character: str) -> int:
        return self._map.get(ord(character), 0)

    def advance(self, glyph: int) -> int:
        """How far the next letter is, in font units."""
        return self._u16(self._tables[b"hmtx"] + 4 * min(glyph, self._widths - 1))

    def outlines(self, glyph: int) -> list[np.ndarray]:
        """Closed polygons in font units, y up."""
        loca, size = self._tables[b"loca"], 4 if self._long else 2
        start, end = (self._u32(loca + size * n) if self._long else 2 * self._u16(loca + size * n) for n in (glyph, glyph + 1))
        if start == end:
            return []
        at = self._tables[b"glyf"] + start
        contours = struct.unpack_from(">h", self._data, at)[0]
        return self._simple(at + 10, contours) if contours >= 0 else self._composite(at + 10)

    def _u16(self, at: int) -> int:
        return struct.unpack_from(">H", self._data, at)[0]

    def _u32(self, at: int) -> int:
        return struct.unpack_from(">I", self._data, at)[0]

    def _characters(self) -> dict[int, int]:
        cmap = self._tables[b"cmap"]
        subtables = [cmap + self._u32(cmap + 8 + 8 * n) for n in range(self._u16(cmap + 2))]
        at = next(at for at in subtables if self._u16(at) == 4)
        count = self._u16(at + 6) // 2
        ends, starts = at + 14, at + 16 + 2 * count
        found = {}
        for n in range(count):
            first, last = self._u16(starts + 2 * n), self._u16(ends + 2 * n)
            delta, place = self._u16(starts + 2 * (count + n)), starts + 2 * (2 * count + n)
            offset = self._u16(place)
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = self._u16(place + offset + 2 * (code - first)) if offset else code
                if glyph or not offset:
                    found[code] = (glyph + delta) & 0xFFFF
        return found

    def _simple(self, at: int, contours: int) -> list[np.ndarray]:
        ends = struct.unpack_from(f">{contours}H", self._data, at)
        at += 2 * contours
        at += 2 + self._u16(at)
        points, flags = (ends[-1] + 1 if ends else 0), []
        while len(flags) < points:
            flag, at = self._data[at], at + 1
            flags.append(flag)
            if flag & 8:
                flags += [flag] * self._data[at]
                at += 1
        axes = []
        for short, same in ((2, 16), (4, 32)):
            values, value = [], 0
            for flag in flags:
                if flag & short:
                    value += self._data[at] if flag & same else -self._data[at]
                    at += 1
                elif not flag & same:
                    value += struct.unpack_from(">h", self._data, at)[0]
                    at += 2
                values.append(value)
            axes.append(values)
        dots = list(zip(*axes, (flag & 1 for flag in flags), strict=True))
        return [_curve(dots[start : end + 1]) for start, end in zip((0, *(e + 1 for e in ends)), ends, strict=False)]

    def _composite(self, at: int) -> list[np.ndarray]:
        polygons = []
        flags = 32
        while flags & 32:
            flags, glyph = self._u16(at), self._u16(at + 2)
            dx, dy = struct.unpack_from(">hh" if flags & 1 else ">bb", self._data, at + 4)
            at += 8 if flags & 1 else 6
            at += 2 if flags & 8 else 4 if flags & 64 else 8 if flags & 128 else 0
            polygons += [polygon + (dx, dy) for polygon in self.outlines(glyph)]
        return polygons


def _curve(dots: list[tuple[int, int, int]]) -> np.ndarray:
    """Straight lines along a contour of on-curve points (1) and quadratic control points (0)."""
    whole = []
    for (x, y, on), (x2, y2, on2) in zip(dots, dots[1:] + dots[:1], strict=True):
        whole.append((x, y, on))
        if not on and not on2:
            whole.append(((x + x2) / 2, (y + y2) / 2, 1))
    first = next((n for n, dot in enumerate(whole) if dot[2]), 0)
    whole = whole[first:] + whole[: first + 1]
    line = []
    for n, (x, y, on) in enumerate(whole):
        if on:
            line.append((x, y))
        else:
            (ax, ay, _), (bx, by, _) = whole[n - 1], whole[n + 1]
            line += [
                (ax * (1 - t) ** 2 + 2 * x * t * (1 - t) + bx * t * t, ay * (1 - t) ** 2 + 2 * y * t * (1 - t) + by * t * t)
                for t in (0.2, 0.4, 0.6, 0.8)
            ]
    return np.array(line, np.float64)


@lru_cache(maxsize=1)
def _font() -> Font | None:
    try:
        return Font(FONT)
    except OSError:
        return None


@lru_cache(maxsize=512)
def _mask(text: str, size: int) -> np.ndarray:
    """How much ink each pixel has, 0 to 1: 1.5 sizes high, the baseline at 1.1 sizes."""
    font = _font()
    if font is None:
        plain = text.encode("ascii", "replace").decode().replace("?", "-")
        (width, _), _ = cv2.getTextSize(plain, cv2.FONT_HERSHEY_DUPLEX, size / 15, 1)
        large = np.zeros((3 * size, 2 * (width // 2 + 4)), np.uint8)
        cv2.putText(large, plain, (0, int(2.2 * size)), cv2.FONT_HERSHEY_DUPLEX, size / 15, 255, 1, cv2.LINE_AA)
        return cv2.resize(large, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    scale = size * OVERSAMPLE / font.em
    pen, polygons = 0, []
    for character in text:
        glyph = font.glyph(character)
        polygons.append([(polygon * (1, -1) + (pen, 0)) * scale for polygon in font.outlines(glyph)])
        pen += font.advance(glyph)
    width = int(pen * scale / OVERSAMPLE) + 2
    large = np.zeros((int(1.5 * size) * OVERSAMPLE, width * OVERSAMPLE), np.uint8)
    for letter in polygons:
        dots = [np.rint(polygon + (0, 1.1 * size * OVERSAMPLE)).astype(np.int32) for polygon in letter]
        if dots:
            cv2.fillPoly(large, dots, 255)
    return cv2.resize(large, (width, int(1.5 * size)), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def width(text: str, size: int) -> int:
    """In pixels."""
    return _mask(text, size).shape[1]


def write(image: np.ndarray, text: str, at: tuple[int, int], size: int, colour: tuple[int, int, int]) -> None:
    """Write one line, its upper left corner at `at`; size in pixels, colour BGR. What does not fit is cut."""
    mask = _mask(text, size)
    x, y = at
    left, top = max(0, -x), max(0, -y)
    area = image[max(0, y) : max(0, y + mask.shape[0]), max(0, x) : max(0, x + mask.shape[1])]
    ink = mask[top : top + area.shape[0], left : left + area.shape[1], None]
    area[:] = area + ink * (np.array(colour, np.float32) - area)
