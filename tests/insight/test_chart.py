"""The chart, read back: text and bars of the SVG, pixels of the PNG."""

import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.insight import chart
from kiosk.insight.chart import ACCENT, HEIGHT, INK, PLOT, WIDTH, ChartError
from kiosk.insight.keeper import Book
from kiosk.insight.summary import Summary, summed

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def told(shop, today) -> Summary:
    shop.on(3).answers(yes=20, no=10, layout="portrait 1080x1920 large")
    shop.on(2).answers(yes=3, no=2)
    shop.on(1).answers(yes=10, no=20, language="zh-Hans")
    book = Book()
    book.go_on(shop.path, today)
    return summed(book, {}, today, 3, 5)


def texts(tree: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()).strip() for each in tree.iter(f"{SVG}text")]


def bars(tree: ElementTree.Element, color: str) -> list[int]:
    """Heights of what stands on the base line in one colour, left to right."""
    found = []
    for group in tree.iter(f"{SVG}g"):
        for rect in group.findall(f"{SVG}rect"):
            x, y, height = (float(rect.get(name)) for name in ("x", "y", "height"))
            if group.get("fill") == color and abs(y + height - PLOT.bottom()) < 1.5 and height > 2:
                found.append((x, round(height)))
    return [height for _, height in sorted(found)]


def test_the_text_is_text_and_the_bars_are_as_high_as_the_counts(qapp, told, tmp_path):
    assert chart.make(told, tmp_path / "chart.svg").endswith(f"Wrote {tmp_path / 'chart.svg'}.")
    tree = ElementTree.parse(tmp_path / "chart.svg").getroot()
    said = texts(tree)
    for words in (
        "Answers at the kiosk",
        "19 November 2026 to 21 November 2026, day by day, 51 % of the answers a yes",
        "33",
        "32",
    ):
        assert words in said
    for words in (
        f"English {told.languages['en']} %",
        "简体中文",  # what another font draws is a text of its own
        f"{told.languages['zh-Hans']} %",
        "20 Nov",
        f"Asked for:  larger text {told.wishes['large']} %",
        "–",
    ):
        assert words in said
    unit = PLOT.height() / 25
    assert bars(tree, ACCENT) == [round(20 * unit), round(13 * unit)]
    assert bars(tree, INK) == [round(10 * unit), round(22 * unit)]


def test_nothing_hidden_is_in_the_file(qapp, told, tmp_path):
    chart.make(told, tmp_path / "chart.svg")
    assert not {"3", "2"} & set(texts(ElementTree.parse(tmp_path / "chart.svg").getroot()))


def test_the_picture_has_the_same_bars(qapp, told, tmp_path):
    chart.make(told, tmp_path / "chart.png")
    image = QImage(str(tmp_path / "chart.png"))
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)

    def reach(color: str) -> int:
        """Pixels from the base line up to the highest one of a colour, within the plot."""
        rows = (
            y
            for y in range(int(PLOT.top()), int(PLOT.bottom()))
            for x in range(int(PLOT.left()), int(PLOT.right()), 3)
            if image.pixelColor(x, y) == QColor(color)
        )
        return round(PLOT.bottom() - next(rows))

    assert reach(ACCENT) == round(20 * PLOT.height() / 25)
    assert reach(INK) == round(22 * PLOT.height() / 25)


def test_an_empty_shop_has_a_chart_too(qapp, today, tmp_path):
    for days in (1, 400):
        chart.make(summed(Book(), {}, today, days, 5), tmp_path / "chart.svg")
        tree = ElementTree.parse(tmp_path / "chart.svg").getroot()
        assert texts(tree).count("–") > 5
        assert not bars(tree, ACCENT)


@pytest.mark.parametrize("highest", [0, 1, 4, 5, 6, 25, 26, 99, 100, 101, 5_000, 123_456])
def test_steps_are_round_and_few_and_reach_the_top(highest):
    steps = chart._steps(highest)
    assert 2 <= len(steps) <= 6
    assert steps[0] == 0
    assert steps[-1] >= highest
    assert str(steps[1]).strip("0") in "125"


def test_what_cannot_be_made_is_refused(qapp, today, tmp_path):
    empty = summed(Book(), {}, today, 1, 5)
    with pytest.raises(ChartError, match=r"not chart\.pdf"):
        chart.make(empty, tmp_path / "chart.pdf")
    with pytest.raises(ChartError, match="cannot be written: No such file"):
        chart.make(empty, tmp_path / "gone" / "chart.png")
