"""Two armchairs and flowers at a tall window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_furniture import Point3, Room, frame, ground, side
from tests.artwork.indoors_views import ridge
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, pts, smooth


def _armchair(r: Room, x: float, z: float, turn: int, cloth: str) -> None:
    """A deep armchair seen from the side; it looks to the right when turn is 1."""

    def at(u: float, y: float, v: float) -> Point3:
        return x + turn * u, y, z + v

    lit, mid, dark = mix(cloth, "#fff0d0", 0.38), mix(cloth, "#fff0d0", 0.1), mix(cloth, "#1a1a30", 0.34)
    r.contact(x - 0.5, x + 0.5, z - 0.42, z + 0.4, "#4a2a3a", 0.6)
    for u, v in ((-0.36, 0.3), (0.34, 0.3), (-0.38, -0.32), (0.36, -0.32)):
        a, b = r.pt(*at(u, 0.2, v)), r.pt(*at(u * 1.1, 0.0, v))
        r.c.fill(limb([a, b], [r.k(z) * 0.05, r.k(z) * 0.028], False), "#4a2a26")
    back = smooth(
        pts("-0.3,0.2 -0.46,0.22 -0.53,0.6 -0.58,0.98 -0.5,1.07 -0.4,1.04 -0.3,0.62 -0.24,0.3"),
        6,
    )
    wall = Paint(mid, dark, 90, 0.03, "x")
    r.solid(
        [at(u, y, 0.36) for u, y in smooth(pts("-0.3,0.2 0.38,0.2 0.42,0.6 0.3,0.66 -0.3,0.66"), 5)],
        (0, 0, -0.12),
        wall,
        Paint(lit, mid),
    )
    r.solid([at(u, y, 0.3) for u, y in back], (0, 0, -0.6), wall, Paint(lit, mid, 90, 0.03, "x"))
    cushion = smooth(pts("-0.34,0.3 0.36,0.3 0.4,0.4 0.36,0.47 -0.34,0.48"), 5)
    r.solid([at(u, y, 0.3) for u, y in cushion], (0, 0, -0.58), wall, Paint(lit, lit, 90, 0.03, "x"))
    near = smooth(pts("-0.46,0.18 0.38,0.18 0.41,0.4 0.44,0.58 0.36,0.66 -0.3,0.68 -0.44,0.66"), 6)
    r.solid(
        [at(u, y, -0.26) for u, y in near],
        (0, 0, -0.14),
        Paint(mid, mix(cloth, "#1a1a30", 0.2), 90, 0.035, "x"),
        Paint(lit, mid, 90),
    )
    pillow = [r.pt(*at(u, y, -0.1)) for u, y in smooth(pts("-0.36,0.66 -0.24,0.62 -0.2,0.86 -0.34,0.98 -0.42,0.88"))]
    r.c.fill(pillow, Paint("#f3dfb4", "#c9975f", 60, 0.03, "x"))


def women(rng: np.random.Generator) -> Image.Image:
    """Two armchairs turned to each other, flowers between them, a tall window."""
    c = Canvas(1800, 2700, rng)
    r = Room(c, 868, 1560, 2250, 1.45, (0.28, -0.85))
    r.shell(
        -2.1,
        2.4,
        4.7,
        6.2,
        {
            "ceiling": Paint("#e8c9a8", "#d9ae90", 90, 0.02),
            "floor": Paint("#b06a4c", "#7c4440", 90, 0.045),
            "left": Paint("#b5705c", "#c98870", 0, 0.02, "v"),
            "right": Paint("#d39a80", "#c4826c", 0, 0.02, "v"),
            "back": Paint("#d9a088", "#c98870", 90, 0.02, "v"),
        },
    )
    for x, t in ((-2.09, "#a5604e"), (2.39, "#c07c66")):
        r.fill(side(x, 0, 0.2, 0.3, 6.2), "#f0d6b4")
        for z in (2.2, 3.6, 5.0):
            r.fill(side(x, 0.5, 4.0, z, z + 1.0), t, 0.6)
    r.fill(frame(-2.1, 2.4, 0, 0.2, 6.2), "#f0d6b4")
    x0, x1, top = -1.0, 0.95, 4.1
    arch: list[Point] = [(x0, 0.35), (x1, 0.35), (x1, top - 0.95)]
    arch += [
        ((x0 + x1) / 2 + (x1 - x0) / 2 * float(np.cos(t)), top - 0.95 + 0.95 * float(np.sin(t)))
        for t in np.linspace(0, np.pi, 30)
    ]
    arch.append((x0, top - 0.95))
    big = [((a - (x0 + x1) / 2) * 1.1 + (x0 + x1) / 2, b + (0.1 if b > 1 else -0.08)) for a, b in arch]
    c.fill(r.poly([(a, b, 6.19) for a, b in big]), Paint("#f6e2c2", "#e3c09c", 90))
    pane = r.poly([(a, b, 6.18) for a, b in arch])
    _garden_view(c, pane)
    for x in (-0.35, 0.3):
        r.fill(frame(x - 0.022, x + 0.022, 0.35, top - 0.05, 6.17), "#f3dfc0")
    for y in (1.3, 2.25, 3.15):
        r.fill(frame(x0, x1, y - 0.018, y + 0.018, 6.17), "#f3dfc0")
    floor = ground(-2.1, 2.4, 0.25, 6.2)
    cells = [
        (a, b)
        for a in ((-1.0, -0.37), (-0.33, 0.28), (0.32, 0.95))
        for b in ((0.35, 1.28), (1.32, 2.23), (2.27, 3.13), (3.17, 3.85))
    ]
    for (a0, a1), (b0, b1) in cells:
        r.patch(frame(a0, a1, b0, b1, 6.18), "#f3c48a", 0.9, 0, floor, 3)
    _drapes(r, x0, x1, top)
    _rug(r, floor)
    _armchair(r, -0.92, 4.3, 1, "#5f8474")
    _armchair(r, 1.02, 4.25, -1, "#4f7672")
    _flower_table(r)
    c.glow(800, 900, 1500, "#ffe6b8", 0.25)
    c.wash("#fff6ec", "#ecd2cc", 0.45)
    return c.finish()


def _rug(r: Room, floor: list[Point3]) -> None:
    """The round rug, and the shadows that the light from behind throws on it."""
    c = r.c
    for x in (-0.85, 0.98):
        r.shadow(
            [(x - 0.4, 0.6, 4.3), (x + 0.4, 0.6, 4.3), (x + 0.4, 1.0, 4.5), (x - 0.4, 1.0, 4.5)],
            "#8a4a50",
            0.75,
            10,
            floor,
        )
    r.shadow(ground(-0.2, 0.3, 4.0, 4.4, 0.6), "#8a4a50", 0.7, 8, floor)
    rug = r.disc(0.05, 0.004, 4.1, 1.55)
    c.fill(rug, Paint("#5a7a6c", "#3f6260", 90, 0.05), 0.5)
    c.fill(rug, Paint("#f0d8ac", texture=0.02), 0.5, holes=[r.disc(0.05, 0.004, 4.1, 1.47)])


def _garden_view(c: Canvas, pane: list[Point]) -> None:
    """Sky, a far range and round trees."""
    lx, rx = min(p[0] for p in pane), max(p[0] for p in pane)
    ty, by = min(p[1] for p in pane), max(p[1] for p in pane)
    h = by - ty
    c.fill(pane, Paint("#b9d0c0", "#fbeccb", 90, 0.01, "h", ((0, ty), (0, ty + h * 0.7))))
    ridge(
        c,
        lx - 60,
        rx + 60,
        ty + h * 0.68,
        h * 0.16,
        by,
        Paint("#a9c2b4", "#d9dcbc", 90, 0.02, "x", ((0, ty + h * 0.5), (0, ty + h * 0.8))),
        [pane],
    )
    for row, (y, s, green) in enumerate(((0.8, 0.07, "#9cb48c"), (0.88, 0.1, "#7d9f7c"), (0.97, 0.13, "#5f8670"))):
        for i in range(8):
            x = lx + (rx - lx) * (i + 0.5 * (row % 2)) / 6.5
            rr = h * s * float(c.rng.uniform(0.75, 1.2))
            c.fill(
                ellipse(x, ty + h * y, rr * 0.85, rr),
                Paint(mix(green, "#fff0c8", 0.3), green, 60, 0.05, "x"),
                clip=[pane],
            )


def _drapes(r: Room, x0: float, x1: float, top: float) -> None:
    """Long curtains on both sides of the window."""
    rod = [r.pt(x0 - 0.55, top + 0.22, 6.1), r.pt(x1 + 0.55, top + 0.22, 6.1)]
    for s, edge in ((-1, x0 - 0.06), (1, x1 + 0.06)):
        for i in range(6):
            a = edge + s * 0.085 * i
            fold = [
                (a, top + 0.2),
                (a + s * 0.1, top + 0.2),
                (a + s * 0.12, 2.0),
                (a + s * 0.11, 0.03),
                (a - s * 0.01, 0.03),
                (a + s * 0.015, 2.0),
            ]
            shade = 0.12 * (i % 3)
            r.c.fill(
                r.poly([(u, y, 6.08) for u, y in fold]),
                Paint(mix("#f3e2c4", "#a5604e", shade), mix("#d9b494", "#8a4a46", shade + 0.1), 90, 0.03, "v"),
            )
    r.c.fill(limb(rod, [11, 11], False), "#7c4a34")


def _flower_table(r: Room) -> None:
    """The small round table: a vase of flowers and two cups."""
    c = r.c
    x, z, y = 0.05, 3.95, 0.62
    r.contact(x - 0.25, x + 0.25, z - 0.2, z + 0.2, "#4a2a3a", 0.5)
    r.drum(x, z, (0.2, 0.16), (0, 0.03), Paint("#5a3430", "#3a2228", 0), Paint("#7c4a3a"))
    c.fill(
        limb([r.pt(x, 0.02, z), r.pt(x, y, z)], [r.k(z) * 0.06, r.k(z) * 0.045], False), Paint("#8a5440", "#3a2228", 0)
    )
    r.drum(x, z, (0.33, 0.34), (y - 0.03, y), Paint("#7c4a3a", "#4a2a2a", 0), Paint("#e3aa7c", "#b87454", 90, 0.04))
    px, py = r.pt(x, y, z)
    k = r.k(z)
    c.fill(ellipse(px + k * 0.05, py + k * 0.03, k * 0.12, k * 0.03), Paint("#4a2a2a", texture=0), 0.5, 6, "multiply")
    _bouquet(c, px, py, k)
    for s in (-1, 1):
        r.drum(x + s * 0.2, z - 0.12, (0.05, 0.062), (y, y + 0.012), Paint("#d9c3a0"), Paint("#fbf0d8", "#e3cfa8", 0))
        r.drum(
            x + s * 0.2,
            z - 0.12,
            (0.022, 0.036),
            (y + 0.012, y + 0.075),
            Paint("#fff4dc", "#b99a7c", 0),
            Paint("#8a5440"),
        )


def _bouquet(c: Canvas, px: float, py: float, k: float) -> None:
    """The vase and its flowers."""
    stems = [
        (float(a), float(s)) for a, s in zip(np.linspace(-0.95, 0.95, 13), c.rng.uniform(0.3, 0.5, 13), strict=True)
    ]
    for a, s in stems:
        tip = (px + k * s * float(np.sin(a)), py - k * (0.2 + s * float(np.cos(a))))
        c.fill(
            limb([(px, py - k * 0.18), ((px + tip[0]) / 2, (py + tip[1]) / 2 - k * 0.08), tip], [k * 0.012, k * 0.008]),
            "#4f7260",
        )
        for d in (-0.6, 0.7):
            mx, my = px + (tip[0] - px) * 0.6, py - k * 0.16 + (tip[1] - py) * 0.55
            c.fill(
                limb(
                    [(mx, my), (mx + k * 0.06 * d, my - k * 0.05), (mx + k * 0.12 * d, my - k * 0.05)],
                    [k * 0.006, k * 0.045, k * 0.004],
                ),
                ("#5f8670", "#7d9f7c")[d > 0],
            )
    vase = smooth(
        [
            (px - k * 0.05, py),
            (px - k * 0.085, py - k * 0.08),
            (px - k * 0.06, py - k * 0.17),
            (px - k * 0.045, py - k * 0.23),
            (px - k * 0.06, py - k * 0.25),
            (px + k * 0.06, py - k * 0.25),
            (px + k * 0.045, py - k * 0.23),
            (px + k * 0.06, py - k * 0.17),
            (px + k * 0.085, py - k * 0.08),
            (px + k * 0.05, py),
        ]
    )
    c.fill(vase, Paint("#f6ead0", "#8fa8a4", 0, 0.03, "v"))
    for i, (a, s) in enumerate(stems):
        _bloom(
            c,
            px + k * s * float(np.sin(a)),
            py - k * (0.2 + s * float(np.cos(a))),
            k * (0.052 + 0.018 * (i % 3)),
            ("#d9573c", "#f3d9a8", "#e8955f", "#b9475a")[i % 4],
        )


def _bloom(c: Canvas, x: float, y: float, s: float, colour: str) -> None:
    """One round flower of five petals."""
    for i in range(6):
        t = i * np.pi / 3 + x
        c.fill(
            ellipse(
                x + s * 0.55 * float(np.cos(t)),
                y + s * 0.5 * float(np.sin(t)),
                s * 0.55,
                s * 0.42,
                float(np.degrees(t)),
            ),
            Paint(mix(colour, "#fff0d0", 0.28), mix(colour, "#4a1a2a", 0.18), 60, 0.03, "x"),
        )
    c.fill(ellipse(x, y, s * 0.25, s * 0.22), mix(colour, "#5a2a20", 0.45))


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"women-empowerment-meeting": women}
