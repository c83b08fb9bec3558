"""The book: the pages of an issue as they are added one behind another, and the page numbers of its anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.page import Item, Page


@dataclass(slots=True)
class Book:
    """The pages so far, with the folios of the anchors on them; those of a ``blank`` book are only counted.

    ``first`` is the number that is printed on the first of them.
    """

    blank: bool = False
    first: int = 1
    pages: list[Page] = field(default_factory=list)
    folios: dict[str, str] = field(default_factory=dict)

    @property
    def next_number(self) -> int:
        """The printed number of the page that is added next."""
        return self.first + len(self.pages)

    def add(self, kind: str, items: Sequence[Item]) -> None:
        """A page of that kind with these items behind the others."""
        printed = self.next_number
        self.pages.append(Page(len(self.pages) + 1, str(printed), printed % 2 == 0, kind, tuple(items)))
