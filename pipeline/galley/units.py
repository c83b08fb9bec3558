"""Units: what a column is filled with. A unit is a whole number of rows deep and is never cut.

A line of body text is one unit; so is a photo with its caption, a box, a table's row. Items of a unit are
placed from its own top-left corner: the column's left edge and the top of its first row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import add

from pipeline.diagnostic import Span
from pipeline.layout import Grid, Style
from pipeline.page import Item, TextItem

from pipeline.galley.passage import Passage  # isort: skip
from pipeline.galley.lines import SOFT_HYPHEN, SetLine, SetText  # isort: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """``rows`` deep; ``before`` and ``after`` are rows of space, which fall away at a column's ends.

    ``breakable`` says that a column may end behind it. ``kind`` is line, photo, table, panel, subhead or space.
    ``over`` stands above it where it is the first of a column: the head of the table that goes on, or the rule above
    footnotes. ``notes`` are the footnotes whose marks are in it: they stand at the foot of its column. ``passage`` is
    the paragraph whose line it is, if that may be set anew.
    """

    rows: int
    items: tuple[Item, ...]
    before: int = 0
    after: int = 0
    breakable: bool = True
    kind: str = "line"
    span: Span | None = None
    over: Unit | None = None
    notes: tuple[Unit, ...] = ()
    passage: Passage | None = None

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """Its items with the unit's corner at (x, y)."""
        return tuple(item.moved(x, y) for item in self.items)


@dataclass(frozen=True, slots=True)
class Galley:
    """A text set to one measure, ready to be poured into columns.

    ``depths[i]`` is the row on which unit i begins when all stand in one column, ``ends[i]`` the row behind unit
    i - 1; ``breaks[i]`` is the last place at or before i where a column may end. ``overs[i]`` are the rows of what
    stands over unit i at the head of a column; ``noted[i]`` those of the footnotes of all units before i, and
    ``sums[i]`` those and ``ends[i]`` together. ``gap`` rows part text and footnotes.
    """

    units: tuple[Unit, ...]
    measure: float
    depths: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    overs: tuple[int, ...]
    noted: tuple[int, ...]
    sums: tuple[int, ...]
    gap: int = 0

    @classmethod
    def of(cls, units: Sequence[Unit], measure: float) -> Galley:
        """The galley of these units."""
        depths, ends, breaks, noted = [], [0], [0], [0]
        row = gap = after = 0
        for index, unit in enumerate(units, 1):
            if index > 1:
                row += max(after, unit.before)
            depths.append(row)
            row, after = row + unit.rows, unit.after
            ends.append(row)
            breaks.append(index if unit.breakable or index == len(units) else breaks[-1])
            noted.append(noted[-1] + (sum(note.rows for note in unit.notes) if unit.notes else 0))
            if unit.notes:
                gap = max([gap, *(note.over.rows for note in unit.notes if note.over)])
        overs = tuple(unit.over.rows if unit.over else 0 for unit in units)
        sums = tuple(map(add, ends, noted))
        return cls(tuple(units), measure, tuple(depths), tuple(ends), tuple(breaks), overs, tuple(noted), sums, gap)

    def __len__(self) -> int:
        return len(self.units)

    def depth(self, start: int, stop: int) -> int:
        """Rows of the units from ``start`` to before ``stop`` in one column, with what is at its head and foot."""
        if stop <= start:
            return 0
        return self.ends[stop] - self.depths[start] + self.overs[start] + self._foot(start, stop)

    def _foot(self, start: int, stop: int) -> int:
        """Rows of the footnotes of these units, and of the white above them."""
        rows = self.noted[stop] - self.noted[start]
        return rows + self.gap if rows else 0

    def fill(self, start: int, room: int) -> int:
        """The place behind the last of the units that fill a column of ``room`` rows from ``start``."""
        if start >= len(self.units):
            return start
        end = self.depths[start] + self.noted[start] + room - self.overs[start]
        stop = bisect_right(self.sums, end, start + 1) - 1
        if self.noted[stop] > self.noted[start]:
            unnoted = bisect_right(self.noted, self.noted[start], start) - 1
            stop = max(bisect_right(self.sums, end - self.gap, start + 1) - 1, min(stop, unnoted))
        return max(self.breaks[stop], start)

    def column(self, start: int, stop: int) -> Iterator[tuple[int, Unit]]:
        """What a column of the units from ``start`` to before ``stop`` holds but footnotes, each with its row."""
        first = self.units[start].over if start < stop else None
        if first:
            yield 0, first
        for index in range(start, stop):
            yield self.overs[start] + self.depths[index] - self.depths[start], self.units[index]

    def foot(self, start: int, stop: int, height: int) -> Iterator[tuple[int, Unit]]:
        """The footnotes of a column ``height`` rows deep, each with its row: the last ends where the column does."""
        notes = [note for unit in self.units[start:stop] for note in unit.notes]
        row = height - sum(note.rows for note in notes)
        if notes and notes[0].over:
            yield row - notes[0].over.rows, notes[0].over
        for note in notes:
            yield row, note
            row += note.rows

    def level(self, start: int, offsets: Sequence[int], room: int) -> int | None:
        """The least depth in which columns hold the rest, each with rows taken off; None when ``room`` does not do."""
        rows = accumulate(sorted(offsets), initial=self.depth(start, len(self.units)))
        least = min(-(-taken // columns) for columns, taken in enumerate(rows) if columns)  # if no column is overfull
        for height in range(max(least - len(offsets), 0), room + 1):  # spaces fall away at columns' ends
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
    """Lines of a paragraph, of which a column parts neither the first nor the last from the others, nor a word."""
    last = len(units) - 1
    held = {0, last - 1} | {i for i, unit in enumerate(units) if _divides_a_word(unit)}
    return tuple(replace(u, breakable=False) if last > 0 and i in held else u for i, u in enumerate(units))


def _divides_a_word(unit: Unit) -> bool:
    return any(isinstance(item, TextItem) and item.line.text.endswith(SOFT_HYPHEN) for item in unit.items)


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
