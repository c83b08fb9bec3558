"""Writing PDF: the canvas, its fonts, its pictures, and what a document says of itself.

ReportLab is the writer of files here, not the typesetter: it is given no text to measure and no paths to open.
Nothing in this package decides where anything stands; see ``paint``. Words come from ISO 32000-1 (PDF 1.7).
"""

from pipeline.pdf.canvas import DocumentCanvas
from pipeline.pdf.images import Jpeg, Placement, placed_matrix
from pipeline.pdf.inks import ALL_PLATES, Colour, Inks, Plate, PressInks, ScreenInks
from pipeline.pdf.intent import OutputIntent, screen_intent
from pipeline.pdf.metadata import NO_CLAIMS, SCREEN_CLAIMS, Claims, Metadata, xmp_packet
from pipeline.pdf.navigation import Bookmark, LabelRange, LabelStyle
from pipeline.pdf.page import PageBoxes
from pipeline.pdf.syntax import Area
from pipeline.pdf.tags import Artifact, Tag, Traits
from pipeline.pdf.text import TextPiece

__all__ = [
    "ALL_PLATES",
    "NO_CLAIMS",
    "SCREEN_CLAIMS",
    "Area",
    "Artifact",
    "Bookmark",
    "Claims",
    "Colour",
    "DocumentCanvas",
    "Inks",
    "Jpeg",
    "LabelRange",
    "LabelStyle",
    "Metadata",
    "OutputIntent",
    "PageBoxes",
    "Placement",
    "Plate",
    "PressInks",
    "ScreenInks",
    "Tag",
    "TextPiece",
    "Traits",
    "placed_matrix",
    "screen_intent",
    "xmp_packet",
]
