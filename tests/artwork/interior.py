"""Gouache canvas for the indoor scenes: flat shapes, brush texture, light, paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter
from scipy import ndimage

Point = tuple[float, float]
Poly = Sequence[Point]
Array = NDArray[np.float32]

TILE = 1024


def rgb(colour: str) -> Array:
    """A `#rrggbb` colour as three floats from 0 to 1."""
    code = colour.lstrip("#")
    return np.array([int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def mix(one: str, two: str, part: float) -> str:
    """The colour that lies `part` of the way from one colour to the other."""
    value = rgb(one) * (1 - part) + rgb(two) * part
    return "#" + "".join(f"{round(float(v) * 255):02x}" for v in value)


@dataclass(frozen=True)
class Paint:
    """A colour, or a passage of one colour into another, laid with a brush."""

    a: str
    b: str | None = None
    angle: float = 90.0  # direction from a to b in degrees; 90 runs downwards
    texture: float = 0.03
    streak: str = "h"
    span: tuple[Point, Point] | None = None  # a at the first point, b at the second


@dataclass
class Mask:
    """Coverage from 0 to 1 inside a box of the canvas."""

    x: int
    y: int
    a: Array


def pts(text: str) -> list[Point]:
    """Points from a text like `0.1,0.2 0.3,0.4`."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]


def smooth(points: Poly, steps: int = 10, closed: bool = True) -> list[Point]:
    """A Catmull-Rom curve through the points; a doubled point makes a corner."""
    p = np.array(points, np.float64)
    n = len(p)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        q = [p[(i + k) % n] if closed else p[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2)]
        still = bool(np.all(q[1] == q[2]))
        for s in range(1 if still else steps):
            t = s / steps
            c = 0.5 * (
                2 * q[1]
                + (q[2] - q[0]) * t
                + (2 * q[0] - 5 * q[1] + 4 * q[2] - q[3]) * t * t
                + (3 * q[1] - q[0] - 3 * q[2] + q[3]) * t**3
            )
            out.append((float(c[0]), float(c[1])))
    if not closed:
        out.append((float(p[-1][0]), float(p[-1][1])))
    return out


def rect(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """The corners of an upright box."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0, n: int = 72) -> list[Point]:
    """Points round an ellipse, turned by `turn` degrees."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out = []
    for i in range(n):
        a = math.tau * i / n
        x, y = rx * math.cos(a), ry * math.sin(a)
        out.append((cx + x * c - y * s, cy + x * s + y * c))
    return out


def limb(points: Poly, widths: Sequence[float], curve: bool = True) -> list[Point]:
    """A tapering stroke with round ends: arms, stems, cables, handles."""
    path = np.array(smooth(points, 8, False) if curve and len(points) > 2 else points)
    at = np.linspace(0, 1, len(path))
    half = np.interp(at, np.linspace(0, 1, len(widths)), widths) / 2
    step = np.gradient(path, axis=0)
    step /= np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]
    normal = np.stack([-step[:, 1], step[:, 0]], 1)
    left, right = path + normal * half[:, None], path - normal * half[:, None]
    caps = []
    for end, sign in ((-1, 1.0), (0, -1.0)):
        turn = np.linspace(math.pi / 2, -math.pi / 2, 9)[1:-1]
        arc = np.cos(turn)[:, None] * step[end] * sign + np.sin(turn)[:, None] * normal[end] * sign
        caps.append(path[end] + arc * half[end])
    ring = np.concatenate([left, caps[0], right[::-1], caps[1]])
    return [(float(x), float(y)) for x, y in ring]


def hull(points: Iterable[Point]) -> list[Point]:
    """The convex outline of the points."""
    pts = sorted(set(points))
    if len(pts) < 3:
        return pts
    out: list[Point] = []
    for run in (pts, pts[::-1]):
        start = len(out)
        for p in run:
            while len(out) - start >= 2:
                (ax, ay), (bx, by) = out[-2], out[-1]
                if (bx - ax) * (p[1] - ay) - (by - ay) * (p[0] - ax) > 0:
                    break
                out.pop()
            out.append(p)
        out.pop()
    return out


class Canvas:
    """A painting: opaque flats, soft lights and shades, then paper and grain."""

    def __init__(self, w: int, h: int, rng: np.random.Generator, ground: str = "#e8dcc2") -> None:
        self.w, self.h, self.rng = w, h, rng
        self.px: Array = np.empty((h, w, 3), np.float32)
        self.px[:] = rgb(ground)
        self._tiles = {k: self._tile(s) for k, s in (("h", (2.2, 70)), ("v", (70, 2.2)), ("x", (14, 14)))}

    def _tile(self, sigma: tuple[float, float]) -> Array:
        noise = self.rng.standard_normal((TILE, TILE)).astype(np.float32)
        fine = ndimage.gaussian_filter(noise, sigma, mode="wrap")
        broad = ndimage.gaussian_filter(self.rng.standard_normal((TILE, TILE)), 60, mode="wrap")
        out = fine / fine.std() + 0.7 * broad / broad.std()
        return np.asarray(out / out.std(), np.float32)

    def texture(self, m: Mask, streak: str) -> Array:
        """A patch of brush marks, taken from anywhere in the stored tile."""
        oy, ox = (int(v) for v in self.rng.integers(0, TILE, 2))
        h, w = m.a.shape
        ys = (np.arange(h) + oy) % TILE
        xs = (np.arange(w) + ox) % TILE
        return self._tiles[streak][np.ix_(ys, xs)]

    def mask(
        self, polys: Sequence[Poly], blur: float = 0, holes: Sequence[Poly] = (), clip: Sequence[Poly] | None = None
    ) -> Mask | None:
        """Smooth-edged coverage of the union of the shapes, perhaps blurred."""
        pad = 3 * blur + 2
        xs = [p[0] for q in polys for p in q]
        ys = [p[1] for q in polys for p in q]
        if not xs:
            return None
        x0, x1 = max(0, math.floor(min(xs) - pad)), min(self.w, math.ceil(max(xs) + pad))
        y0, y1 = max(0, math.floor(min(ys) - pad)), min(self.h, math.ceil(max(ys) + pad))
        if x1 <= x0 or y1 <= y0:
            return None
        w, h = x1 - x0, y1 - y0
        scale = 0.25 if blur > 10 else 1.0 if blur > 3 else 4.0 if w * h < 400_000 else 2.0
        extra = round(pad) if blur > 3 else 2
        size = (max(1, round((w + 2 * extra) * scale)), max(1, round((h + 2 * extra) * scale)))
        image = Image.new("L", size)
        draw = ImageDraw.Draw(image)
        for group, value in ((polys, 255), (holes, 0)):
            for q in group:
                if len(q) > 2:
                    draw.polygon(
                        [((x - x0 + extra) * scale - 0.5, (y - y0 + extra) * scale - 0.5) for x, y in q], value
                    )
        if blur:
            image = image.filter(ImageFilter.GaussianBlur(float(blur * scale)))
        filt = Image.Resampling.BICUBIC if scale < 1 else Image.Resampling.LANCZOS
        image = image.resize((w, h), filt, (extra * scale, extra * scale, (w + extra) * scale, (h + extra) * scale))
        a: Array = np.array(image, np.float32) / np.float32(255)
        if clip is not None:
            a *= self._clip(clip, x0, y0, w, h)
        return Mask(x0, y0, a)

    def _clip(self, polys: Sequence[Poly], x0: int, y0: int, w: int, h: int) -> Array:
        image = Image.new("L", (w * 2, h * 2))
        draw = ImageDraw.Draw(image)
        for q in polys:
            draw.polygon([((x - x0) * 2 - 0.5, (y - y0) * 2 - 0.5) for x, y in q], 255)
        return np.array(image.resize((w, h), Image.Resampling.LANCZOS), np.float32) / np.float32(255)

    def colour(self, paint: Paint, m: Mask) -> Array:
        """The paint as pixels over the box of the mask."""
        h, w = m.a.shape
        if paint.b is None:
            base = np.broadcast_to(rgb(paint.a), (h, w, 3))
        else:
            yy = np.arange(h, dtype=np.float32)[:, None] + m.y
            xx = np.arange(w, dtype=np.float32)[None, :] + m.x
            if paint.span:
                (ax, ay), (bx, by) = paint.span
                d2 = (bx - ax) ** 2 + (by - ay) ** 2 or 1.0
                t = ((xx - ax) * (bx - ax) + (yy - ay) * (by - ay)) / d2
            else:
                c, s = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
                reach = (abs(c) * w + abs(s) * h) or 1.0
                t = ((xx - m.x - w / 2) * c + (yy - m.y - h / 2) * s) / reach + 0.5
            part = np.asarray(np.clip(t, 0, 1), np.float32)[..., None]
            base = rgb(paint.a) + (rgb(paint.b) - rgb(paint.a)) * part
        if not paint.texture:
            return np.asarray(base, np.float32)
        marks = self.texture(m, paint.streak)
        tint = np.array([1.12, 1.0, 0.84], np.float32)
        lift = np.asarray(paint.texture * marks[..., None] * tint, np.float32)
        return np.asarray(base * (1 + lift) + lift * 0.12, np.float32)

    def lay(self, m: Mask | None, paint: Paint | str, alpha: float = 1, mode: str = "normal") -> None:
        """Put paint on the canvas through a mask: normal, multiply, screen or dry."""
        if m is None:
            return
        paint = Paint(paint) if isinstance(paint, str) else paint
        h, w = m.a.shape
        under = self.px[m.y : m.y + h, m.x : m.x + w]
        over = self.colour(paint, m)
        a = m.a * alpha
        if mode == "dry":
            a = a * np.clip(self.texture(m, paint.streak) * 1.4 + 0.2, 0, 1)
        elif mode == "multiply":
            over = under * over
        elif mode == "screen":
            over = 1 - (1 - under) * (1 - np.clip(over, 0, 1))
        under += (over - under) * a[..., None]

    def fill(
        self,
        poly: Poly,
        paint: Paint | str,
        alpha: float = 1,
        blur: float = 0,
        mode: str = "normal",
        clip: Sequence[Poly] | None = None,
        holes: Sequence[Poly] = (),
    ) -> None:
        """Paint one shape."""
        self.lay(self.mask([poly], blur, holes, clip), paint, alpha, mode)

    def rim(self, m: Mask | None, dx: float, dy: float, paint: Paint | str, alpha: float = 1, soft: float = 1) -> None:
        """Light the edge of a shape on the side that (dx, dy) points to."""
        if m is None:
            return
        body = ndimage.gaussian_filter(m.a, soft) if soft else m.a
        moved = ndimage.shift(body, (-dy, -dx), order=1)
        edge: Array = np.asarray(np.clip(m.a * (1 - moved), 0, 1), np.float32)
        self.lay(Mask(m.x, m.y, edge), paint, alpha)

    def glow(self, x: float, y: float, r: float, colour: str, alpha: float = 1, ratio: float = 1.0) -> None:
        """A soft round light that fades to nothing at the radius r."""
        x0, x1 = max(0, int(x - r)), min(self.w, int(x + r))
        y0, y1 = max(0, int(y - r * ratio)), min(self.h, int(y + r * ratio))
        if x1 <= x0 or y1 <= y0:
            return
        yy = (np.arange(y0, y1, dtype=np.float32)[:, None] - y) / (r * ratio)
        xx = (np.arange(x0, x1, dtype=np.float32)[None, :] - x) / r
        fall = np.clip(1 - np.hypot(xx, yy), 0, 1)
        self.lay(Mask(x0, y0, np.asarray(fall * fall, np.float32)), Paint(colour, texture=0), alpha, "screen")

    def wash(self, a: str, b: str, alpha: float, mode: str = "multiply", angle: float = 90) -> None:
        """A passage of colour over the whole picture, to bind the tones."""
        full = Mask(0, 0, np.ones((self.h, self.w), np.float32))
        self.lay(full, Paint(a, b, angle, 0), alpha, mode)

    def finish(self, wobble: float = 0.5, grain: float = 0.012) -> Image.Image:
        """Waver the edges like a hand-cut stencil, add paper grain, give the picture."""
        h, w = self.h, self.w
        shift = [
            ndimage.zoom(self.rng.standard_normal((h // 40 + 3, w // 40 + 3)).astype(np.float32), 40, order=1)[:h, :w]
            for _ in range(2)
        ]
        shift = [ndimage.gaussian_filter(s, 12) * wobble * 1.6 for s in shift]
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        at = [yy + shift[0], xx + shift[1]]
        out = np.empty_like(self.px)
        for k in range(3):
            out[..., k] = ndimage.map_coordinates(self.px[..., k], at, order=2, mode="nearest")
        noise = ndimage.gaussian_filter(self.rng.standard_normal((h, w)).astype(np.float32), 0.9)
        fibre = ndimage.gaussian_filter(self.rng.standard_normal((h, w)).astype(np.float32), (1.0, 5.0))
        paper = noise / noise.std() + 0.6 * fibre / fibre.std()
        out += (grain * paper)[..., None] * (0.55 + 0.45 * out)
        return Image.fromarray((np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8))
