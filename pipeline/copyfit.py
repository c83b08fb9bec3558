"""Copyfitting: how an article can be made up, how deep it then is, and what that costs.

An article's text is set once for each number of columns. From then on a **variant** (template, sizes and
crops of the photos, where they stand) is arithmetic on rows. Every variant knows how many pages it takes,
on which row it ends and what an art director would hold against it; ``paginate`` chooses. Nothing here knows
what stands on the page before or after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.article import Article
from pipeline.galley import Body, Galley, PhotoUnits, Typesetter, Unit, head, photo_units
from pipeline.layout import Layout
from pipeline.layout.records import TemplateRecord
from pipeline.photo import Photo
from pipeline.picture import Picture

BAND_GAP = 1
CUT_COST = 14.0
TEMPLATE_STEP = 4.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit on a page: x in points from the left of the type area, row from its top."""

    x: float
    row: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Slice:
    """What an article puts on one page: placed units in reading order, and the row behind the last."""

    placed: tuple[Placed, ...]
    end: int


@dataclass(frozen=True, slots=True)
class PhotoFit:
    """A photo at a size: ``span`` columns from column ``column``, ``rows`` deep, on page ``page`` of the article."""

    units: PhotoUnits
    rows: int
    column: int
    span: int
    page: int = 0
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to make up an article: photos at their sizes; what it costs before the page is known."""

    template: str
    columns: int
    photos: tuple[PhotoFit, ...]
    photo_first: bool
    cost: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A variant set on pages from the top of the first."""

    variant: Variant
    slices: tuple[Slice, ...]
    cost: float

    @property
    def end(self) -> int:
        """Rows used on the last page."""
        return self.slices[-1].end


class Copy:
    """An article that can be fitted: its head, galleys and photos, each set when first asked for."""

    def __init__(self, setter: Typesetter, article: Article, photos: Sequence[Photo], pictures: Mapping[str, Picture], kicker: str) -> None:
        self.setter, self.article, self.photos, self.pictures, self.kicker = setter, article, tuple(photos), pictures, kicker
        self._galleys: dict[int, Galley] = {}
        self._photos: dict[tuple[int, str], PhotoUnits] = {}

    @property
    def layout(self) -> Layout:
        """The layout that it is set by."""
        return self.setter.layout

    @cached_property
    def head(self) -> Unit:
        """Date line, headline and standfirst across the type area."""
        return head(self.setter, self.article, self.layout.right.area.width, self.kicker)

    def galley(self, columns: int) -> Galley:
        """The text in the measure of so many columns, photos that have a fixed place in it."""
        if columns not in self._galleys:
            measure = self.layout.right.columns(columns)[0][1]
            galley, slots = Body(self.setter, self.article, measure).galley()
            units = list(galley.units)
            for slot in reversed(slots):
                index = next((i for i, p in enumerate(self.photos) if p.file == slot.file), None)
                if index is not None:
                    fitted = self._set_photo(index, "column", measure)
                    units.insert(slot.index, fitted.unit(fitted.natural))
            self._galleys[columns] = Galley(tuple(units), measure)
        return self._galleys[columns]

    @cached_property
    def anchored(self) -> frozenset[str]:
        """Files of the photos that have a fixed place in the text."""
        return frozenset(slot.file for slot in Body(self.setter, self.article, 250.0).galley()[1])

    def photo(self, index: int, size: str) -> PhotoUnits:
        """A photo in a size class of the layout."""
        return self._set_photo(index, size, self.layout.grid.measure(self.layout.record.photo_sizes[size].modules))

    def _set_photo(self, index: int, size: str, width: float) -> PhotoUnits:
        key = (index, f"{size}/{width:.2f}")
        if key not in self._photos:
            photo = self.photos[index]
            record = self.layout.record.photo_sizes.get(size)
            shapes = record.aspect if record else (0.66, 2.4)
            block = f"{self.article.path}#photo-{index + 1}"
            self._photos[key] = photo_units(self.setter, photo, self.pictures[photo.file], width, shapes, block)
        return self._photos[key]

    # ------------------------------------------------------------------ variants

    def variants(self) -> Iterator[Variant]:
        """Every way the layout's templates allow, dearest crops and all."""
        words = self.article.words
        wanted = self.article.head.layout
        for name, template in self.layout.record.templates.items():
            low, high = template.words
            if wanted == name or (not wanted and low <= words <= high):
                yield from self._of_template(name, template)

    def _of_template(self, name: str, template: TemplateRecord) -> Iterator[Variant]:
        free = [i for i, photo in enumerate(self.photos) if photo.file not in self.anchored]
        if not free:
            yield Variant(name, template.columns, (), photo_first=False, cost=template.prefer)
            return
        each = self.layout.grid.modules / template.columns
        for lead_fit in self._fits(free[0], template.lead, template, each, lead=True):
            yield from self._with_others(name, template, free[1:], (lead_fit,), each)

    def _with_others(self, name: str, template: TemplateRecord, rest: Sequence[int], fits: tuple[PhotoFit, ...], each: float) -> Iterator[Variant]:
        if not rest:
            cost = template.prefer + sum(CUT_COST * f.units.loss(f.rows) ** 2 * 4 for f in fits)
            if self._well_mixed(fits):
                yield Variant(name, template.columns, fits, template.photo_first, cost)
            return
        for fit in self._fits(rest[0], template.others or template.lead, template, each, lead=False):
            yield from self._with_others(name, template, rest[1:], (*fits, fit), each)

    def _fits(self, index: int, sizes: Sequence[str], template: TemplateRecord, each: float, *, lead: bool) -> Iterator[PhotoFit]:
        wanted = self.photos[index].size
        for size in (wanted,) if wanted else sizes:
            modules = self.layout.record.photo_sizes[size].modules
            span = round(modules / each)
            if span < 1 or abs(span * each - modules) > 0.01:  # noqa: PLR2004 - does not stand on these columns
                continue
            units = self.photo(index, size)
            full = span >= template.columns
            for rows in _choices(units, fine=lead and full):
                for page, foot in ((0, False),) if lead else ((0, True), (0, False), (1, False), (1, True)):
                    if foot and not full:
                        continue
                    yield PhotoFit(units, rows, 0 if full else template.columns - span, min(span, template.columns), page, foot)

    @staticmethod
    def _well_mixed(fits: Sequence[PhotoFit]) -> bool:
        """Whether no two photos claim the same columns of the same page."""
        pins = [(f.page, c) for f in fits if not f.foot for c in range(f.column, f.column + f.span)]
        return len(pins) == len(set(pins))

    # ------------------------------------------------------------------ making up

    def lay(self, variant: Variant) -> Laid | None:
        """The variant on pages from the top of the first, or None when it cannot be."""
        return _Layer(self, variant).lay()


def _choices(units: PhotoUnits, *, fine: bool) -> list[int]:
    """Depths to try: every row for a photo on which the page's fullness turns, a few for the others."""
    if fine:
        return list(range(units.least, units.most + 1))
    return sorted({units.least, units.natural, units.most, (units.natural + units.most) // 2})


@dataclass(slots=True)
class _Layer:
    """Lays one variant: page by page, photos across first, then columns filled or levelled."""

    copy: Copy
    variant: Variant
    slices: list[Slice] = field(default_factory=list)

    def lay(self) -> Laid | None:
        units = self.copy.galley(self.variant.columns).units
        rows = self.copy.layout.grid.rows
        start, page = 0, 0
        while start < len(units) or page <= max((f.page for f in self.variant.photos), default=0):
            result = self._page(units, start, page, rows)
            if result is None or (result[0] == start and start < len(units) and page > 0):
                return None
            start = result[0]
            page += 1
        return Laid(self.variant, tuple(self.slices), self.variant.cost + self._unevenness())

    def _page(self, units: Sequence[Unit], start: int, page: int, rows: int) -> tuple[int, int] | None:
        placed: list[Placed] = []
        row = self._top(placed, page)
        foot = [f for f in self.variant.photos if f.page == page and f.foot]
        reserved = sum(f.units.unit(f.rows).rows + BAND_GAP for f in foot)
        pins = [f for f in self.variant.photos if f.page == page and not f.foot and f.span < self.variant.columns]
        room = rows - row - reserved
        if room < 0 or (start < len(units) and room < 4):  # noqa: PLR2004 - no room for text worth the name
            return None
        offsets = [0] * self.variant.columns
        for fit in pins:
            unit = fit.units.unit(fit.rows)
            if unit.rows > room:
                return None
            for column in range(fit.column, fit.column + fit.span):
                offsets[column] = unit.rows + unit.after
        levelled = level(units, start, offsets, room)
        height = levelled if levelled is not None else room
        end = self._columns(placed, units, start, row, offsets, height, pins)
        row += max([height, *(o - 1 for o in offsets if o)]) if (start < len(units) or pins) else 0
        for fit in foot:
            unit = fit.units.unit(fit.rows)
            placed.append(Placed(0.0, row + BAND_GAP, unit))
            row += BAND_GAP + unit.rows
        self.slices.append(Slice(tuple(placed), row))
        return end, row

    def _top(self, placed: list[Placed], page: int) -> int:
        """Places the head and the photos across the page; the row on which the columns begin."""
        full = [f for f in self.variant.photos if f.page == page and not f.foot and f.span >= self.variant.columns]
        parts = [f.units.unit(f.rows) for f in full]
        if page == 0:
            parts = [*parts, self.copy.head] if self.variant.photo_first else [self.copy.head, *parts]
        row = 0
        for unit in parts:
            placed.append(Placed(0.0, row, unit))
            row += unit.rows + max(unit.after, BAND_GAP)
        return row

    def _columns(self, placed: list[Placed], units: Sequence[Unit], start: int, row: int, offsets: Sequence[int], height: int, pins: Sequence[PhotoFit]) -> int:
        columns = self.copy.layout.right.columns(self.variant.columns)
        left = self.copy.layout.right.area.left
        for number, (x, _) in enumerate(columns):
            for fit in (f for f in pins if f.column == number):
                placed.append(Placed(x - left, row, fit.units.unit(fit.rows)))
            end = fill(units, start, height - offsets[number])
            at = row + offsets[number]
            for index in range(start, end):
                unit = units[index]
                at += max(units[index - 1].after, unit.before) if index > start else 0
                placed.append(Placed(x - left, at, unit))
                at += unit.rows
            start = end
        return start

    def _unevenness(self) -> float:
        return 0.0


def fill(units: Sequence[Unit], start: int, room: int) -> int:
    """The unit behind the last of those that fill a column of ``room`` rows from ``start`` and may end it."""
    used, best = 0, start
    for index in range(start, len(units)):
        unit = units[index]
        used += unit.rows + (max(units[index - 1].after, unit.before) if index > start else 0)
        if used > room:
            return best
        if unit.breakable or index == len(units) - 1:
            best = index + 1
    return len(units)


def level(units: Sequence[Unit], start: int, offsets: Sequence[int], room: int) -> int | None:
    """The least depth in which the columns hold the rest of the units, or None when ``room`` does not do."""
    total = sum(u.rows for u in units[start:])
    least = max(-(-(total + sum(offsets)) // len(offsets)), max(offsets) - 1, 0)
    for height in range(least, room + 1):
        index = start
        for offset in offsets:
            index = fill(units, index, height - offset)
        if index == len(units):
            return height
    return None
