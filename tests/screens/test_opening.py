"""The first picture comes before all that is behind it: what a touch on it does, and what happens where the rest fails."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import app, config, offer
from kiosk.app import Kiosk
from kiosk.consent.visit import SECOND
from kiosk.state import StateDirectory

from .conftest import Shop

ROOT = Path(__file__).resolve().parents[2]
SIZE = (540, 960)


@pytest.fixture
def first(qapp, tmp_path):
    """`first()`: a kiosk of which only the first picture is there, and its glass."""
    shown = []

    def first() -> Shop:
        state = StateDirectory(tmp_path / "state")
        state.make()
        state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
        settings = config.load(state.config)
        rules = replace(settings.rules(), dead=2 * SECOND // 5)
        kiosk = Kiosk(qapp, settings, state, tmp_path / "run" / "gate.sock", rules, size=SIZE)
        shown.append(kiosk)
        kiosk.show(SIZE)
        QTest.qWait(60)
        return Shop(kiosk)

    yield first
    for kiosk in shown:
        kiosk.close()


def open_up(shop: Shop) -> None:
    for _ in shop.kiosk.opening():
        pass


def test_the_first_picture_is_felt_at_once_and_asks_once_all_is_open(first):
    shop = first()
    assert not shop.veiled
    card = shop.middle(shop.find("language-en"))
    shop.press(card)
    assert shop.find("language-en").property("pressed")
    shop.release(card)
    QTest.qWait(20)
    assert (shop.page, shop.kiosk.healthy(), list(shop.kiosk._state.path.glob("ledger*"))) == ("Attract", False, [])
    open_up(shop)
    QTest.qWait(60)
    assert (shop.page, shop.state.page.visit.language) == ("Asking", "en")
    assert shop.kiosk.healthy()
    assert [row.act for row in shop.kiosk.back.ledger.rows()] == ["notice"]


def test_a_touch_between_two_steps_is_felt(first):
    shop = first()
    card = shop.middle(shop.find("language-en"))
    steps = shop.kiosk.opening()
    for _ in steps:
        shop.press(card)
        assert shop.find("language-en").property("pressed")
        shop.release("receipt")  # elsewhere: nothing is asked for
        if shop.kiosk.open:
            break
    for _ in steps:
        pass
    assert shop.page == "Attract"


def test_nobody_is_asked_in_a_language_that_the_law_holds_back(first, monkeypatch, caplog):
    whole = offer.words

    def with_a_bad_word(settings):
        notice = whole(settings)
        words = replace(notice.words["de"], question="Wenn Sie eintreten, willigen Sie ein.")
        return replace(notice, words={**notice.words, "de": words})

    monkeypatch.setattr(offer, "words", with_a_bad_word)
    shop = first()
    card = shop.middle(shop.find("language-de"))
    shop.press(card)
    shop.release(card)
    open_up(shop)
    QTest.qWait(60)
    assert shop.page == "Attract"
    assert shop.kiosk.glass.settled is False, "other cards stand there now"
    assert "de" not in shop.kiosk.runner.rules.languages
    assert "language-de" not in {item.objectName() for item in shop.items()}
    assert "not offered: de" in caplog.text


def test_what_the_cameras_do_is_said_once_it_is_known(first):
    shop = first()
    said = lambda: [item.isVisible() for item in shop.kiosk.window.findChildren(QQuickItem, "status")]  # noqa: E731
    assert said() == [False]
    open_up(shop)
    assert said() == [True]


def test_a_receipt_that_was_scanned_after_a_touch_is_looked_up(first):
    """As late as it was scanned: the page's dead time for fingers is over."""
    shop = first()
    shop.kiosk.visitor.choose("en")
    QTest.qWait(450)
    shop.kiosk._scanned("HTTPS://SHOP.EXAMPLE/R#NOBODYS")
    open_up(shop)
    assert shop.page == "CodePad"


def test_the_pin_of_staff_lies_over_the_poster_and_not_over_what_was_touched_next(first):
    shop = first()
    shop.kiosk.visitor.callStaff()
    shop.kiosk.visitor.choose("en")
    open_up(shop)
    assert (shop.page, type(shop.state.page.beneath).__name__) == ("PinPad", "Attract")


def test_a_damaged_font_is_taken_away_again(first, monkeypatch, tmp_path, caplog):
    folder = tmp_path / "fonts"
    folder.mkdir()
    for file in app.resources.FONTS.iterdir():
        (folder / file.name).symlink_to(file)
    damaged = folder / "NotoSans-Bold.ttf"
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.unlink()
    damaged.write_bytes(content)
    monkeypatch.setattr(app.resources, "FONTS", folder)
    shop = first()
    assert "damaged" not in caplog.text
    open_up(shop)
    assert f"The font {damaged} is damaged" in caplog.text


def test_a_notice_that_is_asked_for_meanwhile_is_read_afterwards(first, monkeypatch, qtbot):
    monkeypatch.setattr(app, "PICTURE_MS", 10)
    shop = first()
    read = []
    app._reload(shop.kiosk, lambda: read.append(shop.kiosk.open) or shop.kiosk.settings)
    QTest.qWait(50)
    assert read == []
    open_up(shop)
    qtbot.waitUntil(lambda: read == [True])


def test_what_fails_behind_the_picture_is_said_and_nobody_is_asked(first):
    shop = first()
    shop.kiosk._state.ledger.write_bytes(b"not a ledger" * 100)
    with pytest.raises(RuntimeError, match=r"ledger\.db"):
        open_up(shop)
    assert not shop.kiosk.healthy()


@pytest.mark.parametrize("steps", [0, 1, 6, 200, -1])
def test_a_kiosk_can_be_told_to_end_before_all_is_open(first, steps):
    shop = first()
    for number, _ in enumerate(shop.kiosk.opening(), 1):
        if number >= steps >= 0 or shop.kiosk.open:
            break
    assert shop.kiosk.healthy() is shop.kiosk.open


WITHOUT_A_PICTURE = """
import gc, sys
from kiosk import app, cli
app.service.tell = lambda message: print(message, gc.isenabled(), flush=True)
app.Kiosk.show = lambda self, windowed=None: None
cli.main(["run", "--state", sys.argv[1], "--socket", sys.argv[2], "--windowed", "540x960"])
"""


def test_a_screen_that_shows_nothing_keeps_nothing_shut(tmp_path, qtbot):
    state = StateDirectory(tmp_path / "state")
    state.make()
    state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
    socket = tmp_path / "run" / "gate.sock"
    kiosk = subprocess.Popen(
        [sys.executable, "-c", WITHOUT_A_PICTURE, state.path, socket],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        qtbot.waitUntil(socket.exists, timeout=20_000)
        for line in kiosk.stdout:
            if line.startswith("READY=1"):
                break
    finally:
        kiosk.terminate()
        kiosk.communicate(timeout=20)
    assert (kiosk.returncode, line) == (0, "READY=1 True\n"), "garbage is collected again"
