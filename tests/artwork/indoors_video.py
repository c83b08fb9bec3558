"""A round table before a wall of video screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    HAIRS,
    Rim,
    bust,
    clothes,
    draw,
)
from tests.artwork.indoors_furniture import Room, frame, ground, side
from tests.artwork.interior import Canvas, Paint, Point, limb, mix, rect, smooth

ROOMS = ("#9db59a", "#d9a05a", "#3f7a7c", "#c9694a", "#e6cf9e", "#5a6a8a", "#86a8a0", "#b98a5c", "#2f5a66")


def participant(c: Canvas, q: Sequence[Point], i: int) -> None:
    """One tile of a video call: a person before a coloured wall."""
    x0, x1 = min(p[0] for p in q), max(p[0] for p in q)
    y0, y1 = min(p[1] for p in q), max(p[1] for p in q)
    w, h = x1 - x0, y1 - y0
    tone = ROOMS[i % 9]
    c.fill(q, Paint(mix(tone, "#fff2d8", 0.28), mix(tone, "#14222e", 0.12), 60, 0.025))
    if i % 3 == 0:
        c.fill(
            rect(x0 + w * 0.08, y0, x0 + w * 0.34, y0 + h * 0.55),
            Paint("#f6e7c4", mix(tone, "#fff2d8", 0.5)),
            0.8,
            clip=[q],
        )
    elif i % 3 == 1:
        for n in range(3):
            c.fill(
                rect(x0 + w * 0.66, y0 + h * (0.15 + 0.2 * n), x1, y0 + h * (0.18 + 0.2 * n)),
                mix(tone, "#1a1f2c", 0.4),
                clip=[q],
            )
            for m in range(5):
                bx = x0 + w * (0.68 + 0.06 * m)
                c.fill(
                    rect(bx, y0 + h * (0.04 + 0.2 * n + 0.02 * (m % 2)), bx + w * 0.035, y0 + h * (0.15 + 0.2 * n)),
                    mix(("#c9694a", "#efd9a8", "#2f5a66")[m % 3], tone, 0.3),
                    clip=[q],
                )
    else:
        for a in (-60, -20, 25, 65):
            t = np.radians(a - 90)
            lx, ly = x0 + w * 0.17, y1 - h * 0.2
            c.fill(
                limb(
                    [
                        (lx, ly),
                        (lx + w * 0.1 * np.cos(t), ly + h * 0.28 * np.sin(t)),
                        (lx + w * 0.2 * np.cos(t), ly + h * 0.42 * np.sin(t)),
                    ],
                    [w * 0.01, w * 0.05, w * 0.005],
                ),
                mix("#3f6654", tone, 0.25),
                clip=[q],
            )
    k = h * 1.42
    away = (-0.06, 0.03, 0.0, 0.06, -0.03)[i % 5]
    person = bust(HAIRS[(i * 3 + 1) % 8], False, ("down", "down") if i % 4 else ("down", "talk"))
    draw(
        c,
        person,
        x0 + w * (0.5 + away),
        y0 + h * 0.66,
        k,
        clothes(i + 2),
        Rim(-0.008, -0.012, "#fff0d0", 0.55),
        clip=[q],
    )


def gallery_6(rng: np.random.Generator) -> Image.Image:
    """A round table in daylight before a wall of video screens."""
    c = Canvas(2592, 1728, rng)
    r = Room(c, 1420, 700, 2050, 1.75, (0.95, -0.25))
    r.shell(
        -4.6,
        4.2,
        3.9,
        9.5,
        {
            "ceiling": Paint("#e9e0c4", "#cdd0b4", 90, 0.02),
            "floor": Paint("#c9b48c", "#a08a6c", 90, 0.035),
            "left": Paint("#a9bda2", "#c3cfb0", 0, 0.02, "v"),
            "right": Paint("#b4c2a2", "#8aa38e", 0, 0.02, "v"),
            "back": Paint("#93ad98", "#7f9d8c", 90, 0.02, "v"),
        },
    )
    floor = ground(-4.6, 4.2, 0.25, 9.5)
    for z0 in (2.1, 4.1, 6.1, 8.1):
        w = side(-4.58, 0.5, 3.3, z0, z0 + 1.25)
        q = r.poly(w)
        r.fill(side(-4.59, 0.42, 3.38, z0 - 0.08, z0 + 1.33), "#f4ead0")
        c.fill(q, Paint("#f6ecc8", "#cfe0d4", 270, 0.012))
        for n, tone in enumerate(("#bcd0c0", "#94b2a4", "#6f9484")):
            ridge = [
                (-4.58, 0.5, z0),
                *[
                    (-4.58, 1.75 - 0.36 * n + 0.16 * float(np.sin((z0 + t) * 2.3 + n * 2)), z0 + t)
                    for t in np.linspace(0, 1.25, 9)
                ],
                (-4.58, 0.5, z0 + 1.25),
            ]
            r.fill(ridge, tone, clip=[q])
        r.fill(side(-4.57, 0.5, 3.3, z0 + 0.6, z0 + 0.65), "#f4ead0")
        r.patch(w, "#f7e6b8", 0.85, 0, floor, 3)
    _video_wall(r)
    _round_table(r, floor)
    c.glow(0, 500, 1500, "#fff0c8", 0.22)
    c.wash("#fdf8ee", "#ece2d0", 0.5)
    return c.finish()


def _video_wall(r: Room) -> None:
    """Eight people on a wall of screens, the speaker twice as large."""
    c = r.c
    r.fill(frame(-2.95, 2.95, 1.0, 3.42, 9.46), Paint("#16323c", "#0e222c", 90))

    def tile(x0: float, x1: float, y0: float, y1: float, i: int) -> None:
        participant(c, r.poly(frame(x0, x1, y0, y1, 9.45)), i)

    tile(-0.9, 1.1, 1.85, 3.34, 4)
    for i, (x, y) in enumerate(
        (
            (-1.9, 2.62),
            (-1.9, 1.85),
            (-2.88, 2.62),
            (-2.88, 1.85),
            (1.16, 2.62),
            (1.16, 1.85),
            (2.06, 2.62),
            (2.06, 1.85),
        )
    ):
        tile(x, x + (0.94 if x < 0 else 0.84), y, y + 0.71, i + (5 if i > 2 else 9))
    for i in range(6):
        x = -2.88 + 0.964 * i
        tile(x, x + 0.92, 1.08, 1.79, i + 13)


def _sit(r: Room, x: float, z: float, i: int, back: bool) -> None:
    """One person at the table, from the front or from behind a chair."""
    c, rim = r.c, Rim(-0.014, -0.012, "#fff2cc", 0.95)
    px, py = r.pt(x, 1.06, z)
    k = r.k(z)
    shell = smooth(
        [
            (px - k * 0.25, py + k * 0.95),
            (px - k * 0.28, py + k * 0.45),
            (px - k * 0.23, py + k * 0.17),
            (px, py + k * 0.14),
            (px + k * 0.23, py + k * 0.17),
            (px + k * 0.28, py + k * 0.45),
            (px + k * 0.25, py + k * 0.95),
        ]
    )
    if not back:
        c.fill(shell, Paint("#b85f42", "#8a4434", 90, 0.03, "x"))
    r.contact(x - 0.25, x + 0.3, z - 0.25, z + 0.25, alpha=0.4)
    draw(c, bust(HAIRS[(i * 5 + 2) % 8], back), px, py, k, clothes(i + 1, 0.1), rim)
    if back:
        c.fill(limb([(px, py + k * 0.9), (px, r.pt(x, 0.02, z)[1])], [k * 0.09, k * 0.05], False), "#2a3038")
        c.fill(shell, Paint("#d07a54", "#9c4c38", 30, 0.03, "x"))
        c.rim(c.mask([shell]), -k * 0.014, -k * 0.012, "#ffe6ba", 0.9)


def _round_table(r: Room, floor: Sequence[tuple[float, float, float]]) -> None:
    """The ring of the table, its people and its chairs."""
    c = r.c
    cx, cz, rad = -0.15, 5.7, 1.95
    r.shadow(
        [(cx + rad * np.cos(t), 0.74, cz + rad * np.sin(t)) for t in np.linspace(0, 6.28, 24)],
        "#8a7a72",
        0.8,
        12,
        floor,
    )
    seats = [
        (float(np.sin(a)), float(np.cos(a)), i)
        for i, a in enumerate(np.linspace(0, 2 * np.pi, 11, endpoint=False) - np.pi / 2)
    ]
    seats.sort(key=lambda seat: -seat[0])
    for s in seats:
        if s[0] > 0.1:
            _sit(r, cx + s[1] * (rad + 0.36), cz + s[0] * (rad + 0.36), s[2], False)
    for t in (2.6, 0.5, 3.7, 5.7):
        x, z = cx + 1.3 * np.cos(t), cz + 1.3 * np.sin(t)
        c.fill(
            limb([r.pt(x, 0.66, z), r.pt(x, 0.0, z)], [r.k(z) * 0.14, r.k(z) * 0.18], False),
            Paint("#8d8168", "#5d5648", 0),
        )
    r.drum(
        cx,
        cz,
        (rad - 0.05, rad),
        (0.66, 0.76),
        Paint("#b9a47c", "#6d6450", 0, 0.03),
        Paint("#fbf3dc", "#dfd0aa", 90, 0.03),
    )
    c.fill(r.disc(cx, 0.762, cz, rad * 0.56), Paint("#2f5d5c", "#447470", 90))
    _plants(r, cx, cz, rad)
    for sn, cs, _ in seats:
        x, z = cx + cs * rad * 0.8, cz + sn * rad * 0.8
        r.fill(ground(x - 0.14, x + 0.14, z - 0.1, z + 0.1, 0.765), Paint("#ffffff", "#efe6cf"))
        r.drum(x + 0.2, z, (0.028, 0.034), (0.765, 0.87), Paint("#dfe8da", "#8fb0a8", 0), Paint("#f4f6ea"))
    for s in seats:
        if s[0] <= 0.1:
            _sit(r, cx + s[1] * (rad + 0.36), cz + s[0] * (rad + 0.36), s[2], True)


def _plants(r: Room, cx: float, cz: float, rad: float) -> None:
    """Leaves in the hollow of the table."""
    c = r.c
    for i in range(90):
        a, d = float(c.rng.uniform(0, 6.28)), float(np.sqrt(c.rng.uniform(0, 1))) * rad * 0.44
        px, py = r.pt(cx + d * np.cos(a), 0.77, cz + d * np.sin(a) * 0.9)
        k = r.k(cz) * float(c.rng.uniform(0.07, 0.12))
        leaf = limb(
            [(px, py), (px + k * 0.4 * np.cos(a), py - k), (px + k * 1.1 * np.cos(a), py - k * 1.5)],
            [k * 0.1, k * 0.42, k * 0.03],
        )
        c.fill(leaf, ("#5f8a66", "#86a37d", "#3f6f5c", "#d9a75c")[i % 4 if i % 5 else 3])


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-6": gallery_6}
