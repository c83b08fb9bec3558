"""Stages: the press lectern, the panel before a great picture, the young volunteers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy.spatial import Voronoi

from tests.artwork.indoors_figures import Part, Rim, arm, bust, draw, seated_front, standing
from tests.artwork.indoors_halls import HAIRS, clothes
from tests.artwork.interior import Canvas, Paint, ellipse, limb, mix, rect, smooth


def _curtain(c: Canvas, x0: float, x1: float, y0: float, y1: float, light: str, dark: str, fold: float) -> None:
    """Hanging cloth in soft folds."""
    c.fill(rect(x0, y0, x1, y1), Paint(light, dark, 90, 0.03, "v"))
    x = x0
    while x < x1:
        w = fold * float(c.rng.uniform(0.6, 1.4))
        lean = w * float(c.rng.uniform(-0.3, 0.3))
        c.fill([(x, y0), (x + w * 0.5, y0), (x + w * 0.62 + lean, y1), (x + lean, y1)], Paint(dark, mix(dark, "#000814", 0.3), 0, 0.03, "v"), 0.7, w * 0.1)
        c.fill([(x + w * 0.68, y0), (x + w * 0.8, y0), (x + w * 0.84 + lean, y1), (x + w * 0.72 + lean, y1)], Paint(mix(light, "#fff0d0", 0.2), light, 90, 0.03, "v"), 0.55, w * 0.06)
        x += w


def _microphones(c: Canvas, x: float, y: float, u: float) -> None:
    """A sheaf of microphones, each with its own colour of foam."""
    spots = ((-1.55, -1.5, "#c9573c"), (1.6, -1.35, "#2c6a6c"), (-0.95, -2.15, "#23303c"), (1.0, -2.2, "#e0a548"), (-0.35, -2.75, "#2f3d52"), (0.42, -2.62, "#b9473a"), (-1.75, -0.85, "#d9b26c"), (0.05, -1.75, "#1d2630"), (1.75, -0.7, "#394a5c"), (-0.62, -1.3, "#3f7a6c"), (0.72, -1.4, "#232d38"))
    for i, (dx, dy, tone) in enumerate(spots):
        hx, hy = x + dx * u * 1.08, y + dy * u * 0.6 - u * 0.15
        foot = (x + dx * u * 0.5, y + u * 0.15)
        c.fill(limb([foot, ((foot[0] + hx) / 2 + dx * u * 0.14, (foot[1] + hy) / 2), (hx, hy)], [u * 0.12, u * 0.1]), Paint("#55606a", "#161c24", 0))
        turn = float(np.degrees(np.arctan2(dy - 0.6, dx * 0.6)))
        ax, ay = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        c.fill(limb([(hx - ax * u * 0.42, hy - ay * u * 0.42), (hx + ax * u * 0.3, hy + ay * u * 0.3)], [u * 0.15, u * 0.27], False), Paint("#6a747c", "#1a2028", 0))
        if i % 3 != 1:
            cube = [(hx - ay * u * 0.23, hy + ax * u * 0.23), (hx + ay * u * 0.23, hy - ax * u * 0.23), (hx + ay * u * 0.23 + ax * u * 0.3, hy - ax * u * 0.23 + ay * u * 0.3), (hx - ay * u * 0.23 + ax * u * 0.3, hy + ax * u * 0.23 + ay * u * 0.3)]
            c.fill(cube, Paint("#f6e7c6", mix(tone, "#f6e7c6", 0.35), 0))
            c.fill(limb([(hx + ax * u * 0.09 - ay * u * 0.1, hy + ay * u * 0.09 + ax * u * 0.1), (hx + ax * u * 0.09 + ay * u * 0.1, hy + ay * u * 0.09 - ax * u * 0.1)], [u * 0.07], False), tone)
        head = ellipse(hx + ax * u * 0.5, hy + ay * u * 0.5, u * 0.36, u * 0.25, turn)
        c.fill(head, Paint(mix(tone, "#ffe8c0", 0.3), mix(tone, "#0a1018", 0.4), 25, 0.05, "x"))
        c.fill(limb([(hx + ax * u * 0.27 - ay * u * 0.17, hy + ay * u * 0.27 + ax * u * 0.17), (hx + ax * u * 0.27 + ay * u * 0.17, hy + ay * u * 0.27 - ax * u * 0.17)], [u * 0.055], False), mix(tone, "#fff0d0", 0.45))
        c.rim(c.mask([head]), -u * 0.035, -u * 0.035, "#ffe9bd", 0.85, 2)


def press(rng: np.random.Generator) -> Image.Image:
    """A lectern under a stage light; microphones wait, cameras watch."""
    c = Canvas(2592, 1944, rng)
    _curtain(c, 0, 2592, 0, 1500, "#24606a", "#10303e", 150)
    panel = rect(1090, -10, 2300, 1440)
    c.fill(rect(1070, -10, 2345, 1450), "#0c2430", 0.6, 30, "multiply")
    c.fill(panel, Paint("#f0d9a8", "#c98f5e", 90, 0.025))
    for i in range(9):
        rr = 190 + 95 * i
        ring = ellipse(1690, 640, rr, rr)
        c.fill(ring, mix("#d9944f", "#c7693f", i / 9), 0.34, clip=[panel], holes=[ellipse(1690, 640, rr - 30, rr - 30)])
    c.fill(ellipse(1690, 640, 160, 160), Paint("#fbeec8", "#f3cf88", 90))
    c.fill(rect(0, 1440, 2592, 1944), Paint("#7c4438", "#3a222c", 90, 0.05))
    c.fill(rect(0, 1432, 2592, 1446), "#e3a468", 0.7)
    c.fill(ellipse(1690, 1700, 900, 190), Paint("#ffd690", texture=0.02), 0.6, 50, "screen", [rect(0, 1440, 2592, 1944)])
    for x0, x1, a in ((140, 2250, 0.3), (560, 1990, 0.2)):
        c.fill([(x0 - 26, -40), (x0 + 36, -40), (x1 + 160, 1760), (x1 - 1150 + x0 * 0.3, 1760)], Paint("#fff0c4", "#8a6a3a", 90, 0), a, 26, "screen")
    for x in (150, 570):
        _spot(c, x)
    _lectern(c)
    _cameras(c)
    c.wash("#e6eef0", "#fff2e0", 0.4)
    return c.finish()


def _spot(c: Canvas, x: float) -> None:
    """A stage lamp on its bar."""
    c.fill(rect(0, 26, 1060, 42), "#0a1820")
    body = [(x - 70, 40), (x + 20, 20), (x + 75, 120), (x - 30, 165)]
    c.fill(body, Paint("#26343e", "#0c161e", 0))
    c.fill(limb([(x - 26, 168), (x + 78, 122)], [22, 22], False), "#fff4d0")
    c.glow(x + 26, 150, 240, "#ffe6ac", 0.8)


def _lectern(c: Canvas) -> None:
    """The desk of the speaker: a tapered front, a slanting top."""
    x, top, base = 1690.0, 1010.0, 1780.0
    c.fill([(x - 60, base - 20), (x + 330, base - 30), (x + 1050, base + 170), (x + 300, base + 170)], Paint("#2a1822", texture=0), 0.65, 16, "multiply")
    foot = [(x - 330, base), (x + 330, base), (x + 380, base + 62), (x - 380, base + 62)]
    c.fill(foot, Paint("#8a4a34", "#3a2028", 0, 0.03))
    flank = [(x + 300, top), (x + 360, top - 30), (x + 290, base - 14), (x + 245, base)]
    c.fill(flank, Paint("#4a2a2a", "#2a1a20", 90))
    front = [(x - 320, top), (x + 300, top), (x + 245, base), (x - 255, base)]
    c.fill(front, Paint("#c97c4c", "#6a3a30", 20, 0.06, "v"))
    inset = [(x - 262, top + 70), (x + 245, top + 70), (x + 204, base - 60), (x - 212, base - 60)]
    c.fill(inset, Paint("#1f5560", "#123642", 30, 0.03, "v"))
    cx, cy = x - 8, top + 330
    for i in range(12):
        t = np.radians(30 * i)
        c.fill(limb([(cx + 92 * np.cos(t), cy + 92 * np.sin(t)), (cx + 140 * np.cos(t), cy + 140 * np.sin(t))], [16, 4], False), "#e6b661")
    c.fill(ellipse(cx, cy, 74, 74), Paint("#f3cd80", "#d9984a", 60))
    slope = [(x - 400, top + 6), (x + 372, top + 6), (x + 330, top - 84), (x - 352, top - 84)]
    c.fill(slope, Paint("#f0b277", "#9c5c40", 0, 0.04))
    lip = [(x - 402, top + 2), (x + 374, top + 2), (x + 362, top + 46), (x - 388, top + 46)]
    c.fill(lip, Paint("#7c4432", "#4a2a2a", 0))
    c.fill([(x - 190, top - 12), (x + 90, top - 12), (x + 84, top - 72), (x - 172, top - 72)], Paint("#fff4da", "#e9d4a8", 0, 0.02))
    _microphones(c, x - 12, top - 66, 118)
    gx = x + 245
    c.fill([(gx - 30, top - 150), (gx + 34, top - 150), (gx + 26, top - 40), (gx - 22, top - 40)], Paint("#e6efe2", "#86a8a4", 0), 0.85)
    c.fill(ellipse(gx + 2, top - 150, 32, 9), "#f7f7e8")


def _cameras(c: Canvas) -> None:
    """Reporters in the dark foreground: heads, a lifted camera, a tripod."""
    rim = Rim(0.012, -0.016, "#f0b56e", 0.9)
    night = {"coat": "#141f2c", "legs": "#10161f", "skin": "#3a2622", "hair": "#0f141c", "scarf": "#31202c", "shirt": "#39424c", "tie": "#222222"}
    draw(c, bust("short", True, ("down", "clap")), 240, 1800, 900, night, rim)
    phone = [(240, 1365), (372, 1350), (384, 1432), (252, 1448)]
    c.fill(phone, Paint("#0c1219", "#1a2430", 0))
    c.fill([(250, 1374), (366, 1361), (375, 1425), (260, 1438)], Paint("#f0c88a", "#c9824f", 0, 0.02))
    draw(c, bust("bun", True), 640, 1960, 820, night, rim)
    x, y = 980.0, 1560.0
    for dx in (-120, 10, 130):
        c.fill(limb([(x + dx * 0.2, y + 70), (x + dx, y + 460)], [26, 18], False), "#0c121a")
    body = [rect(x - 150, y - 90, x + 110, y + 66), [(x + 100, y - 60), (x + 220, y - 82), (x + 220, y + 62), (x + 100, y + 40)], rect(x - 70, y - 150, x + 60, y - 80), smooth([(x - 70, y - 140), (x - 40, y - 176), (x + 90, y - 186), (x + 110, y - 150), (x + 60, y - 140)])]
    for q in body:
        c.fill(q, Paint("#16222e", "#0a1018", 90))
    c.rim(c.mask(body), 8, -10, "#f0b56e", 0.85)
    c.fill(ellipse(x - 122, y - 60, 11, 11), "#d9452f")
    draw(c, bust("short", True), 2470, 1990, 880, night, Rim(-0.012, -0.016, "#f0b56e", 0.9))


def _cracks(c: Canvas, x0: float, x1: float, y0: float, y1: float) -> None:
    """Parched earth that runs to the horizon: plates of clay, drawn smaller with distance."""
    rng, box = c.rng, [rect(x0, y0, x1, y1)]
    c.fill(rect(x0, y0, x1, y1), Paint("#e2b27c", "#4a2626", 90, 0.02, "h", ((0, y0 + 20), (0, y0 + 200))))
    mid, eye = (x0 + x1) / 2, 1.0
    f = (y1 - y0) * 1.05
    pts = []
    z = 1.0
    while z < 22:
        n = int(17 + z * 1.5)
        reach = z * (x1 - x0) / f / 2 * 1.25
        pts += [(float(a), z + float(rng.uniform(-0.07, 0.07) * z)) for a in np.linspace(-reach, reach, n) + rng.uniform(-0.06, 0.06, n) * z]
        z *= 1.15
    vor = Voronoi(np.array(pts))
    for i, region in enumerate(vor.point_region):
        ring = vor.regions[region]
        if -1 in ring or not ring:
            continue
        cell = vor.vertices[ring]
        middle = cell.mean(axis=0)
        if cell[:, 1].min() < 0.4 or cell[:, 1].max() > 25:
            continue
        cell = middle + (cell - middle) * 0.9
        q = [(mid + f * a / b, y0 + f * eye / b) for a, b in cell]
        far = min(1.0, float(middle[1]) / 10)
        tone = mix(mix("#d98a55", "#c06f45", float(rng.uniform(0, 1))), "#ecc48e", far)
        if len(q) > 2:
            c.fill(smooth(q, 4), Paint(mix(tone, "#fff0cc", 0.16), tone, 45 if i % 2 else 90, 0.04, "x"), clip=box)


def _cloud(c: Canvas, x: float, y: float, u: float) -> None:
    """A heaped cloud: lit from the right, flat and dark below."""
    lobes = ((-3.3, 0.1, 1.1), (-2.2, -0.7, 1.5), (-0.7, -1.5, 1.9), (1.0, -1.1, 1.7), (2.4, -0.4, 1.3), (3.4, 0.2, 0.9))
    cut = [[(x - 6 * u, y - 6 * u), (x + 6 * u, y - 6 * u), (x + 6 * u, y + 0.7 * u), (x - 6 * u, y + 0.7 * u)]]
    balls = [ellipse(x + a * u, y + b * u, s * u, s * u * 0.9) for a, b, s in lobes]
    c.lay(c.mask([*balls, rect(x - 3.4 * u, y - 0.4 * u, x + 3.4 * u, y + 0.7 * u)], clip=cut), Paint("#dfe2d0", "#5f8a92", 90, 0.02))
    low = y + 0.75 * u
    for n in (2, 1, 3, 4, 0, 5):
        a, b, s = lobes[n]
        ball = ellipse(x + a * u, y + b * u, s * u, s * u * 0.9)
        c.fill(ball, Paint("#fff4da", "#7fa2a4", 90, 0.03, "x", ((x + a * u + s * u * 0.5, y + (b - s * 0.9) * u), (x + a * u, low))), 1, 2, clip=cut)


def gallery_3(rng: np.random.Generator) -> Image.Image:
    """Five speakers on a stage before a great picture of dry earth and one cloud."""
    c = Canvas(2592, 1944, rng)
    _curtain(c, 0, 2592, 0, 1500, "#1d3a4c", "#0c1c2a", 120)
    x0, y0, x1, y1 = 210.0, 110.0, 2382.0, 1190.0
    c.glow(1296, 640, 1700, "#f0b470", 0.35, 0.75)
    c.fill(rect(x0 - 22, y0 - 22, x1 + 22, y1 + 22), "#081420")
    hor = 640.0
    c.fill(rect(x0, y0, x1, hor + 4), Paint("#4f8a92", "#f6ddac", 90, 0.014, "h"))
    c.fill(ellipse(1890, 360, 92, 92), Paint("#fff1c8", texture=0.01))
    c.glow(1890, 360, 520, "#ffe2a0", 0.55)
    for n, tone in enumerate(("#d9b48a", "#bd8a68")):
        ridge = [(x0 + (x1 - x0) * t, hor - 34 + 24 * n - 26 * np.sin(t * (7 + 4 * n) + n)) for t in np.linspace(0, 1, 20)]
        c.fill([*smooth(ridge, 6, False), (x1, hor + 4), (x0, hor + 4)], tone)
    _cracks(c, x0, x1, hor, y1)
    _cloud(c, 900, 430, 98)
    _platform(c)
    _audience(c)
    c.wash("#e9eef2", "#fff0de", 0.4)
    return c.finish()


def _platform(c: Canvas) -> None:
    """The stage floor, the armchairs and the five speakers."""
    c.fill([(0, 1330), (2592, 1330), (2592, 1660), (0, 1660)], Paint("#a8683f", "#6a3a34", 90, 0.05))
    c.fill(rect(0, 1650, 2592, 1944), Paint("#2a2630", "#14161f", 90, 0.04))
    c.fill(rect(0, 1644, 2592, 1660), "#e0a25e")
    c.fill(ellipse(1296, 1480, 1150, 120), Paint("#ffd694", texture=0.02), 0.6, 40, "screen", [rect(0, 1330, 2592, 1650)])
    k = 470.0
    people = (("short", ("clasp", "table"), 0), ("bob", ("table", "clasp"), 1), ("short", ("talk", "table"), 0), ("scarf", ("clasp", "clasp"), -1), ("short", ("table", "clasp"), 0))
    for i, (hair, arms, cross) in enumerate(people):
        x, y = 1296 + (i - 2) * 430.0, 1570.0 + (8 if i in (0, 4) else 0)
        c.fill(ellipse(x + 20, y + 4, 215, 34), Paint("#2a1a24", texture=0), 0.7, 14, "multiply")
        back = smooth([(x - 150, y - 130), (x - 170, y - 380), (x - 130, y - 440), (x, y - 455), (x + 130, y - 440), (x + 170, y - 380), (x + 150, y - 130)])
        c.fill(back, Paint("#efd9ae", "#a98a68", 90, 0.03, "x"))
        draw(c, seated_front(hair, arms, cross), x, y, k, clothes(i + (2 if i else 0), 0.08), Rim(0.006, -0.013, "#fff0c8", 0.85))
        for s in (-1, 1):
            side = smooth([(x + s * 118, y - 265), (x + s * 150, y - 290), (x + s * 192, y - 275), (x + s * 196, y - 40), (x + s * 196, y - 40), (x + s * 128, y - 40), (x + s * 128, y - 40)])
            c.fill(side, Paint("#f3dfb6", "#8a6c54", 90, 0.03, "x"))
            c.fill(limb([(x + s * 180, y - 42), (x + s * 184, y + 4)], [14, 9], False), "#2a1c20")
    for x in (1296 - 645, 1296 + 215):
        c.fill(limb([(x, 1420), (x, 1560)], [12, 12], False), "#2a1c20")
        c.fill(ellipse(x, 1562, 46, 10), "#2a1c20")
        c.fill(ellipse(x, 1420, 70, 15), Paint("#f6e2b8", "#c98f5e", 0))
        c.fill([(x - 16, 1370), (x + 16, 1370), (x + 13, 1418), (x - 13, 1418)], Paint("#e6efe2", "#7fa39d", 0), 0.9)


def _audience(c: Canvas) -> None:
    """Two dark rows of listeners."""
    for row, (y, k, step, tone) in enumerate(((1880, 430, 215, "#1b2836"), (2010, 560, 285, "#0f1823"))):
        x = -40.0 + 90 * row
        i = row * 3
        while x < 2650:
            night = {"coat": tone, "skin": mix(tone, "#8a5a44", 0.35), "hair": mix(tone, "#05080c", 0.4), "scarf": mix(tone, "#7c4a4a", 0.3)}
            draw(c, bust(HAIRS[(i * 3) % 8], True, ("none", "none")), x, y + float(c.rng.uniform(-22, 22)), k, night, Rim(0.0, -0.014, "#f0b878", 0.75))
            x += step * float(c.rng.uniform(0.86, 1.14))
            i += 1


def _vest(hair: str, arms: tuple[str, str]) -> list[Part]:
    """A volunteer from behind: vest with a pale band, bare arms, perhaps a scarf."""
    parts: list[Part] = []
    for s, pose in ((-1, arms[0]), (1, arms[1])):
        parts += [(k if k == "skin" else "sleeve", q) for k, q in arm(pose, s, 0.9, True)]
    body = bust(hair, True, ("none", "none"))
    vest = smooth([(-0.2, -0.64), (-0.19, -0.3), (-0.185, -0.12), (-0.15, -0.035), (-0.07, 0.0), (0.0, -0.025), (0.07, 0.0), (0.15, -0.035), (0.185, -0.12), (0.19, -0.3), (0.2, -0.64), (0.2, -0.64), (-0.2, -0.64)])
    band = [(-0.188, -0.3), (0.188, -0.3), (0.19, -0.36), (-0.19, -0.36)]
    ends = limb([(0.1, -0.02), (0.12, -0.13), (0.09, -0.24)], [0.07, 0.075, 0.06])
    scarf = smooth([(-0.1, 0.045), (0.0, 0.065), (0.1, 0.045), (0.125, -0.015), (0.0, -0.05), (-0.125, -0.015)])
    cut = [i for i, (key, _) in enumerate(body) if key == "coat"][-1] + 1
    extra: list[Part] = [("vest", vest), ("band", band)]
    neck: list[Part] = [] if hair in ("scarf", "long") else [("wrap", scarf), ("wrap", ends)]
    skin = [p for p in body[cut:] if p[0].startswith("skin")]
    rest = [p for p in body[cut:] if not p[0].startswith("skin")]
    return parts + [("sleeve", q) for _, q in body[:cut]] + extra + skin + neck + rest


def volunteers(rng: np.random.Generator) -> Image.Image:
    """A crowd in coloured vests lifts its hands towards the lights of a stage."""
    c = Canvas(2592, 1944, rng)
    c.fill(rect(0, 0, 2592, 1944), Paint("#16304a", "#c9704a", 90, 0.02, "h", ((0, 0), (0, 1250))))
    c.glow(1500, 820, 1500, "#ffc878", 0.75, 0.8)
    for x, lean, a in ((300, 620, 0.28), (820, 260, 0.3), (1340, 60, 0.24), (1860, -240, 0.3), (2330, -640, 0.28)):
        c.fill([(x - 16, 60), (x + 16, 60), (x + lean + 260, 1200), (x + lean - 260, 1200)], Paint("#fff0c0", "#a8643c", 90, 0), a, 18, "screen")
    c.fill(rect(0, 40, 2592, 70), "#0c1a28")
    for i in range(22):
        c.fill(limb([(i * 124 - 20, 66), (i * 124 + 60, 4)], [9, 9], False), "#0c1a28")
    for x in (300, 820, 1340, 1860, 2330):
        c.fill(smooth([(x - 36, 60), (x + 36, 60), (x + 30, 118), (x - 30, 118)], 4), "#0a1420")
        c.glow(x, 118, 190, "#fff0c4", 0.95)
    _far_stage(c)
    _crowd(c)
    c.glow(1500, 760, 1200, "#ffd28a", 0.16)
    c.wash("#eef2f2", "#f2e2d8", 0.4)
    return c.finish()


def _far_stage(c: Canvas) -> None:
    """The stage in the glow, with two speakers."""
    c.fill(rect(720, 480, 2280, 1010), Paint("#fbe9bd", "#f3b872", 90, 0.02))
    for n, tone in enumerate(("#eec287", "#df9a62", "#c7764c")):
        ridge = [(720 + 1560 * t, 760 + 70 * n - 60 * np.sin(t * (5 + 2 * n) + n * 1.7) - 30 * np.sin(t * 13 + n)) for t in np.linspace(0, 1, 18)]
        c.fill([*smooth(ridge, 6, False), (2280, 1012), (720, 1012)], tone, clip=[rect(720, 480, 2280, 1010)])
    c.fill(ellipse(1940, 640, 72, 72), "#fff6da")
    c.fill(rect(600, 1004, 2400, 1120), Paint("#5a3040", "#3a2438", 90))
    c.fill(rect(600, 1000, 2400, 1012), "#ffd894")
    glow = Rim(0.015, -0.015, "#ffe8b4", 0.8)
    for x, hair, arms, i in ((1400, "bob", ("talk", "down"), 1), (1580, "short", ("down", "talk"), 4)):
        draw(c, standing(hair, False, arms), x, 1010, 190, clothes(i, 0.35), glow)


def _crowd(c: Canvas) -> None:
    """Four rows of young people, each nearer, larger and deeper in tone."""
    vests = ("#e0893a", "#2f7a78", "#d9573c", "#e9c06a", "#4f8a6a")
    poses = ("high", "raise", "wave", "down", "down", "clap")
    for row, (y, k, step, dim) in enumerate(((1190, 270, 118, 0.1), (1330, 390, 172, 0.14), (1540, 560, 262, 0.2), (1890, 860, 430, 0.3))):
        x, i = -40.0 + 60 * (row % 2), row
        while x < 2660:
            pick = c.rng.integers(0, 100, 3)
            arms = (poses[int(pick[0]) % 6], poses[int(pick[1]) % 6])
            if row == 3:
                arms = (("down", "raise"), ("high", "high"), ("down", "down"), ("clap", "clap"), ("wave", "down"), ("down", "down"), ("raise", "wave"))[i % 7]
            hair = ("short", "pony", "short", "long", "bun", "short", "bob", "scarf")[(i * 3 + row) % 8]
            night = "#2a1c3a"
            tones = {
                "coat": mix("#27415a", night, dim), "sleeve": mix(("#efe2c4", "#27415a", "#8a4a4a", "#d9c39a")[(i + row) % 4], night, dim + 0.12), "skin": mix(("#d79c76", "#b97a58", "#e2b08c", "#94603f")[int(pick[2]) % 4], night, dim + 0.12),
                "hair": mix(("#231a1c", "#4a2c22", "#1d1a22", "#6a4630")[(i + row) % 4], night, dim), "vest": mix(vests[(i * 2 + row) % 5], night, dim), "band": mix("#fbeec8", night, dim + 0.1),
                "wrap": mix(("#f3e3bf", "#d9573c", "#2f7a78")[(i + row) % 3], night, dim), "scarf": mix(("#f0cf8e", "#9db59a", "#e2b4a0")[i % 3], night, dim),
            }
            side = 1.0 if x < 1500 else -1.0
            draw(c, _vest(hair, arms), x, y + float(c.rng.uniform(-0.06, 0.06)) * k, k, tones, Rim(0.007 * side, -0.013, "#ffe2a0", 0.95))
            x += step * float(c.rng.uniform(0.88, 1.15))
            i += 1
        c.fill(rect(0, y + 10, 2592, min(1944, y + k * 0.9)), Paint("#2a1c3a", "#1a1430", 90, 0), 0.34, 40, "multiply")


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "press-briefing-turkiye": press,
    "gallery-3": gallery_3,
    "volunteers-in-astana-1": volunteers,
}
