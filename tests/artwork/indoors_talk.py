"""Two people who talk at a window in the evening."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Part,
    Rim,
    draw,
    profile_head,
)
from tests.artwork.indoors_views import landmark, ridge, skyline
from tests.artwork.interior import Canvas, Paint, Point, ellipse, limb, pts, rect, smooth


def _walker(hair: str, arms: str) -> list[Part]:
    """A person who stands in profile and looks to the right; cut above the knee."""
    body = pts(
        "0.055,1.42 0.1,1.33 0.142,1.2 0.135,1.06 0.118,0.95 0.13,0.78 0.13,0.72 0.13,0.72 -0.15,0.72 "
        "-0.15,0.72 -0.165,0.84 -0.135,1 -0.15,1.14 -0.155,1.28 -0.11,1.39 -0.03,1.445"
    )
    slim = 1.0 if hair == "short" else 0.9
    parts: list[Part] = [
        ("legs", limb([(0.0, 0.85), (-0.01, 0.5), (-0.02, 0.05)], [0.26, 0.2, 0.13])),
        ("coat", [(x * slim, y) for x, y in smooth(body)]),
    ]
    parts.append(("shirt", smooth(pts("0.03,1.42 0.062,1.415 0.1,1.33 0.128,1.24 0.1,1.2 0.06,1.32"))))
    parts += [(k, [(x, y + 1.41) for x, y in q]) for k, q in profile_head(hair)]
    parts.append(
        (
            "coat2",
            smooth(
                pts("-0.08,1.42 -0.06,1.458 0,1.435 0.05,1.36 0.09,1.2 0.115,1.02 0.085,1.02 0.04,1.18 0.06,1.22 0,1.3")
            ),
        )
    )
    path = {
        "cup": [(-0.035, 1.31), (-0.06, 1.05), (0.2, 1.13)],
        "talk": [(-0.035, 1.31), (-0.03, 1.05), (0.27, 1.22)],
    }[arms]
    hx, hy = path[2]
    if arms == "cup":
        parts.append(
            ("cup", [(hx + 0.05, hy + 0.1), (hx + 0.12, hy + 0.1), (hx + 0.11, hy - 0.01), (hx + 0.06, hy - 0.01)])
        )
    for n in range(4):
        up = 0.05 - 0.022 * n if arms == "talk" else 0.0
        parts.append(
            (
                "skin",
                limb(
                    [(hx, hy), (hx + 0.06, hy + up * 0.5 + 0.012 - 0.01 * n), (hx + 0.11, hy + up + 0.018 - 0.014 * n)],
                    [0.05, 0.028, 0.012],
                ),
            )
        )
    parts.append(
        (
            "coat2",
            limb(
                [
                    path[0],
                    (path[1][0] - 0.005, path[1][1] + 0.06),
                    path[1],
                    (path[1][0] + 0.05, path[1][1] - 0.005),
                    path[2],
                ],
                [0.14, 0.125, 0.12, 0.11, 0.08],
            ),
        )
    )
    return parts


def gallery_2(rng: np.random.Generator) -> Image.Image:
    """Two people talk at a wide window as the sun goes down over the city."""
    c = Canvas(2592, 1728, rng)
    c.fill(rect(0, 0, 2592, 1728), Paint("#1d3340", "#16242f", 0, 0.03, "v"))
    pane = rect(150, -10, 2592, 1330)
    _evening(c, pane)
    ridge(c, 150, 2592, 1030, 190, 1400, Paint("#d98a5c", "#eaa86c", 90, 0.02, "x"), [pane], 6)
    skyline(c, [pane], 150, 2592, 1335, 880, ("#b86a54", "#7a4a56", "#43364e"), rng)
    landmark(c, [pane], 300, 1335, 460, "#3a3048", "#ffcf7a")
    for x in (150, 960, 1770, 2580):
        c.fill(rect(x - 16, -10, x + 16, 1340), Paint("#16242f", "#22323c", 0, 0.03, "v"))
    c.fill(rect(134, 190, 2592, 206), "#16242f")
    sill = [(110, 1330), (2592, 1330), (2592, 1392), (60, 1392)]
    c.fill(sill, Paint("#e9a869", "#9c5a44", 90, 0.03))
    c.fill(rect(0, 1388, 2592, 1728), Paint("#43343f", "#1c1f2b", 90, 0.05))
    for a, b in ((176, 944), (976, 1754), (1786, 2564)):
        c.fill(
            [(a, 1430), (b, 1430), (b + (b - 1290) * 0.5, 1740), (a + (a - 1290) * 0.5, 1740)],
            Paint("#f0a866", "#b8623f", 90, 0.03),
            0.75,
            5,
        )
    k = 1065.0
    man = {
        "coat": "#1e3346",
        "coat2": "#27405a",
        "legs": "#141e2b",
        "skin": "#8a5640",
        "hair": "#14141c",
        "shirt": "#c9a98a",
        "cup": "#f3e0bc",
    }
    woman = {
        "coat": "#6a2c34",
        "coat2": "#7d3a3c",
        "legs": "#231a2a",
        "skin": "#99634a",
        "hair": "#1c1218",
        "shirt": "#dcb890",
        "cup": "#f0dcb6",
        "scarf": "#c98a4a",
    }
    for x in (880, 1700):
        c.fill(ellipse(x, 1725, 330, 90), Paint("#14141c", texture=0), 0.6, 40, "multiply")
    draw(c, _walker("short", "talk"), 880, 2040, k, man, Rim(0.0085, -0.006, "#ffd896", 0.95))
    draw(c, _walker("bun", "cup"), 1720, 2015, k * 0.96, woman, Rim(-0.0085, -0.006, "#ffd896", 0.95), flip=True)
    c.glow(1290, 900, 900, "#ffca80", 0.2)
    c.wash("#eef0f0", "#fae6d6", 0.35)
    return c.finish()


def _evening(c: Canvas, pane: list[Point]) -> None:
    """The evening sky with its sun and long clouds."""
    c.fill(pane, Paint("#2f6c78", "#f7c983", 90, 0.012, "h", ((0, 0), (0, 1000))))
    c.fill(
        pane, Paint("#f7c983", "#e2764a", 90, 0.012, "h", ((0, 860), (0, 1330))), 0.55, clip=[rect(0, 860, 2592, 1330)]
    )
    c.glow(1290, 850, 1150, "#ffdc98", 0.75)
    c.fill(ellipse(1290, 850, 165, 165), Paint("#fff4d2", "#ffdf9c", 90, 0.01))
    for x, y, w in ((520, 380, 420), (1750, 300, 520), (2250, 520, 330), (900, 560, 300)):
        for n in range(3):
            c.fill(
                limb(
                    [
                        (x - w * (0.8 - 0.1 * n), y + 26 * n),
                        (x, y + 26 * n - 10),
                        (x + w * (0.9 - 0.25 * n), y + 26 * n + 6),
                    ],
                    [4, 34 - 6 * n, 3],
                ),
                Paint("#f9d9a0", "#e9a26c", 90, 0.02),
                0.6,
                3,
                clip=[pane],
            )


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"gallery-2": gallery_2}
