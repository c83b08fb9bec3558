"""An article that can be fitted: its head, galleys and photos, each set when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.article import Article, PhotoPlace
from pipeline.copyfit.values import Poured, Variant
from pipeline.diagnostic import Finding
from pipeline.galley import Body, Galley, PhotoUnits, Typesetter, Unit, head, photo_units
from pipeline.layout import Layout
from pipeline.picture import Picture

ANY_SHAPE = (0.66, 2.4)


class Copy:
    """One article with all that fitting asks of it; what is set once is kept."""

    def __init__(self, setter: Typesetter, article: Article, pictures: Mapping[str, Picture], kicker: str) -> None:
        self.setter, self.article, self.pictures, self.kicker = setter, article, pictures, kicker
        self._heads: dict[tuple[int, int, int], Unit] = {}
        self._galleys: dict[tuple[int, tuple[int, ...]], Galley] = {}
        self._photos: dict[tuple[int, str, float], PhotoUnits] = {}
        self._found: dict[int, tuple[Finding, ...]] = {}
        self._poured: dict[tuple[int, int, int, tuple[int, ...]], Poured] = {}
        self._levels: dict[tuple[int, int, tuple[int, ...]], int | None] = {}

    @property
    def layout(self) -> Layout:
        """The layout that it is set by."""
        return self.setter.layout

    def head(self, columns: int, span: int, headline: int = 0) -> Unit:
        """Date line, headline and standfirst over ``span`` of ``columns`` columns.

        The headline takes ``headline`` modules of it, the standfirst the rest; 0 sets one below the other.
        """
        key = (columns, span, headline)
        if key not in self._heads:
            grid, places = self.layout.grid, self.layout.right.columns(columns)
            measure = places[span - 1][0] + places[span - 1][1] - places[0][0]
            beside = (grid.measure(headline), grid.offset(headline)) if headline else None
            begun = len(self.setter.findings)
            self._heads[key] = head(self.setter, self.article, measure, self.kicker, beside)
            self._keep_findings(self._heads[key], begun)
        return self._heads[key]

    def _keep_findings(self, made: object, begun: int) -> None:
        """Takes what was found while ``made`` was set: it only matters if that comes to stand on a page."""
        self._found[id(made)] = tuple(self.setter.findings[begun:])
        del self.setter.findings[begun:]

    def findings(self, variant: Variant) -> tuple[Finding, ...]:
        """What was found in setting the parts of one variant."""
        parts = (
            self.head(variant.columns, variant.head_span, variant.headline),
            self.galley(variant.columns, variant.streamed),
            *(fit.units for fit in variant.photos),
        )
        return tuple(finding for part in parts for finding in self._found.get(id(part), ()))

    @cached_property
    def anchored(self) -> frozenset[str]:
        """Files of the photos that have a fixed place in the text."""
        return frozenset(block.file for block in self.article.blocks if isinstance(block, PhotoPlace))

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Numbers of the photos that may stand where they look best; those that cannot be read are left out."""
        photos = enumerate(self.article.photos)
        return tuple(i for i, photo in photos if photo.file not in self.anchored and photo.file in self.pictures)

    def galley(self, columns: int, streamed: tuple[int, ...] = ()) -> Galley:
        """The text in the measure of so many columns, with the photos that have a fixed place or run along in it."""
        key = (columns, streamed)
        if key not in self._galleys:
            begun = len(self.setter.findings)
            measure = self.layout.right.columns(columns)[0][1]
            galley, slots = Body(self.setter, self.article, measure).galley()
            units = list(galley.units)
            places = [(slot.index, self._number_of(slot.file)) for slot in slots]
            places += zip(_spread(units, len(streamed)), streamed, strict=True)
            for place, index in sorted(places, key=lambda p: p[0])[::-1]:
                if index is not None:
                    units.insert(place, self._in_column(index, measure))
            self._galleys[key] = Galley.of(units, measure)
            self._keep_findings(self._galleys[key], begun)
        return self._galleys[key]

    def _number_of(self, file: str) -> int | None:
        photos = enumerate(self.article.photos)
        return next((i for i, p in photos if p.file == file and file in self.pictures), None)

    def _in_column(self, index: int, measure: float) -> Unit:
        """A photo as a unit of the text, never so deep that it does not leave room for some lines."""
        photo = self._set_photo(index, "", measure)
        deepest = self.layout.grid.rows * 2 // 3 - photo.caption.rows
        return photo.unit(max(min(photo.natural, deepest), 3))

    def photo(self, index: int, size: str) -> PhotoUnits:
        """A photo in a size class of the layout."""
        return self._set_photo(index, size, self.layout.grid.measure(self.layout.record.photo_sizes[size].modules))

    def named(self, units: PhotoUnits) -> tuple[int, str]:
        """The number and the size class of a photo that was set here."""
        return next((index, size) for (index, size, _), found in self._photos.items() if found is units)

    def _set_photo(self, index: int, size: str, width: float) -> PhotoUnits:
        key = (index, size, width)
        if key not in self._photos:
            photo = self.article.photos[index]
            shapes = self.layout.record.photo_sizes[size].aspect if size else ANY_SHAPE
            block = f"{self.article.path}#photo-{index + 1}"
            begun = len(self.setter.findings)
            self._photos[key] = photo_units(self.setter, photo, self.pictures[photo.file], width, shapes, block)
            self._keep_findings(self._photos[key], begun)
        return self._photos[key]

    def poured(self, galley: Galley, start: int, height: int, taken: tuple[int, ...]) -> Poured:
        """The text from ``start`` on in columns ``height`` rows deep, of which ``taken`` rows are not free."""
        key = (id(galley), start, height, taken)
        if key not in self._poured:
            stops, depths, stop = [], [], start
            for rows in taken:
                begun, stop = stop, galley.fill(stop, height - rows)
                stops.append(stop)
                depths.append(galley.depth(begun, stop))
            self._poured[key] = Poured(tuple(stops), tuple(depths))
        return self._poured[key]

    def level(self, galley: Galley, start: int, taken: tuple[int, ...]) -> int | None:
        """The least depth in which the columns hold the text from ``start`` on; None when no page is deep enough.

        ``taken`` are the rows that something else takes of each column.
        """
        key = (id(galley), start, taken)
        if key not in self._levels:
            self._levels[key] = galley.level(start, taken, self.layout.grid.rows)
        return self._levels[key]


def _spread(units: Sequence[Unit], count: int) -> list[int]:
    """``count`` places between units, evenly apart in rows, where one paragraph has ended and the next not begun."""
    ends = [i for i in range(1, len(units)) if units[i - 1].breakable and units[i].span != units[i - 1].span] or [0]
    return [ends[len(ends) * (n + 1) // (count + 1)] for n in range(count)]
