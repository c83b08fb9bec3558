"""Which part of a page is the article: its headline, the region of its text, and what stands between the two.

No site is known by name. The headline is what the page's own titles repeat; the text is where most of the prose
behind it is. What is left out says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.importers.boxes import Box, Leaf, Picture, weigh
from pipeline.importers.furniture import mark_furniture
from pipeline.importers.tree import Element
from pipeline.importers.wording import (
    BACKWARDS,
    COOKIES,
    COUNTED,
    LEGAL,
    LISTED,
    is_buttons,
    is_byline,
    is_date_line,
    is_label,
    posted_by,
)

_BODY = re.compile(
    r"(^|[\s_-])(article-?body|entry-?content|post-?(content|body|text)|(article|news|story|release|detail|content|press)-?_*-?(text|body|content|detail)|"
    r"detail-?text|field-?name-?body|field--name-body|text-?(block|content|body)|body-?(text|content|copy)|td-post-content|rich-?text|wysiwyg|prose)(?=$|\s)"
)
_HEADLINE_NAME = re.compile(r"\b(head(line|ing)?|title|entry-title|post-title|page-title|article-title)\b")
_CAPTION_NAME = re.compile(
    r"caption|(image|img|photo|picture|foto)[-_]?(desc\w*|text|title|info|credit)|wp-caption-text|credit|copyright|legend"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_HEADLINE = re.compile(r"breadcrumb|related|menu|share")
_CELLS = {"td", "th"}
_MOST, _HALF, _LINKS = 0.75, 0.5, 0.5
_FEW, _CAPTION_WORDS, _NOTICE_WORDS, _NEAR = 3, 60, 80, 12


@dataclass(frozen=True, slots=True)
class Region:
    """The article within a page: its headline, the box of its text, the captions with their pictures."""

    headline: Leaf | None
    body: Box
    captions: tuple[tuple[Picture, Leaf], ...]


def find_region(box: Box, titles: Sequence[str]) -> Region:
    """Judges every leaf and picture of a page: those that are not of the article have their ``why`` afterwards."""
    headline = _headline(box, titles)
    mark_furniture(box, headline)
    leaves = list(box.leaves())
    start = leaves.index(headline) if headline in leaves else -1
    prose = [leaf for leaf in leaves[start + 1 :] if leaf.is_prose and not leaf.why and not _says_furniture(leaf)]
    body = _holder(box, prose)
    captions = _captions(box, body)
    _judge(leaves, start, body, prose)
    _judge_pictures(box, body, headline)
    _drop_lonely_headings(leaves)
    return Region(headline, body, captions)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _headline(box: Box, titles: Sequence[str]) -> Leaf | None:
    """The leaf that is the headline: what the page's titles repeat, or else its one heading of the first level."""
    wanted = [bare for title in titles if (bare := _bare(title))]
    best: tuple[float, Leaf] | None = None
    known: dict[int, bool] = {}
    for leaf in box.leaves():
        bare = _bare(leaf.text)
        if not bare or is_date_line(leaf.text) or leaf.words > 70 or _outside(leaf.element, known):
            continue
        place = next((n for n, title in enumerate(wanted) if title == bare), -1)
        partly = len(bare) > 12 and any(bare in t or t in bare for t in wanted if len(t) > 12)
        level = next((n for n, tag in enumerate(_HEADINGS) if _within(leaf.element, tag)), len(_HEADINGS))
        if place < 0 and not partly and level > 0:
            continue
        score = (8 - min(place, 4) if place >= 0 else 5 if partly else 0) + (6 - level) * 0.75
        score += 1 if _HEADLINE_NAME.search(leaf.element.names()) else 0
        score -= 3 if leaf.linked_share > 0.9 else 0
        score -= 4 if leaf.words < _FEW and place < 0 else 0
        if score > 0 and (best is None or score > best[0]):
            best = (score, leaf)
    return best[1] if best else _heading_before_prose(box)


def _heading_before_prose(box: Box) -> Leaf | None:
    last: Leaf | None = None
    known: dict[int, bool] = {}
    for leaf in box.leaves():
        if leaf.is_prose and leaf.words >= 25 and not _within(leaf.element, *_HEADINGS):
            return last
        named = _HEADLINE_NAME.search(leaf.element.names())
        bold = all(run.strong for run in leaf.runs if run.text.strip())
        if leaf.words >= _FEW and not _outside(leaf.element, known) and leaf.linked_share < _HALF:
            last = leaf if _within(leaf.element, *_HEADINGS) or named or bold else last
    return None


def _within(element: Element, *tags: str) -> bool:
    return element.tag in tags or any(around.tag in tags for around in element.up() if around.tag in _HEADINGS)


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


def _holder(box: Box, prose: Sequence[Leaf]) -> Box:
    """The deepest box that holds most of the prose; one that is named as the body of an article with half of it."""
    wanted = {id(leaf) for leaf in prose}
    total = max(sum(len(leaf.text) for leaf in prose), 1)
    weights: dict[int, int] = {}
    weigh(box, wanted, weights)

    def share(inner: Box) -> float:
        return weights[id(inner)] / total

    here = box
    while True:
        inner = next((c for c in here.children if isinstance(c, Box) and share(c) >= _MOST), None)
        named = next(
            (c for c in _boxes(here) if c is not here and share(c) >= _HALF and _BODY.search(c.element.names())), None
        )
        if named is not None and (inner is None or not _BODY.search(here.element.names())):
            here = named
            continue
        if inner is None or (inner.element.tag in {"p", "li", *_CELLS} and _is_data(here.element)):
            return here
        here = inner


def _boxes(box: Box) -> Iterator[Box]:
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        yield inner
        waiting += [child for child in reversed(inner.children) if isinstance(child, Box)]


def _is_data(element: Element) -> bool:
    return any(around.tag == "th" for around in element.find("th"))


def _says_furniture(leaf: Leaf) -> str:
    """What a leaf is by its own words; nothing for text."""
    text = leaf.text
    if is_buttons(text) or (leaf.linked_share > 0.9 and BACKWARDS.match(text)):
        return "buttons and links"
    if COUNTED.match(text):
        return "counters"
    if LISTED.match(text) and (leaf.linked_share > 0.3 or leaf.words <= _FEW):
        return "links to other pages"
    if leaf.words < _NOTICE_WORDS and (LEGAL.search(text) or COOKIES.search(text)):
        return "footer" if LEGAL.search(text) else "cookie notice"
    return ""


def _is_fact(leaf: Leaf) -> bool:
    text = leaf.text
    return is_date_line(text) or is_byline(text) or bool(posted_by(text))


def _judge(leaves: list[Leaf], start: int, body: Box, prose: list[Leaf]) -> None:
    inside = {id(leaf) for leaf in body.leaves()}
    told = {id(leaf) for leaf in prose}
    places = [n for n, leaf in enumerate(leaves) if id(leaf) in told and id(leaf) in inside]
    first, last = (places[0], places[-1]) if places else (start, start)
    holders = {id(leaf.element.parent) for leaf in prose if id(leaf) in inside} | {
        id(leaf.element) for leaf in prose if id(leaf) in inside
    }
    around = _article_around(body.element)
    near = _near(leaves[start]) if start >= 0 else set()
    for number, leaf in enumerate(leaves):
        if number == start or leaf.why:
            continue
        leaf.why = _says_furniture(leaf)
        if leaf.why:
            continue
        if id(leaf) in inside:
            kept = number > start and _belongs(leaf, holders, amid=first <= number <= last, behind=number > last)
        elif _is_fact(leaf) and (number > start or near & {id(e) for e in (leaf.element, *leaf.element.up())}):
            kept = True
        elif number < start:
            kept = is_label(leaf.text) and bool(near & {id(e) for e in leaf.element.up()})
        else:
            kept = _is_beside(leaf, body, around, before=number < first)
        leaf.why = "" if kept else "page furniture"


def _belongs(leaf: Leaf, holders: set[int], *, amid: bool, behind: bool) -> bool:
    """Whether a leaf of the region is text: no list of links, and behind the last prose only its neighbours."""
    around = [leaf.element, *list(leaf.element.up())[: 2 if leaf.element.tag == "li" else 1]]
    beside = any(id(element) in holders for element in around)
    if leaf.is_prose or amid:
        return leaf.linked_share < _LINKS or beside or leaf.is_prose
    if behind and not beside:
        return leaf.element.tag in {*_CELLS, "li", "blockquote", "cite", "dd", "dt"} and leaf.linked_share < _LINKS
    return leaf.linked_share < _LINKS or beside


def _is_beside(leaf: Leaf, body: Box, around: Element | None, *, before: bool) -> bool:
    """Whether a leaf outside of the region is the article's nevertheless: a standfirst, a part of its text."""
    if leaf.linked_share > _LINKS:
        return False
    within = around is not None and any(element is around for element in leaf.element.up())
    sibling = leaf.element.parent is not None and leaf.element.parent is body.element.parent
    alike = any(
        element.parent is body.element.parent
        and (element.tag, element.get("class")) == (body.element.tag, body.element.get("class"))
        for element in (leaf.element, *leaf.element.up())
    )
    if before:
        return (leaf.is_prose and (within or sibling or alike)) or (within and leaf.element.tag in _HEADINGS)
    return leaf.is_prose and (within or alike)


def _article_around(element: Element) -> Element | None:
    tags = ("article", "main")
    return next(
        (
            e
            for tag in tags
            for e in (element, *element.up())
            if e.tag == tag or (tag == "main" and e.get("role") == tag)
        ),
        None,
    )


def _near(headline: Leaf) -> set[int]:
    """The elements that hold the headline and little more: up to three levels, and the article's own."""
    above = [e for e in headline.element.up() if e.tag not in {"body", "html"}]
    near = {id(e) for e in above[:2]}
    return near | {id(e) for e in above if e.tag == "article"}


def _judge_pictures(box: Box, body: Box, headline: Leaf | None) -> None:
    inside = {id(part) for part in body.parts()}
    around = _article_around(body.element)
    seen = headline is None
    for part in box.parts():
        if part is headline:
            seen = True
        if not isinstance(part, Picture) or part.why:
            continue
        within = around is not None and any(element is around for element in part.element.up())
        sibling = any(element.parent is body.element.parent for element in (part.element, *part.element.up()))
        if id(part) not in inside and not within and not (seen and sibling):
            part.why = "page furniture"


def _captions(box: Box, body: Box) -> tuple[tuple[Picture, Leaf], ...]:
    """The leaves that are captions, each with its picture; they no longer count as text."""
    found: list[tuple[Picture, Leaf]] = []
    parts = [part for part in box.parts() if not part.why]
    for number, part in enumerate(parts):
        if not isinstance(part, Leaf) or part.words > _CAPTION_WORDS or not _is_caption(part.element, body.element):
            continue
        figure = next(
            (e for e in part.element.up() if e.tag == "figure" or "caption" in e.names()), part.element.parent
        )
        near = parts[max(number - _NEAR, 0) : number + _NEAR]
        before = [p for p in reversed(near[: min(number, _NEAR)]) if isinstance(p, Picture)]
        behind = [p for p in near[min(number, _NEAR) :] if isinstance(p, Picture)]
        framed = [p for p in (*before, *behind) if figure is not None and any(e is figure for e in p.element.up())]
        last = parts[number - 1] if number else None
        picture = framed[0] if framed else last if isinstance(last, Picture) else None
        if picture is not None:
            part.why = "caption"
            found.append((picture, part))
    return tuple(found)


def _is_caption(element: Element, body: Element) -> bool:
    for around in (element, *element.up()):
        if around is body or around.tag in {"body", "article", "main"}:
            return False
        if around.tag == "figcaption" or (
            around.tag not in _CELLS and _CAPTION_NAME.search(f"{around.get('class')} {around.get('itemprop')}".lower())
        ):
            return not any(True for _ in around.find("img"))
    return False


def _drop_lonely_headings(leaves: list[Leaf]) -> None:
    """A heading with nothing kept behind it up to the next heading of its level goes with what was left out there."""
    following, left_out = 1, True
    for leaf in reversed(leaves):
        if leaf.why:
            left_out = left_out or leaf.why not in {"caption", "note"}
            continue
        level = _HEADINGS.index(leaf.element.tag) + 1 if leaf.element.tag in _HEADINGS else 0
        if level > 1 and 0 < following <= level and left_out and not leaf.is_prose:
            leaf.why = "heading of what was left out"
            continue
        following, left_out = level, False
