"""The canvas that a document is drawn on: ReportLab's, with our own fonts, pages, links and operators.

Coordinates are PDF's: points, y up, origin at the trim's lower left corner. A canvas decides nothing about
layout. It gives the same bytes for the same calls: dates come from the caller, ids from the content. Use the
methods of this class alone for drawing: ReportLab's own would name fonts and colours behind its back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import XMP, PDFArrayCompact, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from pipeline.pdf.fonts import DocumentFonts
from pipeline.pdf.images import Images, Jpeg, Placement, drawn
from pipeline.pdf.inks import Colour, Inks, ScreenInks
from pipeline.pdf.intent import OutputIntent, output_intents
from pipeline.pdf.metadata import NO_CLAIMS, Claims, Metadata, xmp_packet
from pipeline.pdf.navigation import (
    Bookmark,
    LabelRange,
    Outline,
    link,
    named_destinations,
    page_labels,
    uri_action,
)
from pipeline.pdf.page import DocumentCatalog, DocumentInfo, DocumentPage, PageBoxes
from pipeline.pdf.plates import Plates, overprint_states
from pipeline.pdf.syntax import Area, Matrix, number, numbers, rectangle
from pipeline.pdf.tags import Artifact, Tag, TagTree
from pipeline.pdf.text import LineWriter, TextPiece, TextState

PDF_1_7 = (1, 7)


class DocumentCanvas(Canvas):  # type: ignore[misc]
    """One document. Draw each page between ``begin_page`` and ``end_page``; ``finish`` gives the bytes.

    ``inks`` names colours for the target. With ``types``, for each structure type that is not standard the one to take
    it for, the document is tagged: ``root`` is the root of its structure, and all that is drawn belongs to an element
    or is an artifact (``belongs_to``).
    """

    def __init__(
        self,
        metadata: Metadata,
        *,
        inks: Inks | None = None,
        claims: Claims = NO_CLAIMS,
        intent: OutputIntent | None = None,
        types: Mapping[str, str] | None = None,
        version: tuple[int, int] = PDF_1_7,
        trapped: str = "",
    ) -> None:
        # "invariant" keeps the clock out; the name is only for ReportLab's own messages.
        super().__init__("document.pdf", pageCompression=1, invariant=1, pdfVersion=version, lang=metadata.language)
        self.inks: Inks = inks or ScreenInks()
        self.metadata = metadata
        self.fonts = DocumentFonts(self._doc)
        self._images = Images(self._doc)
        self._plates = Plates(self._doc)
        self._placements: list[Placement] = []
        self._boxes: PageBoxes | None = None
        self._pages = 0
        self._tree = TagTree(types) if types is not None else None
        self._owner: Tag | Artifact | None = None
        self._replace_parts(claims, trapped)
        if intent:
            self._doc.Catalog.OutputIntents = output_intents(self._doc, intent)

    def _replace_parts(self, claims: Claims, trapped: str) -> None:
        document = self._doc
        catalog = DocumentCatalog()
        catalog.__dict__.update(document.Catalog.__dict__)
        document.Catalog = document._catalog = catalog  # noqa: SLF001 - ReportLab keeps it under both names
        document.outline = document.Outlines = catalog.Outlines = self._outline = Outline()
        document.info = DocumentInfo(self.metadata, trapped)
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        packet = xmp_packet(self.metadata, claims)
        catalog.Metadata = XMP(creator=lambda _: packet)

    def _make_preamble(self) -> None:
        """No initial font: it would put an unembedded Helvetica into every file."""
        self._preamble = ""

    # ------------------------------------------------------------------ pages

    def begin_page(self, boxes: PageBoxes) -> None:
        """Starts a page; RuntimeError while another is open."""
        if self._boxes is not None:
            message = "the page before was not ended"
            raise RuntimeError(message)
        self._boxes = boxes
        self._pagesize = (boxes.width, boxes.height)
        self._state = TextState()
        self._xobjects: dict[str, None] = {}
        self._alphas: dict[str, float] = {}
        self._transparent = False
        if self._tree:
            self._tree.begin_page(self._doc.thisPageRef())

    def end_page(self) -> None:
        """Closes the page and hands it to the document."""
        if self._boxes is None:
            message = "no page was begun"
            raise RuntimeError(message)
        self.belongs_to(None)
        content = "\n".join(self._code) + "\n"
        page = DocumentPage(self._boxes, content, self._resources(), self._page_entries())
        self._doc.updateSignature(content)
        self._doc.addPage(page)
        self._pages += 1
        self._boxes = None
        self._startPage()

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return self._pages

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The places of supplied PDF pages, for the finishing pass to fill."""
        return tuple(self._placements)

    def _resources(self) -> PDFDictionary:
        states = {name: PDFDictionary({"ca": number(a), "CA": number(a)}) for name, a in self._alphas.items()}
        parts = {
            "Font": self.fonts.references(self._state.fonts_used),
            "XObject": self._images.references(self._xobjects),
            "ExtGState": PDFDictionary(states | overprint_states(self._state.overprints_used)),
            "ColorSpace": self._plates.references(self._state.plates_used),
        }
        return PDFDictionary({key: part for key, part in parts.items() if part.dict})

    def _page_entries(self) -> dict[str, Any]:
        """What the page's dictionary holds beyond boxes, content and resources."""
        entries: dict[str, Any] = {"Tabs": PDFName("S")}
        if self._annotationrefs:
            entries["Annots"] = PDFArrayCompact(self._annotationrefs)
        if self._transparent:
            space = PDFName(self.inks.blending_space)
            entries["Group"] = PDFDictionary({"S": PDFName("Transparency"), "CS": space})
        return entries | self._tree.end_page() if self._tree else entries

    # ------------------------------------------------------------------ tags

    @property
    def root(self) -> Tag | None:
        """The root of the structure; None in a document without tags."""
        return self._tree.root if self._tree else None

    def belongs_to(self, owner: Tag | Artifact | None) -> None:
        """What is drawn from here on, to the end of the page, is content of an element, or an artifact."""
        if self._tree is None or owner is self._owner:
            return
        if self._owner is not None:
            self._code.append("EMC")
        if owner is not None:
            self._code.append(owner.operator if isinstance(owner, Artifact) else self._tree.mark(owner))
        self._owner = owner

    # ------------------------------------------------------------------ text

    def show(self, x: float, y: float, pieces: Iterable[TextPiece], scale: float = 1.0) -> None:
        """A line of text from (x, y) on its baseline, glyphs scaled horizontally by ``scale``."""
        self._code.append(LineWriter(self.fonts, self.inks, self._state).line(x, y, pieces, scale))

    # ------------------------------------------------------------------ shapes

    def fill_rect(self, area: Area, colour: Colour, opacity: float = 1.0) -> None:
        """A filled rectangle."""
        self._switch(overprint=False)
        with self._opacity(opacity):
            self._ink(colour, "fill")
            self._code.append(f"{rectangle(area)} re f")

    def stroke_line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        colour: Colour,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight rule, ``width`` points thick; ``dash`` alternates marks and gaps in points."""
        path = f"{number(width)} w {numbers(*start)} m {numbers(*end)} l S"
        self._switch(overprint=self.inks.overprints(colour))
        self._ink(colour, "stroke")
        self._code.append(f"q [{numbers(*dash)}]0 d {path} Q" if dash else path)

    def stroke_path(self, path: str, width: float, colour: Colour) -> None:
        """Lines and curves that are given as operators."""
        self._switch(overprint=self.inks.overprints(colour))
        self._ink(colour, "stroke")
        self._code.append(f"{number(width)} w {path} S")

    def gradient_rect(
        self, area: Area, colour: Colour, opacities: tuple[float, float], angle: Literal[0, 90] = 0
    ) -> None:
        """One colour whose opacity runs from the first value to the second: to the right (0) or upwards (90)."""
        plate = self.inks.plate(colour)
        space = self._plates.space(plate) if plate else None
        name = self._images.gradient(self.inks.pixel(colour), opacities, angle, space)
        self._transparent = True
        self._paint(name, drawn(name, area.matrix))

    # ------------------------------------------------------------------ pictures

    def place_jpeg(self, jpeg: Jpeg, place: Area | Matrix, clip: Area | None = None) -> None:
        """The whole picture in a rectangle, or through a matrix for ``cm``; ``clip`` (all, when None) is seen of it."""
        name = self._images.jpeg(jpeg)
        self._transparent = self._transparent or bool(jpeg.mask)
        self._paint(name, drawn(name, place.matrix if isinstance(place, Area) else place), clip)

    def place_page(
        self,
        source: str,
        page: int,
        area: Area,
        clip: Area | None = None,
        fit: Literal["contain", "cover"] = "contain",
    ) -> None:
        """Leaves a place for page ``page`` (from 0) of the PDF that ``source`` names; see ``Placement``.

        ``area`` is for the page's trim; ``clip`` (the area, when None) is seen, larger where there is bleed.
        """
        seen = clip or area
        x, y = area.left, area.bottom
        name = self._images.place(Area(seen.left - x, seen.bottom - y, seen.right - x, seen.top - y))
        self._paint(name, drawn(name, (1.0, 0.0, 0.0, 1.0, x, y)))
        self._placements.append(Placement(self._pages, name, source, page, area.width, area.height, fit))

    def _paint(self, name: str, operators: str, clip: Area | None = None) -> None:
        self._xobjects[name] = None
        self._switch(overprint=False)
        window = f"{rectangle(clip)} re W n " if clip else ""
        self._code.append(f"q {window}{operators} Q")

    def _switch(self, *, overprint: bool) -> None:
        if operator := self._state.switch(overprint=overprint):
            self._code.append(operator)

    def _ink(self, colour: Colour, kind: Literal["fill", "stroke"]) -> None:
        self._state.use(self.inks.plate(colour))
        operator = self.inks.fill(colour) if kind == "fill" else self.inks.stroke(colour)
        if getattr(self._state, kind) != operator:
            setattr(self._state, kind, operator)
            self._code.append(operator)

    @contextmanager
    def within(self, area: Area) -> Iterator[None]:
        """Of whatever is drawn inside, ``area`` shows; the state outside is that of a new page."""
        self._code.append(f"q {rectangle(area)} re W n")
        yield
        self._code.append("Q")
        used = self._state
        self._state = TextState(used.fonts_used, used.plates_used, used.overprints_used)

    @contextmanager
    def _opacity(self, opacity: float) -> Iterator[None]:
        """Whatever is drawn inside is let through so far; the state outside is as it was."""
        if opacity >= 1.0:
            yield
            return
        name = f"A{round(1000 * opacity)}"
        self._alphas[name] = opacity
        self._transparent = True
        fill, stroke = self._state.fill, self._state.stroke
        self._code.append(f"q /{name} gs")
        yield
        self._code.append("Q")
        self._state.fill, self._state.stroke = fill, stroke

    # ------------------------------------------------------------------ ways through the document

    def destination(self, name: str, top: float | None = None, left: float = 0.0) -> None:
        """Names a place of this page: its upper edge, or the height ``top`` on it."""
        height = self._boxes.height if self._boxes and top is None else top
        self.bookmarkPage(name, fit="XYZ", left=number(left), top=number(height or 0.0))

    def link_uri(self, area: Area, uri: str, contents: str, tag: Tag | None = None) -> None:
        """Makes ``area`` open an address; ``contents`` is the link's text, ``tag`` the element that is the link."""
        self._annotate(area, contents, {"A": uri_action(uri)}, tag)

    def link_to(self, area: Area, destination: str, contents: str, tag: Tag | None = None) -> None:
        """Makes ``area`` lead to a destination of this document, which may come later."""
        self._annotate(area, contents, {"Dest": self._bookmarkReference(destination)}, tag)

    def _annotate(self, area: Area, contents: str, entries: dict[str, Any], tag: Tag | None) -> None:
        if self._tree is None or tag is None:
            self._addAnnotation(link(area, contents, entries))
            return
        self._addAnnotation(link(area, contents, {**entries, "StructParent": self._tree.annotation(tag)}))
        self._tree.annotated(tag, self._annotationrefs[-1])

    def set_outline(self, bookmarks: Iterable[Bookmark], *, show: bool = True) -> None:
        """The outline; ``show`` asks viewers to open with it. Call it once, when all destinations are named."""
        self._outline.fill(self._doc, bookmarks, self._destinations)
        if show:
            self._doc.Catalog.PageMode = PDFName("UseOutlines")

    def set_page_labels(self, ranges: Iterable[LabelRange]) -> None:
        """The numbers that viewers show for pages."""
        self._doc.Catalog.PageLabels = page_labels(ranges)

    # ------------------------------------------------------------------ the end

    def finish(self) -> bytes:
        """The document's bytes; the canvas is spent. ValueError when a link leads to a place that was never named."""
        if unbound := sorted(name for name, target in self._destinations.items() if target.page is None):
            message = f"links lead to destinations that no page names: {', '.join(unbound)}"
            raise ValueError(message)
        if self._tree:
            self._doc.Catalog.StructTreeRoot = self._doc.Reference(self._tree)
            self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        if self._destinations:
            self._doc.Catalog.Names = named_destinations(self._destinations)
        data: bytes = self.getpdfdata()
        self._doc.idToObject.clear()  # they hold one another, and the photos with them
        return data
