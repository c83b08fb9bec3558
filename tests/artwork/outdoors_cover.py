"""The cover: a road through the green steppe to snow mountains at first light."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, ease, ink, ramp, steps
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import Massif, clouds, far_hills, mountains, sky


def road_way(z: Field) -> Field:
    """Where the road runs: x for each distance."""
    bend = 0.34 * np.sin(3.3 * np.log(z) - 0.5) * z**-0.42
    return np.asarray(z * (bend - 0.06 * ease(4, 12, z)) - 0.2)


def steppe(canvas: Canvas, noise: Noise) -> None:
    """Rolling green ground with the road laid over it."""

    def ground(x: Field, z: Field) -> Field:
        hills = noise.cloud(x * 0.24 + 3, z * 0.24, 4, 0.42) * (0.1 + 0.035 * z)
        flat = np.exp(-(((x - road_way(z)) / (0.55 + 0.05 * z)) ** 2))
        swell = 0.12 * np.sin(z * 0.66 + 0.6) * ease(2, 6, z)
        return np.asarray(hills * (1 - 0.75 * flat) + swell)

    eye = Eye(1.3, 900, 675, 1350, 1.2, 30.0, (-0.9, 0.2, 0.1))
    view = relief(canvas, ground, eye, 820, 700)
    light = ease(-0.02, 0.42, view.light) * (1 - 0.8 * ease(0, 0.05, view.shadow))
    light = light + view.patches(noise, 3, 1.4) * 0.09
    near = [(0, "0b2f33"), (0.35, "17483f"), (0.7, "3f7448"), (1, "86a255")]
    far = [(0, "3f6f6c"), (0.4, "6d9377"), (0.75, "a9b77e"), (1, "dcd296")]
    tone = steps(light, 5, 0.4)
    away = ease(2.5, 22, view.z)[..., None]
    colour = ramp(near, tone) * (1 - away) + ramp(far, tone) * away
    dark = ease(3.8, 1.7, view.z)[..., None] * 0.62
    colour = colour + dark * (ink("0a2b30") - colour)
    off = np.abs(view.x - road_way(view.z))
    pixel = view.z / 1350 * 1.2
    bed = ease(0.7, -0.7, (off - 0.24) / pixel)
    line = ease(1, -1, (off - 0.009) / pixel) * (np.mod(view.z * 1.6, 1) < 0.55)
    edge = ease(1, -1, (np.abs(off - 0.212) - 0.006) / pixel)
    tar = ramp([(1, "1c3a44"), (4, "4e6a70"), (12, "c9b79a"), (24, "f0d9ae")], view.z)
    tar = tar * (0.86 + 0.2 * tone[..., None])
    paint = ramp([(2.0, "47636c"), (5, "d8d2b8"), (20, "fbeccb")], view.z)
    tar = tar + (np.maximum(line, edge * 0.8) * 0.85)[..., None] * (paint - tar)
    colour = colour + bed[..., None] * (tar - colour)
    mask = lay_relief(canvas, view, colour)
    kuwahara(canvas, 6, mask)


def cover(rng: np.random.Generator) -> Image.Image:
    """The road at first light, under a wide calm sky."""
    canvas = Canvas("cover", rng)
    noise = Noise(rng)
    sky(
        canvas,
        [
            (0, "0e2a44"),
            (330, "143f55"),
            (565, "245a68"),
            (700, "7fa195"),
            (800, "e3c795"),
            (880, "f3dcae"),
        ],
    )
    clouds(canvas, noise, (590, 810), ("c39a86", "f4d3a2"), (520, 46), 0.42, 0.55)
    canvas.glow(330, 870, 400, "f6b871", 0.5)
    mountains(
        canvas,
        noise,
        Massif(
            base=900,
            peak=285,
            rock=("a98f86", "2f5566"),
            snow=("fbe6c8", "7697ab"),
            snow_line=0.42,
            mist="e0cfa8",
            crown=120,
        ),
    )
    far_hills(canvas, noise, 880, 42, ("a9b596", "6f9480"), 3, 14, 240)
    steppe(canvas, noise)
    return Image.fromarray(finish(canvas))


SCENES = {"cover": cover}
