"""Footnotes: numbered in the order of their marks, and given to the units in which those marks stand.

From there page making takes them to the foot of the column. A note that is too deep for that, or that nothing refers
to, stands behind the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.article import Article
from pipeline.galley.units import Unit
from pipeline.layout import Grid, Style
from pipeline.page import RuleItem, TextItem

DEEPEST = 0.25  # of the page's rows: a deeper note stands behind the text
RULE = 0.25  # of the measure


def note_numbers(article: Article) -> dict[str, int]:
    """Numbers of the footnotes in the order in which the text refers to them."""
    labels = dict.fromkeys(i.note for passage in article.passages() for i in passage if i.note)
    return {label: number for number, label in enumerate(labels, 1)}


def with_notes(
    units: Sequence[Unit], notes: Mapping[str, Unit], style: Style, grid: Grid, measure: float
) -> list[Unit]:
    """The units with the notes whose marks are in them. ``notes`` are by number; what is left follows the text."""
    over = _rule(style, grid, measure)
    left = {number: replace(note, before=0, after=0, over=over) for number, note in notes.items()}
    noted = []
    for unit in units:
        numbers = [n for n in dict.fromkeys(_marks(unit)) if n in left and left[n].rows <= DEEPEST * grid.rows]
        noted.append(replace(unit, notes=tuple(left.pop(n) for n in numbers)) if numbers else unit)
    behind = [replace(note, over=None) for note in left.values()]
    if behind:
        behind[0] = replace(behind[0], before=over.rows, items=(*_at_foot(over, grid), *behind[0].items))
    return [*noted, *behind]


def renoted(before: Sequence[Unit], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The lines of a paragraph that was set anew, with the notes of those that it had ``before``."""
    left = {_number(note): note for unit in before for note in unit.notes}
    noted = []
    for unit in units:
        numbers = [n for n in dict.fromkeys(_marks(unit)) if n in left] if left else []
        noted.append(replace(unit, notes=tuple(left.pop(n) for n in numbers)) if numbers else unit)
    return tuple(noted)


def _number(note: Unit) -> str:
    """The number that a note begins with."""
    return next(item.line.text.split()[0] for item in note.items if isinstance(item, TextItem))


def _rule(style: Style, grid: Grid, measure: float) -> Unit:
    """The white between text and notes, with a short rule in it."""
    rows = max(style.before, 1)
    y = (rows - 0.4) * grid.leading
    return Unit(rows, (RuleItem(0.0, y, measure * RULE, y, 0.4, style.swatch),), kind="space")


def _at_foot(over: Unit, grid: Grid) -> tuple[RuleItem, ...]:
    return tuple(item.moved(0.0, -over.rows * grid.leading) for item in over.items if isinstance(item, RuleItem))


def _marks(unit: Unit) -> Iterator[str]:
    """What is raised in the lines of a unit."""
    for item in unit.items:
        if isinstance(item, TextItem):
            yield from (run.text for s in item.line.segments if s.rise > 0 for run, _ in s.runs)
