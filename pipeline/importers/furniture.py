"""What of a page is furniture by its own account: its tag, its role, its name, its place in a list of its like.

The headline and what is around it are never furniture, however they are named; nor is what holds most of the page's
prose, unless its name leaves no doubt.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.importers.boxes import Box, Leaf, Picture, weigh
from pipeline.importers.tree import Element

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
            r"widgets?|bottom|inner|top)|bottom-?(bar|line|menu)|footer"
        ),
        "footer",
    ),
    (r"site-?(header|branding|logo|title)|page-?top|global-?header|logo", "head of the page"),
    (r"search(-?(form|box|bar|block))?", "search"),
    (r"popup|modal|overlay|lightbox-?(overlay|nav)|off-?canvas|drawer", "dialogue"),
    (r"advert(isement|s)?|ads?|adsense|sponsor(ed|s)?|promo(tion)?|banners?", "advertisement"),
    (r"tag(s|-?list|-?cloud|-?links)|post-?tags|keywords|cat-?links|categories|post-?categories", "tags"),
    (r"rating|votes?|likes?|views?|hits|counter|post-?views", "counters"),
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
            r"side-?bar\w*|(left|right)-?(col|column|side|block|panel)|aside|rail|widgets?|widget-?area|secondary|"
            r"block-?views?"
        ),
        "an aside of the page",
    ),
    (r"header|masthead|head", "head of the page"),
)  # fmt: skip
_PLAIN = tuple(
    (re.compile(rf"(?:^|\s)(?:[a-z0-9]+[-_]{{1,2}})*?(?:{words})(?:[-_]{{1,2}}[a-z0-9]+){{0,2}}(?=$|\s)"), why)
    for words, why in _PLAIN_NAMES
)
_LOOSE = tuple(
    (re.compile(rf"(?:^|\s)(?:[a-z0-9]+[-_]{{1,2}})?(?:{words})(?=$|\s)"), why) for words, why in _LOOSE_NAMES if why
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STATES = re.compile(
    r"(?:^|\s)(?:has|no|with|without|is|js|not|layout|col|row|wp|page|body|home|single|template|theme)[-_]\S+"
)
_MOST, _HALF = 0.4, 0.75
_CARD_WORDS, _FEWEST_CARDS, _CARD_TITLE = 90, 2, 3


def mark_furniture(box: Box, headline: Leaf | None) -> None:
    """Writes into leaves and pictures what they are taken for, by the elements in which they stand."""
    protected = {id(element) for element in (headline.element, *headline.element.up())} if headline else set()
    total = max(sum(len(leaf.text) for leaf in box.leaves() if leaf.is_prose), 1)
    weights: dict[int, int] = {}
    weigh(box, {id(leaf) for leaf in box.leaves() if leaf.is_prose}, weights)
    waiting: list[tuple[Box, bool]] = [(box, False)]
    while waiting:
        inner, in_article = waiting.pop()
        element = inner.element
        why = (
            ""
            if id(element) in protected or inner is box
            else _named(element, weights[id(inner)] / total, in_article=in_article)
        )
        if why:
            _mark(inner, why)
            continue
        in_article = in_article or element.tag in {"article", "main"} or element.get("role") == "main"
        waiting += [(child, in_article) for child in inner.children if isinstance(child, Box)]
    _mark_cards(box, headline)


def _mark(box: Box, why: str) -> None:
    for part in box.parts():
        part.why = part.why or why


def _named(element: Element, share: float, *, in_article: bool) -> str:
    """What an element is by its tag, role or name; ``share`` is its share of the page's prose."""
    if share < _MOST and (why := _by_kind(element, in_article=in_article)):
        return why
    names = _STATES.sub(" ", _HUMP.sub("-", f"{element.get('class')} {element.get('id')}").lower())
    if not names.strip() or element.tag in {"body", "html", "main", "article", "h1"}:
        return ""
    loose = () if in_article else _LOOSE
    for pattern, why in (*_PLAIN, *loose):
        most = _HALF if why in {"comments", "cookie notice", "related news"} else _MOST
        if share < most and pattern.search(names):
            return why
    return ""


def _by_kind(element: Element, *, in_article: bool) -> str:
    """What an element is by its tag or role, or because no browser shows it."""
    tag, role = element.tag, element.get("role").lower()
    if "hidden" in element.attributes or _HIDDEN.search(element.get("style")):
        return "hidden"
    if role in _BY_ROLE or tag not in _BY_TAG:
        return _BY_ROLE.get(role, "")
    quoted = tag == "footer" and element.parent is not None and element.parent.tag in {"blockquote", "figure"}
    own = in_article and (tag in {"header", "label"} or (tag == "aside" and not any(True for _ in element.find("a"))))
    return "" if quoted or own else _BY_TAG[tag]


def _mark_cards(box: Box, headline: Leaf | None) -> None:
    """Marks lists of teasers: several neighbours of one make, each little more than a headline that is a link."""
    protected = {id(element) for element in (headline.element, *headline.element.up())} if headline else set()
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        boxes = [child for child in inner.children if isinstance(child, Box)]
        pairs = zip([None, *boxes], boxes, strict=False)
        waiting += [child for before, child in pairs if not _is_list_of_text(child, before)]
        alike = Counter(_make(child.element) for child in boxes)
        cards = [
            c
            for c in boxes
            if alike[_make(c.element)] >= _FEWEST_CARDS and id(c.element) not in protected and _is_card(c)
        ]
        for card in cards if len(cards) >= _FEWEST_CARDS else ():
            _mark(card, "teaser of another page")


def _is_list_of_text(box: Box, before: Box | None) -> bool:
    """Whether a list stands right behind a paragraph, so that its links belong to the text: documents, say."""
    return box.element.tag in {"ul", "ol"} and before is not None and before.element.tag == "p"


def _make(element: Element) -> tuple[str, str]:
    return element.tag, " ".join(
        word for word in element.get("class").split() if not re.search(r"\d|first|last|odd|even|active", word)
    )


def _is_card(box: Box) -> bool:
    """Whether a box is a short text under a headline that is nothing but a link."""
    if box.element.tag in {"p", "td", "th", "blockquote", "figure"}:
        return False
    leaves = [leaf for leaf in box.leaves() if leaf.words]
    if not leaves or sum(leaf.words for leaf in leaves) > _CARD_WORDS:
        return False
    titles = [leaf for leaf in leaves if leaf.linked_share > 0.9 and leaf.words >= _CARD_TITLE]
    if box.element.tag == "li" and len(leaves) == 1:
        # A list of links alone is one of teasers too, where its items are as long as headlines.
        return bool(titles)
    pictured = any(isinstance(part, Picture) for part in box.parts())
    return bool(titles) and (len(leaves) > 1 or pictured)
