"""A QR code as a QML item: black on white, every module a whole number of pixels, quiet zone of four modules."""

import qrcode
from PySide6.QtCore import Property, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 4


def modules(text: str) -> list[list[bool]]:
    """The dark modules of a QR code at level M, in the smallest version that fits, without the quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make()
    return code.get_matrix()


@QmlElement
class CodeImage(QQuickPaintedItem):
    textChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None):
        super().__init__(parent)
        self._text = ""
        self._modules: list[list[bool]] = []
        self.setAntialiasing(False)

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._modules = modules(text) if text else []
        self.textChanged.emit()
        self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)

    def paint(self, painter: QPainter) -> None:
        if not self._modules:
            return
        # Not self.window(): PySide ties that wrapper to this item's life, and the app's own one dies with it.
        ratio = painter.device().devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        side = int(min(self.width(), self.height()) * ratio)
        count = len(self._modules) + 2 * QUIET
        module = side // count
        start = (side - module * count) // 2 + module * QUIET
        painter.fillRect(QRect(0, 0, side, side), Qt.GlobalColor.white)
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    painter.fillRect(start + column * module, start + row * module, module, module, Qt.GlobalColor.black)
