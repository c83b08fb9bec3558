"""The book: the pages of an issue as they are added one behind another, and the page numbers of its anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.page import Item, Page


@dataclass(slots=True)
class Book:
    """The pages so far, with the folios of the anchors on them; those of a ``blank`` book are only counted."""

    blank: bool = False
    pages: list[Page] = field(default_factory=list)
    folios: dict[str, str] = field(default_factory=dict)

    @property
    def next_number(self) -> int:
        """The number of the page that is added next."""
        return len(self.pages) + 1

    def add(self, kind: str, items: Sequence[Item]) -> None:
        """A page of that kind with these items behind the others."""
        number = self.next_number
        self.pages.append(Page(number, str(number), number % 2 == 0, kind, tuple(items)))
