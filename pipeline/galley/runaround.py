"""Runarounds: a paragraph set row by row, each line in the measure that its row leaves beside a photo.

The total-fit breaker sets it as a whole, so lines beside the photo are as good as their measure allows; letters may be
spread a little in them, as far as the layout says. The lines are counted before they are built: page making tries
many places for a photo and lays one. What has other rows than the grid's is not set so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.galley.initial import Initial, broken_beside, opened
from pipeline.galley.lines import Broken, break_best
from pipeline.galley.passage import Passage
from pipeline.galley.setter import Typesetter
from pipeline.galley.units import Unit
from pipeline.linebreak import Measures

Row = tuple[float, float]
"""Where a line begins, in points from the column's left, and its measure."""

LETTER = 0.55  # of its size that a letter is wide at most, taken over a line
LOOSE = 1.5  # natural word spaces: a line that has wider ones is loose


@dataclass(frozen=True, slots=True)
class Runaround:
    """A passage in rows, before its lines are built.

    ``shells`` are its units without type: as many, and parted by columns in the same places. ``loose`` says of each
    line whether its word spaces are wider than is good.
    """

    passage: Passage
    shells: tuple[Unit, ...]
    loose: tuple[bool, ...]
    broken: Broken
    initial: Initial | None

    def units(self, setter: Typesetter) -> tuple[Unit, ...]:
        """Its lines, as units of one row."""
        if self.initial:
            return opened(setter, self.passage, self.initial, self.broken.text())
        return setter.lined(self.broken.text(), self.passage)


def run_round(setter: Typesetter, passage: Passage, rows: Sequence[Row]) -> Runaround | None:
    """The passage with its first lines in ``rows`` and the others in the whole measure; None where that cannot be."""
    style = passage.style
    if style.leading != setter.grid.leading or style.indent:
        return None
    spread = setter.layout.record.runaround.tracking / 1000 / LETTER
    initial: Initial | None = None
    if passage.opens:
        found = broken_beside(setter, passage, rows, spread)
        if found is None:
            return None
        initial, broken = found
    else:
        indent = style.first_indent if passage.follows else 0.0
        x, measure = rows[0]
        measures = Measures((0.0, passage.measure), ((x + indent, measure - indent), *rows[1:]))
        prepared = setter.prepared(passage)
        broken = break_best([prepared] if prepared else [], measures, spread=spread)
    lines = list(broken.lines())
    if broken.forced or not lines:
        return None
    first = len(initial.indents) if initial else 1
    shells = [_shell(passage, i, first, [divides for _, divides in lines]) for i in range(len(lines))]
    shells[0] = replace(shells[0], before=style.before)
    shells[-1] = replace(shells[-1], after=style.after)
    return Runaround(passage, tuple(shells), tuple(space > LOOSE for space, _ in lines), broken, initial)


def _shell(passage: Passage, line: int, first: int, divides: Sequence[bool]) -> Unit:
    last = len(divides) - 1
    breakable = line == last or (line >= first and line != last - 1 and not divides[line])
    return Unit(1, (), breakable=breakable, passage=passage)
