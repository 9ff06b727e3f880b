"""What a pipeline calls.

    gate = Gate(camera="door", spot=[(300, 480), ...], frame=(960, 540))
    while True:
        image, t_ns = next(frames)                       # capture time on gate.now_ns()'s clock
        tracks = follow(find_bodies(image))              # bodies only
        view = gate.update(tracks, t_ns)
        for track in view.allowed:                       # empty on any doubt
            with view.permit(track, "dwell") as permit:
                faces = find_faces(permit.crop(image))   # the only way to pixels
                if permit.commit(faces):                 # still good now that it is done?
                    total += len(faces)

No exception of this module ever turns into permission: an error inside `update` is a view that allows nothing.
"""

import logging
import os
import select
import socket
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from kiosk.gate.binding import Binder, Limits, Point, Track
from kiosk.gate.lease import MS, LeaseKeeper, Phase
from kiosk.gate.messages import (
    Bye,
    Grant,
    Lines,
    Message,
    ProtocolError,
    Revoke,
    Stat,
    boot_id,
    decode,
    default_socket,
    encode,
    now_ns,
)

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 0.25
SEND_SECONDS = 0.5
STAT_NS = 1_000 * MS
STALE_NS = 1_000 * MS  # a pipeline that shows the gate no frames for so long has lost its bodies


class Denied(Exception):
    """No permission for these pixels at this moment; the message is the reason."""


@dataclass(frozen=True, slots=True)
class View:
    """What the gate says about one frame's tracks. `why` gives each denied track's reason."""

    allowed: tuple[Track, ...] = ()
    denied: tuple[Track, ...] = ()
    reasons: dict[Any, str] = field(default_factory=dict)
    phase: Phase = Phase.DARK
    _gate: "Gate | None" = None
    _otherwise: str = "not in this frame"

    def why(self, track: Track) -> str:
        return self.reasons.get(track.id, self._otherwise)

    def permit(self, track: Track, purpose: str) -> "Permit":
        """One use of one track's pixels for one purpose, as a context manager."""
        return Permit(self._gate, track if track in self.allowed else None, purpose)


class Permit:
    """Good only while the lease lives, the grant stands and the body is bound: asked at each use, never remembered."""

    def __init__(self, gate: "Gate | None", track: Track | None, purpose: str):
        self._gate = gate
        self._track = track
        self._purpose = purpose
        self._grant: Grant | None = None

    def __enter__(self) -> "Permit":
        self._grant = self._gate._grant_for(self._track, self._purpose) if self._gate and self._track else None
        if self._gate:
            self._gate._count("permits" if self._grant else "refused")
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        return isinstance(error, Denied)

    @property
    def good(self) -> bool:
        return bool(self._gate and self._grant and self._gate._grant_for(self._track, self._purpose) is self._grant)

    def crop(self, image: Any) -> Any:
        """The body's pixels: rows y1 to y2 and columns x1 to x2 of an array indexed [row, column].

        Raises Denied, which ends the `with` block and nothing else.
        """
        if not self.good:
            raise Denied("the permission has ended")
        top, left = self.origin
        return image[top : max(top, round(self._track.box[3])), left : max(left, round(self._track.box[2]))]

    @property
    def origin(self) -> tuple[int, int]:
        """Row and column of the crop's first pixel in the whole image."""
        return max(0, round(self._track.box[1])), max(0, round(self._track.box[0]))

    def commit(self, result: Any) -> bool:
        """May this result be kept? False once the permission has ended, even while it was being computed."""
        good = self.good
        if self._gate:
            self._gate._count("commits" if good else "dropped")
        return good


class Gate:
    """A pipeline's connection to the kiosk, on a thread of its own that ends with `close`.

    camera: its name in the shop; spot: floor polygon in pixels where a visitor's feet stand at the kiosk; frame: width and
    height in pixels; path: the kiosk's socket, by default `default_socket()`.
    """

    def __init__(
        self,
        camera: str,
        spot: Sequence[Point],
        frame: tuple[int, int],
        path: Path | None = None,
        limits: Limits | None = None,
    ):
        self._path = path or default_socket()
        self._lock = threading.Lock()
        self._lease = LeaseKeeper(f"{socket.gethostname()}-{os.getpid()}", camera, boot_id())
        self._binder = Binder(spot, frame, limits)
        self._counters: Counter[str] = Counter()
        self._outbox: list[Message] = []
        self._pid = os.getpid()
        self._last_error = ""
        self._updated_ns = 0
        self._stopping = threading.Event()
        self._wake_lock = threading.Lock()
        self._wake_write: int | None
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        self._thread = threading.Thread(target=self._run, name=f"gate-{camera}", daemon=True)
        self._thread.start()

    @staticmethod
    def now_ns() -> int:
        return now_ns()

    @property
    def phase(self) -> Phase:
        if self._forked:
            return Phase.DARK
        with self._lock:
            return self._lease.phase(now_ns())

    @property
    def counters(self) -> dict[str, int]:
        if self._forked:
            return {}
        with self._lock:
            return dict(self._counters)

    def update(self, tracks: Sequence[Track], t_ns: int) -> View:
        """Take in the bodies of one frame captured at t_ns; never raises: on an error nothing is allowed."""
        seen: tuple[Track, ...] = ()
        try:
            tracks = seen = tuple(tracks)
            if self._forked:
                return View((), tracks, {track.id: "forked: open a gate of your own" for track in tracks})
            with self._lock:
                self._updated_ns = now_ns()
                granted = self._lease.granted(self._updated_ns)
                self._outbox += self._binder.update(tracks, t_ns, granted)
                self._counters.update(frames=1, tracks=len(tracks))
                phase = self._lease.phase(now_ns())
                reasons = {track.id: self._reason(track, granted, phase) for track in tracks}
            self._wake()
            allowed = tuple(track for track in tracks if not reasons[track.id])
            denied = tuple(track for track in tracks if reasons[track.id])
            return View(allowed, denied, reasons, phase, self)
        except Exception:
            log.exception("gate: update failed; nothing is allowed")
            if not self._forked:
                with self._lock:
                    self._outbox += self._binder.give_up("an error inside the gate")
                    self._counters["errors"] += 1
                self._wake()
            return View((), seen, _otherwise="an error inside the gate")

    def allows(self, track: Track, purpose: str) -> bool:
        """Right now, for this purpose?"""
        return self._grant_for(track, purpose) is not None

    def close(self) -> None:
        if self._forked or self._stopping.is_set():
            return
        self._stopping.set()
        self._wake()
        self._thread.join()
        with self._wake_lock:
            ends, self._wake_write = (self._wake_read, self._wake_write), None
        for end in ends:
            os.close(end)

    def __enter__(self) -> "Gate":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reason(self, track: Track, granted: dict[str, Grant], phase: Phase) -> str:
        if self._binder.grant_of(track.id, granted):
            return ""
        if phase is not Phase.LIVE:
            return self._last_error or "no kiosk"
        return "no permission"

    def _grant_for(self, track: Track, purpose: str) -> Grant | None:
        if self._forked:
            return None
        with self._lock:
            now = now_ns()
            if now - self._updated_ns > STALE_NS:
                return None
            grant = self._binder.grant_of(track.id, self._lease.granted(now))
            return grant if grant and purpose in grant.purposes else None

    @property
    def _forked(self) -> bool:
        # Asked before any lock is taken: the parent's thread may have held it when this process was made.
        return os.getpid() != self._pid

    def _count(self, name: str) -> None:
        if self._forked:
            return
        with self._lock:
            self._counters[name] += 1

    # --- the thread ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                    connection.settimeout(SEND_SECONDS)
                    connection.connect(os.fspath(self._path))
                    self._converse(connection)
                error = "the kiosk hung up"
            except ProtocolError as broken:
                error = str(broken)
                self._count("protocol_errors")
            except OSError as failed:
                error = f"no kiosk: {failed.strerror or failed}"
            except Exception as failed:
                log.exception("gate: the connection failed")
                error = f"an error inside the gate: {failed}"
            with self._lock:
                self._lease.closed()
                self._binder.give_up(error)
                self._outbox.clear()
                self._last_error = error
            self._stopping.wait(RECONNECT_SECONDS)

    def _converse(self, connection: socket.socket) -> None:
        lines = Lines()
        poll = select.poll()  # select() ends at the 1,024th open file of a process
        for end in (connection.fileno(), self._wake_read):
            poll.register(end, select.POLLIN)
        with self._lock:
            self._outbox.clear()
            hello = self._lease.opened(now_ns())
        self._send(connection, hello)
        stat_at = now_ns() + STAT_NS
        while not self._stopping.is_set():
            with self._lock:
                due_ns = self._lease.due_ns()
            wait_ns = min(stat_at, due_ns or stat_at) - now_ns()
            ready = {end for end, _ in poll.poll(max(0, -(-wait_ns // MS)))}
            if self._wake_read in ready:
                os.read(self._wake_read, 4096)
            if connection.fileno() in ready:
                data = connection.recv(65536)
                if not data:
                    return
                for line in lines.feed(data):
                    message = decode(line)
                    with self._lock:
                        replies = self._lease.receive(message, now_ns()) if message else []
                        if isinstance(message, Revoke) and message.tap_ns:
                            replies += self._binder.refuse(message.tap_ns)
                    self._send(connection, replies)
            with self._lock:
                sending, self._outbox = self._outbox, []
                sending += self._lease.due(now_ns())
                if now_ns() >= stat_at:
                    stat_at = now_ns() + STAT_NS
                    if self._lease.phase(now_ns()) is Phase.LIVE:
                        sending.append(Stat(dict(self._counters)))
            self._send(connection, sending)
        self._send(connection, [Bye("closing")])

    def _send(self, connection: socket.socket, messages: Sequence[Message]) -> None:
        if messages:
            connection.sendall(b"".join(encode(message) for message in messages))

    def _wake(self) -> None:
        with self._wake_lock:
            if self._wake_write is not None:
                with suppress(BlockingIOError):  # a full pipe is awake enough
                    os.write(self._wake_write, b".")
