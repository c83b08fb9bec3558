"""The seminar room from its back row."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Rim,
    bust,
    clothes,
    draw,
    standing,
)
from tests.artwork.indoors_furniture import Room, frame, ground, side
from tests.artwork.interior import Canvas, Paint, ellipse, limb, mix, smooth


def seminar(rng: np.random.Generator) -> Image.Image:
    """A seminar seen from the last row: listeners, a speaker, the morning at the left."""
    c = Canvas(2592, 1944, rng)
    r = Room(c, 1390, 720, 2000, 2.05, (0.95, -0.3))
    r.shell(
        -4.3,
        3.7,
        3.9,
        10.5,
        {
            "ceiling": Paint("#efe3c6", "#d6cfae", 90, 0.02),
            "floor": Paint("#b08a62", "#8a6248", 90, 0.04),
            "left": Paint("#93ab9c", "#b4c4a9", 0, 0.02, "v"),
            "right": Paint("#7f9c92", "#5d7f7c", 0, 0.02, "v"),
            "back": Paint("#8fa99a", "#7c998c", 90, 0.02, "v"),
        },
    )
    floor = ground(-4.3, 3.7, 0.25, 10.5)
    for z0 in (1.6, 3.8, 6.0, 8.2):
        w = side(-4.28, 0.9, 3.4, z0, z0 + 1.5)
        q = r.poly(w)
        r.fill(side(-4.29, 0.8, 3.5, z0 - 0.1, z0 + 1.6), "#f6ecd2")
        c.fill(q, Paint("#fbf0cc", "#c3dbd2", 270, 0.01))
        for n, green in enumerate(("#b9cba4", "#93b08c", "#6f9478")):
            line = [
                (-4.28, 0.9, z0),
                *[
                    (-4.28, 2.15 - 0.42 * n + 0.2 * abs(float(np.sin((z0 + t) * 4.1 + n))), z0 + t)
                    for t in np.linspace(0, 1.5, 14)
                ],
                (-4.28, 0.9, z0 + 1.5),
            ]
            r.fill(line, green, clip=[q])
        r.fill(side(-4.27, 0.9, 3.4, z0 + 0.72, z0 + 0.78), "#f6ecd2")
        r.patch(w, "#f9dfa4", 0.9, 0, floor, 3)
    _board(r)
    _rows(r, floor)
    c.glow(60, 520, 1500, "#fff0c6", 0.28)
    c.wash("#fbf7ec", "#ecdccb", 0.45)
    return c.finish()


def _board(r: Room) -> None:
    """The board with its diagram, and the speaker who points at it."""
    c = r.c
    r.fill(frame(-2.35, 2.45, 1.0, 3.25, 10.45), Paint("#c99a62", "#8a6242", 90))
    q = r.poly(frame(-2.27, 2.37, 1.08, 3.17, 10.44))
    c.fill(q, Paint("#234f52", "#173a42", 60, 0.05, "x"))
    k = r.k(10.44)
    _diagram(r, k)
    r.box((2.35, 3.2), (0, 1.05), (8.9, 9.4), Paint("#d9a56c"), Paint("#a5683f", "#6a4030", 90, 0.04), Paint("#8a5638"))
    z = 9.2
    r.shadow(frame(0.15, 0.6, 0, 1.7, z), "#7c5a4a", 0.6, 6)
    px, py = r.pt(0.22, 0.42, z)
    tones = {
        "coat": "#b9533a",
        "legs": "#2a2c3c",
        "skin": "#c98a66",
        "hair": "#2a1c1c",
        "shirt": "#f3e6c8",
        "shoe": "#1c1a20",
    }
    draw(c, standing("bob", False, ("point", "clasp")), px, py, r.k(z), tones, Rim(-0.014, -0.012, "#fff0c8", 0.9))


def _diagram(r: Room, k: float) -> None:
    """What is drawn on the board: two curves and four linked rings."""
    c = r.c
    chalk = "#f3e9d0"
    ox, oy = r.pt(-1.9, 1.4, 10.43)
    c.fill(limb([(ox, oy - 1.5 * k), (ox, oy), (ox + 1.9 * k, oy)], [7, 7], False), chalk, 0.85)
    c.fill(
        limb(
            [
                (ox + 0.05 * k, oy - 0.1 * k),
                (ox + 0.6 * k, oy - 0.3 * k),
                (ox + 1.1 * k, oy - 0.55 * k),
                (ox + 1.75 * k, oy - 1.3 * k),
            ],
            [8, 8],
        ),
        "#f0b35e",
    )
    c.fill(
        limb(
            [
                (ox + 0.05 * k, oy - 1.2 * k),
                (ox + 0.7 * k, oy - 0.9 * k),
                (ox + 1.2 * k, oy - 0.4 * k),
                (ox + 1.75 * k, oy - 0.2 * k),
            ],
            [7, 7],
        ),
        "#d9744f",
    )
    for i, (x, y) in enumerate(((1.2, 2.75), (0.75, 2.1), (1.7, 2.1), (1.2, 1.5))):
        px, py = r.pt(x, y, 10.43)
        c.fill(
            ellipse(px, py, 0.17 * k, 0.17 * k),
            ("#f0b35e", "#8fb7a0", "#d9744f", chalk)[i],
            0.9,
            holes=[ellipse(px, py, 0.14 * k, 0.14 * k)],
        )
    for a, b in (
        ((1.12, 2.58), (0.87, 2.27)),
        ((1.3, 2.58), (1.58, 2.24)),
        ((0.85, 1.94), (1.1, 1.66)),
        ((1.6, 1.94), (1.32, 1.64)),
    ):
        c.fill(limb([r.pt(*a, 10.43), r.pt(*b, 10.43)], [5, 5], False), chalk, 0.85)


def _rows(r: Room, floor: list[tuple[float, float, float]]) -> None:
    """Desks and listeners, row behind row, up to the viewer."""
    c = r.c
    hairs = ("short", "bob", "bun", "short", "long", "short", "scarf", "pony")
    for row, z in enumerate((7.7, 6.4, 5.2, 4.1, 3.0)):
        r.shadow(
            [(-1.7, 0.74, z + 0.2), (2.9, 0.74, z + 0.2), (2.9, 0.74, z + 0.7), (-1.7, 0.74, z + 0.7)],
            "#7c5a4a",
            0.6,
            8,
            floor,
        )
        r.box(
            (-1.75, 2.95),
            (0.7, 0.75),
            (z + 0.15, z + 0.65),
            Paint("#efcf98", "#c9955f", 90, 0.04),
            Paint("#a5683f"),
            Paint("#8a5638"),
        )
        r.fill(frame(-1.72, 2.92, 0.2, 0.7, z + 0.2), Paint("#9c6844", "#6a4234", 90, 0.04))
        for i in range(5):
            x = -1.3 + 0.95 * i + (0.16 if row % 2 else -0.05)
            seat = (i * 3 + row * 5) % 8
            if (row, i) in ((1, 4), (3, 3), (4, 2), (2, 1)):
                continue
            r.fill(ground(x - 0.1, x + 0.2, z + 0.3, z + 0.55, 0.755), Paint("#fff8e4", "#efe3c4"))
            k = r.k(z)
            px, py = r.pt(x, 1.1, z)
            tones = clothes(seat + row, 0.08 + 0.05 * row)
            tones["coat"] = mix(
                ("#c9793f", "#2c5f62", "#e0c088", "#8a3f34", "#43506a", "#6d8a6c")[(i * 2 + row) % 6],
                "#1c2230",
                0.05 + 0.08 * row,
            )
            draw(c, bust(hairs[seat], True, ("table", "table")), px, py, k, tones, Rim(-0.013, -0.012, "#fff0c8", 0.9))
            back = smooth(
                [
                    (px - k * 0.22, py + k * 0.62),
                    (px - k * 0.23, py + k * 0.32),
                    (px - k * 0.17, py + k * 0.26),
                    (px + k * 0.17, py + k * 0.26),
                    (px + k * 0.23, py + k * 0.32),
                    (px + k * 0.22, py + k * 0.62),
                ]
            )
            c.fill(back, Paint("#c98f58", "#7c4c36", 20, 0.04))
            c.rim(c.mask([back]), -k * 0.01, -k * 0.01, "#ffe6b4", 0.8)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-7": seminar}
