"""Which leaves of a page its own data repeat as the article's text: schema.org's ``articleBody``.

That is the best witness there is, where it tells of most of what it says on the page itself; it may be cut short, so
that what it does not say is not thereby furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.importers.boxes import Leaf
from pipeline.importers.runs import bare_of

_FEWEST, _MOST, _LONG, _NEXT = 80, 60_000, 16, 3
_ENOUGH = 0.5


def repeated_of(leaves: Sequence[Leaf], text: str) -> frozenset[int]:
    """The leaves, by identity, that ``text`` repeats in their order; they no longer count as furniture.

    Nothing where the page shows less than half of the text. A few letters count only where they follow at once.
    """
    whole = bare_of(text[:_MOST])
    if len(whole) < _FEWEST:
        return frozenset()
    found: list[Leaf] = []
    end = shown = 0
    for leaf in leaves:
        own = bare_of(leaf.text)
        place = whole.find(own, end) if own else -1
        if place >= 0 and (len(own) >= _LONG or place - end <= _NEXT):
            found.append(leaf)
            end = place + len(own)
            shown += len(own)
    if shown < _ENOUGH * len(whole):
        return frozenset()
    for leaf in found:
        leaf.why = ""
    return frozenset(map(id, found))
