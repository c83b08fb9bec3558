"""What the marks round pages and those round the sheets of a press have in common: ink, stroke, register, slug."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.colour import Swatch
from pipeline.font import Face
from pipeline.pdf.inks import ALL_PLATES, Colour
from pipeline.pdf.syntax import numbers
from pipeline.pdf.text import TextPiece

REGISTRATION = Swatch("registration", (0.0, 0.0, 0.0), (1.0, 1.0, 1.0, 1.0), ALL_PLATES)
HAIRLINE = 0.25
RING = 0.6  # the radius of the circle of a registration mark, of the reach of its cross
CIRCLE = 0.5522847498  # how far the handles of a quarter of a circle reach, as a Bézier curve of radius 1
LEAST_LETTERS, ELLIPSIS = 4, "…"


def register_mark(centre: tuple[float, float], reach: float) -> str:
    """The path of a cross whose arms reach so far, with a circle around its middle; it is still to be stroked."""
    (x, y), r = centre, RING * reach
    k = CIRCLE * r
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    ring = " ".join(f"{numbers(*curve)} c" for curve in curves)
    lines = f"{numbers(x - reach, y)} m {numbers(x + reach, y)} l {numbers(x, y - reach)} m {numbers(x, y + reach)} l"
    return f"{numbers(x + r, y)} m {ring} {lines}"


def shortened(text: str) -> Iterable[str]:
    """The text, and what is left of it when it is cut after fewer and fewer letters."""
    yield text
    yield from (f"{text[:length].rstrip()}{ELLIPSIS}" for length in range(len(text) - 1, LEAST_LETTERS, -1))


def slug_line(
    face: Face, size: float, gap: float, choices: Iterable[tuple[str, ...]], room: float, colour: Colour = REGISTRATION
) -> list[TextPiece]:
    """The first of the choices that has room, its parts with gaps between them; nothing where none has.

    Letters that the face lacks are left out.
    """
    for parts in choices:
        texts = [text for text in (_printable(face, part) for part in parts) if text]
        blank = face.shape(" ")
        runs = tuple(run for text in texts for run in ((blank, gap), (face.shape(text), 0.0)))[1:]
        if runs and sum(size * run.width / 1000 + space for run, space in runs) <= room:
            return [TextPiece(face, size, colour, runs)]
    return []


def _printable(face: Face, text: str) -> str:
    missing = set(face.missing(text))
    return "".join(letter for letter in text if letter not in missing)
