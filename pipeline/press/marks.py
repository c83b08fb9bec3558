"""Marks around a page, outside of its bleed: where to cut, how plates lie on one another, ink to measure, and the slug.

Crop, bleed and registration marks and the line of text print on every plate; each colour's name prints in that
colour, so that a plate says which it is. What has no room is left out. All is drawn from the trim's lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.colour import Swatch
from pipeline.font import Face
from pipeline.measure import MM
from pipeline.page import Page
from pipeline.pdf import Area, DocumentCanvas
from pipeline.pdf.marks import HAIRLINE, REGISTRATION, register_mark, shortened, slug_line

Mark = Literal["crop", "bleed", "registration", "bars", "slug"]
MARKS: tuple[Mark, ...] = get_args(Mark)

OFFSET, LENGTH, BLEED_LENGTH, ROOM = 1 * MM, 5 * MM, 3 * MM, 8 * MM
TARGET = 2.2 * MM
CLEAR = 8 * MM  # between the corners' marks, the targets and what stands between them
PATCH, LEAST_PATCH = 5 * MM, 2 * MM
SIZE, GAP = 6.0, 6.0

PROCESS = (
    Swatch("Cyan", (0.0, 0.62, 0.89), (1.0, 0.0, 0.0, 0.0)),
    Swatch("Magenta", (0.9, 0.0, 0.49), (0.0, 1.0, 0.0, 0.0)),
    Swatch("Yellow", (1.0, 0.93, 0.0), (0.0, 0.0, 1.0, 0.0)),
    Swatch("Black", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)),
)
# Solids, their overprints, and a grey of three inks, which turns warm or cold when one of them is off.
SOLIDS = (
    *PROCESS,
    Swatch("blue", (0.2, 0.2, 0.5), (1.0, 1.0, 0.0, 0.0)),
    Swatch("green", (0.0, 0.6, 0.25), (1.0, 0.0, 1.0, 0.0)),
    Swatch("red", (0.9, 0.0, 0.1), (0.0, 1.0, 1.0, 0.0)),
    Swatch("grey", (0.5, 0.5, 0.5), (0.5, 0.4, 0.4, 0.0)),
)
SHARES = (0.75, 0.5, 0.25)


@dataclass(frozen=True, slots=True)
class Slug:
    """What the line of text is made of: the title, what else is said of each page, and the faces to set it in."""

    title: str
    issue: str
    date: str
    pages: int
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands round every page of a trim of ``width`` by ``height``, outside of ``bleed``."""

    width: float
    height: float
    bleed: float
    marks: tuple[Mark, ...]
    slug: Slug
    spots: tuple[Swatch, ...]

    def draw(self, canvas: DocumentCanvas, page: Page) -> None:
        """Draws it round a page."""
        if "crop" in self.marks:
            self._corners(canvas, 0.0, LENGTH)
        if "bleed" in self.marks and self.bleed > 0:
            self._corners(canvas, self.bleed, BLEED_LENGTH)
        if "registration" in self.marks:
            for centre in self._targets():
                canvas.stroke_path(register_mark(centre, TARGET), HAIRLINE, REGISTRATION)
        if "bars" in self.marks:
            for area, swatch in self._bars():
                canvas.fill_rect(area, swatch)
        if "slug" in self.marks:
            self._line(canvas, page)

    def _corners(self, canvas: DocumentCanvas, out: float, length: float) -> None:
        """Two short lines at each corner of the box that lies ``out`` of the trim."""
        start, end = self.bleed + OFFSET, self.bleed + OFFSET + length
        for x in (-out, self.width + out):
            canvas.stroke_line((x, -end), (x, -start), HAIRLINE, REGISTRATION)
            canvas.stroke_line((x, self.height + start), (x, self.height + end), HAIRLINE, REGISTRATION)
        for y in (-out, self.height + out):
            canvas.stroke_line((-end, y), (-start, y), HAIRLINE, REGISTRATION)
            canvas.stroke_line((self.width + start, y), (self.width + end, y), HAIRLINE, REGISTRATION)

    @property
    def _middle(self) -> float:
        """Of the band in which marks stand, from the trim outwards."""
        return self.bleed + OFFSET + LENGTH / 2

    def _targets(self) -> Iterator[tuple[float, float]]:
        across, down = self.width / 2, self.height / 2
        yield from ((across, -self._middle), (across, self.height + self._middle))
        yield from ((-self._middle, down), (self.width + self._middle, down))

    @property
    def _halves(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """From where to where things may stand above and below the page, on both sides of the target."""
        half = self.width / 2
        return (CLEAR, half - CLEAR), (half + CLEAR, self.width - CLEAR)

    def _bars(self) -> Iterator[tuple[Area, Swatch]]:
        """Solids on the left of the upper edge; spot colours and tints on its right."""
        tints = [_tint(swatch, share) for share in SHARES for swatch in PROCESS]
        bottom = self.height + self.bleed + OFFSET
        for (start, end), swatches in zip(self._halves, (SOLIDS, (*self.spots, *tints)), strict=True):
            size = min(PATCH, (end - start) / len(swatches))
            if size >= LEAST_PATCH:
                for index, swatch in enumerate(swatches):
                    left = start + index * size
                    yield Area(left, bottom, left + size, bottom + size), swatch

    def _line(self, canvas: DocumentCanvas, page: Page) -> None:
        """Title, issue, page and date on the left below the page; the names of the colours on its right."""
        (left, end), (right, last) = self._halves
        face = next((f for f in self.slug.faces if f.covers(self.slug.title)), self.slug.faces[0])
        y = -self._middle - face.x_height * SIZE / 2000
        if pieces := slug_line(face, SIZE, GAP, self._texts(page), end - left):
            canvas.show(left, y, pieces)
        for swatch in (*PROCESS, *self.spots):
            for piece in slug_line(face, SIZE, GAP, [(swatch.spot or swatch.name,)], last - right, swatch):
                canvas.show(right, y, [piece])
                right += GAP + SIZE * sum(run.width for run, _ in piece.runs) / 1000

    def _texts(self, page: Page) -> Iterator[tuple[str, ...]]:
        """The parts of the line, as whole as they can be and then shorter and shorter."""
        issue, which = self.slug.issue, f"{page.number} / {self.slug.pages}"
        yield from ((title, issue, which, self.slug.date) for title in shortened(self.slug.title))
        yield from ((issue, which), (which,))


def room_for(marks: Sequence[Mark]) -> float:
    """The paper outside of the bleed that marks need, in points."""
    return ROOM if marks else 0.0


def _tint(swatch: Swatch, share: float) -> Swatch:
    cyan, magenta, yellow, black = (share * part for part in swatch.cmyk)
    return Swatch(f"{swatch.name} {share:.0%}", swatch.srgb, (cyan, magenta, yellow, black))
