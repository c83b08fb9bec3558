"""Rooms of the indoor scenes: a camera in true perspective, furniture, windows, light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.artwork.interior import Canvas, Paint, Point, Poly, hull, limb, mix, pts, rect, smooth

SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {}

Point3 = tuple[float, float, float]


def frame(x0: float, x1: float, y0: float, y1: float, z: float) -> list[Point3]:
    """An upright rectangle that faces the viewer."""
    return [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)]


def side(x: float, y0: float, y1: float, z0: float, z1: float) -> list[Point3]:
    """An upright rectangle on a side wall."""
    return [(x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)]


def ground(x0: float, x1: float, z0: float, z1: float, y: float = 0.0) -> list[Point3]:
    """A level rectangle."""
    return [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]


@dataclass
class Room:
    """One-point perspective: the viewer at x = 0 looks along z from the height `eye`."""

    c: Canvas
    cx: float  # vanishing point in pixels
    cy: float
    f: float  # focal length in pixels
    eye: float
    sun: tuple[float, float] = (0.6, -0.5)  # how far light moves in x and z for each metre it falls

    def pt(self, x: float, y: float, z: float) -> Point:
        """A point of the room on the canvas."""
        z = max(z, 0.05)
        return self.cx + self.f * x / z, self.cy - self.f * (y - self.eye) / z

    def k(self, z: float) -> float:
        """Pixels to the metre at the distance z."""
        return self.f / z

    def poly(self, pts: Sequence[Point3], near: float = 0.25) -> list[Point]:
        """A polygon of the room on the canvas, cut off in front of the viewer."""
        out: list[Point3] = []
        for i, a in enumerate(pts):
            b = pts[(i + 1) % len(pts)]
            if a[2] >= near:
                out.append(a)
            if (a[2] < near) != (b[2] < near):
                t = (near - a[2]) / (b[2] - a[2])
                out.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, near))
        return [self.pt(*p) for p in out]

    def fill(
        self,
        pts: Sequence[Point3],
        paint: Paint | str,
        alpha: float = 1,
        blur: float = 0,
        mode: str = "normal",
        clip: Sequence[Poly] | None = None,
    ) -> None:
        """Paint a flat polygon of the room."""
        q = self.poly(pts)
        if len(q) > 2:
            self.c.fill(q, paint, alpha, blur, mode, clip)

    def shell(self, x0: float, x1: float, h: float, z: float, paints: dict[str, Paint]) -> None:
        """Floor, ceiling, side walls and back wall."""
        faces = {
            "ceiling": ground(x0, x1, 0.25, z, h),
            "floor": ground(x0, x1, 0.25, z),
            "left": side(x0, 0, h, 0.25, z),
            "right": side(x1, 0, h, 0.25, z),
            "back": frame(x0, x1, 0, h, z),
        }
        for name, face in faces.items():
            if name in paints:
                self.fill(face, paints[name])

    def cast(self, pts: Sequence[Point3], y: float = 0.0) -> list[Point3]:
        """Where light through these points falls on a level at height y."""
        sx, sz = self.sun
        return [(px + sx * (py - y), y, pz + sz * (py - y)) for px, py, pz in pts]

    def patch(
        self,
        window: Sequence[Point3],
        colour: str,
        alpha: float = 0.8,
        y: float = 0.0,
        clip: Sequence[Point3] | None = None,
        blur: float = 2,
    ) -> None:
        """Sunlight through a window on the floor or on a table top."""
        inside = [self.poly(clip)] if clip is not None else None
        self.fill(self.cast(window, y), Paint(colour, texture=0.02), alpha, blur, "normal", inside)

    def shadow(
        self,
        pts: Sequence[Point3],
        colour: str,
        alpha: float = 0.6,
        blur: float = 6,
        clip: Sequence[Point3] | None = None,
        y: float = 0.0,
    ) -> None:
        """The shadow of a convex thing on the floor."""
        q = hull([self.pt(*p) for p in [*self.cast(pts, y), *[(a, y, b) for a, _, b in pts]]])
        if len(q) > 2:
            self.c.fill(q, Paint(colour, texture=0), alpha, blur, "multiply", [self.poly(clip)] if clip else None)

    def contact(
        self, x0: float, x1: float, z0: float, z1: float, colour: str = "#27303a", alpha: float = 0.5, y: float = 0.0
    ) -> None:
        """The soft dark pool under a thing that stands on the floor."""
        self.fill(ground(x0, x1, z0, z1, y), Paint(colour, texture=0), alpha, max(4, self.k(z0) * 0.05), "multiply")

    def solid(self, face: Sequence[Point3], move: Point3, front: Paint, edge: Paint) -> None:
        """A convex plate with thickness; the face that looks at the viewer is painted."""
        other = [(x + move[0], y + move[1], z + move[2]) for x, y, z in face]
        n = len(face)
        mid = [sum(p[i] for p in face) / n - (0, self.eye, 0)[i] for i in range(3)]
        seen = face if sum(mid[i] * move[i] for i in range(3)) > 0 else other
        self.c.fill(hull([*self.poly(face), *self.poly(other)]), edge)
        self.c.fill(self.poly(seen), front)

    def box(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        z: tuple[float, float],
        top: Paint,
        front: Paint,
        flank: Paint,
    ) -> None:
        """An upright box."""
        if x[0] > 0:
            self.fill(side(x[0], y[0], y[1], *z), flank)
        if x[1] < 0:
            self.fill(side(x[1], y[0], y[1], *z), flank)
        if y[1] < self.eye:
            self.fill(ground(*x, *z, y[1]), top)
        if y[0] > self.eye:
            self.fill(ground(*x, *z, y[0]), top)
        self.fill(frame(*x, *y, z[0]), front)

    def slab(self, outline: Sequence[Point], y0: float, y1: float, top: Paint, edge: Paint) -> None:
        """A level plate with any convex outline in x and z."""
        high = self.poly([(x, y1, z) for x, z in outline])
        low = self.poly([(x, y0, z) for x, z in outline])
        self.c.fill(hull([*high, *low]), edge)
        self.c.fill(high if y1 < self.eye else low, top)

    def disc(self, x: float, y: float, z: float, r: float, n: int = 60) -> list[Point]:
        """A level circle on the canvas."""
        turn = np.linspace(0, 2 * np.pi, n, endpoint=False)
        return [self.pt(x + r * float(np.cos(t)), y, z + r * float(np.sin(t))) for t in turn]

    def drum(
        self, x: float, z: float, r: tuple[float, float], y: tuple[float, float], wall: Paint, top: Paint | None
    ) -> None:
        """A round thing: cup, vase, table foot; radii at its foot and at its rim."""
        self.c.fill(hull([*self.disc(x, y[0], z, r[0]), *self.disc(x, y[1], z, r[1])]), wall)
        if top is not None:
            self.c.fill(self.disc(x, y[1], z, r[1]), top)

    def chair(
        self, x: float, z: float, facing: str, cloth: str, wood: str, light: str = "#ffe2b0", s: float = 1.0
    ) -> None:
        """An upholstered chair; `facing` is +x, -x, +z or -z."""
        fx, fz = {"+x": (1, 0), "-x": (-1, 0), "+z": (0, 1), "-z": (0, -1)}[facing]

        def at(u: float, y: float, v: float) -> Point3:
            return x + s * (u * fz + v * fx), y * s, z + s * (-u * fx + v * fz)

        def legs(v: float) -> None:
            for u in (-0.22, 0.22):
                a, b = self.pt(*at(u, 0.44, v)), self.pt(*at(u * 1.08, 0.0, v * 1.08))
                self.c.fill(limb([a, b], [self.k(z) * 0.05 * s, self.k(z) * 0.032 * s], False), wood)

        def back() -> None:
            curve = smooth(
                pts("-0.23,0.5 -0.255,0.75 -0.225,0.95 0,0.985 0.225,0.95 0.255,0.75 0.23,0.5 0.23,0.5 -0.23,0.5"),
                6,
            )
            face = [at(u, y, -0.27 - 0.05 * (y - 0.5)) for u, y in curve]
            dx, _, dz = (at(0, 0, 0.07)[i] - at(0, 0, 0)[i] for i in range(3))
            lit = Paint(mix(cloth, light, 0.22), mix(cloth, "#0c1a26", 0.18), 90, 0.03, "x")
            self.solid(face, (dx, 0, dz), lit, Paint(mix(cloth, light, 0.45), mix(cloth, light, 0.12), 90, 0.02, "x"))

        def seat() -> None:
            outline = [(at(u, 0, v)[0], at(u, 0, v)[2]) for u, v in rect(-0.25, -0.25, 0.25, 0.27)]
            self.slab(
                outline,
                0.42 * s,
                0.5 * s,
                Paint(mix(cloth, light, 0.34), streak="x"),
                Paint(mix(cloth, "#0c1a26", 0.25), streak="x"),
            )

        away = facing == "+z" or (facing == "+x" and x > 0.2) or (facing == "-x" and x < -0.2)
        legs(0.22)
        legs(-0.22)
        for part in (seat, back) if away else (back, seat):
            part()


def curtain(c: Canvas, x0: float, x1: float, y0: float, y1: float, light: str, dark: str, fold: float) -> None:
    """Hanging cloth in soft folds."""
    c.fill(rect(x0, y0, x1, y1), Paint(light, dark, 90, 0.03, "v"))
    x = x0
    while x < x1:
        w = fold * float(c.rng.uniform(0.6, 1.4))
        lean = w * float(c.rng.uniform(-0.3, 0.3))
        c.fill(
            [(x, y0), (x + w * 0.5, y0), (x + w * 0.62 + lean, y1), (x + lean, y1)],
            Paint(dark, mix(dark, "#000814", 0.3), 0, 0.03, "v"),
            0.7,
            w * 0.1,
        )
        c.fill(
            [(x + w * 0.68, y0), (x + w * 0.8, y0), (x + w * 0.84 + lean, y1), (x + w * 0.72 + lean, y1)],
            Paint(mix(light, "#fff0d0", 0.2), light, 90, 0.03, "v"),
            0.55,
            w * 0.06,
        )
        x += w
