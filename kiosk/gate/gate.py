"""What a pipeline calls.

    gate = Gate(camera="door", spot=[(300, 480), ...], frame=(960, 540))
    while True:
        image, t_ns = next(frames)                       # capture time on gate.now_ns()'s clock
        tracks = follow(find_bodies(image))              # bodies only
        view = gate.update(tracks, t_ns)
        for taken_back in gate.erasures():
            n = forget(taken_back.visit)                 # whatever was kept under permit.visit
            taken_back.done({"looks": n})
        for track in view.allowed:                       # empty on any doubt
            with view.permit(track, "dwell") as permit:
                faces = find_faces(permit.crop(image))   # the only way to pixels
                if len(faces) > permit.party:            # two people in one box
                    permit.taint()
                if permit.commit(faces):                 # still good now that it is done?
                    total += len(faces)

No exception of this module ever turns into permission: an error inside `update` is a view that allows nothing.
"""

import os
import socket
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from .binding import Binder
from .bodies import Limits, Point, Track, still
from .guard import Guard
from .lease import LeaseKeeper, Phase, Timing
from .link import Link
from .messages import NAME, Erased, Grant, Hello, Revoke, boot_id, default_socket, now_ns
from .reason import Reason


class Denied(Exception):
    """No permission for these pixels at this moment; the message is the reason."""


@dataclass(frozen=True, slots=True)
class View:
    """What the gate says about one frame's tracks. `reasons` gives each track's by its id."""

    allowed: tuple[Track, ...] = ()
    denied: tuple[Track, ...] = ()
    reasons: dict[Any, Reason] = field(default_factory=dict)
    phase: Phase = Phase.DARK
    _guard: Guard | None = None
    _otherwise: Reason = Reason.NOT_SEEN

    def why(self, track: Track) -> Reason:
        return self.reasons.get(track.id, self._otherwise)

    def permit(self, track: Track, purpose: str) -> "Permit":
        """One use of one track's pixels for one purpose, as a context manager."""
        mine = next((each for each in self.allowed if each.id == track.id), None)
        return Permit(self._guard, mine, purpose)


class Permit:
    """Good only while the lease lives, the grant stands and the body is bound: asked at each use, never remembered."""

    def __init__(self, guard: Guard | None, track: Track | None, purpose: str):
        self._guard = guard
        self._track = track
        self._purpose = purpose
        self._grant: Grant | None = None

    def __enter__(self) -> "Permit":
        self._grant = self._ask()
        self._count("permits" if self._grant else "refused")
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        return isinstance(error, Denied)

    @property
    def good(self) -> bool:
        return self._grant is not None and self._ask() is self._grant

    def crop(self, image: Any) -> Any:
        """The body's pixels: rows y1 to y2 and columns x1 to x2 of an array indexed [row, column].

        Raises Denied, which ends the `with` block and nothing else.
        """
        if self._track is None or not self.good:
            raise Denied("the permission has ended")
        top, left = self.origin
        return image[top : max(top, round(self._track.box[3])), left : max(left, round(self._track.box[2]))]

    @property
    def origin(self) -> tuple[int, int]:
        """Row and column of the crop's first pixel in the whole image. Raises Denied where there is no crop."""
        if self._track is None:
            raise Denied("no such body is allowed")
        return max(0, round(self._track.box[1])), max(0, round(self._track.box[0]))

    def commit(self, result: Any) -> bool:
        """May this result be kept? False once the permission has ended, even while it was being computed."""
        good = self.good
        self._count("commits" if good else "dropped")
        return good

    def taint(self) -> None:
        """These pixels show somebody else too, as two faces in one body do: nothing of them is kept, and the binding ends."""
        if self._guard and self._track:
            self._guard.taint(self._track.id, Reason.FACES)

    @property
    def visit(self) -> str | None:
        """The random id of the visit: what is kept must be kept under it, so that it can be erased. None without permission."""
        return self._grant.visit if self._grant else None

    @property
    def party(self) -> int:
        """How many people said yes together: so many faces may be in the crop. 0 without permission."""
        return self._grant.party if self._grant else 0

    def _ask(self) -> Grant | None:
        if self._guard is None or self._track is None or self._purpose is None:
            return None
        return self._guard.grant_for(self._track.id, self._purpose)

    def _count(self, name: str) -> None:
        if self._guard:
            self._guard.count(name)


class Erasure:
    """A yes that was taken back: erase what is held under `visit`, then call `done`, also where that was nothing."""

    def __init__(self, gate: "Gate", revoke: Revoke):
        self.visit = revoke.visit
        self._gate = gate
        self._revoke = revoke

    def statement(self, counts: dict[str, int]) -> bytes:
        """What a pipeline may sign, with Ed25519."""
        return Erased(self.visit, self._revoke.seq, counts).text(self._gate.camera, self._revoke.epoch).encode()

    def done(self, counts: dict[str, int], key: str = "", signature: str = "") -> None:
        """Tell the kiosk how many of each kind of data were erased. Never raises.

        key, signature: of `statement`, base64, where the pipeline signs.
        """
        self._gate._erased(Erased(self.visit, self._revoke.seq, dict(counts), key, signature))


class Gate:
    """A pipeline's connection to the kiosk, on a thread of its own that ends with `close`, or with the gate.

    camera: its name in the shop, 1 to 32 letters, digits, dots, dashes and underscores.
    spot: floor polygon in pixels where a visitor's feet stand at the kiosk; reach: the larger one from which a hand reaches the
    screen, by default the spot. A camera without a spot binds nobody.
    frame: width and height in pixels. path: the kiosk's socket, by default `default_socket()`.
    limits, timing: when doubt begins, and how the lease is kept.
    kiosk_users: who may run the kiosk, by name or number; by default whoever runs this process.

    Raises ValueError where one of these cannot work. Nothing after that raises.
    """

    def __init__(
        self,
        camera: str,
        spot: Sequence[Point] = (),
        frame: tuple[int, int] = (0, 0),
        path: Path | None = None,
        limits: Limits | None = None,
        *,
        reach: Sequence[Point] = (),
        timing: Timing | None = None,
        kiosk_users: Iterable[str | int] | None = None,
    ):
        if not NAME.fullmatch(camera) or len(camera) > 32:
            raise ValueError(f"a camera's name is 1 to 32 letters, digits, dots, dashes and underscores, not {camera!r}")
        limits = limits or Limits()
        users = [os.getuid()] if kiosk_users is None else kiosk_users
        binder = Binder(spot, frame, limits, reach)
        hello = Hello(f"{socket.gethostname()}-{os.getpid()}", camera, boot_id(), binder.binds)
        self.camera = camera
        self._guard = Guard(LeaseKeeper(hello, timing), binder, limits)
        self._link = Link(self._guard, path or default_socket(), users, f"gate-{camera}")
        _gates.add(self)
        weakref.finalize(self, self._link.stop)

    @staticmethod
    def now_ns() -> int:
        """CLOCK_BOOTTIME, the clock of `update`'s t_ns."""
        return now_ns()

    @property
    def phase(self) -> Phase:
        return self._guard.phase

    @property
    def trouble(self) -> str:
        """Why the kiosk was last lost, in words; empty while it is there."""
        return self._guard.trouble

    @property
    def counters(self) -> dict[str, int]:
        """Since the start: frames, tracks, permits, refused, commits, dropped, errors, and what became of bindings."""
        return self._guard.counters

    def update(self, tracks: Iterable[Track], t_ns: int) -> View:
        """Take in the bodies of one frame captured at t_ns; never raises: on an error nothing is allowed."""
        seen: tuple[Track, ...] = ()
        try:
            seen = tuple(tracks)
            seen = tuple(still(each) for each in seen)  # the tracker may reuse its own
            reasons = self._guard.update(seen, t_ns)
            allowed = tuple(track for track in seen if reasons[track.id] is Reason.ALLOWED)
            denied = tuple(track for track in seen if reasons[track.id] is not Reason.ALLOWED)
            return View(allowed, denied, reasons, self._guard.phase, self._guard)
        except Exception as error:
            self._guard.blind(error)
            return View((), seen, _otherwise=Reason.ERROR)
        finally:
            if self._guard.mail:
                self._link.wake()

    def allows(self, track: Track, purpose: str | None = None) -> bool:
        """Right now, for this purpose, or without one for any? A permit asks for a purpose. Never raises."""
        try:
            return self._guard.grant_for(track.id, purpose) is not None
        except Exception as error:
            self._guard.failed(error)
            return False

    def visit_of(self, track: Track) -> str | None:
        """Under which visit this track may be looked at right now; None where it may not. Never raises."""
        try:
            grant = self._guard.grant_for(track.id, None)
            return grant.visit if grant else None
        except Exception as error:
            self._guard.failed(error)
            return None

    def erasures(self) -> list[Erasure]:
        """What visitors took back since this was last asked. Ask once a frame. Never raises."""
        return [Erasure(self, revoke) for revoke in self._guard.erasures()]

    def why(self, track: Track, purpose: str | None = None) -> Reason:
        """The reason for what `allows` says now. Never raises."""
        try:
            return self._guard.why(track.id, purpose)
        except Exception as error:
            self._guard.failed(error)
            return Reason.ERROR

    def mask(self, detections: Any, purpose: str | None = None) -> list[bool]:
        """For each detection, may it be looked at now? Never raises; empty for what has no length.

        detections: tracks or objects with an `id`, or one object with a `tracker_id` for each, as supervision has it.
        """
        try:
            ids = getattr(detections, "tracker_id", None) if hasattr(detections, "tracker_id") else detections
            if ids is None:
                return [False] * len(detections)
            return [self._guard.grant_for(getattr(each, "id", each), purpose) is not None for each in ids]
        except Exception as error:
            self._guard.failed(error)
            try:
                return [False] * len(detections)
            except Exception:
                return []

    def filter(self, detections: Iterable[Any], purpose: str | None = None) -> list[Any]:
        """Those of the detections, objects with an `id`, that may be looked at now. Never raises."""
        try:
            detections = list(detections)
            return [each for each, good in zip(detections, self.mask(detections, purpose), strict=True) if good]
        except Exception as error:
            self._guard.failed(error)
            return []

    def _erased(self, told: Erased) -> None:
        try:
            self._guard.erased(told)
            self._link.wake()
        except Exception as error:
            self._guard.failed(error)

    def close(self) -> None:
        """Say bye and end the thread; nothing is allowed any more."""
        self._guard.end(Reason.CLOSED)
        self._link.stop()

    def __enter__(self) -> "Gate":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_gates: "weakref.WeakSet[Gate]" = weakref.WeakSet()


def _after_fork() -> None:
    for gate in _gates:
        gate._guard.forked()


os.register_at_fork(after_in_child=_after_fork)
