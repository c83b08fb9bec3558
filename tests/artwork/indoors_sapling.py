"""A sapling, a spade and a watering can."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_views import ridge
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, pts, rect, smooth


def _leaf(c: Canvas, x: float, y: float, s: float, turn: float, tones: tuple[str, str]) -> None:
    """One leaf with a lit half and a shaded half."""
    cs, sn = float(np.cos(turn)), float(np.sin(turn))

    def at(a: float, b: float) -> Point:
        return x + s * (a * cs - b * sn), y + s * (a * sn + b * cs)

    whole = smooth(
        [at(0, 0), at(0, 0), at(0.35, -0.27), at(0.75, -0.2), at(1.05, 0), at(1.05, 0), at(0.75, 0.2), at(0.35, 0.27)],
        7,
    )
    half = smooth([at(0, 0), at(0, 0), at(0.35, 0.27), at(0.75, 0.2), at(1.05, 0), at(1.05, 0), at(0.5, 0.03)], 7)
    c.fill(whole, Paint(tones[0], mix(tones[0], tones[1], 0.35), 60, 0.04, "x"))
    c.fill(half, tones[1], 0.85)
    c.fill(limb([at(0, 0), at(1.0, 0)], [s * 0.035, s * 0.01], False), mix(tones[0], "#fff2c0", 0.4))


def _background(c: Canvas) -> None:
    """Evening light over a row of young trees and a low hill."""
    c.fill(rect(0, 0, 2592, 1300), Paint("#a9cfc4", "#fbe7b4", 90, 0.012, "h", ((0, 0), (0, 1000))))
    c.glow(2050, 560, 1300, "#fff0b8", 0.7)
    c.fill(ellipse(2050, 560, 150, 150), Paint("#fff8e0", texture=0.01))
    box = [rect(0, 0, 2592, 1944)]
    ridge(c, 0, 2592, 960, 210, 1400, Paint("#a9c2a4", "#d9d6a0", 90, 0.02, "x"), box, 7)
    for row, (y, s, tone) in enumerate(((1010, 150, "#a3bd8c"), (1075, 205, "#86a878"))):
        for i in range(15 - 2 * row):
            x = -60 + i * (190 + 40 * row) + float(c.rng.uniform(-40, 40))
            h = s * float(c.rng.uniform(0.85, 1.25))
            c.fill(limb([(x, y + 60), (x, y - h * 0.5)], [12, 8], False), mix(tone, "#5a4a3a", 0.45))
            for dx, dy, rr in ((-0.25, -0.9, 0.42), (0.25, -1.0, 0.44), (0.0, -1.3, 0.4)):
                c.fill(
                    ellipse(x + dx * h, y + dy * h, rr * h, rr * h * 0.95),
                    Paint(mix(tone, "#fff0b8", 0.34), tone, 150, 0.05, "x"),
                )
    c.fill([(0, 1080), (2592, 1050), (2592, 1944), (0, 1944)], Paint("#b3bd74", "#5f7d4f", 90, 0.05))
    c.fill(
        pts("1500,1060 1900,1056 2700,1500 2700,1944 1750,1944"),
        Paint("#f0d69a", "#d9a868", 90, 0.04),
        0.8,
        4,
    )
    for _ in range(260):
        y = 1090 + 820 * float(c.rng.uniform(0, 1)) ** 1.2
        x, s = float(c.rng.uniform(-20, 2600)), 10 + (y - 1080) / 20
        if 0.9 * (y - 1060) + 1480 < x < 2700 - (1944 - y) * 0.2 and y < 1500:
            continue
        tone = mix("#8fa65c", "#3f6446", float(c.rng.uniform(0, 1)))
        for lean in (-0.4, 0.1, 0.5):
            c.fill(
                limb([(x, y), (x + lean * s * 0.4, y - s * 0.6), (x + lean * s, y - s)], [s * 0.13, s * 0.1, 1]),
                tone,
                0.7,
            )


def _sapling(c: Canvas) -> None:
    """The young tree, its stake and the tie between them."""
    x, y = 980.0, 1560.0
    stake = limb([(x - 120, y + 30), (x - 104, 420)], [40, 36], False)
    c.fill(stake, Paint("#8a5a3a", "#e0a868", 0, 0.05, "v"))
    c.fill([(x - 123, 424), (x - 85, 424), (x - 92, 386), (x - 113, 386)], Paint("#b9824f", "#f0c48a", 0))
    trunk = [(x, y), (x + 16, 1200), (x - 8, 820), (x + 18, 430), (x + 8, 190)]
    boughs = [
        ((x + 10, 1000), (x + 150, 820), (x + 300, 740)),
        ((x - 2, 860), (x - 150, 700), (x - 300, 640)),
        ((x + 6, 700), (x + 150, 540), (x + 250, 400)),
        ((x + 14, 560), (x - 110, 400), (x - 210, 300)),
        ((x + 16, 420), (x + 110, 280), (x + 150, 170)),
        ((x + 8, 300), (x - 60, 200), (x - 80, 90)),
    ]
    for b in boughs:
        c.fill(limb(b, [20, 13, 5]), Paint("#5a3c2c", "#a87848", 0, 0.03))
    c.fill(limb(trunk, [50, 38, 32, 22, 8]), Paint("#4f3628", "#b98552", 0, 0.05, "v"))
    for ty in (1000, 760):
        c.fill(
            limb(
                [(x - 122, ty + 10), (x - 50, ty - 14), (x + 24, ty + 2), (x - 40, ty + 30), (x - 122, ty + 24)],
                [15, 15],
            ),
            Paint("#c9573c", "#e8875a", 0),
        )
    greens = (("#a9c46c", "#5f8a54"), ("#c6d37c", "#7c9f58"), ("#86ac62", "#3f6f50"), ("#e0d884", "#94ac58"))
    u = c.rng.uniform
    leaves: list[tuple[float, float, float, float, int]] = []
    for b in [*boughs, ((x + 12, 520), (x + 16, 330), (x + 8, 150))]:
        path = smooth(b, 9, False)
        for n, (px, py) in enumerate(path[3:]):
            ahead = path[min(n + 4, len(path) - 1)]
            way = float(np.arctan2(ahead[1] - py, ahead[0] - px)) if ahead != (px, py) else -1.2
            leaves.extend(
                (px, py, float(u(78, 128)), way + sgn * float(u(0.5, 1.15)), int(c.rng.integers(0, 4)))
                for sgn in (-1, 1)
            )
        leaves.append((*path[-1], 125.0, float(np.arctan2(path[-1][1] - path[-3][1], path[-1][0] - path[-3][0])), 1))
    for px, py, s, way, g in leaves:
        _leaf(c, px, py, s, way, greens[g])


def _soil(c: Canvas) -> None:
    """A mound of dug earth with long shadows to the left."""
    for q in (
        [(1010, 1590), (960, 1545), (-60, 1905), (-60, 1990)],
        [(1480, 1650), (1400, 1590), (420, 1960), (640, 1960)],
        [(2340, 1715), (1990, 1690), (1300, 1960), (1990, 1960)],
    ):
        c.fill(q, Paint("#2f4a3c", texture=0), 0.55, 16, "multiply")
    mound = smooth(pts("470,1650 620,1560 860,1500 1100,1495 1360,1550 1560,1640 1400,1720 1000,1760 640,1730"))
    c.fill(mound, Paint("#5a3a2e", "#a86c44", 0, 0.05, "x"))
    for _ in range(150):
        a, s = float(c.rng.uniform(0, 6.28)), float(np.sqrt(c.rng.uniform(0, 1)))
        px, py, d = 1010 + 500 * s * np.cos(a), 1630 + 105 * s * np.sin(a), float(c.rng.uniform(10, 34))
        c.fill(
            smooth(
                [
                    (px - d, py),
                    (px - d * 0.3, py - d * 0.6),
                    (px + d * 0.8, py - d * 0.4),
                    (px + d, py + d * 0.2),
                    (px - d * 0.2, py + d * 0.4),
                ],
                4,
            ),
            Paint("#4a2f28", mix("#c98a58", "#6a4432", float(c.rng.uniform(0, 0.8))), 0, 0.04, "x"),
        )
    for px, py in ((560, 1700), (1470, 1690), (1180, 1740)):
        for lean in (-0.5, -0.1, 0.35, 0.7):
            c.fill(
                limb([(px, py), (px + lean * 30, py - 50), (px + lean * 80, py - 92)], [13, 10, 2]),
                ("#6f8f54", "#8fa65c")[lean > 0],
            )


def _spade(c: Canvas) -> None:
    """The spade that stands in the earth at the right of the tree."""
    foot, grip = (1335.0, 1625.0), (1465.0, 585.0)
    dx, dy = (grip[0] - foot[0]) / 1049, (grip[1] - foot[1]) / 1049
    nx, ny = -dy, dx

    def at(up: float, across: float) -> Point:
        return foot[0] + dx * up + nx * across, foot[1] + dy * up + ny * across

    blade = smooth(
        [
            at(300, -118),
            at(300, -118),
            at(110, -116),
            at(-20, -74),
            at(-60, 0),
            at(-20, 74),
            at(110, 116),
            at(300, 118),
            at(300, 118),
        ],
        7,
    )
    c.fill(
        blade,
        Paint("#4f6a70", "#cfdcd2", 0, 0.03, "v"),
        clip=[pts("0,0 2592,0 2592,1585 1560,1600 1470,1588 1400,1622 1310,1596 1240,1612 1150,1590 0,1585")],
    )
    c.fill([at(290, -124), at(312, -124), at(312, 124), at(290, 124)], Paint("#38525a", "#e6ecdc", 0))
    c.fill(limb([at(60, 0), at(420, 0)], [16, 56], False), Paint("#3f5a62", "#a9bdb8", 0, 0.03))
    c.fill(limb([at(400, 0), at(960, 0)], [40, 36], False), Paint("#8a5230", "#eab470", 0, 0.05, "v"))
    c.fill(limb([at(940, 0), at(985, -62), at(1049, -84)], [32, 26, 26]), Paint("#7c4a2c", "#d99c5c", 0))
    c.fill(limb([at(940, 0), at(985, 62), at(1049, 84)], [32, 26, 26]), Paint("#8a5230", "#eab470", 0))
    c.fill(limb([at(1049, -96), at(1049, 96)], [40, 40], False), Paint("#b9573c", "#f09a68", 0, 0.03))


def _can(c: Canvas) -> None:
    """A watering can with its long spout, on the grass at the right."""
    x, y = 2170.0, 1700.0
    metal = Paint("#1f5a62", "#6fa8a0", 0, 0.04, "v")
    spout = limb([(x - 150, y - 90), (x - 330, y - 250), (x - 420, y - 400)], [86, 48, 40])
    c.fill(spout, metal)
    rose = smooth(
        [
            (x - 372, y - 372),
            (x - 404, y - 430),
            (x - 500, y - 462),
            (x - 522, y - 440),
            (x - 452, y - 368),
            (x - 430, y - 352),
        ]
    )
    c.fill(rose, Paint("#2f6f74", "#8fc0b4", 30, 0.03))
    c.fill(ellipse(x - 514, y - 450, 22, 50, -52), Paint("#d9b06a", "#a87840", 60))
    c.fill(
        limb(
            [
                (x + 150, y - 60),
                (x + 330, y - 130),
                (x + 310, y - 370),
                (x + 130, y - 480),
                (x - 70, y - 440),
                (x - 140, y - 320),
            ],
            [30, 32, 34, 34, 30, 26],
        ),
        Paint("#1d4f58", "#7fb5aa", 0, 0.03),
    )
    body = [(x - 180, y), (x + 180, y), (x + 168, y - 330), (x - 168, y - 330)]
    c.fill([*body[:2], *smooth([(x + 180, y), (x + 100, y + 36), (x - 100, y + 36), (x - 180, y)], 8, False)], metal)
    c.fill(body, metal)
    c.fill(ellipse(x, y - 330, 168, 42), Paint("#123c46", "#2f6f74", 0))
    c.fill(
        [
            (x - 168, y - 330),
            *[
                (x + 168 * float(np.cos(t)), y - 330 - 42 * float(np.sin(t)))
                for t in np.linspace(np.pi, np.pi / 2.2, 14)
            ],
            (x - 20, y - 330),
        ],
        Paint("#1d5560", "#7fb5aa", 0),
    )
    for level in (60, 268):
        c.fill(
            limb(
                [(x - 180 + level * 0.035, y - level), (x, y - level + 36), (x + 180 - level * 0.035, y - level)], [15]
            ),
            Paint("#174a54", "#a9d3c4", 0),
        )
    c.rim(c.mask([body, spout, rose]), 7, -6, "#fff2c4", 0.7, 2)
    _tuft(c, y)


def _tuft(c: Canvas, y: float) -> None:
    """Grass that covers the foot of the can."""
    for px in range(1950, 2440, 36):
        for lean in (-0.5, 0.1, 0.5):
            s = float(c.rng.uniform(50, 96))
            c.fill(
                limb([(px, y + 66), (px + lean * 14, y + 30), (px + lean * 44, y + 66 - s)], [12, 9, 2]),
                ("#5f7d4f", "#7f9a58", "#4a6a48")[int(c.rng.integers(0, 3))],
            )


def saplings(rng: np.random.Generator) -> Image.Image:
    """A young tree tied to its stake; spade and watering can beside it."""
    c = Canvas(2592, 1944, rng)
    _background(c)
    _soil(c)
    _spade(c)
    _sapling(c)
    _can(c)
    c.glow(2050, 560, 1500, "#fff0b0", 0.25)
    c.wash("#fbf8ea", "#f0ddc4", 0.4)
    return c.finish()


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"alley-saplings-2": saplings}
