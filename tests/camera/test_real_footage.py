"""Real people, a real kiosk process, a real socket: how often was a face looked for, and where?"""

import base64
from pathlib import Path

import cv2
import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.camera.faces import FaceDetector
from kiosk.camera.pipeline import Camera
from kiosk.camera.source import open_source
from kiosk.camera.tally import Tally
from kiosk.gate.bodies import SECOND

SHARED = Path(__file__).resolve().parents[3] / "shared"
QUEUE = SHARED / "data" / "one-by-one-person-detection.mp4"
TRIO = SHARED / "data" / "face-demographics-walking-and-pause.gif"
YUNET = SHARED / "models" / "yunet_n_320_320.onnx"

TABLE = [(0.42, 0.78), (0.72, 0.78), (0.72, 1.0), (0.42, 1.0)]
NEAR = [(0.0, 0.9), (0.9, 0.9), (0.9, 1.0), (0.0, 1.0)]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (QUEUE.exists() and TRIO.exists()), reason=f"the test footage is not in {SHARED / 'data'}"),
]


def read(path: Path) -> list[np.ndarray]:
    video, images = cv2.VideoCapture(str(path)), []
    while True:
        ok, image = video.read()
        if not ok:
            return images
        images.append(image)


def write(path: Path, images: list[np.ndarray], fps: float) -> Path:
    height, width = images[0].shape[:2]
    video = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), fps, (width, height))
    for image in images:
        video.write(image)
    video.release()
    return path


def far(image: np.ndarray) -> np.ndarray:
    """The picture as a wider lens would take it."""
    wider = np.full_like(image, 128)
    height, width = image.shape[0] * 6 // 10, image.shape[1] * 6 // 10
    wider[-height:, 90 : 90 + width] = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    return wider


@pytest.fixture(scope="module")
def at_the_table(tmp_path_factory):
    """Two seconds of the empty room, then a man who stands at the table with his back to the camera."""
    video, images = cv2.VideoCapture(str(QUEUE)), []
    video.set(cv2.CAP_PROP_POS_FRAMES, 210)
    while len(images) < 120:
        images.append(video.read()[1])
    return write(tmp_path_factory.mktemp("clips") / "table.avi", images[:12] * 2 + images[40:], 10)


@pytest.fixture(scope="module")
def trio():
    """The three people's pictures, and their room without them: its walls drawn down to the floor."""
    images = read(TRIO)
    room = images[0].copy()
    room[45:, 12:440] = room[44, 12:440]
    return images, room


class Watched(FaceDetector):
    """Checks at every look that nothing but the bound body's own pixels can matter."""

    def __init__(self, model: Path | None = None):
        super().__init__(model)
        self.bodies: list[tuple[float, ...]] = []

    def find(self, permit, image):
        x1, y1, x2, y2 = permit._track.box
        self.bodies.append((x1, y1, x2, y2))
        body = slice(max(0, round(y1)), round(y2)), slice(max(0, round(x1)), round(x2))
        alone = np.full_like(image, 255)
        alone[body] = image[body]
        found = super().find(permit, alone)
        calls, faces = self.calls, self.faces
        assert found == super().find(permit, image)
        self.calls, self.faces = calls, faces
        for left, top, right, bottom in found:
            assert x1 - 8 <= left and y1 - 8 <= top and right <= x2 + 8 and bottom <= (y1 + y2) / 2 + 8
        return found


class Play:
    """A camera on a clip in real time; `script` says what happens when, in seconds from the first picture."""

    def __init__(self, clip, spot, kiosk, tally, model=None):
        self.source = open_source(str(clip))
        self.faces = Watched(model)
        self.camera = Camera(self.source.size, spot, kiosk.socket, "door", self.faces, Tally(tally))
        self.calls: list[tuple[float, int]] = []
        self.reasons: set[str] = set()
        self.bodies = 0

    def run(self, script, until):
        script, start = dict(script), None
        for frame in self.source.frames():
            start = start or frame.t_ns
            t = (frame.t_ns - start) / SECOND
            for when in [when for when in script if when <= t]:
                script.pop(when)()
            view = self.camera.step(frame)
            self.bodies += len(view.allowed) + len(view.denied)
            self.reasons |= set(view.reasons.values())
            self.calls.append((t, self.faces.calls))
            if t > until:
                break
        assert not script, "the clip ended before the story did"
        self.source.close()
        self.camera.close()
        return self

    def between(self, start: float, end: float) -> int:
        """Looks for a face in the pictures of this stretch."""
        before = max((calls for t, calls in self.calls if t < start), default=0)
        return max(calls for t, calls in self.calls if t <= end) - before


@pytest.fixture
def play(kiosk, tmp_path):
    return lambda clip, spot, model=None: Play(clip, spot, kiosk, tmp_path / "tally.json", model)


def test_no_face_is_looked_for_without_a_yes_nor_after_a_no(play, kiosk, at_the_table):
    story = play(at_the_table, TABLE).run({3.2: lambda: kiosk.tell("revoke a")}, until=4.2)
    assert story.bodies > 15
    assert story.reasons == {"no permission"}
    assert story.faces.calls == 0
    assert story.camera.tally.today.looks == 0
    assert story.camera.tally.today.dwell_seconds == 0
    assert story.camera.tally.today.entered == 1


def test_a_yes_lets_the_bound_body_be_looked_at_until_it_is_taken_back(play, kiosk, at_the_table):
    story = play(at_the_table, TABLE)
    story.run({3.2: lambda: kiosk.tell("grant a"), 4.8: lambda: kiosk.tell("revoke a")}, until=6.2)
    assert ["bound", "a", "bound"] in kiosk.said()
    assert story.between(0, 3.2) == 0
    assert story.between(3.2, 4.8) > 2
    assert story.between(5.2, 6.2) == 0
    width, height = story.source.size
    for x1, y1, x2, y2 in story.faces.bodies:
        assert 0.4 * width < x1 < x2 < 0.75 * width, "the man at the table, and no more of the room"
        assert y2 - y1 > 0.7 * height
    today = story.camera.tally.today
    assert today.visits_analysed == 1
    assert today.looks == story.faces.calls
    assert (today.visits_with_face, today.dwell_seconds) == (0, 0), "nobody's stay is timed whose face was never found"


def test_a_yes_that_is_taken_back_is_taken_out_of_the_sums_and_signed_for(play, kiosk, at_the_table):
    key = Ed25519PrivateKey.generate()
    story = play(at_the_table, TABLE)
    story.camera._key = key
    story.run({3.2: lambda: kiosk.tell("grant a"), 4.8: lambda: kiosk.tell("withdraw a")}, until=6.2)
    assert story.between(3.2, 4.8) > 2
    today = story.camera.tally.today
    assert (today.looks, today.visits_analysed, today.dwell_seconds) == (0, 0, pytest.approx(0))
    assert today.entered == 1
    (said,) = [words for words in kiosk.said() if words[0] == "erased"]
    _, visit, camera, statement, counts, public, signature = said
    assert (visit, camera) == ("a", "door")
    assert counts["looks"] == story.faces.calls
    assert counts["seconds"] in (1, 2)
    assert base64.b64decode(public) == key.public_key().public_bytes_raw()
    key.public_key().verify(base64.b64decode(signature), statement.encode())
    assert f"looks {counts['looks']}\n" in statement


def test_who_was_never_looked_at_leaves_nothing_to_erase(play, kiosk, at_the_table):
    play(at_the_table, TABLE).run({3.2: lambda: kiosk.tell("withdraw a")}, until=4.2)
    (said,) = [words for words in kiosk.said() if words[0] == "erased"]
    assert said[4:] == [{}, "", ""]


class TwoFaced(Watched):
    def find(self, permit, image):
        return super().find(permit, image) + [(0.0, 0.0, 9.0, 9.0), (9.0, 0.0, 18.0, 9.0)]


def test_two_faces_in_one_body_are_never_kept_and_end_it_at_the_second_look(play, kiosk, at_the_table):
    story = play(at_the_table, TABLE)
    story.faces = story.camera.faces = TwoFaced()
    story.run({3.2: lambda: kiosk.tell("grant a")}, until=5.2)
    assert ["bound", "a", "tainted"] in kiosk.said()
    assert story.faces.calls == 2
    assert story.camera.tally.today.looks == 0
    assert "more faces than people" in story.reasons


def test_a_killed_kiosk_ends_it_within_the_lease(play, kiosk, at_the_table):
    story = play(at_the_table, TABLE).run({3.2: lambda: kiosk.tell("grant a"), 4.4: kiosk.kill}, until=6.4)
    assert story.between(3.2, 4.4) > 1
    assert story.between(5.4, 6.4) == 0
    assert any(reason.startswith("no kiosk") for reason in story.reasons)


def test_three_people_at_once_are_never_looked_at(play, kiosk, trio, tmp_path):
    images, room = trio
    clip = write(tmp_path / "trio.avi", [far(room)] * 27 + [far(image) for image in images + images[:20:-1]], 12.5)
    story = play(clip, NEAR).run({3.6: lambda: kiosk.tell("grant a")}, until=5.2)
    assert story.bodies > 20
    assert any(words[:2] == ["bound", "a"] and words[2] == "ambiguous" for words in kiosk.said())
    assert ["bound", "a", "bound"] not in kiosk.words
    assert story.faces.calls == 0


def test_the_moving_picture_file_itself_opens_and_allows_nothing(play, kiosk):
    story = play(TRIO, NEAR).run({1.0: lambda: kiosk.tell("grant a")}, until=2.2)
    assert story.source.size == (480, 270)
    assert story.faces.calls == 0


@pytest.mark.skipif(not YUNET.exists(), reason=f"the YuNet model is not in {YUNET.parent}")
def test_a_real_face_is_found_inside_the_permitted_body(play, kiosk, trio, tmp_path):
    images, room = trio
    alone = []
    for image in images + images[:15:-1] + images[16:]:
        only = room.copy()
        only[:, :146] = image[:, :146]
        alone.append(only)
    clip = write(tmp_path / "alone.avi", [room] * 27 + alone, 12.5)
    story = play(clip, NEAR, YUNET).run({4.0: lambda: kiosk.tell("grant a")}, until=6.0)
    assert ["bound", "a", "bound"] in kiosk.said()
    assert story.between(0, 4.0) == 0
    assert story.faces.faces > 2
    assert story.camera.tally.today.visits_with_face == 1
    assert story.camera.tally.today.looks_with_face == story.faces.faces
    assert 0.5 < story.camera.tally.today.dwell_seconds < 2.5
