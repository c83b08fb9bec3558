"""Plates of their own: Separation colour spaces, and the graphics states that let ink print over ink.

A Separation says what its plate looks like in process inks, by a function that is a straight line from none to full
ink. Words come from ISO 32000-1, 8.6.6.4 and 8.4.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFDocument, PDFName

from pipeline.pdf.inks import Plate
from pipeline.pdf.syntax import number
from pipeline.pdf.text import OVER

EXPONENTIAL = 2  # the type of function that is meant


class Plates:
    """The separations of one document, each stored once."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._spaces: dict[str, object] = {}

    def space(self, plate: Plate) -> object:
        """The colour space of a plate."""
        if plate.name not in self._spaces:
            parts = [PDFName("Separation"), PDFName(plate.name), PDFName("DeviceCMYK"), _tint(plate)]
            self._spaces[plate.name] = self._document.Reference(PDFArrayCompact(parts))
        return self._spaces[plate.name]

    def references(self, used: Mapping[str, Plate]) -> PDFDictionary:
        """The ColorSpace dictionary of a page's resources."""
        return PDFDictionary({resource: self.space(plate) for resource, plate in used.items()})


def _tint(plate: Plate) -> PDFDictionary:
    return PDFDictionary(
        {
            "FunctionType": EXPONENTIAL,
            "Domain": PDFArrayCompact([0, 1]),
            "C0": PDFArrayCompact([0, 0, 0, 0]),
            "C1": PDFArrayCompact([number(part) for part in plate.cmyk]),
            "N": 1,
        }
    )


def overprint_states(names: Iterable[str]) -> dict[str, PDFDictionary]:
    """Graphics states that switch overprinting on or off; inks of which there is none leave what is below them."""
    entries = {True: {"OP": "true", "op": "true", "OPM": 1}, False: {"OP": "false", "op": "false"}}
    return {name: PDFDictionary(entries[name == OVER]) for name in names}
