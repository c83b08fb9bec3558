"""Lengths, boxes, and runs of pages. The unit inside the program is the DTP point (1/72 inch) as a float.

Page coordinates have their origin at the top-left corner of the trim and y runs down, as a designer
counts; painting alone turns them into PDF's upward axis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MM = 72 / 25.4
UNITS = {"pt": 1.0, "mm": MM, "cm": 10 * MM, "in": 72.0}
_LENGTH = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)\s*")


def parse_length(text: str) -> float:
    """Points from ``"15 mm"``, ``"9.5pt"``, ``"1in"``; ValueError for anything else."""
    match = _LENGTH.fullmatch(text)
    if not match:
        if text.strip() in {"0", "0.0"}:
            return 0.0
        message = f"{text!r} is not a length; write a number and a unit, as in 15mm or 9.5pt"
        raise ValueError(message)
    return float(match[1]) * UNITS[match[2]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in page coordinates: points, y down."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    def moved(self, dx: float = 0.0, dy: float = 0.0) -> Box:
        """The same size elsewhere."""
        return Box(self.left + dx, self.top + dy, self.width, self.height)

    def grown(self, by: float) -> Box:
        """Larger by ``by`` points on each side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def contains(self, other: Box, tolerance: float = 0.01) -> bool:
        """True when ``other`` lies inside, up to ``tolerance`` points."""
        return (
            other.left >= self.left - tolerance
            and other.top >= self.top - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def run_of(numbers: Iterable[int]) -> str:
    """Numbers of pages in short: ``12``, ``12-13``, ``12-13, 30``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
