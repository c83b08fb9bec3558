"""People of the indoor scenes: faceless, elegant silhouettes built from curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.artwork.interior import Canvas, Paint, Point, Poly, ellipse, limb, mix, pts, smooth

SCENES: dict[str, Callable[[np.random.Generator], Image.Image]] = {}

Part = tuple[str, list[Point]]
# Metres, x to the right, y up. A bust starts at the pit of the neck, a whole
# figure at the floor between the feet.


COATS = ("#233a52", "#7c3b38", "#2e5f5c", "#43324e", "#a8763f", "#35506a", "#6a4a40")
SKINS = ("#d79c76", "#b97a58", "#e2b08c", "#94603f")
HAIRS = ("short", "bob", "short", "bun", "short", "scarf", "short", "long")
STYLE = ("#231a1c", "#3a2620", "#1d1a22", "#54382a")


@dataclass(frozen=True)
class Rim:
    """Light that catches the edge of a figure; the offset is in parts of its scale."""

    dx: float
    dy: float
    colour: str
    alpha: float = 0.9


def mirror(half: Poly, steps: int = 8) -> list[Point]:
    """A closed curve from its right half, listed from top to bottom."""
    return smooth([*half, *[(-x, y) for x, y in reversed(half)]], steps)


def head_front(hair: str, back: bool = False) -> list[Part]:
    """A head on its neck, from the front or from behind."""
    neck = mirror(pts("0.052,0.11 0.05,0.05 0.062,0 0.09,-0.03 0.03,-0.07"))
    face = mirror(pts("0.03,0.288 0.072,0.255 0.08,0.19 0.075,0.13 0.054,0.075 0.022,0.052"))
    ears = [ellipse(s * 0.081, 0.165, 0.013, 0.026) for s in (-1, 1)]
    parts: list[Part] = [("skin2", neck)]
    if hair == "long" or (hair == "bob" and not back):
        low = -0.12 if hair == "long" else 0.02
        parts.insert(0, ("hair", mirror([(0.03, 0.305), (0.09, 0.27), (0.112, 0.18), (0.116, 0.08), (0.1, low)])))
    parts += [("skin", e) for e in ears if hair in ("short", "bun", "pony")]
    parts.append(("skin", face))
    return parts + (_hair_back(hair) if back else _hair_front(hair))


def _hair_front(hair: str) -> list[Part]:
    if hair == "scarf":
        veil = pts("0.03,0.308 0.088,0.27 0.104,0.18 0.092,0.08 0.13,-0.02 0.07,-0.1")
        opening = mirror(pts("0.03,0.252 0.058,0.225 0.064,0.16 0.046,0.09 0.02,0.068"))
        return [("scarf", mirror(veil)), ("skin", opening)]
    side = 0.15 if hair == "short" else 0.12
    cap = [(-0.083, side), (-0.09, 0.22), (-0.07, 0.282), (0.0, 0.308), (0.07, 0.285), (0.09, 0.22), (0.083, side)]
    fringe = [(0.073, 0.2), (0.055, 0.232), (0.0, 0.25), (-0.035, 0.238), (-0.066, 0.21), (-0.074, side)]
    parts: list[Part] = [("hair", smooth([*cap, *fringe]))]
    if hair == "bun":
        parts.append(("hair", ellipse(0.0, 0.325, 0.045, 0.038)))
    return parts


def _hair_back(hair: str) -> list[Part]:
    if hair == "scarf":
        veil = pts("0.03,0.305 0.09,0.265 0.102,0.18 0.09,0.08 0.14,-0.03 0.1,-0.14 0.02,-0.2")
        return [("scarf", mirror(veil))]
    low = {"short": 0.075, "bun": 0.09, "pony": 0.085, "bob": 0.03, "long": -0.14}[hair]
    wide = 0.1 if hair in ("bob", "long") else 0.076
    cap = [(0.03, 0.305), (0.08, 0.27), (0.092, 0.2), (wide, 0.12), (wide * 0.86, low + 0.02), (0.025, low)]
    parts: list[Part] = [("hair", mirror(cap))]
    if hair == "bun":
        parts.append(("hair2", ellipse(0.0, 0.225, 0.05, 0.043)))
    if hair == "pony":
        parts.append(("hair2", limb([(0.0, 0.21), (0.028, 0.1), (0.012, -0.1)], [0.05, 0.075, 0.02])))
    return parts


def torso(slim: float = 1.0, hem: float = -0.62) -> list[Point]:
    """Shoulders and jacket."""
    half = pts("0.045,0.035 0.085,0.006 0.15,-0.03 0.2,-0.062 0.225,-0.12")
    half += [(0.215, -0.25), (0.198, -0.4), (0.212, hem + 0.06), (0.212, hem), (0.212, hem), (0.08, hem - 0.004)]
    return mirror([(x * slim, y) for x, y in half])


def suit_front(tie: bool = True) -> list[Part]:
    """Shirt, tie and lapels over a jacket."""
    parts: list[Part] = [("shirt", pts("-0.052,0.03 0.052,0.03 0.035,-0.05 0,-0.27 -0.035,-0.05"))]
    if tie:
        parts.append(
            (
                "tie",
                pts("-0.015,0 0.015,0 0.01,-0.03 0.02,-0.18 0,-0.26 -0.02,-0.18 -0.01,-0.03"),
            )
        )
    for s in (-1, 1):
        lapel = pts("0.054,0.045 0.098,-0.01 0.112,-0.09 0.082,-0.1 0.09,-0.125 0,-0.33 0.006,-0.25")
        parts.append(("coat2", [(s * x, y) for x, y in lapel]))
    return parts


ARMS: dict[str, list[Point]] = {
    "down": [(0.195, -0.1), (0.25, -0.36), (0.235, -0.62)],
    "table": [(0.195, -0.1), (0.285, -0.36), (0.13, -0.47)],
    "clasp": [(0.195, -0.1), (0.25, -0.36), (0.02, -0.46)],
    "fold": [(0.195, -0.1), (0.25, -0.33), (-0.05, -0.3)],
    "talk": [(0.195, -0.1), (0.28, -0.34), (0.37, -0.13)],
    "point": [(0.195, -0.1), (0.36, -0.1), (0.56, 0.08)],
    "raise": [(0.19, -0.08), (0.34, 0.08), (0.27, 0.36)],
    "high": [(0.185, -0.06), (0.31, 0.2), (0.36, 0.48)],
    "clap": [(0.19, -0.08), (0.31, 0.12), (0.07, 0.37)],
    "wave": [(0.19, -0.08), (0.36, 0.06), (0.42, 0.36)],
}


def _open_hand(x: float, y: float, ux: float, uy: float, side: int) -> list[list[Point]]:
    """A palm with spread fingers that points along (ux, uy)."""
    palm = limb(
        [(x - ux * 0.03, y - uy * 0.03), (x + ux * 0.02, y + uy * 0.02), (x + ux * 0.065, y + uy * 0.065)],
        [0.05, 0.07, 0.068],
    )
    shapes = [palm]
    for spread, length, at in ((-0.34, 0.075, -0.026), (-0.1, 0.092, -0.009), (0.13, 0.09, 0.009), (0.38, 0.07, 0.026)):
        c, s = float(np.cos(spread)), float(np.sin(spread))
        fx, fy = ux * c + uy * s, uy * c - ux * s
        bx, by = x + ux * 0.07 + uy * at, y + uy * 0.07 - ux * at
        shapes.append(limb([(bx, by), (bx + fx * length, by + fy * length)], [0.02, 0.015], False))
    tx, ty = ux * 0.62 - uy * 0.78 * side, uy * 0.62 + ux * 0.78 * side
    shapes.append(
        limb(
            [(x + ux * 0.01, y + uy * 0.01), (x + ux * 0.02 + tx * 0.075, y + uy * 0.02 + ty * 0.075)],
            [0.028, 0.017],
            False,
        )
    )
    return shapes


def arm(pose: str, side: int, slim: float = 1.0, bare: bool = False) -> list[Part]:
    """One arm with its hand; side 1 is to the right of the picture."""
    path = [(side * x * slim, y) for x, y in ARMS[pose]]
    (ex, ey), (hx, hy) = path[1], path[2]
    length = float(np.hypot(hx - ex, hy - ey)) or 1.0
    ux, uy = (hx - ex) / length, (hy - ey) / length
    open_hand = pose in ("raise", "high", "wave", "talk")
    hand = (
        _open_hand(hx, hy, ux, uy, side)
        if open_hand
        else [
            limb(
                [(hx - ux * 0.02, hy - uy * 0.02), (hx + ux * 0.04, hy + uy * 0.04), (hx + ux * 0.1, hy + uy * 0.1)],
                [0.05, 0.075, 0.03],
            )
        ]
    )
    sleeve = limb(path, [0.125, 0.105, 0.085])
    if not bare:
        return [*[("skin", h) for h in hand], ("coat2", sleeve)]
    fore = limb([((ex + path[0][0]) / 2, (ey + path[0][1]) / 2), (ex, ey), (hx, hy)], [0.08, 0.075, 0.055])
    short = limb([path[0], ((ex * 2 + path[0][0]) / 3, (ey * 2 + path[0][1]) / 3)], [0.13, 0.12], False)
    return [*[("skin", h) for h in hand], ("skin", fore), ("coat2", short)]


def bust(
    hair: str = "short",
    back: bool = False,
    arms: tuple[str, str] = ("table", "table"),
    bare: bool = False,
    hem: float = -0.62,
) -> list[Part]:
    """Head, shoulders and arms of a person who sits or stands, above the hem."""
    slim = 1.0 if hair == "short" else 0.87
    body: list[Part] = [("coat", torso(slim, hem))]
    if not back:
        if hair == "short":
            body += suit_front()
        elif hair != "scarf":
            body.append(("shirt", mirror([(0.05, 0.035), (0.06, 0.0), (0.035, -0.08), (0.008, -0.15)], 4)))
    for side, pose in ((-1, arms[0]), (1, arms[1])):
        if pose != "none":
            body += arm(pose, side, slim, bare)
    head = head_front(hair, back)
    behind = [p for p in head if hair in ("long", "bob") and p[0] == "hair"][: 0 if back else 1]
    return behind + body + [p for p in head if p not in behind]


def standing(
    hair: str = "short",
    back: bool = False,
    arms: tuple[str, str] = ("down", "clasp"),
    dress: bool = False,
    bare: bool = False,
) -> list[Part]:
    """A whole standing person, 1.72 m, feet at the origin."""
    legs: list[Part] = []
    slim = 1.0 if hair == "short" else 0.87
    if dress:
        skirt = pts("0.16,-0.4 0.2,-0.6 0.215,-0.85 0.225,-1.08 0.225,-1.08 0.05,-1.085")
        legs += [
            ("skin2", limb([(s * 0.075, -1.0), (s * 0.07, -1.2), (s * 0.065, -1.38)], [0.1, 0.09, 0.055]))
            for s in (-1, 1)
        ]
        legs += [("shoe", ellipse(s * 0.078, -1.4, 0.045, 0.028)) for s in (-1, 1)]
        legs.append(("coat", mirror(skirt)))
    else:
        for s in (-1, 1):
            path = [(s * 0.095 * slim, -0.5), (s * 0.11, -0.98), (s * 0.1, -1.39)]
            legs.append(("shoe", ellipse(s * 0.115, -1.4, 0.062, 0.03)))
            legs.append(("legs", limb(path, [0.2 * slim, 0.165, 0.115])))
    parts = legs + bust(hair, back, arms, bare, -0.5 if dress else -0.64)
    return [(k, [(x, y + 1.42) for x, y in q]) for k, q in parts]


def profile_head(hair: str = "short") -> list[Part]:
    """A head from the side, looking to the right, on its neck."""
    face = pts("0.02,0.292 0.075,0.278 0.104,0.235 0.107,0.203 0.105,0.188 0.128,0.152 0.126,0.146")
    face += pts("0.11,0.138 0.115,0.124 0.109,0.113 0.112,0.102 0.106,0.09 0.104,0.068 0.086,0.054")
    face += pts("0.05,0.066 0.04,0.03 0.05,-0.03 -0.05,-0.05 -0.052,0.05 -0.07,0.12 -0.08,0.22 -0.04,0.28")
    if hair == "scarf":
        veil = pts("0.03,0.306 0.09,0.282 0.105,0.245 0.08,0.2 0.066,0.12 0.075,0.055 0.1,-0.05 0.02,-0.13")
        veil += pts("-0.11,-0.1 -0.085,0.03 -0.105,0.14 -0.09,0.25 -0.04,0.298")
        return [("skin", smooth(face, 6)), ("scarf", smooth(veil))]
    cap = pts("0.105,0.24 0.088,0.285 0.03,0.31 -0.05,0.295 -0.098,0.235 -0.102,0.16 -0.075,0.085")
    cap += {
        "long": [(-0.095, 0.0), (-0.12, -0.14), (-0.04, -0.13), (-0.01, 0.04)],
        "bob": [(-0.08, 0.03), (0.0, 0.03)],
    }.get(hair, [(-0.05, 0.075)])
    cap += [(-0.008, 0.12), (0.018, 0.15), (0.022, 0.2), (0.06, 0.235)]
    parts: list[Part] = [("skin", smooth(face, 6)), ("hair", smooth(cap))]
    if hair == "bun":
        parts.append(("hair", ellipse(-0.115, 0.215, 0.05, 0.046)))
    return parts


def seated_side(hair: str = "short", hand: str = "lap") -> list[Part]:
    """A person seated in profile who looks to the right; the seat is at 0.46 m."""
    skirt = hair != "short"
    leg = "coat" if skirt else "legs"
    parts: list[Part] = [
        ("shoe", smooth(pts("0.44,0.07 0.5,0.075 0.6,0.025 0.62,0 0.43,0"))),
        ("legs" if not skirt else "skin2", limb([(0.44, 0.5), (0.47, 0.3), (0.46, 0.06)], [0.15, 0.135, 0.085])),
        (leg, limb([(-0.02, 0.55), (0.22, 0.57), (0.46, 0.52)], [0.25, 0.2, 0.16])),
    ]
    body = pts("0.06,1.06 0.11,0.96 0.135,0.84 0.115,0.66 0.13,0.52 -0.13,0.46 -0.145,0.6")
    body += [(-0.135, 0.78), (-0.13, 0.93), (-0.08, 1.04), (-0.02, 1.08)]
    parts.append(("coat", smooth(body)))
    parts += [(k, [(x - 0.005, y + 1.06) for x, y in q]) for k, q in profile_head(hair)]
    reach = {"lap": [(-0.02, 0.97), (-0.03, 0.73), (0.24, 0.66)], "talk": [(-0.02, 0.97), (0.06, 0.72), (0.34, 0.84)]}[
        hand
    ]
    (hx, hy) = reach[-1]
    parts.append(
        (
            "skin",
            limb(
                [(hx - 0.02, hy), (hx + 0.05, hy + 0.01), (hx + 0.1, hy + (0.03 if hand == "talk" else -0.02))],
                [0.05, 0.07, 0.03],
            ),
        )
    )
    parts.append(("coat2", limb(reach, [0.135, 0.11, 0.08])))
    return parts


def draw(
    c: Canvas,
    parts: Sequence[Part],
    x: float,
    y: float,
    k: float,
    colours: dict[str, str],
    rim: Rim | None = None,
    flip: bool = False,
    clip: Sequence[Poly] | None = None,
) -> None:
    """Paint a figure whose origin stands at (x, y), `k` pixels to the metre."""
    sign = -1 if flip else 1
    placed = [(key, [(x + sign * px * k, y - py * k) for px, py in q]) for key, q in parts]
    toward = 0.0 if rim is None else (180.0 if rim.dx > 0 else 0.0)
    for key, q in placed:
        base = colours.get(key) or colours.get(key.rstrip("2")) or colours["coat"]
        if key.endswith("2") and key not in colours:
            base = mix(base, "#000000", 0.16) if key == "skin2" else mix(base, "#fff0d8", 0.07)
        paint = Paint(mix(base, "#ffeccb", 0.1), mix(base, "#0a1420", 0.14), toward, 0.035, "v")
        c.fill(q, paint, clip=clip)
    if rim is not None:
        c.rim(
            c.mask([q for _, q in placed], clip=clip),
            rim.dx * k,
            rim.dy * k,
            rim.colour,
            rim.alpha,
            max(0.8, k * 0.002),
        )


def seated_front(hair: str = "short", arms: tuple[str, str] = ("clasp", "clasp"), cross: int = 0) -> list[Part]:
    """A person who sits and faces the viewer; feet at the origin, seat at 0.46 m."""
    parts: list[Part] = []
    apart = 1.0 if hair == "short" else 0.6
    for s in (-1, 1):
        lean = 0.07 * cross
        knee = (s * 0.13 * apart + lean, 0.46)
        foot = (s * 0.11 * apart + lean * 2.2, 0.05)
        parts.append(("shoe", ellipse(foot[0], foot[1] - 0.02, 0.06, 0.045)))
        parts.append(("legs", limb([knee, ((knee[0] + foot[0]) / 2, 0.27), foot], [0.16, 0.145, 0.09])))
        parts.append(("legs", limb([(s * 0.1 * apart, 0.56), (knee[0], 0.47)], [0.22, 0.19], False)))
    top = bust(hair, False, arms, False, -0.54)
    return parts + [(k, [(x, y + 1.06) for x, y in q]) for k, q in top]


def clothes(i: int, cool: float = 0.0) -> dict[str, str]:
    """The colours of one person, perhaps dimmed towards the blue of the hall."""
    tones = {
        "coat": COATS[i % 7],
        "legs": "#20283a",
        "skin": SKINS[i % 4],
        "hair": STYLE[i % 4],
        "shirt": "#e9dcc0",
        "tie": ("#b4563a", "#d9a04a", "#2c6a6c")[i % 3],
        "scarf": ("#d9a75c", "#c8674a", "#9db59a")[i % 3],
        "shoe": "#14151c",
    }
    return {k: mix(v, "#12263a", cool) for k, v in tones.items()}
