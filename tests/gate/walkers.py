"""Walkers whose identity is known, in front of a camera, and how often a binder lets the wrong one be looked at.

People walk on a floor that a pinhole camera sees; a detector gives noisy boxes of them, with misses, occlusion and merged
boxes; a tracker, honest or hostile, gives the boxes ids; a binder says who is the visitor. No pictures, only boxes.

`python tests/gate/walkers.py --seeds 10` prints a table and what each limit of the binder is worth.
"""

import argparse
import zlib
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations

import numpy as np

from kiosk.camera.tracker import Tracker
from kiosk.gate.binding import Binder
from kiosk.gate.bodies import Box, Limits, Point, Track, area, common, iou
from kiosk.gate.messages import Bound, Grant
from kiosk.gate.reason import Reason

SECOND = 1_000_000_000
FPS = 30
START_NS = 1_000 * SECOND
LAG_NS = SECOND // 50  # from a touch until the camera's end has heard of it
STALE_NS = SECOND  # a gate takes no frame that is older when it comes

FRAME = (960, 540)
FOCAL, HORIZON, EYE = 700.0, 60.0, 2.6  # pixels, pixel row, metres above the floor
SPOT_FLOOR = ((-0.55, 5.4), (0.55, 5.4), (0.55, 4.3), (-0.55, 4.3))  # metres: across, away from the camera
REACH_FLOOR = ((-0.75, 5.5), (0.75, 5.5), (0.75, 4.2), (-0.75, 4.2))
NOISE = 2.0  # pixels, of each side of a box 300 pixels high
MISSED, BURST = 0.01, 0.002  # chance of a frame without a box, and of several in a row
LEAST_SEEN = 0.35  # a detector finds nobody of whom less is to be seen
# What a detector makes of people who cover one another: whole boxes, what is to be seen of each, one box for all who touch.
STYLES = ("whole", "clipped", "merged")


def pixel(x: float, z: float, up: float = 0.0) -> Point:
    """Where a point is in the picture. Metres: across, away from the camera, above the floor."""
    return FRAME[0] / 2 + FOCAL * x / z, HORIZON + FOCAL * (EYE - up) / z


SPOT = tuple(pixel(x, z) for x, z in SPOT_FLOOR)
REACH = tuple(pixel(x, z) for x, z in REACH_FLOOR)


# --- who walks where, and says what ----------------------------------------------------------------------------------


@dataclass
class Walker:
    """One person. legs: seconds, metres across, metres away; not there before the first and after the last."""

    name: str
    tall: float = 1.7  # metres
    wide: float = 0.5
    legs: list[tuple[float, float, float]] = field(default_factory=list)

    @property
    def now(self) -> float:
        return self.legs[-1][0]

    def enter(self, at: float, x: float, z: float) -> "Walker":
        self.legs.append((at, x, z))
        return self

    def go(self, x: float, z: float, speed: float = 1.3) -> "Walker":
        """Walk there, metres a second."""
        t, x0, z0 = self.legs[-1]
        self.legs.append((t + max(1e-3, np.hypot(x - x0, z - z0) / speed), x, z))
        return self

    def stay(self, seconds: float) -> "Walker":
        t, x, z = self.legs[-1]
        self.legs.append((t + max(1e-3, seconds), x, z))
        return self

    def until(self, at: float) -> "Walker":
        return self.stay(at - self.now)

    def leave(self, side: int, z: float = 6.0, speed: float = 1.4) -> "Walker":
        """Out of the picture on the left (-1) or on the right (1)."""
        return self.go(side * beyond(z), z, speed)


@dataclass(frozen=True)
class Tap:
    """A touch at the kiosk. says: yes, no, or back: a yes that is taken back elsewhere, without a touch on the spot."""

    at: float  # seconds
    who: str
    says: str = "yes"
    party: tuple[str, ...] = ()  # who said yes together with them


@dataclass
class Story:
    """What happens in front of the camera."""

    walkers: list[Walker]
    taps: list[Tap]
    seconds: float = 11.0
    pillars: tuple[tuple[float, float, float], ...] = ()  # metres: from, to, away
    swaps: tuple[tuple[float, str, str], ...] = ()  # seconds; whose ids a hostile tracker exchanges
    restarts: tuple[float, ...] = ()  # seconds; when every tracker begins to count anew
    late: tuple[tuple[float, float, float], ...] = ()  # seconds: frames captured from, to, come so much later


def beyond(z: float) -> float:
    """Metres across, just outside of the picture."""
    return FRAME[0] / 2 * z / FOCAL + 0.4


# --- what the camera sees --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """One box of the detector and who is in it: the one in front, and behind them whoever shows the face."""

    box: Box
    who: tuple[str, ...]
    heads: int = 1  # as counted by a detector that counts heads


@dataclass(frozen=True, slots=True)
class Shot:
    t_ns: int  # capture
    due_ns: int  # arrival
    seen: tuple[Seen, ...]
    visible: frozenset[str]
    faces: dict[str, Point]  # the middle of every face that is to be seen


@dataclass(slots=True)
class _Figure:
    name: str
    box: Box  # inside the picture
    whole: Box
    away: float
    left: Box  # what others leave to be seen of it
    share: float


def film(story: Story, style: str, rng: np.random.Generator) -> list[Shot]:
    """Every frame of a story. style: one of STYLES."""
    count = int(story.seconds * FPS)
    times = np.arange(count) / FPS
    bodies = [(walker.name, *_project(walker, times, rng)) for walker in story.walkers]
    missed = {name: _misses(count, rng) for name, *_ in bodies}
    noise = {name: rng.normal(0, NOISE, (count, 4)).tolist() for name, *_ in bodies}
    shots, due = [], 0
    for n in range(count):
        figures = [_Figure(name, _clip(whole[n]), whole[n], away[n], (0,) * 4, 0.0) for name, whole, away in bodies if whole[n]]
        figures = [each for each in figures if area(each.box) > 0.5 * area(each.whole)]
        _cover(figures, story.pillars)
        faces = {each.name: _face(each) for each in figures if _shows_face(each, figures, story.pillars)}
        seen = _detect(figures, faces, style, {name for name in missed if missed[name][n]}, lambda name, n=n: noise[name][n])
        t_ns = START_NS + n * SECOND // FPS
        delay = max([by for since, to, by in story.late if since <= times[n] < to], default=0.01)
        due = max(due + 1, t_ns + int(delay * SECOND))
        visible = frozenset(each.name for each in figures if each.share >= LEAST_SEEN)
        shots.append(Shot(t_ns, due, tuple(seen), visible, faces))
    return shots


def _project(walker: Walker, times: np.ndarray, rng: np.random.Generator) -> tuple[list[Box | None], list[float]]:
    at, across, away = zip(*walker.legs, strict=True)
    sway, phase = rng.uniform(0.01, 0.03), rng.uniform(0, 6.28, 3)
    x = np.interp(times, at, across) + sway * np.sin(2.1 * times + phase[0])
    z = np.interp(times, at, away) + sway * np.sin(1.7 * times + phase[1])
    speed = np.hypot(np.gradient(x), np.gradient(z)) * FPS
    stride = 1 + 0.15 * np.minimum(1, speed) * np.sin(11 * times + phase[2])
    middle, half = FRAME[0] / 2 + FOCAL * x / z, FOCAL * walker.wide / 2 / z * stride
    boxes = np.stack([middle - half, HORIZON + FOCAL * (EYE - walker.tall) / z, middle + half, HORIZON + FOCAL * EYE / z], 1)
    there = (times >= at[0]) & (times <= at[-1])
    return [tuple(box) if here else None for box, here in zip(boxes.tolist(), there.tolist(), strict=True)], z.tolist()


def _misses(count: int, rng: np.random.Generator) -> list[bool]:
    missed = rng.random(count) < MISSED
    for start in np.flatnonzero(rng.random(count) < BURST):
        missed[start : start + int(rng.integers(2, 9))] = True
    return missed.tolist()


def _clip(box: Box) -> Box:
    return max(0.0, box[0]), max(0.0, box[1]), min(float(FRAME[0]), box[2]), min(float(FRAME[1]), box[3])


def _cover(figures: Sequence[_Figure], pillars: Iterable[tuple[float, float, float]]) -> None:
    posts = [(pixel(since, away)[0], -1e4, pixel(to, away)[0], 1e4, away) for since, to, away in pillars]
    for figure in figures:
        left = figure.box
        for other in figures:
            if other is not figure and (other.away, other.name) < (figure.away, figure.name):
                left = _rest(left, other.box)
        for post in posts:
            if post[4] < figure.away:
                left = _rest(left, post[:4])
        figure.left, figure.share = left, area(left) / (area(figure.box) or 1.0)


def _rest(box: Box, front: Box) -> Box:
    """The largest upright part of a box that another one in front of it leaves to be seen."""
    if not area(common(box, front)):
        return box
    x1, y1, x2, y2 = box
    parts = (x1, y1, front[0], y2), (front[2], y1, x2, y2), (x1, y1, x2, front[1]), (x1, front[3], x2, y2)
    return max(parts, key=area)


def _face(figure: _Figure) -> Point:
    x1, y1, x2, y2 = figure.whole
    return (x1 + x2) / 2, y1 + 0.07 * (y2 - y1)


def _shows_face(figure: _Figure, figures: Sequence[_Figure], pillars: Iterable[tuple[float, float, float]]) -> bool:
    x, y = _face(figure)
    behind = any(pixel(since, at)[0] < x < pixel(to, at)[0] for since, to, at in pillars if at < figure.away)
    return not behind and not any(_hides(other.whole, x, y) for other in figures if other.away < figure.away)


def _hides(box: Box, x: float, y: float) -> bool:
    """Is the point behind this body: its head, as wide as a third of it, or the rest?"""
    x1, y1, x2, y2 = box
    neck = y1 + 0.15 * (y2 - y1)
    narrow = (x2 - x1) / 3 if y < neck else 0.0
    return x1 + narrow <= x <= x2 - narrow and y1 <= y <= y2


def _detect(
    figures: Sequence[_Figure], faces: dict[str, Point], style: str, missed: set[str], noise: Callable[[str], Sequence[float]]
) -> list[Seen]:
    groups = _touching(figures) if style == "merged" else [[figure] for figure in figures]
    seen = []
    for group in groups:
        front, *rear = sorted(group, key=lambda figure: (figure.away, figure.name))
        shown = [figure for figure in (front, *rear) if figure.share >= LEAST_SEEN or (rear and figure.name in faces)]
        if not shown or shown[0].name in missed:
            continue
        parts = [figure.box if style == "whole" else figure.left for figure in (group if rear else shown)]
        box = min(b[0] for b in parts), min(b[1] for b in parts), max(b[2] for b in parts), max(b[3] for b in parts)
        shake = (0.4 + 0.6 * (box[3] - box[1]) / 300) * (2 if front.share < 0.8 else 1)
        noisy = tuple(side + shake * by for side, by in zip(box, noise(shown[0].name), strict=True))
        heads = _heads([faces[figure.name] for figure in shown if figure.name in faces], front.whole)
        seen.append(Seen(_clip(noisy), tuple(figure.name for figure in shown), heads))
    return seen


def _touching(figures: Sequence[_Figure]) -> list[list[_Figure]]:
    """Groups of people of whom what is to be seen touches."""
    groups: list[list[_Figure]] = []
    for figure in figures:
        if figure.share < 0.1:
            continue
        near = [group for group in groups if any(area(common(_wider(figure.left), each.left)) for each in group)]
        groups = [group for group in groups if group not in near] + [[figure, *(each for group in near for each in group)]]
    return groups


def _wider(box: Box) -> Box:
    return box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3


def _heads(faces: Sequence[Point], box: Box) -> int:
    """Heads side by side are counted; one above the other are one."""
    xs, apart, count, last = sorted(x for x, _ in faces), 0.1 * (box[3] - box[1]), 0, -1e9
    for x in xs:
        if x - last > apart:
            count, last = count + 1, x
    return max(1, count)


# --- who gives them ids ----------------------------------------------------------------------------------------------

Followed = list[tuple[Track, tuple[str, ...]]]  # tracks of one frame, and who is under each


class Real:
    """The project's tracker. Its detector gives one box for all who touch, once for each head."""

    style = "merged"

    def __init__(self, story: Story, rng: np.random.Generator):
        self._restarts = _instants(story.restarts)
        self._tracker = Tracker(FRAME[0])
        self.switches = 0
        self._ids: dict[str, object] = {}

    def __call__(self, shot: Shot) -> Followed:
        if self._restarts and shot.t_ns >= self._restarts[0]:
            self._restarts.popleft()
            self._tracker = Tracker(FRAME[0])
        who = {seen.box: seen.who for seen in shot.seen}
        boxes = [seen.box for seen in shot.seen for _ in range(seen.heads)]
        followed = [(track, who[track.box]) for track in self._tracker.update(boxes, shot.t_ns)]
        for track, names in followed:
            if len(names) == 1:
                self.switches += self._ids.setdefault(names[0], track.id) != track.id
                self._ids[names[0]] = track.id
        return followed


class Perfect:
    """The id is the identity, also of each one in a merged box."""

    def __init__(self, story: Story, rng: np.random.Generator):
        self._restarts = _instants(story.restarts)
        self._ids: dict[str, int] = {}
        self.switches = 0

    def __call__(self, shot: Shot) -> Followed:
        if self._restarts and shot.t_ns >= self._restarts[0]:
            self._restarts.popleft()
            self._ids.clear()
        for name in (name for seen in sorted(shot.seen, key=lambda seen: seen.box) for name in seen.who):
            self._ids.setdefault(name, len(self._ids) + 1)
        return [
            (Track(self._ids[name], seen.box), (seen.who if len(seen.who) == 1 else (name,)))
            for seen in shot.seen
            for name in seen.who
        ]


@dataclass(slots=True)
class _Path:
    box: Box
    t_ns: int
    velocity: tuple[float, float] = (0.0, 0.0)  # pixels a second

    def at(self, t_ns: int) -> Box:
        dx, dy = (each * min(t_ns - self.t_ns, SECOND // 2) / SECOND for each in self.velocity)
        return self.box[0] + dx, self.box[1] + dy, self.box[2] + dx, self.box[3] + dy


class Adversary:
    """Exchanges ids wherever two bodies come near, gives a newcomer the id of somebody who left, may start to count anew.

    With `honest` it says in each track's margin how well the box fits, less how well the next best would have.
    """

    SWAPS = 1.2  # of one encounter, on average; with what follows, 1.6 switches for each walker of the short stories
    REUSE = 0.5  # chance that a newcomer gets an old id
    RESTART = 0.002  # chance, at each frame with two bodies that are near

    def __init__(self, story: Story, rng: np.random.Generator, honest: bool = True):
        self._rng = rng
        self._honest = honest
        self._restarts = _instants(story.restarts)
        self._forced = deque(sorted((_instant(at), one, other) for at, one, other in story.swaps))
        self._ids: dict[str, int] = {}
        self._next = 1
        self._last: dict[str, tuple[Box, int]] = {}
        self._due: dict[tuple[str, str], list[int]] = {}  # pairs that are near, and when their ids will be exchanged
        self._paths: dict[int, _Path] = {}
        self._faces: dict[frozenset[str], str] = {}  # whose id a merged box has
        self.switches = 0

    def __call__(self, shot: Shot) -> Followed:
        named = {self._one_of(seen.who): seen for seen in shot.seen}
        before = dict(self._ids)
        self._number(named, shot.t_ns)
        for name, seen in named.items():
            self._last[name] = seen.box, shot.t_ns
        self._exchange(named, shot.t_ns)
        self.switches += sum(name in self._ids and self._ids[name] != id for name, id in before.items())
        followed = [(self._track(name, named, shot.t_ns), seen.who) for name, seen in named.items()]
        for track, _ in followed:
            self._remember(track, shot.t_ns)
        return followed

    def _one_of(self, who: tuple[str, ...]) -> str:
        if len(who) == 1:
            return who[0]
        return self._faces.setdefault(frozenset(who), str(self._rng.choice(sorted(who))))

    def _number(self, named: dict[str, Seen], t_ns: int) -> None:
        for name in named:
            gone = name in self._last and t_ns - self._last[name][1] > SECOND // 2
            if name in self._ids and not (gone and self._rng.random() < 0.5):
                continue
            free = [each for each in self._ids if each not in named and each != name]
            if free and self._rng.random() < self.REUSE:
                self._ids[name] = self._ids.pop(max(free, key=lambda each: self._last[each][1]))
            else:
                self._ids[name], self._next = self._next, self._next + 1

    def _exchange(self, named: dict[str, Seen], t_ns: int) -> None:
        recent = [name for name in self._ids if t_ns - self._last[name][1] < SECOND]
        near = {
            (one, other)
            for one, other in combinations(sorted(recent), 2)
            if (one in named or other in named) and _near(self._last[one][0], self._last[other][0])
        }
        self._due = {pair: times for pair, times in self._due.items() if pair in near}
        for pair in sorted(near - self._due.keys()):
            times = t_ns + self._rng.uniform(0, SECOND, self._rng.poisson(self.SWAPS))
            self._due[pair] = sorted(times.tolist())
        for (one, other), times in self._due.items():
            while times and times[0] <= t_ns:
                times.pop(0)
                self._swap(one, other)
        while self._forced and self._forced[0][0] <= t_ns:
            self._swap(*self._forced.popleft()[1:])
        restart = self._restarts and self._restarts[0] <= t_ns
        if restart or (len(named) > 1 and near and self._rng.random() < self.RESTART):
            if restart:
                self._restarts.popleft()
            self._ids = {str(name): n for n, name in enumerate(self._rng.permutation(sorted(named)), 1)}
            self._next = len(self._ids) + 1
            self._paths.clear()

    def _swap(self, one: str, other: str) -> None:
        if one in self._ids and other in self._ids:
            self._ids[one], self._ids[other] = self._ids[other], self._ids[one]

    def _track(self, name: str, named: dict[str, Seen], t_ns: int) -> Track:
        id, box = self._ids[name], named[name].box
        if not self._honest:
            return Track(id, box)
        expected = {each: path.at(t_ns) for each, path in self._paths.items() if t_ns - path.t_ns < SECOND}
        if id not in expected:
            return Track(id, box)
        rivals = [iou(expected[id], seen.box) for other, seen in named.items() if other != name]
        rivals += [iou(place, box) for each, place in expected.items() if each != id]
        return Track(id, box, margin=iou(expected[id], box) - max(rivals, default=0.0))

    def _remember(self, track: Track, t_ns: int) -> None:
        last = self._paths.get(track.id)
        path = self._paths[track.id] = _Path(track.box, t_ns)
        if last and 0 < t_ns - last.t_ns < SECOND // 2:
            path.velocity = tuple(
                (old + (new - was) / (t_ns - last.t_ns) * SECOND) / 2
                for old, new, was in zip(last.velocity, track.foot, _foot(last.box), strict=True)
            )


def _foot(box: Box) -> Point:
    return (box[0] + box[2]) / 2, box[3]


def _near(one: Box, other: Box) -> bool:
    apart = np.hypot(one[0] + one[2] - other[0] - other[2], one[1] + one[3] - other[1] - other[3]) / 2
    return apart < max(one[3] - one[1], other[3] - other[1]) / 2 or area(common(one, other)) > 0


def _instant(seconds: float) -> int:
    return START_NS + int(seconds * SECOND)


def _instants(seconds: Iterable[float]) -> deque[int]:
    return deque(sorted(_instant(each) for each in seconds))


TRACKERS: dict[str, Callable[[Story, np.random.Generator], Callable[[Shot], Followed]]] = {
    "real": Real,
    "perfect": Perfect,
    "hostile": Adversary,  # says honestly how sure it is
    "hostile, silent": lambda story, rng: Adversary(story, rng, honest=False),
}


# --- the stories -----------------------------------------------------------------------------------------------------

Rng = np.random.Generator


def person(rng: Rng, name: str) -> Walker:
    return Walker(name, float(np.clip(rng.normal(1.7, 0.09), 1.5, 1.95)), rng.uniform(0.44, 0.56))


def comes(rng: Rng, name: str, at: float = 0.2, x: float = 0.0, z: float = 4.75, side: int | None = None) -> Walker:
    """Somebody who enters and stands on the spot, or wherever they are told to."""
    side = side or _side(rng)
    depth = rng.uniform(5.2, 7.0)
    return person(rng, name).enter(at, side * beyond(depth), depth).go(x + rng.uniform(-0.1, 0.1), z, rng.uniform(1.4, 1.8))


def passes(rng: Rng, name: str, z: float, at: float, x: float = 0.0, side: int | None = None) -> Walker:
    """Somebody who walks across the picture and is at x metres across at that time."""
    side, speed = side or _side(rng), rng.uniform(1.0, 1.8)
    return (
        person(rng, name).enter(at - (beyond(z) + side * x * -1) / speed, side * beyond(z), z).go(-side * beyond(z), z, speed)
    )


def _side(rng: Rng) -> int:
    return int(rng.choice([-1, 1]))


def calm(rng: Rng) -> Story:
    """One visitor says yes, stays, walks about and leaves."""
    a = comes(rng, "A")
    tap = a.now + 1.2
    a.until(tap + 2).go(rng.uniform(-2, 2), rng.uniform(6, 9)).stay(1).leave(_side(rng), 7)
    return Story([a], [Tap(tap, "A")], a.now + 0.5)


def crossing_in_front(rng: Rng) -> Story:
    """Somebody walks between the visitor and the camera."""
    a = comes(rng, "A")
    tap = a.now + 1.2
    if rng.random() < 0.5:
        a.until(tap + 4)
        b = passes(rng, "B", rng.uniform(3.9, 4.3), tap + rng.uniform(-1, 3))
    else:
        a.until(tap + 1).go(rng.uniform(-1, 1), 7).stay(2)
        b = passes(rng, "B", rng.uniform(4.0, 6.7), a.now - 1, a.legs[-1][1])
    return Story([a.leave(_side(rng)), b], [Tap(tap, "A")])


def crossing_behind(rng: Rng) -> Story:
    """Somebody walks behind the visitor."""
    a = comes(rng, "A")
    tap = a.now + 1.2
    b = passes(rng, "B", rng.uniform(5.2, 9), tap + rng.uniform(-1, 3))
    return Story([a.until(tap + 4).leave(_side(rng)), b], [Tap(tap, "A")])


def swap_after_crossing(rng: Rng) -> Story:
    """The visitor and a stranger meet, at any distance, and from then on the tracker takes one for the other."""
    a = comes(rng, "A", side=-1)
    tap = a.now + 1.2
    a.until(tap + 1).go(rng.uniform(-1, 1), rng.uniform(5.5, 7)).stay(rng.uniform(0, 1.5))
    met, (_, x, z) = a.now, a.legs[-1]
    b = passes(rng, "B", max(4, z + rng.uniform(-0.8, 0.8)), met, x, 1)
    swaps = tuple((met + float(by), "A", "B") for by in rng.uniform(-0.4, 0.6, 2))
    return Story([a.leave(_side(rng)), b], [Tap(tap, "A")], 12, swaps=swaps)


def swap_side_by_side(rng: Rng) -> Story:
    """Two walk or stand beside each other, never closer than their elbows, and the tracker takes one for the other."""
    apart, x = rng.uniform(0.6, 1.1) * _side(rng), rng.uniform(-1, 1)
    a, b = comes(rng, "A"), comes(rng, "B", x=x + apart, z=6.0)
    b.tall = a.tall + rng.uniform(-0.03, 0.03)
    tap = a.now + 1.2
    a.until(tap + 1).go(x, 6.0).stay(1)
    met = a.now - 1
    for walker, by in ((a, 0), (b, apart)):
        walker.until(met + 1)
        walker.go(x * -1 + by, 7.5, 1.0).stay(1)
    swaps = tuple((met + float(by), "A", "B") for by in rng.uniform(0, 3, 2))
    return Story([a.leave(-1), b.leave(1)], [Tap(tap, "A")], 13, swaps=swaps)


def swap_at_the_touch(rng: Rng) -> Story:
    """Somebody waits beside the spot, and around the touch the tracker takes one for the other."""
    side = _side(rng)
    a = comes(rng, "A", x=-side * 0.2)
    b = comes(rng, "B", x=side * rng.uniform(0.7, 0.9), z=a.legs[-1][2] + rng.uniform(-0.2, 0.4), side=side)
    tap = max(a.now, b.now) + 1.2
    swaps = ((tap + rng.uniform(-0.6, 0.6), "A", "B"),)
    a.until(tap + 2).leave(-side)
    return Story([a, b.until(tap + 4).leave(side)], [Tap(tap, "A")], swaps=swaps)


def pillar(rng: Rng) -> Story:
    """The visitor walks behind a pillar; somebody comes out."""
    x, wide, away = rng.uniform(0.8, 1.5), rng.uniform(0.3, 0.9), 5.2
    a = comes(rng, "A", side=-1)
    tap = a.now + 1.2
    z = rng.uniform(5.6, 6.6)
    middle = (x + wide / 2) * z / away
    a.until(tap + 1).go(middle - 1.2, z).go(middle, z)
    met, b = a.now, person(rng, "B")
    if rng.random() < 0.5:
        a.stay(rng.uniform(0, 1)).go(middle + 2, z)
        speed = rng.uniform(1, 1.8)
        b.enter(met + rng.uniform(-0.5, 0.5) - (beyond(z) - middle) / speed, beyond(z), z + rng.uniform(-0.3, 0.3))
        b.go(-beyond(z), z + rng.uniform(-0.3, 0.3), speed)
    else:
        a.stay(2).go(middle + 2, z)
        b.enter(0.1, middle, z + rng.uniform(-0.4, 0.4)).until(met + rng.uniform(-0.5, 0.3)).leave(_side(rng), z, 1.3)
    return Story([a.leave(1, z), b], [Tap(tap, "A")], 13, ((x, x + wide, away),))


def shadow(rng: Rng) -> Story:
    """Somebody comes and stands close behind the visitor, hidden or half hidden, and steps out later."""
    a = comes(rng, "A")
    tap, x, z = a.now + 1.2, a.legs[-1][1], a.legs[-1][2]
    behind = rng.uniform(0.25, 1.2)
    first = tap + rng.uniform(-1.5, 2)
    b = person(rng, "B").enter(0.1, x * (z + 3) / z, 10).until(first - 3)
    b.go((x + rng.uniform(-0.15, 0.15)) * (z + behind) / z, z + behind, 1.6).stay(rng.uniform(0.5, 2)).leave(
        _side(rng), z + behind
    )
    return Story([a.until(tap + 4).leave(_side(rng)), b], [Tap(tap, "A")], 12)


def late(rng: Rng) -> Story:
    """Frames come late: by 2 s, which a gate refuses, or by just less than it would; meanwhile another one steps in."""
    a = comes(rng, "A")
    tap = a.now + 1.2
    a.until(tap + rng.uniform(0.05, 1.5)).leave(-1)
    b = comes(rng, "B", side=1, at=a.now - 3.5)
    b.until(b.now + 2).leave(1)
    since = tap + rng.uniform(-1.5, 1)
    by = 2.0 if rng.random() < 0.6 else rng.uniform(0.4, 0.95)
    taps = [Tap(tap, "A")] + [Tap(b.now - 1.5, "B", "no")] * int(rng.random() < 0.4)
    return Story([a, b], taps, 12, late=((since, since + rng.uniform(0.3, 4), by),))


def two_one_touch(rng: Rng) -> Story:
    """Two stand on the spot, beside or behind each other; one of them says yes."""
    a = comes(rng, "A", x=rng.uniform(-0.3, 0), z=rng.uniform(4.5, 4.8))
    b = comes(rng, "B", at=rng.uniform(0.2, 1.5), x=rng.uniform(0.1, 0.4), z=rng.uniform(4.5, 5.2))
    tap = max(a.now, b.now) + rng.uniform(0.3, 1.5)
    a.until(tap + rng.uniform(0.5, 2)).leave(_side(rng))
    return Story([a, b.until(tap + rng.uniform(0.5, 3)).leave(_side(rng))], [Tap(tap, "A")])


def parent_and_child(rng: Rng) -> Story:
    """A child before, beside or behind its parent, who says yes for themselves."""
    a = comes(rng, "A", z=4.9)
    b = comes(rng, "B", at=rng.uniform(0.2, 3.5), x=rng.uniform(-0.5, 0.5), z=rng.uniform(4.2, 5.3))
    b.tall, b.wide = rng.uniform(0.95, 1.3), rng.uniform(0.3, 0.4)
    tap = a.now + rng.uniform(0.8, 2)
    a.until(max(tap + 1, b.now)).go(1, 6)
    b.until(a.now - 1).go(1.2, 5.8).stay(1)
    return Story([a.stay(1).leave(1), b.leave(1)], [Tap(tap, "A")], 13)


def lent_to_a_friend(rng: Rng) -> Story:
    """The visitor says yes and lets a friend stand there."""
    a = comes(rng, "A", side=-1)
    tap = a.now + 1.0
    b = comes(rng, "B", x=rng.uniform(0.75, 1.3), side=1)
    a.until(tap + rng.uniform(0, 1)).go(-0.9, 4.8, 1.6)
    b.until(tap + rng.uniform(0, 1.2)).go(0, 4.75, 1.6).stay(2.5)
    return Story([a.stay(2).leave(-1), b.leave(1)], [Tap(tap, "A")], 13)


def friend_steps_in(rng: Rng) -> Story:
    """Somebody steps onto the spot within 300 ms of the touch."""
    a = comes(rng, "A", x=-0.2, side=-1)
    b = comes(rng, "B", x=rng.uniform(0.65, 0.9), side=1)
    tap = max(a.now, b.now) + 1.0
    b.until(tap + rng.uniform(-0.5, 0.3)).go(0.25, 4.8, 1.5).stay(2)
    return Story([a.until(tap + 3).leave(-1), b.leave(1)], [Tap(tap, "A")], 12)


def next_right_after(rng: Rng) -> Story:
    """The visitor leaves after the touch and the next one steps in at once; some of those say yes, some no."""
    a = comes(rng, "A", side=-1)
    tap = a.now + 1.0
    a.until(tap + rng.uniform(0.1, 1.2)).go(-0.9, 4.6, 1.7)
    b = comes(rng, "B", x=0.8, z=4.9, side=1)
    b.until(a.now - 0.6 + rng.uniform(0, 0.4)).go(0, 4.75, 1.6)
    says = str(rng.choice(["", "yes", "no"]))
    taps = [Tap(tap, "A")] + ([Tap(b.now + rng.uniform(0.1, 1.5), "B", says)] if says else [])
    b.stay(2.5)
    return Story([a.stay(1).leave(-1), b.leave(1)], taps, 13)


def undecided(rng: Rng) -> Story:
    """Somebody leaves without an answer, and the next one says yes, or nobody does."""
    a = comes(rng, "A", side=-1)
    a.stay(2).go(-0.9, 4.8, 1.7)
    b = comes(rng, "B", x=0.8, side=1)
    b.until(a.now - rng.uniform(-0.5, 0.8)).go(0, 4.75, 1.6)
    taps = [Tap(b.now + rng.uniform(-0.3, 0.8), "B")] if rng.random() < 0.7 else []
    b.stay(2.5)
    return Story([a.stay(2).leave(-1), b.leave(1)], taps, 13)


def restart(rng: Rng) -> Story:
    """The tracker begins to count anew while the visitor is bound and others are about."""
    apart = rng.uniform(0.55, 2.5)
    a = comes(rng, "A")
    tap, side = a.now + 1.2, _side(rng)
    b = comes(rng, "B", at=tap - 2, x=side * apart, z=rng.uniform(4.4, 5.5), side=side).stay(3)
    c = passes(rng, "C", rng.uniform(6, 9), tap + rng.uniform(0, 2))
    restarts = tuple(tap + float(by) for by in rng.uniform(-0.5, 3, 2))
    return Story([a.until(tap + 4).leave(-side), b.leave(side), c], [Tap(tap, "A")], 12, restarts=restarts)


def refusal_on_the_mark(rng: Rng) -> Story:
    """A yes; then the next one says no on the mark, or the same one does, while others may be near."""
    a = comes(rng, "A", side=-1)
    tap = a.now + 1.0
    a.until(tap + rng.uniform(0.5, 1.5))
    if rng.random() < 0.4:
        a.go(-1, 5).go(0, 4.75)
        no = Tap(a.now + rng.uniform(0.1, 0.8), "A", "no")
        a.stay(1).go(-1, 6).stay(1)
        return Story([a.leave(-1), passes(rng, "B", rng.uniform(5, 7), no.at)], [Tap(tap, "A"), no], 13)
    a.go(-1.0, rng.uniform(4.6, 5.5), 1.6).stay(2)
    b = comes(rng, "B", at=max(0.1, a.now - 4), side=1)
    no = Tap(b.now + rng.uniform(0.1, 1), "B", "no")
    return Story([a.until(no.at + 1).leave(-1), b.until(no.at + 1.5).leave(1)], [Tap(tap, "A"), no], 13)


def two_visits(rng: Rng) -> Story:
    """Two say yes one right after the other; then one of them takes it back."""
    a = comes(rng, "A", side=-1)
    first = a.now + 1.0
    a.until(first + rng.uniform(0.3, 0.8)).go(-0.9, 4.9, 1.6).stay(3)
    b = comes(rng, "B", x=0.8, side=1).until(first + rng.uniform(0.3, 1)).go(0, 4.75, 1.6)
    second = b.now + rng.uniform(0.1, 1.2)
    back = Tap(second + rng.uniform(0.2, 2), str(rng.choice(["A", "B"])), "back")
    b.until(second + 2.5)
    return Story([a.leave(-1), b.leave(1)], [Tap(first, "A"), Tap(second, "B"), back], 13)


def party_of_two(rng: Rng) -> Story:
    """Two say yes together; in half of the stories a third one is near."""
    a, b = comes(rng, "A", x=-0.35, z=4.6, side=-1), comes(rng, "B", x=0.35, z=4.6, side=1)
    tap = max(a.now, b.now) + 1.2
    a.until(tap + 1.5).go(-1.0, 6).stay(1)
    b.until(tap + 1.5).go(1.0, 6).stay(1)
    walkers = [a.leave(-1), b.leave(1)]
    if rng.random() < 0.5:
        walkers.append(comes(rng, "C", at=tap - 3 + rng.uniform(-1, 2), x=rng.uniform(-0.8, 0.8), z=5.4).stay(1).leave(1))
    return Story(walkers, [Tap(tap, "A", party=("B",))], 12)


def busy_shop(rng: Rng) -> Story:
    """A minute of people who come, wait until the spot is empty or do not, say yes or no, walk about and leave."""
    walkers, taps, at, free = [], [], 0.2, 0.0
    while at < 50:
        name = f"P{len(walkers)}"
        pushes = rng.random() < 0.15
        arrives = at + 3
        turn = max(arrives, free - (rng.uniform(0.2, 1.5) if pushes else -0.6))
        side = _side(rng)
        walker = comes(rng, name, at, side * rng.uniform(0.9, 1.6), rng.uniform(5.0, 6.2), side)
        if rng.random() < 0.2:
            walkers.append(walker.stay(rng.uniform(0, 2)).leave(-side, rng.uniform(5.5, 9)))
        else:
            walker.until(turn).go(rng.uniform(-0.15, 0.15), 4.75, 1.5)
            tap = walker.now + rng.uniform(0.8, 2)
            says = rng.choice(["yes", "no", ""], p=[0.6, 0.25, 0.15])
            taps += [Tap(tap, name, str(says))] if says else []
            free = tap + rng.uniform(0.4, 1.5)
            walker.until(free).go(-side * rng.uniform(0.8, 2), rng.uniform(4.6, 6.5), 1.5).stay(rng.uniform(0, 4))
            walkers.append(walker.go(rng.uniform(-2, 2), rng.uniform(6, 9)).stay(1).leave(_side(rng), 8))
        at += rng.exponential(5.0)
    return Story(walkers, taps, 60)


SCENARIOS: dict[str, Callable[[Rng], Story]] = {
    each.__name__: each
    for each in (
        calm,
        crossing_in_front,
        crossing_behind,
        swap_after_crossing,
        swap_side_by_side,
        swap_at_the_touch,
        pillar,
        shadow,
        late,
        two_one_touch,
        parent_and_child,
        lent_to_a_friend,
        friend_steps_in,
        next_right_after,
        undecided,
        restart,
        refusal_on_the_mark,
        two_visits,
        party_of_two,
        busy_shop,
    )
}


# --- the trial -------------------------------------------------------------------------------------------------------


@dataclass
class Result:
    """Of one story, or of many together. Frames unless it says otherwise."""

    scenario: str
    tracker: str
    stories: int = 1
    seed: int = 0
    frames: int = 0
    wrong: int = 0  # in which somebody is allowed under a yes that is not theirs, or that was taken back
    merged: int = 0  # of these, with a box that holds several people and one id
    faces: int = 0  # in which the face of somebody who did not say yes lies inside of an allowed box
    due: int = 0  # in which somebody who said yes is to be seen
    covered: int = 0  # and is allowed
    said_yes: int = 0  # people
    bound: int = 0  # of these, ever allowed
    ambiguous: int = 0  # of these, told so
    suppress_ms: float = 0.0  # the longest time from a yes taken back, or from the first wrong frame, to the last one allowed
    switches: int = 0  # of ids
    people: int = 0
    first: str = ""  # where the first wrong frame is

    def __add__(self, other: "Result") -> "Result":
        total = replace(self, first=self.first or other.first, suppress_ms=max(self.suppress_ms, other.suppress_ms))
        for name in (
            "stories",
            "frames",
            "wrong",
            "merged",
            "faces",
            "due",
            "covered",
            "said_yes",
            "bound",
            "ambiguous",
            "switches",
            "people",
        ):
            setattr(total, name, getattr(self, name) + getattr(other, name))
        return total

    @property
    def coverage(self) -> float:
        return self.covered / self.due if self.due else 0.0


@lru_cache(maxsize=64)
def shown(scenario: str, seed: int, style: str) -> tuple[Story, list[Shot]]:
    """The story of a seed and its frames."""
    rng = np.random.default_rng([zlib.crc32(scenario.encode()), seed])
    story = SCENARIOS[scenario](rng)
    return story, film(story, style, rng)


def simulate(scenario: str, tracker: str, seed: int, limits: Limits | None = None) -> Result:
    """One story, played to one tracker and a binder. The seed also chooses the style of the detector."""
    story, shots = shown(scenario, seed, getattr(TRACKERS[tracker], "style", STYLES[seed % len(STYLES)]))
    rng = np.random.default_rng([zlib.crc32(f"{scenario} {tracker}".encode()), seed])
    follow = TRACKERS[tracker](story, rng)
    trial = _Trial(
        story, Result(scenario, tracker, seed=seed, frames=len(shots), people=len(story.walkers)), limits or Limits()
    )
    for shot in shots:
        trial.show(shot, follow(shot))
    return trial.finish(follow.switches)


class _Trial:
    """The kiosk and a binder, frame by frame; and the judge, who knows everybody."""

    def __init__(self, story: Story, result: Result, limits: Limits):
        self._binder = Binder(SPOT, FRAME, limits, REACH)
        self._result = result
        self._todo = deque(sorted(story.taps, key=lambda tap: tap.at))
        self._grants: dict[str, Grant] = {}
        self._owners: dict[str, tuple[str, ...]] = {}  # by visit
        self._ended: dict[str, int] = {}  # by visit, when its yes was taken back
        self._since: dict[str, int] = {}  # by name, when a frame of theirs is due
        self._bound: set[str] = set()
        self._ambiguous: set[str] = set()
        self._wrong_since: int | None = None

    def show(self, shot: Shot, followed: Followed) -> None:
        while self._todo and _instant(self._todo[0].at) + LAG_NS <= shot.due_ns:
            self._hear(self._todo.popleft())
        allowed: Followed = []
        visits: dict[object, str] = {}
        if shot.due_ns - shot.t_ns <= STALE_NS:
            self._told(self._binder.update([track for track, _ in followed], shot.t_ns, self._grants))
            visits = {id: grant.visit for id, grant in self._binder.grants_of(self._grants).items()}
            allowed = [(track, who) for track, who in followed if track.id in visits]
        else:
            self._told(self._binder.blind(Reason.LATE))
        self._judge(shot, allowed, visits)

    def finish(self, switches: int) -> Result:
        result = self._result
        result.switches = switches
        result.said_yes = len({name for names in self._owners.values() for name in names})
        result.bound, result.ambiguous = len(self._bound), len(self._ambiguous)
        return result

    def _hear(self, tap: Tap) -> None:
        at = _instant(tap.at)
        if tap.says != "yes":
            for visit, names in self._owners.items():
                if tap.who in names and visit not in self._ended:
                    self._ended[visit] = at
                    if tap.says == "back":
                        self._grants.pop(visit, None)
            if tap.who in self._since:
                del self._since[tap.who]
            if tap.says == "no":
                self._told(self._binder.refuse(at))
            return
        visit = f"visit {len(self._owners) + 1}"
        self._owners[visit] = (tap.who, *tap.party)
        self._grants[visit] = Grant("e", len(self._owners), visit, ("dwell",), at, 1 + len(tap.party), 1_800_000, "r")
        for name in self._owners[visit]:
            self._since[name] = at + max(Limits().after, Limits().apart) + SECOND // FPS

    def _told(self, reports: Iterable[Bound]) -> None:
        for report in reports:
            if report.state == "ambiguous":
                self._ambiguous.update(self._owners[report.visit])
            if report.state != "bound":
                self._grants.pop(report.visit, None)

    def _judge(self, shot: Shot, allowed: Followed, visits: dict[object, str]) -> None:
        result, wrong, single, faces = self._result, False, False, False
        live = {name for visit, names in self._owners.items() if visit not in self._ended for name in names}
        for track, who in allowed:
            visit = visits[track.id]
            self._bound |= set(who) & set(self._owners[visit])
            bad = visit in self._ended or not set(who) <= set(self._owners[visit])
            wrong |= bad
            single |= bad and len(who) == 1
            if visit in self._ended:
                result.suppress_ms = max(result.suppress_ms, (shot.due_ns - self._ended[visit]) / 1e6)
            strangers = shot.faces.keys() - live - set(who)
            faces |= any(_within(shot.faces[name], track.box) for name in strangers)
        result.wrong += wrong
        result.merged += wrong and not single
        result.faces += faces
        if wrong:
            self._wrong_since = self._wrong_since or shot.t_ns
            result.suppress_ms = max(result.suppress_ms, (shot.t_ns - self._wrong_since) / 1e6 + 1000 / FPS)
            result.first = result.first or f"{(shot.t_ns - START_NS) / SECOND:.2f} s: {allowed} for {visits}"
        else:
            self._wrong_since = None
        seen = {name for _, who in allowed for name in who}
        for name, since in self._since.items():
            if shot.t_ns >= since and name in shot.visible:
                result.due += 1
                result.covered += name in seen


def _within(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


# --- what came of it -------------------------------------------------------------------------------------------------


def total(results: Iterable[Result], **name: str) -> Result:
    first, *rest = results
    for result in rest:
        first = first + result
    return replace(first, **name)


def table(results: Sequence[Result]) -> str:
    """One line for each scenario and tracker."""
    groups: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        groups[result.scenario, result.tracker].append(result)
    lines = [
        f"{'scenario':22}{'tracker':17}{'frames':>8}{'wrong':>7}{'merged':>7}{'faces':>7}{'cover':>8}{'bound':>7}{'ambig':>7}"
        f"{'ms':>7}{'switch':>8}"
    ]
    for group in groups.values():
        one = total(group)
        yes = max(1, one.said_yes)
        lines.append(
            f"{one.scenario:22}{one.tracker:17}{one.frames:8}{one.wrong:7}{one.merged:7}{one.faces:7}{one.coverage:8.0%}"
            f"{one.bound / yes:7.0%}{one.ambiguous / yes:7.0%}{one.suppress_ms:7.0f}{one.switches / one.people:8.2f}"
        )
    return "\n".join(lines)


OFF = 1e9  # for lengths and ratios
RULES = {  # what switches each of them off
    "overlap": {"overlap": 1.0},
    "jump": {"speed": OFF},
    "growth": {"growth": OFF},
    "margin": {"margin": -OFF},
    "gap": {"gap": 2 * SECOND, "back": 0.0},
    "apart": {"apart": 0},
    "age": {"age": 0},
}
CURVE = {
    "default": {},
    "overlap 0.0": {"overlap": 0.0},
    "overlap 0.1": {"overlap": 0.1},
    "overlap 0.4": {"overlap": 0.4},
    "overlap 0.6": {"overlap": 0.6},
    "overlap 1.0": {"overlap": 1.0},
    "gap 0.1 s": {"gap": SECOND // 10},
    "gap 0.5 s": {"gap": SECOND // 2},
    "gap 1 s": {"gap": SECOND},
    "gap 2 s": {"gap": 2 * SECOND},
    "jitter 0.1": {"jitter": 0.1},
    "jitter 0.2": {"jitter": 0.2},
    "jitter 0.6": {"jitter": 0.6},
    "no jump": RULES["jump"],
    "growth 1.4": {"growth": 1.4},
    "growth 3": {"growth": 3.0},
    "no growth": RULES["growth"],
    "margin 0.3": {"margin": 0.3},
    "margin 0": {"margin": 0.0},
    "no margin": RULES["margin"],
    "width 0.5": {"width": 0.5},
    "no width": {"width": OFF},
    "no age": RULES["age"],
    "not apart": RULES["apart"],
    "no rule": {name: value for changed in RULES.values() for name, value in changed.items()},
}


def curve(seeds: Iterable[int], scenarios: Iterable[str] = (), trackers: Iterable[str] = ()) -> str:
    """Wrong-person frames against coverage, for limits that are tighter or looser than the default."""
    chosen = [(s, t, n) for s in scenarios or SCENARIOS for n in seeds for t in trackers or TRACKERS]
    lines = [
        f"{'limits':16}{'wrong':>8}{'per 1000':>10}{'stories':>9}{'merged':>8}{'faces':>8}{'cover':>8}{'bound':>8}{'ms':>8}"
    ]
    for name, changed in CURVE.items():
        results = [simulate(*each, replace(Limits(), **changed)) for each in chosen]
        one = total(results)
        lines.append(
            f"{name:16}{one.wrong:8}{1000 * one.wrong / one.frames:10.2f}{sum(r.wrong > 0 for r in results):9}{one.merged:8}"
            f"{one.faces:8}{one.coverage:8.1%}{one.bound / max(1, one.said_yes):8.0%}{one.suppress_ms:8.0f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=6, help="stories of each scenario")
    parser.add_argument("--no-curve", action="store_true", help="the table only")
    seeds = range((chosen := parser.parse_args()).seeds)
    print(table([simulate(each, tracker, seed) for each in SCENARIOS for tracker in TRACKERS for seed in seeds]))
    if not chosen.no_curve:
        print("\n" + curve(seeds))


if __name__ == "__main__":
    main()
