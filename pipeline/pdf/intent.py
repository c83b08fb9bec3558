"""Output intents: the profile that says what a document's device colours mean, and for which standard.

PDF/A wants one for colours that name no space of their own, PDF/X one that names the printing condition. Nothing is
known here of the profiles beyond their header. Words come from ISO 32000-1, 14.11.5, and ISO 19005-2, 6.2.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFDocument, PDFName, PDFString

from pipeline.colour_management import srgb_profile
from pipeline.pdf.stream import compressed

COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
COLOUR_SPACE = slice(16, 20)
SIGNATURE = slice(36, 40)
REGISTRY = "http://www.color.org"


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """What a document is meant for. ``profile`` is an ICC profile, ``condition`` its name in ``registry``.

    ``info`` says the same to people.
    """

    standard: Literal["GTS_PDFA1", "GTS_PDFX"]
    condition: str
    info: str
    profile: bytes
    registry: str = REGISTRY

    @property
    def components(self) -> int:
        """How many the profile's device colours have; ValueError for what is no profile of grey, RGB or CMYK."""
        space = self.profile[COLOUR_SPACE]
        if self.profile[SIGNATURE] != b"acsp" or space not in COMPONENTS:
            message = f"{self.condition} has no ICC profile of grey, RGB or CMYK"
            raise ValueError(message)
        return COMPONENTS[space]


def screen_intent() -> OutputIntent:
    """What a screen PDF means by its colours."""
    return OutputIntent("GTS_PDFA1", "sRGB", "sRGB IEC61966-2.1", srgb_profile())


def output_intents(document: PDFDocument, intent: OutputIntent) -> PDFArrayCompact:
    """The catalog's entry. ValueError where ``intent`` has no profile that could be meant."""
    profile = compressed(intent.profile, {"N": intent.components})
    texts = {
        "OutputConditionIdentifier": intent.condition,
        "RegistryName": intent.registry,
        "Info": intent.info,
    }
    entry = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName(intent.standard),
        **{key: PDFString(text) for key, text in texts.items() if text},
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArrayCompact([PDFDictionary(entry)])
