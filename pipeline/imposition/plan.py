"""The plan: how many blank pages there must be and where, and the sheets on which everything comes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.imposition.folding import COVER, cover, gathered, repeated, section
from pipeline.imposition.layout import cards_on, marks_room
from pipeline.imposition.paper import SHEETS, Size, called, enough, in_millimetres
from pipeline.imposition.values import Sheet, Work

BLANK = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Sheets of one paper, which go into one file; ``name`` ends the file's name."""

    name: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """``order`` holds, for each page as it is bound, the page of the file (from 1), or ``BLANK``."""

    order: tuple[int, ...]
    parts: tuple[Part, ...]

    @property
    def folded(self) -> bool:
        """False for sheets that are only cut."""
        return self.parts[0].sheets[0].folded

    @property
    def blanks(self) -> tuple[int, ...]:
        """The pages, as bound, that the file does not give."""
        return tuple(number for number, page in enumerate(self.order, 1) if page == BLANK)


def plan(pages: int, page: Size, work: Work, span: Span) -> Plan:
    """The plan for a file of so many pages of one size; Fault E713 and E715."""
    if work.kind == "cards":
        return _cards(pages, page, work, span)
    if work.separate_cover and pages <= COVER:
        message = f"{span.file} has {_counted(pages)}, and a separate cover alone takes {COVER}."
        raise Fault(Finding("E715", message, span, "Leave out --cover separate, or give the pages inside too."))
    order = _order(pages, work)
    numbers = tuple(range(1, len(order) + 1))
    if not work.separate_cover:
        return Plan(order, (Part(work.kind, _body(numbers, work, outside=0)),))
    outer, inner = (*numbers[:2], *numbers[-2:]), numbers[2:-2]
    spine = len(inner) / 2 * work.paper if work.kind == "signatures" else 0.0
    body = _body(inner, work, outside=1)
    return Plan(order, (Part(work.kind, body), Part(f"{work.kind}-cover", (cover(outer, spine),))))


def _order(pages: int, work: Work) -> tuple[int, ...]:
    """Filled up to a multiple of four: at the end, before the back cover, or before a cover's last two pages."""
    after = 2 if work.separate_cover else 1 if work.blanks_inside and pages > 1 else 0
    blanks = (BLANK,) * (-pages % 4)
    every = tuple(range(1, pages + 1))
    return (*every[: pages - after], *blanks, *every[pages - after :])


def _body(numbers: tuple[int, ...], work: Work, outside: int) -> tuple[Sheet, ...]:
    if work.kind == "booklet":
        return section(numbers, sheets=len(numbers) // 4, outside=outside)
    return gathered(numbers, work.signature)


def _cards(pages: int, page: Size, work: Work, span: Span) -> Plan:
    two_sided = pages % 2 == 0 if work.two_sided is None else work.two_sided
    sheet = work.sheet or SHEETS["SRA3"]
    across, down = work.up or cards_on(page, work, sheet)
    if not across * down:
        message = f"{called(sheet)} has no room for a page of {in_millimetres(page)}."
        room = 2 * marks_room(work)
        larger = enough((page[0] + room, page[1] + room))
        raise Fault(Finding("E713", message, span, f"Name a larger sheet: --sheet {larger}"))
    order = (*range(1, pages + 1), *((BLANK,) * (pages % 2 if two_sided else 0)))
    return Plan(order, (Part(work.kind, repeated(pages, across, down, two_sided=two_sided)),))


def _counted(pages: int) -> str:
    return f"{pages} page{'' if pages == 1 else 's'}"
