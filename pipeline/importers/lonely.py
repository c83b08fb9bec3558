"""What is left of a page without that to which it belonged: headings, labels, pieces of a row of facts.

A line that is only there for what stands beside or below it is left out with that; the title of a table stays with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.importers.belonging import ABOUT, is_fact_label
from pipeline.importers.boxes import Box, Leaf, Picture, counted, parents_of
from pipeline.importers.render import is_data, rows_of
from pipeline.importers.title_leaf import HEADINGS, level_of

_MARKS = re.compile(r"[*#~•\s]{2,}")
_SIGNED_WORDS = 8
_LABEL_WORDS, _PIECE_WORDS, _GALLERY_WORDS, _SEVERAL = 5, 3, 6, 2
_OF_TEXT = {"p", "li", "td", "th", "dd", "blockquote", "figure", "figcaption", *HEADINGS}
_ALL, _HALF, _TITLE_WORDS = 0.9, 0.5, 30
# What a line is left out as for where it stands, and not for what it says.
_NOT_OF_TEXT = "page furniture"
_STAYS = {"", "caption", "note"}


def keep_titles_of_tables(box: Box, headline: Leaf | None) -> None:
    """Keeps the titles of tables of data that stay: within the table, or a line in a box with it and nothing else.

    What was left out for its own words or for a name is none.
    """
    parents = parents_of(box)
    counts = counted(box, lambda part: isinstance(part, Leaf) and part.words > 0)
    headed = {id(element) for element in headline.element.up()} if headline else set()
    for table in [around for around in dict.fromkeys(parents.values()) if around.element.tag == "table"]:
        within = {id(leaf) for row in rows_of(table) for cell in row for leaf in cell.leaves()}
        kept = any(leaf.why in _STAYS and id(leaf) in within for leaf in table.leaves())
        if not kept or not is_data(table):
            continue
        titles = [leaf for leaf in table.leaves() if id(leaf) not in within]
        frame = parents.get(id(table))
        while frame is not None and counts[id(frame)] == counts[id(table)]:
            frame = parents.get(id(frame))
        if frame is not None and id(frame.element) not in headed and counts[id(frame)] == counts[id(table)] + 1:
            titles += _line_above(frame, table)
        for leaf in titles:
            if leaf.why == _NOT_OF_TEXT and leaf.linked_share <= _HALF and leaf.words <= _TITLE_WORDS:
                leaf.why = ""


def _line_above(frame: Box, table: Box) -> list[Leaf]:
    """The line that stands above a table in a box, or is its caption by its element."""
    inside = {id(leaf) for leaf in table.leaves()}
    filled = [leaf for leaf in frame.leaves() if leaf.words]
    above = [leaf for leaf in filled[:1] if id(leaf) not in inside]
    return above or [leaf for leaf in filled[-1:] if id(leaf) not in inside and leaf.element.tag == "figcaption"]


def drop_lonely(box: Box, leaves: Sequence[Leaf], end: Leaf | None) -> None:
    """Leaves out what is nothing without its neighbours, which were left out; ``end`` is the last of the prose."""
    _drop_signatures(leaves)
    _drop_labels(leaves)
    _drop_pieces(box)
    _drop_heading_of_pictures(box, end)
    _drop_headings(leaves)


def _drop_signatures(leaves: Sequence[Leaf]) -> None:
    """A few words behind a line of signs at the end: who wrote and typed it."""
    behind: list[Leaf] = []
    for leaf in reversed(leaves):
        if not leaf.words and _MARKS.fullmatch(leaf.text):
            for last in behind:
                last.why = "behind the mark of the end"
            return
        behind += [leaf] if not leaf.why else []
        if sum(last.words for last in behind) > _SIGNED_WORDS or any(last.is_prose for last in behind):
            return


def _drop_labels(leaves: Sequence[Leaf]) -> None:
    """A short label before something that was left out: ``Date modified:`` before its day."""
    for label, value in pairwise(leaves):
        told = label.element.tag == "dt" or is_fact_label(label.text)
        if told and not (label.why or label.linked) and label.words <= _LABEL_WORDS and value.why not in _STAYS:
            label.why = value.why if value.why == ABOUT else "label of what was left out"


def _drop_pieces(box: Box) -> None:
    """A few words among facts about the article, ``Published in`` beside a link and a day, though none of them."""
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        leaves = list(inner.leaves()) if inner.element.tag not in _OF_TEXT else []
        kept = [leaf for leaf in leaves if leaf.why in _STAYS]
        facts = any(leaf.why == ABOUT for leaf in leaves)
        words = sum(leaf.words for leaf in kept)
        pictured = any(isinstance(part, Picture) and not part.why for part in inner.parts())
        if 0 < words <= _PIECE_WORDS and not pictured:
            links = len(leaves) > _SEVERAL and all(leaf.linked_share > _ALL for leaf in leaves[1:])
            if facts and not any(leaf.element.tag in _OF_TEXT for leaf in kept):
                _leave(kept, ABOUT)
            elif kept == leaves[:1] and links:
                _leave(kept, "heading of links")
        if words:
            waiting += [child for child in inner.children if isinstance(child, Box)]


def _leave(leaves: Sequence[Leaf], why: str) -> None:
    for leaf in leaves:
        leaf.why = why


def _drop_heading_of_pictures(box: Box, end: Leaf | None) -> None:
    """A heading behind the prose over pictures and nothing else: that of a gallery."""
    heading: Leaf | None = None
    pictures, behind = 0, end is None
    for part in (*box.parts(), None):
        if isinstance(part, Picture):
            pictures += not part.why
        elif part is None or not part.why:
            over = heading if pictures >= _SEVERAL else None
            if over is not None and (part is None or level_of(part.element) <= len(HEADINGS)):
                over.why = "heading of pictures"
            leads = part is not None and behind and 1 < level_of(part.element) <= len(HEADINGS)
            heading = part if leads and part is not None and part.words <= _GALLERY_WORDS else None
            pictures = 0
        behind = behind or part is end


def _drop_headings(leaves: Sequence[Leaf]) -> None:
    """A heading with nothing kept behind it up to the next heading of its level goes with what was left out there."""
    following, left_out = 1, True
    for leaf in reversed(leaves):
        if leaf.why:
            left_out = left_out or leaf.why not in _STAYS
            continue
        level = HEADINGS.index(leaf.element.tag) + 1 if leaf.element.tag in HEADINGS else 0
        if level > 1 and 0 < following <= level and left_out and not leaf.is_prose:
            leaf.why = "heading of what was left out"
            continue
        following, left_out = level, False
