"""An avenue of cherry blossom, a pyramid at its end."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, curve, ink, oval, placed, ribbon, wash
from .brush_city import paving
from .brush_forms import foliage, person
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, far_hills, sky, strokes

BLOOM = [(0.0, "8f5f78"), (0.3, "c9879a"), (0.6, "efb8b8"), (0.85, "fbe0d6"), (1.0, "fff6ea")]


def pyramid(canvas: Canvas, x: float, base: float, w: float, h: float) -> None:
    """A pyramid of stone panels with a glass point, two sides in view."""
    top, left, right, foot = (
        np.array(p) for p in ((x, base - h), (x - w / 2, base), (x + w / 2, base), (x + w * 0.2, base + 6))
    )
    sunny, shady = (
        wash((base - h, "f3e9d2"), (base, "cdbfa6")),
        wash((base - h, "6f93a0"), (base, "5b7480")),
    )
    a = canvas.fill([top, left, foot], paint=sunny, texture=0.03)
    b = canvas.fill([top, foot, right], paint=shady, texture=0.03)
    for mask, p, q, joint in ((a, left, foot, "8f8a7c"), (b, foot, right, "2f4e60")):
        canvas.lay(canvas.shape(*panels(top, p, q, 9)) & mask, joint, 0.75)
    one, two, three = (p * 0.36 + top * 0.64 for p in (left, foot, right))
    for face, light, deep in (
        ((top, one, two), "f6f0d8", "8fc4c8"),
        ((top, two, three), "5fa0b0", "1f5f7c"),
    ):
        canvas.fill(face, paint=wash((base - h, light), (base - h * 0.64, deep)), opacity=0.85)
    canvas.fill(ribbon([top, foot], 2.5), ribbon([top, left], 2.5), paint="fff8e4")
    bank = [
        (x - w * 0.8, base + 26),
        (x - w * 0.5, base - 2),
        (x + w * 0.52, base - 2),
        (x + w * 0.84, base + 26),
    ]
    canvas.fill(bank, paint="7f9b6a")


def panels(top: Field, left: Field, right: Field, rows: int) -> list[Field]:
    """The joints of the triangular panels of one side."""
    net = []
    for f in np.arange(1, rows) / rows:
        low = left * (1 - f) + right * f
        near, far = top * (1 - f) + left * f, top * (1 - f) + right * f
        net.append(ribbon([near, far], 1.6))
        net.append(ribbon([low, far], 1.4))
        net.append(ribbon([low, left * (1 - f) + top * f], 1.4))
    return net


def cherry(canvas: Canvas, x: float, base: float, h: float, side: int) -> None:
    """A cherry tree in blossom that leans over the path."""
    rng = canvas.rng
    fork = (x + side * h * 0.03, base - h * 0.32)
    wood = [
        ribbon(
            curve(
                [
                    (x, base),
                    (x - side * h * 0.01, base - h * 0.05),
                    (x - side * h * 0.02, base - h * 0.16),
                    fork,
                ]
            ),
            [h * 0.13, h * 0.07, h * 0.05, h * 0.05],
        )
    ]
    tips = []
    for a in np.linspace(-1.15, 1.15, 7):
        end = np.array(fork) + h * np.array([np.sin(a) * 0.46 + side * 0.1, -np.cos(a) * 0.46 - 0.03])
        mid = (np.array(fork) + end) / 2 + (side * h * 0.03, h * 0.03)
        wood.append(ribbon(curve([fork, mid, end]), [h * 0.034, h * 0.006]))
        tips += [(end, 0.17), (mid * 0.4 + end * 0.6 + rng.normal(0, h * 0.03, 2), 0.15)]
    trunk = canvas.fill(*wood, paint="4a3440", texture=0.08)
    canvas.rim(trunk, h * 0.012, 0, "a8707a", 0.7)
    blobs = np.array(
        [(p[0], p[1], h * r * 1.15, h * r * 0.85) for p, r in tips]
        + [(fork[0] + side * h * 0.1, fork[1] - h * 0.36, h * 0.3, h * 0.2)]
    )
    size = max(h * 0.035, 5)
    foliage(
        canvas,
        blobs,
        BLOOM,
        Strokes(size, size * 0.62, 0, 1.5, 0.04),
        int(500 + 3.6 * h),
        (-0.5, -0.85),
        0.28,
    )


def blossom_avenue(rng: np.random.Generator) -> Image.Image:
    """An avenue of cherry blossom; at its end a pyramid."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f7f92"), (330, "8fc1b8"), (600, "f4ebc9")])
    clouds(canvas, noise, (20, 480), ("dbe5d4", "fdf7e4"), (460, 120), 0.42, 0.85)
    far_hills(canvas, noise, 600, 24, ("b9cfae", "6f9a7c"), 2, 8, 240)
    canvas.lay(
        canvas.below(np.array([0.0, 1500]), np.array([606.0, 606])),
        wash((606, "b7c877"), (720, "6fa862"), (1000, "2b6f58")),
        texture=0.05,
        streak=0.05,
    )
    pyramid(canvas, 690, 606, 330, 270)
    path = [(672, 612), (716, 612), (1110, 1005), (250, 1005)]
    paving(
        canvas,
        path,
        (694, 590),
        [622, 634, 650, 672, 702, 742, 796, 870, 950],
        "efdcb6",
        "b59a7c",
        7,
    )
    for z in (9.0, 6.3, 4.6, 3.4, 2.5, 1.75):
        y = 590 + 400 / z * 0.9
        for side in (-1, 1):
            x, h = 694 + side * 850 / z, 950 / z
            pool = placed(x, y, h, (-0.4, 0), (0.1, -0.025), (0.7, 0.01), (0.1, 0.05))
            shade = curve(pool, 10, True)
            canvas.fill(shade, paint="1d5a50", opacity=0.42)
            cherry(canvas, x, y, h, -side)
    n = 900
    t = rng.uniform(0, 1, n) ** 0.6
    pts = np.stack([694 + rng.normal(0, 1, n) * (60 + 520 * t), 615 + 385 * t], 1)
    order = np.argsort(pts[:, 1])
    strokes(
        canvas,
        pts[order],
        np.tile(ink("f7cfc9"), (n, 1)),
        Strokes(11, 5, 0, 0.5, 0.06),
        (0.2 + t)[order],
    )
    for x, base, h, coat in (
        (668, 655, 34, "b8503c"),
        (684, 656, 33, "2c5a6c"),
        (780, 760, 84, "2f6f78"),
        (820, 766, 62, "e2a848"),
    ):
        canvas.fill(oval(x + h * 0.3, base, h * 0.4, h * 0.045), paint="7a6a64", opacity=0.5)
        person(canvas, x, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


SCENES = {
    "alley-saplings-1": blossom_avenue,
}
