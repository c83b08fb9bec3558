"""The table of small flags."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_furniture import Room, frame, ground, side
from tests.artwork.indoors_ministry import setting
from tests.artwork.interior import Canvas, Paint, limb, mix, rect, smooth

FLAGS = (
    ("#c4573a", "#f3e3c0"),
    ("#2c6a6c", "#e9b45c"),
    ("#f1dcae", "#8c3b34"),
    ("#35507a", "#efe4c8"),
    ("#5f8a66", "#f0c878"),
    ("#7a3b4c", "#e6c7a0"),
)


def _flag(r: Room, x: float, z: float, tones: tuple[str, str], kind: int, away: int) -> None:
    """A table flag on its stand: a pole, a bar and cloth in two invented colours."""
    c, k, y = r.c, r.k(z), 0.76
    r.fill(ground(x - 0.1, x + 0.16, z - 0.05, z + 0.06, y), "#3a2723", 0.4, max(3.5, k * 0.01), "multiply")
    r.drum(x, z, (0.062, 0.05), (y, y + 0.022), Paint("#c79a4e", "#7c5428", 0), Paint("#e3bd73"))
    px, py = r.pt(x, y + 0.02, z)
    c.fill(limb([(px, py), (px, py - k * 0.44)], [k * 0.013, k * 0.01], False), Paint("#e6c583", "#8e6430", 0))
    c.fill(
        [(px + k * 0.014 * np.cos(t), py - k * 0.45 + k * 0.014 * np.sin(t)) for t in np.linspace(0, 6.28, 30)],
        "#efd08c",
    )
    top = py - k * 0.425
    c.fill(
        limb([(px - k * 0.01, top), (px + away * k * 0.2, top + k * 0.004)], [k * 0.009, k * 0.007], False), "#b98c46"
    )
    wide, drop = k * 0.19, k * 0.27

    def edge(t: float) -> float:
        return drop * (0.97 + 0.05 * math.sin(t * 7.5 + kind))

    def fold(t: float, v: float) -> float:
        return px + away * (k * 0.008 + wide * t + k * 0.012 * v * math.sin(t * 6 + kind))

    ts = np.linspace(0, 1, 14)
    cloth = [(fold(t, 0), top) for t in ts] + [(fold(t, 1), top + edge(t)) for t in ts[::-1]]
    turn = 0 if away > 0 else 180
    c.fill(cloth, Paint(mix(tones[0], "#fff1d4", 0.16), mix(tones[0], "#14202a", 0.2), turn, 0.04, "v"))
    if kind % 3 == 0:
        band = [(fold(t, 0.36), top + edge(t) * 0.36) for t in ts] + [
            (fold(t, 0.66), top + edge(t) * 0.66) for t in ts[::-1]
        ]
    elif kind % 3 == 1:
        some = ts[(ts > 0.3) & (ts < 0.72)]
        band = [(fold(t, 0), top) for t in some] + [(fold(t, 1), top + edge(t)) for t in some[::-1]]
    else:
        band = [(fold(t, 0), top) for t in ts] + [(fold(1, 1), top + edge(1))]
    c.fill(band, Paint(mix(tones[1], "#fff1d4", 0.16), mix(tones[1], "#14202a", 0.2), turn, 0.04, "v"), clip=[cloth])
    for t in (0.22, 0.6):
        pleat = limb(
            [(fold(t, 0), top), (fold(t + 0.03, 0.5), top + edge(t) * 0.5), (fold(t, 1), top + edge(t))],
            [wide * 0.05, wide * 0.13],
        )
        c.fill(pleat, Paint("#1c2430", texture=0), 0.22, 3, "multiply", [cloth])


def _arch(x: float, w: float, y0: float, y1: float) -> list[tuple[float, float]]:
    """A pointed arch with a gentle shoulder, as x and y."""
    spring = y0 + (y1 - y0) * 0.62
    right = [
        (x + w / 2, spring),
        (x + w * 0.47, spring + (y1 - spring) * 0.35),
        (x + w * 0.3, spring + (y1 - spring) * 0.7),
        (x + w * 0.08, y1 - (y1 - spring) * 0.06),
        (x, y1),
        (x, y1),
    ]
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
    dome = smooth(
        [
            (mid - 2 * u, base - 2 * u),
            (mid - 2.35 * u, base - 3.3 * u),
            (mid - 1.5 * u, base - 4.7 * u),
            (mid, base - 5.9 * u),
            (mid, base - 5.9 * u),
            (mid + 1.5 * u, base - 4.7 * u),
            (mid + 2.35 * u, base - 3.3 * u),
            (mid + 2 * u, base - 2 * u),
        ]
    )
    for shape in (
        dome,
        rect(mid - 4 * u, base - 2.3 * u, mid + 4 * u, base),
        rect(mid - 4.9 * u, base - 5 * u, mid - 4.5 * u, base),
        rect(mid + 4.5 * u, base - 5 * u, mid + 4.9 * u, base),
    ):
        c.fill(shape, Paint("#efd3a2", "#dcb98a", 0, 0.03), clip=panes)
    for i in range(26):
        tx = x0 + (x1 - x0) * float(c.rng.uniform(0, 1))
        if abs(tx - mid) < 3 * u:
            continue
        h = u * float(c.rng.uniform(2.2, 4.6))
        tree = smooth(
            [
                (tx, base - h),
                (tx + u * 0.42, base - h * 0.45),
                (tx + u * 0.3, base + u),
                (tx - u * 0.3, base + u),
                (tx - u * 0.42, base - h * 0.45),
            ],
            6,
        )
        c.fill(tree, ("#9db58d", "#86a37d", "#6d8f70")[i % 3], clip=panes)
    c.fill(rect(x0, base, x1, y1 + 20), Paint("#8fae7c", "#5f8a66", 90, 0.05), clip=panes)
    c.fill(
        [(mid - u * 0.6, base), (mid + u * 0.6, base), (mid + u * 3.4, y1 + 20), (mid - u * 3.4, y1 + 20)],
        Paint("#f2deb0", "#d9bd8c", 90),
        clip=panes,
    )


def new_delhi(rng: np.random.Generator) -> Image.Image:
    """Rows of little flags down a table, before arches that open on a garden."""
    c = Canvas(2592, 1728, rng)
    r = Room(c, 1560, 610, 1750, 1.62, (-0.75, -1.9))
    r.shell(
        -4.2,
        3.6,
        4.2,
        8.5,
        {
            "ceiling": Paint("#e9d3a8", "#cfae82", 90),
            "floor": Paint("#c98d66", "#9a5a45", 90, 0.04),
            "left": Paint("#c97f58", "#dc9d70", 0, 0.02, "v"),
            "right": Paint("#b96c4c", "#8e4a3c", 0, 0.02, "v"),
            "back": Paint("#d69468", "#c27a54", 90, 0.02, "v"),
        },
    )
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
    r.slab(
        [(-1, 1.0), (1, 1.0), (1, 8), (-1, 8)], 0.69, y, Paint("#b5774e", "#5a3230", 90, 0.05, "v"), Paint("#4a2526")
    )
    top = ground(-1, 1, 1.0, 8, y)
    for a in (-3.0, -0.75, 1.5):
        r.patch([(p, q, 8.5) for p, q in _arch(a, 1.75, 0.8, 3.0)], "#ffe2a8", 0.5, y, top, 5)
    r.fill(ground(-0.42, 0.42, 1.0, 8, y), Paint("#efe0bd", "#c9ab80", 90, 0.03, "v"))
    for x in (-0.42, 0.39):
        r.fill(ground(x, x + 0.03, 1.0, 8, y), "#2f6466")
    for i, z in enumerate(np.arange(7.4, 1.5, -0.83)):
        for s in (-1, 1):
            setting(r, s * 0.68, z + 0.2, -s * 0.6)
            _flag(r, s * 0.25, z, FLAGS[(i * 2 + (s > 0)) % 6], i + (s > 0), s)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"new-delhi-talks-2": new_delhi}
