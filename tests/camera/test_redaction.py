import cv2
import numpy as np
import pytest

from kiosk.camera.drawing import LOOKS
from kiosk.camera.redaction import INK, cover_all, cover_heads, head_part
from kiosk.camera.scene import Scene


def solid(image, box):
    x1, y1, x2, y2 = (round(side) for side in box)
    part = image[max(0, y1) : y2, max(0, x1) : x2]
    return part.size > 0 and bool((part == INK).all())


@pytest.mark.parametrize("name", LOOKS)
def test_the_whole_face_is_covered_wherever_the_body_is(name):
    scene = Scene()
    scene.command(f"enter {name}", 0)
    for t in (0.4, 0.8, 1.2, 3.0):
        picture, face = scene.draw(t), scene.faces(t)[name]
        assert not solid(picture, face)
        cover_heads(picture, [scene.boxes(t)[name]])
        assert solid(picture, face)


def test_a_body_cut_short_by_the_picture_s_edge_is_covered_deeper():
    full, short = (100, 100, 200, 400), (100, 100, 200, 240)
    assert head_part(short)[3] - 100 > 0.5 * (240 - 100)
    assert head_part(full)[3] - 100 < 0.4 * (400 - 100)


def test_nothing_else_is_touched():
    picture = np.random.default_rng(1).integers(100, 200, (540, 960, 3), np.uint8)
    before = picture.copy()
    cover_heads(picture, [(300.0, 100.0, 400.0, 450.0)])
    changed = (picture != before).any(axis=2)
    rows, columns = np.nonzero(changed)
    assert (columns.min(), columns.max()) == (296, 404)
    assert rows.min() == 86
    assert rows.max() < 200


@pytest.mark.parametrize("box", [(-50, -40, 60, 200), (900, 400, 1100, 700), (-900, -900, -800, -700)])
def test_a_body_that_leaves_the_picture_is_no_error(box):
    picture = np.full((540, 960, 3), 128, np.uint8)
    cover_heads(picture, [box])
    assert picture.shape == (540, 960, 3)


def test_a_picture_covered_as_a_whole_shows_no_face():
    scene = Scene()
    scene.command("enter teal", 0)
    picture = scene.draw(3.0)
    haar = cv2.CascadeClassifier(f"{cv2.data.haarcascades}haarcascade_frontalface_alt2.xml")
    assert len(haar.detectMultiScale(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))) == 1
    covered = cover_all(picture)
    assert covered.shape == picture.shape
    assert len(haar.detectMultiScale(cv2.cvtColor(covered, cv2.COLOR_BGR2GRAY))) == 0
