"""Ways through a document: outline, page labels, named destinations and links.

Page labels are direct dictionaries, because some checkers refuse ReportLab's indirect ones. A destination may be
named before the page that it is on is drawn; one that never is bound is a fault of the program. Words come from
ISO 32000-1, 12.3, 12.4.2 and 12.5.6.5.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFDocument, PDFName, PDFObject, PDFString

from pipeline.pdf.syntax import Area, ascii_uri, number


class LabelStyle(Enum):
    """How a range of pages is numbered in a viewer's page field."""

    DECIMAL = "D"
    ROMAN = "r"
    ROMAN_CAPITALS = "R"
    NONE = ""


@dataclass(frozen=True, slots=True)
class LabelRange:
    """Page labels from the page ``first`` (an index from 0) on: prefix, then a number counted from ``start``."""

    first: int
    style: LabelStyle = LabelStyle.DECIMAL
    start: int = 1
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline, with the entries below it; ``destination`` is one that the canvas was given."""

    title: str
    destination: str
    below: tuple[Bookmark, ...] = ()
    open: bool = False


class _Entry(PDFObject):  # type: ignore[misc]
    """One item of the outline: a dictionary that is always an object of its own."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Any]) -> None:
        self.entries = entries

    def format(self, document: PDFDocument) -> bytes:
        formatted: bytes = PDFDictionary(self.entries).format(document)
        return formatted


class Outline(_Entry):
    """The outline; it takes the place of ReportLab's, whose entries cannot share a destination."""

    def __init__(self) -> None:
        super().__init__({"Type": PDFName("Outlines")})
        self.ready = -1

    def fill(self, document: PDFDocument, bookmarks: Iterable[Bookmark], destinations: Mapping[str, Any]) -> None:
        """Puts the tree of ``bookmarks`` in; KeyError for a destination that the canvas was never given."""
        shown = _chain(document, self, tuple(bookmarks), destinations)
        if shown:
            self.entries["Count"] = shown
            self.ready = 1

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Called by ReportLab before it writes; all is prepared."""


def _chain(
    document: PDFDocument, parent: _Entry, bookmarks: tuple[Bookmark, ...], destinations: Mapping[str, Any]
) -> int:
    """Links the items of one level below ``parent``; how many lines they show when the parent is open."""
    items = [_Entry({"Title": PDFString(b.title), "Dest": destinations[b.destination]}) for b in bookmarks]
    shown = len(items)
    for index, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True)):
        item.entries["Parent"] = document.Reference(parent)
        if index:
            item.entries["Prev"] = document.Reference(items[index - 1])
            items[index - 1].entries["Next"] = document.Reference(item)
        if bookmark.below:
            below = _chain(document, item, bookmark.below, destinations)
            item.entries["Count"] = below if bookmark.open else -below
            shown += below if bookmark.open else 0
    if items:
        parent.entries["First"], parent.entries["Last"] = map(document.Reference, (items[0], items[-1]))
    return shown


def page_labels(ranges: Iterable[LabelRange]) -> PDFDictionary:
    """The number tree of page labels. The first range must begin at page 0."""
    items: list[Any] = []
    for labels in sorted(ranges, key=lambda r: r.first):
        entry: dict[str, Any] = {}
        if labels.style is not LabelStyle.NONE:
            entry["S"] = PDFName(labels.style.value)
            entry["St"] = labels.start
        if labels.prefix:
            entry["P"] = PDFString(labels.prefix)
        items += [labels.first, PDFDictionary(entry)]
    if items and items[0] != 0:
        message = "page labels must begin at the first page"
        raise ValueError(message)
    return PDFDictionary({"Nums": PDFArrayCompact(items)})


def named_destinations(destinations: Mapping[str, Any]) -> PDFDictionary:
    """The name tree by which other files may point into this one (``digest.pdf#nameddest=...``)."""
    pairs = sorted(((_text_bytes(name), target) for name, target in destinations.items()), key=lambda pair: pair[0])
    items = [item for name, target in pairs for item in (PDFString(name, enc="raw"), target)]
    return PDFDictionary({"Dests": PDFDictionary({"Names": PDFArrayCompact(items)})})


def _text_bytes(text: str) -> bytes:
    return text.encode("ascii") if text.isascii() else BOM_UTF16_BE + text.encode("utf-16-be")


def link(area: Area, contents: str, entries: Mapping[str, Any]) -> PDFDictionary:
    """A link annotation without a border, printable, that says ``contents`` to those who cannot see it."""
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArrayCompact([number(edge) for edge in area]),
            "Border": "[0 0 0]",
            "F": 4,
            "Contents": PDFString(contents),
            **entries,
        }
    )


def uri_action(uri: str) -> PDFDictionary:
    """The action that opens an address, escaped to ASCII."""
    return PDFDictionary({"S": PDFName("URI"), "URI": PDFString(ascii_uri(uri))})
