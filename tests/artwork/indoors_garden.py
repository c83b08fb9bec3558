"""Two scenes in the open air: graduates and their caps, a sapling and its tools."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import Part, Rim, arm, bust, draw
from tests.artwork.indoors_windows import ridge
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, smooth


def _cap(c: Canvas, x: float, y: float, u: float, turn: float, tilt: float, gold: str) -> None:
    """A mortarboard in the air, with its tassel flying."""
    cs, sn = float(np.cos(turn)), float(np.sin(turn))

    def at(a: float, b: float) -> Point:
        return x + u * (a * cs - b * sn), y + u * (a * sn + b * cs)

    bowl = smooth([at(-0.52, 0.02), at(-0.52, 0.02), at(-0.48, 0.42), at(0.0, 0.56), at(0.48, 0.42), at(0.52, 0.02), at(0.52, 0.02)])
    board = [at(-1.05, 0.0), at(-0.05, -tilt), at(1.05, 0.02), at(0.06, tilt)]
    edge = [at(-1.05, 0.0), at(0.06, tilt), at(1.05, 0.02), at(1.05, 0.1), at(0.06, tilt + 0.09), at(-1.05, 0.08)]
    c.fill(bowl, Paint("#233250", "#101a30", 0, 0.03, "x"))
    c.fill(edge, "#0d1526")
    c.fill(board, Paint("#3a4d74", "#1a2644", 0, 0.04, "x"))
    sway = 0.5 * sn
    cord = [at(0, 0), at(0.5, 0.08), at(0.86, 0.3), at(0.92 + sway * 0.4, 0.62)]
    c.fill(limb(cord, [u * 0.045, u * 0.05]), gold)
    c.fill(limb([cord[-1], at(0.95 + sway * 0.6, 0.98)], [u * 0.09, u * 0.17], False), Paint(gold, mix(gold, "#5a2a20", 0.3), 90))
    c.fill(ellipse(*at(0, 0), u * 0.06, u * 0.05), gold)
    c.rim(c.mask([board]), -u * 0.03, u * 0.05 if tilt < 0 else -u * 0.03, "#ffe2a4", 0.8)


def _graduate(hair: str, arms: tuple[str, str]) -> list[Part]:
    """A graduate from behind: gown with wide sleeves, coloured hood."""
    parts: list[Part] = []
    for s, pose in ((-1, arms[0]), (1, arms[1])):
        limbs = arm(pose, s, 0.95)
        sleeve = limbs[-1][1]
        parts += [*limbs[:-1], ("sleeve", sleeve)]
        if pose in ("high", "raise", "wave", "clap"):
            hx, hy = {"high": (0.335, 0.36), "raise": (0.29, 0.28), "wave": (0.4, 0.26), "clap": (0.13, 0.3)}[pose]
            ex = {"high": 0.3, "raise": 0.33, "wave": 0.36, "clap": 0.31}[pose]
            wing = smooth([(s * (hx - 0.06), hy), (s * (hx + 0.06), hy - 0.02), (s * (ex + 0.1), 0.1), (s * (ex + 0.03), -0.14), (s * 0.2, -0.32), (s * 0.12, -0.1), (s * (ex - 0.09), 0.08)])
            parts.append(("sleeve", wing))
    body = bust(hair, True, ("none", "none"))
    gown = smooth([(-0.09, 0.01), (-0.19, -0.06), (-0.24, -0.2), (-0.27, -0.5), (-0.3, -0.95), (-0.3, -0.95), (0.3, -0.95), (0.3, -0.95), (0.27, -0.5), (0.24, -0.2), (0.19, -0.06), (0.09, 0.01)])
    hood = smooth([(-0.12, 0.02), (-0.17, -0.05), (-0.1, -0.24), (0.0, -0.38), (0.1, -0.24), (0.17, -0.05), (0.12, 0.02), (0.06, -0.03), (0.0, -0.12), (-0.06, -0.03)])
    lining = smooth([(-0.1, -0.0), (-0.125, -0.06), (-0.07, -0.2), (0.0, -0.29), (0.07, -0.2), (0.125, -0.06), (0.1, 0.0), (0.05, -0.06), (0.0, -0.16), (-0.05, -0.06)])
    folds: list[Part] = [("fold", limb([(a, -0.25), (a * 1.15, -0.6), (a * 1.3, -0.95)], [0.004, 0.022, 0.03])) for a in (-0.16, -0.06, 0.07, 0.17)]
    return [*parts, ("gown", gown), *folds, ("hood", hood), ("lining", lining), *[p for p in body if p[0] != "coat"]]


def graduates(rng: np.random.Generator) -> Image.Image:
    """Graduates throw their caps into an evening sky."""
    c = Canvas(1800, 2700, rng)
    c.fill(rect(0, 0, 1800, 2700), Paint("#1f6478", "#f4d49a", 90, 0.012, "h", ((0, 0), (0, 1750))))
    c.fill(rect(0, 1300, 1800, 2700), Paint("#f4d49a", "#e58f56", 90, 0.012, "h", ((0, 1500), (0, 2150))), 0.7, 140)
    c.glow(1230, 1640, 1300, "#ffe2a0", 0.75)
    c.fill(ellipse(1230, 1640, 170, 170), Paint("#fff5d6", "#ffe4a8", 90, 0.01))
    for x, y, w, tone in ((350, 620, 520, "#8fb7ae"), (1500, 420, 430, "#6fa3a4"), (900, 980, 640, "#d9d2a8"), (1650, 1180, 380, "#f3dcb0"), (150, 1240, 420, "#efd9b0")):
        for n in range(4):
            c.fill(limb([(x - w * (0.9 - 0.16 * n), y + 30 * n), (x - w * 0.1, y + 30 * n - 16), (x + w * (0.95 - 0.2 * n), y + 30 * n + 4)], [4, 48 - 9 * n, 4]), Paint(mix(tone, "#fff6e0", 0.4), tone, 90, 0.02), 0.62, 3)
    _campus(c)
    for x, y, u, turn, tilt, gold in ((560, 520, 205, -0.35, 0.34, "#f0bd5c"), (1210, 300, 150, 0.4, 0.3, "#e8874a"), (1420, 800, 185, 0.28, -0.3, "#f0bd5c"), (250, 1010, 135, 0.5, 0.32, "#e8874a"), (900, 930, 160, -0.15, 0.36, "#f3d58e"), (150, 300, 95, -0.5, 0.3, "#f0bd5c"), (880, 170, 90, 0.2, -0.3, "#f3d58e"), (1640, 480, 82, -0.4, 0.3, "#f0bd5c"), (1130, 1290, 112, 0.5, 0.33, "#e8874a"), (560, 1330, 105, -0.6, 0.3, "#f0bd5c"), (1610, 1280, 92, -0.2, 0.34, "#f3d58e")):
        _cap(c, x, y, u, turn, tilt, gold)
    rim = Rim(0.008, -0.013, "#ffe0a0", 0.95)
    hoods = (("#c9573c", "#f0bd5c"), ("#2f7a78", "#f3e3bf"), ("#d9a04a", "#8a3f3a"), ("#8a3f4a", "#f0c890"))
    people = [(130, 2230, 620, "bun", ("high", "down"), 0), (520, 2200, 620, "short", ("raise", "high"), 1), (930, 2210, 620, "long", ("wave", "clap"), 2), (1330, 2215, 620, "short", ("high", "wave"), 3), (1700, 2225, 620, "bob", ("raise", "raise"), 0)]
    people += [(330, 2520, 830, "pony", ("high", "wave"), 2), (880, 2560, 860, "short", ("raise", "down"), 0), (1440, 2530, 830, "scarf", ("wave", "high"), 1)]
    for i, (x, y, k, hair, arms, h) in enumerate(people):
        dim = 0.3 if i < 5 else 0.0
        tones = {"gown": mix("#1d2a4c", "#8a5a5a", dim * 0.5), "sleeve": mix("#25355c", "#8a5a5a", dim * 0.5), "fold": mix("#121b34", "#8a5a5a", dim * 0.4), "hood": hoods[h][0], "lining": hoods[h][1], "skin": mix(("#c98a66", "#a86c4c", "#d9a07c")[i % 3], "#3a2440", 0.22), "hair": ("#1d1518", "#38221c", "#15131c", "#5a3826")[i % 4], "scarf": "#e3bf86"}
        draw(c, _graduate(hair, arms), x, y, k, tones, Rim(rim.dx * (1 if x < 1230 else -1), rim.dy, rim.colour, rim.alpha))
    c.glow(1230, 1600, 900, "#ffd48a", 0.22)
    c.wash("#eef4f2", "#f2dccb", 0.4)
    return c.finish()


def _campus(c: Canvas) -> None:
    """Hills, poplars and a hall with a portico, low against the sun."""
    box = [rect(0, 0, 1800, 2700)]
    ridge(c, 0, 1800, 1840, 170, 2700, Paint("#e0a06a", "#d98c5c", 90, 0.02, "x"), box, 6)
    ridge(c, 0, 1800, 1930, 90, 2700, Paint("#b97058", "#8a4f50", 90, 0.02, "x"), box, 6)
    tone = "#8a5050"
    c.fill(rect(120, 1720, 820, 2100), Paint(mix(tone, "#f0b070", 0.18), tone, 180, 0.02, "v"))
    c.fill([(90, 1724), (470, 1590), (850, 1724)], mix(tone, "#2a1c30", 0.12))
    for i in range(8):
        c.fill(rect(150 + 88 * i, 1750, 182 + 88 * i, 2100), mix(tone, "#f6c88a", 0.34))
    for x, h in ((930, 330), (1010, 250), (1520, 300), (1600, 380), (1690, 280), (40, 300)):
        c.fill(smooth([(x, 1960 - h), (x + 46, 1960 - h * 0.45), (x + 34, 2000), (x - 34, 2000), (x - 46, 1960 - h * 0.45)]), Paint("#8a5a50", "#5a3a48", 90, 0.04, "x"))


def _leaf(c: Canvas, x: float, y: float, s: float, turn: float, tones: tuple[str, str]) -> None:
    """One leaf with a lit half and a shaded half."""
    cs, sn = float(np.cos(turn)), float(np.sin(turn))

    def at(a: float, b: float) -> Point:
        return x + s * (a * cs - b * sn), y + s * (a * sn + b * cs)

    whole = smooth([at(0, 0), at(0, 0), at(0.35, -0.27), at(0.75, -0.2), at(1.05, 0), at(1.05, 0), at(0.75, 0.2), at(0.35, 0.27)], 7)
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
                c.fill(ellipse(x + dx * h, y + dy * h, rr * h, rr * h * 0.95), Paint(mix(tone, "#fff0b8", 0.34), tone, 150, 0.05, "x"))
    c.fill([(0, 1080), (2592, 1050), (2592, 1944), (0, 1944)], Paint("#b3bd74", "#5f7d4f", 90, 0.05))
    c.fill([(1500, 1060), (1900, 1056), (2700, 1500), (2700, 1944), (1750, 1944)], Paint("#f0d69a", "#d9a868", 90, 0.04), 0.8, 4)
    for i in range(260):
        y = 1090 + 820 * float(c.rng.uniform(0, 1)) ** 1.2
        x, s = float(c.rng.uniform(-20, 2600)), 10 + (y - 1080) / 20
        if 0.9 * (y - 1060) + 1480 < x < 2700 - (1944 - y) * 0.2 and y < 1500:
            continue
        tone = mix("#8fa65c", "#3f6446", float(c.rng.uniform(0, 1)))
        for lean in (-0.4, 0.1, 0.5):
            c.fill(limb([(x, y), (x + lean * s * 0.4, y - s * 0.6), (x + lean * s, y - s)], [s * 0.13, s * 0.1, 1]), tone, 0.7)


def _sapling(c: Canvas) -> None:
    """The young tree, its stake and the tie between them."""
    x, y = 980.0, 1560.0
    stake = limb([(x - 120, y + 30), (x - 104, 420)], [40, 36], False)
    c.fill(stake, Paint("#8a5a3a", "#e0a868", 0, 0.05, "v"))
    c.fill([(x - 123, 424), (x - 85, 424), (x - 92, 386), (x - 113, 386)], Paint("#b9824f", "#f0c48a", 0))
    trunk = [(x, y), (x + 16, 1200), (x - 8, 820), (x + 18, 430), (x + 8, 190)]
    boughs = [((x + 10, 1000), (x + 150, 820), (x + 300, 740)), ((x - 2, 860), (x - 150, 700), (x - 300, 640)), ((x + 6, 700), (x + 150, 540), (x + 250, 400)), ((x + 14, 560), (x - 110, 400), (x - 210, 300)), ((x + 16, 420), (x + 110, 280), (x + 150, 170)), ((x + 8, 300), (x - 60, 200), (x - 80, 90))]
    for b in boughs:
        c.fill(limb(b, [20, 13, 5]), Paint("#5a3c2c", "#a87848", 0, 0.03))
    c.fill(limb(trunk, [50, 38, 32, 22, 8]), Paint("#4f3628", "#b98552", 0, 0.05, "v"))
    for ty in (1000, 760):
        c.fill(limb([(x - 122, ty + 10), (x - 50, ty - 14), (x + 24, ty + 2), (x - 40, ty + 30), (x - 122, ty + 24)], [15, 15]), Paint("#c9573c", "#e8875a", 0))
    greens = (("#a9c46c", "#5f8a54"), ("#c6d37c", "#7c9f58"), ("#86ac62", "#3f6f50"), ("#e0d884", "#94ac58"))
    leaves: list[tuple[float, float, float, float, int]] = []
    for b in [*boughs, ((x + 12, 520), (x + 16, 330), (x + 8, 150))]:
        path = smooth(b, 9, False)
        for n, (px, py) in enumerate(path[3:]):
            ahead = path[min(n + 4, len(path) - 1)]
            way = float(np.arctan2(ahead[1] - py, ahead[0] - px)) if ahead != (px, py) else -1.2
            for sgn in (-1, 1):
                leaves.append((px, py, float(c.rng.uniform(78, 128)), way + sgn * float(c.rng.uniform(0.5, 1.15)), int(c.rng.integers(0, 4))))
        leaves.append((*path[-1], 125.0, float(np.arctan2(path[-1][1] - path[-3][1], path[-1][0] - path[-3][0])), 1))
    for px, py, s, way, g in leaves:
        _leaf(c, px, py, s, way, greens[g])


def _soil(c: Canvas) -> None:
    """A mound of dug earth with long shadows to the left."""
    for q in ([(1010, 1590), (960, 1545), (-60, 1905), (-60, 1990)], [(1480, 1650), (1400, 1590), (420, 1960), (640, 1960)], [(2340, 1715), (1990, 1690), (1300, 1960), (1990, 1960)]):
        c.fill(q, Paint("#2f4a3c", texture=0), 0.55, 16, "multiply")
    mound = smooth([(470, 1650), (620, 1560), (860, 1500), (1100, 1495), (1360, 1550), (1560, 1640), (1400, 1720), (1000, 1760), (640, 1730)])
    c.fill(mound, Paint("#5a3a2e", "#a86c44", 0, 0.05, "x"))
    for _ in range(150):
        a, s = float(c.rng.uniform(0, 6.28)), float(np.sqrt(c.rng.uniform(0, 1)))
        px, py, d = 1010 + 500 * s * np.cos(a), 1630 + 105 * s * np.sin(a), float(c.rng.uniform(10, 34))
        c.fill(smooth([(px - d, py), (px - d * 0.3, py - d * 0.6), (px + d * 0.8, py - d * 0.4), (px + d, py + d * 0.2), (px - d * 0.2, py + d * 0.4)], 4), Paint("#4a2f28", mix("#c98a58", "#6a4432", float(c.rng.uniform(0, 0.8))), 0, 0.04, "x"))
    for px, py in ((560, 1700), (1470, 1690), (1180, 1740)):
        for lean in (-0.5, -0.1, 0.35, 0.7):
            c.fill(limb([(px, py), (px + lean * 30, py - 50), (px + lean * 80, py - 92)], [13, 10, 2]), ("#6f8f54", "#8fa65c")[lean > 0])


def _spade(c: Canvas) -> None:
    """The spade that stands in the earth at the right of the tree."""
    foot, grip = (1335.0, 1625.0), (1465.0, 585.0)
    dx, dy = (grip[0] - foot[0]) / 1049, (grip[1] - foot[1]) / 1049
    nx, ny = -dy, dx

    def at(up: float, across: float) -> Point:
        return foot[0] + dx * up + nx * across, foot[1] + dy * up + ny * across

    blade = smooth([at(300, -118), at(300, -118), at(110, -116), at(-20, -74), at(-60, 0), at(-20, 74), at(110, 116), at(300, 118), at(300, 118)], 7)
    c.fill(blade, Paint("#4f6a70", "#cfdcd2", 0, 0.03, "v"), clip=[[(0, 0), (2592, 0), (2592, 1585), (1560, 1600), (1470, 1588), (1400, 1622), (1310, 1596), (1240, 1612), (1150, 1590), (0, 1585)]])
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
    rose = smooth([(x - 372, y - 372), (x - 404, y - 430), (x - 500, y - 462), (x - 522, y - 440), (x - 452, y - 368), (x - 430, y - 352)])
    c.fill(rose, Paint("#2f6f74", "#8fc0b4", 30, 0.03))
    c.fill(ellipse(x - 514, y - 450, 22, 50, -52), Paint("#d9b06a", "#a87840", 60))
    c.fill(limb([(x + 150, y - 60), (x + 330, y - 130), (x + 310, y - 370), (x + 130, y - 480), (x - 70, y - 440), (x - 140, y - 320)], [30, 32, 34, 34, 30, 26]), Paint("#1d4f58", "#7fb5aa", 0, 0.03))
    body = [(x - 180, y), (x + 180, y), (x + 168, y - 330), (x - 168, y - 330)]
    c.fill([*body[:2], *smooth([(x + 180, y), (x + 100, y + 36), (x - 100, y + 36), (x - 180, y)], 8, False)], metal)
    c.fill(body, metal)
    c.fill(ellipse(x, y - 330, 168, 42), Paint("#123c46", "#2f6f74", 0))
    c.fill([(x - 168, y - 330), *[(x + 168 * float(np.cos(t)), y - 330 - 42 * float(np.sin(t))) for t in np.linspace(np.pi, np.pi / 2.2, 14)], (x - 20, y - 330)], Paint("#1d5560", "#7fb5aa", 0))
    for level in (60, 268):
        c.fill(limb([(x - 180 + level * 0.035, y - level), (x, y - level + 36), (x + 180 - level * 0.035, y - level)], [15]), Paint("#174a54", "#a9d3c4", 0))
    c.rim(c.mask([body, spout, rose]), 7, -6, "#fff2c4", 0.7, 2)
    for px in range(1950, 2440, 36):
        for lean in (-0.5, 0.1, 0.5):
            s = float(c.rng.uniform(50, 96))
            c.fill(limb([(px, y + 66), (px + lean * 14, y + 30), (px + lean * 44, y + 66 - s)], [12, 9, 2]), ("#5f7d4f", "#7f9a58", "#4a6a48")[int(c.rng.integers(0, 3))])


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


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "gallery-4": graduates,
    "alley-saplings-2": saplings,
}
