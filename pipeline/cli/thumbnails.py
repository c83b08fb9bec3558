"""The issue on a terminal: thumbnails of spreads in characters, page numbers and articles beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.measure import Box
    from pipeline.page import Item, Makeup, Page

ACROSS, DOWN = 11, 8  # characters of a page
SPREAD = 2 * ACROSS + 3
HEADS = frozenset({"H1", "H2", "Title"})
ENOUGH_PICTURE, ENOUGH_TEXT, ENOUGH_TINT = 0.5, 0.12, 0.6  # shares of a cell that something must cover to show
ASCENT = 0.7  # of the size of type, above the baseline


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that stand for what is on a page, and those of the frame from its upper left corner on."""

    head: str
    text: str
    photo: str
    advert: str
    tint: str
    frame: tuple[str, ...]

    @classmethod
    def of(cls, encoding: str | None) -> Signs:
        """Box characters, or plain ones where the terminal knows no others."""
        if (encoding or "ascii").lower().startswith("utf"):
            return cls("▀", "≡", "▒", "▓", "·", tuple("┌─┬┐│└┴┘"))
        return cls("H", "=", "o", "A", ".", tuple("+-++|+++"))


@dataclass(slots=True)
class _Cell:
    head: float = 0.0
    text: float = 0.0
    photo: float = 0.0
    advert: float = 0.0
    tint: float = 0.0

    def sign(self, signs: Signs) -> str:
        if self.advert >= ENOUGH_PICTURE:
            return signs.advert
        if self.head >= ENOUGH_TEXT:
            return signs.head
        if self.photo >= ENOUGH_PICTURE:
            return signs.photo
        if self.text >= ENOUGH_TEXT:
            return signs.text
        return signs.tint if self.tint >= ENOUGH_TINT else " "


def drawn(makeup: Makeup, names: Mapping[str, str], signs: Signs, width: int) -> Iterator[str]:
    """Lines, none wider than ``width`` where it has room for one spread; ``names`` are shown for anchors so called."""
    yield f"{signs.head} head   {signs.text} text   {signs.photo} photo   {signs.advert} advert   * pinned"
    from pipeline.overview import spreads_of

    spreads = list(spreads_of(makeup.pages))
    across = max((width + 1) // (SPREAD + 1), 1)
    for start in range(0, len(spreads), across):
        yield ""
        blocks = [_spread(makeup, pair, names, signs) for pair in spreads[start : start + across]]
        for lines in zip_longest(*blocks, fillvalue=" " * SPREAD):
            yield " ".join(lines).rstrip()


def _spread(makeup: Makeup, pair: Sequence[Page | None], names: Mapping[str, str], signs: Signs) -> list[str]:
    left, right = (_grid(makeup, page, signs) for page in pair)
    a, line, b, c, side, d, e, f = signs.frame
    rows = [f"{a}{line * ACROSS}{b}{line * ACROSS}{c}"]
    rows += [f"{side}{one}{side}{other}{side}" for one, other in zip(left, right, strict=True)]
    rows.append(f"{d}{line * ACROSS}{e}{line * ACROSS}{f}")
    rows.append(f" {pair[0].folio if pair[0] else '':<{ACROSS + 1}}{pair[1].folio if pair[1] else '':>{ACROSS}} ")
    labels = (_labels(page, names) for page in pair)
    rows += [f" {one:<{ACROSS}} {other:<{ACROSS}} " for one, other in zip_longest(*labels, fillvalue="")]
    return rows


def _labels(page: Page | None, names: Mapping[str, str]) -> list[str]:
    """What stands below a page, cut to its width."""
    from pipeline.overview import labels_of

    labels = labels_of(page, names) if page else []
    return [label if len(label) <= ACROSS else f"{label[: ACROSS - 1]}~" for label in labels]


def _grid(makeup: Makeup, page: Page | None, signs: Signs) -> list[str]:
    cells = [[_Cell() for _ in range(ACROSS)] for _ in range(DOWN)]
    for item in page.items if page else ():
        for kind, box in _shapes(item):
            _spread_over(cells, kind, box, (makeup.width / ACROSS, makeup.height / DOWN))
    return ["".join(cell.sign(signs) for cell in row) for row in cells]


def _shapes(item: Item) -> Iterator[tuple[str, Box]]:
    """What an item is, and where."""
    from pipeline.measure import Box
    from pipeline.page import FillItem, PictureItem, SuppliedItem, TextItem

    if isinstance(item, TextItem):
        size = max((segment.size for segment in item.line.segments), default=0.0)
        box = Box(item.x, item.y - size * ASCENT, item.line.width, size * ASCENT)
        yield "head" if item.role in HEADS else "text", box
    elif isinstance(item, SuppliedItem):
        yield "advert", item.box
    elif isinstance(item, PictureItem):
        yield "advert" if item.block.startswith("advert/") else "photo", item.box
    elif isinstance(item, FillItem):
        yield "tint", item.box


def _spread_over(cells: list[list[_Cell]], kind: str, box: Box, size: tuple[float, float]) -> None:
    """Adds to each cell the share of it that the box covers."""
    across, down = size
    for row, top in _touched(box.top, box.height, down, DOWN):
        for column, left in _touched(box.left, box.width, across, ACROSS):
            cell = cells[row][column]
            setattr(cell, kind, getattr(cell, kind) + left * top)


def _touched(start: float, length: float, step: float, count: int) -> Iterable[tuple[int, float]]:
    """The steps that a stretch touches, and what share of each."""
    for index in range(max(int(start // step), 0), min(int((start + length) // step) + 1, count)):
        share = (min(start + length, (index + 1) * step) - max(start, index * step)) / step
        if share > 0:
            yield index, share
