"""What is left of a page without that to which it belonged: headings, labels, pieces of a row of facts.

A line that is only there for what stands beside or below it is left out with that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.importers.belonging import ABOUT, is_fact_label
from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.title_leaf import HEADINGS, level_of

_MARKS = re.compile(r"[*#~•\s]{2,}")
_SIGNED_WORDS = 8
_LABEL_WORDS, _PIECE_WORDS, _GALLERY_WORDS, _SEVERAL = 5, 3, 6, 2
_OF_TEXT = {"p", "li", "td", "th", "dd", "blockquote", "figure", "figcaption", *HEADINGS}
_ALL = 0.9
_STAYS = {"", "caption", "note"}


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
        if not 0 < words <= _PIECE_WORDS or any(isinstance(part, Picture) and not part.why for part in inner.parts()):
            pass
        elif facts and not any(leaf.element.tag in _OF_TEXT for leaf in kept):
            _leave(kept, ABOUT)
        elif kept == leaves[:1] and len(leaves) > _SEVERAL and all(leaf.linked_share > _ALL for leaf in leaves[1:]):
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
