"""QR codes for the screens: black on white, quiet zone of four modules."""

import qrcode
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET = 4


def modules(text: str) -> list[list[bool]]:
    """The dark modules of a QR code at level M, in the smallest version that fits, without the quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make()
    return code.get_matrix()


def draw(text: str) -> QImage:
    """One pixel a module, with the quiet zone."""
    dark = modules(text)
    side = len(dark) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for row, line in enumerate(dark, QUIET):
        for column, is_dark in enumerate(line, QUIET):
            if is_dark:
                image.setPixelColor(column, row, Qt.GlobalColor.black)
    return image


class CodeImages(QQuickImageProvider):
    """`image://code/TEXT`, percent-encoded.

    No item of our own: PySide6 keeps the Python half of each item that QML makes, and with it the code, until the process ends.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:
        return draw(QUrl.fromPercentEncoding(name.encode()))
