"""The demo's figures and its room, drawn. Positions are in pixels of a 960 x 540 picture; a figure's feet are at (0, 0)."""

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

WIDTH, HEIGHT = 960, 540
HORIZON = 150.0  # the camera's eye level
MARK, MARK_RADII = (480.0, 472.0), (200.0, 50.0)  # the round mark on the floor
PHASES = 8  # of a walk

Colour = tuple[float, float, float]
INK, TEAL = (24, 26, 30), (14, 90, 99)
WHITE, LIGHT, NIGHT = (255, 250, 240), (255, 228, 184), (34, 22, 30)


@dataclass(frozen=True)
class Look:
    """How a character looks; colours are RGB, lengths in figure units, tall and wide are factors."""

    skin: Colour
    hair: Colour
    style: str
    top: Colour
    under: Colour
    legs: Colour
    shoes: Colour
    hem: float
    tall: float = 1.0
    wide: float = 1.0
    flare: float = 0.0
    open: bool = False
    beard: bool = False


LOOKS = {
    "teal": Look(
        (226, 178, 148),
        (92, 58, 40),
        "bob",
        (24, 124, 132),
        (244, 238, 226),
        (44, 50, 66),
        (92, 58, 44),
        hem=118,
        tall=0.98,
        wide=0.96,
        flare=5,
        open=True,
    ),
    "plum": Look(
        (168, 112, 80),
        (38, 26, 26),
        "curls",
        (122, 52, 98),
        (122, 52, 98),
        (64, 34, 62),
        (40, 28, 36),
        hem=84,
        tall=0.97,
        wide=0.98,
        flare=13,
    ),
    "ochre": Look(
        (142, 94, 68),
        (30, 24, 24),
        "short",
        (208, 146, 44),
        (246, 240, 228),
        (52, 58, 84),
        (236, 230, 220),
        hem=150,
        tall=1.03,
        wide=1.06,
        beard=True,
    ),
    "slate": Look(
        (232, 190, 164),
        (166, 164, 166),
        "swept",
        (74, 90, 116),
        (226, 232, 240),
        (54, 62, 84),
        (48, 36, 34),
        hem=138,
        tall=1.02,
        wide=1.08,
        open=True,
    ),
    "rose": Look(
        (206, 154, 120),
        (206, 112, 122),
        "scarf",
        (170, 72, 88),
        (170, 72, 88),
        (78, 48, 66),
        (52, 36, 42),
        hem=64,
        tall=0.97,
        wide=0.98,
        flare=10,
    ),
    "moss": Look(
        (238, 200, 166),
        (30, 28, 34),
        "long",
        (98, 116, 58),
        (240, 226, 200),
        (88, 66, 56),
        (58, 42, 36),
        hem=142,
        tall=1.0,
        wide=0.95,
        open=True,
    ),
}


def mix(a: Colour, b: Colour, k: float) -> Colour:
    return tuple(p + (q - p) * k for p, q in zip(a, b, strict=True))


def smooth(*points: tuple[float, float]) -> np.ndarray:
    """A closed curve through the points (Catmull-Rom)."""
    p = np.array(points, float)
    s = np.linspace(0, 1, 10, endpoint=False)[:, None, None]
    a, b, c, d = (np.roll(p, n, axis=0)[None] for n in (1, 0, -1, -2))
    curve = b + s * (c - a) / 2 + s**2 * (a - 2.5 * b + 2 * c - d / 2) + s**3 * (1.5 * b - a / 2 - 1.5 * c + d / 2)
    return curve.transpose(1, 0, 2).reshape(-1, 2)


def flat(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, float)


def oval(x: float, y: float, rx: float, ry: float) -> np.ndarray:
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    return np.stack([x + rx * np.cos(a), y + ry * np.sin(a)], axis=1)


def limb(*joints: tuple[float, float, float]) -> np.ndarray:
    """The outline of a tapering limb bent through three joints (x, y, radius)."""
    s = np.linspace(0, 1, 16)[:, None]
    a, b, c = (np.array(joint, float) for joint in joints)
    p = a * (2 * s - 1) * (s - 1) + b * 4 * s * (1 - s) + c * s * (2 * s - 1)
    along = np.gradient(p[:, :2], axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    side = np.stack([-along[:, 1], along[:, 0]], axis=1)
    left, right = p[:, :2] + side * p[:, 2:], p[:, :2] - side * p[:, 2:]
    turn = np.linspace(0, math.pi, 14)[1:-1, None]
    end = p[-1, :2] + p[-1, 2] * (np.cos(turn) * side[-1] + np.sin(turn) * along[-1])
    start = p[0, :2] - p[0, 2] * (np.cos(turn) * side[0] + np.sin(turn) * along[0])
    return np.concatenate([left, end, right[::-1], start])


class Canvas:
    """A premultiplied picture of the rectangle x0, y0, x1, y1, painted at `scale` pixels a unit."""

    def __init__(self, x0: float, y0: float, x1: float, y1: float, scale: float):
        self.origin, self.scale = np.array([x0, y0], float), scale
        self._planes = np.zeros((4, round((y1 - y0) * scale), round((x1 - x0) * scale)), np.float32)

    def pixels(self) -> np.ndarray:
        """The picture so far, (height, width, 4) uint8 BGRA."""
        return cv2.merge([plane.round().astype(np.uint8) for plane in self._planes])

    def _mask(self, shape: np.ndarray, box: tuple[int, int, int, int], blur: float) -> np.ndarray:
        x0, y0, x1, y1 = box
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        points = np.rint(((shape - self.origin) * self.scale - (x0, y0)) * 16).astype(np.int32)
        cv2.fillPoly(mask, [points], 255, cv2.LINE_AA, 4)
        if blur:
            coarse = max(1, int(blur * self.scale / 5))
            small = cv2.resize(
                mask, (max(1, mask.shape[1] // coarse), max(1, mask.shape[0] // coarse)), interpolation=cv2.INTER_AREA
            )
            small = cv2.GaussianBlur(small, (0, 0), blur * self.scale / coarse, borderType=cv2.BORDER_CONSTANT)
            mask = cv2.resize(small, mask.shape[::-1], interpolation=cv2.INTER_LINEAR)
        return mask.astype(np.float32) / 255

    def fill(
        self,
        shape: np.ndarray,
        colour: Colour,
        opacity: float = 1,
        blur: float = 0,
        clip: np.ndarray | None = None,
        atop: bool = False,
    ) -> None:
        height, width = self._planes.shape[1:]
        low = ((shape.min(axis=0) - self.origin - 3 * blur) * self.scale - 2).astype(int)
        high = ((shape.max(axis=0) - self.origin + 3 * blur) * self.scale + 3).astype(int)
        pad = int(3 * blur * self.scale) + 2
        x0, y0, x1, y1 = max(low[0], -pad), max(low[1], -pad), min(high[0], width + pad), min(high[1], height + pad)
        if x1 <= x0 or y1 <= y0:
            return
        mask = self._mask(shape, (x0, y0, x1, y1), blur) * opacity
        if clip is not None:
            mask *= self._mask(clip, (x0, y0, x1, y1), 0)
        cut = mask[max(-y0, 0) : height - y0, max(-x0, 0) : width - x0]
        target = self._planes[:, max(y0, 0) : min(y1, height), max(x0, 0) : min(x1, width)]
        if atop:
            cut = cut * (target[3] / 255)
        for plane, value in zip(target, (*colour[::-1], 255), strict=True):
            plane += cut * (value - plane)

    def form(self, shape: np.ndarray, colour: Colour, depth: float = 6, shade: float = 0.32) -> None:
        """A rounded body lit from the door on the left."""
        self.fill(shape, mix(colour, NIGHT, shade))
        self.fill(shape - (depth, depth * 0.3), colour, 1, depth * 0.5, shape)
        self.fill(shape - (depth * 2.4, depth * 1.2), mix(colour, LIGHT, 0.16), 0.8, depth * 0.7, shape)


@dataclass(frozen=True)
class Sprite:
    pixels: np.ndarray  # premultiplied BGRA at twice the size
    origin: tuple[float, float]  # of its first pixel, from the feet
    body: tuple[float, float, float, float]
    face: tuple[float, float, float, float]


def paint_face(c: Canvas, look: Look, head: np.ndarray, x: float, y: float, turn: float) -> None:
    """The face round the eye line y; turn 0 looks at the camera, 1 along the walk."""
    skin, dark = look.skin, mix(look.skin, (46, 14, 12), 0.62)
    shade, light = mix(skin, (90, 28, 20), 0.34), mix(skin, (255, 222, 190), 0.4)
    lips = mix(skin, (150, 40, 50), 0.42)
    f = x + 6 * turn
    for side in (-1, 1):
        c.fill(oval(x + side * 24, y + 10, 5, 24), shade, 0.75, 3, head)
        c.fill(oval(f + side * 10.2, y - 1.5, 8, 5.6), dark, 0.5, 2.2, head)
        c.fill(oval(f + side * 11.5, y + 11, 6.5, 5), light, 0.62, 2.6, head)
    c.fill(oval(f, y - 19, 14, 6), light, 0.5, 4, head)
    c.fill(oval(f + 3.4, y + 6, 1.6, 6), shade, 0.75, 1.1, head)
    c.fill(oval(f - 0.4, y + 3, 1.9, 10), light, 0.9, 1.2, head)
    c.fill(oval(f, y + 14.2, 5.4, 1.7), dark, 0.62, 0.8, head)
    c.fill(oval(f - 0.5, y + 10.6, 2.2, 1.9), light, 0.7, 0.8, head)
    if look.beard:
        beard = smooth(
            (-23, 4),
            (-20, 9),
            (-14, 15),
            (-6, 16.5),
            (6, 16.5),
            (14, 15),
            (20, 9),
            (23, 4),
            (24, 22),
            (12, 38),
            (-12, 38),
            (-24, 22),
        ) + (f * 0.5 + x * 0.5, y)
        c.fill(beard, look.hair, 0.8, 1.2, head)
    for side in (-1, 1):
        ex = f + side * 10.2
        eye = smooth((-4.9, 0.5), (-2.4, -2), (0.4, -2.7), (3, -1.8), (4.9, 0.1), (2.6, 1.9), (-1.8, 2.1))
        eye = eye * (side, 1) + (ex, y)
        c.fill(eye, (246, 240, 234))
        c.fill(oval(ex + turn, y - 0.4, 2.5, 2.6), mix(look.hair, (50, 30, 22), 0.8), 1, 0, eye)
        c.fill(oval(ex + turn, y - 0.4, 1.3, 1.4), INK, 1, 0, eye)
        c.fill(oval(ex + turn - 0.8, y - 1.3, 0.6, 0.6), WHITE)
        lid = smooth((-5.5, 0.9), (-2.6, -2.7), (0.4, -3.5), (3.2, -2.6), (5.7, -0.5), (3, -1.3), (0.4, -2.1), (-2.4, -1.4)) * (
            side,
            1,
        ) + (ex, y)
        c.fill(lid, mix(dark, INK, 0.7))
        c.fill(oval(ex, y + 2.8, 4.2, 0.6), dark, 0.55, 0.5)
        brow = smooth((-5.2, -7.6), (-1, -9.4), (3.8, -9.2), (7.6, -6.2), (3.6, -7.5), (-1, -7.4), (-5, -6))
        c.fill(brow * (side, 1) + (ex, y), mix(mix(look.hair, (60, 40, 34), 0.5), dark, 0.4), 0.92, 0.25)
    c.fill(smooth((-8, 20.2), (-2.2, 19), (0, 19.6), (2.2, 19), (8, 20.2), (0, 22.4)) + (f, y), mix(lips, dark, 0.3))
    c.fill(smooth((-7, 21), (0, 22.2), (7, 21), (3.4, 24.9), (-3.4, 24.9)) + (f, y), mix(lips, WHITE, 0.16))
    c.fill(
        smooth((-8.6, 19.8), (-3.4, 21.5), (0, 21.6), (3.4, 21.5), (8.6, 19.8), (3.4, 22.3), (-3.4, 22.3)) + (f, y),
        mix(dark, INK, 0.25),
        0.9,
    )
    c.fill(oval(f, y + 26.4, 4.6, 1), shade, 0.8, 0.9)
    if not look.beard:
        c.fill(oval(f, y + 30, 4, 1.8), light, 0.5, 1.4, head)


def paint_hair_behind(c: Canvas, look: Look, x: float, y: float) -> None:
    back = mix(look.hair, NIGHT, 0.3)
    if look.style == "bob":
        bob = smooth((-27, -14), (0, -42), (27, -14), (31, 16), (25, 31), (0, 34), (-25, 31), (-31, 16))
        c.form(bob + (x, y), back)
    elif look.style == "long":
        fall = smooth((-26, -16), (0, -42), (26, -16), (30, 24), (31, 66), (0, 74), (-31, 66), (-30, 24))
        c.form(fall + (x, y), back)
    elif look.style == "curls":
        c.fill(oval(x, y - 10, 33, 30), back)
        for n, a in enumerate(np.linspace(-3.75, 0.61, 15)):
            far = 1 + 0.07 * (n % 2)
            c.form(oval(x + 31 * far * math.cos(a), y - 9 + 29 * far * math.sin(a), 8.5, 8.5), look.hair, 3, 0.22)
    elif look.style == "scarf":
        c.form(
            smooth(
                (-24, 60),
                (-35, 40),
                (-29, 8),
                (-27, -18),
                (-14, -39),
                (0, -43),
                (14, -39),
                (27, -18),
                (29, 8),
                (35, 40),
                (24, 60),
                (0, 68),
            )
            + (x, y),
            look.hair,
            6,
        )


def paint_hair_front(c: Canvas, look: Look, x: float, y: float, turn: float) -> None:
    hair, f = look.hair, x + 3 * turn
    sheen = mix(hair, WHITE, 0.25)
    if look.style == "short":
        cap = smooth(
            (-24, -4),
            (-25, -22),
            (-15, -38),
            (0, -42),
            (15, -38),
            (25, -22),
            (24, -4),
            (21.5, -14),
            (16, -23),
            (0, -26),
            (-16, -23),
            (-21.5, -14),
        )
    elif look.style == "swept":
        cap = smooth(
            (-24, -1),
            (-26, -22),
            (-17, -40),
            (4, -45),
            (20, -38),
            (26, -20),
            (24, -1),
            (21, -15),
            (15, -25),
            (0, -24),
            (-12, -29),
            (-20, -16),
        )
    elif look.style in ("bob", "long"):
        cap = smooth(
            (-26, 16),
            (-28, -14),
            (-18, -37),
            (0, -43),
            (18, -37),
            (28, -14),
            (26, 16),
            (23, -6),
            (15, -22),
            (-5, -29),
            (-17, -18),
            (-23, -4),
        )
    elif look.style == "curls":
        cap = smooth(
            (-25, 0),
            (-27, -22),
            (-14, -38),
            (0, -41),
            (14, -38),
            (27, -22),
            (25, 0),
            (21, -14),
            (12, -24),
            (0, -26),
            (-12, -24),
            (-21, -14),
        )
    else:
        fold = mix(hair, NIGHT, 0.45)
        under = smooth((-21, 26), (-9, 39), (9, 39), (21, 26), (27, 30), (12, 45), (-12, 45), (-26, 32))
        c.fill(under + (x, y), fold, 0.5, 2)
        c.fill(smooth((-24, 40), (-6, 52), (16, 50), (32, 36), (20, 56), (-8, 58)) + (x, y), fold, 0.35, 1.6)
        c.fill(smooth((-19, -18), (0, -32), (19, -18), (0, -28)) + (x, y), fold, 0.5, 1.2)
        return
    c.form(cap + (f * 0.5 + x * 0.5, y), hair, 4, 0.35)
    c.fill(oval(x - 8, y - 36, 9, 2.4), sheen, 0.55, 2)


def paint_leg(c: Canvas, look: Look, hip: tuple[float, float], swing: float, bend: float, front: bool) -> None:
    """One leg and shoe; swing and bend in radians, front when the shoe points at the camera."""
    thigh, shin = 76 * look.tall, 74 * look.tall
    knee = (hip[0] + thigh * math.sin(swing), hip[1] + thigh * math.cos(swing))
    ankle = (knee[0] + shin * math.sin(swing - bend), knee[1] + shin * math.cos(swing - bend))
    if front:
        shoe = smooth((-9, -8), (9, -8), (11, 4), (10, 13), (0, 17), (-10, 13), (-11, 4)) + (-swing * 60, 0)
    else:
        shoe = smooth((-10, 0), (-9, -10), (8, -10), (12, -1), (22, 5), (20, 11), (-9, 11))
    c.form(shoe + ankle, look.shoes, 3)
    c.form(limb((*hip, 17.5), (*knee, 14.5), (ankle[0], ankle[1] - 6, 11)), look.legs, 6)


def paint_arm(c: Canvas, look: Look, shoulder: tuple[float, float], swing: float, out: float) -> None:
    elbow = (shoulder[0] + out * 7 + 54 * math.sin(swing), shoulder[1] + 54 * math.cos(swing))
    fore = swing + 0.25 * abs(swing)
    wrist = (elbow[0] - out * 2 + 44 * math.sin(fore), elbow[1] + 44 * math.cos(fore))
    c.form(smooth((-6, -4), (6, -4), (7, 6), (6, 15), (1, 20), (-5, 16), (-7, 6)) + wrist, look.skin, 3)
    sleeve = limb((*shoulder, 12), (*elbow, 11), (*wrist, 9))
    c.fill(sleeve + (2, 2), mix(look.top, NIGHT, 0.6), 0.5, 3, atop=True)
    c.form(sleeve, look.top, 5)
    c.fill(oval(shoulder[0] - out * 8, shoulder[1] + 3, 12, 13), mix(look.top, LIGHT, 0.1), 0.85, 4, atop=True)


def paint_neck(c: Canvas, look: Look, x: float, y: float, torso: np.ndarray, hem: float) -> None:
    """The neck and what is worn round it; y is the shoulder line."""
    night = mix(look.top, NIGHT, 0.45)
    if look.open:
        front = flat((-17, y - 8), (17, y - 8), (11, y + 40), (8, hem + 2), (-8, hem + 2), (-11, y + 40)) + (x, 0)
        c.fill(front, night, 0.55, 2, torso)
        c.fill(front, look.under, 1, 0, torso)
        c.fill(front + (9, 0), mix(look.under, NIGHT, 0.4), 0.35, 4, front)
    rim = smooth((-14, -6), (14, -6), (20, 2), (14, 12), (0, 19), (-14, 12), (-20, 2)) + (x, y)
    neck = smooth((-11, -24), (11, -24), (12, -6), (17, 0), (12, 9), (0, 15), (-12, 9), (-17, 0), (-12, -6)) + (x, y)
    c.fill(rim, mix(look.under, NIGHT, 0.2), clip=torso if look.open else None)
    c.form(neck, look.skin, 4)
    c.fill(oval(x, y - 9, 20, 8), mix(look.skin, (60, 18, 16), 0.5), 0.75, 3, neck)
    if look.open:
        for side in (-1, 1):
            lapel = flat((-15, -5), (-21, -3), (-27, 22), (-22, 24), (-23, 29), (-10, 58)) * (-side, 1) + (x, y)
            c.fill(lapel + (1.5, 2), night, 0.5, 1.5, torso)
            c.fill(lapel, mix(look.top, LIGHT, 0.07 - side * 0.09))


@lru_cache(maxsize=64)
def sprite(name: str, phase: int | None, turn: float) -> Sprite:
    """The figure at a phase of its gait, or standing (None)."""
    look = LOOKS[name]
    c = Canvas(-110, -390, 110, 24, 2)
    walking = phase is not None
    step = 2 * math.pi * (phase or 0) / PHASES
    swings = [(-1, -0.44 * math.sin(step)), (1, 0.44 * math.sin(step))] if walking else [(-1, 0.03), (1, -0.03)]
    wide = look.wide * (1 - 0.2 * turn)
    bends = [0.75 * max(0.0, math.cos(step) * side) if walking else 0.0 for side, _ in swings]
    strides = [(side, swing, bend) for (side, swing), bend in zip(swings, bends, strict=True)]
    bob = (max(76 * math.cos(swing) + 74 * math.cos(swing - bend) for _, swing, bend in strides) - 150) * look.tall
    lean = 4 * turn if walking else 0.0
    hips, shoulder, waist, hem = -162 * look.tall - bob, -264 * look.tall - bob, -190 * look.tall - bob, -look.hem - bob

    def arm(side: int, swing: float) -> None:
        x = lean + side * 42 * wide * (1 - 0.2 * turn)
        paint_arm(c, look, (x, shoulder + 20), -swing * 0.8 if walking else 0.0, side * (1 - 0.5 * turn))

    x, eye = lean * 1.6 + 2 * turn, shoulder - 43
    if walking:
        arm(*swings[1])
    paint_hair_behind(c, look, x, eye)
    c.fill(oval(0, hips + 10, 14 * wide, 22), mix(look.legs, NIGHT, 0.5))
    for side, swing, bend in strides:
        paint_leg(c, look, (side * (8 if walking else 18) * wide, hips), swing, bend, not walking)
    c.fill(oval(0, hem + 4, 46, 12), mix(look.legs, NIGHT, 0.7), 0.8, 5, atop=True)
    sway = 4 * math.sin(step) if walking else 0.0
    hip = 38 * wide + look.flare * 0.45
    edge = hip + look.flare
    right = [
        (18, shoulder - 4),
        (32 * wide, shoulder + 2.5),
        (43 * wide, shoulder + 9),
        (46 * wide, shoulder + 20),
        (42 * wide, shoulder + 44),
        (36 * wide, waist),
        (hip, waist + 30),
        (edge * 0.985 + sway, hem - 20),
        (edge + sway, hem - 8),
        (edge - 4 + sway, hem),
        (edge * 0.6 + sway, hem + 2),
    ]
    left = [(-px + 2 * sway * (py > waist + 30), py) for px, py in reversed(right)]
    torso = smooth(*right, *left) + (lean, 0)
    c.form(torso, look.top, 9)
    paint_neck(c, look, x * 0.9, shoulder, torso, hem)
    for side, swing in swings[: 1 if walking else 2]:
        arm(side, swing)
    if look.style == "scarf":
        paint_hair_behind(c, look, x, eye)
        head = oval(x + 2 * turn, eye + 4, 21.5, 30)
    else:
        head = smooth(
            (-23, -8),
            (-22.6, 8),
            (-18, 22),
            (-8, 33),
            (0, 35),
            (8, 33),
            (18, 22),
            (22.6, 8),
            (23, -8),
            (19, -27),
            (0, -37),
            (-19, -27),
        ) + (x, eye)
    if look.style in ("short", "swept", "curls"):
        for side in (-1, 1):
            c.form(oval(x + side * 23 - 3 * turn, eye + 3, 4, 7), mix(look.skin, (120, 40, 30), 0.16), 2)
    c.form(head, look.skin, 3, 0.22)
    paint_face(c, look, head, x, eye, turn)
    paint_hair_front(c, look, x, eye, turn)

    whole = c.pixels()
    bx, by, bw, bh = cv2.boundingRect((whole[..., 3] > 127).astype(np.uint8))
    left, up = bx / 2 - 110, by / 2 - 390
    x0, y0 = bx - 3, by - 3
    return Sprite(
        whole[y0 : by + bh + 3, x0 : bx + bw + 3].copy(),
        (x0 / 2 - 110, y0 / 2 - 390),
        (left, up, left + bw / 2, up + bh / 2),
        (x - 23, eye - 24, x + 23, eye + 35),
    )


def backdrop(width: int, height: int) -> np.ndarray:
    """The empty shop, (height, width, 3) uint8 BGR."""
    c = Canvas(0, 0, WIDTH, HEIGHT, 2)
    corner, base = 150, 286
    room = flat((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT))
    c.fill(room, (236, 228, 212))
    floor = flat((corner, base), (WIDTH, base), (WIDTH, HEIGHT), (0, HEIGHT), (0, 348))
    c.fill(floor, (214, 200, 178))
    c.fill(oval(430, 560, 620, 150), (228, 216, 196), 0.9, 60, floor)
    for n in range(-9, 14):
        far, near = 480 + (n * 74 - 26) * 0.42, 480 + (n * 74 - 26) * 1.25
        c.fill(
            flat((far, base), (far + 0.6, base), (near + 1.6, HEIGHT + 20), (near, HEIGHT + 20)),
            (176, 158, 134),
            0.35,
            0.3,
            floor,
        )
    for depth in (1.1, 1.35, 1.75, 2.35):
        y = HORIZON + 325 / depth * 1.02
        joint = flat((0, y), (WIDTH, y), (WIDTH, y + 1.6 / depth), (0, y + 1.6 / depth))
        c.fill(joint, (176, 158, 134), 0.35, 0.3, floor)

    for x in (300, 450):
        c.fill(flat((x, 0), (x + 1.5, 0), (x + 1.5, base), (x, base)), (206, 192, 170), 0.8, 0.3)
    for x in (225, 375, 525):
        c.fill(oval(x, -10, 62, 150), WHITE, 0.6, 26)
    panel = flat((600, 0), (WIDTH, 0), (WIDTH, base - 7), (600, base - 7))
    c.fill(panel, TEAL)
    c.fill(oval(780, 10, 190, 150), (40, 128, 134), 0.65, 50, panel)
    for x in range(620, WIDTH, 20):
        c.fill(flat((x, 0), (x + 1.2, 0), (x + 1.2, base), (x, base)), (8, 66, 74), 0.5, 0.3, panel)
    c.fill(flat((corner, base - 7), (WIDTH, base - 7), (WIDTH, base), (corner, base)), (190, 174, 150))

    wall = flat((0, 0), (corner, 0), (corner, base), (0, 348))
    c.fill(wall, (222, 212, 194))
    for left, right in ((0, 62), (70, 134)):
        low_l, low_r = (HORIZON + (480 - x) * 0.4125 for x in (left, right))
        pane = flat((left, 0), (right, 0), (right, low_r - 3), (left, low_l - 3))
        c.fill(pane, (238, 246, 246))
        c.fill(oval(66, 60, 100, 110), (255, 255, 252), 0.9, 26, pane)
        c.fill(oval(70, 262, 120, 34), (170, 200, 192), 0.8, 12, pane)
        c.fill(flat((left + 10, 0), (left + 24, 0), (left + 4, 330), (left - 10, 330)), (255, 255, 255), 0.6, 2, pane)
    for x, thick in ((62, 8), (134, 6)):
        y = HORIZON + (480 - x) * 0.4125
        c.fill(flat((x, 0), (x + thick, 0), (x + thick, y - 2), (x, y)), (52, 64, 66))
    c.fill(flat((54, 168), (57, 168), (57, 238), (54, 240)), (52, 64, 66))
    c.fill(flat((0, 352), (134, 294), (420, 372), (210, 470)), (255, 246, 226), 0.75, 16, floor)

    paint_car(c)
    c.fill(oval(205, 318, 26, 7), (90, 72, 56), 0.45, 5)
    for dx, dy, tip in ((-18, -66, -34), (-9, -92, -18), (3, -104, 8), (14, -84, 30), (24, -58, 44), (-24, -40, -46)):
        leaf = smooth(
            (205 + dx * 0.2, 280), (205 + dx - 8, 280 + dy * 0.6), (205 + tip, 280 + dy), (205 + dx + 7, 280 + dy * 0.5)
        )
        c.form(leaf, (58, 112, 88), 3)
    c.form(smooth((184, 276), (226, 276), (222, 308), (216, 319), (194, 319), (188, 308)), (236, 228, 214), 6)

    (mx, my), (rx, ry) = MARK, MARK_RADII
    c.fill(oval(mx, my, rx, ry), TEAL, 0.10)
    for size, colour, opacity in ((1.0, TEAL, 0.9), (0.86, TEAL, 0.35)):
        thick = size**4
        outer, inner = (oval(mx, my, rx * size - k * 4.5 * thick, ry * size - k * 2 * thick) for k in (0, 1))
        ring = np.concatenate([outer, outer[:1], inner[::-1], inner[-1:]])
        c.fill(ring, colour, opacity)
    return cv2.resize(c.pixels()[..., :3], (width, height), interpolation=cv2.INTER_AREA)


def paint_car(c: Canvas) -> None:
    body, glass = (226, 214, 194), (30, 48, 54)
    c.fill(oval(795, 322, 190, 20), (70, 56, 44), 0.4, 9)
    c.form(flat(*oval(790, 312, 186, 17)) + (0, 6), (206, 194, 174), 4)
    c.form(oval(790, 312, 186, 17), (240, 234, 222), 6, 0.1)
    c.fill(oval(790, 309, 150, 7), (60, 46, 36), 0.6, 4)
    shell = smooth(
        (644, 292),
        (640, 268),
        (652, 252),
        (700, 243),
        (742, 214),
        (790, 206),
        (846, 210),
        (892, 238),
        (930, 248),
        (940, 270),
        (936, 294),
        (900, 302),
        (700, 302),
    )
    c.form(shell, body, 7)
    c.fill(smooth((642, 284), (790, 290), (938, 282), (936, 304), (644, 304)), mix(body, NIGHT, 0.6), 0.5, 4, shell)
    c.fill(smooth((650, 258), (740, 250), (930, 256), (740, 254)), WHITE, 0.8, 1, shell)
    c.fill(smooth((716, 244), (750, 220), (790, 213), (794, 244)), glass)
    c.fill(smooth((802, 244), (798, 213), (842, 217), (876, 240)), glass)
    c.fill(smooth((730, 240), (756, 222), (768, 219), (744, 242)), (120, 160, 162), 0.6, 1)
    c.fill(flat((797, 246), (798, 246), (800, 292), (799, 292)), mix(body, NIGHT, 0.5), 0.6)
    c.fill(smooth((642, 266), (664, 258), (668, 264), (648, 272)), (255, 252, 240))
    c.fill(smooth((922, 254), (938, 262), (936, 268), (924, 262)), (190, 70, 60))
    for x in (692, 886):
        c.fill(oval(x, 291, 25, 24), mix(body, NIGHT, 0.75))
        c.fill(oval(x, 292, 22, 21.5), (32, 34, 38))
        for a in np.linspace(0, 2 * math.pi, 7, endpoint=False):
            dx, dy = math.cos(a), math.sin(a)
            spoke = flat((-dy, dx), (dy, -dx), (15 * dx + 2 * dy, 15 * dy - 2 * dx), (15 * dx - 2 * dy, 15 * dy + 2 * dx))
            c.fill(spoke + (x, 292), (150, 154, 154))
