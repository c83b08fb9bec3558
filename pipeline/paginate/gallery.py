"""The photo gallery: rows of photos that fill the width and the page, captions beneath.

Photos keep their order. Those of a page are dealt into rows so that, at the width of the type area, their own
shapes come as near as possible to filling the depth; the little that is missing is cropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.galley import Typesetter, Unit, caption_unit
from pipeline.layout.records import GalleryRecord
from pipeline.measure import MM, Box
from pipeline.page import Item, PictureItem
from pipeline.photo import Photo
from pipeline.picture import Picture, crop_to

MOST_IN_A_ROW = 3
NARROWEST = 50 * MM  # a photo narrower than this is a stamp
ROW_COST, STAMP_COST = 0.02, 0.5
LEAST_ROWS = 3


def pages_of(photos: Sequence[Photo], most: int) -> list[Sequence[Photo]]:
    """The photos dealt evenly over as few pages as take at most ``most`` each, fuller pages first."""
    count = -(-len(photos) // most)
    least, more = divmod(len(photos), count) if count else (0, 0)
    sizes = [least + (i < more) for i in range(count)]
    ends = [sum(sizes[: i + 1]) for i in range(count)]
    return [photos[a:b] for a, b in pairwise([0, *ends])]


@dataclass(frozen=True, slots=True)
class Row:
    """Photos side by side: their widths, the height they would have uncropped, the rows of the longest caption."""

    photos: tuple[Photo, ...]
    widths: tuple[float, ...]
    height: float
    captions: int


@dataclass(slots=True)
class GalleryPage:
    """The photos of one page in ``box``; captions are set once for a width."""

    setter: Typesetter
    record: GalleryRecord
    photos: Sequence[Photo]
    pictures: Mapping[str, Picture]
    box: Box
    name: str
    _captions: dict[tuple[str, float], Unit] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """The photos with their captions, in the best rows."""
        rows = min((self._rows(sizes) for sizes in self._dealings()), key=self._misfit)
        grid = self.setter.grid
        room = grid.rows_for(self.box.height) - sum(r.captions for r in rows) - (len(rows) - 1)
        total = sum(r.height for r in rows)
        depths = [max(round(room * r.height / total), LEAST_ROWS) for r in rows]
        depths[-1] = max(depths[-1] + room - sum(depths), LEAST_ROWS)
        top = 0
        for row, depth in zip(rows, depths, strict=True):
            x = self.box.left
            for photo, width in zip(row.photos, row.widths, strict=True):
                y = self.box.top + top * grid.leading
                frame = Box(x, y, width, grid.depth(depth))
                crop = crop_to(self.pictures[photo.file], frame.aspect, photo.focus)
                alt = "" if photo.decorative else photo.alt
                yield PictureItem(frame, photo.file, crop, alt, f"{self.name}/{photo.file}", photo.span("file"))
                yield from self._caption(photo, width).at(x, y + depth * grid.leading)
                x += width + self.record.gutter
            top += depth + row.captions + 1

    def _dealings(self) -> Iterator[tuple[int, ...]]:
        """Every way to deal the photos into rows."""
        most_rows = max(self.record.rows, -(-len(self.photos) // MOST_IN_A_ROW))

        def deal(rest: int, rows: int) -> Iterator[tuple[int, ...]]:
            if rest == 0:
                yield ()
            elif rows:
                for size in range(1, min(rest, MOST_IN_A_ROW) + 1):
                    for tail in deal(rest - size, rows - 1):
                        yield (size, *tail)

        yield from deal(len(self.photos), most_rows)

    def _rows(self, sizes: Sequence[int]) -> list[Row]:
        rows, start = [], 0
        for size in sizes:
            photos = tuple(self.photos[start : start + size])
            aspects = [self.pictures[p.file].aspect for p in photos]
            height = (self.box.width - (size - 1) * self.record.gutter) / sum(aspects)
            widths = tuple(height * a for a in aspects)
            captions = max(self._caption(p, w).rows for p, w in zip(photos, widths, strict=True))
            rows.append(Row(photos, widths, height, captions))
            start += size
        return rows

    def _misfit(self, rows: Sequence[Row]) -> float:
        """How far the rows are from filling the page, and how many photos are stamps."""
        leading = self.setter.grid.leading
        room = self.box.height - (sum(r.captions for r in rows) + len(rows) - 1) * leading
        stamps = sum(w < NARROWEST for r in rows for w in r.widths)
        return abs(sum(r.height for r in rows) / max(room, 1.0) - 1.0) + ROW_COST * len(rows) + STAMP_COST * stamps

    def _caption(self, photo: Photo, width: float) -> Unit:
        key = (photo.file, round(width, 2))
        if key not in self._captions:
            block = f"{self.name}/{photo.file}/caption"
            self._captions[key] = caption_unit(self.setter, photo, width, block, self.record.caption)
        return self._captions[key]
