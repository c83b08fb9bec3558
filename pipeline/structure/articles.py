"""The structure of an article: its head, its photos and its blocks in the order of its file.

What is on no page is left out: a block that says nothing, a photo that cannot be read.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from pipeline.article import (
    CONTINUED_FROM,
    CONTINUED_ON,
    Article,
    Block,
    Break,
    ItemList,
    Note,
    Panel,
    Paragraph,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
    block_at,
    cell_place,
    label_of,
    liftable_pulls,
    part_of,
)
from pipeline.diagnostic import Span
from pipeline.photo import Photo
from pipeline.structure.values import ASIDE, Element, kept

HEAD = ("headline", "dateline", "standfirst", "byline")  # as it is read: the heading first, by which one comes here
TITLE, SUBHEAD, PANEL = "H2", 1, "H3"


def figure(photo: Photo, block: str, present: Container[str], word: str = "") -> Element | None:
    """A photo with its caption; the caption alone where the photo adorns. ``word`` says what kind of picture it is."""
    caption = f"{block}/caption"
    text = Element("Caption", block=caption) if caption in present else None
    if photo.decorative or block not in present:
        return Element("P", block=caption) if text else None
    alt = photo.alt if not word or photo.alt.startswith(word) else f"{word}: {photo.alt}"
    return Element("Figure", kept([text]), block, alt=alt)


@dataclass(frozen=True, slots=True)
class ArticleTree:
    """Makes elements of the parts of an article whose blocks are ``present`` on pages."""

    article: Article
    present: Container[str]

    def element(self, language: str) -> Element | None:
        """The article; its language is named where it is not that of the issue, ``language``."""
        own = self.article.head.language or ""
        head = (self._leaf(TITLE if name == "headline" else "P", part_of(self.article.path, name)) for name in HEAD)
        children = (*kept(head), *self.body())
        return Element("Art", children, language=own if own != language else "") if children else None

    def body(self) -> tuple[Element, ...]:
        """All but the head: photos without a place in the text, the text, its notes."""
        placed = {block.file for block in self.article.blocks if isinstance(block, PhotoPlace)}
        free = (self._photo(photo) for photo in self.article.photos if photo.file not in placed)
        notes = (self._note(note) for note in self.article.notes)
        return (*kept(free), *self._blocks(self.article.blocks), *kept(notes))

    def repeated(self) -> Iterator[str]:
        """The blocks of pull quotes that only say again what the text says."""
        for pull in liftable_pulls(self.article):
            for element in self._blocks(pull.blocks):
                yield from (part.block for part in element.walk() if part.block)

    # ------------------------------------------------------------------ blocks

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Element, ...]:
        return tuple(element for block in blocks for element in self._block(block))

    def _block(self, block: Block) -> Iterable[Element]:  # noqa: PLR0911 - one for each kind
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Subhead():
                return kept([self._leaf(f"H{block.level + SUBHEAD}", self._name(block.span))])
            case ItemList():
                return self._holding("L", map(self._item, block.items), numbering=_numbering(block))
            case Quotation():
                return self._holding("BlockQuote", self._blocks(block.blocks))
            case Table():
                return kept([self._table(block)])
            case Pull():
                repeats = any(pull is block for pull in liftable_pulls(self.article))
                return () if repeats else self._holding(ASIDE, self._blocks(block.blocks))
            case Panel():
                title = self._leaf(PANEL, self._name(block.span, "title"))
                return self._holding(ASIDE, (title, *self._blocks(block.blocks)))
            case PhotoPlace():
                return kept([self._photo(self.article.photo(block))])
            case Break():
                return ()

    def _paragraph(self, block: Paragraph) -> tuple[Element, ...]:
        """A paragraph; before one that goes on elsewhere the lines that lead there and back."""
        jumps = (self._leaf("P", self._name(block.span, line)) for line in (CONTINUED_ON, CONTINUED_FROM))
        return kept([*jumps, self._leaf("P", self._name(block.span))])

    def _item(self, item: tuple[Block, ...]) -> Element | None:
        label = self._leaf("Lbl", label_of(self.article.path, item))
        body = Element("LBody", self._blocks(item))
        return Element("LI", kept([label, body])) if body.children else None

    def _table(self, table: Table) -> Element | None:
        """A table whose rows all have a cell for each column, be it empty."""
        rows = [self._row(table, number) for number in range(1, len(table.rows) + 1)]
        head = self._row(table, 0) if any(table.header) else None
        if not any(cell.block in self.present for row in (*kept([head]), *rows) for cell in row.children):
            return None
        body = Element("TBody", tuple(rows)) if rows else None
        return Element("Table", kept([Element("THead", (head,)) if head else None, body]))

    def _row(self, table: Table, number: int) -> Element:
        tag, scope = ("TD", "") if number else ("TH", "Column")
        places = (self._name(table.span, cell_place(number, column)) for column in range(len(table.align)))
        return Element("TR", tuple(Element(tag, block=place, scope=scope) for place in places))

    def _note(self, note: Note) -> Element | None:
        text = self._leaf("P", self._name(note.span, "note"))
        lead = next((i for i, block in enumerate(note.blocks) if not isinstance(block, Paragraph)), len(note.blocks))
        children = (*kept([text]), *self._blocks(note.blocks[lead:]))
        identifier = part_of(self.article.path, f"note-{note.label}")
        return Element("Note", children, identifier=identifier) if children else None

    def _photo(self, photo: Photo) -> Element | None:
        number = next(i for i, own in enumerate(self.article.photos, 1) if own is photo)
        return figure(photo, part_of(self.article.path, f"photo-{number}"), self.present)

    def _holding(self, tag: str, children: Iterable[Element | None], numbering: str = "") -> tuple[Element, ...]:
        inner = kept(children)
        return (Element(tag, inner, numbering=numbering),) if inner else ()

    def _leaf(self, tag: str, block: str) -> Element | None:
        return Element(tag, block=block) if block in self.present else None

    def _name(self, span: Span, part: str = "") -> str:
        return block_at(self.article.path, span, part)


def _numbering(block: ItemList) -> str:
    return "Decimal" if block.ordered else "Disc"
