"""Young volunteers before a lit stage."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.artwork.indoors_figures import (
    Part,
    Rim,
    arm,
    bust,
    clothes,
    draw,
    standing,
)
from tests.artwork.interior import Canvas, Paint, ellipse, limb, mix, pts, rect, smooth


def _vest(hair: str, arms: tuple[str, str]) -> list[Part]:
    """A volunteer from behind: vest with a pale band, bare arms, perhaps a scarf."""
    parts: list[Part] = []
    for s, pose in ((-1, arms[0]), (1, arms[1])):
        parts += [(k if k == "skin" else "sleeve", q) for k, q in arm(pose, s, 0.9, True)]
    body = bust(hair, True, ("none", "none"))
    vest = smooth(
        pts(
            "-0.2,-0.64 -0.19,-0.3 -0.185,-0.12 -0.15,-0.035 -0.07,0 0,-0.025 0.07,0 0.15,-0.035 "
            "0.185,-0.12 0.19,-0.3 0.2,-0.64 0.2,-0.64 -0.2,-0.64"
        )
    )
    band = [(-0.188, -0.3), (0.188, -0.3), (0.19, -0.36), (-0.19, -0.36)]
    ends = limb([(0.1, -0.02), (0.12, -0.13), (0.09, -0.24)], [0.07, 0.075, 0.06])
    scarf = smooth(pts("-0.1,0.045 0,0.065 0.1,0.045 0.125,-0.015 0,-0.05 -0.125,-0.015"))
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
        c.fill(
            [(x - 16, 60), (x + 16, 60), (x + lean + 260, 1200), (x + lean - 260, 1200)],
            Paint("#fff0c0", "#a8643c", 90, 0),
            a,
            18,
            "screen",
        )
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
        ridge = [
            (720 + 1560 * t, 760 + 70 * n - 60 * np.sin(t * (5 + 2 * n) + n * 1.7) - 30 * np.sin(t * 13 + n))
            for t in np.linspace(0, 1, 18)
        ]
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
    for row, (y, k, step, dim) in enumerate(
        ((1190, 270, 118, 0.1), (1330, 390, 172, 0.14), (1540, 560, 262, 0.2), (1890, 860, 430, 0.3))
    ):
        x, i = -40.0 + 60 * (row % 2), row
        while x < 2660:
            pick = c.rng.integers(0, 100, 3)
            arms = (poses[int(pick[0]) % 6], poses[int(pick[1]) % 6])
            if row == 3:
                arms = (
                    ("down", "raise"),
                    ("high", "high"),
                    ("down", "down"),
                    ("clap", "clap"),
                    ("wave", "down"),
                    ("down", "down"),
                    ("raise", "wave"),
                )[i % 7]
            hair = ("short", "pony", "short", "long", "bun", "short", "bob", "scarf")[(i * 3 + row) % 8]
            night = "#2a1c3a"
            tones = {
                "coat": mix("#27415a", night, dim),
                "sleeve": mix(("#efe2c4", "#27415a", "#8a4a4a", "#d9c39a")[(i + row) % 4], night, dim + 0.12),
                "skin": mix(("#d79c76", "#b97a58", "#e2b08c", "#94603f")[int(pick[2]) % 4], night, dim + 0.12),
                "hair": mix(("#231a1c", "#4a2c22", "#1d1a22", "#6a4630")[(i + row) % 4], night, dim),
                "vest": mix(vests[(i * 2 + row) % 5], night, dim),
                "band": mix("#fbeec8", night, dim + 0.1),
                "wrap": mix(("#f3e3bf", "#d9573c", "#2f7a78")[(i + row) % 3], night, dim),
                "scarf": mix(("#f0cf8e", "#9db59a", "#e2b4a0")[i % 3], night, dim),
            }
            side = 1.0 if x < 1500 else -1.0
            draw(
                c,
                _vest(hair, arms),
                x,
                y + float(c.rng.uniform(-0.06, 0.06)) * k,
                k,
                tones,
                Rim(0.007 * side, -0.013, "#ffe2a0", 0.95),
            )
            x += step * float(c.rng.uniform(0.88, 1.15))
            i += 1
        c.fill(rect(0, y + 10, 2592, min(1944, y + k * 0.9)), Paint("#2a1c3a", "#1a1430", 90, 0), 0.34, 40, "multiply")


SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {"volunteers-in-astana-1": volunteers}
