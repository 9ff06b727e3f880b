from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy, QTest

from kiosk import config
from kiosk.app import Kiosk
from kiosk.consent.visit import SECOND, Rules, View
from kiosk.demo.gallery import pages, show
from kiosk.screens import keys, scanner
from kiosk.state import StateDirectory

USUAL = View()


class Shop:
    """A whole kiosk in this process, and fingers for its glass."""

    def __init__(self, kiosk: Kiosk):
        self.kiosk = kiosk
        self._glass = QTest.createTouchDevice()

    @property
    def state(self):
        return self.kiosk.runner.state

    @property
    def page(self) -> str:
        return type(self.state.page).__name__

    @property
    def veiled(self) -> bool:
        """Is the page still coming?"""
        return self.kiosk.window.findChild(QQuickItem, "veil").isVisible()

    def items(self) -> Iterator[QQuickItem]:
        """Every visible item, parents first."""
        waiting = [self.kiosk.window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if item.isVisible() and item.opacity() > 0:
                yield item
                waiting += item.childItems()

    def find(self, name: str) -> QQuickItem:
        """The visible item of this name; a page may still be on its way."""
        for _ in range(100):
            if found := [item for item in self.items() if item.objectName() == name]:
                return found[0]
            QTest.qWait(20)
        raise AssertionError(f"nothing called {name} on {self.page}")

    def press(self, where: str | QPoint) -> None:
        at = where if isinstance(where, QPoint) else self.middle(self.find(where))
        QTest.touchEvent(self.kiosk.window, self._glass).press(0, at, self.kiosk.window).commit()

    def release(self, where: str | QPoint) -> None:
        at = where if isinstance(where, QPoint) else self.middle(self.find(where))
        QTest.touchEvent(self.kiosk.window, self._glass).release(0, at, self.kiosk.window).commit()

    def settle(self) -> None:
        """Wait until a new page takes touches."""
        for _ in range(500):
            if self.kiosk.glass.settled:
                return
            QTest.qWait(10)
        raise AssertionError(f"{self.page} never took a touch")

    def touch(self, name: str) -> None:
        """A touch once the page has settled and this stands still, as people do."""
        self.settle()
        at = None
        while at != (now := self.middle(self.find(name))):
            at = now
            QTest.qWait(15)
        self.press(at)
        QTest.qWait(20)
        self.release(at)
        QTest.qWait(60)

    def corner(self, taps: int = 4, hold: int = 1_150) -> None:
        """Tap the staff's corner so often, and hold it once more for so many milliseconds."""
        self.settle()
        at = QPoint(60, 60)
        for _ in range(taps):
            self.press(at)
            QTest.qWait(30)
            self.release(at)
            QTest.qWait(30)
        self.press(at)
        QTest.qWait(hold)
        self.release(at)
        QTest.qWait(20)

    def key(self, character: str) -> None:
        keys = {key.property("name"): key for key in self.find("keys").childItems() if key.property("name")}
        at = self.middle(keys[character])
        self.press(at)
        self.release(at)

    def bring_up(self, name: str, tag: str = "en", view: View = USUAL) -> None:
        """Show one of the gallery's pages, until nothing on it moves any more."""
        show(self.kiosk, name, tag, pages(self.kiosk, tag, view)[name])
        self.rest()

    def rest(self) -> None:
        """Wait until nothing on the page moves any more."""
        before, now = None, ()
        while now != before:
            QTest.qWait(15)
            before, now = now, tuple((item.objectName(), str(self.place(item)), item.opacity()) for item in self.items())
        while self.veiled:
            QTest.qWait(10)

    def strike(self, key: Qt.Key) -> None:
        """One of the five keys, until the scanner has let go of it."""
        QTest.qWait(2)
        let_go = QSignalSpy(self.kiosk._scanner._wait.timeout)
        QTest.keyClick(self.kiosk.window, key)
        for _ in range(300):
            if let_go.count():
                return
            QTest.qWait(1)

    def go(self, name: str) -> None:
        """By keys, to the control of this name, and select it."""
        self.settle()
        for _ in range(60):
            self.strike(Qt.Key.Key_Down)
            if self.kiosk.window.property("stop").objectName() == name:
                self.strike(Qt.Key.Key_Return)
                QTest.qWait(60)
                return
        raise AssertionError(f"no key leads to {name} on {self.page}")

    def controls(self) -> list[QQuickItem]:
        """Everything that a finger can act on, but for the poster itself."""
        return [
            each for each in self.items() if each.metaObject().indexOfSignal("acted()") >= 0 and each.objectName() != "approach"
        ]

    def texts(self) -> list[QQuickItem]:
        return [each for each in self.items() if each.inherits("QQuickText") and each.property("text").strip()]

    def pixels(self) -> np.ndarray:
        """The window as it is drawn now: rows of (red, green, blue), 0 to 255."""
        picture = self.kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
        return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()

    @staticmethod
    def place(item: QQuickItem) -> QRectF:
        """Where it is in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    @staticmethod
    def middle(item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


@pytest.fixture
def quick(monkeypatch) -> None:
    """A hand as fast as the machine: keys are neither held for the scanner nor taken for a double strike."""
    monkeypatch.setattr(scanner, "GAP_MS", 1)
    monkeypatch.setattr(keys, "DOUBLE_MS", 0)


@pytest.fixture
def open_shop(qapp, tmp_path: Path) -> Iterator[Callable[..., Shop]]:
    """`open_shop(size=(1080, 1920), **rules)`: other rules than the template's by name, or a voice; pages settle sooner.

    tables: other settings, as {"brand": {"accent": "#000000"}}.
    """
    opened: list[Kiosk] = []

    def open(size: tuple[int, int] = (1080, 1920), **rules) -> Shop:
        state = StateDirectory(tmp_path / "state")
        state.make()
        state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
        settings = config.load(state.config)
        if profile := rules.pop("profile", None):
            settings = settings.under(profile)
        if "purposes" in rules:
            notice = settings.notice.model_copy(update={"purposes": rules["purposes"]})
            settings = settings.model_copy(update={"notice": notice})
        voice = rules.pop("voice", None)
        for name, values in rules.pop("tables", {}).items():
            settings = settings.model_copy(update={name: getattr(settings, name).model_copy(update=values)})
        if "languages" in rules:
            settings = settings.model_copy(
                update={"screen": settings.screen.model_copy(update={"languages": rules["languages"], "motion": False})}
            )
        changed: Rules = replace(settings.rules(), **{"dead": SECOND // 20, **rules})
        kiosk = Kiosk(qapp, settings, state, tmp_path / "run" / "gate.sock", changed, voice=voice)
        opened.append(kiosk)
        kiosk.start(size)
        return Shop(kiosk)

    open.forget = opened.clear
    yield open
    for kiosk in opened:
        kiosk.close()
