"""Checks of what elements mean: headings, figures, lists, contents, notes, links, and the languages of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf

from pipeline.preflight.content import Run
from pipeline.preflight.destinations import name_tree
from pipeline.preflight.joining import joined
from pipeline.preflight.opened import Opened, numbers_of
from pipeline.preflight.structure import HEADINGS, Element, MarkKid, ObjectKid
from pipeline.preflight.tagging import has_structure
from pipeline.preflight.values import Check, Trouble

NUMBERED = HEADINGS - {"H"}
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
ORDERED = re.compile(r"\(?(?:\d+|[ivxlcdm]+|[a-z])[.):]?", re.IGNORECASE)
NUMBERINGS = frozenset({"/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha"})
# What may stand right inside of a type, and in what it must stand.
HOLDS = {
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
}
STANDS_IN = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
}
OF_TABLES = frozenset({"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"})


def of_type(*types: str) -> Callable[[Opened], bool]:
    """Whether a file has elements of one of these types, as a condition of a check."""

    def present(file: Opened) -> bool:
        return any(element.type in types for element in file.structure.elements())

    return present


def text_of_element(file: Opened, element: Element) -> str:
    """All that an element says, without its children's alternatives."""
    if element.actual is not None:
        return element.actual
    runs = [run for kid in element.kids if isinstance(kid, MarkKid) for run in _runs(file, kid)]
    return " ".join([joined(runs), *(c.alt or text_of_element(file, c) for c in element.children)]).strip()


def _runs(file: Opened, kid: MarkKid) -> list[Run]:
    mark = file.contents.marks.get((kid.owner, kid.number))
    return list(mark.runs) if mark else []


def _levels(file: Opened) -> Iterator[Trouble]:
    before = 0
    for element in file.structure.elements():
        if element.type not in NUMBERED:
            continue
        level = int(element.type[1])
        said = text_of_element(file, element)[:60]
        if not before and level != 1:
            yield Trouble(
                f"The first heading is not of the first level: {said!r}.", element.page, value=element.type, limit="H1"
            )
        elif before and level > before + 1:
            yield Trouble(
                f"A heading skips a level: {said!r}.", element.page, value=element.type, limit=f"H{before + 1}"
            )
        before = level


def _empty(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type in HEADINGS and not text_of_element(file, element).strip("\ufffd \u00ad"):
            yield Trouble(f"A heading ({element.type}) says nothing.", element.page)


def _one_kind(file: Opened) -> Iterator[Trouble]:
    plain = [e for e in file.structure.elements() if e.type == "H"]
    numbered = [e for e in file.structure.elements() if e.type in NUMBERED]
    if plain and numbered:
        yield Trouble("Headings with and without a level are mixed.", plain[0].page, value="H", limit=numbered[0].type)
    for element in file.structure.elements():
        if sum(child.type == "H" for child in element.children) > 1:
            yield Trouble(f"A {element.kind} holds more than one H.", element.page)


def _figures(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if (
            element.type in {"Figure", "Formula"}
            and not (element.alt or "").strip()
            and not (element.actual or "").strip()
        ):
            yield Trouble(f"A {element.type} has no alternative text.", element.page, value=element.title or "")


def _boxes(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type != "Figure":
            continue
        pages = {kid.page for part in element.elements() for kid in part.kids if isinstance(kid, MarkKid)}
        if len(pages) > 1:
            continue
        box = numbers_of(element.attribute("/Layout", "/BBox"))
        if not box:
            yield Trouble("A Figure has no BBox.", element.page, value=(element.alt or "")[:60])
        elif box[0] >= box[2] or box[1] >= box[3]:
            yield Trouble("A Figure's BBox is empty.", element.page, value=" ".join(f"{n:g}" for n in box))


def _nested(file: Opened, types: frozenset[str]) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type not in types:
            continue
        above = element.parent.type if element.parent else ""
        if element.type in STANDS_IN and above not in STANDS_IN[element.type]:
            wanted = ", ".join(sorted(STANDS_IN[element.type]))
            yield Trouble(f"A {element.type} stands in {above or 'nothing'}.", element.page, value=above, limit=wanted)
        for child in element.children:
            if element.type in HOLDS and child.type not in HOLDS[element.type]:
                wanted = ", ".join(sorted(HOLDS[element.type]))
                yield Trouble(f"A {element.type} holds a {child.kind}.", child.page, value=child.kind, limit=wanted)
        if element.type in HOLDS and len(element.children) < len(element.kids):
            yield Trouble(f"A {element.type} holds content that is in none of its parts.", element.page)
        places = [i for i, child in enumerate(element.children) if child.type == "Caption"]
        last = len(element.children) - 1 if element.type == "Table" else 0
        if element.type in {"L", "TOC", "Table"} and (len(places) > 1 or any(i not in {0, last} for i in places)):
            yield Trouble(f"A {element.type} has captions where none belongs.", element.page)


def _lists(file: Opened) -> Iterator[Trouble]:
    yield from _nested(file, frozenset({"L", "LI", "LBody"}))
    for element in file.structure.elements():
        if element.type == "LI" and not any(child.type == "LBody" for child in element.children):
            yield Trouble("A list item has no body.", element.page)
        if element.type == "L" and not element.children:
            yield Trouble("A list has no items.", element.page)


def _numbered_lists(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type != "L":
            continue
        labels = [
            text_of_element(file, part).strip()
            for item in element.children
            for part in item.children
            if part.type == "Lbl"
        ]
        numbering = str(element.attribute("/List", "/ListNumbering") or "/None")
        if labels and all(ORDERED.fullmatch(label) for label in labels) and numbering not in NUMBERINGS:
            yield Trouble(
                "A list is numbered, and does not say how.", element.page, value=numbering[1:], limit="ListNumbering"
            )


def _contents(file: Opened) -> Iterator[Trouble]:
    yield from _nested(file, frozenset({"TOC", "TOCI"}))


def _tables(file: Opened) -> Iterator[Trouble]:
    yield from _nested(file, OF_TABLES)


def _notes(file: Opened) -> Iterator[Trouble]:
    seen: set[bytes] = set()
    for element in file.structure.elements():
        if element.type != "Note":
            continue
        if not element.name:
            yield Trouble("A note has no ID.", element.page)
        elif element.name in seen:
            yield Trouble("Two notes have the same ID.", element.page, value=element.name.decode("latin-1"))
        seen.add(element.name or b"")


def _names(file: Opened) -> Iterator[Trouble]:
    for name, elements in file.structure.names.items():
        if len(elements) > 1 and any(element.type != "Note" for element in elements):
            yield Trouble("Two elements have the same ID.", elements[1].page, value=name.decode("latin-1"))
    listed = dict(name_tree(file.root.StructTreeRoot.get("/IDTree")))
    for name, (element, *_) in file.structure.names.items():
        if not isinstance(listed.get(name), pikepdf.Dictionary) or listed[name].objgen != element.identity:
            message = f"The ID of a {element.kind} is not in the list of IDs."
            yield Trouble(message, element.page, value=name.decode("latin-1"))


def _links(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type != "Link":
            continue
        if not any(isinstance(kid, ObjectKid) for kid in element.kids):
            yield Trouble(
                "A Link element holds no link annotation.", element.page, value=text_of_element(file, element)[:60]
            )
        elif len(element.kids) == sum(isinstance(kid, ObjectKid) for kid in element.kids) and not element.alt:
            yield Trouble("A Link element holds no content.", element.page)


def _language(file: Opened) -> Iterator[Trouble]:
    language = file.root.get("/Lang")
    if language is None or not str(language):
        yield Trouble("The catalog names no language.")
    elif not LANGUAGE.fullmatch(str(language)):
        yield Trouble("The catalog's language is none.", value=str(language), limit="a tag such as en-GB")


def _languages(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.language is not None and not LANGUAGE.fullmatch(element.language):
            yield Trouble(f"A {element.kind} is in a language that is none.", element.page, value=element.language)
    for place in file.contents.languages:
        if not LANGUAGE.fullmatch(place.what):
            yield Trouble("A mark is in a language that is none.", place.page, value=place.what)


CHECKS = (
    Check("language", "The file names its language", (("ua1", "7.2"), ("2a", "6.7.4")), _language),
    Check("languages", "Languages are well named", (("ua1", "7.2"), ("2a", "6.7.4")), _languages, has_structure),
    Check("heading-levels", "Headings begin at H1 and skip no level", (("ua1", "7.4.2"),), _levels, of_type(*NUMBERED)),
    Check("empty-headings", "Headings say something", (("ua1", "7.4.1"),), _empty, of_type(*HEADINGS)),
    Check("heading-kinds", "Headings are of one kind", (("ua1", "7.4.4"),), _one_kind, of_type(*HEADINGS)),
    Check(
        "alternatives",
        "Figures and formulas have alternative texts",
        (("ua1", "7.3"), ("ua1", "7.7")),
        _figures,
        of_type("Figure", "Formula"),
    ),
    Check("figure-boxes", "Figures say where they are", (("ua1", "7.3"),), _boxes, of_type("Figure")),
    Check(
        "lists",
        "Lists are made of items with bodies",
        (("ua1", "7.2"), ("ua1", "7.6")),
        _lists,
        of_type("L", "LI", "LBody"),
    ),
    Check("list-numbering", "Numbered lists say how", (("ua1", "7.6"),), _numbered_lists, of_type("L")),
    Check("contents", "Contents are made of entries", (("ua1", "7.2"),), _contents, of_type("TOC", "TOCI")),
    Check("tables", "Tables are made of rows and cells", (("ua1", "7.2"),), _tables, of_type(*OF_TABLES)),
    Check("notes", "Notes have IDs of their own", (("ua1", "7.9"),), _notes, of_type("Note")),
    Check("ids", "IDs are unique and listed", (("ua1", "7.1"),), _names, has_structure),
    Check("links", "Links hold their annotation and their text", (("ua1", "7.18.5"),), _links, of_type("Link")),
)
