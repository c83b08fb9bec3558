"""Again: an article made up as it was before, from the template and the places of photos that were kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pipeline.article import free_pulls
from pipeline.copyfit.copy import Copy
from pipeline.copyfit.insets import Inset
from pipeline.copyfit.sheets import fitted_as
from pipeline.copyfit.values import Fitted, PhotoFit, Variant
from pipeline.copyfit.variants import plain_variants, span_of
from pipeline.galley import PhotoUnits, PullUnits
from pipeline.layout import TemplateRecord, inset_places, page_side


@dataclass(frozen=True, slots=True)
class Again:
    """How a photo stood: its size class, its rows, its first column and its page (from 0), and its place.

    That is head or foot; or the edge at which the text ran round it, from row ``row`` on. What is the pull quote of a
    ``number`` has neither size nor rows.
    """

    size: str
    rows: int
    column: int
    page: int
    place: Literal["head", "foot", "text", "gutter", "left", "right"]
    row: int = -1
    number: int = -1


def again(copy: Copy, template: str, places: tuple[Again, ...], begin: int = 0) -> Fitted | str:
    """The article by that template, its first free photos at ``places`` and the rest in the text; or why not.

    ``begin`` is the row of its first page on which one begins that runs on to others.
    """
    record = copy.layout.record.templates.get(template)
    if record is None:
        return f"the layout has no template {template}"
    fits, insets = [], []
    photos = [place for place in places if place.number < 0]
    for index, place in zip(copy.free, photos, strict=False):
        fit = _inset(copy, index, place, record) if place.row >= 0 else _fit(copy, index, place, record.columns)
        if fit is None:
            return f"{copy.article.photos[index].file} can no longer have that size, depth or column"
        if isinstance(fit, Inset):
            insets.append(fit)
        else:
            fits.append(fit)
    streamed = copy.free[len(photos) :]
    for place in places[len(photos) :]:
        pull = _pull(copy, place, record)
        if pull is None:
            return "its pull quote can no longer stand there"
        insets.append(pull)
    plain = next(variant for variant in plain_variants(copy) if variant.template == template)
    head = (record.columns, record.head or record.columns, record.headline)
    own = Variant(template, *head, tuple(fits), record.photo_first, record.prefer, streamed, tuple(insets))
    # Where all photos run with the text it was the last resort, which needs no photos to be one.
    tried = (plain,) if streamed and not fits and not insets else (own,) if fits or insets else (own, plain)
    found = (fitted_as(copy, replace(variant, begin=begin)) for variant in tried)
    return next((fit for fit in found if fit), "its text and its photos no longer go together so")


def _fit(copy: Copy, index: int, place: Again, columns: int) -> PhotoFit | None:
    wanted = copy.article.photos[index].size
    if place.size not in copy.layout.record.photo_sizes or (wanted and wanted != place.size):
        return None
    span = span_of(copy, place.size, columns)
    units = copy.photo(index, place.size)
    if not span or place.column + span > columns or not units.least <= place.rows <= units.most:
        return None
    return PhotoFit(units, place.rows, place.column, span, place.page, place.place == "foot")


def _inset(copy: Copy, index: int, place: Again, record: TemplateRecord) -> Inset | None:
    wanted = copy.article.photos[index].size
    if place.size not in record.insets or (wanted and wanted != place.size):
        return None
    units = copy.photo_beside(index, place.size)
    return _standing(copy, units, place.rows, place, record) if units.least <= place.rows <= units.most else None


def _pull(copy: Copy, place: Again, record: TemplateRecord) -> Inset | None:
    if not record.pull or place.number not in free_pulls(copy.article):
        return None
    units = copy.pull(place.number, record.pull)
    return _standing(copy, units, units.whole.rows, place, record)


def _standing(
    copy: Copy, units: PhotoUnits | PullUnits, rows: int, place: Again, record: TemplateRecord
) -> Inset | None:
    layout = copy.layout
    for edge, column, _ in inset_places(layout.record, layout.right, record, units.width):
        if (edge, column) == (place.place, place.column):
            return Inset(units, rows, column, edge, place.row, place.page, page_side(record, edge))
    return None
