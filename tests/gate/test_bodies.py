"""Which body is certainly still the one that it was, frame by frame. 20 frames a second, boxes of 100 x 300."""

import pytest

from kiosk.gate.bodies import SECOND, Bodies, Limits, Track, apart, area, common, inside, iou, margin, shared
from kiosk.gate.reason import Reason

STEP = SECOND // 20
FRAME = (2000, 1000)


def body(id, x, foot=800.0, width=100.0, height=300.0):
    return Track(id, (x - width / 2, foot - height, x + width / 2, foot))


class Film:
    def __init__(self, limits=None):
        self.bodies, self.now = Bodies(FRAME, limits or Limits()), 100 * SECOND

    def show(self, *tracks, parties=()):
        self.now += STEP
        return self.bodies.follow(tracks, self.now, parties)

    def stand(self, *tracks, frames=20):
        for _ in range(frames):
            assert self.show(*tracks) == {}
        return self


# --- how well a box fits, compared with the next best choice ---------------------------------------------------------------


def test_the_margin_is_what_the_best_pair_is_ahead_of_the_next():
    was, now, far = (0, 0, 100, 100), (10, 0, 110, 100), (500, 0, 600, 100)
    fit = 90 / 110
    assert iou(was, now) == pytest.approx(fit)
    assert margin(was, now, [], []) == 1.0
    assert margin(was, now, [far], [far]) == 1.0
    assert margin(was, now, [(50, 0, 150, 100)], []) == pytest.approx(fit - 50 / 150)
    assert margin(was, now, [], [(60, 0, 160, 100)]) == pytest.approx(fit - 50 / 150)
    assert margin(was, now, [now], []) == pytest.approx(0)


def test_two_who_change_places_by_half_a_width_could_be_each_other():
    film = Film(Limits(overlap=1.0)).stand(body(1, 500), body(2, 590))
    assert film.show(body(1, 545), body(2, 550)) == {1: Reason.MARGIN, 2: Reason.MARGIN}


def test_the_trackers_own_doubt_counts_as_well():
    film = Film().stand(body(1, 500))
    assert film.show(Track(1, body(1, 500).box, 0.05)) == {1: Reason.MARGIN}


# --- out of sight, and back ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speed", "back", "doubt"), [(20, 100, None), (20, 0, Reason.GAP), (-20, -100, None), (0, 60, Reason.GAP)]
)
def test_who_was_out_of_sight_comes_back_where_they_were_going(speed, back, doubt):
    """speed and back in pixels a frame and from the last place."""
    film = Film()
    for n in range(20):
        film.show(body(1, 900 + speed * n))
    last = 900 + speed * 19
    for _ in range(4):
        film.show()
    assert film.show(body(1, last + back)) == ({1: doubt} if doubt else {})


def test_who_was_out_of_sight_comes_back_at_the_height_they_were_going_to():
    film = Film()
    for n in range(20):
        film.show(body(1, 900, foot=500 + 15 * n))
    for _ in range(4):
        film.show()
    assert film.show(body(1, 900, foot=500 + 15 * 24)) == {}


# --- who vanishes beside a body may be behind it ---------------------------------------------------------------------------


def test_who_vanishes_beside_a_body_casts_doubt_on_it_until_they_come_out():
    film = Film().stand(body(1, 500), body(2, 605))
    assert film.show(body(1, 500)) == {}
    assert film.bodies.hosts == {1}, "not to be used from the first frame on"
    film.show(body(1, 500))
    assert film.show(body(1, 500)) == {}, "a flicker of 0.1 s"
    assert film.show(body(1, 500)) == {1: Reason.OVERLAP}
    assert film.show(body(1, 500)) == {1: Reason.OVERLAP}
    for _ in range(40):
        film.show(body(1, 500))
    assert film.bodies.hosts == {1}
    film.show(body(1, 500), body(3, 640))
    assert film.bodies.hosts == set(), "somebody came out"
    film.stand(body(1, 500), body(3, 640), frames=5)


def test_a_flicker_of_the_one_beside_is_none():
    film = Film().stand(body(1, 500), body(2, 605))
    film.show(body(1, 500))
    film.show(body(1, 500))
    assert film.show(body(1, 500), body(2, 605)) == {}
    assert film.bodies.hosts == set()


@pytest.mark.parametrize("x", [700, 640])
def test_who_vanishes_at_a_distance_is_behind_nobody(x):
    film = Film().stand(body(1, 500), body(2, x))
    film.show(body(1, 500))
    assert film.bodies.hosts == set()


@pytest.mark.parametrize("x", [614, 386])
def test_side_by_side_is_a_twentieth_of_a_height(x):
    film = Film().stand(body(1, 500), body(2, x))
    film.show(body(1, 500))
    assert film.bodies.hosts == {1}


def test_what_was_seen_for_less_than_a_flicker_was_nobody():
    film = Film().stand(body(1, 500))
    film.show(body(1, 500), body(2, 605))
    film.show(body(1, 500))
    assert film.bodies.hosts == set()


def test_a_new_id_in_the_same_place_is_nobody_who_hides():
    film = Film().stand(body(1, 500), body(2, 605))
    film.show(body(1, 500), body(3, 606))
    assert film.bodies.hosts == set()


def test_nobody_hides_for_ever():
    film = Film().stand(body(1, 500), body(2, 605))
    for _ in range(101):
        film.show(body(1, 500))
    assert film.bodies.hosts == {1}
    film.show(body(1, 500))
    assert film.bodies.hosts == set()


def test_who_walks_out_of_the_picture_hides_behind_nobody():
    film = Film().stand(body(1, 145), body(2, 50))
    film.show(body(1, 145))
    assert film.bodies.hosts == set()


# --- geometry --------------------------------------------------------------------------------------------------------------

A = (10, 20, 30, 60)


@pytest.mark.parametrize(
    ("other", "parted"),
    [
        ((30, 20, 50, 60), True),
        ((-10, 20, 10, 60), True),
        ((10, 60, 30, 90), True),
        ((10, 0, 30, 20), True),
        ((29, 59, 50, 90), False),
        ((0, 0, 11, 21), False),
        ((15, 30, 20, 40), False),
        ((0, 0, 100, 100), False),
    ],
)
def test_boxes_that_have_nothing_in_common(other, parted):
    assert apart(A, other) is apart(other, A) is parted
    assert (area(common(A, other)) == 0) is parted
    assert (iou(A, other) == 0) is parted


def test_the_common_part():
    other = (20, 30, 90, 100)
    assert common(A, other) == common(other, A) == (20, 30, 30, 60)
    assert shared(A, other) == 300 / 800
    assert iou(A, other) == 300 / (800 + 4900 - 300)
    assert area((5, 5, 5, 9)) == area((5, 5, 9, 5)) == 0


def test_inside_a_triangle():
    corners = [(0, 0), (10, 0), (0, 10)]
    assert inside((2, 3), corners)
    assert not inside((6, 6), corners)
    assert not inside((-1, 3), corners)
    assert not inside((1, 1), corners[:2])


# --- several at once ---------------------------------------------------------------------------------------------------------


def test_every_pair_that_overlaps_is_in_doubt_and_whoever_is_too_wide():
    film = Film().stand(body(1, 300), body(2, 500), body(3, 900), body(4, 1100), body(5, 1600, width=240))
    doubts = film.show(body(1, 330), body(2, 400), body(3, 930), body(4, 1000), body(5, 1600, width=270))
    assert doubts.keys() == {1, 2, 3, 4, 5}
    assert doubts[5] is Reason.WIDE


def test_who_vanishes_counts_from_when_they_were_first_seen_whatever_was_in_doubt_since():
    film = Film(Limits(margin=-9)).stand(body(1, 500), body(2, 605))
    film.show(body(1, 500), body(2, 570))
    film.show(body(1, 500))
    assert 1 in film.bodies.hosts


def test_one_comes_out_while_another_vanishes():
    film = Film().stand(body(1, 500), body(2, 605), body(4, 1200), body(5, 1305))
    film.show(body(1, 500), body(4, 1200), body(5, 1305))
    assert film.bodies.hosts == {1}
    film.show(body(1, 500), body(3, 640), body(4, 1200))
    assert film.bodies.hosts == {4}
