"""One end of the screens' benchmark, a process of its own: orders on stdin, JSON lines on stdout.

`python screen_end.py kiosk STATE SOCKET` is the whole kiosk with fingers for its glass; `plain` is its floor, a QML window of
the same size with two coloured pages. `run STATE SOCKET` is the command `kiosk run` and `window` its floor; both end with the
page after their first.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

SIZE = (1080, 1920)
QUIET = 0.08  # seconds without a frame: nothing moves any more
PATIENCE = 10.0
PLAIN = b"""
import QtQuick
import QtQuick.Window
Window {
    id: window
    property int page: 0
    width: 1080
    height: 1920
    Component { id: one; Rectangle { color: "white"; Text { anchors.centerIn: parent; text: "Are you there?" } } }
    Component { id: other; Rectangle { color: "wheat"; Text { anchors.centerIn: parent; text: "Yes, I am here" } } }
    Loader {
        id: loader
        anchors.fill: parent
        sourceComponent: window.page % 2 ? other : one
        onLoaded: appear.restart()
        NumberAnimation { id: appear; target: loader.item; property: "opacity"; from: 0.25; to: 1; duration: 200 }
    }
    Rectangle {
        id: card
        objectName: "card"
        readonly property bool pressed: tap.pressed
        x: 72; y: 1265; width: 449; height: 425
        color: pressed ? "grey" : "white"
        TapHandler { id: tap; gesturePolicy: TapHandler.ReleaseWithinBounds; onTapped: window.page += 1 }
    }
}
"""


def now_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


class Lost(Exception):
    """Something that is touched is not there, or no frame came."""


class Glass:
    """A window, a finger, and of each frame when it was begun and presented, and which page was to be seen in it.

    look: the page, None while there is nothing of it to be seen yet.
    """

    def __init__(self, application: Any, window: Any, look: Callable[[], object]):
        from PySide6.QtTest import QTest

        self.application, self.window, self._look = application, window, look
        self._device = QTest.createTouchDevice()
        self._begun = 0
        self.frames: list[tuple[int, int, object]] = []
        window.afterAnimating.connect(self._begin)
        window.frameSwapped.connect(self._end)

    def _begin(self) -> None:
        self._begun = now_ns()

    def _end(self) -> None:
        self.frames.append((self._begun, now_ns(), self._look()))

    def item(self, name: str) -> Any:
        """The visible item of this name, or None."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                if item.objectName() == name:
                    return item
                waiting += item.childItems()
        return None

    def middle(self, name: str) -> Any:
        from PySide6.QtCore import QPointF

        item = self.item(name)
        if not item:
            raise Lost(f"nothing called {name!r} is on the screen")
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def finger(self, what: str, at: Any) -> None:
        from PySide6.QtTest import QTest

        getattr(QTest.touchEvent(self.window, self._device, False), what)(0, at, self.window).commit(False)

    def until(self, true: Callable[[], object]) -> None:
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise Lost("no frame came")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            time.sleep(0)

    def frame(self) -> int:
        """When the next frame was presented."""
        count = len(self.frames)
        self.until(lambda: len(self.frames) > count)
        return self.frames[count][1]

    def rest(self) -> int:
        """Wait until nothing moves; when the last frame was presented."""
        self.until(lambda: self.frames and now_ns() - self.frames[-1][1] > QUIET * 1e9)
        return self.frames[-1][1]

    def press(self, name: str) -> int:
        """Nanoseconds from a touch to the frame that shows it."""
        at = self.middle(name)
        began = now_ns()
        self.finger("press", at)
        shown = self.frame()
        if not self.item(name).property("pressed"):
            raise Lost(f"{name!r} does not look pressed")
        return shown - began

    def slide_off(self) -> None:
        from PySide6.QtCore import QPoint

        for what in ("move", "release"):
            self.finger(what, QPoint(2, 2))
        self.rest()

    def tap(self, name: str) -> dict[str, Any]:
        """first, last: nanoseconds from the release to the first frame with another page in it, and to the last of its motion;
        paint, between: nanoseconds for each frame from its animations to the screen, and since the frame before.
        """
        self.press(name)
        self.rest()
        at, before, count = self.middle(name), self._look(), len(self.frames)
        began = now_ns()
        self.finger("release", at)
        self.until(lambda: len(self.frames) > count and self.frames[-1][2] not in (None, before))
        first = self.frames[-1][1]
        last = self.rest()
        frames = self.frames[count:]
        return {
            "first": first - began,
            "last": last - began,
            "paint": [end - begin for begin, end, _ in frames],
            "between": [after[1] - before[1] for before, after in pairwise(frames)],
        }


class Plain:
    def __init__(self, application: Any, window: Any, engine: Any):
        self._window, self._engine = window, engine
        self.glass = Glass(application, window, self._look)

    def _look(self) -> object:
        (loader, *_) = self._window.contentItem().childItems()
        return self._window.property("page") if loader.childItems()[0].opacity() > 0 else None

    def feedback(self) -> dict[str, Any]:
        took = self.glass.press("card")
        self.glass.slide_off()
        return {"ns": took}

    def page(self) -> dict[str, Any]:
        return self.glass.tap("card")


class Screens:
    """The whole kiosk."""

    def __init__(self, application: Any, kiosk: Any):
        self.kiosk = kiosk
        self.glass = Glass(application, kiosk.window, self._look)

    def _look(self) -> object:
        (loader,) = [each for each in self.glass.item("screen").childItems() if each.inherits("QQuickLoader")][:1]
        visitor = self.kiosk.visitor
        return (visitor.page, visitor.language) if loader.childItems() else None

    @property
    def _page(self) -> str:
        return type(self.kiosk.runner.state.page).__name__

    def _home(self) -> None:
        from kiosk.consent.visit import Attract, State

        runner = self.kiosk.runner
        if self._page != "Attract":
            runner.state = State(Attract(), turned=runner.now(), touched=runner.now())
            runner.changed.emit()
        self._ready()

    def _ready(self) -> None:
        self.glass.rest()
        self.glass.until(lambda: self.kiosk.glass.settled)

    def _tap(self, name: str, page: str) -> dict[str, Any]:
        """A tap that must lead to a page."""
        self._ready()
        took = self.glass.tap(name)
        if self._page != page:
            raise Lost(f"{name!r} led to {self._page}, not to {page}")
        return took

    def feedback(self, name: str) -> dict[str, Any]:
        if self._page != "Asking":
            self._home()
            self.kiosk.visitor.choose("en")
        self._ready()
        took = self.glass.press(name)
        self.glass.slide_off()
        return {"ns": took}

    def page(self, name: str) -> dict[str, Any]:
        self._home()
        visitor = self.kiosk.visitor
        if name in ("no", "done", "language", "preferences"):
            visitor.choose("en")
        if name == "done":
            self._ready()
            visitor.refuse()
        leads = {"language-en": "Asking", "no": "Answered", "done": "Attract", "receipt": "CodePad", "language": "Languages"}
        return self._tap(name, leads.get(name, name.title()))

    def language(self, before: str, after: str) -> dict[str, Any]:
        self._home()
        self.kiosk.visitor.choose(before)
        self._ready()
        self.kiosk.visitor.openLanguages()
        self._ready()
        for _ in range(9):
            if self.glass.item(f"language-{after}"):
                break
            self.glass.tap("turn")
        took = self._tap(f"language-{after}", "Asking")
        if self.kiosk.visitor.language != after:
            raise Lost(f"{after} was touched, and {self.kiosk.visitor.language} is spoken")
        return took

    def visits(self, number: str) -> dict[str, Any]:
        """So many whole visits, each page drawn, every second in another language; every third takes its answer back."""
        visitor, languages = self.kiosk.visitor, self.kiosk.runner.rules.languages
        self._home()
        for each in range(int(number)):
            visitor.choose(languages[each % len(languages)] if each % 2 else languages[0])
            self._drawn()
            visitor.agree() if each % 3 == 0 else visitor.refuse()
            self._drawn()
            if each % 3 == 0:
                visitor.undo()
                self._drawn()
                visitor.refuse()
                self._drawn()
            visitor.finish()
            self._drawn()
            if self._page != "Attract":
                raise Lost(f"a visit ended on {self._page}")
        return self._held()

    def _drawn(self) -> None:
        self.glass.frames.clear()
        self.glass.window.update()
        self.glass.until(lambda: self.glass.frames)

    def _held(self) -> dict[str, Any]:
        """What this process holds, once all that can go has gone; the ledger's bytes with its write-ahead log emptied."""
        from PySide6.QtCore import QCoreApplication, QEvent, QObject

        self.glass.rest()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.kiosk._engine.collectGarbage()
        gc.collect()
        status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        items, waiting = 0, [self.kiosk.window.contentItem()]
        while waiting:
            items += 1
            waiting += waiting.pop().childItems()
        ledger = self.kiosk.back.ledger
        ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return {
            "rss": int(status["VmRSS"].split()[0]) * 1024,
            "handles": len(os.listdir("/proc/self/fd")),
            "items": items,
            "objects": len(self.kiosk.window.findChildren(QObject)),
            "python": len(gc.get_objects()),
            "ledger": Path(ledger.path).stat().st_size,
            "records": ledger.count(),
        }


def obey(application: Any, end: Any) -> None:
    """Until stdin ends. Any error is told, and ends it too."""
    end.glass.rest()
    say(ready=True, languages=list(end.kiosk.runner.rules.languages) if isinstance(end, Screens) else [])
    for line in sys.stdin:
        verb, *rest = line.split()
        try:
            say(**getattr(end, verb)(*rest))
        except Exception as error:
            say(error=f"{line.strip()}: {error}")
            return


def kiosk(state: str, socket: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from kiosk.app import Kiosk
    from kiosk.config import load
    from kiosk.consent.visit import SECOND
    from kiosk.state import StateDirectory

    application = QGuiApplication(sys.argv[:1])
    directory = StateDirectory(Path(state))
    settings = load(directory.config)
    # No page ignores a first touch, and none gives up: this hand is quicker and more patient than a visitor's.
    rules = replace(settings.rules(), dead=0, idle=3_600 * SECOND, undo=3_600 * SECOND)
    shop = Kiosk(application, settings, directory, Path(socket), rules)
    shop.start(SIZE)
    try:
        obey(application, Screens(application, shop))
    finally:
        shop.close()


def plain() -> None:
    application, engine, window = bare()
    obey(application, Plain(application, window, engine))


def touched(window: Any, screen: Callable[[], Any], name: str, page: object) -> None:
    """Touch the first frame. Tell when it came, and how soon after the touch it showed this pressed, and the page that follows;
    the process ends.
    """
    from PySide6.QtCore import Qt, QTimer

    def touch() -> None:
        at = now_ns()
        glass = screen().glass
        where = glass.middle(name)
        began = now_ns()
        glass.finger("press", where)
        glass.until(lambda: glass.item(name).property("pressed"))
        felt = glass.frame()
        glass.finger("release", where)
        let_go = now_ns()
        glass.until(lambda: glass.frames[-1][2] == page)
        say(at=at, felt=felt - began, page=glass.frames[-1][1] - let_go)
        os._exit(0)

    window.frameSwapped.connect(lambda: QTimer.singleShot(0, touch), Qt.ConnectionType.SingleShotConnection)


def run(state: str, socket: str) -> None:
    """The command as it is, but that its first frame is touched, and that it ends with the page that this leads to."""
    from kiosk.cli import _hasten, main

    _hasten()
    import kiosk.app

    class Touched(kiosk.app.Kiosk):
        def show(self, windowed: tuple[int, int] | None = None) -> None:
            touched(self.window, lambda: Screens(self._application, self), "language-en", ("Asking", "en"))
            super().show(windowed)

    kiosk.app.Kiosk = Touched
    main(["run", "--state", state, "--socket", socket, "--windowed", "x".join(map(str, SIZE))])


def window() -> None:
    """A plain window, touched likewise."""
    application, engine, shown = bare()
    touched(shown, lambda: Plain(application, shown, engine), "card", 1)
    application.exec()


def bare() -> tuple[Any, Any, Any]:
    import PySide6.QtQuick  # noqa: F401  or the window is a bare QWindow
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine

    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(PLAIN)
    (shown,) = engine.rootObjects()
    shown.show()
    return application, engine, shown


if __name__ == "__main__":
    {"kiosk": kiosk, "plain": plain, "run": run, "window": window}[sys.argv[1]](*sys.argv[2:])
