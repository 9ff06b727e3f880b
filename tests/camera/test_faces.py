import ast
from pathlib import Path

import numpy as np
import pytest

from kiosk.camera.faces import FaceDetector, ModelError, _apart
from kiosk.camera.scene import Scene
from kiosk.gate import Denied, Track, View

ROOM = Path(__file__).resolve().parents[2] / "kiosk" / "camera"
YUNET = Path(__file__).resolve().parents[3] / "shared" / "models" / "yunet_n_320_320.onnx"
DETECTORS = {"CascadeClassifier", "FaceDetectorYN", "HOGDescriptor", "dnn", "FaceRecognizerSF"}
SEARCHES = {"detect", "detectMultiScale", "detectMultiScale2", "detectMultiScale3"}


class Standing:
    """A permit that still stands, for one box of a picture."""

    def __init__(self, box):
        self.x1, self.y1, self.x2, self.y2 = (round(side) for side in box)
        self.origin = self.y1, self.x1
        self.crops = 0

    def crop(self, image):
        self.crops += 1
        return image[self.y1 : self.y2, self.x1 : self.x2]


@pytest.fixture(scope="module")
def visitor():
    scene = Scene()
    scene.command("enter teal", 0)
    return scene.draw(3.0), scene.boxes(3.0)["teal"], scene.faces(3.0)["teal"]


@pytest.fixture(params=["haar", "yunet"])
def detector(request):
    if request.param == "yunet" and not YUNET.exists():
        pytest.skip(f"the YuNet model is not in {YUNET.parent}")
    return FaceDetector(YUNET if request.param == "yunet" else None)


def test_a_face_is_found_in_the_whole_picture_s_pixels(detector, visitor):
    picture, body, (x1, y1, x2, y2) = visitor
    permit = Standing(body)
    ((left, top, right, bottom),) = detector.find(permit, picture)
    assert left < (x1 + x2) / 2 < right
    assert top < (y1 + y2) / 2 < bottom
    assert right - left == pytest.approx(x2 - x1, rel=0.6)
    assert (detector.calls, detector.faces, permit.crops) == (1, 1, 1)


def test_only_the_upper_half_of_the_body_is_looked_at(detector, visitor):
    picture, (x1, y1, x2, _), _ = visitor
    assert detector.find(Standing((x1, y1 - 100, x2, y1 + 100)), picture) == []
    assert detector.calls == 1


def test_without_permission_no_pixel_is_read(detector, visitor):
    picture, body, _ = visitor
    track = Track(1, body)
    with View((), (track,), {1: "no permission"}).permit(track, "dwell") as permit:
        detector.find(permit, picture)
        pytest.fail("the block must end at the refused crop")
    assert (detector.calls, detector.faces) == (0, 0)
    with pytest.raises(Denied):
        detector.find(View().permit(track, "dwell"), picture)


def test_one_face_is_not_counted_twice():
    big, inside, beside = (0.0, 0.0, 40.0, 40.0), (10.0, 10.0, 30.0, 35.0), (50.0, 0.0, 80.0, 30.0)
    assert _apart([inside, beside, big]) == [big, beside]
    assert _apart([]) == []


def test_a_sliver_of_a_body_is_not_worth_a_look(detector):
    assert detector.find(Standing((10, 10, 20, 200)), np.zeros((300, 300, 3), np.uint8)) == []
    assert detector.calls == 0


def test_a_model_that_is_missing_is_said(tmp_path):
    with pytest.raises(ModelError, match=r"face\.onnx does not exist\. Correct face_model"):
        FaceDetector(tmp_path / "face.onnx")


def test_a_model_that_is_none_is_said(tmp_path, capfd):
    (tmp_path / "face.onnx").write_bytes(b"no model" * 100)
    with pytest.raises(ModelError, match=r"face\.onnx is not a YuNet model"):
        FaceDetector(tmp_path / "face.onnx")
    assert capfd.readouterr() == ("", "")


def uses(tree, names):
    """(name, enclosing functions) of every mention of a name or attribute."""
    found = []

    def walk(node, inside):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inside = (*inside, getattr(node, "name", "lambda"))
        name = getattr(node, "attr", getattr(node, "id", None))
        if isinstance(node, ast.Attribute | ast.Name) and name in names:
            found.append((name, inside))
        for child in ast.iter_child_nodes(node):
            walk(child, inside)

    walk(tree, ())
    return found


def test_a_face_detector_is_made_and_used_in_one_place_only():
    made, used = {}, {}
    for path in sorted(ROOM.rglob("*.py")):
        tree = ast.parse(path.read_text())
        made[path.name], used[path.name] = uses(tree, DETECTORS), uses(tree, SEARCHES)
    assert {name for name, found in made.items() if found} == {"faces.py"}
    assert {name for name, found in used.items() if found} == {"faces.py"}
    assert sorted(used["faces.py"]) == [("detect", ("find",)), ("detectMultiScale", ("find",))]


def test_pixels_for_the_detector_come_from_the_permit_alone():
    tree = ast.parse((ROOM / "faces.py").read_text())
    (find,) = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "find"]
    mentions = [node for node in ast.walk(find) if isinstance(node, ast.Name) and node.id == "image"]
    (crop,) = [node for node in ast.walk(find) if isinstance(node, ast.Call) and ast.unparse(node.func) == "permit.crop"]
    assert mentions == crop.args, "the whole picture goes into permit.crop and nowhere else"
