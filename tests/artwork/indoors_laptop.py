"""A working group on the screen of a laptop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_furniture import Room, frame, ground
from tests.artwork.indoors_video import participant
from tests.artwork.indoors_views import skyline
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, rect, smooth


def working_group(rng: np.random.Generator) -> Image.Image:
    """A laptop with a grid of people on its screen, under a desk lamp at dusk."""
    c = Canvas(2592, 1458, rng)
    r = Room(c, 1210, 235, 3000, 1.1, (-0.9, 0.35))
    c.fill(rect(0, 0, 2592, 1458), Paint("#1e4250", "#2c5a62", 0, 0.03, "v"))
    _dusk(r)
    c.glow(2150, 420, 1250, "#f0a850", 0.5)
    desk = [(0, r.pt(0, 0.74, 2.3)[1]), (2592, r.pt(0, 0.74, 2.3)[1]), (2592, 1458), (0, 1458)]
    c.fill(desk, Paint("#c98350", "#5c3630", 90, 0.055, "h"))
    c.fill(rect(0, desk[0][1] - 3, 2592, desk[0][1] + 5), "#e3a868", 0.7)
    lx, ly = r.pt(0.42, 0.74, 1.42)
    c.fill(ellipse(lx - 170, ly + 10, 900, 280), Paint("#ffd48a", texture=0.02), 0.55, 90, "screen", [desk])
    _laptop(r)
    _lamp(r)
    _cup(r, 0.245, 1.13)
    _notebook(r)
    c.wash("#dfe9f0", "#fff1de", 0.4)
    return c.finish()


def _dusk(r: Room) -> None:
    """The window behind the desk: first lights in the towers."""
    c = r.c
    pane = rect(120, -20, 1560, 640)
    c.fill(rect(84, -20, 1596, 690), Paint("#16323e", "#234a54", 0, 0.03, "v"))
    c.fill(pane, Paint("#2b3d66", "#e8a06a", 90, 0.015, "h", ((0, -60), (0, 640))))
    skyline(c, [pane], 120, 1560, 650, 250, ("#7a5a72", "#4a4668", "#2a3252"), c.rng)
    for _ in range(190):
        x, y = float(c.rng.uniform(130, 1550)), float(c.rng.uniform(430, 640))
        if c.px[int(y), int(x)].sum() < 1.0:
            c.fill(rect(x, y, x + 9, y + 12), "#ffd890", float(c.rng.uniform(0.4, 0.95)))
    c.glow(420, 150, 230, "#e8c8a0", 0.3)
    c.fill(ellipse(420, 150, 48, 48), Paint("#fff0c8", texture=0.01), holes=[ellipse(441, 138, 42, 42)])
    for x in (600, 1080):
        c.fill(rect(x - 11, -20, x + 11, 650), Paint("#16323e", "#234a54", 0))


def _laptop(r: Room) -> None:
    """The open laptop; its screen leans back and holds twelve people."""
    c, y = r.c, 0.742
    x0, x1, z0, hinge = -0.33, 0.1, 1.02, 1.26
    c.fill(
        r.poly(ground(x0 - 0.06, x1 - 0.02, z0 - 0.02, hinge + 0.04, y)),
        Paint("#2a1a20", texture=0),
        0.75,
        16,
        "multiply",
    )

    def at(u: float, v: float) -> Point:
        return r.pt(x0 + (x1 - x0) * u, y + 0.016 + 0.285 * v, hinge + 0.075 * v)

    lid = [
        at(0, 0),
        at(0, 0.97),
        at(0.004, 0.99),
        at(0.015, 1.0),
        at(0.985, 1.0),
        at(0.996, 0.99),
        at(1, 0.97),
        at(1, 0),
    ]
    c.fill(lid, Paint("#2a333e", "#10161f", 90, 0.02))
    c.rim(c.mask([lid]), 5, -3, "#ffd79a", 0.8)

    def quad(u0: float, u1: float, v0: float, v1: float) -> list[Point]:
        return [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]

    c.fill(quad(0.025, 0.975, 0.05, 0.965), "#16242f")
    for row in range(3):
        for col in range(4):
            u, v = 0.036 + 0.2335 * col, 0.145 + 0.273 * (2 - row)
            participant(c, quad(u, u + 0.226, v, v + 0.262), row * 4 + col)
    c.fill(quad(0.036 + 0.2335, 0.036 + 0.4595, 0.416, 0.426), "#f2b95c")
    for i, tone in enumerate(("#cfd8c8", "#cfd8c8", "#c9573c", "#cfd8c8", "#cfd8c8")):
        bx, by = at(0.42 + 0.04 * i, 0.098)
        c.fill(ellipse(bx, by, 15, 15), tone)
    c.fill([at(0.62, 0.965), at(0.975, 0.965), at(0.975, 0.4)], "#fff3d8", 0.07, 3, "screen")
    top = ground(x0, x1, z0, hinge, y + 0.014)
    r.fill(frame(x0, x1, y, y + 0.014, z0), Paint("#6d7478", "#3a4048", 90))
    r.fill(top, Paint("#8a8f8c", "#c3bda8", 90, 0.02))
    for row in range(5):
        z = hinge - 0.035 - 0.023 * row
        for col in range(13):
            x = x0 + 0.03 + 0.0286 * col
            r.fill(ground(x, x + 0.024, z - 0.019, z, y + 0.0145), "#2b3139")
    r.fill(ground(-0.18, -0.05, z0 + 0.012, z0 + 0.08, y + 0.0145), "#a5a496")
    r.fill(
        ground(x0 + 0.02, x1 - 0.02, hinge - 0.012, hinge, y + 0.015), Paint("#f0d9a8", texture=0), 0.35, 5, "screen"
    )


def _lamp(r: Room) -> None:
    """A jointed lamp with a bell shade, and the cone of its light."""
    c = r.c
    bx, by = r.pt(0.48, 0.745, 1.45)
    c.fill(ellipse(bx - 40, by + 8, 190, 46), Paint("#2a1a20", texture=0), 0.7, 16, "multiply")
    r.drum(0.48, 1.45, (0.065, 0.055), (0.744, 0.765), Paint("#d9a04a", "#7a4a28", 0), Paint("#efc577"))
    elbow, neck = (bx + 150, by - 470), (bx - 95, by - 760)
    for a, b in (((bx, by - 40), elbow), (elbow, neck)):
        c.fill(limb([a, b], [17, 15], False), Paint("#e3b35c", "#8a5a2c", 0))
    for p in (elbow, neck):
        c.fill(ellipse(p[0], p[1], 21, 21), Paint("#f0cc84", "#9a6632", 60))
    shade = smooth(
        [
            (neck[0] - 10, neck[1] - 60),
            (neck[0] + 50, neck[1] - 30),
            (neck[0] + 62, neck[1] + 40),
            (neck[0] + 80, neck[1] + 190),
            (neck[0] + 80, neck[1] + 190),
            (neck[0] - 250, neck[1] + 110),
            (neck[0] - 250, neck[1] + 110),
            (neck[0] - 110, neck[1] - 20),
            (neck[0] - 60, neck[1] - 70),
        ]
    )
    cone = [(neck[0] - 240, neck[1] + 120), (neck[0] + 75, neck[1] + 195), (bx + 60, by + 150), (bx - 900, by + 150)]
    c.fill(cone, Paint("#ffd890", "#000000", 90, 0), 0.34, 34, "screen")
    mouth = ellipse(neck[0] - 85, neck[1] + 150, 170, 34, 13.6)
    c.fill(shade, Paint("#2f7274", "#123a44", 20, 0.03))
    c.rim(c.mask([shade]), 5, -7, "#bfe0cc", 0.5)
    c.fill(mouth, Paint("#fff4d4", "#ffd68a", 90))
    c.glow(neck[0] - 85, neck[1] + 170, 420, "#ffdf9c", 0.55)


def _cup(r: Room, x: float, z: float) -> None:
    """A cup of coffee on its saucer, with a thread of steam."""
    c, k = r.c, r.k(z)
    px, py = r.pt(x, 0.745, z)
    c.fill(ellipse(px - k * 0.05, py + 8, k * 0.12, k * 0.035), Paint("#2a1a20", texture=0), 0.6, 12, "multiply")
    r.drum(x, z, (0.06, 0.078), (0.744, 0.756), Paint("#f3e4c4", "#a98a6a", 180), Paint("#fbeed0"))
    c.fill(
        limb(
            [
                (px + k * 0.035, py - k * 0.085),
                (px + k * 0.085, py - k * 0.08),
                (px + k * 0.078, py - k * 0.045),
                (px + k * 0.034, py - k * 0.035),
            ],
            [k * 0.012],
        ),
        "#c4553a",
    )
    r.drum(x, z, (0.03, 0.046), (0.76, 0.84), Paint("#8a3428", "#df7450", 0, 0.03, "v"), Paint("#f0a070"))
    c.fill(r.disc(x, 0.836, z, 0.041), Paint("#3a1f1c", "#6a3a28", 0))
    for s, a in ((0, 0.3), (22, 0.2)):
        steam = limb(
            [
                (px + s - 10, py - k * 0.11),
                (px + s + 16, py - k * 0.16),
                (px + s - 14, py - k * 0.21),
                (px + s + 8, py - k * 0.27),
            ],
            [3, 13, 9, 2],
        )
        c.fill(steam, Paint("#fff2da", texture=0), a, 3.5, "screen")


def _notebook(r: Room) -> None:
    """An open notebook with a pen at the left of the laptop."""
    y = 0.746
    r.fill(
        [(-0.6, y, 1.0), (-0.36, y, 1.0), (-0.4, y, 1.25), (-0.62, y, 1.25)],
        Paint("#2a1a20", texture=0),
        0.6,
        12,
        "multiply",
    )
    r.fill(
        [(-0.6, y, 1.01), (-0.375, y, 1.01), (-0.415, y, 1.24), (-0.62, y, 1.24)],
        Paint("#f6e6c2", "#cdb48c", 180, 0.03),
    )
    for i in range(7):
        z = 1.05 + 0.026 * i
        r.fill(
            [
                (-0.58, y, z),
                (-0.42 - 0.03 * (i % 3), y, z),
                (-0.42 - 0.03 * (i % 3), y, z + 0.004),
                (-0.58, y, z + 0.004),
            ],
            "#8a7a78",
        )
    a, b = r.pt(-0.42, 0.75, 1.03), r.pt(-0.49, 0.75, 1.2)
    r.c.fill(limb([a, b], [9, 17], False), Paint("#2f7274", "#123a44", 0))


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"working-group-online": working_group}
