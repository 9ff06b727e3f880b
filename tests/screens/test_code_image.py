"""The receipt's code on the real screen: sharp, and gone with its page."""

import gc

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from kiosk.screens.code_image import QUIET, CodeImages, draw, modules


def answer(shop) -> str:
    """No; what the code on the screen says."""
    shop.touch("language-en")
    shop.touch("no")
    shop.settle()
    while shop.veiled:
        QTest.qWait(20)
    return shop.kiosk.visitor.receiptUrl


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366)])
def test_every_module_is_a_square_of_whole_pixels(open_shop, size):
    shop = open_shop(size)
    dark = modules(answer(shop))
    code = shop.find("receipt-code")
    (image,) = code.childItems()
    picture = shop.kiosk.window.grabWindow()
    start, module = image.mapToScene(image.boundingRect().topLeft()).toPoint(), image.property("module")
    assert module == min(code.width(), code.height()) // (len(dark) + 2 * QUIET) >= 4
    black, white = QColor("black").rgb(), QColor("white").rgb()
    for row, line in enumerate(dark, QUIET):
        for column, is_dark in enumerate(line, QUIET):
            for inside in (0, module - 1):
                x, y = start.x() + column * module + inside, start.y() + row * module + inside
                assert picture.pixel(x, y) == (black if is_dark else white), (row, column)


@pytest.mark.parametrize("text", ["HTTPS://SHOP.EXAMPLE/R#ABC", "https://shop.example/r?a=1&b=%2F#x/y+z %25", "a b/c\\d:é"])
def test_any_text_arrives(qapp, text):
    name = bytes(QUrl.toPercentEncoding(text)).decode()
    image = CodeImages().requestImage(name, None, None)
    assert image == draw(text)
    large = image.scaled(image.width() * 4, image.height() * 4).convertToFormat(image.Format.Format_RGB888)
    picture = Image.frombuffer(
        "RGB", (large.width(), large.height()), bytes(large.constBits()), "raw", "RGB", large.bytesPerLine()
    )
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == text


def test_nothing_of_a_visit_stays_behind(open_shop):
    shop = open_shop()

    def visits(number: int) -> int:
        """Python's objects after so many."""
        for _ in range(number):
            answer(shop)
            shop.touch("done")
            shop.settle()
        gc.collect()
        return len(gc.get_objects())

    visits(2)
    before = visits(1)
    assert visits(5) - before < 100
