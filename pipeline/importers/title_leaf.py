"""Which leaf of a page is its headline: what the page's own titles repeat, or else its one heading of the first level.

How sure that is, is said with it: an editor reads a headline again that stood where headlines seldom stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.importers.boxes import Box, Leaf, unseen
from pipeline.importers.parting import bare
from pipeline.importers.tree import Element
from pipeline.importers.wording import is_date_line

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADLINE_NAME = re.compile(r"\b(head(line|ing)?|title|entry-title|post-title|page-title|article-title)\b")
_NO_HEADLINE = re.compile(r"(^|[\s_-])(breadcrumbs?|related|menu|share)(?=$|[\s_-])")
_FEW, _LONG, _LETTERS, _HALF, _NAME_WORDS = 3, 70, 12, 0.5, 4


@dataclass(frozen=True, slots=True)
class TitleLeaf:
    """The headline. ``sure`` is False where neither a title of the page nor its only first heading says so."""

    leaf: Leaf | None
    sure: bool


def find_title_leaf(box: Box, titles: Sequence[str]) -> TitleLeaf:
    """The leaf that is the headline, if there is one; ``titles`` are what the page calls itself, the best first."""
    wanted = [text for title in titles if (text := bare(title))]
    scored = []
    known: dict[int, bool] = {}
    for leaf in box.leaves():
        text = bare(leaf.text)
        if not text or leaf.why or is_date_line(leaf.text) or leaf.words > _LONG:
            continue
        level = level_of(leaf.element)
        named = bool(_HEADLINE_NAME.search(leaf.element.names()))
        plain = level > len(HEADINGS) and not named
        if (level > 1 and _outside(leaf.element, known)) or (plain and leaf.words < _FEW):
            continue
        place = next((n for n, title in enumerate(wanted) if title == text), -1)
        partly = len(text) > _LETTERS and any(text in t or t in text for t in wanted if len(t) > _LETTERS)
        if place < 0 and not partly and level > 1:
            continue
        score = (8 - min(place, 4) if place >= 0 else 5 if partly else 0) + (7 - level) * 0.75
        score += 1 if named else 0
        score -= 5 if any(map(unseen, (leaf.element, *leaf.element.up()))) else 0
        score -= 3 if leaf.linked_share > 0.9 else 0
        score -= 4 if leaf.words < _FEW and place < 0 else 0
        if score > 0:
            scored.append((score, place >= 0, leaf))
    if not scored:
        return TitleLeaf(_heading_before_prose(box), sure=False)
    _, told, leaf = max(scored, key=lambda entry: entry[0])
    other = _heading_before_prose(box) if leaf.words <= _NAME_WORDS else None
    if other is not None and other.words > leaf.words and _is_site(box, leaf, other):
        return TitleLeaf(other, sure=False)
    alone = level_of(leaf.element) == 1 and sum(level_of(other.element) == 1 for _, _, other in scored) == 1
    return TitleLeaf(leaf, told or alone)


def _is_site(box: Box, leaf: Leaf, heading: Leaf) -> bool:
    """Whether a short title is the name of the site: links lie between it and the heading of the text."""
    leaves = list(box.leaves())
    first, last = (next(n for n, one in enumerate(leaves) if one is part) for part in (leaf, heading))
    return sum(one.linked_share > _HALF for one in leaves[first + 1 : last]) > 1


def level_of(element: Element) -> int:
    """The level of the heading in which an element stands, from 1 to 6; 7 for what is no heading."""
    around = next((e for e in (element, *element.up()) if e.tag in HEADINGS), None)
    return HEADINGS.index(around.tag) + 1 if around is not None else len(HEADINGS) + 1


def _heading_before_prose(box: Box) -> Leaf | None:
    last: Leaf | None = None
    known: dict[int, bool] = {}
    for leaf in box.leaves():
        heading = level_of(leaf.element) <= len(HEADINGS)
        if leaf.is_prose and (last is not None or leaf.words >= 25) and not heading and not leaf.why:
            return last
        named = _HEADLINE_NAME.search(leaf.element.names())
        bold = all(run.strong for run in leaf.runs if run.text.strip())
        if leaf.words >= _FEW and not leaf.why and not _outside(leaf.element, known) and leaf.linked_share < _HALF:
            last = leaf if heading or named or bold else last
    return None


def _outside(element: Element, known: dict[int, bool]) -> bool:
    """Whether an element stands where no headline does: in navigation, a list, a footer."""
    way: list[Element] = []
    answer = False
    for around in (element, *element.up()):
        if id(around) in known:
            answer = known[id(around)]
            break
        way.append(around)
    for around in reversed(way):
        named = around.tag not in {"body", "html"} and _NO_HEADLINE.search(around.names()) is not None
        answer = answer or named or around.tag in {"nav", "footer", "ul", "ol", "button", "select"}
        known[id(around)] = answer
    return answer
