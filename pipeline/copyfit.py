"""Copyfitting: how an article can be made up, how deep it then is, and what that costs.

An article's text is set once for each number of columns. From then on a **variant** (template, sizes and
crops of the photos, where they stand) is arithmetic on rows: on how many pages it runs, on which row it ends,
and what an art director would hold against it. ``paginate`` chooses one; only that one is laid. Nothing here
knows what stands on the page before or after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.article import Article, PhotoPlace
from pipeline.galley import Body, Galley, PhotoUnits, Typesetter, Unit, head, photo_units
from pipeline.layout import Layout
from pipeline.layout.records import TemplateRecord
from pipeline.picture import Picture

BAND_GAP = 1
LEAST_TEXT = 4  # rows of text below which a page of an article looks like an accident
CUT_COST = 40.0  # of a photo of which all would be cut away; it grows with the square
HOLE_COST = 1.0  # of a row of white across the page inside an article
ANY_SHAPE = (0.66, 2.4)


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit on a page: x in points from the left of the type area, row from its top."""

    x: float
    row: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class PhotoFit:
    """A photo at a size: ``span`` columns from column ``column``, ``rows`` deep, on page ``page`` of the article."""

    units: PhotoUnits
    rows: int
    column: int
    span: int
    page: int = 0
    foot: bool = False

    @property
    def depth(self) -> int:
        """Rows of photo and caption."""
        return self.rows + self.units.caption.rows


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to make up an article."""

    template: str
    columns: int
    photos: tuple[PhotoFit, ...]
    photo_first: bool
    prefer: float

    def across(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width above the text of a page."""
        return [f for f in self.photos if f.page == page and not f.foot and f.span == self.columns]

    def pinned(self, page: int) -> list[PhotoFit]:
        """Photos at the head of some columns of a page."""
        return [f for f in self.photos if f.page == page and not f.foot and f.span < self.columns]

    def below(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width below the text of a page."""
        return [f for f in self.photos if f.page == page and f.foot]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The arithmetic of one page of a variant, in rows: where the columns begin and how deep they are.

    ``stops`` are the places in the galley where each column ends; ``end`` is the row behind everything.
    """

    top: int
    height: int
    offsets: tuple[int, ...]
    stops: tuple[int, ...]
    end: int
    hole: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A variant that works: its pages in rows, and its cost before the page's own emptiness."""

    variant: Variant
    sheets: tuple[Sheet, ...]
    cost: float

    @property
    def end(self) -> int:
        """Rows used on the last page."""
        return self.sheets[-1].end


class Copy:
    """An article that can be fitted: its head, galleys and photos, each set when first asked for."""

    def __init__(
        self, setter: Typesetter, article: Article, pictures: Mapping[str, Picture], kicker: str, *, first: bool = False
    ) -> None:
        self.setter, self.article, self.pictures, self.kicker = setter, article, pictures, kicker
        self.first = first
        self._strewn = False
        self._galleys: dict[int, Galley] = {}
        self._photos: dict[tuple[int, str], PhotoUnits] = {}
        self._laid: tuple[Fitted, tuple[tuple[Placed, ...], ...]] | None = None
        self._levels: dict[tuple[int, int, tuple[int, ...]], int | None] = {}

    @property
    def layout(self) -> Layout:
        """The layout that it is set by."""
        return self.setter.layout

    @cached_property
    def head(self) -> Unit:
        """Date line, headline and standfirst across the type area."""
        return head(self.setter, self.article, self.layout.right.area.width, self.kicker)

    @cached_property
    def anchored(self) -> frozenset[str]:
        """Files of the photos that have a fixed place in the text."""
        return frozenset(block.file for block in self.article.blocks if isinstance(block, PhotoPlace))

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Numbers of the photos that may stand where they look best; those that cannot be read are left out."""
        return tuple(
            i
            for i, photo in enumerate(self.article.photos)
            if photo.file not in self.anchored and photo.file in self.pictures
        )

    def galley(self, columns: int) -> Galley:
        """The text in the measure of so many columns, photos that have a fixed place in it."""
        if columns not in self._galleys:
            measure = self.layout.right.columns(columns)[0][1]
            galley, slots = Body(self.setter, self.article, measure).galley()
            units = list(galley.units)
            for slot in reversed(slots):
                index = next((i for i, p in enumerate(self.article.photos) if p.file == slot.file), None)
                if index is not None and slot.file in self.pictures:
                    fitted = self._set_photo(index, "", measure)
                    units.insert(slot.index, fitted.unit(fitted.natural))
            if self._strewn:
                units = self._with_photos(units, measure)
            self._galleys[columns] = Galley.of(units, measure)
        return self._galleys[columns]

    def _with_photos(self, units: Sequence[Unit], measure: float) -> list[Unit]:
        """The text with the free photos in it, evenly, where a column may end."""
        breaks = Galley.of(units, measure).breaks
        places = {i: breaks[round((n + 1) * len(units) / (len(self.free) + 1))] for n, i in enumerate(self.free)}
        mixed = list(units)
        for index in reversed(self.free):
            fitted = self._set_photo(index, "", measure)
            mixed.insert(places[index], fitted.unit(fitted.natural))
        return mixed

    def photo(self, index: int, size: str) -> PhotoUnits:
        """A photo in a size class of the layout."""
        return self._set_photo(index, size, self.layout.grid.measure(self.layout.record.photo_sizes[size].modules))

    def _set_photo(self, index: int, size: str, width: float) -> PhotoUnits:
        key = (index, f"{size}/{width:.2f}")
        if key not in self._photos:
            photo = self.article.photos[index]
            shapes = self.layout.record.photo_sizes[size].aspect if size else ANY_SHAPE
            block = f"{self.article.path}#photo-{index + 1}"
            self._photos[key] = photo_units(self.setter, photo, self.pictures[photo.file], width, shapes, block)
        return self._photos[key]

    def level(self, columns: int, start: int, offsets: tuple[int, ...]) -> int | None:
        """The least depth in which the columns hold the text from ``start`` on; None when no page is deep enough."""
        key = (columns, start, offsets)
        if key not in self._levels:
            self._levels[key] = self.galley(columns).level(start, offsets, self.layout.grid.rows)
        return self._levels[key]

    # ------------------------------------------------------------------ variants

    def fitted(self) -> Iterator[Fitted]:
        """Every variant that the layout's templates allow and that works.

        Where none does (five photos and forty words), the photos stand in the text one after another.
        """
        works = False
        for fitted in self._working(self._variants()):
            works = True
            yield fitted
        if not works and not self._strewn:
            self._strewn = True
            self._galleys.clear()
            self._levels.clear()
            yield from self._working(self._variants())

    def _working(self, variants: Iterator[Variant]) -> Iterator[Fitted]:
        for variant in variants:
            sheets = _sheets(self, variant)
            if sheets:
                cut = sum(CUT_COST * f.units.loss(f.rows) ** 2 for f in variant.photos)
                yield Fitted(variant, sheets, variant.prefer + cut + HOLE_COST * sum(s.hole for s in sheets))

    def _variants(self) -> Iterator[Variant]:
        words, wanted = self.article.words, self.article.head.layout
        for name, template in self.layout.record.templates.items():
            low, high = template.words
            if self._strewn:
                yield Variant(name, template.columns, (), template.photo_first, template.prefer)
            elif wanted == name or (not wanted and low <= words <= high):
                for photos in self._arranged(template, self.free, ()):
                    yield Variant(name, template.columns, photos, template.photo_first, template.prefer)

    def _arranged(
        self, template: TemplateRecord, rest: Sequence[int], fits: tuple[PhotoFit, ...]
    ) -> Iterator[tuple[PhotoFit, ...]]:
        """Every way to give the rest of the photos a size, a crop and a place."""
        if not rest:
            if _apart(fits):
                yield fits
            return
        lead = not fits
        sizes = template.lead if lead else template.others or template.lead
        for fit in self._fits(rest[0], sizes, template.columns, lead=lead, fine=len(self.free) == 1):
            yield from self._arranged(template, rest[1:], (*fits, fit))

    def _fits(self, index: int, sizes: Sequence[str], columns: int, *, lead: bool, fine: bool) -> Iterator[PhotoFit]:
        wanted = self.article.photos[index].size
        each = self.layout.grid.modules / columns
        for size in (wanted,) if wanted else sizes:
            modules = self.layout.record.photo_sizes[size].modules
            span = min(round(modules / each), columns)
            if span < 1 or (span < columns and abs(span * each - modules) > 0.01):  # noqa: PLR2004 - off these columns
                continue
            units = self.photo(index, size)
            full = span == columns
            for rows in _depths(units, fine=fine or (lead and full)):
                if lead:
                    yield PhotoFit(units, rows, 0 if full else columns - span, span)
                    continue
                for page in (0, 1):
                    yield PhotoFit(units, rows, 0 if full else columns - span, span, page)
                    if full:
                        yield PhotoFit(units, rows, 0, span, page, foot=True)

    # ------------------------------------------------------------------ laying

    def lay(self, fitted: Fitted) -> tuple[tuple[Placed, ...], ...]:
        """What stands on each page, in reading order."""
        if self._laid is None or self._laid[0] is not fitted:
            pages = tuple(tuple(self._page(fitted.variant, n, fitted.sheets)) for n in range(len(fitted.sheets)))
            self._laid = (fitted, pages)
        return self._laid[1]

    def _page(self, variant: Variant, number: int, sheets: Sequence[Sheet]) -> Iterator[Placed]:
        sheet, row = sheets[number], 0
        for unit in _above(self, variant, number):
            yield Placed(0.0, row, unit)
            row += unit.rows + max(unit.after, BAND_GAP)
        galley = self.galley(variant.columns)
        left = self.layout.right.area.left
        start = sheets[number - 1].stops[-1] if number else 0
        for column, (x, _) in enumerate(self.layout.right.columns(variant.columns)):
            for fit in variant.pinned(number):
                if fit.column == column:
                    yield Placed(x - left, sheet.top, fit.units.unit(fit.rows))
            top = sheet.top + sheet.offsets[column]
            for index in range(start, sheet.stops[column]):
                yield Placed(x - left, top + galley.depths[index] - galley.depths[start], galley.units[index])
            start = sheet.stops[column]
        row = sheet.top + sheet.height
        for fit in variant.below(number):
            yield Placed(0.0, row + BAND_GAP, fit.units.unit(fit.rows))
            row += BAND_GAP + fit.depth


def _apart(fits: Sequence[PhotoFit]) -> bool:
    """Whether no two photos claim the same columns of the same page."""
    claims = [(f.page, f.foot, c) for f in fits for c in range(f.column, f.column + f.span)]
    return len(claims) == len(set(claims))


def _depths(units: PhotoUnits, *, fine: bool) -> list[int]:
    """Depths to try: every row for a photo on which the page's fullness turns, a few for the others."""
    if fine:
        return list(range(units.least, units.most + 1))
    return sorted({units.least, units.natural, units.most, (units.natural + units.most) // 2})


def _above(copy: Copy, variant: Variant, page: int) -> list[Unit]:
    """What stands over the whole width above the columns of a page."""
    photos = [f.units.unit(f.rows) for f in variant.across(page)]
    if page:
        return photos
    return [*photos, copy.head] if variant.photo_first else [copy.head, *photos]


def _sheets(copy: Copy, variant: Variant) -> tuple[Sheet, ...]:
    """The arithmetic of all pages; empty when the variant cannot be."""
    length = len(copy.galley(variant.columns))
    last = max((f.page for f in variant.photos), default=0)
    sheets: list[Sheet] = []
    start = 0
    while start < length or len(sheets) <= last:
        if sheets and start == length:
            return ()  # a photo alone on a page, its text ended on the page before
        sheet = _sheet(copy, variant, len(sheets), start)
        if sheet is None or (sheet.stops[-1] == start and sheets):
            return ()
        sheets.append(sheet)
        start = sheet.stops[-1]
    return tuple(sheets)


def _sheet(copy: Copy, variant: Variant, page: int, start: int) -> Sheet | None:
    """One page of a variant from ``start`` of its galley on; None when something does not fit."""
    rows = copy.layout.grid.rows
    galley = copy.galley(variant.columns)
    top = sum(f.depth + BAND_GAP for f in variant.across(page))
    if page == 0:
        top += copy.head.rows + max(copy.head.after, BAND_GAP)
    foot = sum(f.depth + BAND_GAP for f in variant.below(page))
    room = rows - top - foot
    offsets = [0] * variant.columns
    for fit in variant.pinned(page):
        for column in range(fit.column, fit.column + fit.span):
            offsets[column] = fit.depth + BAND_GAP
    if start < len(galley) and room < max(LEAST_TEXT, *offsets):
        return None
    height = copy.level(variant.columns, start, tuple(offsets))
    ends_here = height is not None and height <= room
    if not ends_here:
        height = room
    elif height is not None:
        height = max(height, *(o - BAND_GAP for o in offsets))
    stops, stop, used = [], start, 0
    for offset in offsets:
        begun, stop = stop, galley.fill(stop, (height or 0) - offset)
        used += galley.depth(begun, stop) + max(offset, 0)
        stops.append(stop)
    hole = max((height or 0) - used / variant.columns, 0.0)
    end = top + (height or 0) + foot
    return Sheet(top, height or 0, tuple(offsets), tuple(stops), end, hole) if end <= rows else None
