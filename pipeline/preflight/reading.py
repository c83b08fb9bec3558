"""A tagged file as a screen reader meets it: headings, paragraphs, pictures' texts, links, lists and tables, in order.

Text comes from the structure, mark by mark: what ToUnicode says of the glyphs, or ActualText, Alt and E in their
stead. Lines are joined, words that a line's end divided are made whole, artifacts are not heard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.preflight.content import Run
from pipeline.preflight.destinations import Destinations
from pipeline.preflight.joining import joined, replaced, says_spaces
from pipeline.preflight.opened import MISBUILT, Opened, Unreadable, entries_of, text_of
from pipeline.preflight.structure import INLINE, Element, MarkKid, ObjectKid
from pipeline.unpacking import spoken

WITHIN_LINES = (INLINE - {"Note", "Annot"}) | {"Lbl"}
KINDS = {
    "P": "paragraph",
    "Figure": "picture",
    "Formula": "formula",
    "Caption": "caption",
    "BlockQuote": "quotation",
    "Note": "note",
    "TOCI": "contents entry",
    "Form": "field",
}
GROUPED = frozenset({"Art", "Sect", "Part", "Div", "Document", "L", "TOC", "Index", "NonStruct", "Private"})


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that is read out. ``page`` counts from 1; ``level`` is a heading's, or how deep a list is nested.

    ``label`` is a list item's number or bullet; ``cells`` are a table row's texts, ``heads`` says which of them are
    headings; ``links`` pairs texts with where they lead; ``foreign`` pairs texts with another language than the
    passage's own, which is ``language``; ``inside`` names the groups around it, outermost first.
    """

    kind: str
    text: str
    page: int
    level: int = 0
    label: str = ""
    cells: tuple[str, ...] = ()
    heads: tuple[bool, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    language: str = ""
    foreign: tuple[tuple[str, str], ...] = ()
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file read out."""

    title: str
    language: str
    pages: int
    heard: tuple[Heard, ...]

    def text(self) -> str:
        """All that is read out, a line to each thing; alternative texts of pictures are among it."""
        parts = (" ".join((h.label, *h.cells, h.text)).strip() for h in self.heard)
        return "\n".join(part for part in parts if part)


def read_aloud(data: bytes) -> Reading:
    """The file in ``data`` read out; Unreadable where it cannot be read. A file without structure says nothing."""
    try:
        return _read(data)
    except MISBUILT as error:
        message = f"it is not built as it should be ({type(error).__name__}: {spoken(error)})"
        raise Unreadable(message) from error


def _read(data: bytes) -> Reading:
    with Opened(data) as file:
        language = text_of(file.root.get("/Lang")) or ""
        title = text_of(entries_of(file.pdf.trailer.get("/Info")).get("/Title")) or ""
        reader = _Reader(file, language)
        heard = tuple(h for root in file.structure.roots for h in reader.block(root))
        return Reading(title, language, len(file.pages), heard)


@dataclass(slots=True)
class _Passage:
    """Text on its way to be read out: runs (None where a page ends), links and other languages."""

    pieces: list[Run | None] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    foreign: list[tuple[str, str]] = field(default_factory=list)
    page: int = 0
    last_page: int = 0

    def at(self, page: int) -> None:
        """What follows stands on this page."""
        if page and self.last_page and page != self.last_page:
            self.pieces.append(None)
        self.page = self.page or page
        self.last_page = page or self.last_page


class _Reader:
    def __init__(self, file: Opened, language: str) -> None:
        self.file, self.language = file, language
        self.marks = file.contents.marks
        self.spaced = says_spaces(self.marks.values())
        self.destinations = Destinations(file)

    # ------------------------------------------------------------------ blocks

    def block(self, element: Element, level: int = 0, inside: tuple[str, ...] = ()) -> Iterator[Heard]:
        """An element that stands by itself."""
        kind = element.type or "Div"
        if kind == "Table":
            yield from self._table(element, inside)
            return
        if kind == "LI":
            yield from self._item(element, level, inside)
            return
        if kind in {"Art", "Sect", "Part", "BlockQuote", "Note", "TOC", "L"} or element.kind == "Aside":
            inside = (*inside, element.kind)
        name = "heading" if kind[:1] == "H" else KINDS.get(kind, "text" if kind in GROUPED else kind.lower())
        depth = int(kind[1]) if kind[1:].isdigit() else level + (kind in {"L", "TOC"})
        yield from self._flow(element, name, depth, inside)

    def _flow(
        self, element: Element, kind: str, level: int, inside: tuple[str, ...], label: str = ""
    ) -> Iterator[Heard]:
        """An element's content in order: lines are collected until something stands by itself."""
        instead = _instead(element)
        passage = _Passage()
        if instead is not None:
            passage.at(element.page)
            passage.pieces.append(replaced(instead, ()))
            yield from self._said(passage, element, kind, level, inside, label, spoken=True)
            for child in element.children:
                if child.type == "Caption":
                    yield from self.block(child, level, inside)
            return
        for kid in element.kids:
            if isinstance(kid, Element) and kid.type not in WITHIN_LINES:
                yield from self._said(passage, element, kind, level, inside, label)
                passage = _Passage()
                yield from self.block(kid, level, inside)
            else:
                self._inline(kid, element, passage)
        yield from self._said(passage, element, kind, level, inside, label, spoken=kind in {"heading", "picture"})

    def _said(
        self,
        passage: _Passage,
        element: Element,
        kind: str,
        level: int,
        inside: tuple[str, ...],
        label: str,
        *,
        spoken: bool = False,
    ) -> Iterator[Heard]:
        """What was collected; nothing where it says nothing, unless silence itself is worth to be told."""
        text = joined(passage.pieces, spaced=self.spaced)
        if text or passage.links or (spoken and not element.children):
            language = self._language(element)
            yield Heard(
                kind,
                text,
                passage.page or element.page,
                level,
                label,
                links=tuple(passage.links),
                language="" if language == self.language else language,
                foreign=tuple(passage.foreign),
                inside=inside,
            )

    def _item(self, element: Element, level: int, inside: tuple[str, ...]) -> Iterator[Heard]:
        label: str | None = " ".join(self._words(child) for child in element.children if child.type == "Lbl")
        for child in element.children:
            if child.type != "Lbl":
                for heard in self._flow(child, "list item", level, inside):
                    first = label is not None and heard.kind in {"list item", "paragraph"}
                    yield replace(heard, kind="list item", label=label or "", level=level) if first else heard
                    label = None if first else label
        rest = [kid for kid in element.kids if not isinstance(kid, Element)]
        if rest:
            passage = _Passage()
            for kid in rest:
                self._inline(kid, element, passage)
            yield from self._said(passage, element, "list item", level, inside, label or "")

    def _table(self, element: Element, inside: tuple[str, ...]) -> Iterator[Heard]:
        rows = [row for row in element.elements() if row.type == "TR" and row.ancestor("Table") is element]
        summary = element.attribute("/Table", "/Summary")
        yield Heard("table", str(summary or element.alt or ""), element.page, len(rows), inside=inside)
        for caption in element.children:
            if caption.type == "Caption":
                yield from self.block(caption, 0, inside)
        for row in rows:
            cells = [cell for cell in row.children if cell.type in {"TH", "TD"}]
            links = [link for cell in cells for heard in self._flow(cell, "", 0, ()) for link in heard.links]
            yield Heard(
                "row",
                "",
                row.page or next((cell.page for cell in cells if cell.page), element.page),
                cells=tuple(self._words(cell) for cell in cells),
                heads=tuple(cell.type == "TH" for cell in cells),
                links=tuple(links),
                inside=(*inside, "Table"),
            )

    def _words(self, element: Element) -> str:
        """All that an element says, as one text."""
        parts = (" ".join((h.label, *h.cells, h.text)).strip() for h in self._flow(element, "", 0, ()))
        return " ".join(part for part in parts if part)

    # ------------------------------------------------------------------ lines

    def _inline(self, kid: Element | MarkKid | ObjectKid, element: Element, passage: _Passage) -> None:
        if isinstance(kid, ObjectKid):
            return
        if isinstance(kid, MarkKid):
            mark = self.marks.get((kid.owner, kid.number))
            passage.at(kid.page)
            passage.pieces.extend(mark.runs if mark else ())
            language = self._language(element)
            passage.foreign += (
                [(r.text, r.language) for r in mark.runs if r.language not in {"", language}] if mark else []
            )
            return
        before = len(passage.pieces)
        for child in kid.kids:
            self._inline(child, kid, passage)
        if (instead := _instead(kid)) is not None:
            passage.pieces[before:] = [replaced(instead, passage.pieces[before:])]
        said = joined(passage.pieces[before:], spaced=self.spaced)
        if kid.type in {"Link", "Annot"}:
            links = [(said, self.destinations.of(k.item)) for k in kid.kids if isinstance(k, ObjectKid)]
            passage.links += dict.fromkeys(links)
        if kid.language and kid.language != self._language(element):
            passage.foreign.append((said, kid.language))

    def _language(self, element: Element | None) -> str:
        """The nearest language above."""
        while element is not None:
            if element.language is not None:
                return element.language
            element = element.parent
        return self.language


def _instead(element: Element) -> str | None:
    """What is read in place of an element's content."""
    for text in (element.actual, element.alt, element.expansion):
        if text is not None:
            return text
    return None
