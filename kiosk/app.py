"""Builds one kiosk out of its rooms, shows it, and takes it down in the right order."""

import gc
import logging
import os
import re
import signal
import socket as sockets
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PySide6.QtQuick  # noqa: F401  before rootObjects(): without it the root is a bare QWindow
import shiboken6
from PySide6.QtCore import QSocketNotifier, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import notices, offer, resources, service
from kiosk.config import Settings
from kiosk.consent.decision import Shown
from kiosk.consent.law import LAWS
from kiosk.consent.notice import LANGUAGES, NoticeError
from kiosk.consent.visit import SECOND, Attract, Broke, Condition, Rules, visit_of
from kiosk.runner import Runner
from kiosk.screens import typography
from kiosk.screens.desk import Desk
from kiosk.screens.glass import Glass
from kiosk.screens.keys import Keys
from kiosk.screens.latch import Latch
from kiosk.screens.panel import cramped, describe
from kiosk.screens.press import Press
from kiosk.screens.reading import visible_words
from kiosk.screens.scanner import Scanner
from kiosk.screens.visitor import Visitor
from kiosk.state import StateDirectory

if TYPE_CHECKING:
    from kiosk.backroom import BackRoom
    from kiosk.screens.speech import Voice

log = logging.getLogger(__name__)

PULSE_MS = 2_000
TIDY_MS = 3_600_000
PICTURE_MS = 1_000  # the longest that the first picture is waited for
VOICE_MS = 500  # after all is open
DRAWN_FRESH = 5 * SECOND
BEHIND = (
    *("sqlite_utils", "kiosk.consent.receipt", "kiosk.ledger.store", "kiosk.screens.code_image", "kiosk.signal.server"),
    "kiosk.backroom",
)
"""What nothing on the first picture needs: imported after it, each between two touches."""


class StartError(RuntimeError):
    """The kiosk cannot start; the message names the thing, the reason and the next step."""


class Kiosk:
    """One kiosk process: first what is seen, then what is behind it. Alive until `close`."""

    back: "BackRoom"

    def __init__(
        self,
        application: QGuiApplication,
        settings: Settings,
        state: StateDirectory,
        socket: Path | None,
        rules: Rules | None = None,
        preview: bool = False,
        voice: "Voice | None" = None,
        config: Path | None = None,
        size: tuple[int, int] | None = None,
    ):
        """Build the screen. Raises StateError, NoticeError, OfferError or StartError; nothing is shown yet.

        socket: None for the default one. rules: other time-outs than the settings', for demonstrations and tests. preview: only
        for pictures, also of screens that nobody may be asked with yet. config: where the settings are from, if not from the
        state directory. size: of the window, if not of the screen: it need not be laid out anew.
        """
        self._application = application
        self._state = state
        self._socket = socket
        self._preview = preview
        self.open = False
        state.hold()
        self.settings = settings
        self.notice = notices.load(settings) if preview else offer.words(settings)
        self._tongue = offer.Tongue(application, tuple(self.notice.words))
        typography.load_fonts(resources.FONTS, settings.screen.languages, trusting=True)
        self.runner = Runner(_rules(rules or settings.rules(), settings, self._tongue.languages))
        self.visitor = Visitor(
            self.runner,
            self.notice,
            settings.store.name,
            _names(self._tongue.languages),
            self._shown,
            settings.screen.language_seconds,
        )
        press = Press(["--state", os.fspath(state.path), "--config", os.fspath(config or state.config)])
        self.desk = Desk(self.runner, lambda: self.back.cameras(), lambda: self.back.about(), press)
        # What waits until nobody is at the screen:
        self._coming: Callable[[], bool] | None = None  # another notice
        self._untidy = False
        self._tongue.speak(self.visitor.language)
        self._engine = QQmlApplicationEngine()
        self.visitor.tongueChanged.connect(self._change_tongue)
        panel, self.panel_problems = panel_of(application.primaryScreen(), settings)
        for problem in self.panel_problems:
            log.warning("%s", problem)
        self._diagonal: float = panel["diagonal"]
        width, height = size or application.primaryScreen().size().toTuple()
        given = {"visitor": self.visitor, "desk": self.desk, "panel": panel, "width": width, "height": height}
        self._engine.setInitialProperties(given)
        self._engine.load(QUrl.fromLocalFile(os.fspath(resources.QML / "Main.qml")))
        if not self._engine.rootObjects():
            raise StartError("The screens cannot be loaded: the lines above name the file. Install the kiosk anew.")
        self.window: QQuickWindow = self._engine.rootObjects()[0]
        self.keys = Keys(self.window, self.visitor)
        self.window.installEventFilter(self.keys)
        self._scanner = Scanner(self.window)
        self._scanner.scanned.connect(self._scanned)
        self.window.installEventFilter(self._scanner)
        self.glass = Glass(self.window, self.runner)
        self.window.installEventFilter(self.glass)
        self.visitor.rearranged.connect(self.glass.rearrange)
        self.visitor.touched = lambda: self.glass.touched
        self._voice: Voice | None = None
        if voice:
            self.give_voice(voice)
        self._needs_output = False
        self._drawn_ns = self.runner.now()
        self.window.frameSwapped.connect(self._drew)
        self._pulse = QTimer(self.window, interval=PULSE_MS)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start()
        self._tidy = QTimer(self.window, interval=TIDY_MS)
        self._tidy.timeout.connect(self.tidy)
        self._tidy.timeout.connect(self.check_law)

    def start(self, windowed: tuple[int, int] | None = None) -> None:
        """Show it, and open what is behind it, at once. Raises what `opening` does."""
        self.show(windowed)
        for _ in self.opening():
            pass

    def show(self, windowed: tuple[int, int] | None = None) -> None:
        """Take the screen."""
        size = windowed or self._application.primaryScreen().size().toTuple()
        for problem in cramped(*size, self._diagonal, self.settings.panel.viewing_mm):
            log.warning("%s", problem)
        if windowed:
            self.window.resize(*windowed)
            self.window.show()
        else:
            self._application.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._needs_output = _is_output(self._application.primaryScreen())
            self._application.screenAdded.connect(self._follow)
            self._application.primaryScreenChanged.connect(self._fill)
            for screen in self._application.screens():
                self._follow(screen)
            self._fill()
            self.window.installEventFilter(Latch(self.window))
            self.window.showFullScreen()

    def opening(self) -> Iterator[None]:
        """Open what is behind the screen, in steps so short that a touch between two of them is felt at once.

        What such a touch asks for follows when all is open: nobody is asked anything in a language that is not vetted. Raises
        StateError, KeyFileError, ConfigError, NoticeError, OfferError, LedgerError or SocketError.
        """
        for module in BEHIND:
            import_module(module)
            yield
        if problems := typography.load_fonts(resources.FONTS, self.settings.screen.languages):
            for problem in problems:
                log.warning("%s", problem)
            self.visitor.anew()
        yield
        languages = self._tongue.languages
        if self._preview:
            languages = offer.drawable(self.notice, languages)
        else:
            languages = yield from offer.vetting(self.notice, self.settings.premises(date.today()), languages)
        if languages[0] != self.settings.screen.languages[0]:
            log.warning("the screen begins in %s: %s is not offered", languages[0], self.settings.screen.languages[0])
        self.runner.rules = replace(self.runner.rules, languages=languages)
        self.visitor.offer(_names(languages))
        yield
        from kiosk.backroom import BackRoom
        from kiosk.screens.code_image import CodeImages

        self._engine.addImageProvider("code", CodeImages())
        self.back = BackRoom(self.settings, self._state, self._socket, self.runner, self)
        self.open = True
        yield from self.back.opening(self.notice)
        self.runner.changed.connect(self._when_nobody_is_there)
        self.tidy()
        self._tidy.start()

    def give_voice(self, voice: "Voice") -> None:
        """From now on the screen can be read aloud. The kiosk closes the voice with itself."""
        from kiosk.screens.speech import Reader

        self._voice = voice
        self.reader = Reader(self.window, self.visitor, self.keys, voice, self.settings.speech.headset)
        self.window.installEventFilter(self.reader)
        self.visitor.voices = voice.languages
        self.visitor.tongueChanged.emit()

    def find_voice(self) -> None:
        """Look for this machine's voice; the log names what cannot be read aloud. Takes a second or two."""
        from kiosk.screens.speech import find_voice

        voice, problems = find_voice(self.runner.rules.languages, self.settings.speech.rate)
        for problem in problems:
            log.warning("%s", problem)
        if voice:
            self.give_voice(voice)

    def healthy(self) -> bool:
        """May leases be given? Only while decisions can be recorded and the screen is there and really draws."""
        return self.open and self.back.healthy()

    def drawing(self) -> bool:
        """Is the screen there, and was it drawn of late?"""
        return self._plugged() and self.frame_age_ns() <= DRAWN_FRESH

    @property
    def language(self) -> str:
        return self.visitor.language

    @property
    def voices(self) -> tuple[str, ...]:
        """The languages that are read aloud."""
        return self.visitor.voices

    def _plugged(self) -> bool:
        return not self._needs_output or any(_is_output(screen) for screen in self._application.screens())

    def frame_age_ns(self) -> int:
        """Since the screen was last drawn."""
        return self.runner.now() - self._drawn_ns

    def _drew(self) -> None:
        self._drawn_ns = self.runner.now()

    def _beat(self) -> None:
        """Draw, and tell systemd that the last picture was drawn; or that there is no screen, which no new start mends."""
        self.window.update()
        if not self._plugged() or self.frame_age_ns() <= DRAWN_FRESH:
            service.tell("WATCHDOG=1")

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._fill)

    def _fill(self) -> None:
        """Take the whole of the first screen, where no window manager does it; again where it changes, or is another one."""
        if screen := self._application.primaryScreen():
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())

    def close(self) -> None:
        """Cameras off first; the engine goes before the view models that it shows."""
        if self.open:
            self.back.close()
        self.visitor.stop()
        self.desk.stop()
        if self._voice:
            self._voice.close()
        del self.window
        shiboken6.delete(self._engine)
        self._state.release()

    def _change_tongue(self) -> None:
        self._tongue.speak(self.visitor.language)
        self._engine.retranslate()

    def tidy(self) -> None:
        """Drop answers that are past their time, as soon as nobody is at the screen or permitted: it may take a second."""
        self._untidy = True
        self._when_nobody_is_there()

    def check_law(self) -> None:
        """Cameras off, and the screen says so, once a day has come on which nobody may be asked any more.

        An impact assessment has ended, for one. A restart with other settings asks again.
        """
        try:
            notices.usable(self.notice, self.settings.premises(date.today()))
        except NoticeError as error:
            log.error("cameras off: %s", error)
            if Condition.KIOSK not in self.runner.state.broken:
                self.runner.send(Broke(Condition.KIOSK))

    def reload(self, settings: Settings) -> None:
        """Take another notice into force, as soon as nobody is at the screen. Raises NoticeError, OfferError or
        StartError.

        Words and facts of the notice only: whatever else changed in the settings needs a restart.
        """
        notice = offer.words(settings)
        languages = offer.vet(notice, settings.premises(date.today()), self._tongue.languages)
        if _restart_needed(self.settings, settings) or languages != self.runner.rules.languages:
            raise StartError("More than the notice was changed: restart the kiosk. It goes on as before until then.")

        def take() -> bool:
            if not self.back.publish(notice, settings):
                return False
            self.settings, self.notice = settings, notice
            self.runner.rules = _rules(replace(self.runner.rules, purposes=settings.rules().purposes), settings, languages)
            self.visitor.explain(notice, settings.store.name)
            return True

        self._coming = take
        self._when_nobody_is_there()

    def _when_nobody_is_there(self) -> None:
        if not isinstance(self.runner.state.page, Attract):
            return
        if self._coming:
            take, self._coming = self._coming, None
            if not take():
                self._coming = take
        if self._untidy and not self.runner.state.permissions:
            self._untidy = False
            self.back.purge()

    def _scanned(self, text: str) -> None:
        from kiosk.staff.accounts import is_badge

        (self.desk if is_badge(text) else self.visitor).scan(text)

    def _shown(self) -> Shown:
        width, height = self.window.width(), self.window.height()
        visit = visit_of(self.runner.state.page)
        wishes = [name for name in ("large", "contrast", "low") if getattr(visit.view, name)]
        screen = self.window.findChild(QQuickItem, "screen")
        return Shown(
            notice=self.notice.hash,
            language=self.visitor.language,
            layout=" ".join(("portrait" if height >= width else "landscape", f"{width}x{height}", *wishes)),
            words=visible_words(screen, self.visitor.rightToLeft),
            order=visit.order,
        )


def _is_output(screen: QScreen) -> bool:
    """Is it one that can be seen? Where the last one is unplugged Qt goes on drawing, on one that it makes up."""
    return screen.geometry().isValid() and not re.fullmatch(r"|.*:\d+\.\d+", screen.name())


def _names(languages: tuple[str, ...]) -> dict[str, str]:
    return {tag: LANGUAGES[tag] for tag in languages}


def panel_of(screen: QScreen, settings: Settings) -> tuple[dict[str, Any], list[str]]:
    """The screen as the settings have it, and a sentence for each thing that it does not say, or lacks."""
    return describe(
        screen,
        diagonal=settings.panel.diagonal_inches,
        viewing=settings.panel.viewing_mm,
        reach=settings.panel.reach_mm - settings.panel.bottom_mm,
        accent=settings.brand.accent,
        logo=settings.brand.logo,
        moving=settings.screen.motion,
    )


def _rules(rules: Rules, settings: Settings, languages: tuple[str, ...]) -> Rules:
    profile = settings.law.profile
    return replace(rules, languages=languages, profile=profile, signed=LAWS[profile].needs_signature)


def _restart_needed(old: Settings, new: Settings) -> bool:
    """Is anything but the notice's own facts another one?"""
    tables = ("law", "screen", "panel", "brand", "speech", "receipt", "kiosk", "gates", "monitoring")
    return any(getattr(old, name) != getattr(new, name) for name in tables)


def quit_on_signals(application: QGuiApplication) -> QSocketNotifier:
    """SIGTERM and SIGINT end the event loop. Keep what is returned."""
    reader, writer = sockets.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        # Through the event loop: an exit() from before exec() would be forgotten. Not quit(), which asks the window.
        signal.signal(number, lambda *_: QTimer.singleShot(0, application.exit))
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda: reader.recv(64))
    notifier.ends = (reader, writer)
    return notifier


def run(
    load: Callable[[], Settings],
    state: StateDirectory,
    socket: Path | None,
    windowed: tuple[int, int] | None,
    config: Path | None,
) -> int:
    """Run one kiosk until it is told to stop; the exit code. load: reads the settings from config, now and at each SIGHUP.

    Raises what Kiosk and its `opening` do.
    """
    settings = load()
    os.umask(0o077)
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("consent-kiosk")
    notifier = quit_on_signals(application)  # noqa: F841
    kiosk = Kiosk(application, settings, state, socket, config=config, size=windowed)
    signal.signal(signal.SIGHUP, lambda *_: QTimer.singleShot(0, lambda: _reload(kiosk, load)))
    steps, failures = kiosk.opening(), []
    next_step = QTimer(kiosk.window, singleShot=True, interval=PICTURE_MS)

    def go_on() -> None:
        try:
            next(steps)
            next_step.start(0)
        except StopIteration:
            gc.freeze()
            gc.enable()
            service.tell("READY=1")
            if settings.speech.enabled:
                QTimer.singleShot(VOICE_MS, kiosk.find_voice)
        except Exception as error:
            failures.append(error)
            application.exit()

    next_step.timeout.connect(go_on)
    kiosk.window.frameSwapped.connect(
        lambda: next_step.isActive() and next_step.start(0), Qt.ConnectionType.SingleShotConnection
    )
    try:
        next_step.start()
        kiosk.show(windowed)
        sys.excepthook = lambda kind, error, trace: _off(kiosk, kind, error, trace)
        code = application.exec()
        if failures:
            raise failures[0]
        return code
    finally:
        sys.excepthook = sys.__excepthook__
        kiosk.close()


def _reload(kiosk: Kiosk, load: Callable[[], Settings]) -> None:
    if not kiosk.open:
        QTimer.singleShot(PICTURE_MS, lambda: _reload(kiosk, load))
        return
    try:
        kiosk.reload(load())
        log.warning("the notice was read anew")
    except (ValueError, RuntimeError) as error:
        log.error("the notice stays as it was: %s", error)


def _off(kiosk: Kiosk, kind: type, error: BaseException, trace) -> None:
    """An error that nobody caught: cameras off, and the screen says so."""
    log.critical("kiosk: an error that nobody caught", exc_info=(kind, error, trace))
    if Condition.KIOSK not in kiosk.runner.state.broken:
        kiosk.runner.send(Broke(Condition.KIOSK))
