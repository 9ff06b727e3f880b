"""Reads a QR code off a picture, as a phone would."""

from pathlib import Path

import cv2


class CodeError(RuntimeError):
    """No QR code can be read; the message names the picture."""


def scan(path: Path) -> str:
    """The text of the QR code in a picture. Raises CodeError."""
    picture = cv2.imread(str(path))
    for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):  # each misses some that the other finds
        text, _, _ = detector.detectAndDecode(picture)
        if text:
            return text
    raise CodeError(f"No QR code can be read from {path}.")
