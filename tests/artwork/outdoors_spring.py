"""Blossom and pyramid, golden globe, citadel, river temples."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, ink, mix, oval, ribbon, wash
from .brush_city import hexed, palm, paving, skyline
from .brush_forms import House, arch, block, dome, foliage, person, turned
from .brush_lake import ripples, upside_down
from .brush_land import Noise, finish
from .brush_scenery import Strokes, clouds, far_hills, glints, mirror, patches, sky, strokes

BLOOM = [(0.0, "8f5f78"), (0.3, "c9879a"), (0.6, "efb8b8"), (0.85, "fbe0d6"), (1.0, "fff6ea")]


def pyramid(canvas: Canvas, x: float, base: float, w: float, h: float) -> None:
    """A pyramid of stone panels with a glass point, two sides in view."""
    top, left, right, foot = (x, base - h), (x - w / 2, base), (x + w / 2, base), (x + w * 0.2, base + 6)
    a = canvas.fill([top, left, foot], paint=wash((base - h, "f3e9d2"), (base, "cdbfa6")), texture=0.03)
    b = canvas.fill([top, foot, right], paint=wash((base - h, "6f93a0"), (base, "5b7480")), texture=0.03)
    rows = 9
    for mask, p, q, light in ((a, left, foot, "8f8a7c"), (b, foot, right, "2f4e60")):
        net = []
        for k in range(1, rows):
            f = k / rows
            s, e = np.array(top) * (1 - f) + np.array(p) * f, np.array(top) * (1 - f) + np.array(q) * f
            net.append(ribbon([s, e], 1.6))
            net.append(ribbon([np.array(p) * (1 - f) + np.array(q) * f, np.array(top) * (1 - f) + np.array(q) * f], 1.4))
            net.append(ribbon([np.array(p) * (1 - f) + np.array(q) * f, np.array(p) * (1 - f) + np.array(top) * f], 1.4))
        canvas.lay(canvas.shape(*net) & mask, light, 0.75)
    cut = 0.36
    glass = [(p[0] * cut + top[0] * (1 - cut), p[1] * cut + top[1] * (1 - cut)) for p in (left, foot, right)]
    canvas.fill([top, glass[0], glass[1]], paint=wash((base - h, "f6f0d8"), (base - h * 0.64, "8fc4c8")), opacity=0.85)
    canvas.fill([top, glass[1], glass[2]], paint=wash((base - h, "5fa0b0"), (base - h * 0.64, "1f5f7c")), opacity=0.85)
    canvas.fill(ribbon([top, foot], 2.5), ribbon([top, left], 2.5), paint="fff8e4")
    canvas.fill([(x - w * 0.8, base + 26), (x - w * 0.5, base - 2), (x + w * 0.52, base - 2), (x + w * 0.84, base + 26)], paint="7f9b6a")


def cherry(canvas: Canvas, x: float, base: float, h: float, side: int) -> None:
    """A cherry tree in blossom that leans over the path."""
    rng = canvas.rng
    fork = (x + side * h * 0.03, base - h * 0.32)
    wood = [ribbon(curve([(x, base), (x - side * h * 0.01, base - h * 0.05), (x - side * h * 0.02, base - h * 0.16), fork]), [h * 0.13, h * 0.07, h * 0.05, h * 0.05])]
    tips = []
    for a in np.linspace(-1.15, 1.15, 7):
        end = np.array(fork) + h * np.array([np.sin(a) * 0.46 + side * 0.1, -np.cos(a) * 0.46 - 0.03])
        mid = (np.array(fork) + end) / 2 + (side * h * 0.03, h * 0.03)
        wood.append(ribbon(curve([fork, mid, end]), [h * 0.034, h * 0.006]))
        tips += [(end, 0.17), (mid * 0.4 + end * 0.6 + rng.normal(0, h * 0.03, 2), 0.15)]
    trunk = canvas.fill(*wood, paint="4a3440", texture=0.08)
    canvas.rim(trunk, h * 0.012, 0, "a8707a", 0.7)
    blobs = np.array([(p[0], p[1], h * r * 1.15, h * r * 0.85) for p, r in tips] + [(fork[0] + side * h * 0.1, fork[1] - h * 0.36, h * 0.3, h * 0.2)])
    size = max(h * 0.035, 5)
    foliage(canvas, blobs, BLOOM, Strokes(size, size * 0.62, 0, 1.5, 0.04), int(500 + 3.6 * h), (-0.5, -0.85), 0.28)


def blossom_avenue(rng: np.random.Generator) -> Image.Image:
    """An avenue of cherry blossom; at its end a pyramid."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f7f92"), (330, "8fc1b8"), (600, "f4ebc9")])
    clouds(canvas, noise, (20, 480), ("dbe5d4", "fdf7e4"), (460, 120), 0.42, 0.85)
    far_hills(canvas, noise, 600, 24, ("b9cfae", "6f9a7c"), 2, 8, 240)
    canvas.lay(canvas.below(np.array([0.0, 1500]), np.array([606.0, 606])), wash((606, "b7c877"), (720, "6fa862"), (1000, "2b6f58")), texture=0.05, streak=0.05)
    pyramid(canvas, 690, 606, 330, 270)
    path = [(672, 612), (716, 612), (1110, 1005), (250, 1005)]
    paving(canvas, path, (694, 590), [622, 634, 650, 672, 702, 742, 796, 870, 950], "efdcb6", "b59a7c", 7)
    for z in (9.0, 6.3, 4.6, 3.4, 2.5, 1.75):
        y = 590 + 400 / z * 0.9
        for side in (-1, 1):
            x, h = 694 + side * 850 / z, 950 / z
            shade = curve([(x - h * 0.4, y), (x + h * 0.1, y - h * 0.025), (x + h * 0.7, y + h * 0.01), (x + h * 0.1, y + h * 0.05)], 10, True)
            canvas.fill(shade, paint="1d5a50", opacity=0.42)
            cherry(canvas, x, y, h, -side)
    n = 900
    t = rng.uniform(0, 1, n) ** 0.6
    pts = np.stack([694 + rng.normal(0, 1, n) * (60 + 520 * t), 615 + 385 * t], 1)
    order = np.argsort(pts[:, 1])
    strokes(canvas, pts[order], np.tile(ink("f7cfc9"), (n, 1)), Strokes(11, 5, 0, 0.5, 0.06), (0.2 + t)[order])
    for x, base, h, coat in ((668, 655, 34, "b8503c"), (684, 656, 33, "2c5a6c"), (780, 760, 84, "2f6f78"), (820, 766, 62, "e2a848")):
        canvas.fill(oval(x + h * 0.3, base, h * 0.4, h * 0.045), paint="7a6a64", opacity=0.5)
        person(canvas, x, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


WHITE = ("fffaec", "e6e3d8", "a9b8c2", "6f8da3", "46698a")
GOLD = ("fff6d0", "fbd77f", "e3a53f", "b06f35", "6d4a48")


def strut(x: float, f: float, base: float) -> Field:
    """One rod of the tower: from its foot through the waist to the crown."""
    pts = [(1.0, 0.62), (0.8, 0.36), (0.55, 0.30), (0.38, 0.42), (0.24, 0.78), (0.12, 1.12)]
    return curve([(x + f * w * 130, base - (1 - t) * 860) for t, w in pts], 14)


def observation_tower(canvas: Canvas, x: float, base: float) -> None:
    """A white lattice tower that holds a golden globe."""
    back = [ribbon(strut(x, f, base), 6) for f in (-0.75, -0.3, 0.3, 0.75)]
    canvas.fill(*back, paint="7f9cb0")
    turned(canvas, x, [(base - 640, 22), (base - 200, 24), (base, 30)], WHITE)
    panes = [box(x - 10, base - 40 - 34 * k, 9, 16) for k in range(17)]
    patches(canvas, panes, ["4f87a3"] * 17)
    for f in (-1.0, -0.55, 0.0, 0.55, 1.0):
        tone = mix("fffaec", "6f8fa8", float(ease(-0.7, 1.1, np.array(f))))
        canvas.fill(ribbon(strut(x, f, base), [15, 10, 9, 10, 8]), paint=tone)
    for k, (t, w) in enumerate(((0.92, 0.5), (0.8, 0.36), (0.68, 0.32), (0.55, 0.3), (0.45, 0.35), (0.35, 0.46))):
        y = base - (1 - t) * 860
        ring = np.stack([x + np.linspace(-1, 1, 24) * w * 130, y + 7 * (1 - np.linspace(-1, 1, 24) ** 2)], 1)
        canvas.fill(ribbon(ring, 5), paint="dfe3dc" if k % 2 else "c3cfd4")
    globe_of_gold(canvas, x, base - 745, 104)
    for f in (-1.0, -0.62, -0.2, 0.2, 0.62, 1.0):
        tip = strut(x, f, base)[-26:]
        canvas.fill(ribbon(tip, [9, 3]), paint=mix("fffaec", "7f9cb4", float(ease(-0.7, 1.1, np.array(f)))))


def globe_of_gold(canvas: Canvas, x: float, y: float, r: float) -> None:
    """The globe with its net of panes and a bright spot."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 40)
    ball = turned(canvas, x, list(zip(y + r * np.sin(t), np.maximum(r * np.cos(t), 0.01), strict=True)), GOLD, 9)
    net = []
    for lat in np.linspace(-1.2, 1.2, 9):
        u = np.linspace(-np.pi / 2, np.pi / 2, 30)
        net.append(ribbon(np.stack([x + r * np.cos(lat) * np.sin(u), y + r * np.sin(lat) + r * 0.06 * np.cos(u)], 1), 1.3))
    for turn in np.linspace(-1.5, 1.5, 9):
        for slope in (-0.55, 0.55):
            lon = np.clip(turn + slope * t * 1.4, -1.57, 1.57)
            net.append(ribbon(np.stack([x + r * np.cos(t) * np.sin(lon), y + r * np.sin(t)], 1), 1.3))
    canvas.lay(canvas.shape(*net) & ball, "8a5a34", 0.5)
    canvas.glow(x - r * 0.42, y - r * 0.42, r * 0.8, "fff0b8", 0.6)
    canvas.rim(ball, 3, 3, "fff8dc", 0.8)


def flag(canvas: Canvas, x: float, base: float, h: float, paint: str, bar: str) -> None:
    """A flag that blows to the right on a white pole."""
    canvas.fill(ribbon([(x, base), (x, base - h)], [h * 0.016 + 1, 1.4]), paint="f6f0dc")
    u = np.linspace(0, 1, 24)
    wave = h * 0.028 * np.sin(u * 7.5 + x * 0.05) * (0.3 + u)
    top = np.stack([x + u * h * 0.42, base - h * 0.98 + wave + u * h * 0.02], 1)
    foot = top + np.stack([-0.012 * h * u, np.full(24, h * 0.21)], 1)
    stops = [(x + h * 0.42 * k / 6, mix(paint, ("12304f", "fff3d2")[k % 2], 0.22)) for k in range(7)]
    mask = canvas.fill(np.vstack([top, foot[::-1]]), paint=wash(*stops, across=True), texture=0.02)
    stripe = np.vstack([top * 0.6 + foot * 0.4, (top * 0.4 + foot * 0.6)[::-1]])
    canvas.lay(canvas.shape(stripe) & mask, bar, 0.9)


def golden_globe(rng: np.random.Generator) -> Image.Image:
    """The tower with the golden globe, flags along the walk."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1d5f96"), (480, "6fb0c8"), (960, "dfe8cf"), (1180, "f6eac6")])
    clouds(canvas, noise, (60, 900), ("d3e2e0", "fdf8e8"), (360, 150), 0.42, 0.85)
    for tall, air in (((40, 190), 0.62), ((20, 110), 0.35)):
        house = House("eadfc6", "8fa9b8", "5f93ac", "fdf0c8", 0.06, 11, 9)
        skyline(canvas, 1222, (-30, 1030), tall, (40, 84), house, ("dfe6d3", air), 0.1)
    for x in range(-10, 1010, 36):
        b = np.array([(x, 1216, 28, 20), (x + 18, 1206, 20, 16)], float)
        foliage(canvas, b, [(0, "174f56"), (0.6, "3f8a64"), (1, "b5cf7c")], Strokes(12, 6, 0, 1), 110)
    canvas.lay(canvas.below(np.array([0.0, 1000]), np.array([1226.0, 1226])), wash((1226, "9cc278"), (1330, "4f9460"), (1500, "1f5f58")), texture=0.05, streak=0.05)
    paving(canvas, [(430, 1228), (570, 1228), (820, 1505), (180, 1505)], (500, 1180), [1240, 1256, 1280, 1312, 1356, 1416], "f0e2c2", "b5a58c", 7)
    turned(canvas, 500, [(1206, 150), (1222, 156), (1236, 170)], WHITE)
    observation_tower(canvas, 500, 1212)
    tints = ("2f9bb8", "f2c14f", "d9573f", "2f9bb8", "f4ead2", "3f8f62")
    for z in (4.4, 3.3, 2.5, 1.9):
        for side in (-1, 1):
            k = int(z * 10) + (side > 0)
            flag(canvas, 500 + side * 640 / z, 1200 + 190 / z, 900 / z, tints[k % 6], ("f6d98a", "f6f0dc", "2c5f84")[k % 3])
    for side in (-1, 1):
        m = canvas.shape(np.array([(500 + side * 110, 1260), (500 + side * 210, 1260), (500 + side * 640, 1470), (500 + side * 390, 1470)]))
        canvas.lay(m, "2c6f58")
        pts = np.stack([rng.uniform(0, 1000, 2600), np.sort(rng.uniform(1255, 1475, 2600))], 1)
        tone = np.array([ink(c) for c in ("d9573f", "f2b84f", "fdf3dc", "c9486a", "3f8f62", "2c6f58")])[rng.integers(0, 6, 2600)]
        strokes(canvas, pts, tone, Strokes(13, 8, 0, 1.5), (pts[:, 1] - 1200) / 200, within=m)
    for x, base, h, coat in ((470, 1262, 36, "d9573f"), (530, 1290, 50, "24506f"), (440, 1380, 88, "2f7f8c"), (560, 1420, 104, "f0b04a"), (600, 1420, 100, "a8443c")):
        canvas.fill(oval(x + h * 0.25, base, h * 0.36, h * 0.045), paint="6f6a62", opacity=0.5)
        person(canvas, x, base, h, (coat, "4a3028"))
    return Image.fromarray(finish(canvas))


def hill_line(x: Field) -> Field:
    """The outline of the citadel hill."""
    return np.asarray(
        900 - 500 * np.exp(-np.abs((x - 900) / 500) ** 3.0)
        - 110 * np.exp(-(((x - 200) / 330) ** 2)) - 90 * np.exp(-(((x - 1500) / 220) ** 2))
    )


def citadel_walls(canvas: Canvas) -> None:
    """Walls with pentagonal towers and battlements, a flag on the keep."""
    def wall(x0: float, x1: float, top0: float, top1: float, drop: float) -> None:
        body = [(x0, top0), (x1, top1), (x1, top1 + drop), (x0, top0 + drop)]
        mask = canvas.fill(body, paint=wash((min(top0, top1), "edc08c"), (max(top0, top1) + drop, "a86f58")), texture=0.07)
        n = int((x1 - x0) / 14)
        teeth = [box(x0 + (k + 0.2) * 14, top0 + (top1 - top0) * k / n - 9, 8, 11) for k in range(n)]
        patches(canvas, teeth, ["f6d09c"] * n)
        rows = [ribbon([(x0, top0 + 11 * k), (x1, top1 + 11 * k)], 1.2) for k in range(1, int(drop / 11))]
        canvas.lay(canvas.shape(*rows) & mask, "8a5848", 0.5)

    def tower(x: float, top: float, w: float, h: float) -> None:
        canvas.fill([(x - w / 2, top), (x, top - 3), (x, top + h), (x - w / 2, top + h)], paint="f8d3a0", texture=0.07)
        canvas.fill([(x, top - 3), (x + w / 2, top), (x + w / 2, top + h), (x, top + h)], paint="8f5f58", texture=0.07)
        teeth = [box(x - w / 2 + (k + 0.15) * w / 5, top - 11, w / 8, 12) for k in range(5)]
        patches(canvas, teeth, ["fbdcac", "fbdcac", "f0c592", "9a685c", "9a685c"])
        patches(canvas, [box(x - w * 0.3, top + 22, 5, 14), box(x + w * 0.22, top + 22, 5, 14)], ["6d4640", "4a3440"])

    wall(640, 1170, 438, 446, 62)
    for x, top, w, h in ((640, 420, 44, 96), (745, 424, 40, 84), (1070, 428, 40, 84), (1170, 424, 46, 100)):
        tower(x, top, w, h)
    wall(790, 1010, 368, 366, 66)
    for x, top, w, h in ((790, 346, 46, 92), (1010, 346, 46, 92), (905, 316, 76, 116)):
        tower(x, top, w, h)
    canvas.fill(ribbon([(905, 310), (905, 226)], [3.4, 1.6]), paint="4a3440")
    canvas.fill(curve([(907, 230), (935, 226), (966, 236), (964, 260), (934, 252), (907, 256)], 6, True), paint="b8392f")


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
                house = House(hexed(lit), hexed(mix(lit, "4a4460", 0.55)), "5b5560", "ffd990", 0.1, 19 + 9 * near, 15 + 7 * near, rng.uniform(0.25, 0.42), (0.4, 0.55))
                block(canvas, px, base, w, h, house, "flat")
                tiles(canvas, px, base - h, w, house.side, roofs[int(rng.integers(0, 2))])
            if rng.uniform() < 0.3:
                tx = px + w * 1.02
                r = 9 + 15 * near
                b = np.array([(tx, base - r * 2.2, r * 0.7, r * 1.5), (tx, base - r, r * 0.9, r)], float)
                foliage(canvas, b, [(0, "27424a"), (0.6, "5f7250"), (1, "d3b873")], Strokes(r * 0.6, r * 0.25, -1.4, 0.4), 160)
            px += w * rng.uniform(0.88, 1.75)


def tiles(canvas: Canvas, x: float, top: float, w: float, side: float, paint: str) -> None:
    """A low tiled roof with lit eaves."""
    split, rise = x + w * (1 - side), w * 0.2
    left, peak, end = (x - w * 0.06, top + 4), (x + w * 0.36, top - rise), (x + w * 1.05, top + w * 0.05)
    back = (x + w * 0.72, top - rise * 0.95)
    front = canvas.fill([left, peak, back, (split + w * 0.03, top + 5)], paint=mix(paint, "f6b98a", 0.28), texture=0.06)
    rows = [ribbon([(x - w * 0.06 + w * 0.42 * f, top + 4 - (rise + 4) * f), (split + w * 0.03 + (back[0] - split) * f, top + 5 - (rise + 5) * f)], 1.2) for f in (0.25, 0.5, 0.75)]
    canvas.lay(canvas.shape(*rows) & front, mix(paint, "3a2430", 0.4), 0.7)
    canvas.fill([(split + w * 0.03, top + 5), back, end], paint=mix(paint, "35263a", 0.5), texture=0.06)
    canvas.fill(ribbon([left, (split + w * 0.03, top + 5)], 2.2), paint="fbdcae")


SCENES = {
    "alley-saplings-1": blossom_avenue,
    "ankara-consultations": citadel,
    "volunteers-in-astana-2": golden_globe,
}
