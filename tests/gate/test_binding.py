"""Each way in which a body becomes the visitor, or stops being it. 15 frames a second; the spot is the square 300..700.

A test whose name begins with a rule, B1 to B9, is about that rule in PROTOCOL.md; B0 and B7 are in test_guard.py, B10 is in
tests/signal/test_server.py.
"""

from contextlib import suppress
from dataclasses import fields, replace

import numpy as np
import pytest

from kiosk.gate.binding import STATES, Binder
from kiosk.gate.bodies import Limits, Track, common, inside, iou, shared
from kiosk.gate.messages import Bound, Grant
from kiosk.gate.reason import Reason

SECOND = 1_000_000_000
SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
REACH = ((200, 200), (800, 200), (800, 780), (200, 780))
FRAME = (1000, 800)
TAP = 100 * SECOND
FPS = 15
FIRST, LAST = TAP - SECOND, TAP + SECOND


def body(id=1, x=500.0, foot=600.0, height=300.0, width=100.0, margin=1.0):
    """Standing with its feet at x, foot."""
    return Track(id, (x - width / 2, foot - height, x + width / 2, foot), margin)


def grant(visit="v", tap=TAP, seq=1, party=1):
    return Grant("e", seq, visit, ("dwell",), tap, party, 60_000, "r")


def of_party(people):
    """What `Film.run` takes as grants: one yes of so many, heard at the touch."""
    return lambda t: {"v": grant(party=people)} if t >= TAP else {}


class Film:
    """Frames into a binder; what it reported, and when."""

    def __init__(self, limits=None, reach=(), spot=SPOT):
        self.binder = Binder(spot, FRAME, limits, reach)
        self.said, self.grants = [], {}

    def note(self, reports):
        reports = [(each.visit, each.state, each.why) for each in reports]
        self.said += reports
        return reports

    def show(self, *tracks, at, grants=None):
        self.grants = {"v": grant()} if grants is None else grants
        return self.note(self.binder.update(tracks, at, self.grants))

    def run(self, scene, first=FIRST, last=LAST, fps=FPS, grants=None):
        """scene: time in seconds from the touch -> tracks, or None when there is no frame. grants: time in ns -> grants."""
        grants = grants or of_party(1)
        for n in range((last - first) * fps // SECOND + 1):
            t = first + n * SECOND // fps
            tracks = scene((t - TAP) / SECOND)
            if tracks is not None:
                self.show(*tracks, at=t, grants=grants(t))
        return [(state, why) for _, state, why in self.said]

    @property
    def visitors(self):
        """Track -> visit, of those that are bound."""
        return {track: each.visit for track, each in self.binder.grants_of(self.grants).items()}


@pytest.fixture
def film():
    return Film()


@pytest.fixture
def bound(film):
    """A visitor bound in the last frame, at LAST; each step from here is one frame."""
    film.run(lambda s: [body()])
    assert film.visitors == {1: "v"}
    return film


# --- becoming the visitor: what the camera saw around the touch -> what is said ----------------------------------------

ALONE = ("bound", Reason.ALONE)
MORE = ("ambiguous", Reason.MORE)
UNSTEADY = ("ambiguous", Reason.UNSTEADY)
UNSURE = ("ambiguous", Reason.UNSURE)
NOBODY = ("lost", Reason.NOBODY)
UNWATCHED = ("lost", Reason.UNWATCHED)

TOUCHES = {
    "b1 nobody": (lambda s: [], NOBODY),
    "b1 nobody in the spot": (lambda s: [body(x=200)], NOBODY),
    "b2 came too late": (lambda s: [body()] if s > -0.2 else [], UNSTEADY),
    "b2 walked off too soon": (lambda s: [body(x=500 if s < 0.1 else 500 + (s - 0.05) * 1_000)], UNSTEADY),
    "b2 stepped off and on": (lambda s: [body(x=800 if -0.1 < s < 0.1 else 500)], UNSTEADY),
    "b2 no frames before": (lambda s: [body()] if s > -0.1 else None, UNWATCHED),
    "b2 no frames long before": (lambda s: [body()] if s > -0.45 else None, UNWATCHED),
    "b2 no frames during": (lambda s: None if -0.3 < s < 0.2 else [body()], UNWATCHED),
    "b2 no frames after": (lambda s: None if 0.1 < s < 0.5 else [body()], UNWATCHED),
    "b2 the camera stalls after the touch": (lambda s: None if 0 < s < 0.9 else [body()], ("lost", Reason.TOO_LATE)),
    "b3 alone": (lambda s: [body()], ALONE),
    "b3 alone, others walk far away": (lambda s: [body(), body(2, x=900 - 50 * s), body(3, x=100)], ALONE),
    "b3 came well before": (lambda s: [body()] if s > -0.75 else [], ALONE),
    "b3 came just before": (lambda s: [body()] if s > -0.69 else [], UNSURE),
    "b3 two stand there": (lambda s: [body(), body(2, x=620)], MORE),
    "b3 a passer-by during the touch": (lambda s: [body(), *([body(2, x=650)] if -0.05 < s < 0.05 else [])], MORE),
    "b3 a passer-by just before": (lambda s: [body(), *([body(2, x=650)] if -0.45 < s < -0.3 else [])], MORE),
    "b3 a passer-by just after": (lambda s: [body(), *([body(2, x=650)] if 0.4 < s < 0.49 else [])], MORE),
    "b3 a passer-by before, then out of sight": (lambda s: [body(), *([body(2, x=650)] if -0.61 < s < -0.52 else [])], MORE),
    "b3 a passer-by well before": (lambda s: [body(), *([body(2, x=650)] if s < -0.85 else [])], ALONE),
    "b3 a passer-by well after": (lambda s: [body(), *([body(2, x=650)] if s > 0.54 else [])], ALONE),
    "b3 another one takes over": (lambda s: [body(1 if s < 0.1 else 2)], MORE),
    "b3 out of sight for good": (lambda s: [body()] if s < 0.1 else [], UNSURE),
    "b3 out of sight for a moment": (lambda s: [] if -0.1 < s < 0.1 else [body()], ALONE),
    "b3 somebody without an id": (lambda s: [body(), body(None, x=650)], MORE),
    "b3 somebody without an id, for one frame": (lambda s: [body(), *([body(-1, x=650)] if -0.3 < s < -0.2 else [])], MORE),
    "b3 somebody without an id, far away": (lambda s: [body(), body(None, x=900), body(-1, x=100)], ALONE),
    "b3 nobody but somebody without an id": (lambda s: [body(-1)], MORE),
    "b5 overlapped from behind": (lambda s: [body(), body(2, x=540, foot=705)], UNSURE),
    "b5 overlapped by somebody without an id": (lambda s: [body(), body(None, x=540, foot=705)], UNSURE),
    "b5 overlapped for one frame": (lambda s: [body(), *([body(2, x=540, foot=705)] if -0.6 < s < -0.5 else [])], UNSURE),
    "b5 too wide": (lambda s: [body(width=280)], UNSURE),
    "b5 too wide for one frame": (lambda s: [body(width=280 if 0.2 < s < 0.3 else 240)], UNSURE),
    "b5 jumped inside of the spot": (lambda s: [body(x=400 if s < -0.55 else 600)], UNSURE),
    "b5 changed size": (lambda s: [body(height=300 if s < 0.1 else 160)], UNSURE),
    "b5 could be another": (lambda s: [body(margin=0.09 if -0.1 < s < 0 else 1)], UNSURE),
}


@pytest.mark.parametrize("case", TOUCHES)
def test_becoming_the_visitor(film, case):
    scene, expected = TOUCHES[case]
    assert film.run(scene) == [expected]
    assert film.visitors == ({1: "v"} if expected == ALONE else {})


def test_nothing_is_said_before_the_time_is_over(film):
    assert film.run(lambda s: [body()], last=TAP + Limits().apart - 1) == []
    assert film.visitors == {}


def test_every_track_in_reach_is_told_why_it_is_not_the_visitor(film):
    film.run(lambda s: [body(), body(2, x=620), body(3, x=900)])
    assert [film.binder.doubt(id) for id in (1, 2, 3)] == [Reason.MORE, Reason.MORE, None]
    film.show(body(), at=LAST + 1)
    assert [film.binder.doubt(id) for id in (1, 2)] == [Reason.MORE, None]


# --- B1 place -----------------------------------------------------------------------------------------------------------


def test_b1_a_camera_without_a_spot_binds_nobody():
    film = Film(spot=(), reach=REACH)
    assert not film.binder.binds
    assert film.run(lambda s: [body()]) == []
    assert film.visitors == {}


def test_b1_a_spot_on_a_line_holds_nobody():
    assert Film(spot=((300, 600), (700, 600))).run(lambda s: [body()]) == [NOBODY]


@pytest.mark.parametrize("at", [{"x": 210}, {"x": 790}, {"foot": 770}, {"foot": 210, "x": 700, "height": 180}], ids=str)
def test_b1_whoever_could_touch_the_screen_stands_in_reach(at):
    assert Film(reach=REACH).run(lambda s: [body(x=400), body(2, **at)]) == [MORE]
    assert Film().run(lambda s: [body(x=400), body(2, **at)]) == [ALONE]


def test_b1_the_visitor_stands_in_the_spot_and_not_only_in_reach():
    film = Film(reach=REACH)
    assert film.run(lambda s: [body(x=750)]) == [UNSTEADY]


def test_b1_a_reach_beside_the_spot_makes_the_spot_no_smaller():
    assert Film(reach=((800, 0), (1_000, 0), (1_000, 800))).run(lambda s: [body(), body(2, x=620)]) == [MORE]


# --- B2 time ------------------------------------------------------------------------------------------------------------


def test_b2_frames_of_the_past_bind_nobody(film):
    for at in (TAP - SECOND, TAP - SECOND // 4, TAP - SECOND // 2, TAP, TAP + SECOND // 4, TAP + SECOND * 6 // 10):
        film.show(body(), at=at)
    assert [(state, why) for _, state, why in film.said] == [UNWATCHED]


def test_b2_time_that_goes_back_loses_everybody(bound):
    assert bound.show(body(), body(2, x=640), at=LAST - 1) == [("v", "lost", Reason.BACKWARDS)]
    again = {"v": grant(tap=LAST + SECOND // 2, seq=2)}
    bound.run(lambda s: [body()], first=LAST, last=LAST + 2 * SECOND, grants=lambda t: again)
    assert bound.said[2:] == [("v", *UNSURE)]


@pytest.mark.parametrize("late", [0.81, 1.5, 3.0, 3.9, 60])
def test_b2_a_snapshot_that_comes_late_binds_nobody(film, late):
    """A gate that hears of the grant only now did not follow the body since."""
    came = TAP + round(late * SECOND)
    film.run(lambda s: [body()], last=came + SECOND // 2, grants=lambda t: {"v": grant()} if t >= came else {})
    assert film.said == [("v", "lost", Reason.TOO_LATE)]
    assert film.visitors == {}


def test_b2_a_grant_from_the_future_waits_for_its_pictures(film):
    """By clocks that differ, or because the camera is late."""
    film.run(lambda s: [body()], grants=lambda t: {"v": grant()})
    assert film.said == [("v", *ALONE)]


# --- B3 alone: as many bodies as yeses --------------------------------------------------------------------------------------

TWO = lambda s: [body(x=440), body(2, x=560)]  # noqa: E731
PARTIES = {
    "two of two": (2, TWO, ALONE),
    "three of three": (3, lambda s: [body(x=380), body(2, x=500), body(3, x=620)], ALONE),
    "one more": (2, lambda s: [*TWO(s), body(3, x=670)], MORE),
    "one more without an id": (2, lambda s: [*TWO(s), body(None, x=670)], MORE),
    "one fewer": (2, lambda s: [body()], ("ambiguous", Reason.FEWER)),
    "one of three is missing": (3, TWO, ("ambiguous", Reason.FEWER)),
    "one stands in reach only": (2, lambda s: [body(), body(2, x=750)], UNSTEADY),
    "one came just before": (2, lambda s: [body(x=440), *([body(2, x=560)] if s > -0.6 else [])], UNSURE),
    "one overlaps the other": (2, lambda s: [body(x=480), body(2, x=540)], UNSURE),
    "another one takes the place of one": (2, lambda s: [body(x=440), body(2 if s < 0 else 3, x=560)], MORE),
    "nobody of two": (2, lambda s: [], NOBODY),
    "a yes of nobody": (0, lambda s: [body()], MORE),
    "a yes of nobody by nobody": (0, lambda s: [], NOBODY),
    "a yes of less than nobody": (-1, lambda s: [], NOBODY),
}


@pytest.mark.parametrize("case", PARTIES)
def test_b3_as_many_bodies_as_yeses(case):
    people, scene, expected = PARTIES[case]
    film = Film(reach=REACH)
    assert film.run(scene, grants=of_party(people)) == [expected]
    assert film.visitors == ({id + 1: "v" for id in range(people)} if expected == ALONE else {})


@pytest.fixture
def party(film):
    """Two who said yes together, bound in the last frame, at LAST."""
    film.run(TWO, grants=of_party(2))
    assert film.visitors == {1: "v", 2: "v"}
    return film


def test_b3_people_who_said_yes_together_may_overlap_each_other(party):
    for n in range(1, 30):
        assert party.show(body(x=440 + 2 * n), body(2, x=560 - 2 * n), at=LAST + n * SECOND // FPS) == []
    assert party.visitors == {1: "v", 2: "v"}


def test_b3_one_in_doubt_leaves_the_other_bound_and_the_last_one_gone_is_reported(party):
    stranger = body(3, x=600)
    assert party.show(body(x=440), body(2, x=560), stranger, at=LAST + 1) == []
    assert (party.visitors, party.binder.doubt(2)) == ({1: "v"}, Reason.OVERLAP)
    assert party.show(body(x=440), body(2, x=480), at=LAST + SECOND // FPS) == [("v", "tainted", Reason.OVERLAP)]
    assert party.visitors == {}
    assert party.show(body(x=440), body(2, x=560), at=LAST + 2 * SECOND // FPS) == []


def test_b3_of_a_party_one_walks_out_and_the_other_stays(party):
    for n in range(1, 40):
        walking = [body(2, x=560 + 12 * n)] if 560 + 12 * n < 970 else []
        assert party.show(body(x=440), *walking, at=LAST + n * SECOND // FPS) == []
    assert party.visitors == {1: "v"}


def test_b3_a_party_is_over_with_its_grant(party):
    assert party.show(*TWO(0), at=LAST + 1, grants={}) == []
    assert party.visitors == {}


# --- B4 touch -------------------------------------------------------------------------------------------------------------


def test_b4_nothing_but_place_and_time_is_known_of_the_hand(film):
    assert [each.name for each in fields(Track)] == ["id", "box", "margin"]
    others = replace(grant("w"), epoch="f", seq=9, purposes=("x",), record="s", max_ms=1)
    assert film.run(lambda s: [body("anybody", margin=0.1)], grants=lambda t: {"w": others} if t >= TAP else {}) == [ALONE]
    assert film.visitors == {"anybody": "w"}


# --- B5 taint, B8 leaving: the next frames (milliseconds later, tracks) -> what is said -------------------------------------

STEP = 1000 // FPS
LOST = {
    "stands on": ([(STEP, [body()]), (2 * STEP, [body()])], None),
    "walks": ([(STEP, [body(x=530)]), (2 * STEP, [body(x=560)]), (3 * STEP, [body(x=590)])], None),
    "walks out of the spot": ([(n * STEP, [body(x=500 + 25 * n)]) for n in range(1, 12)], None),
    "unseen for a moment": ([(STEP, []), (3 * STEP, []), (4 * STEP, [body()])], None),
    "unseen just short of too long": ([(299, []), (300, [body()])], None),
    "passed at a distance": ([(STEP, [body(), body(2, x=600)])], None),
    "passed at a distance while out of sight": ([(STEP, [body(2, x=640)]), (2 * STEP, [body()])], None),
    "moves as fast as it may": ([(100, [body(x=500 + 300 * 0.549)])], None),
    "grows as much as it may": ([(STEP, [body(width=169)])], None),
    "b5 gap": ([(200, []), (301, [])], ("lost", Reason.GAP)),
    "b5 no frames for a while": ([(301, [body()])], ("lost", Reason.GAP)),
    "b5 jump": ([(STEP, [body(x=700)])], ("tainted", Reason.JUMP)),
    "b5 jump, just": ([(100, [body(x=500 + 300 * 0.551)])], ("tainted", Reason.JUMP)),
    "b5 jump up": ([(STEP, [body(foot=440)])], ("tainted", Reason.JUMP)),
    "b5 jump while out of sight": ([(STEP, []), (3 * STEP, [body(x=880)])], ("tainted", Reason.JUMP)),
    "b5 overlap": ([(STEP, [body(), body(2, x=540)])], ("tainted", Reason.OVERLAP)),
    "b5 overlap by somebody without an id": ([(STEP, [body(), body(None, x=540)])], ("tainted", Reason.OVERLAP)),
    "b5 overlap while out of sight": ([(STEP, [body(2, x=640)]), (2 * STEP, [body(2)])], ("tainted", Reason.OVERLAP)),
    "b5 overlap while out of sight by one without an id": ([(STEP, [body(-1, x=530)])], ("tainted", Reason.OVERLAP)),
    "b5 growth": ([(STEP, [body(width=171)])], ("tainted", Reason.GROWTH)),
    "b5 shrinking": ([(STEP, [body(height=160)])], ("tainted", Reason.GROWTH)),
    "b5 too wide": ([(n * STEP, [body(width=100 + 4 * n)]) for n in range(1, 45)], ("tainted", Reason.WIDE)),
    "b5 another shape": ([(n * STEP, [body(width=100 + 25 * n)]) for n in range(1, 5)], ("tainted", Reason.GROWTH)),
    "b5 margin": ([(STEP, [body(margin=0.09)])], ("tainted", Reason.MARGIN)),
    "b5 a margin that is no number": ([(STEP, [body(margin=float("nan"))])], ("tainted", Reason.MARGIN)),
    "b5 boxes beyond numbers": ([(STEP, [body(width=1e308, height=1e308)])], ("tainted", Reason.JUMP)),
    "b5 another id in its place": ([(STEP, [body(2)]), (301, [body(2)])], ("tainted", Reason.OVERLAP)),
    "b5 no id any more": ([(STEP, [body(None, x=600)]), (301, [body(None, x=600)])], ("lost", Reason.GAP)),
    "b2 time goes back": ([(-STEP, [body()])], ("lost", Reason.BACKWARDS)),
}


@pytest.mark.parametrize("case", LOST)
def test_ceasing_to_be_the_visitor(bound, case):
    frames, expected = LOST[case]
    for ms, tracks in frames:
        bound.show(*tracks, at=LAST + ms * 1_000_000)
    assert [(state, why) for _, state, why in bound.said[1:]] == ([expected] if expected else [])
    assert bound.visitors == ({} if expected else {1: "v"})


@pytest.mark.parametrize("why", [case for case in LOST if case.startswith("b5")])
def test_b5_doubt_ends_it_for_good(bound, why):
    frames, _ = LOST[why]
    for ms, tracks in frames:
        bound.show(*tracks, at=LAST + ms * 1_000_000)
    said = len(bound.said)
    bound.run(lambda s: [body()], first=LAST + SECOND // 2, last=LAST + 3 * SECOND)
    assert len(bound.said) == said
    assert bound.visitors == {}


def test_b5_somebody_who_passes_in_front_may_have_swapped_with_the_visitor(bound):
    """The one behind is not seen for a moment, and the ids come back the other way round."""
    places = [(500, 900), (500, 780), (500, 680), (None, 580), (None, 500), (620, 500)]
    for n, (visitor, passer) in enumerate(places, 1):
        seen = [body(x=visitor)] if visitor else []
        bound.show(*seen, body(2, x=passer), at=LAST + n * SECOND // FPS)
    assert bound.said[1:] == [("v", "tainted", Reason.OVERLAP)]
    assert bound.visitors == {}


def test_b5_a_small_body_inside_of_the_visitors_outline_is_doubt(bound):
    x1, _, x2, y2 = body().box
    child = Track(2, (x1 + 20, y2 - 90, x2 - 20, y2))
    assert bound.show(body(), child, at=LAST + SECOND // FPS) == [("v", "tainted", Reason.OVERLAP)]


@pytest.mark.parametrize("kind", [list, np.array])
def test_b5_a_box_that_the_tracker_changes_in_place_is_not_taken_for_the_one_before(film, kind):
    """Trackers keep one array for each body and write into it."""
    box = kind([450.0, 300.0, 550.0, 600.0])
    with suppress(ValueError):  # to refuse such a box would do as well
        film.run(lambda s: [Track(1, box)])
        box[0], box[2] = 50.0, 150.0
        film.show(Track(1, box), at=LAST + SECOND // FPS)
    assert film.visitors == {}


@pytest.mark.parametrize("why", [why for why in Reason if why in STATES or why.name in ("OVERLAP", "REFUSED")])
def test_b5_what_the_kiosk_is_told(bound, why):
    state = {"LEFT": "left", "AGAIN": "left", "OVERLAP": "tainted", "REFUSED": "tainted"}.get(why.name, "lost")
    assert bound.binder.unbind(why) == [Bound("v", TAP, state, why)]


# --- B6 no inheritance ----------------------------------------------------------------------------------------------------


def test_b6_a_new_id_begins_with_nothing(bound):
    bound.run(lambda s: [body(2, x=640)], first=LAST + 1, last=LAST + 2 * SECOND)
    assert bound.said[1:] == [("v", "lost", Reason.GAP)]
    assert (bound.visitors, bound.binder.doubt(2)) == ({}, None)


def test_b6_an_id_that_comes_back_after_a_doubt_begins_with_nothing(bound):
    bound.show(at=LAST + SECOND * 31 // 100)
    bound.run(lambda s: [body()], first=LAST + SECOND // 3, last=LAST + 3 * SECOND)
    assert bound.said[1:] == [("v", "lost", Reason.GAP)]
    assert bound.visitors == {}


def test_b6_only_a_new_touch_begins_again(bound):
    bound.show(body(margin=0), at=LAST + 1)
    again = {"v": grant(tap=LAST + SECOND, seq=3)}
    bound.run(lambda s: [body()], first=LAST + 2, last=LAST + 2 * SECOND, grants=lambda t: again)
    assert bound.said[1:] == [("v", "tainted", Reason.MARGIN), ("v", *ALONE)]
    assert bound.visitors == {1: "v"}


def test_b6_a_renewed_yes_inherits_no_body(bound):
    """Taken back and given again between two frames: another person may stand there now."""
    again = {"v": grant(tap=LAST + 1, seq=3)}
    assert bound.binder.grants_of({"v": grant()}) == {1: grant()}
    assert bound.binder.grants_of(again) == {}
    bound.show(body(), at=LAST + 2, grants=again)
    assert bound.visitors == {}


# --- B8 leaving -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("edge", "step"), [(50, -30), (950, 30)])
def test_b8_walking_out_of_the_picture(bound, edge, step):
    x, at = 500, LAST
    while (x - edge) * step < 0:
        x, at = x + step, at + STEP * 1_000_000
        assert bound.show(body(x=x), at=at) == []
    assert bound.show(at=at + STEP * 1_000_000) == [("v", "left", Reason.LEFT)]


def test_b8_without_its_grant_nobody_is_a_visitor(bound):
    assert bound.show(body(), at=LAST + 1, grants={}) == []
    assert bound.visitors == {}
    assert bound.show(body(), at=LAST + 2) == [("v", "lost", Reason.TOO_LATE)]  # it is not picked up where it was left
    assert bound.visitors == {}


def test_b8_one_body_is_not_two_visitors_the_newer_yes_holds(bound):
    both = {"v": grant(), "w": grant("w", tap=LAST, seq=2)}
    bound.run(lambda s: [body()], first=LAST, last=LAST + SECOND, grants=lambda t: both)
    assert bound.said[1:] == [("v", "left", Reason.AGAIN), ("w", *ALONE)]
    assert bound.visitors == {1: "w"}


def test_b8_of_a_party_only_who_says_yes_again_is_taken_out(party):
    at, both = LAST + 3 * SECOND, {"v": grant(party=2), "w": grant("w", tap=LAST + 3 * SECOND, seq=2)}
    walk = lambda s: [body(x=440), body(2, x=min(900, 560 + 150 * max(0, s - 1)))]  # noqa: E731
    party.run(walk, first=LAST, last=at + SECOND, grants=lambda t: both)
    assert party.said[1:] == [("w", *ALONE)]
    assert party.visitors == {1: "w", 2: "v"}


# --- B9 no over yes ---------------------------------------------------------------------------------------------------------

SAID_NO = ("v", "tainted", Reason.REFUSED)


def walked_on(s, id=1):
    """Out of the spot within three seconds after LAST."""
    return body(id, x=500 + 300 * min(1, max(0, s - (LAST - TAP) / SECOND)))


def test_b9_a_no_ends_what_the_same_body_said_before(bound):
    assert bound.note(bound.binder.refuse(LAST)) == [SAID_NO]
    assert (bound.visitors, bound.binder.doubt(1)) == ({}, Reason.REFUSED)
    bound.run(lambda s: [body()], first=LAST + 1, last=LAST + SECOND)
    assert bound.said[1:] == [SAID_NO]


def out_and_back(s):
    """Out of the spot from about 0.7 s after LAST until about 1.3 s later."""
    return 500 + 310 * min(1, max(0, s - 1), max(0, 3.7 - s))


FRAMES = [1 + n / FPS for n in range(4 * FPS)]
WENT = max(s for s in FRAMES if s < 2 and out_and_back(s) < 699)
CAME = min(s for s in FRAMES if s > 2 and out_and_back(s) < 699)


@pytest.mark.parametrize(("s", "ends"), [(WENT + 0.49, True), (WENT + 0.51, False), (CAME - 0.31, False), (CAME - 0.29, True)])
def test_b9_whoever_stood_in_reach_around_a_no(bound, s, ends):
    """From half a second before it to 0.3 s after it. Somebody without an id stood there too, so it may have been them."""
    bound.run(lambda s: [body(x=out_and_back(s)), body(None, x=320)], first=LAST, last=LAST + 3 * SECOND)
    assert bound.visitors == {1: "v"}
    assert bound.note(bound.binder.refuse(TAP + round(s * SECOND))) == ([SAID_NO] if ends else [])


def test_b9_a_no_that_is_heard_before_its_pictures(bound):
    """The camera is late: the visitor comes back into the spot just before the no."""
    scene = lambda s: [body(x=out_and_back(s))]  # noqa: E731
    refused = TAP + round((CAME + 0.1) * SECOND)
    bound.run(scene, first=LAST, last=refused - SECOND // 4)
    assert bound.binder.refuse(refused) == []
    assert bound.visitors == {1: "v"}
    bound.run(scene, first=refused - SECOND // 4, last=refused + SECOND // 2)
    assert bound.said[1:] == [SAID_NO]


def test_b9_a_no_of_somebody_else_leaves_the_visitor_in_the_shop_alone(bound):
    refused = LAST + 3 * SECOND
    bound.run(lambda s: [walked_on(s), *([body(2)] if s > 3 else [])], first=LAST, last=refused)
    assert bound.binder.refuse(refused) == []
    bound.run(lambda s: [walked_on(s), body(2)], first=refused + 1, last=refused + SECOND)
    assert bound.visitors == {1: "v"}


def test_b9_a_no_of_somebody_without_an_id_leaves_the_visitor_in_the_shop_alone(bound):
    refused = LAST + 3 * SECOND
    bound.run(lambda s: [walked_on(s), body(None)] if s > 2 else [walked_on(s)], first=LAST, last=refused)
    assert bound.binder.refuse(refused) == []
    bound.run(lambda s: [walked_on(s), body(None)], first=refused + 1, last=refused + SECOND)
    assert bound.visitors == {1: "v"}


def test_b9_a_no_of_somebody_whom_no_camera_saw_may_be_anybodys(bound):
    refused = LAST + 3 * SECOND
    bound.run(lambda s: [walked_on(s)], first=LAST, last=refused)
    assert bound.binder.refuse(refused) == []
    bound.run(lambda s: [walked_on(s)], first=refused + 1, last=refused + SECOND)
    assert bound.said[-1] == SAID_NO
    assert bound.visitors == {}


def test_b9_a_no_before_the_yes_says_nothing_about_it(bound):
    assert bound.binder.refuse(TAP - SECOND) == []
    assert bound.visitors == {1: "v"}


@pytest.mark.parametrize(("seconds", "binds"), [(-0.51, True), (-0.49, False), (0, False), (0.49, False)])
def test_b9_a_yes_close_to_a_no_binds_nobody(film, seconds, binds):
    film.run(lambda s: [body()], last=TAP + SECOND // 2 - 1)
    film.note(film.binder.refuse(TAP + round(seconds * SECOND)))
    film.run(lambda s: [body()], first=TAP + SECOND // 2)
    assert film.said == [("v", *ALONE) if binds else ("v", "ambiguous", Reason.REFUSED)]


def test_b9_a_no_counts_also_when_nobody_is_sure_where_anybody_stands(film):
    film.binder.refuse(TAP - SECOND // 4)
    film.binder.blind(Reason.ERROR)
    film.binder.unbind(Reason.NO_KIOSK)
    film.run(lambda s: [body()], first=TAP - 2 * SECOND)
    assert film.said == [("v", "ambiguous", Reason.REFUSED)]


def test_b9_of_a_party_only_those_in_reach_are_unbound(party):
    walk = lambda s: [body(x=440), body(2, x=min(900, 560 + 150 * max(0, s - 1)))]  # noqa: E731
    party.run(walk, first=LAST, last=LAST + 3 * SECOND, grants=of_party(2))
    assert party.binder.refuse(LAST + 3 * SECOND) == []
    assert party.visitors == {2: "v"}


# --- what is no frame -------------------------------------------------------------------------------------------------------

NAN, INF = float("nan"), float("inf")
ODD = {
    "no number": [body(), Track(2, (NAN,) * 4)],
    "one that is no number": [Track(1, (450.0, NAN, 550.0, 600.0))],
    "without end": [Track(1, (-INF, -INF, INF, INF))],
    "upside down": [Track(1, (450, 600, 550, 300))],
    "inside out": [Track(1, (550, 300, 450, 600))],
    "a line": [Track(1, (450, 600, 550, 600))],
    "a line without an id": [body(), Track(None, (450, 300, 450, 600))],
    "a point": [Track(1, (500, 500, 500, 500))],
    "two with one id": [body(1), body(1, x=650)],
    "one and the number one": [body(1), body(1.0, x=650)],
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_no_frame_is_refused(bound, case):
    with pytest.raises(ValueError):
        bound.show(*ODD[case], at=LAST + 1)
    assert bound.visitors == {1: "v"}  # and the caller must say `blind`
    assert bound.note(bound.binder.blind(Reason.ERROR)) == [("v", "lost", Reason.ERROR)]
    bound.run(lambda s: [body()], first=LAST + 2, last=LAST + SECOND)
    assert bound.visitors == {}


@pytest.mark.parametrize("ids", [(None, None), (-1, -1), (None, -1)])
def test_tracks_without_an_id_may_be_many(bound, ids):
    assert bound.show(body(), body(ids[0], x=850), body(ids[1], x=100), at=LAST + 1) == []
    assert bound.visitors == {1: "v"}


@pytest.mark.parametrize("id", [None, -1, -1.0])
def test_a_body_without_an_id_is_never_the_visitor(film, id):
    assert film.run(lambda s: [body(id)]) == [MORE]
    assert film.visitors == {}


def test_blind_forgets_where_everybody_stands_and_unbind_does_not(bound):
    again = {"v": grant(tap=LAST, seq=2)}
    assert bound.note(bound.binder.unbind(Reason.NO_KIOSK)) == [("v", "lost", Reason.NO_KIOSK)]
    bound.run(lambda s: [body()], first=LAST + 1, last=LAST + SECOND, grants=lambda t: again)
    assert bound.visitors == {1: "v"}
    bound.note(bound.binder.blind(Reason.LATE))
    bound.run(lambda s: [body()], first=LAST + SECOND, last=LAST + 2 * SECOND, grants=lambda t: again)
    assert bound.visitors == {}


# --- shapes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "share", "part"),
    [
        ((0, 0, 10, 10), (0, 0, 10, 10), 1, 1),
        ((0, 0, 10, 10), (5, 0, 15, 10), 1 / 3, 1 / 2),
        ((0, 0, 10, 10), (2, 2, 4, 4), 0.04, 1),
        ((0, 0, 10, 10), (10, 0, 20, 10), 0, 0),
        ((0, 0, 0, 0), (0, 0, 0, 0), 0, 0),
        ((10, 10, 0, 0), (0, 0, 10, 10), 0, 0),
    ],
)
def test_how_much_two_boxes_share(one, other, share, part):
    assert iou(one, other) == iou(other, one) == pytest.approx(share)
    assert shared(one, other) == shared(other, one) == pytest.approx(part)
    assert common(one, other) == common(other, one)


@pytest.mark.parametrize(
    ("point", "polygon", "within"),
    [
        ((500, 500), SPOT, True),
        ((299, 500), SPOT, False),
        ((500, 701), SPOT, False),
        ((5, 2), ((0, 0), (10, 0), (0, 10)), True),
        ((6, 6), ((0, 0), (10, 0), (0, 10)), False),
        ((5, 5), ((0, 0), (10, 10)), False),
        ((5, 5), (), False),
        ((5, 5), ((NAN, NAN), (NAN, NAN), (NAN, NAN)), False),
    ],
)
def test_inside(point, polygon, within):
    assert inside(point, polygon) is within


def test_b9_each_of_two_noes_counts(bound):
    """Both are heard before their pictures; the first alone is near enough to be obeyed."""
    for after in (2_000, 2_400):
        bound.binder.refuse(LAST + after * 1_000_000)
    frames = [LAST + n * SECOND // FPS for n in range(1, 27)]
    for at in frames:
        bound.show(body(), at=at)
    assert frames[-1] < LAST + 1_900 * 1_000_000
    assert bound.said[1:] == [("v", "tainted", Reason.REFUSED)]
