"""Whether columns end on the same row, read back from a PDF: ``python -m tests.columns FILE.pdf``.

Prints the pages of articles whose columns are uneven, with the rows on which they end, and those that have white
inside a column. Articles are where the outline leads to; the number of columns and the grid are found from the type.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from pathlib import Path

import pypdfium2 as pdfium

from pipeline.measure import Box
from tests.printed import Printed, printed

WORD_GAP = 9.0  # points: what is further apart is not of one line
GUTTER = 11.0  # points, about
BESIDE = 60.0  # points on both sides of what text may run round
EASE = 6.0  # points by which a line may leave the column that it is counted to
MOST = 3  # columns
LEAST_TINT = 20.0  # points deep: lower ones are rules
LEAST_LINE = 60.0  # points of running text that are no folio
CAPTION = 6  # rows below a picture in which its caption stands
MOST_WHITE = 4  # rows between two things in a column


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in a column: from where to where across, its first row and its last.

    ``text`` tells running text, ``display`` larger type: a column that has no more than a headline need not be level.
    """

    left: float
    right: float
    first: int
    last: int
    text: bool = False
    display: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page between things that stand across all columns: on which row each column ends; rows of white."""

    page: int
    title: str
    ends: tuple[int, ...]
    white: int

    @property
    def uneven(self) -> int:
        """Rows between the highest end and the lowest."""
        return max(self.ends) - min(self.ends)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The body's size, its leading, the edges of the type area on right-hand and left-hand pages, its last baseline."""

    size: float
    leading: float
    edges: tuple[tuple[float, float], tuple[float, float]]
    foot: float

    @classmethod
    def of(cls, pages: Sequence[Printed]) -> _Grid:
        sizes: Counter[float] = Counter()
        for page in pages:
            for piece in page.type:
                sizes[round(piece.size, 2)] += len(piece.text)
        size = sizes.most_common(1)[0][0]
        steps: Counter[float] = Counter()
        edges: list[tuple[float, float]] = []
        for parity in (0, 1):
            lefts, rights = [], []
            for page in pages[parity::2]:
                lines = [t for t in page.type if abs(t.size - size) < 0.05]
                heights = sorted({round(t.y, 1) for t in lines})
                steps.update(round(b - a, 1) for a, b in pairwise(heights) if b - a > size * 0.9)
                lefts += [round(t.x) for t in lines]
                rights += [round(t.box.right) for t in lines]
            edges.append((_edge(lefts, -1), _edge(rights, 1)))
        ((step, _),) = steps.most_common(1)
        body = [sorted({t.y for t in page.type if abs(t.size - size) < 0.05}) for page in pages]
        close = [b - a for heights in body for a, b in pairwise(heights) if abs(b - a - step) < 0.2]
        foot = max(t.y for page in pages for t in page.type if abs(t.size - size) < 0.05 and t.box.width > LEAST_LINE)
        return cls(size, sum(close) / len(close), (edges[0], edges[1]), foot)


def _edge(places: list[int], side: int) -> float:
    """The outermost of the places at which many lines begin, or end."""
    counts = Counter(places)
    often = [x for x, n in counts.items() if n >= 0.02 * len(places)] or [0]
    return float(max(often, key=lambda x: side * x))


@dataclass(frozen=True, slots=True)
class Region:
    """An article on one page (from 0): from ``top`` down to ``bottom``."""

    page: int
    title: str
    top: float
    bottom: float


def bands(document: pdfium.PdfDocument) -> list[Band]:
    """Those of all pages of articles that hold running text."""
    return bands_of(printed(document), list(_regions(document)))


def bands_of(pages: Sequence[Printed], regions: Sequence[Region]) -> list[Band]:
    """Those of the regions of these pages."""
    grid = _Grid.of(pages)
    return [band for region in regions for band in _Reader(pages[region.page], region, grid).bands()]


def _regions(document: pdfium.PdfDocument) -> Iterator[Region]:
    """The pages of each article: from where its outline entry leads to where the next one does."""
    marks = []
    for mark in document.get_toc():
        if dest := mark.get_dest():
            view = dest.get_view()[1]
            page = dest.get_index()
            height = document[page].get_height()
            y = height - view[1] if len(view) > 1 and view[1] is not None else 0.0
            marks.append((page, y, mark.level, mark.get_title()))
    marks.sort(key=lambda mark: mark[:2])
    for (page, y, level, title), (following, end, _, _) in pairwise([*marks, (len(document), 0.0, 0, "")]):
        if level == 0:
            continue
        for number in range(page, following + 1):
            top, bottom = y if number == page else 0.0, end if number == following else 1e4
            if bottom > top:
                yield Region(number, title, top, bottom)


@dataclass
class _Reader:
    page: Printed
    region: Region
    grid: _Grid
    rest: float = field(init=False, default=0.0)

    def bands(self) -> Iterator[Band]:
        """The bands of this region that have running text."""
        body = [t for t in self.page.type if abs(t.size - self.grid.size) < 0.05 and self._here(t.box)]
        if not body:
            return
        self.rest = Counter(round(t.y % self.grid.leading, 1) for t in body).most_common(1)[0][0]
        things = sorted(self._things(), key=lambda thing: (thing.first, thing.last))
        count = self._count([t for t in things if t.text])
        part: list[Thing] = []
        for thing in things:
            if count > 1 and self._across(thing, count):
                yield from self._band(part, count)
                part = []
            else:
                part.append(thing)
        yield from self._band(part, count)

    def _here(self, box: Box) -> bool:
        return self.region.top - self.grid.size <= box.top and box.bottom <= self.region.bottom

    def _row(self, y: float) -> float:
        return (y - self.rest) / self.grid.leading

    def _things(self) -> Iterator[Thing]:
        pictures = [p for p in self.page.pictures if self._here(p)]
        here = [t for t in self.page.type if self._here(t.box) and t.y < self.grid.foot + 1]
        body = [t for t in here if abs(t.size - self.grid.size) < 0.05]
        for left, right, y, size in _lines([(t.box.left, t.box.right, t.y, t.size) for t in here]):
            row = self._row(y)
            on_grid = abs(size - self.grid.size) < 0.05 and abs(row - round(row)) < 0.1
            at = round(row) if on_grid else ceil(row - 0.15)
            over = [p for p in pictures if size < self.grid.size and 0 < y - p.bottom < CAPTION * self.grid.leading]
            own = next((p for p in over if p.left - EASE < left and right < p.right + EASE), None)
            # A caption is as wide as its picture, unless text stands beside it.
            if own and any(abs(t.y - y) < self.grid.leading and own.left <= t.x <= own.right for t in body):
                own = Box(left, y, right - left, 0.0)
            edges = (own.left, own.right) if own else (left, right)
            yield Thing(*edges, at, at, text=on_grid, display=size > self.grid.size + 0.05)
        for box in pictures:
            yield Thing(box.left, box.right, round(self._row(box.top)) + 1, round(self._row(box.bottom)))
        for box in self.page.fills:
            if box.height > LEAST_TINT and self._here(box):
                yield Thing(
                    box.left, box.right, round(self._row(box.top)) + 1, round(self._row(box.bottom)), text=False
                )

    def _edges(self, count: int) -> list[tuple[float, float]]:
        left, right = self.grid.edges[self.region.page % 2]
        step = (right - left + GUTTER) / count
        return [(left + i * step, left + (i + 1) * step - GUTTER) for i in range(count)]

    def _count(self, lines: Sequence[Thing]) -> int:
        """The most columns that nearly all lines keep to."""
        for count in range(MOST, 1, -1):
            columns = self._edges(count)
            kept = sum(any(a - EASE <= t.left and t.right <= b + EASE for a, b in columns) for t in lines)
            if kept >= 0.97 * len(lines):
                return count
        return 1

    def _across(self, thing: Thing, count: int) -> bool:
        """Whether it parts all columns; what stands over a gutter has text at its sides."""
        columns = self._edges(count)
        beside = thing.left > columns[0][0] + BESIDE and thing.right < columns[-1][1] - BESIDE
        return len(self._columns(thing, count)) == count and not beside

    def _columns(self, thing: Thing, count: int) -> list[int]:
        columns = enumerate(self._edges(count))
        return [i for i, (a, b) in columns if min(b, thing.right) - max(a, thing.left) > EASE]

    def _band(self, things: Sequence[Thing], count: int) -> Iterator[Band]:
        """The band of these things, of which the first may stand across."""
        if not any(thing.text for thing in things):
            return
        begin = min(thing.first for thing in things)
        ends, white = [begin - 1] * count, 0
        held: list[list[Thing]] = [[] for _ in range(count)]
        for thing in things:
            for column in self._columns(thing, count):
                begun = ends[column] >= begin
                white = max(white, thing.first - ends[column] - 1 if begun else 0)
                ends[column] = max(ends[column], thing.last)
                held[column].append(thing)
        own = tuple(end for end, its in zip(ends, held, strict=True) if not _head_alone(its))
        yield Band(self.region.page + 1, self.region.title, own, white)


def _head_alone(things: Sequence[Thing]) -> bool:
    """Whether a column has a headline and nothing but small type with it."""
    return any(t.display for t in things) and not any(t.text or t.last > t.first for t in things)


def _lines(pieces: Sequence[tuple[float, float, float, float]]) -> Iterator[tuple[float, float, float, float]]:
    """Pieces of type (left, right, baseline, size) put together where they stand in one line."""
    current: tuple[float, float, float, float] | None = None
    for left, right, y, size in sorted(pieces, key=lambda p: (round(p[2], 1), p[0])):
        if current and abs(y - current[2]) < 0.1 and left - current[1] < WORD_GAP:
            current = (current[0], max(right, current[1]), y, max(size, current[3]))
        else:
            if current:
                yield current
            current = (left, right, y, size)
    if current:
        yield current


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the pages; exit code 1 when columns are uneven."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("pdf", type=Path)
    options = parser.parse_args(arguments)
    document = pdfium.PdfDocument(options.pdf)
    found = bands(document)
    document.close()
    for band in found:
        if band.uneven:
            rows = ", ".join(map(str, band.ends))
            print(f"page {band.page:3}  columns end on rows {rows}: {band.uneven} apart  {band.title}")
        if band.white > MOST_WHITE:
            print(f"page {band.page:3}  {band.white} rows of white inside a column  {band.title}")
    uneven = sum(band.uneven > 0 for band in found)
    print(f"{uneven} of {len(found)} sets of columns are uneven")
    return int(uneven > 0)


if __name__ == "__main__":
    sys.exit(main())
