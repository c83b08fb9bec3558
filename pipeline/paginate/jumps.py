"""Jumps: articles that go on at the end of their section, and the lines that lead from page to page and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.article import CONTINUED_FROM, CONTINUED_ON, Inline, block_at
from pipeline.copyfit import JUMP, Copy, JumpLine, Part, Placed, Sheet, parted, with_page
from pipeline.diagnostic import Span
from pipeline.page import Item
from pipeline.paginate.front import UNKNOWN


def with_rests(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """The articles of a section, those that jump as two parts: the rests stand behind all others."""
    first: list[Copy] = []
    rests: list[Copy] = []
    for copy in copies:
        parts = parted(copy)
        first.append(parts[0] if parts else copy)
        rests += parts[1:] if parts else ()
    return (*first, *rests)


def at_foot(copy: Copy, piece: Iterable[Placed], sheet: Sheet) -> Iterator[Placed]:
    """What stands on a page, the line that leads on at the foot of its column also where the text ends above that."""
    for placed in piece:
        if placed.unit.kind == JUMP:
            columns = copy.layout.right.columns(len(sheet.feet))
            column = min(range(len(columns)), key=lambda c: abs(columns[c][0] - columns[0][0] - placed.x))
            foot = sheet.top + sheet.height - sheet.feet[column]
            yield replace(placed, row=max(foot - placed.unit.rows, placed.row))
        else:
            yield placed


def jumped(items: Sequence[Item], part: Part, folios: Mapping[str, str]) -> Iterator[Item]:
    """The items, where a jump line has its place with the line: it names the page in ``folios`` and leads there."""
    for item in items:
        if not isinstance(item, JumpLine):
            yield item
            continue
        text = with_page(item.text, folios.get(item.href.removeprefix("#"), UNKNOWN))
        inline = Inline(text, part.article.head.span("title") or Span(""), href=item.href)
        block = block_at(part.article.path, part.cut, CONTINUED_FROM if part.rest else CONTINUED_ON)
        unit = part.setter.block((inline,), part.setter.style(item.style), item.box.width, "P", block)
        yield from unit.at(item.box.left, item.box.top)
