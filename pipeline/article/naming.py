"""Names of the parts of an article: what page making, structure and links call them by.

A part is named by its place in the file, so that its name does not hang on what else there is of the article, nor on
how often it is set.
"""

from __future__ import annotations

from pipeline.article.values import Block, ItemList, Paragraph, Quotation
from pipeline.diagnostic import Span

PULLED = "#pull"  # ends the path under which a pull quote is set apart from its article


CONTINUED_ON, CONTINUED_FROM = "on", "from"  # the lines that lead to what goes on with a paragraph, and back


def part_of(path: str, name: str) -> str:
    """The name of a part that every article has at most once: headline, photo-1."""
    return f"{path}#{name}"


def block_at(path: str, span: Span, part: str = "") -> str:
    """The name of the block that begins at ``span``, or of a ``part`` of it."""
    own = f"{path.removesuffix(PULLED)}#{span.line}:{span.column}"
    return f"{own}/{part}" if part else own


def cell_place(row: int, column: int) -> str:
    """The part of a table that a cell is; row 0 is the head."""
    return f"r{row}c{column}"


def label_of(path: str, item: tuple[Block, ...], deep: int = 0) -> str:
    """The name of the label before an item of a list; several labels may stand before one paragraph."""
    match item:
        case (Paragraph() as paragraph, *_):
            return block_at(path, paragraph.span, f"label-{deep}")
        case (ItemList() as inner, *_) if inner.items:
            return label_of(path, inner.items[0], deep + 1)
        case (Quotation() as inner, *_):
            return label_of(path, inner.blocks, deep + 1)
        case (block, *_):
            return block_at(path, block.span, f"label-{deep}")
    return part_of(path, f"label-{deep}")
