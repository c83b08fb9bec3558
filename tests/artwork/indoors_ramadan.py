"""The table laid for the breaking of the fast."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_furniture import Room, ground
from tests.artwork.indoors_lantern import lantern
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, smooth


def _night_arch(c: Canvas) -> None:
    """A pointed window: crescent, stars, domes in the blue."""
    x0, x1, y1 = 330.0, 1330.0, 1130.0
    mid = (x0 + x1) / 2

    def arch(pad: float) -> list[Point]:
        right = [
            (x1 + pad, 560.0),
            (x1 + pad, 420.0),
            (x1 - 70 + pad, 250.0),
            (x1 - 260 + pad * 0.6, 110 - pad * 0.6),
            (mid, -10 - pad),
            (mid, -10 - pad),
        ]
        left = [(2 * mid - x, y) for x, y in right[:-1][::-1]]
        return [(x1 + pad, y1 + pad), *smooth([*right, *left], 10, False), (x0 - pad, y1 + pad)]

    c.fill(arch(74), Paint("#3a5a6e", "#243a52", 90, 0.03))
    c.fill(arch(40), Paint("#b98a54", "#6a4a4a", 90, 0.03))
    pane = arch(0)
    c.fill(pane, Paint("#131f46", "#4a5a8a", 90, 0.02, "h", ((0, 0), (0, 900))))
    c.fill(
        pane, Paint("#4a5a8a", "#d98f6a", 90, 0.02, "h", ((0, 620), (0, 1130))), 0.7, clip=[rect(0, 620, 2592, 1140)]
    )
    c.glow(1010, 300, 300, "#b9c0d8", 0.35)
    c.fill(ellipse(1010, 300, 92, 92), Paint("#fdf0cc", "#f3d89c", 60, 0.02), holes=[ellipse(1048, 278, 78, 78)])
    for _ in range(46):
        x, y, s = float(c.rng.uniform(x0, x1)), float(c.rng.uniform(20, 640)), float(c.rng.uniform(2, 5.5))
        c.fill(
            [
                (x, y - s * 1.8),
                (x + s * 0.5, y - s * 0.5),
                (x + s * 1.8, y),
                (x + s * 0.5, y + s * 0.5),
                (x, y + s * 1.8),
                (x - s * 0.5, y + s * 0.5),
                (x - s * 1.8, y),
                (x - s * 0.5, y - s * 0.5),
            ],
            "#f6e7c0",
            0.85,
            clip=[pane],
        )
    _domes(c, pane)
    c.fill(rect(x0, 1060, x1, 1140), "#2a2f58", clip=[pane])


def _domes(c: Canvas, pane: list[Point]) -> None:
    """Domes and slender towers in the dusk."""
    for x, y, s, tone in ((520, 900, 80, "#4a4a78"), (1180, 880, 95, "#4a4a78"), (860, 850, 165, "#343c68")):
        dome = smooth(
            [
                (x - s, y + s),
                (x - s * 1.12, y + s * 0.3),
                (x - s * 0.7, y - s * 0.45),
                (x, y - s),
                (x, y - s),
                (x + s * 0.7, y - s * 0.45),
                (x + s * 1.12, y + s * 0.3),
                (x + s, y + s),
            ]
        )
        c.fill(dome, Paint(mix(tone, "#8a90b8", 0.25), tone, 0, 0.03, "v"), clip=[pane])
        c.fill(rect(x - s * 1.5, y + s * 0.8, x + s * 1.5, 1140), tone, clip=[pane])
        c.fill(limb([(x, y - s), (x, y - s * 1.4)], [5, 3], False), "#d9b06a", clip=[pane])
        for d in (-2.0, 2.0):
            c.fill(limb([(x + d * s, y - s * 1.2), (x + d * s, 1140)], [s * 0.1, s * 0.2], False), tone, clip=[pane])
            c.fill(
                smooth(
                    [
                        (x + d * s - s * 0.14, y - s * 1.15),
                        (x + d * s, y - s * 1.6),
                        (x + d * s, y - s * 1.6),
                        (x + d * s + s * 0.14, y - s * 1.15),
                    ]
                ),
                tone,
                clip=[pane],
            )


def _teapot(r: Room, x: float, z: float) -> None:
    """A round teapot with a curved spout and a painted band."""
    c, k = r.c, r.k(z)
    px, py = r.pt(x, 0.745, z)
    c.fill(ellipse(px - k * 0.1, py + k * 0.015, k * 0.2, k * 0.04), Paint("#3a1420", texture=0), 0.65, 12, "multiply")
    c.fill(
        limb(
            [
                (px - k * 0.1, py - k * 0.07),
                (px - k * 0.19, py - k * 0.11),
                (px - k * 0.2, py - k * 0.19),
                (px - k * 0.25, py - k * 0.23),
            ],
            [k * 0.07, k * 0.05, k * 0.035, k * 0.028],
        ),
        Paint("#e9e2cc", "#6f8f98", 180, 0.03),
    )
    c.fill(
        limb(
            [
                (px + k * 0.09, py - k * 0.17),
                (px + k * 0.19, py - k * 0.2),
                (px + k * 0.2, py - k * 0.1),
                (px + k * 0.1, py - k * 0.06),
            ],
            [k * 0.026],
        ),
        Paint("#f3e6c4", "#c9a878", 0),
    )
    body = smooth(
        [
            (px - k * 0.07, py),
            (px - k * 0.13, py - k * 0.06),
            (px - k * 0.135, py - k * 0.13),
            (px - k * 0.09, py - k * 0.2),
            (px, py - k * 0.22),
            (px + k * 0.09, py - k * 0.2),
            (px + k * 0.135, py - k * 0.13),
            (px + k * 0.13, py - k * 0.06),
            (px + k * 0.07, py),
        ]
    )
    c.fill(body, Paint("#5f8796", "#fbeecb", 0, 0.03, "x"))
    _teapot_band(c, body, px, py, k)
    lid = smooth(
        [
            (px - k * 0.07, py - k * 0.205),
            (px - k * 0.05, py - k * 0.24),
            (px, py - k * 0.255),
            (px + k * 0.05, py - k * 0.24),
            (px + k * 0.07, py - k * 0.205),
            (px, py - k * 0.193),
        ]
    )
    c.fill(lid, Paint("#6f95a0", "#fdf1d2", 0, 0.03))
    c.fill(ellipse(px, py - k * 0.27, k * 0.02, k * 0.02), Paint("#d9a04a", "#8a5428", 180))
    c.rim(c.mask([body, lid]), k * 0.008, -k * 0.004, "#fff4d2", 0.8, 2)


def _teapot_band(c: Canvas, body: list[Point], px: float, py: float, k: float) -> None:
    """The painted band round the teapot."""
    for i in range(9):
        t = -0.118 + 0.0295 * i
        bx, by, d = px + k * t, py - k * (0.105 - 0.9 * t * t), k * 0.016
        c.fill(
            [(bx, by - d * 1.6), (bx + d * 0.8, by), (bx, by + d * 1.6), (bx - d * 0.8, by)],
            "#b9473a" if i % 2 else "#24506a",
            clip=[body],
        )
    for up in (0.068, 0.145):
        c.fill(
            limb(
                [(px - k * 0.134, py - k * up), (px, py - k * (up - 0.022)), (px + k * 0.134, py - k * up)], [k * 0.007]
            ),
            "#24506a",
            clip=[body],
        )


def _bowl(r: Room, x: float, z: float, s: float, tone: str, inside: str) -> None:
    """A bowl, its shadow and what it holds."""
    c, k, y = r.c, r.k(z), 0.745
    px, py = r.pt(x, y, z)
    c.fill(
        ellipse(px - k * s * 0.6, py + k * 0.012, k * s * 1.25, k * s * 0.34),
        Paint("#3a1420", texture=0),
        0.6,
        10,
        "multiply",
    )
    r.drum(
        x,
        z,
        (s * 0.5, s),
        (y, y + s * 0.72),
        Paint(mix(tone, "#1a1430", 0.42), mix(tone, "#fff0cc", 0.3), 0, 0.03, "x"),
        Paint(mix(tone, "#fff2d4", 0.5)),
    )
    c.fill(r.disc(x, y + s * 0.69, z, s * 0.88), Paint(mix(inside, "#120c18", 0.3), inside, 0, 0.04))


def _dates(r: Room, x: float, z: float, s: float) -> None:
    """A heap of dates in a dish."""
    _bowl(r, x, z, s, "#2f6f74", "#3a1c1c")
    c, k = r.c, r.k(z)
    spots = sorted(
        (
            (float(c.rng.uniform(-0.8, 0.8)), float(c.rng.uniform(-0.75, 0.75)), float(c.rng.uniform(0, 180)))
            for _ in range(34)
        ),
        key=lambda t: -t[1],
    )
    for a, b, turn in spots:
        if a * a + b * b > 0.72:
            continue
        lift = 0.75 + 0.42 * (1 - a * a - b * b)
        px, py = r.pt(x + a * s, 0.745 + s * lift, z + b * s)
        d = ellipse(px, py, k * 0.03, k * 0.0165, turn * 0.4 - 36)
        c.fill(d, Paint("#4a2018", "#a85a2c", 0, 0.05, "x"))
        c.fill(
            limb([(px - k * 0.004, py - k * 0.007), (px + k * 0.014, py - k * 0.006)], [k * 0.005, k * 0.002], False),
            "#f0b878",
            0.8,
        )


def ramadan(rng: np.random.Generator) -> Image.Image:
    """Lanterns, dates, tea and bread on a table at nightfall."""
    c = Canvas(2592, 1944, rng)
    r = Room(c, 1330, 640, 2480, 1.22, (-1.0, 0.2))
    c.fill(rect(0, 0, 2592, 1944), Paint("#23405a", "#2f4a62", 0, 0.03, "v"))
    for i in range(6):
        for j in range(9):
            x, y = 1540.0 + 190 * i + 95 * (j % 2), 60.0 + 132 * j
            star = [
                (
                    x + (46 if n % 2 else 20) * float(np.cos(n * np.pi / 8 * 1.0)),
                    y + (46 if n % 2 else 20) * float(np.sin(n * np.pi / 8 * 1.0)),
                )
                for n in range(16)
            ]
            c.fill(star, mix("#23405a", "#c98f5a", 0.24), 0.5)
    _night_arch(c)
    c.glow(1960, 800, 1500, "#e98f45", 0.5)
    back = r.pt(0, 0.74, 2.15)[1]
    cloth = [(-10, back), (2602, back), (2602, 1944), (-10, 1944)]
    c.fill(cloth, Paint("#a8443a", "#5f2434", 90, 0.04))
    c.fill(ellipse(1850, 1480, 1150, 330), Paint("#ffb868", texture=0.02), 0.62, 120, "screen", [cloth])
    for x in (float(v) for v in np.arange(-2.4, 2.5, 0.16)):
        r.fill(
            [(x, 0.741, 1.98), (x + 0.08, 0.741, 1.93), (x + 0.16, 0.741, 1.98), (x + 0.08, 0.741, 2.03)],
            "#eebf78",
            0.75,
        )
    runner = r.poly(ground(-3, 3, 0.98, 1.68, 0.742))
    c.fill(runner, Paint("#e6cfa0", "#f3dfb4", 0, 0.04))
    c.fill(ellipse(1850, 1580, 900, 300), Paint("#fff0c8", texture=0), 0.35, 90, "screen", [runner])
    for z in (1.01, 1.63):
        r.fill(ground(-3, 3, z, z + 0.025, 0.743), "#2f6f74")
        for x in (float(v) for v in np.arange(-1.6, 1.7, 0.09)):
            r.fill(
                [
                    (x, 0.743, z + 0.075),
                    (x + 0.028, 0.743, z + 0.045),
                    (x + 0.056, 0.743, z + 0.075),
                    (x + 0.028, 0.743, z + 0.105),
                ]
                if z < 1.3
                else [
                    (x, 0.743, z - 0.05),
                    (x + 0.028, 0.743, z - 0.08),
                    (x + 0.056, 0.743, z - 0.05),
                    (x + 0.028, 0.743, z - 0.02),
                ],
                "#b9473a",
                0.85,
            )
    _lay(r)
    c.glow(1960, 900, 900, "#ffc878", 0.22)
    c.wash("#e6e9f6", "#fff0e0", 0.4)
    return c.finish()


def _lay(r: Room) -> None:
    """Everything on the table, from the back to the front."""
    c = r.c
    lantern(c, 1700, 560, 190, True)
    lantern(c, 2380, 400, 150, True)
    lx, ly = r.pt(0.56, 0.745, 1.86)
    c.fill(ellipse(lx - 30, ly, 260, 40), Paint("#3a1420", texture=0), 0.6, 14, "multiply")
    lantern(c, lx, ly + 10, 430)
    lx, ly = r.pt(-0.98, 0.745, 2.0)
    lantern(c, lx, ly + 6, 210)
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
    r.drum(
        -0.56,
        1.12,
        (0.155, 0.15),
        (0.764, 0.795),
        Paint("#8a4a24", "#d98f48", 0),
        Paint("#d9924c", "#f6c880", 0, 0.05, "x"),
    )
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
        c.fill(
            limb(
                [(px + s, py), (px + s - 26, py - 70), (px + s + 20, py - 150), (px + s - 14, py - 240)], [4, 16, 10, 2]
            ),
            Paint("#fff0d4", texture=0),
            0.3,
            4,
            "screen",
        )


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"ramadan-dinner-astana-2": ramadan}
