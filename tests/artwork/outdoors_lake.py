"""By the lake: riders, a pine on the rocks, hills in still water."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, ink, offset, placed, ribbon, wash
from .brush_forms import fir, foliage
from .brush_ground import grass
from .brush_lake import Rider, cyclist, reeds, ripples, rock
from .brush_land import Noise, finish
from .brush_scenery import (
    Massif,
    Strokes,
    clouds,
    far_hills,
    glints,
    mirror,
    mountains,
    sky,
    strokes,
)


def shore(canvas: Canvas, line: Field, paints: tuple[str, str, str], path: tuple[float, float] | None) -> None:
    """A grassy bank with a pale edge and, if wanted, a path along it."""
    x = line[:, 0]
    canvas.lay(
        canvas.below(x, line[:, 1]),
        wash((line[:, 1].min(), paints[2]), (line[:, 1].max() + 60, paints[1]), (canvas.h, paints[0])),
        texture=0.05,
    )
    canvas.fill(ribbon(offset(line, 0, 3), 5), paint="e9ddb4", opacity=0.8)
    if path:
        top, foot = offset(line, 0, path[0]), offset(line, 0, path[1])
        canvas.fill(
            np.vstack([top, foot[::-1]]),
            paint=wash((top[:, 1].min(), "f1dcae"), (foot[:, 1].max(), "c79d74")),
            texture=0.04,
        )
        canvas.fill(ribbon(foot, 4), paint="7c6a52", opacity=0.7)


def birch(canvas: Canvas, x: float, base: float, h: float, lean: float) -> None:
    """A birch: white trunk with dark marks, hanging leaves."""
    spine = curve([(x, base), (x + lean * 0.3, base - h * 0.4), (x + lean, base - h)])
    boughs = []
    rng = canvas.rng
    blobs = []
    for k in range(11):
        f = 0.38 + 0.055 * k
        p = spine[int(f * (len(spine) - 1))]
        side = -1 if k % 2 else 1
        end = p + np.array([side * h * rng.uniform(0.12, 0.24), -h * rng.uniform(0.02, 0.14)])
        boughs.append(ribbon(curve([p, (p + end) / 2 - np.array([0, 8]), end]), [7 - 0.4 * k, 1.6]))
        blobs.append((end[0], end[1], h * 0.12, h * 0.085))
        blobs.append((end[0] + side * h * 0.06, end[1] + h * 0.06, h * 0.09, h * 0.09))
        if k > 1:
            blobs.append((p[0], p[1] - h * 0.02, h * 0.1, h * 0.09))
    blobs.append((spine[-1][0], spine[-1][1], h * 0.12, h * 0.12))
    canvas.fill(*boughs, paint="5d5a56")
    trunk = canvas.fill(ribbon(spine, [24, 16, 6]), paint="efe6d2", texture=0.05)
    marks = [
        box(
            spine[i][0] - 12 + rng.uniform(0, 12),
            spine[i][1],
            rng.uniform(5, 12),
            rng.uniform(1.5, 4),
        )
        for i in range(0, len(spine), 1)
    ]
    canvas.lay(canvas.shape(*marks) & trunk, "3a3f45")
    canvas.rim(trunk, -7, 0, "8b98a0", 0.7)
    tones = [(0, "1c4f55"), (0.4, "3d7d62"), (0.75, "8fb35f"), (1, "e4dc8a")]
    foliage(
        canvas,
        np.array(blobs),
        tones,
        Strokes(13, 6.5, 1.2, 0.6, 0.06),
        5200,
        (-0.7, -0.7),
        0.3,
        0.4,
    )


def lakeside_path(rng: np.random.Generator) -> Image.Image:
    """A cyclist on the path by the lake."""
    canvas = Canvas("classic", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2a6b97"), (220, "7db2bf"), (430, "f3e6bf")])
    clouds(canvas, noise, (20, 330), ("d7e0d8", "fff7e2"), (420, 120), 0.44, 0.85)
    mountains(
        canvas,
        noise,
        Massif(440, 150, ("91a3a6", "3c6d8a"), ("fdf3df", "93b9cb"), 0.42, "cfdccb", crown=260),
    )
    far_hills(canvas, noise, 436, 44, ("8fb4ae", "3f7a7c"), 3, 8, 220)
    mirror(
        canvas,
        canvas.shape(box(-2, 452, 1204, 460)),
        452,
        wash((452, "7fb0b8"), (700, "1f5c83")),
        0.62,
        5,
    )
    ripples(canvas, (470, 700), ("d9e9dc", "2c6f94", "f6efd2"), 420, 60)
    x = np.linspace(-5, 1205, 240)
    line = np.stack([x, 690 - 34 * ease(0, 1200, x) + 10 * np.sin(x / 150) + noise.line(x, 90, 3) * 6], 1)
    reeds(canvas, -10, 250, 712, 150, 170, ("2f6a58", "5d9060", "a9b868", "1d4f52"))
    shore(canvas, line, ("1d5148", "3f7f55", "8fb165"), (40, 118))
    grass(canvas, 690, 735, 900, ("3f7f55", "7fa95f", "c7cc7a", "2b6650"), 22)
    birch(canvas, 1010, 742, 610, -50)
    cyclist(canvas, Rider(430, 776, 168, "d0563a", 0.5))
    grass(canvas, 800, 925, 2300, ("1d5148", "2f6f52", "6fa05a", "143f44", "b9c56c"), 52)
    flowers = np.stack([rng.uniform(0, 1200, 150), rng.uniform(825, 900, 150)], 1)
    strokes(canvas, flowers, np.tile(ink("f4ead0"), (150, 1)), Strokes(9, 7, 0, 1.5, 0.04))
    return Image.fromarray(finish(canvas))


def pine_on_rocks(rng: np.random.Generator) -> Image.Image:
    """A pine on rocks, high above the lake."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1f5c8a"), (350, "76adc0"), (640, "f2e3bb")])
    clouds(canvas, noise, (120, 560), ("cdd9d6", "fdf5de"), (360, 110), 0.42, 0.8)
    canvas.glow(180, 640, 420, "ffdf9f", 0.5)
    far_hills(canvas, noise, 660, 130, ("b3ccc6", "467f90"), 4, 18, 260)
    mirror(
        canvas,
        canvas.shape(box(-2, 722, 1004, 800)),
        722,
        wash((722, "8bb9bd"), (1100, "1d5a86"), (1500, "143f68")),
        0.55,
        5,
    )
    ripples(canvas, (740, 1400), ("cfe4dc", "2a6e97", "f3edd0"), 600, 90)
    glints(canvas, 190, (728, 1000), 46, "fff3cf", 220, 34)
    for isle, w in ((330, 90), (120, 50)):
        rock(
            canvas,
            curve([(isle - w, 806), (isle - w * 0.4, 784), (isle + w * 0.3, 778), (isle + w, 806)]),
            ("27475c", "56707a", "a58d7c", "efcfa0"),
            16,
        )
        for k in range(5):
            fir(
                canvas,
                isle - w * 0.5 + k * w * 0.22,
                792,
                46 + 9 * (k % 3),
                ("1b4650", "6d8f62"),
                -1,
            )
    crag(canvas)
    grass(canvas, 1440, 1510, 420, ("2c5f52", "7d9a5f", "1c4650", "c9bf77"), 44)
    return Image.fromarray(finish(canvas))


def crag(canvas: Canvas) -> None:
    """The rocks and the pine that grows among them."""
    tones = ("22384f", "5a6676", "b08a72", "f3d3a4")
    back = [(430, 1510), (420, 1330), (470, 1200), (600, 1130), (760, 1090), (900, 1105)]
    rock(canvas, curve([*back, (1010, 1060), (1010, 1510)]), tones, 130)
    pine(canvas)
    left = [(-10, 1510), (-10, 1330), (120, 1270), (260, 1300), (360, 1390), (480, 1430)]
    rock(canvas, curve([*left, (560, 1510)]), tones, 110)
    right = [(560, 1510), (600, 1330), (720, 1250), (860, 1270), (1010, 1210), (1010, 1510)]
    rock(canvas, curve(right), tones, 120)


PADS = (
    (350, 770, 130, 42),
    (440, 735, 110, 40),
    (850, 620, 140, 44),
    (750, 600, 110, 40),
    (400, 505, 120, 42),
    (480, 480, 100, 36),
    (810, 430, 110, 38),
    (730, 410, 90, 36),
    (500, 350, 110, 36),
    (610, 330, 130, 46),
    (660, 290, 90, 34),
    (800, 805, 90, 30),
    (270, 790, 60, 24),
)


def pine(canvas: Canvas) -> None:
    """An old pine bent by the wind, its needles in flat clouds."""
    spine = curve([(690, 1140), (660, 1000), (600, 860), (590, 700), (640, 540), (620, 400)], 14)
    limbs = [
        ([(598, 830), (480, 780), (350, 790)], 26),
        ([(592, 720), (720, 650), (850, 640)], 24),
        ([(615, 610), (500, 540), (400, 530)], 18),
        ([(638, 540), (740, 470), (820, 450)], 15),
        ([(625, 450), (560, 390), (490, 370)], 11),
        ([(625, 870), (720, 820), (800, 830)], 14),
    ]
    roots = [ribbon(curve([(690, 1100), (640 + d, 1160), (600 + 2 * d, 1215)]), [34, 8]) for d in (-20, 40, 110)]
    wood = canvas.fill(
        ribbon(spine, [56, 42, 34, 26, 12]),
        *roots,
        *(ribbon(curve(p), [w, 4]) for p, w in limbs),
        paint="5a3a3a",
        texture=0.08,
    )
    canvas.rim(wood, 7, 3, "d98f5a", 0.9)
    canvas.rim(wood, -8, 0, "2b2b3d", 0.8)
    tones = [(0, "0f3444"), (0.35, "1d5a57"), (0.65, "4c8560"), (0.9, "b7bb6c"), (1, "ecd98d")]
    rng = canvas.rng
    some: list[tuple[float, ...]] = []
    for x, y, rx, ry in PADS:
        some.append((x, y, rx * 0.8, ry * 0.9))
        for _ in range(6):
            some.append(
                (
                    x + rng.normal(0, rx * 0.5),
                    y + rng.normal(-4, ry * 0.45),
                    rx * rng.uniform(0.25, 0.5),
                    ry * rng.uniform(0.4, 0.8),
                )
            )
    foliage(
        canvas,
        np.array(some),
        tones,
        Strokes(28, 3.6, -np.pi / 2, 0.6, 0.06),
        9500,
        (-0.45, -0.9),
        0.28,
        0.9,
    )


def riders_before_hills(rng: np.random.Generator) -> Image.Image:
    """Five riders in a line, a wide lake, rocky hills."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2b6f9a"), (200, "86b8c2"), (360, "f6e6bf")])
    clouds(canvas, noise, (20, 260), ("dbe2d8", "fff6e0"), (520, 100), 0.42, 0.85)
    rocks, lights = ("e0b483", "566f8c"), ("f3d7a9", "7e8ba0")
    range_ = Massif(396, 150, rocks, lights, 0.86, "d9d3bb", 0.55, 0.5, crown=1180, rise=(6, 10))
    mountains(canvas, noise, range_)
    far_hills(canvas, noise, 396, 20, ("9aa89b", "5c7f78"), 2, 6, 150)
    mirror(
        canvas,
        canvas.shape(box(-2, 408, 1604, 500)),
        408,
        wash((408, "86b4bd"), (640, "1f608c")),
        0.72,
        5,
    )
    ripples(canvas, (420, 640), ("d3e7de", "2c72a0", "f8eed0"), 460, 80)
    x = np.linspace(-5, 1605, 300)
    line = np.stack([x, 628 + 26 * ease(300, 1500, x) + noise.line(x, 160, 4) * 10], 1)
    for rx, w in ((110, 90), (240, 60), (1430, 120), (1290, 50)):
        y = float(np.interp(rx, x, line[:, 1])) + 16
        stone = placed(rx, y, w, (-1, 0), (-0.7, -0.5), (0, -0.8), (0.6, -0.45), (1, 0))
        rock(canvas, curve(stone), ("2c4a5e", "6b7680", "c39f80", "f7dcae"), 20)
    shore(canvas, line, ("214f49", "5d8757", "b3b86c"), (46, 118))
    grass(canvas, 640, 690, 1100, ("5d8757", "8fa75f", "d3cc7d", "3f7355"), 20)
    shirts = ("e2a33c", "c9523a", "f1e4c4", "2f7f8e", "d9754a")
    for k, shirt in enumerate(shirts):
        at = 330 + 205 * k + (12, -18, 6, 0, -10)[k]
        ground = float(np.interp(at, x, line[:, 1])) + 84
        skin = ("b9794f", "d09a70", "8f5d40")[k % 3]
        cyclist(canvas, Rider(at, ground, 100, shirt, 0.4 + 1.3 * k, skin))
    grass(canvas, 775, 925, 2600, ("1d5148", "3c7553", "8aa75f", "143f44", "cfc779"), 48)
    return Image.fromarray(finish(canvas))


SCENES = {
    "cycling-by-the-lake-1": lakeside_path,
    "cycling-by-the-lake-2": pine_on_rocks,
    "cycling-by-the-lake-3": riders_before_hills,
}
