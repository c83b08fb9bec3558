"""The page's geometry: type area, rows and modules, and where a place of a master lies.

A row begins at the cap height (or x-height) of a line of body text and ends at the next; so a photo of n
rows reaches from the height of the letters in its first row to the baseline of its last. The type area is
as many whole rows as fit between the margins; what they leave over falls to the foot.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.layout.records import PageRecord, PlaceRecord
from pipeline.measure import Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and modules of a page. ``rise`` is the height of letters in points that rows are aligned to."""

    leading: float
    rise: float
    rows: int
    modules: int
    module: float
    gutter: float

    def depth(self, rows: int) -> float:
        """Points from the top of the first of ``rows`` rows to the baseline of the last."""
        return (rows - 1) * self.leading + self.rise if rows > 0 else 0.0

    def rows_for(self, depth: float) -> int:
        """The least number of rows into which ``depth`` points fit."""
        rows = int((depth - self.rise) / self.leading + 1)
        while self.depth(rows) < depth - 0.01:
            rows += 1
        return max(rows, 1)

    def measure(self, modules: int) -> float:
        """Width in points of so many modules with the gutters between them."""
        return modules * self.module + (modules - 1) * self.gutter

    def offset(self, modules: int) -> float:
        """Points from the left of the type area to the module behind so many."""
        return modules * (self.module + self.gutter)


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """One side of a spread: the trim, the bleed, the type area on it."""

    width: float
    height: float
    bleed: float
    area: Box
    grid: Grid
    left_hand: bool

    @property
    def trim(self) -> Box:
        """The page after cutting."""
        return Box(0.0, 0.0, self.width, self.height)

    @property
    def bleed_box(self) -> Box:
        """The trim and the bleed around it."""
        return self.trim.grown(self.bleed)

    def row_top(self, row: int) -> float:
        """Y of the top of a row counted from 0."""
        return self.area.top + row * self.grid.leading

    def columns(self, count: int) -> tuple[tuple[float, float], ...]:
        """(x, measure) of ``count`` equal text columns on the modules (evenly, where they do not divide)."""
        grid = self.grid
        if grid.modules % count == 0:
            each = grid.modules // count
            return tuple((self.area.left + grid.offset(i * each), grid.measure(each)) for i in range(count))
        width = (self.area.width - (count - 1) * grid.gutter) / count
        return tuple((self.area.left + i * (width + grid.gutter), width) for i in range(count))

    def resolve(self, place: PlaceRecord, *, mirror: bool) -> Box:
        """The box that ``place`` describes on this side; mirrored on left-hand pages."""
        across = self._columns(place) if place.columns else self._edges(place, "left", "right", "width", self.width)
        down = self._rows(place) if place.rows else self._edges(place, "top", "bottom", "height", self.height)
        left, width = across
        if mirror and self.left_hand and place.columns is None:
            left = self.width - left - width
        elif mirror and self.left_hand:
            left = 2 * self.area.left + self.area.width - left - width
        return Box(left, down[0], width, down[1])

    def _columns(self, place: PlaceRecord) -> tuple[float, float]:
        first, last = (n if n > 0 else self.grid.modules + 1 + n for n in place.columns or (1, -1))
        return self.area.left + self.grid.offset(first - 1), self.grid.measure(last - first + 1)

    def _rows(self, place: PlaceRecord) -> tuple[float, float]:
        first, last = (n if n > 0 else self.grid.rows + 1 + n for n in place.rows or (1, -1))
        return self.row_top(first - 1), self.grid.depth(last - first + 1)

    def _edges(self, place: PlaceRecord, low: str, high: str, extent: str, size: float) -> tuple[float, float]:
        """(start, length) from two of the three values; what is missing runs to the edge of the trim or the bleed."""
        near, far, length = getattr(place, low), getattr(place, high), getattr(place, extent)
        edge = -self.bleed if place.bleed else 0.0
        if length is None:
            start = edge if near is None else near
            return start, size - (edge if far is None else far) - start
        if near is None and far is not None:
            return size - far - length, length
        return (edge if near is None else near), length


def make_geometry(
    page: PageRecord, leading: float, rise: float, modules: int, gutter: float, *, left_hand: bool
) -> PageGeometry:
    """The geometry of one side; ValueError when the margins leave less than ten rows or no width."""
    width, height = page.trim
    margins = page.margins
    inner = width - margins.inside - margins.outside
    module = (inner - (modules - 1) * gutter) / modules
    rows = int((height - margins.head - margins.foot - rise) / leading + 1e-6) + 1
    if rows < 10 or module <= 0:  # noqa: PLR2004 - fewer rows are no page
        message = "the margins and gutters leave no type area on this page"
        raise ValueError(message)
    grid = Grid(leading, rise, rows, modules, module, gutter)
    left = margins.outside if left_hand else margins.inside
    area = Box(left, margins.head, inner, grid.depth(rows))
    return PageGeometry(width, height, page.bleed, area, grid, left_hand)
