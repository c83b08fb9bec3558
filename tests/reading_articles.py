"""An article's text as a list of lines, for comparison: each paragraph, subhead, item and cell."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Block
from pipeline.article.reading import passages_of
from pipeline.importers.values import plain


def paragraphs_of(blocks: Sequence[Block]) -> list[str]:
    """The passages of blocks in reading order, each on one line."""
    return [text for passage in passages_of(blocks) if (text := plain(passage))]
