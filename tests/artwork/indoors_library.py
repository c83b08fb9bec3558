"""The tall library."""

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
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect

SPINES = (
    "#8a3f34",
    "#c9793f",
    "#d9a75c",
    "#2c5f62",
    "#24435a",
    "#6d8a6c",
    "#e6cf9e",
    "#5a2f3c",
    "#3f7470",
    "#a8553a",
    "#43506a",
    "#b98a50",
)


def _books(r: Room, x: float, y: float, h: float, z0: float, z1: float, dim: float) -> None:
    """One shelf of books along a side wall."""
    rng, z = r.c.rng, z1
    while z > z0 + 0.05:
        thick = float(rng.uniform(0.028, 0.062)) * (1.0 if z < 5 else 1.9)
        tall = h * float(rng.uniform(0.62, 0.94))
        pick = int(rng.integers(0, 12))
        if rng.uniform(0, 1) > 0.045:
            near = max(z - thick, z0)
            glow = min(1.0, max(0.0, (z - 2.0) / 7))
            tone = mix(mix(SPINES[pick], "#2a1a20", dim), "#f3c98c", 0.05 + 0.25 * glow)
            r.fill(
                side(x, y, y + tall, near, z),
                Paint(mix(tone, "#fff0d0", 0.12), mix(tone, "#1a1218", 0.22), 0 if x < 0 else 180, 0.03, "v"),
            )
            if pick % 3 == 0 and z < 5.5:
                for band in (0.2, 0.78):
                    r.fill(side(x, y + tall * band, y + tall * (band + 0.035), near, z), mix("#f0cf8e", tone, 0.25))
        z -= thick * 1.04


def _shelves(r: Room, s: int, z0: float, z1: float, h: float) -> None:
    """The wall of shelves on one side: books, boards, uprights."""
    x = 1.55 * s
    dim = 0.08 if s < 0 else 0.36
    wood = mix("#a5683f", "#241820", dim)
    levels = np.arange(0.28, h - 0.3, 0.46)
    r.fill(side(x + 0.02 * s, 0, h, z0, z1), Paint(mix("#3a2424", "#120c14", dim)))
    for y in levels:
        _books(r, x, float(y), 0.42, z0, z1, dim)
    for y in [*levels, h - 0.3]:
        r.fill(side(x - 0.01 * s, y - 0.035, y, z0, z1), Paint(mix(wood, "#ffdca0", 0.25), wood, 90, 0.03))
        r.fill(
            ground(min(x, x - 0.05 * s), max(x, x - 0.05 * s), z0, z1, y - 0.035 if y > r.eye else y),
            mix(wood, "#160e14", 0.4),
        )
    for z in (8.9, 7.4, 5.9, 4.4, 2.9, 1.6):
        r.box(
            (x - 0.09 * s, x) if s > 0 else (x, x - 0.09 * s),
            (0, h),
            (z, z + 0.1),
            Paint(wood),
            Paint(mix(wood, "#140c14", 0.35), wood, 0 if s < 0 else 180, 0.03, "v"),
            Paint(mix(wood, "#ffdca0", 0.22), wood, 90, 0.03, "v"),
        )
    r.fill(side(x - 0.1 * s, h - 0.3, h, z0, z1), Paint(mix(wood, "#ffdca0", 0.2), wood, 90, 0.03))


def library(rng: np.random.Generator) -> Image.Image:
    """Books to the ceiling, a ladder, and late light from the end window."""
    c = Canvas(1800, 2700, rng)
    r = Room(c, 940, 1730, 2500, 1.5, (-0.28, -1.02))
    c.fill(rect(0, 0, 1800, 2700), Paint("#3a2628", "#2a1c22", 90))
    r.shell(
        -1.57,
        1.57,
        4.9,
        10.2,
        {
            "ceiling": Paint("#4a3030", "#8a5c44", 270, 0.03),
            "floor": Paint("#b9764a", "#54302e", 90, 0.05, "h"),
            "back": Paint("#c99a68", "#a8714c", 90, 0.03, "v"),
        },
    )
    for z in np.arange(1.2, 10.2, 1.0):
        r.fill(ground(-1.57, 1.57, z, z + 0.18, 4.88), "#2f1f24", 0.7)
    arch: list[Point] = [(-0.95, 0.5), (0.95, 0.5), (0.95, 3.5)]
    arch += [(0.95 * float(np.cos(t)), 3.5 + 0.95 * float(np.sin(t))) for t in np.linspace(0, np.pi, 26)]
    arch.append((-0.95, 3.5))
    c.fill(r.poly([(a * 1.12, b * 1.015, 10.19) for a, b in arch]), Paint("#ecd0a0", "#b98a5c", 90))
    pane = r.poly([(a, b, 10.18) for a, b in arch])
    ty = min(p[1] for p in pane)
    c.fill(pane, Paint("#cfdcc8", "#fdeab8", 90, 0.01, "h", ((0, ty), (0, ty + 600))))
    for row, green in enumerate(("#c9d3a0", "#a9bd8c", "#86a37d")):
        for x in np.linspace(-1.0, 1.0, 7):
            q = r.pt(float(x + 0.15 * row), 1.75 - 0.42 * row + float(rng.uniform(-0.12, 0.12)), 10.17)
            c.fill(
                ellipse(q[0], q[1] + 60, 62, 110), Paint(mix(green, "#fff0c8", 0.35), green, 60, 0.04, "x"), clip=[pane]
            )
    for x in (-0.32, 0.32):
        r.fill(frame(x - 0.025, x + 0.025, 0.5, 4.4, 10.16), "#a8714c")
    for y in (1.5, 2.5, 3.5):
        r.fill(frame(-0.95, 0.95, y - 0.025, y + 0.025, 10.16), "#a8714c")
    floor = ground(-1.57, 1.57, 0.25, 10.2)
    for n in range(1, 11):
        r.fill(ground(-1.57, 1.57, n, n + 0.02), "#4a2a2a", 0.35)
    for a0, a1 in ((-0.95, -0.35), (-0.29, 0.29), (0.35, 0.95)):
        for b0, b1 in ((0.5, 1.47), (1.53, 2.47), (2.53, 3.47), (3.53, 4.3)):
            r.patch(frame(a0, a1, b0, b1, 10.2), "#ffd48c", 0.85, 0, floor, 3)
    for s in (-1, 1):
        r.contact(1.3 if s > 0 else -1.6, 1.6 if s > 0 else -1.3, 0.5, 10.0, "#2a161c", 0.6)
        _shelves(r, s, 0.55, 10.1, 4.9)
    _beam(r)
    _reader(r)
    _ladder(r)
    c.glow(930, 1250, 1100, "#ffdc9c", 0.42, 1.1)
    c.wash("#f4eee2", "#f6dfca", 0.4)
    return c.finish()


def _beam(r: Room) -> None:
    """Dusty light between the window and the floor."""
    for x0, x1, a in ((-0.9, -0.35, 0.13), (-0.25, 0.3, 0.16), (0.4, 0.9, 0.1)):
        top = [r.pt(x0, 4.2, 10.0), r.pt(x1, 4.2, 10.0)]
        low = [r.pt(x1 - 1.1, 0.0, 5.6), r.pt(x0 - 1.1, 0.0, 5.6)]
        r.c.fill([*top, *low], Paint("#ffe2a6", "#5a3a20", 90, 0), a * 2, 24, "screen")


def _reader(r: Room) -> None:
    """A student who reads on her feet, dark against the window."""
    z = 5.4
    r.shadow(frame(0.35, 0.7, 0, 1.6, z), "#5a2f34", 0.75, 8)
    px, py = r.pt(0.55, 0, z)
    k = r.k(z)
    tones = {
        "coat": "#2c4f5a",
        "legs": "#1d2a38",
        "skin": "#b97a58",
        "hair": "#231a1c",
        "shirt": "#e9dcc0",
        "shoe": "#1a1418",
    }
    draw(r.c, standing("bob", False, ("clasp", "clasp")), px, py, k, tones, Rim(-0.012, -0.014, "#ffe0a0", 0.95))
    bx, by = px, py - k * 0.99
    r.c.fill(
        [(bx - k * 0.15, by - k * 0.05), (bx, by), (bx, by + k * 0.17), (bx - k * 0.15, by + k * 0.12)],
        Paint("#c9573c", "#8a3f34", 0),
    )
    r.c.fill(
        [(bx + k * 0.15, by - k * 0.05), (bx, by), (bx, by + k * 0.17), (bx + k * 0.15, by + k * 0.12)],
        Paint("#a8452f", "#d9704a", 0),
    )
    r.c.fill(
        [(bx - k * 0.15, by - k * 0.055), (bx, by - k * 0.005), (bx + k * 0.15, by - k * 0.055), (bx, by - k * 0.03)],
        "#fbeecb",
    )


def _ladder(r: Room) -> None:
    """The library ladder that leans on the left shelves."""
    c = r.c

    def at(t: float, z: float) -> Point:
        return r.pt(-0.72 - 0.74 * t, 4.05 * t, z)

    c.fill(
        [at(0, 4.1), at(0, 4.65), r.pt(-1.5, 0, 4.0), r.pt(-1.5, 0, 3.5)],
        Paint("#2a161c", texture=0),
        0.45,
        10,
        "multiply",
    )
    for z, lit in ((4.65, 0.1), (4.1, 0.3)):
        if z == 4.1:
            for n in range(1, 12):
                t = n / 12
                c.fill(limb([at(t, 4.65), at(t, 4.1)], [22, 26], False), Paint("#f3c98c", "#9c6238", 90, 0.03))
        k = r.k(z)
        c.fill(
            limb([at(0, z), at(1.0, z)], [k * 0.066, k * 0.058], False),
            Paint(mix("#d99a5c", "#fff0cc", lit), "#8a5230", 0, 0.03, "v"),
        )
        fx, fy = at(0, z)
        c.fill(ellipse(fx, fy, k * 0.05, k * 0.05), "#3a2424")


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"universities-experts-call": library}
