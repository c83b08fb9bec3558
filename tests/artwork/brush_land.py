"""Noise, ridgelines and relief: the shapes of the ground and of the clouds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .brush import Canvas, Field, Mask, ease


class Noise:
    """Gradient noise on a lattice, the same for the same generator."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.order = np.tile(rng.permutation(256), 2).astype(np.int32)
        angle = rng.uniform(0, 2 * np.pi, 256)
        self.gx, self.gy = np.cos(angle).astype("f4"), np.sin(angle).astype("f4")

    def once(self, x: Field, y: Field) -> Field:
        """One octave, about -0.7 to 0.7."""
        x, y = np.broadcast_arrays(np.asarray(x, "f4"), np.asarray(y, "f4"))
        ix, iy = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
        fx, fy = x - ix, y - iy
        ix, iy = ix & 255, iy & 255

        def corner(i: int, j: int) -> Field:
            k = self.order[self.order[(ix + i) & 255] + ((iy + j) & 255)]
            return np.asarray(self.gx[k] * (fx - i) + self.gy[k] * (fy - j))

        u, v = (f * f * f * (f * (f * 6 - 15) + 10) for f in (fx, fy))
        top = corner(0, 0) * (1 - u) + corner(1, 0) * u
        foot = corner(0, 1) * (1 - u) + corner(1, 1) * u
        return np.asarray(top * (1 - v) + foot * v)

    def cloud(self, x: Field, y: Field, octaves: int = 5, gain: float = 0.5) -> Field:
        """Sum of octaves: soft hills, clouds; about -1 to 1."""
        total, size = np.zeros(np.broadcast(x, y).shape, "f4"), 1.0
        for k in range(octaves):
            f = 2.03**k
            total += size * self.once(x * f + 17.3 * k, y * f + 5.7 * k)
            size *= gain
        return np.asarray(total * 1.4)

    def crest(self, x: Field, y: Field, octaves: int = 6, gain: float = 0.5) -> Field:
        """Sharp crests with hollows between: rocky mountains; 0 to about 1."""
        total, size = np.zeros(np.broadcast(x, y).shape, "f4"), 1.0
        weight: Field = np.ones_like(total)
        for k in range(octaves):
            f = 2.07**k
            edge = 1 - np.abs(self.once(x * f + 31.7 * k, y * f + 11.1 * k)) * 1.9
            edge = np.clip(edge, 0, 1) * weight
            weight = np.clip(edge * 1.5, 0.15, 1)
            total += size * edge
            size *= gain
        return np.asarray(total / 1.6)

    def line(self, x: Field, scale: float, octaves: int = 6, gain: float = 0.5) -> Field:
        """A ridgeline over x: noise read along one row."""
        row = self.order[0] * 0.37 + 3.1
        return self.cloud(x / scale, np.full_like(x, row), octaves, gain)


@dataclass
class View:
    """What the eye sees of a relief, for every pixel of a band of the sheet."""

    mask: Mask
    x: Field
    z: Field
    height: Field
    light: Field
    slope: Field
    shadow: Field

    def patches(self, noise: Noise, fx: float, fz: float, octaves: int = 3) -> Field:
        """Patches that lie on the ground, about -1 to 1."""
        coarse = noise.cloud(self.x[::4, ::3] * fx, self.z[::4, ::3] * fz, octaves)
        h, w = self.x.shape
        rows = np.minimum((np.arange(h) + 1) // 4, coarse.shape[0] - 1)
        wide = _between(np.hstack([coarse, coarse[:, -1:], coarse[:, -1:]]), w)
        return np.asarray(ndimage.uniform_filter1d(wide[rows], 4, axis=0))


@dataclass
class Eye:
    """Where the relief is seen from, and where its light comes from."""

    up: float
    horizon: float
    centre: float
    lens: float
    near: float
    far: float
    sun: tuple[float, float, float] = (-0.7, 0.55, -0.25)


Ground = Callable[[Field, Field], Field]


def _at(field: Field, row: Field, share: Field) -> Field:
    """Field values between two slices, column by column."""
    cols = np.arange(field.shape[1])[None, :]
    before = np.take_along_axis(field, np.maximum(row - 1, 0), 0)
    after = field[row, cols]
    return np.asarray(before + (after - before) * share)


def _shadows(height: Field, x: Field, sun: tuple[float, float, float]) -> Field:
    """How deep every point lies in the shadow cast across its slice."""
    if abs(sun[0]) < 0.05:
        return np.zeros_like(height)
    fall = sun[1] / abs(sun[0])
    turn = slice(None) if sun[0] < 0 else slice(None, None, -1)
    h, way = height[:, turn], np.abs(x - x[:, turn][:, :1])[:, turn]
    roof = np.maximum.accumulate(h + way * fall, axis=1) - way * fall
    return np.asarray((roof - h)[:, turn])


def _hit(screen: Field, rows: Field) -> tuple[Field, Field, Field]:
    """First slice that covers each row of each column, and how far within it."""
    low = np.minimum.accumulate(screen, axis=0)
    index = np.empty((rows.size, screen.shape[1]), np.int32)
    for col in range(screen.shape[1]):
        index[:, col] = np.searchsorted(-low[:, col], -rows)
    seen = index < screen.shape[0]
    index = np.minimum(index, screen.shape[0] - 1)
    cols = np.arange(screen.shape[1])[None, :]
    before = np.take_along_axis(screen, np.maximum(index - 1, 0), 0)
    after = screen[index, cols]
    span = np.minimum(after - before, -1e-6)
    return index, np.clip((rows[:, None] - before) / span, 0, 1), seen


def _thin(u: Field) -> Field:
    """Every third column, and one beyond the last."""
    step = u[1] - u[0]
    return np.asarray(u[0] + step * 3 * np.arange((len(u) + 5) // 3))


def _between(field: Field, width: int) -> Field:
    """Every column, from every third."""
    at = np.arange(width) / 3
    i = at.astype(int)
    share = (at - i).astype("f4")
    return np.asarray(field[:, i] * (1 - share) + field[:, i + 1] * share)


def relief(canvas: Canvas, ground: Ground, eye: Eye, top: float, slices: int = 520) -> View:
    """Look at a ground (height over x and z) from the sheet line `top` down."""
    height, width = canvas.px.shape[:2]
    first = max(int(top * canvas.unit), 0)
    u = ((np.arange(width) + 0.5) / canvas.unit - eye.centre) / eye.lens
    z = np.geomspace(eye.near, eye.far, slices)[:, None]
    x = u[None, :] * z
    land = _between(ground(_thin(u)[None, :] * z, z), width)
    screen = eye.horizon + eye.lens * (eye.up - land) / z
    dx = np.gradient(land, u, axis=1) / z
    dz = np.gradient(land, z[:, 0], axis=0) - dx * u[None, :]
    sun = np.asarray(eye.sun) / np.linalg.norm(eye.sun)
    size = np.sqrt(1 + dx**2 + dz**2)
    lit = (-dx * sun[0] + sun[1] - dz * sun[2]) / size
    rows = (np.arange(first * 2, height * 2) + 0.5) / 2 / canvas.unit
    index, share, seen = _hit(screen.astype("f4"), rows.astype("f4"))
    wide, deep = np.broadcast_to(x, land.shape), np.broadcast_to(z, land.shape)
    shadow = _shadows(land, x, eye.sun)

    def seen_of(field: Field) -> Field:
        return _at(field.astype("f4"), index, share)

    return View(
        Mask(0, first, seen.astype("f4")),
        seen_of(wide),
        seen_of(deep),
        seen_of(land),
        seen_of(lit),
        seen_of(1 / size),
        seen_of(shadow),
    )


def lay_relief(canvas: Canvas, view: View, colour: Field, texture: float = 0.025) -> Mask:
    """Lay a colour for every row of a view (two rows per pixel) on the sheet."""
    cover = view.mask.cover.reshape(-1, 2, view.mask.cover.shape[1])
    tint = colour.reshape(cover.shape[0], 2, cover.shape[2], 3)
    total = cover.sum(1)
    mean = (tint * cover[..., None]).sum(1) / np.maximum(total, 1e-6)[..., None]
    mask = Mask(0, view.mask.top, total / 2)
    canvas.lay(mask, np.asarray(mean, "f4"), texture=texture)
    return mask


def kuwahara(canvas: Canvas, radius: int, mask: Mask | None = None) -> None:
    """Flatten the paint into small even patches with firm borders."""
    height, width = canvas.px.shape[:2]
    top, foot = 0, height
    if mask is not None:
        top, foot = mask.top, min(mask.top + mask.cover.shape[0], height)
    reach = radius // 2
    px = np.pad(canvas.px[top:foot], ((reach, reach), (reach, reach), (0, 0)), "edge")
    grey = px.mean(-1)
    size = radius + 1
    mean = ndimage.uniform_filter(px, (size, size, 0))
    spread = ndimage.uniform_filter(grey * grey, size)
    spread -= ndimage.uniform_filter(grey, size) ** 2
    out = canvas.px[top:foot].copy()
    best = np.full(out.shape[:2], np.inf, "f4")
    for dy in (0, 2 * reach):
        for dx in (0, 2 * reach):
            part = (slice(dy, dy + foot - top), slice(dx, dx + width))
            take = spread[part] < best
            best = np.where(take, spread[part], best)
            out = np.where(take[..., None], mean[part], out)
    cols = slice(0, width)
    share: Field = np.ones((foot - top, width, 1), "f4")
    if mask is not None:
        cols = slice(mask.left, mask.left + mask.cover.shape[1])
        share = mask.cover[..., None]
    canvas.px[top:foot, cols] += share * (out[:, cols] - canvas.px[top:foot, cols])


def finish(canvas: Canvas, grain: float = 0.012, wobble: float = 0.55) -> Field:
    """Let the edges tremble as by hand, add paper; bytes come back."""
    height, width = canvas.px.shape[:2]
    rows, cols = np.mgrid[0:height, 0:width].astype("f4")
    rows += wobble * canvas._texture((5.0, 5.0))
    cols += wobble * canvas._texture((5.0, 5.0))
    out = np.stack(
        [ndimage.map_coordinates(canvas.px[..., i], (rows, cols), order=1, mode="nearest") for i in range(3)],
        -1,
    )
    tooth = canvas.rng.standard_normal((height, width), "f4")
    tooth = ndimage.gaussian_filter(tooth, 0.9)
    tooth /= tooth.std()
    fibre = canvas._texture((1.2, 1.2))
    paper = grain * (0.6 * tooth + 0.6 * fibre)
    shade = 0.6 + 0.4 * ease(0.0, 0.35, out.mean(-1))
    out += (paper * shade)[..., None]
    return np.asarray(np.clip(out, 0, 1) * 255 + 0.5).astype("u1")
