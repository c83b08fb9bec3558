"""The finish: what stands on a page is stretched a little where it ends above what follows, or above the page's foot.

Nothing moves: an article keeps the row on which the plan begins it, so that one that is pinned stays where it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.copyfit import Copy, Levelled, levelled, lowered, stretched
from pipeline.paginate.plan import Plan
from pipeline.paginate.steps import Booked, Break

MOST_ROWS = 4  # by which what stands on a page is made deeper; a greater hole stays, and is a finding


@dataclass(frozen=True, slots=True)
class _Piece:
    """A page of an article on page ``page`` of the plan, from ``row`` on."""

    page: int
    row: int
    copy: Copy
    number: int


def finished(plan: Plan, rows: int, gap: int, measures: Sequence[str]) -> dict[Copy, Levelled]:
    """The articles as they are laid; pages are ``rows`` deep, two things on them ``gap`` apart.

    ``measures`` are what the layout lets give way.
    """
    made = {copy: levelled(copy, position.fitted) for copy, position in plan.positions.items()}
    pages: dict[int, list[_Piece]] = defaultdict(list)
    for piece in _pieces(plan):
        pages[piece.page].append(piece)
    feet: dict[int, int] = {}
    for booked, spot in plan.spots.items():
        if booked.rows:
            feet[spot.page] = min(spot.row, feet.get(spot.page, rows))
    for page, pieces in pages.items():
        begins = [piece.row - gap for piece in pieces[1:]]
        last = feet[page] - gap if page in feet else rows
        for piece, limit in zip(pieces, (*begins, last), strict=True):
            own = lowered(made[piece.copy], piece.number)
            spare = limit - piece.row - own.sheets[piece.number].end
            made[piece.copy] = stretched(own, piece.number, spare, measures) if 0 < spare <= MOST_ROWS else own
    return made


def _pieces(plan: Plan) -> Iterator[_Piece]:
    """The pages of all articles, in order."""
    count = 0
    for step in plan.steps:
        if isinstance(step, Break):
            count += step.pages
        elif isinstance(step, Booked):
            count = plan.spots[step].page if step in plan.spots else count
        elif step in plan.positions:
            position = plan.positions[step]
            for number in range(len(position.fitted.sheets)):
                count += 0 if number == 0 and position.shares else 1
                yield _Piece(count, position.row if number == 0 else 0, step, number)
