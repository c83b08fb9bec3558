"""Cities: skylines in layers, lamps, palms, paving."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .brush import Canvas, Field, box, curve, ink, mix, oval, ribbon
from .brush_forms import House, block
from .brush_scenery import Strokes, strokes

ROOFS = ("flat", "step", "tank", "mast", "flat", "step")


def skyline(
    canvas: Canvas,
    base: float,
    span: tuple[float, float],
    tall: tuple[float, float],
    wide: tuple[float, float],
    house: House,
    air: tuple[str, float],
    crown: float = 0.5,
) -> None:
    """A row of buildings, tallest around `crown`, drawn toward the air's colour."""
    rng = canvas.rng
    x = span[0]
    while x < span[1]:
        w = rng.uniform(*wide)
        far = abs((x - span[0]) / (span[1] - span[0]) - crown) * 2
        h = (tall[0] + (tall[1] - tall[0]) * rng.uniform(0.1, 1) ** 1.6) * (1 - 0.45 * min(far, 1))
        tone = rng.uniform(-0.12, 0.12)
        one = House(
            hexed(mix(shifted(house.lit, tone), air[0], air[1])),
            hexed(mix(shifted(house.shade, tone), air[0], air[1])),
            hexed(mix(house.glass, air[0], air[1])),
            house.lamp,
            house.lamps,
            house.floor,
            house.bay,
            rng.uniform(0.22, 0.42),
            (rng.uniform(0.4, 0.75), rng.uniform(0.4, 0.7)),
        )
        block(canvas, x, base, w, h, one, ROOFS[int(rng.integers(0, len(ROOFS)))])
        x += w * rng.uniform(0.75, 1.25)


def shifted(paint: str, share: float) -> Field:
    """A paint a little lighter or darker."""
    return mix(paint, "fff0d0" if share > 0 else "101c2c", abs(share))


def hexed(colour: Field) -> str:
    """A colour back as six digits."""
    return "".join(f"{round(float(c) * 255):02x}" for c in np.clip(colour, 0, 1))


def lamp(canvas: Canvas, x: float, base: float, h: float, paint: str = "22303c", glow: float = 0.6) -> None:
    """A street lamp with its light."""
    canvas.fill(
        ribbon([(x, base), (x, base - h)], [h * 0.03, h * 0.018]),
        box(x - h * 0.03, base - h * 0.05, h * 0.06, h * 0.05),
        paint=paint,
    )
    canvas.fill(oval(x, base - h, h * 0.05, h * 0.06), paint="fff0c4")
    canvas.glow(x, base - h, h * 0.5, "ffc873", glow)


def palm(
    canvas: Canvas,
    x: float,
    base: float,
    h: float,
    paints: tuple[str, str, str],
    lean: float = 0.05,
) -> None:
    """A date palm: trunk, a crown of feathered fronds."""
    spine = curve([(x, base), (x + h * lean * 0.3, base - h * 0.45), (x + h * lean, base - h * 0.78)])
    trunk = canvas.fill(ribbon(spine, [h * 0.045, h * 0.03]), paint=paints[0], texture=0.08)
    canvas.rim(trunk, h * 0.01, 0, paints[2], 0.6)
    tip = spine[-1]
    for a in (*np.linspace(-3.3, 0.16, 15), *np.linspace(-2.6, -0.5, 6)):
        reach = h * canvas.rng.uniform(0.24, 0.32)
        mid = tip + reach * np.array([0.55 * np.cos(a), 0.62 * np.sin(a) - 0.12])
        end = tip + reach * np.array([np.cos(a), np.sin(a) * 0.75 + 0.28])
        rib = curve([tip, mid, end], 9)
        along = np.arctan2(*(np.gradient(rib, axis=0).T[::-1]))
        size = 1.0 - 0.6 * np.linspace(0, 1, len(rib))
        for side in (-0.75, 0.75):
            turn = along + side
            at = rib + np.stack([np.cos(turn), np.sin(turn)], 1) * (reach * 0.09)
            lit = side < 0 if np.cos(a) > 0 else side > 0
            tone = np.tile(ink(paints[2 if lit and a < -0.6 else 1]), (len(rib), 1))
            strokes(canvas, at, tone, Strokes(reach * 0.26, reach * 0.045, 0, 0.08, 0.12), size, turn)


def paving(
    canvas: Canvas,
    points: Sequence[tuple[float, float]],
    vanish: tuple[float, float],
    rows: Sequence[float],
    paint: str,
    joint: str,
    columns: int = 14,
) -> None:
    """A paved ground: a shape, joints to a vanishing point, level courses."""
    mask = canvas.fill(points, paint=paint, texture=0.05)
    p = np.asarray(points, float)
    left, right, foot = p[:, 0].min() - 900, p[:, 0].max() + 900, p[:, 1].max()
    rays = [ribbon([vanish, (x, foot)], [0.3, 2.2]) for x in np.linspace(left, right, columns * 3)]
    canvas.lay(canvas.shape(*rays) & mask, joint, 0.5)
    canvas.lay(
        canvas.shape(*(box(left, y, right - left, 0.8 + (y - vanish[1]) * 0.004) for y in rows)) & mask,
        joint,
        0.5,
    )
