"""Text that runs round insets: the paragraphs beside them set anew, row after row through the columns of a page.

What the text finds in each row of the columns is one list of measures; a paragraph that stands beside an inset, in one
column or in two, is set into its part of it. The units stay lines of one row, so that columns are filled as ever, and
no paragraph is cut where it may not be. Whatever is no paragraph does not stand beside an inset, but for a subhead that
is short enough: such a page is refused. So is one on which more than a few lines would be loose, or a paragraph's first
line would stand alone above an inset, or its last below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import pulls_of
from pipeline.copyfit.copy import Copy
from pipeline.copyfit.insets import Inset, bands, reach
from pipeline.copyfit.values import Poured, Thread
from pipeline.galley import Galley, Passage, PullUnits, Row, Unit, renoted
from pipeline.layout import side_white
from pipeline.page import AnchorItem, TextItem

FURTHER = 40  # units behind a column's last that tell where it ends: more than are ever kept together
TRIES = 4  # times that a column is set, its end having moved
HEIGHTS_TRIED = 8  # of columns that end where the text does
LEAST_BELOW = 2  # lines of text below an inset where the text ends
MOST_LOOSE, LOOSE_SHARE = 1, 0.05  # lines beside insets that may be loose: so many, or that share of them


def run_through(copy: Copy, thread: Thread, start: int, bands: Sequence[Sequence[Row]]) -> tuple[Thread, Poured] | None:
    """The text from ``start`` on in columns with the rows ``bands``, and how it fills them; None where it cannot be."""
    return _Columns(copy, thread, bands).filled(start)


def laid_galley(copy: Copy, thread: Thread) -> Galley:
    """The galley with the lines of all its passages."""
    if not thread.runs:
        return thread.galley
    units: list[Unit] = []
    known: set[Passage] = set()
    for unit in thread.galley.units:
        passage = unit.passage
        if passage is None or passage not in thread.runs:
            units.append(unit)
        elif passage not in known:
            known.add(passage)
            units.extend(_lines(copy, passage, thread.runs[passage]))
    return Galley.of(units, thread.galley.measure)


def _lines(copy: Copy, passage: Passage, rows: tuple[Row, ...]) -> tuple[Unit, ...]:
    run = copy.run_round(passage, rows)
    if run is None:
        message = "a passage that was set can be set again"
        raise AssertionError(message)
    return _outer(copy.lines_of(passage), renoted(copy.lines_of(passage), run.units(copy.setter)))


def _outer(before: Sequence[Unit], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units of a passage with the space around it that it had."""
    first = replace(units[0], before=before[0].before)
    units = (first, *units[1:])
    return (*units[:-1], replace(units[-1], after=before[-1].after))


def _heads(unit: Unit) -> bool:
    """Whether it stands over the line that follows it, and begins where that does."""
    return unit.kind == "subhead"


def _shifted(unit: Unit, x: float) -> Unit:
    return replace(unit, items=tuple(item.moved(x, 0.0) for item in unit.items))


class _Columns:
    """The columns of one page, filled one after the other."""

    def __init__(self, copy: Copy, thread: Thread, bands: Sequence[Sequence[Row]]) -> None:
        self.copy, self.bands = copy, bands
        self.units = list(thread.galley.units)
        self.runs = dict(thread.runs)
        self.measure = thread.galley.measure
        self.full: Row = (0.0, self.measure)
        self.moved = dict(thread.moved)

    def filled(self, start: int) -> tuple[Thread, Poured] | None:
        """The text as it then is, and how it fills the columns."""
        stops: list[int] = []
        if start and not self.units[start - 1].breakable:
            return None
        for column in range(len(self.bands)):
            stop = self._column(column, stops[-1] if stops else start)
            if stop is None:
                return None
            stops.append(stop)
        if start and not self.units[start - 1].breakable:
            return None
        loose, beside = self._strain()
        if loose > max(MOST_LOOSE, LOOSE_SHARE * beside) or any(map(self._parted, self.runs)):
            return None
        galley = Galley.of(self.units, self.measure)
        if not self._holds(galley, start, stops):
            return None
        depths = tuple(galley.depth(begin, stop) for begin, stop in pairwise((start, *stops)))
        return Thread(galley, self.runs, self.moved, loose, beside), Poured(tuple(stops), depths)

    def _holds(self, galley: Galley, start: int, stops: Sequence[int]) -> bool:
        """Whether columns filled as ever end there, run past the insets, and keep their footnotes clear of them."""
        begin = start
        for rows, stop in zip(self.bands, stops, strict=True):
            beside = [i for i, row in enumerate(rows) if row != self.full]
            if galley.fill(begin, len(rows)) != stop:
                return False
            if beside:
                filled = galley.depth(begin, stop)
                notes = sum(note.rows for unit in galley.units[begin:stop] for note in unit.notes)
                notes += galley.gap if notes else 0
                if filled - notes < beside[-1] + 1 + LEAST_BELOW or beside[-1] >= len(rows) - notes:
                    return False
            begin = stop
        return True

    def _strain(self) -> tuple[int, int]:
        """Lines beside insets: those that are loose, and all."""
        flags = [
            loose
            for passage, rows in self.runs.items()
            if (run := self.copy.run_round(passage, rows))
            for loose, row in zip(run.loose[:-1], rows, strict=False)
            if row != self.full
        ]
        return sum(flags), len(flags)

    def _parted(self, passage: Passage) -> bool:
        """Whether the first line of a passage is alone above an inset, or the last alone below one."""
        rows, run = self.runs[passage], self.copy.run_round(passage, self.runs[passage])
        count = len(run.loose) if run else 0
        full = [index >= len(rows) or rows[index] == self.full for index in range(count)]
        return count > 1 and ((full[0] and not full[1]) or (full[-1] and not full[-2]))

    # ------------------------------------------------------------------ one column

    def _column(self, column: int, begin: int) -> int | None:
        """Where the column ends that begins there, its passages set; None where something cannot stand so."""
        cut: int | None = None
        for _ in range(TRIES):
            end = self._set(column, begin, cut)
            if end is None:
                return None
            room = len(self.bands[column])
            near = Galley.of(self.units[begin : begin + room + FURTHER], self.measure)
            stop = begin + near.fill(0, room)
            if stop == end or not self._inside(stop):
                return stop
            cut = stop
        return None

    def _inside(self, index: int) -> bool:
        """Whether a passage goes on there."""
        units = self.units
        passage = units[index].passage if 0 < index < len(units) else None
        return passage is not None and units[index - 1].passage is passage

    def _set(self, column: int, begin: int, cut: int | None) -> int | None:
        """Sets what stands in the column, which ends before unit ``cut`` or at its foot; the unit that follows."""
        rows = self.bands[column]
        index, row = begin, 0
        while index < len(self.units) and index != cut:
            unit = self.units[index]
            over = unit.over.rows if index == begin and unit.over else 0
            row += over if index == begin else max(self.units[index - 1].after, unit.before)
            if row + unit.rows > len(rows):
                break
            if unit.passage is None:
                follows = rows[row + unit.rows : row + unit.rows + 1]
                if not self._moved(index, (*rows[row - over : row + unit.rows], *(follows if _heads(unit) else ()))):
                    return None
                index, row = index + 1, row + unit.rows
                continue
            count = self._passage(index, column, row, None if cut is None else cut - index)
            if count is None:
                return None
            here = min(count, len(rows) - row, count if cut is None else cut - index)
            index, row = index + here, row + here
            if here < count:
                break
        return index

    def _moved(self, index: int, rows: Sequence[Row]) -> bool:
        """Puts what is no passage into its rows; whether it can stand there."""
        unit = self.units[index]
        if unit.span in self.moved:
            unit = self.units[index] = _shifted(unit, -self.moved.pop(unit.span))
        if all(row == self.full for row in rows) or not unit.items:
            return True
        x, measure = rows[0][0], min(measure for _, measure in rows)
        seen = [item for item in unit.items if not isinstance(item, AnchorItem)]
        short = all(isinstance(item, TextItem) and item.x + item.line.width <= measure for item in seen)
        if not _heads(unit) or not short or any(row[0] != x for row in rows):
            return False
        if x and unit.span:
            self.units[index] = _shifted(unit, x)
            self.moved[unit.span] = x
        return True

    def _passage(self, index: int, column: int, row: int, lines: int | None) -> int | None:
        """Sets the passage whose line ``index`` stands on a row of a column, of which ``lines`` end this column.

        Gives the number of its lines from there on.
        """
        passage = self.units[index].passage
        if passage is None:
            return None
        first = index
        while first and self.units[first - 1].passage is passage:
            first -= 1
        done = index - first
        had = self.runs.get(passage, ())
        own = self.bands[column][row:] if lines is None else self.bands[column][row : row + lines]
        found = [*had[:done], *[self.full] * (done - len(had)), *own]
        for following in self.bands[column + 1 :]:
            found.extend(following)
        stop = first
        while stop < len(self.units) and self.units[stop].passage is passage:
            stop += 1
        return self._put(passage, (first, stop), self._needed(passage, found, stop - first), done)

    def _needed(self, passage: Passage, rows: Sequence[Row], lines: int) -> tuple[Row, ...]:
        """The rows that make a difference to the passage, which has so many lines; none where it stands as it was."""
        lines = max(lines, len(self.copy.lines_of(passage)))
        if all(row == self.full for row in rows[:lines]):
            return ()
        count = min(len(rows), 2 * lines + 2)
        while rows[count - 1] == self.full:
            count -= 1
        return tuple(rows[:count])

    def _put(self, passage: Passage, place: tuple[int, int], rows: tuple[Row, ...], done: int) -> int | None:
        """The passage in these rows, in place of how it was; its lines but ``done``."""
        first, stop = place
        if rows == self.runs.get(passage, ()):
            return stop - first - done
        before = self.copy.lines_of(passage)
        units = before
        if rows:
            run = self.copy.run_round(passage, rows)
            if run is None:
                return None
            noted = any(unit.notes for unit in before)
            units = _outer(before, renoted(before, run.units(self.copy.setter)) if noted else run.shells)
            self.runs[passage] = rows
        else:
            del self.runs[passage]
        self.units[first:stop] = units
        return len(units) - done if len(units) > done else None


# ---------------------------------------------------------------------- one page


def page_round(
    copy: Copy, thread: Thread, start: int, room: int, ends: Sequence[tuple[int, int]], insets: Sequence[Inset]
) -> tuple[int, Thread, Poured] | None:
    """The height of the columns of a page with insets, the text, and how it fills them; None where it cannot be.

    ``ends`` are the rows taken at the head and foot of each column. Where the text ends on this page the columns are no
    deeper than they must be; else they are ``room`` rows deep.
    """
    columns = len(ends)
    where = (
        id(thread),
        start,
        tuple(ends),
        tuple((id(inset.units), inset.rows, inset.row, inset.place) for inset in insets),
    )

    def tried(height: int) -> tuple[int, Thread, Poured] | None:
        key = (*where, height)
        if key not in copy.rounds:
            rows = bands(copy.layout, columns, insets, height, ends)
            copy.rounds[key] = (thread, run_through(copy, thread, start, rows) if rows else None)
        found = copy.rounds[key][1]
        return (height, *found) if found else None

    left = thread.galley.depth(start, len(thread.galley))
    lost = sum(_lost(copy, columns, inset) for inset in insets)
    about = int((left + lost + sum(map(sum, ends))) / columns)
    deepest = max(reach(copy.layout, inset) + max(ends[column][1] for column in inset.columns) for inset in insets)
    height = max(about - 2, deepest)
    while height <= min(room, about - 2 + HEIGHTS_TRIED):
        found = tried(height)
        galley, stop = (found[1].galley, found[2].stops[-1]) if found else (thread.galley, 0)
        if found and stop == len(galley):
            return found
        height += max(-(-galley.depth(stop, len(galley)) // columns), 1) if found else 1
    return tried(room) if about >= room - HEIGHTS_TRIED else None


def behind(copy: Copy, galley: Galley, pull: PullUnits) -> int:
    """The place in the galley behind what a pull quote was written behind: it is read there."""
    line = pulls_of(copy.article)[pull.number].span.line
    spans = (unit.passage.paragraph.span if unit.passage else unit.span for unit in galley.units)
    return max((index + 1 for index, span in enumerate(spans) if span and span.line < line), default=0)


def _lost(copy: Copy, columns: int, inset: Inset) -> float:
    """The rows of a column that an inset takes, in all."""
    white = copy.layout.record.runaround.rows
    measure = copy.layout.right.columns(columns)[0][1]
    between = inset.edge == "gutter"
    width = inset.units.width + (1 + between) * side_white(copy.layout.record) - between * copy.layout.grid.gutter
    return (inset.depth + 2 * white) * width / measure
