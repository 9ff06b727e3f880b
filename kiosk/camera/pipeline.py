"""The reference camera: picture -> bodies -> tracks -> gate -> perhaps one face -> sums."""

import base64
import json
import logging
import os
import queue
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import cv2
import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.camera import lettering
from kiosk.camera.bodies import BodyDetector
from kiosk.camera.faces import FaceDetector, ModelError
from kiosk.camera.redaction import cover_all, cover_heads, head_part
from kiosk.camera.source import Frame, Source, SourceError, open_source
from kiosk.camera.tally import Day, Tally, as_dict
from kiosk.camera.tracker import Tracker
from kiosk.gate import Erasure, Gate, Timing, Track, View
from kiosk.gate.bodies import SECOND, Box, Point, inside, iou

log = logging.getLogger(__name__)

PURPOSE = "dwell"
LOOK_NS = SECOND // 5  # between two looks at one visitor's face
REMEMBER_NS = SECOND // 2  # for how long a found face is drawn

SHOWN_AT = (640, 40)  # leaves room for a kiosk's window beside it
WIDTH, BAR = 960, 48  # of the annotated picture, pixels
PAPER, INK, TEAL, GREY = (0xE8, 0xF1, 0xF4), (0x1C, 0x19, 0x16), (0x61, 0x5A, 0x0F), (0x8E, 0x92, 0x94)  # BGR
SENTENCES = {
    "dark": "DARK: no face analysis",
    "sync": "CONNECTING: no face analysis",
    "live": "LIVE: only with permission",
}


@dataclass(slots=True)
class _Visit:
    """What is known of one body while it is permitted, and forgotten with the permission."""

    seen_ns: int
    looked_ns: int | None = None
    crowded: bool = False  # were there more faces at the last look than people in this visit?
    faces: tuple[Box, ...] = ()
    seconds: float = 0.0  # not added to the sums yet: a stay counts once a face has shown that it is somebody's
    share: Day = field(default_factory=Day)  # what it added to the sums

    def add(self, tally: Tally, **amounts: float) -> None:
        tally.add(**amounts)
        for name, amount in amounts.items():
            setattr(self.share, name, getattr(self.share, name) + amount)


class Camera:
    """One camera behind one gate.

    size: width and height in pixels; spot: corners of the floor in front of the kiosk, in parts of width and height; reach,
    timing, kiosk_users: as for `Gate`, reach in parts too. key: signs what was erased.
    """

    def __init__(
        self,
        size: tuple[int, int],
        spot: Sequence[Point],
        socket: Path | None,
        name: str,
        faces: FaceDetector,
        tally: Tally,
        *,
        reach: Sequence[Point] = (),
        timing: Timing | None = None,
        kiosk_users: Iterable[str | int] | None = None,
        key: Ed25519PrivateKey | None = None,
    ):
        self.size = size
        self.faces = faces
        self.tally = tally
        self.view = View()
        self.frames = 0
        self._bodies = BodyDetector(*size)
        self._tracker = Tracker(size[0])
        self._spot = [_corner(point, size) for point in spot]
        self._visits: dict[tuple[str, Any], _Visit] = {}  # by visit and track: a party is one visit of several bodies
        self._key = key
        self._times: deque[int] = deque(maxlen=60)
        self._now_ns = 0
        reach = [_corner(point, size) for point in reach]
        self.gate = Gate(name, self._spot, size, socket, reach=reach, timing=timing, kiosk_users=kiosk_users)

    @property
    def fps(self) -> float:
        """Over the last sixty pictures."""
        span = self._times[-1] - self._times[0] if len(self._times) > 1 else 0
        return (len(self._times) - 1) * SECOND / span if span else 0.0

    def step(self, frame: Frame) -> View:
        """Take in one picture; what the gate said about the bodies in it."""
        self.frames += 1
        self._times.append(frame.t_ns)
        self._now_ns = frame.t_ns
        entered = self._tracker.entered
        tracks = self._tracker.update(self._bodies.find(frame.image, frame.t_ns), frame.t_ns)
        if self._tracker.entered > entered:
            self.tally.add(entered=self._tracker.entered - entered)
        self.view = self.gate.update(tracks if self._bodies.ready else (), frame.t_ns)
        for taken_back in self.gate.erasures():
            self._erase(taken_back)
        allowed = {(self.gate.visit_of(track), track.id) for track in self.view.allowed}
        self._visits = {id: visit for id, visit in self._visits.items() if id in allowed}
        for track in self.view.allowed:
            self._attend(track, frame)
        self.tally.save_if_due()
        return self.view

    def annotated(self, frame: Frame, keep: bool = False) -> np.ndarray:
        """The last picture for people to see: heads without permission covered, what is going on said in words.

        keep: it will be stored, so every head is covered: a yes is to a look, not to a picture.
        """
        image = frame.image.copy() if self._bodies.ready else cover_all(frame.image)
        shown = () if keep else self.view.allowed
        cover_heads(image, [*(track.box for track in (*self.view.allowed, *self.view.denied) if track not in shown)])
        cover_heads(image, self._tracker.unseen)
        return self._draw(image)

    def report(self) -> dict[str, Any]:
        """Everything that may be known from outside; boxes in pixels."""
        return {
            "phase": str(self.gate.phase),
            "ready": self._bodies.ready,
            "counters": self.gate.counters,
            "detector_calls": self.faces.calls,
            "faces": self.faces.faces,
            "tally": as_dict(self.tally.today),
            "tracks": [
                {
                    "id": track.id,
                    "box": [round(side, 1) for side in track.box],
                    "in_spot": inside(track.foot, self._spot),
                    "allowed": track in self.view.allowed,
                    "why": self.view.why(track),
                }
                for track in (*self.view.allowed, *self.view.denied)
            ],
            "fps": round(self.fps, 1),
            "frames": self.frames,
        }

    def close(self) -> None:
        self.gate.close()
        self.tally.close()

    def _erase(self, taken_back: Erasure) -> None:
        """Forget the visit, take its share out of the sums, and say how much that was."""
        counts: Counter[str] = Counter()
        for id in [id for id in self._visits if id[0] == taken_back.visit]:
            visit = self._visits.pop(id)
            self.tally.take_back(visit.share)
            seconds = round(visit.seconds + visit.share.dwell_seconds)
            counts.update(faces=len(visit.faces), looks=visit.share.looks, seconds=seconds)
        if self._key:
            public = self._key.public_key().public_bytes_raw()
            signed = self._key.sign(taken_back.statement(counts))
            taken_back.done(counts, base64.b64encode(public).decode(), base64.b64encode(signed).decode())
        else:
            taken_back.done(counts)

    def _attend(self, track: Track, frame: Frame) -> None:
        if not self.gate.allows(track, PURPOSE) or not (visit_id := self.gate.visit_of(track)):
            return
        visit = self._visits.setdefault((visit_id, track.id), _Visit(frame.t_ns))
        visit.seconds += min(SECOND, frame.t_ns - visit.seen_ns) / SECOND
        visit.seen_ns = frame.t_ns
        if visit.share.visits_with_face:
            visit.add(self.tally, dwell_seconds=visit.seconds)
            visit.seconds = 0.0
        if visit.looked_ns is not None and frame.t_ns - visit.looked_ns < LOOK_NS:
            return
        with self.view.permit(track, PURPOSE) as permit:
            faces = self.faces.find(permit, frame.image)
            crowded, visit.crowded = visit.crowded, len(faces) > permit.party
            if visit.crowded:
                visit.looked_ns = frame.t_ns
                if crowded:  # twice running: no slip of the detector
                    permit.taint()
            elif permit.commit(faces):
                visit.add(
                    self.tally,
                    looks=1,
                    looks_with_face=bool(faces),
                    visits_analysed=not visit.share.visits_analysed,
                    visits_with_face=bool(faces) and not visit.share.visits_with_face,
                )
                visit.looked_ns = frame.t_ns
                visit.faces = tuple(faces)

    def _draw(self, image: np.ndarray) -> np.ndarray:
        scale = WIDTH / self.size[0]
        image = cv2.resize(
            image, (WIDTH, round(self.size[1] * scale)), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        )
        corners = np.array([(x * scale, y * scale) for x, y in self._spot])
        _polygon(image, corners, PAPER, 3)
        _polygon(image, corners, TEAL, 1)
        labels = []
        for track in self.view.denied:
            x, y = _frame(image, head_part(track.box), scale, INK, 1)
            _frame(image, track.box, scale, INK, 1)
            labels.append(((x, y), f"body {track.id} · {self.view.why(track)}", INK, PAPER))
        for track in self.view.allowed:
            visit = self._visits.get((self.gate.visit_of(track), track.id))
            for face in visit.faces if visit and self._now_ns - (visit.looked_ns or 0) < REMEMBER_NS else ():
                _frame(image, face, scale, PAPER, 2)
            labels.append((_frame(image, track.box, scale, TEAL, 2), "visitor · face analysis on", PAPER, TEAL))
        taken: list[Box] = []
        for place, text, ink, ground in sorted(labels, key=lambda label: -label[0][1]):
            _label(image, taken, place, text, ink, ground)
        return np.vstack([self._bar(), image])

    def _bar(self) -> np.ndarray:
        bar = np.full((BAR, WIDTH, 3), PAPER, np.uint8)
        phase = str(self.view.phase)
        live = phase == "live" and self._bodies.ready
        cv2.circle(bar, (24 * 16, BAR // 2 * 16), 6 * 16, TEAL if live else GREY, -1 if live else 2, cv2.LINE_AA, 4)
        sentence = SENTENCES[phase] if self._bodies.ready else "LEARNING THE EMPTY ROOM: no face analysis"
        lettering.write(bar, sentence, (42, 10), 19, INK)
        today = self.tally.today
        counts = f"entered today {today.entered}     face detector calls {self.faces.calls}"
        lettering.write(bar, counts, (WIDTH - 20 - lettering.width(counts, 16), 13), 16, INK)
        return bar


def _corner(point: Point, size: tuple[int, int]) -> Point:
    """In pixels. A spot that ends with the picture reaches a little past it, or feet on the very edge would stand outside."""
    return tuple(part * whole + (part >= 1) - (part <= 0) for part, whole in zip(point, size, strict=True))


def _polygon(image: np.ndarray, corners: np.ndarray, colour: tuple[int, int, int], thick: int) -> None:
    cv2.polylines(image, [np.rint(corners * 16).astype(np.int32)], True, colour, thick, cv2.LINE_AA, 4)


def _frame(image: np.ndarray, box: Box, scale: float, colour: tuple[int, int, int], thick: int) -> Point:
    """Draw a box; its upper left corner in the drawn picture."""
    x1, y1, x2, y2 = (side * scale for side in box)
    _polygon(image, np.array([(x1, y1), (x2, y1), (x2, y2), (x1, y2)]), colour, thick)
    return x1, y1


def _label(
    image: np.ndarray, taken: list[Box], place: Point, text: str, ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    """Write above a place, and above the labels that are there already."""
    wide, high = lettering.width(text, 14) + 12, 22
    x, y = int(min(max(0, place[0]), image.shape[1] - wide)), int(max(0, place[1] - high))
    while (over := next((box for box in taken if iou(box, (x, y, x + wide, y + high))), None)) and over[1] > high:
        y = int(over[1]) - high - 2
    taken.append((x, y, x + wide, y + high))
    cv2.rectangle(image, (x, y), (x + wide - 1, y + high - 1), ground, -1)
    lettering.write(image, text, (x + 6, y), 14, ink)


class _Control:
    """Orders as lines on stdin, each answered by one JSON object a line on stdout."""

    def __init__(self, orders: TextIO, answers: TextIO):
        self._answers = answers
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(orders,), name="camera-control", daemon=True).start()

    def _read(self, orders: TextIO) -> None:
        for line in orders:
            self._waiting.put(line.strip())
        self._waiting.put("quit")

    def obey(self, camera: Camera, source: Source, frame: Frame, out: Path | None) -> None:
        """Do what was asked since the last picture."""
        while not self._waiting.empty():
            line = self._waiting.get()
            if line == "quit":
                source.close()
                return
            try:
                answer = self._answer(line, camera, source, frame, out)
            except (ValueError, OSError) as error:
                answer = {"error": str(error)}
            print(json.dumps(answer), file=self._answers, flush=True)

    @staticmethod
    def _answer(line: str, camera: Camera, source: Source, frame: Frame, out: Path | None) -> dict[str, Any]:
        verb, _, rest = line.partition(" ")
        match verb:
            case "report" if not rest:
                return camera.report()
            case "scene" if rest:
                source.command(rest)
                return {"scene": rest}
            case "picture" if rest:
                path = (out or Path()) / rest
                _save(camera.annotated(frame, keep=not source.drawn), path)
                return {"picture": str(path)}
            case _:
                raise ValueError(f"Say scene DIRECTION, picture PATH, report or quit, not {line!r:.80}.")


def _save(picture: np.ndarray, path: Path) -> None:
    ok, data = cv2.imencode(".png", picture)
    if not ok:
        raise OSError(f"The picture {path} cannot be encoded.")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data.tobytes())
    beside.replace(path)


def run(
    spec: str,
    spot: Sequence[Point],
    socket: Path | None = None,
    name: str = "camera",
    face_model: Path | None = None,
    tally: Path = Path("tally.json"),
    out: Path | None = None,
    show: bool = False,
    control: bool = False,
    loop: bool = False,
    keep_days: int = 366,
    *,
    reach: Sequence[Point] = (),
    timing: Timing | None = None,
    kiosk_users: Iterable[str | int] | None = None,
    key: Ed25519PrivateKey | None = None,
) -> int:
    """Run one camera until its source ends, a signal, `q` in its window or `quit`; the exit code.

    spec and loop as for `open_source`, spot, name, reach, timing, kiosk_users and key as for `Camera`. out: where pictures
    that are asked for go. control: obey lines on stdin, and end with it. A source, a model or a screen
    that cannot be had is one sentence on stderr and exit code 1.
    """
    try:
        if show and not os.environ.get("DISPLAY"):
            raise SourceError("There is no screen to show the picture on: DISPLAY is not set. Leave the window out.")
        faces = FaceDetector(face_model)
        source = open_source(spec, loop)
    except (SourceError, ModelError) as error:
        print(error, file=sys.stderr)
        return 1
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: source.close())
    orders = _Control(sys.stdin, sys.stdout) if control else None
    camera = Camera(
        source.size,
        spot,
        socket,
        name,
        faces,
        Tally(tally, keep_days),
        reach=reach,
        timing=timing,
        kiosk_users=kiosk_users,
        key=key,
    )
    if show:
        cv2.namedWindow(name, cv2.WINDOW_AUTOSIZE | cv2.WINDOW_GUI_NORMAL)
        cv2.moveWindow(name, *SHOWN_AT)
    try:
        for frame in source.frames():
            camera.step(frame)
            if orders:
                orders.obey(camera, source, frame, out)
            if show:
                cv2.imshow(name, camera.annotated(frame))
                if cv2.waitKey(1) & 0xFF == ord("q"):
                    break
        return 0
    except (SourceError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        source.close()
        camera.close()
