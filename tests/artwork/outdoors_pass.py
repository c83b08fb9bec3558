"""A mountain pass: the road climbs in hairpins at evening."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, curve, ease, ink, mix, oval, ramp, steps
from .brush_forms import fir
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import Massif, Strokes, brushed, clouds, mountains, sky
from .brush_space import Space, raise_box

TURNS = [
    (-0.5, 1.25),
    (0.05, 1.5),
    (0.52, 1.78),
    (0.5, 1.95),
    (-0.42, 2.2),
    (-0.46, 2.4),
    (0.5, 2.72),
    (0.55, 2.95),
    (-0.36, 3.3),
    (-0.4, 3.55),
    (0.6, 3.95),
    (0.62, 4.25),
    (-0.1, 4.7),
    (-0.1, 5.0),
    (0.6, 5.4),
    (0.66, 5.75),
    (0.5, 6.2),
]


def climb(z: Field) -> Field:
    """Height of the valley floor at a distance."""
    return np.asarray(0.44 * (z - 1.6) * ease(0.6, 1.9, z) - 0.02 - 0.5 * np.maximum(z - 6.0, 0))


def flanks(canvas: Canvas, noise: Noise) -> None:
    """The slope of the pass between its two rocky sides."""

    def ground(x: Field, z: Field) -> Field:
        edge = 0.66 + 0.02 * z + 0.3 * noise.cloud(x * 0.2, z * 1.1 + 7, 3)
        side = np.maximum(np.abs(x - 0.1) - np.maximum(edge, 0.58), 0)
        wall = 0.62 * side**0.9 * (0.5 + 1.3 * noise.crest(x * 0.7 + 5, z * 0.7, 6, 0.45))
        rough = 0.05 * noise.cloud(x * 2, z * 2, 4) * ease(0.3, 1.0, np.abs(x))
        return np.asarray(climb(z) + wall * ease(0.8, 2.6, z) + rough)

    eye = Eye(1.0, 720, 500, 1000, 0.95, 9.0, (0.85, 0.42, -0.1))
    view = relief(canvas, ground, eye, 60, 620)
    light = ease(0.0, 0.95, view.light) * (1 - 0.8 * ease(0, 0.12, view.shadow))
    tone = steps(light + view.patches(noise, 3, 3) * 0.14, 5, 0.3)
    grass = ramp([(0, "16324a"), (0.35, "2b5560"), (0.65, "7d7a58"), (1, "d69a5b")], tone)
    rock = ramp([(0, "1c2f4c"), (0.35, "3f4d66"), (0.65, "a36f5c"), (1, "efb07a")], tone)
    bare = ease(0.86, 0.66, view.slope + 0.1 * view.patches(noise, 2, 2))[..., None]
    colour = grass * (1 - bare) + rock * bare
    far = ease(2.4, 9.0, view.z)[..., None] * 0.5
    mask = lay_relief(canvas, view, colour + far * (ink("b78a86") - colour))
    kuwahara(canvas, 5, mask)


def hairpins(canvas: Canvas) -> None:
    """The road with its walls, edge lines and the lamps of a few cars."""
    space = Space(1.0, 720, 500, 1000)
    way = curve(TURNS, 26)[::-1]
    z = way[:, 1]
    high = climb(z) + 0.012
    for k in range(len(way) - 1):
        part, level = way[k : k + 2], high[k : k + 2]
        low = space.at(np.stack([part[:, 0], level - 0.05, part[:, 1] - 0.055], 1))
        top = space.at(np.stack([part[:, 0], level, part[:, 1] - 0.055], 1))
        canvas.fill(
            np.vstack([low, top[::-1]]),
            paint=mix("2a3850", "8d6f6f", float(ease(2, 6, z[k : k + 1])[0])),
        )
    paint = ramp([(1.2, "3b4a63"), (3.5, "8b7f86"), (6.0, "efc39a")], z)
    lane = space.lane(way, 0.062, high)
    for quad, tone in zip(lane, paint, strict=False):
        canvas.fill(quad + np.array([[0, -0.3], [0, -0.3], [0, 0.3], [0, 0.3]]), paint=tone)
    for side in (-0.055, 0.055):
        canvas.fill(*space.lane(way, 0.004, high + 0.002, side), paint="f6d7a4", opacity=0.8)
    for k, back in ((330, 0), (268, 1), (205, 0), (120, 1), (60, 0)):
        x, d = way[k]
        turn = np.arctan2(*(way[k + 1] - way[k])[::-1])
        raise_box(canvas, space, (x, high[k], d), (0.11, 0.04, 0.05), "c4573a" if back else "e9d6b0", turn)
        raise_box(canvas, space, (x, high[k] + 0.04, d), (0.06, 0.03, 0.045), "25374f", turn)
        p = space.at([(x + 0.06 * np.cos(turn), high[k] + 0.02, d + 0.06 * np.sin(turn))])[0]
        canvas.glow(p[0], p[1], 150 / d, "ffd48a", 0.75)
        canvas.fill(oval(p[0], p[1], 7 / d), paint="fff3cf")


def firs(canvas: Canvas) -> None:
    """Dark spruces on the near slopes, small ones higher up."""
    rng = canvas.rng
    for d in np.sort(rng.uniform(1.2, 5.0, 110))[::-1]:
        side = rng.choice((-1, 1))
        x = 0.1 + side * rng.uniform(0.66, 0.8 + 0.12 * d)
        wall = 0.5 * max(abs(x - 0.1) - 0.62 - 0.02 * d, 0)
        base = Space(1.0, 720, 500, 1000).at([(x, float(climb(np.array(d))) + wall, d)])[0]
        tall = rng.uniform(170, 300) / d
        lit, dark = mix("c98f5b", "8f7c79", (d - 1.2) / 4), mix("102a42", "5b6577", (d - 1.2) / 4)
        if side > 0:
            lit = mix(lit, dark, 0.72)
        fir(canvas, float(base[0]), float(base[1]) + 4, tall, (dark, lit))


def hairpin_pass(rng: np.random.Generator) -> Image.Image:
    """The pass road at evening."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1a2c52"), (220, "42527a"), (430, "c07f72"), (600, "f6c389")])
    clouds(canvas, noise, (120, 520), ("7d6480", "f2b383"), (380, 70), 0.42, 0.7)
    canvas.glow(700, 560, 420, "ffb56c", 0.5)
    mountains(
        canvas,
        noise,
        Massif(
            660,
            230,
            ("c98f77", "4a5376"),
            ("ffdcb4", "8b8cae"),
            0.42,
            "dba58b",
            crown=650,
            sun=(0.85, 0.42, -0.3),
        ),
    )
    flanks(canvas, noise)
    brushed(
        canvas,
        canvas.below(np.array([0.0, 1000]), np.array([600.0, 600])),
        9000,
        Strokes(26, 5, 0.5, 0.5, 0.07),
        0.7,
    )
    hairpins(canvas)
    firs(canvas)
    return Image.fromarray(finish(canvas))


SCENES = {"drugs-and-crime-office-meeting": hairpin_pass}
