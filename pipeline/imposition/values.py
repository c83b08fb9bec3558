"""What imposition is told, and what goes between its steps. All lengths are in points.

Words are the trade's: a *leaf* has a recto and a verso; a *section* is a set of leaves nested in one another, folded
from one sheet (a *signature*) or from several (a saddle-stitched booklet); *creep* is how far inner leaves stick
out of outer ones; what is *milled* is taken off the spine before the glue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pipeline.measure import MM
from pipeline.pdf.syntax import Area

Kind = Literal["booklet", "signatures", "cards"]
Edge = Literal["long", "short"]

SIGNATURES = (4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the pages.

    ``signature`` is the number of pages of a folded sheet; ``sheet`` the paper's two sides, or nothing for the smallest
    common sheet that has room; ``paper`` the thickness of a leaf; ``bleed`` what is printed beyond the trim; ``gap``
    the space between pages that are cut apart; ``mill`` what is taken off each leaf at the spine. ``up`` is how
    many cards stand across and down, or nothing for as many as fit. ``duplex`` is the edge of the sheet on which the
    printer turns it, or nothing for the one that keeps both sides upright.
    """

    kind: Kind = "booklet"
    signature: int = 16
    separate_cover: bool = False
    sheet: tuple[float, float] | None = None
    paper: float = 0.1 * MM
    bleed: float = 3 * MM
    gap: float = 6 * MM
    mill: float = 3 * MM
    up: tuple[int, int] | None = None
    two_sided: bool | None = None
    duplex: Edge | None = None
    blanks_inside: bool = False
    marks: bool = True

    @property
    def spine_margin(self) -> float:
        """Paper between a page's trim and the fold at its spine."""
        return self.mill if self.kind == "signatures" else 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A page's place on one side of a sheet: row from above and column from the left, as one looks at that side.

    ``page`` counts from 1 through the publication as it is bound; ``turned`` is head down; ``depth`` is the number
    of leaves round it on its side of the spine.
    """

    row: int
    column: int
    page: int
    turned: bool = False
    depth: int = 0

    @property
    def spine_at_left(self) -> bool:
        """As the side is seen: true of rectos, and of versos with their heads down."""
        return self.page % 2 == (0 if self.turned else 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: what is on its front and on its back, and what it is called: ``sheet`` 2 of 12.

    ``folded`` is False for sheets that are only cut; ``spine`` is the width of the back between a cover's pages;
    ``step`` is how far down its collation mark stands, from 1, or 0 where it has none.
    """

    name: str
    number: int
    of: int
    front: tuple[Slot, ...]
    back: tuple[Slot, ...] = ()
    folded: bool = True
    spine: float = 0.0
    step: int = 0

    @property
    def columns(self) -> int:
        """Pages across."""
        return 1 + max(slot.column for slot in self.front)

    @property
    def rows(self) -> int:
        """Pages down."""
        return 1 + max(slot.row for slot in self.front)


@dataclass(frozen=True, slots=True)
class Placed:
    """A page on a side of a sheet: its trim as it will be cut, and what is seen of its bleed."""

    slot: Slot
    trim: Area
    seen: Area


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet, laid out: origin at the paper's lower left corner, y up."""

    sheet: Sheet
    name: Literal["front", "back"]
    width: float
    height: float
    placed: tuple[Placed, ...]
    folds_across: tuple[float, ...] = ()
    """Where vertical folds are, from the left."""
    folds_down: tuple[float, ...] = ()
    """Where horizontal folds are, from below."""

    @property
    def block(self) -> Area:
        """The rectangle round the trims of all pages."""
        trims = [placed.trim for placed in self.placed]
        return Area(
            min(t.left for t in trims),
            min(t.bottom for t in trims),
            max(t.right for t in trims),
            max(t.top for t in trims),
        )

    @property
    def inked(self) -> Area:
        """The rectangle round what is seen of all pages, on the paper."""
        seen = [placed.seen for placed in self.placed]
        return Area(
            max(min(s.left for s in seen), 0.0),
            max(min(s.bottom for s in seen), 0.0),
            min(max(s.right for s in seen), self.width),
            min(max(s.top for s in seen), self.height),
        )

    def half_turned(self) -> Side:
        """The same side, seen with its other edge up."""

        def turned(area: Area) -> Area:
            right, top = self.width - area.left, self.height - area.bottom
            return Area(self.width - area.right, self.height - area.top, right, top)

        last_row, last_column = self.sheet.rows - 1, self.sheet.columns - 1
        placed = tuple(
            Placed(
                replace(s, row=last_row - s.row, column=last_column - s.column, turned=not s.turned),
                turned(p.trim),
                turned(p.seen),
            )
            for p in reversed(self.placed)
            for s in (p.slot,)
        )
        across = tuple(self.width - x for x in reversed(self.folds_across))
        down = tuple(self.height - y for y in reversed(self.folds_down))
        return replace(self, placed=placed, folds_across=across, folds_down=down)
