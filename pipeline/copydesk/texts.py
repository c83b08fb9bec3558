"""The texts of an issue, each with its part: which article, and whether a title, a caption, an item of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from pipeline.article import Article, Block, ItemList, Panel, Paragraph, Pull, Quotation, Subhead, Table
from pipeline.copydesk.values import Text
from pipeline.issue import Issue
from pipeline.issue.texts import Passage, article_passages, manifest_passages

_KINDS = {
    "headline": "title",
    "standfirst": "standfirst",
    "kicker": "kicker",
    "dateline": "dateline",
    "caption": "caption",
    "credit": "credit",
    "body": "fact",
    "": "alt",
}


def texts_of(issue: Issue) -> tuple[Text, ...]:
    """Every text: of the manifest, then of every article once."""
    kinds = _KINDS | {"standfirst": "title"}  # of the manifest: lines on the cover
    made = [Text(passage, passage.text, kinds[passage.style], "") for passage in manifest_passages(issue)]
    for article in {article.path: article for article in issue.articles()}.values():
        made += _article_texts(article, article_passages(issue, article))
    return tuple(made)


def _article_texts(article: Article, passages: Sequence[Passage]) -> Iterator[Text]:
    groups = count(1)
    kinds = [*_kinds(article.blocks, "paragraph", 0, groups)]
    for note in article.notes:
        kinds += _kinds(note.blocks, "note", 0, groups)
    told = [kind for runs, kind in zip(article.passages(), kinds, strict=True) if any(run.text for run in runs)]
    first = len(passages) - len(told)
    for passage in passages[:first]:
        yield Text(passage, passage.text, _KINDS[passage.style], article.path)
    for passage, (kind, group) in zip(passages[first:], told, strict=True):
        yield Text(passage, passage.text, kind, article.path, group)


def _kinds(blocks: Sequence[Block], kind: str, group: int, groups: Iterator[int]) -> Iterator[tuple[str, int]]:
    """The kind and group of each run of text that ``Article.passages`` gives for these blocks."""
    for block in blocks:
        match block:
            case Paragraph():
                yield kind, group
            case Subhead():
                yield "subhead", 0
            case ItemList():
                own = next(groups)
                for item in block.items:
                    yield from _kinds(item, "item", own, groups)
            case Panel():
                yield "subhead", 0
                yield from _kinds(block.blocks, "paragraph", 0, groups)
            case Quotation():
                yield from _kinds(block.blocks, "paragraph", 0, groups)
            case Pull():
                yield from _kinds(block.blocks, "pull", 0, groups)
            case Table():
                yield from (("cell", 0) for row in (block.header, *block.rows) for _ in row)
