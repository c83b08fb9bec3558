"""Rabat: a gate with tiles, and the courtyard behind it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PIL import Image

from .brush import Canvas, Field, Mask, box, curve, oval, ribbon, wash
from .brush_city import paving
from .brush_forms import arch, dome, foliage, turned
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, patches, sky


def horseshoe(x: float, base: float, w: float, h: float) -> Field:
    """A horseshoe arch: straight jambs, then more than half a circle."""
    r = w * 0.58
    cy = base - h + r
    t = np.linspace(np.pi * 1.0 + 0.55, -0.55, 48)
    ring = np.stack([x + r * np.cos(t), cy - r * np.sin(t)], 1)
    half = r * np.cos(0.55)
    return np.vstack([[(x - half, base)], ring, [(x + half, base)]])


def zellige(canvas: Canvas, mask: Mask, area: tuple[float, float, float, float], size: float) -> None:
    """Star tiles: eight points, crosses between, four colours."""
    x0, y0, w, h = area
    stars, tones, hearts = [], [], []
    for j in range(int(h / size) + 2):
        for i in range(int(w / size) + 2):
            cx, cy = x0 + i * size, y0 + j * size
            t = np.arange(16) * np.pi / 8 + np.pi / 8
            r = size * np.where(np.arange(16) % 2, 0.36, 0.5)
            stars.append(np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], 1))
            tones.append(("1f6f7c", "e9d9b0", "2f8f86", "b8573a")[(i + 2 * (j % 2) + j) % 4])
            hearts.append(oval(cx, cy, size * 0.14))
    patches(canvas, stars, tones, within=mask)
    patches(
        canvas,
        hearts,
        ["f7ead0", "c98a3c"] * (len(hearts) // 2) + ["f7ead0"] * (len(hearts) % 2),
        within=mask,
    )


def gate(rng: np.random.Generator) -> Image.Image:
    """A horseshoe gate set with tiles; beyond it a courtyard in the sun."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f7f95"), (500, "9cc7bd"), (800, "f4e6bd")])
    clouds(canvas, noise, (250, 700), ("dfe3cc", "fdf5dc"), (300, 90), 0.42, 0.8)
    courtyard(canvas)
    wall = canvas.everywhere() - canvas.shape(horseshoe(500, 1330, 560, 1010))
    canvas.lay(
        wall,
        wash((0, "d9a574"), (500, "e0ab78"), (1330, "b87a58"), (1500, "7c4f48")),
        texture=0.05,
        streak=0.02,
    )
    frame = canvas.shape(box(110, 190, 780, 1140)) & wall
    canvas.lay(frame, "14434f", texture=0.04)
    zellige(canvas, frame, (110, 190, 780, 1140), 52)
    voussoirs(canvas, wall)
    for x, y, w, h in ((98, 178, 804, 14), (98, 178, 14, 1152), (888, 178, 14, 1152)):
        canvas.fill(box(x, y, w, h), paint="f6e2b8")
        canvas.fill(
            box(
                x + (0 if w > 99 else 10),
                y + (10 if w > 99 else 0),
                w if w > 99 else 4,
                4 if w > 99 else h,
            ),
            paint="7a4f42",
        )
    stucco(canvas)
    for side in (-1, 1):
        x = 500 + side * 292
        turned(
            canvas,
            x,
            [(1010, 26), (1030, 22), (1320, 22), (1330, 30)],
            ("fff0cf", "e6c79a", "b58a70", "7a5f60"),
        )
        canvas.fill(box(x - 34, 984, 68, 28), paint="f3dcae")
        canvas.fill(box(x - 34, 1006, 68, 6), paint="8a6050")
    canvas.fill(
        [(0, 1330), (200, 1330), (100, 1500), (0, 1500)],
        [(800, 1330), (1000, 1330), (1000, 1500), (900, 1500)],
        paint="6d4640",
        opacity=0.6,
    )
    light = canvas.shape(np.array([(205, 1332), (620, 1332), (760, 1502), (120, 1502)]))
    canvas.lay(light, "ffe2a8", 0.28)
    return Image.fromarray(finish(canvas))


def voussoirs(canvas: Canvas, wall: Mask) -> None:
    """The ring of wedge stones around the arch, light and dark."""
    cx, cy, r = 500.0, 1330 - 1010 + 560 * 0.58, 560 * 0.58
    edges = np.linspace(np.pi + 0.55, -0.55, 30)
    shapes, tones = [], []
    for k, (a, b) in enumerate(pairwise(edges)):
        t = np.linspace(a, b, 6)
        inner = np.stack([cx + r * np.cos(t), cy - r * np.sin(t)], 1)
        outer = np.stack([cx + (r + 76) * np.cos(t), cy - (r + 76) * np.sin(t)], 1)
        shapes.append(np.vstack([inner, outer[::-1]]))
        tones.append("f3dcae" if k % 2 else "b5583a")
    patches(canvas, shapes, tones, within=wall)
    t = np.linspace(np.pi + 0.55, -0.55, 60)
    for d, w, paint in ((78, 8, "f8e8c4"), (86, 3, "5d3b3a"), (2, 7, "fbeccb")):
        canvas.lay(
            canvas.shape(ribbon(np.stack([cx + (r + d) * np.cos(t), cy - (r + d) * np.sin(t)], 1), w)) & wall,
            paint,
        )


def stucco(canvas: Canvas) -> None:
    """A carved band and green roof tiles above the gate."""
    canvas.fill(box(0, 96, 1000, 66), paint="ecd2a2", texture=0.04)
    small = [arch(22 + 44 * k, 160, 30, 52, 0.2) for k in range(23)]
    patches(canvas, small, ["a8704f"] * 23)
    patches(canvas, [arch(22 + 44 * k, 160, 16, 34, 0.2) for k in range(23)], ["6d4540"] * 23)
    canvas.fill(box(0, 158, 1000, 7), paint="8a5b48")
    canvas.fill(box(0, 0, 1000, 100), paint=wash((0, "1d5a52"), (100, "2f7f68")), texture=0.05)
    for k in range(26):
        canvas.fill(
            box(40 * k + 4, 0, 15, 96),
            paint=wash((40 * k + 4, "7fb58a"), (40 * k + 19, "2a6f5e"), across=True),
        )
    patches(
        canvas,
        [oval(40 * k + 11, 97, 14, 9) for k in range(26)],
        ["4a9678" if k % 2 else "3d8a70" for k in range(26)],
    )


def courtyard(canvas: Canvas) -> None:
    """What the gate shows: a minaret, an arcade, orange trees, a fountain."""
    canvas.fill(
        box(560, 470, 84, 420),
        paint=wash((560, "f6dca8"), (612, "dba878"), (644, "a8765f"), across=True),
        texture=0.04,
    )
    m = canvas.shape(box(570, 500, 64, 90))
    canvas.lay(m, "2a7f84")
    zellige(canvas, m, (570, 500, 64, 90), 20)
    canvas.fill(box(580, 420, 44, 52), paint="e9c18c")
    turned(canvas, 602, dome(420, 18, 26), ("f6dca8", "c98f68", "8a5f56"))
    patches(canvas, [arch(602, 690, 26, 64, 0.2), arch(602, 800, 26, 64, 0.2)], ["6d4a48"] * 2)
    canvas.fill(box(150, 800, 700, 270), paint=wash((800, "fbe6bd"), (1070, "e3b888")), texture=0.04)
    canvas.fill(box(150, 778, 700, 24), paint="2f8068")
    canvas.fill(box(150, 800, 700, 8), paint="8a5f4c", opacity=0.7)
    bays = [horseshoe(210 + 116 * k, 1070, 72, 190) for k in range(6)]
    patches(canvas, bays, ["7a5754"] * 6)
    patches(canvas, [horseshoe(216 + 116 * k, 1070, 52, 160) for k in range(6)], ["a8735c"] * 6)
    band = canvas.shape(box(150, 1022, 700, 48)) - canvas.shape(*bays)
    canvas.lay(band, "14434f")
    zellige(canvas, band, (150, 1022, 700, 48), 24)
    paving(
        canvas,
        [(150, 1070), (850, 1070), (1300, 1505), (-300, 1505)],
        (500, 960),
        [1084, 1102, 1126, 1160, 1206, 1270, 1350, 1440],
        "ecd0a0",
        "b07f5c",
        9,
    )
    for x, s in ((270, 1.0), (730, 1.05)):
        canvas.fill(ribbon([(x, 1130), (x + 6, 960)], [16 * s, 9]), paint="5d4038")
        b = np.array([(x, 900, 92 * s, 80 * s), (x - 50, 940, 60 * s, 50), (x + 52, 936, 62 * s, 52)], float)
        foliage(
            canvas,
            b,
            [(0, "14433f"), (0.45, "2f7350"), (0.75, "6fa054"), (1, "d5d581")],
            Strokes(24, 11, -1.2, 0.8),
            1500,
            (0.7, -0.7),
        )
        rng = canvas.rng
        fruit = [oval(x + rng.normal(0, 52), 915 + rng.normal(0, 38), 7.5) for _ in range(26)]
        patches(canvas, fruit, [("e8862f", "f2a444")[k % 2] for k in range(26)])
        canvas.fill(oval(x - 30, 1136, 120, 13), paint="8a5f50", opacity=0.45)
        turned(canvas, x, [(1108, 44), (1150, 34)], ("d98a5a", "b8603f", "7a3f38"))
    fountain(canvas)


def fountain(canvas: Canvas) -> None:
    """A round basin on a tiled foot, with a jet."""
    canvas.fill(oval(470, 1236, 170, 26), paint="8a5f50", opacity=0.45)
    turned(
        canvas,
        500,
        [(1170, 130), (1196, 128), (1232, 120)],
        ("fff2d4", "ecd0a2", "b98f74", "7f6260"),
    )
    canvas.fill(oval(500, 1170, 130, 24), paint="f8e8c4")
    canvas.fill(oval(500, 1172, 116, 19), paint="3f97a0")
    canvas.fill(oval(480, 1169, 70, 9), paint="bfe0d2", opacity=0.8)
    turned(
        canvas,
        500,
        [(1092, 46), (1100, 44), (1112, 14), (1168, 18)],
        ("fff2d4", "ecd0a2", "b98f74", "7f6260"),
    )
    jets = [
        ribbon(curve([(500, 1090), (500 + d * 18, 1050), (500 + d * 46, 1096)]), [5, 3, 2]) for d in (-1, -0.4, 0.4, 1)
    ]
    canvas.fill(*jets, paint="f2fbf0", opacity=0.85)


SCENES = {
    "rabat-diplomat-received": gate,
}
