"""Rocks, reeds, cyclists and boats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .brush import Canvas, Field, Mask, Points, curve, ink, mix, oval, ramp, ribbon
from .brush_land import Noise
from .brush_scenery import Strokes, strokes


def rock(
    canvas: Canvas,
    outline: Points,
    tones: tuple[str, str, str, str],
    size: float = 40,
    sun: tuple[float, float] = (-0.7, -0.7),
) -> Mask:
    """A boulder of flat facets, lit from one side, cracked and mossy."""
    mask = canvas.shape(outline)
    h, w = mask.cover.shape
    rng, noise = canvas.rng, Noise(canvas.rng)
    count = max(int(h * w / (size * canvas.unit) ** 2 * 1.6), 6)
    seeds = np.stack([rng.uniform(0, w, count), rng.uniform(0, h, count)], 1)
    rows, cols = np.mgrid[0:h:2, 0:w:2].astype("f4")
    warp = noise.cloud(cols / 60, rows / 60, 3) * 16
    grain = np.array([[1.25, -0.5], [0.35, 0.75]])
    places = np.stack([cols + warp, rows + warp * 0.6], -1).reshape(-1, 2)
    near, index = cKDTree(seeds @ grain).query(places @ grain, k=2)
    face = rng.normal(0, 0.2, count)
    u, v = seeds[:, 0] / w * 2 - 1, seeds[:, 1] / h * 2 - 1
    light = np.clip(0.5 + 0.42 * (u * sun[0] + v * sun[1]) + face, 0, 1)
    tone = light[index[:, 0]].reshape(rows.shape)
    crack = (near[:, 1] - near[:, 0]).reshape(rows.shape) < 1.6
    tone = np.where(crack, tone - 0.16, tone) + noise.cloud(cols / 25, rows / 14, 3) * 0.10
    stops = list(zip((0.0, 0.33, 0.66, 1.0), tones, strict=True))
    colour = ramp(stops, np.round(np.clip(tone, 0, 1) * 7) / 7)
    full = np.repeat(np.repeat(colour, 2, 0), 2, 1)[:h, :w]
    canvas.lay(mask, full, texture=0.04)
    canvas.rim(mask, -sun[0] * 2.2, -sun[1] * 2.2, tones[3], 0.7)
    return mask


def reeds(canvas: Canvas, x0: float, x1: float, base: float, h: float, count: int, paints: tuple[str, ...]) -> None:
    """A stand of reeds with dark heads."""
    rng = canvas.rng
    x = rng.uniform(x0, x1, count)
    tall = h * rng.uniform(0.5, 1.05, count)
    lean = rng.normal(0.08, 0.09, count)
    tone = np.array([ink(p) for p in paints])[rng.integers(0, len(paints), count)]
    mid = np.stack([x + np.sin(lean) * tall / 2, base - np.cos(lean) * tall / 2], 1)
    strokes(canvas, mid, tone, Strokes(h, 3.4, -np.pi / 2, 0.02, 0.06), tall / h, lean)
    heads = rng.uniform(0, 1, count) < 0.3
    tips = np.stack([x + np.sin(lean) * tall * 0.96, base - np.cos(lean) * tall * 0.96], 1)[heads]
    strokes(
        canvas,
        tips,
        np.tile(ink("5d4032"), (len(tips), 1)),
        Strokes(h * 0.15, 6, -np.pi / 2, 0.05),
        None,
        lean[heads],
    )


@dataclass
class Rider:
    """A cyclist from the side: place, size (the wheelbase), shirt and stride."""

    x: float
    ground: float
    size: float
    shirt: str
    phase: float = 0.6
    skin: str = "b9794f"
    light: str = "ffe6b0"
    dark: str = "16242f"
    turn: int = 1

    def at(self, *points: tuple[float, float]) -> Field:
        """Points given in wheelbases from the rear hub, on the sheet."""
        k = self.size
        return np.array([(self.x + self.turn * (u - 0.5) * k, self.ground - v * k) for u, v in points])

    def limb(self, width: tuple[float, float], *points: tuple[float, float]) -> Field:
        """A rounded, tapering part through the points."""
        return ribbon(curve(self.at(*points), 6), [w * self.size for w in width])


def _wheels(canvas: Canvas, rider: Rider) -> None:
    """Two wheels with spokes and a lit rim."""
    size, dark = rider.size, rider.dark
    for hub in (0.0, 1.0):
        c = rider.at((hub, 0.34))[0]
        ring = canvas.shape(oval(c[0], c[1], 0.35 * size), holes=[oval(c[0], c[1], 0.315 * size)])
        canvas.lay(ring, dark)
        canvas.rim(ring, size * 0.012, size * 0.015, rider.light, 0.8)
        ends = [c + 0.32 * size * np.array([np.cos(t), np.sin(t)]) for t in np.arange(0, 6.2, 0.45)]
        spokes = [ribbon([c, end], max(size * 0.006, 0.5)) for end in ends]
        canvas.fill(*spokes, oval(c[0], c[1], 0.035 * size), paint=dark, opacity=0.7)


def _frame(canvas: Canvas, rider: Rider) -> None:
    """The tubes, the bars and the saddle."""
    hub, crank, seat, head = (0.0, 0.34), (0.43, 0.32), (0.30, 0.80), (0.83, 0.84)
    tubes = [
        (hub, crank),
        (hub, seat),
        (crank, (0.28, 0.90)),
        (crank, (0.84, 0.80)),
        (seat, head),
        ((0.82, 0.92), (1.0, 0.34)),
    ]
    frame = [ribbon(rider.at(*tube), 0.035 * rider.size) for tube in tubes]
    canvas.fill(*frame, paint=mix(rider.shirt, "f7efe0", 0.65))
    bars = rider.limb((0.03, 0.03), (0.82, 0.9), (0.83, 0.99), (0.95, 1.0), (0.97, 0.9))
    canvas.fill(bars, rider.limb((0.07, 0.03), (0.18, 0.93), (0.40, 0.92)), paint=rider.dark)


def _body(canvas: Canvas, rider: Rider) -> None:
    """Back, arms, head and helmet."""
    size, shirt, dark, limb = rider.size, rider.shirt, rider.dark, rider.limb
    back = rider.at(
        (0.17, 0.95),
        (0.22, 1.16),
        (0.42, 1.40),
        (0.62, 1.47),
        (0.72, 1.40),
        (0.62, 1.22),
        (0.42, 1.02),
        (0.32, 0.92),
    )
    body = canvas.fill(curve(back, 8, True), paint=shirt)
    canvas.rim(body, size * 0.02, size * 0.03, mix(shirt, rider.light, 0.75))
    canvas.fill(limb((0.11, 0.08), (0.66, 1.37), (0.74, 1.14)), paint=mix(shirt, dark, 0.2))
    canvas.fill(limb((0.075, 0.05), (0.74, 1.15), (0.93, 1.0)), paint=rider.skin)
    x, y = rider.at((0.76, 1.57))[0]
    neck = limb((0.09, 0.09), (0.68, 1.42), (0.75, 1.53))
    canvas.fill(neck, oval(x, y, 0.085 * size, 0.105 * size), paint=rider.skin)
    t = np.linspace(np.pi * 0.98, 2.02 * np.pi, 20)
    across, up = 0.125 * np.cos(t) - rider.turn * 0.01, 0.115 * np.sin(t) - 0.025
    hat = canvas.fill(np.stack([x + across * size, y + up * size], 1), paint="f2ead6")
    canvas.rim(hat, -size * 0.02, -size * 0.03, mix(shirt, dark, 0.3), 0.7)


def cyclist(canvas: Canvas, rider: Rider) -> None:
    """The rider on the bicycle, with a shadow on the ground."""
    size, dark, limb = rider.size, rider.dark, rider.limb
    under = oval(rider.x, rider.ground + size * 0.01, size * 0.95, size * 0.05)
    canvas.fill(under, paint="10303a", opacity=0.4)
    turns = (rider.phase, rider.phase + np.pi)
    foot = [(0.43 + 0.17 * np.cos(a), 0.32 + 0.17 * np.sin(a)) for a in turns]
    knee = [(0.50 + 0.14 * np.cos(a), 0.80 + 0.09 * np.sin(a)) for a in turns]
    far = limb((0.15, 0.1), (0.27, 0.98), knee[1]), limb((0.1, 0.06), knee[1], foot[1])
    canvas.fill(*far, paint=mix(dark, rider.skin, 0.25))
    _wheels(canvas, rider)
    _frame(canvas, rider)
    canvas.fill(limb((0.17, 0.12), (0.27, 0.99), knee[0]), paint=mix(dark, "2f5266", 0.5))
    canvas.fill(limb((0.11, 0.06), knee[0], foot[0]), paint=rider.skin)
    heel, toe = (foot[0][0] - 0.04, foot[0][1] - 0.01), (foot[0][0] + 0.13, foot[0][1] - 0.01)
    canvas.fill(limb((0.07, 0.06), heel, toe), paint="f0e6d2")
    _body(canvas, rider)


def hull(x: float, line: float, length: float, bow: float, stern: float, belly: float) -> Field:
    """A boat's side: sheer from bow (left) to stern, rounded forefoot."""
    half = length / 2
    return np.vstack(
        [
            curve(
                [
                    (x - half, line - bow),
                    (x - half * 0.5, line - belly * 0.75),
                    (x + half * 0.2, line - belly * 0.62),
                    (x + half * 0.75, line - stern * 0.8),
                    (x + half, line - stern),
                ]
            ),
            curve(
                [
                    (x + half * 0.95, line - stern * 0.4),
                    (x + half * 0.88, line + 3),
                    (x, line + 5),
                    (x - half * 0.66, line + 3),
                    (x - half * 0.86, line - bow * 0.5),
                ]
            ),
        ]
    )


def upside_down(outline: Field, line: float, squash: float = 0.85) -> Field:
    """An outline as it stands in the water under `line`."""
    return np.stack([outline[:, 0], 2 * line - outline[:, 1] * squash - line * (1 - squash)], 1)


def ripples(
    canvas: Canvas,
    band: tuple[float, float],
    paints: tuple[str, ...],
    count: int,
    size: float,
    span: tuple[float, float] = (0.0, 1e9),
    opacity: float = 0.7,
) -> None:
    """Level strokes on water, small far off and long near by."""
    rng = canvas.rng
    t = np.sort(rng.uniform(0, 1, count) ** 0.8)
    x = rng.uniform(max(span[0], 0), min(span[1], canvas.w), count)
    pts = np.stack([x, band[0] + (band[1] - band[0]) * t**1.4], 1)
    tone = np.array([ink(p) for p in paints])[rng.integers(0, len(paints), count)]
    strokes(canvas, pts, tone, Strokes(size, size * 0.07, 0, 0.02, 0.03), 0.15 + t, opacity=opacity)
