"""Words on a picture, in the kiosk's own font: OpenCV 4 writes only in a plotter's."""

from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiosk.resources import FONTS


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "NotoSans-Regular.ttf", size)


def width(text: str, size: int) -> int:
    """In pixels."""
    return round(_font(size).getlength(text))


def write(image: np.ndarray, text: str, at: tuple[int, int], size: int, colour: tuple[int, int, int]) -> None:
    """Write one line into an image (height, width, 3), its upper left corner at `at`; size in pixels, colour BGR."""
    height, length = image.shape[:2]
    x, y = at
    top, bottom = max(0, y), min(height, y + 2 * size)
    if top >= bottom:
        return
    strip = Image.fromarray(image[top:bottom, :length])
    ImageDraw.Draw(strip).text((x, y - top), text, fill=colour, font=_font(size))
    image[top:bottom, :length] = np.asarray(strip)
