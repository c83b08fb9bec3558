"""The easel: a canvas in drawing units, colours, masks and the paper it is on.

A scene draws in units that do not depend on the pixel size (a landscape sheet
is 1500 x 1000 units).  Shapes become anti-aliased masks, masks are laid on the
canvas with a colour or a wash, and `finish` adds the hand and the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage

Field = npt.NDArray[Any]
Paint = str | Field | Callable[[Field, Field], Field]
Points = Sequence[Any] | Field

SHEETS: dict[str, tuple[int, int, float]] = {
    "cover": (2700, 3800, 2.0),
    "landscape": (2604, 1736, 1.736),
    "portrait": (1736, 2604, 1.736),
    "wide": (2608, 1467, 1.63),
    "classic": (2600, 1950, 2600 / 1200),
}


def ink(code: str | Field) -> Field:
    """A colour from six hexadecimal digits, as three numbers from 0 to 1."""
    if isinstance(code, str):
        return np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)], "f4") / 255
    return code


def mix(a: str | Field, b: str | Field, share: float) -> Field:
    """The colour that is `share` of the way from a to b."""
    return np.asarray(ink(a) * (1 - share) + ink(b) * share)


def ramp(stops: Sequence[tuple[float, str | Field]], value: Field) -> Field:
    """Colours for a field of values, through (value, colour) stops."""
    places = [stop for stop, _ in stops]
    colours = np.array([ink(colour) for _, colour in stops])
    parts = [np.interp(value, places, colours[:, i]) for i in range(3)]
    return np.stack(parts, axis=-1).astype("f4")


def wash(*stops: tuple[float, str | Field], across: bool = False) -> Callable[[Field, Field], Field]:
    """A graded wash, down the sheet or across it."""

    def paint(x: Field, y: Field) -> Field:
        if across:
            return ramp(stops, x[0])[None, :, :]
        return ramp(stops, y[:, 0])[:, None, :]

    return paint


def ease(low: float | Field, high: float | Field, value: Field) -> Field:
    """Smooth step from 0 at `low` to 1 at `high`."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def steps(value: Field, levels: int, soft: float = 0.25) -> Field:
    """Flatten 0..1 into a few tones with soft borders, as a printer would."""
    scaled = np.clip(value, 0, 1) * levels
    base = np.floor(scaled)
    return np.asarray((base + ease(1 - soft, 1.0, scaled - base)) / levels)


def curve(points: Points, detail: int = 12, closed: bool = False) -> Field:
    """A smooth line through the points (a Catmull-Rom spline)."""
    p = np.asarray(points, float)
    ends = (p[-1], p, p[0], p[1]) if closed else (2 * p[0] - p[1], p, 2 * p[-1] - p[-2])
    p = np.vstack(ends)
    t = np.linspace(0, 1, detail, endpoint=False)[:, None]
    a, b, c, d = p[:-3], p[1:-2], p[2:-1], p[3:]
    out = []
    for i in range(len(a)):
        out.append(
            0.5
            * (
                2 * b[i]
                + (c[i] - a[i]) * t
                + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
            )
        )
    if not closed:
        out.append(p[-2][None, :])
    return np.vstack(out)


def placed(x: float, y: float, size: float, *points: tuple[float, float]) -> Field:
    """Points drawn about a place, at a size."""
    return np.array(points, float) * size + (x, y)


def offset(points: Points, dx: float, dy: float) -> Field:
    """The same points, moved."""
    return np.asarray(np.asarray(points, float) + np.array([dx, dy]))


def ribbon(points: Points, widths: float | Sequence[float] | Field) -> Field:
    """The outline of a line that changes width along its way."""
    p = np.asarray(points, float)
    w = np.interp(
        np.linspace(0, 1, len(p)),
        np.linspace(0, 1, np.size(widths)),
        np.atleast_1d(np.asarray(widths, float)),
    )
    along = np.gradient(p, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    side = np.stack([-along[:, 1], along[:, 0]], 1) * w[:, None] / 2
    return np.vstack([p + side, (p - side)[::-1]])


def oval(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> Field:
    """The outline of an ellipse, turned by `turn` radians."""
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    u, v = rx * np.cos(t), (rx if ry is None else ry) * np.sin(t)
    c, s = np.cos(turn), np.sin(turn)
    return np.stack([x + u * c - v * s, y + u * s + v * c], 1)


def box(x: float, y: float, w: float, h: float) -> Field:
    """The outline of a rectangle from its upper left corner."""
    return np.array([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], float)


@dataclass
class Mask:
    """Coverage of a part of the sheet: upper left pixel and values 0..1."""

    left: int
    top: int
    cover: Field

    def __and__(self, other: Mask) -> Mask:
        """The part of this mask that the other one covers too."""
        out = np.zeros_like(self.cover)
        h, w = self.cover.shape
        oh, ow = other.cover.shape
        y0, x0 = max(self.top, other.top), max(self.left, other.left)
        y1 = min(self.top + h, other.top + oh)
        x1 = min(self.left + w, other.left + ow)
        if y1 > y0 and x1 > x0:
            mine = np.s_[y0 - self.top : y1 - self.top, x0 - self.left : x1 - self.left]
            theirs = np.s_[y0 - other.top : y1 - other.top, x0 - other.left : x1 - other.left]
            out[mine] = self.cover[mine] * other.cover[theirs]
        return Mask(self.left, self.top, out)

    def __sub__(self, other: Mask) -> Mask:
        """The mask without what the other one covers."""
        return Mask(self.left, self.top, self.cover - (self & other).cover)

    def moved(self, dx: int, dy: int) -> Mask:
        """The same mask, some pixels further."""
        return Mask(self.left + dx, self.top + dy, self.cover)


class Canvas:
    """A sheet being painted; coordinates are units, not pixels."""

    def __init__(self, sheet: str, rng: np.random.Generator) -> None:
        width, height, self.unit = SHEETS[sheet]
        self.rng = rng
        self.w, self.h = width / self.unit, height / self.unit
        self.px: Field = np.zeros((height, width, 3), "f4")
        self.mottle = self._texture((2.0, 2.0)) * 0.5 + self._texture((9, 9)) * 0.5
        self.streak = self._texture((1.0, 26.0))

    def _texture(self, sigma: tuple[float, float]) -> Field:
        """Even noise brushed in one direction, of unit strength."""
        height, width = self.px.shape[:2]
        grain = self.rng.standard_normal((height // 2 + 1, width // 2 + 1), "f4")
        grain = ndimage.gaussian_filter(grain, sigma, mode="wrap")
        grain /= grain.std()
        return np.repeat(np.repeat(grain, 2, 0), 2, 1)[:height, :width]

    def grid(self) -> tuple[Field, Field]:
        """Unit coordinates of the pixels: a row of x and a column of y."""
        height, width = self.px.shape[:2]
        x = (np.arange(width, dtype="f4") + 0.5) / self.unit
        y = (np.arange(height, dtype="f4") + 0.5) / self.unit
        return x[None, :], y[:, None]

    def shape(self, *outlines: Points, holes: Sequence[Points] = ()) -> Mask:
        """The mask of some outlines, less the holes."""
        pts = [np.asarray(o, float) * self.unit for o in outlines]
        every = np.vstack(pts)
        height, width = self.px.shape[:2]
        x0, y0 = np.floor(every.min(0)).astype(int) - 1
        x1, y1 = np.ceil(every.max(0)).astype(int) + 2
        x0, y0 = max(int(x0), 0), max(int(y0), 0)
        x1, y1 = min(int(x1), width), min(int(y1), height)
        if x1 <= x0 or y1 <= y0:
            return Mask(0, 0, np.zeros((1, 1), "f4"))
        n = 4 if (x1 - x0) * (y1 - y0) < 1_500_000 else 2
        image = Image.new("L", ((x1 - x0) * n, (y1 - y0) * n))
        draw = ImageDraw.Draw(image)
        for outline in pts:
            draw.polygon([tuple(q) for q in (outline - (x0, y0)) * n], fill=255)
        for hole in holes:
            cut = (np.asarray(hole, float) * self.unit - (x0, y0)) * n
            draw.polygon([tuple(q) for q in cut], fill=0)
        cover = np.asarray(image.reduce(n), "f4") / 255
        return Mask(x0, y0, cover)

    def below(self, x: Field, y: Field) -> Mask:
        """The mask of all that lies under a line from edge to edge."""
        line = np.stack([x, y], 1)
        foot = [(x[-1], self.h + 2), (x[0], self.h + 2)]
        return self.shape(np.vstack([line, foot]))

    def everywhere(self) -> Mask:
        """The mask of the whole sheet."""
        return Mask(0, 0, np.ones(self.px.shape[:2], "f4"))

    def lay(
        self,
        mask: Mask,
        paint: Paint,
        opacity: float | Field = 1.0,
        texture: float = 0.02,
        streak: float = 0.0,
    ) -> None:
        """Lay paint through a mask, with a little of the brush in it."""
        h, w = mask.cover.shape
        rows = slice(mask.top, mask.top + h)
        cols = slice(mask.left, mask.left + w)
        if callable(paint):
            x, y = self.grid()
            colour = paint(x[:, cols], y[rows])
        else:
            colour = ink(paint)
        hand = 1 + texture * self.mottle[rows, cols] + streak * self.streak[rows, cols]
        cover = (mask.cover * opacity)[..., None]
        area = self.px[rows, cols]
        area += cover * (colour * hand[..., None] - area)

    def fill(self, *outlines: Points, paint: Paint, **how: Any) -> Mask:
        """Lay paint in outlines; the mask comes back for rims and shadows."""
        mask = self.shape(*outlines)
        self.lay(mask, paint, **how)
        return mask

    def rim(self, mask: Mask, dx: float, dy: float, paint: Paint, opacity: float = 1.0) -> None:
        """Light on the edge of a shape that faces (-dx, -dy)."""
        away = mask.moved(round(dx * self.unit), round(dy * self.unit))
        self.lay(mask - away, paint, opacity)

    def glow(self, x: float, y: float, reach: float, paint: str | Field, strength: float) -> None:
        """A soft light around a point, screened over what is there."""
        gx, gy = self.grid()
        far = np.hypot(gx - x, gy - y) / reach
        light = strength * np.exp(-(far**1.3) * 1.6)[..., None] * ink(paint)
        self.px = 1 - (1 - self.px) * (1 - np.clip(light, 0, 1))

    def haze(self, paint: str | Field, top: float, foot: float, most: float) -> None:
        """Mist that thickens from `top` down to `foot` and ends there softly."""
        _, y = self.grid()
        veil = ease(top, foot, y) * (1 - ease(foot, foot + (foot - top) * 0.5, y))
        self.px += (most * veil)[..., None] * (ink(paint) - self.px)
