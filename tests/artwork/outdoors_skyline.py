"""Skylines on the water: Shanghai, Moscow, Kuwait, Baku, a city in a net."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy.spatial import cKDTree

from .brush import Canvas, Mask, box, curve, mix, offset, oval, placed, ribbon, wash
from .brush_city import lamp, skyline
from .brush_forms import House, person, turned
from .brush_lake import ripples
from .brush_land import Noise, finish
from .brush_scenery import clouds, glints, mirror, patches, sky

STEEL = ("f3d6b0", "d3a795", "8f7f92", "4f5f80", "2c4266")


def pearl(canvas: Canvas, x: float, base: float, h: float) -> None:
    """A television tower of spheres on splayed legs."""
    ball = ("ffd0b0", "e2897a", "b0566a", "6a3f66", "3b3157")
    for d in (-1.0, 1.0):
        canvas.fill(
            ribbon([(x + d * h * 0.11, base), (x + d * h * 0.02, base - h * 0.3)], [9, 6]),
            paint=STEEL[2 + (d > 0)],
        )
    for d in (-0.022, 0.0, 0.022):
        turned(canvas, x + d * h, [(base - h * 0.66, h * 0.009), (base, h * 0.012)], STEEL)
    turned(
        canvas,
        x,
        [(base - h, 0.6), (base - h * 0.8, h * 0.006), (base - h * 0.66, h * 0.012)],
        STEEL,
    )
    for up, r in ((0.24, 0.075), (0.60, 0.052), (0.765, 0.02)):
        y = base - h * up
        t = np.linspace(-np.pi / 2, np.pi / 2, 24)
        turned(canvas, x, list(zip(y + h * r * np.sin(t), h * r * np.cos(t), strict=True)), ball)
        canvas.fill(box(x - h * r, y - 2, 2 * h * r, 3.4), paint="f6d8a8", opacity=0.8)
    for k in range(5):
        y = base - h * (0.345 + 0.045 * k)
        t = np.linspace(-np.pi / 2, np.pi / 2, 12)
        turned(
            canvas,
            x,
            list(zip(y + h * 0.014 * np.sin(t), h * 0.014 * np.cos(t), strict=True)),
            ball,
        )


def glass_tower(
    canvas: Canvas,
    x: float,
    base: float,
    h: float,
    w: float,
    cut: float,
    tones: tuple[str, ...],
    twist: float = 0.0,
    lamps: float = 0.1,
) -> Mask:
    """A tall glass tower: tapered, floor lines, mullions, an oblique crown."""
    t = np.linspace(0, 1, 30)
    half = w / 2 * (1 - 0.32 * t**1.4)
    sway = twist * w * np.sin(t * np.pi)
    left = np.stack([x - half + sway, base - h * t], 1)
    right = np.stack([x + half + sway, base - h * t * (1 - cut)], 1)
    mask = canvas.shape(np.vstack([left, right[::-1]]))
    stops = [(x - w / 2 + w * k / (len(tones) - 1), tones[k]) for k in range(len(tones))]
    canvas.lay(mask, wash(*stops, across=True), texture=0.03)
    floors = [box(x - w, base - k * 11.0, 2 * w, 2.0) for k in range(int(h / 11) + 1)]
    canvas.lay(canvas.shape(*floors) & mask, mix(tones[-1], "0d1a30", 0.3), 0.4)
    bars = [ribbon(np.stack([x + half * s + sway, base - h * t], 1), 1.2) for s in np.linspace(-0.8, 0.8, 7)]
    canvas.lay(canvas.shape(*bars) & mask, mix(tones[0], "ffffff", 0.2), 0.35)
    rng = canvas.rng
    n = int(h * w / 90 * lamps)
    if n:
        lit = [
            box(
                x + rng.uniform(-0.45, 0.42) * w,
                base - rng.integers(1, max(int(h / 11), 2)) * 11.0 + 3,
                rng.uniform(4, 12),
                6,
            )
            for _ in range(n)
        ]
        canvas.lay(canvas.shape(*lit) & mask, "ffd58a", 0.9)
    canvas.lay(canvas.shape(ribbon(left, 3.0)) & mask, mix(tones[0], "fff4d6", 0.6))
    edge = x + w * 0.18 + sway[:, None]
    fold = np.hstack([edge, (base - h * t)[:, None]])
    canvas.lay(canvas.shape(np.vstack([fold, offset(right[::-1], 2, 0)])) & mask, tones[-1], 0.45)
    return mask


def shanghai(rng: np.random.Generator) -> Image.Image:
    """Towers across a river at evening, a barge passing."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "243a63"), (240, "6f7391"), (430, "e6a583"), (560, "fbdba4")])
    clouds(canvas, noise, (40, 470), ("94798f", "f5bd92"), (520, 90), 0.42, 0.65)
    canvas.glow(420, 570, 520, "ffbe74", 0.6)
    canvas.fill(oval(420, 520, 40), paint="fff0cb")
    far = House("d3a28e", "97808f", "8c7f92", "ffe1a0", 0.12, 10, 8)
    skyline(canvas, 622, (-20, 1540), (50, 190), (26, 54), far, ("e2b093", 0.5))
    mid = House("c98f78", "5f5c7c", "4d5677", "ffdb94", 0.2, 10, 8)
    skyline(canvas, 624, (-20, 1540), (40, 150), (34, 66), mid, ("c99a8c", 0.25), 0.62)
    glass_tower(canvas, 1120, 624, 500, 92, 0.04, ("f7d1a0", "b98a86", "5d6a8c", "2f4670"), 0.07, 0.12)
    glass_tower(canvas, 1000, 624, 405, 84, 0.02, ("f3c79a", "a98088", "55648a", "2c4169"), 0, 0.14)
    canvas.fill([(982, 246), (1018, 246), (1012, 292), (988, 292)], paint="c58f80")
    glass_tower(canvas, 1232, 624, 350, 70, 0.12, ("efc096", "9a7a86", "4d5c83", "283d63"), 0, 0.14)
    pearl(canvas, 700, 626, 470)
    near = House("b8755f", "43486a", "30405f", "ffd98e", 0.34, 12, 9)
    skyline(canvas, 628, (-20, 1540), (22, 78), (40, 90), near, ("b07f78", 0.06), 0.8)
    mirror(
        canvas,
        canvas.shape(box(-2, 628, 1504, 380)),
        628,
        wash((628, "d99f84"), (760, "6a6a88"), (1000, "22365c")),
        0.66,
        6,
    )
    glints(canvas, 420, (634, 980), 60, "ffe9b8", 380, 44)
    ripples(canvas, (650, 1000), ("f3c495", "33486e", "8a7f98"), 460, 90)
    barge(canvas, 930, 800, 330)
    return Image.fromarray(finish(canvas))


def barge(canvas: Canvas, x: float, line: float, size: float) -> None:
    """A river ferry with two decks, lit windows and a funnel."""
    rail = curve(placed(x, line, size, (-0.56, -0.13), (-0.1, -0.1), (0.5, -0.13)))
    side = np.vstack([rail, [(x + size * 0.46, line + 2), (x - size * 0.44, line + 2)]])
    dark = np.stack([side[:, 0], 2 * line - side[:, 1]], 1)
    decks = box(x - size * 0.34, line, size * 0.7, size * 0.3)
    canvas.fill(dark, decks, paint="1d2c4c", opacity=0.5)
    reach, water = (x - size * 0.6, x + size * 0.6), ("c99b90", "5d6385", "22365c")
    ripples(canvas, (line + 6, line + 110), water, 90, 90, reach, 0.8)
    for k, (w, y) in enumerate(((0.74, 0.13), (0.56, 0.225))):
        left, wide = x - size * w / 2, size * w
        wall = wash((x - size * 0.4, "fbe6c0"), (x + size * 0.4, "b98f86"), across=True)
        canvas.fill(box(left, line - size * (y + 0.095), wide, size * 0.1), paint=wall)
        n = 15 - 4 * k
        sill, pane = line - size * (y + 0.072), wide * 0.6 / n
        lit = [box(left + wide * (i + 0.2) / n, sill, pane, size * 0.045) for i in range(n)]
        patches(canvas, lit, ["ffd27c" if (i * 7 + k) % 5 else "41506e" for i in range(n)])
        eaves = box(left - size * 0.03, line - size * (y + 0.1), wide + size * 0.06, size * 0.012)
        canvas.fill(eaves, paint="fdf0d2")
    red = wash((line - size * 0.14, "b8513c"), (line, "4b2b40"))
    canvas.rim(canvas.fill(side, paint=red, texture=0.04), 0, 3, "f3c795")
    funnel = [(line - size * 0.42, size * 0.035), (line - size * 0.32, size * 0.04)]
    turned(canvas, x + size * 0.12, funnel, ("e7795a", "a8433c", "5c2f44"))
    mast = placed(x, line, size, (-0.2, -0.32), (-0.2, -0.5))
    canvas.fill(ribbon(mast, 2.5), paint="3b3550")
    wake = curve(placed(x, line, size, (0.5, 0), (0.9, 0.018), (1.5, 0.055)))
    canvas.fill(ribbon(wake, [2, 5, 1]), paint="fbe3b8", opacity=0.7)


def moscow(rng: np.random.Generator) -> Image.Image:
    """Towers on an embankment at night, their lamps in the river."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "0e1c38"), (260, "1d3a5c"), (480, "4c6a84"), (560, "b28f86")])
    clouds(canvas, noise, (40, 470), ("22395a", "5d6f8c"), (560, 90), 0.44, 0.6)
    canvas.fill(oval(330, 150, 26), paint="f6e8c6")
    canvas.glow(330, 150, 150, "d8d3bc", 0.4)
    far = House("44587a", "2c3f60", "20324f", "ffd389", 0.28, 10, 8)
    skyline(canvas, 566, (-20, 1640), (26, 96), (40, 90), far, ("5d6f86", 0.35), 0.7)
    night = ("7fa0b0", "3e6384", "244066", "142a4c")
    warm = ("c79d83", "7c6a80", "3c4468", "1b2a4c")
    for x, h, w, cut, tones, twist in (
        (905, 300, 74, 0.1, night, 0.0),
        (1300, 330, 84, 0.0, night, 0.08),
        (990, 400, 80, 0.06, warm, 0.0),
        (1215, 455, 82, 0.12, night, 0.0),
        (1085, 440, 92, 0.02, night, -0.05),
        (1150, 300, 80, 0.0, warm, 0.0),
        (1400, 230, 80, 0.1, warm, 0.0),
    ):
        glass_tower(canvas, x, 568, h, w, cut, tones, twist, 0.42)
        canvas.fill(oval(x - w * 0.3, 568 - h * (1 - cut * 0.3) - 6, 2.6), paint="ff9a7a")
    near = House("4c4f6a", "262c4a", "1b2340", "ffcf7f", 0.5, 13, 10)
    skyline(canvas, 570, (-20, 1640), (20, 60), (50, 110), near, ("3c4a68", 0.1), 0.3)
    bridge(canvas)
    wall = canvas.fill(box(-2, 566, 1604, 26), paint=wash((566, "8d7a78"), (592, "3a3f58")))
    canvas.lay(canvas.shape(*(box(30 * k, 566, 1.5, 26) for k in range(54))) & wall, "232c48", 0.5)
    for k in range(20):
        lamp(canvas, 30 + 82 * k, 568, 44, "1b2540", 0.5)
    mirror(
        canvas,
        canvas.shape(box(-2, 592, 1604, 320)),
        592,
        wash((592, "3c4f70"), (900, "0c1a34")),
        0.85,
        7,
    )
    ripples(canvas, (606, 900), ("16294a", "2f4a6c", "0f1f3c"), 420, 100)
    for k in range(20):
        glints(canvas, 30 + 82 * k, (598, 720), 3, "ffcf86", 22, 16)
    parapet(canvas)
    return Image.fromarray(finish(canvas))


def bridge(canvas: Canvas) -> None:
    """An arched bridge at the left, with lamps."""
    arcs = [
        np.stack([np.linspace(a, b, 30), 566 - h * np.sin(np.linspace(0, np.pi, 30))], 1)
        for a, b, h in ((-80, 260, 70), (260, 560, 62))
    ]
    canvas.fill(*(ribbon(a, 8) for a in arcs), paint="6d7891")
    hang = [ribbon([(p[0], p[1]), (p[0], 548)], 1.4) for a in arcs for p in a[2:-2:2] if p[1] < 546]
    canvas.fill(*hang, paint="6d7891")
    canvas.fill(box(-5, 544, 600, 9), paint="c79f86")
    canvas.fill(box(-5, 552, 600, 7), paint="2b3550")


def parapet(canvas: Canvas) -> None:
    """The near granite wall with an iron lamp and two people who look across."""
    canvas.fill(
        [(-5, 905), (-5, 818), (1605, 846), (1605, 905)],
        paint=wash((818, "57566e"), (900, "1a2038")),
        texture=0.06,
    )
    canvas.fill([(-5, 818), (1605, 846), (1605, 858), (-5, 832)], paint="a8948a", texture=0.05)
    canvas.fill(*(box(160 * k + 40, 834, 2, 80) for k in range(10)), paint="141a30", opacity=0.6)
    lamp(canvas, 250, 905, 320, "121a30", 0.8)
    for x, h, coat in ((470, 150, "7a3a3c"), (532, 140, "28405c")):
        person(canvas, x, 908, h, (coat, "5a3f3a"))


def net(rng: np.random.Generator) -> Image.Image:
    """A city at night; over it points of light, tied into a net."""
    canvas = Canvas("classic", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "0d1834"), (300, "173358"), (560, "2f6278"), (680, "7f9a92")])
    clouds(canvas, noise, (300, 640), ("1d3c60", "4a7486"), (460, 70), 0.42, 0.5)
    web(canvas)
    for tall, wide, tone, air in (
        ((60, 190), (30, 56), 0.18, 0.5),
        ((50, 170), (36, 70), 0.3, 0.25),
    ):
        house = House("3f6480", "22405f", "1a3350", "ffd68c", tone, 11, 8)
        skyline(canvas, 760, (-20, 1220), tall, wide, house, ("557f8c", air), 0.62)
    canvas.haze("6f8f90", 640, 770, 0.3)
    canvas.fill(box(-2, 752, 1204, 160), paint=wash((752, "48707f"), (800, "24425e"), (905, "13264a")))
    near = House("31486a", "152845", "101f3a", "ffcb78", 0.42, 15, 12)
    skyline(canvas, 905, (-20, 1220), (90, 230), (60, 110), near, ("2a4a68", 0.1), 0.35)
    front = House("1d2f50", "0f1c38", "0c1730", "ffc66f", 0.36, 22, 18)
    skyline(canvas, 915, (-30, 1230), (40, 110), (110, 190), front, ("1d2f50", 0.0), 0.2)
    return Image.fromarray(finish(canvas))


def web(canvas: Canvas) -> None:
    """The net: points on a vault, tied to their neighbours, a few tied down."""
    rng = canvas.rng
    pts = [np.array([600 + 30 * rng.normal(), 150 + 20 * rng.normal()])]
    while len(pts) < 74:
        p = np.array([rng.uniform(40, 1160), rng.uniform(60, 500)])
        vault = 90 + 330 * ((p[0] - 600) / 620) ** 2
        if p[1] > vault - 60 and p[1] < vault + 260 and min(np.hypot(*(p - q)) for q in pts) > 52:
            pts.append(p)
    nodes = np.array(pts)
    _, near = cKDTree(nodes).query(nodes, k=4)
    pairs = {tuple(sorted((i, int(j)))) for i, row in enumerate(near) for j in row[1:]}
    links = [ribbon(nodes[list(pair)], 1.5) for pair in pairs]
    canvas.fill(*links, paint="8fd0c8", opacity=0.55)
    down = [
        ribbon([nodes[i], (nodes[i][0] + rng.uniform(-20, 20), 640)], [1.3, 0.6]) for i in np.argsort(-nodes[:, 1])[:16]
    ]
    canvas.fill(*down, paint="8fd0c8", opacity=0.35)
    for i, p in enumerate(nodes):
        big = i % 6 == 0
        canvas.fill(oval(p[0], p[1], 7.5 if big else 3.6), paint="ffe0a0" if i % 3 == 0 else "c9f0e0")
        if big:
            canvas.glow(p[0], p[1], 52, "ffc873", 0.42)
            ring = canvas.shape(oval(p[0], p[1], 15), holes=[oval(p[0], p[1], 13.4)])
            canvas.lay(ring, "ffe0a0", 0.8)


SCENES = {
    "beijing-shanghai-trip": shanghai,
    "harmful-net-use-workshop": net,
    "moscow-economic-forum": moscow,
}
