"""The lectern of the press, its microphones and the cameras."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Rim,
    bust,
    draw,
)
from tests.artwork.indoors_furniture import curtain
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, rect, smooth


def _microphones(c: Canvas, x: float, y: float, u: float) -> None:
    """A sheaf of microphones, each with its own colour of foam."""
    spots = (
        (-1.55, -1.5, "#c9573c"),
        (1.6, -1.35, "#2c6a6c"),
        (-0.95, -2.15, "#23303c"),
        (1.0, -2.2, "#e0a548"),
        (-0.35, -2.75, "#2f3d52"),
        (0.42, -2.62, "#b9473a"),
        (-1.75, -0.85, "#d9b26c"),
        (0.05, -1.75, "#1d2630"),
        (1.75, -0.7, "#394a5c"),
        (-0.62, -1.3, "#3f7a6c"),
        (0.72, -1.4, "#232d38"),
    )
    for i, (dx, dy, tone) in enumerate(spots):
        hx, hy = x + dx * u * 1.08, y + dy * u * 0.6 - u * 0.15
        foot = (x + dx * u * 0.5, y + u * 0.15)
        c.fill(
            limb([foot, ((foot[0] + hx) / 2 + dx * u * 0.14, (foot[1] + hy) / 2), (hx, hy)], [u * 0.12, u * 0.1]),
            Paint("#55606a", "#161c24", 0),
        )
        turn = float(np.degrees(np.arctan2(dy - 0.6, dx * 0.6)))
        ax, ay = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        c.fill(
            limb(
                [(hx - ax * u * 0.42, hy - ay * u * 0.42), (hx + ax * u * 0.3, hy + ay * u * 0.3)],
                [u * 0.15, u * 0.27],
                False,
            ),
            Paint("#6a747c", "#1a2028", 0),
        )
        if i % 3 != 1:
            _cube(c, (hx, hy), (float(ax), float(ay)), u, tone)
        head = ellipse(hx + ax * u * 0.5, hy + ay * u * 0.5, u * 0.36, u * 0.25, turn)
        c.fill(head, Paint(mix(tone, "#ffe8c0", 0.3), mix(tone, "#0a1018", 0.4), 25, 0.05, "x"))
        c.fill(
            limb(
                [
                    (hx + ax * u * 0.27 - ay * u * 0.17, hy + ay * u * 0.27 + ax * u * 0.17),
                    (hx + ax * u * 0.27 + ay * u * 0.17, hy + ay * u * 0.27 - ax * u * 0.17),
                ],
                [u * 0.055],
                False,
            ),
            mix(tone, "#fff0d0", 0.45),
        )
        c.rim(c.mask([head]), -u * 0.035, -u * 0.035, "#ffe9bd", 0.85, 2)


def _cube(c: Canvas, at: Point, way: Point, u: float, tone: str) -> None:
    """The paper collar of a microphone."""
    (hx, hy), (ax, ay) = at, way
    cube = [
        (hx - ay * u * 0.23, hy + ax * u * 0.23),
        (hx + ay * u * 0.23, hy - ax * u * 0.23),
        (hx + ay * u * 0.23 + ax * u * 0.3, hy - ax * u * 0.23 + ay * u * 0.3),
        (hx - ay * u * 0.23 + ax * u * 0.3, hy + ax * u * 0.23 + ay * u * 0.3),
    ]
    c.fill(cube, Paint("#f6e7c6", mix(tone, "#f6e7c6", 0.35), 0))
    c.fill(
        limb(
            [
                (hx + ax * u * 0.09 - ay * u * 0.1, hy + ay * u * 0.09 + ax * u * 0.1),
                (hx + ax * u * 0.09 + ay * u * 0.1, hy + ay * u * 0.09 - ax * u * 0.1),
            ],
            [u * 0.07],
            False,
        ),
        tone,
    )


def press(rng: np.random.Generator) -> Image.Image:
    """A lectern under a stage light; microphones wait, cameras watch."""
    c = Canvas(2592, 1944, rng)
    curtain(c, 0, 2592, 0, 1500, "#24606a", "#10303e", 150)
    panel = rect(1090, -10, 2300, 1440)
    c.fill(rect(1070, -10, 2345, 1450), "#0c2430", 0.6, 30, "multiply")
    c.fill(panel, Paint("#f0d9a8", "#c98f5e", 90, 0.025))
    for i in range(9):
        rr = 190 + 95 * i
        ring = ellipse(1690, 640, rr, rr)
        c.fill(ring, mix("#d9944f", "#c7693f", i / 9), 0.34, clip=[panel], holes=[ellipse(1690, 640, rr - 30, rr - 30)])
    c.fill(ellipse(1690, 640, 160, 160), Paint("#fbeec8", "#f3cf88", 90))
    c.fill(rect(0, 1440, 2592, 1944), Paint("#7c4438", "#3a222c", 90, 0.05))
    c.fill(rect(0, 1432, 2592, 1446), "#e3a468", 0.7)
    c.fill(
        ellipse(1690, 1700, 900, 190), Paint("#ffd690", texture=0.02), 0.6, 50, "screen", [rect(0, 1440, 2592, 1944)]
    )
    for x0, x1, a in ((140, 2250, 0.3), (560, 1990, 0.2)):
        c.fill(
            [(x0 - 26, -40), (x0 + 36, -40), (x1 + 160, 1760), (x1 - 1150 + x0 * 0.3, 1760)],
            Paint("#fff0c4", "#8a6a3a", 90, 0),
            a,
            26,
            "screen",
        )
    for x in (150, 570):
        _spot(c, x)
    _lectern(c)
    _cameras(c)
    c.wash("#e6eef0", "#fff2e0", 0.4)
    return c.finish()


def _spot(c: Canvas, x: float) -> None:
    """A stage lamp on its bar."""
    c.fill(rect(0, 26, 1060, 42), "#0a1820")
    body = [(x - 70, 40), (x + 20, 20), (x + 75, 120), (x - 30, 165)]
    c.fill(body, Paint("#26343e", "#0c161e", 0))
    c.fill(limb([(x - 26, 168), (x + 78, 122)], [22, 22], False), "#fff4d0")
    c.glow(x + 26, 150, 240, "#ffe6ac", 0.8)


def _lectern(c: Canvas) -> None:
    """The desk of the speaker: a tapered front, a slanting top."""
    x, top, base = 1690.0, 1010.0, 1780.0
    c.fill(
        [(x - 60, base - 20), (x + 330, base - 30), (x + 1050, base + 170), (x + 300, base + 170)],
        Paint("#2a1822", texture=0),
        0.65,
        16,
        "multiply",
    )
    foot = [(x - 330, base), (x + 330, base), (x + 380, base + 62), (x - 380, base + 62)]
    c.fill(foot, Paint("#8a4a34", "#3a2028", 0, 0.03))
    flank = [(x + 300, top), (x + 360, top - 30), (x + 290, base - 14), (x + 245, base)]
    c.fill(flank, Paint("#4a2a2a", "#2a1a20", 90))
    front = [(x - 320, top), (x + 300, top), (x + 245, base), (x - 255, base)]
    c.fill(front, Paint("#c97c4c", "#6a3a30", 20, 0.06, "v"))
    inset = [(x - 262, top + 70), (x + 245, top + 70), (x + 204, base - 60), (x - 212, base - 60)]
    c.fill(inset, Paint("#1f5560", "#123642", 30, 0.03, "v"))
    cx, cy = x - 8, top + 330
    for i in range(12):
        t = np.radians(30 * i)
        c.fill(
            limb(
                [(cx + 92 * np.cos(t), cy + 92 * np.sin(t)), (cx + 140 * np.cos(t), cy + 140 * np.sin(t))],
                [16, 4],
                False,
            ),
            "#e6b661",
        )
    c.fill(ellipse(cx, cy, 74, 74), Paint("#f3cd80", "#d9984a", 60))
    slope = [(x - 400, top + 6), (x + 372, top + 6), (x + 330, top - 84), (x - 352, top - 84)]
    c.fill(slope, Paint("#f0b277", "#9c5c40", 0, 0.04))
    lip = [(x - 402, top + 2), (x + 374, top + 2), (x + 362, top + 46), (x - 388, top + 46)]
    c.fill(lip, Paint("#7c4432", "#4a2a2a", 0))
    c.fill(
        [(x - 190, top - 12), (x + 90, top - 12), (x + 84, top - 72), (x - 172, top - 72)],
        Paint("#fff4da", "#e9d4a8", 0, 0.02),
    )
    _microphones(c, x - 12, top - 66, 118)
    gx = x + 245
    c.fill(
        [(gx - 30, top - 150), (gx + 34, top - 150), (gx + 26, top - 40), (gx - 22, top - 40)],
        Paint("#e6efe2", "#86a8a4", 0),
        0.85,
    )
    c.fill(ellipse(gx + 2, top - 150, 32, 9), "#f7f7e8")


def _cameras(c: Canvas) -> None:
    """Reporters in the dark foreground: heads, a lifted camera, a tripod."""
    rim = Rim(0.012, -0.016, "#f0b56e", 0.9)
    night = {
        "coat": "#141f2c",
        "legs": "#10161f",
        "skin": "#3a2622",
        "hair": "#0f141c",
        "scarf": "#31202c",
        "shirt": "#39424c",
        "tie": "#222222",
    }
    draw(c, bust("short", True, ("down", "clap")), 240, 1800, 900, night, rim)
    phone = [(240, 1365), (372, 1350), (384, 1432), (252, 1448)]
    c.fill(phone, Paint("#0c1219", "#1a2430", 0))
    c.fill([(250, 1374), (366, 1361), (375, 1425), (260, 1438)], Paint("#f0c88a", "#c9824f", 0, 0.02))
    draw(c, bust("bun", True), 640, 1960, 820, night, rim)
    x, y = 980.0, 1560.0
    for dx in (-120, 10, 130):
        c.fill(limb([(x + dx * 0.2, y + 70), (x + dx, y + 460)], [26, 18], False), "#0c121a")
    body = [
        rect(x - 150, y - 90, x + 110, y + 66),
        [(x + 100, y - 60), (x + 220, y - 82), (x + 220, y + 62), (x + 100, y + 40)],
        rect(x - 70, y - 150, x + 60, y - 80),
        smooth([(x - 70, y - 140), (x - 40, y - 176), (x + 90, y - 186), (x + 110, y - 150), (x + 60, y - 140)]),
    ]
    for q in body:
        c.fill(q, Paint("#16222e", "#0a1018", 90))
    c.rim(c.mask(body), 8, -10, "#f0b56e", 0.85)
    c.fill(ellipse(x - 122, y - 60, 11, 11), "#d9452f")
    draw(c, bust("short", True), 2470, 1990, 880, night, Rim(-0.012, -0.016, "#f0b56e", 0.9))


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"press-briefing-turkiye": press}
