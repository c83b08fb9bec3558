"""Tea hills and a viaduct with a small train."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, ink, offset, oval, ramp, ribbon, steps, wash
from .brush_forms import arch, person
from .brush_ground import grass
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import clouds, far_hills, patches, sky


def tea_hills(rng: np.random.Generator) -> Image.Image:
    """Tea hills with a small train on a viaduct."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "3c8a94"), (200, "93c0b0"), (420, "f5e7bd")])
    clouds(canvas, noise, (10, 330), ("cfdcc8", "fdf5da"), (430, 120), 0.42, 0.8)
    far_hills(canvas, noise, 430, 260, ("bfd6bd", "4f9078"), 5, 34, 360)
    canvas.haze("eef0d0", 400, 560, 0.65)
    tea(canvas, noise, Eye(1.7, 400, 750, 1500, 5.5, 16, (-0.7, 0.5, 0.2)), 8.0, 1.25, 0.35)
    viaduct(canvas)
    shoulders(canvas)
    tea(canvas, noise, Eye(1.7, 400, 750, 1500, 2.0, 5.4, (-0.7, 0.5, 0.2)), 1.9, 1.0, 0.0)
    pickers(canvas)
    return Image.fromarray(finish(canvas))


def tea(canvas: Canvas, noise: Noise, eye: Eye, shift: float, tall: float, mist: float) -> None:
    """Hills combed with rows of tea that follow their contours."""

    def ground(x: Field, z: Field) -> Field:
        hill = noise.cloud(x * 0.42 + shift, z * 0.42 + shift, 3, 0.38) * tall
        valley = 0.9 * ease(0.2, 2.2, np.abs(x - 0.35 - 0.02 * z)) - 0.45
        row = hill + valley * tall * 0.55
        return np.asarray(row + 0.012 * np.sin(row * 95 + 3 * noise.cloud(x * 0.7, z * 0.7, 2)))

    view = relief(canvas, ground, eye, 200, 900)
    light = ease(-0.05, 0.95, view.light) * (1 - 0.55 * ease(0.01, 0.12, view.shadow))
    comb = 0.5 + 0.5 * np.sin(view.height * 95 + 3 * view.patches(noise, 0.7, 0.7, 2) + 0.8)
    tone = steps(light * 0.8 + 0.1 * view.patches(noise, 3, 3), 5, 0.3) * (0.72 + 0.28 * comb)
    colour = ramp([(0, "0f4344"), (0.3, "1f6a4c"), (0.55, "5b9650"), (0.8, "b3c666"), (1, "e9e08f")], tone)
    far = np.clip(mist + 0.5 * ease(6, 15, view.z) * mist * 2, 0, 0.8)[..., None]
    mask = lay_relief(canvas, view, colour + far * (ink("dfe8c6") - colour))
    kuwahara(canvas, 4, mask)


def viaduct(canvas: Canvas) -> None:
    """A stone bridge of nine arches and the blue train on it."""
    left, right, deck, foot = 300.0, 1260.0, 452.0, 720.0
    wide = (right - left) / 9
    mask = canvas.shape(
        box(left - 60, deck, right - left + 120, foot - deck),
        holes=[arch(left + wide * (k + 0.5), foot + 5, wide * 0.74, foot - deck - 26) for k in range(9)],
    )
    reveal = canvas.shape(*(arch(left + wide * (k + 0.5), foot + 5, wide * 0.74, foot - deck - 26) for k in range(9)))
    canvas.lay(
        reveal.moved(0, 0) - reveal.moved(round(-13 * canvas.unit), 0),
        wash((deck, "4c5a55"), (foot, "8fa394")),
    )
    canvas.lay(mask, wash((deck, "e9c9a0"), (560, "c79a78"), (foot, "a9ab93")), texture=0.06)
    courses = [box(left - 60, deck + 22 + 17 * k, right - left + 120, 1.3) for k in range(15)]
    canvas.lay(canvas.shape(*courses) & mask, "8b6a58", 0.45)
    canvas.fill(box(left - 90, deck - 8, right - left + 180, 9), paint="f6e2ba")
    canvas.fill(box(left - 90, deck + 1, right - left + 180, 5), paint="8a6552")
    train_cars(canvas, deck - 8)


def shoulders(canvas: Canvas) -> None:
    """The two hillsides that carry the ends of the bridge, combed with tea."""
    for side, edge in ((1, 0.0), (-1, 1500.0)):
        line = curve(
            [
                (edge - side * 10, 405),
                (edge + side * 130, 430),
                (edge + side * 250, 452),
                (edge + side * 330, 530),
                (edge + side * 410, 640),
                (edge + side * 520, 760),
            ]
        )
        hill = np.vstack([line, [(edge - side * 10, 800)]])
        paint = wash((400, "5f9a5c" if side > 0 else "2f7654"), (620, "3a7d55"), (760, "a4bd92"))
        mask = canvas.fill(hill, paint=paint, texture=0.05)
        rows = []
        for k in range(1, 16):
            fall = (
                line
                + np.array([-side * 14 * k, 19 * k])
                + np.stack([0 * line[:, 0], 5 * np.sin(line[:, 0] / 40 + k)], 1)
            )
            rows.append(ribbon(fall, 6))
        canvas.lay(canvas.shape(*rows) & mask, "1d5a4a", 0.6)
        tops = [offset(r, -side * 2, -6) for r in rows]
        canvas.lay(canvas.shape(*tops) & mask, "c3cf7a", 0.5 if side > 0 else 0.25)
    canvas.haze("eef0d0", 640, 740, 0.4)


def train_cars(canvas: Canvas, rail: float) -> None:
    """Engine and five coaches, with steam-grey haze behind."""
    for k in range(6):
        x = 520 + 92 * k
        h = 34 if k < 5 else 36
        body = canvas.fill(box(x, rail - h - 4, 88, h), paint="2a6f93" if k < 5 else "a8452f")
        canvas.rim(body, 0, 3, "d9ecdf")
        canvas.fill(box(x, rail - 16, 88, 4), paint="f2d48a")
        canvas.fill(box(x + 2, rail - 4, 84, 4), paint="1b3038")
        patches(
            canvas,
            [box(x + 7 + 13 * j, rail - h + 3, 9, 10) for j in range(6)],
            ["f7e6b4" if (j + k) % 3 else "173f57" for j in range(6)],
        )
    canvas.haze("eef0d0", 640, 740, 0.35)


def pickers(canvas: Canvas) -> None:
    """Tea pickers among the near rows."""
    for x, base, h, coat in ((250, 790, 74, "b8502f"), (345, 835, 84, "e0a63f")):
        person(canvas, x, base, h, (coat, "4a2f2a"))
        canvas.fill(oval(x + h * 0.1, base - h * 0.62, h * 0.13, h * 0.16), paint="d9b77c")
    grass(canvas, 900, 1010, 900, ("1b5a48", "3f8050", "8fb45e", "123f40"), 40)


SCENES = {
    "colombo-envoy-received": tea_hills,
}
