"""The portrait beside the foreword, in two inks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Part,
    Rim,
    draw,
)
from tests.artwork.indoors_views import landmark, ridge, skyline
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, mix, pts, rect, rgb, smooth

INK, LIGHT = "#17233f", "#f8edd7"


def tone(value: float) -> str:
    """A step of the duotone, from the dark ink (0) to the paper (1)."""
    return mix(INK, LIGHT, value)


def _portrait_view(c: Canvas, pane: list[Point]) -> None:
    """Snow mountains above a city, in the morning haze."""
    box = [pane]
    x0, x1 = pane[0][0], pane[1][0]
    c.fill(pane, Paint(tone(0.72), tone(1.0), 90, 0.008, "h", ((0, 100), (0, 1500))))
    c.fill(ellipse(430, 640, 120, 120), Paint(tone(1.0), texture=0.005), clip=box)
    c.glow(430, 640, 620, "#fff6e4", 0.5)
    for y, high, v in ((1300, 330, 0.66), (1430, 230, 0.52)):
        line = ridge(
            c,
            x0,
            x1,
            y,
            high,
            2400,
            Paint(tone(v), tone(min(1, v + 0.26)), 90, 0.012, "x", ((0, y - high), (0, y + 330))),
            box,
        )
        line_at = np.linspace(x0, x1, 24)
        snow = smooth(
            [(float(x), y - high * (0.55 + 0.05 * float(np.sin(n * 1.3)))) for n, x in enumerate(line_at)], 6, False
        )
        c.fill(
            [(x0, y - 2 * high), (x1, y - 2 * high), *snow[::-1]],
            Paint(tone(0.97), tone(0.84), 0, 0.01),
            0.9,
            clip=[[*line, (x1, 2400), (x0, 2400)]],
        )
    skyline(c, box, x0, x1, 2120, 1480, (tone(0.6), tone(0.48), tone(0.36)), c.rng)
    landmark(c, box, x0 + 175, 2120, 600, tone(0.33), tone(0.86))
    c.fill(rect(x0, 1980, x1, 2330), Paint(tone(0.44), tone(0.3), 90, 0.05), clip=box)


def _woman() -> list[Part]:
    """The woman of the foreword, half turned to the right, from head to hip."""
    face = pts(
        "0.035,0.292 0.07,0.279 0.094,0.253 0.1035,0.227 0.106,0.207 0.1025,0.191 0.1105,0.173 "
        "0.1275,0.152 0.1245,0.1445 0.109,0.1385"
    )
    face += pts(
        "0.1155,0.1275 0.1085,0.119 0.1125,0.1095 0.1045,0.0985 0.1065,0.084 0.098,0.066 0.078,0.06 "
        "0.046,0.059 0.034,0.03 0.036,-0.02 0.06,-0.1 -0.06,-0.08 -0.05,0 -0.05,0.06 -0.065,0.12 "
        "-0.06,0.2 -0.02,0.27"
    )
    hair = pts(
        "0.098,0.247 0.083,0.288 0.03,0.314 -0.045,0.304 -0.096,0.25 -0.106,0.18 -0.088,0.11 "
        "-0.06,0.07 -0.038,0.082 -0.02,0.12 0.002,0.145 0.018,0.165 0.028,0.2 0.056,0.232"
    )
    body = pts(
        "0.038,-0.03 0.062,-0.075 0.104,-0.15 0.132,-0.235 0.128,-0.32 0.1,-0.43 0.098,-0.55 "
        "0.125,-0.75 0.125,-0.75 -0.21,-0.75 -0.21,-0.75 -0.178,-0.52 -0.188,-0.36"
    )
    body += pts("-0.212,-0.22 -0.2,-0.125 -0.155,-0.062 -0.095,-0.028 -0.056,0.02 -0.03,0")
    collar = pts(
        "-0.058,0.032 -0.04,0.038 0,-0.01 0.042,-0.12 0.086,-0.3 0.086,-0.3 0.03,-0.21 0.03,-0.21 "
        "0.045,-0.175 0.012,-0.165 -0.035,-0.07"
    )
    blouse = pts("0,0 0.04,-0.03 0.064,-0.075 0.104,-0.15 0.115,-0.2 0.086,-0.29 0.04,-0.12")
    sleeve = pts("-0.118,-0.12 -0.148,-0.3 -0.128,-0.43 -0.06,-0.482 0.05,-0.475 0.15,-0.44")
    book = [(0.045, -0.31), (0.265, -0.345), (0.285, -0.68), (0.055, -0.645)]
    return [
        ("skin", smooth(face, 8)),
        ("coat", smooth(body)),
        ("shirt", smooth(blouse)),
        ("coat2", smooth(collar)),
        ("hair2", ellipse(-0.108, 0.118, 0.055, 0.05, 20)),
        ("hair", smooth(hair)),
        ("ear", ellipse(-0.004, 0.158, 0.013, 0.022, 12)),
        ("pearl", ellipse(-0.003, 0.126, 0.0075, 0.0075)),
        ("book", book),
        *[
            (
                "skin",
                limb(
                    [(0.155, -0.435 - d), (0.215, -0.412 - d * 1.3), (0.262 - d * 0.4, -0.418 - d * 1.6)],
                    [0.04, 0.03, 0.014],
                ),
            )
            for d in (0.045, 0.03, 0.015, 0.0)
        ],
        ("skin", limb([(0.14, -0.44), (0.185, -0.44)], [0.06, 0.075], False)),
        ("skin", limb([(0.15, -0.42), (0.19, -0.392), (0.232, -0.375)], [0.035, 0.028, 0.014])),
        ("cuff", limb([(0.13, -0.45), (0.152, -0.442)], [0.085, 0.08], False)),
        ("coat2", limb(sleeve, [0.12, 0.14, 0.135, 0.13, 0.115, 0.09])),
    ]


def foreword(rng: np.random.Generator) -> Image.Image:
    """In two inks: a woman looks out over the city from a tall window."""
    c = Canvas(1800, 2700, rng, tone(0.5))
    c.fill(rect(0, 0, 1800, 2700), Paint(tone(0.36), tone(0.22), 0, 0.025, "v"))
    pane = rect(110, -20, 1130, 2330)
    c.fill(rect(60, -20, 1180, 2380), Paint(tone(0.2), tone(0.12), 0, 0.03, "v"))
    _portrait_view(c, pane)
    for bar in (450, 790):
        c.fill(rect(bar - 13, -20, bar + 13, 2340), Paint(tone(0.24), tone(0.14), 0))
    for bar in (330, 1210):
        c.fill(rect(110, bar - 10, 1130, bar + 10), tone(0.2))
    c.fill([(30, 2330), (1210, 2330), (1270, 2440), (-20, 2440)], Paint(tone(0.86), tone(0.62), 90, 0.03))
    c.fill(rect(-20, 2440, 1270, 2482), tone(0.3))
    _curtain_side(c)
    k, x, y = 2330.0, 1085.0, 1330.0
    colours = {
        "skin": tone(0.36),
        "coat": tone(0.1),
        "coat2": tone(0.165),
        "shirt": tone(0.74),
        "hair": tone(0.05),
        "hair2": tone(0.09),
        "ear": tone(0.33),
        "pearl": tone(0.97),
        "book": tone(0.7),
        "cuff": tone(0.8),
    }
    draw(c, _woman(), x, y, k, colours, Rim(-0.0075, -0.006, tone(1.0), 0.95), flip=True)
    for t in (0.0, 0.35, 0.7):
        lock = limb(
            [
                (x - 0.07 * k + t * 0.06 * k, y - 0.285 * k),
                (x + (0.02 + 0.03 * t) * k, y - (0.29 - 0.05 * t) * k),
                (x + 0.085 * k, y - (0.2 - 0.06 * t) * k),
            ],
            [2, 9, 2],
        )
        c.fill(lock, tone(0.3), 0.4)
    c.fill([(1130, -20), (1800, -20), (1800, 2700), (700, 2700)], Paint(tone(0.3), texture=0), 0.25, 120, "multiply")
    lum = c.px @ np.array([0.3, 0.55, 0.15], np.float32)
    low, high = float(rgb(INK) @ np.array([0.3, 0.55, 0.15])), float(rgb(LIGHT) @ np.array([0.3, 0.55, 0.15]))
    part = np.clip((lum - low) / (high - low), -0.04, 1.02)[..., None]
    c.px = np.asarray(rgb(INK) + (rgb(LIGHT) - rgb(INK)) * part, np.float32)
    return c.finish(0.3)


def _curtain_side(c: Canvas) -> None:
    """Light on the wall, and the curtain beside the window."""
    for a, b in ((1300, 1500), (1530, 1740)):
        c.fill([(a, 300), (b, 420), (b, 1500), (a, 1400)], Paint(tone(0.62), tone(0.46), 0, 0.03, "v"), 0.75, 8)
        c.fill([(a, 1440), (b, 1545), (b, 2250), (a, 2180)], Paint(tone(0.54), tone(0.38), 0, 0.03, "v"), 0.75, 8)
    for i in range(5):
        fold = 1150.0 + 34 * i
        c.fill(
            smooth(
                [
                    (fold, -20),
                    (fold + 34, -20),
                    (fold + 42 + 5 * i, 1300),
                    (fold + 34, 2700),
                    (fold - 6, 2700),
                    (fold + 8, 1300),
                ]
            ),
            Paint(tone(0.78 - 0.11 * i), tone(0.5 - 0.08 * i), 90, 0.03, "v"),
            0.96,
        )


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"foreword": foreword}
