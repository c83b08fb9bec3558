"""A pierced brass lantern."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.interior import Canvas, Paint, ellipse, limb, smooth


def lantern(c: Canvas, x: float, y: float, u: float, hang: bool = False) -> None:
    """A pierced brass lantern with warm glass; y is its foot."""
    c.glow(x, y - u * 0.75, u * 2.6, "#ffb456", 0.5)
    if hang:
        c.fill(limb([(x, -10), (x, y - u * 1.95)], [5, 5], False), "#2a2430")
    brass = Paint("#e3b260", "#6a4426", 0, 0.03, "v")
    for w0, w1, a, b in ((0.46, 0.4, 0.0, 0.07), (0.34, 0.34, 0.07, 0.13)):
        c.fill(
            [(x - u * w0, y - u * a), (x + u * w0, y - u * a), (x + u * w1, y - u * b), (x - u * w1, y - u * b)], brass
        )
    glass = smooth(
        [
            (x - u * 0.32, y - u * 0.12),
            (x - u * 0.46, y - u * 0.5),
            (x - u * 0.42, y - u * 0.85),
            (x - u * 0.28, y - u * 1.12),
            (x - u * 0.28, y - u * 1.12),
            (x + u * 0.28, y - u * 1.12),
            (x + u * 0.28, y - u * 1.12),
            (x + u * 0.42, y - u * 0.85),
            (x + u * 0.46, y - u * 0.5),
            (x + u * 0.32, y - u * 0.12),
        ]
    )
    c.fill(glass, Paint("#ffcf74", "#d9702f", 90, 0.03, "x"))
    c.fill(ellipse(x, y - u * 0.5, u * 0.24, u * 0.36), Paint("#fff6d4", texture=0), 0.9, u * 0.1, clip=[glass])
    for t in (-1.0, -0.42, 0.42, 1.0):
        rib = limb(
            [
                (x + t * u * 0.31, y - u * 0.12),
                (x + t * u * 0.455, y - u * 0.5),
                (x + t * u * 0.415, y - u * 0.85),
                (x + t * u * 0.27, y - u * 1.12),
            ],
            [u * 0.035, u * 0.03],
        )
        c.fill(rib, brass)
    for level in (0.36, 0.72):
        for t in (-0.7, 0.0, 0.7):
            px, py, d = x + t * u * 0.44, y - u * (level + 0.02), u * 0.085
            c.fill(
                [(px, py - d * 1.3), (px + d, py), (px, py + d * 1.3), (px - d, py)],
                "#7a4a26",
                holes=[[(px, py - d * 0.95), (px + d * 0.7, py), (px, py + d * 0.95), (px - d * 0.7, py)]],
            )
    _lantern_top(c, x, y, u, brass)


def _lantern_top(c: Canvas, x: float, y: float, u: float, brass: Paint) -> None:
    """The ring, the pierced dome and the handle of a lantern."""
    c.fill(limb([(x - u * 0.45, y - u * 0.56), (x, y - u * 0.53), (x + u * 0.45, y - u * 0.56)], [u * 0.035]), brass)
    c.fill(
        [
            (x - u * 0.36, y - u * 1.1),
            (x + u * 0.36, y - u * 1.1),
            (x + u * 0.3, y - u * 1.19),
            (x - u * 0.3, y - u * 1.19),
        ],
        brass,
    )
    dome = smooth(
        [
            (x - u * 0.3, y - u * 1.18),
            (x - u * 0.33, y - u * 1.34),
            (x - u * 0.15, y - u * 1.56),
            (x, y - u * 1.74),
            (x, y - u * 1.74),
            (x + u * 0.15, y - u * 1.56),
            (x + u * 0.33, y - u * 1.34),
            (x + u * 0.3, y - u * 1.18),
            (x + u * 0.3, y - u * 1.18),
            (x - u * 0.3, y - u * 1.18),
        ]
    )
    c.fill(dome, brass)
    for t in (-0.16, 0.0, 0.16):
        c.fill(ellipse(x + t * u, y - u * (1.36 - abs(t) * 0.2), u * 0.035, u * 0.06), "#ffd27c")
    c.fill(ellipse(x, y - u * 1.86, u * 0.1, u * 0.1), brass, holes=[ellipse(x, y - u * 1.86, u * 0.065, u * 0.065)])
    c.rim(c.mask([dome]), -u * 0.02, -u * 0.02, "#ffe2a0", 0.7)


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {}
