"""Owners: to which element of the structure each item of a page belongs when it is painted.

Elements become tags of the document before anything is drawn; links and words in another language become tags where
they are drawn, within the tag of their text. What belongs to no element is an artifact, or a fault of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.page import ARTIFACT, PAGINATION, LinkItem, Makeup, PictureItem, SuppliedItem, TextItem
from pipeline.pdf import Area, Artifact, Tag, Traits
from pipeline.structure import Element, Structure

Owner = Tag | Artifact

LAYOUT, BACKGROUND = Artifact("Layout"), Artifact("Background")
HEADER, FOOTER = Artifact("Pagination", "Header"), Artifact("Pagination", "Footer")


@dataclass(frozen=True, slots=True)
class Owners:
    """The tags of the elements by their blocks; ``middle`` is the y that parts headers from footers.

    In a document without structure everything is an artifact, which is not said in it.
    """

    tags: dict[str, Tag] | None
    repeated: frozenset[str]
    middle: float
    inlines: dict[Tag, tuple[str, str]]

    @classmethod
    def of(cls, structure: Structure | None, root: Tag | None, makeup: Makeup) -> Owners:
        """The owners in a document whose structure has that ``root``; None where it has none."""
        if structure is None or root is None:
            return cls(None, frozenset(), 0.0, {})
        return cls(dict(_tagged(structure.root, root)), structure.repeated, makeup.height / 2, {})

    def of_text(self, item: TextItem) -> Owner:
        """The element of a line of text; ValueError where it has none and is no artifact."""
        if item.role == PAGINATION:
            return HEADER if item.y < self.middle else FOOTER
        if item.role == ARTIFACT or item.block in self.repeated or self.tags is None:
            return LAYOUT
        return self._tag(item.block)

    def of_picture(self, item: PictureItem | SuppliedItem, area: Area) -> Owner:
        """The figure that a picture on ``area`` is; one without words for it adorns."""
        if not item.alt or item.block in self.repeated or self.tags is None:
            return LAYOUT
        tag = self._tag(item.block)
        tag.box = tag.box or area
        return tag

    def of_link(self, item: LinkItem) -> Tag | None:
        """The element that an area makes a link of."""
        return self._tag(item.block) if self.tags is not None else None

    def inline(self, owner: Owner, href: str, language: str) -> Owner:
        """What owns a stretch of text: an element within that of its text, where it is a link or in another language.

        One that goes on in the next line is the same as before.
        """
        if isinstance(owner, Artifact) or not (href or language):
            return owner
        last = owner.last
        if last is not None and self.inlines.get(_innermost(last)) == (href, language):
            return _innermost(last)
        tag = owner
        if href.startswith("#"):
            tag = tag.within("Reference")
        tag = tag.within("Link" if href else "Span", Traits(language=language))
        self.inlines[tag] = (href, language)
        return tag

    def _tag(self, block: str) -> Tag:
        tag = (self.tags or {}).get(block)
        if tag is None:
            message = f"{block} is on a page and not in the structure"
            raise ValueError(message)
        return tag


def _innermost(tag: Tag) -> Tag:
    """The element itself, or the only one that it holds."""
    return _innermost(tag.last) if tag.last is not None else tag


def _tagged(element: Element, tag: Tag) -> Iterator[tuple[str, Tag]]:
    """The tags of blocks, made below ``tag``, that of ``element``, on the way."""
    if element.block:
        yield element.block, tag
    for child in element.children:
        traits = Traits(child.title, child.alt, child.language, child.scope, child.numbering, child.identifier)
        yield from _tagged(child, tag.add(child.tag, traits))
