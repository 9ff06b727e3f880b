"""The drawn shop entrance that the demo's camera sees, so that no real person's likeness ships.

Positions below are in pixels of a 960 x 540 picture.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.camera.drawing import HEIGHT, HORIZON, LOOKS, MARK, MARK_RADII, PHASES, WIDTH, Sprite, backdrop, sprite

STATURE = 0.95  # a figure's size on the mark
BESIDE = (336.0, 472.0)
DOOR, SHOP, AISLE = (-55.0, 360.0), (1020.0, 360.0), 345.0
WALK, PASS, TURN, GAIT = 1.6, 4.0, 0.18, 0.72  # seconds: to or from the mark, past it, facing the camera, two steps

# The floor polygon of the kiosk spot, normalised x, y, clockwise.
SPOT: tuple[tuple[float, float], ...] = tuple(
    (
        round((MARK[0] + MARK_RADII[0] * math.cos(a)) / WIDTH, 4),
        round((MARK[1] + MARK_RADII[1] * math.sin(a)) / HEIGHT, 4),
    )
    for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)
)


@dataclass(frozen=True)
class Act:
    """One stretch of a figure's way: along the floor from `start` to `end`, then it stands or is gone."""

    name: str
    at: float
    start: tuple[float, float]
    end: tuple[float, float]
    lasts: float
    kind: str


@dataclass(frozen=True)
class Pose:
    """A sprite on the floor at `foot`, `size` times its units, leaning by `sway`."""

    sprite: Sprite
    foot: tuple[float, float]
    size: float
    sway: float


class Scene:
    """A camera picture of the shop entrance with drawn figures who follow stage directions."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT):
        self.width, self.height = width, height
        self._acts: list[Act] = []
        self._empty = backdrop(width, height)
        noise = np.random.default_rng(7).normal(0, 1.3, (height + 97, width + 97, 1))
        self._noise = np.repeat(noise.round().clip(-3, 3), 3, axis=2).astype(np.int16)

    def command(self, line: str, t: float) -> None:
        """Follow a stage direction at time t (seconds): `enter NAME`, `enter NAME beside`, `pass NAME`, `leave [NAME]`.

        Raises ValueError for any other line and for a figure who cannot do it now; the scene goes on.
        """
        match line.split():
            case ["enter" | "pass" as verb, name, *where] if where == [] or (verb == "enter" and where == ["beside"]):
                self._check(name)
                if name in self._present(t):
                    raise ValueError(f"{name} is already in the picture.")
                if verb == "pass":
                    self._acts.append(Act(name, t, (-45, AISLE), (WIDTH + 45, AISLE), PASS, "pass"))
                else:
                    self._acts.append(Act(name, t, DOOR, BESIDE if where else MARK, WALK, "enter"))
            case ["leave"]:
                for name in self._present(t):
                    self._leave(name, t)
            case ["leave", name]:
                self._check(name)
                if name not in self._present(t):
                    raise ValueError(f"{name} is not in the picture.")
                self._leave(name, t)
            case _:
                raise ValueError(f"Say enter NAME [beside], pass NAME or leave [NAME], not {line[:40]!r}.")

    def draw(self, t: float) -> np.ndarray:
        """The picture at time t: (height, width, 3) uint8 BGR. The same commands and t give the same pixels."""
        frame = self._empty.copy()
        poses = sorted(self._poses(t).values(), key=lambda pose: pose.foot[1])
        for pose in poses:
            self._shadow(frame, pose)
        for pose in poses:
            self._place(frame, pose)
        jump = round(t * 1000) * 2654435761
        dy, dx = (jump >> 7) % 97, (jump >> 17) % 97
        return cv2.add(frame, self._noise[dy : dy + self.height, dx : dx + self.width], dtype=cv2.CV_8U)

    def boxes(self, t: float) -> dict[str, tuple[float, float, float, float]]:
        """Where the visible figures' bodies truly are: name -> x1, y1, x2, y2 in pixels, cut at the picture's edge."""
        return self._visible({name: (pose, pose.sprite.body) for name, pose in self._poses(t).items()})

    def faces(self, t: float) -> dict[str, tuple[float, float, float, float]]:
        """Where their faces truly are, chin to forehead, in the form of `boxes`."""
        return self._visible({name: (pose, pose.sprite.face) for name, pose in self._poses(t).items()})

    @staticmethod
    def _check(name: str) -> None:
        if name not in LOOKS:
            raise ValueError(f"There is no figure {name!r}; there are {', '.join(LOOKS)}.")

    def _present(self, t: float) -> dict[str, Act]:
        latest = {act.name: act for act in self._acts if act.at <= t}
        return {name: act for name, act in latest.items() if act.kind == "enter" or t < act.at + act.lasts}

    def _leave(self, name: str, t: float) -> None:
        act = self._present(t)[name]
        if act.kind == "enter":
            self._acts.append(Act(name, t, self._foot(act, t), SHOP, WALK, "leave"))

    @staticmethod
    def _foot(act: Act, t: float) -> tuple[float, float]:
        p = min(1.0, (t - act.at) / act.lasts)
        if act.kind == "enter":
            # An even pace that slows down over the last fifth.
            p = p / 0.9 if p < 0.8 else 1 - (1 - p) ** 2 / 0.36
        bend = {"enter": p**3, "leave": 1 - (1 - p) ** 3, "pass": p}[act.kind]
        return act.start[0] + (act.end[0] - act.start[0]) * p, act.start[1] + (act.end[1] - act.start[1]) * bend

    def _poses(self, t: float) -> dict[str, Pose]:
        poses = {}
        for name, act in self._present(t).items():
            foot, since = self._foot(act, t), t - act.at
            left = act.lasts - since
            if act.kind == "enter" and left <= TURN:
                turn = 0.5 if left > 0 else 0.0
                picture = sprite(name, None, turn)
            else:
                picture = sprite(name, int(since / GAIT * PHASES) % PHASES, 1.0)
            beat = list(LOOKS).index(name)
            sway = 0.0 if left > 0 else 0.008 * math.sin(1.7 * (t - act.at - act.lasts)) * (1 + 0.1 * beat)
            poses[name] = Pose(picture, foot, STATURE * (foot[1] - HORIZON) / (MARK[1] - HORIZON), sway)
        return poses

    def _affine(self, pose: Pose) -> np.ndarray:
        """From figure units to pixels: a scale, and a lean about the feet."""
        sx, sy = self.width / WIDTH, self.height / HEIGHT
        return np.array(
            [
                [pose.size * sx, -pose.size * sx * pose.sway, pose.foot[0] * sx],
                [0, pose.size * sy * (1 + abs(pose.sway) * 0.4), pose.foot[1] * sy],
            ]
        )

    def _visible(self, wanted: dict[str, tuple[Pose, tuple]]) -> dict[str, tuple[float, float, float, float]]:
        found = {}
        for name, (pose, (x0, y0, x1, y1)) in wanted.items():
            corners = self._affine(pose) @ np.array([[x0, x1, x0, x1], [y0, y0, y1, y1], [1, 1, 1, 1]])
            low = np.clip(corners.min(axis=1), 0, (self.width, self.height))
            high = np.clip(corners.max(axis=1), 0, (self.width, self.height))
            if (high - low).min() > 1:
                found[name] = (*low.tolist(), *high.tolist())
        return found

    def _shadow(self, frame: np.ndarray, pose: Pose) -> None:
        m = self._affine(pose)
        span = (pose.sprite.body[2] - pose.sprite.body[0]) / 2
        for dx, rx, ry, depth in ((14, span + 8, 11, 0.24), (1, span * 0.72, 7, 0.42)):
            cx, cy = m @ (dx, 0, 1)
            wide, high = rx * m[0, 0] * 1.6, ry * m[1, 1] * 1.6
            x0, y0 = max(int(cx - wide), 0), max(int(cy - high), 0)
            roi = frame[y0 : max(int(cy + high), 0), x0 : max(int(cx + wide), 0)]
            if not roi.size:
                continue
            y, x = np.ogrid[y0 : y0 + roi.shape[0], x0 : x0 + roi.shape[1]]
            away = ((x - cx) / wide) ** 2 + ((y - cy) / high) ** 2
            roi[:] = roi * (1 - depth * np.clip(1 - away, 0, 1) ** 1.5)[..., None]

    def _place(self, frame: np.ndarray, pose: Pose) -> None:
        m, pixels = self._affine(pose), pose.sprite.pixels
        high, wide = pixels.shape[:2]
        ox, oy = pose.sprite.origin
        m = m @ np.array([[0.5, 0, ox], [0, 0.5, oy], [0, 0, 1]])
        corners = m @ np.array([[0, wide, 0, wide], [0, 0, high, high], [1, 1, 1, 1]])
        x0, y0 = np.maximum(np.floor(corners.min(axis=1)).astype(int), 0)
        x1, y1 = np.minimum(np.ceil(corners.max(axis=1)).astype(int) + 1, (self.width, self.height))
        if x1 <= x0 or y1 <= y0:
            return
        # Pixel centres differ between the two grids; without this the figure sits a quarter pixel off its box.
        m[:, 2] += m[:, :2] @ (0.5, 0.5) - 0.5 - (x0, y0)
        cut = cv2.warpAffine(pixels, m, (int(x1 - x0), int(y1 - y0)), flags=cv2.INTER_LINEAR)
        roi = frame[y0:y1, x0:x1]
        through = cv2.merge([255 - cut[..., 3]] * 3)
        roi[:] = cv2.add(cv2.multiply(roi, through, scale=1 / 255), cut[..., :3])
