"""Insets: where in the columns of a page something may stand that the text runs round, by the measure that is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.diagnostic import Finding, Span
from pipeline.layout.geometry import PageGeometry
from pipeline.layout.records import LayoutRecord, TemplateRecord

Edge = Literal["gutter", "left", "right"]
Side = Literal["", "left", "right"]
EDGES: tuple[Edge, ...] = ("gutter", "left", "right")
HAIR = 0.01


def side_white(record: LayoutRecord) -> float:
    """The white at the sides of an inset, in points."""
    return record.grid.gutter if record.runaround.side is None else record.runaround.side


def inset_places(
    record: LayoutRecord, side: PageGeometry, template: TemplateRecord, width: float
) -> Iterator[tuple[Edge, int, float]]:
    """Where something ``width`` points wide may stand in the columns: edge, column, and the measure left beside it.

    Over the gutter behind the column it takes as much of one column as of the next; the left or right edge is that of
    the column. What leaves less than the layout's least measure is no place.
    """
    for edge, column, left in _measures(record, side, template, width):
        if left >= record.runaround.least_measure - HAIR:
            yield edge, column, left


def page_side(template: TemplateRecord, edge: Edge) -> Side:
    """The side of the spread on which an inset at that edge stands where the template wants it; any if empty."""
    outside, inside = "outside" in template.inset_at, "inside" in template.inset_at
    if edge == "gutter" or outside == inside:
        return ""
    return edge if outside else "left" if edge == "right" else "right"


def _measures(
    record: LayoutRecord, side: PageGeometry, template: TemplateRecord, width: float
) -> Iterator[tuple[Edge, int, float]]:
    columns, at_edges = template.columns, any(at != "gutter" for at in template.inset_at)
    own = side.columns(columns)
    for edge in EDGES if at_edges else EDGES[:1]:
        if edge == "gutter" and edge not in template.inset_at:
            continue
        for column in range(columns - (edge == "gutter")):
            (left, measure), following = own[column], own[min(column + 1, columns - 1)][0]
            inside = (width - (following - left - measure)) / 2 if edge == "gutter" else width
            if inside > 0:
                yield edge, column, measure - inside - side_white(record)


def check_insets(record: LayoutRecord, side: PageGeometry) -> Iterator[Finding]:
    """Sizes of photos and pull quotes that can stand nowhere in the text of their template (E404)."""
    for name, template in record.templates.items():
        for index, size in enumerate(template.insets):
            if size in record.photo_sizes:
                span = template.span("insets", index)
                yield from _nowhere(record, side, (name, template), record.photo_sizes[size].modules, span)
        if template.pull:
            yield from _nowhere(record, side, (name, template), template.pull, template.span("pull"))


def _nowhere(
    record: LayoutRecord, side: PageGeometry, of: tuple[str, TemplateRecord], modules: int, span: Span | None
) -> Iterator[Finding]:
    name, template = of
    grid, least = side.grid, record.runaround.least_measure
    if any(inset_places(record, side, template, grid.measure(modules))):
        return
    best = max((left for _, _, left in _measures(record, side, template, grid.measure(modules))), default=0.0)
    fitting = [m for m in range(1, grid.modules) if any(inset_places(record, side, template, grid.measure(m)))]
    remedy = f"At most {max(fitting)} modules fit" if fitting else "Nothing fits: give it fewer columns"
    leaves = f"leaves {max(best, 0.0) * 25.4 / 72:.0f} mm for the text beside it"
    message = f"What is {modules} modules wide {leaves} in {name!r}, and least_measure is {least * 25.4 / 72:.0f} mm."
    yield Finding("E404", message, span, f"{remedy}; or give a smaller least_measure under runaround.")
