"""Markup as a tree of plain elements, made by an HTML5 parser (lexbor, through selectolax).

Broken markup gives the tree that browsers make of it. Nothing is run and nothing is fetched. Refused is what no page
of text needs: nesting beyond any editor's, and more elements than fit in memory. Scripts and styles are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pipeline import limits
from pipeline.diagnostic import Fault, Finding, Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

UNSEEN = frozenset({"script", "style", "template", "noscript", "object", "embed", "svg", "math", "canvas"})
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*['\"]?([^'\")]{1,2000})", re.IGNORECASE)
_LONGEST_STYLE, _FEW = 4_000, 8
_TEXT = "-text"
# Other names of pictures. What is in such an element is for programs that do not know it.
_PICTURES = {"amp-img": "img", "amp-anim": "img"}
_HOLLOW = frozenset({"b", "em", "font", "i", "small", "span", "strong"})
_CLOSED = UNSEEN | _PICTURES.keys()
# The address of a picture for readers without scripts, as an attribute of the picture that it stands in for.
STAND_IN = "data-without-script"


@dataclass(slots=True, eq=False)
class Element:
    """An element: its tag, its attributes, and elements and texts within it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    divided: bool = False
    """Whether it should stand within a line and has blocks in it, as links round whole teasers do."""
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, or nothing."""
        return self.attributes.get(name, "")

    def names(self) -> str:
        """What its author called it: class, id, role and the like, in small letters."""
        keys = ("class", "id", "role", "itemprop", "property", "data-testid", "aria-label")
        return " ".join(self.attributes[key] for key in keys if key in self.attributes).lower()

    def up(self) -> Iterator[Element]:
        """The elements around it, from the nearest on."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def walk(self) -> Iterator[Element]:
        """It and all elements within, in their order."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def text(self) -> str:
        """All text within, on one line."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node.tag not in UNSEEN:
                waiting += reversed(node.children)
                if node.tag not in INLINE:
                    waiting.append(" ")
                    parts.append(" ")
        return " ".join("".join(parts).split())

    def find(self, *tags: str) -> Iterator[Element]:
        """The elements within that have one of these tags."""
        return (element for element in self.walk() if element.tag in tags)


_INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp small span
strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE_TAGS.split())
WITHIN_LINES = UNSEEN | {
    "br",
    "img",
    "image",
    "button",
    "select",
    "option",
    "input",
    "textarea",
    "optgroup",
    "datalist",
}


def background_of(element: Element) -> str:
    """The address of the picture that an element without text shows as its background; nothing for most elements."""
    if not element.attributes:
        return ""
    style = element.get("style")[:_LONGEST_STYLE]
    match = _BACKGROUND.search(style) if "background" in style else None
    named = element.get("data-bg") or element.get("data-background-image") or element.get("data-background")
    address = (match[1] if match else named).strip()
    if not address or element.tag in {"html", "body", "table", "td"}:
        return ""
    within = [*islice(element.walk(), _FEW)]
    texts = (child for inner in within for child in inner.children if isinstance(child, str))
    empty = len(within) < _FEW and not any(text.strip() for text in texts)
    return address if empty and all(inner.tag != "img" for inner in within[1:]) else ""


def parse_markup(text: str, span: Span) -> tuple[Element, tuple[Element, ...]]:
    """The body of a page and the elements of its head; Fault E803."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an optional package, asked for by `reading`

    if text.count("<") > 3 * limits.MARKUP_ELEMENTS:
        raise _refused(span, f"has more than {limits.MARKUP_ELEMENTS:,} elements")
    parser = LexborHTMLParser(text)
    root = Element("html", {})
    count = letters = pictures = 0
    texts = _Texts(span)
    start = parser.root
    waiting = [(start, root, 1)] if start is not None else []
    while waiting:
        node, parent, depth = waiting.pop()
        tag = node.tag or ""
        if tag == _TEXT:
            parent.children.append(node.text_content or "")
            letters += len(node.text_content or "") if parent.tag not in UNSEEN else 0
            texts.take(parent, depth)
            continue
        if tag.startswith("-") and tag != "-document":
            continue
        count += 1
        pictures += tag == "img"
        _refuse_more(span, depth, count, pictures)
        if tag in _HOLLOW and node.first_child is None and not node.attributes:
            continue  # it shows nothing and has no name
        element = Element(_PICTURES.get(tag, tag), {key: value or "" for key, value in node.attributes.items()}, parent)
        parent.children.append(element)
        if tag not in INLINE and tag not in WITHIN_LINES:
            _divide(element)
        child = node.last_child if tag not in _CLOSED or (tag == "script" and "json" in element.get("type")) else None
        letters += _stand_in(element, node)
        while child is not None:
            waiting.append((child, element, depth + 1))
            child = child.prev
    refuse_volumes(letters, span)
    body = next(root.find("body"), root)
    heads = next(root.find("head"), None)
    pages = (child for child in root.children if isinstance(child, Element) and child.tag == "html")
    language = next((element.get("lang") for element in (root, *pages) if element.get("lang")), "")
    body.attributes.setdefault("lang", language)
    return body, tuple(heads.walk()) if heads else ()


def _stand_in(element: Element, node: LexborNode) -> int:
    """What there is for readers without scripts: a picture, or words, which are held to be listed; their letters.

    A picture is the one before it that a script would have loaded, or its own.
    """
    if element.tag != "noscript":
        return 0
    picture = node.css_first("img")
    if picture is None:
        element.children.append(" ".join(node.text(separator=" ").split()))
        return len(str(element.children[0]))
    attributes = {key: value or "" for key, value in picture.attributes.items()}
    if "1" in {attributes.get("width"), attributes.get("height")} or "none" in attributes.get("style", ""):
        return 0  # a counter of visits
    around = element.parent.children if element.parent else []
    before = next((e for e in islice(reversed(around), 1, 4) if isinstance(e, Element) or e.strip()), None)
    if isinstance(before, Element) and before.tag == "img":
        before.attributes.setdefault(STAND_IN, attributes.get("src", ""))
    else:
        element.tag, element.attributes = "img", attributes
    return 0


def _refuse_more(span: Span, depth: int, count: int, pictures: int) -> None:
    """Fault E803 for deeper nesting, more elements or more pictures than any page of text has."""
    if depth > limits.MARKUP_DEPTH:
        raise _refused(span, f"is nested more than {limits.MARKUP_DEPTH} deep")
    if count > limits.MARKUP_ELEMENTS:
        raise _refused(span, f"has more than {limits.MARKUP_ELEMENTS:,} elements")
    if pictures > limits.MARKUP_PICTURES:
        raise _refused(span, f"has more than {limits.MARKUP_PICTURES:,} pictures")


def refuse_volumes(letters: int, span: Span) -> None:
    """Fault E824 for more letters than any article has."""
    if letters > limits.SOURCE_LETTERS:
        message = f"{span.file} holds {letters:,} letters of text; an article has at most {limits.SOURCE_LETTERS:,}."
        raise Fault(Finding("E824", message, span, "Import the part that is wanted."))


def _divide(block: Element) -> None:
    """Notes in the elements around a block that they are divided by it, as far as they stand within a line."""
    for around in block.up():
        if around.divided or around.tag not in INLINE:
            return
        around.divided = True


def _refused(span: Span, what: str) -> Fault:
    hint = "Open it in a browser or word processor, copy the text, and save that as .txt."
    return Fault(Finding("E803", f"The markup of {span.file} {what}; no release is written so.", span, hint))


@dataclass(slots=True)
class _Texts:
    """The blocks of a page that have text of their own, and all elements that hold those."""

    span: Span
    places: set[int] = field(default_factory=set)
    holders: set[int] = field(default_factory=set)
    depths: int = 0

    def take(self, parent: Element, depth: int) -> None:
        """Counts the text that was put into an element last; Fault E803 for text in more places than pages have."""
        text = parent.children[-1]
        if parent.tag in UNSEEN or not isinstance(text, str) or not text.strip():
            return
        block = next((around for around in (parent, *parent.up()) if around.tag not in INLINE), parent)
        if id(block) in self.places:
            return
        self.places.add(id(block))
        self.depths += depth
        for around in (block, *block.up()):
            if id(around) in self.holders:
                break
            self.holders.add(id(around))
        if len(self.places) > limits.MARKUP_BLOCKS:
            raise _refused(self.span, f"has text in more than {limits.MARKUP_BLOCKS:,} places")
        if len(self.holders) > limits.MARKUP_HOLDERS or self.depths > limits.MARKUP_DEPTHS:
            raise _refused(self.span, "has its text in too many elements within each other")
