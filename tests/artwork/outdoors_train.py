"""A freight train on its way to the sea."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, mix, oval, wash
from .brush_ground import grass, meadow
from .brush_land import Eye, Noise, finish
from .brush_scenery import (
    clouds,
    glints,
    mirror,
    patches,
    sky,
)
from .brush_space import Face, Space, raise_box, sides


def rail_way() -> Field:
    """The railway on the ground: x and distance, from far to near."""
    return curve(
        [(-560, 900), (-330, 520), (-150, 280), (-52, 150), (-8, 92), (16, 66), (33, 52), (60, 38)],
        40,
    )


def rails(canvas: Canvas, space: Space, way: Field) -> None:
    """Embankment, sleepers and rails along the way."""
    canvas.fill(*space.lane(way, 5.5, -0.9), paint="5b4d3d")
    canvas.fill(*space.lane(way, 3.2, -0.2), paint="93785a")
    step = np.cumsum(np.hypot(*np.diff(way, axis=0, prepend=way[:1]).T))
    even = np.arange(step[-1] - 160, step[-1], 1.1)
    ties = np.stack([np.interp(even, step, way[:, i]) for i in (0, 1)], 1)
    along = np.gradient(ties, axis=0)
    along /= np.hypot(*along.T)[:, None]
    out = np.stack([along[:, 1], -along[:, 0]], 1)
    quads = [
        space.on(np.array([p - o * 1.4, p + o * 1.4, p + o * 1.4 + a * 0.4, p - o * 1.4 + a * 0.4]))
        for p, o, a in zip(ties, out, along, strict=True)
    ]
    patches(canvas, quads, ["3b3431"] * len(quads))
    for side in (-0.8, 0.8):
        canvas.fill(*space.lane(way, 0.08, 0.15, side), paint="f0cf9c")


def wheels(canvas: Canvas, face: Face) -> None:
    """Four wheels under the long side of a vehicle."""
    if np.linalg.norm(face.along) < 6 or face.rise[1] == 0:
        return
    for s in (0.08, 0.19, 0.81, 0.92):
        p, q = face.spot(s, 0.1), face.spot(s, 1.0)
        r = abs(p[1] - q[1]) * 0.52
        canvas.fill(oval(p[0], p[1] - r * 0.3, r), paint="10191e")
        canvas.fill(oval(p[0] - r * 0.15, p[1] - r * 0.45, r * 0.5), paint="57524a")


def wagon(canvas: Canvas, space: Space, place: tuple[float, float], turn: float, kind: int) -> None:
    """One wagon: container, hopper, tank or boxcar, on its bogies."""
    x, z = place
    paint = ("a84f35", "2f6672", "c08a3e", "7c8f86", "8a4433")[kind % 5]
    for face in sides(space, (x, 0.35, z), (11.5, 0.9, 2.0), turn):
        canvas.fill(face.quad(0, 0, 1, 1), paint="1d2a30")
        wheels(canvas, face)
    tall = (2.9, 3.3, 3.0, 2.6, 3.3)[kind % 5]
    faces = raise_box(canvas, space, (x, 1.25, z), (13.0, tall, 2.9), paint, turn, "1b2f3b", 0.62)
    for face in faces[:-1]:
        n = 11 if np.linalg.norm(face.along) > 6 else 3
        dark, light = face.tone(mix(paint, "10242c", 0.35)), face.tone(mix(paint, "ffe9c0", 0.25))
        ribs = [face.quad((i + 0.35) / n, 0.06, (i + 0.5) / n, 0.94) for i in range(n)]
        patches(canvas, ribs, [dark] * n)
        patches(canvas, [face.quad(0, 0.95, 1, 1), face.quad(0, 0, 1, 0.05)], [light, dark])
    if kind % 5 == 0:
        canvas.fill(faces[0].quad(0.485, 0, 0.515, 1), paint="1b2f3b")


def engine(canvas: Canvas, space: Space, place: tuple[float, float], turn: float) -> None:
    """The locomotive: cab, long hood, stripe, lamps."""
    x, z = place
    for face in sides(space, (x, 0.3, z), (15, 1.0, 2.2), turn):
        canvas.fill(face.quad(0, 0, 1, 1), paint="16242b")
        wheels(canvas, face)
    faces = raise_box(canvas, space, (x, 1.2, z), (17, 3.3, 3.0), "1f7f86", turn, "123743", 0.6)
    for face in faces[:-1]:
        long = np.linalg.norm(face.along) > 6
        canvas.fill(face.quad(0, 0.24, 1, 0.36), paint=face.tone("f0c35a"))
        canvas.fill(face.quad(0, 0.0, 1, 0.1), paint=face.tone("c9582f"))
        if long:
            shapes = [face.quad(0.08 + i * 0.075, 0.52, 0.13 + i * 0.075, 0.82) for i in range(9)]
            shapes.append(face.quad(0.86, 0.52, 0.95, 0.86))
            patches(canvas, shapes, ["123b47"] * 9 + ["f7d58c"])
        else:
            patches(
                canvas,
                [face.quad(0.1, 0.55, 0.46, 0.88), face.quad(0.54, 0.55, 0.9, 0.88)],
                ["f3d18e", "d8a865"],
            )
            for s in (0.2, 0.8):
                p = face.spot(s, 0.2)
                canvas.fill(oval(p[0], p[1], 3.4), paint="fff2cf")
                canvas.glow(p[0], p[1], 26, "ffd98f", 0.5)


def train_to_the_sea(rng: np.random.Generator) -> Image.Image:
    """A freight train crosses the steppe; behind it the sea at dawn."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1f5566"), (170, "5d938f"), (310, "e2b98a"), (400, "f8dca6")])
    clouds(canvas, noise, (60, 370), ("b98878", "f9d7a0"), (560, 74), 0.42, 0.7)
    canvas.glow(1180, 398, 460, "ffb765", 0.6)
    canvas.fill(oval(1180, 392, 34), paint="fff3d2")
    sea = canvas.shape(box(-2, 402, 1604, 120))
    mirror(canvas, sea, 402, "3f7d86", 0.55, 4, 1.5)
    glint(canvas)
    x = np.linspace(-5, 1605, 500)
    for k, (base, paint) in enumerate(((408, "8c9a8c"), (424, "6c7f6a"), (446, "94884f"))):
        y = (
            base
            + (75 + 25 * k) * ease(420 + 130 * k, 1350 - 60 * k, x)
            + noise.line(x + 900 * k, 260, 5) * (14 - 2 * k)
            - 8
        )
        canvas.lay(canvas.below(x, y), wash((400, mix(paint, "f0cf9a", 0.3)), (520, paint)), streak=0.02)
    space = Space(9.0, 405, 800, 1600, (0.6, 0.4, 0.5))
    meadow(
        canvas,
        noise,
        Eye(1.0, 405, 800, 1600, 3.0, 10.5, (0.8, 0.3, 0.2)),
        455,
        ("4a4a2f", "8b7b40", "d9b566"),
        ("8a8454", "b9a568", "eccb86"),
        0.05,
    )
    way = rail_way()
    rails(canvas, space, way)
    far = np.cumsum(np.hypot(*np.diff(way[::-1], axis=0, prepend=way[-1:]).T))
    for k in range(22, -1, -1):
        s = 49 + k * 14.4 + (2 if k else 0)
        p = np.array([np.interp(s, far, way[::-1, i]) for i in (0, 1)])
        q = np.array([np.interp(s + 3, far, way[::-1, i]) for i in (0, 1)])
        turn = float(np.arctan2(p[1] - q[1], p[0] - q[0]))
        spot = (float(p[0]), float(p[1]))
        shade = space.on(p + np.array([(-9, 0), (6, -1.5), (3, -5), (-11, -3)]))
        canvas.fill(shade, paint="33352b", opacity=0.55)
        if k:
            wagon(canvas, space, spot, turn, int(rng.integers(0, 5)))
        else:
            engine(canvas, space, spot, turn)
    grass(canvas, 770, 910, 2400, ("5d5331", "8f7a3e", "3f4330", "dcb766"), 40)
    return Image.fromarray(finish(canvas))


def glint(canvas: Canvas) -> None:
    """The sun's path on the far sea."""
    glints(canvas, 1180, (406, 470), 60, "fff0c4", 160, 30)


SCENES = {
    "astana-baku-statement": train_to_the_sea,
}
