"""Swatches: a colour that a designer names, with its screen value and its ink.

Both are written by the designer, because a good screen red and a good ink red are two decisions. Contrast is
that of WCAG 2.1 (relative luminance); the share of ink is the sum of the four process colours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LINEAR_BELOW = 0.04045  # of sRGB's transfer curve
NO_SPOTS = frozenset({"cyan", "magenta", "yellow", "black", "all", "none"})  # ISO 32000-1, 8.6.6.4
_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class Swatch:
    """``srgb`` and ``cmyk`` components run from 0 to 1; ``spot`` names a separation of its own.

    ``rich`` inks print large areas in place of ``cmyk``, ``fine`` ones small type and thin rules.
    """

    name: str
    srgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float]
    spot: str = ""
    rich: tuple[float, float, float, float] | None = None
    fine: tuple[float, float, float, float] | None = None

    @property
    def ink_share(self) -> float:
        """Total ink from 0 to 4 (2.8 is the 280 % of a printer's limit)."""
        return sum(self.cmyk)

    @property
    def plates(self) -> int:
        """How many plates it prints on."""
        return 1 if self.spot else sum(part > 0 for part in self.cmyk)

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white)."""
        red, green, blue = (c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in self.srgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLACK = Swatch("black", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
WHITE = Swatch("white", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))


def checked_spot(name: str) -> str:
    """The name of a spot colour; ValueError for one that means a process ink, every plate or none."""
    if name.strip().lower() in NO_SPOTS:
        message = f"{name!r} is no spot colour: process inks are written in cmyk. Write the name that the printer uses"
        raise ValueError(message)
    return name


def parse_srgb(text: str) -> tuple[float, float, float]:
    """Components 0 to 1 from ``#rrggbb``; ValueError for anything else."""
    match = _HEX.fullmatch(text.strip())
    if not match:
        message = f"{text!r} is not a colour; write six hexadecimal digits, as in '#0b3c49'"
        raise ValueError(message)
    red, green, blue = (int(part, 16) / 255 for part in match.groups())
    return red, green, blue


def contrast(one: Swatch, other: Swatch) -> float:
    """Contrast ratio of WCAG 2.1, 1 to 21."""
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
