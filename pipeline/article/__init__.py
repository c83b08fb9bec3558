"""Articles: Markdown files with front matter, read into frozen blocks of which every word knows its place.

The Markdown is CommonMark as markdown-it reads it, with tables, footnotes, ``::: pull`` and ``::: box``. Raw
HTML is text. Nothing is left out silently: what cannot be set is a finding.
"""

from pipeline.article.front import FrontMatter, Period
from pipeline.article.naming import CONTINUED_FROM, CONTINUED_ON, block_at, cell_place, label_of, part_of
from pipeline.article.pulls import free_pulls, liftable_pulls, pulls_of, with_pull_alone, without_pulls
from pipeline.article.reading import Article, read_article
from pipeline.article.values import (
    Block,
    Break,
    Cell,
    Inline,
    ItemList,
    Note,
    Panel,
    Paragraph,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
)

__all__ = [
    "CONTINUED_FROM",
    "CONTINUED_ON",
    "Article",
    "Block",
    "Break",
    "Cell",
    "FrontMatter",
    "Inline",
    "ItemList",
    "Note",
    "Panel",
    "Paragraph",
    "Period",
    "PhotoPlace",
    "Pull",
    "Quotation",
    "Subhead",
    "Table",
    "block_at",
    "cell_place",
    "free_pulls",
    "label_of",
    "liftable_pulls",
    "part_of",
    "pulls_of",
    "read_article",
    "with_pull_alone",
    "without_pulls",
]
