"""Each way in which a body becomes the visitor, or stops being it. 15 frames a second; the spot is the square 300..700."""

import pytest

from kiosk.gate.binding import Binder, Limits, Track, inside, iou
from kiosk.gate.messages import Grant

SECOND = 1_000_000_000
SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
FRAME = (1000, 800)
TAP = 100 * SECOND
FPS = 15
FIRST, LAST = TAP - SECOND, TAP + SECOND


def body(id=1, x=500.0, foot=600.0, height=300.0, width=100.0):
    """Standing with its feet at x, foot."""
    return Track(id, (x - width / 2, foot - height, x + width / 2, foot))


def grant(visit="v", tap=TAP, seq=1):
    return Grant("e", seq, visit, ("dwell",), tap, 60_000, "r")


class Film:
    """Frames into a binder; what it reported, and when."""

    def __init__(self):
        self.binder = Binder(SPOT, FRAME)
        self.said = []

    def show(self, *tracks, at, grants=None):
        grants = {"v": grant()} if grants is None else grants
        self.said += (reports := [(each.visit, each.state, each.why) for each in self.binder.update(tracks, at, grants)])
        return reports

    def run(self, scene, first=FIRST, last=LAST, fps=FPS, grants=lambda t: {"v": grant()} if t >= TAP else {}):
        """scene: time in seconds from the touch -> tracks, or None when there is no frame."""
        for n in range((last - first) * fps // SECOND + 1):
            t = first + n * SECOND // fps
            tracks = scene((t - TAP) / SECOND)
            if tracks is not None:
                self.show(*tracks, at=t, grants=grants(t))
        return [(state, why) for _, state, why in self.said]


@pytest.fixture
def film():
    return Film()


@pytest.fixture
def bound(film):
    """A visitor bound in the last frame, at LAST; each step from here is one frame."""
    film.run(lambda s: [body()])
    assert film.binder.visit_of(1) == "v"
    return film


# --- becoming the visitor: what the camera saw around the touch -> what is said ----------------------------------------

ALONE = ("bound", "alone in the spot")
TWO = ("ambiguous", "more than one body in the spot")
NOT_ALL = ("ambiguous", "nobody stood in the spot all through the touch")
NOBODY = ("lost", "nobody stood in the spot")
UNSEEN = ("lost", "the camera did not see the spot around the touch")

TOUCHES = {
    "alone": (lambda s: [body()], ALONE),
    "alone, others walk far away": (lambda s: [body(), body(2, x=900 - 50 * s), body(3, x=100)], ALONE),
    "came well before": (lambda s: [body()] if s > -0.7 else [], ALONE),
    "two stand there": (lambda s: [body(), body(2, x=620)], TWO),
    "a passer-by during the touch": (lambda s: [body(), *([body(2, x=650)] if -0.05 < s < 0.05 else [])], TWO),
    "a passer-by just before": (lambda s: [body(), *([body(2, x=650)] if -0.45 < s < -0.3 else [])], TWO),
    "a passer-by just after": (lambda s: [body(), *([body(2, x=650)] if 0.2 < s < 0.29 else [])], TWO),
    "another one takes over": (lambda s: [body(1 if s < 0.1 else 2)], TWO),
    "nobody": (lambda s: [], NOBODY),
    "nobody in the spot": (lambda s: [body(x=200)], NOBODY),
    "came too late": (lambda s: [body()] if s > -0.2 else [], NOT_ALL),
    "left too soon": (lambda s: [body()] if s < 0.1 else [], NOT_ALL),
    "stepped off and on": (lambda s: [body(x=800 if -0.1 < s < 0.1 else 500)], NOT_ALL),
    "no frames before": (lambda s: [body()] if s > -0.1 else None, UNSEEN),
    "no frames during": (lambda s: None if -0.3 < s < 0.2 else [body()], UNSEEN),
    "overlapped": (lambda s: [body(), body(2, x=540, foot=705)], ("ambiguous", "overlaps another body")),
    "too wide": (lambda s: [body(width=280)], ("ambiguous", "too wide for one body")),
    "camera stalls after the touch": (lambda s: None if 0 < s < 0.9 else [body()], ("lost", "the permission came too late")),
}


@pytest.mark.parametrize("case", TOUCHES)
def test_becoming_the_visitor(film, case):
    scene, expected = TOUCHES[case]
    assert film.run(scene) == [expected]
    assert film.binder.visit_of(1) == ("v" if expected[0] == "bound" else None)


def test_nothing_is_said_before_the_time_is_over(film):
    assert film.run(lambda s: [body()], last=TAP + Limits().after - 1) == []
    assert film.binder.visit_of(1) is None


def test_frames_of_the_past_bind_nobody(film):
    for at in (TAP - SECOND, TAP - SECOND // 4, TAP - SECOND // 2, TAP, TAP + SECOND // 4, TAP + SECOND * 3 // 10):
        film.show(body(), at=at)
    assert [state for _, state, _ in film.said] == ["lost"]


@pytest.mark.parametrize("late", [0.7, 1.5, 3.0, 3.9, 60])
def test_a_snapshot_that_comes_late_binds_nobody(film, late):
    """A gate that hears of the grant only now did not follow the body since."""
    came = TAP + round(late * SECOND)
    film.run(lambda s: [body()], last=came + SECOND // 2, grants=lambda t: {"v": grant()} if t >= came else {})
    assert [state for _, state, _ in film.said] == ["lost"]
    assert film.binder.visit_of(1) is None


def test_one_body_is_not_two_visitors_the_newer_yes_holds(bound):
    both = {"v": grant(), "w": grant("w", tap=LAST, seq=2)}
    bound.run(lambda s: [body()], first=LAST, last=LAST + SECOND, grants=lambda t: both)
    assert bound.said[1:] == [("v", "left", "said yes again"), ("w", "bound", "alone in the spot")]
    assert bound.binder.visit_of(1) == "w"


SAID_NO = ("v", "tainted", "somebody at the kiosk said no")


def test_a_no_ends_what_the_same_body_said_before(bound):
    reports = bound.binder.refuse(LAST)
    assert [(each.visit, each.state, each.why) for each in reports] == [SAID_NO]
    assert bound.binder.visit_of(1) is None
    bound.run(lambda s: [body()], first=LAST + 1, last=LAST + SECOND)
    assert len(bound.said) == 1


def test_a_no_that_is_heard_before_its_pictures(bound):
    """The camera is late: the body walked out, and back into the spot just before the no."""
    away, back = LAST + SECOND, LAST + 2 * SECOND
    at = lambda s: [body(x=900 if (away - TAP) / SECOND < s < (back - TAP) / SECOND - 0.3 else 500)]  # noqa: E731
    bound.run(lambda s: [body(x=500)], first=LAST, last=away)
    assert bound.binder.refuse(back) == []
    bound.binder._bindings["v"].seen_ns = back
    bound.run(at, first=back, last=back + SECOND // 5)
    assert bound.said[-1] == SAID_NO


def walked_on(s):
    return body(x=500 + 300 * min(1, max(0, s - (LAST - TAP) / SECOND)))


def test_a_no_of_somebody_else_leaves_the_visitor_in_the_shop_alone(bound):
    refused = LAST + 3 * SECOND
    bound.run(lambda s: [walked_on(s), *([body(2)] if s > 3 else [])], first=LAST, last=refused)
    assert bound.binder.refuse(refused) == []
    bound.run(lambda s: [walked_on(s), body(2)], first=refused + 1, last=refused + SECOND)
    assert bound.binder.visit_of(1) == "v"


def test_a_no_of_somebody_whom_no_camera_saw_may_be_anybodys(bound):
    refused = LAST + 3 * SECOND
    bound.run(lambda s: [walked_on(s)], first=LAST, last=refused)
    assert bound.binder.refuse(refused) == []
    bound.run(lambda s: [walked_on(s)], first=refused + 1, last=refused + SECOND)
    assert bound.said[-1] == SAID_NO
    assert bound.binder.visit_of(1) is None


def test_a_small_body_inside_of_the_visitors_outline_is_doubt(bound):
    visitor, child = body(), body(2)
    x1, _, x2, y2 = visitor.box
    child = Track(2, (x1 + 20, y2 - 0.3 * visitor.height, x2 - 20, y2))
    assert bound.show(visitor, child, at=LAST + SECOND // FPS) == [("v", "tainted", "overlaps another body")]


def test_a_renewed_yes_binds_anew(bound):
    bound.show(body(), at=LAST + 1, grants={})
    again = {"v": grant(tap=LAST + SECOND, seq=3)}
    bound.run(lambda s: [body()], first=LAST + 2, last=LAST + 2 * SECOND, grants=lambda t: again)
    assert [state for _, state, _ in bound.said] == ["bound", "bound"]


def test_a_renewed_yes_inherits_no_body(bound):
    """Taken back and given again between two frames: another person may stand there now."""
    again = {"v": grant(tap=LAST + 1, seq=3)}
    assert bound.binder.grant_of(1, {"v": grant()}) == grant()
    assert bound.binder.grant_of(1, again) is None
    bound.show(body(), at=LAST + 2, grants=again)
    assert bound.binder.visit_of(1) is None


def test_no_grant_no_body(bound):
    assert bound.show(body(), at=LAST + 1, grants={}) == []
    assert bound.binder.visit_of(1) is None


# --- ceasing to be: the next frames (milliseconds later, tracks) -> what is said ----------------------------------------

STEP = 1000 // FPS
LOST = {
    "stands on": ([(STEP, [body()]), (2 * STEP, [body()])], None),
    "walks": ([(STEP, [body(x=530)]), (2 * STEP, [body(x=560)]), (3 * STEP, [body(x=590)])], None),
    "walks out of the spot": ([(n * STEP, [body(x=500 + 25 * n)]) for n in range(1, 12)], None),
    "unseen for a moment": ([(STEP, []), (3 * STEP, []), (4 * STEP, [body()])], None),
    "passed at a distance": ([(STEP, [body(), body(2, x=600)])], None),
    "gap": ([(200, []), (301, [])], ("lost", "out of sight")),
    "no frames for a while": ([(301, [body()])], ("lost", "out of sight for too long")),
    "jump": ([(STEP, [body(x=700)])], ("tainted", "jumped")),
    "jump up": ([(STEP, [body(foot=440)])], ("tainted", "jumped")),
    "overlap": ([(STEP, [body(), body(2, x=540)])], ("tainted", "overlaps another body")),
    "growth": ([(STEP, [body(width=180)])], ("tainted", "changed size at once")),
    "shrinking": ([(STEP, [body(height=160)])], ("tainted", "changed size at once")),
    "no size at all": ([(STEP, [body(height=0)])], ("tainted", "changed size at once")),
    "no numbers": ([(STEP, [Track(1, (float("nan"),) * 4)])], ("tainted", "changed size at once")),
    "too wide": (
        [(n * STEP, [body(width=100 + 40 * n)]) for n in range(1, 5)],
        ("tainted", "too wide for one body"),
    ),
    "time goes back": ([(-STEP, [body()])], ("tainted", "time went back")),
    "another id in its place": ([(STEP, [body(2)]), (301, [body(2)])], ("lost", "out of sight")),
}


@pytest.mark.parametrize("case", LOST)
def test_ceasing_to_be_the_visitor(bound, case):
    frames, expected = LOST[case]
    for ms, tracks in frames:
        bound.show(*tracks, at=LAST + ms * 1_000_000)
    assert [(state, why) for _, state, why in bound.said[1:]] == ([expected] if expected else [])
    assert bound.binder.visit_of(1) == (None if expected else "v")
    assert bound.binder.visit_of(2) is None


@pytest.mark.parametrize(("edge", "step"), [(50, -30), (950, 30)])
def test_walking_out_of_the_picture(bound, edge, step):
    x, at = 500, LAST
    while (x - edge) * step < 0:
        x, at = x + step, at + STEP * 1_000_000
        assert bound.show(body(x=x), at=at) == []
    assert bound.show(at=at + STEP * 1_000_000) == [("v", "left", "walked out of the picture")]


@pytest.mark.parametrize("why", ["gap", "jump", "overlap", "growth", "too wide"])
def test_doubt_ends_it_for_good(bound, why):
    frames, _ = LOST[why]
    for ms, tracks in frames:
        bound.show(*tracks, at=LAST + ms * 1_000_000)
    said = len(bound.said)
    bound.run(lambda s: [body()], first=LAST + SECOND // 2, last=LAST + 3 * SECOND)
    assert len(bound.said) == said
    assert bound.binder.visit_of(1) is None


def test_two_tracks_with_one_id_are_refused(bound):
    with pytest.raises(ValueError, match="one id"):
        bound.show(body(1), body(1, x=650), at=LAST + 1)


def test_giving_up_loses_every_body(bound):
    assert [(each.visit, each.state, each.why) for each in bound.binder.give_up("error")] == [("v", "lost", "error")]
    assert bound.binder.visit_of(1) is None


# --- shapes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 0, 10, 10), (0, 0, 10, 10), 1),
        ((0, 0, 10, 10), (5, 0, 15, 10), 1 / 3),
        ((0, 0, 10, 10), (10, 0, 20, 10), 0),
        ((0, 0, 0, 0), (0, 0, 0, 0), 0),
        ((10, 10, 0, 0), (0, 0, 10, 10), 0),
    ],
)
def test_iou(one, other, share):
    assert iou(one, other) == iou(other, one) == pytest.approx(share)


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
    ],
)
def test_inside(point, polygon, within):
    assert inside(point, polygon) is within
