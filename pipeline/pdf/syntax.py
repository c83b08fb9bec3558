"""How numbers, rectangles and texts are written in PDF syntax: short, exact enough, and the same everywhere."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

Matrix = tuple[float, float, float, float, float, float]


class Area(NamedTuple):
    """A rectangle in PDF's own coordinates: points, y up, origin at the lower left corner of the trim."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def matrix(self) -> Matrix:
        """For ``cm``: what fills the unit square fills this rectangle."""
        return self.width, 0.0, 0.0, self.height, self.left, self.bottom

    def grown(self, by: float) -> Area:
        """Larger by ``by`` points on each side."""
        return Area(self.left - by, self.bottom - by, self.right + by, self.top + by)


def number(value: float, places: int = 3) -> str:
    """A decimal number without needless digits: three places are a hundredth of a printer's dot."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Several numbers with blanks between them."""
    return " ".join(map(number, values))


def rectangle(area: Area) -> str:
    """The operands of ``re``."""
    return numbers(area.left, area.bottom, area.width, area.height)


def upright(area: Area, turn: int, unit: float = 1.0) -> Matrix:
    """Puts ``area`` of a page that is shown turned clockwise by ``turn`` degrees upright, with a corner at the origin.

    ``unit`` is how many points a unit of the page is.
    """
    left, bottom, right, top = (edge * unit for edge in area)
    return {
        0: (unit, 0.0, 0.0, unit, -left, -bottom),
        90: (0.0, -unit, unit, 0.0, -bottom, right),
        180: (-unit, 0.0, 0.0, -unit, right, top),
        270: (0.0, unit, -unit, 0.0, top, -left),
    }[turn]


def actual_text(text: str) -> str:
    """The operator that opens a span which stands for ``text``; close it with EMC."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC"


def ascii_uri(uri: str) -> str:
    """The address in ASCII, as a URI action wants it; what is already escaped stays so."""
    return quote(uri, safe="%:/?#[]@!$&'()*+,;=~-._")
