"""Tables: a row of cells is a unit, columns may be cut between rows, and the head is drawn again where they are.

A table that is short enough stays whole. Widths are in the proportion of what the columns hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Cell, Table, cell_place
from pipeline.galley.setter import Typesetter
from pipeline.galley.units import Unit, depth, merged
from pipeline.galley.words import Atom
from pipeline.layout import Style
from pipeline.page import ARTIFACT, Item, RuleItem, TextItem

CELL_GAP = 6.0
WHOLE_TABLE = 24  # rows up to which a table is not cut
KEPT = 2  # rows of a table that are never parted from its head, or from its end
EASE = 0.6  # power by which long columns are made narrower than what they hold, and short ones wider
NARROWEST = 0.125  # of the measure

SetCell = Callable[[Cell, Style, float, tuple[str, str]], Unit]
"""Sets a cell in a style to a measure: in a role of the document's structure, and at a place of the table."""


def table_units(setter: Typesetter, table: Table, measure: float, set_cell: SetCell) -> list[Unit]:
    """The table as one unit, or row by row: then each carries the head for the column that it may come to begin."""
    widths = _widths(setter, table, measure)
    head = _row(setter, table, 0, widths, set_cell) if any(table.header) else None
    rows = [_row(setter, table, number, widths, set_cell) for number in range(1, len(table.rows) + 1)]
    units = [head, *rows] if head else rows
    style = setter.style("table")
    if depth(units) <= WHOLE_TABLE:
        return [merged(units, setter.grid, kind="table", before=style.before, after=style.after)]
    if head:
        again = _repeated(head)
        units = [head, *(replace(row, over=again) for row in rows)]
    tied = {*range(KEPT + bool(head) - 1), *range(len(units) - KEPT, len(units) - 1)}
    units = [replace(unit, breakable=i not in tied) for i, unit in enumerate(units)]
    units[0] = replace(units[0], before=style.before)
    units[-1] = replace(units[-1], after=style.after)
    return units


def _repeated(head: Unit) -> Unit:
    """The head as it is drawn again: for the eye alone, since it was read before."""
    return replace(head, items=tuple(_unread(item) for item in head.items))


def _unread(item: Item) -> Item:
    """An item that says nothing and leads nowhere."""
    if not isinstance(item, TextItem):
        return item
    segments = tuple(replace(segment, href="") for segment in item.line.segments)
    return replace(item, line=replace(item.line, segments=segments), role=ARTIFACT)


def _widths(setter: Typesetter, table: Table, measure: float) -> list[float]:
    look = setter.smith.look(setter.style("table"))
    lines = [table.header, *table.rows]
    wanted = [
        max(sum(look.shape(i.text).width for i in line[c] if i.text) if c < len(line) else 0.0 for line in lines)
        for c in range(len(table.align))
    ]
    room = measure - CELL_GAP * (len(wanted) - 1)
    eased = [max(width, 1.0) ** EASE for width in wanted]
    shares = [max(width / sum(eased), NARROWEST) for width in eased]
    return _widened([room * share / sum(shares) for share in shares], _longest_words(setter, table), room)


def _longest_words(setter: Typesetter, table: Table) -> list[float]:
    """The width of the longest word of each column, as far as it may not be divided."""
    longest = [0.0] * len(table.align)
    for name, row in (("table_head", table.header), *(("table", row) for row in table.rows)):
        for column, cell in enumerate(row[: len(longest)]):
            words = setter.smith.atoms(cell, setter.style(name), hyphenate=False)
            longest[column] = max(longest[column], *(_undivided(atom) for atom in words), 0.0)
    return longest


def _undivided(atom: Atom) -> float:
    """The widest part of a word between the places where it may be divided."""
    cuts = [0.0, *(division.before for division in atom.divisions), atom.width]
    return max(after - before for before, after in pairwise(cuts)) + 1.0


def _widened(widths: Sequence[float], longest: Sequence[float], room: float) -> list[float]:
    """The widths with no column narrower than its longest word; the others give up what that takes."""
    fixed: set[int] = set()
    out = list(widths)
    while narrow := {i for i, width in enumerate(out) if i not in fixed and width < longest[i]}:
        fixed |= narrow
        rest = room - sum(longest[i] for i in fixed)
        others = sum(widths[i] for i in range(len(out)) if i not in fixed)
        if rest <= 0 or not others:
            return [room * word / sum(longest) for word in longest]
        out = [longest[i] if i in fixed else rest * width / others for i, width in enumerate(widths)]
    return out


def _row(setter: Typesetter, table: Table, number: int, widths: Sequence[float], set_cell: SetCell) -> Unit:
    """The cells of a row side by side with a rule beneath; row 0 is the head."""
    cells, name, role = (table.rows[number - 1], "table", "TD") if number else (table.header, "table_head", "TH")
    style, grid = setter.style(name), setter.grid
    x, rows = 0.0, 1
    items: list[Item] = []
    for index, width in enumerate(widths):
        cell = cells[index] if index < len(cells) else ()
        align = {"right": "right", "center": "centre"}.get(table.align[index], "left")
        unit = set_cell(cell, replace(style, align=align), width, (role, cell_place(number, index)))
        rows = max(rows, unit.rows)
        items.extend(item.moved(x, 0.0) for item in unit.items)
        x += width + CELL_GAP
    below = grid.depth(rows) + grid.leading * 0.32
    items.append(RuleItem(0.0, below, x - CELL_GAP, below, 0.4, style.swatch, table.span))
    return Unit(rows, tuple(items), kind="table", span=table.span)
