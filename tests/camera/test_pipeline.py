import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.camera.faces import FaceDetector
from kiosk.camera.pipeline import BAR, Camera
from kiosk.camera.redaction import INK, head_part
from kiosk.camera.scene import SPOT, Scene
from kiosk.camera.source import Frame
from kiosk.camera.tally import Tally, read
from kiosk.gate.bodies import SECOND, inside
from kiosk.gate.messages import now_ns

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from pathlib import Path
from kiosk.camera.pipeline import run
from kiosk.camera.scene import SPOT
folder = Path(sys.argv[1])
sys.exit(run(sys.argv[2], SPOT, folder / "gate.sock", "door", None, folder / "tally.json", folder / "out", control=True))
"""


class Running:
    def __init__(self, folder, spec="scene"):
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, str(folder), spec],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def ask(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        """The exit code and what was said on stderr."""
        _, errors = self.process.communicate(timeout=10)
        return self.process.returncode, errors


@pytest.fixture
def start(tmp_path):
    started = []

    def one(*spec):
        started.append(Running(tmp_path, *spec))
        return started[-1]

    yield one
    for running in started:
        running.process.kill()
        running.process.communicate()


@pytest.fixture
def camera(tmp_path):
    camera = Camera((960, 540), SPOT, tmp_path / "none.sock", "door", FaceDetector(), Tally(tmp_path / "tally.json"))
    yield camera
    camera.close()


def film(camera, scene, start, seconds, fps=10):
    base = now_ns()
    for n in range(round(seconds * fps)):
        t = start + n / fps
        frame = Frame(scene.draw(t), base + round(t * SECOND))
        camera.step(frame)
        yield t, frame


def test_the_control_channel(start, tmp_path):
    running = start()
    while running.ask("report")["frames"] < 35:
        time.sleep(0.1)
    assert running.ask("scene enter teal") == {"scene": "enter teal"}
    assert "no figure" in running.ask("scene enter nobody")["error"]
    assert "report or quit" in running.ask("dance")["error"]
    assert "report or quit" in running.ask("picture")["error"]
    time.sleep(1.5)
    assert running.ask("picture visit/one.png") == {"picture": str(tmp_path / "out" / "visit" / "one.png")}
    assert cv2.imread(str(tmp_path / "out" / "visit" / "one.png")).shape == (540 + BAR, 960, 3)
    report = running.ask("report")
    assert report["phase"] == "dark"
    assert report["detector_calls"] == report["faces"] == 0
    assert report["counters"]["frames"] == report["frames"]
    (track,) = report["tracks"]
    assert track["allowed"] is False
    assert track["why"].startswith("no kiosk")
    assert report["tally"]["entered"] == 1
    running.process.stdin.write("quit\n")
    assert running.end() == (0, "")
    assert read(tmp_path / "tally.json").popitem()[1].entered == 1


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(start, sign):
    running = start()
    running.ask("report")
    running.process.send_signal(sign)
    assert running.end() == (0, "")


def test_the_end_of_its_orders_ends_it(start):
    running = start()
    running.ask("report")
    running.process.stdin.close()
    running.process.stdin = None
    assert running.end() == (0, "")


def test_a_source_that_cannot_be_had_is_one_line(start, tmp_path):
    running = start(str(tmp_path / "none.mp4"))
    code, errors = running.end()
    assert code == 1
    assert errors == f"The file {tmp_path / 'none.mp4'} does not exist. Correct --source, or the source in store.toml.\n"


def test_pictures_for_people_are_covered_from_the_first_body_on(camera):
    scene = Scene()
    scene.command("enter teal", 2.2)
    scene.command("enter plum beside", 3.0)
    both = 0
    for t, frame in film(camera, scene, 0, 5.6):
        if t < 0.2 or t > 5:
            picture = camera.annotated(frame)
        bodies = camera.view.denied
        assert camera.view.allowed == ()
        if t > 5:
            both += len(bodies) == 2
            for face in scene.faces(t).values():
                x1, y1, x2, y2 = (round(side) for side in face)
                assert (picture[BAR + y1 + 8 : BAR + y2 - 2, x1 + 2 : x2 - 2] == INK).all()
    assert both > 3
    assert camera.faces.calls == 0
    assert camera.tally.today.entered == 2


def test_a_body_missed_for_a_moment_stays_covered(camera):
    scene = Scene()
    scene.command("enter teal", 2.2)
    frames = list(film(camera, scene, 0, 4.5))
    (body,) = camera.view.denied
    frame = Frame(frames[-1][1].image, frames[-1][1].t_ns + SECOND // 15)
    camera._bodies.find = lambda image, t_ns: []
    assert camera.step(frame).denied == ()
    x1, y1, x2, y2 = (round(side) for side in head_part(body.box))
    assert (camera.annotated(frame)[BAR + y1 + 8 : BAR + y2 - 8, x1 + 8 : x2 - 8] == INK).all()


def test_before_the_room_is_learnt_the_whole_picture_is_coarse(camera):
    scene = Scene()
    scene.command("enter teal", 0)
    frame = Frame(scene.draw(3.0), now_ns())
    camera.step(frame)
    picture = camera.annotated(frame)[BAR:]
    blocks = picture[100:180, 440:520]
    assert len(np.unique(blocks.reshape(-1, 3), axis=0)) <= 9


def test_a_small_picture_is_annotated_at_a_size_that_can_be_read(tmp_path):
    camera = Camera(
        (320, 240), [(0, 0.8), (1, 0.8), (1, 1), (0, 1)], tmp_path / "s", "x", FaceDetector(), Tally(tmp_path / "t")
    )
    frame = Frame(np.full((240, 320, 3), 128, np.uint8), now_ns())
    camera.step(frame)
    assert camera.annotated(frame).shape == (720 + BAR, 960, 3)
    assert inside((160, 240), camera._spot), "feet on the picture's very edge stand in a spot that ends with it"
    camera.close()
