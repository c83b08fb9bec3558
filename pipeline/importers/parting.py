"""Parts lines of a page that stand in one run of text and are not one paragraph.

A headline may have its kicker before it and its day behind it, with nothing but the end of a line between them. Lines
are parted where one of them says what the page's titles say, or a fact: a day, an author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.article import Inline
from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.runs import BREAK, bare_of, split_lines, text_of, tidied, without_start
from pipeline.importers.sections import is_service
from pipeline.importers.tree import Element
from pipeline.importers.values import NOWHERE, Runs, plain
from pipeline.importers.wording import is_date_line, posted_by

_OPENING = "\"'«“‘„([¿¡"
_SUBHEADING = re.compile(r"h[2-6]")
_HEADING, _HEAD_NAME = re.compile(r"h[1-6]"), re.compile(r"title|head")
_LINKED = 0.9
_MOST_LINES, _KICKER_WORDS, _TITLE_LETTERS, _WHOLE_WORDS = 12, 6, 12, 7


def without_sections(box: Box, titles: Sequence[str]) -> list[str]:
    """The titles without the section's name before them, ``News : The lake is safe``, where a link has that name."""
    linked = {leaf.text for leaf in box.leaves() if leaf.linked_share > _LINKED and leaf.words <= _KICKER_WORDS}
    made = []
    for title in titles:
        section, sign, rest = title.partition(" : ")
        made.append(rest.strip() if sign and section.strip() in linked else title)
    return made


def part_lines(box: Box, titles: Sequence[str]) -> None:
    """Makes leaves of the lines of a leaf where one of them is a headline or a fact."""
    wanted = {bare_of(title) for title in titles} - {""}
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        made: list[Box | Leaf | Picture] = []
        for child in inner.children:
            if isinstance(child, Leaf) and not child.why:
                made += _parted(child, wanted)
            else:
                made.append(child)
        inner.children[:] = made
        waiting += [child for child in inner.children if isinstance(child, Box)]


def _parted(leaf: Leaf, wanted: set[str]) -> list[Leaf]:
    if leaf.words > 70 + _MOST_LINES * 10:
        return [leaf]
    lines = split_lines(leaf.runs) if any(BREAK in run.text for run in leaf.runs) else [leaf.runs]
    if 1 < len(lines) <= _MOST_LINES and (
        any(_stands_alone(plain(line), wanted) for line in lines) or _are_headings(leaf, lines, wanted)
    ):
        return [_leaf_of(leaf, line, first=number == 0) for number, line in enumerate(lines)]
    return _without_kicker(leaf, wanted) if _heads(leaf.element) else [leaf]


def _are_headings(leaf: Leaf, lines: Sequence[Runs], wanted: set[str]) -> bool:
    """Whether the lines of a heading below the first level each say a whole thing, as subheadings of releases do."""
    if not _SUBHEADING.fullmatch(leaf.element.tag) or bare_of(leaf.text) in wanted:
        return False
    texts = [plain(line) for line in lines]
    return all(len(text.split()) >= _WHOLE_WORDS and not text[0].islower() for text in texts)


def _heads(element: Element) -> bool:
    """Whether an element is a heading, or named as one."""
    return any(_HEADING.fullmatch(e.tag) or _HEAD_NAME.search(e.names()) for e in (element, *islice(element.up(), 2)))


def _stands_alone(line: str, wanted: set[str]) -> bool:
    return (
        (len(bare_of(line)) > _TITLE_LETTERS and bare_of(line) in wanted)
        or is_date_line(line)
        or bool(posted_by(line))
        or is_service(line)
    )


def _without_kicker(leaf: Leaf, wanted: set[str]) -> list[Leaf]:
    """The words before a headline in its own line, where a title of the page begins behind them."""
    own = bare_of(leaf.text)
    title = next((w for w in wanted if len(w) > _TITLE_LETTERS and own != w and own.endswith(w)), "")
    if not title or any(own in other for other in wanted):
        return [leaf]
    count, letters = 0, len(own) - len(title)
    text = text_of(leaf.runs)
    while letters and count < len(text):
        letters -= len(bare_of(text[count]))
        count += 1
    while count < len(text) and not (text[count].isalnum() or text[count] in _OPENING):
        count += 1
    kicker = text[:count].strip(" \n")
    if not kicker or len(kicker.split()) > _KICKER_WORDS:
        return [leaf]
    rest = without_start(leaf.runs, count)
    before = Leaf(leaf.element, (Inline(kicker, NOWHERE),), why="line above the headline")
    return [before, Leaf(leaf.element, tidied(rest), leaf.linked, ids=leaf.ids)]


def _leaf_of(leaf: Leaf, line: Runs, *, first: bool) -> Leaf:
    share = leaf.linked_share
    letters = len("".join(plain(line).split()))
    return Leaf(leaf.element, line, round(letters * share) if share < 1 else letters, ids=leaf.ids if first else ())
