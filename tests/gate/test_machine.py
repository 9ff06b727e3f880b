"""One guard, and a kiosk, a channel, two clocks and a camera that may do anything at any time.

The guard, its lease and its binder are the real ones, on a virtual clock. The kiosk is a small model. A `Witness`, who knows
PROTOCOL.md and hears and sees what the guard does, says after every step whether what is allowed may be.
"""

import json
import math
import os
import sys
import warnings
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, currently_in_test_context, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from kiosk.gate import guard as guard_module
from kiosk.gate import lease as lease_module
from kiosk.gate.binding import Binder
from kiosk.gate.bodies import Bodies, Limits, Track
from kiosk.gate.gate import Gate, _gates
from kiosk.gate.guard import Guard
from kiosk.gate.lease import LeaseKeeper
from kiosk.gate.messages import Ack, Grant, Hello, Lease, ProtocolError, Renew, Revoke, Snapshot, Welcome, encode
from kiosk.gate.reason import Reason

MS, SECOND = 1_000_000, 1_000_000_000
FRAME_NS = SECOND // 15
SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
REACH = ((250, 250), (750, 250), (750, 750), (250, 750))
FRAME = (1000, 800)
PLACES = {"spot": 500, "beside": 630, "far": 100, "edge": 985, "reach": 735, "behind": 520}
PURPOSES = ("dwell", "age")
HELLO = Hello("till-1", "door", "boot", True)

# What PROTOCOL.md says, written anew.
LIFE, MARGIN, STALE, SLEPT = 1_000 * MS, 50 * MS, SECOND, 50 * MS
BEFORE, AFTER, APART, AGE, GAP = 500 * MS, 300 * MS, 500 * MS, 700 * MS, 300 * MS
LATE, AHEAD = SECOND, 100 * MS
OVERLAP, JITTER, SPEED, GROWTH, WIDTH, SURE = 0.2, 0.3, 2.5, 1.7, 0.85, 0.1
SLACK = 1e-9  # of floats


@dataclass(eq=False)
class Yes:
    visit: str
    purposes: tuple[str, ...]
    tap_ns: int
    people: frozenset[str]
    max_ms: int
    epoch: str = ""
    seq: int = 0
    recorded: bool = False
    ended_ns: int | None = None  # true time at which the kiosk revoked it, or died
    arrived_ns: int | None = None  # over the connection of now
    revoke_heard: bool = False
    bound_ids: set = field(default_factory=set)
    all_seen: bool | None = None  # were all of them in a picture around the touch?
    touched: dict = field(default_factory=dict)  # id -> was it one of them at the touch?


@dataclass
class Person:
    name: str
    id: object
    x: float
    height: float = 300
    margin: float = 1.0
    there: bool = True
    detected: bool = True

    @property
    def track(self):
        half = self.height / 6
        return Track(self.id, (self.x - half, 600 - self.height, self.x + half, 600.0), self.margin)


@dataclass(frozen=True)
class Picture:
    t_ns: int
    seen: tuple[tuple[str, Track], ...]  # who it really is, and what the tracker says


class Kiosk:
    """Records, then grants; revokes at once; answers renewals while it is alive, well and not frozen."""

    def __init__(self, starts=1):
        self.starts = starts
        self.epoch = f"{starts:032x}"
        self.seq, self.granted = 0, {}
        self.alive, self.frozen, self.well, self.greeted = True, False, True, False
        self.ttl_ms = 1_000
        self.unread = []

    def hear(self, line):
        """The lines that it says to this one of a gate."""
        said = json.loads(line)
        if said["t"] == "hello":
            self.greeted = True
            grants = tuple(self._grant(yes) for yes in self.granted.values())
            return [Welcome("kiosk", self.epoch, "boot"), Snapshot(self.epoch, self.seq, grants)]
        if said["t"] == "renew" and self.well:
            return [Lease(said["n"], self.epoch, self.seq, self.ttl_ms)]
        return []

    def grant(self, yes):
        self.seq += 1
        yes.epoch, yes.seq, yes.recorded = self.epoch, self.seq, True
        self.granted[yes.visit] = yes
        return self._grant(yes)

    def revoke(self, visit, tap_ns=0):
        self.seq += 1
        for each in list(self.granted) if visit == "*" else [visit]:
            self.granted.pop(each, None)
        return Revoke(self.epoch, self.seq, visit, "withdrawn", tap_ns)

    def _grant(self, yes):
        return Grant(self.epoch, yes.seq, yes.visit, yes.purposes, yes.tap_ns, len(yes.people), yes.max_ms, "r")


class Witness:
    """Hears the lines and sees the frames that the guard does; knows who said what, and who is who."""

    def __init__(self):
        self.yeses, self.nos = {}, []  # (visit, tap) -> Yes; [tap, heard]
        self.pictures = deque(maxlen=400)
        self.shown_ns = None
        self.rolled_back_ns = 0  # by a clock whose going back could not be noticed
        self.hung_up()
        self.blind()

    # --- the connection

    def hung_up(self):
        self.epoch = self.seq = self.ends_ns = self.looked = None
        self.sent = []  # renewals that may still be answered: (nonce, when)
        for yes in self.yeses.values():
            yes.arrived_ns = None

    def said(self, message, now):
        if isinstance(message, Renew):
            self.sent = [*self.sent, (message.n, now)][-8:]

    def looks(self, now, slept):
        """The guard compares the clocks: after this it knows whether they jumped."""
        if self.looked and (now < self.looked[0] or abs(slept - self.looked[1]) > SLEPT):
            self.hung_up()
        else:
            self.looked = now, self.looked[1] if self.looked else slept

    def heard(self, line, now):
        try:
            said = json.loads(line)
            kind, epoch = said["t"], said.get("epoch")
        except (ValueError, TypeError, KeyError):
            return
        if kind == "welcome":
            self.epoch = epoch
        elif epoch != self.epoch:
            return
        elif kind == "lease" and said["seq"] == self.seq:
            for nonce, sent_ns in self.sent:
                if nonce == said["n"]:
                    self.ends_ns = sent_ns + min(said["ttl_ms"] * MS, LIFE) - MARGIN
                    self.sent = [each for each in self.sent if each[1] > sent_ns]
        elif kind == "snapshot":
            self.seq = said["seq"]
            for grant in said["grants"]:
                self._arrives(grant, now)
        elif kind == "grant" and said["seq"] == self._next:
            self.seq = said["seq"]
            self._arrives(said, now)
        elif kind == "revoke" and said["seq"] == self._next:
            self.seq = said["seq"]
            for yes in self.yeses.values():
                if yes.epoch == epoch and yes.seq < said["seq"] and said["visit"] in (yes.visit, "*"):
                    yes.revoke_heard = True
            self.nos += [said["tap_ns"]] if said["tap_ns"] else []

    @property
    def _next(self):
        return None if self.seq is None else self.seq + 1

    def _arrives(self, grant, now):
        if yes := self.yeses.get((grant["visit"], grant["tap_ns"])):
            yes.arrived_ns = now

    # --- the camera

    def blind(self):
        self.t_ns, self.sightings = None, {}  # id -> (track, since, seen)

    def sees(self, picture, now):
        self.shown_ns = now
        tracks = [track for _, track in picture.seen]
        ids = [track.id for track in tracks if track.id not in (None, -1)]
        if not -AHEAD <= now - picture.t_ns <= LATE or len(set(ids)) < len(ids) or not all(map(sound, tracks)):
            self.blind()
            return
        if self.t_ns is not None and picture.t_ns < self.t_ns:
            self.blind()
        self.t_ns = picture.t_ns
        self.pictures.append(picture)
        for id, (track, _, seen) in list(self.sightings.items()):
            if picture.t_ns - seen > GAP or (id not in ids and at_edge(track)):
                del self.sightings[id]
        unseen = [track for id, (track, _, _) in self.sightings.items() if id not in ids]
        doubtful = {track.id for track in (*tracks, *unseen) if not self._like_before(track, picture.t_ns) or wide(track)}
        for one, other in combinations((*tracks, *unseen), 2):
            if overlap(one, other) > OVERLAP + SLACK and not self._together(one.id, other.id):
                doubtful |= {one.id, other.id}
        for track in unseen:
            if track.id in doubtful:
                del self.sightings[track.id]
        for track in tracks:
            if track.id in ids:
                new = track.id in doubtful or track.id not in self.sightings
                since = picture.t_ns if new else self.sightings[track.id][1]
                self.sightings[track.id] = track, since, picture.t_ns

    def _like_before(self, track, t_ns):
        if track.id not in self.sightings:
            return True
        before, _, seen = self.sightings[track.id]
        grown = area(track) / area(before)
        return (
            math.dist(track.foot, before.foot) <= before.height * (JITTER + SPEED * (t_ns - seen) / SECOND) + SLACK
            and 1 / GROWTH - SLACK <= grown <= GROWTH + SLACK
            and track.margin >= SURE
        )

    def _together(self, one, other):
        return any({one, other} <= yes.bound_ids for yes in self.yeses.values() if len(yes.people) > 1)

    def _owner(self, id, t_ns):
        """Who it was at the last sight of this id until then."""
        names = [
            (each.t_ns, name) for each in self.pictures for name, track in each.seen if track.id == id and each.t_ns <= t_ns
        ]
        return max(names, default=(0, None))[1]

    # --- the verdict

    def objection(self, id, purpose, grant, now, true):
        """Why this must not be allowed; empty where it may be."""
        yes = self.yeses.get((grant.visit, grant.tap_ns))
        if yes is None or not yes.recorded:
            return "nobody said so, or it is not recorded"
        if yes.all_seen is None:
            around = [each for each in self.pictures if abs(each.t_ns - yes.tap_ns) <= APART]
            yes.all_seen = yes.people <= {name for each in around for name, _ in each.seen}
        if id not in yes.touched:
            yes.touched[id] = self._owner(id, yes.tap_ns) in yes.people
        _, since, last = self.sightings.get(id, (None, now, 0))
        wrong = {
            "not for this purpose": purpose is not None and purpose not in yes.purposes,
            "a revocation was heard": yes.revoke_heard,
            "revoked, or the kiosk dead, for too long": (
                yes.ended_ns is not None and true >= yes.ended_ns + LIFE + self.rolled_back_ns
            ),
            "not granted over this connection": yes.arrived_ns is None,
            "it came too late": yes.arrived_ns is not None and yes.arrived_ns > yes.tap_ns + APART + GAP + LATE,
            "longer than it may last": now >= yes.tap_ns + yes.max_ms * MS,
            "no lease": self.ends_ns is None,
            "the lease ran out": self.ends_ns is not None and now >= self.ends_ns,
            "no frames of late": self.shown_ns is None or now >= self.shown_ns + STALE,
            "not followed without doubt since before the touch": since > yes.tap_ns - AGE,
            "out of sight": self.t_ns is None or self.t_ns - last > GAP,
            "another body than the one who touched": yes.all_seen and not yes.touched[id],
            "it said no since then": any(self._near(id, no) for no in self.nos if no > yes.tap_ns),
            "a no just before it": any(0 <= yes.tap_ns - no <= APART for no in self.nos),
        }
        return ", ".join(words for words, true in wrong.items() if true)

    def _near(self, id, no):
        return any(
            track.id == id and in_reach(track)
            for each in self.pictures
            if -BEFORE <= each.t_ns - no <= AFTER
            for _, track in each.seen
        )


def area(track):
    x1, y1, x2, y2 = track.box
    return (x2 - x1) * (y2 - y1)


def overlap(one, other):
    """The part of the smaller box that lies in the other."""
    (a1, b1, a2, b2), (c1, d1, c2, d2) = one.box, other.box
    return max(0.0, min(a2, c2) - max(a1, c1)) * max(0.0, min(b2, d2) - max(b1, d1)) / min(area(one), area(other))


def wide(track):
    return track.box[2] - track.box[0] > WIDTH * track.height


def sound(track):
    return all(map(math.isfinite, track.box)) and track.box[0] < track.box[2] and track.box[1] < track.box[3]


def at_edge(track):
    reach = 0.15 * track.height
    return track.box[0] < reach or track.box[2] > FRAME[0] - reach or track.box[3] > FRAME[1] - 1


def in_reach(track):
    x, y = track.foot
    return REACH[0][0] < x < REACH[2][0] and REACH[0][1] < y < REACH[2][1]


hostile = precondition(lambda self: self.idle < 4)  # while something is allowed, or was a moment ago


class NoLink:
    def wake(self):
        pass


class Hostile(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.true, self.shift, self.slept, self.went_back = 1_000 * SECOND, 0, 0, 0
        limits = Limits()
        self.guard = Guard(LeaseKeeper(HELLO), Binder(SPOT, FRAME, limits, REACH), limits, lambda: self.now, lambda: self.slept)
        self.gate = object.__new__(Gate)  # one without a thread
        self.gate._guard, self.gate._link = self.guard, NoLink()
        _gates.add(self.gate)  # a fork must find it
        self.kiosk, self.witness = Kiosk(), Witness()
        self.connected, self.up, self.down, self.old = False, deque(), deque(), deque(maxlen=50)
        self.people = [Person("ann", 1, PLACES["spot"]), Person("bob", 2, PLACES["far"])]
        self.ids, self.held, self.unwritten = 2, deque(), []
        self.allowed, self.idle = set(), 0

    @property
    def now(self):
        return self.true + self.shift

    # --- what happens, one thing at a time, and what must hold after it ---------------------------------------------------

    def check(self):
        self.allowed = set()
        for id in (*range(1, self.ids + 1), None, -1):
            for purpose in (None, *PURPOSES) if self.guard.grant_for(id, None) else ():
                if grant := self.guard.grant_for(id, purpose):
                    objection = self.witness.objection(id, purpose, grant, self.now, self.true)
                    assert not objection, f"track {id} is allowed for {purpose}: {objection}"
                    self.allowed.add((id, purpose))
                    self.witness.yeses[grant.visit, grant.tap_ns].bound_ids.add(id)

    @invariant()
    def every_way_to_ask_has_the_same_answer(self):
        self.check()
        self.idle = 0 if self.allowed else self.idle + 1
        if self.allowed:
            assert self.guard.phase is lease_module.Phase.LIVE
            if currently_in_test_context():
                event("allowed")
        for purpose in (None, *PURPOSES):
            mask = self.gate.mask(range(1, self.ids + 1), purpose)
            assert mask == [(id, purpose) in self.allowed for id in range(1, self.ids + 1)]

    def pass_time(self, nanos):
        self.true += nanos
        self.check()

    def say(self, messages):
        for message in messages:
            self.witness.said(message, self.now)
            self.up.append(encode(message)[:-1])

    def connect(self):
        self.connected, self.kiosk.greeted = True, False
        self.witness.hung_up()
        self.say(self.guard.opened())

    def hang_up(self, why):
        self.guard.closed(why)
        self.connected = False
        self.kiosk.greeted = False
        for lines in (self.up, self.down, self.kiosk.unread):
            lines.clear()
        self.witness.hung_up()
        self.check()

    def deliver(self, line):
        """One line reaches the gate."""
        self.old.append(line)
        self.witness.heard(line, self.now)
        try:
            self.say(self.guard.heard(line))
        except ProtocolError as error:
            assert not any(self.guard.grant_for(id, None) for id in range(1, self.ids + 1))
            self.hang_up(str(error))
        self.check()

    def gate_runs(self):
        """The gate's thread has its turn."""
        if self.connected:
            self.witness.looks(self.now, self.slept)
            try:
                self.say(self.guard.due())
            except ProtocolError as error:
                self.hang_up(str(error))
        self.check()

    def kiosk_reads(self, line):
        if not self.kiosk.alive:
            return
        if self.kiosk.frozen:
            self.kiosk.unread.append(line)
            return
        self.down.extend(encode(each)[:-1] for each in self.kiosk.hear(line))

    def kiosk_says(self, message):
        if self.kiosk.greeted and self.connected:
            self.down.append(encode(message)[:-1])

    def pump(self):
        """Everything goes where it should."""
        if self.connected and not self.kiosk.alive:
            self.hang_up("the kiosk hung up")
        if not self.connected and self.kiosk.alive:
            self.connect()
        while self.up or self.down:
            if self.up:
                self.kiosk_reads(self.up.popleft())
            if self.down:
                self.deliver(self.down.popleft())

    def write_all(self):
        while self.unwritten:
            self.write(self.unwritten.pop(0))

    def write(self, yes):
        """The ledger has it on disk; then it is granted."""
        if self.kiosk.alive:
            self.kiosk_says(self.kiosk.grant(yes))

    def capture(self):
        seen = tuple((each.name, each.track) for each in self.people if each.there and each.detected)
        self.held.append(Picture(self.now, seen))

    def show(self, picture):
        self.witness.looks(self.now, self.slept)
        self.witness.sees(picture, self.now)
        tracks = [track for _, track in picture.seen]
        view = self.gate.update(tracks, picture.t_ns)
        self.check()
        assert {track.id for track in view.allowed} == {each.id for each in tracks if (each.id, None) in self.allowed}

    def next_frame(self, gate_runs=True, pump=True):
        self.pass_time(FRAME_NS)
        if pump:
            self.write_all()
            self.pump()
        if gate_runs:
            self.gate_runs()
        if pump:
            self.pump()
        self.capture()
        while self.held:
            self.show(self.held.popleft())

    def say_yes(self, names, purposes, max_ms=60_000):
        visit = f"{len(self.witness.yeses) + 1:032x}"
        yes = Yes(visit, purposes, self.now, frozenset(names), max_ms)
        self.witness.yeses[visit, self.now] = yes
        self.unwritten.append(yes)
        return yes

    def end(self, visit):
        for yes in self.witness.yeses.values():
            if yes.recorded and yes.ended_ns is None and visit in (yes.visit, "*"):
                yes.ended_ns = self.true

    # --- what goes well -------------------------------------------------------------------------------------------------------

    @initialize(bound=st.booleans())
    def begin(self, bound):
        for _ in range(15):
            self.next_frame()
        if bound:
            self.say_yes(["ann"], PURPOSES)
            for _ in range(9):
                self.next_frame()

    @rule(frames=st.integers(1, 24))
    def all_goes_well(self, frames):
        for _ in range(frames):
            self.next_frame()

    @rule(
        party=st.sampled_from([1, 1, 2]),
        purposes=st.sampled_from([PURPOSES, ("dwell",)]),
        max_ms=st.sampled_from([60_000, 900]),
    )
    def a_good_visit(self, party, purposes, max_ms):
        """Whatever happened: with a kiosk that works and frames that are good, a new yes is good too."""
        yes = self.visit(party, purposes, max_ms, frames=15)
        assert {id for id, purpose in self.allowed if purpose == "dwell"} == {each.id for each in self.people[:party]}
        assert all(yes.visit == self.guard.grant_for(each.id, "dwell").visit for each in self.people[:party])

    @rule(party=st.sampled_from([1, 1, 2]), frames=st.integers(6, 14))
    def a_hasty_visit(self, party, frames):
        """They had just come; it may be too early."""
        self.visit(party, PURPOSES, 60_000, frames)

    def visit(self, party, purposes, max_ms, frames):
        if not self.kiosk.alive:
            self.restart()
        self.thaw()
        self.kiosk.well, self.kiosk.ttl_ms = True, 1_000
        self.held.clear()
        self.unwritten.clear()
        self.pass_time(self.went_back)  # else a no of the time before may still seem to lie ahead
        self.went_back = 0
        if self.connected:
            self.hang_up("the kiosk hung up")
        self.people = []
        for _ in range(6):  # else somebody who was here before could be behind one of them
            self.next_frame()
        self.people = [
            Person(name, self.new_id(), x)
            for name, x in (("ann", 400 if party > 1 else 500), ("bob", 560 if party > 1 else PLACES["far"]))
        ]
        for _ in range(frames):
            self.next_frame()
        yes = self.say_yes(["ann", "bob"][:party], purposes, max_ms)
        for _ in range(9):
            self.next_frame()
        return yes

    # --- people ---------------------------------------------------------------------------------------------------------------

    def near(self):
        last = {name for name, _ in self.witness.pictures[-1].seen} if self.witness.pictures else ()
        return [each for each in self.people if each.there and each.name in last and in_reach(each.track)]

    def somebody(self, data):
        """Rather a visitor than anybody else."""
        visitors = [each for each in self.people if (each.id, None) in self.allowed]
        return data.draw(st.sampled_from(self.people + 3 * visitors))

    def kiosk_can_be_touched(self):
        return self.kiosk.alive and not self.kiosk.frozen

    @precondition(lambda self: self.kiosk_can_be_touched() and self.near())
    @rule(data=st.data(), together=st.booleans(), max_ms=st.sampled_from([60_000, 60_000, 700]))
    def tap_yes(self, data, together, max_ms):
        near = [each.name for each in self.near()]
        self.say_yes(near if together else [data.draw(st.sampled_from(near))], PURPOSES, max_ms)

    @precondition(lambda self: self.unwritten)
    @rule()
    def the_disk_writes(self):
        self.write(self.unwritten.pop(0))

    @precondition(lambda self: self.kiosk_can_be_touched() and self.kiosk.granted)
    @rule(
        data=st.data(),
        everybody=st.booleans(),
        how=st.sampled_from(["said", "lost", "granted again"]),
        frames=st.sampled_from([0, 16]),
    )
    def withdraw(self, data, everybody, how, frames):
        """The gate may never hear of it, or hear the old grant after it."""
        granted = sorted(self.kiosk.granted)
        visit = "*" if everybody else data.draw(st.sampled_from(granted + 3 * granted[-1:]))
        self.end(visit)
        revoke = self.kiosk.revoke(visit)
        if how != "lost":
            self.kiosk_says(revoke)
        if how == "granted again":
            self.pump()
            for line in [line for line in self.old if line.endswith(b'"t":"grant"}')][-1:]:
                self.deliver(line)
        self.all_goes_well(frames)

    @precondition(lambda self: self.kiosk_can_be_touched() and self.near())
    @rule(delay=st.sampled_from([0, 0, 200]))
    def tap_no(self, delay):
        tapped = self.now
        self.pass_time(delay * MS)
        self.kiosk_says(self.kiosk.revoke("f" * 32, tapped))

    @hostile
    @rule(data=st.data(), place=st.sampled_from(sorted(PLACES)), jumps=st.booleans())
    def walk(self, data, place, jumps):
        person, x = self.somebody(data), PLACES[place]
        while not jumps and abs(x - person.x) > 60:
            person.x += 60 if x > person.x else -60
            self.next_frame()
        person.x = x

    @hostile
    @rule(data=st.data())
    def leave_or_come(self, data):
        person = self.somebody(data)
        person.there = not person.there

    # --- the camera -----------------------------------------------------------------------------------------------------------

    def new_id(self):
        self.ids += 1
        return self.ids

    @hostile
    @rule()
    def ids_are_swapped(self):
        one, other = self.people
        one.id, other.id = other.id, one.id
        self.next_frame()

    @hostile
    @rule(frames=st.integers(1, 4))
    def one_walks_past_behind_the_other_and_ids_are_swapped(self, frames):
        one, other = self.people
        one.detected = False
        other.x = one.x + 20
        for _ in range(frames):
            self.next_frame()
        one.detected = True
        other.x = one.x + 130
        self.ids_are_swapped()

    @hostile
    @rule(data=st.data(), id=st.sampled_from(["new", None, -1, "the other's"]))
    def another_id(self, data, id):
        person = self.somebody(data)
        others = {"new": self.new_id, "the other's": lambda: next(each.id for each in self.people if each is not person)}
        person.id = others[id]() if id in others else id

    @hostile
    @rule(data=st.data())
    def out_of_sight_or_back(self, data):
        person = self.somebody(data)
        person.detected = not person.detected

    @hostile
    @rule(data=st.data(), height=st.sampled_from([300, 220, 120, 400]))
    def another_size(self, data, height):
        self.somebody(data).height = height
        self.next_frame()

    @hostile
    @rule(data=st.data(), margin=st.sampled_from([1.0, 0.05, math.nan]))
    def an_unsure_tracker(self, data, margin):
        self.somebody(data).margin = margin
        self.next_frame()

    @hostile
    @rule(data=st.data())
    def walk_out(self, data):
        person = self.somebody(data)
        while person.x < PLACES["edge"]:
            person.x += 60
            self.next_frame()
        person.there = False
        self.next_frame()

    @hostile
    @rule(frames=st.integers(1, 20))
    def the_camera_stalls(self, frames):
        for _ in range(frames):
            self.pass_time(FRAME_NS)
            self.pump()
            self.gate_runs()
            self.pump()

    @hostile
    @rule(frames=st.integers(1, 16), gate_runs=st.booleans())
    def frames_only(self, frames, gate_runs):
        for _ in range(frames):
            self.next_frame(gate_runs, pump=False)

    @hostile
    @rule(frames=st.sampled_from([2, 8, 18, 18]), pump=st.booleans(), shown=st.booleans())
    def frames_pile_up(self, frames, pump, shown):
        for _ in range(frames):
            self.pass_time(FRAME_NS)
            self.capture()
            if pump:
                self.pump()
                self.gate_runs()
        while shown and self.held:
            self.show(self.held.popleft())

    @hostile
    @precondition(lambda self: len(self.held) > 1)
    @rule(data=st.data(), lost=st.booleans())
    def frames_are_lost_or_come_in_another_order(self, data, lost):
        at = data.draw(st.integers(0, len(self.held) - 2))
        if lost:
            del self.held[at]
        else:
            self.held[at], self.held[at + 1] = self.held[at + 1], self.held[at]

    @hostile
    @precondition(lambda self: self.held)
    @rule()
    def a_frame_comes_late(self):
        self.show(self.held.popleft())

    @hostile
    @rule(milliseconds=st.sampled_from([-101, -100, 1, 300, 1_000, 1_001]))
    def a_frame_of_another_time(self, milliseconds):
        self.capture()
        self.show(Picture(self.now - milliseconds * MS, self.held.pop().seen))

    @hostile
    @rule(box=st.sampled_from([(0, 0, math.nan, 1), (5, 5, 1, 1), (0, 0, math.inf, 1), (1, 1, 1, 2)]))
    def an_odd_frame(self, box):
        self.capture()
        seen = self.held.pop().seen
        self.show(Picture(self.now, (*seen, ("nobody", Track(99, box)))))

    # --- the channel ----------------------------------------------------------------------------------------------------------

    @hostile
    @rule(milliseconds=st.sampled_from([1, 40, 100, 240, 250, 500, 949, 950, 1_000, 3_000]))
    def wait(self, milliseconds):
        self.pass_time(milliseconds * MS)

    @hostile
    @rule()
    def the_gates_thread_runs(self):
        self.gate_runs()

    @hostile
    @precondition(lambda self: self.connected)
    @rule(frames=st.integers(8, 24), up=st.integers(0, 3), down=st.integers(0, 3), silent=st.sampled_from([0, 16]))
    def the_channel_is_slow(self, frames, up, down, silent):
        """Each line takes so many frames to the kiosk, and so many back. Then nothing comes any more."""
        on_their_way = deque((0, line) for line in self.down), deque((0, line) for line in self.up)
        self.up.clear()
        self.down.clear()
        for n in range(frames):
            self.next_frame(pump=False)
            for lines, delay, queue, arrive in (
                (self.up, up, on_their_way[1], self.kiosk_reads),
                (self.down, down, on_their_way[0], self.deliver),
            ):
                queue.extend((n + delay, lines.popleft()) for _ in range(len(lines)))
                while queue and queue[0][0] <= n and self.connected:
                    arrive(queue.popleft()[1])
        if self.connected:
            self.down.extend(line for _, line in on_their_way[0])
        self.frames_only(silent, gate_runs=False)

    @hostile
    @precondition(lambda self: self.down)
    @rule(lines=st.integers(1, 3))
    def lines_reach_the_gate(self, lines):
        for _ in range(lines):
            if self.down:
                self.deliver(self.down.popleft())

    @hostile
    @precondition(lambda self: self.up)
    @rule(lines=st.integers(1, 3))
    def lines_reach_the_kiosk(self, lines):
        for _ in range(lines):
            if self.up:
                self.kiosk_reads(self.up.popleft())

    @hostile
    @precondition(lambda self: self.up or self.down)
    @rule(data=st.data(), what=st.sampled_from(["drop", "twice", "reorder", "cut"]))
    def the_channel_is_hostile(self, data, what):
        lines = data.draw(st.sampled_from([each for each in (self.up, self.down) if each]))
        at = data.draw(st.integers(0, len(lines) - 1))
        if what == "drop":
            del lines[at]
        elif what == "twice":
            lines.append(lines[at])
        elif what == "reorder":
            lines.rotate(1)
        elif lines is self.down:
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at]) - 1))]

    @hostile
    @precondition(lambda self: self.connected)
    @rule(
        data=st.data(),
        what=st.sampled_from(
            ["old", "old grant", "old lease", "unknown", "no JSON", "of a gate", "forged", "of another kiosk", "long"]
        ),
    )
    def a_line_from_elsewhere(self, data, what):
        seq = self.witness.seq or 0
        lines = {
            "unknown": b'{"t":"later","epoch":"%s","seq":1}' % self.kiosk.epoch.encode(),
            "no JSON": b"\x00\xff",
            "of a gate": encode(Ack(seq))[:-1],
            "forged": encode(Grant("0" * 32, seq + 1, "e" * 32, PURPOSES, self.now - 600 * MS, 1, 60_000, "r"))[:-1],
            "of another kiosk": encode(Lease(self.witness.sent[-1][0] if self.witness.sent else "n", "0" * 32, seq, 60_000))[
                :-1
            ],
            "long": b'{"t":"later","x":"' + b"x" * 20_000 + b'"}',
        }
        if old := [line for line in self.old if what == "old" or b'"t":"%s"' % what.split()[-1].encode() in line]:
            lines[what] = old[data.draw(st.integers(0, len(old) - 1))]
        self.deliver(lines.get(what, b"{}"))

    @precondition(lambda self: not self.connected and self.kiosk.alive)
    @rule()
    def the_gate_connects(self):
        self.connect()

    @hostile
    @precondition(lambda self: self.connected)
    @rule()
    def the_connection_is_cut(self):
        self.hang_up("the kiosk hung up")

    # --- the kiosk ------------------------------------------------------------------------------------------------------------

    @hostile
    @precondition(lambda self: self.kiosk.alive)
    @rule(heard=st.booleans())
    def the_kiosk_is_killed(self, heard):
        """What it sent may still be on its way; the gate hears that it has gone at once, or later."""
        self.kiosk.alive = False
        self.end("*")
        self.unwritten.clear()
        if heard and self.connected:
            self.hang_up("the kiosk hung up")

    @precondition(lambda self: not self.kiosk.alive)
    @rule()
    def restart(self):
        if self.connected:
            self.hang_up("the kiosk hung up")
        self.kiosk = Kiosk(self.kiosk.starts + 1)

    @hostile
    @rule()
    def freeze(self):
        self.kiosk.frozen = True

    @rule()
    def thaw(self):
        """It reads what has come meanwhile, renewals of long ago too."""
        self.kiosk.frozen = False
        unread, self.kiosk.unread = self.kiosk.unread, []
        for line in unread:
            self.kiosk_reads(line)

    @hostile
    @rule(well=st.booleans())
    def well_or_ill(self, well):
        self.kiosk.well = well

    @hostile
    @rule(ttl_ms=st.sampled_from([300, 60_000, 60_000, 0, -5]), frames=st.integers(1, 8), silent=st.sampled_from([0, 16]))
    def leases_of_another_life(self, ttl_ms, frames, silent):
        self.kiosk.ttl_ms = ttl_ms
        self.all_goes_well(frames)
        self.frames_only(silent, gate_runs=False)

    # --- the machine ----------------------------------------------------------------------------------------------------------

    @hostile
    @rule(milliseconds=st.sampled_from([20, 60, 400, 2_000, 3_600_000]))
    def suspend(self, milliseconds):
        self.slept += milliseconds * MS
        self.pass_time(milliseconds * MS)

    @hostile
    @rule(milliseconds=st.sampled_from([1, 100, 900, 5_000]))
    def the_clock_goes_back(self, milliseconds):
        """The gate's thread, which looks at the clock at least at each renewal, is the first to find out, if anybody can."""
        noticed = self.witness.looked and self.now - milliseconds * MS < self.witness.looked[0]
        self.shift -= milliseconds * MS
        self.went_back += milliseconds * MS
        self.witness.nos.clear()  # when it was touched means nothing any more
        if not noticed:
            self.witness.rolled_back_ns += milliseconds * MS
        if self.connected:
            self.gate_runs()
            assert not (noticed and self.allowed)

    @hostile
    @rule()
    def fork(self):
        assert in_a_child(self.denied_everything) == 0

    def denied_everything(self):
        ids = range(1, self.ids + 1)
        tracks = [each.track for each in self.people]
        view = self.gate.update(tracks, self.now)
        with suppress(ProtocolError):
            for line in self.down:
                self.guard.heard(line)
        return (
            not any(self.guard.grant_for(id, purpose) for id in ids for purpose in (None, *PURPOSES))
            and not any(self.gate.mask(ids))
            and not view.allowed
            and {self.gate.why(each) for each in tracks} == {Reason.FORKED}
            and self.guard.phase is lease_module.Phase.DARK
        )


def in_a_child(check):
    """0 where check() is true in a forked process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        code = 2
        try:
            code = 0 if check() else 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck), stateful_step_count=40, max_examples=120)
DEEP = settings(QUICK, stateful_step_count=80, max_examples=250)
FIND = settings(QUICK, stateful_step_count=15, phases=[Phase.generate], derandomize=True, database=None, max_examples=1_000)

TestHostile = Hostile.TestCase
TestHostile.settings = QUICK


@pytest.mark.slow
def test_for_longer():
    run_state_machine_as_test(Hostile, settings=DEEP)


# --- is the machine able to find anything? --------------------------------------------------------------------------------


def test_with_a_good_kiosk_a_good_channel_and_good_frames_the_visitor_is_allowed():
    machine = Hostile()
    machine.begin(bound=True)
    for _ in range(100):
        machine.next_frame()
        assert machine.allowed == {(1, None), (1, "dwell"), (1, "age")}
    machine.kiosk_says(machine.kiosk.revoke(next(iter(machine.kiosk.granted))))
    machine.next_frame()
    assert machine.allowed == set()
    machine.a_good_visit(party=2, purposes=("dwell",), max_ms=900)
    assert {purpose for _, purpose in machine.allowed} == {None, "dwell"}
    for _ in range(9):
        machine.next_frame()
    assert machine.allowed == set()


def around(cls, name):
    """A decorator that puts a function of the old method, self and the arguments in place of it."""
    old = getattr(cls, name)
    return lambda new: (cls, name, lambda self, *arguments: new(old, self, *arguments))


def changed(kind, **new):
    """`LeaseKeeper._apply` and `receive` with messages of a kind changed before they are looked at."""

    def apply(old, self, message, now):
        if isinstance(message, kind):
            message = replace(message, **{name: value(self) for name, value in new.items()})
        return old(self, message, now)

    return apply


def limits(**new):
    return (sys.modules[__name__], "Limits", partial(Limits, **new))


def without(cls, name, result=None):
    return (cls, name, lambda *arguments: result)


def lease_from_its_arrival(old, self, message, now):
    sent_ns = self._sent.get(getattr(message, "n", ""))
    replies = old(self, message, now)
    if isinstance(message, Lease) and sent_ns:
        self._expires_ns += now - sent_ns
    return replies


def lease_of_any_life(old, self, message, now):
    sent_ns = self._sent.get(getattr(message, "n", ""))
    replies = old(self, message, now)
    if isinstance(message, Lease) and sent_ns:
        self._expires_ns = sent_ns + message.ttl_ms * MS - self.timing.margin
    return replies


def grant_kept(old, self, message, now):
    before = dict(self._grants)
    replies = old(self, message, now)
    if isinstance(message, Revoke):
        self._grants = before
    return replies


def looks_only_at(*which):
    def look(old, self, now, slept):
        old(self, now if "now" in which else 0, slept if "slept" in which else 0)

    return look


FAR = 10**18
QUICKLY = ("a lease that ran out counts", "any nonce will do", "age", "a child is not told")
MUTANTS = {
    "a lease that ran out counts": [
        (LeaseKeeper, "granted", lambda self, now: dict(self._grants)),
        (LeaseKeeper, "ends_ns", lambda self, visit: self._ends.get(visit, 0)),
    ],
    "a lease counts from its arrival": [around(LeaseKeeper, "_apply")(lease_from_its_arrival)],
    "a lease lives as long as the kiosk says": [around(LeaseKeeper, "_apply")(lease_of_any_life)],
    "any nonce will do": [around(LeaseKeeper, "_apply")(changed(Lease, n=lambda self: next(reversed(self._sent), "")))],
    "any seq of a lease will do": [around(LeaseKeeper, "_apply")(changed(Lease, seq=lambda self: self._seq))],
    "any seq of a grant or a revoke will do": [
        around(LeaseKeeper, "_apply")(changed((Grant, Revoke), seq=lambda self: (self._seq or 0) + 1))
    ],
    "a revoke is acknowledged and forgotten": [around(LeaseKeeper, "_apply")(grant_kept)],
    "the longest life of a grant is forgotten": [
        (LeaseKeeper, "granted", lambda self, now: dict(self._grants) if self.phase(now) == "live" else {}),
        (LeaseKeeper, "ends_ns", lambda self, visit: self._expires_ns),
    ],
    "a machine that slept goes on": [around(LeaseKeeper, "look")(looks_only_at("now"))],
    "a closed connection counts": [without(Guard, "_darken")],
    "a new connection inherits the bodies": [without(Binder, "unbind", ())],
    "a pipeline without frames goes on": [(guard_module, "STALE_NS", FAR)],
    "any purpose will do": [around(Guard, "grant_for")(lambda old, self, track, purpose: old(self, track, None))],
    "an odd frame is passed over": [without(Guard, "blind")],
    "a child is not told": [without(Guard, "forked")],
    "a no is not heard": [without(Binder, "refuse", ())],
    "nothing crowds": [without(Bodies, "_crowded", {})],
    "nothing jumps, grows or is unsure": [without(Bodies, "_changed")],
    "frames of another time are taken": [without(Binder, "blind", ())],
    "the edge is as good as the middle": [without(Bodies, "_at_edge", False)],
    "gap": [limits(gap=2 * SECOND)],
    "age": [limits(age=0)],
    "late": [limits(late=FAR)],
    "ahead": [limits(ahead=FAR)],
    "overlap": [limits(overlap=0.9)],
    "jitter": [limits(jitter=9)],
    "growth": [limits(growth=9)],
    "margin": [limits(margin=0)],
}


@pytest.mark.parametrize(
    "mutant", [each if each in QUICKLY else pytest.param(each, marks=pytest.mark.slow) for each in MUTANTS]
)
def test_the_machine_finds(mutant, monkeypatch):
    for owner, name, new in MUTANTS[mutant]:
        monkeypatch.setattr(owner, name, new)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Hostile, settings=FIND)
