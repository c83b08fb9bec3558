"""Which leaf of a page is its headline: what the page's own titles repeat, or else its one heading of the first level.

How sure that is, is said with it: an editor reads a headline again that stood where headlines seldom stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from pipeline.importers.boxes import Box, Leaf, unseen
from pipeline.importers.runs import bare_of
from pipeline.importers.tree import Element
from pipeline.importers.wording import is_date_line

_ENOUGH = 40
_LABELS, _VALUES, _ALL, _PARTS = {"th", "dt", "td"}, {"td", "dd"}, 0.9, 8
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADLINE_NAME = re.compile(r"\b(head(line|ing)?|title|entry-title|post-title|page-title|article-title)\b")
_NO_HEADLINE = re.compile(r"(^|[\s_-])(breadcrumbs?|related|menu|share)(?=$|[\s_-])")
_SITE_NAME = re.compile(r"(^|[\s_-])(logo|brand|branding|site-?(title|name))(?=$|[\s_-])")
_HOME = re.compile(r"^(https?://[^/?#]*)?/?((index|default|home)(\.\w+)?)?$", re.IGNORECASE)
# What a board or a form calls the line that is its headline.
_TITLE_LABEL = re.compile(
    r"\W*(title|subject|headline|제목|标题|標題|件名|タイトル|題名|название|заголовок|тема|başlık|konu|başlığı|titre|objet|titel|"
    r"betreff|título|asunto|titolo|oggetto|tiêu đề|judul|sərlövhə|тақырып|tytuł|العنوان|عنوان)\W*",
    re.IGNORECASE,
)
_FEW, _LONG, _LETTERS, _HALF, _NAME_WORDS, _BEHIND = 3, 70, 12, 0.5, 4, 0.2


@dataclass(frozen=True, slots=True)
class TitleLeaf:
    """The headline. ``sure`` is False where neither a title of the page nor its only first heading says so."""

    leaf: Leaf | None
    sure: bool


def find_title_leaf(box: Box, titles: Sequence[str]) -> TitleLeaf:
    """The leaf that is the headline, if there is one; ``titles`` are what the page calls itself, the best first."""
    wanted = [text for title in titles if (text := bare_of(title))]
    scored = []
    known: dict[int, bool] = {}
    labelled = _labelled(box)
    for leaf in _with_text_behind(box):
        text = bare_of(leaf.text)
        if not text or leaf.why or is_date_line(leaf.text) or leaf.words > _LONG or names_site(leaf):
            continue
        level = level_of(leaf.element)
        named = bool(_HEADLINE_NAME.search(leaf.element.names())) or id(leaf) in labelled
        plain = level > len(HEADINGS) and not named
        if (level > 1 and _outside(leaf.element, known)) or (plain and leaf.words < _FEW):
            continue
        place = next((n for n, title in enumerate(wanted) if title == text), -1)
        partly = len(text) > _LETTERS and any(
            text in t or (t in text and not plain) for t in wanted if len(t) > _LETTERS
        )
        if place < 0 and not partly and level > 1 and id(leaf) not in labelled:
            continue
        score = (8 - min(place, 4) if place >= 0 else 5 if partly else 0) + (7 - level) * 0.75
        score += (4 if id(leaf) in labelled else 1) if named else 0
        score -= 5 if any(map(unseen, (leaf.element, *leaf.element.up()))) else 0
        score -= 3 if leaf.linked_share > 0.9 else 0
        score -= 4 if leaf.words < _FEW and place < 0 else 0
        if score > 0:
            scored.append((score, place >= 0, leaf))
    if not scored:
        return TitleLeaf(_heading_before_prose(box), sure=False)
    _, told, leaf = max(scored, key=lambda entry: entry[0])
    other = _heading_before_prose(box) if leaf.words <= _NAME_WORDS else None
    if other is not None and other.words > leaf.words and (_is_site(box, leaf, other) or _is_section(box, leaf)):
        return TitleLeaf(other, sure=False)
    alone = level_of(leaf.element) == 1 and sum(level_of(other.element) == 1 for _, _, other in scored) == 1
    return TitleLeaf(leaf, told or alone)


def _with_text_behind(box: Box) -> list[Leaf]:
    """The leaves that have prose behind them; all where the page has next to none."""
    leaves = list(box.leaves())
    least = min(_BEHIND * sum(leaf.words for leaf in leaves if leaf.is_prose), _ENOUGH)
    words, count = 0, len(leaves)
    while count and words < least:
        count -= 1
        words += leaves[count].words if leaves[count].is_prose else 0
    return leaves[:count] or leaves


def _labelled(box: Box) -> set[int]:
    """The leaves, by identity, that stand beside a label such as ``Title`` in a table or a list of facts."""
    pairs = pairwise(box.leaves())
    return {
        id(leaf)
        for label, leaf in pairs
        if label.element.tag in _LABELS and leaf.element.tag in _VALUES and _TITLE_LABEL.fullmatch(label.text)
    }


def names_site(leaf: Leaf) -> bool:
    """Whether a line is the site's name: it is named so, or leads to the site's first page."""
    if leaf.linked_share <= _ALL or len(leaf.element.children) > _PARTS:
        return False
    around = (leaf.element, *islice(leaf.element.up(), 2))
    within = (e for e in leaf.element.children if isinstance(e, Element))
    links = [e for e in (*around, *within) if e.tag == "a" and e.get("href")]
    named = any(_SITE_NAME.search(e.get("class").lower()) for e in around[:2])
    return named or any(_HOME.match(e.get("href")) for e in links)


def _is_section(box: Box, leaf: Leaf) -> bool:
    """Whether a short title is the name of a part of the site: a link before it is called the same."""
    for one in box.leaves():
        if one is leaf:
            return False
        if one.text == leaf.text and (one.linked_share > _HALF or one.element.tag == "li"):
            return True
    return False


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
    """The last heading, line named as one, or bold line before the prose; no link of the site is called so."""
    last: Leaf | None = None
    sure = False
    known: dict[int, bool] = {}
    said: set[str] = set()
    apart: Element | None = None
    for leaf in box.leaves():
        again, linked = leaf.text in said, leaf.linked_share > _HALF
        said |= {leaf.text} if linked else set()
        heading = level_of(leaf.element) <= len(HEADINGS)
        if leaf.is_prose and (last is not None or leaf.words >= 25) and not heading and not leaf.why:
            if last is not None:
                return last
            apart = apart or _part_of_page(leaf.element)
            continue
        named = _HEADLINE_NAME.search(leaf.element.names())
        bold = all(run.strong for run in leaf.runs if run.text.strip())
        if again or leaf.words < _FEW or leaf.why or names_site(leaf) or _outside(leaf.element, known):
            continue
        if (heading and named) or (not linked and (heading or named or (bold and not sure))):
            if apart is _part_of_page(leaf.element):
                return None  # the text began without a headline
            last, sure = leaf, sure or bool(heading and named)
    return None


def _part_of_page(element: Element) -> Element:
    """The part right within the page's body in which an element stands."""
    return next((e for e in (element, *element.up()) if e.parent is not None and e.parent.tag == "body"), element)


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
