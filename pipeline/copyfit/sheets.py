"""Sheets: a variant in rows, page by page: photos across, then columns filled, or levelled where the text ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.values import BAND_GAP, Fitted, PhotoFit, Placed, Sheet, Variant
from pipeline.copyfit.variants import every_crop, plain_variants, variants

LEAST_TEXT = 4  # rows of text below which a page of an article looks like an accident
LEAST_COLUMN, LONELY_COST = 3, 4.0  # rows of text in a column that look like a leftover
CUT_COST = 40.0  # of a photo of which all would be cut away; it grows with the square
LOOSE_COST = 12.0  # of a template for articles of another length
HOLE_COST = 1.0  # of a row of white across the page inside an article


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


def _working(copy: Copy, candidates: Iterable[Variant]) -> Iterator[Fitted]:
    for variant in candidates:
        sheets = _sheets(copy, variant)
        if sheets:
            cut = sum(CUT_COST * f.units.loss(f.rows) ** 2 for f in variant.photos)
            yield Fitted(variant, sheets, variant.prefer + cut + HOLE_COST * sum(s.hole for s in sheets))


def _sheets(copy: Copy, variant: Variant) -> tuple[Sheet, ...]:
    """The arithmetic of all pages; empty when the variant cannot be."""
    length = len(copy.galley(variant.columns, variant.streamed))
    last = max((f.page for f in variant.photos), default=0)
    sheets: list[Sheet] = []
    start = 0
    while start < length or len(sheets) <= last:
        if sheets and start == length:
            return ()  # a photo alone on a page, its text ended on the page before
        sheet = _Columns(copy, variant, len(sheets)).sheet(start)
        if sheet is None or (sheet.stops[-1] == start and sheets):
            return ()
        sheets.append(sheet)
        start = sheet.stops[-1]
    return tuple(sheets)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What stands round the text on one page of a variant."""

    copy: Copy
    variant: Variant
    page: int

    def top(self) -> int:
        """Rows above the columns."""
        rows = sum(f.depth + BAND_GAP for f in self.variant.across(self.page))
        return rows + (self._head_rows() if self._head_across() else 0)

    def _head_across(self) -> bool:
        return self.page == 0 and self.variant.head_span == self.variant.columns

    def _head_rows(self) -> int:
        unit = self.copy.head(self.variant.columns, self.variant.head_span, self.variant.headline)
        return unit.rows + max(unit.after, BAND_GAP)

    def heads(self) -> tuple[int, ...] | None:
        """Rows taken at the head of each column; None when the article's head and a photo claim the same."""
        taken = [0] * self.variant.columns
        if self.page == 0 and not self._head_across():
            for column in range(self.variant.head_span):
                taken[column] = self._head_rows()
        for fit in self.variant.pinned(self.page, foot=False):
            if any(taken[c] for c in fit.columns):
                return None
            for column in fit.columns:
                taken[column] = fit.depth + BAND_GAP
        return tuple(taken)

    def feet(self) -> tuple[int, ...]:
        """Rows taken at the foot of each column."""
        taken = [0] * self.variant.columns
        for fit in self.variant.pinned(self.page, foot=True):
            for column in fit.columns:
                taken[column] = fit.depth + BAND_GAP
        return tuple(taken)

    def sheet(self, start: int) -> Sheet | None:
        """The page from ``start`` of the galley on; None when something does not fit."""
        heads, feet = self.heads(), self.feet()
        if heads is None:
            return None
        galley = self.copy.galley(self.variant.columns, self.variant.streamed)
        below = sum(f.depth + BAND_GAP for f in self.variant.below(self.page))
        top = self.top()
        taken = tuple(h + f for h, f in zip(heads, feet, strict=True))
        room = self.copy.layout.grid.rows - top - below
        if room < max((LEAST_TEXT if start < len(galley) else 0), *(t - BAND_GAP for t in taken)):
            return None
        level = self.copy.level(galley, start, taken)
        height = room if level is None or level > room else max(level, *(t - BAND_GAP for t in taken))
        poured = self.copy.poured(galley, start, height, taken)
        used = sum(poured.depths) + sum(taken)
        lonely = sum(0 < depth < LEAST_COLUMN for depth in poured.depths)
        hole = max(height - used / self.variant.columns, 0.0) + LONELY_COST * lonely
        return Sheet(top, height, heads, feet, poured.stops, top + height + below, hole)


def lay(copy: Copy, fit: Fitted) -> tuple[tuple[Placed, ...], ...]:
    """What stands on each page of the article, in reading order."""
    return tuple(tuple(_page(copy, fit, number)) for number in range(len(fit.sheets)))


def _page(copy: Copy, fit: Fitted, number: int) -> Iterator[Placed]:
    variant, sheet = fit.variant, fit.sheets[number]
    columns = copy.layout.right.columns(variant.columns)
    left = columns[0][0]
    head = copy.head(variant.columns, variant.head_span, variant.headline) if number == 0 else None
    row = 0
    above = variant.across(number)
    if head and variant.head_span == variant.columns and not variant.photo_first:
        yield Placed(0.0, row, head)
        row += head.rows + max(head.after, BAND_GAP)
    for photo in above:
        yield Placed(0.0, row, photo.units.unit(photo.rows))
        row += photo.depth + BAND_GAP
    if head and (variant.head_span < variant.columns or variant.photo_first):
        yield Placed(0.0, row, head)
    galley = copy.galley(variant.columns, variant.streamed)
    start = fit.sheets[number - 1].stops[-1] if number else 0
    notes: list[Placed] = []
    for column, (x, _) in enumerate(columns):
        yield from _pinned(variant, sheet, number, column, x - left)
        top = sheet.top + sheet.heads[column]
        for row, unit in galley.column(start, sheet.stops[column]):
            yield Placed(x - left, top + row, unit)
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


def _first_in(photos: Sequence[PhotoFit], column: int) -> list[PhotoFit]:
    return [f for f in photos if f.column == column]
