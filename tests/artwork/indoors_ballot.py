"""The ballot box in the polling hall."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Rim,
    clothes,
    draw,
    standing,
)
from tests.artwork.indoors_furniture import Point3, Room, frame, ground, side
from tests.artwork.interior import Canvas, Paint, ellipse, limb, mix, rect, smooth


def ballot(rng: np.random.Generator) -> Image.Image:
    """A ballot slips into a clear box; behind it booths and a quiet queue."""
    c = Canvas(2592, 1458, rng)
    r = Room(c, 1020, 520, 1750, 1.5, (1.0, -0.25))
    r.shell(
        -4.2,
        4.6,
        4.0,
        9.0,
        {
            "ceiling": Paint("#e9dfc4", "#cfd0b8", 90, 0.02),
            "floor": Paint("#c79a6c", "#96694c", 90, 0.04),
            "left": Paint("#7fa09a", "#a9c0ae", 0, 0.02, "v"),
            "right": Paint("#6d9490", "#3f6a70", 0, 0.02, "v"),
            "back": Paint("#8fb0a6", "#789c94", 90, 0.02, "v"),
        },
    )
    floor = ground(-4.2, 4.6, 0.25, 9.0)
    for z0 in (1.3, 3.3, 5.3, 7.3):
        w = side(-4.18, 0.8, 3.5, z0, z0 + 1.3)
        r.fill(side(-4.19, 0.7, 3.6, z0 - 0.1, z0 + 1.4), "#f4ead0")
        r.fill(w, Paint("#fdf3d2", "#cfe0d6", 270, 0.01))
        r.fill(side(-4.17, 0.8, 3.5, z0 + 0.62, z0 + 0.68), "#f4ead0")
        r.fill(side(-4.17, 2.1, 2.16, z0, z0 + 1.3), "#f4ead0")
        r.patch(w, "#fadf9f", 0.9, 0, floor, 3)
    _booths(r)
    for x, z, hair, arms, i in (
        (-1.55, 7.0, "short", ("down", "clasp"), 0),
        (-0.95, 6.3, "scarf", ("clasp", "down"), 1),
        (-1.9, 5.4, "bob", ("down", "clasp"), 4),
    ):
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
        r.box(
            (x - 0.04, x + 0.02),
            (0, 2.15),
            (7.7, 8.6),
            Paint("#f0e2c0"),
            Paint("#e9d9b4", "#b9a07c", 90),
            Paint("#d9c49a", "#a98a68", 90),
        )
        r.box(
            (x + 1.08, x + 1.14),
            (0, 2.15),
            (7.7, 8.6),
            Paint("#f0e2c0"),
            Paint("#e9d9b4", "#b9a07c", 90),
            Paint("#d9c49a", "#a98a68", 90),
        )
        r.fill(frame(x - 0.04, x + 1.14, 1.98, 2.16, 7.69), Paint("#f0e2c0", "#cfb98f", 90))
        wide = 1.04 if i in (0, 2) else 0.55
        for n in range(6):
            a = x + 0.03 + wide * n / 6
            r.fill(
                frame(a, a + wide / 6 + 0.01, 0.35, 1.98, 7.7),
                Paint(
                    mix("#c9573c", "#f0b080", 0.3 * (n % 2)), mix("#7c3434", "#a84a38", 0.5 * (n % 2)), 90, 0.03, "v"
                ),
            )


def _box(r: Room) -> None:
    """The clear box on its table, the ballots in it, the hand above it."""
    c = r.c
    r.fill(ground(-0.1, 2.4, 1.0, 2.2, 0.62), "#5f3f3a")
    r.box(
        (-0.15, 2.6),
        (0.0, 0.62),
        (1.62, 2.75),
        Paint("#9c5a40", "#6f3c34", 90, 0.05),
        Paint("#2f6a70", "#173f4c", 90, 0.04, "v"),
        Paint("#1d4a56", "#123440", 90),
    )
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
        sheet: list[Point3] = [
            (a - u, y, b - v),
            (a + v, y + lean, b - u * 0.6),
            (a + u, y + lean, b + v),
            (a - v, y, b + u * 0.6),
        ]
        r.fill(sheet, Paint(("#fff8e6", "#f3e6c6", "#e6d6b4")[i % 3], "#d9c8a4", 60 + i * 20, 0.02))
    r.fill(frame(x0, x1, y0, y1, z0), Paint("#e6f0e2", "#a9c8c0", 60, 0.02), 0.3)
    for a in (x0 + 0.06, x0 + 0.2):
        r.fill([(a, y0, z0), (a + 0.07, y0, z0), (a + 0.27, y1, z0), (a + 0.2, y1, z0)], "#ffffff", 0.25, 3, "screen")
    for foot, head in (((x0, y0), (x0, y1)), ((x1, y0), (x1, y1)), ((x0, y0), (x1, y0))):
        c.fill(limb([r.pt(*foot, z0), r.pt(*head, z0)], [9, 9], False), "#f3f6ea")
    r.box(
        (x0 - 0.04, x1 + 0.04),
        (y1, y1 + 0.07),
        (z0 - 0.04, z1 + 0.04),
        Paint("#3f8088", "#2f6a74", 90, 0.03),
        Paint("#245a66", "#173f4c", 0, 0.03),
        Paint("#1d4a56"),
    )
    ex, ey = r.pt(0.75, 0.97, z0 - 0.01)
    c.fill(ellipse(ex, ey + 10, 96, 96), Paint("#c9573c", "#a8402f", 60, 0.03), 0.94)
    c.fill(limb([(ex - 44, ey + 6), (ex - 12, ey + 42), (ex + 48, ey - 34)], [20, 20, 20], False), "#fdf3da")
    _voter(r, 0.75, y1 + 0.075, (z0 + z1) / 2)


def _voter(r: Room, x: float, y: float, z: float) -> None:
    """The slot, the ballot and the hand that lets it go."""
    c, k = r.c, r.k(z)
    px, py = r.pt(x, y, z)
    c.fill(limb([(px - k * 0.17, py), (px + k * 0.17, py)], [14, 14], False), "#0e2832")
    paper = [
        (px - k * 0.135, py),
        (px + k * 0.135, py),
        (px + k * 0.155, py - k * 0.25),
        (px - k * 0.115, py - k * 0.262),
    ]
    c.fill(paper, Paint("#fffaea", "#ecdcb8", 0, 0.02))
    for n in range(3):
        yy = py - k * (0.07 + 0.055 * n)
        c.fill(rect(px - k * 0.09, yy - 9, px - k * 0.07, yy + 9), "#c9573c" if n == 1 else "#8a9a98")
        c.fill(rect(px - k * 0.05, yy - 4, px + k * 0.06, yy + 4), "#8a9a98")
    _hand(c, px, py, k)


def _hand(c: Canvas, px: float, py: float, k: float) -> None:
    """The hand that lets the ballot go, and its sleeve."""
    hx, hy = px + k * 0.135, py - k * 0.235
    skin = Paint("#e0a680", "#a86c4c", 60, 0.03, "x")
    c.fill(
        limb(
            [(hx + k * 0.06, hy - k * 0.055), (hx + k * 0.0, hy - k * 0.01), (hx - k * 0.05, hy + k * 0.055)],
            [k * 0.055, k * 0.05, k * 0.026],
        ),
        Paint("#b97a58", "#8a5640", 60),
    )
    sleeve = limb(
        [(hx + k * 0.24, hy - k * 0.085), (hx + k * 0.7, hy - k * 0.24), (hx + k * 1.3, hy - k * 0.4)],
        [k * 0.145, k * 0.19, k * 0.26],
    )
    c.fill(
        smooth(
            [
                (hx + k * 0.26, hy - k * 0.13),
                (hx + k * 0.13, hy - k * 0.115),
                (hx + k * 0.045, hy - k * 0.075),
                (hx + k * 0.03, hy - k * 0.02),
                (hx + k * 0.07, hy + k * 0.025),
                (hx + k * 0.16, hy + k * 0.01),
                (hx + k * 0.27, hy - k * 0.045),
            ]
        ),
        skin,
    )
    for n, reach in enumerate((0.0, 0.03, 0.045)):
        c.fill(
            limb(
                [
                    (hx + k * 0.1, hy - k * (0.03 - 0.022 * n)),
                    (hx + k * (0.01 + reach), hy + k * (0.015 + 0.018 * n)),
                    (hx - k * (0.06 - reach), hy + k * (0.06 + 0.014 * n)),
                ],
                [k * 0.05, k * 0.042, k * 0.024],
            ),
            Paint("#e6b08a", "#b0744f", 90, 0.03, "x"),
        )
    c.fill(
        limb([(hx + k * 0.225, hy - k * 0.08), (hx + k * 0.27, hy - k * 0.095)], [k * 0.13, k * 0.135], False),
        "#fbf0d4",
    )
    c.fill(sleeve, Paint("#3a4f78", "#1d2a48", 70, 0.03, "x"))
    c.rim(c.mask([sleeve]), -6, -12, "#ffe9bc", 0.8)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-1": ballot}
