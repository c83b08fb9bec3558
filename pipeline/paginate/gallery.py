"""The photo gallery: rows of photos that fill the width and the page, captions beneath.

Photos keep their order. Those of a page are dealt into rows so that, at the width of the type area, their own
shapes come as near as possible to filling the depth; the little that is missing is cropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.galley import Typesetter, Unit, caption_unit
from pipeline.layout.records import GalleryRecord
from pipeline.measure import Box
from pipeline.page import Item, PictureItem
from pipeline.photo import Photo
from pipeline.picture import Picture, crop_to

MOST_IN_A_ROW = 3


def pages_of(photos: Sequence[Photo], most: int) -> list[Sequence[Photo]]:
    """The photos dealt evenly over as few pages as take at most ``most`` each, fuller pages first."""
    count = -(-len(photos) // most)
    least, more = divmod(len(photos), count) if count else (0, 0)
    sizes = [least + (i < more) for i in range(count)]
    ends = [sum(sizes[: i + 1]) for i in range(count)]
    return [photos[a:b] for a, b in pairwise([0, *ends])]


def gallery_items(setter: Typesetter, record: GalleryRecord, photos: Sequence[Photo], pictures: Mapping[str, Picture], box: Box, name: str) -> tuple[Item, ...]:
    """The photos of one page in ``box``."""
    best = min(_dealings(len(photos), record.rows), key=lambda sizes: _misfit(setter, record, photos, pictures, box, sizes))
    return tuple(_set(setter, record, photos, pictures, box, best, name))


def _dealings(count: int, most_rows: int) -> Iterator[tuple[int, ...]]:
    """Every way to deal ``count`` photos into rows."""

    def deal(rest: int, rows: int) -> Iterator[tuple[int, ...]]:
        if rest == 0:
            yield ()
        elif rows:
            for size in range(1, min(rest, MOST_IN_A_ROW) + 1):
                for tail in deal(rest - size, rows - 1):
                    yield (size, *tail)

    yield from deal(count, max(most_rows, -(-count // MOST_IN_A_ROW)))


def _aspect(photo: Photo, pictures: Mapping[str, Picture]) -> float:
    picture = pictures[photo.file]
    return picture.width / picture.height


def _heights(photos: Sequence[Photo], pictures: Mapping[str, Picture], record: GalleryRecord, width: float, sizes: Sequence[int]) -> list[float]:
    """The height of each row if no photo were cropped."""
    heights, start = [], 0
    for size in sizes:
        row = photos[start : start + size]
        heights.append((width - (size - 1) * record.gutter) / sum(_aspect(p, pictures) for p in row))
        start += size
    return heights


def _misfit(setter: Typesetter, record: GalleryRecord, photos: Sequence[Photo], pictures: Mapping[str, Picture], box: Box, sizes: Sequence[int]) -> float:
    grid = setter.grid
    heights = _heights(photos, pictures, record, box.width, sizes)
    room = box.height - sum(_caption_rows(setter, record, photos, pictures, box.width, sizes)) * grid.leading - (len(sizes) - 1) * grid.leading
    return abs(sum(heights) / max(room, 1.0) - 1.0) + 0.02 * len(sizes)


def _widths(row: Sequence[Photo], pictures: Mapping[str, Picture], record: GalleryRecord, width: float) -> list[float]:
    aspects = [_aspect(p, pictures) for p in row]
    room = width - (len(row) - 1) * record.gutter
    return [room * a / sum(aspects) for a in aspects]


def _caption_rows(setter: Typesetter, record: GalleryRecord, photos: Sequence[Photo], pictures: Mapping[str, Picture], width: float, sizes: Sequence[int]) -> list[int]:
    rows, start = [], 0
    for size in sizes:
        row = photos[start : start + size]
        widths = _widths(row, pictures, record, width)
        rows.append(max(_caption(setter, record, p, w, "").rows for p, w in zip(row, widths, strict=True)))
        start += size
    return rows


def _caption(setter: Typesetter, record: GalleryRecord, photo: Photo, width: float, name: str) -> Unit:
    return caption_unit(setter, photo, width, name, record.caption)


def _set(
    setter: Typesetter, record: GalleryRecord, photos: Sequence[Photo], pictures: Mapping[str, Picture], box: Box, sizes: Sequence[int], name: str
) -> Iterator[Item]:
    grid = setter.grid
    captions = _caption_rows(setter, record, photos, pictures, box.width, sizes)
    heights = _heights(photos, pictures, record, box.width, sizes)
    room = grid.rows_for(box.height) - sum(captions) - (len(sizes) - 1)
    shares = [max(round(room * h / sum(heights)), 3) for h in heights]
    shares[-1] += room - sum(shares)
    row, start = 0, 0
    for index, size in enumerate(sizes):
        x = box.left
        for number, (photo, width) in enumerate(
            zip(photos[start : start + size], _widths(photos[start : start + size], pictures, record, box.width), strict=True)
        ):
            block = f"{name}/{start + number}"
            frame = Box(x, box.top + row * grid.leading, width, grid.depth(shares[index]))
            crop = crop_to(pictures[photo.file], frame.aspect, photo.focus)
            yield PictureItem(frame, photo.file, crop, "" if photo.decorative else photo.alt, block, photo.span("file"))
            yield from _caption(setter, record, photo, width, block).at(x, box.top + (row + shares[index]) * grid.leading)
            x += width + record.gutter
        row += shares[index] + captions[index] + 1
        start += size
