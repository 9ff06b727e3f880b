"""Builds one kiosk out of its rooms, shows it, and takes it down in the right order."""

import logging
import os
import signal
import socket as sockets
import sys
from datetime import UTC, datetime
from pathlib import Path

import PySide6.QtQuick  # noqa: F401  before rootObjects(): without it the root is a bare QWindow
import shiboken6
from PySide6.QtCore import QLocale, QObject, QSocketNotifier, Qt, QTimer, QTranslator, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import resources
from kiosk.config import LANGUAGES, Settings
from kiosk.consent import receipt
from kiosk.consent.decision import Choice, Shown, VisitId
from kiosk.consent.receipt import Receipt
from kiosk.consent.visit import SECOND, Answer, Bound, Broke, Condition, Rules
from kiosk.consent.visit import Acknowledged as GatesAnswered
from kiosk.gate.messages import now_ns
from kiosk.gate.peer import group_number, user_number
from kiosk.ledger.store import Ledger
from kiosk.notices import load as load_notice
from kiosk.runner import Runner
from kiosk.screens.code_image import CodeImage  # noqa: F401  registers the QML type
from kiosk.screens.desk import Desk
from kiosk.screens.reading import visible_words
from kiosk.screens.visitor import Visitor
from kiosk.signal.server import GateServer
from kiosk.staff.accounts import Accounts
from kiosk.state import StateDirectory

log = logging.getLogger(__name__)

PULSE_MS = 2_000
DRAWN_FRESH = 5 * SECOND
FAMILIES = ("Noto Sans", "Noto Sans SC", "Noto Sans Arabic")


class StartError(RuntimeError):
    """The kiosk cannot start; the message names the thing, the reason and the next step."""


class Tongue(QObject):
    """Switches the interface's language while it runs."""

    def __init__(self, application: QGuiApplication, languages: tuple[str, ...]):
        super().__init__(application)
        self._application = application
        self._translators = {}
        for tag in languages:
            translator = QTranslator(self)
            if not translator.load(os.fspath(resources.TRANSLATIONS / f"kiosk_{tag}.qm")):
                path = resources.TRANSLATIONS / f"kiosk_{tag}.qm"
                raise StartError(f"The translation {path} is missing, or not this user's to read. Build it: make setup")
            self._translators[tag] = translator
        self._spoken: QTranslator | None = None

    def speak(self, tag: str) -> None:
        if self._spoken:
            self._application.removeTranslator(self._spoken)
        self._spoken = self._translators[tag]
        self._application.installTranslator(self._spoken)
        QLocale.setDefault(QLocale(tag))
        self._application.setLayoutDirection(QLocale(tag).textDirection())


class Kiosk:
    """One kiosk process: everything it owns, alive from `start` to `close`."""

    def __init__(
        self,
        application: QGuiApplication,
        settings: Settings,
        state: StateDirectory,
        socket: Path,
        rules: Rules | None = None,
    ):
        """Build all rooms. Raises StateError, LedgerError, NoticeError or StartError; nothing is shown yet.

        rules: other time-outs than the settings', for demonstrations and tests.
        """
        self._application = application
        self._state = state
        state.hold()
        self._key = state.signing_key()
        self.settings = settings
        self.notice = load_notice(settings)
        self.ledger = Ledger(state.ledger)
        self.ledger.keep_notice(self.notice.hash, self.notice.content())
        self.accounts = Accounts(state.staff)
        self.gates = self._gate_server(socket)
        self.runner = Runner(
            rules or settings.rules(), self.ledger, self.gates, self.issue_receipt, self.accounts.check, clock=now_ns
        )
        self.gates.acknowledged.connect(self._acknowledged)
        self.gates.bound.connect(self._bound)
        names = {tag: LANGUAGES[tag] for tag in settings.screen.languages}
        self.visitor = Visitor(self.runner, self.notice, settings.store.name, names, self._shown)
        self.desk = Desk(self.runner, lambda: self.gates.cameras)
        _load_fonts()
        self._tongue = Tongue(application, settings.screen.languages)
        self._tongue.speak(self.visitor.language)
        self._engine = QQmlApplicationEngine()
        self.visitor.tongueChanged.connect(self._change_tongue)
        self._engine.setInitialProperties({"visitor": self.visitor, "desk": self.desk})
        self._engine.load(QUrl.fromLocalFile(os.fspath(resources.QML / "Main.qml")))
        if not self._engine.rootObjects():
            raise StartError("The screens cannot be loaded: the lines above name the file. Install the kiosk anew.")
        self.window: QQuickWindow = self._engine.rootObjects()[0]
        self._drawn_ns = now_ns()
        self.window.frameSwapped.connect(self._drew)
        self._pulse = QTimer(self.window, interval=PULSE_MS)
        self._pulse.timeout.connect(self.window.update)
        self._pulse.start()

    def _gate_server(self, socket: Path) -> GateServer:
        """Raises StartError for a user or group that this machine does not know."""
        gates = self.settings.gates
        try:
            users, groups = [user_number(each) for each in gates.users], [group_number(each) for each in gates.groups]
        except ValueError as error:
            raise StartError(
                f"store.toml: [gates] names somebody unknown: {error}. Make the account, or correct it."
            ) from error
        return GateServer(
            socket,
            self.settings.kiosk.name,
            healthy=self.healthy,
            users=users,
            groups=groups,
            ttl_ms=gates.lease_ms,
        )

    def healthy(self) -> bool:
        """May leases be given? Only while decisions can be recorded and the screen really draws."""
        return self.runner.healthy() and now_ns() - self._drawn_ns <= DRAWN_FRESH

    def _drew(self) -> None:
        self._drawn_ns = now_ns()

    def start(self, windowed: tuple[int, int] | None = None) -> None:
        """Take the socket, then the screen. Raises SocketError."""
        self.gates.listen()
        self.runner.start()
        if windowed:
            self.window.resize(*windowed)
            self.window.show()
        else:
            self._application.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self.window.setGeometry(self._application.primaryScreen().geometry())  # where no window manager does it
            self.window.showFullScreen()

    def close(self) -> None:
        """The engine goes before the view models that it shows; the ledger last."""
        self.gates.close()
        self.runner.stop()
        del self.window
        shiboken6.delete(self._engine)
        self.ledger.close()
        self._state.release()

    def _change_tongue(self) -> None:
        self._tongue.speak(self.visitor.language)
        self._engine.retranslate()

    def issue_receipt(self, visit: VisitId, answer: Answer) -> Receipt:
        minute = datetime.now(UTC).replace(second=0, microsecond=0)
        return receipt.issue(self._key, self.settings.receipt.url, visit, answer, minute, self.notice.hash)

    def _shown(self) -> Shown:
        width, height = self.window.width(), self.window.height()
        screen = self.window.findChild(QQuickItem, "screen")
        return Shown(
            notice=self.notice.hash,
            language=self.visitor.language,
            layout=f"{'portrait' if height >= width else 'landscape'} {width}x{height}",
            words=visible_words(screen, self.visitor.rightToLeft),
            order=(Choice.OPT_IN, Choice.OPT_OUT),
        )

    def _acknowledged(self, visit: str, asked: int, applied: int) -> None:
        self.runner.send(GatesAnswered(visit, asked, applied))

    def _bound(self, visit: str, state: str) -> None:
        self.runner.send(Bound(visit, state))


def _load_fonts() -> None:
    for path in sorted(resources.FONTS.glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(os.fspath(path)) < 0:
            raise StartError(f"The font {path} cannot be loaded. Install the kiosk anew.")
    for family in FAMILIES:
        QFont.insertSubstitutions(family, [other for other in FAMILIES if other != family])


def quit_on_signals(application: QGuiApplication) -> QSocketNotifier:
    """SIGTERM and SIGINT end the event loop. Keep what is returned."""
    reader, writer = sockets.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        # Through the event loop: a quit() from before exec() would be forgotten.
        signal.signal(number, lambda *_: QTimer.singleShot(0, application.quit))
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda: reader.recv(64))
    notifier.ends = (reader, writer)
    return notifier


def run(settings: Settings, state: StateDirectory, socket: Path, windowed: tuple[int, int] | None) -> int:
    """Run one kiosk until it is told to stop; the exit code."""
    os.umask(0o077)
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("consent-kiosk")
    notifier = quit_on_signals(application)  # noqa: F841
    kiosk = Kiosk(application, settings, state, socket)
    try:
        kiosk.start(windowed)
        sys.excepthook = lambda kind, error, trace: _off(kiosk, kind, error, trace)
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        kiosk.close()


def _off(kiosk: Kiosk, kind: type, error: BaseException, trace) -> None:
    """An error that nobody caught: cameras off, and the screen says so."""
    log.critical("kiosk: an error that nobody caught", exc_info=(kind, error, trace))
    if Condition.KIOSK not in kiosk.runner.state.broken:
        kiosk.runner.send(Broke(Condition.KIOSK))
