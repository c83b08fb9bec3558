"""People and chairs at tall windows: the foreword portrait, the armchairs, the talk."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import Part, Rim, draw, profile_head
from tests.artwork.indoors_furniture import Point3, Room, frame, ground, landmark, side, skyline
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, rgb, smooth

INK, LIGHT = "#17233f", "#f8edd7"


def tone(value: float) -> str:
    """A step of the duotone, from the dark ink (0) to the paper (1)."""
    return mix(INK, LIGHT, value)


def ridge(c: Canvas, x0: float, x1: float, y: float, high: float, base: float, paint: Paint, clip: list[list[Point]], rough: int = 5) -> list[Point]:
    """A mountain line made by repeated halving."""
    ys = np.array([c.rng.uniform(-0.3, 0.3), c.rng.uniform(0.5, 1.0), c.rng.uniform(-0.2, 0.4)])
    swing = 0.5
    for _ in range(rough):
        mids = (ys[:-1] + ys[1:]) / 2 + c.rng.uniform(-swing, swing, len(ys) - 1)
        ys = np.insert(ys, np.arange(1, len(ys)), mids)
        swing *= 0.52
    line = [(float(x), float(y - high * v)) for x, v in zip(np.linspace(x0, x1, len(ys)), ys, strict=True)]
    c.fill([*line, (x1, base), (x0, base)], paint, clip=clip)
    return line


def _portrait_view(c: Canvas, pane: list[Point]) -> None:
    """Snow mountains above a city, in the morning haze."""
    box = [pane]
    x0, x1 = pane[0][0], pane[1][0]
    c.fill(pane, Paint(tone(0.72), tone(1.0), 90, 0.008, "h", ((0, 100), (0, 1500))))
    c.fill(ellipse(430, 640, 120, 120), Paint(tone(1.0), texture=0.005), clip=box)
    c.glow(430, 640, 620, "#fff6e4", 0.5)
    for y, high, v in ((1300, 330, 0.66), (1430, 230, 0.52)):
        line = ridge(c, x0, x1, y, high, 2400, Paint(tone(v), tone(min(1, v + 0.26)), 90, 0.012, "x", ((0, y - high), (0, y + 330))), box)
        snow = [(x, y - high * (0.5 + 0.3 * float(np.sin(n * 2.4)) * (n % 2))) for n, x in enumerate(np.linspace(x0, x1, 34))]
        c.fill([(x0, y - 2 * high), (x1, y - 2 * high), *snow[::-1]], Paint(tone(0.97), tone(0.84), 0, 0.01), 0.9, clip=[[*line, (x1, 2400), (x0, 2400)]])
    skyline(c, box, x0, x1, 2120, 1480, (tone(0.6), tone(0.48), tone(0.36)), c.rng)
    landmark(c, box, x0 + 270, 2120, 560, tone(0.33), tone(0.86))
    c.fill(rect(x0, 1980, x1, 2330), Paint(tone(0.44), tone(0.3), 90, 0.05), clip=box)


def _woman() -> list[Part]:
    """The woman of the foreword, half turned to the right, from head to hip."""
    face = [(0.035, 0.292), (0.07, 0.279), (0.094, 0.253), (0.1035, 0.227), (0.106, 0.207), (0.1025, 0.191), (0.1105, 0.173), (0.1275, 0.152), (0.1245, 0.1445), (0.109, 0.1385)]
    face += [(0.1155, 0.1275), (0.1085, 0.119), (0.1125, 0.1095), (0.1045, 0.0985), (0.1065, 0.084), (0.098, 0.066), (0.078, 0.06), (0.046, 0.059), (0.034, 0.03), (0.036, -0.02), (0.06, -0.1), (-0.06, -0.08), (-0.05, 0.0), (-0.05, 0.06), (-0.065, 0.12), (-0.06, 0.2), (-0.02, 0.27)]
    hair = [(0.098, 0.247), (0.083, 0.288), (0.03, 0.314), (-0.045, 0.304), (-0.096, 0.25), (-0.106, 0.18), (-0.088, 0.11), (-0.06, 0.07), (-0.038, 0.082), (-0.02, 0.12), (0.002, 0.145), (0.018, 0.165), (0.028, 0.2), (0.056, 0.232)]
    body = [(0.038, -0.03), (0.062, -0.075), (0.104, -0.15), (0.132, -0.235), (0.128, -0.32), (0.1, -0.43), (0.098, -0.55), (0.125, -0.75), (0.125, -0.75), (-0.21, -0.75), (-0.21, -0.75), (-0.178, -0.52), (-0.188, -0.36)]
    body += [(-0.212, -0.22), (-0.2, -0.125), (-0.155, -0.062), (-0.095, -0.028), (-0.056, 0.02), (-0.03, 0.0)]
    collar = [(-0.058, 0.032), (-0.04, 0.038), (0.0, -0.01), (0.042, -0.12), (0.086, -0.3), (0.086, -0.3), (0.03, -0.21), (0.03, -0.21), (0.045, -0.175), (0.012, -0.165), (-0.035, -0.07)]
    blouse = [(0.0, 0.0), (0.04, -0.03), (0.064, -0.075), (0.104, -0.15), (0.115, -0.2), (0.086, -0.29), (0.04, -0.12)]
    sleeve = [(-0.118, -0.12), (-0.148, -0.3), (-0.128, -0.43), (-0.06, -0.482), (0.05, -0.475), (0.15, -0.44)]
    book = [(0.045, -0.31), (0.265, -0.345), (0.285, -0.6), (0.055, -0.565)]
    return [
        ("skin", smooth(face, 8)), ("coat", smooth(body)), ("shirt", smooth(blouse)), ("coat2", smooth(collar)), ("hair2", ellipse(-0.108, 0.118, 0.055, 0.05, 20)), ("hair", smooth(hair)),
        ("ear", ellipse(-0.004, 0.158, 0.013, 0.022, 12)), ("pearl", ellipse(-0.003, 0.126, 0.0075, 0.0075)), ("book", book),
        *[("skin", limb([(0.155, -0.435 - d), (0.215, -0.412 - d * 1.3), (0.262 - d * 0.4, -0.418 - d * 1.6)], [0.04, 0.03, 0.014])) for d in (0.045, 0.03, 0.015, 0.0)],
        ("skin", limb([(0.14, -0.44), (0.185, -0.44)], [0.06, 0.075], False)), ("skin", limb([(0.15, -0.42), (0.19, -0.392), (0.232, -0.375)], [0.035, 0.028, 0.014])),
        ("cuff", limb([(0.13, -0.45), (0.152, -0.442)], [0.085, 0.08], False)), ("coat2", limb(sleeve, [0.12, 0.14, 0.135, 0.13, 0.115, 0.09])),
    ]


def foreword(rng: np.random.Generator) -> Image.Image:
    """In two inks: a woman looks out over the city from a tall window."""
    c = Canvas(1800, 2700, rng, tone(0.5))
    c.fill(rect(0, 0, 1800, 2700), Paint(tone(0.36), tone(0.22), 0, 0.025, "v"))
    pane = rect(110, -20, 1130, 2330)
    c.fill(rect(60, -20, 1180, 2380), Paint(tone(0.2), tone(0.12), 0, 0.03, "v"))
    _portrait_view(c, pane)
    for x in (450, 790):
        c.fill(rect(x - 13, -20, x + 13, 2340), Paint(tone(0.24), tone(0.14), 0))
    for y in (330, 1210):
        c.fill(rect(110, y - 10, 1130, y + 10), tone(0.2))
    c.fill([(30, 2330), (1210, 2330), (1270, 2440), (-20, 2440)], Paint(tone(0.86), tone(0.62), 90, 0.03))
    c.fill(rect(-20, 2440, 1270, 2482), tone(0.3))
    for a, b in ((1300, 1500), (1530, 1740)):
        c.fill([(a, 300), (b, 420), (b, 1500), (a, 1400)], Paint(tone(0.62), tone(0.46), 0, 0.03, "v"), 0.75, 8)
        c.fill([(a, 1440), (b, 1545), (b, 2250), (a, 2180)], Paint(tone(0.54), tone(0.38), 0, 0.03, "v"), 0.75, 8)
    for i in range(5):
        x = 1150 + 34 * i
        c.fill(smooth([(x, -20), (x + 34, -20), (x + 42 + 5 * i, 1300), (x + 34, 2700), (x - 6, 2700), (x + 8, 1300)]), Paint(tone(0.78 - 0.11 * i), tone(0.5 - 0.08 * i), 90, 0.03, "v"), 0.96)
    k, x, y = 2330.0, 1085.0, 1330.0
    colours = {"skin": tone(0.36), "coat": tone(0.1), "coat2": tone(0.165), "shirt": tone(0.74), "hair": tone(0.05), "hair2": tone(0.09), "ear": tone(0.33), "pearl": tone(0.97), "book": tone(0.7), "cuff": tone(0.8)}
    draw(c, _woman(), x, y, k, colours, Rim(-0.0075, -0.006, tone(1.0), 0.95), flip=True)
    for t in (0.0, 0.35, 0.7):
        lock = limb([(x - 0.07 * k + t * 0.06 * k, y - 0.285 * k), (x + (0.02 + 0.03 * t) * k, y - (0.29 - 0.05 * t) * k), (x + 0.085 * k, y - (0.2 - 0.06 * t) * k)], [2, 9, 2])
        c.fill(lock, tone(0.3), 0.6)
    c.fill([(1130, -20), (1800, -20), (1800, 2700), (700, 2700)], Paint(tone(0.3), texture=0), 0.25, 120, "multiply")
    lum = c.px @ np.array([0.3, 0.55, 0.15], np.float32)
    low, high = float(rgb(INK) @ np.array([0.3, 0.55, 0.15])), float(rgb(LIGHT) @ np.array([0.3, 0.55, 0.15]))
    part = np.clip((lum - low) / (high - low), -0.04, 1.02)[..., None]
    c.px = np.asarray(rgb(INK) + (rgb(LIGHT) - rgb(INK)) * part, np.float32)
    return c.finish(0.3)


def _armchair(r: Room, x: float, z: float, turn: int, cloth: str) -> None:
    """A deep armchair seen from the side; it looks to the right when turn is 1."""
    def at(u: float, y: float, v: float) -> Point3:
        return x + turn * u, y, z + v

    lit, mid, dark = mix(cloth, "#fff0d0", 0.38), mix(cloth, "#fff0d0", 0.1), mix(cloth, "#1a1a30", 0.34)
    r.contact(x - 0.5, x + 0.5, z - 0.42, z + 0.4, "#4a2a3a", 0.6)
    for u, v in ((-0.36, 0.3), (0.34, 0.3), (-0.38, -0.32), (0.36, -0.32)):
        a, b = r.pt(*at(u, 0.2, v)), r.pt(*at(u * 1.1, 0.0, v))
        r.c.fill(limb([a, b], [r.k(z) * 0.05, r.k(z) * 0.028], False), "#4a2a26")
    back = smooth([(-0.3, 0.2), (-0.46, 0.22), (-0.53, 0.6), (-0.58, 0.98), (-0.5, 1.07), (-0.4, 1.04), (-0.3, 0.62), (-0.24, 0.3)], 6)
    wall = Paint(mid, dark, 90, 0.03, "x")
    r.solid([at(u, y, 0.36) for u, y in smooth([(-0.3, 0.2), (0.38, 0.2), (0.42, 0.6), (0.3, 0.66), (-0.3, 0.66)], 5)], (0, 0, -0.12), wall, Paint(lit, mid))
    r.solid([at(u, y, 0.3) for u, y in back], (0, 0, -0.6), wall, Paint(lit, mid, 90, 0.03, "x"))
    cushion = smooth([(-0.34, 0.3), (0.36, 0.3), (0.4, 0.4), (0.36, 0.47), (-0.34, 0.48)], 5)
    r.solid([at(u, y, 0.3) for u, y in cushion], (0, 0, -0.58), wall, Paint(lit, lit, 90, 0.03, "x"))
    near = smooth([(-0.46, 0.18), (0.38, 0.18), (0.41, 0.4), (0.44, 0.58), (0.36, 0.66), (-0.3, 0.68), (-0.44, 0.66)], 6)
    r.solid([at(u, y, -0.26) for u, y in near], (0, 0, -0.14), Paint(mid, mix(cloth, "#1a1a30", 0.2), 90, 0.035, "x"), Paint(lit, mid, 90))
    pillow = [r.pt(*at(u, y, -0.1)) for u, y in smooth([(-0.36, 0.66), (-0.24, 0.62), (-0.2, 0.86), (-0.34, 0.98), (-0.42, 0.88)])]
    r.c.fill(pillow, Paint("#f3dfb4", "#c9975f", 60, 0.03, "x"))


def women(rng: np.random.Generator) -> Image.Image:
    """Two armchairs turned to each other, flowers between them, a tall window."""
    c = Canvas(1800, 2700, rng)
    r = Room(c, 868, 1560, 2250, 1.45, (0.28, -0.85))
    r.shell(-2.1, 2.4, 4.7, 6.2, {
        "ceiling": Paint("#e8c9a8", "#d9ae90", 90, 0.02), "floor": Paint("#b06a4c", "#7c4440", 90, 0.045), "left": Paint("#b5705c", "#c98870", 0, 0.02, "v"), "right": Paint("#d39a80", "#c4826c", 0, 0.02, "v"), "back": Paint("#d9a088", "#c98870", 90, 0.02, "v"),
    })
    for x, t in ((-2.09, "#a5604e"), (2.39, "#c07c66")):
        r.fill(side(x, 0, 0.2, 0.3, 6.2), "#f0d6b4")
        for z in (2.2, 3.6, 5.0):
            r.fill(side(x, 0.5, 4.0, z, z + 1.0), t, 0.6)
    r.fill(frame(-2.1, 2.4, 0, 0.2, 6.2), "#f0d6b4")
    x0, x1, top = -1.0, 0.95, 4.1
    arch: list[Point] = [(x0, 0.35), (x1, 0.35), (x1, top - 0.95)]
    arch += [((x0 + x1) / 2 + (x1 - x0) / 2 * float(np.cos(t)), top - 0.95 + 0.95 * float(np.sin(t))) for t in np.linspace(0, np.pi, 30)]
    arch.append((x0, top - 0.95))
    big = [((a - (x0 + x1) / 2) * 1.1 + (x0 + x1) / 2, b + (0.1 if b > 1 else -0.08)) for a, b in arch]
    c.fill(r.poly([(a, b, 6.19) for a, b in big]), Paint("#f6e2c2", "#e3c09c", 90))
    pane = r.poly([(a, b, 6.18) for a, b in arch])
    _garden_view(c, pane)
    for x in (-0.35, 0.3):
        r.fill(frame(x - 0.022, x + 0.022, 0.35, top - 0.05, 6.17), "#f3dfc0")
    for y in (1.3, 2.25, 3.15):
        r.fill(frame(x0, x1, y - 0.018, y + 0.018, 6.17), "#f3dfc0")
    floor = ground(-2.1, 2.4, 0.25, 6.2)
    cells = [(a, b) for a in ((-1.0, -0.37), (-0.33, 0.28), (0.32, 0.95)) for b in ((0.35, 1.28), (1.32, 2.23), (2.27, 3.13), (3.17, 3.85))]
    for (a0, a1), (b0, b1) in cells:
        r.patch(frame(a0, a1, b0, b1, 6.18), "#f3c48a", 0.9, 0, floor, 3)
    _drapes(r, x0, x1, top)
    for x in (-0.85, 0.98):
        r.shadow([(x - 0.4, 0.6, 4.3), (x + 0.4, 0.6, 4.3), (x + 0.4, 1.0, 4.5), (x - 0.4, 1.0, 4.5)], "#8a4a50", 0.75, 10, floor)
    r.shadow(ground(-0.2, 0.3, 4.0, 4.4, 0.6), "#8a4a50", 0.7, 8, floor)
    rug = r.disc(0.05, 0.004, 4.1, 1.55)
    c.fill(rug, Paint("#5a7a6c", "#3f6260", 90, 0.05), 0.5)
    c.fill(rug, Paint("#f0d8ac", texture=0.02), 0.5, holes=[r.disc(0.05, 0.004, 4.1, 1.47)])
    _armchair(r, -0.92, 4.3, 1, "#5f8474")
    _armchair(r, 1.02, 4.25, -1, "#4f7672")
    _flower_table(r)
    c.glow(800, 900, 1500, "#ffe6b8", 0.25)
    c.wash("#fff6ec", "#ecd2cc", 0.45)
    return c.finish()


def _garden_view(c: Canvas, pane: list[Point]) -> None:
    """Sky, a far range and round trees."""
    lx, rx = min(p[0] for p in pane), max(p[0] for p in pane)
    ty, by = min(p[1] for p in pane), max(p[1] for p in pane)
    h = by - ty
    c.fill(pane, Paint("#b9d0c0", "#fbeccb", 90, 0.01, "h", ((0, ty), (0, ty + h * 0.7))))
    ridge(c, lx - 60, rx + 60, ty + h * 0.68, h * 0.16, by, Paint("#a9c2b4", "#d9dcbc", 90, 0.02, "x", ((0, ty + h * 0.5), (0, ty + h * 0.8))), [pane])
    for row, (y, s, green) in enumerate(((0.8, 0.07, "#9cb48c"), (0.88, 0.1, "#7d9f7c"), (0.97, 0.13, "#5f8670"))):
        for i in range(8):
            x = lx + (rx - lx) * (i + 0.5 * (row % 2)) / 6.5
            rr = h * s * float(c.rng.uniform(0.75, 1.2))
            c.fill(ellipse(x, ty + h * y, rr * 0.85, rr), Paint(mix(green, "#fff0c8", 0.3), green, 60, 0.05, "x"), clip=[pane])


def _drapes(r: Room, x0: float, x1: float, top: float) -> None:
    """Long curtains on both sides of the window."""
    rod = [r.pt(x0 - 0.55, top + 0.22, 6.1), r.pt(x1 + 0.55, top + 0.22, 6.1)]
    for s, edge in ((-1, x0 - 0.06), (1, x1 + 0.06)):
        for i in range(6):
            a = edge + s * 0.085 * i
            fold = [(a, top + 0.2), (a + s * 0.1, top + 0.2), (a + s * 0.12, 2.0), (a + s * 0.11, 0.03), (a - s * 0.01, 0.03), (a + s * 0.015, 2.0)]
            shade = 0.12 * (i % 3)
            r.c.fill(r.poly([(u, y, 6.08) for u, y in fold]), Paint(mix("#f3e2c4", "#a5604e", shade), mix("#d9b494", "#8a4a46", shade + 0.1), 90, 0.03, "v"))
    r.c.fill(limb(rod, [11, 11], False), "#7c4a34")


def _flower_table(r: Room) -> None:
    """The small round table: a vase of flowers and two cups."""
    c = r.c
    x, z, y = 0.05, 3.95, 0.62
    r.contact(x - 0.25, x + 0.25, z - 0.2, z + 0.2, "#4a2a3a", 0.5)
    r.drum(x, z, (0.2, 0.16), (0, 0.03), Paint("#5a3430", "#3a2228", 0), Paint("#7c4a3a"))
    c.fill(limb([r.pt(x, 0.02, z), r.pt(x, y, z)], [r.k(z) * 0.06, r.k(z) * 0.045], False), Paint("#8a5440", "#3a2228", 0))
    r.drum(x, z, (0.33, 0.34), (y - 0.03, y), Paint("#7c4a3a", "#4a2a2a", 0), Paint("#e3aa7c", "#b87454", 90, 0.04))
    px, py = r.pt(x, y, z)
    k = r.k(z)
    c.fill(ellipse(px + k * 0.05, py + k * 0.03, k * 0.12, k * 0.03), Paint("#4a2a2a", texture=0), 0.5, 6, "multiply")
    stems = [(float(a), float(s)) for a, s in zip(np.linspace(-0.95, 0.95, 13), c.rng.uniform(0.3, 0.5, 13), strict=True)]
    for a, s in stems:
        tip = (px + k * s * float(np.sin(a)), py - k * (0.2 + s * float(np.cos(a))))
        c.fill(limb([(px, py - k * 0.18), ((px + tip[0]) / 2, (py + tip[1]) / 2 - k * 0.08), tip], [k * 0.012, k * 0.008]), "#4f7260")
        for d in (-0.6, 0.7):
            mx, my = px + (tip[0] - px) * 0.6, py - k * 0.16 + (tip[1] - py) * 0.55
            c.fill(limb([(mx, my), (mx + k * 0.06 * d, my - k * 0.05), (mx + k * 0.12 * d, my - k * 0.05)], [k * 0.006, k * 0.045, k * 0.004]), ("#5f8670", "#7d9f7c")[d > 0])
    vase = smooth([(px - k * 0.05, py), (px - k * 0.085, py - k * 0.08), (px - k * 0.06, py - k * 0.17), (px - k * 0.045, py - k * 0.23), (px - k * 0.06, py - k * 0.25), (px + k * 0.06, py - k * 0.25), (px + k * 0.045, py - k * 0.23), (px + k * 0.06, py - k * 0.17), (px + k * 0.085, py - k * 0.08), (px + k * 0.05, py)])
    c.fill(vase, Paint("#f6ead0", "#8fa8a4", 0, 0.03, "v"))
    for i, (a, s) in enumerate(stems):
        _bloom(c, px + k * s * float(np.sin(a)), py - k * (0.2 + s * float(np.cos(a))), k * (0.052 + 0.018 * (i % 3)), ("#d9573c", "#f3d9a8", "#e8955f", "#b9475a")[i % 4])
    for s in (-1, 1):
        r.drum(x + s * 0.2, z - 0.12, (0.05, 0.062), (y, y + 0.012), Paint("#d9c3a0"), Paint("#fbf0d8", "#e3cfa8", 0))
        r.drum(x + s * 0.2, z - 0.12, (0.022, 0.036), (y + 0.012, y + 0.075), Paint("#fff4dc", "#b99a7c", 0), Paint("#8a5440"))


def _bloom(c: Canvas, x: float, y: float, s: float, colour: str) -> None:
    """One round flower of five petals."""
    for i in range(6):
        t = i * np.pi / 3 + x
        c.fill(ellipse(x + s * 0.55 * float(np.cos(t)), y + s * 0.5 * float(np.sin(t)), s * 0.55, s * 0.42, float(np.degrees(t))), Paint(mix(colour, "#fff0d0", 0.28), mix(colour, "#4a1a2a", 0.18), 60, 0.03, "x"))
    c.fill(ellipse(x, y, s * 0.25, s * 0.22), mix(colour, "#5a2a20", 0.45))


def _walker(hair: str, arms: str) -> list[Part]:
    """A person who stands in profile and looks to the right; cut above the knee."""
    body = [(0.055, 1.42), (0.1, 1.33), (0.142, 1.2), (0.135, 1.06), (0.118, 0.95), (0.13, 0.78), (0.13, 0.72), (0.13, 0.72), (-0.15, 0.72), (-0.15, 0.72), (-0.165, 0.84), (-0.135, 1.0), (-0.15, 1.14), (-0.155, 1.28), (-0.11, 1.39), (-0.03, 1.445)]
    slim = 1.0 if hair == "short" else 0.9
    parts: list[Part] = [("legs", limb([(0.0, 0.85), (-0.01, 0.5), (-0.02, 0.05)], [0.26, 0.2, 0.13])), ("coat", [(x * slim, y) for x, y in smooth(body)])]
    parts.append(("shirt", smooth([(0.03, 1.42), (0.062, 1.415), (0.1, 1.33), (0.128, 1.24), (0.1, 1.2), (0.06, 1.32)])))
    parts += [(k, [(x, y + 1.41) for x, y in q]) for k, q in profile_head(hair)]
    parts.append(("coat2", smooth([(-0.085, 1.43), (-0.062, 1.485), (0.0, 1.44), (0.05, 1.36), (0.09, 1.2), (0.115, 1.02), (0.085, 1.02), (0.04, 1.18), (0.06, 1.22), (0.0, 1.3)])))
    path = {"cup": [(-0.035, 1.31), (-0.06, 1.05), (0.2, 1.13)], "talk": [(-0.035, 1.31), (-0.03, 1.05), (0.27, 1.22)], "file": [(-0.035, 1.31), (-0.075, 1.06), (0.13, 0.98)]}[arms]
    hx, hy = path[2]
    if arms == "cup":
        parts.append(("cup", [(hx + 0.05, hy + 0.1), (hx + 0.12, hy + 0.1), (hx + 0.11, hy - 0.01), (hx + 0.06, hy - 0.01)]))
    if arms == "file":
        parts.append(("cup", [(0.02, 1.2), (0.2, 1.22), (0.22, 0.92), (0.04, 0.9)]))
    for n in range(4):
        up = 0.05 - 0.022 * n if arms == "talk" else 0.0
        parts.append(("skin", limb([(hx, hy), (hx + 0.06, hy + up * 0.5 + 0.012 - 0.01 * n), (hx + 0.11, hy + up + 0.018 - 0.014 * n)], [0.05, 0.028, 0.012])))
    parts.append(("coat2", limb([path[0], (path[1][0] - 0.005, path[1][1] + 0.06), path[1], (path[1][0] + 0.05, path[1][1] - 0.005), path[2]], [0.14, 0.125, 0.12, 0.11, 0.08])))
    return parts


def gallery_2(rng: np.random.Generator) -> Image.Image:
    """Two people talk at a wide window as the sun goes down over the city."""
    c = Canvas(2592, 1728, rng)
    c.fill(rect(0, 0, 2592, 1728), Paint("#1d3340", "#16242f", 0, 0.03, "v"))
    pane = rect(150, -10, 2592, 1330)
    c.fill(pane, Paint("#2f6c78", "#f7c983", 90, 0.012, "h", ((0, 0), (0, 1000))))
    c.fill(pane, Paint("#f7c983", "#e2764a", 90, 0.012, "h", ((0, 860), (0, 1330))), 0.55, clip=[rect(0, 860, 2592, 1330)])
    c.glow(1290, 850, 1150, "#ffdc98", 0.75)
    c.fill(ellipse(1290, 850, 165, 165), Paint("#fff4d2", "#ffdf9c", 90, 0.01))
    for x, y, w in ((520, 380, 420), (1750, 300, 520), (2250, 520, 330), (900, 560, 300)):
        for n in range(3):
            c.fill(limb([(x - w * (0.8 - 0.1 * n), y + 26 * n), (x, y + 26 * n - 10), (x + w * (0.9 - 0.25 * n), y + 26 * n + 6)], [4, 34 - 6 * n, 3]), Paint("#f9d9a0", "#e9a26c", 90, 0.02), 0.6, 3, clip=[pane])
    ridge(c, 150, 2592, 1030, 190, 1400, Paint("#d98a5c", "#eaa86c", 90, 0.02, "x"), [pane], 6)
    skyline(c, [pane], 150, 2592, 1335, 880, ("#b86a54", "#7a4a56", "#43364e"), rng)
    landmark(c, [pane], 640, 1335, 560, "#3a3048", "#ffcf7a")
    for x in (150, 960, 1770, 2580):
        c.fill(rect(x - 16, -10, x + 16, 1340), Paint("#16242f", "#22323c", 0, 0.03, "v"))
    c.fill(rect(134, 190, 2592, 206), "#16242f")
    sill = [(110, 1330), (2592, 1330), (2592, 1392), (60, 1392)]
    c.fill(sill, Paint("#e9a869", "#9c5a44", 90, 0.03))
    c.fill(rect(0, 1388, 2592, 1728), Paint("#43343f", "#1c1f2b", 90, 0.05))
    for a, b in ((176, 944), (976, 1754), (1786, 2564)):
        c.fill([(a, 1430), (b, 1430), (b + (b - 1290) * 0.5, 1740), (a + (a - 1290) * 0.5, 1740)], Paint("#f0a866", "#b8623f", 90, 0.03), 0.75, 5)
    k = 1065.0
    man = {"coat": "#1e3346", "coat2": "#27405a", "legs": "#141e2b", "skin": "#8a5640", "hair": "#14141c", "shirt": "#c9a98a", "cup": "#f3e0bc"}
    woman = {"coat": "#6a2c34", "coat2": "#7d3a3c", "legs": "#231a2a", "skin": "#99634a", "hair": "#1c1218", "shirt": "#dcb890", "cup": "#f0dcb6", "scarf": "#c98a4a"}
    for x in (880, 1700):
        c.fill(ellipse(x, 1725, 330, 90), Paint("#14141c", texture=0), 0.6, 40, "multiply")
    draw(c, _walker("short", "talk"), 880, 2040, k, man, Rim(0.0085, -0.006, "#ffd896", 0.95))
    draw(c, _walker("bob", "cup"), 1720, 2015, k * 0.96, woman, Rim(-0.0085, -0.006, "#ffd896", 0.95), flip=True)
    c.glow(1290, 900, 900, "#ffca80", 0.2)
    c.wash("#eef0f0", "#fae6d6", 0.35)
    return c.finish()


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "foreword": foreword,
    "women-empowerment-meeting": women,
    "gallery-2": gallery_2,
}
