"""A page's tree as boxes: what its blocks are, which runs of text each holds, and where pictures stand.

Every text of the page that a reader sees is in exactly one leaf; what becomes of a leaf is decided elsewhere and
written into it. Nothing is left out here but what no browser shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, pairwise, takewhile

from pipeline.article import Inline
from pipeline.importers.about import is_about
from pipeline.importers.runs import BREAK, ends, tidied, without_unseen, words_of
from pipeline.importers.tree import INLINE, UNSEEN, Element, background_of
from pipeline.importers.values import NOWHERE, Runs, plain

# What elements are called that hold the caption of a picture.
CAPTION_NAME = re.compile(
    r"caption|(image|img|photo|picture|foto)[-_]?(desc\w*|text|title|info|credit)|wp-caption-text|credit|copyright|legend"
)
# The end of an address that leads to a picture, and not to a page.
ENLARGED = re.compile(r"\.(jpe?g|png|webp|gif|tiff?|avif)([?#]|$)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_LONGEST_STYLE = 300
_NO_ROWS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption"}
_PIECES = {"span", "a", "time", "i", "em", "b", "strong", "small", "font", "abbr", "address"}
_MOST_PIECES, _SHORT_SIGN = 12, 3
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEARD = re.compile(
    r"(^|\s)([\w-]*(sr-only|visually-?hidden|screen-?reader(-text)?|offscreen|assistive-text|element-invisible|a11y-hidden)"
    r"(-focusable)?|wb-inv|sound_only|blind)(?=$|\s)",
    re.IGNORECASE,
)
_HIDE = re.compile(r"(^|\s)(hide|hidden)(?=$|\s)")
_TITLED = {"caption", "legend", "span"}
_SCHEME = re.compile(r"(https?://|mailto:|tel:)\S+$", re.IGNORECASE)


@dataclass(eq=False)
class Leaf:
    """A run of text between the ends of blocks. ``why`` says what it was taken for, where it does not stay.

    ``linked`` counts the letters that are links. ``ids`` are names that links within the page point to.
    """

    element: Element
    runs: Runs
    linked: int = 0
    why: str = ""
    ids: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """Its text on one line."""
        return plain(self.runs)

    @cached_property
    def words(self) -> int:
        """How many words; two letters of scripts without blanks count as one."""
        return words_of(self.text)

    @cached_property
    def linked_share(self) -> float:
        """Which share of its letters are links, from 0 to 1."""
        return self.linked / max(sum(len("".join(run.text.split())) for run in self.runs), 1)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like sentences."""
        if self.linked_share > 0.6:
            return False
        return self.words >= 25 or (self.words >= 5 and ends(self.text))


@dataclass(eq=False)
class Picture:
    """A picture where it stands. ``why`` as of a leaf."""

    element: Element
    why: str = ""


@dataclass(eq=False)
class Box:
    """An element with the boxes, leaves and pictures within it."""

    element: Element
    children: list[Box | Leaf | Picture] = field(default_factory=list)

    def leaves(self) -> Iterator[Leaf]:
        """Every leaf within, in order."""
        return (part for part in self.parts() if isinstance(part, Leaf))

    def parts(self) -> Iterator[Leaf | Picture]:
        """Every leaf and picture within, in order."""
        waiting: list[Box | Leaf | Picture] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Box):
                waiting += reversed(part.children)
            else:
                yield part


def boxes_of(element: Element) -> Box:
    """The boxes of an element."""
    every = [inner for inner in element.walk() if inner.attributes or inner.children]
    named = {name for inner in every for key in ("id", "name") if (name := inner.get(key))}
    for row in filter(_is_row, every):
        for piece in row.children:
            if isinstance(piece, Element):
                piece.divided = True
    for caption in filter(_is_of_picture_within_line, every):
        for around in (caption, *takewhile(lambda element: element.tag in INLINE, caption.up())):
            around.divided = True
    return _Boxer(element, _Look(targets=frozenset(named))).box


def _is_of_picture_within_line(element: Element) -> bool:
    """Whether an element is one of a line by its tag, and yet a caption by its name, or a picture's frame with words.

    A caption stands beside its picture; a frame is the link to a larger copy.
    """
    if element.tag not in INLINE or element.parent is None:
        return False
    framed = element.tag == "a" and ENLARGED.search(element.get("href")) is not None
    if not framed and not CAPTION_NAME.search(element.get("class").lower()):
        return False
    beside, within = ([*islice(around.walk(), _MOST_PIECES)] for around in (element.parent, element))
    pictured = any(inner.tag == "img" for inner in within)
    if framed:
        return pictured and any(isinstance(one, str) and one.strip() for inner in within for one in inner.children)
    return not pictured and any(other.tag == "img" for other in beside)


def leads_to_picture(leaf: Leaf) -> bool:
    """Whether the words of a link are of the picture beside them: it leads to a larger copy, or they are named so."""
    link = next((e for e in (leaf.element, *leaf.element.up()) if e.tag == "a"), None)
    if link is None:
        return False
    nowhere = not link.get("href").strip("#") and CAPTION_NAME.search(leaf.element.get("class").lower()) is not None
    return nowhere or ENLARGED.search(link.get("href")) is not None


def _is_row(element: Element) -> bool:
    """Whether an element is a row of pieces that do not make a sentence: a day, an author, a counter, side by side."""
    inner = [child for child in element.children if isinstance(child, Element)]
    if element.tag in _NO_ROWS or not 2 <= len(inner) <= _MOST_PIECES or any(e.tag not in _PIECES for e in inner):
        return False
    if any(True for one in inner for _ in islice(one.walk(), _MOST_PIECES, None)):
        return False
    between = [child.strip() for child in element.children if isinstance(child, str)]
    if any(len(text) > _SHORT_SIGN for text in between):
        return False
    texts = [one.text() for one in inner]
    if sum(len(text) for text in texts) >= _LONGEST_STYLE:
        return False
    return any(map(is_about, texts)) or (
        not any(isinstance(child, str) for child in element.children) and _are_glued(inner, texts)
    )


def _are_glued(inner: Sequence[Element], texts: Sequence[str]) -> bool:
    """Whether pieces run into each other without a blank, of two makes or capital behind small: a style parts them."""
    pairs = pairwise(zip(inner, texts, strict=True))
    return all(
        len(one) > 1
        and len(other) > 1
        and one[-1].isalnum()
        and other[0].isalnum()
        and (
            (left.tag, left.get("class")) != (right.tag, right.get("class"))
            or (one[-1].islower() and other[0].isupper())
        )
        for (left, one), (right, other) in pairs
    )


def unseen(element: Element) -> str:
    """Why readers do not see an element: it is hidden, or there for those who listen; nothing for what is seen."""
    if "hidden" in element.attributes or _UNSEEN.search(element.get("style")[:_LONGEST_STYLE]):
        return "hidden"
    heard = _HEARD.search(element.get("class")) or (element.tag in _TITLED and _HIDE.search(element.get("class")))
    return "for screen readers" if heard else ""


def parents_of(box: Box) -> dict[int, Box]:
    """The box around each box, leaf and picture, by identity."""
    found: dict[int, Box] = {}
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        found |= {id(child): inner for child in inner.children}
        waiting += [child for child in inner.children if isinstance(child, Box)]
    return found


def counted(box: Box, wanted: Callable[[Leaf | Picture], int]) -> dict[int, int]:
    """The sum over the leaves and pictures in each box, by identity, of what ``wanted`` says of each."""
    counts: dict[int, int] = {}

    def count(inner: Box) -> int:
        total = sum([count(child) if isinstance(child, Box) else wanted(child) for child in inner.children])
        counts[id(inner)] = total
        return total

    count(box)
    return counts


def weigh(box: Box, wanted: set[int], weights: dict[int, int]) -> int:
    """The letters of the wanted leaves in each box."""
    weight = 0
    for child in box.children:
        if isinstance(child, Box):
            weight += weigh(child, wanted, weights)
        elif id(child) in wanted and isinstance(child, Leaf):
            weight += len(child.text)
    weights[id(box)] = weight
    return weight


@dataclass(frozen=True, slots=True)
class _Look:
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    note: str = ""
    linked: bool = False
    raised: int = 0
    kept_lines: bool = False
    targets: frozenset[str] = frozenset()


class _Boxer:
    """Fills one box; those within it are made by boxers of their own."""

    def __init__(self, element: Element, look: _Look) -> None:
        self.box = Box(element)
        self.runs: list[Inline] = []
        self.linked = 0
        self.ids: list[str] = [element.get("id")] if element.get("id") else []
        self._take(element, look)
        self._end()

    def _take(self, element: Element, look: _Look) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._text(child, look)
            elif child.tag in UNSEEN:
                self._without_scripts(child)
            elif child.tag == "img" or (child.tag == "image" and child.get("src")) or background_of(child):
                self._end()
                self.box.children.append(Picture(child))
            elif child.tag == "br":
                self._break()
            elif child.tag in INLINE and not child.divided:
                self._take_within_line(child, look)
            else:
                self._end()
                if not child.children:
                    continue
                within = look
                if child.tag in {"pre", "a"}:
                    kept = look.kept_lines or child.tag == "pre"
                    within = replace(
                        look, kept_lines=kept, linked=look.linked or (child.tag == "a" and not _folds(child))
                    )
                inner = _Boxer(child, within).box
                if inner.children:
                    self.box.children.append(inner)

    def _without_scripts(self, child: Element) -> None:
        """What is said to readers without scripts, which is listed."""
        if child.tag == "noscript" and (text := "".join(map(str, child.children))):
            self.box.children.append(Leaf(child, (Inline(text, NOWHERE),), why="for readers without scripts"))

    def _take_within_line(self, child: Element, look: _Look) -> None:
        if why := unseen(child):
            if text := child.text():
                self.box.children.append(Leaf(child, (Inline(text, NOWHERE),), why=why))
            return
        if name := child.get("id") or (child.get("name") if child.tag == "a" else ""):
            self.ids.append(name)
        style = child.get("style")[:_LONGEST_STYLE]
        if child.tag in {"b", "strong"} or _BOLD.search(style):
            look = replace(look, strong=True)
        if child.tag in {"i", "em"} or _ITALIC.search(style):
            look = replace(look, emphasis=True)
        if child.tag == "a" and not _folds(child) and (child.get("href") or not (child.get("name") or child.get("id"))):
            address = child.get("href").strip()
            outward = address if _SCHEME.match(address) else ""
            note = (
                address[1:]
                if address.startswith("#") and address[1:] in look.targets and _is_mark(child.text())
                else ""
            )
            look = replace(look, href=outward, note=note, linked=not note)
        elif child.tag in {"sup", "sub"}:
            look = replace(look, raised=1 if child.tag == "sup" else -1)
        self._take(child, look)

    def _text(self, text: str, look: _Look) -> None:
        paragraphs = re.split(r"\n[ \t\r]*\n", text.replace("\r\n", "\n")) if look.kept_lines else [text]
        for number, paragraph in enumerate(paragraphs):
            if number:
                self._end()
            bare = _BLANKS.sub(" ", without_unseen(paragraph))
            if look.raised and bare.strip().isdigit():
                bare = bare.strip().translate(_RAISED if look.raised > 0 else _LOWERED)
            if not bare:
                continue
            if look.note and bare.strip():
                self.runs.append(Inline("", NOWHERE, note=look.note))
                continue
            self.linked += len(bare.replace(" ", "")) if look.linked else 0
            self.runs.append(Inline(bare, NOWHERE, strong=look.strong, emphasis=look.emphasis, href=look.href))

    def _break(self) -> None:
        """The end of a line; two in a row end the paragraph."""
        while self.runs and not (self.runs[-1].text.strip(" \u00a0") or self.runs[-1].note):
            self.runs.pop()  # blanks at the end of a line
        if self.runs and self.runs[-1].text == BREAK:
            self._end()
        elif self.runs:
            self.runs.append(Inline(BREAK, NOWHERE))

    def _end(self) -> None:
        runs = tidied(self.runs)
        if any(run.text.strip() or run.note for run in runs):
            self.box.children.append(Leaf(self.box.element, runs, self.linked, ids=tuple(self.ids)))
            self.ids = []
        self.runs, self.linked = [], 0


def _folds(link: Element) -> bool:
    """Whether a link leads nowhere and is there to fold a part of the page away."""
    around = (link, *islice(link.up(), 2))
    states = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "tabindex")
    return link.get("href")[:1] in {"", "#"} and any(key in e.attributes for e in around for key in states)


def _is_mark(text: str) -> bool:
    """Whether a link's text is that of a footnote: ``1``, ``[1]``, ``*``; not an arrow that leads back."""
    return re.fullmatch(r"\s*[\[(]?(\d{1,3}|[*†‡]{1,3}|[a-z])[\])]?\s*", text) is not None
