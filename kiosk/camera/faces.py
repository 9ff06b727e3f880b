"""The only place that looks for faces, and only in pixels that a permit gave."""

from pathlib import Path

import cv2
import numpy as np

from kiosk.gate import Permit
from kiosk.gate.bodies import Box, area, iou

UPPER = 0.5  # the part of a body's box in which its face is
NARROW, WIDE = 160, 320  # a face is looked for at a width in between


class ModelError(RuntimeError):
    """The face model cannot be used; the message says which, why, and what to do."""


class FaceDetector:
    """OpenCV's own Haar cascade, or YuNet where a model file is given. Raises ModelError.

    calls: how often pixels were searched; faces: how many were found.
    """

    def __init__(self, model: Path | None = None):
        self.calls = 0
        self.faces = 0
        self._yunet = _yunet(model) if model else None
        self._haar = None if model else cv2.CascadeClassifier(f"{cv2.data.haarcascades}haarcascade_frontalface_alt2.xml")

    def find(self, permit: Permit, image: np.ndarray) -> list[Box]:
        """Faces in the upper half of the permitted body, as x1, y1, x2, y2 in the whole picture's pixels.

        Raises kiosk.gate.Denied, which ends the permit's `with` block, before any pixel is read.
        """
        crop = permit.crop(image)
        top, left = permit.origin
        head = crop[: round(crop.shape[0] * UPPER)]
        if min(head.shape[:2]) < 16:
            return []
        scale = min(max(head.shape[1], NARROW), WIDE) / head.shape[1]
        head = cv2.resize(head, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
        self.calls += 1
        if self._yunet:
            self._yunet.setInputSize((head.shape[1], head.shape[0]))
            found = self._yunet.detect(head)[1]
        else:
            grey = cv2.equalizeHist(cv2.cvtColor(head, cv2.COLOR_BGR2GRAY))
            least = head.shape[1] // 6
            found = self._haar.detectMultiScale(grey, 1.1, 4, minSize=(least, least))
        boxes = [] if found is None else [tuple(float(side) / scale for side in face[:4]) for face in found]
        faces = _apart([(left + x, top + y, left + x + width, top + y + height) for x, y, width, height in boxes])
        self.faces += len(faces)
        return faces


def _apart(faces: list[Box]) -> list[Box]:
    """Without those that lie on a larger one: a detector may find one face twice."""
    kept: list[Box] = []
    for face in sorted(faces, key=area, reverse=True):
        if not any(iou(face, other) > 0 for other in kept):
            kept.append(face)
    return kept


def _yunet(model: Path) -> cv2.FaceDetectorYN:
    if not model.is_file():
        raise ModelError(f"The face model {model} does not exist. Correct face_model, or leave it out to use OpenCV's own.")
    try:
        return cv2.FaceDetectorYN.create(str(model), "", (WIDE, WIDE), 0.7)
    except cv2.error as error:
        raise ModelError(
            f"The face model {model} is not a YuNet model that OpenCV {cv2.__version__} can read. "
            "Get face_detection_yunet from the OpenCV model zoo, or leave face_model out."
        ) from error
