"""The arithmetic of folding: which page stands where on which side of a sheet.

A section is found by unfolding it in numbers: the leaves of the folded booklet lie in one stack with the spine at
the left and the heads up; each unfolding turns the upper half of every stack over an edge, at the spine first, then at
the head, and so on in turn. Page 1 comes to lie in the lower right corner of the front, as printers have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.imposition.values import Sheet, Slot

# The edges over which a stack is opened, in the order of unfolding: the last fold made is the first undone.
HINGES = ("left", "top", "right", "top")
COVER = 4


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A leaf as it lies: index of the page that faces up, of the one that faces down, and whether heads are down."""

    up: int
    down: int
    turned: bool = False

    def over(self, *, sideways: bool) -> _Leaf:
        """Turned over its left or right edge, or else over its head or foot."""
        return _Leaf(self.down, self.up, self.turned if sideways else not self.turned)


_Stacks = list[list[list[_Leaf]]]
"""Rows of columns of stacks, the uppermost leaf first."""


def section(pages: Sequence[int], *, sheets: int = 1, name: str = "sheet", outside: int = 0) -> tuple[Sheet, ...]:
    """The sheets of one section of ``pages``, the outermost first: one folded sheet, or ``sheets`` nested ones.

    A nested sheet is folded once; ``outside`` is how many other sheets go round the section. ValueError for a number
    of pages that cannot be folded so.
    """
    each, rest = divmod(len(pages), sheets)
    if rest or each not in {2 ** (n + 1) for n in range(1, len(HINGES) + 1)} or (sheets > 1 and each != COVER):
        message = f"{len(pages)} pages cannot be folded from {sheets} sheets"
        raise ValueError(message)
    found = []
    for index in range(sheets):
        half = each // 2
        outer, inner = index * half, len(pages) - index * half
        own = [*range(outer, outer + half), *range(inner - half, inner)]
        front, back = (tuple(_slot(slot, pages, outside) for slot in side) for side in _sides(own))
        found.append(Sheet(name, index + 1, sheets, front, back))
    return tuple(found)


def _slot(slot: Slot, pages: Sequence[int], outside: int) -> Slot:
    """The slot with its page's number in place of its index, and its depth in the section."""
    leaf = slot.page // 2
    depth = outside + min(leaf, len(pages) // 2 - 1 - leaf)
    return Slot(slot.row, slot.column, pages[slot.page], slot.turned, depth)


def _sides(pages: Sequence[int]) -> tuple[list[Slot], list[Slot]]:
    """Front and back of the sheet that folds into these pages."""
    stacks: _Stacks = [[[_Leaf(pages[i], pages[i + 1]) for i in range(0, len(pages), 2)]]]
    for hinge in HINGES:
        if len(stacks[0][0]) > 1:
            stacks = _opened(stacks, hinge)
    back, front = [], []
    last = len(stacks[0]) - 1
    for row, across in enumerate(stacks):
        for column, (leaf,) in enumerate(across):
            back.append(Slot(row, column, leaf.up, leaf.turned))
            # The other side is seen when the sheet is turned over like a page.
            front.append(Slot(row, last - column, leaf.down, leaf.turned))
    return sorted(front, key=_in_rows), sorted(back, key=_in_rows)


def _in_rows(slot: Slot) -> tuple[int, int]:
    return slot.row, slot.column


def _opened(stacks: _Stacks, hinge: str) -> _Stacks:
    """The upper half of every stack turned over the edge ``hinge`` of all of them."""
    half = len(stacks[0][0]) // 2
    sideways = hinge != "top"
    turned = [[[leaf.over(sideways=sideways) for leaf in reversed(stack[:half])] for stack in row] for row in stacks]
    rest = [[stack[half:] for stack in row] for row in stacks]
    if not sideways:
        return [*reversed(turned), *rest]
    if hinge == "left":
        return [[*reversed(over), *under] for over, under in zip(turned, rest, strict=True)]
    return [[*under, *reversed(over)] for over, under in zip(turned, rest, strict=True)]


def gathered(pages: Sequence[int], most: int) -> tuple[Sheet, ...]:
    """Signatures of at most ``most`` pages, to be gathered on one another. ``pages`` divide by four.

    What remains when all are full goes into smaller signatures, which lie before the last full one: a thin one at the
    outside would not hold.
    """
    sizes = _sizes(len(pages), most)
    found, first = [], 0
    for number, size in enumerate(sizes, 1):
        (sheet,) = section(pages[first : first + size])
        found.append(Sheet("signature", number, len(sizes), sheet.front, sheet.back, step=number))
        first += size
    return tuple(found)


def _sizes(pages: int, most: int) -> list[int]:
    full, rest = divmod(pages, most)
    smaller = []
    size = most // 2
    while rest:
        if rest >= size:
            smaller.append(size)
            rest -= size
        size //= 2
    return [*[most] * (full - 1), *smaller, most] if full else smaller


def cover(pages: Sequence[int], spine: float = 0.0) -> Sheet:
    """The four pages of a cover on a sheet of their own, ``spine`` points between back and front."""
    (sheet,) = section(pages)
    return Sheet("cover", 1, 1, sheet.front, sheet.back, spine=spine)


def repeated(pages: int, across: int, down: int, *, two_sided: bool) -> tuple[Sheet, ...]:
    """Sheets with the same page in every place: page 1 on the first, page 2 on its back or on the second, and so on."""

    def side(page: int) -> tuple[Slot, ...]:
        return tuple(Slot(row, column, page) for row in range(down) for column in range(across))

    fronts = range(1, pages + 1, 2 if two_sided else 1)
    return tuple(
        Sheet("sheet", number, len(fronts), side(page), side(page + 1) if two_sided else (), folded=False)
        for number, page in enumerate(fronts, 1)
    )
