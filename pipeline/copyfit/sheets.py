"""Sheets: a variant in rows, page by page: photos across, then columns filled, or levelled where the text ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import add
from typing import NamedTuple

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.insets import Inset
from pipeline.copyfit.level import levelled
from pipeline.copyfit.runaround import behind, page_round
from pipeline.copyfit.values import (
    BAND_GAP,
    MOST_SHORT,
    Fitted,
    Levelled,
    PhotoFit,
    Placed,
    Poured,
    Sheet,
    Thread,
    Variant,
    shortage,
)
from pipeline.copyfit.variants import every_crop, plain_variants, variants
from pipeline.galley import Galley, PullUnits
from pipeline.picture.resolution import BARELY

LEAST_TEXT = 4  # rows of text below which a page of an article looks like an accident
LEAST_BEGUN = 6  # rows of text on the page on which an article begins below another
LEAST_COLUMN, LONELY_COST = 3, 4.0  # rows of text in a column that look like a leftover
CUT_COST = 40.0  # of a photo of which all would be cut away; it grows with the square
TIGHT_HEAD_COST = 60.0  # of a headline with a word that is wider than its columns
COARSE_COST = 25.0  # of a photo that has too few pixels for its size
UNFIT_COST = 2_000.0  # of one that has so few that a build is refused
LOOSE_COST = 12.0  # of a template for articles of another length
HOLE_COST = 1.0  # of a row of white across the page inside an article
STRAIN_COST = 4.0  # of a loose line beside an inset
UNEVEN_COST, STEEP_COST = 3.0, 1.5  # of a column that ends above the others, and of each row that levelling cannot help


def fitted(copy: Copy) -> Iterator[Fitted]:
    """Every variant that works, with what it costs; where none does, those with all photos in the text's stream."""
    found = False
    for option in _working(copy, variants(copy)):
        found = True
        yield option
    if not found:
        yield from _working(copy, plain_variants(copy))


def fitted_as(copy: Copy, variant: Variant) -> Fitted | None:
    """That one variant; None when it does not work."""
    return next(iter(_working(copy, (variant,))), None)


def loosened(copy: Copy) -> Iterator[Fitted]:
    """Every variant of every template, and those with all photos in the text: for an article that has to give way."""
    for option in _working(copy, (*variants(copy, any_length=True), *plain_variants(copy))):
        yield replace(option, cost=option.cost + LOOSE_COST)


def refined(copy: Copy, variant: Variant) -> Iterator[Fitted]:
    """The variant with every depth of its photos that works."""
    yield from _working(copy, every_crop(variant))


def onward(copy: Copy, candidates: Iterable[Variant], begin: int) -> Iterator[Fitted]:
    """Those of the variants that run on to a further page when the article begins on that row."""
    for option in _working(copy, (replace(variant, begin=begin) for variant in candidates)):
        if len(option.sheets) > 1 and option.sheets[0].height >= LEAST_BEGUN:
            yield option


def _working(copy: Copy, candidates: Iterable[Variant]) -> Iterator[Fitted]:
    for variant in candidates:
        sheets, thread = _sheets(copy, variant)
        if sheets and copy.allows(sheets):
            cost = HOLE_COST * sum([s.hole for s in sheets]) + sum([_price(copy, fit) for fit in variant.photos])
            cost += sum(CUT_COST * f.units.loss(f.rows) ** 2 for f in variant.insets) if variant.insets else 0.0
            cost += STRAIN_COST * thread.loose + TIGHT_HEAD_COST * copy.strains(variant)
            yield Fitted(variant, sheets, variant.prefer + cost, thread)


def _price(copy: Copy, fit: PhotoFit) -> float:
    """What a photo costs at its size and depth."""
    key = (id(fit.units), fit.rows)
    if key not in copy.prices:
        ppi, wanted = fit.units.ppi(fit.rows), copy.layout.record.print.ppi
        coarse = UNFIT_COST if ppi < wanted * BARELY else COARSE_COST * (ppi < wanted)
        copy.prices[key] = CUT_COST * fit.units.loss(fit.rows) ** 2 + coarse
    return copy.prices[key]


def _sheets(copy: Copy, variant: Variant) -> tuple[tuple[Sheet, ...], Thread]:
    """The arithmetic of all pages, none when the variant cannot be; and its text."""
    thread = copy.thread(variant)
    last = max([*(f.page for f in variant.photos), *(i.page for i in variant.insets)], default=0)
    sheets: list[Sheet] = []
    start = 0
    while start < len(thread.galley) or len(sheets) <= last:
        if sheets and start == len(thread.galley):
            return (), thread  # a photo alone on a page, its text ended on the page before
        found = _Columns(copy, variant, len(sheets), thread).sheet(start)
        if found is None or (found[0].stops[-1] == start and sheets):
            return (), thread
        sheet, thread = found
        sheets.append(sheet)
        start = sheet.stops[-1]
    return tuple(sheets), thread


class _Taken(NamedTuple):
    """The rows above and below all columns, and those at the head and at the foot of each."""

    top: int
    below: int
    heads: tuple[int, ...]
    feet: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """What stands round the text on one page of a variant."""

    copy: Copy
    variant: Variant
    page: int
    thread: Thread

    def taken(self) -> _Taken | None:
        """The rows that head and photos take; None when two of them claim the same end of a column."""
        variant, count = self.variant, self.variant.columns
        heads, feet, top, below = [0] * count, [0] * count, 0, 0
        if self.page == 0:
            unit = self.copy.head(count, variant.head_span, variant.headline)
            rows = unit.rows + max(unit.after, BAND_GAP)
            if variant.head_span == count:
                top = rows
            else:
                heads[: variant.head_span] = [rows] * variant.head_span
        for fit in variant.photos:
            if fit.page != self.page:
                continue
            depth = fit.depth + BAND_GAP
            if fit.span == count:
                top, below = (top, below + depth) if fit.foot else (top + depth, below)
                continue
            ends = feet if fit.foot else heads
            if not fit.foot and any(heads[fit.column : fit.column + fit.span]):
                return None
            ends[fit.column : fit.column + fit.span] = [depth] * fit.span
        return _Taken(top, below, tuple(heads), tuple(feet))

    def sheet(self, start: int) -> tuple[Sheet, Thread] | None:
        """The page from ``start`` of the galley on, and the text as it then is; None when something does not fit."""
        around = self.taken()
        if around is None or self.variant.insets:
            return self._around(start, around) if around else None
        pages = self.copy.pages
        key = (id(self.thread.galley), start, 0 if self.page else self.variant.begin, *around)
        if key not in pages:
            found = self._around(start, around)
            pages[key] = found[0] if found else None
        known = pages[key]
        return (known, self.thread) if known else None

    def _around(self, start: int, around: _Taken) -> tuple[Sheet, Thread] | None:
        """The same, with so many rows taken."""
        top, below, heads, feet = around
        galley = self.thread.galley
        taken = tuple(map(add, heads, feet))
        least = max(taken) - BAND_GAP
        room = self.copy.layout.grid.rows - top - below - (0 if self.page else self.variant.begin)
        if room < least or (room < LEAST_TEXT and start < len(galley)):
            return None
        insets = [inset for inset in self.variant.insets if inset.page == self.page]
        if insets:
            found = page_round(self.copy, self.thread, start, room, tuple(zip(heads, feet, strict=True)), insets)
            if found is None or not self._read_here(start, insets, *found[1:]):
                return None
            height, thread, poured = found
        else:
            level = self.copy.level(galley, start, taken)
            height = room if level is None or level > room else max(level, least)
            thread, poured = self.thread, _poured(galley, start, height, taken)
        hole = _hole(height, taken, poured.depths)
        return Sheet(top, height, heads, feet, poured.stops, top + height + below, hole), thread

    def _read_here(self, start: int, insets: Sequence[Inset], thread: Thread, poured: Poured) -> bool:
        """Whether what the pull quotes among these were written behind stands on this page."""
        pulls = [inset.units for inset in insets if isinstance(inset.units, PullUnits)]
        places = [behind(self.copy, thread.galley, pull) for pull in pulls]
        return all(start < place <= poured.stops[-1] or place == 0 == start for place in places)


def _poured(galley: Galley, start: int, height: int, taken: Sequence[int]) -> Poured:
    """The text from ``start`` on in columns ``height`` rows deep, of which ``taken`` rows are not free."""
    stops, depths, stop = [], [], start
    for rows in taken:
        begun, stop = stop, galley.fill(stop, height - rows)
        stops.append(stop)
        depths.append(galley.depth(begun, stop))
    return Poured(tuple(stops), tuple(depths))


def _hole(height: int, taken: Sequence[int], depths: Sequence[int]) -> float:
    """The white inside a page whose columns are filled so deep, with what it costs that it is unlike in them."""
    short = [shortage(height, *column) for column in zip(taken, depths, strict=True)]
    uneven = sum(map(_unevenness, short)) if len(set(short)) > 1 else 0.0
    return sum(short) / len(short) + LONELY_COST * sum(0 < depth < LEAST_COLUMN for depth in depths) + uneven


def _unevenness(rows: int) -> float:
    """What it costs that a column ends so many rows above others: all the more where levelling cannot help."""
    return UNEVEN_COST * bool(rows) + STEEP_COST * max(rows - MOST_SHORT, 0)


def lay(copy: Copy, fit: Fitted) -> tuple[tuple[Placed, ...], ...]:
    """What stands on each page of the article, in reading order."""
    return laid(copy, levelled(copy, fit))


def laid(copy: Copy, made: Levelled) -> tuple[tuple[Placed, ...], ...]:
    """The same of an article that has been levelled."""
    return tuple(tuple(_page(copy, made, number)) for number in range(len(made.sheets)))


def _page(copy: Copy, made: Levelled, number: int) -> Iterator[Placed]:
    variant, sheet = made.variant, made.sheets[number]
    columns = copy.layout.right.columns(variant.columns)
    left = columns[0][0]
    head = copy.head(variant.columns, variant.head_span, variant.headline) if number == 0 else None
    row = 0
    above = variant.across(number)
    if head and variant.head_span == variant.columns and not variant.photo_first:
        yield Placed(0.0, row, head)
        row += head.rows + max(head.after, BAND_GAP) + sheet.white
    elif head:  # it is read before the photo that it stands below
        yield Placed(0.0, sum(photo.depth + BAND_GAP for photo in above), head)
    for photo in above:
        yield Placed(0.0, row, photo.units.unit(photo.rows, captioned=photo.aside is None))
        if photo.aside is not None:
            yield Placed(columns[photo.aside][0] - left, row + photo.rows, photo.units.caption)
        row += photo.depth + BAND_GAP
    galley = made.galley
    start = made.sheets[number - 1].stops[-1] if number else 0
    notes: list[Placed] = []
    for column, (x, _) in enumerate(columns):
        yield from _pinned(variant, sheet, number, column, x - left)
        insets = _insets(copy, made, number, column, start)
        yield from (placed for place, placed in insets if place == start)
        top = sheet.top + sheet.heads[column]
        for row, unit in galley.column(start, sheet.stops[column]):
            yield Placed(x - left, top + row, unit)
            yield from (placed for place, placed in insets if place > start and galley.units[place - 1] is unit)
        depth = sheet.height - sheet.heads[column] - sheet.feet[column]
        notes += [Placed(x - left, top + r, u) for r, u in galley.foot(start, sheet.stops[column], depth)]
        start = sheet.stops[column]
    yield from notes
    row = sheet.top + sheet.height
    for photo in variant.below(number):
        yield Placed(0.0, row + BAND_GAP, photo.units.unit(photo.rows))
        row += BAND_GAP + photo.depth


def _pinned(variant: Variant, sheet: Sheet, page: int, column: int, x: float) -> Iterator[Placed]:
    """Photos whose first column this is: those at its head, then those at its foot."""
    for photo in _first_in(variant.pinned(page, foot=False), column):
        yield Placed(x, sheet.top, photo.units.unit(photo.rows))
    for photo in _first_in(variant.pinned(page, foot=True), column):
        yield Placed(x, sheet.top + sheet.height - photo.depth, photo.units.unit(photo.rows))


def _insets(copy: Copy, made: Levelled, page: int, column: int, start: int) -> list[tuple[int, Placed]]:
    """What the text runs round and is read in a column, each with the place in the galley behind which it is read.

    The column begins at ``start``; photos are read before its text, pull quotes behind what they were written behind.
    """
    columns, sheet = copy.layout.right.columns(made.variant.columns), made.sheets[page]
    found = []
    for inset in (inset for inset in made.variant.insets if inset.page == page):
        if isinstance(inset.units, PullUnits):
            place = behind(copy, made.galley, inset.units)
            here = start < place <= sheet.stops[column] or (place == start == column == 0)
        else:
            place, here = start, inset.column == column
        if here:
            placed = Placed(inset.x(columns) - columns[0][0], sheet.top + inset.row, inset.units.unit(inset.rows))
            found.append((place, placed))
    return found


def _first_in(photos: Sequence[PhotoFit], column: int) -> list[PhotoFit]:
    return [f for f in photos if f.column == column]
