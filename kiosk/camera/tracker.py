"""Follows bodies from picture to picture by place and speed alone. In doubt a body gets a new number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.gate import Track
from kiosk.gate.bodies import SECOND, Box, area, iou

GAP_NS = SECOND // 2  # the longest time unseen after which a body keeps its number
REPORT_GAP_NS = SECOND * 3 // 10
LEAST_IOU = 0.2
SHARED = 0.5  # so much of the smaller box inside the larger: the two may be one and the same
SETTLED_NS = SECOND // 2  # what was not there for so long may have been a flicker
ALONE_NS = SECOND
LASTS_NS = SECOND * 7 // 10
REMEMBERED_NS = 3 * SECOND


@dataclass(slots=True)
class _Body:
    ids: tuple[int, ...]  # more than one where bodies merged into one box
    box: Box
    seen_ns: int
    born_ns: int
    alone_ns: int | None  # when the box last showed a head for each id; None where the ids come from a merge
    fresh: bool  # walked in, rather than came out of a merge, a split or a short loss of bodies that were counted
    velocity: tuple[float, float] = (0.0, 0.0)  # of the box's middle and foot, pixels a second
    counted: bool = False

    def at(self, t_ns: int) -> Box:
        ahead = min(t_ns - self.seen_ns, GAP_NS) / SECOND
        dx, dy = self.velocity[0] * ahead, self.velocity[1] * ahead
        return self.box[0] + dx, self.box[1] + dy, self.box[2] + dx, self.box[3] + dy


class Tracker:
    """Gives each body numbers that are never used again. width: of the picture, in pixels.

    `entered` counts the bodies that walked in and stayed for 0.7 s, each once.
    """

    def __init__(self, width: int):
        self._width = width
        self._bodies: list[_Body] = []
        self._ended: list[tuple[int, Box]] = []
        self._next = 1
        self._unseen: list[Box] = []
        self._merged: dict[int, int] = {}  # how many bodies each box of the last picture swallowed, by its index
        self.entered = 0

    @property
    def unseen(self) -> list[Box]:
        """Where the bodies probably are that were followed just now and are missing from the last picture."""
        return list(self._unseen)

    def update(self, boxes: Sequence[Box], t_ns: int) -> list[Track]:
        """The bodies seen in the picture captured at t_ns; none that is merely expected to be there.

        boxes: one for each head, so that people who touch have the same box several times. They are reported as that many
        tracks with this same box, and so are bodies that merged into one box, until it comes apart.
        """
        heads = Counter(boxes)
        boxes = list(heads)
        for body in [body for body in self._bodies if t_ns - body.seen_ns > GAP_NS]:
            self._end(body, t_ns)
        matches = self._match(boxes, t_ns)
        seen: list[Track] = []
        for index, box in enumerate(boxes):
            body, margin = matches.get(index, (None, 1.0))
            if body and self._miscounted(body, heads[box], t_ns):
                self._end(body, t_ns, inside=True)
                body = None
            if body is None:
                body = self._begin(box, t_ns, heads[box], self._merged.get(index, 1))
            else:
                self._move(body, box, t_ns)
            if body.fresh and not body.counted and t_ns - body.born_ns >= LASTS_NS:
                body.counted = True
                self.entered += len(body.ids)
            seen += [Track(id, box, margin) for id in body.ids]
        self._unseen = [body.at(t_ns) for body in self._bodies if 0 < t_ns - body.seen_ns <= REPORT_GAP_NS]
        return seen

    def _match(self, boxes: Sequence[Box], t_ns: int) -> dict[int, tuple[_Body, float]]:
        """By index of the box: the body, and by how much IoU it fits better than the next best choice.

        Bodies that merged into one box, or came out of one, are ended and not matched.
        """
        expected = {body.ids: body.at(t_ns) for body in self._bodies}
        touching = [
            (index, body)
            for index, box in enumerate(boxes)
            for body in self._bodies
            if _shared(box, expected[body.ids]) > SHARED
        ]
        doubtful = {
            body.ids
            for index, body in touching
            if sum(other is body for _, other in touching) > 1 or sum(each == index for each, _ in touching) > 1
        }
        # A body that touches several boxes was swallowed by none of them.
        whole = [(index, body) for index, body in touching if sum(other is body for _, other in touching) == 1]
        merged = {index: [body for each, body in whole if each == index] for index, _ in whole}
        self._merged = {
            index: sum(len(body.ids) for body in bodies if body.seen_ns - body.born_ns >= SETTLED_NS or len(body.ids) > 1)
            for index, bodies in merged.items()
            if len(bodies) > 1
        }
        for body in [body for body in self._bodies if body.ids in doubtful]:
            self._end(body, t_ns, inside=True)
        pairs = sorted(
            ((iou(box, expected[body.ids]), index, body) for index, box in enumerate(boxes) for body in self._bodies),
            key=lambda pair: -pair[0],
        )
        matches: dict[int, tuple[_Body, float]] = {}
        for overlap, index, body in pairs:
            if overlap >= LEAST_IOU and index not in matches and all(body is not taken for taken, _ in matches.values()):
                rivals = (each for each, i, other in pairs if (i == index) != (other is body))
                matches[index] = body, overlap - max(rivals, default=0.0)
        return matches

    @staticmethod
    def _miscounted(body: _Body, heads: int, t_ns: int) -> bool:
        """Are there more heads than bodies in the box, or for a while fewer than were once seen there?"""
        if heads == len(body.ids) and body.alone_ns is not None:
            body.alone_ns = t_ns
        return heads > len(body.ids) or (body.alone_ns is not None and t_ns - body.alone_ns > ALONE_NS)

    def _begin(self, box: Box, t_ns: int, heads: int, merged: int) -> _Body:
        self._ended = [(ended, place) for ended, place in self._ended if t_ns - ended <= REMEMBERED_NS]
        fresh = not any(_shared(box, place) > SHARED / 2 for _, place in self._ended)
        count = max(heads, merged)
        alone_ns = t_ns if heads >= merged else None
        body = _Body(tuple(range(self._next, self._next + count)), box, t_ns, t_ns, alone_ns, fresh)
        self._next += count
        self._bodies.append(body)
        return body

    def _end(self, body: _Body, t_ns: int, inside: bool = False) -> None:
        self._bodies.remove(body)
        reach = 0.02 * self._width
        told = body.counted or not body.fresh
        if told and (inside or (body.box[0] > reach and body.box[2] < self._width - reach)):
            self._ended.append((t_ns, body.box))

    @staticmethod
    def _move(body: _Body, box: Box, t_ns: int) -> None:
        if elapsed := (t_ns - body.seen_ns) / SECOND:
            dx = ((box[0] + box[2]) - (body.box[0] + body.box[2])) / 2 / elapsed
            dy = (box[3] - body.box[3]) / elapsed
            body.velocity = (body.velocity[0] + dx) / 2, (body.velocity[1] + dy) / 2
        body.box, body.seen_ns = box, t_ns


def _shared(one: Box, other: Box) -> float:
    """How much of the smaller box lies inside the larger, 0 to 1."""
    common = area((max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])))
    return common / (min(area(one), area(other)) or 1.0)
