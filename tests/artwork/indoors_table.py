"""Still lifes indoors: the table laid for the breaking of the fast, and the ballot box."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import Rim, draw, standing
from tests.artwork.indoors_furniture import Point3, Room, frame, ground, side
from tests.artwork.indoors_halls import clothes
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, smooth


def _night_arch(c: Canvas) -> None:
    """A pointed window: crescent, stars, domes in the blue."""
    x0, x1, y1 = 330.0, 1330.0, 1130.0
    mid = (x0 + x1) / 2

    def arch(pad: float) -> list[Point]:
        right = [(x1 + pad, 560.0), (x1 + pad, 420.0), (x1 - 70 + pad, 250.0), (x1 - 260 + pad * 0.6, 110 - pad * 0.6), (mid, -10 - pad), (mid, -10 - pad)]
        left = [(2 * mid - x, y) for x, y in right[:-1][::-1]]
        return [(x1 + pad, y1 + pad), *smooth([*right, *left], 10, False), (x0 - pad, y1 + pad)]

    c.fill(arch(74), Paint("#3a5a6e", "#243a52", 90, 0.03))
    c.fill(arch(40), Paint("#b98a54", "#6a4a4a", 90, 0.03))
    pane = arch(0)
    c.fill(pane, Paint("#131f46", "#4a5a8a", 90, 0.02, "h", ((0, 0), (0, 900))))
    c.fill(pane, Paint("#4a5a8a", "#d98f6a", 90, 0.02, "h", ((0, 620), (0, 1130))), 0.7, clip=[rect(0, 620, 2592, 1140)])
    c.glow(1010, 300, 300, "#b9c0d8", 0.35)
    c.fill(ellipse(1010, 300, 92, 92), Paint("#fdf0cc", "#f3d89c", 60, 0.02), holes=[ellipse(1048, 278, 78, 78)])
    for _ in range(46):
        x, y, s = float(c.rng.uniform(x0, x1)), float(c.rng.uniform(20, 640)), float(c.rng.uniform(2, 5.5))
        c.fill([(x, y - s * 1.8), (x + s * 0.5, y - s * 0.5), (x + s * 1.8, y), (x + s * 0.5, y + s * 0.5), (x, y + s * 1.8), (x - s * 0.5, y + s * 0.5), (x - s * 1.8, y), (x - s * 0.5, y - s * 0.5)], "#f6e7c0", 0.85, clip=[pane])
    for x, y, s, tone in ((520, 900, 80, "#4a4a78"), (1180, 880, 95, "#4a4a78"), (860, 850, 165, "#343c68")):
        dome = smooth([(x - s, y + s), (x - s * 1.12, y + s * 0.3), (x - s * 0.7, y - s * 0.45), (x, y - s), (x, y - s), (x + s * 0.7, y - s * 0.45), (x + s * 1.12, y + s * 0.3), (x + s, y + s)])
        c.fill(dome, Paint(mix(tone, "#8a90b8", 0.25), tone, 0, 0.03, "v"), clip=[pane])
        c.fill(rect(x - s * 1.5, y + s * 0.8, x + s * 1.5, 1140), tone, clip=[pane])
        c.fill(limb([(x, y - s), (x, y - s * 1.4)], [5, 3], False), "#d9b06a", clip=[pane])
        for d in (-2.0, 2.0):
            c.fill(limb([(x + d * s, y - s * 1.2), (x + d * s, 1140)], [s * 0.1, s * 0.2], False), tone, clip=[pane])
            c.fill(smooth([(x + d * s - s * 0.14, y - s * 1.15), (x + d * s, y - s * 1.6), (x + d * s, y - s * 1.6), (x + d * s + s * 0.14, y - s * 1.15)]), tone, clip=[pane])
    c.fill(rect(x0, 1060, x1, 1140), "#2a2f58", clip=[pane])


def _lantern(c: Canvas, x: float, y: float, u: float, hang: bool = False) -> None:
    """A pierced brass lantern with warm glass; y is its foot."""
    c.glow(x, y - u * 0.75, u * 2.6, "#ffb456", 0.5)
    if hang:
        c.fill(limb([(x, -10), (x, y - u * 1.95)], [5, 5], False), "#2a2430")
    brass = Paint("#e3b260", "#6a4426", 0, 0.03, "v")
    for w0, w1, a, b in ((0.46, 0.4, 0.0, 0.07), (0.34, 0.34, 0.07, 0.13)):
        c.fill([(x - u * w0, y - u * a), (x + u * w0, y - u * a), (x + u * w1, y - u * b), (x - u * w1, y - u * b)], brass)
    glass = smooth([(x - u * 0.32, y - u * 0.12), (x - u * 0.46, y - u * 0.5), (x - u * 0.42, y - u * 0.85), (x - u * 0.28, y - u * 1.12), (x - u * 0.28, y - u * 1.12), (x + u * 0.28, y - u * 1.12), (x + u * 0.28, y - u * 1.12), (x + u * 0.42, y - u * 0.85), (x + u * 0.46, y - u * 0.5), (x + u * 0.32, y - u * 0.12)])
    c.fill(glass, Paint("#ffcf74", "#d9702f", 90, 0.03, "x"))
    c.fill(ellipse(x, y - u * 0.5, u * 0.24, u * 0.36), Paint("#fff6d4", texture=0), 0.9, u * 0.1, clip=[glass])
    for t in (-1.0, -0.42, 0.42, 1.0):
        rib = limb([(x + t * u * 0.31, y - u * 0.12), (x + t * u * 0.455, y - u * 0.5), (x + t * u * 0.415, y - u * 0.85), (x + t * u * 0.27, y - u * 1.12)], [u * 0.035, u * 0.03])
        c.fill(rib, brass)
    for level in (0.36, 0.72):
        for t in (-0.7, 0.0, 0.7):
            px, py, d = x + t * u * 0.44, y - u * (level + 0.02), u * 0.085
            c.fill([(px, py - d * 1.3), (px + d, py), (px, py + d * 1.3), (px - d, py)], "#7a4a26", holes=[[(px, py - d * 0.95), (px + d * 0.7, py), (px, py + d * 0.95), (px - d * 0.7, py)]])
    c.fill(limb([(x - u * 0.45, y - u * 0.56), (x, y - u * 0.53), (x + u * 0.45, y - u * 0.56)], [u * 0.035]), brass)
    c.fill([(x - u * 0.36, y - u * 1.1), (x + u * 0.36, y - u * 1.1), (x + u * 0.3, y - u * 1.19), (x - u * 0.3, y - u * 1.19)], brass)
    dome = smooth([(x - u * 0.3, y - u * 1.18), (x - u * 0.33, y - u * 1.34), (x - u * 0.15, y - u * 1.56), (x, y - u * 1.74), (x, y - u * 1.74), (x + u * 0.15, y - u * 1.56), (x + u * 0.33, y - u * 1.34), (x + u * 0.3, y - u * 1.18), (x + u * 0.3, y - u * 1.18), (x - u * 0.3, y - u * 1.18)])
    c.fill(dome, brass)
    for t in (-0.16, 0.0, 0.16):
        c.fill(ellipse(x + t * u, y - u * (1.36 - abs(t) * 0.2), u * 0.035, u * 0.06), "#ffd27c")
    c.fill(ellipse(x, y - u * 1.86, u * 0.1, u * 0.1), brass, holes=[ellipse(x, y - u * 1.86, u * 0.065, u * 0.065)])
    c.rim(c.mask([dome]), -u * 0.02, -u * 0.02, "#ffe2a0", 0.7)


def _teapot(r: Room, x: float, z: float) -> None:
    """A round teapot with a curved spout and a painted band."""
    c, k = r.c, r.k(z)
    px, py = r.pt(x, 0.745, z)
    c.fill(ellipse(px - k * 0.1, py + k * 0.015, k * 0.2, k * 0.04), Paint("#3a1420", texture=0), 0.65, 12, "multiply")
    c.fill(limb([(px - k * 0.1, py - k * 0.07), (px - k * 0.19, py - k * 0.11), (px - k * 0.2, py - k * 0.19), (px - k * 0.25, py - k * 0.23)], [k * 0.07, k * 0.05, k * 0.035, k * 0.028]), Paint("#e9e2cc", "#6f8f98", 180, 0.03))
    c.fill(limb([(px + k * 0.09, py - k * 0.17), (px + k * 0.19, py - k * 0.2), (px + k * 0.2, py - k * 0.1), (px + k * 0.1, py - k * 0.06)], [k * 0.026]), Paint("#f3e6c4", "#c9a878", 0))
    body = smooth([(px - k * 0.07, py), (px - k * 0.13, py - k * 0.06), (px - k * 0.135, py - k * 0.13), (px - k * 0.09, py - k * 0.2), (px, py - k * 0.22), (px + k * 0.09, py - k * 0.2), (px + k * 0.135, py - k * 0.13), (px + k * 0.13, py - k * 0.06), (px + k * 0.07, py)])
    c.fill(body, Paint("#5f8796", "#fbeecb", 0, 0.03, "x"))
    for i in range(9):
        t = -0.118 + 0.0295 * i
        bx, by, d = px + k * t, py - k * (0.105 - 0.9 * t * t), k * 0.016
        c.fill([(bx, by - d * 1.6), (bx + d * 0.8, by), (bx, by + d * 1.6), (bx - d * 0.8, by)], "#b9473a" if i % 2 else "#24506a", clip=[body])
    for up in (0.068, 0.145):
        c.fill(limb([(px - k * 0.134, py - k * up), (px, py - k * (up - 0.022)), (px + k * 0.134, py - k * up)], [k * 0.007]), "#24506a", clip=[body])
    lid = smooth([(px - k * 0.07, py - k * 0.205), (px - k * 0.05, py - k * 0.24), (px, py - k * 0.255), (px + k * 0.05, py - k * 0.24), (px + k * 0.07, py - k * 0.205), (px, py - k * 0.193)])
    c.fill(lid, Paint("#6f95a0", "#fdf1d2", 0, 0.03))
    c.fill(ellipse(px, py - k * 0.27, k * 0.02, k * 0.02), Paint("#d9a04a", "#8a5428", 180))
    c.rim(c.mask([body, lid]), k * 0.008, -k * 0.004, "#fff4d2", 0.8, 2)


def _bowl(r: Room, x: float, z: float, s: float, tone: str, inside: str) -> None:
    """A bowl, its shadow and what it holds."""
    c, k, y = r.c, r.k(z), 0.745
    px, py = r.pt(x, y, z)
    c.fill(ellipse(px - k * s * 0.6, py + k * 0.012, k * s * 1.25, k * s * 0.34), Paint("#3a1420", texture=0), 0.6, 10, "multiply")
    r.drum(x, z, (s * 0.5, s), (y, y + s * 0.72), Paint(mix(tone, "#1a1430", 0.42), mix(tone, "#fff0cc", 0.3), 0, 0.03, "x"), Paint(mix(tone, "#fff2d4", 0.5)))
    c.fill(r.disc(x, y + s * 0.69, z, s * 0.88), Paint(mix(inside, "#120c18", 0.3), inside, 0, 0.04))


def _dates(r: Room, x: float, z: float, s: float) -> None:
    """A heap of dates in a dish."""
    _bowl(r, x, z, s, "#2f6f74", "#3a1c1c")
    c, k = r.c, r.k(z)
    spots = sorted(((float(c.rng.uniform(-0.8, 0.8)), float(c.rng.uniform(-0.75, 0.75)), float(c.rng.uniform(0, 180))) for _ in range(34)), key=lambda t: -t[1])
    for a, b, turn in spots:
        if a * a + b * b > 0.72:
            continue
        lift = 0.75 + 0.42 * (1 - a * a - b * b)
        px, py = r.pt(x + a * s, 0.745 + s * lift, z + b * s)
        d = ellipse(px, py, k * 0.03, k * 0.0165, turn * 0.4 - 36)
        c.fill(d, Paint("#4a2018", "#a85a2c", 0, 0.05, "x"))
        c.fill(limb([(px - k * 0.004, py - k * 0.007), (px + k * 0.014, py - k * 0.006)], [k * 0.005, k * 0.002], False), "#f0b878", 0.8)


def ramadan(rng: np.random.Generator) -> Image.Image:
    """Lanterns, dates, tea and bread on a table at nightfall."""
    c = Canvas(2592, 1944, rng)
    r = Room(c, 1330, 640, 2480, 1.22, (-1.0, 0.2))
    c.fill(rect(0, 0, 2592, 1944), Paint("#23405a", "#2f4a62", 0, 0.03, "v"))
    for i in range(6):
        for j in range(9):
            x, y = 1540 + 190 * i + 95 * (j % 2), 60 + 132 * j
            star = [(x + (46 if n % 2 else 20) * float(np.cos(n * np.pi / 8 * 1.0)), y + (46 if n % 2 else 20) * float(np.sin(n * np.pi / 8 * 1.0))) for n in range(16)]
            c.fill(star, mix("#23405a", "#c98f5a", 0.24), 0.5)
    _night_arch(c)
    c.glow(1960, 800, 1500, "#e98f45", 0.5)
    back = r.pt(0, 0.74, 2.15)[1]
    cloth = [(-10, back), (2602, back), (2602, 1944), (-10, 1944)]
    c.fill(cloth, Paint("#a8443a", "#5f2434", 90, 0.04))
    c.fill(ellipse(1850, 1480, 1150, 330), Paint("#ffb868", texture=0.02), 0.62, 120, "screen", [cloth])
    for x in np.arange(-2.4, 2.5, 0.16):
        r.fill([(x, 0.741, 1.98), (x + 0.08, 0.741, 1.93), (x + 0.16, 0.741, 1.98), (x + 0.08, 0.741, 2.03)], "#eebf78", 0.75)
    runner = r.poly(ground(-3, 3, 0.98, 1.68, 0.742))
    c.fill(runner, Paint("#e6cfa0", "#f3dfb4", 0, 0.04))
    c.fill(ellipse(1850, 1580, 900, 300), Paint("#fff0c8", texture=0), 0.35, 90, "screen", [runner])
    for z in (1.01, 1.63):
        r.fill(ground(-3, 3, z, z + 0.025, 0.743), "#2f6f74")
        for x in np.arange(-1.6, 1.7, 0.09):
            r.fill([(x, 0.743, z + 0.075), (x + 0.028, 0.743, z + 0.045), (x + 0.056, 0.743, z + 0.075), (x + 0.028, 0.743, z + 0.105)] if z < 1.3 else [(x, 0.743, z - 0.05), (x + 0.028, 0.743, z - 0.08), (x + 0.056, 0.743, z - 0.05), (x + 0.028, 0.743, z - 0.02)], "#b9473a", 0.85)
    _lay(r)
    c.glow(1960, 900, 900, "#ffc878", 0.22)
    c.wash("#e6e9f6", "#fff0e0", 0.4)
    return c.finish()


def _lay(r: Room) -> None:
    """Everything on the table, from the back to the front."""
    c = r.c
    _lantern(c, 1700, 560, 190, True)
    _lantern(c, 2380, 400, 150, True)
    lx, ly = r.pt(0.56, 0.745, 1.86)
    c.fill(ellipse(lx - 30, ly, 260, 40), Paint("#3a1420", texture=0), 0.6, 14, "multiply")
    _lantern(c, lx, ly + 10, 430)
    lx, ly = r.pt(-0.98, 0.745, 2.0)
    _lantern(c, lx, ly + 6, 210)
    r.drum(-0.02, 1.72, (0.12, 0.19), (0.745, 0.765), Paint("#b98a5a", "#f6e3b8", 0), Paint("#efe0bc", "#fff3d6", 0))
    for i in range(15):
        a = float(c.rng.uniform(0, 6.28))
        s = 0.13 * float(np.sqrt(c.rng.uniform(0, 1)))
        px, py = r.pt(-0.02 + s * np.cos(a), 0.8 + 0.07 * (1 - s / 0.13) + 0.002 * i, 1.72 + s * np.sin(a) * 0.4)
        k = r.k(1.72) * 0.045
        c.fill(ellipse(px, py, k, k * 0.8, a * 20), Paint("#a8642f", "#f0b860", 20, 0.05, "x"))
    _teapot(r, -0.48, 1.5)
    _dates(r, 0.27, 1.34, 0.145)
    _bowl(r, -0.12, 1.27, 0.075, "#f0e2c0", "#9c4a24")
    _bowl(r, 0.62, 1.42, 0.08, "#c9573c", "#b9642c")
    _bowl(r, 0.0, 1.06, 0.082, "#e9dcbc", "#a85226")
    r.drum(-0.56, 1.12, (0.15, 0.2), (0.745, 0.762), Paint("#6a8a90", "#e6dcc0", 0), Paint("#c9d3c4", "#fbf0d4", 0))
    r.drum(-0.56, 1.12, (0.155, 0.15), (0.764, 0.795), Paint("#8a4a24", "#d98f48", 0), Paint("#d9924c", "#f6c880", 0, 0.05, "x"))
    c.fill(r.disc(-0.56, 0.797, 1.12, 0.09), Paint("#a85f2c", "#d9924c", 0, 0.05, "x"), 0.8)
    for i in range(22):
        a, s = i * 2.4, 0.085 * np.sqrt(i / 22)
        px, py = r.pt(-0.56 + s * np.cos(a), 0.798, 1.12 + s * np.sin(a))
        c.fill(ellipse(px, py, 6, 3), "#fbe6b4")
    for x, z, turn in ((0.5, 1.12, 20.0), (0.58, 1.08, -25.0), (-0.26, 1.08, 10.0)):
        px, py = r.pt(x, 0.75, z)
        c.fill(ellipse(px - 14, py + 12, 70, 22), Paint("#3a1420", texture=0), 0.5, 7, "multiply")
        c.fill(ellipse(px, py, 66, 34, turn), Paint("#4a2018", "#b0622f", 0, 0.05, "x"))
        c.fill(limb([(px - 20, py - 14), (px + 26, py - 16)], [9, 4], False), "#f0b878", 0.7)
    px, py = r.pt(-0.73, 0.97, 1.5)
    for s in (0, 26):
        c.fill(limb([(px + s, py), (px + s - 26, py - 70), (px + s + 20, py - 150), (px + s - 14, py - 240)], [4, 16, 10, 2]), Paint("#fff0d4", texture=0), 0.3, 4, "screen")


def ballot(rng: np.random.Generator) -> Image.Image:
    """A ballot slips into a clear box; behind it booths and a quiet queue."""
    c = Canvas(2592, 1458, rng)
    r = Room(c, 1020, 520, 1750, 1.5, (1.0, -0.25))
    r.shell(-4.2, 4.6, 4.0, 9.0, {
        "ceiling": Paint("#e9dfc4", "#cfd0b8", 90, 0.02), "floor": Paint("#c79a6c", "#96694c", 90, 0.04), "left": Paint("#7fa09a", "#a9c0ae", 0, 0.02, "v"), "right": Paint("#6d9490", "#3f6a70", 0, 0.02, "v"), "back": Paint("#8fb0a6", "#789c94", 90, 0.02, "v"),
    })
    floor = ground(-4.2, 4.6, 0.25, 9.0)
    for z0 in (1.3, 3.3, 5.3, 7.3):
        w = side(-4.18, 0.8, 3.5, z0, z0 + 1.3)
        r.fill(side(-4.19, 0.7, 3.6, z0 - 0.1, z0 + 1.4), "#f4ead0")
        r.fill(w, Paint("#fdf3d2", "#cfe0d6", 270, 0.01))
        r.fill(side(-4.17, 0.8, 3.5, z0 + 0.62, z0 + 0.68), "#f4ead0")
        r.fill(side(-4.17, 2.1, 2.16, z0, z0 + 1.3), "#f4ead0")
        r.patch(w, "#fadf9f", 0.9, 0, floor, 3)
    _booths(r)
    for x, z, hair, arms, i in ((-1.55, 7.0, "short", ("down", "clasp"), 0), (-0.95, 6.3, "scarf", ("clasp", "down"), 1), (-1.9, 5.4, "bob", ("down", "clasp"), 4)):
        r.shadow(frame(x - 0.2, x + 0.2, 0, 1.7, z), "#8a6a5c", 0.6, 5)
        px, py = r.pt(x, 0, z)
        draw(c, standing(hair, True, arms), px, py, r.k(z), clothes(i), Rim(-0.013, -0.012, "#fff2cc", 0.9))
    _box(r)
    c.glow(0, 420, 1400, "#fff2cc", 0.28)
    c.wash("#fbf8ee", "#ecdfd0", 0.4)
    return c.finish()


def _booths(r: Room) -> None:
    """Voting booths with half-drawn curtains along the back wall."""
    for i, x in enumerate((-2.6, -1.1, 0.4, 1.9)):
        r.shadow(frame(x, x + 1.1, 0, 2.0, 8.0), "#8a6a5c", 0.55, 8)
        r.fill(frame(x, x + 1.1, 0, 2.1, 8.6), Paint("#2f4f5c", "#1d3844", 90))
        r.box((x - 0.04, x + 0.02), (0, 2.15), (7.7, 8.6), Paint("#f0e2c0"), Paint("#e9d9b4", "#b9a07c", 90), Paint("#d9c49a", "#a98a68", 90))
        r.box((x + 1.08, x + 1.14), (0, 2.15), (7.7, 8.6), Paint("#f0e2c0"), Paint("#e9d9b4", "#b9a07c", 90), Paint("#d9c49a", "#a98a68", 90))
        r.fill(frame(x - 0.04, x + 1.14, 1.98, 2.16, 7.69), Paint("#f0e2c0", "#cfb98f", 90))
        wide = 1.04 if i in (0, 2) else 0.55
        for n in range(6):
            a = x + 0.03 + wide * n / 6
            r.fill(frame(a, a + wide / 6 + 0.01, 0.35, 1.98, 7.7), Paint(mix("#c9573c", "#f0b080", 0.3 * (n % 2)), mix("#7c3434", "#a84a38", 0.5 * (n % 2)), 90, 0.03, "v"))


def _box(r: Room) -> None:
    """The clear box on its table, the ballots in it, the hand above it."""
    c = r.c
    r.fill(ground(-0.1, 2.4, 1.0, 2.2, 0.62), "#5f3f3a")
    r.box((-0.15, 2.6), (0.0, 0.62), (1.62, 2.75), Paint("#9c5a40", "#6f3c34", 90, 0.05), Paint("#2f6a70", "#173f4c", 90, 0.04, "v"), Paint("#1d4a56", "#123440", 90))
    for n in range(16):
        x = -0.15 + 0.172 * n
        r.fill(frame(x, x + 0.05, 0, 0.6, 1.615), Paint("#123440", texture=0), 0.28, 6, "multiply")
    r.fill(frame(-0.17, 2.6, 0.56, 0.63, 1.61), Paint("#fbe9bf", "#d9b27c", 90))
    x0, x1, y0, y1, z0, z1 = 0.34, 1.16, 0.63, 1.3, 1.85, 2.45
    r.shadow(frame(x0, x1, y0, y1, z1), "#5a3a40", 0.6, 12, ground(-0.15, 2.6, 1.62, 2.75, 0.62), 0.62)
    r.fill(frame(x0, x1, y0, y1, z1), Paint("#b9d0c4", "#8fb0a8", 90, 0.02), 0.75)
    r.fill(side(x0, y0, y1, z0, z1), Paint("#d9e6d6", "#a9c4b8", 90, 0.02), 0.7)
    for i in range(44):
        a, b = float(c.rng.uniform(x0 + 0.12, x1 - 0.12)), float(c.rng.uniform(z0 + 0.1, z1 - 0.1))
        t, y = float(c.rng.uniform(0, 3.14)), y0 + 0.015 + 0.006 * i * (1 - abs(a - 0.75) * 1.1)
        u, v, lean = 0.13 * float(np.cos(t)), 0.08 * float(np.sin(t)), float(c.rng.uniform(-0.04, 0.05))
        sheet: list[Point3] = [(a - u, y, b - v), (a + v, y + lean, b - u * 0.6), (a + u, y + lean, b + v), (a - v, y, b + u * 0.6)]
        r.fill(sheet, Paint(("#fff8e6", "#f3e6c6", "#e6d6b4")[i % 3], "#d9c8a4", 60 + i * 20, 0.02))
    r.fill(frame(x0, x1, y0, y1, z0), Paint("#e6f0e2", "#a9c8c0", 60, 0.02), 0.3)
    for a in (x0 + 0.06, x0 + 0.2):
        r.fill([(a, y0, z0), (a + 0.07, y0, z0), (a + 0.27, y1, z0), (a + 0.2, y1, z0)], "#ffffff", 0.25, 3, "screen")
    for a, b in (((x0, y0), (x0, y1)), ((x1, y0), (x1, y1)), ((x0, y0), (x1, y0))):
        c.fill(limb([r.pt(*a, z0), r.pt(*b, z0)], [9, 9], False), "#f3f6ea")
    r.box((x0 - 0.04, x1 + 0.04), (y1, y1 + 0.07), (z0 - 0.04, z1 + 0.04), Paint("#3f8088", "#2f6a74", 90, 0.03), Paint("#245a66", "#173f4c", 0, 0.03), Paint("#1d4a56"))
    ex, ey = r.pt(0.75, 0.97, z0 - 0.01)
    c.fill(ellipse(ex, ey + 10, 96, 96), Paint("#c9573c", "#a8402f", 60, 0.03), 0.94)
    c.fill(limb([(ex - 44, ey + 6), (ex - 12, ey + 42), (ex + 48, ey - 34)], [20, 20, 20], False), "#fdf3da")
    _voter(r, 0.75, y1 + 0.075, (z0 + z1) / 2)


def _voter(r: Room, x: float, y: float, z: float) -> None:
    """The slot, the ballot and the hand that lets it go."""
    c, k = r.c, r.k(z)
    px, py = r.pt(x, y, z)
    c.fill(limb([(px - k * 0.17, py), (px + k * 0.17, py)], [14, 14], False), "#0e2832")
    paper = [(px - k * 0.135, py), (px + k * 0.135, py), (px + k * 0.155, py - k * 0.25), (px - k * 0.115, py - k * 0.262)]
    c.fill(paper, Paint("#fffaea", "#ecdcb8", 0, 0.02))
    for n in range(3):
        yy = py - k * (0.07 + 0.055 * n)
        c.fill(rect(px - k * 0.09, yy - 9, px - k * 0.07, yy + 9), "#c9573c" if n == 1 else "#8a9a98")
        c.fill(rect(px - k * 0.05, yy - 4, px + k * 0.06, yy + 4), "#8a9a98")
    hx, hy = px + k * 0.135, py - k * 0.235
    skin = Paint("#e0a680", "#a86c4c", 60, 0.03, "x")
    c.fill(limb([(hx + k * 0.06, hy - k * 0.055), (hx + k * 0.0, hy - k * 0.01), (hx - k * 0.05, hy + k * 0.055)], [k * 0.055, k * 0.05, k * 0.026]), Paint("#b97a58", "#8a5640", 60))
    sleeve = limb([(hx + k * 0.24, hy - k * 0.085), (hx + k * 0.7, hy - k * 0.24), (hx + k * 1.3, hy - k * 0.4)], [k * 0.145, k * 0.19, k * 0.26])
    c.fill(smooth([(hx + k * 0.26, hy - k * 0.13), (hx + k * 0.13, hy - k * 0.115), (hx + k * 0.045, hy - k * 0.075), (hx + k * 0.03, hy - k * 0.02), (hx + k * 0.07, hy + k * 0.025), (hx + k * 0.16, hy + k * 0.01), (hx + k * 0.27, hy - k * 0.045)]), skin)
    for n, reach in enumerate((0.0, 0.03, 0.045)):
        c.fill(limb([(hx + k * 0.1, hy - k * (0.03 - 0.022 * n)), (hx + k * (0.01 + reach), hy + k * (0.015 + 0.018 * n)), (hx - k * (0.06 - reach), hy + k * (0.06 + 0.014 * n))], [k * 0.05, k * 0.042, k * 0.024]), Paint("#e6b08a", "#b0744f", 90, 0.03, "x"))
    c.fill(limb([(hx + k * 0.225, hy - k * 0.08), (hx + k * 0.27, hy - k * 0.095)], [k * 0.13, k * 0.135], False), "#fbf0d4")
    c.fill(sleeve, Paint("#3a4f78", "#1d2a48", 70, 0.03, "x"))
    c.rim(c.mask([sleeve]), -6, -12, "#ffe9bc", 0.8)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "ramadan-dinner-astana-2": ramadan,
    "gallery-1": ballot,
}
