"""Solid blocks over the heads of those who have not agreed, before anybody sees a picture."""

from collections.abc import Iterable

import cv2
import numpy as np

from kiosk.gate.bodies import Box

INK = (28, 25, 22)  # BGR
BLOCKS = 24


def cover_heads(image: np.ndarray, bodies: Iterable[Box]) -> None:
    """Paint over the head part of each body's box, in place. image: BGR uint8."""
    height, width = image.shape[:2]
    for body in bodies:
        x1, y1, x2, y2 = head_part(body)
        image[max(0, int(y1)) : min(height, int(y2) + 1), max(0, int(x1)) : min(width, int(x2) + 1)] = INK


def head_part(body: Box) -> Box:
    """Where the head may be: deeper for a body that the picture's edge cuts short and so makes squat."""
    x1, y1, x2, y2 = body
    wide, high = x2 - x1, y2 - y1
    depth = min(high, max(0.26 * high, 0.75 * wide))
    return x1 - 0.04 * wide, y1 - 0.04 * high, x2 + 0.04 * wide, y1 + depth


def cover_all(image: np.ndarray) -> np.ndarray:
    """The picture in coarse squares, for when nobody can say where the bodies are."""
    height, width = image.shape[:2]
    coarse = cv2.resize(image, (BLOCKS, max(1, round(BLOCKS * height / width))), interpolation=cv2.INTER_AREA)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_NEAREST)
