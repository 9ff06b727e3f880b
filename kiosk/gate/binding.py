"""Which followed body is the visitor, and when that becomes doubtful.

A visitor is bound by place and time, never by face: the one body that stood in the kiosk's spot, with nobody else in reach of
the screen and without a break, while yes was touched. It stays the visitor only for as long as nothing could have swapped it
for another (bodies.py); only a new touch in the spot can begin again.
"""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .bodies import SECOND, Bodies, Limits, Point, Track, inside, still
from .messages import Binding, Bound, Grant
from .reason import Reason

STATES: dict[Reason, Binding] = {  # what the kiosk is told when a bound body is lost; everything else is `tainted`
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
        self._limits = limits or Limits()
        self._bodies = Bodies(frame, self._limits)
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
        tracks = [still(track) for track in tracks]
        self._forget(grants)
        if self._moments and t_ns < self._moments[-1].t_ns:
            return self.blind(Reason.BACKWARDS)
        reports = []
        doubts = self._bodies.follow(tracks, t_ns, [visitor.bodies for visitor in self._visitors.values()])
        self._doubts = {track.id: self._doubts[track.id] for track in tracks if track.id in self._doubts}
        for id, doubt in doubts.items():
            reports += self.taint(id, doubt)
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

    def taint(self, track: Hashable, why: Reason) -> list[Bound]:
        """The pipeline saw that this body is not one visitor alone."""
        return self._drop_all([(visit, track) for visit, each in self._visitors.items() if track in each.bodies], why)

    def grants_of(self, grants: Mapping[str, Grant]) -> dict[Hashable, Grant]:
        """Each bound track and the grant that it was bound under; a new grant for the same visit inherits no body."""
        return {
            track: grants[visit]
            for visit, visitor in self._visitors.items()
            if visit in grants and grants[visit].tap_ns == visitor.tap_ns
            for track in visitor.bodies - self._bodies.hosts
        }

    def doubt(self, track: Hashable) -> Reason | None:
        """Why a track in sight could not become the visitor, or stopped being it."""
        return self._doubts.get(track)

    def unbind(self, why: Reason) -> list[Bound]:
        """Nobody is a visitor any more; where everybody stands is still known."""
        return self._drop_all([(visit, id) for visit, visitor in self._visitors.items() for id in visitor.bodies], why)

    def blind(self, why: Reason) -> list[Bound]:
        """The frames cannot be trusted: nobody is a visitor, and it is not known where anybody stands."""
        self._bodies.forget()
        self._moments.clear()
        self._doubts.clear()
        return self.unbind(why)

    # --- one frame -----------------------------------------------------------------------------------------------------

    def _forget(self, grants: Mapping[str, Grant]) -> None:
        for visit, visitor in list(self._visitors.items()):
            if visit not in grants or grants[visit].tap_ns != visitor.tap_ns:
                del self._visitors[visit]
        self._decided &= {(grant.visit, grant.tap_ns) for grant in grants.values()}

    def _remember(self, tracks: Sequence[Track], t_ns: int) -> None:
        """Where everybody is, the unseen and the anonymous too."""
        feet = self._bodies.feet | {object(): track.foot for track in tracks if track.id is None or track.id == -1}
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
            state: Binding = "lost" if doubt in (Reason.NOBODY, Reason.UNWATCHED, Reason.TOO_LATE) else "ambiguous"
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
        if not spot or frozenset.intersection(*spot) != everyone:
            return nobody, Reason.UNSTEADY
        known = [self._bodies.since_ns(id) for id in everyone]
        if not all(since is not None and since <= tap - limits.age for since in known):
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
