"""Tehran: the arch tower below the Alborz."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Mask, box, curve, ink, offset, ribbon, wash
from .brush_city import paving, skyline
from .brush_forms import House, foliage, person
from .brush_land import Noise, finish
from .brush_scenery import (
    Massif,
    Strokes,
    clouds,
    far_hills,
    mountains,
    patches,
    sky,
    strokes,
)


def arch_body(canvas: Canvas, x: float, base: float) -> Mask:
    """The flared tower with its vault; courses, windows and the lit edge."""
    side = curve([(74, 392), (66, 340), (78, 250), (118, 160), (190, 66), (262, 0)], 14)
    right = np.stack([x + side[:, 0], base - side[:, 1]], 1)
    left = np.stack([x - side[:, 0], base - side[:, 1]], 1)
    vault = curve([(118, 0), (104, 70), (72, 150), (0, 214)], 12)
    hole = np.vstack(
        [
            np.stack([x + vault[:, 0], base - vault[:, 1]], 1),
            np.stack([x - vault[::-1, 0], base - vault[::-1, 1]], 1),
        ]
    )
    deep = canvas.fill(hole, paint=wash((base - 214, "6f7f92"), (base, "b5a79a")))
    inner = np.stack([x + 40 + (hole[:, 0] - x) * 0.82, base - (base - hole[:, 1]) * 0.86], 1)
    canvas.lay(canvas.shape(inner) & deep, wash((base - 200, "bcd3c9"), (base, "f3e6c0")))
    mask = canvas.shape(np.vstack([left, right[::-1]]), holes=[hole])
    canvas.lay(
        mask,
        wash(
            (x - 260, "fdf0d0"),
            (x - 40, "ecd7b2"),
            (x + 30, "c2aa96"),
            (x + 260, "8795a0"),
            across=True,
        ),
        texture=0.03,
    )
    courses = [
        ribbon(curve([(x - 280, base - h + 10), (x, base - h), (x + 280, base - h + 10)], 6), 1.4)
        for h in range(12, 390, 13)
    ]
    canvas.lay(canvas.shape(*courses) & mask, "5f7182", 0.4)
    for f in (-0.86, -0.66, -0.46, 0.46, 0.66, 0.86):
        rib = np.stack([x + side[:, 0] * f, base - side[:, 1]], 1)
        canvas.lay(canvas.shape(ribbon(rib, 3)) & mask, "fff6dd" if f < 0 else "5d7284", 0.7)
    lace(canvas, x, base)
    rim = np.vstack([hole[:40], hole[40:]])
    canvas.fill(ribbon(rim, 6), paint="fff6dd")
    canvas.fill(ribbon(offset(rim, 3, 5), 3), paint="3f7f93", opacity=0.8)
    canvas.lay(canvas.shape(ribbon(left, 5)) & mask, "fffaf0")
    return mask


def lace(canvas: Canvas, x: float, base: float) -> None:
    """Crossed ribs over the vault, slots at the top, cornices."""
    net = []
    for k in range(-5, 6):
        net.append(ribbon([(x + 20 * k, base - 205), (x + 20 * k + 84, base - 330)], 2.2))
        net.append(ribbon([(x + 20 * k, base - 205), (x + 20 * k - 84, base - 330)], 2.2))
    field = canvas.shape(
        np.array(
            [
                (x - 60, base - 326),
                (x + 60, base - 326),
                (x + 70, base - 258),
                (x + 24, base - 222),
                (x - 24, base - 222),
                (x - 70, base - 258),
            ]
        )
    )
    canvas.lay(field, "4f8b98", 0.75)
    canvas.lay(canvas.shape(*net) & field, "fdf0d2")
    slots = [box(x - 50 + 26 * k, base - 378, 14, 36) for k in range(4)]
    patches(canvas, slots, ["35566d"] * 4)
    canvas.fill(
        box(x - 84, base - 398, 168, 10),
        paint=wash((x - 80, "fff6dd"), (x + 80, "8b97a2"), across=True),
    )
    canvas.fill(
        box(x - 76, base - 334, 152, 6),
        paint=wash((x - 80, "fff6dd"), (x + 80, "8b97a2"), across=True),
    )


def flower_beds(canvas: Canvas) -> None:
    """Two round beds of flowers before the arch."""
    rng = canvas.rng
    paints = [ink(c) for c in ("d9573f", "f2b84f", "f4e6c4", "b8405a", "3f8a58", "2b6650")]
    for side in (-1, 1):
        corners = ((120, 800), (300, 780), (520, 820), (330, 870))
        bed = canvas.fill(curve([(600 + side * d, y) for d, y in corners], 12, True), paint="2b6650")
        pts = np.stack([rng.uniform(40, 1160, 3000), rng.uniform(775, 875, 3000)], 1)
        tone = np.array(paints)[rng.integers(0, 6, 3000)]
        strokes(canvas, pts, tone, Strokes(9, 5, 0, 1.5), within=bed)


def arch_tower(rng: np.random.Generator) -> Image.Image:
    """The arch tower on its lawn; behind it the Alborz."""
    canvas = Canvas("classic", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2b6b93"), (250, "86b4bc"), (480, "f3dfb3")])
    clouds(canvas, noise, (20, 300), ("d8dccf", "fff5de"), (420, 110), 0.4, 0.8)
    mountains(
        canvas,
        noise,
        Massif(610, 330, ("c79d7c", "4f6681"), ("fdf1da", "8fa9bd"), 0.5, "dccfb0", crown=200),
    )
    far_hills(canvas, noise, 612, 40, ("b9b295", "76866f"), 2, 10, 200)
    house = House("ecd6b0", "a09a94", "7f8f98", "ffe3a0", 0.02, 9, 8)
    skyline(canvas, 636, (-20, 1220), (14, 60), (24, 50), house, ("dccfae", 0.35), 0.3)
    for k in range(44):
        b = np.array([(28 * k, 634, 20, 14), (12 + 28 * k, 626, 14, 12)], float)
        foliage(canvas, b, [(0, "1e4c4a"), (0.6, "4d7f58"), (1, "c3c67c")], Strokes(8, 4, 0, 1), 90)
    canvas.lay(
        canvas.below(np.array([0.0, 1200]), np.array([640.0, 640])),
        wash((640, "a5b96c"), (730, "5f9458"), (900, "1f5c50")),
        texture=0.05,
        streak=0.06,
    )
    plaza = curve([(120, 712), (600, 672), (1080, 712), (600, 760)], 20, True)
    canvas.fill(offset(plaza, 0, 5), paint="8a7660", opacity=0.6)
    canvas.fill(plaza, paint=wash((672, "f6e6c0"), (760, "d3b78c")))
    paving(
        canvas,
        [(540, 750), (660, 750), (960, 905), (240, 905)],
        (600, 640),
        [768, 790, 820, 860],
        "ead3a6",
        "a98d68",
        8,
    )
    canvas.fill([(700, 706), (960, 712), (1210, 742), (1210, 768), (840, 742)], paint="2f5a58", opacity=0.5)
    arch_body(canvas, 600, 712)
    flower_beds(canvas)
    for px, base, h, coat in (
        (520, 742, 30, "b8502f"),
        (536, 743, 29, "24506a"),
        (690, 738, 28, "e0a848"),
        (640, 810, 52, "24405a"),
        (575, 850, 66, "a8442f"),
    ):
        person(canvas, px, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


SCENES = {
    "iran-trip": arch_tower,
}
