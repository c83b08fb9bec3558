"""The parts of a PDF that ReportLab writes in its own way, written in ours: pages, catalog and information.

All are subclasses; nothing of ReportLab's is patched. A page names only the fonts and graphics that it uses, has
its boxes with the trim's lower left corner at the origin, and no empty transition. Words come from
ISO 32000-1, 7.7.3 and 14.11.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFString,
)

from pipeline.pdf.metadata import Metadata, pdf_date
from pipeline.pdf.stream import compressed
from pipeline.pdf.syntax import Area, number


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """A page's trim size, its bleed and the paper outside of the bleed (for marks), in points.

    The trim's lower left corner is the origin, so that both targets draw at the same coordinates.
    """

    width: float
    height: float
    bleed: float = 0.0
    slug: float = 0.0

    @property
    def trim(self) -> Area:
        """The finished page."""
        return Area(0.0, 0.0, self.width, self.height)

    @property
    def bleed_area(self) -> Area:
        """What is printed and cut off."""
        return self.trim.grown(self.bleed)

    @property
    def media(self) -> Area:
        """The whole sheet of the file."""
        return self.trim.grown(self.bleed + self.slug)


class DocumentCatalog(PDFCatalog):  # type: ignore[misc]
    """The document's root, with the keys that ReportLab does not know."""

    __NoDefault__ = (*PDFCatalog.__NoDefault__, "OutputIntents", "Extensions")
    __Refs__ = __NoDefault__


class DocumentPage(PDFPage):  # type: ignore[misc]
    """One page: its boxes, its content, its resources, its annotations, and what a subclass of the canvas adds."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "Tabs", "StructParents", "Group", "Metadata", "UserUnit")

    def __init__(self, boxes: PageBoxes, content: str, resources: PDFDictionary, entries: Mapping[str, Any]) -> None:
        super().__init__()
        self.MediaBox, self.TrimBox, self.BleedBox = map(_box, (boxes.media, boxes.trim, boxes.bleed_area))
        self.Contents = compressed(content.encode("ascii"))
        self.Resources = resources
        for key, value in entries.items():
            setattr(self, key, value)

    def check_format(self, document: PDFDocument) -> None:
        """Called by ReportLab when the page is written: all is settled but the page's parent."""
        self.Parent = document.Reference(document.Pages)


class DocumentInfo(PDFInfo):  # type: ignore[misc]
    """The information dictionary: what ``metadata`` holds and nothing else."""

    def __init__(self, metadata: Metadata, trapped: str = "") -> None:
        super().__init__()
        self._metadata, self._trapped = metadata, trapped

    def digest(self, signature: Any) -> None:  # noqa: ANN401 - a hash object, whose type hashlib does not name
        """Adds the contents to the document's fingerprint."""
        signature.update(repr(self._metadata).encode())

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary; empty entries are left out."""
        data = self._metadata
        texts = {
            "Title": data.title,
            "Author": data.author,
            "Subject": data.description,
            "Keywords": ", ".join(data.keywords),
            "Creator": data.creator_tool,
            "Producer": data.producer,
            "CreationDate": pdf_date(data.created),
            "ModDate": pdf_date(data.modified or data.created),
        }
        entries: dict[str, Any] = {key: PDFString(text) for key, text in texts.items() if text}
        if self._trapped:
            entries["Trapped"] = PDFName(self._trapped)
        formatted: bytes = PDFDictionary(entries).format(document)
        return formatted


def _box(area: Area) -> PDFArrayCompact:
    return PDFArrayCompact([number(edge) for edge in area])
