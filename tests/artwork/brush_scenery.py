"""Skies, mountain ranges, water and strokes that many scenes share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from .brush import (
    Canvas,
    Field,
    Mask,
    Paint,
    Points,
    ease,
    ink,
    mix,
    ramp,
    steps,
    wash,
)
from .brush_land import Eye, Ground, Noise, View, lay_relief, relief

Stops = Sequence[tuple[float, str | Field]]


def sky(canvas: Canvas, stops: Stops, streak: float = 0.012) -> None:
    """A graded sky from the top of the sheet, brushed from side to side."""
    canvas.lay(canvas.everywhere(), wash(*stops), texture=0.008, streak=streak)


def clouds(
    canvas: Canvas,
    noise: Noise,
    band: tuple[float, float],
    paint: tuple[str | Field, str | Field],
    size: tuple[float, float] = (420, 60),
    amount: float = 0.45,
    opacity: float = 0.8,
) -> None:
    """Long banks of cloud between two lines: body and lit lower edge."""
    x, y = canvas.grid()
    top, foot = band
    rows = slice(max(int(top * canvas.unit), 0), int(foot * canvas.unit))
    x, y = x[:, ::2], y[rows][::2]
    deep = 0.35 + 0.65 * (foot - y) / (foot - top)
    u, v = x / (size[0] * deep), y / (size[1] * deep)
    wind = noise.cloud(u * 0.7 + 9, v * 0.7, 3) * 0.6
    body = noise.cloud(u + wind, v, 5) * 0.5 + 0.5
    edge = ease(top, top + (foot - top) * 0.3, y) * ease(foot, foot - (foot - top) * 0.25, y)
    body = body - (1 - edge) * 0.5
    cover = ease(1 - amount - 0.06, 1 - amount + 0.05, body)
    thick = steps(ease(1 - amount, 1 - amount + 0.32, body), 3, 0.5)
    tint = ramp([(0, paint[1]), (1, paint[0])], thick)
    scale = (rows.stop - rows.start, canvas.px.shape[1])
    cover, tint = _grow(cover, scale), _grow(tint, scale)
    canvas.lay(Mask(0, rows.start, cover), tint, opacity, texture=0.01, streak=0.012)


def _grow(field: Field, size: tuple[int, int]) -> Field:
    """A half-size field at full size, smoothly."""
    zoom = [size[0] / field.shape[0], size[1] / field.shape[1]]
    zoom += [1.0] * (field.ndim - 2)
    return np.asarray(ndimage.zoom(field, zoom, order=1, grid_mode=True, mode="nearest"))


@dataclass
class Massif:
    """A mountain range: where it stands, how it is made, its paints."""

    base: float
    peak: float
    rock: tuple[str, str]
    snow: tuple[str, str]
    snow_line: float = 0.45
    mist: str = "cfd8d0"
    mist_most: float = 0.85
    grain: float = 0.34
    sun: tuple[float, float, float] = (-0.8, 0.45, -0.35)
    crown: float | None = None
    rise: tuple[float, float] = (6.5, 11.0)
    tones: int = 4


def _massif_ground(massif: Massif, noise: Noise, lens: float) -> Ground:
    """The height of a range over the plain."""

    def ground(x: Field, z: Field) -> Field:
        f = massif.grain
        warp = noise.cloud(x * f * 0.8 + 40, z * f * 0.8, 3) * 0.35
        rock = noise.crest(x * f + warp, z * f + warp * 0.7, 7, 0.44)
        swell = 0.8 + 0.3 * noise.cloud(x * f * 0.35 + 8, z * 0.12, 2)
        if massif.crown is not None:
            at = massif.crown / lens
            swell = swell * 0.85 + 0.4 * np.exp(-(((x / z - at) / 0.17) ** 2))
        rise = ease(massif.rise[0], massif.rise[1], z)
        height = massif.peak / lens * 11.0
        return np.asarray(rise * height * (rock * 1.1 - 0.1) * swell)

    return ground


def massif_view(canvas: Canvas, noise: Noise, massif: Massif) -> View:
    """The relief of a range, as seen from the plain."""
    lens = canvas.w
    eye = Eye(0.12, massif.base, canvas.w / 2, lens, 5.0, 17.0, massif.sun)
    top = massif.base - massif.peak * 1.9
    return relief(canvas, _massif_ground(massif, noise, lens), eye, max(top, 0), 1000)


def mountains(canvas: Canvas, noise: Noise, massif: Massif) -> Mask:
    """Paint a range: rock and snow, each lit and shaded, its foot in mist."""
    view = massif_view(canvas, noise, massif)
    tall = view.height / (massif.peak / canvas.w * 11.0)
    light = 0.62 * ease(-0.15, 0.85, view.light) + 0.38 * ease(0.05, -0.02, -view.light)
    light = light * (1 - 0.75 * ease(0.0, 0.12, view.shadow))
    tone = steps(light, massif.tones, 0.35)
    rock = ramp([(0, massif.rock[1]), (1, massif.rock[0])], tone)
    snow = ramp([(0, massif.snow[1]), (1, massif.snow[0])], steps(light * 1.15, 3, 0.3))
    patch = view.patches(noise, 2.4, 2.4, 4) * 0.16
    cover = ease(-0.03, 0.03, tall - massif.snow_line + patch + (view.slope - 0.62) * 0.5)
    colour = rock + cover[..., None] * (snow - rock)
    far = 0.30 * ease(8.5, 15.5, view.z) + massif.mist_most * ease(0.42, 0.0, tall)
    far = np.clip(far, 0, massif.mist_most)[..., None]
    return lay_relief(canvas, view, colour + far * (ink(massif.mist) - colour))


def patches(
    canvas: Canvas,
    outlines: Sequence[Points] | Field,
    colours: Sequence[str | Field] | Field,
    within: Mask | None = None,
    opacity: float = 1.0,
) -> None:
    """Many small shapes at once, each in its own colour, one over the other."""
    n = 3
    shapes = [np.asarray(o, float) * canvas.unit for o in outlines]
    if not shapes:
        return
    every = np.vstack(shapes)
    height, width = canvas.px.shape[:2]
    low = np.maximum(np.floor(every.min(0)).astype(int) - 1, 0)
    high = np.minimum(np.ceil(every.max(0)).astype(int) + 2, (width, height))
    if (high <= low).any():
        return
    span = high - low
    n = 3 if span[0] * span[1] < 2_500_000 else 2
    image = Image.new("RGBA", (int(span[0]) * n, int(span[1]) * n))
    draw = ImageDraw.Draw(image)
    for outline, colour in zip(shapes, colours, strict=True):
        shade = tuple(int(c * 255) for c in np.clip(ink(colour), 0, 1))
        draw.polygon([tuple(q) for q in (outline - low) * n], fill=(*shade, 255))
    done = np.asarray(image.reduce(n), "f4") / 255
    mask = Mask(int(low[0]), int(low[1]), done[..., 3])
    if within is not None:
        mask = mask & within
    canvas.lay(mask, done[..., :3], opacity, texture=0.015)


@dataclass
class Strokes:
    """A family of brush strokes: size, direction and how much they vary."""

    length: float
    width: float
    angle: float = 0.0
    spread: float = 0.15
    vary: float = 0.05


def _leaf(length: float, width: float) -> Field:
    """One stroke along x: blunt at the start, thin at the end."""
    x = np.array([-0.5, -0.36, 0, 0.32, 0.5, 0.32, 0, -0.36]) * length
    y = np.array([0, 0.42, 0.5, 0.3, 0, -0.3, -0.5, -0.42]) * width
    return np.stack([x, y], 1)


def strokes(
    canvas: Canvas,
    points: Field,
    colours: Field,
    kind: Strokes,
    sizes: Field | None = None,
    angles: Field | None = None,
    within: Mask | None = None,
    opacity: float = 1.0,
) -> None:
    """Strokes at the points, each in its colour, painted in the given order."""
    if len(points) == 0:
        return
    rng = canvas.rng
    size = np.ones(len(points)) if sizes is None else sizes
    turn = kind.angle + (0 if angles is None else angles)
    turn = turn + rng.normal(0, kind.spread, len(points))
    tint = np.clip(colours * (1 + rng.normal(0, kind.vary, (len(points), 1))), 0, 1)
    leaf = _leaf(kind.length, kind.width)
    c, s = np.cos(turn)[:, None], np.sin(turn)[:, None]
    px, py = leaf[:, 0][None] * size[:, None], leaf[:, 1][None] * size[:, None]
    every = np.stack([px * c - py * s, px * s + py * c], -1) + points[:, None, :]
    patches(canvas, every, tint, within, opacity)


def scatter(canvas: Canvas, mask: Mask, count: int) -> Field:
    """Random points inside a mask, in units, ordered from the top down."""
    h, w = mask.cover.shape
    rng = canvas.rng
    px = np.stack([rng.uniform(0, w, count), rng.uniform(0, h, count)], 1)
    inside = mask.cover[px[:, 1].astype(int), px[:, 0].astype(int)] > 0.5
    px = px[inside] + (mask.left, mask.top)
    return np.asarray(px[np.argsort(px[:, 1])] / canvas.unit)


def picked(canvas: Canvas, points: Field) -> Field:
    """The colours the sheet has at the points."""
    h, w = canvas.px.shape[:2]
    at = (points * canvas.unit).astype(int)
    return np.asarray(canvas.px[np.clip(at[:, 1], 0, h - 1), np.clip(at[:, 0], 0, w - 1)])


def brushed(canvas: Canvas, mask: Mask, count: int, kind: Strokes, opacity: float = 0.8) -> None:
    """Repaint a part of the sheet in strokes of its own colours."""
    points = scatter(canvas, mask, count)
    strokes(canvas, points, picked(canvas, points), kind, within=mask, opacity=opacity)


def mirror(
    canvas: Canvas,
    mask: Mask,
    line: float,
    paint: Paint,
    clear: float = 0.75,
    ripple: float = 6.0,
    squash: float = 1.0,
) -> None:
    """Water in a mask: what stands above `line` upside down, broken by ripples."""
    h, w = mask.cover.shape
    full_h, full_w = canvas.px.shape[:2]
    rows = np.arange(mask.top, mask.top + h)
    deep = (rows / canvas.unit - line)[:, None]
    noise = Noise(canvas.rng)
    cols = np.arange(mask.left, mask.left + w)[None, :]
    near = np.clip(deep / (canvas.h - line), 0, 1)
    wide = 20 + 130 * near
    wave = noise.cloud(cols / canvas.unit / wide, deep / (3 + 11 * near), 3)
    from_y = (line - deep * squash + wave * ripple * (0.35 + 2.2 * near)) * canvas.unit
    from_x = cols + wave * ripple * 0.8 * canvas.unit * (0.2 + near)
    iy = np.clip(from_y, 0, line * canvas.unit - 2).astype(int)
    ix = np.clip(from_x, 0, full_w - 1).astype(int)
    image = canvas.px[np.clip(iy, 0, full_h - 1), ix]
    image = ndimage.gaussian_filter(image, (1.0, 2.5, 0))
    x, y = canvas.grid()
    span = slice(mask.left, mask.left + w)
    own = paint(x[:, span], y[rows]) if callable(paint) else ink(paint)
    canvas.lay(mask, own + clear * (image - own), texture=0.008, streak=0.02)


def glints(
    canvas: Canvas,
    x: float,
    band: tuple[float, float],
    spread: float,
    paint: str,
    count: int = 260,
    size: float = 26.0,
) -> None:
    """A path of light on water under a sun or a lamp: short level strokes."""
    rng = canvas.rng
    t = np.sort(rng.uniform(0, 1, count))
    y = band[0] + (band[1] - band[0]) * t**1.3
    px = x + rng.normal(0, 1, count) * spread * (0.35 + t)
    pts = np.stack([px, y], 1)
    kind = Strokes(size, size * 0.12, 0, 0.02, 0.03)
    strokes(canvas, pts, np.tile(ink(paint), (count, 1)), kind, sizes=0.3 + t * 1.2)


def far_hills(
    canvas: Canvas,
    noise: Noise,
    base: float,
    rise: float,
    paints: tuple[str, str],
    count: int,
    step: float,
    scale: float = 320,
) -> Mask:
    """Ridgelines one before the other, from the sky's colour to the ground's."""
    x = np.linspace(-5, canvas.w + 5, 700)
    mask = canvas.everywhere()
    for k in range(count):
        near = k / max(count - 1, 1)
        row = noise.cloud(x / scale / (1 + near * 0.4), np.full_like(x, 7.7 * k + 2), 6, 0.46)
        y = base + k * step - rise * (0.55 + row * 0.55) * (1 - near * 0.3)
        tone = mix(paints[0], paints[1], near)
        mask = canvas.below(x, y)
        foot = mix(tone, paints[0], 0.45)
        canvas.lay(mask, wash((y.min(), tone), (base + (k + 1.2) * step, foot)), streak=0.012)
    return mask
