"""Footnotes: numbered in the order of their marks, given to the units in which those marks stand, linked with them.

From there page making takes them to the foot of the column. A note that is too deep for that, or that nothing refers
to, stands behind the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.article import Article
from pipeline.galley.units import Unit
from pipeline.layout import Grid, Style
from pipeline.page import AnchorItem, RuleItem, TextItem

DEEPEST = 0.25  # of the page's rows: a deeper note stands behind the text
RULE = 0.25  # of the measure


def note_numbers(article: Article) -> dict[str, int]:
    """Numbers of the footnotes in the order in which the text refers to them."""
    labels = dict.fromkeys(i.note for passage in article.passages() for i in passage if i.note)
    return {label: number for number, label in enumerate(labels, 1)}


def note_anchor(path: str, number: str) -> str:
    """The anchor of a footnote of the article with that path."""
    return f"{path}/note-{number}"


def mark_anchor(path: str, number: str) -> str:
    """The anchor of the first mark that leads to it."""
    return f"{path}/mark-{number}"


def with_notes(
    units: Sequence[Unit], notes: Mapping[str, Unit], path: str, style: Style, grid: Grid, measure: float
) -> list[Unit]:
    """The units with the notes whose marks are in them, and with anchors at the first mark of each.

    ``notes`` are by number; what is left follows the text.
    """
    names = {number: mark_anchor(path, number) for number in notes}
    units = [_anchored(unit, names) for unit in units]
    over = _rule(style, grid, measure)
    left = {n: replace(_anchored(note, names), before=0, after=0, over=over) for n, note in notes.items()}
    noted = []
    for unit in units:
        numbers = [n for n, _ in _marks(unit) if n in left and left[n].rows <= DEEPEST * grid.rows]
        noted.append(_with(unit, tuple(left.pop(n) for n in dict.fromkeys(numbers))))
    behind = [replace(note, over=None) for note in left.values()]
    if behind:
        behind[0] = replace(behind[0], before=over.rows, items=(*_at_foot(over, grid), *behind[0].items))
    return [*noted, *behind]


def renoted(before: Sequence[Unit], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The lines of a paragraph that was set anew, with the notes and anchors of those that it had ``before``."""
    left = {_number(note): note for unit in before for note in unit.notes}
    items = (item for unit in before for item in unit.items if isinstance(item, AnchorItem))
    names = {item.name.rpartition("-")[2]: item.name for item in items}
    if not left and not names:
        return tuple(units)
    noted = []
    for unit in units:
        numbers = dict.fromkeys(n for n, _ in _marks(unit) if n in left)
        noted.append(_with(_anchored(unit, names), tuple(left.pop(n) for n in numbers)))
    return tuple(noted)


def _with(unit: Unit, notes: tuple[Unit, ...]) -> Unit:
    return replace(unit, notes=notes) if notes else unit


def _anchored(unit: Unit, names: dict[str, str]) -> Unit:
    """The unit with an anchor at each mark whose number is among the ``names``, which are taken out of these."""
    anchors = tuple(AnchorItem(names.pop(n), top) for n, top in _marks(unit) if n in names) if names else ()
    return replace(unit, items=(*unit.items, *anchors)) if anchors else unit


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


def _marks(unit: Unit) -> Iterator[tuple[str, float]]:
    """What is raised in the lines of a unit, and where it begins (y)."""
    for item in unit.items:
        if isinstance(item, TextItem):
            for s in item.line.segments:
                if s.rise > 0:
                    yield from ((run.text, item.y - s.rise - s.size) for run, _ in s.runs)
