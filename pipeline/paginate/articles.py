"""The pages of articles: what the plan gave a page is put on it, with its adverts at the foot and its furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.article import Article
from pipeline.copyfit import Copy, Part
from pipeline.layout import PageGeometry
from pipeline.page import AnchorItem, Item
from pipeline.paginate.adverts import advert_items
from pipeline.paginate.book import Book
from pipeline.paginate.fields import article_fields
from pipeline.paginate.furniture import ARTICLES
from pipeline.paginate.jumps import at_foot, jumped
from pipeline.paginate.steps import Booked, Step

if TYPE_CHECKING:
    from pipeline.paginate.maker import Maker


@dataclass(slots=True)
class ArticlePages:
    """The page of a section that is open, and the book that it goes into when it is full."""

    maker: Maker
    book: Book
    section: int
    folios: Mapping[str, str]
    items: list[Item] = field(default_factory=list)
    feet: list[Item] = field(default_factory=list)
    first: Article | None = None

    def make(self, steps: Sequence[Step]) -> None:
        """The pages of these articles and adverts."""
        for step in steps:
            if isinstance(step, Copy):
                self._article(step)
            elif isinstance(step, Booked):
                self._adverts(step)
        self._close()

    def _article(self, copy: Copy) -> None:
        position, pages = self.maker.laid[copy]
        for number, piece in enumerate(pages):
            if number > 0 or not position.shares:
                self._close()
            geometry = self.maker.geometry(self.book.next_number)
            top = position.row if number == 0 else 0
            if top and self.first:
                self.items.extend(self._between(geometry, top))
            self.first = self.first or copy.article
            if number == 0:
                self.items.append(AnchorItem(copy.anchor, geometry.row_top(top)))
                self.book.folios[copy.anchor] = str(self.book.next_number)
            for placed in () if self.book.blank else at_foot(copy, piece, self.maker.finished[copy].sheets[number]):
                items = placed.unit.at(geometry.area.left + placed.x, geometry.row_top(top + placed.row))
                self.items.extend(jumped(items, copy, self.folios) if isinstance(copy, Part) else items)

    def _adverts(self, booked: Booked) -> None:
        spot = self.maker.plan.spots[booked]
        if not spot.shares:
            self._close()
        geometry = self.maker.geometry(self.book.next_number)
        for item in advert_items(self.maker.issue, booked, geometry, spot.row):
            self.feet.extend((AnchorItem(item.block, geometry.row_top(spot.row) if booked.rows else 0.0), item))
        if not booked.rows:
            self.book.add("advert", self.feet)
            self.feet = []

    def _between(self, geometry: PageGeometry, row: int) -> Iterator[Item]:
        """The rule between two articles, in the middle of the space above ``row``."""
        between = self.maker.layout.record.between
        if between.rule:
            gap = between.rows * geometry.grid.leading
            box = replace(geometry.area, top=geometry.row_top(row) - gap / 2, height=0.0)
            yield self.maker.desk(1, self.section, ARTICLES, {}).rule(between.rule, box)

    def _close(self) -> None:
        """Ends the page that is open, if there is one: with its adverts behind its articles, and its furniture."""
        items, first = (*self.items, *self.feet), self.first
        self.items, self.feet, self.first = [], [], None
        if not items and first is None:
            return
        kind = ARTICLES if first else "advert"
        if self.book.blank:  # of which only the first page of an article has an item
            self.book.add(kind, ())
            return
        number, master = self.book.next_number, self.maker.layout.record.masters[ARTICLES]
        fields = self.maker.page_fields(number, self.section) | article_fields(first, ARTICLES)
        furniture = self.maker.desk(number, self.section, ARTICLES, fields).simple(master.pages[0], f"page-{number}")
        self.book.add(kind, (*items, *furniture))
