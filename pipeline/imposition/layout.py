"""Laying out the sides of a sheet: where each page's trim comes, how far its bleed is seen, where the folds are.

The block of pages stands in the middle of the paper, so that front and back lie on one another whichever way the
sheet is turned. A page is drawn towards its spine by the thickness of the leaves round it, because its outer
edge is cut in line with theirs; nothing of it is seen across the fold. What bottling does (the slight turn of
pages near closed heads) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.imposition.paper import Size, fits, orientations, sheet_for
from pipeline.imposition.values import Edge, Placed, Sheet, Side, Slot, Work
from pipeline.measure import MM
from pipeline.pdf.syntax import Area

OFFSET, SHORTEST, LONGEST = 1 * MM, 3 * MM, 5 * MM
"""Of crop marks: from the bleed to their beginning, and their length."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Paper round a page's trim that is its own."""

    left: float
    right: float
    across: float
    """Above and below."""


def marks_room(work: Work) -> float:
    """Paper round the trims that bleed and marks want."""
    return work.bleed + (OFFSET + SHORTEST if work.marks else 0.0)


def paper_for(sheets: tuple[Sheet, ...], page: Size, work: Work) -> Size:
    """One size and orientation for all of the sheets; Fault E713 where they do not fit."""
    blocks = [_block(sheet, page, work) for sheet in sheets]
    across, down = max(b[0] for b in blocks), max(b[1] for b in blocks)
    return sheet_for((across, down), marks_room(work), work.sheet)


def cards_on(page: Size, work: Work, given: Size) -> tuple[int, int]:
    """How many cards fit across and down, on the sheet as it was given or turned, with room for bleed and marks."""
    best = (0, 0)
    for width, height in orientations(given):
        room = 2 * marks_room(work)
        across = int((width - room + work.gap + 0.01) // (page[0] + work.gap))
        down = int((height - room + work.gap + 0.01) // (page[1] + work.gap))
        if across * down > best[0] * best[1]:
            best = (across, down)
    if best == (0, 0) and any(fits(page, size) for size in orientations(given)):
        return 1, 1
    return best


def sides_of(sheet: Sheet, page: Size, paper: Size, work: Work) -> Iterator[Side]:
    """The front of a sheet and, if it has one, its back, as they follow one another in the file."""
    yield _side(sheet, "front", sheet.front, page, paper, work)
    if sheet.back:
        back = _side(sheet, "back", sheet.back, page, paper, work)
        yield back if (work.duplex or upright_edge(paper)) == upright_edge(paper) else back.half_turned()


def upright_edge(paper: Size) -> Edge:
    """The edge on which a sheet is turned like a page, so that heads stay up."""
    return "short" if paper[0] > paper[1] else "long"


def _side(
    sheet: Sheet, name: Literal["front", "back"], slots: tuple[Slot, ...], page: Size, paper: Size, work: Work
) -> Side:
    lefts, folds_across, width = _columns(sheet, slots, page[0], work)
    cut = work.gap / 2
    height = sheet.rows * page[1] + (sheet.rows - 1) * work.gap
    x0, y1 = (paper[0] - width) / 2, (paper[1] + height) / 2
    placed = []
    for slot in slots:
        left, top = x0 + lefts[slot.column], y1 - slot.row * (page[1] + work.gap)
        trim = Area(left, top - page[1], left + page[0], top)
        placed.append(_placed(sheet, slot, trim, work))
    down = tuple(y1 - row * (page[1] + work.gap) + cut for row in range(1, sheet.rows)) if sheet.folded else ()
    return Side(sheet, name, *paper, tuple(placed), tuple(x0 + x for x in folds_across), down)


def _columns(sheet: Sheet, slots: tuple[Slot, ...], width: float, work: Work) -> tuple[list[float], list[float], float]:
    """The left edges of the columns before creep, the folds between them, and the width of all."""
    first_row = [slot for slot in slots if slot.row == 0]
    lefts, folds, x = [0.0], [], width
    for one, other in pairwise(first_row):
        before, after = _margins(sheet, one, work).right, _margins(sheet, other, work).left
        if sheet.folded:
            folds += [x, x + before + after] if sheet.spine else [x + before]
        lefts.append(x + before + after)
        x = lefts[-1] + width
    return lefts, folds, x


def _margins(sheet: Sheet, slot: Slot, work: Work) -> _Margins:
    cut = work.gap / 2
    if not sheet.folded:
        return _Margins(cut, cut, cut)
    spine = sheet.spine / 2 if sheet.name == "cover" else work.spine_margin
    return _Margins(spine, cut, cut) if slot.spine_at_left else _Margins(cut, spine, cut)


def _placed(sheet: Sheet, slot: Slot, trim: Area, work: Work) -> Placed:
    """The page moved towards its spine, and as much of its bleed as has paper of its own."""
    margins, bleed = _margins(sheet, slot, work), work.bleed
    shift = (slot.depth * work.paper) if sheet.folded else 0.0
    dx = -shift if slot.spine_at_left else shift
    left = bleed if _is_free(sheet, slot, "left") else min(bleed, margins.left + dx)
    right = bleed if _is_free(sheet, slot, "right") else min(bleed, margins.right - dx)
    over = bleed if slot.row == 0 else min(bleed, margins.across)
    under = bleed if slot.row == sheet.rows - 1 else min(bleed, margins.across)
    moved = Area(trim.left + dx, trim.bottom, trim.right + dx, trim.top)
    return Placed(slot, moved, Area(moved.left - left, moved.bottom - under, moved.right + right, moved.top + over))


def _is_free(sheet: Sheet, slot: Slot, side: Literal["left", "right"]) -> bool:
    """Whether the block ends on this side of the page, with no fold there."""
    return slot.column == (0 if side == "left" else sheet.columns - 1)


def _block(sheet: Sheet, page: Size, work: Work) -> Size:
    _, _, width = _columns(sheet, sheet.front, page[0], work)
    return width, sheet.rows * page[1] + (sheet.rows - 1) * work.gap
