"""Insets: what stands in the columns of a page with the text running round it, and what it leaves of each row.

An inset stands over the gutter of two neighbouring columns, half in each, or at one edge of a column. Beside it a line
has what is left of its column without the white that the layout asks for; a place that leaves less than the layout's
least measure is refused, as is one that leaves too few lines of text above or below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.galley import PhotoUnits, PullUnits, Row
from pipeline.layout import Edge, Layout, Side, side_white

LEAST_LINES = 4  # of text above and below an inset
HAIR = 0.01


@dataclass(frozen=True, slots=True)
class Inset:
    """A photo or a pull quote in the text of page ``page``: its head on row ``row`` of the columns.

    It stands over the gutter behind column ``column``, or at the left or right edge of that column; ``rows`` are its
    rows without a caption. ``hand`` is the side of the spread on which its page must fall, if not any.
    """

    units: PhotoUnits | PullUnits
    rows: int
    column: int
    edge: Edge
    row: int
    page: int = 0
    hand: Side = ""

    @property
    def depth(self) -> int:
        """Rows of photo and caption."""
        return self.rows + self.units.caption.rows

    @property
    def columns(self) -> range:
        """The columns that it stands in."""
        return range(self.column, self.column + (2 if self.edge == "gutter" else 1))

    @property
    def photo(self) -> PhotoUnits | None:
        """The photo that it is."""
        return self.units if isinstance(self.units, PhotoUnits) else None

    @property
    def number(self) -> int | None:
        """The number of the pull quote that it is."""
        return self.units.number if isinstance(self.units, PullUnits) else None

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands, but not on which row nor how deep."""
        return self.column, self.edge, self.page, self.units.width

    def x(self, columns: Sequence[tuple[float, float]]) -> float:
        """Its left edge, in the coordinates of ``columns``: (x, measure) of each."""
        left, measure = columns[self.column]
        if self.edge == "left":
            return left
        if self.edge == "right":
            return left + measure - self.units.width
        return (left + measure + columns[self.column + 1][0] - self.units.width) / 2


def bands(
    layout: Layout, columns: int, insets: Sequence[Inset], height: int, ends: Sequence[tuple[int, int]]
) -> tuple[tuple[Row, ...], ...] | None:
    """What insets leave of each row of the columns ``height`` rows deep; None where one cannot stand so.

    ``ends`` are the rows that something else takes at the head and at the foot of each column; the rows given begin
    below the one and end above the other.
    """
    white, own = layout.record.runaround.rows, layout.right.columns(columns)
    found = []
    for column, (head, foot) in enumerate(ends):
        full = (0.0, own[column][1])
        rows: list[Row] = [full] * (height - head - foot)
        for inset in insets:
            if column not in inset.columns:
                continue
            zone = _zone(layout, inset, head, len(rows))
            if zone is None:
                return None
            for row in range(*zone):
                extent = inset.units.extent(row - (inset.row - head), white)
                rows[row] = _beside(layout, own, inset, column, extent) if extent else full
        found.append(tuple(rows))
    return tuple(found)


def _beside(
    layout: Layout, own: Sequence[tuple[float, float]], inset: Inset, column: int, extent: tuple[float, float]
) -> Row:
    """What an inset leaves of a row of one of ``own`` columns: it stands in ``extent``, counted from its left edge."""
    (left, measure), begins, white = own[column], inset.x(own), side_white(layout.record)
    if inset.edge == "right" or (inset.edge == "gutter" and column == inset.column):
        return 0.0, min(begins + extent[0] - white - left, measure)
    further = max(begins + extent[1] + white - left, 0.0)
    return further, measure - further


def reach(layout: Layout, inset: Inset) -> int:
    """The rows of columns that an inset needs, with the text below it."""
    return inset.row + inset.depth + layout.record.runaround.rows + LEAST_LINES


def _zone(layout: Layout, inset: Inset, head: int, room: int) -> tuple[int, int] | None:
    """The first of the rows beside an inset and the one behind the last, in a column with ``room`` rows for text."""
    white = layout.record.runaround.rows
    top, bottom = inset.row - head, inset.row - head + inset.depth
    if top - white < LEAST_LINES or room - bottom - white < LEAST_LINES:
        return None
    return top - white, bottom + white
