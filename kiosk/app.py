"""Builds one kiosk out of its rooms, shows it, and takes it down in the right order."""

import logging
import os
import re
import signal
import socket as sockets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import PySide6.QtQuick  # noqa: F401  before rootObjects(): without it the root is a bare QWindow
import shiboken6
from PySide6.QtCore import QLocale, QObject, QSocketNotifier, Qt, QTimer, QTranslator, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import __version__, notices, resources, service, status
from kiosk.config import LANGUAGES, Settings
from kiosk.consent import receipt
from kiosk.consent.decision import Purpose, Shown, VisitId
from kiosk.consent.erasure import Erasure
from kiosk.consent.law import LAWS
from kiosk.consent.notice import Change, Notice, NoticeError, changed
from kiosk.consent.receipt import Receipt, ReceiptError
from kiosk.consent.visit import (
    SECOND,
    Answer,
    Attract,
    Bound,
    Broke,
    Condition,
    Erased,
    NotErased,
    NoticeChanged,
    Problem,
    Rules,
    Stopped,
    visit_of,
)
from kiosk.consent.visit import Acknowledged as GatesAnswered
from kiosk.files import write_durably
from kiosk.gate.messages import Erased as ErasedByGate
from kiosk.gate.messages import now_ns
from kiosk.gate.peer import group_number, user_number
from kiosk.insight.keeper import Keeper
from kiosk.insight.prometheus import Exporter, Live
from kiosk.insight.summary import summed
from kiosk.ledger.checkpoint import key_id
from kiosk.ledger.store import Ledger, LedgerError
from kiosk.receipts import keys as key_files
from kiosk.runner import Runner
from kiosk.screens import typography
from kiosk.screens.code_image import CodeImages
from kiosk.screens.desk import About, Camera, Desk
from kiosk.screens.glass import Glass
from kiosk.screens.keys import Keys
from kiosk.screens.latch import Latch
from kiosk.screens.panel import cramped, describe
from kiosk.screens.press import Press
from kiosk.screens.reading import visible_words
from kiosk.screens.scanner import Scanner
from kiosk.screens.speech import Reader, Voice, find_voice
from kiosk.screens.visitor import Visitor
from kiosk.signal.server import GateServer
from kiosk.staff.accounts import Accounts, is_badge
from kiosk.state import StateDirectory

log = logging.getLogger(__name__)

PULSE_MS = 2_000
TIDY_MS = 3_600_000
NOTE_MS = 300_000
VOICE_MS = 500  # after the first picture
DRAWN_FRESH = 5 * SECOND
WEEK_DAYS, WEEK_LEAST = 7, 5  # the second as `kiosk stats` has it
PROBLEMS = {
    receipt.Reason.ALTERED: Problem.ALTERED,
    receipt.Reason.ANOTHER_SHOP: Problem.ELSEWHERE,
    receipt.Reason.EXPIRED: Problem.EXPIRED,
}


class StartError(RuntimeError):
    """The kiosk cannot start; the message names the thing, the reason and the next step."""


class Tongue(QObject):
    """Switches the interface's language while it runs."""

    def __init__(self, application: QGuiApplication, languages: tuple[str, ...]):
        """Leaves out, and says so, a language whose translation cannot be read. Raises StartError where none is left."""
        super().__init__(application)
        self._application = application
        self._translators = {}
        for tag in languages:
            translator, path = QTranslator(self), resources.TRANSLATIONS / f"kiosk_{tag}.qm"
            if translator.load(os.fspath(path)):
                self._translators[tag] = translator
                continue
            missing = f"The translation {path} is missing, broken, or not this user's to read. Build it: make setup"
            log.warning("not offered: %s: %s", tag, missing)
        if not self._translators:
            raise StartError(missing)
        self._spoken: QTranslator | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._translators)

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
        preview: bool = False,
        voice: Voice | None = None,
        config: Path | None = None,
    ):
        """Build all rooms. Raises StateError, LedgerError, NoticeError or StartError; nothing is shown yet.

        config: where the settings are from, unless they are the state directory's own. rules: other time-outs than the
        settings', for demonstrations and tests. preview: only for pictures of the screens, also of those that nobody may be
        asked with yet.
        """
        self._application = application
        self._state = state
        state.hold()
        self._key = state.signing_key()
        self._keys = key_files.load(key_files.of_state(state.path))  # older ones too: their receipts still count
        if self._key.public_key() not in self._keys:
            raise StartError(
                f"{state.private_key} and {state.public_key} are not a pair: nobody could verify what the kiosk signs. "
                "Put back the one that does not belong there from your backup."
            )
        self.settings = settings
        self.notice, languages = _offered(settings, preview)
        self._tongue = Tongue(application, languages)
        for problem in typography.load_fonts(resources.FONTS, settings.screen.languages):
            log.warning("%s", problem)
        languages = _drawable(self.notice, self._tongue.languages)
        if languages[0] != settings.screen.languages[0]:
            log.warning("the screen begins in %s: %s is not offered", languages[0], settings.screen.languages[0])
        self.ledger = Ledger(state.ledger, key=self._key, origin=_origin(settings), older=self._keys)
        self._recognise_ledger()
        self.accounts = Accounts(state.staff)
        self.gates = self._gate_server(socket)
        self.runner = Runner(
            _rules(rules or settings.rules(), settings, languages),
            self.ledger,
            self.gates,
            self.issue_receipt,
            self._code_in,
            self.accounts,
            clock=now_ns,
        )
        self.counts = Keeper(state.counts, state.ledger, settings.notice.totals_months * 366 // 12)
        self._exporter = Exporter(settings.monitoring.prometheus)
        self.runner.changed.connect(lambda: self.counts.see(self.runner.state.page, now_ns()))
        self.gates.acknowledged.connect(self._acknowledged)
        self.gates.bound.connect(self._bound)
        self.gates.stopped.connect(self._stopped)
        self.gates.erased.connect(self._erased)
        self.gates.not_erased.connect(self._not_erased)
        names = {tag: LANGUAGES[tag] for tag in languages}
        self.visitor = Visitor(
            self.runner, self.notice, settings.store.name, names, self._shown, settings.screen.language_seconds
        )
        press = Press(["--state", os.fspath(state.path), "--config", os.fspath(config or state.config)])
        self.desk = Desk(self.runner, self._cameras, self._about, press)
        # What waits until nobody is at the screen:
        self._coming: Callable[[], None] | None = None  # another notice
        self._untidy = False
        self.runner.changed.connect(self._when_nobody_is_there)
        self._tongue.speak(self.visitor.language)
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider("code", CodeImages())
        self.visitor.tongueChanged.connect(self._change_tongue)
        panel, self.panel_problems = panel_of(application.primaryScreen(), settings)
        for problem in self.panel_problems:
            log.warning("%s", problem)
        self._diagonal: float = panel["diagonal"]
        self._engine.setInitialProperties({"visitor": self.visitor, "desk": self.desk, "panel": panel})
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
        self._drawn_ns = now_ns()
        self.window.frameSwapped.connect(self._drew)
        self._pulse = QTimer(self.window, interval=PULSE_MS)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start()
        self._tidy = QTimer(self.window, interval=TIDY_MS)
        self._tidy.timeout.connect(self.tidy)
        self._tidy.timeout.connect(self.check_law)
        self._tidy.start()
        self._reporter = status.Reporter(state.status, self.report, self.window)
        self._note = QTimer(self.window, interval=NOTE_MS)
        self._note.timeout.connect(self._note_head)
        self._note.timeout.connect(self._count)
        self._note.start()

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

    def give_voice(self, voice: Voice) -> None:
        """From now on the screen can be read aloud. The kiosk closes the voice with itself."""
        self._voice = voice
        self.reader = Reader(self.window, self.visitor, self.keys, voice, self.settings.speech.headset)
        self.window.installEventFilter(self.reader)
        self.visitor.voices = voice.languages
        self.visitor.tongueChanged.emit()

    def find_voice(self) -> None:
        """Look for this machine's voice; the log names what cannot be read aloud. Takes a second or two."""
        voice, problems = find_voice(self.runner.rules.languages, self.settings.speech.rate)
        for problem in problems:
            log.warning("%s", problem)
        if voice:
            self.give_voice(voice)

    def healthy(self) -> bool:
        """May leases be given? Only while decisions can be recorded and the screen is there and really draws."""
        return self.runner.healthy() and self._plugged() and self.frame_age_ns() <= DRAWN_FRESH

    def _plugged(self) -> bool:
        return not self._needs_output or any(_is_output(screen) for screen in self._application.screens())

    def frame_age_ns(self) -> int:
        """Since the screen was last drawn."""
        return now_ns() - self._drawn_ns

    def _drew(self) -> None:
        self._drawn_ns = now_ns()

    def _beat(self) -> None:
        """Draw, and tell systemd that the last picture was drawn; or that there is no screen, which no new start mends."""
        self.window.update()
        if not self._plugged() or self.frame_age_ns() <= DRAWN_FRESH:
            service.tell("WATCHDOG=1")

    def start(self, windowed: tuple[int, int] | None = None) -> None:
        """Take the socket, then the screen. Raises SocketError."""
        self.gates.listen()
        self.runner.start()
        self._publish(self.notice, self.settings)
        self._note_head()
        self._count()  # before anything is dropped
        self.tidy()
        self._reporter.start()
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

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._fill)

    def _fill(self) -> None:
        """Take the whole of the first screen, where no window manager does it; again where it changes, or is another one."""
        if screen := self._application.primaryScreen():
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())

    def close(self) -> None:
        """The engine goes before the view models that it shows; the ledger last."""
        self._reporter.close()
        self.gates.close()
        self.runner.stop()
        self.visitor.stop()
        self.desk.stop()
        if self._voice:
            self._voice.close()
        self.counts.close(self.healthy())
        self._note_head()
        del self.window
        shiboken6.delete(self._engine)
        self.ledger.close()
        self._state.release()

    def _change_tongue(self) -> None:
        self._tongue.speak(self.visitor.language)
        self._engine.retranslate()

    def issue_receipt(self, visit: VisitId, answer: Answer, agreed: tuple[Purpose, ...]) -> Receipt:
        minute = datetime.now(UTC).replace(second=0, microsecond=0)
        return receipt.issue(
            self._key,
            self.settings.receipt.url,
            visit,
            answer,
            minute,
            self.notice.hash,
            asked=self.runner.rules.purposes,
            agreed=agreed,
            expires=self.settings.kept_until(minute),
            language=self.visitor.language,
        )

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
        """Take another notice into force, as soon as nobody is at the screen. Raises NoticeError or StartError.

        Words and facts of the notice only: whatever else changed in the settings needs a restart.
        """
        notice, languages = _offered(settings)
        languages = _drawable(notice, tuple(tag for tag in languages if tag in self._tongue.languages))
        if _restart_needed(self.settings, settings) or languages != self.runner.rules.languages:
            raise StartError("More than the notice was changed: restart the kiosk. It goes on as before until then.")

        def take() -> None:
            self._publish(notice, settings)  # may fail, and then everything stays as it was
            self.settings, self.notice = settings, notice
            self.runner.rules = _rules(replace(self.runner.rules, purposes=settings.rules().purposes), settings, languages)
            self.visitor.explain(notice, settings.store.name)

        self._coming = take
        self._when_nobody_is_there()

    def _publish(self, notice: Notice, settings: Settings) -> None:
        """What was agreed to under another notice ends, unless only its words are other ones."""
        before, told = self.ledger.notice_in_force() or (None, {})
        change = changed(before, notice.content()) if before else Change.WORDING
        ready = settings.law.model_dump(mode="json")
        self.ledger.keep_notice(notice.hash, notice.content())
        if change is not Change.NONE or told.get("law") != ready:
            self.runner.send(NoticeChanged(notice.version, notice.hash, change is Change.SUBSTANCE, ready))

    def _purge(self) -> None:
        try:
            self.ledger.purge(self.settings.kept_since(datetime.now(UTC)))
        except LedgerError as error:
            log.error("ledger: %s", error)
        self._note_head()

    def _recognise_ledger(self) -> None:
        """Is it the one that this kiosk wrote? Raises LedgerError or StartError."""
        head = self._state.head
        if head.exists():
            if note := head.read_text(encoding="utf-8", errors="replace"):
                self.ledger.expect(note, self._keys)
        elif self.ledger.signed_before:
            raise StartError(
                f"{head} is missing, which tells the kiosk's own ledger from another one. If you put {self.ledger.path} there "
                f"yourself, say so: kiosk ledger checkpoint --state {self._state.path} > {head}"
            )
        else:
            write_durably(head, b"", 0o600)

    def _note_head(self) -> None:
        """Keep the ledger's signed head beside it: another ledger put in its place is then refused at the next start."""
        try:
            if head := self.ledger.head():
                write_durably(self._state.head, head.encode(), 0o600)
        except (LedgerError, OSError) as error:
            log.error("the ledger's head cannot be kept in %s: %s", self._state.head, error)

    def _count(self) -> None:
        ready = self.healthy()
        self.counts.tick(ready)
        self._exporter.write(self.counts.book, Live(ready, len(self.gates.cameras)))

    def _when_nobody_is_there(self) -> None:
        if not isinstance(self.runner.state.page, Attract):
            return
        if self._coming:
            take, self._coming = self._coming, None
            try:
                take()
            except LedgerError as error:
                log.error("the notice stays as it was, and is tried again: %s", error)
                self._coming = take
        if self._untidy and not self.runner.state.permissions:
            self._untidy = False
            self._purge()

    def _code_in(self, text: str) -> tuple[str | None, Problem]:
        """The short code that was typed, or that a scanned receipt stands for, and what it means if the ledger has it not."""
        if "#" not in text:
            code = receipt.read_code(text)
            return code, Problem.UNKNOWN if code else Problem.MISTYPED
        try:
            return receipt.verify(self._keys, text, datetime.now(UTC)).code, Problem.UNKNOWN
        except ReceiptError as error:
            # Genuine but for its dates: this clock may be wrong, and a yes must not outlast its withdrawal for that.
            return error.receipt and error.receipt.code, PROBLEMS.get(error.reason, Problem.UNKNOWN)

    def _scanned(self, text: str) -> None:
        (self.desk if is_badge(text) else self.visitor).scan(text)

    def _cameras(self) -> tuple[Camera, ...]:
        now, lease_ns = now_ns(), self.settings.gates.lease_ms * 1_000_000
        here = (
            Camera(
                each.camera,
                connected=True,
                in_step=each.synced_at is not None,
                leased=each.leased_ns is not None and now - each.leased_ns <= lease_ns,
                acknowledged_s=None if each.acked_ns is None else (now - each.acked_ns) // SECOND,
            )
            for each in self.gates.peers
        )
        return (*here, *(Camera(name, connected=False) for name in self.gates.away))

    def report(self) -> status.Status:
        """What it says of itself, and of no visit."""
        now = now_ns()
        return status.Status(
            version=__version__,
            process=os.getpid(),
            written_ns=now,
            socket=os.fspath(self.gates.path),
            healthy=self.healthy(),
            broken=tuple(sorted(self.runner.state.broken)),
            frame_age_ms=self.frame_age_ns() // status.MS,
            languages=self.runner.rules.languages,
            voices=self.visitor.voices,
            cameras=tuple(
                status.Camera(
                    each.camera,
                    each.binds,
                    each.synced_at is not None,
                    each.leased_ns and (now - each.leased_ns) // status.MS,
                )
                for each in self.gates.peers
            ),
            screen=status.screen_of(self.window, self.panel_problems),
        )

    def _about(self) -> About:
        told = summed(self.counts.book, {}, date.today(), WEEK_DAYS, WEEK_LEAST)
        week = (told.yes, told.no, told.lapsed)
        about = About(__version__, self.notice.version, self.notice.hash, week=week)
        try:
            _, head = self.ledger.newest_head()
        except LedgerError as error:
            log.error("ledger: %s", error)
            return about
        key = key_id(head.origin, self._key.public_key()).hex()
        return replace(about, records=head.size, root=head.root.hex(), key=key)

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

    def _acknowledged(self, visit: str, asked: int, applied: int) -> None:
        self.runner.send(GatesAnswered(visit, asked, applied))

    def _bound(self, visit: str, state: str) -> None:
        self.runner.send(Bound(visit, state))

    def _stopped(self, visit: str, silent: list[str]) -> None:
        self.runner.send(Stopped(visit, tuple(silent)))

    def _not_erased(self, visit: str, cameras: list[str]) -> None:
        self.runner.send(NotErased(visit, tuple(cameras)))

    def _erased(self, visit: str, camera: str, statement: str, told: ErasedByGate) -> None:
        erasure = Erasure(camera, tuple(sorted(told.counts.items())), statement, told.key, told.signature)
        if told.signature and not erasure.signed:
            log.error("camera %s: the signature under what it erased is not good; kept without it", camera)
            erasure = replace(erasure, key="", signature="")
        self.runner.send(Erased(visit, erasure))


def _is_output(screen: QScreen) -> bool:
    """Is it one that can be seen? Where the last one is unplugged Qt goes on drawing, on one that it makes up."""
    return screen.geometry().isValid() and not re.fullmatch(r"|.*:\d+\.\d+", screen.name())


def _origin(settings: Settings) -> str:
    """The ledger's name in its signed heads."""
    return f"{urlsplit(settings.receipt.url).netloc}/{settings.kiosk.name}"


def _offered(settings: Settings, preview: bool = False) -> tuple[Notice, tuple[str, ...]]:
    """The notice, and the languages in which a yes may be offered. Raises NoticeError where there is none.

    A language whose words are not whole is left out, and so is one that the law holds back; the log says which and why.
    """
    if preview:
        return notices.load(settings), settings.screen.languages
    notice, broken = notices.load_whole(settings)
    premises = settings.premises(date.today())
    usable, reasons = notices.usable(notice, premises)
    for reason in (*broken, *reasons):
        log.warning("not offered: %s", reason)
    return notice, usable


def offered_by(application: QGuiApplication, settings: Settings) -> tuple[str, ...]:
    """The languages that a kiosk with these settings offers; the log says which not, and why.

    Raises NoticeError or StartError where it would not start.
    """
    notice, languages = _offered(settings)
    return _drawable(notice, Tongue(application, languages).languages)


def _drawable(notice: Notice, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a font here can draw; the log names the others, and what is odd in the shop's own words.

    Raises StartError where none is left.
    """
    own = {c for fact in notice.facts.values() for text in (fact if isinstance(fact, tuple) else (str(fact),)) for c in text}
    said = {tag: {*LANGUAGES[tag], *"".join(notice.words[tag].texts())} - own for tag in languages}
    tags, problems = typography.drawable({tag: "".join(characters) for tag, characters in said.items()})
    for problem in problems:
        log.warning("not offered: %s", problem)
    if languages and not tags:
        raise StartError("No font here can draw any of the shop's languages: the lines above say why. Install the kiosk anew.")
    if odd := typography.undrawn("".join(own)):
        log.warning("store.toml: no font of the kiosk has %s: it may be shown as an empty box", " ".join(sorted(odd)))
    return tags


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
    load: Callable[[], Settings], state: StateDirectory, socket: Path, windowed: tuple[int, int] | None, config: Path | None
) -> int:
    """Run one kiosk until it is told to stop; the exit code. load: reads the settings from config, now and at each SIGHUP."""
    settings = load()
    os.umask(0o077)
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("consent-kiosk")
    notifier = quit_on_signals(application)  # noqa: F841
    kiosk = Kiosk(application, settings, state, socket, config=config)
    signal.signal(signal.SIGHUP, lambda *_: QTimer.singleShot(0, lambda: _reload(kiosk, load)))
    try:
        kiosk.start(windowed)
        service.tell("READY=1")
        if settings.speech.enabled:
            QTimer.singleShot(VOICE_MS, kiosk.find_voice)
        sys.excepthook = lambda kind, error, trace: _off(kiosk, kind, error, trace)
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        kiosk.close()


def _reload(kiosk: Kiosk, load: Callable[[], Settings]) -> None:
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
