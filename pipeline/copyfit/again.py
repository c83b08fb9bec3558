"""Again: an article made up as it was before, from the template and the places of photos that were kept."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.sheets import fitted_as
from pipeline.copyfit.values import Fitted, PhotoFit, Variant
from pipeline.copyfit.variants import plain_variants, span_of


@dataclass(frozen=True, slots=True)
class Again:
    """How a photo stood: its size class, its rows, its first column and its page (from 0), and at which end."""

    size: str
    rows: int
    column: int
    page: int
    foot: bool


def again(copy: Copy, template: str, places: tuple[Again, ...]) -> Fitted | str:
    """The article by that template, its first free photos at ``places`` and the rest in the text; or why not."""
    record = copy.layout.record.templates.get(template)
    if record is None:
        return f"the layout has no template {template}"
    fits = []
    for index, place in zip(copy.free, places, strict=False):
        fit = _fit(copy, index, place, record.columns)
        if fit is None:
            return f"{copy.article.photos[index].file} can no longer have that size, depth or column"
        fits.append(fit)
    streamed = copy.free[len(fits) :]
    plain = next(variant for variant in plain_variants(copy) if variant.template == template)
    head = (record.columns, record.head or record.columns, record.headline)
    own = Variant(template, *head, tuple(fits), record.photo_first, record.prefer, streamed)
    # Where all photos run with the text it was the last resort, which needs no photos to be one.
    tried = (plain,) if streamed and not fits else (own,) if fits else (own, plain)
    found = (fitted_as(copy, variant) for variant in tried)
    return next((fit for fit in found if fit), "its text and its photos no longer go together so")


def _fit(copy: Copy, index: int, place: Again, columns: int) -> PhotoFit | None:
    wanted = copy.article.photos[index].size
    if place.size not in copy.layout.record.photo_sizes or (wanted and wanted != place.size):
        return None
    span = span_of(copy, place.size, columns)
    units = copy.photo(index, place.size)
    if not span or place.column + span > columns or not units.least <= place.rows <= units.most:
        return None
    return PhotoFit(units, place.rows, place.column, span, place.page, place.foot)
