"""Places of insets: the rows and columns that are worth trying, before anything is set round them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.insets import LEAST_LINES, Inset
from pipeline.copyfit.values import BAND_GAP, Variant
from pipeline.galley import PhotoUnits, PullUnits
from pipeline.layout import inset_places, page_side

# How many of the rows that the columns have beyond the inset's own stand above it, as shares.
HEIGHTS = (0.25, 0.45, 0.65)
SHIFTS = (-2, -1, 1, 2)  # rows by which an inset is moved in the end
CROPS = 2  # rows by which one is cropped deeper or shallower in the end


def standing(copy: Copy, variant: Variant, units: PhotoUnits | PullUnits, rows: int) -> Iterator[Inset]:
    """Where something so many rows deep may stand in the text of a variant: its columns and its rows, page by page."""
    depth = rows + units.caption.rows
    layout, template = copy.layout, copy.layout.record.templates[variant.template]
    own = [(edge, column) for edge, column, _ in inset_places(layout.record, layout.right, template, units.width)]
    white = layout.record.runaround.rows + LEAST_LINES
    for page, height in enumerate(_heights(copy, variant, depth, units.width)):
        free = height - depth
        if free < 2 * white:
            continue
        found = dict.fromkeys(min(max(round(free * share), white), free - white) for share in HEIGHTS)
        for row in found:
            yield from (Inset(units, rows, col, edge, row, page, page_side(template, edge)) for edge, col in own)


def shifted(inset: Inset) -> Iterator[Inset]:
    """The inset on rows nearby, and a little deeper or shallower."""
    crops = [0]
    if isinstance(inset.units, PhotoUnits):
        crops = [c for c in range(-CROPS, CROPS + 1) if inset.units.least <= inset.rows + c <= inset.units.most]
    for crop in crops:
        for shift in (0, *SHIFTS):
            if crop or shift:
                yield replace(inset, rows=inset.rows + crop, row=inset.row + shift)


def _heights(copy: Copy, variant: Variant, depth: int, width: float) -> Iterator[int]:
    """About how deep the columns of the first two pages are when something takes so much of their text's room."""
    galley = copy.thread(variant).galley
    left = galley.depth(0, len(galley)) + depth * width / galley.measure
    for page in range(2):
        top = sum(f.depth + BAND_GAP for f in variant.across(page))
        taken = sum((f.depth + BAND_GAP) * f.span for foot in (False, True) for f in variant.pinned(page, foot=foot))
        if page == 0:
            unit = copy.head(variant.columns, variant.head_span, variant.headline)
            if variant.head_span == variant.columns:
                top += unit.rows + max(unit.after, BAND_GAP)
            else:
                taken += unit.rows * variant.head_span
        room = copy.layout.grid.rows - top - sum(f.depth + BAND_GAP for f in variant.below(page))
        height = min(room, int((left + taken) / variant.columns))
        left -= height * variant.columns - taken
        if height <= 0:
            return
        yield height
