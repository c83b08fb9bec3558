"""What an article's body is made of once its Markdown has been read: blocks of inlines, each with its place.

Text is as it will be set: escapes and entities resolved, a soft line end a blank, a hard one a line feed.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from pipeline.diagnostic import Span

Anchor = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text of one look. ``note`` is the label of a footnote whose mark stands here; its text is empty.

    ``anchors`` are (offset in ``text``, line, column), rising: from each on, columns count up with the text.
    """

    text: str
    span: Span
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    note: str = ""
    language: str = ""
    anchors: tuple[Anchor, ...] = field(default=(), compare=False, repr=False)

    def at(self, offset: int) -> Span:
        """Where the character at ``offset`` of the text stands in the file."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor[0]) - 1
        if index < 0:
            return Span(self.span.file, self.span.line, self.span.column + offset)
        start, line, column = self.anchors[index]
        return Span(self.span.file, line, column + offset - start)


Cell = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    inlines: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading within an article; ``level`` is 2 to 6."""

    level: int
    inlines: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list. ``start`` is the first number of an ordered one."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set off from the text (``>``)."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``align`` has one of ``"left"``, ``"center"``, ``"right"`` or ``""`` for each column."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull quote (``::: pull``): words of the article, shown large."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Panel:
    """A box beside the story (``::: box Title``)."""

    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """Where a photo must stand: a picture alone in its paragraph. ``file`` is as written."""

    file: str
    alt: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """A break in the story (``***``)."""

    span: Span


Block = Paragraph | Subhead | ItemList | Quotation | Table | Pull | Panel | PhotoPlace | Break


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what ``[^label]:`` says."""

    label: str
    blocks: tuple[Block, ...]
    span: Span
