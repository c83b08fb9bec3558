"""What an article says, passage by passage, as its pages must show it: with bullets, numbers and footnote marks.

For articles that were not made by ``generated``; it reads the blocks of ``article`` and knows nothing of galleys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.article import (
    Article,
    Block,
    Inline,
    ItemList,
    Panel,
    Paragraph,
    Pull,
    Quotation,
    Subhead,
    Table,
)


def body(article: Article) -> Iterator[str]:
    """The body's passages in order."""
    yield from _said(article.blocks, _numbers(article))


def body_of(article: Article, block: Block) -> Iterator[str]:
    """The passages of one block of the body."""
    yield from _said([block], _numbers(article))


def notes(article: Article) -> Iterator[list[str]]:
    """The passages of each footnote, its number before the first."""
    numbers = _numbers(article)
    for note in article.notes:
        first, *others = _said(note.blocks, numbers)
        yield [f"{numbers[note.label]} {first}", *others]


def _numbers(article: Article) -> dict[str, str]:
    labels = dict.fromkeys(inline.note for passage in article.passages() for inline in passage if inline.note)
    return {label: str(number) for number, label in enumerate(labels, 1)}


def head(article: Article) -> Iterator[str]:
    """Place, title, standfirst and byline, as far as there are any."""
    front = article.head
    yield from (text for text in (front.place, front.title, front.standfirst, front.byline) if text)


def captions(article: Article) -> Iterator[str]:
    """What stands below each photo."""
    for photo in article.photos:
        yield " ".join(text for text in (photo.caption, photo.credit) if text)


def _said(blocks: Sequence[Block], numbers: Mapping[str, str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Subhead():
                yield _words(block.inlines, numbers)
            case ItemList():
                for index, item in enumerate(block.items):
                    label = f"{block.start + index}." if block.ordered else "•"
                    first, *others = _said(item, numbers)
                    yield from (f"{label} {first}", *others)
            case Panel():
                if block.title:
                    yield _words(block.title, numbers)
                yield from _said(block.blocks, numbers)
            case Quotation() | Pull():
                yield from _said(block.blocks, numbers)
            case Table():
                for row in (block.header, *block.rows):
                    yield from (_words(cell, numbers) for cell in row)
            case _:
                pass


def _words(inlines: Sequence[Inline], numbers: Mapping[str, str]) -> str:
    return "".join(numbers[inline.note] if inline.note else inline.text for inline in inlines)
