"""What a running kiosk says of itself: one small file beside the ledger, of the machine only and of no visit."""

import json
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.gate.messages import now_ns

log = logging.getLogger(__name__)

EVERY_MS = 5_000
STALE_MS = 3 * EVERY_MS
MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Camera:
    """A gate that is connected. Whether it follows anybody now is the visitor's business, and not told."""

    name: str
    binds: bool  # does it see the mark, and say who the visitor is?
    in_step: bool  # has it acknowledged all that it was told when it connected?
    lease_age_ms: int | None  # since it was last given one; None: never


@dataclass(frozen=True, slots=True)
class Screen:
    name: str
    platform: str  # Qt's: "wayland", "xcb", "offscreen"
    width: int  # pixels
    height: int
    width_mm: int  # 0: it does not say
    height_mm: int
    renderer: str  # "OpenGL", "Software"
    problems: tuple[str, ...] = ()  # a sentence for each thing that the panel does not say, or lacks


@dataclass(frozen=True, slots=True)
class Status:
    version: str
    process: int
    written_ns: int  # on the gates' clock
    socket: str
    healthy: bool  # are leases given?
    broken: tuple[str, ...]  # Conditions
    frame_age_ms: int  # since the screen was last drawn
    languages: tuple[str, ...]  # that a visitor can choose
    voices: tuple[str, ...]  # languages that are read aloud
    cameras: tuple[Camera, ...]
    screen: Screen

    @property
    def age_ms(self) -> int:
        return (now_ns() - self.written_ns) // MS


_FILE = TypeAdapter(Status)


def screen_of(window: QQuickWindow, problems: Iterable[str]) -> Screen:
    """The screen that a window is on, and how it is drawn. problems: as in Screen."""
    screen = window.screen()
    size, physical = screen.size(), screen.physicalSize()
    return Screen(
        name=screen.name(),
        platform=QGuiApplication.platformName(),
        width=size.width(),
        height=size.height(),
        width_mm=round(physical.width()),
        height_mm=round(physical.height()),
        renderer=window.rendererInterface().graphicsApi().name,
        problems=tuple(problems),
    )


def read(path: Path) -> Status | None:
    """None where there is none that can be read."""
    try:
        return _FILE.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


class Reporter(QObject):
    """Keeps the file up to date from the screen's thread: an old file tells of a screen that stands still.

    Not durable: after a power cut it would say nothing that is true.
    """

    def __init__(self, path: Path, look: Callable[[], Status], parent: QObject | None = None):
        super().__init__(parent)
        self._path = path
        self._look = look
        self._trouble = ""
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.write)

    def start(self) -> None:
        self.write()
        self._timer.start()

    def write(self) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        trouble = ""
        try:
            fresh.write_text(json.dumps(asdict(self._look()), ensure_ascii=False) + "\n", encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            trouble = f"{self._path} cannot be written: {error.strerror}. `kiosk doctor` takes the kiosk for one that hangs."
        if trouble and trouble != self._trouble:
            log.warning("%s", trouble)
        self._trouble = trouble

    def close(self) -> None:
        self._timer.stop()
        with suppress(OSError):
            self._path.unlink()
