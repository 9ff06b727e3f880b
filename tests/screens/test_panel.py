"""The panel and the brand: real logo files, good and bad, and letters and targets measured on panels of many sizes."""

import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage

from kiosk.config import PAPER
from kiosk.consent.visit import View
from kiosk.screens import panel
from kiosk.screens.panel import BRIGHT, INK, cramped, describe, plate

DARK, LIGHT, MIDDLE = "#15181b", "#ffffff", "#7a6b52"
ACCENT = "#0d5560"
UPRIGHT, LYING = (1080, 1920), (1920, 1080)


def picture(path: Path, colour: str = DARK, size: tuple[int, int] = (400, 100), ground: str | None = None) -> Path:
    """A logo: a disc and a bar of one colour, on nothing or on a ground."""
    image = Image.new("RGBA", size, ground or (0, 0, 0, 0))
    drawing = ImageDraw.Draw(image)
    side = min(size) // 2
    drawing.ellipse((5, 5, side, side), fill=colour)
    drawing.rectangle((side + 10, side // 2, size[0] - 5, size[1] - 5), fill=colour)
    (image if path.suffix == ".png" else image.convert("RGB")).save(path)
    return path


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="100" fill="#15181b"/></svg>'


def text_file(path: Path) -> Path:
    path.write_text("not a picture\n")
    return path


def too_heavy(path: Path) -> Path:
    Image.fromarray(np.random.default_rng(7).integers(0, 256, (1_000, 1_000, 3), np.uint8)).save(path)
    assert path.stat().st_size > 2_900_000
    return path


def cut_off(path: Path) -> Path:
    picture(path, ground="#ffffff")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    return path


def vector(path: Path) -> Path:
    path.write_text(SVG)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def jpeg_by_another_name(path: Path) -> Path:
    return picture(path.with_suffix(".jpg"), ground="#ffffff").rename(path)


GOOD = {
    "a PNG": lambda folder: picture(folder / "logo.png"),
    "a JPEG": lambda folder: picture(folder / "logo.jpg", ground="#ffffff"),
    "an SVG": lambda folder: vector(folder / "logo.svg"),
    "a JPEG called .png": lambda folder: jpeg_by_another_name(folder / "logo.png"),
    "six times as wide as high": lambda folder: picture(folder / "logo.png", size=(3_600, 600)),
    "higher than wide": lambda folder: picture(folder / "logo.png", size=(300, 700)),
}
BAD = {
    "a text called .png": (text_file, "logo.png", "is not an image"),
    "3 MB": (too_heavy, "logo.png", "has 3.0 MB, and 2 MB are the most"),
    "5,000 pixels wide": (lambda path: picture(path, size=(5_000, 100)), "logo.png", "is 5000x100 pixels, and 4000 each way"),
    "a PNG cut off": (cut_off, "logo.png", "is damaged"),
    "missing": (lambda path: path, "logo.png", "cannot be read (No such file or directory)"),
    "a folder": (folder, "logo.png", "is a folder"),
    "empty": (lambda path: path.touch() or path, "logo.png", "is not an image"),
}


def brand(shop) -> tuple[str, object]:
    """Which of the logo and the shop's name is on the page, and its item."""
    logos = [item for item in shop.items() if item.objectName() == "logo" and item.property("paintedWidth") > 0]
    names = [text for text in shop.texts() if text.property("text") == shop.kiosk.visitor.store]
    assert len(logos) + len(names) == 1
    return ("logo", logos[0]) if logos else ("name", names[0])


@pytest.mark.parametrize("kind", GOOD)
def test_a_logo_stands_on_the_poster_and_on_paper(open_shop, tmp_path, caplog, kind):
    shop = open_shop(tables={"brand": {"logo": GOOD[kind](tmp_path)}})
    for page in ("attract", "notice"):
        shop.bring_up(page)
        what, logo = brand(shop)
        assert what == "logo"
        assert 0 < logo.property("paintedHeight") <= logo.height() + 1
        assert logo.property("paintedWidth") <= logo.width() + 1
    assert "logo" not in caplog.text


@pytest.mark.parametrize("kind", BAD)
def test_without_a_good_logo_the_kiosk_starts_with_its_name_and_says_why(open_shop, tmp_path, caplog, kind):
    make, name, reason = BAD[kind]
    path = make(tmp_path / name)
    shop = open_shop(tables={"brand": {"logo": path}})
    for page in ("attract", "notice"):
        shop.bring_up(page)
        what, text = brand(shop)
        assert what == "name" and shop.place(text).width() > 100
    (said,) = [record.getMessage() for record in caplog.records if "logo" in record.getMessage()]
    assert said.startswith(f"The logo {path} is not shown, the shop's name is instead: it {reason}")
    assert said.endswith("Mend [brand] logo in store.toml.")


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("contrast", [False, True], ids=["usual", "white on black"])
@pytest.mark.parametrize("colour", [DARK, LIGHT, ACCENT, MIDDLE])
def test_every_logo_stands_out(open_shop, tmp_path, colour, contrast, tag):
    """Most of it at 3 to 1 or more, measured on the window."""
    logo = picture(tmp_path / "logo.png", colour)
    shop = open_shop(tables={"brand": {"logo": logo}, "screen": {"motion": False}})
    for page in ("attract", "notice"):
        shop.bring_up(page, tag, View(contrast=contrast))
        item = brand(shop)[1]
        width = item.property("paintedWidth")
        place = shop.place(item)
        left = place.right() - width if tag == "ar" else place.left()
        pixels = shop.pixels()[round(place.top()) : round(place.bottom()), round(left) : round(left + width)].reshape(-1, 3)
        flat, counts = np.unique(pixels @ (1 << 16, 1 << 8, 1), return_counts=True)
        ink, ground = (QColor.fromRgb(int(each)) for each in flat[np.argsort(-counts)[:2]])
        assert any(abs(np.subtract(QColor(colour).getRgb(), each.getRgb())).max() <= 2 for each in (ink, ground))
        light, dark = sorted((panel._luminance(ink), panel._luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, (page, ink.name(), ground.name())


@pytest.mark.parametrize(
    ("colour", "ground", "expected"),
    [
        (DARK, PAPER, ""),
        (DARK, ACCENT, BRIGHT),
        (LIGHT, PAPER, INK),
        (LIGHT, ACCENT, ""),
        (ACCENT, ACCENT, BRIGHT),
        (DARK, "#000000", BRIGHT),
    ],
)
def test_a_plate_is_put_only_where_it_must_be(colour, ground, expected):
    logo = QImage(QSize(8, 8), QImage.Format.Format_ARGB32)
    logo.fill(QColor(colour))
    assert plate(logo, ground) == expected


def test_a_logo_of_nothing_needs_no_plate():
    logo = QImage(QSize(8, 8), QImage.Format.Format_ARGB32)
    logo.fill(QColor(0, 0, 0, 0))
    assert plate(logo, PAPER) == plate(QImage(), PAPER) == ""


# --- sizes ---------------------------------------------------------------------------------------------------------


def test_a_screen_that_does_not_say_how_large_it_is(open_shop, caplog, monkeypatch):
    monkeypatch.setattr(panel, "PLAUSIBLE_INCHES", (5_000, 6_000))  # so that what this one says of itself counts for nothing
    shop = open_shop(tables={"panel": {"diagonal_inches": None}})
    assert "does not say how large it is: 21.5 inches are assumed" in caplog.text
    shop.bring_up("attract")
    assert brand(shop)[0] == "name"


@pytest.mark.parametrize("inches", [10.1, 55])
def test_what_the_shop_says_of_the_panel_counts_for_more_than_what_it_says_of_itself(qapp, inches):
    told, problems = describe(QGuiApplication.primaryScreen(), inches, 600, 320, ACCENT, None, True)
    assert (told["diagonal"], problems) == (inches, [])


PANELS = [  # inches, mm from the eye, and whether there is room for letters and for targets
    (21.5, 600, True, True),
    (21.5, 750, True, True),
    (21.5, 900, False, True),
    (32, 900, True, True),
    (32, 1_300, False, True),
    (15.6, 500, True, True),
    (13.3, 600, False, False),
    (10.1, 600, False, False),
    (10.1, 350, False, False),
    (55, 1_500, True, True),
]


@pytest.mark.meets("EN 301 549 5.1.4", "508 402.4", "WCAG 2.5.8")
@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("inches", "viewing", "letters", "targets"), PANELS)
def test_letters_and_targets_are_large_enough_or_the_log_says_so(open_shop, caplog, size, inches, viewing, letters, targets):
    shop = open_shop(size, tables={"panel": {"diagonal_inches": inches, "viewing_mm": viewing}})
    per_mm = math.hypot(*size) / (inches * 25.4)
    small, low = set(), set()
    for page in ("notice", "no", "preferences"):
        shop.bring_up(page)
        store = shop.kiosk.visitor.store
        for text in shop.texts():
            capital = QFontMetricsF(text.property("font")).capHeight() / per_mm
            degrees = math.degrees(math.atan(capital / viewing))
            if degrees < 0.695 and text.property("text") != store:
                small.add((round(degrees, 2), text.property("text")))
        for control in shop.controls():
            if (high := min(control.width(), control.height()) / per_mm) < 19.9:
                low.add((round(high, 1), control.property("name")))
    said = [record.getMessage() for record in caplog.records if "is small for eyes" in record.getMessage()]
    if letters and targets:
        assert (small, low, said) == (set(), set(), [])
    else:
        assert bool(small) != letters and bool(low) != targets
        assert len(said) == 1 and f"The panel of {inches:g} inches is small for eyes {viewing} mm away" in said[0]


def test_the_sentence_has_the_numbers_and_the_next_step():
    (said,) = cramped(1080, 1920, 10.1, 600)
    assert said == (
        "The panel of 10.1 inches is small for eyes 600 mm away: capital letters are 3.5 mm high, and 7.3 mm are "
        "needed; what is touched is 10 mm high, and 20 mm are needed. Take a panel of 16.5 inches or more."
    )
    (said,) = cramped(1920, 1080, 21.5, 900)
    assert said.endswith("if visitors do stand nearer, say so in store.toml, [panel]: viewing_mm = 780.")


def test_the_panel_that_is_advised_is_large_enough():
    for inches, viewing in ((7, 600), (10.1, 600), (13.3, 900), (21.5, 1_200)):
        (said,) = cramped(1080, 1920, inches, viewing)
        advised = float(said.split("Take a panel of ")[1].split()[0])
        assert cramped(1080, 1920, advised, viewing) == []
        assert cramped(1080, 1920, advised - 0.2, viewing)


@pytest.mark.meets("WCAG 2.4.2")
def test_the_window_is_named_after_the_shop(open_shop):
    shop = open_shop()
    assert shop.kiosk.window.title() == shop.kiosk.visitor.store
