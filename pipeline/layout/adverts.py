"""Space for adverts: the sizes in which a layout sells it, in modules, rows and points.

A layout that names no sizes has the usual four: the full page, half and quarter of one, and a strip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostic import Finding
from pipeline.layout.geometry import PageGeometry
from pipeline.layout.records import AdvertSizeRecord, LayoutRecord

STRIP = 5  # strips to a page
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class AdvertSpace:
    """A booked size: modules across and rows down, and what that is in points; ``bleed`` is the whole page."""

    modules: int
    rows: int
    width: float
    height: float
    bleed: bool = False

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


def advert_spaces(record: LayoutRecord, side: PageGeometry) -> dict[str, AdvertSpace]:
    """The booked sizes by name, those of the layout or else the usual ones."""
    return {name: _space(size, side) for name, size in (record.adverts or _usual(record, side)).items()}


def _space(size: AdvertSizeRecord, side: PageGeometry) -> AdvertSpace:
    grid = side.grid
    if size.bleed:
        return AdvertSpace(grid.modules, grid.rows, side.width, side.height, bleed=True)
    modules, rows = size.modules or grid.modules, size.rows or grid.rows
    return AdvertSpace(modules, rows, grid.measure(modules), grid.depth(rows))


def _usual(record: LayoutRecord, side: PageGeometry) -> dict[str, AdvertSizeRecord]:
    half = (side.grid.rows - record.between.rows) // 2
    return {
        "full-page": AdvertSizeRecord(bleed=True),
        "half-page": AdvertSizeRecord(rows=half),
        "quarter-page": AdvertSizeRecord(modules=max(side.grid.modules // 2, 1), rows=half),
        "strip": AdvertSizeRecord(rows=max(side.grid.rows // STRIP, LEAST_ROWS)),
    }


def check_adverts(record: LayoutRecord, side: PageGeometry) -> Iterator[Finding]:
    """Sizes that are larger than the page, or said twice (E404)."""
    grid = side.grid
    for name, size in record.adverts.items():
        for key, most in (("modules", grid.modules), ("rows", grid.rows)):
            given = getattr(size, key)
            if given and size.bleed:
                message = f"The advert size {name!r} is the whole page with its bleed, and yet {given} {key}."
                yield Finding("E404", message, size.span(key), f"Delete {key}, or bleed.")
            elif given > most:
                message = f"The advert size {name!r} is {given} {key}; the page has {most}."
                yield Finding("E404", message, size.span(key), f"Give {most} or fewer.")
