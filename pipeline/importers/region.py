"""Which part of a page is the article: its headline, the stretch of its text, and what stands between the two.

No site is known by name. What is left out says why; what was a close choice is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from pipeline.importers.about import is_about, is_hashtags
from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.captions import captions_of
from pipeline.importers.furniture import make_of, mark_calls, mark_furniture
from pipeline.importers.parting import part_lines
from pipeline.importers.sections import is_section_of_furniture, is_service
from pipeline.importers.stretch import Stretch, find_stretch, leaves_of
from pipeline.importers.title_leaf import HEADINGS, find_title_leaf, level_of
from pipeline.importers.tree import Element
from pipeline.importers.wording import (
    BACKWARDS,
    COOKIES,
    COUNTED,
    LEGAL,
    LISTED,
    is_buttons,
    is_invitation,
    is_label,
)
from pipeline.language.day_reading import days_in

_CELLS = {"td", "th"}
_TEXT_TAGS = {"li", "blockquote", "cite", "dd", "dt", "pre", *_CELLS}
_PARTS_OF_TEXT = {"p", "ul", "ol", "dl", "table", "figure", "details", *_TEXT_TAGS, *HEADINGS}
_LINKS = 0.5
_LONG_LINE = 40
_FEW, _NOTICE_WORDS, _SHORT, _SECTION_WORDS = 3, 80, 12, 40
_LISTS = {"dl", "table", "ul"}
_LEAD, _ALL_LINKS, _LISTED_LINKS = 2, 0.9, 0.3
_STANDFIRST = re.compile(
    r"(^|[\s_-])(sub-?(title|head(ing|line)?)|standfirst|dek|deck|excerpt|lede|lead|intro|summary|abstract|chapo|teaser-?text|"
    r"vorspann|untertitel)(?=$|[\s_-])"
)
_STANDFIRST_WORDS, _UNNAMED_WORDS, _NEXT = 4, 6, 5
_LIVES = re.compile(r",? (is|was|writes|reports|covers|works|lives|has been|teaches) ", re.IGNORECASE)
_LAST = 2
_FRAME = re.compile(r"(^|[\s_-])(photo|image|img|picture|cover|hero|figure|media|foto)(?=$|[\s_-])")
_ADDRESS = re.compile(r"(https?://|www\.)\S+")
_COPY = re.compile(r"\.(jpe?g|png|webp|gif|tiff?|avif)([?#]|$)|^#?$|^javascript:", re.IGNORECASE)
# What a line about the article is left out as; its facts are taken from there.
ABOUT = "line about the article"


@dataclass(frozen=True, slots=True)
class Region:
    """The article within a page: its headline, the box of its text, the captions with their pictures.

    ``end`` is the last of its prose. ``sure`` is whether the headline stood where headlines stand. ``left`` is prose
    that was nearly taken, ``taken`` what was nearly left out.
    """

    headline: Leaf | None
    sure: bool
    body: Box
    end: Leaf | None
    captions: tuple[tuple[Picture, Leaf], ...]
    left: tuple[Leaf, ...] = ()
    taken: tuple[Leaf, ...] = ()


@dataclass(slots=True)
class _Judging:
    """What leaves are judged by: the region's leaves and prose, and what is known of the text's own paragraphs."""

    inside: set[int]
    refused: set[int]
    prose: set[int]
    headline: Leaf | None
    first: int
    last: int
    holders: set[int] = field(default_factory=set)
    makes: set[tuple[str, str]] = field(default_factory=set)
    leading: set[int] = field(default_factory=set)
    heads: set[int] = field(default_factory=set)


def find_region(box: Box, titles: Sequence[str], authors: Sequence[str] = ()) -> Region:
    """Judges every leaf and picture of a page: those that are not of the article have their ``why`` afterwards.

    ``titles`` and ``authors`` are what the page says of itself to machines.
    """
    part_lines(box, titles)
    title = find_title_leaf(box, titles)
    headline = title.leaf
    mark_furniture(box, headline)
    leaves = list(box.leaves())
    start = next((n for n, leaf in enumerate(leaves) if leaf is headline), -1)
    prose = [leaf for leaf in leaves[start + 1 :] if leaf.is_prose and not leaf.why and not _says_furniture(leaf)]
    prose = prose or [leaf for leaf in leaves[start + 1 :] if _may_be_text(leaf)]
    stretch = find_stretch(box, headline, prose)
    mark_calls(stretch.body, sum(leaf.words for leaf in prose), headline)
    captions = captions_of(box, stretch.body, {make_of(leaf.element) for leaf in prose}, headline)
    judging = _judging(leaves, start, stretch, prose)
    _judge(leaves, start, judging)
    end = leaves[judging.last] if judging.last >= 0 else None
    _judge_pictures(box, stretch, headline, end)
    _drop_sections(leaves, judging)
    _drop_words_on_author(leaves, authors)
    _drop_lonely_headings(leaves)
    left = [leaf for part, taken in stretch.doubts if not taken for leaf in leaves_of([part]) if leaf.is_prose]
    left += _hidden_prose(stretch)
    taken = [leaf for part, taken in stretch.doubts if taken for leaf in leaves_of([part]) if not leaf.why]
    return Region(headline, title.sure, stretch.body, end, captions, tuple(left), tuple(taken))


def _may_be_text(leaf: Leaf) -> bool:
    """Whether a leaf is taken for prose on a page where nothing reads like sentences: in scripts without stops, say."""
    said = leaf.why or _says_furniture(leaf) or is_about(leaf.text)
    return not said and leaf.linked_share < _LINKS and (leaf.words > _FEW or len(leaf.text) > _LONG_LINE)


def _hidden_prose(stretch: Stretch) -> list[Leaf]:
    """Prose in the text's own box that was left out for where it stands or because it does not show."""
    told = {"hidden", "form", "head of the page", "dialogue", "advertisement", "buttons", "counters", "tags"}
    return [leaf for leaf in stretch.body.leaves() if leaf.why in told and leaf.is_prose and not leaf.linked]


def _says_furniture(leaf: Leaf) -> str:
    """What a leaf is by its own words; nothing for text. A cell's words are taken for what they say."""
    text, linked = leaf.text, leaf.linked_share
    legal = leaf.words < _NOTICE_WORDS and LEGAL.search(text) is not None
    if leaf.element.tag in _CELLS and not leaf.linked and not legal and not is_service(text):
        return ""
    listed = LISTED.match(text) is not None and (linked > _LISTED_LINKS or leaf.words <= _FEW)
    signs = (
        (not leaf.words, "signs without words"),
        (is_buttons(text) or (linked > _ALL_LINKS and BACKWARDS.match(text)), "buttons and links"),
        (COUNTED.match(text), "counters"),
        (listed or (leaf.linked and is_invitation(text)), "links to other pages"),
        (is_hashtags(text), "tags"),
        (legal, "footer"),
        (leaf.words < _NOTICE_WORDS and COOKIES.search(text), "cookie notice"),
        (is_service(text), "the site's word to its visitors"),
    )
    return next((why for sign, why in signs if sign), "")


def _judging(leaves: Sequence[Leaf], start: int, stretch: Stretch, prose: Sequence[Leaf]) -> _Judging:
    refused = {id(leaf) for leaf in leaves_of(stretch.refused)}
    inside = {id(leaf) for leaf in leaves_of([stretch.body, *stretch.joined])} - refused
    own = [leaf for leaf in prose if id(leaf) in inside and not leaf.why]
    told = {id(leaf) for leaf in own}
    places = [n for n, leaf in enumerate(leaves) if id(leaf) in told]
    first, last = (places[0], places[-1]) if places else (start, start)
    judging = _Judging(inside, refused, told, leaves[start] if start >= 0 else None, first, last)
    if start >= 0:
        ahead = {id(leaf) for leaf in leaves[start + 1 : first]}
        judging.leading = (ahead & {id(leaf) for leaf in stretch.scope.leaves()}) - inside - refused
    judging.heads = _heads_of_lists(stretch.body.element)
    for leaf in own:
        judging.holders |= {id(leaf.element), id(leaf.element.parent)}
        judging.makes.add(make_of(leaf.element))
    return judging


def _judge(leaves: Sequence[Leaf], start: int, judging: _Judging) -> None:
    headline = leaves[start] if start >= 0 else None
    near = _near(headline) if headline is not None else set()
    for number, leaf in enumerate(leaves):
        if number == start or leaf.why:
            continue
        leaf.why = _says_furniture(leaf)
        if leaf.why:
            continue
        around = {id(e) for e in (leaf.element, *leaf.element.up())} if near else set()
        own = id(leaf) in judging.inside
        if number > start and (own or id(leaf) in judging.leading):
            kept = own and _belongs(leaf, number, judging)
            if number < judging.first and not kept:
                kept = _is_standfirst(leaf, next_to=leaves[number - 1] is headline)
        else:
            kept = number < start and is_label(leaf.text) and bool(near & around)
        if _ADDRESS.fullmatch(leaf.text) and not judging.first <= number <= judging.last:
            kept = False
        leaf.why = "" if kept else "page furniture"
        if is_about(leaf.text) and not leaf.is_prose and not _is_dated_part(leaf, number, judging):
            own = number > start and id(leaf) not in judging.refused
            own = own or bool(near & around)
            leaf.why = ABOUT if own else leaf.why or "page furniture"
    _keep_dated_parts(leaves, judging)
    _drop_tables_of_facts(leaves, judging)


def _drop_tables_of_facts(leaves: Sequence[Leaf], judging: _Judging) -> None:
    """What stands in one short table or list with a line about the article, before the text, is about it, too."""
    prose = [n for n, leaf in enumerate(leaves) if id(leaf) in judging.prose]
    early = prose[min(_LEAD, len(prose) - 1)] if prose else len(leaves)
    labelled = {id(after) for before, after in pairwise(leaves[:early]) if before.text.endswith(":")}
    own = [leaf for leaf in leaves if id(leaf) in judging.prose]
    own += [leaf for leaf in (judging.headline,) if leaf is not None and id(leaf) not in labelled]
    around = {id(element) for leaf in own for element in leaf.element.up()}
    told = [leaf for leaf in leaves[:early] if leaf.why == ABOUT]
    lists = {id(e) for leaf in told for e in leaf.element.up() if e.tag in _LISTS} - around
    for leaf in leaves[:early]:
        if not leaf.why and leaf is not judging.headline and lists & {id(e) for e in leaf.element.up()}:
            leaf.why = ABOUT


def _is_dated_part(leaf: Leaf, number: int, judging: _Judging) -> bool:
    """Whether a day stands in the text as a heading does."""
    return not leaf.why and judging.first < number < judging.last and level_of(leaf.element) <= len(HEADINGS)


def _keep_dated_parts(leaves: Sequence[Leaf], judging: _Judging) -> None:
    """Several days amid the prose are parts of a chronicle or programme, and not the day of posting."""
    amid = [
        leaf
        for leaf in leaves[max(judging.first, 0) : judging.last]
        if leaf.why == ABOUT and id(leaf) in judging.inside
    ]
    for leaf in amid if len(amid) > 1 else ():
        leaf.why = ""


def _belongs(leaf: Leaf, number: int, judging: _Judging) -> bool:
    """Whether a leaf of the region is text.

    Amid the prose it must be a part of text by its tag or made like the text, and not lead elsewhere; before it, be a
    heading or made like the text; behind it, stand among the text's paragraphs.
    """
    if leaf.is_prose:
        return True
    upper = 2 if leaf.element.tag == "li" else 1
    beside = any(id(e) in judging.holders for e in (leaf.element, *list(leaf.element.up())[:upper]))
    alike = make_of(leaf.element) in judging.makes
    own = alike or any(e.tag in _PARTS_OF_TEXT for e in (leaf.element, *list(leaf.element.up())[:2]))
    if judging.first <= number <= judging.last:
        own = own or (not leaf.linked and id(leaf.element) in judging.heads)
        return own and (leaf.linked_share < _LINKS or (beside and (alike or leaf.element.tag == "li")))
    if number < judging.first:
        heading = level_of(leaf.element) <= len(HEADINGS)
        leads = leaf.text.endswith((":", "!", "?", ",", "：")) and leaf.element.tag == "p"
        alike = alike or (leaf.element.tag == "p" and leaf.words >= _STANDFIRST_WORDS)
        return leaf.linked_share < _LINKS and (heading or leads or (beside and alike) or leaf.words > _SHORT)
    if not beside:
        return leaf.element.tag in _TEXT_TAGS and leaf.linked_share < _LINKS
    return own and (leaf.linked_share <= _ALL_LINKS or leaf.element.tag in _PARTS_OF_TEXT)


def _is_standfirst(leaf: Leaf, *, next_to: bool) -> bool:
    """Whether a line between headline and text is a standfirst: by its name, as a heading, or right below it."""
    if leaf.words < _STANDFIRST_WORDS or leaf.linked or is_section_of_furniture(leaf.text) or leaf.text.endswith(":"):
        return False
    next_to = next_to and not days_in(leaf.text)
    around = (leaf.element, *islice(leaf.element.up(), 1))
    named = any(_STANDFIRST.search(element.names()) for element in around)
    return named or level_of(leaf.element) <= len(HEADINGS) or (next_to and leaf.words >= _UNNAMED_WORDS)


def _heads_of_lists(body: Element) -> set[int]:
    """The elements, by identity, right before a list or table without links, of which they are the heading."""
    found: set[int] = set()
    for element in body.walk():
        inner = [child for child in element.children if isinstance(child, Element)]
        for before, behind in pairwise(inner):
            if behind.tag in {*_LISTS, "ol"} and before.tag == "div" and not any(True for _ in behind.find("a")):
                found.add(id(before))
    return found


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


def _judge_pictures(box: Box, stretch: Stretch, headline: Leaf | None, last: Leaf | None) -> None:
    """Pictures in the text, in the element of the article, and between the headline and the end of the text stay."""
    inside = {id(part) for held in (stretch.body, *stretch.joined) if isinstance(held, Box) for part in held.parts()}
    refused = {id(part) for held in stretch.refused if isinstance(held, Box) for part in held.parts()}
    scope = {id(part) for part in stretch.scope.parts()}
    around = _article_around(stretch.body.element)
    above = _pictures_above(box, headline)
    seen, ended = headline is None, False
    for part in box.parts():
        seen, ended = seen or part is headline, ended or part is last
        if not isinstance(part, Picture) or part.why:
            continue
        within = around is not None and any(element is around for element in part.element.up())
        amid = id(part) in scope and seen and not ended and not _leads_elsewhere(part)
        if id(part) in refused or not (id(part) in inside or within or amid or id(part) in above):
            part.why = "page furniture"


def _pictures_above(box: Box, headline: Leaf | None) -> set[int]:
    """Pictures right above the headline, with nothing between that stays, in elements that are named for pictures."""
    last: list[Leaf | Picture] = []
    for part in box.parts():
        if part is headline:
            break
        last = [] if isinstance(part, Leaf) and not part.why else [*last[1 - _NEXT :], part]
    else:
        return set()
    return {
        id(part)
        for part in last
        if isinstance(part, Picture)
        and not part.why
        and not _leads_elsewhere(part)
        and any(e.tag == "figure" or _FRAME.search(e.names()) for e in islice(part.element.up(), 2))
    }


def _leads_elsewhere(picture: Picture) -> bool:
    """Whether a picture is a link to another page, and not to a larger copy of itself."""
    link = next((e for e in picture.element.up() if e.tag == "a"), None)
    return link is not None and not _COPY.search(link.get("href"))


def _drop_sections(leaves: Sequence[Leaf], judging: _Judging) -> None:
    """What stands under a heading of furniture in the second half of the text goes with it."""
    behind = [n for n, leaf in enumerate(leaves) if id(leaf) in judging.prose and not leaf.why]
    middle = behind[len(behind) // 2] if behind else len(leaves)
    closed = 0
    section: list[Leaf] = []
    for leaf in leaves[middle:]:
        level = level_of(leaf.element)
        if level <= len(HEADINGS):
            names = is_section_of_furniture(leaf.text)
            if names or level <= closed:
                _drop_section(section)
                closed, section = level if names else 0, []
        if closed and leaf.why in {"", ABOUT}:
            section.append(leaf)
    _drop_section(section)


def _drop_words_on_author(leaves: Sequence[Leaf], authors: Sequence[str]) -> None:
    """What the last lines say of the author whom the page names to machines is not of the article."""
    names = "|".join(re.escape(name) for name in authors if len(name.split()) > 1)
    if not names:
        return
    said = re.compile(rf"^\W*((written|reported|story|text|words) by )?({names})\b(?P<more>.*)$", re.IGNORECASE)
    for leaf in [leaf for leaf in leaves if not leaf.why][-_LAST:]:
        match = said.match(leaf.text)
        if match and (match[1] or _LIVES.match(match["more"])):
            leaf.why = "about the author"


def _drop_section(section: Sequence[Leaf]) -> None:
    """Leaves a section out, but for one of long text that leads nowhere: it may be the article's all the same."""
    words = sum(leaf.words for leaf in section if leaf.is_prose)
    if words <= _SECTION_WORDS or any(leaf.linked for leaf in section):
        for leaf in section:
            leaf.why = "under a heading of furniture"


def _drop_lonely_headings(leaves: Sequence[Leaf]) -> None:
    """A heading with nothing kept behind it up to the next heading of its level goes with what was left out there."""
    following, left_out = 1, True
    for leaf in reversed(leaves):
        if leaf.why:
            left_out = left_out or leaf.why not in {"caption", "note"}
            continue
        level = HEADINGS.index(leaf.element.tag) + 1 if leaf.element.tag in HEADINGS else 0
        if level > 1 and 0 < following <= level and left_out and not leaf.is_prose:
            leaf.why = "heading of what was left out"
            continue
        following, left_out = level, False
