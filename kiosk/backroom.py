"""What a kiosk keeps behind its screen: ledger, keys, gates, staff accounts and counts.

Imported only once the first picture is there: whoever stands before it does not wait for a database.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__, status
from kiosk.config import ConfigError, Settings
from kiosk.consent import receipt
from kiosk.consent.code import read_code
from kiosk.consent.decision import Purpose, VisitId
from kiosk.consent.erasure import Erasure
from kiosk.consent.notice import Change, Notice, changed
from kiosk.consent.receipt import Receipt, ReceiptError
from kiosk.consent.visit import SECOND, Answer, Bound, Erased, NotErased, NoticeChanged, Problem, Stopped
from kiosk.consent.visit import Acknowledged as GatesAnswered
from kiosk.files import write_durably
from kiosk.gate.messages import Erased as ErasedByGate
from kiosk.gate.messages import default_socket, now_ns
from kiosk.gate.peer import group_number, user_number
from kiosk.insight.keeper import Keeper
from kiosk.insight.prometheus import Exporter, Live
from kiosk.insight.summary import summed
from kiosk.ledger.checkpoint import key_id
from kiosk.ledger.store import Ledger, LedgerError
from kiosk.receipts import keys as key_files
from kiosk.runner import Rooms, Runner
from kiosk.screens.desk import About, Camera
from kiosk.signal.server import GateServer
from kiosk.staff.accounts import Accounts
from kiosk.state import StateDirectory, StateError

log = logging.getLogger(__name__)

NOTE_MS = 300_000
WEEK_DAYS, WEEK_LEAST = 7, 5  # the second as `kiosk stats` has it
PROBLEMS = {
    receipt.Reason.ALTERED: Problem.ALTERED,
    receipt.Reason.ANOTHER_SHOP: Problem.ELSEWHERE,
    receipt.Reason.EXPIRED: Problem.EXPIRED,
}


class Front(Protocol):
    """The screen before it."""

    window: QQuickWindow
    panel_problems: list[str]

    @property
    def language(self) -> str: ...
    @property
    def voices(self) -> tuple[str, ...]: ...
    def drawing(self) -> bool: ...
    def frame_age_ns(self) -> int: ...


class BackRoom:
    """Everything that one kiosk process keeps and tells, alive from `opening` to `close`."""

    def __init__(self, settings: Settings, state: StateDirectory, socket: Path | None, runner: Runner, front: Front):
        """Raises StateError, KeyFileError, LedgerError or ConfigError. Nobody is answered yet, neither gate nor touch."""
        self._settings = settings
        self._state = state
        self._runner = runner
        self._front = front
        self._key = state.signing_key()
        self._keys = key_files.load(key_files.of_state(state.path))  # older ones too: their receipts still count
        if self._key.public_key() not in self._keys:
            raise StateError(
                f"{state.private_key} and {state.public_key} are not a pair: nobody could verify what the kiosk signs. "
                "Put back the one that does not belong there from your backup."
            )
        self.gates = self._gate_server(socket or default_socket())
        self.ledger = recognised(state, self._key, self._keys, f"{urlsplit(settings.receipt.url).netloc}/{settings.kiosk.name}")
        self.accounts = Accounts(state.staff)
        self.counts = Keeper(state.counts, state.ledger, settings.notice.totals_months * 366 // 12)
        self._exporter = Exporter(settings.monitoring.prometheus)
        self._reporter = status.Reporter(state.status, self.report)
        self._note = QTimer(interval=NOTE_MS)
        self._note.timeout.connect(self.note_head)
        self._note.timeout.connect(self._count)
        runner.changed.connect(self._see)
        self.gates.acknowledged.connect(self._acknowledged)
        self.gates.bound.connect(self._bound)
        self.gates.stopped.connect(self._stopped)
        self.gates.erased.connect(self._erased)
        self.gates.not_erased.connect(self._not_erased)

    def opening(self, notice: Notice) -> Iterator[None]:
        """Take the socket, end what the last run left open, go on with what was touched. Raises SocketError or LedgerError."""
        self.gates.listen()
        rooms = Rooms(self.ledger, self.gates, self.accounts, self.issue_receipt, self._code_in)
        self._runner.start(rooms, *self._take(notice, self._settings))
        yield
        self.note_head()
        yield
        self._count()  # before anything is dropped
        yield
        self._note.start()
        self._reporter.start()

    def close(self) -> None:
        """The ledger last."""
        self._reporter.close()
        self._note.stop()
        self.gates.close()
        self._runner.stop()
        self._runner.changed.disconnect(self._see)
        self.counts.close(self.healthy())
        self.note_head()
        self.ledger.close()

    def healthy(self) -> bool:
        """May leases be given? Only while decisions can be recorded and the screen is there and really draws."""
        return self._runner.healthy() and self._front.drawing()

    # --- the notice ------------------------------------------------------------------------------------------------

    def publish(self, notice: Notice, settings: Settings) -> bool:
        """Take a notice into force: what was agreed to under another one ends, unless only its words are other ones.

        False where the ledger cannot keep it; the log says why, and the one before stays in force.
        """
        try:
            events = self._take(notice, settings)
        except LedgerError as error:
            log.error("the notice stays as it was, and is tried again: %s", error)
            return False
        for event in events:
            self._runner.send(event)
        return True

    def _take(self, notice: Notice, settings: Settings) -> tuple[NoticeChanged, ...]:
        before, told = self.ledger.notice_in_force() or (None, {})
        change = changed(before, notice.content()) if before else Change.WORDING
        ready = settings.law.model_dump(mode="json")
        self.ledger.keep_notice(notice.hash, notice.content())
        self._notice, self._settings = notice, settings
        if change is Change.NONE and told.get("law") == ready:
            return ()
        return (NoticeChanged(notice.version, notice.hash, change is Change.SUBSTANCE, ready),)

    # --- the ledger ------------------------------------------------------------------------------------------------

    def note_head(self) -> None:
        """Keep the ledger's signed head beside it: another ledger put in its place is then refused at the next start."""
        try:
            if head := self.ledger.head():
                write_durably(self._state.head, head.encode(), 0o600)
        except (LedgerError, OSError) as error:
            log.error("the ledger's head cannot be kept in %s: %s", self._state.head, error)

    def purge(self) -> None:
        """Drop answers that are past their time: it may take a second."""
        try:
            self.ledger.purge(self._settings.kept_since(datetime.now(UTC)))
        except LedgerError as error:
            log.error("ledger: %s", error)
        self.note_head()

    # --- receipts --------------------------------------------------------------------------------------------------

    def issue_receipt(self, visit: VisitId, answer: Answer, agreed: tuple[Purpose, ...]) -> Receipt:
        minute = datetime.now(UTC).replace(second=0, microsecond=0)
        return receipt.issue(
            self._key,
            self._settings.receipt.url,
            visit,
            answer,
            minute,
            self._notice.hash,
            asked=self._runner.rules.purposes,
            agreed=agreed,
            expires=self._settings.kept_until(minute),
            language=self._front.language,
        )

    def _code_in(self, text: str) -> tuple[str | None, Problem]:
        """The short code that was typed, or that a scanned receipt stands for, and what it means if the ledger has it not."""
        if "#" not in text:
            code = read_code(text)
            return code, Problem.UNKNOWN if code else Problem.MISTYPED
        try:
            return receipt.verify(self._keys, text, datetime.now(UTC)).code, Problem.UNKNOWN
        except ReceiptError as error:
            # Genuine but for its dates: this clock may be wrong, and a yes must not outlast its withdrawal for that.
            return error.receipt.code if error.receipt else None, PROBLEMS.get(error.reason, Problem.UNKNOWN)

    # --- gates -----------------------------------------------------------------------------------------------------

    def _gate_server(self, socket: Path) -> GateServer:
        """Raises ConfigError for a user or group that this machine does not know."""
        gates = self._settings.gates
        try:
            users, groups = [user_number(each) for each in gates.users], [group_number(each) for each in gates.groups]
        except ValueError as error:
            raise ConfigError(
                f"store.toml: [gates] names somebody unknown: {error}. Make the account, or correct it."
            ) from error
        return GateServer(
            socket, self._settings.kiosk.name, healthy=self.healthy, users=users, groups=groups, ttl_ms=gates.lease_ms
        )

    def _acknowledged(self, visit: str, asked: int, applied: int) -> None:
        self._runner.send(GatesAnswered(visit, asked, applied))

    def _bound(self, visit: str, state: str) -> None:
        self._runner.send(Bound(visit, state))

    def _stopped(self, visit: str, silent: list[str]) -> None:
        self._runner.send(Stopped(visit, tuple(silent)))

    def _not_erased(self, visit: str, cameras: list[str]) -> None:
        self._runner.send(NotErased(visit, tuple(cameras)))

    def _erased(self, visit: str, camera: str, statement: str, told: ErasedByGate) -> None:
        erasure = Erasure(camera, tuple(sorted(told.counts.items())), statement, told.key, told.signature)
        if told.signature and not erasure.signed:
            log.error("camera %s: the signature under what it erased is not good; kept without it", camera)
            erasure = replace(erasure, key="", signature="")
        self._runner.send(Erased(visit, erasure))

    # --- what is told ----------------------------------------------------------------------------------------------

    def _see(self) -> None:
        self.counts.see(self._runner.state.page, now_ns())

    def _count(self) -> None:
        ready = self.healthy()
        self.counts.tick(ready)
        self._exporter.write(self.counts.book, Live(ready, len(self.gates.cameras)))

    def cameras(self) -> tuple[Camera, ...]:
        """For the staff's page."""
        now, lease_ns = now_ns(), self._settings.gates.lease_ms * 1_000_000
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

    def about(self) -> About:
        """For the staff's page."""
        told = summed(self.counts.book, {}, date.today(), WEEK_DAYS, WEEK_LEAST)
        week = (told.yes, told.no, told.lapsed)
        about = About(__version__, self._notice.version, self._notice.hash, week=week)
        try:
            _, head = self.ledger.newest_head()
        except LedgerError as error:
            log.error("ledger: %s", error)
            return about
        key = key_id(head.origin, self._key.public_key()).hex()
        return replace(about, records=head.size, root=head.root.hex(), key=key)

    def report(self) -> status.Status:
        """What the kiosk says of itself, and of no visit."""
        now = now_ns()
        return status.Status(
            version=__version__,
            process=os.getpid(),
            written_ns=now,
            socket=os.fspath(self.gates.path),
            healthy=self.healthy(),
            broken=tuple(sorted(self._runner.state.broken)),
            frame_age_ms=self._front.frame_age_ns() // status.MS,
            languages=self._runner.rules.languages,
            voices=self._front.voices,
            cameras=tuple(
                status.Camera(
                    each.camera,
                    each.binds,
                    each.synced_at is not None,
                    each.leased_ns and (now - each.leased_ns) // status.MS,
                )
                for each in self.gates.peers
            ),
            screen=status.screen_of(self._front.window, self._front.panel_problems),
        )


def recognised(state: StateDirectory, key: Ed25519PrivateKey, keys: list[Ed25519PublicKey], origin: str) -> Ledger:
    """The ledger, if it is the one that this kiosk wrote. origin: its name in its signed heads.

    Raises LedgerError or StateError.
    """
    ledger = Ledger(state.ledger, key=key, origin=origin, older=keys)
    try:
        if state.head.exists():
            if note := state.head.read_text(encoding="utf-8", errors="replace"):
                ledger.expect(note, keys)
        elif ledger.signed_before:
            raise StateError(
                f"{state.head} is missing, which tells the kiosk's own ledger from another one. If you put {ledger.path} there "
                f"yourself, say so: kiosk ledger checkpoint --state {state.path} > {state.head}"
            )
        else:
            write_durably(state.head, b"", 0o600)
    except BaseException:
        ledger.close()
        raise
    return ledger
