"""A kiosk process with a hand in front of it: `python -m kiosk.demo.hand`.

The kiosk is the real one; the hand touches its glass with synthetic touches, and looks at it. Orders are lines on stdin,
answers JSON lines on stdout.
"""

import argparse
import json
import logging
import os
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, quit_on_signals
from kiosk.config import load
from kiosk.consent.visit import SECOND, analysis
from kiosk.state import StateDirectory

TOUCH_MS = 60
HOLD_MS = 1_200
SETTLED_MS = 260  # longer than any motion of a page


class Hand:
    def __init__(self, kiosk: Kiosk):
        self._kiosk = kiosk
        self._glass = QTest.createTouchDevice()
        self._page = ""
        kiosk.runner.changed.connect(self._watch)

    def obey(self, line: str) -> None:
        verb, _, rest = line.strip().partition(" ")
        try:
            answer = getattr(self, f"_do_{verb}")(rest)
        except (AttributeError, LookupError, OSError, ValueError) as error:
            answer = {"error": f"{line}: {error}"}
        _say(answer)

    def _watch(self) -> None:
        page = type(self._kiosk.runner.state.page).__name__
        if page != self._page:
            self._page = page
            _say({"event": "page", "page": page})

    def _do_touch(self, name: str) -> dict[str, Any]:
        self._press(self._find(name), TOUCH_MS)
        return {"touched": name, **self._do_look("")}

    def _do_type(self, text: str) -> dict[str, Any]:
        """Type on the page's key pad."""
        keys = {key.property("name"): key for key in self._find("keys").childItems() if key.property("name")}
        for character in text:
            self._press(keys[character], TOUCH_MS)
        return {"typed": len(text), **self._do_look("")}

    def _do_corner(self, _: str) -> dict[str, Any]:
        """The staff's gesture: five taps in the corner, the last one held."""
        corner = self._find("corner")
        for _ in range(4):
            self._press(corner, TOUCH_MS)
        self._press(corner, HOLD_MS)
        return self._do_look("")

    def _do_picture(self, path: str) -> dict[str, Any]:
        shown_ms = (self._kiosk.runner.now() - self._kiosk.runner.state.turned) // 1_000_000
        QTest.qWait(max(20, SETTLED_MS - shown_ms))
        image = self._kiosk.window.grabWindow()
        soft, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # a picture of a full disk has to go somewhere
        saved = image.save(path, quality=90)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, most))
        if not saved:
            raise OSError(f"the picture {path} cannot be written")
        return {"picture": path, "size": [image.width(), image.height()]}

    def _do_look(self, _: str) -> dict[str, Any]:
        """What the screen says now."""
        visitor, runner = self._kiosk.visitor, self._kiosk.runner
        return {
            "page": visitor.page,
            "language": visitor.language,
            "analysis": str(analysis(runner.state)),
            "code": visitor.code,
            "permissions": len(runner.state.permissions),
            "cameras": list(self._kiosk.back.gates.cameras),
            "ignored": runner.state.ignored,
            "erased": visitor.erased,
            "wall": time.time(),
        }

    def _do_idle(self, seconds: str) -> dict[str, Any]:
        """Shorten both time-outs of the visits that follow; with no number, as the shop has set them."""
        usual = self._kiosk.settings.rules()
        idle, warning = (round(float(seconds) * SECOND),) * 2 if seconds else (usual.idle, usual.warning)
        self._kiosk.runner.rules = replace(self._kiosk.runner.rules, idle=idle, warning=warning)
        return self._do_look("")

    def _do_disk(self, state: str) -> dict[str, Any]:
        """Let every further write of this process fail, as on a full disk; or work again."""
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0 if state == "full" else most, most))
        logging.getLogger("kiosk.runner").setLevel(logging.CRITICAL if state == "full" else logging.NOTSET)
        self._kiosk.runner.probe()
        return self._do_look("")

    def _find(self, name: str) -> QQuickItem:
        """The visible item of this name. Down the visual tree: a repeater's items are nobody's QObject children."""
        waiting = [self._kiosk.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                if item.objectName() == name:
                    return item
                waiting += item.childItems()
        raise LookupError(f"nothing called {name!r} is on the screen")

    def _press(self, item: QQuickItem, milliseconds: int) -> None:
        """A touch once the page takes it, as people do."""
        for _ in range(200):
            if self._kiosk.glass.settled:
                break
            QTest.qWait(10)
        at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        window = self._kiosk.window
        QTest.touchEvent(window, self._glass).press(0, QPoint(at), window).commit()
        QTest.qWait(milliseconds)
        QTest.touchEvent(window, self._glass).release(0, QPoint(at), window).commit()
        QTest.qWait(20)


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--state", type=Path, required=True)
    arguments.add_argument("--socket", type=Path, required=True)
    arguments.add_argument("--size", default="1080x1920")
    given = arguments.parse_args()
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    os.umask(0o077)
    state = StateDirectory(given.state)
    settings = load(state.config)
    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(True)
    notifier = quit_on_signals(application)  # noqa: F841
    kiosk = Kiosk(application, settings, state, given.socket)
    hand = Hand(kiosk)
    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)

    def read() -> None:
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        orders.setEnabled(False)
        hand.obey(line)
        orders.setEnabled(True)

    orders.activated.connect(read)
    width, _, height = given.size.partition("x")
    try:
        kiosk.start((int(width), int(height)))
        kiosk.window.setPosition(QPoint(60, 40))
        _say({"event": "ready", "pid": os.getpid()})
        return application.exec()
    finally:
        kiosk.close()


if __name__ == "__main__":
    sys.exit(main())
