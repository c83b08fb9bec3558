"""Type on photos, on the made-up page: the real pixels below each line, with the fills that lie between.

A photo is looked at in small squares, about as wide as a letter is high; what counts is the contrast that nearly all
squares below a line keep, so that a glint between two letters is no fault. Photos below no type are not opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.colour import Swatch, contrast
from pipeline.contrast.grounds import meet
from pipeline.contrast.pairs import is_enough, wanted
from pipeline.diagnostic import Finding, Span
from pipeline.issue import Issue
from pipeline.measure import Box
from pipeline.page import FillItem, Makeup, Page, PictureItem, Segment, TextItem
from pipeline.picture import Cache, shades

SQUARE = 6.0  # points across a square of the photo
ASCENT, DESCENT = 0.72, 0.2  # of a line, in shares of its size
MOST_ACROSS, MOST_DOWN = 24, 3  # squares of a stretch of a line that are looked at
SHARE = 0.05  # of the squares below a line that may be worse

Shade = tuple[float, float, float]
WHITE: Shade = (1.0, 1.0, 1.0)
NO_INK = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Photo:
    """A photo in its box, brought down to squares of red, green and blue, row by row."""

    item: PictureItem
    across: int
    down: int
    pixels: bytes

    def at(self, x: float, y: float) -> Shade:
        """The colour of the square at a place of the page."""
        box = self.item.box
        column = min(max(int((x - box.left) / box.width * self.across), 0), self.across - 1)
        row = min(max(int((y - box.top) / box.height * self.down), 0), self.down - 1)
        start = 3 * (row * self.across + column)
        red, green, blue = self.pixels[start : start + 3]
        return red / 255, green / 255, blue / 255


_Layer = FillItem | _Photo


@dataclass(frozen=True, slots=True)
class _Judged:
    """A line on a photo: the contrast that it keeps, and the one that it wants."""

    line: TextItem
    size: float
    photo: PictureItem
    ratio: float
    least: float


def on_photos(issue: Issue, makeup: Makeup, cache: Cache | None = None) -> Iterator[Finding]:
    """W421 for each text that stands out too little from the photo that it is set on: its worst line."""
    for page in makeup.pages:
        worst: dict[str, _Judged] = {}
        for judged in _lines(issue, page, cache):
            known = worst.get(judged.line.block)
            if known is None or judged.ratio / judged.least < known.ratio / known.least:
                worst[judged.line.block] = judged
        for one in worst.values():
            if not is_enough(one.ratio, one.least):
                yield _finding(one, page, one.photo.span)


def _finding(one: _Judged, page: Page, span: Span | None) -> Finding:
    message = (
        f"“{one.line.line.text.strip()}” stands on {one.photo.picture}: contrast {one.ratio:.1f}:1 where the photo is "
        f"nearest to its colour, wanted {one.least:g}:1 at {one.size:g} pt."
    )
    hint = "Choose a plainer part of the photo (focus:) or another photo, or let the designer lay a fill between."
    return Finding("W421", message, span, hint, page.folio or str(page.number))


def _lines(issue: Issue, page: Page, cache: Cache | None) -> Iterator[_Judged]:
    """The lines of a page that have a photo below them, judged at their worst stretch."""
    below: list[FillItem | PictureItem] = []
    edges: list[tuple[float, float, float, float]] = []
    opened: dict[PictureItem, _Photo] = {}
    for item in page.items:
        if isinstance(item, FillItem | PictureItem):
            below.append(item)
            if isinstance(item, PictureItem):
                box = item.box
                edges.append((box.left, box.top, box.right, box.bottom))
        elif edges and isinstance(item, TextItem) and _is_near(item, edges):
            found = []
            for segment in item.line.segments:
                layers = _seen_below(below, _box_of(item, segment))
                if any(isinstance(layer, PictureItem) for layer in layers):
                    found.append(_judged(item, segment, [_opened(issue, la, opened, cache) for la in layers]))
            if found:
                yield min(found, key=lambda one: one.ratio / one.least)


def _is_near(item: TextItem, edges: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether a line may have one of the photos below it: asked of every line, so without its exact shape."""
    first, last, y = item.x, item.x + item.line.width, item.y
    near = [e for e in edges if first < e[2] and last > e[0]]
    if not near:
        return False
    size = max((segment.size for segment in item.line.segments), default=0.0)
    return any(y - size < bottom and y + size > top for _, top, _, bottom in near)


def _seen_below(painted: Sequence[FillItem | PictureItem], box: Box) -> list[FillItem | PictureItem]:
    """What lies below a box, from the last on that hides all before it."""
    layers: list[FillItem | PictureItem] = []
    for layer in painted:
        if isinstance(layer, FillItem) and min(layer.opacity, layer.fade_to) >= 1 and layer.box.contains(box):
            layers = []
        if meet(layer.box, box):
            layers.append(layer)
    return layers


def _opened(
    issue: Issue, layer: FillItem | PictureItem, opened: dict[PictureItem, _Photo], cache: Cache | None
) -> _Layer:
    if isinstance(layer, FillItem):
        return layer
    if layer not in opened:
        across, down = (max(ceil(length / SQUARE), 1) for length in (layer.box.width, layer.box.height))
        pixels = shades(issue.files[layer.picture], layer.crop, across, down, cache)
        opened[layer] = _Photo(layer, across, down, pixels)
    return opened[layer]


def _judged(item: TextItem, segment: Segment, layers: Sequence[_Layer]) -> _Judged:
    """A stretch of a line with the contrast that nearly all of it keeps."""
    photo = next(layer.item for layer in reversed(layers) if isinstance(layer, _Photo))
    box = _box_of(item, segment)
    across = min(max(ceil(box.width / SQUARE), 1), MOST_ACROSS)
    down = min(max(ceil(box.height / SQUARE), 1), MOST_DOWN)
    places = [
        (box.left + (i + 0.5) * box.width / across, box.top + (j + 0.5) * box.height / down)
        for j in range(down)
        for i in range(across)
    ]
    ratios = sorted(contrast(segment.swatch, Swatch("", _seen(layers, x, y), NO_INK)) for x, y in places)
    least = wanted(segment.size, segment.face.weight)
    return _Judged(item, segment.size, photo, ratios[int(SHARE * len(ratios))], least)


def _seen(layers: Sequence[_Layer], x: float, y: float) -> Shade:
    """The colour of the page at a place when all layers have been painted in their order."""
    seen = WHITE
    for layer in layers:
        box = layer.item.box if isinstance(layer, _Photo) else layer.box
        if not (box.left <= x <= box.right and box.top <= y <= box.bottom):
            continue
        if isinstance(layer, _Photo):
            seen = layer.at(x, y)
            continue
        way = (x - box.left) / box.width if layer.across else (y - box.top) / box.height
        share = layer.opacity + (layer.fade_to - layer.opacity) * way
        mixed = zip(layer.swatch.srgb, seen, strict=True)
        red, green, blue = (share * over + (1 - share) * under for over, under in mixed)
        seen = red, green, blue
    return seen


def _box_of(item: TextItem, segment: Segment) -> Box:
    """What the letters of a stretch cover."""
    top = item.y - segment.rise - ASCENT * segment.size
    return Box(item.x + segment.x, top, segment.width, (ASCENT + DESCENT) * segment.size)
