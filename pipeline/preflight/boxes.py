"""Boxes of pages in PDF's own coordinates, and how they lie to one another."""

from __future__ import annotations

import pikepdf

from pipeline.measure import MM
from pipeline.preflight.content import Corners
from pipeline.preflight.opened import Opened, numbers_of
from pipeline.preflight.values import Measure

SLACK = 0.01


def corners_of(item: object) -> Corners | None:
    """A box of PDF from its lower left corner to its upper right one; None where it is no box."""
    found = numbers_of(item)
    if not found:
        return None
    x0, y0, x1, y1 = found
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def trim_of(page: pikepdf.Page) -> Corners | None:
    """TrimBox, or ArtBox in its stead."""
    return corners_of(page.obj.get("/TrimBox", page.obj.get("/ArtBox")))


def bleed_of(page: pikepdf.Page) -> Corners | None:
    """BleedBox; without one, the trim."""
    return corners_of(page.obj.get("/BleedBox")) or trim_of(page)


def first_size(file: Opened) -> Measure | None:
    """The trim of the first page, or its sheet where it has none, as a printer says it."""
    page = file.pages[0] if file.pages else None
    box = (trim_of(page) or corners_of(page.mediabox)) if page is not None else None
    return Measure(f"{(box[2] - box[0]) / MM:.4g} × {(box[3] - box[1]) / MM:.4g} mm") if box else None


def overlap(a: Corners, b: Corners) -> bool:
    """Whether two boxes have more in common than an edge."""
    return a[0] < b[2] - SLACK and a[2] > b[0] + SLACK and a[1] < b[3] - SLACK and a[3] > b[1] + SLACK
