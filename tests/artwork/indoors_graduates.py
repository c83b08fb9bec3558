"""Graduates throw their caps against the evening sky."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Part,
    Rim,
    arm,
    bust,
    draw,
)
from tests.artwork.indoors_views import ridge
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, pts, rect, smooth


def _cap(c: Canvas, x: float, y: float, u: float, turn: float, tilt: float, gold: str) -> None:
    """A mortarboard in the air, with its tassel flying."""
    cs, sn = float(np.cos(turn)), float(np.sin(turn))

    def at(a: float, b: float) -> Point:
        return x + u * (a * cs - b * sn), y + u * (a * sn + b * cs)

    bowl = smooth(
        [
            at(-0.52, 0.02),
            at(-0.52, 0.02),
            at(-0.48, 0.42),
            at(0.0, 0.56),
            at(0.48, 0.42),
            at(0.52, 0.02),
            at(0.52, 0.02),
        ]
    )
    board = [at(-1.05, 0.0), at(-0.05, -tilt), at(1.05, 0.02), at(0.06, tilt)]
    edge = [at(-1.05, 0.0), at(0.06, tilt), at(1.05, 0.02), at(1.05, 0.1), at(0.06, tilt + 0.09), at(-1.05, 0.08)]
    c.fill(bowl, Paint("#233250", "#101a30", 0, 0.03, "x"))
    c.fill(edge, "#0d1526")
    c.fill(board, Paint("#3a4d74", "#1a2644", 0, 0.04, "x"))
    sway = 0.5 * sn
    cord = [at(0, 0), at(0.5, 0.08), at(0.86, 0.3), at(0.92 + sway * 0.4, 0.62)]
    c.fill(limb(cord, [u * 0.045, u * 0.05]), gold)
    c.fill(
        limb([cord[-1], at(0.95 + sway * 0.6, 0.98)], [u * 0.09, u * 0.17], False),
        Paint(gold, mix(gold, "#5a2a20", 0.3), 90),
    )
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
            wing = smooth(
                [
                    (s * (hx - 0.06), hy),
                    (s * (hx + 0.06), hy - 0.02),
                    (s * (ex + 0.1), 0.1),
                    (s * (ex + 0.03), -0.14),
                    (s * 0.2, -0.32),
                    (s * 0.12, -0.1),
                    (s * (ex - 0.09), 0.08),
                ]
            )
            parts.append(("sleeve", wing))
    body = bust(hair, True, ("none", "none"))
    gown = smooth(
        pts(
            "-0.09,0.01 -0.19,-0.06 -0.24,-0.2 -0.27,-0.5 -0.3,-0.95 -0.3,-0.95 0.3,-0.95 0.3,-0.95 "
            "0.27,-0.5 0.24,-0.2 0.19,-0.06 0.09,0.01"
        )
    )
    hood = smooth(
        pts("-0.12,0.02 -0.17,-0.05 -0.1,-0.24 0,-0.38 0.1,-0.24 0.17,-0.05 0.12,0.02 0.06,-0.03 0,-0.12 -0.06,-0.03")
    )
    lining = smooth(
        pts("-0.1,-0 -0.125,-0.06 -0.07,-0.2 0,-0.29 0.07,-0.2 0.125,-0.06 0.1,0 0.05,-0.06 0,-0.16 -0.05,-0.06")
    )
    folds: list[Part] = [
        ("fold", limb([(a, -0.25), (a * 1.15, -0.6), (a * 1.3, -0.95)], [0.004, 0.022, 0.03]))
        for a in (-0.16, -0.06, 0.07, 0.17)
    ]
    return [*parts, ("gown", gown), *folds, ("hood", hood), ("lining", lining), *[p for p in body if p[0] != "coat"]]


def graduates(rng: np.random.Generator) -> Image.Image:
    """Graduates throw their caps into an evening sky."""
    c = Canvas(1800, 2700, rng)
    c.fill(rect(0, 0, 1800, 2700), Paint("#1f6478", "#f4d49a", 90, 0.012, "h", ((0, 0), (0, 1750))))
    c.fill(rect(0, 1300, 1800, 2700), Paint("#f4d49a", "#e58f56", 90, 0.012, "h", ((0, 1500), (0, 2150))), 0.7, 140)
    c.glow(1230, 1640, 1300, "#ffe2a0", 0.75)
    c.fill(ellipse(1230, 1640, 170, 170), Paint("#fff5d6", "#ffe4a8", 90, 0.01))
    for x, y, w, tone in (
        (350, 620, 520, "#8fb7ae"),
        (1500, 420, 430, "#6fa3a4"),
        (900, 980, 640, "#d9d2a8"),
        (1650, 1180, 380, "#f3dcb0"),
        (150, 1240, 420, "#efd9b0"),
    ):
        for n in range(4):
            c.fill(
                limb(
                    [
                        (x - w * (0.9 - 0.16 * n), y + 30 * n),
                        (x - w * 0.1, y + 30 * n - 16),
                        (x + w * (0.95 - 0.2 * n), y + 30 * n + 4),
                    ],
                    [4, 48 - 9 * n, 4],
                ),
                Paint(mix(tone, "#fff6e0", 0.4), tone, 90, 0.02),
                0.62,
                3,
            )
    _campus(c)
    for x, y, u, turn, tilt, gold in (
        (560, 520, 205, -0.35, 0.34, "#f0bd5c"),
        (1210, 300, 150, 0.4, 0.3, "#e8874a"),
        (1420, 800, 185, 0.28, -0.3, "#f0bd5c"),
        (250, 1010, 135, 0.5, 0.32, "#e8874a"),
        (900, 930, 160, -0.15, 0.36, "#f3d58e"),
        (150, 300, 95, -0.5, 0.3, "#f0bd5c"),
        (880, 170, 90, 0.2, -0.3, "#f3d58e"),
        (1640, 480, 82, -0.4, 0.3, "#f0bd5c"),
        (1130, 1290, 112, 0.5, 0.33, "#e8874a"),
        (560, 1330, 105, -0.6, 0.3, "#f0bd5c"),
        (1610, 1280, 92, -0.2, 0.34, "#f3d58e"),
    ):
        _cap(c, x, y, u, turn, tilt, gold)
    _class(c)
    c.glow(1230, 1600, 900, "#ffd48a", 0.22)
    c.wash("#eef4f2", "#f2dccb", 0.4)
    return c.finish()


def _class(c: Canvas) -> None:
    """Eight graduates from behind, in two rows."""
    rim = Rim(0.008, -0.013, "#ffe0a0", 0.95)
    hoods = (("#c9573c", "#f0bd5c"), ("#2f7a78", "#f3e3bf"), ("#d9a04a", "#8a3f3a"), ("#8a3f4a", "#f0c890"))
    people = [
        (130, 2230, 620, "bun", ("high", "down"), 0),
        (520, 2200, 620, "short", ("raise", "high"), 1),
        (930, 2210, 620, "long", ("wave", "clap"), 2),
        (1330, 2215, 620, "short", ("high", "wave"), 3),
        (1700, 2225, 620, "bob", ("raise", "raise"), 0),
    ]
    people += [
        (330, 2520, 830, "pony", ("high", "wave"), 2),
        (880, 2560, 860, "short", ("raise", "down"), 0),
        (1440, 2530, 830, "scarf", ("wave", "high"), 1),
    ]
    for i, (x, y, k, hair, arms, h) in enumerate(people):
        dim = 0.3 if i < 5 else 0.0
        tones = {
            "gown": mix("#1d2a4c", "#8a5a5a", dim * 0.5),
            "sleeve": mix("#25355c", "#8a5a5a", dim * 0.5),
            "fold": mix("#121b34", "#8a5a5a", dim * 0.4),
            "hood": hoods[h][0],
            "lining": hoods[h][1],
            "skin": mix(("#c98a66", "#a86c4c", "#d9a07c")[i % 3], "#3a2440", 0.22),
            "hair": ("#1d1518", "#38221c", "#15131c", "#5a3826")[i % 4],
            "scarf": "#e3bf86",
        }
        draw(
            c,
            _graduate(hair, arms),
            x,
            y,
            k,
            tones,
            Rim(rim.dx * (1 if x < 1230 else -1), rim.dy, rim.colour, rim.alpha),
        )


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
        c.fill(
            smooth(
                [(x, 1960 - h), (x + 46, 1960 - h * 0.45), (x + 34, 2000), (x - 34, 2000), (x - 46, 1960 - h * 0.45)]
            ),
            Paint("#8a5a50", "#5a3a48", 90, 0.04, "x"),
        )


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-4": graduates}
