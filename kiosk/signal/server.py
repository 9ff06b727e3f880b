"""The socket that gates connect to. It lives on the screen's thread: a frozen screen answers no renewal, and so turns every
camera off."""

import logging
import os
import secrets
import socket
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kiosk.consent.visit import EVERY_VISIT, Permission
from kiosk.gate.messages import (
    FROM_GATE,
    MOST_TEXT,
    VERSION,
    Ack,
    Bound,
    Bye,
    Erased,
    Grant,
    Hello,
    Lease,
    Lines,
    Message,
    ProtocolError,
    Renew,
    Revoke,
    Snapshot,
    Welcome,
    boot_id,
    decode,
    encode,
    now_ns,
)
from kiosk.gate.peer import peer_of

log = logging.getLogger(__name__)

MS = 1_000_000
TTL_MS = 1_000
ACK_MS = 250
STOP_MS = 1_000  # for a gate to say that it stopped: by then its lease is over too
ERASE_NS = 10_000 * MS  # for a pipeline to say what it erased
MOST_GATES = 64
MOST_GRANTS = 32
MOST_NAME = 32
MOST_OWED = 100  # erasures, to one camera
SILENCE_NS = 2_000 * MS
MOST_UNREAD = 256 * 1024
TEND_MS = 500
MOST_LINES = 500  # from one gate in that time


class SocketError(RuntimeError):
    """The socket cannot be had; the message names the path, the reason and the next step."""


@dataclass(slots=True)
class _Peer:
    socket: QLocalSocket
    lines: Lines = field(default_factory=Lines)
    heard: int = 0  # lines since the last look
    heard_ns: int = field(default_factory=now_ns)
    camera: str = ""
    binds: bool = False  # does it see the spot, and say who the visitor is?
    acked_ns: int | None = None
    synced_at: int | None = None  # seq of the snapshot it was sent, once acknowledged
    leased_ns: int | None = None  # when it was last given a lease
    snapshot: int | None = None
    bound: set[str] = field(default_factory=set)  # visits whose body this gate follows


@dataclass(slots=True)
class _Waiting:
    visit: str
    asked: set[int]
    applied: set[int]


@dataclass(slots=True)
class _Erasing:
    visit: str
    asked: dict[int, str]  # camera by number of its gate
    until_ns: int


class GateServer(QObject):
    """Tells the gates who may be looked at. `healthy` is asked before each lease.

    users, groups: numbers of who may connect, by default this process's own; ttl_ms: how long a lease lives.
    """

    acknowledged = Signal(str, int, int)  # visit, gates asked, gates that applied it within ACK_MS
    bound = Signal(str, str)  # visit, state
    stopped = Signal(str, list)  # visit whose permission ended, and the cameras that did not say that they stopped
    erased = Signal(str, str, str, object)  # visit, camera, what was signed, Erased
    not_erased = Signal(str, list)  # visit, and the cameras that did not say in time what they erased
    gates_changed = Signal()

    def __init__(
        self,
        path: Path,
        kiosk: str,
        healthy: Callable[[], bool],
        parent: QObject | None = None,
        *,
        users: Collection[int] = (),
        groups: Collection[int] = (),
        ttl_ms: int = TTL_MS,
    ):
        super().__init__(parent)
        self._path = path
        self._kiosk = kiosk
        self._healthy = healthy
        self._users = frozenset(users or (os.getuid(),))
        self._groups = frozenset(groups or (os.getgid(),))
        self._ttl_ms = ttl_ms
        self._boot = boot_id()
        self._epoch = secrets.token_hex(16)
        self._seq = 0
        self._grants: dict[str, Grant] = {}
        self._peers: dict[int, _Peer] = {}
        self._waiting: dict[int, _Waiting] = {}
        self._stopping: dict[int, _Waiting] = {}
        self._erasing: dict[int, _Erasing] = {}
        self._numbers = count()
        self._known: set[str] = set()  # cameras that were ever in step
        self._owed: dict[str, dict[str, None]] = {}  # camera that is away -> visits that it has yet to erase, oldest first
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._welcome_all)
        self._inode: int | None = None
        self._closing = False
        self._path_trouble = ""
        self._tending = QTimer(self, interval=TEND_MS)
        self._tending.timeout.connect(self._tend)

    def listen(self) -> None:
        """Take the path, replacing a socket file that nobody answers on. Raises SocketError."""
        try:
            if not self._path.parent.exists():
                with _umask(0o027):
                    self._path.parent.mkdir(mode=0o750, parents=True)
            if self._path.exists():
                self._clear_stale()
        except OSError as error:
            reason = error.strerror or error
            raise SocketError(f"The socket {self._path} cannot be made: {reason}. Choose another with --socket.") from error
        with _umask(0o117):
            listening = self._server.listen(os.fspath(self._path))
        if not listening:
            raise SocketError(f"The socket {self._path} cannot be made: {self._server.errorString()}.")
        self._inode = self._path.stat().st_ino
        self._tending.start()

    def close(self) -> None:
        self._closing = True
        self._tending.stop()
        self._server.close()
        for number in list(self._peers):
            self._send(number, Bye("closing"))
            if peer := self._peers.get(number):
                peer.socket.flush()
                self._hang_up(number, "closing")

    @property
    def cameras(self) -> tuple[str, ...]:
        """Names of the cameras whose gates are in step with this kiosk."""
        return tuple(peer.camera for peer in self._peers.values() if peer.synced_at is not None)

    @property
    def path(self) -> Path:
        return self._path

    @property
    def peers(self) -> tuple[_Peer, ...]:
        """The gates that are connected and have said who they are."""
        return tuple(peer for peer in self._peers.values() if peer.snapshot is not None)

    @property
    def away(self) -> tuple[str, ...]:
        """Names of the cameras that were in step once and are not connected now."""
        return tuple(sorted(self._known - {peer.camera for peer in self._peers.values()}))

    def grant(self, permission: Permission) -> None:
        """Tell every gate; `acknowledged` follows when all have applied it, or ACK_MS later."""
        self._grants.pop(permission.visit, None)
        if len(self._grants) >= MOST_GRANTS:
            self.bound.emit(next(iter(self._grants)), "lost")  # the oldest makes room
        self._seq += 1
        grant = Grant(
            epoch=self._epoch,
            seq=self._seq,
            visit=permission.visit,
            purposes=tuple(permission.purposes),
            tap_ns=permission.tapped,
            party=permission.party,
            max_ms=(permission.expires - permission.tapped) // MS,
            record=permission.record,
        )
        self._grants[permission.visit] = grant
        seq, asked = self._seq, {number for number, peer in self._peers.items() if peer.snapshot is not None}
        self._waiting[seq] = _Waiting(permission.visit, asked, set())
        self._broadcast(grant)
        QTimer.singleShot(ACK_MS if asked else 0, self, lambda: self._time_is_up(seq))

    def revoke(self, visit: str, why: str, tapped: int = 0, erase: bool = False) -> None:
        """Tell every gate.

        tapped: when a no was touched; whoever stood in the spot then loses an older permission too. erase: it was taken back;
        `erased` follows from each gate that says so, or `not_erased`. `stopped` follows where a grant may have been ended.
        """
        self._seq += 1
        ending = visit in self._grants or bool(self._grants and (tapped or visit == EVERY_VISIT))
        # The ledger knows a refuser by the visit: no camera is to.
        told = visit if visit in self._grants or erase or visit == EVERY_VISIT else secrets.token_hex(16)
        if visit == EVERY_VISIT:
            self._grants.clear()
        else:
            self._grants.pop(visit, None)
        for peer in self._peers.values():
            peer.bound -= {visit} if visit != EVERY_VISIT else peer.bound
        for seq in [seq for seq, each in self._waiting.items() if visit in (EVERY_VISIT, each.visit)]:
            del self._waiting[seq]
        seq, asked = self._seq, {number for number, peer in self._peers.items() if peer.snapshot is not None}
        if erase:
            cameras = {number: self._peers[number].camera for number in asked}
            self._erasing[seq] = _Erasing(visit, cameras, now_ns() + ERASE_NS)
            for camera in self._known - set(cameras.values()):
                self._owe(camera, visit)
        if ending:
            self._stopping[seq] = _Waiting(visit, asked, set())
        self._broadcast(Revoke(self._epoch, seq, told, why, tapped, erase))
        if ending:
            QTimer.singleShot(STOP_MS if asked else 0, self, lambda: self._should_have_stopped(seq))

    def _owe(self, camera: str, visit: str) -> None:
        """Ask it when it comes back. Who was away for so long that there are more has forgotten the oldest."""
        owed = self._owed.setdefault(camera, {})
        owed[visit] = None
        if len(owed) > MOST_OWED:
            del owed[next(iter(owed))]

    def _tend(self) -> None:
        now = now_ns()
        for number, peer in list(self._peers.items()):
            peer.heard = 0
            if now - peer.heard_ns > SILENCE_NS:
                self._hang_up(number, "it is silent")
        for seq, erasing in list(self._erasing.items()):
            if now >= erasing.until_ns:
                del self._erasing[seq]
                away = {camera for camera, visits in self._owed.items() if erasing.visit in visits}
                if cameras := sorted({*erasing.asked.values(), *away}):
                    self.not_erased.emit(erasing.visit, cameras)
        self._keep_path()

    def _keep_path(self) -> None:
        """Take the path again: Qt gives it up when a connection cannot be accepted, and somebody may have removed the file."""
        with suppress(OSError):
            if self._server.isListening() and self._path.stat().st_ino == self._inode:
                self._path_trouble = ""
                return
        try:
            if self._path.exists():
                self._clear_stale()
            self._server.close()
            self.listen()
            trouble = f"the socket {self._path} was gone; taken again"
        except (SocketError, OSError) as error:
            trouble = f"gates cannot connect: {error}"
        if trouble != self._path_trouble:
            log.error("%s", trouble)
        self._path_trouble = trouble

    def _clear_stale(self) -> None:
        if not self._path.is_socket():
            raise SocketError(f"{self._path} exists and is not a socket; nothing was changed. Choose another with --socket.")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.setblocking(False)
            try:
                probe.connect(os.fspath(self._path))
            except BlockingIOError:
                pass  # somebody is there, and busy
            except ConnectionRefusedError:
                QLocalServer.removeServer(os.fspath(self._path))
                return
        raise SocketError(f"Another kiosk already answers on {self._path}. Stop it, or give this one another --socket.")

    def _welcome_all(self) -> None:
        while connection := self._server.nextPendingConnection():
            number = next(self._numbers)
            if refusal := self._refusal(int(connection.socketDescriptor())):
                log.warning("gate refused: %s", refusal)
                connection.abort()
                connection.deleteLater()
                continue
            self._peers[number] = _Peer(connection)
            connection.readyRead.connect(lambda number=number: self._read(number))
            connection.disconnected.connect(lambda number=number: self._hang_up(number, "hung up"))

    def _refusal(self, descriptor: int) -> str:
        """Why this connection is not taken."""
        if len(self._peers) >= MOST_GATES:
            return f"{MOST_GATES} are connected"
        try:
            connection = socket.socket(fileno=descriptor)
            try:
                peer = peer_of(connection)
            finally:
                connection.detach()
        except OSError as error:
            return f"it cannot be said who it is: {error.strerror}"
        if not peer.within(self._users, self._groups):
            return f"process {peer.pid} of user {peer.user} is neither of a user nor of a group that may connect"
        return ""

    def _read(self, number: int) -> None:
        peer = self._peers.get(number)
        if peer is None:
            return
        try:
            for line in peer.lines.feed(bytes(peer.socket.readAll().data())):
                if self._peers.get(number) is not peer:
                    return
                peer.heard += 1
                peer.heard_ns = now_ns()
                if peer.heard > MOST_LINES:
                    raise ProtocolError(f"more than {MOST_LINES} lines in {TEND_MS} ms")
                self._hear(number, peer, line)
        except ProtocolError as error:
            self._send(number, Bye(str(error)[:MOST_TEXT]))
            self._hang_up(number, str(error))

    def _hear(self, number: int, peer: _Peer, line: bytes) -> None:
        message = decode(line, FROM_GATE)
        if message is None:
            return  # of a later version
        if isinstance(message, Hello):
            self._greet(number, peer, message)
        elif peer.snapshot is None:
            raise ProtocolError("hello must come first")
        elif isinstance(message, Renew):
            if self._healthy():
                peer.leased_ns = now_ns()
                self._send(number, Lease(message.n, self._epoch, self._seq, self._ttl_ms))
        elif isinstance(message, Ack):
            self._take_ack(number, peer, message.seq)
        elif isinstance(message, Bound):
            if not peer.binds:
                raise ProtocolError("a gate that does not bind said what it bound")
            grant = self._grants.get(message.visit)
            if grant and grant.tap_ns == message.tap_ns:
                (peer.bound.add if message.state == "bound" else peer.bound.discard)(message.visit)
                self.bound.emit(message.visit, message.state)
        elif isinstance(message, Erased):
            erasing = self._erasing.get(message.seq)
            if erasing and erasing.visit == message.visit and number in erasing.asked:
                del erasing.asked[number]
                self.erased.emit(message.visit, peer.camera, message.text(peer.camera, self._epoch), message)
        elif isinstance(message, Bye):
            self._hang_up(number, message.why)

    def _greet(self, number: int, peer: _Peer, hello: Hello) -> None:
        if peer.snapshot is not None:
            raise ProtocolError("a second hello")
        if hello.v != VERSION or hello.boot != self._boot:
            raise ProtocolError("the gate speaks another version, or runs on another machine")
        if len(hello.camera) > MOST_NAME:
            raise ProtocolError(f"the camera's name is longer than {MOST_NAME}")
        peer.camera, peer.binds = hello.camera, hello.binds
        peer.snapshot = self._seq
        self._send(number, Welcome(self._kiosk, self._epoch, self._boot))
        self._send(number, Snapshot(self._epoch, self._seq, tuple(self._grants.values())[-MOST_GRANTS:]))

    def _take_ack(self, number: int, peer: _Peer, seq: int) -> None:
        peer.acked_ns = now_ns()
        if seq == peer.snapshot and peer.synced_at is None:
            peer.synced_at = seq
            log.info("gate in step: camera %s", peer.camera)
            self._known.add(peer.camera)
            self.gates_changed.emit()
            for visit in self._owed.pop(peer.camera, ()):
                self.revoke(visit, "withdrawn", erase=True)
        if stopping := self._stopping.get(seq):
            stopping.applied.add(number)
            if stopping.applied >= stopping.asked:
                self._should_have_stopped(seq)
        if waiting := self._waiting.get(seq):
            waiting.applied.add(number)
            if waiting.applied >= waiting.asked:
                self._settle(seq)

    def _time_is_up(self, seq: int) -> None:
        self._hear_out(seq, self._waiting)
        self._settle(seq)

    def _should_have_stopped(self, seq: int) -> None:
        self._hear_out(seq, self._stopping)
        if stopping := self._stopping.pop(seq, None):
            silent = sorted({self._peers[number].camera for number in stopping.asked - stopping.applied})
            self.stopped.emit(stopping.visit, silent)

    def _hear_out(self, seq: int, waiting: dict[int, _Waiting]) -> None:
        """What came while this thread was busy still counts."""
        for number in list(self._peers):
            if seq in waiting and (peer := self._peers.get(number)):
                peer.socket.waitForReadyRead(0)
                self._read(number)

    def _settle(self, seq: int) -> None:
        if waiting := self._waiting.pop(seq, None):
            binds = any(peer.binds for number, peer in self._peers.items() if number in waiting.asked)
            asked = waiting.asked if binds else set()  # nobody who could say which body it is: as good as no camera
            self.acknowledged.emit(waiting.visit, len(asked), len(waiting.applied & asked))

    def _broadcast(self, message: Message) -> None:
        line = encode(message)
        for number, peer in list(self._peers.items()):
            if peer.snapshot is not None:
                self._write(number, line)

    def _send(self, number: int, message: Message) -> None:
        self._write(number, encode(message))

    def _write(self, number: int, line: bytes) -> None:
        peer = self._peers.get(number)
        if peer is None:
            return
        peer.socket.write(line)
        peer.socket.flush()
        if peer.socket.bytesToWrite() > MOST_UNREAD:
            self._hang_up(number, "it does not read")

    def _hang_up(self, number: int, why: str) -> None:
        if peer := self._peers.pop(number, None):
            log.info("gate gone: camera %s: %s", peer.camera or "?", why)
            peer.socket.disconnected.disconnect()
            peer.socket.disconnectFromServer()
            peer.socket.deleteLater()
            self.gates_changed.emit()
            for seq, waiting in list(self._waiting.items()):
                waiting.asked.discard(number)
                if waiting.applied >= waiting.asked:
                    self._settle(seq)
            for stopping in self._stopping.values():
                stopping.asked.discard(number)  # a gate without a connection is dark
            for erasing in self._erasing.values():
                if camera := erasing.asked.pop(number, None):
                    self._owe(camera, erasing.visit)
            if not self._closing:
                for visit in sorted(peer.bound & self._grants.keys()):
                    self.bound.emit(visit, "lost")


@contextmanager
def _umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)
