"""Astana: a tower with a golden globe, and flags."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, ink, mix, oval, ribbon, wash
from .brush_city import paving, skyline
from .brush_forms import House, foliage, person, turned
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, patches, sky, strokes

WHITE = ("fffaec", "e6e3d8", "a9b8c2", "6f8da3", "46698a")


GOLD = ("fff6d0", "fbd77f", "e3a53f", "b06f35", "6d4a48")


def strut(x: float, f: float, base: float) -> Field:
    """One rod of the tower: from its foot through the waist to the crown."""
    pts = [(1.0, 0.62), (0.8, 0.36), (0.55, 0.30), (0.38, 0.42), (0.24, 0.78), (0.12, 1.12)]
    return curve([(x + f * w * 130, base - (1 - t) * 860) for t, w in pts], 14)


def observation_tower(canvas: Canvas, x: float, base: float) -> None:
    """A white lattice tower that holds a golden globe."""
    back = [ribbon(strut(x, f, base), 6) for f in (-0.75, -0.3, 0.3, 0.75)]
    canvas.fill(*back, paint="7f9cb0")
    turned(canvas, x, [(base - 640, 22), (base - 200, 24), (base, 30)], WHITE)
    panes = [box(x - 10, base - 40 - 34 * k, 9, 16) for k in range(17)]
    patches(canvas, panes, ["4f87a3"] * 17)
    for f in (-1.0, -0.55, 0.0, 0.55, 1.0):
        tone = mix("fffaec", "6f8fa8", float(ease(-0.7, 1.1, np.array(f))))
        canvas.fill(ribbon(strut(x, f, base), [15, 10, 9, 10, 8]), paint=tone)
    for k, (t, w) in enumerate(((0.92, 0.5), (0.8, 0.36), (0.68, 0.32), (0.55, 0.3), (0.45, 0.35), (0.35, 0.46))):
        y = base - (1 - t) * 860
        ring = np.stack([x + np.linspace(-1, 1, 24) * w * 130, y + 7 * (1 - np.linspace(-1, 1, 24) ** 2)], 1)
        canvas.fill(ribbon(ring, 5), paint="dfe3dc" if k % 2 else "c3cfd4")
    globe_of_gold(canvas, x, base - 745, 104)
    for f in (-1.0, -0.62, -0.2, 0.2, 0.62, 1.0):
        tip = strut(x, f, base)[-26:]
        canvas.fill(ribbon(tip, [9, 3]), paint=mix("fffaec", "7f9cb4", float(ease(-0.7, 1.1, np.array(f)))))


def globe_of_gold(canvas: Canvas, x: float, y: float, r: float) -> None:
    """The globe with its net of panes and a bright spot."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 40)
    ball = turned(
        canvas,
        x,
        list(zip(y + r * np.sin(t), np.maximum(r * np.cos(t), 0.01), strict=True)),
        GOLD,
        9,
    )
    net = []
    for lat in np.linspace(-1.2, 1.2, 9):
        u = np.linspace(-np.pi / 2, np.pi / 2, 30)
        net.append(
            ribbon(
                np.stack([x + r * np.cos(lat) * np.sin(u), y + r * np.sin(lat) + r * 0.06 * np.cos(u)], 1),
                1.3,
            )
        )
    for turn in np.linspace(-1.5, 1.5, 9):
        for slope in (-0.55, 0.55):
            lon = np.clip(turn + slope * t * 1.4, -1.57, 1.57)
            net.append(ribbon(np.stack([x + r * np.cos(t) * np.sin(lon), y + r * np.sin(t)], 1), 1.3))
    canvas.lay(canvas.shape(*net) & ball, "8a5a34", 0.5)
    canvas.glow(x - r * 0.42, y - r * 0.42, r * 0.8, "fff0b8", 0.6)
    canvas.rim(ball, 3, 3, "fff8dc", 0.8)


def flag(canvas: Canvas, x: float, base: float, h: float, paint: str, bar: str) -> None:
    """A flag that blows to the right on a white pole."""
    canvas.fill(ribbon([(x, base), (x, base - h)], [h * 0.016 + 1, 1.4]), paint="f6f0dc")
    u = np.linspace(0, 1, 24)
    wave = h * 0.028 * np.sin(u * 7.5 + x * 0.05) * (0.3 + u)
    top = np.stack([x + u * h * 0.42, base - h * 0.98 + wave + u * h * 0.02], 1)
    foot = top + np.stack([-0.012 * h * u, np.full(24, h * 0.21)], 1)
    stops = [(x + h * 0.42 * k / 6, mix(paint, ("12304f", "fff3d2")[k % 2], 0.22)) for k in range(7)]
    mask = canvas.fill(np.vstack([top, foot[::-1]]), paint=wash(*stops, across=True), texture=0.02)
    stripe = np.vstack([top * 0.6 + foot * 0.4, (top * 0.4 + foot * 0.6)[::-1]])
    canvas.lay(canvas.shape(stripe) & mask, bar, 0.9)


def flower_beds(canvas: Canvas) -> None:
    """Two beds of flowers along the walk."""
    rng = canvas.rng
    paints = [ink(c) for c in ("d9573f", "f2b84f", "fdf3dc", "c9486a", "3f8f62", "2c6f58")]
    for side in (-1, 1):
        corners = ((110, 1260), (210, 1260), (640, 1470), (390, 1470))
        bed = canvas.shape([(500 + side * d, y) for d, y in corners])
        canvas.lay(bed, "2c6f58")
        pts = np.stack([rng.uniform(0, 1000, 2600), np.sort(rng.uniform(1255, 1475, 2600))], 1)
        tone = np.array(paints)[rng.integers(0, 6, 2600)]
        strokes(canvas, pts, tone, Strokes(13, 8, 0, 1.5), (pts[:, 1] - 1200) / 200, within=bed)


def golden_globe(rng: np.random.Generator) -> Image.Image:
    """The tower with the golden globe, flags along the walk."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1d5f96"), (480, "6fb0c8"), (960, "dfe8cf"), (1180, "f6eac6")])
    clouds(canvas, noise, (60, 900), ("d3e2e0", "fdf8e8"), (360, 150), 0.42, 0.85)
    for tall, air in (((40, 190), 0.62), ((20, 110), 0.35)):
        house = House("eadfc6", "8fa9b8", "5f93ac", "fdf0c8", 0.06, 11, 9)
        skyline(canvas, 1222, (-30, 1030), tall, (40, 84), house, ("dfe6d3", air), 0.1)
    for x in range(-10, 1010, 36):
        b = np.array([(x, 1216, 28, 20), (x + 18, 1206, 20, 16)], float)
        foliage(canvas, b, [(0, "174f56"), (0.6, "3f8a64"), (1, "b5cf7c")], Strokes(12, 6, 0, 1), 110)
    canvas.lay(
        canvas.below(np.array([0.0, 1000]), np.array([1226.0, 1226])),
        wash((1226, "9cc278"), (1330, "4f9460"), (1500, "1f5f58")),
        texture=0.05,
        streak=0.05,
    )
    paving(
        canvas,
        [(430, 1228), (570, 1228), (820, 1505), (180, 1505)],
        (500, 1180),
        [1240, 1256, 1280, 1312, 1356, 1416],
        "f0e2c2",
        "b5a58c",
        7,
    )
    turned(canvas, 500, [(1206, 150), (1222, 156), (1236, 170)], WHITE)
    observation_tower(canvas, 500, 1212)
    tints = ("2f9bb8", "f2c14f", "d9573f", "2f9bb8", "f4ead2", "3f8f62")
    for z in (4.4, 3.3, 2.5, 1.9):
        for side in (-1, 1):
            k = int(z * 10) + (side > 0)
            flag(
                canvas,
                500 + side * 640 / z,
                1200 + 190 / z,
                900 / z,
                tints[k % 6],
                ("f6d98a", "f6f0dc", "2c5f84")[k % 3],
            )
    flower_beds(canvas)
    for x, base, h, coat in (
        (470, 1262, 36, "d9573f"),
        (530, 1290, 50, "24506f"),
        (440, 1380, 88, "2f7f8c"),
        (560, 1420, 104, "f0b04a"),
        (600, 1420, 100, "a8443c"),
    ):
        canvas.fill(oval(x + h * 0.25, base, h * 0.36, h * 0.045), paint="6f6a62", opacity=0.5)
        person(canvas, x, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


SCENES = {
    "volunteers-in-astana-2": golden_globe,
}
