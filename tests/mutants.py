"""Copies of a good file with one thing wrong in each: what is changed, and the check and clause that must catch it.

``MUTANTS`` is the table. A mutation changes the document as pikepdf holds it, or its bytes when all is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], object]
Rewrite = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Mutant:
    """One wrong copy. ``catches`` is the check that must fail with ``clause``; others may fail too."""

    name: str
    catches: str
    clause: str
    change: Change | None = None
    rewrite: Rewrite | None = None

    def made_of(self, good: bytes) -> bytes:
        """The wrong copy; AssertionError where the change changes nothing."""
        return altered(good, self.name, self.change, self.rewrite)


def altered(good: bytes, name: str, change: Change | None, rewrite: Rewrite | None) -> bytes:
    """The good file, its document changed and its bytes rewritten; AssertionError where that changes nothing."""
    data = good
    if change is not None:
        with pikepdf.open(BytesIO(good)) as pdf:
            change(pdf)
            data = saved(pdf)
    if rewrite is not None:
        data = rewrite(data)
    assert data != good, name
    return data


def saved(pdf: pikepdf.Pdf, **settings: Any) -> bytes:
    """The document as our own last pass writes it."""
    out = BytesIO()
    kept = {"preserve_pdfa": True, "fix_metadata_version": False, "deterministic_id": True}
    pdf.save(out, **{"object_stream_mode": pikepdf.ObjectStreamMode.generate, **kept, **settings})
    return out.getvalue()


# ---------------------------------------------------------------------- finding things


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """The structure elements of a kind, in reading order."""

    def below(item: Any) -> Iterator[Any]:
        for kid in item.get("/K") if isinstance(item.get("/K"), Array) else [item.get("/K")]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid)

    found = [item for item in below(pdf.Root.StructTreeRoot) if f"/{kind}" == item.S]
    assert found, kind
    return found


def element(pdf: pikepdf.Pdf, kind: str, index: int = 0) -> Any:
    """One of them."""
    return elements(pdf, kind)[index]


def kids(item: Any) -> list[Any]:
    """What an element holds."""
    return list(item.K) if isinstance(item.K, Array) else [item.K]


def link(pdf: pikepdf.Pdf) -> Any:
    """The first link annotation."""
    return next(note for page in pdf.pages for note in page.obj.get("/Annots", ()) if note.Subtype == "/Link")


def linked_page(pdf: pikepdf.Pdf) -> Any:
    """The page that it is on."""
    return next(page.obj for page in pdf.pages if "/Annots" in page.obj)


def font(pdf: pikepdf.Pdf) -> Any:
    """The first font of the first page with text."""
    return next(iter(pdf.pages[1].obj.Resources.Font.values()))


def picture(pdf: pikepdf.Pdf) -> Any:
    """The first picture."""
    return next(item for page in pdf.pages for item in page.obj.Resources.get("/XObject", {}).values())


def put(place: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Change:
    """Sets an entry."""

    def change(pdf: pikepdf.Pdf) -> None:
        place(pdf)[key] = value

    return change


def drop(place: Callable[[pikepdf.Pdf], Any], key: str) -> Change:
    """Takes an entry away, which must be there."""

    def change(pdf: pikepdf.Pdf) -> None:
        item = place(pdf)
        assert key in item
        del item[key]

    return change


def xmp(old: str, new: str) -> Change:
    """Another text in the XMP packet; ``old`` is a regular expression."""

    def change(pdf: pikepdf.Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        changed = re.sub(old.encode(), new.encode(), data, count=1, flags=re.DOTALL)
        assert changed != data
        pdf.Root.Metadata.write(changed)

    return change


def content(old: str, new: str, page: int = 4, count: int = 1) -> Change:
    """Other operators on a page; ``old`` is a regular expression."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[page].obj.Contents
        data = stream.read_bytes()
        changed = re.sub(old.encode("latin-1"), new.encode("latin-1"), data, count=count, flags=re.DOTALL)
        assert changed != data
        stream.write(changed)

    return change


def added(operators: str) -> Change:
    """More operators at the end of a page's content."""
    return content(r"\Z", operators.replace("\\", r"\\") + "\n")


def tagged(operators: str) -> Change:
    """More operators within the first mark of a page."""
    return content(r"(BDC[ \n])", r"\1" + operators.replace("\\", r"\\") + "\n")


def root(pdf: pikepdf.Pdf) -> Any:
    """The catalog."""
    return pdf.Root


def packet(pdf: pikepdf.Pdf) -> Any:
    """The metadata stream."""
    return pdf.Root.Metadata


def info(pdf: pikepdf.Pdf) -> Any:
    """The information dictionary."""
    return pdf.docinfo


def tree(pdf: pikepdf.Pdf) -> Any:
    """The root of the structure."""
    return pdf.Root.StructTreeRoot


def first(kind: str, index: int = 0) -> Callable[[pikepdf.Pdf], Any]:
    """An element, as a place."""
    return lambda pdf: element(pdf, kind, index)


def page_of(index: int) -> Callable[[pikepdf.Pdf], Any]:
    """A page's dictionary, as a place."""
    return lambda pdf: pdf.pages[index].obj


def listed(pdf: pikepdf.Pdf, key: int) -> Any:
    """The entry of the parent tree for a key."""
    nums = list(tree(pdf).ParentTree.Nums)
    return dict(zip(nums[::2], nums[1::2], strict=True))[key]


# ---------------------------------------------------------------------- changes of some length


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    marks = listed(pdf, int(pdf.pages[4].obj.StructParents))
    marks[0], marks[1] = marks[1], marks[0]


def no_parents(pdf: pikepdf.Pdf) -> None:
    key = pdf.pages[4].obj.StructParents
    nums = list(tree(pdf).ParentTree.Nums)
    at = nums[::2].index(key) * 2
    tree(pdf).ParentTree.Nums = Array(nums[:at] + nums[at + 2 :])


def same_key(pdf: pikepdf.Pdf) -> None:
    pdf.pages[5].obj.StructParents = pdf.pages[4].obj.StructParents


def orphan(pdf: pikepdf.Pdf) -> None:
    element(pdf, "H3").K = Array([])


def held_twice(pdf: pikepdf.Pdf) -> None:
    one, other = elements(pdf, "H3")[0], elements(pdf, "LBody")[0]
    other.K = Array([*kids(other), Dictionary(Type=Name.MCR, Pg=one.Pg, MCID=kids(one)[0])])


def missing_mark(pdf: pikepdf.Pdf) -> None:
    item = element(pdf, "H3")
    item.K = Array([*kids(item), 999])


def another_parent(pdf: pikepdf.Pdf) -> None:
    element(pdf, "H3").P = element(pdf, "Table")


def empty_heading(pdf: pikepdf.Pdf) -> None:
    element(pdf, "H3").ActualText = String(" ")


def mixed_headings(pdf: pikepdf.Pdf) -> None:
    element(pdf, "H3").S = Name.H


def circle(pdf: pikepdf.Pdf) -> None:
    tree(pdf).RoleMap = Dictionary({"/One": Name.Two, "/Two": Name.One})
    element(pdf, "H3").S = Name.One


def remapped(pdf: pikepdf.Pdf) -> None:
    tree(pdf).RoleMap = Dictionary({**dict(tree(pdf).get("/RoleMap", {}).items()), "/P": Name.H1})


def short_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    row.K = Array(kids(row)[:-1])


def row_of_text(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TD")[-1].S = Name.P


def overlapping_cell(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TD")[0].A = Dictionary(O=Name.Table, RowSpan=2)


def second_note(pdf: pikepdf.Pdf) -> None:
    note, other = element(pdf, "Note"), element(pdf, "BlockQuote")
    other.S, other.ID = Name.Note, note.ID


def loose_link(pdf: pikepdf.Pdf) -> None:
    item = next(item for item in elements(pdf, "Link") if any(isinstance(kid, Dictionary) for kid in kids(item)))
    item.K = Array([kid for kid in kids(item) if not (isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR")])


def every_link_span(pdf: pikepdf.Pdf) -> None:
    element(pdf, "Link").S = Name.Span


def unnumbered(pdf: pikepdf.Pdf) -> None:
    for item in elements(pdf, "L"):
        item.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))


def nameless_language(pdf: pikepdf.Pdf) -> None:
    element(pdf, "BlockQuote").Lang = String("not a language")


STRUCTURE = (
    Mutant("not said to be tagged", "marked", "UA-1 6.2", drop(root, "/MarkInfo")),
    Mutant("marked false", "marked", "A-2 6.7.2.2", put(root, "/MarkInfo", Dictionary(Marked=False))),
    Mutant("suspect tags", "suspects", "UA-1 7.1", put(root, "/MarkInfo", Dictionary(Marked=True, Suspects=True))),
    Mutant("no language", "language", "UA-1 7.2", drop(root, "/Lang")),
    Mutant("a language that is none", "language", "A-2 6.7.4", put(root, "/Lang", String("British English"))),
    Mutant("an element's language is none", "languages", "UA-1 7.2", nameless_language),
    Mutant("a mark's language is none", "languages", "UA-1 7.2", tagged("/Span<</Lang(no way)>>BDC EMC")),
    Mutant("no structure tree", "structure", "UA-1 7.1", drop(root, "/StructTreeRoot")),
    Mutant("a figure without alternative text", "alternatives", "UA-1 7.3", drop(first("Figure"), "/Alt")),
    Mutant("an empty alternative text", "alternatives", "UA-1 7.3", put(first("Figure"), "/Alt", String(""))),
    Mutant("a figure without a box", "figure-boxes", "UA-1 7.3", drop(first("Figure"), "/A")),
    Mutant("a skipped heading", "heading-levels", "UA-1 7.4.2", put(first("H3"), "/S", Name.H5)),
    Mutant("the first heading is not H1", "heading-levels", "UA-1 7.4.2", put(first("H1"), "/S", Name.H2)),
    Mutant("an empty heading", "empty-headings", "UA-1 7.4.1", empty_heading),
    Mutant("headings of both kinds", "heading-kinds", "UA-1 7.4.4", mixed_headings),
    Mutant("a circle of roles", "roles", "UA-1 7.1", circle),
    Mutant("a standard type given another role", "roles", "A-2 6.7.3.4", remapped),
    Mutant("an unknown type", "roles", "UA-1 7.1", put(first("H3"), "/S", Name.Unheard)),
    Mutant("a wrong entry of the parent tree", "elements-of-marks", "UA-1 7.1", wrong_parent),
    Mutant("a page that is not in the parent tree", "parent-keys", "UA-1 7.1", no_parents),
    Mutant("a page without StructParents", "parent-keys", "UA-1 7.1", drop(page_of(4), "/StructParents")),
    Mutant("two pages with one key", "parent-keys", "UA-1 7.1", same_key),
    Mutant("an orphan mark", "elements-of-marks", "UA-1 7.1", orphan),
    Mutant("a mark held twice", "marks-of-elements", "UA-1 7.1", held_twice),
    Mutant("a mark that is not there", "marks-of-elements", "UA-1 7.1", missing_mark),
    Mutant("an element without a parent", "elements", "UA-1 7.1", drop(first("H3"), "/P")),
    Mutant("an element with another parent", "elements", "A-2 6.7.3.3", another_parent),
    Mutant("content without a tag", "tagged", "UA-1 7.1", added("10 10 20 20 re f")),
    Mutant("an artifact inside a tag", "artifacts", "UA-1 7.1", tagged("/Artifact BMC 1 1 2 2 re f EMC")),
    Mutant("a tag inside an artifact", "artifacts", "UA-1 7.1", content(r"\A(.*)\Z", r"/Artifact BMC \1 EMC")),
    Mutant("a mark that is there twice", "elements-of-marks", "UA-1 7.1", content(r"/MCID 1>>", "/MCID 0>>")),
    Mutant("a mark that is not ended", "balance", "UA-1 7.1", content(r"EMC\s*\Z", "")),
    Mutant("a list item without a body", "lists", "UA-1 7.6", put(first("LBody"), "/S", Name.Lbl)),
    Mutant("items outside of a list", "lists", "UA-1 7.2", put(first("L"), "/S", Name.Div)),
    Mutant("a numbered list that does not say so", "list-numbering", "UA-1 7.6", unnumbered),
    Mutant("entries outside of contents", "contents", "UA-1 7.2", put(first("TOC"), "/S", Name.Div)),
    Mutant("a row that is too short", "regular-tables", "UA-1 7.2", short_row),
    Mutant("a cell that stands on another", "regular-tables", "UA-1 7.2", overlapping_cell),
    Mutant("a row that holds text", "tables", "UA-1 7.2", row_of_text),
    Mutant("a head without a scope", "table-headings", "UA-1 7.5", drop(first("TH"), "/A")),
    Mutant("a note without an ID", "notes", "UA-1 7.9", drop(first("Note"), "/ID")),
    Mutant("two notes with one ID", "notes", "UA-1 7.9", second_note),
    Mutant("a link that no element holds", "link-tags", "UA-1 7.18.5", loose_link),
    Mutant("a link in a Span", "link-tags", "UA-1 7.18.5", every_link_span),
    Mutant("a link that does not say what it is", "descriptions", "UA-1 7.18.5", drop(link, "/Contents")),
    Mutant("a link without StructParent", "annotation-parents", "UA-1 7.18.1", drop(link, "/StructParent")),
    Mutant("a link led astray", "annotation-parents", "UA-1 7.18.1", put(link, "/StructParent", 0)),
    Mutant("another order of links", "tab-order", "UA-1 7.18.3", put(linked_page, "/Tabs", Name.R)),
)
METADATA = (
    Mutant("no metadata", "metadata", "UA-1 7.1", drop(root, "/Metadata")),
    Mutant("metadata that do not say so", "metadata", "A-2 6.6.2.1", drop(packet, "/Subtype")),
    Mutant("no title", "title", "UA-1 7.1", xmp("<dc:title>.*?</dc:title>", "")),
    Mutant("a title that is not shown", "shown-title", "UA-1 7.1", drop(root, "/ViewerPreferences")),
    Mutant("no claim of PDF/UA", "claim-ua", "UA-1 5", xmp("<pdfuaid:part>1</pdfuaid:part>", "")),
    Mutant("a false claim of PDF/UA", "claim-ua", "UA-1 5", xmp("<pdfuaid:part>1<", "<pdfuaid:part>2<")),
    Mutant("a false claim of PDF/A", "claim-a", "A-2 6.6.4", xmp("<pdfaid:part>2<", "<pdfaid:part>3<")),
    Mutant("a lower level of PDF/A", "claim-a", "A-2 6.6.4", xmp("conformance>A<", "conformance>B<")),
    Mutant("XMP that is not well formed", "packets", "A-2 6.6.2.1", xmp("</dc:title>", "")),
    Mutant(
        "XMP with entities", "packets", "A-2 6.6.2.1", xmp("<x:xmpmeta", "<!DOCTYPE x [<!ENTITY a 'b'>]><x:xmpmeta")
    ),
    Mutant("XMP that counts its bytes", "packets", "A-2 6.6.2.1", xmp('id="W5M0', 'bytes="9" id="W5M0')),
    Mutant(
        "a property that is not described",
        "properties",
        "A-2 6.6.2.3",
        xmp("Property:name>part<", "Property:name>other<"),
    ),
    Mutant(
        "a property of a stranger",
        "properties",
        "A-2 6.6.2.3",
        xmp("<dc:format>", '<own:x xmlns:own="http://own.example/">1</own:x><dc:format>'),
    ),
    Mutant(
        "a property of the wrong kind",
        "properties",
        "A-2 6.6.2.3",
        xmp("<dc:creator>.*?</dc:creator>", "<dc:creator>A</dc:creator>"),
    ),
    Mutant("a date that is none", "properties", "A-2 6.6.2.3", xmp("CreateDate>[^<]*<", "CreateDate>soon<")),
    Mutant("another title in Info", "agreement", "A-2 6.6.3", put(info, "/Title", String("Another"))),
    Mutant("another date in Info", "agreement", "A-2 6.6.3", put(info, "/ModDate", String("D:20200101000000Z"))),
)
