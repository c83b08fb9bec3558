"""Fields: wheat, terraces, rows of crops."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .brush import (
    Canvas,
    Field,
    box,
    curve,
    ease,
    ink,
    mix,
    offset,
    oval,
    ramp,
    ribbon,
    steps,
    wash,
)
from .brush_forms import arch, foliage, person, poplar, turned
from .brush_land import Eye, Noise, View, finish, kuwahara, lay_relief, relief
from .brush_scenery import Massif, Strokes, clouds, far_hills, mountains, patches, sky, strokes
from .brush_space import Space

SILO = ("fbe7bd", "f0cf9a", "d3a877", "a07d68", "6b6368", "4a5763")


def elevator(canvas: Canvas, x: float, base: float) -> None:
    """A grain elevator: silos with cone caps, head house, gallery, a shed."""
    canvas.fill(oval(x + 130, base, 360, 13), paint="4c4a35", opacity=0.6)
    for k in range(5):
        cx, r, h = x + 64 * k, 34, 205
        turned(canvas, cx, [(base - h, r), (base, r)], SILO)
        turned(canvas, cx, [(base - h - 24, 4), (base - h, r + 2)], SILO)
        hoops = [box(cx - r, base - h + 26 * j, 2 * r, 1.2) for j in range(1, 8)]
        canvas.fill(*hoops, paint="7a6658", opacity=0.4)
    tower = x + 150
    canvas.fill(box(x - 30, base - 268, 330, 26), paint="c99b6d", texture=0.04)
    canvas.fill(box(x - 30, base - 268, 330, 5), paint="f6dcae")
    patches(canvas, [box(x - 18 + 22 * k, base - 259, 10, 9) for k in range(15)], ["4f5b66"] * 15)
    canvas.fill(box(tower - 38, base - 372, 50, 372), paint="f2d5a2", texture=0.04)
    canvas.fill(box(tower + 12, base - 372, 26, 372), paint="8a6f66", texture=0.04)
    canvas.fill(
        [(tower - 44, base - 370), (tower - 13, base - 400), (tower + 12, base - 370)],
        paint="b8583a",
    )
    canvas.fill(
        [
            (tower + 12, base - 370),
            (tower - 13, base - 400),
            (tower + 20, base - 400),
            (tower + 43, base - 370),
        ],
        paint="7c3f38",
    )
    for j in range(7):
        panes = [box(tower - 30 + 17 * i, base - 350 + 48 * j, 8, 15) for i in range(2)]
        patches(
            canvas,
            [*panes, box(tower + 20, base - 350 + 48 * j, 7, 15)],
            ["5d6c72", "5d6c72", "39454f"],
        )
    canvas.fill(ribbon([(x + 290, base - 255), (x + 420, base - 60)], 15), paint="b88c62")
    canvas.fill(ribbon([(x + 288, base - 261), (x + 418, base - 66)], 3), paint="f6dcae")
    canvas.fill(box(x + 372, base - 78, 92, 78), paint="d9a76f")
    canvas.fill(box(x + 436, base - 78, 28, 78), paint="85695f")
    canvas.fill([(x + 364, base - 76), (x + 404, base - 106), (x + 446, base - 76)], paint="a84f35")
    canvas.fill(
        [(x + 446, base - 76), (x + 404, base - 106), (x + 440, base - 106), (x + 470, base - 76)],
        paint="74382f",
    )
    patches(canvas, [box(x + 384, base - 50, 22, 50)], ["4b4745"])


def wheat(canvas: Canvas) -> None:
    """Ears of wheat against the light, larger toward the viewer."""
    rng = canvas.rng
    paints = [ink(c) for c in ("6f5228", "9c7530", "c4953d", "e3b957", "f7dc8c")]
    for row in np.linspace(0, 1, 15):
        n = int(420 * (1.25 - row))
        size = 10 + 62 * row**1.5
        x = rng.uniform(-20, canvas.w + 20, n)
        y = 625 + 300 * row**1.25 + rng.normal(0, 6 + 10 * row, n)
        tone = np.array(paints)[np.clip(rng.normal(1.2 + 1.6 * (1 - row), 1.1, n), 0, 4).astype(int)]
        lean = 0.10 * np.sin(x / 140 + row * 3)
        pts = np.stack([x, y], 1)
        strokes(
            canvas,
            offset(pts, 0, size * 0.9),
            tone * 0.75,
            Strokes(size * 2.2, 1.2 + size * 0.025, -1.5, 0.08),
            None,
            lean,
        )
        for j in range(4):
            up = size * (0.1 + 0.16 * j)
            for side in (-1, 1):
                at = np.stack([x + side * size * 0.05 + np.sin(lean) * up, y - up], 1)
                kind = Strokes(size * 0.26, size * 0.085, -1.5 + side * 0.5, 0.08, 0.09)
                strokes(canvas, at, np.clip(tone * 1.12, 0, 1), kind, None, lean)


def wheat_field(rng: np.random.Generator) -> Image.Image:
    """A wheat field with a grain elevator."""
    canvas = Canvas("classic", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2d6d78"), (250, "7fae9f"), (430, "e6cf9b"), (560, "fbe6b2")])
    clouds(canvas, noise, (20, 420), ("e8c79c", "fdf0d0"), (400, 120), 0.43, 0.8)
    canvas.glow(180, 540, 520, "ffd591", 0.5)
    far_hills(canvas, noise, 560, 30, ("c9c396", "97945f"), 3, 10, 240)
    x = np.linspace(-5, 1205, 300)
    for k, (y, paint) in enumerate(((566, "7b8a55"), (580, "d2a950"), (600, "e8c265"), (628, "c79a45"))):
        line = y + noise.line(x + 999 * k, 400, 3) * 5
        canvas.lay(
            canvas.below(x, line),
            wash((y, mix(paint, "fff0c4", 0.25)), (y + 60, paint)),
            streak=0.05,
        )
    for k in range(9):
        poplar(
            canvas,
            560 + 17 * k,
            588,
            rng.uniform(44, 66),
            [(0, "2f4a3c"), (0.6, "647344"), (1, "d9c070")],
            90,
        )
    elevator(canvas, 690, 592)
    for px in (640, 1110, 1150, 1185):
        b = np.array([(px, 580, 20, 16), (px + 14, 570, 16, 16), (px - 10, 572, 14, 12)], float)
        foliage(canvas, b, [(0, "2c4738"), (0.6, "5e7044"), (1, "d8c172")], Strokes(9, 4, 0, 1.0), 220)
    wheat(canvas)
    return Image.fromarray(finish(canvas))


def stepped(h: Field, size: float) -> Field:
    """A slope cut into terraces of one height."""
    k = h / size
    base = np.floor(k)
    return np.asarray((base + ease(0.82, 1.0, k - base)) * size)


def terrace_paint(view: View, noise: Noise, size: float) -> Field:
    """Paddies that hold the sky, young rice, and dark banks between them."""
    floor = np.floor(view.height / size + 0.3)
    kind = np.mod(np.sin(floor * 12.9898) * 43758.5, 1)
    light = np.clip(0.5 + 0.6 * view.patches(noise, 2.2, 2.2), 0, 1)
    rice = ramp([(0, "2f6d4f"), (0.5, "6f9f56"), (1, "c4cc74")], steps(light, 4, 0.3))
    water = ramp([(0, "a9cdbd"), (0.6, "e6e3bd"), (1, "fbeec6")], steps(light, 4, 0.5))
    wet = ((kind > 0.52) * 1.0)[..., None]
    flat = rice * (1 - wet) + water * wet
    bank = ease(0.93, 0.78, view.slope)[..., None]
    rim = ramp([(0, "123f3d"), (0.5, "2c6548"), (1, "7f9a50")], np.clip(view.light, 0, 1))
    return np.asarray(flat + bank * (rim - flat))


def terraces(rng: np.random.Generator) -> Image.Image:
    """Terraced fields in morning mist."""
    canvas = Canvas("classic", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "5f9c98"), (150, "a9c9b0"), (300, "f6e5b8")])
    canvas.glow(830, 200, 420, "ffd994", 0.6)
    canvas.fill(oval(830, 190, 42), paint="fff6da")
    far_hills(canvas, noise, 300, 150, ("cfdcb9", "6ba08c"), 4, 36, 330)
    canvas.haze("f3ecc9", 250, 400, 0.7)
    size = 0.085

    def ground(x: Field, z: Field) -> Field:
        hill = noise.cloud(x * 0.34 + 1, z * 0.34 + 4, 3, 0.4) * 0.75
        rise = 0.30 * ease(2, 9, z) * 2 + 0.34 * np.abs(x / (1 + 0.1 * z)) ** 1.4 * ease(1.4, 5, z)
        return stepped(hill * ease(0.9, 3.5, z) + rise, size)

    view = relief(canvas, ground, Eye(1.75, 235, 600, 1200, 1.9, 11, (0.75, 0.5, 0.5)), 90, 800)
    colour = terrace_paint(view, noise, size)
    shade = (1 - 0.42 * ease(0, 0.06, view.shadow))[..., None]
    mist = np.clip(ease(4.0, 11, view.z) * (0.45 + 0.7 * ease(0.7, 0.1, view.height)), 0, 0.9)[..., None]
    colour = colour * shade
    mask = lay_relief(canvas, view, colour + mist * (ink("f1ebc8") - colour))
    kuwahara(canvas, 4, mask)
    for band, most in (((400, 470), 0.35), ((520, 600), 0.22)):
        canvas.haze("f6efce", band[0], band[1], most)
    near_trees(canvas)
    return Image.fromarray(finish(canvas))


def near_trees(canvas: Canvas) -> None:
    """Palms at the edge, a hut, and two people on a bank."""
    for x, base, h, lean in ((95, 930, 430, 26), (190, 950, 330, -18), (20, 940, 300, -10)):
        trunk = curve([(x, base), (x + lean * 0.3, base - h * 0.5), (x + lean, base - h)])
        canvas.fill(ribbon(trunk, [13, 7]), paint="173d3c")
        tip = trunk[-1]
        for a in np.linspace(-2.9, 0.1, 11):
            reach = h * 0.30
            mid = tip + reach * 0.6 * np.array([np.cos(a), np.sin(a)]) + np.array([0, -8])
            end = tip + reach * np.array([np.cos(a), np.sin(a) * 0.5 + 0.42])
            spine = curve([tip, mid, end], 12)
            t = np.linspace(0.05, 1, len(spine))[:, None]
            for side in (-0.55, 0.55):
                turn = np.arctan2(*(np.gradient(spine, axis=0).T[::-1])) + side
                tone = np.tile(ink("1d4d46" if side < 0 else "4f7f53"), (len(spine), 1))
                strokes(
                    canvas,
                    spine + np.stack([np.cos(turn), np.sin(turn)], 1) * 9,
                    tone,
                    Strokes(reach * 0.3, 3.2, 0, 0.1, 0.1),
                    1.1 - 0.6 * t[:, 0],
                    turn,
                )
    person(canvas, 742, 742, 46, ("a8502f", "3a2a26"))
    canvas.fill([(728, 700), (742, 691), (757, 700)], paint="e2b869")
    person(canvas, 776, 746, 44, ("2c5c6c", "3a2a26"))
    canvas.fill([(762, 706), (776, 697), (790, 706)], paint="e2b869")


def greenhouse(canvas: Canvas, base: float) -> None:
    """Three glazed bays with warm light inside, ribs, doors and vents."""
    for x in (300, 500, 700):
        bay = arch(x, base, 196, 190, 0.12)
        mask = canvas.fill(bay, paint=wash((base - 190, "b9d3c4"), (base - 90, "f3dfa4"), (base, "e9b56a")))
        rng = canvas.rng
        b = np.stack(
            [
                rng.uniform(x - 80, x + 80, 14),
                rng.uniform(base - 30, base - 6, 14),
                np.full(14, 18),
                np.full(14, 20),
            ],
            1,
        )
        foliage(canvas, b, [(0, "2f6a4a"), (1, "a9b85c")], Strokes(13, 5, -1.2, 0.7), 180)
        bars = [
            ribbon([(x + d, base), (x + d, base - 184 * np.sqrt(max(1 - (d / 100) ** 2, 0.05)))], 2.2)
            for d in range(-84, 85, 28)
        ]
        bars += [ribbon([(x - 98, base - h), (x + 98, base - h)], 2) for h in (56, 96, 132)]
        canvas.lay(canvas.shape(*bars) & mask, "f8f1da", 0.85)
        canvas.lay(
            canvas.shape([(x - 98, base - 70), (x - 30, base - 190), (x - 4, base - 190), (x - 72, base)]) & mask,
            "ffffff",
            0.22,
        )
        canvas.fill(ribbon(np.vstack([bay, bay[:1]]), 5), paint="2d5b62")
        canvas.fill(ribbon(np.vstack([bay, bay[:1]])[1:-1], 2), paint="e8f0de")
    door = box(478, base - 66, 44, 66)
    canvas.fill(door, paint="2d5b62")
    patches(canvas, [box(483, base - 61, 15, 56), box(502, base - 61, 15, 56)], ["f9e2a6"] * 2)


def crop_rows(rng: np.random.Generator) -> Image.Image:
    """Rows of crops that run to a greenhouse."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2b6f8c"), (260, "7fb3b5"), (520, "f2e4b5")])
    clouds(canvas, noise, (30, 420), ("d5ddcb", "fdf4d8"), (330, 120), 0.43, 0.85)
    mountains(canvas, noise, Massif(560, 130, ("8da7a0", "4f8089"), ("f8efd8", "a3c0c0"), 0.5, "d7dfc0"))
    far_hills(canvas, noise, 560, 34, ("a3bfa2", "4d8468"), 3, 12, 200)
    for k, x in enumerate((60, 92, 125, 158, 838, 872, 905, 940, 975)):
        poplar(
            canvas,
            x,
            622,
            120 + 60 * ((k * 37) % 5) / 5,
            [(0, "184a48"), (0.5, "3f7852"), (1, "b9c46c")],
            220,
        )
    flat = np.array([0.0, 1000]), np.array([606.0, 606])
    canvas.lay(canvas.below(*flat), wash((606, "b88f5f"), (900, "8a5b43"), (1500, "50373a")), streak=0.04)
    greenhouse(canvas, 622)
    beds(canvas)
    return Image.fromarray(finish(canvas))


def beds(canvas: Canvas) -> None:
    """The rows: shaded furrows and leafy heads, from far to near."""
    space = Space(1.6, 560, 500, 1000)
    rng = canvas.rng
    for row in range(-16, 17):
        z = np.geomspace(1.55, 22, 90)
        way = np.stack([np.full(90, row * 0.62 + 0.31), z], 1)
        canvas.fill(*space.lane(way, 0.25, 0.0, -0.06), paint="3a2f3a", opacity=0.55)
    for z in np.geomspace(20, 1.5, 64):
        rows = np.arange(-16, 17) * 0.62 + 0.31
        xs = space.at(np.stack([rows, np.full(33, 0.0), np.full(33, z)], 1))
        xs = xs[(xs[:, 0] > -120) & (xs[:, 0] < 1120)]
        r = 1000 / z * 0.2
        xs = xs + rng.normal(0, r * 0.08, xs.shape)
        blobs = np.stack([xs[:, 0], xs[:, 1] - r * 0.55, np.full(len(xs), r), np.full(len(xs), r * 0.62)], 1)
        cool = float(np.clip((z - 2) / 14, 0, 1))
        tones = [
            (0.0, mix("0e3f46", "5d8a68", cool)),
            (0.4, mix("1f6b52", "7fa56c", cool)),
            (0.7, mix("62994f", "a9bd74", cool)),
            (1.0, mix("c9d877", "dfdf9a", cool)),
        ]
        foliage(
            canvas,
            blobs,
            tones,
            Strokes(r * 0.75, r * 0.36, -1.57, 0.5, 0.06),
            26 * len(blobs),
            (-0.7, -0.7),
            0.22,
            1.1,
        )


SCENES = {
    "farm-industry-course-1": terraces,
    "farm-industry-course-2": crop_rows,
    "food-security-agency-meeting": wheat_field,
}
