"""The finish: what stands on a page is stretched a little where it ends above what follows, or above the page's foot.

Nothing moves: an article keeps the row on which the plan begins it, so that one that is pinned stays where it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.copyfit import Copy, Levelled, levelled, lowered, stretched
from pipeline.paginate.plan import Plan
from pipeline.paginate.steps import Piece, pieces

MOST_ROWS = 4  # by which what stands on a page is made deeper; a greater hole stays, and is a finding


def finished(plan: Plan, rows: int, gap: int, measures: Sequence[str]) -> dict[Copy, Levelled]:
    """The articles as they are laid; pages are ``rows`` deep, two things on them ``gap`` apart.

    ``measures`` are what the layout lets give way.
    """
    made = {copy: levelled(copy, position.fitted) for copy, position in plan.positions.items()}
    pages: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces(plan.steps, plan.positions, plan.spots):
        pages[piece.page].append(piece)
    feet: dict[int, int] = {}
    for booked, spot in plan.spots.items():
        if booked.rows:
            feet[spot.page] = min(spot.row, feet.get(spot.page, rows))
    for page, own_pieces in pages.items():
        begins = [piece.row - gap for piece in own_pieces[1:]]
        last = feet[page] - gap if page in feet else rows
        for piece, limit in zip(own_pieces, (*begins, last), strict=True):
            own = lowered(made[piece.copy], piece.number)
            spare = limit - piece.row - own.sheets[piece.number].end
            made[piece.copy] = stretched(own, piece.number, spare, measures) if 0 < spare <= MOST_ROWS else own
    return made
