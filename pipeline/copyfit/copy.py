"""An article that can be fitted: its head, galleys and photos, each set when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from pipeline.article import Article, PhotoPlace, part_of, pulls_of, without_pulls
from pipeline.copyfit.values import Levelled, Poured, Sheet, Thread, Variant
from pipeline.diagnostic import Finding
from pipeline.galley import (
    Body,
    Galley,
    Passage,
    PhotoUnits,
    PullUnits,
    Row,
    Runaround,
    Typesetter,
    Unit,
    caption_unit,
    head,
    photo_units,
    pull_units,
    relined,
    run_round,
)
from pipeline.layout import Layout
from pipeline.picture import Outline, Picture

ANY_SHAPE = (0.66, 2.4)


class Copy:
    """One article with all that fitting asks of it; what is set once is kept. Its text ``runs_round`` insets.

    A ``rest`` is what goes on of an article that began elsewhere.
    """

    runs_round = True
    rest = False

    def __init__(
        self,
        setter: Typesetter,
        article: Article,
        pictures: Mapping[str, Picture],
        kicker: str,
        outline: Callable[[str], Outline | None] = lambda _: None,
    ) -> None:
        self.setter, self.article, self.pictures, self.kicker = setter, article, pictures, kicker
        self._outline = outline
        self._heads: dict[tuple[int, int, int], Unit] = {}
        self._galleys: dict[tuple[int, tuple[int, ...], int], Galley] = {}
        self._pulls: dict[tuple[int, float], PullUnits] = {}
        self._photos: dict[tuple[int, str, float, Outline | None], PhotoUnits] = {}
        self._found: dict[int, tuple[Finding, ...]] = {}
        self._strains: dict[tuple[int, int, int], bool] = {}
        self._levels: dict[tuple[int, int, tuple[int, ...]], int | None] = {}
        self._relined: dict[tuple[Passage, int], tuple[Unit, ...]] = {}
        self._captioned: dict[tuple[int, float], PhotoUnits] = {}
        self.prices: dict[tuple[int, int], float] = {}
        self.pages: dict[tuple[object, ...], Sheet | None] = {}
        self.levelled: dict[tuple[object, ...], Levelled] = {}
        self.rounds: dict[tuple[object, ...], tuple[Thread, tuple[Thread, Poured] | None]] = {}
        self._threads: dict[int, Thread] = {}
        self._lines: dict[Passage, tuple[Unit, ...]] = {}
        self._runs: dict[tuple[Passage, tuple[Row, ...]], Runaround | None] = {}

    @property
    def anchor(self) -> str:
        """The name of the place where it begins, that links lead to."""
        return self.article.path

    def allows(self, sheets: tuple[Sheet, ...]) -> bool:  # noqa: ARG002 - of parts of an article
        """Whether it may be made up on these pages."""
        return True

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

    def strains(self, variant: Variant) -> bool:
        """Whether a word of the head is wider than the columns that it spans."""
        key = (variant.columns, variant.head_span, variant.headline)
        if key not in self._strains:
            found = self._found.get(id(self.head(*key)), ())
            self._strains[key] = any(finding.code == "W502" for finding in found)
        return self._strains[key]

    def _keep_findings(self, made: object, begun: int) -> None:
        """Takes what was found while ``made`` was set: it only matters if that comes to stand on a page."""
        self._found[id(made)] = tuple(self.setter.findings[begun:])
        del self.setter.findings[begun:]

    def findings(self, variant: Variant) -> tuple[Finding, ...]:
        """What was found in setting the parts of one variant."""
        parts = (
            self.head(variant.columns, variant.head_span, variant.headline),
            self.galley(variant.columns, variant.streamed, variant.pulled),
            *(fit.units for fit in variant.photos),
            *(inset.units for inset in variant.insets),
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

    def galley(self, columns: int, streamed: tuple[int, ...] = (), pulled: int = -1) -> Galley:
        """The text in the measure of so many columns, with the photos that have a fixed place or run along in it.

        The pull quote ``pulled`` is left out.
        """
        key = (columns, streamed, pulled)
        if key not in self._galleys:
            begun = len(self.setter.findings)
            measure = self.layout.right.columns(columns)[0][1]
            pulls = pulls_of(self.article)[pulled : pulled + 1] if pulled >= 0 else ()
            article = without_pulls(self.article, pulls) if pulls else self.article
            galley, slots = Body(self.setter, article, measure).galley()
            units = list(galley.units)
            places = [(slot.index, self._number_of(slot.file)) for slot in slots]
            places += zip(spread(units, len(streamed)), streamed, strict=True)
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

    def photo_beside(self, index: int, size: str) -> PhotoUnits:
        """A photo in a size class with text beside it, which follows its outline if it is a cut-out."""
        width = self.layout.grid.measure(self.layout.record.photo_sizes[size].modules)
        return self._set_photo(index, size, width, self._outline(self.article.photos[index].file))

    def pull(self, number: int, modules: int) -> PullUnits:
        """A pull quote so many modules wide."""
        key = (number, self.layout.grid.measure(modules))
        if key not in self._pulls:
            begun = len(self.setter.findings)
            self._pulls[key] = pull_units(self.setter, self.article, *key)
            self._keep_findings(self._pulls[key], begun)
        return self._pulls[key]

    def captioned(self, units: PhotoUnits, measure: float) -> PhotoUnits:
        """The photo with its caption set to another measure."""
        key = (id(units), measure)
        if key not in self._captioned:
            begun = len(self.setter.findings)
            caption = caption_unit(self.setter, units.photo, measure, f"{units.block}/caption")
            del self.setter.findings[begun:]
            self._captioned[key] = replace(units, caption=caption)
        return self._captioned[key]

    def named(self, units: PhotoUnits) -> tuple[int, str]:
        """The number and the size class of a photo that was set here."""
        return next((index, size) for (index, size, *_), found in self._photos.items() if found is units)

    def _set_photo(self, index: int, size: str, width: float, outline: Outline | None = None) -> PhotoUnits:
        key = (index, size, width, outline)
        if key not in self._photos:
            photo = self.article.photos[index]
            shapes = self.layout.record.photo_sizes[size].aspect if size else ANY_SHAPE
            block = part_of(self.article.path, f"photo-{index + 1}")
            begun = len(self.setter.findings)
            picture = self.pictures[photo.file]
            self._photos[key] = photo_units(self.setter, photo, picture, width, shapes, block, outline)
            self._keep_findings(self._photos[key], begun)
        return self._photos[key]

    def thread(self, variant: Variant) -> Thread:
        """The text of a variant before anything is set round its insets."""
        galley = self.galley(variant.columns, variant.streamed, variant.pulled)
        if id(galley) not in self._threads:
            self._threads[id(galley)] = Thread(galley)
        return self._threads[id(galley)]

    def relined(self, passage: Passage, count: int) -> tuple[Unit, ...]:
        """A passage in ``count`` lines; nothing where that does not set well."""
        key = (passage, count)
        if key not in self._relined:
            self._relined[key] = relined(self.setter, passage, count)
        return self._relined[key]

    def lines_of(self, passage: Passage) -> tuple[Unit, ...]:
        """The units of a passage of one of the galleys, as they are without insets."""
        if passage not in self._lines:
            for galley in self._galleys.values():
                groups = groupby(galley.units, key=lambda unit: unit.passage)
                self._lines |= {own: tuple(units) for own, units in groups if own}
        return self._lines[passage]

    def run_round(self, passage: Passage, rows: tuple[Row, ...]) -> Runaround | None:
        """A passage with its first lines in ``rows``; None where it cannot be set so."""
        key = (passage, rows)
        if key not in self._runs:
            self._runs[key] = run_round(self.setter, passage, rows)
        return self._runs[key]

    def level(self, galley: Galley, start: int, taken: tuple[int, ...]) -> int | None:
        """The least depth in which the columns hold the text from ``start`` on; None when no page is deep enough.

        ``taken`` are the rows that something else takes of each column.
        """
        key = (id(galley), start, taken)
        if key not in self._levels or id(galley) not in self._threads:
            self._levels[key] = galley.level(start, taken, self.layout.grid.rows)
        return self._levels[key]


def spread(units: Sequence[Unit], count: int) -> list[int]:
    """``count`` places between units, evenly apart in rows, where one paragraph has ended and the next not begun."""
    ends = [i for i in range(1, len(units)) if units[i - 1].breakable and units[i].span != units[i - 1].span] or [0]
    return [ends[len(ends) * (n + 1) // (count + 1)] for n in range(count)]
