"""Pages as letters, for tests that a person can read: a line for each row of the page, a letter for each module.

H headline, D date line, S standfirst, T text, U subhead, N footnote, P photo, C caption, A advert, ``.`` nothing.
Furniture is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.layout import Layout
from pipeline.measure import Box
from pipeline.page import ARTIFACTS, Item, Makeup, Page, PictureItem, SuppliedItem, TextItem

LETTERS = {"headline": "H", "standfirst": "S", "dateline": "D", "byline": "D"}
ROLES = {"Caption": "C", "Note": "N", "H3": "U"}


def drawn(makeup: Makeup, layout: Layout, kind: str = "article") -> list[str]:
    """Every page of a kind as one text."""
    return [page_grid(page, layout) for page in makeup.pages if page.kind == kind]


def page_grid(page: Page, layout: Layout) -> str:
    """One page: rows from above, modules from the left; empty rows at the foot are left out."""
    geometry = layout.geometry(left_hand=page.left_hand)
    grid = geometry.grid
    rows = [["."] * grid.modules for _ in range(grid.rows)]
    for box, letter in _shapes(page):
        for row in range(grid.rows):
            middle = geometry.row_top(row) + grid.rise / 2
            for module in range(grid.modules):
                left = geometry.area.left + grid.offset(module)
                wide = min(box.right, left + grid.module) - max(box.left, left)
                if box.top <= middle <= box.bottom and wide > grid.module / 2:
                    rows[row][module] = letter
    while rows and set(rows[-1]) == {"."}:
        del rows[-1]
    return "\n".join("".join(row) for row in rows)


def _shapes(page: Page) -> Iterator[tuple[Box, str]]:
    for item in page.items:
        if isinstance(item, PictureItem | SuppliedItem):
            yield item.box, "A" if item.block.startswith("advert/") else "P"
        elif isinstance(item, TextItem) and item.role not in ARTIFACTS:
            size = max(segment.size for segment in item.line.segments)
            yield Box(item.x, item.y - 0.7 * size, item.line.width, 0.7 * size), _letter(item)


def _letter(item: Item) -> str:
    assert isinstance(item, TextItem)
    return LETTERS.get(item.block.rpartition("#")[2], ROLES.get(item.role, "T"))


def grid(text: str) -> str:
    """A grid as it is written in a test."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))
