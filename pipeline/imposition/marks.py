"""Marks on a side of a sheet, outside the pages: where to cut, where to fold, and how plates lie on one another.

Crop marks, fold lines and registration marks stand round the block of pages, and so does the slug; collation marks on
the spine of each signature, a step lower than on the one before. What has no room on the paper is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.imposition.layout import LONGEST, OFFSET
from pipeline.imposition.values import Placed, Side, Work
from pipeline.measure import MM
from pipeline.pdf.syntax import Area

LEAST = 2 * MM  # a mark that is shorter than this helps nobody
STEP, FIRST_STEP, BAR_LEAST, BAR_MOST = 6 * MM, 15 * MM, 1 * MM, 3 * MM
CLEARANCE = 2 * MM

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A crop mark, or the trace of a fold."""

    start: Point
    end: Point
    fold: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A registration mark: a cross in a circle."""

    centre: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a side. ``slug`` is where its line of text has room, if anywhere."""

    lines: tuple[Line, ...] = ()
    targets: tuple[Target, ...] = ()
    bars: tuple[Area, ...] = ()
    slug: Area | None = None


class _Band(NamedTuple):
    """Where the marks on one edge of the block begin, and where they end further out."""

    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2

    @property
    def length(self) -> float:
        return abs(self.outer - self.inner)


class _Bands(NamedTuple):
    """The four edges of the block; None where the paper has no room for marks."""

    left: _Band | None
    right: _Band | None
    bottom: _Band | None
    top: _Band | None


def marks_of(side: Side, work: Work) -> Marks:
    """The marks that have room. Signatures have their collation marks though no others are wanted."""
    bars = tuple(_bars(side, work))
    if not work.marks:
        return Marks(bars=bars)
    bands = _bands(side, work)
    lines = tuple(dict.fromkeys((*_upright(side, bands), *_level(side, bands))))
    return Marks(lines, tuple(_targets(side, bands)), bars, _slug(bands, lines))


def lacks_room(side: Side, work: Work) -> bool:
    """Whether marks that are wanted have no room on some edge."""
    return work.marks and any(band is None for band in _bands(side, work))


def _bands(side: Side, work: Work) -> _Bands:
    block = side.block

    def band(edge: float, paper: float, outwards: int) -> _Band | None:
        away = work.bleed + OFFSET
        length = min(abs(paper - edge) - away, LONGEST)
        return _Band(edge + outwards * away, edge + outwards * (away + length)) if length >= LEAST else None

    return _Bands(
        band(block.left, 0.0, -1),
        band(block.right, side.width, 1),
        band(block.bottom, 0.0, -1),
        band(block.top, side.height, 1),
    )


def _at(side: Side, *, row: int | None = None, column: int | None = None) -> list[Placed]:
    """The pages of a row or of a column, in order."""
    return [
        p for p in side.placed if (p.slot.column if row is None else p.slot.row) == (column if row is None else row)
    ]


def _upright(side: Side, bands: _Bands) -> Iterator[Line]:
    """Above and below: where the outer rows are cut, but not at the spine, and where they are folded."""
    for band, row in ((bands.top, 0), (bands.bottom, side.sheet.rows - 1)):
        if band is None:
            continue
        for placed in _at(side, row=row):
            uncut = None if not side.sheet.folded else "left" if placed.slot.spine_at_left else "right"
            for edge, x in (("left", placed.trim.left), ("right", placed.trim.right)):
                if edge != uncut:
                    yield Line((x, band.inner), (x, band.outer))
        for x in side.folds_across:
            yield Line((x, band.inner), (x, band.outer), fold=True)


def _level(side: Side, bands: _Bands) -> Iterator[Line]:
    """On the left and on the right: heads and feet of the outer columns, and folds between them."""
    for band, column in ((bands.left, 0), (bands.right, side.sheet.columns - 1)):
        if band is None:
            continue
        for placed in _at(side, column=column):
            for y in (placed.trim.top, placed.trim.bottom):
                yield Line((band.inner, y), (band.outer, y))
        for y in side.folds_down:
            yield Line((band.inner, y), (band.outer, y), fold=True)


def _targets(side: Side, bands: _Bands) -> Iterator[Target]:
    """Above the first and the last column, and beside the first and the last row; the slug has the lower edge."""
    row, left, right = _at(side, row=0), _at(side, column=0), _at(side, column=side.sheet.columns - 1)
    if bands.top:
        for placed in dict.fromkeys((row[0], row[-1])):
            x = (placed.trim.left + placed.trim.right) / 2
            yield Target((x, bands.top.middle), 0.45 * bands.top.length)
    for band, column in ((bands.left, left), (bands.right, right)):
        if band:
            for placed in dict.fromkeys((column[0], column[-1])):
                y = (placed.trim.top + placed.trim.bottom) / 2
                yield Target((band.middle, y), 0.45 * band.length)


def _slug(bands: _Bands, lines: tuple[Line, ...]) -> Area | None:
    """Below the first column, between the marks there."""
    band = bands.bottom
    if band is None:
        return None
    xs = sorted({line.start[0] for line in lines if line.start[1] == band.inner})
    if len(xs) < 2:  # noqa: PLR2004 - a stretch has two ends
        return None
    return Area(xs[0] + CLEARANCE, band.outer, xs[1] - CLEARANCE, band.inner)


def _bars(side: Side, work: Work) -> Iterator[Area]:
    """The collation mark: on the fold between a signature's first and last page, seen when it is folded."""
    if not side.sheet.step or side.name != "front":
        return
    first = min(side.placed, key=lambda p: p.slot.page)
    fold = first.trim.left - work.spine_margin
    steps = max(int((first.trim.height - 2 * FIRST_STEP) // STEP), 1)
    top = first.trim.top - min(FIRST_STEP, first.trim.height / 4) - (side.sheet.step - 1) % steps * STEP
    half = min(max(work.spine_margin, BAR_LEAST / 2), BAR_MOST / 2)
    yield Area(fold - half, top - STEP, fold + half, top)
