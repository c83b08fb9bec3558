"""Fillers: spare photos, pull quotes and house adverts on pages that would end short of their foot.

They are placed when the pages are made, the emptiest page first, each page taking the first filler of the manifest
that fits: photos cropped to the rows that are free (two or three side by side where one would be too deep), pull
quotes on pages of their own article, adverts in their own shape. A filler is used once. What is not used is no loss:
spare photos and house adverts wait for another issue, and pull quotes only repeat words of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.article import Article, Pull, liftable_pulls, with_pull_alone, without_pulls
from pipeline.colour import Swatch
from pipeline.diagnostic import Finding
from pipeline.galley import Body, PhotoUnits, Typesetter, Unit, photo_units
from pipeline.issue import Issue
from pipeline.layout import PageGeometry
from pipeline.manifest import HouseAdvert
from pipeline.measure import Box
from pipeline.page import Item, Page, PictureItem, RuleItem, SuppliedItem
from pipeline.paginate.short import Ending
from pipeline.photo import Photo
from pipeline.picture import crop_to, too_coarse

MOST_WHITE = 2  # rows by which an advert may miss the depth of its room
RULE_ABOVE = 1.0  # rows from the rule above a pull quote to its room
MOST_AIR = 1.0  # rows of white around a pull quote, as a share of its own
MOST_BESIDE, MOST_TRIED = 3, 8  # photos in a row, and how many others are tried beside one
NARROWEST = 2 / 3  # of the type area's width, to which a pull quote may be set to be deeper

Pulls = Mapping[str, tuple[Pull, ...]]
Key = tuple[int, int]  # the number of a filler in the manifest, and of the pull quote among those of its article


def set_aside(issue: Issue) -> tuple[Issue, Pulls]:
    """The issue without the pull quotes that are fillers; and those, by the path of their article."""
    named = {filler.pull for filler in issue.manifest.fillers}
    pulls: dict[str, tuple[Pull, ...]] = {}

    def less(article: Article) -> Article:
        if article.path in named:
            pulls[article.path] = liftable_pulls(article)
        return without_pulls(article, pulls[article.path]) if pulls.get(article.path) else article

    sections = tuple(replace(s, articles=tuple(map(less, s.articles))) for s in issue.sections)
    return replace(issue, sections=sections) if named else issue, pulls


@dataclass(frozen=True, slots=True)
class _Fit:
    """Fillers that fit a page: which they are, and what they put on it."""

    keys: tuple[Key, ...]
    items: tuple[Item, ...]


class Fillers:
    """The fillers of one issue; those that were used are not used again."""

    def __init__(self, issue: Issue, setter: Typesetter, pulls: Pulls) -> None:
        self.issue, self.setter, self.pulls = issue, setter, pulls
        self.used: set[Key] = set()
        self._units: dict[tuple[str, float, Swatch | None], PhotoUnits | None] = {}

    def filled(self, pages: Sequence[Page], endings: Mapping[int, Ending]) -> tuple[tuple[Page, ...], set[int]]:
        """The pages with fillers on those that have room for one; and the numbers of these."""
        more: dict[int, tuple[Item, ...]] = {}
        for ending in sorted(endings.values(), key=lambda e: (-e.short, e.page)) if self.issue.manifest.fillers else ():
            fit = next(self._fits(ending), None)
            if fit:
                self.used.update(fit.keys)
                more[ending.page] = fit.items
        full = (replace(page, items=(*page.items, *more.get(page.number, ()))) for page in pages)
        return tuple(full), set(more)

    def _fits(self, ending: Ending) -> Iterator[_Fit]:
        """What fits the page, in the order of preference."""
        place = _Place.of(ending, self.setter)
        if place.rows < 1:
            return
        for number, filler in enumerate(self.issue.manifest.fillers):
            if filler.pull == ending.made.copy.article.path:
                yield from self._pull(place, number, filler.pull)
            elif not ending.is_last or (number, 0) in self.used:
                continue
            elif filler.photo:
                yield from self._photos(place, number)
            elif filler.advert:
                yield from _advert(self.issue, place, number, filler.advert)

    # ------------------------------------------------------------------ pull quotes

    def _pull(self, place: _Place, number: int, path: str) -> Iterator[_Fit]:
        """A pull quote across the page, in the measure in which it comes nearest to filling its room; lines alike."""
        grid = place.geometry.grid
        narrowest = round(grid.modules * NARROWEST)
        for index, pull in enumerate(self.pulls.get(path, ())):
            if (number, index) not in self.used:
                tried = [self._quoted(place, pull, width) for width in range(narrowest, grid.modules + 1)]
                deepest = max((quote for quote in tried if quote and quote.rows <= place.rows), key=_rows, default=None)
                if deepest and place.rows - deepest.rows <= MOST_AIR * deepest.rows:
                    yield _Fit(((number, index),), tuple(_between_rules(place, deepest)))

    def _quoted(self, place: _Place, pull: Pull, modules: int) -> Unit | None:
        """A pull quote set so many modules wide; nothing where it cannot be set well."""
        copy = place.ending.made.copy
        with place.trying() as found:
            body = Body(copy.setter, with_pull_alone(copy.article, pull), copy.layout.grid.measure(modules))
            (unit,) = body.galley()[0].units
        return None if found else unit

    # ------------------------------------------------------------------ photos

    def _photos(self, place: _Place, number: int) -> Iterator[_Fit]:
        """The photo alone, or beside others that come after it, if all can be so deep."""
        fillers = self.issue.manifest.fillers
        known = [(i, f.photo) for i, f in enumerate(fillers) if f.photo and f.photo.file in self.issue.pictures]
        free = [(i, photo) for i, photo in known if (i, 0) not in self.used]
        first = [one for one in free if one[0] == number]
        others = [one for one in free if one[0] > number][:MOST_TRIED]
        for count in range(MOST_BESIDE) if first else ():
            for beside in combinations(others, count):
                row = [*first, *beside]
                if items := self._row([photo for _, photo in row], place):
                    yield _Fit(tuple((i, 0) for i, _ in row), items)

    def _row(self, photos: Sequence[Photo], place: _Place) -> tuple[Item, ...]:
        """Photos of one depth side by side, captions beneath; nothing when they cannot be so deep, or are too small."""
        gutter = place.geometry.grid.gutter
        width = (place.area.width - (len(photos) - 1) * gutter) / len(photos)
        units = [one for photo in photos if (one := self._set(photo, width, place))]
        rows = place.rows - max((one.caption.rows for one in units), default=0)
        if len(units) < len(photos) or not all(one.least <= rows <= one.most for one in units):
            return ()
        top = place.geometry.row_top(place.foot - place.rows)
        items: list[Item] = [*place.rule()]
        for index, one in enumerate(units):
            items += one.unit(rows).at(place.area.left + index * (width + gutter), top)
        pictures = [item for item in items if isinstance(item, PictureItem)]
        return () if any(self._coarse(item) for item in pictures) else tuple(items)

    def _set(self, photo: Photo, width: float, place: _Place) -> PhotoUnits | None:
        """The photo in that width, cropped as the layout's size class of about that width allows.

        Nothing where its caption cannot be set well.
        """
        key = (photo.file, width, place.setter.section)
        if key not in self._units:
            layout, picture = place.setter.layout, self.issue.pictures[photo.file]
            classes = layout.record.photo_sizes.values()
            nearest = min(classes, key=lambda size: abs(layout.grid.measure(size.modules) - width))
            with place.trying() as found:
                units = photo_units(place.setter, photo, picture, width, nearest.aspect, f"filler/{photo.file}")
            self._units[key] = None if found else units
        return self._units[key]

    def _coarse(self, item: PictureItem) -> bool:
        wanted, size = self.setter.layout.record.print.ppi, (item.box.width, item.box.height)
        return too_coarse(self.issue.pictures[item.picture], item.crop, size, wanted=wanted) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a filler may stand: ``rows`` free rows, the last of them just above row ``foot``, in the type area."""

    ending: Ending
    setter: Typesetter
    geometry: PageGeometry
    rows: int
    foot: int

    @classmethod
    def of(cls, ending: Ending, setter: Typesetter) -> _Place:
        layout, section = setter.layout, ending.made.copy.setter.section
        geometry = layout.geometry(left_hand=ending.page % 2 == 0)
        own = setter.within(section) if section else setter
        return cls(ending, own, geometry, ending.short - layout.record.between.rows, ending.foot)

    @property
    def area(self) -> Box:
        return self.geometry.area

    def rule(self, white: int = 0) -> Iterator[RuleItem]:
        """The layout's rule between articles, in the middle of the space above; ``white`` are rows more of it."""
        record = self.setter.layout.record.between
        if record.rule:
            space = (record.rows + white) * self.geometry.grid.leading
            y = self.geometry.row_top(self.foot - self.rows + white) - space / 2
            swatch = self.setter.swatch(record.rule.swatch)
            yield RuleItem(self.area.left, y, self.area.right, y, record.rule.weight, swatch, record.rule.span())

    @contextmanager
    def trying(self) -> Iterator[list[Finding]]:
        """While something is set to be tried: the list afterwards holds what was found, and nobody else hears of it."""
        found: list[Finding] = []
        findings, begun = self.setter.findings, len(self.setter.findings)
        yield found
        found += findings[begun:]
        del findings[begun:]


def _rows(unit: Unit) -> int:
    return unit.rows


def _between_rules(place: _Place, quote: Unit) -> Iterator[Item]:
    """A pull quote in the middle of its room; where that is deeper, its rule is at the head, and one like it below."""
    white, grid = place.rows - quote.rows, place.geometry.grid
    top = place.geometry.row_top(place.foot - place.rows)
    for item in quote.at(place.area.left, top):
        if not isinstance(item, RuleItem):
            yield item.moved(0.0, white // 2 * grid.leading)
            continue
        yield replace(item, x1=place.area.right, y0=top - RULE_ABOVE * grid.leading, y1=top - RULE_ABOVE * grid.leading)
        if white > 1:
            foot = place.geometry.row_top(place.foot - 1) + grid.rise
            yield replace(item, x1=place.area.right, y0=foot, y1=foot)


def _advert(issue: Issue, place: _Place, number: int, advert: HouseAdvert) -> Iterator[_Fit]:
    """The advert across the page in its own shape, if that is about as deep as the room."""
    supplied, picture = issue.page_of(advert), issue.pictures.get(advert.file)
    found = supplied or picture
    if found is None:
        return
    grid, area = place.geometry.grid, place.area
    height = area.width * found.height / found.width
    white = place.rows - grid.rows_for(height)
    if not 0 <= white <= MOST_WHITE:
        return
    bottom = place.geometry.row_top(place.foot - 1) + grid.rise
    box, block = Box(area.left, bottom - height, area.width, height), f"advert/{advert.name}"
    item: Item
    if supplied:
        span = advert.span("file")
        item = SuppliedItem(box, advert.file, advert.alt, block, bleeds=False, span=span, page=supplied.page)
    elif picture:
        item = PictureItem(box, advert.file, crop_to(picture, box.aspect), advert.alt, block, advert.span("file"))
    yield _Fit(((number, 0),), (*place.rule(white), item))
