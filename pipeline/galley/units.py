"""Units: what a column is filled with. A unit is a whole number of rows deep and is never cut.

A line of body text is one unit; so is a photo with its caption, a box, a table's row. Items of a unit are
placed from its own top-left corner: the column's left edge and the top of its first row.
"""

from __future__ import annotations

from bisect import bisect_right
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
    """A text set to one measure, ready to be poured into columns.

    ``depths[i]`` is the row on which unit i begins when all stand in one column, ``ends[i]`` the row behind unit
    i - 1; ``breaks[i]`` is the last place at or before i where a column may end.
    """

    units: tuple[Unit, ...]
    measure: float
    depths: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]

    @classmethod
    def of(cls, units: Sequence[Unit], measure: float) -> Galley:
        """The galley of these units."""
        depths, ends, breaks = [], [0], [0]
        row = 0
        for index, unit in enumerate(units):
            if index:
                row += max(units[index - 1].after, unit.before)
            depths.append(row)
            row += unit.rows
            ends.append(row)
            breaks.append(index + 1 if unit.breakable or index + 1 == len(units) else breaks[-1])
        return cls(tuple(units), measure, tuple(depths), tuple(ends), tuple(breaks))

    def __len__(self) -> int:
        return len(self.units)

    def depth(self, start: int, stop: int) -> int:
        """Rows of the units from ``start`` to before ``stop`` in one column."""
        return self.ends[stop] - self.depths[start] if stop > start else 0

    def fill(self, start: int, room: int) -> int:
        """The place behind the last of the units that fill a column of ``room`` rows from ``start``."""
        if start >= len(self.units):
            return start
        stop = bisect_right(self.ends, self.depths[start] + room, start + 1) - 1
        return max(self.breaks[stop], start)

    def level(self, start: int, offsets: Sequence[int], room: int) -> int | None:
        """The least depth in which columns hold the rest, each with rows taken off; None when ``room`` does not do."""
        total = self.depth(start, len(self.units))
        least = max(-(-(total + sum(offsets)) // len(offsets)), *offsets, 0) - len(offsets)
        for height in range(max(least, 0), room + 1):
            stop = start
            for offset in offsets:
                stop = self.fill(stop, height - offset)
            if stop == len(self.units):
                return height
        return None


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


def text_items(
    text: SetText, style: Style, first: float, role: str, block: str, span: Span | None, x: float = 0.0
) -> tuple[TextItem, ...]:
    """The lines of a text, one leading apart, the first baseline at y ``first``."""
    return tuple(_item(line, x, first + i * style.leading, role, block, span) for i, line in enumerate(text.lines))


def line_units(text: SetText, grid: Grid, role: str, block: str, span: Span | None, x: float = 0.0) -> list[Unit]:
    """One unit for each line of a text that has the grid's leading."""
    return [Unit(1, (_item(line, x, grid.rise, role, block, span),), span=span) for line in text.lines]


def _item(line: SetLine, x: float, y: float, role: str, block: str, span: Span | None) -> TextItem:
    return TextItem(x + line.x, y, line.line, role, block, span)
