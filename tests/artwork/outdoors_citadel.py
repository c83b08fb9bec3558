"""Ankara: a citadel over terraces of houses."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, ink, mix, ribbon, wash
from .brush_city import hexed
from .brush_forms import House, block, foliage
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, far_hills, patches, sky, strokes


def hill_line(x: Field) -> Field:
    """The outline of the citadel hill."""
    return np.asarray(
        900
        - 500 * np.exp(-(np.abs((x - 900) / 500) ** 3.0))
        - 110 * np.exp(-(((x - 200) / 330) ** 2))
        - 90 * np.exp(-(((x - 1500) / 220) ** 2))
    )


def citadel_walls(canvas: Canvas) -> None:
    """Walls with pentagonal towers and battlements, a flag on the keep."""

    def wall(x0: float, x1: float, top0: float, top1: float, drop: float) -> None:
        """A battlemented wall between two places."""
        body = [(x0, top0), (x1, top1), (x1, top1 + drop), (x0, top0 + drop)]
        mask = canvas.fill(
            body,
            paint=wash((min(top0, top1), "edc08c"), (max(top0, top1) + drop, "a86f58")),
            texture=0.07,
        )
        n = int((x1 - x0) / 14)
        teeth = [box(x0 + (k + 0.2) * 14, top0 + (top1 - top0) * k / n - 9, 8, 11) for k in range(n)]
        patches(canvas, teeth, ["f6d09c"] * n)
        rows = [ribbon([(x0, top0 + 11 * k), (x1, top1 + 11 * k)], 1.2) for k in range(1, int(drop / 11))]
        canvas.lay(canvas.shape(*rows) & mask, "8a5848", 0.5)

    def tower(x: float, top: float, w: float, h: float) -> None:
        """A square tower on its corner."""
        canvas.fill(
            [(x - w / 2, top), (x, top - 3), (x, top + h), (x - w / 2, top + h)],
            paint="f8d3a0",
            texture=0.07,
        )
        canvas.fill(
            [(x, top - 3), (x + w / 2, top), (x + w / 2, top + h), (x, top + h)],
            paint="8f5f58",
            texture=0.07,
        )
        teeth = [box(x - w / 2 + (k + 0.15) * w / 5, top - 11, w / 8, 12) for k in range(5)]
        patches(canvas, teeth, ["fbdcac", "fbdcac", "f0c592", "9a685c", "9a685c"])
        patches(
            canvas,
            [box(x - w * 0.3, top + 22, 5, 14), box(x + w * 0.22, top + 22, 5, 14)],
            ["6d4640", "4a3440"],
        )

    wall(640, 1170, 438, 446, 62)
    for x, top, w, h in (
        (640, 420, 44, 96),
        (745, 424, 40, 84),
        (1070, 428, 40, 84),
        (1170, 424, 46, 100),
    ):
        tower(x, top, w, h)
    wall(790, 1010, 368, 366, 66)
    for x, top, w, h in ((790, 346, 46, 92), (1010, 346, 46, 92), (905, 316, 76, 116)):
        tower(x, top, w, h)
    canvas.fill(ribbon([(905, 310), (905, 226)], [3.4, 1.6]), paint="4a3440")
    canvas.fill(
        curve([(907, 230), (935, 226), (966, 236), (964, 260), (934, 252), (907, 256)], 6, True),
        paint="b8392f",
    )


def citadel(rng: np.random.Generator) -> Image.Image:
    """A citadel on its hill over terraces of red-roofed houses."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f5f7c"), (260, "88a49c"), (480, "f0c692"), (620, "fbe0ae")])
    clouds(canvas, noise, (20, 420), ("c99c88", "fbe0b4"), (480, 100), 0.42, 0.75)
    canvas.glow(260, 620, 480, "ffc47c", 0.5)
    far_hills(canvas, noise, 660, 90, ("d5b593", "8a7f74"), 4, 24, 320)
    x = np.linspace(-5, 1505, 400)
    y = hill_line(x) + noise.line(x, 90, 4) * 9
    canvas.lay(canvas.below(x, y), wash((380, "b98a5f"), (700, "7c6a52"), (1000, "3a4048")), texture=0.08)
    lit = ease(1150, 500, x)
    canvas.lay(canvas.below(x, y), "e8b778", 0.35 * np.interp(canvas.grid()[0], x, lit))
    pts = np.stack([rng.uniform(0, 1500, 2600), np.sort(rng.uniform(400, 1000, 2600))], 1)
    pts = pts[pts[:, 1] > hill_line(pts[:, 0]) + 8]
    tone = np.array([ink(c) for c in ("8a6a4c", "d9ab74", "6f7050", "4f5c4c")])
    slope = np.where(pts[:, 0] > 900, 0.75, -0.75)
    strokes(canvas, pts, tone[np.arange(len(pts)) % 4], Strokes(30, 6, 0, 0.3, 0.08), None, slope)
    shrubs(canvas)
    citadel_walls(canvas)
    terraces_of_houses(canvas)
    return Image.fromarray(finish(canvas))


def shrubs(canvas: Canvas) -> None:
    """Bushes on the bare flanks of the hill."""
    rng = canvas.rng
    for px in np.sort(rng.uniform(0, 1500, 70)):
        py = float(hill_line(np.array([px]))[0]) + rng.uniform(14, 120)
        r = rng.uniform(7, 13)
        b = np.array([(px, py, r * 1.3, r), (px + r, py + 3, r, r * 0.7)], float)
        foliage(canvas, b, [(0, "33473f"), (0.6, "6a7048"), (1, "d9bb74")], Strokes(8, 4, 0, 1), 60)


def terraces_of_houses(canvas: Canvas) -> None:
    """Rows of houses down the hill, larger and darker toward the viewer."""
    rng = canvas.rng
    walls, roofs = ("f6dfb4", "eec898", "e2b48a", "cfd0b8", "f0d0a8"), ("a8583c", "8f4a38")
    for row in range(11):
        near = row / 10
        px = -30.0
        while px < 1530:
            w = (34 + 64 * near) * rng.uniform(0.8, 1.25)
            h = (30 + 52 * near) * rng.uniform(0.7, 1.5)
            crown = float(hill_line(np.array([px + w / 2]))[0])
            base = crown + 124 + (1030 - crown - 124) * near**1.1 + rng.uniform(-7, 7)
            if base - h > crown + 10:
                lit = mix(walls[int(rng.integers(0, 5))], "d9b08c", 0.3 * (1 - near))
                house = House(
                    hexed(lit),
                    hexed(mix(lit, "4a4460", 0.55)),
                    "5b5560",
                    "ffd990",
                    0.1,
                    19 + 9 * near,
                    15 + 7 * near,
                    rng.uniform(0.25, 0.42),
                    (0.4, 0.55),
                )
                block(canvas, px, base, w, h, house, "flat")
                tiles(canvas, px, base - h, w, house.side, roofs[int(rng.integers(0, 2))])
            if rng.uniform() < 0.3:
                tx = px + w * 1.02
                r = 9 + 15 * near
                b = np.array([(tx, base - r * 2.2, r * 0.7, r * 1.5), (tx, base - r, r * 0.9, r)], float)
                foliage(
                    canvas,
                    b,
                    [(0, "27424a"), (0.6, "5f7250"), (1, "d3b873")],
                    Strokes(r * 0.6, r * 0.25, -1.4, 0.4),
                    160,
                )
            px += w * rng.uniform(0.88, 1.75)


def tiles(canvas: Canvas, x: float, top: float, w: float, side: float, paint: str) -> None:
    """A low tiled roof with lit eaves."""
    split, rise = x + w * (1 - side), w * 0.2
    left, peak, end = (
        (x - w * 0.06, top + 4),
        (x + w * 0.36, top - rise),
        (x + w * 1.05, top + w * 0.05),
    )
    back = (x + w * 0.72, top - rise * 0.95)
    front = canvas.fill(
        [left, peak, back, (split + w * 0.03, top + 5)],
        paint=mix(paint, "f6b98a", 0.28),
        texture=0.06,
    )
    rows = [
        ribbon(
            [
                (x - w * 0.06 + w * 0.42 * f, top + 4 - (rise + 4) * f),
                (split + w * 0.03 + (back[0] - split) * f, top + 5 - (rise + 5) * f),
            ],
            1.2,
        )
        for f in (0.25, 0.5, 0.75)
    ]
    canvas.lay(canvas.shape(*rows) & front, mix(paint, "3a2430", 0.4), 0.7)
    canvas.fill([(split + w * 0.03, top + 5), back, end], paint=mix(paint, "35263a", 0.5), texture=0.06)
    canvas.fill(ribbon([left, (split + w * 0.03, top + 5)], 2.2), paint="fbdcae")


SCENES = {
    "ankara-consultations": citadel,
}
