"""Thumbnails: pages small enough to stand side by side, with each place that was found in a numbered frame.

A frame is drawn twice, white below its colour, so that it shows on dark pages and light ones. What has no place on its
page is told by its number beside the page's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.colour import Swatch
from pipeline.measure import Box
from pipeline.page import ARTIFACT, FillItem, Item, PictureItem, RuleItem
from pipeline.picture import WHOLE, Rendition
from pipeline.raster import Frame, PagePicture, Pages, Undrawable
from pipeline.reportsheet.lettering import GREY, HAIR, PAPER, Look

PPI, MOST_PIXELS, QUALITY = 190.0, 900, 82
SPARE = 1.25  # as much larger a picture may be than the page that is seen, before it loses by that
LABEL, GAP, SPINE = 11.0, 9.0, 1.0  # below a page, between pages, between the two of a spread
LEAST_WIDE, WIDEST = 27.0, 190.0
LEAST_MARK = 9.0
FRAME, HALO = 1.1, 2.6
BADGE, NUMBER = 8.0, 6.2
EDGE = 0.35
# A close-up: of places below this share of a page; at least so many points, and so much more than the place.
SMALL, LEAST_SEEN, ROUND = 0.02, 48.0, 1.8


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: its number or letter, its page, its place in page coordinates (or None), and its colour."""

    name: str
    page: int
    box: Box | None
    swatch: Swatch


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a page's thumbnail stands: column and row of the grid."""

    page: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The slots of the pages that have room, and the size of each in points; in ``spreads`` or one by one."""

    slots: tuple[Slot, ...]
    width: float
    height: float
    spreads: bool

    @classmethod
    def of(cls, pages: Sequence[int], area: Box, aspect: float, *, spreads: bool) -> Grid:
        """The largest thumbnails at which all pages have room; where none is large enough, of the first pages."""
        lead = int(spreads and len(pages) > 1)  # the first page stands on the right
        best = (0.0, 1, 0)
        for across in range(2 if spreads else 1, 41, 2 if spreads else 1):
            wide = min((area.width - cls._gaps(across, spreads=spreads)) / across, WIDEST)
            rows = int((area.height + GAP) / (wide / aspect + LABEL + GAP)) if wide >= LEAST_WIDE else 0
            wanted = -(-(len(pages) + lead) // across)
            if rows < wanted and rows:
                deep = (area.height + GAP) / wanted - LABEL - GAP
                narrower = deep * aspect
                wide, rows = (narrower, wanted) if narrower >= max(LEAST_WIDE, 0.9 * wide) else (wide, rows)
            room = min(across * rows - lead, len(pages))
            if (room, wide) > (best[2], best[0]):
                best = (wide, across, room)
        wide, across, room = best
        slots = tuple(
            Slot(page, (index + lead) % across, (index + lead) // across) for index, page in enumerate(pages[:room])
        )
        return cls(slots, wide, wide / aspect, spreads)

    @staticmethod
    def _gaps(across: int, *, spreads: bool) -> float:
        """The space between so many pages side by side."""
        return (across // 2) * SPINE + (across // 2 - 1) * GAP if spreads else (across - 1) * GAP

    def corner(self, slot: Slot, area: Box) -> tuple[float, float]:
        """Upper left corner of a slot."""
        before = slot.column // 2 * (GAP + SPINE) + slot.column % 2 * SPINE if self.spreads else slot.column * GAP
        return area.left + slot.column * self.width + before, area.top + slot.row * (self.height + LABEL + GAP)

    @property
    def across(self) -> int:
        """The pixels of a thumbnail from left to right."""
        return min(round(self.width / 72 * PPI), MOST_PIXELS)

    @property
    def pixels(self) -> int:
        """Of a picture that goes all over a page, and some way beyond."""
        return ceil(SPARE * self.across * max(1.0, self.height / self.width)) if self.slots else 1

    @property
    def depth(self) -> float:
        """Of all rows."""
        rows = max((slot.row for slot in self.slots), default=-1) + 1
        return rows * (self.height + LABEL + GAP) - GAP if rows else 0.0


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page on the sheet: its picture, if it can be shown, and the items that stand on it and below it."""

    picture: PictureItem | None
    rendition: Rendition | None
    items: tuple[Item, ...]


def thumbnail(pages: Pages, frame: Frame, slot: Slot, grid: Grid, area: Box, marks: Sequence[Mark]) -> Thumbnail:
    """The thumbnail of a page with the marks that are its."""
    left, top = grid.corner(slot, area)
    box = Box(left, top, grid.width, grid.height)
    own = [mark for mark in marks if mark.page == slot.page]
    try:
        shown = pages.picture(slot.page, grid.across, frame, QUALITY)
    except Undrawable:
        items = (*_outline(box, EDGE, HAIR), *_label(slot.page, box, own))
        return Thumbnail(None, None, items)
    scale = min(box.width / shown.frame.width, box.height / shown.frame.height)
    wide, deep = shown.frame.width * scale, shown.frame.height * scale
    box = Box(box.left + (box.width - wide) / 2, box.bottom - deep, wide, deep)
    placed = tuple(mark for mark in own if mark.box is not None)
    items = (
        *_outline(box, EDGE, GREY),
        *_marked(placed, shown, box, scale),
        *_label(slot.page, box, [mark for mark in own if mark.box is None]),
    )
    said = f"Page {slot.page}" + (f", with {_listed([m.name for m in placed])} marked" if placed else "")
    name = f"page-{slot.page}"
    return Thumbnail(PictureItem(box, name, WHOLE, said, name), _rendition(shown), items)


def is_small(mark: Mark, page: Box) -> bool:
    """Whether a mark's place is too small to be made out on a small page."""
    return mark.box is not None and mark.box.width * mark.box.height < SMALL * page.width * page.height


def close_up(pages: Pages, page: Box, mark: Mark, box: Box) -> Thumbnail | None:
    """A mark's place with what is round it, filling ``box``, of a page whose frame is ``page``; None for nothing."""
    if mark.box is None:
        return None
    wide = max(LEAST_SEEN, ROUND * mark.box.width, ROUND * mark.box.height * box.aspect)
    wide = min(wide, page.width, page.height * box.aspect)
    deep = wide / box.aspect
    middle = (mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2)
    left = min(max(middle[0] - wide / 2, page.left), page.right - wide)
    top = min(max(middle[1] - deep / 2, page.top), page.bottom - deep)
    try:
        pixels = min(round(box.width / 72 * PPI), MOST_PIXELS)
        shown = pages.picture(mark.page, pixels, Box(left, top, wide, deep), QUALITY)
    except Undrawable:
        return None
    items = (*_outline(box, EDGE, GREY), *_marked([mark], shown, box, box.width / shown.frame.width))
    name = f"close-up-{mark.name}"
    return Thumbnail(PictureItem(box, name, WHOLE, f"{mark.name} from near", name), _rendition(shown), items)


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _rendition(shown: PagePicture) -> Rendition:
    return Rendition(shown.data, hashlib.sha256(shown.data).hexdigest(), shown.width, shown.height, 3)


def _label(page: int, box: Box, marks: Sequence[Mark]) -> Iterator[Item]:
    """The page's number, and those of what is found on all of it."""
    look = Look(7.0, 500, GREY)
    baseline = box.bottom + LABEL - 2.5
    yield look.item(str(page), box.left, baseline, ARTIFACT, "page")
    x = box.left + look.width(str(page)) + 3
    for mark in marks:
        yield from badge(mark.name, mark.swatch, x, baseline - 6.2)
        x += badge_width(mark.name) + 1.5


def _marked(marks: Sequence[Mark], shown: PagePicture, box: Box, scale: float) -> Iterator[Item]:
    """Frames, the larger below the smaller, and their numbers, none on another."""
    places = sorted(
        ((mark, _place(mark.box, shown, box, scale)) for mark in marks if mark.box),
        key=lambda pair: -pair[1].width * pair[1].height,
    )
    for mark, place in places:
        yield from _outline(place, HALO, PAPER)
        yield from _outline(place, FRAME, mark.swatch)
    taken: list[Box] = []
    for mark, place in places:
        x, y, wide = place.left - FRAME / 2, max(place.top - BADGE, box.top - BADGE / 2), badge_width(mark.name)
        while any(x < other.right and other.left < x + wide and abs(other.top - y) < BADGE for other in taken):
            x += 1.0
        taken.append(Box(x, y, wide, BADGE))
        yield from badge(mark.name, mark.swatch, x, y)


def _place(found: Box, shown: PagePicture, box: Box, scale: float) -> Box:
    """A place on the thumbnail: inside of the page, and large enough to be seen."""
    left = min(max(box.left + (found.left - shown.frame.left) * scale, box.left), box.right)
    top = min(max(box.top + (found.top - shown.frame.top) * scale, box.top), box.bottom)
    right = min(max(box.left + (found.right - shown.frame.left) * scale, left), box.right)
    bottom = min(max(box.top + (found.bottom - shown.frame.top) * scale, top), box.bottom)
    across, down = max(LEAST_MARK - right + left, 0.0) / 2, max(LEAST_MARK - bottom + top, 0.0) / 2
    return Box(left - across, top - down, right - left + 2 * across, bottom - top + 2 * down)


def _outline(box: Box, weight: float, swatch: Swatch) -> Iterator[Item]:
    """Four rules, as long as to close the corners."""
    half = weight / 2
    for y in (box.top, box.bottom):
        yield RuleItem(box.left - half, y, box.right + half, y, weight, swatch)
    for x in (box.left, box.right):
        yield RuleItem(x, box.top, x, box.bottom, weight, swatch)


def badge_width(name: str) -> float:
    """Of the badge that holds a number or letter."""
    return max(BADGE, Look(NUMBER, 700, PAPER).width(name) + 4.0)


def badge(name: str, swatch: Swatch, left: float, top: float, block: str = "") -> Iterator[Item]:
    """A number or letter in white on its colour; text of a ``block``, or none."""
    look, wide = Look(NUMBER, 700, PAPER), badge_width(name)
    yield FillItem(Box(left, top, wide, BADGE), swatch)
    role = "P" if block else ARTIFACT
    yield look.item(name, left + (wide - look.width(name)) / 2, top + BADGE / 2 + 2.1, role, block)
