"""Checks of tables: every row as wide as every other, no cell under another, and headings for the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.preflight.opened import Opened, integer_of, items_of
from pipeline.preflight.semantics import of_type
from pipeline.preflight.structure import Element
from pipeline.preflight.values import Check, Trouble

SCOPES = frozenset({"/Row", "/Column", "/Both"})
WIDEST = 1000


@dataclass(slots=True)
class Grid:
    """A table's cells by row and column; ``faults`` are cells that meet others, or reach too far."""

    cells: dict[tuple[int, int], Element] = field(default_factory=dict)
    rows: int = 0
    faults: list[tuple[Element, str]] = field(default_factory=list)


def rows_of(table: Element) -> list[Element]:
    """The rows of a table and of its parts, not those of tables inside of it."""
    parts = [child for child in table.children if child.type in {"THead", "TBody", "TFoot", "TR"}]
    return [row for part in parts for row in ((part,) if part.type == "TR" else part.children) if row.type == "TR"]


def grid_of(table: Element) -> Grid:
    """Where the cells stand when their spans are counted."""
    grid = Grid()
    rows = rows_of(table)
    grid.rows = len(rows)
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            if cell.type not in {"TH", "TD"}:
                continue
            while (number, column) in grid.cells:
                column += 1
            across, down = _span(grid, cell, "/ColSpan"), _span(grid, cell, "/RowSpan")
            if number + down > len(rows):
                grid.faults.append((cell, "reaches below the table"))
            for place in ((number + y, column + x) for y in range(down) for x in range(across)):
                if place in grid.cells:
                    grid.faults.append((cell, "stands on another"))
                grid.cells[place] = cell
            column += across
    return grid


def _span(grid: Grid, cell: Element, key: str) -> int:
    value = cell.attribute("/Table", key)
    if value is None:
        return 1
    span = integer_of(value)
    if span is None or not 0 < span <= WIDEST:
        grid.faults.append((cell, f"has the {key.removeprefix('/')} {value}"))
        return 1
    return span


def _tables(file: Opened) -> Iterator[Element]:
    return (element for element in file.structure.elements() if element.type == "Table")


def _regular(file: Opened) -> Iterator[Trouble]:
    for table in _tables(file):
        grid = grid_of(table)
        if not grid.cells:
            yield Trouble("A table has no cells.", table.page)
        for cell, fault in grid.faults:
            yield Trouble(f"A table's cell {fault}.", cell.page)
        widths = [sum(place[0] == row for place in grid.cells) for row in range(grid.rows)]
        for row, width in enumerate(widths, 1):
            if width != widths[0]:
                message = f"Row {row} of a table is not as wide as the first."
                yield Trouble(message, table.page, value=str(width), limit=str(widths[0]))
        heads = [child.type for child in table.children]
        if heads.count("THead") > 1 or heads.count("TFoot") > 1:
            yield Trouble("A table has more than one head or foot.", table.page)
        if {"THead", "TFoot"} & set(heads) and "TBody" not in heads:
            yield Trouble("A table has a head or foot and no body.", table.page)


def _headed(file: Opened) -> Iterator[Trouble]:
    """A heading cell says what it heads, unless every cell names its headings."""
    for table in _tables(file):
        grid = grid_of(table)
        cells = list({id(cell): cell for cell in grid.cells.values()}.values())
        names = {cell.name for cell in cells if cell.name}
        for cell in cells:
            for name in items_of(cell.attribute("/Table", "/Headers")):
                if bytes(name) not in names:
                    yield Trouble("A table's cell names a heading that is not there.", cell.page, value=str(name))
        if all(items_of(cell.attribute("/Table", "/Headers")) for cell in cells if cell.type == "TD"):
            continue
        for cell in cells:
            scope = cell.attribute("/Table", "/Scope")
            if cell.type == "TH" and str(scope) not in SCOPES:
                message = "A table's heading does not say whether it heads a row or a column."
                yield Trouble(
                    message, cell.page, value="" if scope is None else str(scope)[1:], limit="Row, Column, Both"
                )


CHECKS = (
    Check("regular-tables", "Rows of a table are equally wide", (("ua1", "7.2"),), _regular, of_type("Table")),
    Check("table-headings", "Headings of tables say what they head", (("ua1", "7.5"),), _headed, of_type("TH")),
)
