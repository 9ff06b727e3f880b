"""The connection to the kiosk, on a thread of its own: connects, checks who answers, and carries lines both ways."""

import logging
import os
import select
import socket
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from .guard import Guard
from .messages import Bye, Lines, Message, ProtocolError, encode, now_ns
from .peer import peer_of, user_number

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 0.25
SEND_SECONDS = 0.5
MS = 1_000_000


class Link:
    """Keeps one guard connected until `stop`. Raises ValueError for a user that this machine does not know.

    users: who may run the kiosk, by name or number; a listener of anybody else is a squatter on the path.
    """

    def __init__(self, guard: Guard, path: Path, users: Iterable[str | int], name: str):
        self._guard = guard
        self._path = path
        self._users = frozenset(user_number(user) for user in users)
        self._pid = os.getpid()
        self._stopping = threading.Event()
        self._wake_lock = threading.Lock()
        self._wake_write: int | None
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is something to send."""
        with self._wake_lock:
            if self._wake_write is not None:
                with suppress(BlockingIOError):  # a full pipe is awake enough
                    os.write(self._wake_write, b".")

    def stop(self) -> None:
        """Say bye, hang up and end the thread; again, or in a forked child, does nothing."""
        if os.getpid() != self._pid or self._stopping.is_set():
            return
        self._stopping.set()
        self.wake()
        if threading.current_thread() is not self._thread:  # a gate may be collected on any thread
            self._thread.join()
        with self._wake_lock:
            if self._wake_write is not None:  # two threads may stop it at once; the numbers may be other files' by then
                os.close(self._wake_read)
                os.close(self._wake_write)
                self._wake_write = None

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                    connection.settimeout(SEND_SECONDS)
                    connection.connect(os.fspath(self._path))
                    self._check_user(connection)
                    self._converse(connection)
                error = "the kiosk hung up"
            except ProtocolError as broken:
                error = str(broken)
                self._guard.count("protocol_errors")
            except OSError as failed:
                error = f"no kiosk on {self._path}: {failed.strerror or failed}"
            except Exception as failed:
                log.exception("gate: the connection failed")
                error = f"an error inside the gate: {failed}"
            self._guard.closed(error)
            self._stopping.wait(RECONNECT_SECONDS)

    def _check_user(self, connection: socket.socket) -> None:
        peer = peer_of(connection)
        if not peer.within(self._users):
            raise ProtocolError(f"{self._path} is answered by user {peer.user}, who is not named as one who runs the kiosk")

    def _converse(self, connection: socket.socket) -> None:
        guard, lines, poll = self._guard, Lines(), select.poll()  # select() ends at the 1,024th open file of a process
        for end in (connection.fileno(), self._wake_read):
            poll.register(end, select.POLLIN)
        self._send(connection, guard.opened())
        while not self._stopping.is_set():
            wait_ns = guard.next_ns - now_ns()
            ready = {end for end, _ in poll.poll(max(0, -(-wait_ns // MS)))}
            if self._wake_read in ready:
                os.read(self._wake_read, 4096)
            if connection.fileno() in ready:
                data = connection.recv(65536)
                if not data:
                    return
                for line in lines.feed(data):
                    self._send(connection, guard.heard(line))
            self._send(connection, guard.due())
        self._send(connection, [Bye("closing")])

    def _send(self, connection: socket.socket, messages: Sequence[Message]) -> None:
        if messages:
            connection.sendall(b"".join(encode(message) for message in messages))
