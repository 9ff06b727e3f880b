"""Bodies by background subtraction: who is in the picture, without looking at a face."""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from kiosk.gate.bodies import SECOND, Box, area, iou

WORK_WIDTH = 480  # pictures are searched at this width at most
LEARN_NS = SECOND * 7 // 10
LEARN_FRAMES = 6
EMPTY_NS = SECOND
ADAPT_NS = 30 * SECOND  # how fast the empty room is learnt anew
ADAPT_EVERY_NS = SECOND // 10
MOST_GAIN = 1.25  # what a camera may adjust; more is a light that was switched
SWITCHED = 0.75  # share of the picture that changes when a light does
STILL_NS = 90 * SECOND  # people sway; what has not moved for so long is furniture
GHOST_NS = SECOND * 6 // 10
LIKE = 0.8  # correlation with the remembered room from which on it is that room

# In parts of the picture's height, width and area.
LEAST_HEIGHT, LEAST_WIDTH, LEAST_AREA = 0.14, 0.03, 0.005
SPECK = 0.0006
# In parts of a body's height.
NECK = 0.08  # how far the outline falls between two heads
CHILD = 0.4  # how high a head is at least
SLIM = 0.12  # how wide a body is at least


@dataclass(slots=True)
class _Blob:
    """box in work pixels; the rest tells people from furniture and from the holes they leave."""

    box: Box
    moved_ns: int
    hollow_ns: int = 0  # since when its outline is in the remembered room but not in the picture
    gone: bool = False


class BodyDetector:
    """Boxes of the bodies in each picture.

    `ready` is False until the room has been learnt and then seen without anybody for a second: people who stood still all the
    while may have been taken for the room, and nobody can say how many faces there are.
    """

    def __init__(self, width: int, height: int):
        self._scale = min(1.0, WORK_WIDTH / width)
        self._size = max(1, round(width * self._scale)), max(1, round(height * self._scale))
        self._full = width, height
        self._relearn()

    @property
    def ready(self) -> bool:
        return self._sure

    def find(self, image: np.ndarray, t_ns: int) -> list[Box]:
        """x1, y1, x2, y2 in the picture's pixels, left to right. image: BGR uint8; t_ns: its capture time.

        People who touch share one box, which comes once for each head. Empty while the room is being learnt: for 0.7 s at the
        start and again after a light was switched.
        """
        small = cv2.GaussianBlur(cv2.resize(image, self._size, interpolation=cv2.INTER_AREA), (3, 3), 0)
        if not self._learnt:
            self._learn(small, t_ns)
            return []
        if self._room is None or t_ns - self._room_ns >= SECOND // 2:
            self._room, self._room_ns = self._model.getBackgroundImage(), t_ns
        small = self._even(small)
        mask = self._model.apply(small, learningRate=0)
        if cv2.countNonZero(mask) > SWITCHED * mask.size:
            self._relearn()
            self._learn(small, t_ns)
            return []
        mask = self._clean(mask)
        boxes = self._gather(mask)
        if boxes:
            self._empty_ns = t_ns
        self._sure = self._sure or t_ns - self._empty_ns >= EMPTY_NS
        self._blobs = self._judge(boxes, mask, small, t_ns)
        people = [blob.box for blob in self._blobs if not blob.gone]
        heads = {box: _heads(box, mask) for box in people}
        if t_ns - self._adapted_ns >= ADAPT_EVERY_NS:
            self._adapt(small, people, t_ns - self._adapted_ns)
            self._adapted_ns = t_ns
        return [self._enlarged(box) for box in sorted(people) for _ in range(heads[box])]

    def _relearn(self) -> None:
        self._model = cv2.createBackgroundSubtractorMOG2(history=500, varThreshold=20, detectShadows=True)
        self._model.setShadowThreshold(0.65)
        self._model.setVarMin(16)
        self._learnt = False
        self._sure = False
        self._empty_ns = 0
        self._frames = 0
        self._since_ns: int | None = None
        self._adapted_ns = 0
        self._room: np.ndarray | None = None
        self._room_ns = 0
        self._blobs: list[_Blob] = []
        self._past: deque[tuple[int, np.ndarray]] = deque()

    def _learn(self, small: np.ndarray, t_ns: int) -> None:
        self._since_ns = t_ns if self._since_ns is None else self._since_ns
        self._frames += 1
        self._model.apply(small, learningRate=1 / self._frames)
        self._adapted_ns = self._empty_ns = t_ns
        self._learnt = self._frames >= LEARN_FRAMES and t_ns - self._since_ns >= LEARN_NS

    def _even(self, small: np.ndarray) -> np.ndarray:
        """The picture as bright and as warm as the remembered room: cameras adjust themselves when someone steps in."""
        now, room = small[::8, ::8].reshape(-1, 3).astype(np.float32), self._room[::8, ::8].reshape(-1, 3)
        usable = ((now > 20) & (now < 245) & (room > 20) & (room < 245)).all(axis=1)
        if np.count_nonzero(usable) < 0.1 * len(now):
            return small
        gain = np.clip(np.median(room[usable] / now[usable], axis=0), 1 / MOST_GAIN, MOST_GAIN)
        return cv2.multiply(small, (*gain.tolist(), 0.0))

    @staticmethod
    def _clean(mask: np.ndarray) -> np.ndarray:
        mask = cv2.threshold(mask, 200, 255, cv2.THRESH_BINARY)[1]  # shadows are 127
        mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
        return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((13, 5), np.uint8))

    def _gather(self, mask: np.ndarray) -> list[Box]:
        """The bodies' boxes: the pieces of one body joined, what is too small left out."""
        width, height = self._size
        stats = cv2.connectedComponentsWithStats(mask)[2][1:]
        pieces = [((x, y, x + w, y + h), n) for x, y, w, h, n in stats.tolist() if n >= SPECK * width * height]
        pieces.sort(key=lambda piece: -piece[1])
        bodies: list[tuple[Box, int]] = []
        while pieces:
            box, size = pieces.pop(0)
            for other in pieces:
                if self._same_body(box, size, *other):
                    pieces.remove(other)
                    pieces.insert(0, (_around(box, other[0]), size + other[1]))
                    break
            else:
                bodies.append((box, size))
        return [
            box
            for box, size in bodies
            if box[3] - box[1] >= LEAST_HEIGHT * height
            and box[2] - box[0] >= LEAST_WIDTH * width
            and size >= LEAST_AREA * width * height
        ]

    def _same_body(self, box: Box, size: int, other: Box, other_size: int) -> bool:
        beside = max(box[0], other[0]) - min(box[2], other[2])  # the gap between them; negative: so much shared
        above = max(box[1], other[1]) - min(box[3], other[3])
        narrow = min(box[2] - box[0], other[2] - other[0])
        reach = 0.08 * self._size[1]
        if other_size < 0.15 * size:
            return beside <= 0.25 * reach and above <= reach
        both_upright = all(b[3] - b[1] > max(1.8 * (b[2] - b[0]), 0.2 * self._size[1]) for b in (box, other))
        if any(iou(_around(box, other), blob.box) > 0.6 for blob in self._blobs):
            reach *= 3  # it was one body just now: a shirt in the wall's colour does not cut it in two
        return -beside >= 0.5 * narrow and above <= reach and not (both_upright and above > 0)

    def _judge(self, boxes: list[Box], mask: np.ndarray, small: np.ndarray, t_ns: int) -> list[_Blob]:
        """Furniture that was moved, and the hole that someone leaves who stood in the remembered room, are no bodies."""
        grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        while len(self._past) > 1 and self._past[1][0] <= t_ns - SECOND:
            self._past.popleft()
        before = self._past[0][1] if self._past else grey
        if not self._past or t_ns - self._past[-1][0] >= SECOND // 4:
            self._past.append((t_ns, grey))
        if not boxes:
            return []
        room = cv2.cvtColor(self._room, cv2.COLOR_BGR2GRAY)
        moved = cv2.threshold(cv2.absdiff(grey, before), 14, 1, cv2.THRESH_BINARY)[1]
        blobs = []
        for box in boxes:
            old = max(self._blobs, key=lambda blob: iou(blob.box, box), default=None)
            same = old is not None and iou(old.box, box) > 0.5
            blob = _Blob(box, old.moved_ns, old.hollow_ns, old.gone) if same else _Blob(box, t_ns)
            x1, y1, x2, y2 = box
            if cv2.countNonZero(moved[y1:y2, x1:x2]) > 0.004 * area(box):
                blob.moved_ns = t_ns
            if not self._hollow(box, mask, grey, room):
                blob.hollow_ns = 0
            elif not blob.hollow_ns:
                blob.hollow_ns = t_ns
            hole = blob.hollow_ns and t_ns - blob.hollow_ns >= GHOST_NS
            blob.gone = bool(hole) or t_ns - blob.moved_ns >= STILL_NS or self._lit(box, mask, grey, room)
            blobs.append(blob)
        return blobs

    @staticmethod
    def _lit(box: Box, mask: np.ndarray, grey: np.ndarray, room: np.ndarray) -> bool:
        """Is it the remembered room in another light?"""
        x1, y1, x2, y2 = box
        inside = mask[y1:y2, x1:x2] > 0
        now, then = (_grain(picture[y1:y2, x1:x2])[inside] for picture in (grey, room))
        return float(now @ then) > LIKE * float(np.sqrt((now @ now) * (then @ then)))

    @staticmethod
    def _hollow(box: Box, mask: np.ndarray, grey: np.ndarray, room: np.ndarray) -> bool:
        """Is the outline an edge in the remembered room rather than in the picture?"""
        x1, y1, x2, y2 = max(0, box[0] - 3), max(0, box[1] - 3), box[2] + 3, box[3] + 3
        outline = cv2.morphologyEx(mask[y1:y2, x1:x2], cv2.MORPH_GRADIENT, np.ones((5, 5), np.uint8))
        now = cv2.mean(_edges(grey[y1:y2, x1:x2]), outline)[0]
        then = cv2.mean(_edges(room[y1:y2, x1:x2]), outline)[0]
        return then > 2.0 * now

    def _adapt(self, small: np.ndarray, people: list[Box], elapsed: int) -> None:
        """Learn the room, but never the people who stand in it."""
        if people:
            width, height = self._size
            for x1, y1, x2, y2 in people:
                aside, up = round(0.2 * (x2 - x1)) + 2, round(0.08 * (y2 - y1)) + 2
                x1, y1, x2, y2 = max(0, x1 - aside), max(0, y1 - up), min(width, x2 + aside), min(height, y2 + up)
                small[y1:y2, x1:x2] = self._room[y1:y2, x1:x2]
        self._model.apply(small, learningRate=min(0.2, elapsed / ADAPT_NS))

    def _enlarged(self, box: Box) -> Box:
        width, height = self._full
        x1, y1, x2, y2 = (side / self._scale for side in box)
        return max(0.0, x1), max(0.0, y1), min(float(width), x2), min(float(height), y2)


def _heads(box: Box, mask: np.ndarray) -> int:
    """How many heads stand out of an outline: a parent and child hand in hand are two bodies."""
    x1, y1, x2, y2 = box
    high = y2 - y1
    inside = mask[y1:y2, x1:x2] > 0
    up = np.where(inside.any(axis=0), high - inside.argmax(axis=0), 0)  # how high the outline is in each column
    up = cv2.medianBlur(np.pad(up, 1, "edge").astype(np.float32)[None], 3)[0][1:-1]
    cuts, rising, peak, valley, valley_at = [], True, up[0], up[0], 0
    for x, y in enumerate(up):
        if rising:
            peak = max(peak, y)
            if y < peak - NECK * high:
                rising, valley, valley_at = False, y, x
        elif y < valley:
            valley, valley_at = y, x
        elif y > valley + NECK * high and y > CHILD * high:
            cuts.append(valley_at)
            rising, peak = True, y
    parts = [right - left for left, right in pairwise([0, *cuts, x2 - x1])]
    return len(parts) if min(parts) >= SLIM * high else 1


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _grain(grey: np.ndarray) -> np.ndarray:
    """Texture without shading."""
    grey = grey.astype(np.float32)
    return grey - cv2.blur(grey, (15, 15))


def _edges(grey: np.ndarray) -> np.ndarray:
    return cv2.magnitude(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
