"""Variants: every way that a layout's templates allow to size and place the photos of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from pipeline.article import free_pulls
from pipeline.copyfit.copy import Copy
from pipeline.copyfit.places import shifted, standing
from pipeline.copyfit.values import PhotoFit, Variant
from pipeline.galley import PhotoUnits
from pipeline.layout.records import TemplateRecord

MOST_PLACED = 3  # photos of an article that are given places of their own; more run along with its text
LEAD_PLACES = ((0, False),)  # page of the article, and whether at its columns' foot
PLACES = ((0, True), (1, False), (1, True), (0, False))
LATER, LONG = ((2, False), (2, True)), 800  # for articles of so many words
BESIDE = MOST_PLACED + 1  # as many crops of the other photos as for so many, where text runs round something
PULL_COST = 12.0  # of a pull quote that stands in its column where the template wants text round it
PLAIN_COST = 20.0
NEAR = 5  # rows by which each of two photos is cropped deeper or less in the end
FINE_PHOTOS = 2  # photos of an article whose every crop is tried in the end


def variants(copy: Copy, *, any_length: bool = False) -> Iterator[Variant]:
    """Every variant of the templates that serve an article of this length, or of the one that it asks for.

    With ``any_length`` those of all templates, but for such as are only for articles that ask for them.
    """
    words, wanted = copy.article.words, copy.article.head.layout
    for name, template in copy.layout.record.templates.items():
        low, high = template.words
        span = template.head or template.columns
        if wanted == name or (not wanted and (low <= words <= high or (any_length and high))):
            placed, streamed = copy.free[:MOST_PLACED], copy.free[MOST_PLACED:]
            head = (template.columns, span, template.headline)
            unlike = PULL_COST if template.pull and free_pulls(copy.article) else 0.0
            for photos in _arranged(copy, template, placed):
                yield Variant(name, *head, photos, template.photo_first, template.prefer + unlike, streamed)
            plain = Variant(name, *head, (), template.photo_first, template.prefer, streamed)
            yield from _with_insets(copy, template, plain)


def plain_variants(copy: Copy) -> Iterator[Variant]:
    """The last resort, which any text can be made up by: every photo a column wide in the stream of the text."""
    for name, template in copy.layout.record.templates.items():
        head = (template.columns, template.columns, template.headline)
        yield Variant(name, *head, photos=(), photo_first=False, prefer=PLAIN_COST, streamed=copy.free)


def _with_insets(copy: Copy, template: TemplateRecord, plain: Variant) -> Iterator[Variant]:
    """Every variant with one of the photos or pull quotes in the text, where the template has that."""
    placed = copy.free[:MOST_PLACED]
    if not copy.runs_round:
        return
    for number in free_pulls(copy.article) if template.pull else ():
        pull = copy.pull(number, template.pull)
        for photos in _arranged(copy, template, placed, crops=BESIDE):
            whole = replace(plain, photos=photos)
            yield from (replace(whole, insets=(i,)) for i in standing(copy, whole, pull, pull.whole.rows))
    for index in placed:
        wanted = copy.article.photos[index].size
        rest = tuple(other for other in placed if other != index)
        for size in (size for size in template.insets if wanted in {"", size}):
            units = copy.photo_beside(index, size)
            for photos in _arranged(copy, template, rest, crops=BESIDE):
                whole = replace(plain, photos=photos)
                yield from (replace(whole, insets=(i,)) for i in standing(copy, whole, units, units.natural))


def _arranged(
    copy: Copy, template: TemplateRecord, placed: Sequence[int], crops: int = 0
) -> Iterator[tuple[PhotoFit, ...]]:
    """Every way to give the photos sizes, crops and places, no two of them the same place.

    There are as many crops as for so many photos in all: for those of the article when ``crops`` is 0.
    """
    ways: list[tuple[PhotoFit, ...]] = []
    for index in placed:
        lead = not ways
        sizes = template.lead if lead else template.others or template.lead
        count = _crops(crops or min(len(copy.free), MOST_PLACED), lead=lead)
        ways.append(tuple(_fits(copy, index, sizes, template.columns, count, lead=lead)))
    return _together(ways, ())


def _together(ways: Sequence[Sequence[PhotoFit]], fits: tuple[PhotoFit, ...]) -> Iterator[tuple[PhotoFit, ...]]:
    """The photos that have a place, and with them one of the ways of each that has none yet."""
    if not ways:
        yield fits
        return
    for fit in ways[0]:
        if _free_place(fit, fits):
            yield from _together(ways[1:], (*fits, fit))


def _fits(copy: Copy, index: int, sizes: Sequence[str], columns: int, crops: int, *, lead: bool) -> Iterator[PhotoFit]:
    wanted = copy.article.photos[index].size
    for size in (wanted,) if wanted else sizes:
        span = span_of(copy, size, columns)
        if not span:
            continue
        units = copy.photo(index, size)
        full = span == columns
        for rows in _depths(units, crops):
            for page, foot in LEAD_PLACES if lead else PLACES if copy.article.words < LONG else (*PLACES, *LATER):
                # The first photo stands towards the right, photos at a foot towards the left.
                column = 0 if full or foot else columns - span
                yield PhotoFit(units, rows, column, span, page, foot)


def span_of(copy: Copy, size: str, columns: int) -> int:
    """How many of ``columns`` columns a photo of that size takes; 0 when it does not end with one of them."""
    each = copy.layout.grid.modules / columns
    modules = copy.layout.record.photo_sizes[size].modules
    span = min(round(modules / each), columns)
    return 0 if span < columns and abs(span * each - modules) > 0.01 else span  # noqa: PLR2004 - off these columns


def _crops(photos: int, *, lead: bool) -> int:
    """How many crops to try of a photo: the more photos, the fewer of each."""
    return {1: 12, 2: 5 if lead else 3, BESIDE: 1}.get(photos, 3 if lead else 2)


def _free_place(fit: PhotoFit, others: Sequence[PhotoFit]) -> bool:
    """Whether no other photo has a claim to the same end of the same columns."""
    first, behind = fit.column, fit.column + fit.span
    return not any(
        o.page == fit.page and o.foot == fit.foot and o.column < behind and first < o.column + o.span for o in others
    )


def _depths(units: PhotoUnits, count: int) -> list[int]:
    """``count`` depths to try, its own among them, evenly from the shallowest crop to the deepest."""
    step = max((units.most - units.least) / max(count - 1, 1), 1.0)
    spread = {round(units.least + i * step) for i in range(count)}
    return sorted(d for d in {units.natural, *spread} if units.least <= d <= units.most)


def every_crop(variant: Variant) -> Iterator[Variant]:
    """The variant with every depth of its first photo, or of its first two near those that they have; others stay.

    Where the text runs round something, one is varied at a time: the photos, or what stands in the text and its row.
    """
    free = variant.photos[: 1 if variant.insets else FINE_PHOTOS]
    near = NEAR if len(free) > 1 else max((f.units.most for f in free), default=0)
    ranges = ((f, range(max(f.units.least, f.rows - near), min(f.units.most, f.rows + near) + 1)) for f in free)
    for photos in product(*([replace(f, rows=rows) for rows in depths] for f, depths in ranges)):
        yield replace(variant, photos=(*photos, *variant.photos[len(free) :]))
    for number, inset in enumerate(variant.insets):
        for other in shifted(inset):
            yield replace(variant, insets=(*variant.insets[:number], other, *variant.insets[number + 1 :]))
