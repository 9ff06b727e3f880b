"""Reads the one QR code in a photo. For desks and phones' pictures, never in the kiosk's own process."""

import warnings
from pathlib import Path

import zxingcpp
from PIL import Image, UnidentifiedImageError

QR_CODE = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class PhotoError(RuntimeError):
    """No one code can be read from the picture; the message names the file, the reason and the next step."""


def read(path: Path) -> str:
    """The text of the QR code in a PNG or JPEG file. Raises PhotoError."""
    codes = zxingcpp.read_barcodes(_open(path), formats=QR_CODE, return_errors=True)
    texts = {code.text for code in codes if code.valid}
    if len(texts) == 1:
        return texts.pop()
    if texts:
        raise PhotoError(f"There are {len(texts)} different codes in {path}. Photograph one receipt at a time.")
    if codes:
        raise PhotoError(f"There is a code in {path}, but it cannot be read: blurred, creased or partly hidden. {AGAIN}")
    raise PhotoError(f"No code can be found in {path}. {AGAIN}")


AGAIN = "Photograph it again: near, sharp, straight, without glare, with the white edge around it. Or type the short code."


def _open(path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                return picture.convert("L")
    except FileNotFoundError as error:
        raise PhotoError(f"{path} does not exist. Name a PNG or JPEG picture, or give the receipt's text.") from error
    except UnidentifiedImageError as error:
        raise PhotoError(f"{path} is neither a PNG nor a JPEG picture. Name one, or give the receipt's text.") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoError(f"{path} is larger than {Image.MAX_IMAGE_PIXELS:,} pixels. Make it smaller first.") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PhotoError(f"{path} cannot be read as a picture: {error}. Copy it anew, or take another.") from error
