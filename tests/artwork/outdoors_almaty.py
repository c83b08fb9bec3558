"""Almaty: a university tower among poplars, rooftops under the range."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, mix, ribbon, wash
from .brush_city import hexed, paving
from .brush_forms import foliage, person, poplar
from .brush_land import Noise, finish
from .brush_scenery import Massif, Strokes, clouds, far_hills, mountains, patches, sky
from .brush_space import Face, Space, panes, pitched, raise_box

LEAVES = [(0.0, "14484a"), (0.4, "2f7a57"), (0.7, "7fae58"), (1.0, "dedb86")]


def tower(canvas: Canvas) -> None:
    """The tower: a slab with ribs and balconies on a low podium."""
    space = Space(1.7, 1130, 500, 1000, (-0.75, 0.5, -0.45))
    for x, w in ((-17.5, 16), (18.5, 16)):
        for face in raise_box(canvas, space, (x, 0, 74), (w, 9, 12), "ead9b8", 0.0, "2c5562", 0.6)[:2]:
            panes(canvas, face, 12, 2, "2d5f6c", "f6d897", 0.08, (0.62, 0.6))
    mast = space.at([(0.5, 60, 78), (0.5, 74, 78)])
    canvas.fill(ribbon(mast, [4, 1]), paint="3c6672")
    raise_box(canvas, space, (0.5, 58.2, 78), (13, 6, 7), "e7d4b0", 0.42, "2b5666", 0.7)
    faces = raise_box(canvas, space, (0.5, 0, 78), (21, 56, 13), "f2e2bf", 0.42, "2b5666", 0.72)
    for face in faces:
        if face.rise[1] == 0:
            continue
        long = float(np.linalg.norm(face.along)) > 15
        panes(
            canvas,
            face,
            11 if long else 6,
            17,
            "2a6272",
            "ffe3a0",
            0.05,
            (0.66, 0.52),
            (0.05, 0.045),
        )
        ribs(canvas, face, 11 if long else 6)
    crown = raise_box(canvas, space, (0.5, 56, 78), (21, 2.2, 13), "f8ecd0", 0.42, "2b5666", 0.6)
    canvas.fill(crown[0].quad(0, 0, 1, 0.2), paint="b98a5a")
    for face in raise_box(canvas, space, (0.3, 0, 66), (16, 6.4, 8), "f4e6c6", 0.0, "2c5562", 0.6):
        if face.rise[1] > 0:
            panes(canvas, face, 9, 1, "21505d", "ffe3a0", 0.35, (0.6, 0.8), (0.03, 0.06))


def ribs(canvas: Canvas, face: Face, count: int) -> None:
    """Vertical ribs between the windows and bands at the technical floors."""
    light = face.tone(mix("fff6df", "f2e2bf", 0.3), "2b5666", 0.6)
    shapes = [face.quad(0.044 + 0.9 * k / count, 0.02, 0.056 + 0.9 * k / count, 0.98) for k in range(count + 1)]
    patches(canvas, shapes, [light] * len(shapes))
    band = face.tone("c58a52", "2b4f5e", 0.6)
    patches(canvas, [face.quad(0, t, 1, t + 0.016) for t in (0.335, 0.665, 0.965)], [band] * 3)


def university(rng: np.random.Generator) -> Image.Image:
    """The tower in the morning, an alley of poplars, snow behind."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "23697b"), (380, "72aaa5"), (760, "e9e3bd"), (900, "f4e7b9")])
    clouds(canvas, noise, (60, 560), ("dfe3cf", "fdf6df"), (340, 110), 0.4, 0.8)
    mountains(
        canvas,
        noise,
        Massif(1090, 640, ("9fa491", "2f6272"), ("fcf1d9", "86afb6"), 0.34, "cfdcc0", crown=860),
    )
    far_hills(canvas, noise, 1096, 90, ("9cbda5", "3f7d6c"), 3, 16, 190)
    tower(canvas)
    lawn = np.array([0.0, 1000]), np.array([1140.0, 1140])
    canvas.lay(
        canvas.below(*lawn),
        wash((1140, "9dba6c"), (1260, "4f8a5a"), (1500, "1c5149")),
        texture=0.05,
        streak=0.05,
    )
    paving(
        canvas,
        [(478, 1141), (534, 1141), (830, 1502), (150, 1502)],
        (506, 1108),
        [1150, 1162, 1180, 1205, 1240, 1290, 1360, 1450],
        "ead9b2",
        "b29a78",
        7,
    )
    for z in (62, 48, 38, 30, 23, 17.5):
        for side in (-1, 1):
            x, base, h = 506 + side * 7400 / z, 1130 + 1900 / z, 8400 / z
            shade = curve([(x, base - 3), (x + h * 0.3, base - 2), (x + h * 0.55, base + 3), (x, base + 5)])
            canvas.fill(shade, paint="1c4f4c", opacity=0.45)
            poplar(canvas, x, base, h, LEAVES, int(200 + 1.3 * h))
    for x, base, h, coat in (
        (480, 1210, 44, "c5603a"),
        (498, 1211, 43, "2f5c6c"),
        (560, 1290, 72, "e0a948"),
        (420, 1370, 100, "2b4c60"),
    ):
        person(canvas, x, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


def rooftops(rng: np.random.Generator) -> Image.Image:
    """Roofs, poplars and lit windows at dusk; the snow still holds the sun."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1d3b5c"), (180, "4a6f86"), (340, "d9a58f"), (430, "f3c99c")])
    clouds(canvas, noise, (30, 300), ("8d7f8f", "eeb795"), (560, 70), 0.4, 0.6)
    mountains(
        canvas,
        noise,
        Massif(
            500,
            290,
            ("b58478", "3d5672"),
            ("ffd9b6", "8193b5"),
            0.28,
            "b79a96",
            crown=980,
            sun=(-0.85, 0.35, -0.2),
        ),
    )
    far_hills(canvas, noise, 486, 80, ("8d8f98", "38566a"), 3, 18, 260)
    space = Space(30.0, 400, 800, 1500, (-0.8, 0.4, -0.1))
    canvas.lay(
        canvas.below(np.array([0.0, 1600]), np.array([500.0, 500])),
        wash((500, "4f6a72"), (620, "2b4c58"), (900, "16303f")),
        texture=0.06,
    )
    spots = [
        (x + rng.uniform(-4, 4) + 7 * (i % 2), z + rng.uniform(-3, 3))
        for i, z in enumerate(np.geomspace(92, 460, 17)[::-1])
        for x in np.arange(-17, 18) * (9 + z * 0.052)
    ]
    for x, z in spots:
        if abs(x) > z * 0.56 + 8:
            continue
        kind = rng.uniform()
        if kind < 0.36:
            tree(canvas, space, x, z)
        elif kind < 0.965 or z < 130:
            house(canvas, space, x, z)
        else:
            slab(canvas, space, x, z)
    canvas.haze("c99c93", 440, 540, 0.35)
    near_roof(canvas)
    return Image.fromarray(finish(canvas))


def tree(canvas: Canvas, space: Space, x: float, z: float) -> None:
    """A poplar or a round tree between the houses."""
    base = space.at([(x, 0, z)])[0]
    cool = float(ease(90, 420, np.array(z)))
    tones = [
        (0.0, mix("10303c", "5b7078", cool)),
        (0.55, mix("26564f", "7d8480", cool)),
        (1.0, mix("c09a64", "cfa88f", cool)),
    ]
    h = canvas.rng.uniform(12, 19) * 1500 / z
    if canvas.rng.uniform() < 0.6:
        poplar(canvas, float(base[0]), float(base[1]), h, tones, int(160 + 2 * h))
        return
    r = h * 0.26
    blobs = np.array(
        [
            (base[0], base[1] - r * 1.3, r, r),
            (base[0] - r * 0.6, base[1] - r * 0.9, r * 0.7, r * 0.7),
            (base[0] + r * 0.7, base[1] - r, r * 0.7, r * 0.6),
        ]
    )
    foliage(canvas, blobs, tones, Strokes(r * 0.26, r * 0.13, 0, 1.0), 380)


def house(canvas: Canvas, space: Space, x: float, z: float) -> None:
    """A house with a hipped roof, a chimney and a lamp in the window."""
    rng = canvas.rng
    cool = float(ease(80, 460, np.array(z)))
    turn = rng.choice([0.35, -0.5, 1.2, 0.1])
    size = (rng.uniform(10, 14), rng.uniform(4, 7.5), rng.uniform(8, 10))
    wall = ("d9bfa0", "c9a58a", "b9c0b2", "dcc9a8")[int(rng.integers(0, 4))]
    roof = ("a04f3c", "7c4038", "47707a", "5c6a58", "b0653f")[int(rng.integers(0, 5))]
    air = "a08e93"
    for face in raise_box(canvas, space, (x, 0, z), size, _hex(mix(wall, air, cool * 0.6)), turn, "24405a", 0.75):
        if face.rise[1] > 0:
            panes(
                canvas,
                face,
                3,
                1 if size[1] < 6 else 2,
                "243f55",
                "ffcf7d",
                0.42,
                (0.42, 0.5),
                (0.08, 0.15),
            )
    pitched(
        canvas,
        space,
        (x, size[1], z),
        size,
        rng.uniform(2.6, 3.8),
        _hex(mix(roof, air, cool * 0.6)),
        turn,
        _hex(mix("22304a", air, cool * 0.5)),
        0.9,
    )
    raise_box(
        canvas,
        space,
        (x + 1.6, size[1] + 1.6, z),
        (1.1, 2.6, 1.1),
        _hex(mix("b9826a", air, cool * 0.6)),
        turn,
        "24324a",
        0.6,
    )


def slab(canvas: Canvas, space: Space, x: float, z: float) -> None:
    """A block of flats among the houses."""
    cool = float(ease(80, 460, np.array(z)))
    wall = _hex(mix("cbb298", "a08e93", cool * 0.6))
    for face in raise_box(canvas, space, (x, 0, z), (24, canvas.rng.uniform(16, 26), 9), wall, 0.3, "2a4560", 0.7):
        if face.rise[1] > 0:
            panes(
                canvas,
                face,
                10 if np.linalg.norm(face.along) > 12 else 3,
                7,
                "2b465c",
                "ffcf7d",
                0.3,
                (0.5, 0.5),
            )


def _hex(colour: Field) -> str:
    """Six digits."""
    return hexed(colour)


def near_roof(canvas: Canvas) -> None:
    """The tin roof the viewer looks from: eaves, seams, a chimney and wires."""
    roof = [(-5, 905), (-5, 800), (330, 838), (560, 905)]
    mask = canvas.fill(roof, paint=wash((800, "8a4a3f"), (900, "4d2f3c")), texture=0.05)
    seams = [ribbon([(-5 + 62 * k, 800 + 7 * k), (-60 + 74 * k, 910)], 4) for k in range(9)]
    canvas.lay(canvas.shape(*seams) & mask, "c47c5c", 0.6)
    canvas.fill(ribbon([(-5, 800), (330, 838), (560, 905)], 6), paint="d99a70")
    canvas.fill(box(120, 726, 64, 110), paint="a8664f", texture=0.06)
    canvas.fill(box(160, 726, 24, 110), paint="5d3b44", texture=0.06)
    canvas.fill(box(112, 716, 80, 14), paint="d39a74")
    bricks = [box(122 + (k % 2) * 14 + 28 * i, 742 + 15 * k, 1.6, 13) for k in range(6) for i in range(2)]
    canvas.fill(*bricks, *(box(120, 741 + 15 * k, 40, 1.4) for k in range(6)), paint="7a4a42", opacity=0.7)


SCENES = {"two-days-in-almaty-1": university, "two-days-in-almaty-2": rooftops}
