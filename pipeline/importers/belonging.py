"""Whether a leaf of a page is text of the article: by where it stands, how it is made, and what it says.

Between the first and the last of the prose everything stays that is not furniture by its own account. Before and
behind, a leaf must stand in an element that is named for the text, among its paragraphs, or be made like them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from pipeline.importers.about import is_about, is_hashtags
from pipeline.importers.alike import are_alike, make_of
from pipeline.importers.boxes import Leaf
from pipeline.importers.sections import is_section_of_furniture, is_service
from pipeline.importers.stretch import Stretch, is_body, leaves_of
from pipeline.importers.title_leaf import HEADINGS, level_of
from pipeline.importers.tree import Element
from pipeline.importers.wording import (
    BACKWARDS,
    COOKIES,
    COUNTED,
    LEGAL,
    LISTED,
    POSTED,
    is_buttons,
    is_invitation,
    is_label,
)
from pipeline.language.day_reading import days_in

_CELLS = {"td", "th"}
_ITEMS = {"li", "dd", "dt"}
_TEXT_TAGS = {"blockquote", "cite", "pre", *_CELLS, *_ITEMS}
_PARTS_OF_TEXT = {"p", "ul", "ol", "dl", "table", "figure", "details", *_TEXT_TAGS, *HEADINGS}
_LINKS, _MOST = 0.5, 0.6
_FEW, _NOTICE_WORDS, _SHORT, _LABEL_WORDS = 3, 80, 12, 5
_LISTS = {"dl", "table", "ul"}
_LEAD, _ALL_LINKS, _LISTED_LINKS = 2, 0.9, 0.3
_STANDFIRST = re.compile(
    r"(^|[\s_-])(sub-?(title|head(ing|line)?)|standfirst|dek|deck|excerpt|lede|lead|intro|summary|abstract|chapo|teaser-?text|"
    r"vorspann|untertitel)(?=$|[\s_-])"
)
_STANDFIRST_WORDS, _UNNAMED_WORDS = 4, 6
_QUOTE = re.compile(
    r"(^|[\s_-])(pull-?)?(quot(e|ation)s?|testimonials?|zitate?|citation|cita|alinti|citat[ay]?)(?=$|[\s_-])"
)
# A link that names a kind of file or its size: ``Floor plan (pdf, 1 MB)``.
_FILE = re.compile(r"\b(pdf|docx?|xlsx?|pptx?|zip|rtf|odt|hwpx?|[km]i?[bo]|[км]б)\b[\s)\]）.]*$", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://|www\.)\S+")
_CHANNEL = re.compile(
    r"\b(facebook|twitter|instagram|telegram|youtube|linkedin|whatsapp|tiktok|newsletter|mailing list|viber|vk|"
    r"фейсбук\w*|телеграм\w*|ютуб\w*|вконтакте|инстаграм\w*)\b",
    re.IGNORECASE,
)
# What a line about the article is left out as; its facts are taken from there.
ABOUT = "line about the article"


@dataclass(slots=True)
class Judging:
    """What leaves are judged by: the region's leaves and prose, and what is known of the text's own paragraphs."""

    inside: set[int]
    refused: set[int]
    prose: set[int]
    told: frozenset[int]
    headline: Leaf | None
    first: int
    early: int
    core: int
    last: int
    body: Element
    holders: set[int] = field(default_factory=set)
    makes: set[tuple[str, str]] = field(default_factory=set)
    blocks: dict[int, Element] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)
    leading: set[int] = field(default_factory=set)
    introduces: bool = False
    listed: set[int] = field(default_factory=set)
    folds: set[int] = field(default_factory=set)
    """The elements, by identity, around lines that fold text away when they are pressed."""
    sites: tuple[str, ...] = ()


def says_furniture(leaf: Leaf) -> str:
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
        (listed or (is_invitation(text) and (leaf.linked or _CHANNEL.search(text))), "links to other pages"),
        (is_hashtags(text), "tags"),
        (legal, "footer"),
        (leaf.words < _NOTICE_WORDS and COOKIES.search(text), "cookie notice"),
        (is_service(text), "the site's word to its visitors"),
    )
    return next((why for sign, why in signs if sign), "")


def judging_of(
    leaves: Sequence[Leaf], start: int, stretch: Stretch, prose: Sequence[Leaf], told: frozenset[int]
) -> Judging:
    """What the leaves are judged by; ``start`` is the headline's place among them, or -1."""
    refused = {id(leaf) for leaf in leaves_of(stretch.refused)} - told
    inside = ({id(leaf) for leaf in leaves_of([stretch.body, *stretch.joined])} | told) - refused
    own = [leaf for leaf in prose if id(leaf) in inside and not leaf.why]
    known = {id(leaf) for leaf in own}
    places = [n for n, leaf in enumerate(leaves) if id(leaf) in known]
    first, early, last = (places[0], places[min(_LEAD, len(places) - 1)], places[-1]) if places else (start,) * 3
    headline = leaves[start] if start >= 0 else None
    body = stretch.body.element
    judging = Judging(inside, refused, known, told, headline, first, early, _core_of(leaves, own), last, body)
    pressed = (e for e in body.find("button", "summary") if e.get("aria-expanded"))
    judging.folds = {id(e) for one in pressed for e in islice(one.up(), 2)} - {id(e) for e in (body, *body.up())}
    judging.listed = _lists_of_links(leaves[last + 1 :]) if last >= 0 else set()
    judging.introduces = last >= 0 and leaves[last].text.endswith(":")
    if start >= 0:
        ahead = {id(leaf) for leaf in leaves[start + 1 : first]}
        judging.leading = (ahead & {id(leaf) for leaf in stretch.scope.leaves()}) - inside - refused
    headed = {id(e) for e in headline.element.up()} if headline else set()
    for leaf in own:
        judging.holders |= {id(leaf.element), id(leaf.element.parent)}
        judging.makes.add(make_of(leaf.element))
        around = [leaf.element, *leaf.element.up()]
        judging.named |= {id(e) for e in around if id(e) not in headed and is_body(e)}
        judging.blocks |= {id(e): e for e in around if e.parent is body and e.get("class")}
    return judging


def _lists_of_links(leaves: Sequence[Leaf]) -> set[int]:
    """The leaves, by identity, that stand under a heading behind the prose, where all below it leads elsewhere."""
    parts: list[list[Leaf]] = []
    for leaf in leaves:
        if level_of(leaf.element) <= len(HEADINGS):
            parts.append([])
        if parts:
            parts[-1].append(leaf)
    led = (part for part in parts if len(part) > 1 and all(leaf.linked_share > _ALL_LINKS for leaf in part[1:]))
    return {id(leaf) for part in led for leaf in part}


def _core_of(leaves: Sequence[Leaf], prose: Sequence[Leaf]) -> int:
    """The place of the first prose in the smallest element with most of it: a standfirst may stand before that."""
    most = _MOST * sum(leaf.words for leaf in prose)
    words: dict[int, int] = {}
    for leaf in prose:
        for element in (leaf.element, *leaf.element.up()):
            words[id(element)] = words.get(id(element), 0) + leaf.words
    core = min((key for key, count in words.items() if count >= most), key=lambda key: words[key], default=0)
    within = {id(leaf) for leaf in prose if core in {id(e) for e in (leaf.element, *leaf.element.up())}}
    return next((n for n, leaf in enumerate(leaves) if id(leaf) in within), -1)


def judge(leaves: Sequence[Leaf], start: int, judging: Judging) -> None:
    """Writes into the leaves of a page what they are left out as; ``start`` is the headline's place, or -1."""
    headline = leaves[start] if start >= 0 else None
    near = _near(headline) if headline is not None else set()
    for number, leaf in enumerate(leaves):
        if number == start or leaf.why:
            continue
        leaf.why = says_furniture(leaf) if id(leaf) not in judging.told else ""
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


def _drop_tables_of_facts(leaves: Sequence[Leaf], judging: Judging) -> None:
    """What stands in one short table or list with a line about the article, before the text, is about it, too."""
    early = judging.early if judging.prose else len(leaves)
    labelled = {id(after) for before, after in pairwise(leaves[:early]) if before.text.endswith(":")}
    own = [leaf for leaf in leaves if id(leaf) in judging.prose]
    own += [leaf for leaf in (judging.headline,) if leaf is not None and id(leaf) not in labelled]
    around = {id(element) for leaf in own for element in leaf.element.up()}
    told = [leaf for leaf in leaves[:early] if leaf.why == ABOUT]
    lists = {id(e) for leaf in told for e in leaf.element.up() if e.tag in _LISTS} - around
    for leaf in leaves[:early]:
        if not leaf.why and leaf is not judging.headline and lists & {id(e) for e in leaf.element.up()}:
            leaf.why = ABOUT
    behind = leaves[judging.last + 1 :] if judging.prose else []
    days = [leaf for before, leaf in pairwise(behind) if is_fact_label(before.text) and days_in(leaf.text)]
    days += [leaf for leaf in behind if leaf.why == ABOUT]
    lists = {id(e) for leaf in days for e in leaf.element.up() if e.tag == "dl"} - around
    for leaf in behind:
        if not leaf.why and lists & {id(e) for e in leaf.element.up()}:
            leaf.why = ABOUT


def is_fact_label(text: str) -> bool:
    """Whether a line only announces a fact that stands beside it: ``Published on``, ``Date modified:``."""
    return POSTED.fullmatch(text) is not None or (text.endswith((":", "：")) and len(text.split()) <= _LABEL_WORDS)


def _is_dated_part(leaf: Leaf, number: int, judging: Judging) -> bool:
    """Whether a day stands in the text as a heading or an item does."""
    heading = level_of(leaf.element) <= len(HEADINGS) and judging.first < number
    item = leaf.element.tag in _ITEMS and judging.early < number
    return not leaf.why and number < judging.last and (heading or item)


def _keep_dated_parts(leaves: Sequence[Leaf], judging: Judging) -> None:
    """Several days amid the prose are parts of a chronicle or programme, and not the day of posting.

    Days that say whose they are, ``Updated 18 May``, or stand beside such a label, are none.
    """
    amid = [
        leaf
        for before, leaf in pairwise(leaves[max(judging.first - 1, 0) : judging.last])
        if leaf.why == ABOUT
        and id(leaf) in judging.inside
        and leaf.element.tag != "dd"
        and not POSTED.match(leaf.text)
        and not is_fact_label(before.text)
    ]
    for leaf in amid if len(amid) > 1 else ():
        leaf.why = ""


def _belongs(leaf: Leaf, number: int, judging: Judging) -> bool:
    """Whether a leaf of the region is text.

    Amid the prose it must not lead elsewhere; before it, be a heading, an item or made like the text, or stand in an
    element that is named for the text; behind it, stand so or in a block that is made like the text's.
    """
    if leaf.is_prose:
        return True
    upper = islice(leaf.element.up(), 2 if leaf.element.tag == "li" else 1)
    beside = any(id(e) in judging.holders for e in (leaf.element, *upper))
    alike = make_of(leaf.element) in judging.makes
    amid = judging.core <= number or (judging.first <= number and _is_block(leaf, judging))
    if amid and number <= judging.last:
        return leaf.linked_share < _LINKS or (beside and (alike or leaf.element.tag == "li"))
    named = any(id(e) in judging.named for e in (leaf.element, *leaf.element.up()))
    if number < judging.first:
        return leaf.linked_share < _LINKS and (named or _leads_in(leaf, beside=beside, alike=alike))
    attached = leaf.linked_share > _ALL_LINKS and _FILE.search(leaf.text) and not judging.introduces
    if (
        attached
        or id(leaf) in judging.listed
        or (is_section_of_furniture(leaf.text) and level_of(leaf.element) > len(HEADINGS))
    ):
        return False
    part = any(e.tag in _PARTS_OF_TEXT for e in (leaf.element, *islice(leaf.element.up(), 2)))
    if beside and (part or alike):
        return leaf.linked_share <= _ALL_LINKS or leaf.element.tag in _PARTS_OF_TEXT
    own = _is_small(leaf.element.parent) if beside else _follows(leaf, judging, alike=alike)
    return leaf.linked_share < _LINKS and (named or own)


def _leads_in(leaf: Leaf, *, beside: bool, alike: bool) -> bool:
    """Whether a line before the prose begins the text."""
    tag = leaf.element.tag
    heading = level_of(leaf.element) <= len(HEADINGS)
    leads = leaf.text.endswith((":", "!", "?", ",", "：")) and tag == "p"
    alike = alike or (tag == "p" and leaf.words >= _STANDFIRST_WORDS) or (tag == "li" and leaf.words > 1)
    return heading or leads or (beside and alike) or leaf.words > _SHORT


def _follows(leaf: Leaf, judging: Judging, *, alike: bool) -> bool:
    """Whether a line behind the prose, away from its paragraphs, goes on with the text."""
    heading = level_of(leaf.element) <= len(HEADINGS)
    quoted = any(_QUOTE.search(e.get("class").lower()) for e in (leaf.element, *islice(leaf.element.up(), 2)))
    block = _is_block(leaf, judging) and (alike or leaf.element.tag != "p")
    own = heading or quoted or block or leaf.element.tag in _TEXT_TAGS
    own = own or any(id(e) in judging.folds for e in (leaf.element, *islice(leaf.element.up(), _FEW)))
    return own and not any(site in leaf.text for site in judging.sites)


def _is_small(element: Element | None) -> bool:
    """Whether an element holds a few texts alone: a quotation and who said it."""
    inner = [] if element is None else [child for child in element.children if isinstance(child, Element)]
    return element is not None and element.tag not in {"body", "main", "article"} and len(inner) <= _FEW


def _is_block(leaf: Leaf, judging: Judging) -> bool:
    """Whether a leaf stands in a block of its own that is made like those which hold the text's prose."""
    block = next((e for e in (leaf.element, *leaf.element.up()) if e.parent is judging.body), leaf.element)
    return id(block) not in judging.blocks and any(are_alike(block, other) for other in judging.blocks.values())


def _is_standfirst(leaf: Leaf, *, next_to: bool) -> bool:
    """Whether a line between headline and text is a standfirst: by its name, as a heading, or right below it."""
    if leaf.words < _STANDFIRST_WORDS or leaf.linked or is_section_of_furniture(leaf.text) or leaf.text.endswith(":"):
        return False
    next_to = next_to and not days_in(leaf.text)
    around = (leaf.element, *islice(leaf.element.up(), 1))
    named = any(_STANDFIRST.search(element.names()) for element in around)
    return named or level_of(leaf.element) <= len(HEADINGS) or (next_to and leaf.words >= _UNNAMED_WORDS)


def _near(headline: Leaf) -> set[int]:
    """The elements that hold the headline and little more: up to three levels, and the article's own."""
    above = [e for e in headline.element.up() if e.tag not in {"body", "html"}]
    near = {id(e) for e in above[:2]}
    return near | {id(e) for e in above if e.tag == "article"}
