"""Talks over video: a laptop on a desk at dusk, and a round table before a video wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import Rim, bust, draw
from tests.artwork.indoors_furniture import Room, frame, ground, side, skyline
from tests.artwork.indoors_halls import HAIRS, clothes
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, smooth

ROOMS = ("#9db59a", "#d9a05a", "#3f7a7c", "#c9694a", "#e6cf9e", "#5a6a8a", "#86a8a0", "#b98a5c", "#2f5a66")


def participant(c: Canvas, q: Sequence[Point], i: int) -> None:
    """One tile of a video call: a person before a coloured wall."""
    x0, x1 = min(p[0] for p in q), max(p[0] for p in q)
    y0, y1 = min(p[1] for p in q), max(p[1] for p in q)
    w, h = x1 - x0, y1 - y0
    tone = ROOMS[i % 9]
    c.fill(q, Paint(mix(tone, "#fff2d8", 0.28), mix(tone, "#14222e", 0.12), 60, 0.025))
    if i % 3 == 0:
        c.fill(rect(x0 + w * 0.08, y0, x0 + w * 0.34, y0 + h * 0.55), Paint("#f6e7c4", mix(tone, "#fff2d8", 0.5)), 0.8, clip=[q])
    elif i % 3 == 1:
        for n in range(3):
            c.fill(rect(x0 + w * 0.66, y0 + h * (0.15 + 0.2 * n), x1, y0 + h * (0.18 + 0.2 * n)), mix(tone, "#1a1f2c", 0.4), clip=[q])
            for m in range(5):
                bx = x0 + w * (0.68 + 0.06 * m)
                c.fill(rect(bx, y0 + h * (0.04 + 0.2 * n + 0.02 * (m % 2)), bx + w * 0.035, y0 + h * (0.15 + 0.2 * n)), mix(("#c9694a", "#efd9a8", "#2f5a66")[m % 3], tone, 0.3), clip=[q])
    else:
        for a in (-60, -20, 25, 65):
            t = np.radians(a - 90)
            lx, ly = x0 + w * 0.17, y1 - h * 0.2
            c.fill(limb([(lx, ly), (lx + w * 0.1 * np.cos(t), ly + h * 0.28 * np.sin(t)), (lx + w * 0.2 * np.cos(t), ly + h * 0.42 * np.sin(t))], [w * 0.01, w * 0.05, w * 0.005]), mix("#3f6654", tone, 0.25), clip=[q])
    k = h * 1.42
    away = (-0.06, 0.03, 0.0, 0.06, -0.03)[i % 5]
    person = bust(HAIRS[(i * 3 + 1) % 8], False, ("down", "down") if i % 4 else ("down", "talk"))
    draw(c, person, x0 + w * (0.5 + away), y0 + h * 0.66, k, clothes(i + 2), Rim(-0.008, -0.012, "#fff0d0", 0.55), clip=[q])


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
    c.fill(r.poly(ground(x0 - 0.06, x1 - 0.02, z0 - 0.02, hinge + 0.04, y)), Paint("#2a1a20", texture=0), 0.75, 16, "multiply")

    def at(u: float, v: float) -> Point:
        return r.pt(x0 + (x1 - x0) * u, y + 0.016 + 0.285 * v, hinge + 0.075 * v)

    lid = [at(0, 0), at(0, 0.97), at(0.004, 0.99), at(0.015, 1.0), at(0.985, 1.0), at(0.996, 0.99), at(1, 0.97), at(1, 0)]
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
    r.fill(ground(x0 + 0.02, x1 - 0.02, hinge - 0.012, hinge, y + 0.015), Paint("#f0d9a8", texture=0), 0.35, 5, "screen")


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
    shade = smooth([(neck[0] - 10, neck[1] - 60), (neck[0] + 50, neck[1] - 30), (neck[0] + 62, neck[1] + 40), (neck[0] + 80, neck[1] + 190), (neck[0] + 80, neck[1] + 190), (neck[0] - 250, neck[1] + 110), (neck[0] - 250, neck[1] + 110), (neck[0] - 110, neck[1] - 20), (neck[0] - 60, neck[1] - 70)])
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
    c.fill(limb([(px + k * 0.035, py - k * 0.085), (px + k * 0.085, py - k * 0.08), (px + k * 0.078, py - k * 0.045), (px + k * 0.034, py - k * 0.035)], [k * 0.012]), "#c4553a")
    r.drum(x, z, (0.03, 0.046), (0.76, 0.84), Paint("#8a3428", "#df7450", 0, 0.03, "v"), Paint("#f0a070"))
    c.fill(r.disc(x, 0.836, z, 0.041), Paint("#3a1f1c", "#6a3a28", 0))
    for s, a in ((0, 0.3), (22, 0.2)):
        steam = limb([(px + s - 10, py - k * 0.11), (px + s + 16, py - k * 0.16), (px + s - 14, py - k * 0.21), (px + s + 8, py - k * 0.27)], [3, 13, 9, 2])
        c.fill(steam, Paint("#fff2da", texture=0), a, 3.5, "screen")


def _notebook(r: Room) -> None:
    """An open notebook with a pen at the left of the laptop."""
    y = 0.746
    r.fill([(-0.6, y, 1.0), (-0.36, y, 1.0), (-0.4, y, 1.25), (-0.62, y, 1.25)], Paint("#2a1a20", texture=0), 0.6, 12, "multiply")
    r.fill([(-0.6, y, 1.01), (-0.375, y, 1.01), (-0.415, y, 1.24), (-0.62, y, 1.24)], Paint("#f6e6c2", "#cdb48c", 180, 0.03))
    for i in range(7):
        z = 1.05 + 0.026 * i
        r.fill([(-0.58, y, z), (-0.42 - 0.03 * (i % 3), y, z), (-0.42 - 0.03 * (i % 3), y, z + 0.004), (-0.58, y, z + 0.004)], "#8a7a78")
    a, b = r.pt(-0.42, 0.75, 1.03), r.pt(-0.49, 0.75, 1.2)
    r.c.fill(limb([a, b], [9, 17], False), Paint("#2f7274", "#123a44", 0))


def gallery_6(rng: np.random.Generator) -> Image.Image:
    """A round table in daylight before a wall of video screens."""
    c = Canvas(2592, 1728, rng)
    r = Room(c, 1420, 700, 2050, 1.75, (0.95, -0.25))
    r.shell(-4.6, 4.2, 3.9, 9.5, {
        "ceiling": Paint("#e9e0c4", "#cdd0b4", 90, 0.02), "floor": Paint("#c9b48c", "#a08a6c", 90, 0.035), "left": Paint("#a9bda2", "#c3cfb0", 0, 0.02, "v"),
        "right": Paint("#b4c2a2", "#8aa38e", 0, 0.02, "v"), "back": Paint("#93ad98", "#7f9d8c", 90, 0.02, "v"),
    })
    floor = ground(-4.6, 4.2, 0.25, 9.5)
    for z0 in (2.1, 4.1, 6.1, 8.1):
        w = side(-4.58, 0.5, 3.3, z0, z0 + 1.25)
        q = r.poly(w)
        r.fill(side(-4.59, 0.42, 3.38, z0 - 0.08, z0 + 1.33), "#f4ead0")
        c.fill(q, Paint("#f6ecc8", "#cfe0d4", 270, 0.012))
        for n, tone in enumerate(("#bcd0c0", "#94b2a4", "#6f9484")):
            ridge = [(-4.58, 0.5, z0), *[(-4.58, 1.75 - 0.36 * n + 0.16 * float(np.sin((z0 + t) * 2.3 + n * 2)), z0 + t) for t in np.linspace(0, 1.25, 9)], (-4.58, 0.5, z0 + 1.25)]
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
    for i, (x, y) in enumerate(((-1.9, 2.62), (-1.9, 1.85), (-2.88, 2.62), (-2.88, 1.85), (1.16, 2.62), (1.16, 1.85), (2.06, 2.62), (2.06, 1.85))):
        tile(x, x + (0.94 if x < 0 else 0.84), y, y + 0.71, i + (5 if i > 2 else 9))
    for i in range(6):
        x = -2.88 + 0.964 * i
        tile(x, x + 0.92, 1.08, 1.79, i + 13)


def _round_table(r: Room, floor: Sequence[tuple[float, float, float]]) -> None:
    """The ring of the table, its people and its chairs."""
    c = r.c
    cx, cz, rad = -0.15, 5.7, 1.95
    r.shadow([(cx + rad * np.cos(t), 0.74, cz + rad * np.sin(t)) for t in np.linspace(0, 6.28, 24)], "#8a7a72", 0.8, 12, floor)
    seats = [(np.sin(a), np.cos(a), i) for i, a in enumerate(np.linspace(0, 2 * np.pi, 11, endpoint=False) - np.pi / 2)]
    seats.sort(key=lambda s: -s[0])
    rim = Rim(-0.014, -0.012, "#fff2cc", 0.95)

    def sit(sn: float, cs: float, i: int) -> None:
        x, z = cx + cs * (rad + 0.36), cz + sn * (rad + 0.36)
        px, py = r.pt(x, 1.06, z)
        k = r.k(z)
        back = sn < 0.1
        shell = smooth([(px - k * 0.25, py + k * 0.95), (px - k * 0.28, py + k * 0.45), (px - k * 0.23, py + k * 0.17), (px, py + k * 0.14), (px + k * 0.23, py + k * 0.17), (px + k * 0.28, py + k * 0.45), (px + k * 0.25, py + k * 0.95)])
        if not back:
            c.fill(shell, Paint("#b85f42", "#8a4434", 90, 0.03, "x"))
        r.contact(x - 0.25, x + 0.3, z - 0.25, z + 0.25, alpha=0.4)
        draw(c, bust(HAIRS[(i * 5 + 2) % 8], back), px, py, k, clothes(i + 1, 0.1), rim)
        if back:
            c.fill(limb([(px, py + k * 0.9), (px, r.pt(x, 0.02, z)[1])], [k * 0.09, k * 0.05], False), "#2a3038")
            c.fill(shell, Paint("#d07a54", "#9c4c38", 30, 0.03, "x"))
            c.rim(c.mask([shell]), -k * 0.014, -k * 0.012, "#ffe6ba", 0.9)

    for s in seats:
        if s[0] > 0.1:
            sit(*s)
    for t in (2.6, 0.5, 3.7, 5.7):
        x, z = cx + 1.3 * np.cos(t), cz + 1.3 * np.sin(t)
        c.fill(limb([r.pt(x, 0.66, z), r.pt(x, 0.0, z)], [r.k(z) * 0.14, r.k(z) * 0.18], False), Paint("#8d8168", "#5d5648", 0))
    r.drum(cx, cz, (rad - 0.05, rad), (0.66, 0.76), Paint("#b9a47c", "#6d6450", 0, 0.03), Paint("#fbf3dc", "#dfd0aa", 90, 0.03))
    c.fill(r.disc(cx, 0.762, cz, rad * 0.56), Paint("#2f5d5c", "#447470", 90))
    for i in range(90):
        a, s = float(c.rng.uniform(0, 6.28)), float(np.sqrt(c.rng.uniform(0, 1))) * rad * 0.44
        px, py = r.pt(cx + s * np.cos(a), 0.77, cz + s * np.sin(a) * 0.9)
        k = r.k(cz) * float(c.rng.uniform(0.07, 0.12))
        leaf = limb([(px, py), (px + k * 0.4 * np.cos(a), py - k), (px + k * 1.1 * np.cos(a), py - k * 1.5)], [k * 0.1, k * 0.42, k * 0.03])
        c.fill(leaf, ("#5f8a66", "#86a37d", "#3f6f5c", "#d9a75c")[i % 4 if i % 5 else 3])
    for sn, cs, _ in seats:
        x, z = cx + cs * rad * 0.8, cz + sn * rad * 0.8
        r.fill(ground(x - 0.14, x + 0.14, z - 0.1, z + 0.1, 0.765), Paint("#ffffff", "#efe6cf"))
        r.drum(x + 0.2, z, (0.028, 0.034), (0.765, 0.87), Paint("#dfe8da", "#8fb0a8", 0), Paint("#f4f6ea"))
    for s in seats:
        if s[0] <= 0.1:
            sit(*s)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "working-group-online": working_group,
    "gallery-6": gallery_6,
}
