"""Variants: every way that a layout's templates allow to size and place the photos of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.values import PhotoFit, Variant
from pipeline.galley import PhotoUnits
from pipeline.layout.records import TemplateRecord

MOST_PLACED = 3  # photos of an article that are given places of their own; more run along with its text
PLAIN_COST = 20.0
FINE_PHOTOS = 2  # photos of an article whose every crop is tried in the end


def variants(copy: Copy, *, any_length: bool = False) -> Iterator[Variant]:
    """Every variant of the templates that serve an article of this length (or any), or of the one that it asks for."""
    words, wanted = copy.article.words, copy.article.head.layout
    for name, template in copy.layout.record.templates.items():
        low, high = template.words
        span = template.head or template.columns
        if wanted == name or (not wanted and (any_length or low <= words <= high)):
            placed, streamed = copy.free[:MOST_PLACED], copy.free[MOST_PLACED:]
            for photos in _arranged(copy, template, placed, ()):
                head = (template.columns, span, template.headline)
                yield Variant(name, *head, photos, template.photo_first, template.prefer, streamed)


def plain_variants(copy: Copy) -> Iterator[Variant]:
    """The last resort, which any text can be made up by: every photo a column wide in the stream of the text."""
    for name, template in copy.layout.record.templates.items():
        head = (template.columns, template.columns, template.headline)
        yield Variant(name, *head, photos=(), photo_first=False, prefer=PLAIN_COST, streamed=copy.free)


def _arranged(
    copy: Copy, template: TemplateRecord, rest: Sequence[int], fits: tuple[PhotoFit, ...]
) -> Iterator[tuple[PhotoFit, ...]]:
    """Every way to give the rest of the photos a size, a crop and a place that is still free."""
    if not rest:
        yield fits
        return
    lead = not fits
    sizes = template.lead if lead else template.others or template.lead
    for fit in _fits(copy, rest[0], sizes, template, lead=lead):
        if _free_place(fit, fits):
            yield from _arranged(copy, template, rest[1:], (*fits, fit))


def _fits(copy: Copy, index: int, sizes: Sequence[str], template: TemplateRecord, *, lead: bool) -> Iterator[PhotoFit]:
    columns = template.columns
    wanted = copy.article.photos[index].size
    for size in (wanted,) if wanted else sizes:
        span = span_of(copy, size, columns)
        if not span:
            continue
        units = copy.photo(index, size)
        full = span == columns
        for rows in _depths(units, _crops(min(len(copy.free), MOST_PLACED), lead=lead)):
            for page, foot in ((0, False),) if lead else ((0, True), (1, False), (1, True), (0, False)):
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
    return {1: 12, 2: 5 if lead else 3}.get(photos, 3 if lead else 2)


def _free_place(fit: PhotoFit, others: Sequence[PhotoFit]) -> bool:
    """Whether no other photo has a claim to the same end of the same columns."""
    return not any(o.page == fit.page and o.foot == fit.foot and set(o.columns) & set(fit.columns) for o in others)


def _depths(units: PhotoUnits, count: int) -> list[int]:
    """``count`` depths to try, its own among them, evenly from the shallowest crop to the deepest."""
    step = max((units.most - units.least) / max(count - 1, 1), 1.0)
    spread = {round(units.least + i * step) for i in range(count)}
    return sorted(d for d in {units.natural, *spread} if units.least <= d <= units.most)


def every_crop(variant: Variant) -> Iterator[Variant]:
    """The variant with every depth of its first two photos; those of further photos stay."""
    free = variant.photos[:FINE_PHOTOS]
    for depths in product(*(range(f.units.least, f.units.most + 1) for f in free)):
        photos = tuple(replace(f, rows=rows) for f, rows in zip(free, depths, strict=True))
        yield replace(variant, photos=(*photos, *variant.photos[FINE_PHOTOS:]))
