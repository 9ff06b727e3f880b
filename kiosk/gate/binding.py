"""Which followed body is the visitor, and when that becomes doubtful.

A visitor is bound by place and time, never by face: the one body that stood in the kiosk's spot, alone and without a break,
while yes was touched. From then on anything that could have swapped two bodies ends it for good; only a new touch on the
spot can begin again.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.gate.messages import Bound, Grant

SECOND = 1_000_000_000
Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Track:
    """One followed body in one frame. box: x1, y1, x2, y2 in pixels; the id is never used again for another body."""

    id: Hashable
    box: Box

    @property
    def foot(self) -> Point:
        return (self.box[0] + self.box[2]) / 2, self.box[3]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class Limits:
    """When doubt begins. Times in nanoseconds, lengths in body heights."""

    before: int = SECOND // 2  # alone in the spot for so long before the touch
    after: int = SECOND * 3 // 10  # and so long after it
    gap: int = SECOND * 3 // 10  # the longest time without seeing the body
    overlap: float = 0.2  # how much of the smaller of two boxes may lie inside the other
    speed: float = 2.5  # heights a second
    jitter: float = 0.3  # heights, what a box may wobble between frames
    growth: float = 1.7  # how much a box's area may change between frames
    width: float = 0.85  # a box wider than this share of its height may hold two people


@dataclass(slots=True)
class _Binding:
    track: Track
    seen_ns: int
    tap_ns: int  # of the grant that it was made under


class Binder:
    """spot: floor polygon in pixels in which a visitor's feet stand; frame: width and height in pixels."""

    def __init__(self, spot: Sequence[Point], frame: tuple[int, int], limits: Limits | None = None):
        self._spot = tuple(spot)
        self._frame = frame
        self._limits = limits or Limits()
        self._seen: deque[tuple[int, frozenset[Hashable]]] = deque()  # who stood in the spot, frame by frame
        self._bindings: dict[str, _Binding] = {}
        self._settled: set[tuple[str, int]] = set()  # grants whose binding was decided, by visit and tap
        self._refusals: list[int] = []  # when a no was touched, until every picture of that moment has been seen

    def update(self, tracks: Sequence[Track], t_ns: int, grants: Mapping[str, Grant]) -> list[Bound]:
        """Take in one frame captured at t_ns; what changed for the granted visits.

        Raises ValueError when two tracks have one id.
        """
        if len({track.id for track in tracks}) != len(tracks):
            raise ValueError("two tracks with one id")
        self._remember(tracks, t_ns)
        for visit, binding in list(self._bindings.items()):
            if visit not in grants or grants[visit].tap_ns != binding.tap_ns:
                del self._bindings[visit]
        self._settled &= {(grant.visit, grant.tap_ns) for grant in grants.values()}
        reports = self._obey_refusals(t_ns)
        reports += [report for visit in list(self._bindings) for report in self._follow(visit, tracks, t_ns)]
        for grant in grants.values():
            if (grant.visit, grant.tap_ns) not in self._settled and t_ns >= grant.tap_ns + self._limits.after:
                self._settled.add((grant.visit, grant.tap_ns))
                reports += self._bind(grant, tracks, t_ns)
        return reports

    def refuse(self, tap_ns: int) -> list[Bound]:
        """A no was touched at tap_ns: whoever stood in the spot around then is nobody's visitor any more.

        Where nobody was seen to stand there, it may have been anybody: every body is lost.
        """
        self._refusals.append(tap_ns)
        return self._obey_refusals(tap_ns)

    def visit_of(self, track: Hashable) -> str | None:
        """The visit that this track is bound to, without doubt, in the last frame."""
        for visit, binding in self._bindings.items():
            if binding.track.id == track:
                return visit
        return None

    def grant_of(self, track: Hashable, grants: Mapping[str, Grant]) -> Grant | None:
        """The grant that this track is bound under: a new grant for the same visit inherits no body."""
        visit = self.visit_of(track)
        grant = grants.get(visit) if visit else None
        return grant if grant and grant.tap_ns == self._bindings[visit].tap_ns else None

    def give_up(self, why: str) -> list[Bound]:
        """Lose every body."""
        return [self._drop(visit, "lost", why) for visit in list(self._bindings)]

    def in_spot(self, track: Track) -> bool:
        return inside(track.foot, self._spot)

    def _remember(self, tracks: Iterable[Track], t_ns: int) -> None:
        self._seen.append((t_ns, frozenset(track.id for track in tracks if self.in_spot(track))))
        while self._seen and self._seen[0][0] < t_ns - 4 * SECOND:
            self._seen.popleft()

    def _obey_refusals(self, t_ns: int) -> list[Bound]:
        limits, reports = self._limits, []
        for tap_ns in list(self._refusals):
            near = [ids for t, ids in self._seen if tap_ns - limits.before <= t <= tap_ns + limits.after]
            refused = frozenset().union(*near)
            over = t_ns > tap_ns + limits.after
            if over:
                self._refusals.remove(tap_ns)
            for visit, binding in list(self._bindings.items()):
                if binding.track.id in refused or (over and not refused):
                    reports.append(self._drop(visit, "tainted", "somebody at the kiosk said no"))
        return reports

    def _bind(self, grant: Grant, tracks: Sequence[Track], t_ns: int) -> list[Bound]:
        """Tie the grant to the one body that it fits. A body that was another visit's belongs to the newer yes alone."""
        track, doubt = self._candidate(grant, tracks, t_ns)
        if track is None:
            return [doubt]
        older = self.visit_of(track.id)
        reports = [self._drop(older, "left", "said yes again")] if older not in (None, grant.visit) else []
        self._bindings[grant.visit] = _Binding(track, t_ns, grant.tap_ns)
        return [*reports, Bound(grant.visit, grant.tap_ns, "bound", "alone in the spot")]

    def _candidate(self, grant: Grant, tracks: Sequence[Track], t_ns: int) -> tuple[Track | None, Bound | None]:
        """The body that stood alone in the spot around the touch, or why there is none."""

        def none(state: str, why: str) -> tuple[None, Bound]:
            return None, Bound(grant.visit, grant.tap_ns, state, why)

        limits = self._limits
        start, end = grant.tap_ns - limits.before, grant.tap_ns + limits.after
        window = [(t, ids) for t, ids in self._seen if start - limits.gap <= t <= end + limits.gap]
        times = [t for t, _ in window]
        watched = (
            bool(times)
            and times[0] <= start
            and times[-1] >= end
            and all(0 <= later - sooner <= limits.gap for sooner, later in pairwise(times))
        )
        if t_ns > end + limits.gap:
            return none("lost", "the permission came too late")
        if not watched:
            return none("lost", "the camera did not see the spot around the touch")
        around = [ids for t, ids in window if start <= t]
        everyone = frozenset().union(*around)
        throughout = frozenset.intersection(*around)
        if not everyone:
            return none("lost", "nobody stood in the spot")
        if len(everyone) > 1:
            return none("ambiguous", "more than one body in the spot")
        if not throughout:
            return none("ambiguous", "nobody stood in the spot all through the touch")
        track = next((track for track in tracks if track.id in throughout), None)
        if track is None:
            return none("lost", "the body in the spot is out of sight")
        if doubt := self._crowded(track, tracks):
            return none("ambiguous", doubt)
        return track, None

    def _follow(self, visit: str, tracks: Sequence[Track], t_ns: int) -> Iterable[Bound]:
        limits, binding = self._limits, self._bindings[visit]
        track = next((track for track in tracks if track.id == binding.track.id), None)
        elapsed = t_ns - binding.seen_ns
        if track is None:
            if self._at_edge(binding.track):
                yield self._drop(visit, "left", "walked out of the picture")
            elif elapsed > limits.gap:
                yield self._drop(visit, "lost", "out of sight")
            return
        moved = ((track.foot[0] - binding.track.foot[0]) ** 2 + (track.foot[1] - binding.track.foot[1]) ** 2) ** 0.5
        grown = area(track.box) / max(area(binding.track.box), 1.0)
        if elapsed > limits.gap:
            yield self._drop(visit, "lost", "out of sight for too long")
        elif elapsed < 0:
            yield self._drop(visit, "tainted", "time went back")
        elif moved > binding.track.height * (limits.jitter + limits.speed * elapsed / SECOND):
            yield self._drop(visit, "tainted", "jumped")
        elif not 1 / limits.growth <= grown <= limits.growth:
            yield self._drop(visit, "tainted", "changed size at once")
        elif doubt := self._crowded(track, tracks):
            yield self._drop(visit, "tainted", doubt)
        else:
            self._bindings[visit] = _Binding(track, t_ns, binding.tap_ns)

    def _drop(self, visit: str, state: str, why: str) -> Bound:
        return Bound(visit, self._bindings.pop(visit).tap_ns, state, why)

    def _crowded(self, track: Track, tracks: Iterable[Track]) -> str:
        if track.box[2] - track.box[0] > self._limits.width * track.height:
            return "too wide for one body"
        if any(other.id != track.id and shared(other.box, track.box) > self._limits.overlap for other in tracks):
            return "overlaps another body"
        return ""

    def _at_edge(self, track: Track) -> bool:
        width, height = self._frame
        reach = 0.15 * track.height
        return track.box[0] < reach or track.box[2] > width - reach or track.box[3] > height - 1


def area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def shared(one: Box, other: Box) -> float:
    """How much of the smaller box lies inside the other, 0 to 1."""
    return area(common(one, other)) / (min(area(one), area(other)) or 1.0)


def common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def iou(one: Box, other: Box) -> float:
    """Intersection over union, 0 to 1."""
    inner = area(common(one, other))
    both = area(one) + area(other) - inner
    return inner / both if both else 0.0


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Ray casting; false for fewer than three corners."""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within
