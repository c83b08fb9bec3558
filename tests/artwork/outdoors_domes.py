"""Domes at evening: Astana and Delhi."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, box, ease, ink, mix, oval, ribbon, wash
from .brush_city import lamp, paving, skyline
from .brush_forms import House, arch, dome, foliage, person, turned
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, mirror, patches, sky, strokes

NIGHT = ("e9cfa6", "a9a3a0", "5f7488", "304a68", "1c3050")


def finial(canvas: Canvas, x: float, y: float, h: float) -> None:
    """A gilt ball and crescent on top of a dome."""
    canvas.fill(
        ribbon([(x, y + 2), (x, y - h * 0.6)], h * 0.08),
        oval(x, y - h * 0.25, h * 0.12),
        paint="f2c66b",
    )
    ring = canvas.shape(oval(x, y - h * 0.75, h * 0.2), holes=[oval(x + h * 0.05, y - h * 0.8, h * 0.17)])
    canvas.lay(ring, "f8d888")


def minaret(canvas: Canvas, x: float, base: float, h: float, r: float, tones: tuple[str, ...]) -> None:
    """A minaret with two balconies, a lantern and a cone."""
    turned(canvas, x, [(base - h, 0.4), (base - h * 0.86, r * 0.9)], tones[1:])
    turned(canvas, x, [(base - h * 0.86, r * 0.75), (base - h * 0.78, r * 0.75)], tones)
    turned(canvas, x, [(base - h * 0.78, r * 0.9), (base - h * 0.4, r), (base, r * 1.25)], tones)
    for f in (0.78, 0.56):
        y = base - h * f
        turned(canvas, x, [(y - 7, r * 1.7), (y - 2, r * 1.75), (y + 9, r)], tones)
        canvas.fill(box(x - r * 1.7, y - 10, r * 3.4, 3), paint="ffd98f")
    slots = [box(x - 1.6, base - h * f, 3.2, 12) for f in (0.16, 0.28, 0.66)]
    patches(canvas, [*slots, box(x - r * 0.5, base - h * 0.84, r, h * 0.045)], ["ffcf7a"] * 4)
    finial(canvas, x, base - h, r * 2.2)


def ribbed(
    canvas: Canvas,
    x: float,
    profile: list[tuple[float, float]],
    tones: tuple[str, ...],
    count: int = 9,
) -> None:
    """A dome with ribs from its tip."""
    mask = turned(canvas, x, profile, tones, 8)
    p = np.asarray(profile)
    ribs = [ribbon(np.stack([x + p[:, 1] * np.sin(a), p[:, 0]], 1), 1.4) for a in np.linspace(-1.3, 1.3, count)]
    canvas.lay(canvas.shape(*ribs) & mask, mix(tones[0], "fff4d8", 0.3), 0.4)


def great_mosque(canvas: Canvas, x: float, base: float) -> None:
    """The mosque: a great dome, lesser domes, an arcade with light behind."""
    for d in (-330, 330):
        minaret(canvas, x + d, base, 520, 15, NIGHT)
    for d, r in ((-205, 62), (205, 62)):
        turned(canvas, x + d, [(base - 196, r + 3), (base - 150, r + 3)], NIGHT)
        ribbed(canvas, x + d, dome(base - 196, r, 74), NIGHT)
        finial(canvas, x + d, base - 270, 34)
    turned(canvas, x, [(base - 292, 142), (base - 200, 146)], NIGHT)
    lights = [arch(x + 140 * np.sin(a), base - 222, 15 * np.cos(a) + 2, 42, 0.2) for a in np.linspace(-1.2, 1.2, 13)]
    patches(canvas, lights, ["ffd389"] * len(lights))
    ribbed(canvas, x, dome(base - 290, 140, 172), NIGHT, 13)
    finial(canvas, x, base - 462, 62)
    body = box(x - 280, base - 172, 560, 172)
    canvas.fill(
        body,
        paint=wash((x - 280, "b9a794"), (x - 60, "7d8490"), (x + 280, "2c4464"), across=True),
        texture=0.04,
    )
    canvas.fill(box(x - 286, base - 178, 572, 9), paint="f0d6a8")
    patches(
        canvas,
        [arch(x - 255 + 51 * k, base, 34, 100, 0.25) for k in range(11)],
        ["ffcb74" if k != 5 else "e9a552" for k in range(11)],
    )
    rims = [ribbon(arch(x - 255 + 51 * k, base, 38, 104, 0.25), 2.4) for k in range(11)]
    canvas.fill(*rims, paint="33496a")
    portal = [
        arch(x, base, 120, 214, 0.3),
        arch(x, base, 88, 180, 0.3),
        arch(x, base, 56, 130, 0.3),
    ]
    canvas.fill(
        box(x - 74, base - 236, 148, 236),
        paint=wash((x - 74, "cdb797"), (x + 74, "5a6a80"), across=True),
    )
    for outline, paint in zip(portal, ("2f4b6c", "a8663e", "ffd88c"), strict=True):
        canvas.fill(outline, paint=paint)
    for d in (-330, 330):
        canvas.fill(
            box(x + d - 46, base - 120, 92, 120),
            paint=wash((x + d - 46, "a79a90"), (x + d + 46, "324a6a"), across=True),
            texture=0.04,
        )
        patches(canvas, [arch(x + d, base, 40, 84, 0.25)], ["f3b962"])


def evening_mosque(rng: np.random.Generator) -> Image.Image:
    """A crescent moon over domes and minarets."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "0d2440"), (300, "1d4a63"), (560, "4f7f84"), (720, "e3b186"), (780, "f2c994")])
    clouds(canvas, noise, (300, 760), ("2c5468", "d79d80"), (520, 70), 0.42, 0.5)
    stars = np.stack([rng.uniform(0, 1500, 90), rng.uniform(0, 380, 90)], 1)
    strokes(
        canvas,
        stars,
        np.tile(ink("f3e6c4"), (90, 1)),
        Strokes(3.2, 3.2, 0, 2, 0.05),
        rng.uniform(0.4, 1.2, 90),
    )
    moon = canvas.shape(oval(340, 235, 62), holes=[oval(366, 220, 56)])
    canvas.glow(335, 240, 190, "f6e2b0", 0.4)
    canvas.lay(moon, "fdf0cc")
    house = House("8a8288", "5d6a7c", "4d6076", "ffd68a", 0.25, 10, 9)
    skyline(canvas, 800, (-20, 1540), (20, 120), (30, 60), house, ("c3998a", 0.45), 0.2)
    canvas.fill(
        box(-2, 796, 1504, 220),
        paint=wash((796, "6f6a72"), (880, "2a4258"), (1000, "10233c")),
        texture=0.05,
    )
    great_mosque(canvas, 930, 800)
    floor = [(700, 801), (1160, 801), (1500, 1005), (240, 1005)]
    paving(canvas, floor, (930, 740), [812, 826, 845, 870, 905, 950], "6d6f7c", "25394f", 10)
    pool = canvas.shape(np.array([(850, 836), (1010, 836), (1090, 985), (760, 985)]))
    mirror(canvas, pool, 806, "16304c", 0.8, 2.5, 2.6)
    canvas.fill(ribbon([(850, 836), (1010, 836), (1090, 985), (760, 985), (850, 836)], 7), paint="d8b98f")
    for x in (560, 660, 1200, 1300):
        b = np.array([(x, 800, 30, 40), (x + 22, 812, 26, 28), (x - 22, 812, 26, 28)], float)
        foliage(canvas, b, [(0, "0c2438"), (0.6, "1f4a56"), (1, "8f8a6c")], Strokes(12, 6, 0, 1), 380)
    for x, base, h, coat in (
        (800, 880, 58, "e9dcc0"),
        (840, 884, 54, "3c5876"),
        (1110, 868, 52, "b8603c"),
        (640, 950, 92, "27405c"),
        (690, 956, 88, "dccbb0"),
    ):
        canvas.fill(oval(x + h * 0.2, base, h * 0.35, h * 0.05), paint="0c1c30", opacity=0.5)
        canvas.rim(person(canvas, x, base, h, (coat, "6a4634")), -2, 0, "ffd389", 0.8)
    for x in (470, 1420):
        lamp(canvas, x, 980, 190, "0d1e34", 0.7)
    return Image.fromarray(finish(canvas))


SAND = ("ffe0ad", "e8ab78", "b8705c", "74506a", "46406a")


def arcade(canvas: Canvas, x0: float, x1: float, base: float, h: float) -> None:
    """A sandstone wing: plinth, arches in shade with lamps, cornice, parapet."""
    canvas.fill(
        box(x0, base - h, x1 - x0, h),
        paint=wash((base - h, "f2bf8a"), (base, "c07f64")),
        texture=0.05,
    )
    bays = int((x1 - x0) / 46)
    wide = (x1 - x0) / bays
    outer = [arch(x0 + wide * (k + 0.5), base - 12, wide * 0.66, h * 0.58, 0.1) for k in range(bays)]
    patches(canvas, outer, ["5a3f58"] * bays)
    patches(
        canvas,
        [arch(x0 + wide * (k + 0.5) + 3, base - 12, wide * 0.44, h * 0.46, 0.1) for k in range(bays)],
        ["ffca78" if k % 3 else "b9694c" for k in range(bays)],
    )
    canvas.fill(*(ribbon(o[1:-1], 2.4) for o in outer), paint="fde0b0")
    patches(
        canvas,
        [box(x0 + wide * (k + 0.5) - 7, base - h * 0.84, 14, h * 0.14) for k in range(bays)],
        ["6b4860"] * bays,
    )
    for y, t, paint in (
        (h, 5, "ffe6bb"),
        (h * 0.7, 4, "f8d29c"),
        (h * 0.66, 3, "8a5858"),
        (0.11 * h, 4, "f8d29c"),
    ):
        canvas.fill(box(x0 - 3, base - y, x1 - x0 + 6, t), paint=paint)
    canvas.fill(box(x0 - 3, base - h + 5, x1 - x0 + 6, 6), paint="7c5060", opacity=0.7)


def pavilion(canvas: Canvas, x: float, base: float, w: float) -> None:
    """A small domed kiosk on four columns."""
    for d in (-0.4, -0.13, 0.13, 0.4):
        turned(canvas, x + d * w, [(base - w * 0.6, w * 0.05), (base, w * 0.06)], SAND)
    turned(canvas, x, [(base - w * 0.68, w * 0.62), (base - w * 0.58, w * 0.5)], SAND)
    turned(canvas, x, dome(base - w * 0.66, w * 0.42, w * 0.42), SAND)
    canvas.fill(ribbon([(x, base - w * 1.06), (x, base - w * 1.3)], [w * 0.05, 0.6]), paint="ffdf9c")


def great_dome(canvas: Canvas) -> None:
    """The drum with its columns, the dome and a flag."""
    canvas.fill(box(950, 440, 220, 36), paint=wash((950, "f6c896"), (1170, "7f5566"), across=True))
    turned(canvas, 1060, [(352, 92), (442, 96)], SAND)
    cols = [
        box(1060 + 92 * np.sin(a) - 3.5 * np.cos(a), 362, 7 * np.cos(a) + 1, 74) for a in np.linspace(-1.3, 1.3, 17)
    ]
    patches(
        canvas,
        cols,
        [mix("ffe9bf", "6a4a66", float(ease(-0.6, 1.1, np.array(a)))) for a in np.linspace(-1.3, 1.3, 17)],
    )
    turned(canvas, 1060, [(344, 102), (354, 100)], SAND)
    ribbed(canvas, 1060, dome(346, 94, 112), SAND, 13)
    turned(canvas, 1060, [(206, 1.2), (222, 7), (236, 10)], SAND)
    canvas.fill(ribbon([(1060, 210), (1060, 160)], [3, 1]), paint="5a4464")
    canvas.fill([(1062, 162), (1100, 168), (1098, 182), (1062, 180)], paint="d9683c")


def dome_at_dusk(rng: np.random.Generator) -> Image.Image:
    """A sandstone dome above arcades, and a long pool."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2b3560"), (230, "7d6684"), (420, "e09372"), (560, "fbcf92")])
    clouds(canvas, noise, (40, 440), ("86617f", "f6b384"), (560, 80), 0.42, 0.65)
    canvas.glow(240, 590, 520, "ffb367", 0.6)
    canvas.fill(oval(240, 548, 36), paint="fff0c9")
    for x in range(-20, 1640, 34):
        b = np.array([(x, 604, 34, 30 + 12 * np.sin(x / 70)), (x + 16, 596, 26, 24)], float)
        foliage(canvas, b, [(0, "5a4a66"), (0.6, "8a6a6c"), (1, "d99b72")], Strokes(10, 5, 0, 1), 420)
    arcade(canvas, 360, 900, 630, 112)
    arcade(canvas, 1220, 1640, 630, 112)
    for x in (420, 640, 840, 1300, 1520):
        pavilion(canvas, x, 520, 44)
    arcade(canvas, 880, 1240, 632, 158)
    great_dome(canvas)
    canvas.fill(
        box(-2, 628, 1604, 280),
        paint=wash((628, "b08a68"), (690, "5f6258"), (900, "23324c")),
        texture=0.05,
        streak=0.05,
    )
    pool = canvas.shape(np.array([(960, 650), (1160, 650), (1420, 905), (660, 905)]))
    mirror(canvas, pool, 634, wash((640, "d99a78"), (900, "3a3f66")), 0.85, 4, 1.6)
    canvas.fill(
        ribbon([(960, 650), (1160, 650), (1420, 908)], [3, 12]),
        ribbon([(960, 650), (660, 908)], [3, 12]),
        paint="f2c998",
    )
    for side in (-1, 1):
        for k in range(6):
            f = (k / 5.5) ** 1.7
            cx, y, r = 1060 + side * (150 + 330 * f), 646 + 190 * f, 16 + 36 * f
            canvas.fill(oval(cx + r * 1.2, y, r * 1.8, r * 0.2), paint="1c2840", opacity=0.5)
            turned(
                canvas,
                cx,
                [
                    (y - r * 3.2, 0.5),
                    (y - r * 1.6, r * 0.55),
                    (y - r * 0.2, r * 0.62),
                    (y, r * 0.4),
                ],
                ("a9955f", "5f6a55", "33505a", "1f3650"),
                smooth=True,
            )
    for x, base, h, coat in (
        (420, 752, 54, "f0d9b0"),
        (452, 754, 52, "a8443c"),
        (505, 738, 46, "2c3f66"),
    ):
        canvas.fill(oval(x + 16, base, 22, 3), paint="1c2840", opacity=0.5)
        canvas.rim(person(canvas, x, base, h, (coat, "5a3a34")), 2, 0, "ffd9a0", 0.7)
    return Image.fromarray(finish(canvas))


SCENES = {
    "new-delhi-talks-1": dome_at_dusk,
    "ramadan-dinner-astana-1": evening_mosque,
}
