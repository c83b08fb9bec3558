"""Boxes of pages in PDF's own coordinates, and how they lie to one another."""

from __future__ import annotations

import pikepdf

from pipeline.preflight.content import Corners
from pipeline.preflight.opened import numbers_of

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


def overlap(a: Corners, b: Corners) -> bool:
    """Whether two boxes have more in common than an edge."""
    return a[0] < b[2] - SLACK and a[2] > b[0] + SLACK and a[1] < b[3] - SLACK and a[3] > b[1] + SLACK
