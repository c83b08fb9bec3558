"""Pastures and the steppe from the air."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, mix, offset, oval, ramp, ribbon, steps, wash
from .brush_forms import turned
from .brush_ground import grass, meadow
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import (
    Massif,
    clouds,
    far_hills,
    mountains,
    sky,
)
from .brush_space import Space, raise_box

HORSE: list[tuple[float, float]] = [
    (-50, -4),
    (-46, -22),
    (-36, -30),
    (-18, -29),
    (4, -28),
    (16, -31),
    (28, -24),
    (38, -8),
    (47, 8),
    (55, 22),
    (51, 28),
    (45, 25),
    (38, 14),
    (28, 4),
    (23, 4),
    (20, 12),
    (22, 26),
    (20, 41),
    (15, 41),
    (14, 25),
    (11, 9),
    (-6, 11),
    (-22, 9),
    (-31, 8),
    (-30, 16),
    (-26, 26),
    (-28, 41),
    (-33, 41),
    (-34, 27),
    (-42, 16),
    (-46, 8),
]


HORSE_UP: list[tuple[float, float]] = [
    (-50, -4),
    (-46, -22),
    (-36, -30),
    (-18, -29),
    (4, -28),
    (16, -34),
    (28, -52),
    (36, -60),
    (39, -66),
    (42, -60),
    (56, -48),
    (54, -42),
    (44, -44),
    (38, -34),
    (33, -18),
    (24, 2),
    (21, 12),
    (24, 26),
    (22, 41),
    (17, 41),
    (15, 25),
    (11, 9),
    (-6, 11),
    (-22, 9),
    (-31, 8),
    (-30, 16),
    (-26, 26),
    (-28, 41),
    (-33, 41),
    (-34, 27),
    (-42, 16),
    (-46, 8),
]


def horse(canvas: Canvas, x: float, y: float, size: float, paint: str, light: str, up: bool, turn: int = 1) -> None:
    """A horse that grazes or looks up, with far legs, mane, tail and a lit back."""
    k = size / 100

    def at(points: list[tuple[float, float]]) -> Field:
        p = np.asarray(points, float) * (k * turn, k)
        return offset(p, x, y)

    dark = mix(paint, "0c1a20", 0.45)
    canvas.fill(oval(x, y + 42 * k, 52 * k, 6 * k), paint="12312f", opacity=0.45)
    far = [
        ribbon(at([(12, 6), (9, 22), (13, 40)]), [9 * k, 4 * k, 5 * k]),
        ribbon(at([(-36, 4), (-41, 22), (-38, 40)]), [11 * k, 4 * k, 5 * k]),
    ]
    canvas.fill(*far, paint=dark)
    body = canvas.fill(curve(at(HORSE_UP if up else HORSE), 6, True), paint=paint)
    canvas.rim(body, 1.6 * k * turn, 3.4 * k, light, 0.9)
    tail = at([(-47, -20), (-56, -10), (-57, 8), (-53, 22)])
    mane = at([(36, -62), (27, -48), (18, -34), (10, -30)] if up else [(8, -30), (22, -27), (32, -16), (40, -2)])
    canvas.fill(
        ribbon(curve(tail), [4 * k, 9 * k, 2 * k]),
        ribbon(curve(mane), [2 * k, 8 * k, 2 * k]),
        paint=dark,
    )


def yurt(canvas: Canvas, x: float, base: float, w: float) -> None:
    """A felt yurt: wall, sloped roof, crown ring, bands and a painted door."""
    wall, roof = w * 0.30, w * 0.26
    canvas.fill(oval(x + w * 0.16, base + 1, w * 0.62, w * 0.05), paint="16383a", opacity=0.55)
    felt = ("fbf0d8", "f1dfc0", "cdbfa6", "93a09c", "5f7c84")
    turned(
        canvas,
        x,
        [
            (base - wall - roof, w * 0.09),
            (base - wall - roof * 0.72, w * 0.2),
            (base - wall, w * 0.52),
        ],
        felt,
    )
    turned(canvas, x, [(base - wall, w * 0.5), (base - wall * 0.4, w * 0.505), (base, w * 0.48)], felt)
    turned(
        canvas,
        x,
        [(base - wall - roof - w * 0.03, w * 0.085), (base - wall - roof + 1, w * 0.1)],
        ("b0603c", "5a3433"),
    )
    bands = []
    for f, g in ((0.93, 0.5), (0.16, 0.5)):
        t = np.linspace(-1, 1, 30)
        bands.append(ribbon(np.stack([x + t * w * g, base - wall * f + w * 0.02 * (1 - t * t)], 1), w * 0.028))
    ropes = [
        ribbon(
            [(x + d * w * 0.1, base - wall - roof), (x + d * w * 0.47, base - wall * 0.96)],
            w * 0.012,
        )
        for d in (-0.9, -0.4, 0.3, 0.8)
    ]
    canvas.fill(*bands, *ropes, paint="a8552f", opacity=0.85)
    door = box(x - w * 0.2, base - wall * 0.86, w * 0.17, wall * 0.88)
    canvas.fill(door, paint="2f5a63")
    canvas.fill(
        box(x - w * 0.185, base - wall * 0.8, w * 0.06, wall * 0.78),
        box(x - w * 0.11, base - wall * 0.8, w * 0.06, wall * 0.78),
        paint="c8743f",
    )


def bishkek(rng: np.random.Generator) -> Image.Image:
    """Yurts and horses on a pasture under the Ala-Too range."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f6f7d"), (200, "6fa7a3"), (380, "d9dcbb"), (470, "f3e3b4")])
    clouds(canvas, noise, (40, 300), ("e9e4cb", "fdf6e0"), (460, 90), 0.36, 0.75)
    mountains(
        canvas,
        noise,
        Massif(520, 250, ("a3a08b", "3b6470"), ("fdf3dc", "86abb4"), 0.36, "c4d3bd", crown=300),
    )
    far_hills(canvas, noise, 505, 60, ("9fbba4", "4f8572"), 3, 16, 300)
    meadow(
        canvas,
        noise,
        Eye(1.0, 500, 800, 1600, 3.4, 30, (-0.8, 0.3, -0.1)),
        430,
        ("1c4f49", "48835a", "a9bd6a"),
        ("5d9079", "93b27f", "d8d596"),
        0.07,
    )
    for x, base, w in ((1010, 612, 105), (1180, 640, 150), (1390, 690, 230)):
        yurt(canvas, x, base, w)
    smoke = curve([(1390, 556), (1400, 500), (1380, 450), (1410, 400), (1396, 350)])
    canvas.fill(ribbon(smoke, [3, 10, 16, 20, 3]), paint="f4ead0", opacity=0.35)
    for x, y, size, paint, up, turn in (
        (700, 600, 52, "7a4a35", False, 1),
        (790, 615, 60, "3c3a3c", False, -1),
        (560, 640, 84, "a3673f", True, 1),
        (430, 690, 120, "4a3330", False, -1),
        (250, 720, 150, "8a4f33", True, 1),
    ):
        horse(canvas, x, y, size, paint, "f2c98a", up, turn)
    grass(canvas, 780, 915, 2600, ("1f5a4c", "2f7057", "7fa35e", "164640", "c3c276"), 46)
    return Image.fromarray(finish(canvas))


def river_of_light(rng: np.random.Generator) -> Image.Image:
    """A straight road seen from the air; a river winds across it, full of sky."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1d4a6b"), (130, "4d8796"), (235, "eec79a"), (290, "f9e3b6")])
    clouds(canvas, noise, (30, 250), ("a98f8d", "f8d9a6"), (520, 60), 0.4, 0.6)
    canvas.glow(960, 262, 420, "ffc27a", 0.6)
    far_hills(canvas, noise, 285, 34, ("b9b29a", "6b8a83"), 3, 10, 300)

    def ground(x: Field, z: Field) -> Field:
        return noise.cloud(x * 0.5, z * 0.5, 4, 0.45) * 0.09 * ease(2.2, 6, z)

    eye = Eye(2.2, 265, 750, 1500, 3.6, 70, (0.75, 0.3, 0.35))
    view = relief(canvas, ground, eye, 280, 460)
    fields = view.patches(noise, 1.1, 0.9, 4)
    light = 0.45 + 0.5 * (view.light - 0.34) * 4 + 0.35 * fields
    tone = steps(light, 6, 0.35)
    near = ramp([(0, "0f3a4a"), (0.4, "1f5f62"), (0.7, "5f8f6c"), (1, "b9b778")], tone)
    far = ramp([(0, "587f80"), (0.5, "a3ab88"), (1, "efd6a0")], tone)
    away = ease(4, 40, view.z)[..., None]
    colour = near * (1 - away) + far * away
    bend = 1.5 * np.sin(view.z * 0.62 + 2.2) + 0.8 * np.sin(view.z * 0.27 + 0.3) + 0.5 + 0.14 * (view.z - 4)
    off, pixel = np.abs(view.x - bend), view.z / 1500
    wide = 0.30 + 0.12 * np.sin(view.z * 1.3 + 1)
    bank = ease(2, -2, (off - wide * 1.45) / pixel)
    water = ease(1, -1, (off - wide) / pixel)
    colour += bank[..., None] * 0.75 * (ramp([(0, "123b44"), (1, "8c9f7b")], away[..., 0]) - colour)
    shine = ramp(
        [(4, "8fb9b4"), (6, "e9cfa2"), (11, "ffe9bd"), (40, "fff2d0")],
        view.z + 0.8 * (view.x - bend),
    )
    colour += water[..., None] * (shine - colour)
    mask = lay_relief(canvas, view, colour)
    kuwahara(canvas, 5, mask)
    straight_road(canvas)
    return Image.fromarray(finish(canvas))


def straight_road(canvas: Canvas) -> None:
    """The road to the horizon with its bridge, markings, poles and two cars."""
    space = Space(2.2, 265, 750, 1500)
    z = np.geomspace(3.0, 70, 260)
    way = np.stack([-1.05 + 0.16 * z * 0.5, z], 1)[::-1]
    canvas.fill(*space.lane(way, 0.2), paint=wash((280, "c6b38f"), (600, "4c5e59")))
    canvas.fill(*space.lane(way, 0.135), paint=wash((280, "d9bd92"), (420, "5c6f77"), (1000, "24414f")))
    for k in range(0, 250, 3):
        canvas.fill(*space.lane(way[k : k + 3], 0.006), paint="f5e4bb")
    for side in (-0.125, 0.125):
        canvas.fill(*space.lane(way, 0.005, 0.0, side), paint="e9dcb8", opacity=0.7)
    for at, high in ((14.9, 0.12),):
        for side in (-0.16, 0.16):
            part = np.array([(-1.05 + 0.08 * t + side, t) for t in np.linspace(at - 1.9, at + 2.2, 12)])
            rail = np.vstack([space.on(part, 0.0), space.on(part, high)[::-1]])
            canvas.fill(rail, paint="e6d3a8" if side < 0 else "2a4955")
    for t, paint in ((6.1, "b3563a"), (10.5, "f3e2b8")):
        x = -1.05 + 0.08 * t + 0.06
        raise_box(canvas, space, (x, 0.012, t), (0.07, 0.03, 0.2), paint)
        raise_box(canvas, space, (x, 0.042, t), (0.06, 0.025, 0.1), mix(paint, "1d3d4a", 0.5))


SCENES = {
    "bishkek-consultations": bishkek,
    "road-map-cleared-by-group": river_of_light,
}
