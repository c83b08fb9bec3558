"""Steppe, fields and pastures."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import Canvas, Field, box, curve, ease, mix, oval, ramp, ribbon, steps, wash
from .brush_forms import turned
from .brush_ground import grass, meadow
from .brush_land import Eye, Noise, finish, kuwahara, lay_relief, relief
from .brush_scenery import (
    Massif,
    clouds,
    far_hills,
    glints,
    mirror,
    mountains,
    patches,
    sky,
)
from .brush_space import Face, Space, raise_box, sides

HORSE = [(-50, -4), (-46, -22), (-36, -30), (-18, -29), (4, -28), (16, -31), (28, -24), (38, -8),
         (47, 8), (55, 22), (51, 28), (45, 25), (38, 14), (28, 4), (23, 4), (20, 12), (22, 26),
         (20, 41), (15, 41), (14, 25), (11, 9), (-6, 11), (-22, 9), (-31, 8), (-30, 16), (-26, 26),
         (-28, 41), (-33, 41), (-34, 27), (-42, 16), (-46, 8)]
HORSE_UP = [(-50, -4), (-46, -22), (-36, -30), (-18, -29), (4, -28), (16, -34), (28, -52), (36, -60),
            (39, -66), (42, -60), (56, -48), (54, -42), (44, -44), (38, -34), (33, -18), (24, 2),
            (21, 12), (24, 26), (22, 41), (17, 41), (15, 25), (11, 9), (-6, 11), (-22, 9), (-31, 8),
            (-30, 16), (-26, 26), (-28, 41), (-33, 41), (-34, 27), (-42, 16), (-46, 8)]


def horse(canvas: Canvas, x: float, y: float, size: float, paint: str, light: str, up: bool, turn: int = 1) -> None:
    """A horse that grazes or looks up, with far legs, mane, tail and a lit back."""
    k = size / 100

    def at(points: list[tuple[float, float]]) -> Field:
        p = np.asarray(points, float) * (k * turn, k)
        return p + (x, y)

    dark = mix(paint, "0c1a20", 0.45)
    canvas.fill(oval(x, y + 42 * k, 52 * k, 6 * k), paint="12312f", opacity=0.45)
    far = [ribbon(at([(12, 6), (9, 22), (13, 40)]), [9 * k, 4 * k, 5 * k]),
           ribbon(at([(-36, 4), (-41, 22), (-38, 40)]), [11 * k, 4 * k, 5 * k])]
    canvas.fill(*far, paint=dark)
    body = canvas.fill(curve(at(HORSE_UP if up else HORSE), 6, True), paint=paint)
    canvas.rim(body, 1.6 * k * turn, 3.4 * k, light, 0.9)
    tail = at([(-47, -20), (-56, -10), (-57, 8), (-53, 22)])
    mane = at([(36, -62), (27, -48), (18, -34), (10, -30)] if up else [(8, -30), (22, -27), (32, -16), (40, -2)])
    canvas.fill(ribbon(curve(tail), [4 * k, 9 * k, 2 * k]), ribbon(curve(mane), [2 * k, 8 * k, 2 * k]), paint=dark)


def yurt(canvas: Canvas, x: float, base: float, w: float) -> None:
    """A felt yurt: wall, sloped roof, crown ring, bands and a painted door."""
    wall, roof = w * 0.30, w * 0.26
    canvas.fill(oval(x + w * 0.16, base + 1, w * 0.62, w * 0.05), paint="16383a", opacity=0.55)
    felt = ("fbf0d8", "f1dfc0", "cdbfa6", "93a09c", "5f7c84")
    turned(canvas, x, [(base - wall - roof, w * 0.09), (base - wall - roof * 0.72, w * 0.2), (base - wall, w * 0.52)], felt)
    turned(canvas, x, [(base - wall, w * 0.5), (base - wall * 0.4, w * 0.505), (base, w * 0.48)], felt)
    turned(canvas, x, [(base - wall - roof - w * 0.03, w * 0.085), (base - wall - roof + 1, w * 0.1)], ("b0603c", "5a3433"))
    bands = []
    for f, g in ((0.93, 0.5), (0.16, 0.5)):
        t = np.linspace(-1, 1, 30)
        bands.append(ribbon(np.stack([x + t * w * g, base - wall * f + w * 0.02 * (1 - t * t)], 1), w * 0.028))
    ropes = [ribbon([(x + d * w * 0.1, base - wall - roof), (x + d * w * 0.47, base - wall * 0.96)], w * 0.012) for d in (-0.9, -0.4, 0.3, 0.8)]
    canvas.fill(*bands, *ropes, paint="a8552f", opacity=0.85)
    door = box(x - w * 0.2, base - wall * 0.86, w * 0.17, wall * 0.88)
    canvas.fill(door, paint="2f5a63")
    canvas.fill(box(x - w * 0.185, base - wall * 0.8, w * 0.06, wall * 0.78), box(x - w * 0.11, base - wall * 0.8, w * 0.06, wall * 0.78), paint="c8743f")


def bishkek(rng: np.random.Generator) -> Image.Image:
    """Yurts and horses on a pasture under the Ala-Too range."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2f6f7d"), (200, "6fa7a3"), (380, "d9dcbb"), (470, "f3e3b4")])
    clouds(canvas, noise, (40, 300), ("e9e4cb", "fdf6e0"), (460, 90), 0.36, 0.75)
    mountains(canvas, noise, Massif(520, 250, ("a3a08b", "3b6470"), ("fdf3dc", "86abb4"), 0.36,
                                    "c4d3bd", crown=300))
    far_hills(canvas, noise, 505, 60, ("9fbba4", "4f8572"), 3, 16, 300)
    meadow(canvas, noise, Eye(1.0, 500, 800, 1600, 3.4, 30, (-0.8, 0.3, -0.1)), 430,
           ("1c4f49", "48835a", "a9bd6a"), ("5d9079", "93b27f", "d8d596"), 0.07)
    for x, base, w in ((1010, 612, 105), (1180, 640, 150), (1390, 690, 230)):
        yurt(canvas, x, base, w)
    smoke = curve([(1390, 556), (1400, 500), (1380, 450), (1410, 400), (1396, 350)])
    canvas.fill(ribbon(smoke, [3, 10, 16, 20, 3]), paint="f4ead0", opacity=0.35)
    for x, y, size, paint, up, turn in (
        (700, 600, 52, "7a4a35", False, 1), (790, 615, 60, "3c3a3c", False, -1),
        (560, 640, 84, "a3673f", True, 1), (430, 690, 120, "4a3330", False, -1), (250, 720, 150, "8a4f33", True, 1),
    ):
        horse(canvas, x, y, size, paint, "f2c98a", up, turn)
    grass(canvas, 780, 915, 2600, ("1f5a4c", "2f7057", "7fa35e", "164640", "c3c276"), 46)
    return Image.fromarray(finish(canvas))


def rail_way() -> Field:
    """The railway on the ground: x and distance, from far to near."""
    return curve([(-560, 900), (-330, 520), (-150, 280), (-52, 150), (-8, 92), (16, 66), (33, 52), (60, 38)], 40)


def rails(canvas: Canvas, space: Space, way: Field) -> None:
    """Embankment, sleepers and rails along the way."""
    canvas.fill(*space.lane(way, 5.5, -0.9), paint="5b4d3d")
    canvas.fill(*space.lane(way, 3.2, -0.2), paint="93785a")
    step = np.cumsum(np.hypot(*np.diff(way, axis=0, prepend=way[:1]).T))
    even = np.arange(step[-1] - 160, step[-1], 1.1)
    ties = np.stack([np.interp(even, step, way[:, i]) for i in (0, 1)], 1)
    along = np.gradient(ties, axis=0)
    along /= np.hypot(*along.T)[:, None]
    out = np.stack([along[:, 1], -along[:, 0]], 1)
    quads = [space.on(np.array([p - o * 1.4, p + o * 1.4, p + o * 1.4 + a * 0.4, p - o * 1.4 + a * 0.4]))
             for p, o, a in zip(ties, out, along, strict=True)]
    patches(canvas, quads, ["3b3431"] * len(quads))
    for side in (-0.8, 0.8):
        canvas.fill(*space.lane(way, 0.08, 0.15, side), paint="f0cf9c")


def wheels(canvas: Canvas, face: Face) -> None:
    """Four wheels under the long side of a vehicle."""
    if np.linalg.norm(face.along) < 6 or face.rise[1] == 0:
        return
    for s in (0.08, 0.19, 0.81, 0.92):
        p, q = face.spot(s, 0.1), face.spot(s, 1.0)
        r = abs(p[1] - q[1]) * 0.52
        canvas.fill(oval(p[0], p[1] - r * 0.3, r), paint="10191e")
        canvas.fill(oval(p[0] - r * 0.15, p[1] - r * 0.45, r * 0.5), paint="57524a")


def wagon(canvas: Canvas, space: Space, place: tuple[float, float], turn: float, kind: int) -> None:
    """One wagon: container, hopper, tank or boxcar, on its bogies."""
    x, z = place
    paint = ("a84f35", "2f6672", "c08a3e", "7c8f86", "8a4433")[kind % 5]
    for face in sides(space, (x, 0.35, z), (11.5, 0.9, 2.0), turn):
        canvas.fill(face.quad(0, 0, 1, 1), paint="1d2a30")
        wheels(canvas, face)
    tall = (2.9, 3.3, 3.0, 2.6, 3.3)[kind % 5]
    faces = raise_box(canvas, space, (x, 1.25, z), (13.0, tall, 2.9), paint, turn, "1b2f3b", 0.62)
    for face in faces[:-1]:
        n = 11 if np.linalg.norm(face.along) > 6 else 3
        dark, light = face.tone(mix(paint, "10242c", 0.35)), face.tone(mix(paint, "ffe9c0", 0.25))
        ribs = [face.quad((i + 0.35) / n, 0.06, (i + 0.5) / n, 0.94) for i in range(n)]
        patches(canvas, ribs, [dark] * n)
        patches(canvas, [face.quad(0, 0.95, 1, 1), face.quad(0, 0, 1, 0.05)], [light, dark])
    if kind % 5 == 0:
        canvas.fill(faces[0].quad(0.485, 0, 0.515, 1), paint="1b2f3b")


def engine(canvas: Canvas, space: Space, place: tuple[float, float], turn: float) -> None:
    """The locomotive: cab, long hood, stripe, lamps."""
    x, z = place
    for face in sides(space, (x, 0.3, z), (15, 1.0, 2.2), turn):
        canvas.fill(face.quad(0, 0, 1, 1), paint="16242b")
        wheels(canvas, face)
    faces = raise_box(canvas, space, (x, 1.2, z), (17, 3.3, 3.0), "1f7f86", turn, "123743", 0.6)
    for face in faces[:-1]:
        long = np.linalg.norm(face.along) > 6
        canvas.fill(face.quad(0, 0.24, 1, 0.36), paint=face.tone("f0c35a"))
        canvas.fill(face.quad(0, 0.0, 1, 0.1), paint=face.tone("c9582f"))
        if long:
            shapes = [face.quad(0.08 + i * 0.075, 0.52, 0.13 + i * 0.075, 0.82) for i in range(9)]
            shapes.append(face.quad(0.86, 0.52, 0.95, 0.86))
            patches(canvas, shapes, ["123b47"] * 9 + ["f7d58c"])
        else:
            patches(canvas, [face.quad(0.1, 0.55, 0.46, 0.88), face.quad(0.54, 0.55, 0.9, 0.88)], ["f3d18e", "d8a865"])
            for s in (0.2, 0.8):
                p = face.spot(s, 0.2)
                canvas.fill(oval(p[0], p[1], 3.4), paint="fff2cf")
                canvas.glow(p[0], p[1], 26, "ffd98f", 0.5)


def train_to_the_sea(rng: np.random.Generator) -> Image.Image:
    """A freight train crosses the steppe; behind it the sea at dawn."""
    canvas = Canvas("wide", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1f5566"), (170, "5d938f"), (310, "e2b98a"), (400, "f8dca6")])
    clouds(canvas, noise, (60, 370), ("b98878", "f9d7a0"), (560, 74), 0.42, 0.7)
    canvas.glow(1180, 398, 460, "ffb765", 0.6)
    canvas.fill(oval(1180, 392, 34), paint="fff3d2")
    sea = canvas.shape(box(-2, 402, 1604, 120))
    mirror(canvas, sea, 402, "3f7d86", 0.55, 4, 1.5)
    glint(canvas)
    x = np.linspace(-5, 1605, 500)
    for k, (base, paint) in enumerate(((408, "8c9a8c"), (426, "6c7f6a"), (448, "7d7a50"))):
        y = base + 46 * ease(620 + 150 * k, 1500, x) + noise.line(x + 900 * k, 260, 5) * (14 - 2 * k) - 8
        canvas.lay(canvas.below(x, y), wash((400, mix(paint, "f0cf9a", 0.3)), (520, paint)), streak=0.02)
    space = Space(9.0, 405, 800, 1600, (0.6, 0.4, 0.5))
    meadow(canvas, noise, Eye(1.0, 405, 800, 1600, 3.0, 24, (0.8, 0.3, 0.2)), 455,
           ("4a4a2f", "8b7b40", "d9b566"), ("8a8454", "b9a568", "eccb86"), 0.05)
    way = rail_way()
    rails(canvas, space, way)
    far = np.cumsum(np.hypot(*np.diff(way[::-1], axis=0, prepend=way[-1:]).T))
    for k in range(22, -1, -1):
        s = 49 + k * 14.4 + (2 if k else 0)
        p = np.array([np.interp(s, far, way[::-1, i]) for i in (0, 1)])
        q = np.array([np.interp(s + 3, far, way[::-1, i]) for i in (0, 1)])
        turn = float(np.arctan2(p[1] - q[1], p[0] - q[0]))
        spot = (float(p[0]), float(p[1]))
        shade = space.on(np.array([p - (9, 0), p + (6, -1.5), p + (3, -5), p - (11, 3)]))
        canvas.fill(shade, paint="33352b", opacity=0.55)
        if k:
            wagon(canvas, space, spot, turn, int(rng.integers(0, 5)))
        else:
            engine(canvas, space, spot, turn)
    grass(canvas, 770, 910, 2400, ("5d5331", "8f7a3e", "3f4330", "dcb766"), 40)
    return Image.fromarray(finish(canvas))


def glint(canvas: Canvas) -> None:
    """The sun's path on the far sea."""
    glints(canvas, 1180, (406, 470), 60, "fff0c4", 160, 30)


def river_of_light(rng: np.random.Generator) -> Image.Image:
    """A straight road seen from the air; a river winds across it, full of sky."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "1d4a6b"), (130, "4d8796"), (235, "eec79a"), (290, "f9e3b6")])
    clouds(canvas, noise, (30, 250), ("a98f8d", "f8d9a6"), (520, 60), 0.4, 0.6)
    canvas.glow(960, 262, 420, "ffc27a", 0.6)
    far_hills(canvas, noise, 285, 34, ("b9b29a", "6b8a83"), 3, 10, 300)

    def ground(x: Field, z: Field) -> Field:
        return noise.cloud(x * 0.5, z * 0.5, 4, 0.45) * 0.09 * ease(2.2, 6, z)

    eye = Eye(2.2, 265, 750, 1500, 3.6, 70, (0.75, 0.3, 0.35))
    view = relief(canvas, ground, eye, 280, 460)
    fields = view.patches(noise, 1.1, 0.9, 4)
    light = 0.45 + 0.5 * (view.light - 0.34) * 4 + 0.35 * fields
    tone = steps(light, 6, 0.35)
    near = ramp([(0, "0f3a4a"), (0.4, "1f5f62"), (0.7, "5f8f6c"), (1, "b9b778")], tone)
    far = ramp([(0, "587f80"), (0.5, "a3ab88"), (1, "efd6a0")], tone)
    away = ease(4, 40, view.z)[..., None]
    colour = near * (1 - away) + far * away
    bend = 1.5 * np.sin(view.z * 0.62 + 2.2) + 0.8 * np.sin(view.z * 0.27 + 0.3) + 0.5 + 0.14 * (view.z - 4)
    off, pixel = np.abs(view.x - bend), view.z / 1500
    wide = 0.30 + 0.12 * np.sin(view.z * 1.3 + 1)
    bank = ease(2, -2, (off - wide * 1.45) / pixel)
    water = ease(1, -1, (off - wide) / pixel)
    colour += bank[..., None] * 0.75 * (ramp([(0, "123b44"), (1, "8c9f7b")], away[..., 0]) - colour)
    shine = ramp([(4, "8fb9b4"), (6, "e9cfa2"), (11, "ffe9bd"), (40, "fff2d0")], view.z + 0.8 * (view.x - bend))
    colour += water[..., None] * (shine - colour)
    mask = lay_relief(canvas, view, colour)
    kuwahara(canvas, 5, mask)
    straight_road(canvas)
    return Image.fromarray(finish(canvas))


def straight_road(canvas: Canvas) -> None:
    """The road to the horizon with its bridge, markings, poles and two cars."""
    space = Space(2.2, 265, 750, 1500)
    z = np.geomspace(3.0, 70, 260)
    way = np.stack([-1.05 + 0.16 * z * 0.5, z], 1)[::-1]
    canvas.fill(*space.lane(way, 0.2), paint=wash((280, "c6b38f"), (600, "4c5e59")))
    canvas.fill(*space.lane(way, 0.135), paint=wash((280, "d9bd92"), (420, "5c6f77"), (1000, "24414f")))
    for k in range(0, 250, 3):
        canvas.fill(*space.lane(way[k : k + 3], 0.006), paint="f5e4bb")
    for side in (-0.125, 0.125):
        canvas.fill(*space.lane(way, 0.005, 0.0, side), paint="e9dcb8", opacity=0.7)
    for at, high in ((14.9, 0.12),):
        for side in (-0.16, 0.16):
            part = np.array([(-1.05 + 0.08 * t + side, t) for t in np.linspace(at - 1.9, at + 2.2, 12)])
            rail = np.vstack([space.on(part, 0.0), space.on(part, high)[::-1]])
            canvas.fill(rail, paint="e6d3a8" if side < 0 else "2a4955")
    for t, paint in ((6.1, "b3563a"), (10.5, "f3e2b8")):
        x = -1.05 + 0.08 * t + 0.06
        raise_box(canvas, space, (x, 0.012, t), (0.07, 0.03, 0.2), paint)
        raise_box(canvas, space, (x, 0.042, t), (0.06, 0.025, 0.1), mix(paint, "1d3d4a", 0.5))


SCENES = {
    "astana-baku-statement": train_to_the_sea,
    "bishkek-consultations": bishkek,
    "road-map-cleared-by-group": river_of_light,
}
