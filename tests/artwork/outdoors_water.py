"""Boats: dhows in a harbour, a delta under rain clouds."""

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
    placed,
    ramp,
    ribbon,
    steps,
    wash,
)
from .brush_forms import House, block, dome, turned
from .brush_lake import hull, ripples, upside_down
from .brush_land import Eye, Noise, View, finish, kuwahara, lay_relief, relief
from .brush_scenery import Strokes, clouds, glints, mirror, sky, strokes


def dhow(canvas: Canvas, x: float, line: float, size: float, sail: str | None, pale: float = 0.0) -> list[Field]:
    """A dhow: planked hull, raked mast, lateen sail; its outlines come back."""
    air = "e0b48e"

    def tone(paint: str) -> Field:
        return mix(paint, air, pale)

    body = hull(x, line, size, size * 0.26, size * 0.3, size * 0.17)
    mast = placed(x, line, size, (-0.08, -0.1), (0.02, -0.78))
    yard = curve(placed(x, line, size, (-0.5, -0.26), (-0.05, -0.66), (0.36, -1.12)))
    shapes = [body, ribbon(mast, size * 0.022), ribbon(yard, size * 0.016)]
    if sail:
        shapes.append(lateen(canvas, (x, line, size), yard, (sail, air, pale)))
    canvas.fill(*shapes[1:3], paint=tone("3a2630"))
    feet = placed(x, line, size, (-0.4, -0.2), (-0.25, -0.2), (0.2, -0.2), (0.42, -0.2))
    stays = [ribbon([mast[1], foot], max(size * 0.005, 0.8)) for foot in feet]
    canvas.fill(*stays, paint=tone("2b2430"), opacity=0.7)
    low, mid = line - size * 0.3, line - size * 0.08
    wood = wash((low, tone("a85f3a")), (mid, tone("6b3a30")), (line, tone("2a2430")))
    mask = canvas.fill(body, paint=wood, texture=0.05)
    sheer = body[:49]
    planks = [ribbon(offset(sheer, 0, size * d), size * 0.006) for d in (0.03, 0.06, 0.09, 0.12)]
    canvas.lay(canvas.shape(*planks) & mask, "2f1f24", 0.6)
    edge = canvas.shape(ribbon(offset(sheer, 0, size * 0.008), size * 0.018))
    canvas.lay(edge & mask, tone("f3cf96"))
    cabin = box(x + size * 0.22, line - size * 0.33, size * 0.18, size * 0.1)
    canvas.fill(cabin, paint=tone("8a4a36"))
    roof = box(x + size * 0.20, line - size * 0.345, size * 0.22, size * 0.02)
    canvas.fill(roof, paint=tone("f0cb92"))
    return shapes


def lateen(canvas: Canvas, place: tuple[float, float, float], yard: Field, paints: tuple[str, str, float]) -> Field:
    """The sail under its yard, full of wind, with its seams."""
    x, line, size = place
    sail, air, pale = paints
    clew = placed(x, line, size, (0.40, -0.66), (0.36, -0.25), (-0.1, -0.24))
    cloth = np.vstack([yard, curve(np.vstack([yard[-1], clew, yard[0]]))])
    span = (
        (x - size * 0.4, mix(sail, air, pale)),
        (x + size * 0.12, mix(mix(sail, "fff3d0", 0.5), air, pale)),
        (x + size * 0.45, mix(mix(sail, "7a4a48", 0.5), air, pale)),
    )
    mask = canvas.fill(cloth, paint=wash(*span, across=True), texture=0.04)
    left, right = clew[2], clew[1]
    seams = [
        ribbon([yard[int(f * (len(yard) - 1))], left + (right - left) * f], size * 0.005)
        for f in np.linspace(0.2, 0.95, 6)
    ]
    canvas.lay(canvas.shape(*seams) & mask, "6d4238", 0.5)
    return cloth


def town(canvas: Canvas, base: float) -> None:
    """The low town behind the harbour, with a dome and two minarets."""
    rng = canvas.rng
    for layer, (paint, shade) in enumerate((("d9a987", "a98384"), ("c98f6c", "7f6470"))):
        x = -20.0
        while x < canvas.w + 20:
            w, h = rng.uniform(34, 80), rng.uniform(24, 66) * (1 - 0.2 * layer)
            house = House(paint, shade, "6a5566", "ffdf9c", 0.12, 13, 12)
            block(
                canvas,
                x,
                base,
                w,
                h,
                house,
                ("flat", "tank", "flat", "step")[int(rng.integers(0, 4))],
            )
            x += w * rng.uniform(0.75, 1.5)
        if layer == 0:
            mosque(canvas, 330, base)


def mosque(canvas: Canvas, x: float, base: float) -> None:
    """A dome between two minarets, pale with distance."""
    stone = ("f3cfa0", "e2b08a", "b98678", "8a6a74")
    turned(canvas, x, dome(base - 60, 42, 52), stone)
    turned(canvas, x, [(base - 62, 46), (base, 46)], stone)
    for d in (-82, 82):
        turned(
            canvas,
            x + d,
            [
                (base - 168, 0.5),
                (base - 146, 5),
                (base - 144, 8),
                (base - 138, 8),
                (base - 136, 6),
                (base, 7),
            ],
            stone,
        )


def harbour(rng: np.random.Generator) -> Image.Image:
    """Dhows in a harbour in the first sun."""
    canvas = Canvas("landscape", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "2d5f78"), (230, "8ba79b"), (420, "f0c594"), (520, "fbe3b0")])
    clouds(canvas, noise, (40, 430), ("c79a84", "fbdcae"), (520, 90), 0.42, 0.7)
    canvas.glow(480, 500, 480, "ffc276", 0.6)
    canvas.fill(oval(480, 452, 38), paint="fff4d6")
    town(canvas, 560)
    canvas.haze("f3cf9f", 500, 566, 0.5)
    for x, size in ((170, 105), (640, 120), (790, 92), (1330, 130)):
        dhow(canvas, x, 568, size, "e9c9a0" if size != 92 else None, 0.45)
    mirror(
        canvas,
        canvas.shape(box(-2, 566, 1504, 440)),
        566,
        wash((566, "e3b98e"), (720, "5d8a8d"), (1000, "1c4a5e")),
        0.68,
        5,
    )
    glints(canvas, 480, (572, 960), 60, "fff0c6", 420, 44)
    ripples(canvas, (600, 1000), ("f0d3a2", "2c6070", "8fae9f"), 420, 90)
    for x, line, size, sail in ((250, 700, 300, "e9d3a6"), (1010, 800, 560, "c9683f")):
        marks = hull(x, line, size, size * 0.26, size * 0.3, size * 0.17)
        canvas.fill(upside_down(marks, line, 0.8), paint="2b3442", opacity=0.8)
        ripples(
            canvas,
            (line + 8, line + size * 0.5),
            ("6f9490", "e9c796", "2c5566"),
            130,
            110,
            (x - size * 0.6, x + size * 0.6),
            0.85,
        )
        shapes = dhow(canvas, x, line, size, sail)
        canvas.fill(
            ribbon([shapes[0][0] + (-4, size * 0.27), shapes[0][0] + (size, size * 0.275)], 3),
            paint="f7dfae",
            opacity=0.4,
        )
    return Image.fromarray(finish(canvas))


def braids(view: View, noise: Noise) -> Field:
    """How far every point lies from the nearest channel, in units of its width."""
    u = noise.cloud(view.x * 0.13 + 20, view.z * 0.09, 4, 0.5)
    v = noise.cloud(view.x * 0.33 + 5, view.z * 0.2 + 9, 3, 0.5)
    main = np.abs(view.x - 1.6 * np.sin(view.z * 0.26 + 0.7) - 0.4 + u * 2.2) / (0.5 + 0.035 * view.z)
    return np.asarray(np.minimum(main, np.minimum(np.abs(u) / 0.05, np.abs(v) / 0.045)))


def delta(rng: np.random.Generator) -> Image.Image:
    """A river delta from above, boats on it, rain over the fields."""
    canvas = Canvas("portrait", rng)
    noise = Noise(rng)
    sky(canvas, [(0, "27425c"), (170, "56788a"), (330, "e9d5a8")])
    clouds(canvas, noise, (-90, 300), ("2f4a62", "4f6a7c"), (420, 190), 0.62, 0.9)
    clouds(canvas, noise, (-40, 310), ("62798a", "a9b2ab"), (300, 110), 0.36, 0.75)
    canvas.glow(760, 330, 330, "ffdb98", 0.6)
    eye = Eye(3.4, 318, 500, 1000, 2.7, 75)
    view = relief(canvas, lambda x, z: 0 * (x + z), eye, 322, 300)
    far = ease(5, 50, view.z)[..., None]
    near = braids(view, noise)
    plots = np.sin(
        np.floor(view.x * 2.2 + view.patches(noise, 0.5, 0.5) * 1.6) * 12.9
        + np.floor(view.z * 1.3 + view.patches(noise, 0.4, 0.4) * 1.4) * 78.2
    )
    tone = steps(0.5 + 0.32 * plots + 0.35 * view.patches(noise, 1.6, 1.2), 6, 0.2)
    land = ramp([(0, "123f45"), (0.3, "1f6250"), (0.55, "4c8a56"), (0.8, "9db866"), (1, "dfd68a")], tone)
    land = land + far * 0.75 * (ink("c3c9a5") - land)
    shine = ramp(
        [(-1.6, "3f7f92"), (0, "7fb0b0"), (2.6, "f3e0b4")],
        view.x * 1.4 / np.maximum(view.z * 0.25, 1) + 0.9 * ease(4, 30, view.z) * 2 - 0.6,
    )
    pixel = view.z / 1000
    bank = ease(1.35 + pixel, 1.25, near)[..., None]
    land = land + bank * 0.8 * (ramp([(0, "d9bd84"), (1, "e6d6a6")], far[..., 0]) - land)
    water = ease(1.0 + pixel * 0.8, 1.0 - pixel * 0.8, near)[..., None]
    mask = lay_relief(canvas, view, land + water * (shine - land))
    kuwahara(canvas, 4, mask)
    groves(canvas, view, near)
    river_boats(canvas, view, near)
    rain(canvas)
    return Image.fromarray(finish(canvas))


def groves(canvas: Canvas, view: View, near: Field) -> None:
    """Trees along the banks."""
    rng = canvas.rng
    rows, cols = np.nonzero((near[::6, ::3] > 1.5) & (near[::6, ::3] < 2.1))
    pick = np.sort(rng.choice(len(rows), min(1500, len(rows)), replace=False))
    z = view.z[rows[pick] * 6, cols[pick] * 3]
    y = (view.mask.top + rows[pick] * 3) / canvas.unit
    pts = np.repeat(np.stack([cols[pick] * 3 / canvas.unit, y], 1), 5, 0)
    size = np.repeat(2.2 / z, 5)
    pts = pts + rng.normal(0, 1, pts.shape) * (size * 13)[:, None] * (1, 0.5)
    tone = np.repeat(ramp([(3, "0f3a40"), (10, "2c6353"), (45, "a9b797")], z), 5, 0)
    strokes(
        canvas,
        pts,
        tone * np.tile([0.8, 1.0, 1.0, 1.25, 1.5], len(pick))[:, None],
        Strokes(26, 17, 0, 0.6, 0.08),
        size,
    )


def river_boats(canvas: Canvas, view: View, near: Field) -> None:
    """Glints on the channels, and boats where there is water for them."""
    rows, cols = np.nonzero(near[::8, ::4] < 0.55)
    places = np.stack([cols * 4, view.mask.top + rows * 4], 1) / canvas.unit
    pick = np.sort(canvas.rng.choice(len(places), 900))
    scale = 2.6 / view.z[rows[pick] * 8, cols[pick] * 4]
    tone = np.array([ink("e9e4c4"), ink("2f7288"), ink("b9d2c6")])[pick % 3]
    strokes(canvas, places[pick], tone, Strokes(64, 4.5, 0, 0.03, 0.03), scale, opacity=0.6)
    wanted = [(545, 548), (600, 615), (560, 720), (700, 860), (760, 1020), (800, 1270)]
    sizes = (20.0, 30.0, 46.0, 76.0, 105.0, 170.0)
    for k, (spot, size) in enumerate(zip(wanted, sizes, strict=True)):
        nearest = places[np.argmin(np.hypot(*(places - spot).T))]
        sail = ("f0e2bd", "e2a83f", "b8472f")[k % 3]
        country_boat(canvas, float(nearest[0]), float(nearest[1]), size, sail)


def country_boat(canvas: Canvas, x: float, y: float, size: float, sail: str) -> None:
    """A slim boat with a full sail, a man at the oar and a wake."""

    def at(*points: tuple[float, float]) -> Field:
        return curve(placed(x, y, size, *points))

    wake = [
        ribbon(at((0.45, 0.02), (1.1, s * 0.16), (1.9, s * 0.3)), [size * 0.012, size * 0.03, 0.5]) for s in (-0.3, 1)
    ]
    canvas.fill(*wake, paint="fbf0cf", opacity=0.7)
    under = oval(x + size * 0.04, y + size * 0.1, size * 0.5, size * 0.06)
    canvas.fill(under, paint="123a48", opacity=0.5)
    top, low = (
        at((-0.55, -0.12), (0, 0.02), (0.55, -0.16)),
        at((0.4, 0.07), (0, 0.11), (-0.4, 0.06)),
    )
    canvas.fill(np.vstack([top, low]), paint="3a2a2c")
    canvas.fill(ribbon(at((-0.5, -0.09), (0, 0.035), (0.5, -0.12)), size * 0.02), paint="e3b57c")
    canvas.fill(ribbon([(x, y), (x, y - size * 0.8)], size * 0.02), paint="3a2a2c")
    left, right = (
        at((-0.02, -0.78), (-0.34, -0.5), (-0.3, -0.12)),
        at((0.2, -0.1), (0.22, -0.5), (0.02, -0.78)),
    )
    shade, light = mix(sail, "1f3340", 0.35), mix(sail, "fff0c8", 0.25)
    wind = wash((x - size * 0.3, shade), (x + size * 0.2, light), across=True)
    canvas.fill(np.vstack([left, right]), paint=wind)
    canvas.fill(oval(x + size * 0.3, y - size * 0.17, size * 0.03, size * 0.07), paint="1d2c36")


def rain(canvas: Canvas) -> None:
    """A shaft of rain that falls from the cloud, blown to the left."""
    rng = canvas.rng
    n = 900
    across = rng.normal(0, 0.5, n)
    t = rng.uniform(0, 1, n)
    pts = np.stack([210 + across * 190 - 90 * t, 150 + 330 * t], 1)
    tone = np.where(rng.uniform(0, 1, (n, 1)) < 0.6, ink("4a6679"), ink("93a6a8"))
    kind = Strokes(120, 5, 1.84, 0.01, 0.03)
    strokes(canvas, pts, tone, kind, 1.1 - 0.5 * np.abs(across), opacity=0.34)


SCENES = {"dhaka-disaster-webinar": delta, "kuwait-first-trip-2": harbour}
