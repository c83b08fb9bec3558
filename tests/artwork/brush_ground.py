"""Grass and open ground."""

from __future__ import annotations

import numpy as np

from .brush import Canvas, Field, Mask, ease, ink, ramp, steps
from .brush_land import Eye, Noise, kuwahara, lay_relief, relief
from .brush_scenery import Strokes, strokes


def meadow(
    canvas: Canvas,
    noise: Noise,
    eye: Eye,
    top: float,
    near: tuple[str, str, str],
    far: tuple[str, str, str],
    roll: float = 0.1,
) -> Mask:
    """Rolling grass, three tones near and three far."""

    def ground(x: Field, z: Field) -> Field:
        return noise.cloud(x * 0.24 + 3, z * 0.24, 4, 0.42) * (roll + roll * 0.3 * z)

    view = relief(canvas, ground, eye, top, 420)
    light = ease(-0.02, 0.42, view.light) * (1 - 0.8 * ease(0, 0.05, view.shadow))
    tone = steps(light + view.patches(noise, 3, 1.4) * 0.12, 5, 0.4)
    away = ease(2.0, eye.far * 0.7, view.z)[..., None]
    a = ramp([(0, near[0]), (0.5, near[1]), (1, near[2])], tone)
    b = ramp([(0, far[0]), (0.5, far[1]), (1, far[2])], tone)
    mask = lay_relief(canvas, view, a * (1 - away) + b * away)
    kuwahara(canvas, 6, mask)
    return mask


def grass(canvas: Canvas, top: float, foot: float, count: int, paints: tuple[str, ...], h: float) -> None:
    """Blades of grass that grow toward the lower edge."""
    rng = canvas.rng
    t = np.sort(rng.uniform(0, 1, count) ** 0.6)
    pts = np.stack([rng.uniform(0, canvas.w, count), top + (foot - top) * t], 1)
    tone = np.array([ink(p) for p in paints])[rng.integers(0, len(paints), count)]
    strokes(canvas, pts, tone, Strokes(h, h * 0.07, -1.45, 0.22, 0.06), 0.25 + t)
