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


def shown_of(page: pikepdf.Page) -> Corners | None:
    """What a viewer shows of a page: its CropBox, as far as that lies within the MediaBox; None without boxes."""
    crop, media = corners_of(page.cropbox), corners_of(page.mediabox)
    if crop is None or media is None:
        return crop or media
    return max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])


def size_of(page: pikepdf.Page) -> tuple[float, float] | None:
    """Width and height of the trim as it is seen, turned as the page is; of what is shown where there is no trim."""
    box = trim_of(page) or shown_of(page)
    if box is None:
        return None
    width, height = box[2] - box[0], box[3] - box[1]
    return (height, width) if page.rotation % 180 else (width, height)


def first_size(file: Opened) -> Measure | None:
    """The size of the first page, as a printer says it."""
    size = size_of(file.pages[0]) if file.pages else None
    return Measure(f"{size[0] / MM:.4g} × {size[1] / MM:.4g} mm") if size else None


def overlap(a: Corners, b: Corners) -> bool:
    """Whether two boxes have more in common than an edge."""
    return a[0] < b[2] - SLACK and a[2] > b[0] + SLACK and a[1] < b[3] - SLACK and a[3] > b[1] + SLACK
