"""Units: what a column is filled with. A unit is a whole number of rows deep and is never cut.

A line of body text is one unit; so is a photo with its caption, a box, a table's row. Items of a unit are
placed from its own top-left corner: the column's left edge and the top of its first row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.diagnostic import Span
from pipeline.layout import Grid, Style
from pipeline.page import Item, TextItem

from pipeline.galley.lines import SetLine, SetText  # isort: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """``rows`` deep; ``before`` and ``after`` are rows of space, which fall away at a column's ends.

    ``breakable`` says that a column may end behind it. ``kind`` is line, photo, table, panel, subhead or space.
    """

    rows: int
    items: tuple[Item, ...]
    before: int = 0
    after: int = 0
    breakable: bool = True
    kind: str = "line"
    span: Span | None = None

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """Its items with the unit's corner at (x, y)."""
        return tuple(item.moved(x, y) for item in self.items)


@dataclass(frozen=True, slots=True)
class Galley:
    """A text set to one measure."""

    units: tuple[Unit, ...]
    measure: float

    def __len__(self) -> int:
        return len(self.units)


def depth(units: Sequence[Unit]) -> int:
    """Rows of a stack of units with the space between them."""
    rows = 0
    for index, unit in enumerate(units):
        if index:
            rows += max(units[index - 1].after, unit.before)
        rows += unit.rows
    return rows


def stacked(units: Iterable[Unit], grid: Grid, x: float = 0.0, y: float = 0.0) -> tuple[Item, ...]:
    """The items of a stack of units whose corner is at (x, y)."""
    items: list[Item] = []
    row, previous = 0, None
    for unit in units:
        if previous is not None:
            row += max(previous.after, unit.before)
        items.extend(unit.at(x, y + row * grid.leading))
        row += unit.rows
        previous = unit
    return tuple(items)


def merged(units: Sequence[Unit], grid: Grid, *, kind: str, before: int = 0, after: int = 0) -> Unit:
    """One unit that is not cut made of several."""
    span = units[0].span if units else None
    return Unit(depth(units), stacked(units, grid), before, after, kind=kind, span=span)


def kept(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Lines of a paragraph such that neither its first nor its last is ever alone in a column."""
    last = len(units) - 1
    alone = {0, last - 1}
    return tuple(replace(u, breakable=False) if last > 0 and i in alone else u for i, u in enumerate(units))


def text_rows(style: Style, grid: Grid, cap: float, count: int) -> tuple[int, float]:
    """(rows, y of the first baseline) of so many lines of ``style`` whose capitals are ``cap`` points high."""
    if style.stand == "last":
        rows = grid.rows_for(cap + (count - 1) * style.leading)
        return rows, grid.depth(rows) - (count - 1) * style.leading
    rows = grid.rows_for(grid.rise + (count - 1) * style.leading)
    return rows, grid.rise


def text_items(text: SetText, style: Style, first: float, role: str, block: str, span: Span | None, x: float = 0.0) -> tuple[TextItem, ...]:
    """The lines of a text, one leading apart, the first baseline at y ``first``."""
    return tuple(_item(line, x, first + i * style.leading, role, block, span) for i, line in enumerate(text.lines))


def line_units(text: SetText, grid: Grid, role: str, block: str, span: Span | None, x: float = 0.0) -> list[Unit]:
    """One unit for each line of a text that has the grid's leading."""
    return [Unit(1, (_item(line, x, grid.rise, role, block, span),), span=span) for line in text.lines]


def _item(line: SetLine, x: float, y: float, role: str, block: str, span: Span | None) -> TextItem:
    return TextItem(x + line.x, y, line.line, role, block, span)
