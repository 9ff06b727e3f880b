"""Bodies from frame to frame: which of them is certainly still the one that it was.

Only boxes and the tracker's ids are known. Whatever could have swapped two bodies ends what is known of them; a body that goes
on under the same id is then a new one.
"""

import math
from collections import deque
from collections.abc import Collection, Hashable, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from .reason import Reason

SECOND = 1_000_000_000
Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Track:
    """One followed body in one frame.

    id: never used again for another body; None or -1 for a body that is not followed. box: x1, y1, x2, y2 in pixels.
    margin: how much better this box fitted the body than the next best choice did, 0 to 1; 1 where the tracker cannot say.
    """

    id: Hashable
    box: Box
    margin: float = 1.0

    @property
    def foot(self) -> Point:
        return (self.box[0] + self.box[2]) / 2, self.box[3]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]

    @property
    def shape(self) -> float:
        """Width in heights."""
        return (self.box[2] - self.box[0]) / self.height


@dataclass(frozen=True, slots=True)
class Limits:
    """When doubt begins. Times in nanoseconds, lengths in body heights, overlaps as parts of 1."""

    before: int = SECOND // 2  # in the spot for so long before the touch
    after: int = SECOND * 3 // 10  # and so long after it
    apart: int = SECOND // 2  # nobody else in reach for so long before and after it
    age: int = SECOND * 7 // 10  # followed without doubt for so long before it
    gap: int = SECOND * 3 // 10  # the longest time without seeing the body
    late: int = SECOND  # the greatest age of a frame
    ahead: int = SECOND // 10  # how far its time may lie in the future, by clocks that differ
    overlap: float = 0.2  # how much of the smaller of two boxes may lie inside the other
    speed: float = 2.5  # heights a second
    jitter: float = 0.3  # heights, what a box may wobble between frames
    growth: float = 1.7  # how much a box's area may change between frames
    shape: float = 1.8  # how much its width in heights may change within a second
    width: float = 0.85  # a box wider than this share of its height may hold two people
    margin: float = 0.1  # how much better a box must fit its body than the next best choice does
    back: float = 0.5  # how well a box that was out of sight must fit where the body was going
    touch: float = 0.05  # bodies nearer than this, from side to side, touch
    hidden: int = 5 * SECOND  # for how long somebody who vanished beside a body may be behind it
    flicker: int = SECOND // 10  # a body that is missing for less was not seen, rather than hidden


@dataclass(slots=True)
class _Body:
    track: Track
    born_ns: int  # when this id was first seen
    since_ns: int  # since when there has been no doubt
    seen_ns: int
    velocity: Point = (0.0, 0.0)  # of the foot, pixels a second, smoothed
    shapes: deque[tuple[int, float]] = field(default_factory=deque)  # of the last second

    def go_on(self, track: Track, t_ns: int) -> None:
        if elapsed := (t_ns - self.seen_ns) / SECOND:
            (vx, vy), (x, y), (was_x, was_y) = self.velocity, track.foot, self.track.foot
            self.velocity = 0.7 * vx + 0.3 * (x - was_x) / elapsed, 0.7 * vy + 0.3 * (y - was_y) / elapsed
        self.track, self.seen_ns = track, t_ns
        self.shapes.append((t_ns, track.shape))
        while self.shapes[0][0] < t_ns - SECOND:
            self.shapes.popleft()

    def expected(self, t_ns: int) -> Box:
        """Where it would be now if it went on as it did."""
        dx, dy = (speed * (t_ns - self.seen_ns) / SECOND for speed in self.velocity)
        x1, y1, x2, y2 = self.track.box
        return x1 + dx, y1 + dy, x2 + dx, y2 + dy


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Somebody who vanished beside a body that stayed."""

    host: Hashable
    box: Box
    at_ns: int


class Bodies:
    """frame: width and height in pixels."""

    def __init__(self, frame: tuple[int, int], limits: Limits):
        self._frame = frame
        self._limits = limits
        self._known: dict[Hashable, _Body] = {}
        self._last_ns = 0  # of the frame before
        self._hidden: dict[Hashable, _Hidden] = {}

    def follow(self, tracks: Sequence[Track], t_ns: int, parties: Collection[Set[Hashable]]) -> dict[Hashable, Reason]:
        """Carry every body on to the frame of t_ns. Those of which that is in doubt, and why: what was known of them is gone.

        parties: ids of people who may overlap each other. Raises ValueError when two tracks have one id, or a box is not one.
        """
        followed = [track for track in tracks if track.id is not None and track.id != -1]
        present = {track.id for track in followed}
        if len(present) != len(followed):
            raise ValueError("two tracks with one id")
        if not all(_sound(track.box) for track in tracks):
            raise ValueError("a box without an inside")
        self._watch_hidden(followed, present, t_ns)
        unseen = [body.track for id, body in self._known.items() if id not in present]
        crowded = self._crowded([*tracks, *unseen], parties)
        doubts: dict[Hashable, Reason] = {}
        for track in unseen:
            if doubt := self._lost(track, t_ns) or crowded.get(track.id):
                doubts[track.id] = doubt
        for track in followed:
            body = self._known.get(track.id)
            party = next((each for each in parties if track.id in each), {track.id})
            others = [other.box for other in followed if other.id not in party]
            before = [other.track.box for id, other in self._known.items() if id not in party]
            changed = self._changed(body, track, margin(body.track.box, track.box, others, before), t_ns) if body else None
            if doubt := changed or crowded.get(track.id) or self._covers(track, t_ns):
                doubts[track.id] = doubt
        ended = {id: self._known.pop(id) for id in doubts if id in self._known}
        for track in followed:
            born_ns = ended[track.id].born_ns if track.id in ended else t_ns
            self._known.setdefault(track.id, _Body(track, born_ns, t_ns, t_ns)).go_on(track, t_ns)
        self._last_ns = t_ns
        return doubts

    def forget(self) -> None:
        """It is not known any more where anybody is."""
        self._known.clear()
        self._hidden.clear()

    def since_ns(self, id: Hashable) -> int | None:
        """Since when this body has been followed without doubt, None if it is not."""
        body = self._known.get(id)
        return body.since_ns if body else None

    @property
    def feet(self) -> dict[Hashable, Point]:
        """Where everybody stands; who is out of sight for less than a gap stands where they were."""
        return {id: body.track.foot for id, body in self._known.items()}

    @property
    def hosts(self) -> set[Hashable]:
        """Bodies beside which somebody has just vanished."""
        return {hidden.host for hidden in self._hidden.values()}

    def _lost(self, track: Track, t_ns: int) -> Reason | None:
        if self._at_edge(track):
            return Reason.LEFT
        return Reason.GAP if t_ns - self._known[track.id].seen_ns > self._limits.gap else None

    def _changed(self, body: _Body, track: Track, margin: float, t_ns: int) -> Reason | None:
        """Could this box be somebody else than the body in the last one? Comparisons that deny what is not a number."""
        limits, elapsed = self._limits, t_ns - body.seen_ns
        moved = math.dist(track.foot, body.track.foot)
        grown = area(track.box) / area(body.track.box)
        shapes = [track.shape, *(shape for at, shape in body.shapes if at >= t_ns - SECOND)]
        if elapsed > limits.gap:
            return Reason.GAP
        if not moved <= body.track.height * (limits.jitter + limits.speed * elapsed / SECOND):
            return Reason.JUMP
        if not 1 / limits.growth <= grown <= limits.growth or max(shapes) > limits.shape * min(shapes):
            return Reason.GROWTH
        if not min(track.margin, margin) >= limits.margin:
            return Reason.MARGIN
        if body.seen_ns < self._last_ns and not iou(body.expected(t_ns), track.box) >= limits.back:
            return Reason.GAP
        return None

    def _crowded(self, tracks: Sequence[Track], parties: Collection[Set[Hashable]]) -> dict[Hashable, Reason]:
        """Tracks whose box may hold somebody else, by id."""
        found = {track.id: Reason.WIDE for track in tracks if not track.shape <= self._limits.width}
        for one, other in combinations(tracks, 2):
            if apart(one.box, other.box) or shared(one.box, other.box) <= self._limits.overlap:
                continue
            if not any(one.id in party and other.id in party for party in parties):
                found |= {one.id: Reason.OVERLAP, other.id: Reason.OVERLAP}
        return found

    def _watch_hidden(self, followed: Sequence[Track], present: Set[Hashable], t_ns: int) -> None:
        """Who vanishes beside a body may be behind it, until they, or somebody new beside it, come to sight."""
        limits = self._limits
        boxes = {track.id: track.box for track in followed}
        born = [track for track in followed if track.id not in self._known]
        for id, hidden in list(self._hidden.items()):
            if id in present or t_ns - hidden.at_ns > limits.hidden:
                del self._hidden[id]
        for track in born:
            for id, hidden in list(self._hidden.items()):
                if self._touch(track, boxes.get(hidden.host, hidden.box)) or self._touch(track, hidden.box):
                    del self._hidden[id]
                    break
        for id, body in self._known.items():
            if id in present or id in self._hidden or self._at_edge(body.track) or t_ns - body.born_ns < limits.flicker:
                continue
            renamed = any(iou(track.box, body.track.box) > 0.4 for track in born)
            host = next((each.id for each in followed if each.id in self._known and self._touch(body.track, each.box)), None)
            if host is not None and not renamed:
                self._hidden[id] = _Hidden(host, body.track.box, t_ns)

    def _covers(self, track: Track, t_ns: int) -> Reason | None:
        """Has somebody been behind this body for longer than a flicker?"""
        since = [each.at_ns for each in self._hidden.values() if each.host == track.id]
        return Reason.OVERLAP if since and t_ns - min(since) > self._limits.flicker else None

    def _touch(self, track: Track, box: Box) -> bool:
        reach = self._limits.touch * track.height
        x1, y1, x2, y2 = track.box
        return not apart((x1 - reach, y1, x2 + reach, y2), box)

    def _at_edge(self, track: Track) -> bool:
        width, height = self._frame
        reach = 0.15 * track.height
        return track.box[0] < reach or track.box[2] > width - reach or track.box[3] > height - 1


def still(track: Track) -> Track:
    """A copy whose box nobody else can change. Raises what a box that is none gives rise to."""
    x1, y1, x2, y2 = (float(side) for side in track.box)
    return Track(track.id, (x1, y1, x2, y2), track.margin)


def area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def apart(one: Box, other: Box) -> bool:
    """Have the two nothing in common?"""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def shared(one: Box, other: Box) -> float:
    """How much of the smaller box lies inside the other, 0 to 1."""
    return area(common(one, other)) / (min(area(one), area(other)) or 1.0)


def common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def iou(one: Box, other: Box) -> float:
    """Intersection over union, 0 to 1."""
    if apart(one, other):
        return 0.0
    inner = area(common(one, other))
    both = area(one) + area(other) - inner
    return inner / both if both else 0.0


def margin(was: Box, now: Box, others: Sequence[Box], before: Sequence[Box]) -> float:
    """How much better a body's box now fits its last one than any other pair with one of the two would, in IoU.

    others: the other boxes now; before: the other bodies' last ones. 1 where nobody is near.
    """
    rival = max([*(iou(was, box) for box in others), *(iou(box, now) for box in before)], default=0.0)
    return iou(was, now) - rival if rival else 1.0


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Ray casting; false for fewer than three corners."""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def _sound(box: Box) -> bool:
    x1, y1, x2, y2 = box
    return all(map(math.isfinite, box)) and x1 < x2 and y1 < y2
