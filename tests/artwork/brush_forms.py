"""Solid things: turned towers and domes, houses, trees and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .brush import (
    Canvas,
    Field,
    Mask,
    box,
    curve,
    ease,
    ink,
    mix,
    oval,
    ramp,
    ribbon,
    steps,
)
from .brush_scenery import Strokes, patches, strokes

Tones = Sequence[str | Field]


def turned(
    canvas: Canvas,
    x: float,
    profile: Sequence[tuple[float, float]],
    tones: Tones,
    levels: int = 6,
    lit: float = -0.55,
    smooth: bool = False,
    lean: Sequence[tuple[float, float]] = (),
    texture: float = 0.02,
) -> Mask:
    """A turned body: half widths down an axis, shaded from light to dark."""
    p = curve(profile) if smooth else np.asarray(profile, float)
    axis = np.zeros(len(p))
    if lean:
        axis = np.interp(p[:, 0], [y for y, _ in lean], [dx for _, dx in lean])
    right = np.stack([x + axis + p[:, 1], p[:, 0]], 1)
    left = np.stack([x + axis - p[:, 1], p[:, 0]], 1)
    stops = list(zip(np.linspace(0, 1, len(tones)), tones, strict=True))

    def paint(gx: Field, gy: Field) -> Field:
        half = np.interp(gy[:, 0], p[:, 0], np.maximum(p[:, 1], 0.3))[:, None]
        mid = np.interp(gy[:, 0], p[:, 0], axis)[:, None]
        u = np.clip((gx - x - mid) / half, -1, 1)
        away = np.abs(np.arcsin(u) - np.arcsin(lit)) / 2.2
        return ramp(stops, steps(np.clip(away, 0, 0.999), levels, 0.5))

    return canvas.fill(np.vstack([right, left[::-1]]), paint=paint, texture=texture)


def dome(y: float, r: float, h: float, onion: float = 0.0) -> list[tuple[float, float]]:
    """The profile of a dome from its tip down to `y`; onion swells its belly."""
    t = np.linspace(0, 1, 24)
    half = r * (np.sqrt(1 - (1 - t) ** 2) + onion * np.sin(np.pi * t) * 0.9)
    if onion:
        half *= 0.25 + 0.75 * ease(0.0, 0.45, t)
    return list(zip(y - h * (1 - t), half, strict=True))


@dataclass
class House:
    """How a block of houses looks: walls, windows and the share that is lit."""

    lit: str
    shade: str
    glass: str = "27424e"
    lamp: str = "f6cf86"
    lamps: float = 0.25
    floor: float = 12.0
    bay: float = 10.0
    side: float = 0.3
    glass_size: tuple[float, float] = (0.55, 0.55)


def _panes(
    canvas: Canvas, area: tuple[float, float, float, float], house: House, dark: float
) -> tuple[list[Field], list[Field]]:
    """The windows of one wall, a few of them with a lamp behind."""
    x, y, w, h = area
    cols, rows = max(int(w / house.bay), 1), max(int(h / house.floor), 1)
    dx, dy = w / cols, h / rows
    rng = canvas.rng
    shapes, colours = [], []
    for i in range(cols):
        for j in range(rows):
            pw, ph = dx * house.glass_size[0], dy * house.glass_size[1]
            shapes.append(box(x + i * dx + (dx - pw) / 2, y + j * dy + (dy - ph) / 2, pw, ph))
            glass = mix(house.glass, house.lit, rng.uniform(0, 0.16) * (1 - dark))
            on = rng.uniform() < house.lamps
            colours.append(mix(house.lamp, "fff1cf", rng.uniform(0, 0.4)) if on else glass)
    return shapes, colours


def block(canvas: Canvas, x: float, base: float, w: float, h: float, house: House, roof: str = "flat") -> Mask:
    """A building seen on its corner: lit front, shaded side, windows, a roof."""
    split = x + w * (1 - house.side)
    drop = w * house.side * 0.12
    front = [(x, base - h + drop * 0.4), (split, base - h), (split, base), (x, base)]
    flank = [(split, base - h), (x + w, base - h + drop), (x + w, base), (split, base)]
    mask = canvas.shape(front, flank)
    canvas.fill(front, paint=house.lit, texture=0.03)
    canvas.fill(flank, paint=house.shade, texture=0.03)
    edge = min(w, h) * 0.06 + 1
    panes = _panes(canvas, (x + edge, base - h + edge * 1.4, split - x - 2 * edge, h - edge * 2), house, 0)
    patches(canvas, *panes)
    if x + w - split > 6:
        inside = (split + 1.5, base - h + edge * 1.6, x + w - split - 3, h - edge * 2)
        patches(canvas, *_panes(canvas, inside, house, 1))
    _roof(canvas, (x, split, x + w), base - h, house, roof, drop)
    return mask


def _roof(canvas: Canvas, xs: tuple[float, float, float], top: float, house: House, kind: str, drop: float) -> None:
    """What stands on a block: a cornice, a stepped crown, a mast, a gable."""
    x, split, end = xs
    w = end - x
    light, dark = mix(house.lit, "ffffff", 0.18), mix(house.shade, "0d2030", 0.25)
    if kind == "gable":
        rise = w * 0.22
        canvas.fill([(x - 2, top + 2), (x + w * 0.25, top - rise), (split + 2, top + 1)], paint=light)
        canvas.fill(
            [
                (x + w * 0.25, top - rise),
                (end - w * 0.1, top - rise * 0.9),
                (end + 2, top + drop + 2),
                (split, top + 1),
            ],
            paint=dark,
        )
        return
    canvas.fill(box(x - 1, top - 1, split - x + 1, 3.2), paint=light)
    canvas.fill(box(split, top - 1, end - split + 1, 3.2), paint=dark)
    if kind in ("step", "mast"):
        s = w * 0.2
        canvas.fill(box(x + s, top - w * 0.22, split - x - s, w * 0.22), paint=house.lit)
        canvas.fill(box(split, top - w * 0.22, (end - split) * 0.6, w * 0.22), paint=house.shade)
    if kind == "mast":
        canvas.fill(
            ribbon([(split, top - w * 0.2), (split, top - w * 0.2 - w * 1.1)], [2.4, 0.8]),
            paint=dark,
        )
    if kind == "tank":
        canvas.fill(box(x + w * 0.2, top - 8, w * 0.18, 8), paint=house.shade)
        canvas.fill(box(x + w * 0.5, top - 5, w * 0.1, 5), paint=dark)


def foliage(
    canvas: Canvas,
    blobs: Field,
    tones: Sequence[tuple[float, str | Field]],
    leaf: Strokes,
    count: int,
    sun: tuple[float, float] = (-0.7, -0.7),
    rough: float = 0.25,
    hang: float = 0.0,
) -> None:
    """Leaves in round masses (x, y, rx, ry), light on the side of the sun."""
    rng = canvas.rng
    area = blobs[:, 2] * blobs[:, 3]
    pick = rng.choice(len(blobs), count, p=area / area.sum())
    angle, r = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count))
    nx, ny = np.cos(angle) * r, np.sin(angle) * r
    b = blobs[pick]
    points = np.stack([b[:, 0] + nx * b[:, 2], b[:, 1] + ny * b[:, 3]], 1)
    light = 0.5 + 0.5 * (nx * sun[0] + ny * sun[1]) + rng.normal(0, rough, count) * 0.6
    light += 0.15 * (b[:, 0] - blobs[:, 0].mean()) * sun[0] / (np.ptp(blobs[:, 0]) + 1)
    colours = ramp(tones, steps(light, 5, 0.2))
    order = np.argsort(light + rng.normal(0, 0.1, count))
    turn = hang * nx
    strokes(
        canvas,
        points[order],
        colours[order],
        leaf,
        rng.uniform(0.6, 1.2, count)[order],
        turn[order],
    )


def poplar(
    canvas: Canvas,
    x: float,
    base: float,
    h: float,
    tones: Sequence[tuple[float, str | Field]],
    count: int = 500,
    sun: tuple[float, float] = (-0.9, -0.2),
) -> None:
    """A slim poplar: leaves that point up, trunk below."""
    canvas.fill(ribbon([(x, base), (x + 0.5, base - h * 0.3)], [h * 0.022, h * 0.012]), paint=tones[0][1])
    t = np.linspace(0.1, 0.98, 12)
    wide = h * 0.085 * np.sin(np.pi * np.clip(t, 0, 1) ** 0.75) ** 0.8 + h * 0.008
    drift = canvas.rng.normal(0, h * 0.006, 12)
    blobs = np.stack([x + drift, base - h * t, wide, np.full(12, h * 0.075)], 1)
    leaf = Strokes(h * 0.06, h * 0.014, -np.pi / 2, 0.18, 0.05)
    foliage(canvas, blobs, tones, leaf, count, sun, 0.3, hang=0.35)


def fir(
    canvas: Canvas,
    x: float,
    base: float,
    h: float,
    paints: tuple[str | Field, str | Field],
    sun: int = 1,
) -> None:
    """A spruce: tiers of drooping boughs, dark, with light on one side."""
    rng = canvas.rng
    canvas.fill(
        [(x - h * 0.14, base - h * 0.07), (x, base - h), (x + h * 0.14, base - h * 0.07)],
        paint=paints[0],
    )
    canvas.fill(ribbon([(x, base), (x, base - h * 0.2)], h * 0.03), paint=paints[0])
    t = np.repeat(np.linspace(0.06, 0.96, 15), 9)
    u = np.tile(np.linspace(-1, 1, 9), 15) + rng.normal(0, 0.06, t.size)
    pts = np.stack([x + u * t * h * 0.17, base - h * (1 - t) + np.abs(u) * h * 0.025], 1)
    lit = (u * sun + rng.normal(0, 0.3, u.size)) > 0.42
    tone = np.where(lit[:, None], ink(paints[1]), ink(paints[0]))
    turn = np.where(u < 0, np.pi - 0.45 + u * 0.1, 0.45 + u * 0.1)
    strokes(canvas, pts, tone, Strokes(h * 0.11, h * 0.032, 0, 0.15, 0.08), 0.6 + 0.5 * t, turn)


def person(canvas: Canvas, x: float, base: float, h: float, paints: tuple[str, str], stride: float = 0.08) -> Mask:
    """A small standing or walking figure: head, coat, legs."""
    y = base - h
    coat = curve(
        [
            (x - 0.11 * h, y + 0.2 * h),
            (x, y + 0.15 * h),
            (x + 0.11 * h, y + 0.2 * h),
            (x + 0.13 * h, y + 0.42 * h),
            (x + 0.11 * h, y + 0.62 * h),
            (x - 0.11 * h, y + 0.62 * h),
            (x - 0.13 * h, y + 0.42 * h),
        ],
        6,
        True,
    )
    legs = [
        ribbon([(x + s * 0.05 * h, y + 0.58 * h), (x + s * stride * h, base)], [0.1 * h, 0.05 * h]) for s in (-1, 1)
    ]
    canvas.fill(*legs, paint=mix(paints[0], "0b1a26", 0.45))
    canvas.fill(oval(x, y + 0.08 * h, 0.065 * h, 0.08 * h), paint=paints[1])
    return canvas.fill(coat, paint=paints[0])


def arch(x: float, base: float, w: float, h: float, point: float = 0.0) -> Field:
    """An archway: round, or pointed by a share of its width."""
    spring = base - h + w / 2 * (1 + point)
    t = np.linspace(0, np.pi / 2, 14)
    right = np.stack([x + w / 2 * np.cos(t), spring - w / 2 * (1 + point) * np.sin(t) ** (1 + point * 0.7)], 1)
    left = np.stack([2 * x - right[::-1, 0], right[::-1, 1]], 1)
    return np.vstack([[(x + w / 2, base)], right, left, [(x - w / 2, base)]])
