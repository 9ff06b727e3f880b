"""The files: what a print shop gets, read back."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from unicodedata import category

import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk import resources
from kiosk.consent.notice import typed
from kiosk.signage import pictograms, printing
from kiosk.signage.lettering import UNITS
from kiosk.signage.sheet import FACTOR, PAPER, PICTOGRAM_FACTOR

URL = "https://harbour-motors.example/privacy"
DPI = 300


def opened(content: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready and document.pageCount() == 1
    return document


def drawn(content: bytes, dpi: int = DPI) -> QImage:
    """The page, on white."""
    document = opened(content)
    points = document.pagePointSize(0)
    size = QSize(round(points.width() / 72 * dpi), round(points.height() / 72 * dpi))
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    return image


def codes(image: QImage) -> list[str]:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = b"".join(bytes(image.constScanLine(y))[: image.width()] for y in range(image.height()))
    view = zxingcpp.ImageView(rows, image.width(), image.height(), zxingcpp.ImageFormat.Lum)
    return [found.text for found in zxingcpp.read_barcodes(view)]


def letters(text: str) -> Counter:
    """Without order, spaces and marks: a PDF has its Arabic in the order of the eye."""
    return Counter(each for each in typed(text) if category(each)[0] in "LN")


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("paper", PAPER)
def test_the_page_is_exactly_as_large_as_the_paper(made, paper, landscape):
    points = opened(made("en", paper, landscape).pdf()).pagePointSize(0)
    sides = [points.width() / 72 * 25.4, points.height() / 72 * 25.4]
    assert sides == pytest.approx(sorted(PAPER[paper], reverse=landscape), abs=0.001)


@pytest.mark.parametrize("tags", ["en", "ar", "zh-Hans,en,ar"])
def test_every_sentence_can_be_read_back(made, tags):
    sign = made(tags, "A3")
    text = opened(sign.pdf()).getAllText(0).text()
    run_on = "".join(typed(text).split())
    for saying in sign.job.sayings:
        for sentence in saying.texts():
            if saying.language != "ar":
                assert "".join(typed(sentence).split()) in run_on, sentence
    wanted = letters("".join(words for words, _ in sign.sheet.boxes if not words.startswith("[")))
    assert letters(text) == wanted
    assert sign.job.imprint in text and sign.notice.hash[:12] in text and "2026-11-22" in text and URL in text


@pytest.mark.parametrize("tags", ["en", "ar", "zh-Hans,en,ar"])
def test_the_code_can_be_read_off_the_page_and_off_the_picture(made, tags):
    sign = made(tags, "A3")
    assert codes(drawn(sign.pdf(), 150)) == [URL]
    assert codes(printing.png(sign.sheet).scaledToWidth(1700, Qt.TransformationMode.SmoothTransformation)) == [URL]


def test_a_shop_without_a_page_has_no_code(made):
    sign = made("en", policy_url=None)
    assert codes(drawn(sign.pdf(), 150)) == [] and "The full text is there too." in opened(sign.pdf()).getAllText(0).text()


def test_the_longest_address_can_be_read_back(made):
    url = "https://harbour-motors.example/" + "privacy-" * 8 + "x" * 5
    assert len(url) == 100
    sign = made("en", policy_url=url)
    assert codes(drawn(sign.pdf(), 150)) == [url]
    assert url in "".join(opened(sign.pdf()).getAllText(0).text().split())


def test_fonts_are_in_the_file_and_only_what_is_used_of_them(made):
    content = made("zh-Hans,en,ar", "A3").pdf()
    fonts = set(re.findall(rb"/BaseFont /([\w-]+)", content))
    assert fonts == {
        *(b"NotoSans-Regular", b"NotoSans-Bold", b"NotoSansSC-Regular", b"NotoSansSC-Bold"),
        *(b"NotoSansArabic-Regular", b"NotoSansArabic-Bold"),
    }
    assert content.count(b"/FontFile2") == content.count(b"/FontDescriptor\n") == len(fonts)
    assert content.count(b"/ToUnicode") == len(fonts)
    assert len(content) < 0.05 * sum(path.stat().st_size for path in resources.FONTS.glob("*.[ot]tf"))
    assert b"/Subtype /Image" not in content  # every line is a line, at any size


def test_the_same_sign_of_the_same_day_has_the_same_bytes(made):
    sign = made("en")
    first = sign.pdf()
    assert first == sign.pdf()
    assert b"D:20261122000000" in first and b"2026-11-22T00:00:00" in first
    assert first != printing.pdf(sign.sheet, "A sign", sign.notice.hash, date(2026, 11, 23))


AGAIN = """
import sys
from datetime import date
from PySide6.QtGui import QGuiApplication
from kiosk import notices, resources
from kiosk.config import DEMONSTRATION, Settings
from kiosk.screens import typography
from kiosk.signage import printing, sign
import hashlib, tomllib
application = QGuiApplication([])
typography.load_fonts(resources.FONTS)
settings = Settings.model_validate(tomllib.loads(DEMONSTRATION))
notice, day = notices.load(settings), date(2026, 11, 22)
_, sheet = sign.sheet(notice, settings.premises(day), sign.Order(("zh-Hans", "en"), "A3"), "#0d5560")
print(hashlib.sha256(printing.pdf(sheet, "A sign", notice.hash, day)).hexdigest())
"""


@pytest.mark.slow
def test_another_process_makes_the_same_bytes(root):
    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", AGAIN], check=True, capture_output=True, text=True, cwd=root, timeout=60
        ).stdout

    assert len(run()) == 65 and run() == run()


@pytest.mark.parametrize(("tags", "paper"), [("en", "A4"), ("en", "A3")])
def test_capitals_on_the_page_are_as_high_as_promised(made, tags, paper):
    """The T of "There are cameras here", light on the panel, and the H of "How long", in ink."""
    sign = made(tags, paper)
    image, per_unit = drawn(sign.pdf(), 600), 600 / 25.4 / UNITS
    sizes = sign.sheet.sizes

    def height(words: str, light: bool, capital: float) -> float:
        """Of the first letter, mm."""
        box = next(box for text, box in sign.sheet.boxes if text.startswith(words))
        left, right = (round(x * per_unit) for x in (box.x(), box.x() + 0.5 * capital * UNITS))
        top, bottom = (round(y * per_unit) for y in (box.y() - UNITS, box.y() + 1.25 * capital * UNITS))
        rows = []
        for y in range(top, bottom):
            line = bytes(image.constScanLine(y))[left:right]
            rows.append(max(line) > 170 if light else min(line) < 128)
        return sum(rows) / per_unit / UNITS

    assert height("There are", True, sizes.headline) == pytest.approx(sizes.headline, rel=0.015)
    assert height("How long", False, sizes.text) == pytest.approx(sizes.text, rel=0.025)  # to a pixel
    camera = next(box for words, box in sign.sheet.boxes if words == "[camera]")
    assert camera.height() / UNITS == pytest.approx(sizes.headline * FACTOR / PICTOGRAM_FACTOR)


def test_the_picture_has_300_dots_to_the_inch(made):
    image = printing.png(made("en").sheet)
    assert (image.width(), image.height()) == (2480, 3508)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == 11811


def test_paper_is_white_and_the_panel_has_the_accent(made):
    image = printing.png(made("en").sheet)
    assert image.pixelColor(5, 5).name() == "#ffffff" and image.pixelColor(1240, 200).name() == "#0d5560"


@pytest.mark.parametrize("name", ["camera", "what", "no", "why", "how_long", "who", "count", "stays", "rights"])
def test_pictograms_fill_their_place_and_no_more(qapp, name):
    assert name in pictograms.paths()
    image = QImage(100, 100, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    place = QRectF(10, 10, 80, 80 / pictograms.CAMERA_RATIO if name == "camera" else 80)
    pictograms.draw(painter, name, place, QColor("#000000"))
    painter.end()
    inked = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).lightness() < 128]
    xs, ys = {x for x, _ in inked}, {y for _, y in inked}
    assert min(xs) >= place.left() - 1 and max(xs) <= place.right() and min(ys) >= place.top() - 1 and max(ys) <= place.bottom()
    if name == "camera":
        assert (max(xs) - min(xs), max(ys) - min(ys)) == pytest.approx((place.width(), place.height()), abs=2)
    assert max(ys) - min(ys) > 35 and len(inked) < 0.4 * place.width() * place.height()
