"""River temples of Bangkok and a long-tail boat."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, offset, oval, placed, ribbon, wash
from .brush_city import palm
from .brush_forms import arch, foliage, turned
from .brush_lake import ripples
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, far_hills, glints, mirror, patches, sky

CLAY = ("fff0cc", "efcd9c", "c3937c", "7f6a7c", "4c5070")
GILT = ("fff3c4", "f6cd74", "d2924a", "8f5f50", "574860")


def prang(canvas: Canvas, x: float, base: float, h: float, w: float) -> None:
    """A stepped tower like an ear of maize: terraces, niches, ribbed spire."""
    for k in range(4):
        r, y = w * (0.62 - 0.095 * k), base - h * 0.09 * k
        turned(canvas, x, [(y - h * 0.095, r * 0.9), (y - h * 0.02, r * 0.95), (y, r)], CLAY)
        canvas.fill(box(x - r * 0.98, y - h * 0.098, r * 1.96, 3), paint="fff4d8")
        n = 9 - k
        patches(
            canvas,
            [arch(x - r * 0.8 + r * 1.6 * i / (n - 1), y - h * 0.012, r * 0.1, h * 0.06, 0.3) for i in range(n)],
            ["8a6a68" if i < n * 0.6 else "4f4a62" for i in range(n)],
        )
    t = np.linspace(0, 1, 60)
    half = w * 0.26 * (1 - t**2.2) ** 0.8 * (1 + 0.045 * np.sign(np.sin(t * 60)))
    half = np.maximum(half, 1.0)
    top = base - h * 0.36
    mask = turned(canvas, x, list(zip(top - h * 0.56 * t[::-1], half[::-1], strict=True)), CLAY, 7)
    ribs = [ribbon(np.stack([x + half * s, top - h * 0.56 * t], 1), 1.5) for s in np.linspace(-0.8, 0.8, 7)]
    canvas.lay(canvas.shape(*ribs) & mask, "fff4d8", 0.45)
    canvas.fill(ribbon([(x, base - h * 0.9), (x, base - h * 1.02)], [4, 1]), paint="f6cd74")


def chedi(canvas: Canvas, x: float, base: float, h: float, w: float) -> None:
    """A gilded bell with a ringed spire."""
    p = [
        (base - h, 0.6),
        (base - h * 0.72, w * 0.045),
        (base - h * 0.5, w * 0.11),
        (base - h * 0.48, w * 0.16),
        (base - h * 0.42, w * 0.17),
        (base - h * 0.40, w * 0.22),
        (base - h * 0.2, w * 0.38),
        (base - h * 0.15, w * 0.5),
        (base - h * 0.12, w * 0.46),
        (base, w * 0.56),
    ]
    mask = turned(canvas, x, p, GILT, 8)
    rings = [box(x - w, base - h * f, 2 * w, 2) for f in np.linspace(0.5, 0.9, 13)]
    canvas.lay(canvas.shape(*rings) & mask, "8a5a44", 0.5)


def temple(canvas: Canvas, x: float, base: float, w: float) -> None:
    """A hall with three tiers of steep roofs, gilt gables and white walls."""
    canvas.fill(
        box(x - w * 0.5, base - w * 0.3, w, w * 0.3),
        paint=wash((x - w * 0.5, "fff0d2"), (x + w * 0.5, "b58f86"), across=True),
        texture=0.04,
    )
    patches(
        canvas,
        [arch(x - w * 0.42 + w * 0.14 * k, base, w * 0.07, w * 0.2, 0.3) for k in range(7)],
        ["7f4a48" if k != 3 else "c98a3c" for k in range(7)],
    )
    for f, y, r in ((0.62, 0.28, 0.24), (0.47, 0.42, 0.22), (0.32, 0.56, 0.24)):
        low, high = base - w * y, base - w * (y + r)
        roof = np.vstack(
            [
                curve([(x - w * f, low), (x - w * f * 0.75, low - w * 0.05), (x - w * f * 0.6, high)]),
                curve([(x + w * f * 0.6, high), (x + w * f * 0.75, low - w * 0.05), (x + w * f, low)]),
            ]
        )
        mask = canvas.fill(roof, paint=wash((high, "c9603c"), (low, "8f3f3c")), texture=0.05)
        edge = np.stack([roof[:, 0] * 0.94 + x * 0.06, roof[:, 1]], 1)
        canvas.lay(canvas.shape(ribbon(edge, 7)) & mask, "2f6f5c")
        tiles = [box(x - w, low - 7 * j, 2 * w, 1.4) for j in range(1, int(w * r / 7))]
        canvas.lay(canvas.shape(*tiles) & mask, "5f2f38", 0.45)
        canvas.fill(ribbon(roof, [3, 2]), paint="f6cd74")
        for s in (-1, 1):
            canvas.fill(
                ribbon(
                    curve(
                        [
                            (x + s * w * f, low),
                            (x + s * w * (f + 0.03), low - 8),
                            (x + s * w * (f + 0.035), low - 22),
                        ]
                    ),
                    [5, 1],
                ),
                paint="f6cd74",
            )
            canvas.fill(
                ribbon(
                    curve(
                        [
                            (x + s * w * f * 0.6, high),
                            (x + s * w * (f * 0.6 + 0.02), high - 12),
                            (x + s * w * f * 0.62, high - 26),
                        ]
                    ),
                    [5, 1],
                ),
                paint="f6cd74",
            )


def longtail(canvas: Canvas, x: float, line: float, size: float) -> None:
    """A long-tail boat: rising prow with ribbons, canopy, driver, long shaft."""

    def at(*points: tuple[float, float]) -> Field:
        return curve(placed(x, line, size, *points))

    top = at((-0.62, -0.24), (-0.5, -0.13), (-0.2, -0.06), (0.25, -0.055), (0.5, -0.08))
    low = at((0.48, -0.002), (0, 0.007), (-0.4, -0.002), (-0.54, -0.12))
    body = np.vstack([top, low])
    canvas.fill(np.stack([body[:, 0], 2 * line - body[:, 1] + 3], 1), paint="2a3654", opacity=0.55)
    canvas.fill(box(x - size * 0.2, line + 4, size * 0.5, size * 0.1), paint="2a3654", opacity=0.3)
    wood = wash((line - size * 0.2, "c96f3f"), (line, "5a2f38"))
    mask = canvas.fill(body, paint=wood, texture=0.05)
    gilt = ribbon(offset(top, 0, size * 0.02), size * 0.014)
    canvas.lay(canvas.shape(gilt) & mask, "f3c067")
    canvas.rim(mask, 0, 3, "ffe6b4", 0.9)
    posts = [ribbon(placed(x, line, size, (f, -0.05), (f, -0.2)), 3) for f in (-0.16, 0.02, 0.2, 0.3)]
    canvas.fill(*posts, paint="3f2f3c")
    passengers(canvas, x, line, size)
    roof = at((-0.2, -0.19), (0.05, -0.235), (0.34, -0.195))
    shade = wash((x - size * 0.2, "fff0cc"), (x + size * 0.34, "b58a80"), across=True)
    canvas.fill(np.vstack([roof, offset(roof, 0, size * 0.022)[::-1]]), paint=shade)
    driver(canvas, x, line, size)
    for d, paint in ((0, "d9486a"), (5, "f3c14f"), (10, "3f8f8a")):
        band = offset(at((-0.585, -0.2), (-0.565, -0.13), (-0.59, -0.06)), d, 0)
        canvas.fill(ribbon(band, [7, 4, 2]), paint=paint)
    wake = [ribbon(at((0.74, 0.009), (0.95, d), (1.3, 2.2 * d)), [3, 6, 1]) for d in (0.011, 0.029)]
    canvas.fill(*wake, paint="fff0cc", opacity=0.75)


def passengers(canvas: Canvas, x: float, line: float, size: float) -> None:
    """Five people who sit under the canopy."""
    coats = ("d9573f", "f0d9a8", "2f7f86", "e2a23c", "6a5f8a")
    for k, coat in enumerate(coats):
        px = x - size * 0.1 + size * 0.085 * k
        canvas.fill(oval(px, line - size * 0.105, size * 0.02, size * 0.024), paint="7a4a38")
        back = ((-0.028, -0.05), (-0.02, -0.085), (0.02, -0.085), (0.028, -0.05))
        canvas.fill(curve(placed(px, line, size, *back), 5, True), paint=coat)


def driver(canvas: Canvas, x: float, line: float, size: float) -> None:
    """The man at the tiller, the engine and its long shaft."""
    px = x + size * 0.42
    canvas.fill(
        ribbon(
            [
                (x + size * 0.38, line - size * 0.15),
                (x + size * 0.5, line - size * 0.12),
                (x + size * 0.76, line + 5),
            ],
            [3, 5, 2],
        ),
        paint="2f2a3a",
    )
    canvas.fill(box(x + size * 0.465, line - size * 0.15, size * 0.05, size * 0.05), paint="4a5566")
    canvas.fill(
        ribbon([(px - 4, line - size * 0.06), (px, line - size * 0.13)], [size * 0.03, size * 0.045]),
        paint="33405c",
    )
    canvas.fill(
        ribbon([(px, line - size * 0.12), (px - 2, line - size * 0.2)], [size * 0.045, size * 0.05]),
        paint="e9dcc0",
    )
    canvas.fill(
        ribbon([(px - 4, line - size * 0.19), (px - 14, line - size * 0.15)], size * 0.014),
        paint="8a5a40",
    )
    canvas.fill(oval(px - 3, line - size * 0.225, size * 0.016, size * 0.02), paint="7a4a38")
    canvas.fill(
        [
            (px - 3 - size * 0.04, line - size * 0.232),
            (px - 3, line - size * 0.262),
            (px - 3 + size * 0.04, line - size * 0.232),
        ],
        paint="e2b869",
    )


def river_temples(rng: np.random.Generator) -> Image.Image:
    """Spires across the river, a long-tail boat passing."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "3a5480"), (240, "8f8798"), (430, "f0b184"), (580, "fde0aa")])
    clouds(canvas, noise, (20, 450), ("a98a98", "fbcf9c"), (480, 100), 0.43, 0.7)
    canvas.glow(1180, 560, 480, "ffc274", 0.6)
    canvas.fill(oval(1180, 500, 42), paint="fff3cf")
    far_hills(canvas, noise, 616, 34, ("d9ac90", "9c8488"), 2, 8, 160)
    for k in range(48):
        px = 34.0 * k - 20
        b = np.array([(px, 612, 28, 18 + 8 * (k % 3)), (px + 14, 602, 20, 14)], float)
        foliage(canvas, b, [(0, "3c4a58"), (0.6, "6c7560"), (1, "d9b078")], Strokes(11, 5, 0, 1), 110)
    for x, h, w in ((330, 270, 100), (690, 270, 100)):
        prang(canvas, x, 624, h, w)
    prang(canvas, 510, 626, 500, 210)
    chedi(canvas, 860, 624, 250, 120)
    temple(canvas, 1010, 624, 190)
    chedi(canvas, 1330, 624, 190, 90)
    for x, h in ((90, 170), (150, 130), (220, 150), (1160, 130), (1230, 160), (1430, 180)):
        palm(canvas, x, 628, h, ("5d4a4c", "35504f", "b9a265"), 0.08 if int(x) % 20 else -0.08)
    wall = canvas.fill(box(-2, 620, 1504, 18), paint=wash((620, "fbe3b6"), (638, "8a6f70")))
    canvas.lay(canvas.shape(*(box(26 * k, 622, 1.4, 16) for k in range(58))) & wall, "6d5560", 0.5)
    mirror(
        canvas,
        canvas.shape(box(-2, 637, 1504, 370)),
        637,
        wash((637, "e3ab84"), (760, "8a7c8c"), (1000, "2b3f66")),
        0.68,
        6,
    )
    glints(canvas, 1180, (642, 985), 60, "fff0c6", 380, 46)
    ripples(canvas, (655, 1000), ("f6c898", "3c4c74", "a98c94"), 460, 95)
    longtail(canvas, 640, 850, 560)
    return Image.fromarray(finish(canvas))


SCENES = {"bangkok-commission-session": river_temples}
