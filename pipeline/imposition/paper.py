"""Paper: the names of sheets, sizes as printers write them, and the smallest sheet that has room.

Sizes are those of ISO 216 (A), DIN 476-2 (SRA, with room for bleed and marks) and the American office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from pipeline.diagnostic import Fault, Finding
from pipeline.measure import MM, UNITS

# Millimetres, the short side first.
_MILLIMETRES = {
    "A5": (148, 210),
    "A4": (210, 297),
    "SRA4": (225, 320),
    "A3": (297, 420),
    "SRA3": (320, 450),
    "A2": (420, 594),
    "SRA2": (450, 640),
    "A1": (594, 841),
    "SRA1": (640, 900),
    "A0": (841, 1189),
    "SRA0": (900, 1280),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
    "12x18": (304.8, 457.2),
    "13x19": (330.2, 482.6),
}
# What is tried, smallest first, when nobody says which sheet.
COMMON = ("A4", "SRA4", "A3", "SRA3", "A2", "SRA2", "A1", "SRA1", "A0", "SRA0")
SHEETS = {name: (short * MM, long * MM) for name, (short, long) in _MILLIMETRES.items()}
_BY_LOWER = {name.lower(): name for name in SHEETS}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)?\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)", re.IGNORECASE)

SLACK = 0.5  # points by which sizes that are meant to be the same may differ
LARGEST = 14_400.0

Size = tuple[float, float]


def parse_sheet(text: str) -> Size:
    """The two sides in points of ``A3`` or ``450x320mm``; ValueError for anything else."""
    name = _BY_LOWER.get(text.strip().lower())
    if name:
        return SHEETS[name]
    match = _SIZE.fullmatch(text.strip())
    if not match:
        message = f"{text!r} is not a sheet; name one of {', '.join(SHEETS)}, or write its size, as in 450x320mm"
        raise ValueError(message)
    across, one, down, other = match.groups()
    size = float(across) * UNITS[(one or other).lower()], float(down) * UNITS[other.lower()]
    if not all(0 < side <= LARGEST for side in size):
        message = f"no sheet is {text}; sides go up to {LARGEST / 72:.0f} in"
        raise ValueError(message)
    return size


def in_millimetres(size: Size) -> str:
    """``210 × 297 mm``, to a tenth where that says more."""
    return " × ".join(f"{side / MM:.1f}".removesuffix(".0") for side in size) + " mm"


def called(size: Size) -> str:
    """The sheet's name, or else its size."""
    for name, sides in SHEETS.items():
        if all(abs(a - b) < SLACK for a, b in zip(sorted(size), sides, strict=True)):
            return name
    return in_millimetres(size)


def orientations(size: Size) -> Iterator[Size]:
    """The sheet as it was given and turned."""
    yield size
    if abs(size[0] - size[1]) >= SLACK:
        yield size[1], size[0]


def fits(need: Size, room: Size) -> bool:
    """Whether a rectangle lies within another."""
    return need[0] <= room[0] + SLACK and need[1] <= room[1] + SLACK


def sheet_for(block: Size, room: float, given: Size | None) -> Size:
    """The sheet, turned so that ``block`` fits, if it can be with ``room`` on each side; Fault E713.

    Without a given one it is the smallest common sheet that takes the block and the room.
    """
    wanted = block[0] + 2 * room, block[1] + 2 * room
    if given is None:
        for name in COMMON:
            for size in orientations(SHEETS[name]):
                if fits(wanted, size):
                    return size
        message = f"The pages side by side are {in_millimetres(block)}, and no common sheet has room for that."
        hint = f"Give the size of the sheet, at least --sheet {_typed(wanted)}, or put fewer pages on it."
        raise Fault(Finding("E713", message, hint=hint))
    for need in (wanted, block):
        for size in orientations(given):
            if fits(need, size):
                return size
    message = f"The pages side by side are {in_millimetres(block)}, which {called(given)} has no room for."
    raise Fault(Finding("E713", message, hint=f"Name a larger sheet: --sheet {enough(wanted)}"))


def enough(need: Size) -> str:
    """The smallest common sheet that takes a rectangle, or else the size of one, as it is typed."""
    return next((n for n in COMMON if any(fits(need, size) for size in orientations(SHEETS[n]))), _typed(need))


def _typed(size: Size) -> str:
    """As it is typed: whole millimetres, rounded up."""
    return "x".join(str(ceil(side / MM - 0.01)) for side in size) + "mm"
