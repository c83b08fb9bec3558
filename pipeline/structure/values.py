"""Elements of a document's structure. Their types are the standard ones of ISO 32000-1, 14.8.4, and two of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

ASIDE, ADVERT = "Aside", "Advert"
OWN_TYPES = {ASIDE: "Sect", ADVERT: "Sect"}
"""Types that ISO 32000-1 does not have, with the standard type that each is to be taken for."""

DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure; its own content are the items on pages whose block is ``block``.

    ``language`` is a BCP 47 tag where it is not that of what the element is in; ``scope`` is of header cells,
    ``numbering`` of lists; ``identifier`` is unique in the document.
    """

    tag: str
    children: tuple[Element, ...] = ()
    block: str = ""
    title: str = ""
    alt: str = ""
    language: str = ""
    scope: str = ""
    numbering: str = ""
    identifier: str = ""

    def walk(self) -> Iterator[Element]:
        """The element, then all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure of a document, and the blocks that only say or show again what is in it."""

    root: Element
    repeated: frozenset[str] = frozenset()


def heading_level(tag: str) -> int:
    """The level of a heading, 1 to 6; 0 for anything else."""
    return int(tag[1:]) if tag[:1] == "H" and tag[1:].isdigit() else 0


def ranked(root: Element) -> Element:
    """The same with headings that begin at the first level and never leave one out."""
    above: list[tuple[int, int]] = []  # the headings that the next may stand below: level wanted, level given

    def rank(element: Element) -> Element:
        wanted = heading_level(element.tag)
        if wanted:
            while above and above[-1][0] >= wanted:
                above.pop()
            given = min(above[-1][1] + 1 if above else 1, DEEPEST_HEADING)
            above.append((wanted, given))
            return replace(element, tag=f"H{given}")
        children = tuple(map(rank, element.children))
        return replace(element, children=children) if children else element

    return rank(root)


def kept(elements: Iterable[Element | None]) -> tuple[Element, ...]:
    """Those that there are."""
    return tuple(element for element in elements if element)
