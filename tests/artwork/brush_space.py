"""Space on the sheet: a plain perspective, and boxes that stand in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .brush import Canvas, Field, Points, mix, ramp
from .brush_scenery import patches


@dataclass
class Space:
    """A level view: eye height, horizon line, middle of the sheet, lens."""

    up: float
    horizon: float
    centre: float
    lens: float
    sun: tuple[float, float, float] = (-0.7, 0.5, -0.5)

    def at(self, points: Points) -> Field:
        """Sheet points of places (x, height, distance)."""
        p = np.atleast_2d(np.asarray(points, float))
        z = np.maximum(p[:, 2], 0.05)
        return np.stack(
            [
                self.centre + self.lens * p[:, 0] / z,
                self.horizon + self.lens * (self.up - p[:, 1]) / z,
            ],
            1,
        )

    def on(self, path: Field, height: float = 0.0) -> Field:
        """Sheet points of a path (x, distance) on the ground or above it."""
        p = np.asarray(path, float)
        return self.at(np.stack([p[:, 0], np.full(len(p), height), p[:, 1]], 1))

    def lane(self, path: Field, half: float, height: Field | float = 0.0, shift: float = 0.0) -> list[Field]:
        """A strip along a path (x, distance), lying at a height, piece by piece."""
        p = np.asarray(path, float)
        d = np.gradient(p, axis=0)
        d /= np.maximum(np.hypot(d[:, 0], d[:, 1]), 1e-9)[:, None]
        out = np.stack([d[:, 1], -d[:, 0]], 1)
        high = np.broadcast_to(height, len(p))
        a, b = (
            self.at(np.stack([q[:, 0], high, q[:, 1]], 1)) for q in (p + out * (shift - half), p + out * (shift + half))
        )
        return [np.array([a[i], a[i + 1], b[i + 1], b[i]]) for i in range(len(p) - 1)]


@dataclass
class Face:
    """A flat four-cornered face in space: a corner and its two edges."""

    space: Space
    corner: Field
    along: Field
    rise: Field
    light: float

    def quad(self, s0: float, t0: float, s1: float, t1: float) -> Field:
        """The part from (s0, t0) to (s1, t1), as a sheet outline."""
        st = ((s0, t0), (s1, t0), (s1, t1), (s0, t1))
        return self.space.at(np.array([self.corner + s * self.along + t * self.rise for s, t in st]))

    def spot(self, s: float, t: float) -> Field:
        """One sheet point of the face."""
        return np.asarray(self.space.at([self.corner + s * self.along + t * self.rise])[0])

    def tone(self, paint: str | Field, dark: str = "14303c", most: float = 0.6) -> Field:
        """A paint as it looks in the light this face has."""
        return mix(paint, dark, most * (1 - self.light))


def sides(
    space: Space,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    heading: float = 0.0,
) -> list[Face]:
    """Visible faces of a box (foot centre; length, height, depth): far first, top last."""
    length, height, depth = size
    f = np.array([np.cos(heading), 0, np.sin(heading)])
    r = np.array([-np.sin(heading), 0, np.cos(heading)])
    up = np.array([0.0, 1, 0])
    foot = np.asarray(place, float)
    eye = np.array([0, space.up, 0])
    sun = np.asarray(space.sun) / np.linalg.norm(space.sun)
    found = []
    for normal, half, edge, wide in (
        (-r, depth / 2, f, length),
        (r, depth / 2, -f, length),
        (f, length / 2, r, depth),
        (-f, length / 2, -r, depth),
    ):
        centre = foot + normal * half
        if np.dot(normal, eye - centre - up * height / 2) <= 0:
            continue
        light = float(np.clip(0.5 + 0.6 * np.dot(normal, sun), 0, 1))
        found.append(Face(space, centre - edge * wide / 2, edge * wide, up * height, light))
    found.sort(key=lambda face: -float(np.linalg.norm(face.corner + face.along / 2 - eye)))
    if space.up > foot[1] + height:
        corner = foot - f * length / 2 - r * depth / 2 + up * height
        light = float(np.clip(0.55 + 0.6 * sun[1], 0, 1))
        found.append(Face(space, corner, f * length, r * depth, light))
    return found


def raise_box(
    canvas: Canvas,
    space: Space,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    paint: str | Field,
    heading: float = 0.0,
    dark: str = "14303c",
    most: float = 0.6,
) -> list[Face]:
    """Paint a box in its light and give its faces back for details."""
    faces = sides(space, place, size, heading)
    for face in faces:
        canvas.fill(face.quad(0, 0, 1, 1), paint=face.tone(paint, dark, most), texture=0.03)
    return faces


def panes(
    canvas: Canvas,
    face: Face,
    cols: int,
    rows: int,
    paint: str,
    lamp: str,
    lamps: float,
    fill: tuple[float, float] = (0.5, 0.55),
    margin: tuple[float, float] = (0.06, 0.08),
) -> None:
    """Rows of windows on a face, some of them lit."""
    shapes, colours = [], []
    ds, dt = (1 - 2 * margin[0]) / cols, (1 - 2 * margin[1]) / rows
    for i in range(cols):
        for j in range(rows):
            s = margin[0] + ds * (i + 0.5 - fill[0] / 2)
            t = margin[1] + dt * (j + 0.5 - fill[1] / 2)
            shapes.append(face.quad(s, t, s + ds * fill[0], t + dt * fill[1]))
            on = canvas.rng.uniform() < lamps
            glass = mix(paint, "c8d4cc", canvas.rng.uniform(0, 0.18) * face.light)
            colours.append(mix(lamp, "fff3d0", canvas.rng.uniform(0, 0.35)) if on else glass)
    patches(canvas, shapes, colours)


def pitched(
    canvas: Canvas,
    space: Space,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    rise: float,
    paint: str,
    heading: float = 0.0,
    dark: str = "3a2a30",
    over: float = 0.12,
) -> None:
    """A hipped roof over a box whose top is at the place: ridge along its length."""
    length, _, depth = size
    f = np.array([np.cos(heading), 0, np.sin(heading)])
    r = np.array([-np.sin(heading), 0, np.cos(heading)])
    foot = np.asarray(place, float)
    a, b = length / 2 + over, depth / 2 + over
    ridge = max(a - b * 0.8, a * 0.15)
    top = foot + np.array([0, rise, 0])
    c = [foot - f * a - r * b, foot + f * a - r * b, foot + f * a + r * b, foot - f * a + r * b]
    k = [top - f * ridge, top + f * ridge]
    sun = np.asarray(space.sun) / np.linalg.norm(space.sun)
    planes = [
        ([c[0], c[1], k[1], k[0]], -r),
        ([c[1], c[2], k[1]], f),
        ([c[2], c[3], k[0], k[1]], r),
        ([c[3], c[0], k[0]], -f),
    ]
    eye = np.array([0, space.up, 0])
    drawn = []
    for corners, normal in planes:
        slope = normal * rise + np.array([0, b, 0])
        slope = slope / np.linalg.norm(slope)
        mid = np.mean(corners, axis=0)
        if np.dot(slope, eye - mid) <= 0:
            continue
        light = float(np.clip(0.45 + 0.6 * np.dot(slope, sun), 0, 1))
        drawn.append((float(np.linalg.norm(mid - eye)), corners, light))
    for _, corners, light in sorted(drawn, key=lambda d: -d[0]):
        shade = ramp([(0, dark), (0.55, paint), (1, mix(paint, "fff0c8", 0.4))], np.array(light))
        canvas.fill(space.at(np.array(corners)), paint=shade, texture=0.04)
