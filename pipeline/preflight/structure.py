"""The structure tree of a file: its elements, what they hold, and the way back from content to elements.

Read as it stands, without mending: an element that is its own ancestor, or a tree without end, is refused; a part
that is not what it should be is kept as a fault for the checks to tell. Words come from ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from pipeline import limits
from pipeline.preflight.content import Owner
from pipeline.preflight.opened import Opened, Unreadable, entries_of, integer_of, items_of, text_of

# The standard structure types (14.8.4).
GROUPS = frozenset(
    ["Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"]
)
HEADINGS = frozenset(["H", "H1", "H2", "H3", "H4", "H5", "H6"])
LISTS = frozenset(["L", "LI", "Lbl", "LBody"])
TABLES = frozenset(["Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"])
INLINE = frozenset(
    [
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
    ]
)
ILLUSTRATIONS = frozenset(["Figure", "Formula", "Form"])
STANDARD = GROUPS | HEADINGS | LISTS | TABLES | INLINE | ILLUSTRATIONS | {"P"}
Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkKid:
    """Content of an element: the mark ``number`` of a page's or form's stream."""

    owner: Owner
    number: int
    page: int


@dataclass(frozen=True, slots=True)
class ObjectKid:
    """An object of an element, such as an annotation."""

    item: pikepdf.Object
    page: int


@dataclass(slots=True)
class Element:
    """One structure element. ``kind`` is its type as written, ``type`` the standard one that it maps to (or empty).

    ``page`` is the number of the page it begins on, 0 where nothing says it.
    """

    kind: str
    type: str
    identity: Identity
    parent: Element | None
    kids: list[Element | MarkKid | ObjectKid] = field(default_factory=list)
    page: int = 0
    alt: str | None = None
    actual: str | None = None
    expansion: str | None = None
    language: str | None = None
    title: str | None = None
    name: bytes | None = None
    attributes: dict[str, dict[str, pikepdf.Object]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    @property
    def children(self) -> tuple[Element, ...]:
        """The elements right below."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def attribute(self, owner: str, key: str) -> pikepdf.Object | None:
        """An attribute by its owner and name, as ``("/Table", "/Scope")``."""
        return self.attributes.get(owner, {}).get(key)

    def ancestor(self, *types: str) -> Element | None:
        """The nearest element above of one of these types."""
        above = self.parent
        while above is not None and above.type not in types:
            above = above.parent
        return above


@dataclass(slots=True)
class Structure:
    """The tree. ``present`` is False where the catalog names none; ``parents`` is the parent tree by key."""

    present: bool = False
    roots: list[Element] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    parents: dict[int, pikepdf.Object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    names: dict[bytes, list[Element]] = field(default_factory=dict)

    _order: list[Element] = field(default_factory=list)

    def elements(self) -> Sequence[Element]:
        """All elements in reading order."""
        if not self._order:
            self._order = [element for root in self.roots for element in root.elements()]
        return self._order


def read_structure(file: Opened) -> Structure:
    """The tree of a file; Unreadable where it has no end."""
    structure = Structure()
    root = file.root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return structure
    structure.present = True
    structure.roles = {k[1:]: str(v)[1:] for k, v in entries_of(root.get("/RoleMap")).items()}
    structure.parents = dict(_numbers(root.get("/ParentTree"), 0))
    _Reader(file, structure, root).read()
    return structure


def standard_type(kind: str, roles: dict[str, str]) -> str:
    """The standard type that ``kind`` is or maps to; empty when it maps to none, or in a circle."""
    seen: set[str] = set()
    while kind not in STANDARD:
        if kind in seen or kind not in roles:
            return ""
        seen.add(kind)
        kind = roles[kind]
    return kind


def _numbers(node: object, depth: int) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries of a number tree."""
    if depth > limits.PREFLIGHT_DEPTH:
        message = "the parent tree has no end"
        raise Unreadable(message)
    entries = entries_of(node)
    numbers = items_of(entries.get("/Nums"))
    for key, value in zip(numbers[::2], numbers[1::2], strict=False):
        yield int(key), value
    for kid in items_of(entries.get("/Kids")):
        yield from _numbers(kid, depth + 1)


class _Reader:
    """Reads the tree from its root, each element once."""

    def __init__(self, file: Opened, structure: Structure, root: pikepdf.Object) -> None:
        self.file, self.structure, self.root = file, structure, root
        self.classes = entries_of(root.get("/ClassMap"))
        self.seen: set[Identity] = set()

    def read(self) -> None:
        for kid in _kids(self.root.get("/K")):
            if isinstance(kid, pikepdf.Dictionary):
                self.structure.roots.append(self._element(kid, None, self.root.objgen, 0))
            else:
                self.structure.faults.append("the root of the structure holds something that is not an element")

    def _element(self, item: pikepdf.Object, parent: Element | None, above: Identity, depth: int) -> Element:
        if depth > limits.PREFLIGHT_DEPTH or len(self.seen) > limits.PREFLIGHT_ELEMENTS:
            message = "the structure is nested too deeply, or too large"
            raise Unreadable(message)
        if item.is_indirect:
            if item.objgen in self.seen:
                message = f"the structure element {item.objgen[0]} has more than one parent"
                raise Unreadable(message)
            self.seen.add(item.objgen)
        entries = entries_of(item)
        kind = str(entries.get("/S", "/")).removeprefix("/")
        element = Element(kind, standard_type(kind, self.structure.roles), item.objgen, parent)
        if entries.get("/Type", "/StructElem") != "/StructElem":
            element.faults.append(f"is of the type {entries['/Type']}")
        up = entries.get("/P")
        if not isinstance(up, pikepdf.Dictionary):
            element.faults.append("names no parent")
        elif up.objgen != above:
            element.faults.append("names another parent than the one that it stands in")
        element.alt, element.actual, element.expansion, element.language, element.title = (
            text_of(entries.get(key)) for key in ("/Alt", "/ActualText", "/E", "/Lang", "/T")
        )
        if isinstance(name := entries.get("/ID"), pikepdf.String):
            element.name = bytes(name)
            self.structure.names.setdefault(element.name, []).append(element)
        self._attributes(element, entries)
        page = self._page(entries.get("/Pg"))
        element.page = page
        for kid in _kids(entries.get("/K")):
            self._kid(element, kid, item, page, depth)
        if not element.page:
            element.page = next((kid.page for kid in element.kids if kid.page), 0)
        return element

    def _page(self, page: object) -> int:
        return self.file.page_numbers.get(page.objgen, 0) if isinstance(page, pikepdf.Dictionary) else 0

    def _kid(self, element: Element, kid: Any, item: pikepdf.Object, page: int, depth: int) -> None:  # noqa: ANN401 - whatever stands in K
        if (number := integer_of(kid)) is not None:
            self._mark(element, page, None, number)
        elif not isinstance(kid, pikepdf.Dictionary):
            element.faults.append("holds something that is neither an element nor content")
        elif kid.get("/Type") == "/MCR":
            number = integer_of(kid.get("/MCID"))
            if number is not None:
                self._mark(element, self._page(kid.get("/Pg")) or page, kid.get("/Stm"), number)
            else:
                element.faults.append("refers to a mark without a number")
        elif kid.get("/Type") == "/OBJR":
            target = kid.get("/Obj")
            if isinstance(target, (pikepdf.Dictionary, pikepdf.Stream)):
                element.kids.append(ObjectKid(target, self._page(kid.get("/Pg")) or page))
            else:
                element.faults.append("refers to an object that is not there")
        else:
            element.kids.append(self._element(kid, element, item.objgen, depth + 1))

    def _mark(self, element: Element, page: int, stream: object, number: int) -> None:
        if isinstance(stream, pikepdf.Stream):
            element.kids.append(MarkKid(("form", *stream.objgen), number, page))
        elif page:
            owner: Owner = ("page", *self.file.pages[page - 1].obj.objgen)
            element.kids.append(MarkKid(owner, number, page))
        else:
            element.faults.append(f"refers to the mark {number} of no page")

    def _attributes(self, element: Element, entries: dict[str, Any]) -> None:
        """Attribute objects and those of its classes, by their owners; a later one has the last word."""
        named = [self.classes.get(str(name)) for name in _kids(entries.get("/C")) if isinstance(name, pikepdf.Name)]
        for found in (*named, entries.get("/A")):
            for owned in map(entries_of, _kids(found)):
                if "/O" in owned:
                    element.attributes.setdefault(str(owned["/O"]), {}).update(owned)


def _kids(value: object) -> tuple[object, ...]:
    """One or several, as K and A may have it."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, pikepdf.Array) else (value,)
