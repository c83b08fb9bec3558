"""Making small documents with the canvas, and reading them back with other people's programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2

from pipeline.colour import BLACK, Swatch
from pipeline.font import NO_FEATURES, Face, Features, Run
from pipeline.pdf import DocumentCanvas, Metadata, PageBoxes, TextPiece

FONTS = Path(__file__).parent.parent / "fonts"
PAGE = PageBoxes(300, 200)
ABOUT = Metadata("A title", "en-GB", datetime(2023, 7, 10, 12, tzinfo=UTC))
RED = Swatch("red", (1.0, 0.0, 0.0), (0.0, 1.0, 1.0, 0.0))


def house_face(path: str) -> Face:
    """A face of the built-in fonts, by its path below ``fonts/``."""
    return Face((FONTS / path).read_bytes())


def runs(face: Face, text: str, features: Features = NO_FEATURES, gap: float = 0.0) -> tuple[tuple[Run, float], ...]:
    """The words of ``text`` with the spaces between them, ``gap`` points more before each word but the first."""
    shaped: list[tuple[Run, float]] = []
    for index, word in enumerate(text.split(" ")):
        if index:
            shaped.append((face.shape(" "), 0.0))
        shaped.append((face.shape(word, features), gap if index else 0.0))
    return tuple(shaped)


def piece(face: Face, text: str, size: float = 12.0, features: Features = NO_FEATURES) -> TextPiece:
    """``text`` in black."""
    return TextPiece(face, size, BLACK, runs(face, text, features))


def document(
    *draw: Callable[[DocumentCanvas], None],
    about: Metadata = ABOUT,
    boxes: PageBoxes = PAGE,
    end: Callable[[DocumentCanvas], None] | None = None,
) -> bytes:
    """A document with a page for each of ``draw``; ``end`` is called before it is finished."""
    canvas = DocumentCanvas(about)
    for draw_page in draw:
        canvas.begin_page(boxes)
        draw_page(canvas)
        canvas.end_page()
    if end:
        end(canvas)
    return canvas.finish()


def blank(_: DocumentCanvas) -> None:
    """Draws nothing."""


def text_page(*lines: TextPiece) -> bytes:
    """A document of one page with a line for each piece."""

    def draw(canvas: DocumentCanvas) -> None:
        for index, line in enumerate(lines):
            canvas.show(20, 170 - 20 * index, [line])

    return document(draw)


def text_of(data: bytes, page: int = 0) -> str:
    """A page's text as PDFium reads it, lines ended by a line feed."""
    with pypdfium2.PdfDocument(data) as pdf:
        text: str = pdf[page].get_textpage().get_text_range()
    return text.replace("\r\n", "\n")


@dataclass(frozen=True)
class Letter:
    """A character on a page: where its glyph begins, in points, y up."""

    character: str
    x: float
    y: float


def letters_of(data: bytes, page: int = 0) -> list[Letter]:
    """The characters of a page that have glyphs, in the order of the file."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    letters = []
    with pypdfium2.PdfDocument(data) as pdf:
        textpage = pdf[page].get_textpage()
        for index in range(textpage.count_chars()):
            x, y = c_double(), c_double()
            if raw.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y)) and not raw.FPDFText_IsGenerated(
                textpage, index
            ):
                letters.append(Letter(chr(raw.FPDFText_GetUnicode(textpage, index)), x.value, y.value))
    return letters


def pixel_at(data: bytes, x: float, y: float, page: int = 0) -> tuple[int, ...]:
    """The colour of a point of a page (points, y up, from the lower left corner of its media) on white."""
    with pypdfium2.PdfDocument(data) as pdf:
        picture = pdf[page].render(scale=2, may_draw_forms=False).to_pil().convert("RGB")
    colour = picture.getpixel((int(2 * x), picture.height - 1 - int(2 * y)))
    assert isinstance(colour, tuple)
    return colour


def opened(data: bytes) -> pikepdf.Pdf:
    """The document as pikepdf sees it."""
    return pikepdf.open(BytesIO(data))


def reader(data: bytes) -> pypdf.PdfReader:
    """The document as pypdf sees it, which is strict about faults."""
    return pypdf.PdfReader(BytesIO(data), strict=True)


def content_of(data: bytes, page: int = 0) -> str:
    """A page's operators."""
    with opened(data) as pdf:
        return pdf.pages[page].Contents.read_bytes().decode("ascii")
