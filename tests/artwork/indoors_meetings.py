"""Meeting rooms: the long table before a city window, and the table of small flags."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import Rim, draw, standing
from tests.artwork.indoors_furniture import Room, frame, ground, landmark, side, skyline
from tests.artwork.interior import Canvas, Paint, limb, mix, rect, smooth


def _city_window(r: Room, x0: float, x1: float, y0: float, y1: float, z: float) -> None:
    """A sunset city in a wide window with thin bars."""
    c = r.c
    pane = r.poly(frame(x0, x1, y0, y1, z))
    (lx, ly), (rx, _), (_, ty), _ = pane
    box = [pane]
    c.fill(pane, Paint("#f3b765", "#f8e3b4", 270, 0.014, "h", ((0, ly - (ly - ty) * 0.2), (0, ty))))
    c.fill(pane, Paint("#9fb9ae", "#f6dfae", 90, 0.01, "h", ((0, ty), (0, ty + (ly - ty) * 0.55))), 0.75, clip=box)
    sx, sy = lx + (rx - lx) * 0.66, ty + (ly - ty) * 0.36
    c.glow(sx, sy, (rx - lx) * 0.42, "#ffdf9a", 0.8)
    c.fill([(sx + 66 * np.cos(t), sy + 66 * np.sin(t)) for t in np.linspace(0, 6.28, 70)], "#fff3d2", clip=box)
    for i, (level, tone) in enumerate((("#d9a373", 0.66), ("#c98b66", 0.72))):
        ridge = [(lx + (rx - lx) * t / 12, ty + (ly - ty) * (tone + 0.035 * np.sin(t * 1.7 + i * 2) + 0.02 * np.sin(t * 4.1))) for t in range(13)]
        c.fill([*smooth(ridge, 8, False), (rx, ly), (lx, ly)], level, clip=box)
    skyline(c, box, lx, rx, ly + 4, ty + (ly - ty) * 0.5, ("#c98f6b", "#9c6f62", "#5c5560"), c.rng)
    landmark(c, box, lx + (rx - lx) * 0.2, ly, (ly - ty) * 0.66, "#4b4a5a", "#ffcf7a")
    for x in np.linspace(x0, x1, 7):
        r.fill(frame(x - 0.035, x + 0.035, y0, y1, z), Paint("#1c3b44", texture=0.03, streak="v"))
    r.fill(frame(x0, x1, y0 + 0.62 * (y1 - y0) + 0.6, y0 + 0.62 * (y1 - y0) + 0.65, z), "#1c3b44")


def _setting(r: Room, x: float, z: float, toward: float) -> None:
    """A sheet of paper, a folder and a glass of water at one place."""
    y = 0.761
    r.fill(ground(x - 0.16, x + 0.16, z - 0.13, z + 0.15, y), "#33262a", 0.35, 4, "multiply")
    r.fill(ground(x - 0.15, x + 0.13, z - 0.12, z + 0.13, y), Paint("#fbf1dc", "#eadbb9", 90, 0.02))
    r.fill(ground(x - 0.1, x + 0.02, z - 0.06, z - 0.05, y), "#a9937a")
    r.fill(ground(x - 0.1, x + 0.06, z - 0.01, z, y), "#a9937a")
    gx = x + toward * 0.24
    r.drum(gx, z + 0.1, (0.03, 0.036), (y, y + 0.13), Paint("#dfe6d6", "#8fb0a8", 0, 0.02), Paint("#f7f4e2"))


def economy(rng: np.random.Generator) -> Image.Image:
    """A long table, chairs on both sides, and the evening city in the window."""
    c = Canvas(2592, 1944, rng)
    r = Room(c, 1080, 830, 2300, 1.7, (-0.3, -2.75))
    paints = {
        "ceiling": Paint("#1d4550", "#4d6a66", 90, 0.03, "h"),
        "floor": Paint("#8a5240", "#6a3c3a", 90, 0.04, "h"),
        "left": Paint("#14353f", "#255058", 0, 0.035, "v"),
        "right": Paint("#2f5f62", "#1a424b", 0, 0.035, "v"),
        "back": Paint("#22505a", "#173c46", 90, 0.03, "v"),
    }
    r.shell(-3.6, 3.9, 3.4, 10.5, paints)
    for z in np.arange(1.0, 10.4, 0.55):
        r.fill(side(3.89, 0, 3.4, z, z + 0.06), "#123640", 0.55)
        r.fill(side(-3.59, 0, 3.4, z, z + 0.06), "#0e2a34", 0.6)
    for z in (2.2, 4.4, 6.6, 8.8):
        r.fill(ground(-1.3, 1.5, z, z + 0.7, 3.39), Paint("#f6e2b4", "#e7c98e", 90), 0.85)
    window = (-3.1, 3.4, 0.45, 3.0)
    _city_window(r, *window, 10.45)
    floor = ground(-3.6, 3.9, 0.25, 10.5)
    for a, b in zip(np.linspace(-3.1, 3.4, 7)[:-1], np.linspace(-3.1, 3.4, 7)[1:], strict=True):
        r.patch(frame(a + 0.06, b - 0.06, 0.45, 3.0, 10.45), "#f0b26c", 0.85, 0, floor, 3)
    r.fill(side(-3.6, 0, 0.18, 0.25, 10.5), "#0b222b")
    r.fill(side(3.9, 0, 0.18, 0.25, 10.5), "#0b222b")
    _pair(r)
    rows = list(np.arange(9.0, 3.9, -1.02))
    r.shadow(ground(-0.95, 1.05, 3.7, 9.4, 0.72), "#70405a", 0.7, 10)
    for z in rows:
        for x in (-1.4, 1.5):
            r.shadow(frame(x - 0.25, x + 0.25, 0.4, 0.98, z), "#7a4658", 0.7, 5)
            r.contact(x - 0.3, x + 0.3, z - 0.3, z + 0.3)
    for z in rows:
        r.chair(-1.4, z, "+x", "#b4583a", "#1d242c")
        r.chair(1.5, z, "-x", "#a34d36", "#1d242c")
    _table(r)
    for z in rows:
        _setting(r, -0.66, z, 1)
        _setting(r, 0.78, z, -1)
    _centre(r)
    r.contact(0.2, 0.9, 2.7, 3.3, alpha=0.4)
    r.chair(0.55, 3.05, "+z", "#9c4732", "#1a2028")
    c.glow(1380, 760, 1100, "#ffcf8a", 0.22)
    c.wash("#e7eef0", "#fff6e6", 0.5)
    return c.finish()


def _pair(r: Room) -> None:
    """Two people who talk at the window."""
    rim = Rim(0.012, -0.014, "#ffdc9c")
    for x, z, hair, arms, tone in ((-2.75, 9.3, "short", ("down", "talk"), "#1f2f40"), (-2.05, 9.2, "bob", ("clasp", "down"), "#5a2f3a")):
        r.shadow(frame(x - 0.2, x + 0.2, 0.0, 1.7, z), "#7a4658", 0.7, 4)
        px, py = r.pt(x, 0, z)
        tones = {"coat": tone, "legs": mix(tone, "#000000", 0.2), "skin": "#a5694c", "hair": "#23191c", "shirt": "#e8d6b4", "tie": "#b4583a", "shoe": "#15151c"}
        draw(r.c, standing(hair, False, arms), px, py, r.k(z), tones, rim, flip=x > -2.3)


def _table(r: Room) -> None:
    """The boat-shaped table with the window mirrored in its top."""
    left = [(-0.84, 3.6), (-0.92, 3.72), (-1.02, 4.6), (-1.08, 6.2), (-1.02, 8), (-0.85, 9.5)]
    outline = left + [(0.1 - x, z) for x, z in reversed(left)]
    r.box((-0.35, 0.45), (0, 0.7), (4.0, 8.8), Paint("#2a2026"), Paint("#3a2529", "#241b23", 90), Paint("#241b23"))
    r.slab(outline, 0.68, 0.76, Paint("#e3ab6f", "#7a4434", 90, 0.06, "v"), Paint("#4b2a2a", "#5b3330", 0))
    top = [(x, 0.76, z) for x, z in outline]
    for a, b in ((-0.95, -0.45), (-0.3, 0.35), (0.5, 1.05)):
        r.fill(ground(a, b, 5.0, 9.5, 0.76), Paint("#ffe3ad", texture=0.03, streak="v"), 0.36, 16, "screen", [r.poly(top)])


def _centre(r: Room) -> None:
    """Carafes and low flowers along the middle of the table."""
    for z in (8.4, 6.4, 4.6):
        r.drum(0.05, z, (0.07, 0.1), (0.76, 0.86), Paint("#efe2c4", "#a98f6a", 0), Paint("#2a3b33"))
        for i in range(16):
            a, s = float(r.c.rng.uniform(0, 6.28)), float(r.c.rng.uniform(0.03, 0.13))
            y = 0.9 + float(r.c.rng.uniform(0, 0.14))
            tone = ("#d9674a", "#f3d9a8", "#5f8368", "#3f6654", "#e8955f")[i % 5]
            px, py = r.pt(0.05 + s * np.cos(a), y, z + s * np.sin(a))
            k = r.k(z) * 0.035
            r.c.fill(smooth([(px - k, py), (px, py - k * 1.1), (px + k * 1.1, py), (px, py + k * 0.8)], 5), tone)
    for z in (7.4, 5.5):
        r.drum(0.1, z, (0.05, 0.045), (0.76, 0.92), Paint("#e7ede0", "#7fa39d", 0), None)
        r.drum(0.1, z, (0.03, 0.035), (0.92, 1.02), Paint("#eef2e6", "#8fb0a8", 0), Paint("#f8f6e8"))


FLAGS = (
    ("#c4573a", "#f3e3c0"), ("#2c6a6c", "#e9b45c"), ("#f1dcae", "#8c3b34"), ("#35507a", "#efe4c8"), ("#5f8a66", "#f0c878"), ("#7a3b4c", "#e6c7a0"),
)


def _flag(r: Room, x: float, z: float, tones: tuple[str, str], kind: int, away: int) -> None:
    """A table flag on its stand: a pole, a bar and cloth in two invented colours."""
    c, k, y = r.c, r.k(z), 0.76
    r.fill(ground(x - 0.1, x + 0.16, z - 0.05, z + 0.06, y), "#3a2723", 0.4, max(3.5, k * 0.01), "multiply")
    r.drum(x, z, (0.062, 0.05), (y, y + 0.022), Paint("#c79a4e", "#7c5428", 0), Paint("#e3bd73"))
    px, py = r.pt(x, y + 0.02, z)
    c.fill(limb([(px, py), (px, py - k * 0.44)], [k * 0.013, k * 0.01], False), Paint("#e6c583", "#8e6430", 0))
    c.fill([(px + k * 0.014 * np.cos(t), py - k * 0.45 + k * 0.014 * np.sin(t)) for t in np.linspace(0, 6.28, 30)], "#efd08c")
    top = py - k * 0.425
    c.fill(limb([(px - k * 0.01, top), (px + away * k * 0.2, top + k * 0.004)], [k * 0.009, k * 0.007], False), "#b98c46")
    wide, drop = k * 0.19, k * 0.27

    def edge(t: float) -> float:
        return drop * (0.97 + 0.05 * np.sin(t * 7.5 + kind))

    def fold(t: float, v: float) -> float:
        return px + away * (k * 0.008 + wide * t + k * 0.012 * v * np.sin(t * 6 + kind))

    ts = np.linspace(0, 1, 14)
    cloth = [(fold(t, 0), top) for t in ts] + [(fold(t, 1), top + edge(t)) for t in ts[::-1]]
    turn = 0 if away > 0 else 180
    c.fill(cloth, Paint(mix(tones[0], "#fff1d4", 0.16), mix(tones[0], "#14202a", 0.2), turn, 0.04, "v"))
    if kind % 3 == 0:
        band = [(fold(t, 0.36), top + edge(t) * 0.36) for t in ts] + [(fold(t, 0.66), top + edge(t) * 0.66) for t in ts[::-1]]
    elif kind % 3 == 1:
        some = ts[(ts > 0.3) & (ts < 0.72)]
        band = [(fold(t, 0), top) for t in some] + [(fold(t, 1), top + edge(t)) for t in some[::-1]]
    else:
        band = [(fold(t, 0), top) for t in ts] + [(fold(1, 1), top + edge(1))]
    c.fill(band, Paint(mix(tones[1], "#fff1d4", 0.16), mix(tones[1], "#14202a", 0.2), turn, 0.04, "v"), clip=[cloth])
    for t in (0.22, 0.6):
        pleat = limb([(fold(t, 0), top), (fold(t + 0.03, 0.5), top + edge(t) * 0.5), (fold(t, 1), top + edge(t))], [wide * 0.05, wide * 0.13])
        c.fill(pleat, Paint("#1c2430", texture=0), 0.22, 3, "multiply", [cloth])


def _arch(x: float, w: float, y0: float, y1: float) -> list[tuple[float, float]]:
    """A pointed arch with a gentle shoulder, as x and y."""
    spring = y0 + (y1 - y0) * 0.62
    right = [(x + w / 2, spring), (x + w * 0.47, spring + (y1 - spring) * 0.35), (x + w * 0.3, spring + (y1 - spring) * 0.7), (x + w * 0.08, y1 - (y1 - spring) * 0.06), (x, y1), (x, y1)]
    left = [(2 * x - a, b) for a, b in right[:-1][::-1]]
    curve = smooth([*right, *left], 8, False)
    return [(x + w / 2, y0), *curve, (x - w / 2, y0)]


def _garden(r: Room, panes: list[list[tuple[float, float]]], z: float) -> None:
    """A hazy garden with cypresses and a pale dome, seen through the arches."""
    c = r.c
    x0, y0 = r.pt(-4.2, 3.2, z)
    x1, y1 = r.pt(4.2, 0.0, z)
    for q in panes:
        c.fill(q, Paint("#bcd3c3", "#f9e6b6", 90, 0.012, "h", ((0, y0), (0, y1 - (y1 - y0) * 0.3))))
    mid, base = r.pt(-0.75, 0, z)[0], y1 - (y1 - y0) * 0.22
    u = (x1 - x0) / 30
    dome = smooth([(mid - 2 * u, base - 2 * u), (mid - 2.35 * u, base - 3.3 * u), (mid - 1.5 * u, base - 4.7 * u), (mid, base - 5.9 * u), (mid, base - 5.9 * u), (mid + 1.5 * u, base - 4.7 * u), (mid + 2.35 * u, base - 3.3 * u), (mid + 2 * u, base - 2 * u)])
    for shape in (dome, rect(mid - 4 * u, base - 2.3 * u, mid + 4 * u, base), rect(mid - 4.9 * u, base - 5 * u, mid - 4.5 * u, base), rect(mid + 4.5 * u, base - 5 * u, mid + 4.9 * u, base)):
        c.fill(shape, Paint("#efd3a2", "#dcb98a", 0, 0.03), clip=panes)
    for i in range(26):
        tx = x0 + (x1 - x0) * float(c.rng.uniform(0, 1))
        if abs(tx - mid) < 3 * u:
            continue
        h = u * float(c.rng.uniform(2.2, 4.6))
        tree = smooth([(tx, base - h), (tx + u * 0.42, base - h * 0.45), (tx + u * 0.3, base + u), (tx - u * 0.3, base + u), (tx - u * 0.42, base - h * 0.45)], 6)
        c.fill(tree, ("#9db58d", "#86a37d", "#6d8f70")[i % 3], clip=panes)
    c.fill(rect(x0, base, x1, y1 + 20), Paint("#8fae7c", "#5f8a66", 90, 0.05), clip=panes)
    c.fill([(mid - u * 0.6, base), (mid + u * 0.6, base), (mid + u * 3.4, y1 + 20), (mid - u * 3.4, y1 + 20)], Paint("#f2deb0", "#d9bd8c", 90), clip=panes)


def new_delhi(rng: np.random.Generator) -> Image.Image:
    """Rows of little flags down a table, before arches that open on a garden."""
    c = Canvas(2592, 1728, rng)
    r = Room(c, 1560, 610, 1750, 1.62, (-0.75, -1.9))
    r.shell(-4.2, 3.6, 4.2, 8.5, {
        "ceiling": Paint("#e9d3a8", "#cfae82", 90), "floor": Paint("#c98d66", "#9a5a45", 90, 0.04),
        "left": Paint("#c97f58", "#dc9d70", 0, 0.02, "v"), "right": Paint("#b96c4c", "#8e4a3c", 0, 0.02, "v"), "back": Paint("#d69468", "#c27a54", 90, 0.02, "v"),
    })
    arches = [_arch(x, 1.75, 0.12, 3.0) for x in (-3.0, -0.75, 1.5)] + [_arch(3.75, 1.75, 0.12, 3.0)]
    panes = [r.poly([(x, y, 8.5) for x, y in a]) for a in arches[:3]]
    for a in arches[:3]:
        wide = [(x + (x - (min(p[0] for p in a) + 0.875)) * 0.13, y + (0.16 if y > 1 else 0)) for x, y in a]
        c.fill(r.poly([(x, y, 8.5) for x, y in wide]), Paint("#efcf9d", "#dba878", 90))
    _garden(r, panes, 8.5)
    for z0 in (2.0, 4.3, 6.6):
        for x, tone in ((-4.19, "#b26a49"), (3.59, "#7d3f35")):
            shape = _arch(z0 + 0.6, 1.4, 0.12, 2.9)
            c.fill(r.poly([(x, b, a) for a, b in shape]), Paint(tone, mix(tone, "#3a1d22", 0.35), 90, 0.03, "v"))
    r.fill(side(-4.2, 3.3, 3.5, 0.3, 8.5), "#efd0a0")
    r.fill(side(3.6, 3.3, 3.5, 0.3, 8.5), "#c48a62")
    r.fill(frame(-4.2, 3.6, 3.3, 3.5, 8.5), "#f2d8aa")
    floor = ground(-4.2, 3.6, 0.25, 8.5)
    for n in range(-4, 9):
        r.fill(ground(-4.2, 3.6, n + 0.0, n + 0.025), "#8a4c3d", 0.35)
    for a in arches:
        r.patch([(x, y, 8.5) for x, y in a], "#f6d79a", 0.85, 0, floor, 3)
    rows = [7.4, 6.3, 5.2, 4.1, 3.0]
    r.shadow(ground(-1.0, 1.0, 1.0, 8.0, 0.72), "#8a4a48", 0.75, 10, floor)
    for z in rows:
        r.shadow(frame(-1.75, -1.25, 0.3, 0.98, z), "#8a4a48", 0.7, 6)
    for z in rows:
        r.contact(-1.75, -1.2, z - 0.3, z + 0.3)
        r.chair(-1.42, z, "+x", "#2f6466", "#2a1c1c")
        r.chair(1.42, z, "-x", "#275658", "#2a1c1c")
    _flag_table(r)
    c.glow(1150, 560, 1300, "#ffdf9f", 0.25)
    c.wash("#fdf6ea", "#f2dccb", 0.5)
    return c.finish()


def _flag_table(r: Room) -> None:
    """The table with its runner, its flags and its name cards."""
    y = 0.76
    r.box((-0.6, 0.6), (0, 0.7), (1.7, 7.4), Paint("#3a2022"), Paint("#3a2022"), Paint("#4a2825", "#2e1a1e", 0))
    r.slab([(-1, 1.0), (1, 1.0), (1, 8), (-1, 8)], 0.69, y, Paint("#b5774e", "#5a3230", 90, 0.05, "v"), Paint("#4a2526"))
    top = ground(-1, 1, 1.0, 8, y)
    for a in (-3.0, -0.75, 1.5):
        r.patch([(p, q, 8.5) for p, q in _arch(a, 1.75, 0.8, 3.0)], "#ffe2a8", 0.5, y, top, 5)
    r.fill(ground(-0.42, 0.42, 1.0, 8, y), Paint("#efe0bd", "#c9ab80", 90, 0.03, "v"))
    for x in (-0.42, 0.39):
        r.fill(ground(x, x + 0.03, 1.0, 8, y), "#2f6466")
    for i, z in enumerate(np.arange(7.4, 1.5, -0.83)):
        for s in (-1, 1):
            _setting(r, s * 0.68, z + 0.2, -s * 0.6)
            _flag(r, s * 0.25, z, FLAGS[(i * 2 + (s > 0)) % 6], i + (s > 0), s)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "economy-ministry-talks": economy,
    "new-delhi-talks-2": new_delhi,
}
