"""Outlines: where a cut-out picture begins and ends, from top to bottom, as its alpha channel tells.

A cut-out is a picture whose clear parts leave another shape than a rectangle. The channel is looked at coarsely, so
that hairs and specks do not count, and every band takes in what stands in its neighbours: the outline is smooth, and
never inside of the shape.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import ceil, floor

from pipeline.picture import decode
from pipeline.picture.header import RefusalError
from pipeline.picture.probe import Picture, PictureFile, fault, read_header
from pipeline.picture.rendition import Cache

BANDS, ACROSS = 96, 192  # of the picture that are looked at
SEEN = 40  # of 255: what is less opaque does not count
STRAIGHT = 0.02  # of the width by which the sides of a rectangle may stray


@dataclass(frozen=True, slots=True)
class Outline:
    """For bands of like height, from the top: left and right edge as shares of the width, None where all is clear."""

    bands: tuple[tuple[float, float] | None, ...]

    def extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        """Left and right edge between two heights, as shares of the picture's; None where nothing is seen."""
        first, last = (min(max(band, 0), BANDS) for band in (floor(top * BANDS), ceil(bottom * BANDS)))
        found = [band for band in self.bands[first:last] if band]
        return (min(left for left, _ in found), max(right for _, right in found)) if found else None


def outline_of(file: PictureFile, picture: Picture, cache: Cache | None = None) -> Outline | None:
    """The outline of a cut-out; None for a picture that is none. Fault E300 to E306."""
    if not picture.alpha:
        return None
    data = file.read_bytes()
    key = f"outline/1/{decode.decoder_version()}/{hashlib.sha256(data).hexdigest()}"
    seen = cache.get(key) if cache else None
    if seen is None or len(seen) != BANDS * ACROSS:
        try:
            seen = decode.opacity(data, read_header(data), ACROSS, BANDS)
        except RefusalError as refusal:
            raise fault(file.path, refusal) from refusal
        if cache:
            cache.put(key, seen)
    return _traced(seen)


def _traced(seen: bytes) -> Outline | None:
    bands = [_edges(seen[row * ACROSS : (row + 1) * ACROSS]) for row in range(BANDS)]
    inked = [band for band in bands if band]
    if not inked or all(max(abs(band[0] - inked[0][0]), abs(band[1] - inked[0][1])) <= STRAIGHT for band in inked):
        return None
    smooth = []
    for row in range(BANDS):
        near = [band for band in bands[max(row - 1, 0) : row + 2] if band]
        smooth.append((min(b[0] for b in near), max(b[1] for b in near)) if near else None)
    return Outline(tuple(smooth))


def _edges(row: bytes) -> tuple[float, float] | None:
    inked = [index for index, value in enumerate(row) if value >= SEEN]
    return (inked[0] / ACROSS, (inked[-1] + 1) / ACROSS) if inked else None
