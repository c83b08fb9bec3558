"""The contact sheet: pages as thumbnails, in their spreads, and behind them the same pages in full.

All of it is one publication whose pages hold supplied pages, as those with adverts do; so that a page of the proof
is stored once however often it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.article import Inline
from pipeline.diagnostic import Span
from pipeline.galley import Tongue, Typesetter, stacked
from pipeline.layout import Layout
from pipeline.measure import Box
from pipeline.page import AnchorItem, Entry, Item, Makeup, Page, RuleItem, SuppliedItem
from pipeline.paint import paint
from pipeline.pdf import Metadata
from pipeline.screen import finish

ACROSS, DOWN = 4, 4  # two spreads side by side
MARGIN, GAP, LABEL = 0.055, 0.025, 12.0
HAIR = 0.25


@dataclass(frozen=True, slots=True)
class Volume:
    """A finished PDF of the proof, and its pages as they were made up."""

    name: str
    data: bytes
    makeup: Makeup


@dataclass(frozen=True, slots=True)
class _Print:
    """One page of a volume: where it is found, what it is called, and its place in the spreads."""

    volume: str
    index: int
    label: str
    slot: int

    @property
    def key(self) -> str:
        return f"{self.volume}/{self.index}"


def contact_sheet(volumes: Sequence[Volume], layout: Layout, metadata: Metadata) -> tuple[bytes, int]:
    """(bytes, number of pages) of the PDF: thumbnails first, then every page of the volumes in full."""
    prints = [
        _Print(volume.name, index, f"{volume.name} · {page.kind} {page.folio}".rstrip(), page.number)
        for volume in volumes
        for index, page in enumerate(volume.makeup.pages)
    ]
    makeup = _makeup(prints, layout)
    draft = paint(makeup, {}, metadata)
    data = finish(draft.data, draft.placements, {volume.name: volume.data for volume in volumes})
    return data, len(makeup.pages)


def _makeup(prints: Sequence[_Print], layout: Layout) -> Makeup:
    geometry = layout.right
    sheet = _Sheet(layout)
    pages = [Page(n, "", left_hand=False, kind="sheet", items=items) for n, items in enumerate(sheet.pages(prints), 1)]
    entries = []
    for number, one in enumerate(prints, len(pages) + 1):
        whole = SuppliedItem(geometry.trim, one.volume, one.label, one.key, bleeds=True, page=one.index + 1)
        pages.append(Page(number, "", left_hand=False, kind="page", items=(AnchorItem(one.key, 0.0), whole)))
        entries.append(Entry(one.label, one.key))
    return Makeup(tuple(pages), tuple(entries), geometry.width, geometry.height, geometry.bleed)


class _Sheet:
    """Lays thumbnails out: row by row of spreads, each with its name below."""

    def __init__(self, layout: Layout) -> None:
        page = layout.right
        self.layout = layout
        self.setter = Typesetter(layout, Tongue("en-GB", None))
        self.style = replace(
            layout.styles["credit"], swatch=layout.swatches["ink"], sizes=(), size=6.5, leading=8.0, case="none"
        )
        self.gap = page.width * GAP
        self.top = page.width * MARGIN
        deepest = (page.height - 2 * self.top + self.gap) / DOWN - LABEL - self.gap
        # The two pages of a spread touch, as they do when the issue lies open.
        gaps = (ACROSS // 2 - 1) * self.gap
        widest = (page.width - 2 * self.top - gaps) / ACROSS
        scale = min(widest / page.width, deepest / page.height)
        self.width, self.height = scale * page.width, scale * page.height
        self.left = (page.width - ACROSS * self.width - gaps) / 2

    def pages(self, prints: Sequence[_Print]) -> Iterator[tuple[Item, ...]]:
        """The items of each sheet; a volume begins a new row."""
        items: list[Item] = []
        row = 0
        for _, volume in groupby(prints, lambda one: one.volume):
            for _, line in groupby(volume, lambda one: one.slot // ACROSS):
                if row == DOWN:
                    yield tuple(items)
                    items, row = [], 0
                for one in line:
                    items += self._thumbnail(one, row)
                row += 1
        yield tuple(items)

    def _thumbnail(self, one: _Print, row: int) -> Iterator[Item]:
        column = one.slot % ACROSS
        left = self.left + column * self.width + column // 2 * self.gap
        top = self.top + row * (self.height + LABEL + self.gap)
        box = Box(left, top, self.width, self.height)
        yield SuppliedItem(box, one.volume, one.label, one.key, bleeds=False, page=one.index + 1)
        ink = self.layout.swatches["ink"]
        corners = ((left, top), (box.right, top), (box.right, box.bottom), (left, box.bottom))
        for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
            yield RuleItem(x0, y0, x1, y1, HAIR, ink)
        text = (Inline(one.label, Span("")),)
        unit = self.setter.block(text, self.style, self.width, "Artifact", one.key)
        yield from stacked([unit], self.setter.grid, left, box.bottom + 3.0)
