"""Which followed body is the visitor, and when that becomes doubtful.

A visitor is bound by place and time, never by face: the one body that stood in the kiosk's spot, with nobody else in reach of
the screen and without a break, while yes was touched. Each body is known only for as long as nothing could have swapped it for
another; whatever could ends what is known of it for good, and only a new touch in the spot can begin again.
"""

import math
from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from .messages import Bound, Grant
from .reason import Reason

SECOND = 1_000_000_000
Box = tuple[float, float, float, float]
Point = tuple[float, float]

STATES = {  # what the kiosk is told when a bound body is lost; everything else is `tainted`
    Reason.GAP: "lost",
    Reason.ERROR: "lost",
    Reason.LATE: "lost",
    Reason.FUTURE: "lost",
    Reason.BACKWARDS: "lost",
    Reason.NO_KIOSK: "lost",
    Reason.LEFT: "left",
    Reason.AGAIN: "left",
}


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


@dataclass(frozen=True, slots=True)
class Limits:
    """When doubt begins. Times in nanoseconds, lengths in body heights."""

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
    width: float = 0.85  # a box wider than this share of its height may hold two people
    margin: float = 0.1  # the least association margin


@dataclass(slots=True)
class _Body:
    """A followed body, for as long as there is no doubt that it is the same one."""

    track: Track
    since_ns: int
    seen_ns: int


@dataclass(frozen=True, slots=True)
class _Moment:
    """Who stood where in one frame; a body that is out of sight for less than a gap is where it was."""

    t_ns: int
    spot: frozenset[Hashable]
    reach: frozenset[Hashable]


@dataclass(slots=True)
class _Visitor:
    tap_ns: int  # of the grant that it was bound under
    bodies: set[Hashable]


class Binder:
    """spot: floor polygon in pixels in which a visitor's feet stand; reach: the larger one from which a hand reaches the
    screen, by default the spot; frame: width and height in pixels. Without a spot nobody is ever bound."""

    def __init__(
        self,
        spot: Sequence[Point],
        frame: tuple[int, int],
        limits: Limits | None = None,
        reach: Sequence[Point] = (),
    ):
        self._spot = tuple(spot)
        self._reach = tuple(reach)
        self._frame = frame
        self._limits = limits or Limits()
        self._bodies: dict[Hashable, _Body] = {}
        self._moments: deque[_Moment] = deque()
        self._visitors: dict[str, _Visitor] = {}
        self._decided: set[tuple[str, int]] = set()  # grants whose binding was tried, by visit and tap
        self._refusals: deque[int] = deque()  # when a no was touched
        self._doubts: dict[Hashable, Reason] = {}  # why a track in sight could not become, or stay, the visitor

    @property
    def binds(self) -> bool:
        return bool(self._spot)

    def update(self, tracks: Sequence[Track], t_ns: int, grants: Mapping[str, Grant]) -> list[Bound]:
        """Take in one frame captured at t_ns; what changed for the granted visits.

        Raises ValueError when two tracks have one id, or a box is not one.
        """
        followed = [track for track in tracks if track.id is not None and track.id != -1]
        if len({track.id for track in followed}) != len(followed):
            raise ValueError("two tracks with one id")
        if not all(_sound(track) for track in tracks):
            raise ValueError("a box without an inside")
        self._forget(grants)
        if self._moments and t_ns < self._moments[-1].t_ns:
            reports = self.blind(Reason.BACKWARDS)
        else:
            reports = self._follow(tracks, followed, t_ns)
        self._remember(tracks, t_ns)
        reports += self._drop_all(self._refused(t_ns), Reason.REFUSED)
        if self.binds:
            reports += [report for grant in grants.values() for report in self._consider(grant, t_ns)]
        return reports

    def refuse(self, tap_ns: int) -> list[Bound]:
        """A no was touched at tap_ns: whoever stood in reach around then is nobody's visitor any more.

        Where nobody was seen there, it may have been anybody: every body is lost.
        """
        self._refusals.append(tap_ns)
        return self._drop_all(self._refused(tap_ns), Reason.REFUSED)

    def grants_of(self, grants: Mapping[str, Grant]) -> dict[Hashable, Grant]:
        """Each bound track and the grant that it was bound under; a new grant for the same visit inherits no body."""
        return {
            track: grants[visit]
            for visit, visitor in self._visitors.items()
            if visit in grants and grants[visit].tap_ns == visitor.tap_ns
            for track in visitor.bodies
        }

    def doubt(self, track: Hashable) -> Reason | None:
        """Why a track in sight could not become the visitor, or stopped being it."""
        return self._doubts.get(track)

    def unbind(self, why: Reason) -> list[Bound]:
        """Nobody is a visitor any more; where everybody stands is still known."""
        return self._drop_all([(visit, id) for visit, visitor in self._visitors.items() for id in visitor.bodies], why)

    def blind(self, why: Reason) -> list[Bound]:
        """The frames cannot be trusted: nobody is a visitor, and it is not known where anybody stands."""
        self._bodies.clear()
        self._moments.clear()
        self._doubts.clear()
        return self.unbind(why)

    # --- one frame -----------------------------------------------------------------------------------------------------

    def _forget(self, grants: Mapping[str, Grant]) -> None:
        for visit, visitor in list(self._visitors.items()):
            if visit not in grants or grants[visit].tap_ns != visitor.tap_ns:
                del self._visitors[visit]
        self._decided &= {(grant.visit, grant.tap_ns) for grant in grants.values()}

    def _follow(self, tracks: Sequence[Track], followed: Sequence[Track], t_ns: int) -> list[Bound]:
        """Carry every body on to this frame, or end what is known of it."""
        doubts: dict[Hashable, Reason] = {}
        for id, body in self._bodies.items():
            if self._limits.gap < t_ns - body.seen_ns:
                doubts[id] = Reason.GAP
        present = {track.id for track in followed}
        self._doubts = {id: doubt for id, doubt in self._doubts.items() if id in present}
        for id, body in self._bodies.items():
            if id not in present and self._at_edge(body.track):
                doubts[id] = Reason.LEFT
        crowded = self._crowded(tracks)
        for track in followed:
            body = self._bodies.get(track.id)
            doubt = self._doubt(body, track, t_ns) if body else None
            if doubt := doubts.get(track.id) or doubt or crowded.get(track.id):
                doubts[track.id] = doubt
        reports = []
        for id, doubt in doubts.items():
            reports += self._drop_all([(visit, id) for visit, each in self._visitors.items() if id in each.bodies], doubt)
        for id in doubts:
            self._bodies.pop(id, None)
        for track in followed:
            body = self._bodies.setdefault(track.id, _Body(track, t_ns, t_ns))
            body.track, body.seen_ns = track, t_ns
        return reports

    def _doubt(self, body: _Body, track: Track, t_ns: int) -> Reason | None:
        """Could this box be somebody else than the body in the last one? Comparisons that deny what is not a number."""
        limits, elapsed = self._limits, t_ns - body.seen_ns
        moved = math.dist(track.foot, body.track.foot)
        grown = area(track.box) / area(body.track.box)
        if not moved <= body.track.height * (limits.jitter + limits.speed * elapsed / SECOND):
            return Reason.JUMP
        if not 1 / limits.growth <= grown <= limits.growth:
            return Reason.GROWTH
        if not track.margin >= limits.margin:
            return Reason.MARGIN
        return None

    def _crowded(self, tracks: Sequence[Track]) -> dict[Hashable, Reason]:
        """Tracks whose box may hold somebody else, by id. People who said yes together may overlap each other."""
        found = {
            track.id: Reason.WIDE for track in tracks if not track.box[2] - track.box[0] <= self._limits.width * track.height
        }
        for one, other in combinations(tracks, 2):
            if apart(one.box, other.box):
                continue
            together = any(one.id in visitor.bodies and other.id in visitor.bodies for visitor in self._visitors.values())
            if not together and not shared(one.box, other.box) <= self._limits.overlap:
                found |= {one.id: Reason.OVERLAP, other.id: Reason.OVERLAP}
        return found

    def _remember(self, tracks: Sequence[Track], t_ns: int) -> None:
        """Where everybody is, the unseen and the anonymous too."""
        feet = {id: body.track.foot for id, body in self._bodies.items()}
        feet |= {object(): track.foot for track in tracks if track.id is None or track.id == -1}
        spot = frozenset(id for id, foot in feet.items() if inside(foot, self._spot))
        reach = spot | {id for id, foot in feet.items() if inside(foot, self._reach)}
        self._moments.append(_Moment(t_ns, spot, reach))
        while self._moments[0].t_ns < t_ns - 4 * SECOND:
            self._moments.popleft()

    def _refused(self, t_ns: int) -> list[tuple[str, Hashable]]:
        """Bound bodies, by visit and track, that stood in reach when a no was touched."""
        limits, found = self._limits, []
        while self._refusals and self._refusals[0] < t_ns - 4 * SECOND:
            self._refusals.popleft()
        for tap_ns in self._refusals:
            near = [each.reach for each in self._moments if -limits.apart <= each.t_ns - tap_ns <= limits.after]
            everyone = frozenset().union(*near)
            over = self._moments and self._moments[-1].t_ns > tap_ns + limits.after
            found += [
                (visit, id)
                for visit, visitor in self._visitors.items()
                for id in visitor.bodies
                if visitor.tap_ns < tap_ns and (id in everyone or (over and not everyone))
            ]
        return found

    # --- becoming the visitor --------------------------------------------------------------------------------------------

    def _consider(self, grant: Grant, t_ns: int) -> list[Bound]:
        """Tie the grant to the bodies that it fits, once the moment of the touch is over. A body that was another visit's
        belongs to the newer yes alone."""
        if (grant.visit, grant.tap_ns) in self._decided or t_ns < grant.tap_ns + self._limits.apart:
            return []
        self._decided.add((grant.visit, grant.tap_ns))
        ids, doubt = self._candidates(grant, t_ns)
        if doubt:
            self._doubts |= dict.fromkeys(self._moments[-1].reach, doubt)
            state = "lost" if doubt in (Reason.NOBODY, Reason.UNWATCHED, Reason.TOO_LATE) else "ambiguous"
            return [Bound(grant.visit, grant.tap_ns, state, doubt)]
        older = [(visit, id) for visit, visitor in self._visitors.items() for id in visitor.bodies if id in ids]
        reports = self._drop_all(older, Reason.AGAIN)
        self._visitors[grant.visit] = _Visitor(grant.tap_ns, set(ids))
        for id in ids:
            self._doubts.pop(id, None)
        return [*reports, Bound(grant.visit, grant.tap_ns, "bound", Reason.ALONE)]

    def _candidates(self, grant: Grant, t_ns: int) -> tuple[frozenset[Hashable], Reason | None]:
        """The bodies that stood in the spot around the touch, or why there are none."""
        limits, tap = self._limits, grant.tap_ns
        nobody: frozenset[Hashable] = frozenset()
        if not t_ns <= tap + limits.apart + limits.gap:
            return nobody, Reason.TOO_LATE
        first, last = tap - max(limits.before, limits.apart), tap + limits.apart
        moments = [each for each in self._moments if first - limits.gap <= each.t_ns]
        times = [each.t_ns for each in moments]
        if not (times[0] <= first and times[-1] >= last and all(b - a <= limits.gap for a, b in pairwise(times))):
            return nobody, Reason.UNWATCHED
        everyone = nobody.union(*(each.reach for each in moments if first <= each.t_ns))
        spot = [each.spot for each in moments if tap - limits.before <= each.t_ns <= tap + limits.after]
        if any(abs(refused - tap) <= limits.apart for refused in self._refusals):
            return nobody, Reason.REFUSED
        if not everyone:
            return nobody, Reason.NOBODY
        if len(everyone) > grant.party:
            return nobody, Reason.MORE
        if len(everyone) < grant.party:
            return nobody, Reason.FEWER
        if frozenset.intersection(*spot) != everyone:
            return nobody, Reason.UNSTEADY
        bodies = [self._bodies.get(id) for id in everyone]
        if not all(body and body.since_ns <= tap - limits.age for body in bodies):
            return nobody, Reason.UNSURE
        return everyone, None

    # --- the end -----------------------------------------------------------------------------------------------------------

    def _drop_all(self, bound: Sequence[tuple[str, Hashable]], why: Reason) -> list[Bound]:
        """Unbind bodies, given by visit and track. A visit is over for this camera, and reported, with its last one."""
        reports = []
        for visit, id in bound:
            visitor = self._visitors[visit]
            self._doubts[id] = why
            visitor.bodies.discard(id)
            if not visitor.bodies:
                reports.append(Bound(visit, self._visitors.pop(visit).tap_ns, STATES.get(why, "tainted"), why))
        return reports

    def _at_edge(self, track: Track) -> bool:
        width, height = self._frame
        reach = 0.15 * track.height
        return track.box[0] < reach or track.box[2] > width - reach or track.box[3] > height - 1


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


def _sound(track: Track) -> bool:
    x1, y1, x2, y2 = track.box
    return all(map(math.isfinite, track.box)) and x1 < x2 and y1 < y2
