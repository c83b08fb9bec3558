"""The committee at its round table."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    HAIRS,
    Rim,
    bust,
    clothes,
    draw,
    seated_side,
)
from tests.artwork.indoors_furniture import Room, frame, ground, side
from tests.artwork.interior import Canvas, Paint, Poly, limb, rect, smooth


def _chart(c: Canvas, q: Poly, kind: int) -> None:
    """A screen on the wall: rising curve, bars, or rings, in pale light."""
    (x0, y1), (x1, _), (_, y0), _ = q
    w, h = x1 - x0, y1 - y0
    c.fill(rect(x0 - 14, y0 - 14, x1 + 14, y1 + 14), "#0a1a26")
    c.fill(q, Paint("#cfe0cf", "#8fb7b0", 45, 0.03))
    if kind == 0:
        for i in range(8):
            b = h * (0.16 + 0.07 * i + 0.05 * np.sin(i * 1.9))
            bx = x0 + w * (0.11 + 0.1 * i)
            c.fill(rect(bx, y1 - h * 0.14 - b, bx + w * 0.06, y1 - h * 0.14), "#d9803f" if i == 6 else "#2f6f74")
        c.fill(rect(x0 + w * 0.07, y1 - h * 0.14, x1 - w * 0.07, y1 - h * 0.125), "#1f4450")
    elif kind == 1:
        for row, tone in enumerate(("#a9c9b4", "#6ea39a", "#2f6f74")):
            line = [
                (
                    x0 + w * t,
                    y1 - h * (0.62 - 0.17 * row + 0.1 * np.sin(t * 6 + row * 1.4) + 0.05 * np.sin(t * 15 + row)),
                )
                for t in np.linspace(0, 1, 14)
            ]
            c.fill([*smooth(line, 6, False), (x1, y1), (x0, y1)], tone, clip=[q])
        sx, sy = x0 + w * 0.7, y0 + h * 0.26
        c.fill([(sx + h * 0.12 * np.cos(t), sy + h * 0.12 * np.sin(t)) for t in np.linspace(0, 6.28, 60)], "#f0b35e")
    else:
        mx, my = x0 + w * 0.37, y0 + h * 0.5
        for start, end, tone in (
            (0, 2.6, "#2f6f74"),
            (2.66, 4.3, "#d9803f"),
            (4.36, 5.3, "#e8c078"),
            (5.36, 6.22, "#5d9490"),
        ):
            c.fill(
                limb(
                    [
                        (mx + h * 0.25 * np.cos(t), my + h * 0.25 * np.sin(t))
                        for t in np.linspace(start + 0.22, end - 0.2, 16)
                    ],
                    [h * 0.12],
                    True,
                ),
                tone,
            )
        for i in range(4):
            c.fill(
                rect(
                    x0 + w * 0.66,
                    y0 + h * (0.26 + 0.14 * i),
                    x0 + w * (0.9 - 0.05 * (i % 3)),
                    y0 + h * (0.3 + 0.14 * i),
                ),
                "#2f6f74",
            )
    c.fill([(x0, y0), (x0 + w * 0.32, y0), (x0 + w * 0.12, y1), (x0, y1)], "#ffffff", 0.1, 2, "screen")


def officials(rng: np.random.Generator) -> Image.Image:
    """A committee round a ring of light, with charts on the screens behind."""
    c = Canvas(2592, 1458, rng)
    r = Room(c, 1296, 470, 2250, 2.35, (0.0, 0.0))
    r.shell(
        -5.6,
        5.6,
        4.4,
        11.5,
        {
            "ceiling": Paint("#0f2232", "#1d3f4e", 90),
            "floor": Paint("#3f5660", "#1a2a3a", 90, 0.05),
            "left": Paint("#10283a", "#1d4454", 0, 0.03, "v"),
            "right": Paint("#1d4454", "#10283a", 0, 0.03, "v"),
            "back": Paint("#2a5a66", "#1a4250", 90, 0.03, "v"),
        },
    )
    for x in np.arange(-5.5, 5.6, 0.5):
        r.fill(frame(x, x + 0.05, 0, 4.4, 11.5), "#143745", 0.7)
    for i, (a, b) in enumerate(((-4.9, -1.9), (-1.5, 1.5), (1.9, 4.9))):
        q = r.poly(frame(a, b, 1.95, 3.75, 11.45))
        c.glow((q[0][0] + q[1][0]) / 2, (q[0][1] + q[2][1]) / 2, 560, "#8fc4bb", 0.35, 0.7)
        _chart(c, q, i)
    for x, s in ((-5.59, 1), (5.59, -1)):
        for z in (5.2, 7.4, 9.6):
            r.fill(side(x, 0.2, 3.6, z, z + 0.35), Paint("#f0c47c", "#8a6a4a", 90, 0.02), 0.8)
            px, py = r.pt(x, 2.2, z)
            c.glow(px + s * 20, py, 330, "#f0b868", 0.3, 1.2)
    cx, cz, rad = 0.0, 7.6, 2.75
    c.fill(r.disc(cx, 0.0, cz, rad + 1.3), Paint("#8d8a70", "#5a6a66", 90, 0.04), 0.75, 40)
    _ring_lamp(r, cx, cz)
    seats = sorted(
        ((np.sin(a), np.cos(a), i) for i, a in enumerate(np.linspace(0, 2 * np.pi, 16, endpoint=False) + np.pi / 16)),
        key=lambda s: -s[0],
    )
    far = [s for s in seats if s[0] > 0]
    near = [s for s in seats if s[0] <= 0]
    for sn, cs, i in far:
        _sitter(r, cx + cs * (rad + 0.35), cz + sn * (rad + 0.35), cs, i, False)
    c.fill(r.disc(cx, 0.02, cz, rad * 0.9), "#0c1a26", 0.7, 20)
    wall = Paint("#6a4432", "#3a2a2c", 90, 0.04)
    r.drum(cx, cz, (rad - 0.12, rad), (0.08, 0.76), wall, Paint("#f0c98c", "#b97b4c", 90, 0.04))
    c.fill(r.disc(cx, 0.765, cz, rad * 0.93), Paint("#fbdca2", "#d59a62", 90, 0.03))
    c.fill(r.disc(cx, 0.77, cz, rad * 0.5), Paint("#2a5a5e", "#35706e", 90))
    c.fill(r.disc(cx, 0.772, cz, rad * 0.44), Paint("#efe0b8", "#8fb7a0", 90))
    for sn, cs, _ in seats:
        _place(r, cx + cs * rad * 0.78, cz + sn * rad * 0.78)
    for sn, cs, i in near:
        _sitter(r, cx + cs * (rad + 0.42), cz + sn * (rad + 0.42), cs, i, True)
    c.wash("#e4eef2", "#fff4e4", 0.4)
    return c.finish()


def _ring_lamp(r: Room, x: float, z: float) -> None:
    """A ring of light that hangs above the table, with its haze."""
    c = r.c
    outer, inner = r.disc(x, 3.95, z, 2.3, 120), r.disc(x, 3.95, z, 2.05, 120)
    for a in (0.6, 2.5, 3.8, 5.6):
        px, py = r.pt(x + 2.2 * np.cos(a), 3.95, z + 2.2 * np.sin(a))
        c.fill(limb([(px, py), (px, -10)], [3, 3], False), "#0b1a26")
    px, py = r.pt(x, 3.95, z)
    c.glow(px, py + 60, 1000, "#ffd898", 0.4, 0.5)
    c.fill(outer, Paint("#fff3cf", "#ffd892", 90, 0.02), holes=[inner])


def _place(r: Room, x: float, z: float) -> None:
    """A paper and a small microphone."""
    k = r.k(z)
    r.fill(ground(x - 0.13, x + 0.13, z - 0.09, z + 0.09, 0.772), Paint("#fff6df", "#efe0bf"))
    px, py = r.pt(x + 0.2, 0.772, z)
    r.c.fill(
        limb([(px, py), (px - k * 0.02, py - k * 0.16), (px - k * 0.06, py - k * 0.22)], [k * 0.014, k * 0.022]),
        "#22262e",
    )


def _sitter(r: Room, x: float, z: float, cs: float, i: int, back: bool) -> None:
    """One member of the committee: front, side or back, with the chair."""
    c, k = r.c, r.k(z)
    hair = HAIRS[i % 8]
    px, py = r.pt(x, 1.06, z)
    if abs(cs) > 0.92:
        px, py = r.pt(x - np.sign(cs) * 0.1, 0.0, z)
        top = r.pt(x + np.sign(cs) * 0.12, 0.95, z)
        c.fill(
            limb([(top[0], top[1]), (top[0] - np.sign(cs) * k * 0.03, top[1] + k * 0.5)], [k * 0.1, k * 0.1], False),
            "#1c2a36",
        )
        draw(
            c,
            seated_side(hair, "talk"),
            px,
            py,
            k,
            clothes(i, 0.25),
            Rim(-0.014 * float(np.sign(cs)), -0.014, "#ffe0a0"),
            flip=bool(cs > 0),
        )
        return
    rim = Rim(-0.012 * float(np.sign(cs)), -0.016, "#ffe3ac", 0.95)
    if not back:
        c.fill(
            smooth(
                [
                    (px - k * 0.27, py + k * 0.6),
                    (px - k * 0.27, py + k * 0.12),
                    (px - k * 0.2, py + k * 0.02),
                    (px + k * 0.2, py + k * 0.02),
                    (px + k * 0.27, py + k * 0.12),
                    (px + k * 0.27, py + k * 0.6),
                ]
            ),
            Paint("#1c2a36", "#101c28", 90),
        )
        draw(
            c, bust(hair, False), px, py, k, clothes(i, 0.12), Rim(0.006 * float(np.sign(-cs)), -0.012, "#ffe8bc", 0.6)
        )
        return
    draw(c, bust(hair, True), px, py, k, clothes(i, 0.45), rim)
    shell = smooth(
        [
            (px - k * 0.25, py + k * 0.95),
            (px - k * 0.29, py + k * 0.45),
            (px - k * 0.24, py + k * 0.2),
            (px, py + k * 0.16),
            (px + k * 0.24, py + k * 0.2),
            (px + k * 0.29, py + k * 0.45),
            (px + k * 0.25, py + k * 0.95),
        ]
    )
    c.fill(shell, Paint("#31505c", "#14222e", 90, 0.03, "x"))
    c.rim(c.mask([shell]), 0, -k * 0.012, "#e8b878", 0.6)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"officials-committee-april": officials}
