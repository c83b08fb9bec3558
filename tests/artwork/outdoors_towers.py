"""Landmarks: flames of glass, spheres on stems, dunes."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, mix, offset, oval, ramp, ribbon, steps, wash
from .brush_city import hexed, lamp, palm, skyline
from .brush_forms import House, block, foliage, person, turned
from .brush_lake import ripples
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import (
    Strokes,
    clouds,
    far_hills,
    glints,
    mirror,
    patches,
    sky,
)


def flame(canvas: Canvas, x: float, base: float, w: float, h: float, lean: float, tones: tuple[str, ...]) -> None:
    """A tower in the shape of a flame, its floors following the curve."""
    left = curve(
        [
            (x - w * 0.46, base),
            (x - w * 0.6, base - h * 0.3),
            (x - w * 0.42, base - h * 0.66),
            (x + lean, base - h),
        ],
        16,
    )
    right = curve(
        [
            (x + w * 0.46, base),
            (x + w * 0.56, base - h * 0.34),
            (x + w * 0.36, base - h * 0.7),
            (x + lean, base - h),
        ],
        16,
    )
    mask = canvas.shape(np.vstack([left, right[::-1]]))
    stops = [(x - w * 0.6 + w * 1.2 * k / (len(tones) - 1), t) for k, t in enumerate(tones)]
    canvas.lay(mask, wash(*stops, across=True), texture=0.03)
    canvas.lay(mask, wash((base - h, "ffd9a0"), (base - h * 0.6, "c98072"), (base, "27406a")), 0.38)
    floors = [
        ribbon(
            curve(
                [(x - w, base - k * 10.0 + 6), (x, base - k * 10.0), (x + w, base - k * 10.0 + 6)],
                5,
            ),
            2.0,
        )
        for k in range(int(h / 10))
    ]
    canvas.lay(canvas.shape(*floors) & mask, "1d2f55", 0.45)
    bars = [ribbon(left * (1 - s) + right * s, 1.3) for s in np.linspace(0.08, 0.92, 9)]
    canvas.lay(canvas.shape(*bars) & mask, "f5d6ae", 0.35)
    dark = left * 0.36 + right * 0.64
    canvas.lay(canvas.shape(np.vstack([dark, offset(right[::-1], 2, 0)])) & mask, "1f2f58", 0.5)
    rng = canvas.rng
    lit = [
        box(
            x + rng.uniform(-0.5, 0.45) * w,
            base - rng.integers(1, int(h / 10)) * 10.0 + 3,
            rng.uniform(5, 13),
            5.5,
        )
        for _ in range(int(h * w / 500))
    ]
    canvas.lay(canvas.shape(*lit) & mask, "ffd58a", 0.85)
    canvas.lay(canvas.shape(ribbon(left, 4)) & mask, "ffe9c0")


def flames_by_the_sea(rng: np.random.Generator) -> Image.Image:
    """Three flame towers on a hill above the bay, at dusk."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "24365f"), (240, "6a6688"), (430, "df9a7c"), (560, "fbd7a0")])
    clouds(canvas, noise, (40, 470), ("866f8c", "f3b78d"), (560, 90), 0.42, 0.65)
    canvas.glow(300, 570, 520, "ffb96e", 0.6)
    far_hills(canvas, noise, 590, 60, ("d9a68f", "8a7488"), 3, 10, 300)
    x = np.linspace(-5, 1605, 300)
    hill = np.stack(
        [
            x,
            606 - 150 * np.exp(-(((x - 1090) / 330) ** 2)) - 40 * ease(600, 1600, x) + noise.line(x, 120, 4) * 8,
        ],
        1,
    )
    canvas.lay(canvas.below(x, hill[:, 1]), wash((430, "a9766c"), (620, "54506c")), texture=0.06)
    tones = ("ffd9a6", "d8957c", "6f6d90", "3a4f80", "2a3d6b")
    flame(canvas, 1120, 462, 120, 330, 34, tones)
    flame(canvas, 985, 490, 132, 330, 58, tones)
    flame(canvas, 1245, 492, 136, 300, -52, tones)
    house = House("d9a184", "6d5a74", "4b4a66", "ffd78f", 0.22, 11, 9)
    hillside(canvas, hill, house)
    canvas.fill(box(-2, 624, 1604, 14), paint=wash((624, "f0c79a"), (638, "6d5a70")))
    for k in range(24):
        lamp(canvas, 20 + 68 * k, 626, 26, "3a3350", 0.4)
    mirror(
        canvas,
        canvas.shape(box(-2, 637, 1604, 280)),
        637,
        wash((637, "cf9a85"), (740, "66698a"), (900, "22345e")),
        0.7,
        6,
    )
    glints(canvas, 300, (642, 890), 60, "ffe6b0", 300, 42)
    ripples(canvas, (650, 900), ("f0bd92", "33466f", "8b7d98"), 420, 90)
    return Image.fromarray(finish(canvas))


def hillside(canvas: Canvas, hill: Field, house: House) -> None:
    """Houses and trees in rows, from the top of the hill to the water."""
    rng = canvas.rng
    kinds = ("flat", "step", "gable", "tank")
    for row in range(6):
        px, fall = (560.0 + 14 * row if row < 5 else -10.0), (row + 1) / 6
        while px < 1620:
            w = rng.uniform(26, 58)
            top = float(np.interp(px, hill[:, 0], hill[:, 1]))
            base, tone = top + (628 - top) * fall, rng.uniform(0, 0.4)
            lit, dark = _tone(house.lit, "f0cfa4", tone), _tone(house.shade, "494866", tone)
            side = rng.uniform(0.25, 0.45)
            one = House(lit, dark, house.glass, house.lamp, 0.24, 11, 9, side)
            h = rng.uniform(20, 50)
            block(canvas, px, base, w, h, one, kinds[int(rng.integers(0, 4))])
            px += w * rng.uniform(0.9, 1.7)
        for _ in range(12):
            tx = rng.uniform(620, 1600)
            ty = float(np.interp(tx, hill[:, 0], hill[:, 1])) * (1 - fall) + 628 * fall
            b = np.array([(tx, ty - 8, 12, 10), (tx + 9, ty - 5, 9, 8)], float)
            tones = [(0, "2b3d55"), (0.6, "4d6260"), (1, "c79a6c")]
            foliage(canvas, b, tones, Strokes(7, 3, 0, 1), 70)


def _tone(a: str, b: str, share: float) -> str:
    """Six digits of a mixed tone."""
    return hexed(mix(a, b, share))


def globe(canvas: Canvas, x: float, y: float, r: float, tones: tuple[str, ...], discs: str | None) -> None:
    """A sphere, with rows of enamel discs if wanted."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 40)
    turned(
        canvas,
        x,
        list(zip(y + r * np.sin(t), np.maximum(r * np.cos(t), 0.01), strict=True)),
        tones,
        9,
        -0.55,
    )
    if discs is None:
        return
    shapes, colours = [], []
    for k, lat in enumerate(np.linspace(-1.25, 1.25, 11)):
        for lon in np.arange(-1.45 + 0.1 * (k % 2), 1.46, 0.21 / max(np.cos(lat), 0.35)):
            px, py = x + r * np.cos(lat) * np.sin(lon), y + r * np.sin(lat)
            shapes.append(oval(px, py, r * 0.085 * np.cos(lon) + 0.3, r * 0.085 * np.cos(lat) + 0.3))
            light = float(np.clip(0.6 - 0.45 * np.sin(lon) - 0.3 * np.sin(lat), 0, 1))
            colours.append(
                ramp(
                    [(0, mix(discs, "0f2a48", 0.6)), (0.5, discs), (1, mix(discs, "fff3d2", 0.65))],
                    np.array(light),
                )
            )
    patches(canvas, shapes, colours)


STONE = ("fff4dc", "f0dcba", "c3b8a8", "86919c", "586f88")


def sphere_towers(rng: np.random.Generator) -> Image.Image:
    """Three slender towers with blue spheres at the edge of a bay."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1f5f92"), (260, "74aec2"), (480, "f0dfb8"), (560, "fbe8bd")])
    clouds(canvas, noise, (30, 430), ("d5ddd6", "fff4db"), (520, 110), 0.42, 0.8)
    canvas.glow(1320, 560, 420, "ffdd9c", 0.5)
    for tall, air, lamps in (((26, 120), 0.62, 0.02), ((18, 70), 0.42, 0.04)):
        house = House("e6cfa9", "9c9c9e", "6f8c9c", "ffe3a0", lamps, 10, 9)
        skyline(canvas, 616, (860, 1640), tall, (22, 54), house, ("d9d3bb", air), 0.55)
    spit = curve([(-10, 612), (300, 600), (700, 602), (900, 614), (980, 630), (-10, 634)])
    canvas.fill(spit, paint=wash((600, "f0d9a8"), (634, "9c8a6c")), texture=0.05)
    blue = ("f3efd6", "8fc2c4", "3f8ea8", "1f6289", "174569")
    for x, h, kind in ((360, 330, 2), (700, 300, 1), (545, 440, 0)):
        base = 608.0
        profile = [
            (base - h, 0.8),
            (base - h * 0.86, 4.5),
            (base - h * 0.55, 9),
            (base, 20 if kind else 24),
        ]
        turned(canvas, x, profile, STONE, smooth=False)
        if kind == 2:
            patches(
                canvas,
                [box(x - 5 + 2 * (k % 2), base - h * 0.2 - 30 * k, 4, 9) for k in range(8)],
                ["f7e0a4"] * 8,
            )
        if kind < 2:
            globe(canvas, x, base - h * (0.56 if kind else 0.53), 62 - 10 * kind, blue, "2f86a8")
        if kind == 0:
            globe(canvas, x, base - h * 0.78, 30, blue, "2f86a8")
            canvas.fill(box(x - 62, base - h * 0.53 - 3, 124, 6), paint="f5e5c2", opacity=0.85)
    for k, px in enumerate((60, 120, 190, 265, 440, 620, 790, 850)):
        palm(
            canvas,
            px,
            616,
            84 + 26 * ((k * 5) % 3),
            ("6d5a4c", "1f5a58", "8fae6c"),
            0.08 * (-1) ** k,
        )
    for k in range(26):
        b = np.array([(20 + 34 * k, 612, 22, 9), (34 + 34 * k, 608, 16, 8)], float)
        foliage(canvas, b, [(0, "1c4f52"), (0.6, "4d8660"), (1, "c9cf83")], Strokes(8, 4, 0, 1), 90)
    canvas.fill(box(-2, 618, 960, 12), paint=wash((618, "fdf0cf"), (630, "a58f74")))
    mirror(
        canvas,
        canvas.shape(box(-2, 629, 1604, 290)),
        629,
        wash((629, "a5c8c2"), (740, "3f88a5"), (900, "15507f")),
        0.66,
        6,
    )
    glints(canvas, 1320, (634, 880), 56, "fff3cf", 240, 42)
    ripples(canvas, (645, 900), ("cfe4da", "1f6492", "f3e6c2"), 420, 95)
    return Image.fromarray(finish(canvas))


def dunes(rng: np.random.Generator) -> Image.Image:
    """Dunes in evening light; towers far away in the haze."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2a4a72"), (260, "8a8a96"), (470, "eab483"), (590, "fbdba0")])
    clouds(canvas, noise, (40, 420), ("9a8692", "f6c596"), (380, 70), 0.38, 0.55)
    canvas.glow(790, 560, 400, "ffc77c", 0.65)
    canvas.fill(oval(790, 520, 40), paint="fff1cf")
    house = House("dcae8c", "b98f86", "b08d88", "ffe3a0", 0.0, 9, 7)
    skyline(canvas, 612, (90, 520), (20, 90), (14, 34), house, ("f0c391", 0.55), 0.45)
    turned(
        canvas,
        322,
        [(350, 0.6), (430, 3), (500, 7), (560, 12), (612, 18)],
        ("f0c391", "d9a583", "b98d80"),
    )
    turned(canvas, 400, [(470, 1), (540, 8), (612, 10)], ("f0c391", "d9a583", "b98d80"))

    def ground(x: Field, z: Field) -> Field:
        u, v = x * 0.34 + 0.12 * z, z * 0.42 - 0.1 * x
        wind = noise.cloud(u * 0.5 + 3, v * 0.5, 3, 0.4)
        ridge = 1 - np.abs(noise.once(u + wind * 0.9, v * 0.8 + wind)) * 2.0
        small = 0.0034 * np.sin((x + wind * 2.0) * 52 + 7 * noise.cloud(x * 0.8, z * 0.8, 2)) * ease(6, 2, z)
        return np.asarray(0.62 * ridge * ease(1.2, 3.4, z) + 0.22 * wind + small)

    view = relief(canvas, ground, Eye(1.35, 585, 500, 1000, 1.5, 20, (0.85, 0.32, 0.2)), 560, 800)
    light = ease(-0.15, 0.75, view.light) * (1 - 0.8 * ease(0, 0.05, view.shadow))
    tone = steps(light + 0.05 * view.patches(noise, 2, 2), 6, 0.5)
    near = ramp([(0, "3a2f52"), (0.3, "7c4a52"), (0.6, "d0824e"), (0.85, "f0b068"), (1, "fbd694")], tone)
    far = ramp([(0, "a98583"), (0.5, "dba67c"), (1, "f8d59c")], tone)
    away = ease(2.5, 17, view.z)[..., None]
    mask = lay_relief(canvas, view, near * (1 - away) + far * away)
    kuwahara(canvas, 5, mask)
    canvas.haze("f8d59c", 560, 640, 0.4)
    walker(canvas)
    return Image.fromarray(finish(canvas))


def walker(canvas: Canvas) -> None:
    """A walker in white and the footprints behind."""
    path = curve([(330, 1500), (420, 1330), (380, 1180), (450, 1060), (520, 990)], 16)
    t = np.linspace(1, 0.25, len(path))
    side = np.where(np.arange(len(path)) % 2, 1, -1)
    prints = [oval(p[0] + s * 9 * k, p[1], 9 * k, 4.2 * k) for p, s, k in zip(path, side, t, strict=True)]
    canvas.fill(*prints, paint="5a3a4a", opacity=0.55)
    canvas.fill([(520, 988), (430, 1000), (330, 1030), (420, 1002)], paint="4a3350", opacity=0.5)
    figure = person(canvas, 524, 992, 92, ("f3e6cf", "a86a48"))
    canvas.rim(figure, -3, 0, "fff6dd")


SCENES = {
    "emirates-donation": dunes,
    "gallery-5": flames_by_the_sea,
    "kuwait-first-trip-1": sphere_towers,
}
