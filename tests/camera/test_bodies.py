import numpy as np
import pytest

from kiosk.camera.bodies import BodyDetector
from kiosk.gate.bodies import SECOND, iou

WIDTH, HEIGHT = 320, 180
MIDDLE, LEFT = (140, 40, 180, 165), (75, 45, 115, 167)


def speckle(seed, height, width, low, high, grain=4):
    """A surface with structure, as real ones have."""
    coarse = np.random.default_rng(seed).uniform(low, high, (height // grain + 1, width // grain + 1, 3))
    return np.kron(coarse, np.ones((grain, grain, 1)))[:height, :width]


ROOM = speckle(1, HEIGHT, WIDTH, 120, 190)
PERSON = speckle(2, HEIGHT, WIDTH, 20, 230)


class Film:
    """Pictures of a room with a little noise, and the clock."""

    def __init__(self, fps=5):
        self.fps, self.t_ns = fps, SECOND
        self.random = np.random.default_rng(3)
        self.detector = BodyDetector(WIDTH, HEIGHT)

    def shoot(self, *people, light=1.0, shade=None, sun=None):
        picture = ROOM.copy()
        for x1, y1, x2, y2 in people:
            picture[y1:y2, x1:x2] = PERSON[: y2 - y1, : x2 - x1]
        if shade:
            x1, y1, x2, y2 = shade
            picture[y1:y2, x1:x2] *= 0.75
        if sun:
            x1, y1, x2, y2 = sun
            picture[y1:y2, x1:x2] *= 1.3
        picture = picture * light + self.random.normal(0, 2, (HEIGHT, WIDTH, 1)).astype(np.float32)
        self.t_ns += SECOND // self.fps
        return self.detector.find(picture.clip(0, 255).astype(np.uint8), self.t_ns)

    def roll(self, seconds, *people, **how):
        return [self.shoot(*people, **how) for _ in range(round(seconds * self.fps))]


@pytest.fixture
def film(request):
    film = Film(getattr(request, "param", 5))
    film.roll(5)
    assert film.detector.ready
    return film


def matches(found, *people):
    return len(found) == len(people) and all(iou(box, person) > 0.75 for box, person in zip(found, sorted(people), strict=True))


def test_nobody_is_reported_while_the_room_is_learnt():
    film = Film(fps=10)
    assert film.roll(0.6, MIDDLE) == [[]] * 6
    assert not film.detector.ready
    film.roll(0.3)
    assert not film.detector.ready
    film.roll(3)
    assert film.detector.ready


def test_it_is_not_ready_while_the_room_has_not_been_seen_empty():
    film = Film()
    film.roll(1, MIDDLE)
    for x in range(0, 100, 5):  # what was taken for the room begins to walk
        film.shoot((MIDDLE[0] - x, MIDDLE[1], MIDDLE[2] - x, MIDDLE[3]))
        assert not film.detector.ready
    film.roll(4)
    assert film.detector.ready


def test_an_empty_room_stays_empty(film):
    assert film.roll(8) == [[]] * 40


@pytest.mark.parametrize("film", [3], indirect=True)
def test_someone_who_stands_still_for_a_minute_stays_one_body(film):
    assert all(matches(found, MIDDLE) for found in film.roll(60, MIDDLE))
    film.roll(2)
    assert film.roll(2) == [[]] * 6


@pytest.mark.parametrize("film", [2], indirect=True)
def test_furniture_becomes_part_of_the_room(film):
    film.roll(90, MIDDLE)
    film.roll(8, MIDDLE)
    assert film.roll(3, MIDDLE) == [[]] * 6
    assert all(matches(found, LEFT) for found in film.roll(2, MIDDLE, LEFT))


def test_the_hole_left_by_someone_who_was_there_from_the_start_closes():
    film = Film()
    film.roll(3, MIDDLE)
    film.roll(1)
    assert film.roll(8) == [[]] * 40


def test_two_people_with_a_gap_are_two_bodies(film):
    assert all(matches(found, MIDDLE, LEFT) for found in film.roll(10, MIDDLE, LEFT))


def heads(*people):
    """Bodies with a head narrower than the shoulders, as x of the middle and height."""
    parts = []
    for x, tall in people:
        top, wide = 170 - tall, tall * 3 // 10
        parts.append((x - wide // 6, top, x + wide // 6, top + tall // 5))
        parts.append((x - wide // 2, top + tall // 5, x + wide // 2, 170))
    return parts


@pytest.mark.parametrize("second", [120, 80, 70], ids=["adult", "child", "small child"])
def test_two_people_hand_in_hand_share_a_box_for_two(film, second):
    second_middle = 140 + 18 + second * 3 // 20 + 3
    hands = (155, 124, 170, 130)
    for found in film.roll(3, *heads((140, 125), (second_middle, second)), hands):
        one, other = found
        assert one == other, "one box, once for each head"


def test_one_person_with_a_head_is_one_body(film):
    assert {len(found) for found in film.roll(3, *heads((140, 125)))} == {1}


def test_two_blocks_without_heads_that_touch_are_one_wide_body(film):
    beside = (MIDDLE[2] - 3, 42, MIDDLE[2] + 37, 166)
    for found in film.roll(3, MIDDLE, beside):
        assert len(found) == 1
        assert found[0][2] - found[0][0] > 72


def test_a_shirt_in_the_wall_s_colour_does_not_cut_a_body_in_two(film):
    film.roll(2, MIDDLE)
    head, legs = (150, 40, 170, 75), (142, 100, 178, 165)
    for found in film.roll(2, head, legs):
        assert len(found) == 1
        assert iou(found[0], (142, 40, 178, 165)) > 0.75


@pytest.mark.parametrize("light", [0.45, 1.6])
def test_a_switched_light_is_learnt_anew_and_nobody_is_reported(film, light):
    film.roll(2, MIDDLE)
    assert film.shoot(MIDDLE, light=light) == []
    assert not film.detector.ready
    film.roll(2, light=light)
    film.roll(2, light=light)
    assert film.detector.ready
    assert film.roll(2, light=light) == [[]] * 10
    assert matches(film.shoot(LEFT, light=light), LEFT)


@pytest.mark.parametrize("light", [0.87, 1.15])
def test_a_camera_that_adjusts_its_exposure_loses_and_finds_nobody(film, light):
    film.roll(2, MIDDLE)
    assert all(matches(found, MIDDLE) for found in film.roll(5, MIDDLE, light=light))
    film.roll(2, light=light)
    assert film.roll(2, light=light) == [[]] * 10


def test_a_shadow_is_no_body(film):
    assert film.roll(3, shade=(50, 50, 110, 170)) == [[]] * 15


def test_the_room_in_a_strip_of_sunlight_is_no_body(film):
    assert film.roll(3, sun=(100, 40, 150, 170)) == [[]] * 15


def test_what_is_small_is_no_body(film):
    assert film.roll(3, (150, 100, 165, 117)) == [[]] * 15


def test_boxes_stay_inside_the_picture(film):
    for found in film.roll(1, (0, 30, 35, HEIGHT)):
        (x1, y1, x2, y2), *others = found
        assert not others
        assert 0 <= x1 < x2 <= WIDTH
        assert 0 <= y1 < y2 <= HEIGHT
