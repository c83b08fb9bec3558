"""The steps of the running order that pages are planned from: articles, breaks and adverts; and where each came to be.

Pages are counted from the first that holds an article or an opener; rows from the top of the type area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.copyfit import Copy, Fitted
from pipeline.layout import AdvertSpace
from pipeline.manifest import Advert


@dataclass(frozen=True, slots=True)
class Break:
    """Pages that come between two articles: an opener. What follows begins on a new page.

    The first of them is to fall on that ``side`` of a spread.
    """

    pages: int
    side: Literal["any", "right", "left"] = "any"

    def met(self, page: int) -> bool:
        """Whether a page of this number is on its side."""
        return self.side == "any" or self.side == ("right" if page % 2 else "left")


@dataclass(frozen=True, slots=True, eq=False)
class Booked:
    """Adverts that stand together: one, or several side by side, each in its space.

    They take a page of their own, or ``rows`` at the foot of a page of articles.
    """

    adverts: tuple[tuple[Advert, AdvertSpace], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What they are told apart by from one build to the next."""
        return tuple(advert.name for advert, _ in self.adverts)

    @property
    def rows(self) -> int:
        """The rows that they take; 0 for a page of its own."""
        space = self.adverts[0][1]
        return 0 if space.bleed else space.rows

    @property
    def modules(self) -> int:
        """The modules that they take together."""
        return sum(space.modules for _, space in self.adverts)

    @property
    def after(self) -> str | None:
        """The article that one of them is to follow."""
        return next((advert.after for advert, _ in self.adverts if advert.after), None)

    @property
    def wished(self) -> bool:
        """Whether one of them wishes for certain pages."""
        return any(advert.side or advert.before_page for advert, _ in self.adverts)

    @property
    def likeness(self) -> tuple[object, ...]:
        """What makes two of them exchangeable: their room and their wishes."""
        wishes = tuple((advert.side, advert.before_page) for advert, _ in self.adverts)
        return self.rows, self.modules, wishes

    def unmet(self, page: int) -> list[Advert]:
        """Those whose wishes a page of this number does not meet."""
        return [advert for advert, _ in self.adverts if not wish_met(advert, page)]


def wish_met(advert: Advert, page: int) -> bool:
    """Whether a page is on the side, and before the page, that the advert wishes."""
    side = "right" if page % 2 else "left"
    return advert.side in {None, side} and (advert.before_page is None or page < advert.before_page)


Step = Copy | Break | Booked


@dataclass(frozen=True, slots=True)
class Budget:
    """The room that the issue has: ``fixed`` pages besides the steps, the multiple of the press, the most pages.

    ``gap`` are the rows between two articles on a page, ``before`` the fixed pages that come before the articles.
    """

    fixed: int = 0
    multiple: int = 1
    at_most: int | None = None
    gap: int = 3
    before: int = 0

    def allows(self, pages: int) -> bool:
        """Whether so many pages of articles and breaks give a whole issue."""
        total = pages + self.fixed
        return total % self.multiple == 0 and (self.at_most is None or total <= self.at_most)


@dataclass(frozen=True, slots=True)
class Position:
    """How an article is made up, and the row of its first page on which it begins.

    It begins a new page unless it ``shares`` one with what stands before it.
    """

    fitted: Fitted
    row: int
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where adverts stand: the page, and the row on which they begin; ``shares`` as for articles."""

    page: int
    row: int = 0
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Page ``number`` of an article, from 0: on page ``page`` of the plan, from ``row`` on."""

    page: int
    row: int
    copy: Copy
    number: int


def pieces(steps: Iterable[Step], positions: Mapping[Copy, Position], spots: Mapping[Booked, Spot]) -> Iterator[Piece]:
    """The pages of all articles that have a position, in order."""
    count = 0
    for step in steps:
        if isinstance(step, Break):
            count += step.pages
        elif isinstance(step, Booked):
            count = spots[step].page if step in spots else count
        elif step in positions:
            position = positions[step]
            for number in range(len(position.fitted.sheets)):
                count += 0 if number == 0 and position.shares else 1
                yield Piece(count, position.row if number == 0 else 0, step, number)


@dataclass(frozen=True, slots=True)
class Room:
    """A page in rows, with the rows between two things on it.

    ``top`` is where the text on a page ends, ``foot`` the rows that adverts take at its foot; both 0 on no page.
    """

    rows: int
    gap: int

    def begin(self, top: int) -> int:
        """The row on which the next article begins."""
        return top + self.gap if top else 0

    def end(self, foot: int) -> int:
        """The row on which an article ends at the latest."""
        return self.rows - foot - self.gap if foot else self.rows

    def with_advert(self, top: int, foot: int, depth: int) -> int:
        """The rows at the foot when an advert of that depth stands above what is there; 0 when there is no room.

        Where no more than the gap would be left above it stands at the head of the page.
        """
        taken = self.rows - self.end(foot) + depth
        if self.begin(top) + taken > self.rows:
            return 0
        return self.rows if not top and self.rows - taken <= self.gap else taken

    def empty(self, top: int, foot: int) -> int:
        """The rows that stay empty when the page ends so; none of a page that has not begun."""
        if not top:
            return self.rows - foot if foot else 0
        return max(self.end(foot) - top, 0)
