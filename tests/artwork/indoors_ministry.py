"""The long table before the city window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Rim,
    draw,
    standing,
)
from tests.artwork.indoors_furniture import Room, frame, ground, side
from tests.artwork.indoors_views import landmark, skyline
from tests.artwork.interior import Canvas, Paint, mix, pts, smooth


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
        ridge = [
            (
                lx + (rx - lx) * t / 12,
                ty + (ly - ty) * (tone + 0.035 * np.sin(t * 1.7 + i * 2) + 0.02 * np.sin(t * 4.1)),
            )
            for t in range(13)
        ]
        c.fill([*smooth(ridge, 8, False), (rx, ly), (lx, ly)], level, clip=box)
    skyline(c, box, lx, rx, ly + 4, ty + (ly - ty) * 0.5, ("#c98f6b", "#9c6f62", "#5c5560"), c.rng)
    landmark(c, box, lx + (rx - lx) * 0.2, ly, (ly - ty) * 0.66, "#4b4a5a", "#ffcf7a")
    for x in np.linspace(x0, x1, 7):
        r.fill(frame(x - 0.035, x + 0.035, y0, y1, z), Paint("#1c3b44", texture=0.03, streak="v"))
    r.fill(frame(x0, x1, y0 + 0.62 * (y1 - y0) + 0.6, y0 + 0.62 * (y1 - y0) + 0.65, z), "#1c3b44")


def setting(r: Room, x: float, z: float, toward: float) -> None:
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
        setting(r, -0.66, z, 1)
        setting(r, 0.78, z, -1)
    _centre(r)
    r.contact(0.2, 0.9, 2.7, 3.3, alpha=0.4)
    r.chair(0.55, 3.05, "+z", "#9c4732", "#1a2028")
    c.glow(1380, 760, 1100, "#ffcf8a", 0.22)
    c.wash("#e7eef0", "#fff6e6", 0.5)
    return c.finish()


def _pair(r: Room) -> None:
    """Two people who talk at the window."""
    rim = Rim(0.012, -0.014, "#ffdc9c")
    for x, z, hair, arms, tone in (
        (-2.75, 9.3, "short", ("down", "talk"), "#1f2f40"),
        (-2.05, 9.2, "bob", ("clasp", "down"), "#5a2f3a"),
    ):
        r.shadow(frame(x - 0.2, x + 0.2, 0.0, 1.7, z), "#7a4658", 0.7, 4)
        px, py = r.pt(x, 0, z)
        tones = {
            "coat": tone,
            "legs": mix(tone, "#000000", 0.2),
            "skin": "#a5694c",
            "hair": "#23191c",
            "shirt": "#e8d6b4",
            "tie": "#b4583a",
            "shoe": "#15151c",
        }
        draw(r.c, standing(hair, False, arms), px, py, r.k(z), tones, rim, flip=x > -2.3)


def _table(r: Room) -> None:
    """The boat-shaped table with the window mirrored in its top."""
    left = pts("-0.84,3.6 -0.92,3.72 -1.02,4.6 -1.08,6.2 -1.02,8 -0.85,9.5")
    outline = left + [(0.1 - x, z) for x, z in reversed(left)]
    r.box((-0.35, 0.45), (0, 0.7), (4.0, 8.8), Paint("#2a2026"), Paint("#3a2529", "#241b23", 90), Paint("#241b23"))
    r.slab(outline, 0.68, 0.76, Paint("#e3ab6f", "#7a4434", 90, 0.06, "v"), Paint("#4b2a2a", "#5b3330", 0))
    top = [(x, 0.76, z) for x, z in outline]
    for a, b in ((-0.95, -0.45), (-0.3, 0.35), (0.5, 1.05)):
        r.fill(
            ground(a, b, 5.0, 9.5, 0.76), Paint("#ffe3ad", texture=0.03, streak="v"), 0.36, 16, "screen", [r.poly(top)]
        )


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


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"economy-ministry-talks": economy}
