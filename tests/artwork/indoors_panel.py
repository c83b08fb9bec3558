"""A panel on a stage before a picture of dry earth and a cloud."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy.spatial import Voronoi

from tests.artwork.indoors_figures import (
    HAIRS,
    Rim,
    bust,
    clothes,
    draw,
    seated_front,
)
from tests.artwork.indoors_furniture import curtain
from tests.artwork.interior import Canvas, Paint, ellipse, limb, mix, rect, smooth


def _cracks(c: Canvas, x0: float, x1: float, y0: float, y1: float) -> None:
    """Parched earth that runs to the horizon: plates of clay, drawn smaller with distance."""
    rng, box = c.rng, [rect(x0, y0, x1, y1)]
    c.fill(rect(x0, y0, x1, y1), Paint("#e2b27c", "#4a2626", 90, 0.02, "h", ((0, y0 + 20), (0, y0 + 200))))
    mid, eye = (x0 + x1) / 2, 1.0
    f = (y1 - y0) * 1.05
    pts = []
    z = 1.0
    while z < 22:
        n = int(17 + z * 1.5)
        reach = z * (x1 - x0) / f / 2 * 1.25
        pts += [
            (float(a), z + float(rng.uniform(-0.07, 0.07) * z))
            for a in np.linspace(-reach, reach, n) + rng.uniform(-0.06, 0.06, n) * z
        ]
        z *= 1.15
    vor = Voronoi(np.array(pts))
    for i, region in enumerate(vor.point_region):
        ring = vor.regions[region]
        if -1 in ring or not ring:
            continue
        cell = vor.vertices[ring]
        middle = cell.mean(axis=0)
        if cell[:, 1].min() < 0.4 or cell[:, 1].max() > 25:
            continue
        cell = middle + (cell - middle) * 0.9
        q = [(mid + f * a / b, y0 + f * eye / b) for a, b in cell]
        far = min(1.0, float(middle[1]) / 10)
        tone = mix(mix("#d98a55", "#c06f45", float(rng.uniform(0, 1))), "#ecc48e", far)
        if len(q) > 2:
            c.fill(smooth(q, 4), Paint(mix(tone, "#fff0cc", 0.16), tone, 45 if i % 2 else 90, 0.04, "x"), clip=box)


def _cloud(c: Canvas, x: float, y: float, u: float) -> None:
    """A heaped cloud: lit from the right, flat and dark below."""
    lobes = (
        (-3.3, 0.1, 1.1),
        (-2.2, -0.7, 1.5),
        (-0.7, -1.5, 1.9),
        (1.0, -1.1, 1.7),
        (2.4, -0.4, 1.3),
        (3.4, 0.2, 0.9),
    )
    cut = [[(x - 6 * u, y - 6 * u), (x + 6 * u, y - 6 * u), (x + 6 * u, y + 0.7 * u), (x - 6 * u, y + 0.7 * u)]]
    balls = [ellipse(x + a * u, y + b * u, s * u, s * u * 0.9) for a, b, s in lobes]
    c.lay(
        c.mask([*balls, rect(x - 3.4 * u, y - 0.4 * u, x + 3.4 * u, y + 0.7 * u)], clip=cut),
        Paint("#dfe2d0", "#5f8a92", 90, 0.02),
    )
    low = y + 0.75 * u
    for n in (2, 1, 3, 4, 0, 5):
        a, b, s = lobes[n]
        ball = ellipse(x + a * u, y + b * u, s * u, s * u * 0.9)
        c.fill(
            ball,
            Paint(
                "#fff4da",
                "#7fa2a4",
                90,
                0.03,
                "x",
                ((x + a * u + s * u * 0.5, y + (b - s * 0.9) * u), (x + a * u, low)),
            ),
            1,
            2,
            clip=cut,
        )


def gallery_3(rng: np.random.Generator) -> Image.Image:
    """Five speakers on a stage before a great picture of dry earth and one cloud."""
    c = Canvas(2592, 1944, rng)
    curtain(c, 0, 2592, 0, 1500, "#1d3a4c", "#0c1c2a", 120)
    x0, y0, x1, y1 = 210.0, 110.0, 2382.0, 1190.0
    c.glow(1296, 640, 1700, "#f0b470", 0.35, 0.75)
    c.fill(rect(x0 - 22, y0 - 22, x1 + 22, y1 + 22), "#081420")
    hor = 640.0
    c.fill(rect(x0, y0, x1, hor + 4), Paint("#4f8a92", "#f6ddac", 90, 0.014, "h"))
    c.fill(ellipse(1890, 360, 92, 92), Paint("#fff1c8", texture=0.01))
    c.glow(1890, 360, 520, "#ffe2a0", 0.55)
    for n, tone in enumerate(("#d9b48a", "#bd8a68")):
        ridge = [
            (x0 + (x1 - x0) * t, hor - 34 + 24 * n - 26 * np.sin(t * (7 + 4 * n) + n)) for t in np.linspace(0, 1, 20)
        ]
        c.fill([*smooth(ridge, 6, False), (x1, hor + 4), (x0, hor + 4)], tone)
    _cracks(c, x0, x1, hor, y1)
    _cloud(c, 900, 430, 98)
    _platform(c)
    _audience(c)
    c.wash("#e9eef2", "#fff0de", 0.4)
    return c.finish()


def _platform(c: Canvas) -> None:
    """The stage floor, the armchairs and the five speakers."""
    c.fill([(0, 1330), (2592, 1330), (2592, 1660), (0, 1660)], Paint("#a8683f", "#6a3a34", 90, 0.05))
    c.fill(rect(0, 1650, 2592, 1944), Paint("#2a2630", "#14161f", 90, 0.04))
    c.fill(rect(0, 1644, 2592, 1660), "#e0a25e")
    c.fill(
        ellipse(1296, 1480, 1150, 120), Paint("#ffd694", texture=0.02), 0.6, 40, "screen", [rect(0, 1330, 2592, 1650)]
    )
    k = 470.0
    people = (
        ("short", ("clasp", "table"), 0),
        ("bob", ("table", "clasp"), 1),
        ("short", ("talk", "table"), 0),
        ("scarf", ("clasp", "clasp"), -1),
        ("short", ("table", "clasp"), 0),
    )
    for i, (hair, arms, cross) in enumerate(people):
        x, y = 1296 + (i - 2) * 430.0, 1570.0 + (8 if i in (0, 4) else 0)
        c.fill(ellipse(x + 20, y + 4, 215, 34), Paint("#2a1a24", texture=0), 0.7, 14, "multiply")
        back = smooth(
            [
                (x - 150, y - 130),
                (x - 170, y - 380),
                (x - 130, y - 440),
                (x, y - 455),
                (x + 130, y - 440),
                (x + 170, y - 380),
                (x + 150, y - 130),
            ]
        )
        c.fill(back, Paint("#efd9ae", "#a98a68", 90, 0.03, "x"))
        draw(
            c,
            seated_front(hair, arms, cross),
            x,
            y,
            k,
            clothes(i + (2 if i else 0), 0.08),
            Rim(0.006, -0.013, "#fff0c8", 0.85),
        )
        for s in (-1, 1):
            side = smooth(
                [
                    (x + s * 118, y - 265),
                    (x + s * 150, y - 290),
                    (x + s * 192, y - 275),
                    (x + s * 196, y - 40),
                    (x + s * 196, y - 40),
                    (x + s * 128, y - 40),
                    (x + s * 128, y - 40),
                ]
            )
            c.fill(side, Paint("#f3dfb6", "#8a6c54", 90, 0.03, "x"))
            c.fill(limb([(x + s * 180, y - 42), (x + s * 184, y + 4)], [14, 9], False), "#2a1c20")
    for x in (1296 - 645, 1296 + 215):
        c.fill(limb([(x, 1420), (x, 1560)], [12, 12], False), "#2a1c20")
        c.fill(ellipse(x, 1562, 46, 10), "#2a1c20")
        c.fill(ellipse(x, 1420, 70, 15), Paint("#f6e2b8", "#c98f5e", 0))
        c.fill([(x - 16, 1370), (x + 16, 1370), (x + 13, 1418), (x - 13, 1418)], Paint("#e6efe2", "#7fa39d", 0), 0.9)


def _audience(c: Canvas) -> None:
    """Two dark rows of listeners."""
    for row, (y, k, step, tone) in enumerate(((1880, 430, 215, "#1b2836"), (2010, 560, 285, "#0f1823"))):
        x = -40.0 + 90 * row
        i = row * 3
        while x < 2650:
            night = {
                "coat": tone,
                "skin": mix(tone, "#8a5a44", 0.35),
                "hair": mix(tone, "#05080c", 0.4),
                "scarf": mix(tone, "#7c4a4a", 0.3),
            }
            draw(
                c,
                bust(HAIRS[(i * 3) % 8], True, ("none", "none")),
                x,
                y + float(c.rng.uniform(-22, 22)),
                k,
                night,
                Rim(0.0, -0.014, "#f0b878", 0.75),
            )
            x += step * float(c.rng.uniform(0.86, 1.14))
            i += 1


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-3": gallery_3}
