"""What stands behind the windows: towers, a landmark, mountains."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from tests.artwork.interior import Canvas, Paint, Point, Poly, limb, mix, rect, smooth


def skyline(
    c: Canvas,
    box: Sequence[Poly],
    x0: float,
    x1: float,
    base: float,
    top: float,
    tones: Sequence[str],
    rng: np.random.Generator,
) -> None:
    """Rows of towers behind a window, each row nearer, lower and darker."""
    wide = x1 - x0
    for row, tone in enumerate(tones):
        part = row / max(1, len(tones) - 1)
        x = x0 - wide * 0.02
        while x < x1:
            w = wide * float(rng.uniform(0.025, 0.06)) * (1 + 0.5 * part)
            h = (base - top) * float(rng.uniform(0.35, 1.0)) * (1 - 0.5 * part)
            block = rect(x, base - h, x + w, base + 2)
            kind = int(rng.integers(0, 5))
            if kind == 0:
                block = [(x, base), (x, base - h), (x + w, base - h - w * 0.7), (x + w, base)]
            elif kind == 1:
                block = [
                    *smooth(
                        [
                            (x, base),
                            (x, base),
                            (x + w * 0.1, base - h * 0.7),
                            (x + w / 2, base - h * 1.15),
                            (x + w * 0.9, base - h * 0.7),
                            (x + w, base),
                            (x + w, base),
                        ]
                    )
                ]
            c.fill(block, Paint(mix(tone, "#ffffff", 0.05), tone, 90, 0.03, "v"), clip=box)
            if kind == 2:
                c.fill(
                    limb([(x + w / 2, base - h), (x + w / 2, base - h * 1.3)], [w * 0.1, w * 0.03], False),
                    tone,
                    clip=box,
                )
            x += w * float(rng.uniform(0.95, 1.5))


def landmark(c: Canvas, box: Sequence[Poly], x: float, base: float, h: float, tone: str, ball: str) -> None:
    """A tower that holds a globe, and a slanting tent of glass beside it."""
    for s in (-1, 0, 1):
        c.fill(
            limb(
                [(x + s * h * 0.09, base), (x + s * h * 0.02, base - h * 0.5), (x + s * h * 0.09, base - h * 0.82)],
                [h * 0.02, h * 0.014, h * 0.01],
            ),
            tone,
            clip=box,
        )
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    r = h * 0.115
    globe = [(x + r * float(np.cos(t)), base - h * 0.86 + r * float(np.sin(t))) for t in turn]
    c.fill(globe, Paint(mix(ball, "#ffffff", 0.25), mix(ball, tone, 0.45), 60), clip=box)
    tent = smooth(
        [
            (x + h * 0.75, base),
            (x + h * 0.75, base),
            (x + h * 1.05, base - h * 0.2),
            (x + h * 1.38, base - h * 0.78),
            (x + h * 1.4, base - h * 0.78),
            (x + h * 1.55, base - h * 0.25),
            (x + h * 1.95, base),
            (x + h * 1.95, base),
        ]
    )
    c.fill(tent, Paint(mix(tone, "#ffffff", 0.12), tone, 0), clip=box)


def ridge(
    c: Canvas,
    x0: float,
    x1: float,
    y: float,
    high: float,
    base: float,
    paint: Paint,
    clip: list[list[Point]],
    rough: int = 5,
) -> list[Point]:
    """A mountain line made by repeated halving."""
    ys = np.array([c.rng.uniform(-0.3, 0.3), c.rng.uniform(0.5, 1.0), c.rng.uniform(-0.2, 0.4)])
    swing = 0.5
    for _ in range(rough):
        mids = (ys[:-1] + ys[1:]) / 2 + c.rng.uniform(-swing, swing, len(ys) - 1)
        ys = np.insert(ys, np.arange(1, len(ys)), mids)
        swing *= 0.52
    line = [(float(x), float(y - high * v)) for x, v in zip(np.linspace(x0, x1, len(ys)), ys, strict=True)]
    c.fill([*line, (x1, base), (x0, base)], paint, clip=clip)
    return line


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {}
