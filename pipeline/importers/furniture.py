"""What of a page is furniture by its own account: its tag, its role, its name, its place in a list of its like.

The headline and what is around it are never furniture, however they are named; nor is what holds most of the page's
prose, unless its name leaves no doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pipeline.importers.alike import make_of
from pipeline.importers.boxes import Box, Leaf, Picture, leads_to_picture, unseen, weigh
from pipeline.importers.tree import Element

# What a box is left out as that leads to another page.
TEASER = "teaser of another page"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BY_TAG = {
    "nav": "navigation", "aside": "an aside of the page", "footer": "footer", "header": "head of the page",
    "form": "form", "select": "form", "input": "form", "textarea": "form", "fieldset": "form", "label": "form",
    "menu": "navigation", "dialog": "dialogue", "button": "button", "iframe": "frame of another page",
    "video": "player", "audio": "player",
}  # fmt: skip
_BY_ROLE = {
    "navigation": "navigation", "search": "search", "banner": "head of the page", "contentinfo": "footer",
    "complementary": "an aside of the page", "dialog": "dialogue", "alertdialog": "dialogue",
    "menu": "navigation", "menubar": "navigation", "toolbar": "buttons", "button": "button",
    "tablist": "navigation", "form": "form",
}  # fmt: skip
# Names that leave no doubt, and those that also occur around texts.
_PLAIN_NAMES = (
    (r"breadcrumbs?|crumbs?|breadcumb|pathway|you-?are-?here", "breadcrumbs"),
    (r"cookies?|consent|gdpr|ccpa", "cookie notice"),
    (r"comments?|respond|disqus|commentlist", "comments"),
    (
        (
            r"related|recommend(ed|ations?)?|similar|see-?also|read-?(more|also|next)|more-?(news|stories|articles|like)|"
            r"also-?like|up-?next|"
            r"(other|latest|last|recent|popular|trending|top|most)-?(news|posts?|articles?|stories|read|viewed|releases)"
        ),
        "related news",
    ),
    (
        (
            r"shar(e|ing|ethis|ebar|er|eaholic)|addthis|addtoany|a2a|social(s|media|icons|links|likes)?|"
            r"ya-?share\w*|likely|pluso|sharedaddy|tweet"
        ),
        "share links",
    ),
    (
        (
            r"pagination|pager|paging|pages-?nav|page-?links|(prev|next|post|entry|article)-?(prev|next|nav|navigation|pager)|"
            r"nav-?(links|below|above|single)|prev-?next|previous-?next"
        ),
        "links to other pages",
    ),
    (
        (
            r"skip(-?(link|nav|to)\w*)?|screen-?reader(-text)?|sr-?only|visually-?hidden|offscreen|"
            r"element-invisible"
        ),
        "for screen readers",
    ),
    (
        (
            r"nav|navbar|navi|navigation|menu|mainmenu|submenu|topmenu|megamenu|topbar|top-?(bar|line|nav)|"
            r"lang(uage)?s?-?(switch\w*|menu|select\w*|list|bar)|locale-?switch\w*"
        ),
        "navigation",
    ),
    (r"subscri(be|ption)|newsletter|sign-?up|mailing-?list", "subscription"),
    (
        (
            r"print(-?(link|btn|button|version|friendly|icon|page|mail))|printer-?friendly|btn-?print|tools?|"
            r"toolbar|toolbox|actions?|page-?tools|article-?tools|utility"
        ),
        "buttons",
    ),
    (
        (
            r"copyright|colophon|site-?(footer|info)|page-?footer|global-?footer|foot(er)?-?(bar|menu|nav|"
            r"widgets?|bottom|inner|top)|bottom-?(bar|line|menu)|footer|disclaimers?"
        ),
        "footer",
    ),
    (r"site-?(header|branding|logo|title)|page-?top|global-?header|logo", "head of the page"),
    (r"search(-?(form|box|bar|block))?", "search"),
    (r"popup|modal|overlay|lightbox-?(overlay|nav)|off-?canvas|drawer", "dialogue"),
    (r"advert(isement|s)?|ads?|adsense|sponsor(ed|s)?|promo(tion)?|banners?|teasers?", "advertisement"),
    (r"(video|audio|media)-?(player|embed)|player", "player"),
    (r"tag(s|-?list|-?cloud|-?links)|post-?tags|keywords|cat-?links|categories|post-?categories", "tags"),
    (
        r"rating|votes?|likes?|views?|hits|post-?views|(view|visit(or)?|hit|read|share|comment|like)s?-?count(er|s)?",
        "counters",
    ),
    (r"pdf-?(viewer|reader|preview|layer)|text-?layer|flip-?book", "copy of an attached file"),
    (r"attachments|attached-?files?|file-?attachments", "attached files"),
    (r"author-?(bio|box|info|card)|about-?author", "about the author"),
    (
        (
            r"weather|calendar|poll|accessibility|vision|bvi|special-?version|font-?size|text-?resize\w*|"
            r"back-?to-?top|scroll-?(to-?)?top|go-?top|to-?top"
        ),
        "page furniture",
    ),
)  # fmt: skip
_LOOSE_NAMES = (
    (
        (
            r"side-?bar[\w-]*|(left|right)-?(col|column|side|block|panel)|aside|rail|widgets?|widget-?area|secondary|"
            r"block-?views?"
        ),
        "an aside of the page",
    ),
    (r"header|masthead|head", "head of the page"),
)  # fmt: skip
_PLAIN = tuple(
    (re.compile(rf"(?:[a-z0-9]+[-_]{{1,2}})*?(?:{words})(?:[-_]{{1,2}}[a-z0-9]+){{0,2}}"), why)
    for words, why in _PLAIN_NAMES
)
_LOOSE = tuple((re.compile(rf"(?:[a-z0-9]+[-_]{{1,2}})?(?:{words})"), why) for words, why in _LOOSE_NAMES)
# Names that say enough of prose, too; such as mean a line or a picture, which are furniture only without prose. The
# others are furniture only where they lead elsewhere.
_STRONG = {
    "cookie notice", "comments", "related news", "subscription", "footer", "for screen readers", "navigation",
    "breadcrumbs", "about the author", "copy of an attached file",
}  # fmt: skip
_WHOLES = {"comments", "cookie notice", "related news", "copy of an attached file"}
_ASIDE = "an aside of the page"
_BARE = {"head of the page", "buttons", "tags", "counters"}
# What a box is for its line: a picture in it may be pressed to see it larger, or have the tags of the text below it.
_OF_LINES = {"button", "buttons", "tags", "counters"}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STATES = re.compile(
    r"(?:has|no|with|without|is|js|not|col|row)[-_]\S+|"
    r"(?:layout|wp|page|body|home|single|template|theme)[-_](?!(?:footer|header|nav|menu|preheader)$)\S+"
)
_MOST, _HALF = 0.4, 0.75
_LITTLE = 0.15
_LONGEST_NAME = 60
_CARD_WORDS, _CARD_LINES, _FEWEST_CARDS, _CARD_TITLE = 90, 24, 2, 3
_TWIN_WORDS = 6
_COUNTER_WORDS = 8
QUESTIONS = ("?", "؟", "？", ";")
_PLAYED = ("video", "audio", "iframe")
_LEADING = ("a", "button", "form", "input", "select", "iframe", "textarea")


@dataclass(slots=True)
class _Marking:
    """The page's prose by box and by name, in letters; and the elements that have links, buttons or fields in them."""

    weights: dict[int, int]
    names: dict[str, int]
    total: int
    leading: set[int]


def mark_furniture(box: Box, headline: Leaf | None) -> None:
    """Writes into leaves and pictures what they are taken for, by the elements in which they stand.

    What bears a name that most of the prose bears, too, is no furniture by that name: some systems call all that they
    set a widget.
    """
    protected = {id(element) for element in (headline.element, *headline.element.up())} if headline else set()
    weights: dict[int, int] = {}
    prose = [leaf for leaf in box.leaves() if leaf.is_prose]
    weigh(box, {id(leaf) for leaf in prose}, weights)
    marking = _Marking(
        weights,
        _by_name(box, weights),
        max(sum(len(leaf.text) for leaf in prose), 1),
        around(box.element.find(*_LEADING)),
    )
    waiting: list[tuple[Box, bool]] = [(box, False)]
    while waiting:
        inner, in_article = waiting.pop()
        element = inner.element
        free = id(element) in protected or inner is box
        why = "" if free else _named(inner, marking, in_article=in_article)
        if why:
            mark(inner, why)
            continue
        in_article = in_article or element.tag in {"article", "main"} or element.get("role") == "main"
        waiting += [(child, in_article) for child in inner.children if isinstance(child, Box)]
    _mark_cards(box, headline)
    _mark_twins(box)


def mark(box: Box, why: str) -> None:
    """Marks what is in a box; of a picture names that mean a line say nothing: it is judged by where it stands."""
    for part in box.parts():
        if isinstance(part, Leaf) or why not in _OF_LINES:
            part.why = part.why or why


def _names_of(element: Element) -> list[str]:
    """The names in an element's class, id and own tag, in small letters; those of states left out."""
    own = element.tag if "-" in element.tag else ""
    names = HUMP.sub("-", f"{element.get('class')} {element.get('id')} {own}").lower().split()
    return [name for name in names if len(name) <= _LONGEST_NAME and not _STATES.fullmatch(name)]


def _by_name(box: Box, weights: dict[int, int]) -> dict[str, int]:
    """The letters of prose in all elements of a name together."""
    total: dict[str, int] = {}
    open_names: Counter[str] = Counter()
    waiting: list[tuple[Box, list[str]] | list[str]] = [(box, _names_of(box.element))]
    while waiting:
        step = waiting.pop()
        if isinstance(step, list):
            open_names.subtract(step)
            continue
        inner, names = step
        for name in names:
            if not open_names[name]:
                total[name] = total.get(name, 0) + weights[id(inner)]
            open_names[name] += 1
        waiting.append(names)
        waiting += [(child, _names_of(child.element)) for child in inner.children if isinstance(child, Box)]
    return total


def _named(box: Box, marking: _Marking, *, in_article: bool) -> str:
    """What an element is by its tag, role or name."""
    element = box.element
    share = marking.weights[id(box)] / marking.total
    if share < _MOST and (why := _by_kind(box, in_article=in_article)):
        return why
    if element.tag in {"body", "html", "main", "article", "h1"}:
        return ""
    for name in _names_of(element):
        why = _meaning(name, loose=not in_article)
        if (why == "head of the page" and _is_heading(box)) or (why == "counters" and not _is_counter(box)):
            continue
        most = _HALF if why in _WHOLES else _MOST
        if not why or max(share, marking.names[name] / marking.total) >= most:
            continue
        if why == "footer" and any(e.tag in {"blockquote", "figure"} for e in element.up()):
            continue
        bare = why in _BARE and any(pattern.fullmatch(name) for pattern, _ in _PLAIN)
        if why in _STRONG or not share or (id(element) in marking.leading and not bare):
            return why
        if (why == "dialogue" and share < _LITTLE) or (why == "player" and any(True for _ in element.find(*_PLAYED))):
            return why
    return ""


def _is_counter(box: Box) -> bool:
    """Whether a box is a number and little more; a box without words is none, however it is named."""
    return 0 < sum(leaf.words for leaf in islice(box.leaves(), _CARD_LINES)) <= _COUNTER_WORDS


def around(elements: Iterable[Element]) -> set[int]:
    """Elements and those that they stand in, by identity."""
    found: set[int] = set()
    for inner in elements:
        for element in (inner, *inner.up()):
            if id(element) in found:
                break
            found.add(id(element))
    return found


@lru_cache(maxsize=4096)
def _meaning(name: str, *, loose: bool) -> str:
    """What a name says of an element; nothing for most names."""
    return next((why for pattern, why in (*_PLAIN, *(_LOOSE if loose else ())) if pattern.fullmatch(name)), "")


def is_aside(element: Element, main: Element) -> bool:
    """Whether an element is beside the text by its tag, or by a name that the text's own element does not bear."""
    own = _names_of(main)
    said = (_meaning(name, loose=True) for name in _names_of(element) if name not in own)
    return element.tag == "aside" or any(why in _STRONG or why == _ASIDE for why in said)


def _is_heading(box: Box) -> bool:
    """Whether a box is nothing but one heading of a part of the text, which leads nowhere."""
    texts = [leaf for leaf in islice(box.leaves(), _FEWEST_CARDS) if leaf.words]
    if len(texts) != 1 or texts[0].linked:
        return False
    return any(e.tag in _HEADINGS - {"h1"} for e in (texts[0].element, *islice(texts[0].element.up(), 3)))


def _by_kind(box: Box, *, in_article: bool) -> str:
    """What an element is by its tag or role, or because no browser shows it."""
    element = box.element
    tag, role = element.tag, element.get("role").lower()
    if why := unseen(element):
        return why
    if role in _BY_ROLE or tag not in _BY_TAG:
        return _BY_ROLE.get(role, "")
    if tag == "button" and element.parent is not None and (element.parent.tag in _HEADINGS or _asks_itself(element)):
        return ""  # a heading that folds its text away
    quoted = tag == "footer" and element.parent is not None and element.parent.tag in {"blockquote", "figure"}
    heads = tag == "header" and _is_heading(box)
    own = in_article and (tag in {"header", "label"} or (tag == "aside" and not any(True for _ in element.find("a"))))
    return "" if quoted or heads or own else _BY_TAG[tag]


def _asks_itself(button: Element) -> bool:
    """Whether what is pressed is a question, whose answer is folded away."""
    text = button.text()
    return text.endswith(QUESTIONS) and len(text.split()) > 1


def _mark_twins(box: Box) -> None:
    """Marks prose that the page says once more: copies for other screens, a summary that the text repeats."""
    said: set[str] = set()
    for leaf in box.leaves():
        if not leaf.why and leaf.words >= _TWIN_WORDS and (leaf.is_prose or leaf.words >= 2 * _TWIN_WORDS):
            if leaf.text in said:
                leaf.why = "said before on the page"
            said.add(leaf.text)


def _mark_cards(box: Box, headline: Leaf | None) -> None:
    """Marks lists of teasers: several neighbours of one make, each little more than a headline that is a link."""
    protected = {id(element) for element in (headline.element, *headline.element.up())} if headline else set()
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        boxes = [child for child in inner.children if isinstance(child, Box)]
        pairs = zip([None, *boxes], boxes, strict=False)
        waiting += [child for before, child in pairs if not _is_list_of_text(child, before)]
        alike = Counter(make_of(child.element) for child in boxes)
        cards = [
            c
            for c in boxes
            if alike[make_of(c.element)] >= _FEWEST_CARDS and id(c.element) not in protected and _is_card(c)
        ]
        for card in cards if len(cards) >= _FEWEST_CARDS else ():
            mark(card, TEASER)


def _is_list_of_text(box: Box, before: Box | None) -> bool:
    """Whether a list stands right behind a paragraph, so that its links belong to the text: documents, say."""
    return box.element.tag in {"ul", "ol"} and before is not None and before.element.tag == "p"


def _is_card(box: Box) -> bool:
    """Whether a box is a short text under a headline that is nothing but a link."""
    if box.element.tag in {"p", "td", "th", "blockquote", "figure"}:
        return False
    leaves = [leaf for leaf in islice(box.leaves(), _CARD_LINES) if leaf.words]
    if not leaves or len(leaves) == _CARD_LINES or sum(leaf.words for leaf in leaves) > _CARD_WORDS:
        return False
    titles = [leaf for leaf in leaves if leaf.linked_share > 0.9 and leaf.words >= _CARD_TITLE]
    if box.element.tag == "li" and len(leaves) == 1:
        # A list of links alone is one of teasers too, where its items are as long as headlines.
        return bool(titles)
    pictured = any(isinstance(part, Picture) for part in box.parts())
    if pictured and all(map(leads_to_picture, titles)):
        return False  # pictures of a gallery, with their captions
    return bool(titles) and (len(leaves) > 1 or pictured)
