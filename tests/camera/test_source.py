import itertools
import os
import threading
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.camera.source import LiveSource, SourceError, open_source
from kiosk.gate import Gate


@pytest.fixture
def clip(tmp_path):
    """Ten pictures at 20 fps; picture n is all of grey 20 n."""
    path = tmp_path / "clip.avi"
    video = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 20, (64, 48))
    for n in range(10):
        video.write(np.full((48, 64, 3), 20 * n, np.uint8))
    video.release()
    return path


def numbers(frames):
    return [round(float(frame.image.mean()) / 20) for frame in frames]


def test_a_file_is_played_at_its_own_pace(clip):
    source = open_source(str(clip))
    before = Gate.now_ns()
    frames = list(source.frames())
    assert source.size == (64, 48)
    assert 0.4e9 < Gate.now_ns() - before < 1.5e9
    assert numbers(frames) == sorted(set(numbers(frames)))
    assert all(before < a.t_ns < b.t_ns for a, b in itertools.pairwise(frames))


def test_pictures_that_come_too_late_are_left_out(clip):
    source = open_source(str(clip))
    seen, start = [], time.monotonic()
    for frame in source.frames():
        seen.append(frame)
        time.sleep(0.16)
    assert time.monotonic() - start < 0.9
    assert len(seen) < 7


def test_a_looped_file_begins_again(clip):
    source = open_source(str(clip), loop=True)
    seen = numbers(itertools.islice(source.frames(), 14))
    source.close()
    assert seen.count(0) == 2


def test_closing_ends_the_frames_from_another_thread(clip):
    source = open_source(str(clip), loop=True)
    threading.Timer(0.2, source.close).start()
    assert len(list(source.frames())) < 10


def test_the_scene_is_drawn_and_takes_directions():
    source = open_source("scene")
    source.command("enter teal")
    with pytest.raises(ValueError, match="no figure"):
        source.command("enter nobody")
    frames = list(itertools.islice(source.frames(), 3))
    source.close()
    assert source.size == (960, 540)
    assert frames[0].image.shape == (540, 960, 3)


def test_only_the_scene_takes_directions(clip):
    with pytest.raises(ValueError, match="Only the drawn scene"):
        open_source(str(clip)).command("enter teal")


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        ("{tmp}/none.mp4", r"The file .*none.mp4 does not exist\. Correct"),
        ("{tmp}", r"is not a file\. Name"),
        ("{tmp}/text.mp4", r"is not a video that OpenCV can read\. Give"),
        ("{tmp}/empty.mp4", r"is not a video that OpenCV can read\. Give"),
        ("http://user:secret@127.0.0.1:9/stream", r"The camera at http://127.0.0.1:9/stream does not answer\. Check"),
        ("97", r"There is no camera /dev/video97\. Plug"),
        ("/dev/video97", r"There is no camera /dev/video97\. Plug"),
    ],
)
def test_a_source_that_cannot_be_had_is_one_clear_sentence(spec, text, tmp_path, capfd):
    (tmp_path / "text.mp4").write_text("this is no video\n" * 100)
    (tmp_path / "empty.mp4").touch()
    with pytest.raises(SourceError, match=text) as error:
        open_source(spec.format(tmp=tmp_path))
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)
    assert capfd.readouterr() == ("", ""), "OpenCV stays quiet"


def test_a_file_that_may_not_be_read_is_said(clip, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SourceError, match="may not be read"):
        open_source(str(clip))


class Device:
    """What cv2.VideoCapture does for a camera: one picture every 20 ms, `pictures` of them."""

    def __init__(self, pictures):
        self.left, self.n, self.released = pictures, 0, False

    def read(self):
        if self.n >= self.left:
            return False, None
        time.sleep(0.02)
        self.n += 1
        return True, np.full((48, 64, 3), self.n % 256, np.uint8)

    def release(self):
        self.released = True


def test_a_slow_reader_gets_the_newest_picture_of_a_live_source():
    device = Device(10_000)
    source = LiveSource("The camera", device)
    frames = source.frames()
    for _ in range(3):
        time.sleep(0.2)
        newest = device.n
        frame = next(frames)
        assert int(frame.image[0, 0, 0]) >= newest - 1  # which may be on its way
    source.close()
    assert device.released
    assert list(frames) == []


def test_a_live_source_that_ends_is_said():
    source = LiveSource("The camera /dev/video3", Device(5))
    with pytest.raises(SourceError, match="/dev/video3 stopped sending pictures"):
        list(source.frames())
    source.close()


def test_a_live_source_that_falls_silent_is_said(monkeypatch):
    monkeypatch.setattr("kiosk.camera.source.SILENCE_SECONDS", 0.3)
    device = Device(10_000)
    source = LiveSource("The camera", device)
    stuck = threading.Event()
    monkeypatch.setattr(device, "read", lambda: (not stuck.wait(2), None))
    with pytest.raises(SourceError, match="stopped sending"):
        list(source.frames())
    stuck.set()
    source.close()


def test_a_device_without_a_picture_is_said():
    with pytest.raises(SourceError, match="sends no picture"):
        LiveSource("The camera", Device(0))


def test_the_drawn_scene_is_the_only_picture_shipped():
    room = Path(__file__).resolve().parents[2] / "kiosk" / "camera"
    assert not [path for path in room.rglob("*") if path.suffix in (".png", ".jpg", ".mp4", ".gif", ".onnx")]
