"""Where the ink is: letters and pictures of a finished page, read back from the PDF.

Coordinates are those of the program: points from the trim's top-left corner, y down.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.measure import Box

BLANKS = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2009, 0x202F}
CELL = 12.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One glyph: the point it stands on, its size, and the box of its ink."""

    code: int
    x: float
    y: float
    size: float
    box: Box


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its size, its letters in the order of drawing, and what is seen of its pictures."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    pictures: tuple[Box, ...]

    def overprinted(self, share: float = 0.35) -> list[tuple[str, str]]:
        """Pairs of letters of which one hides more than ``share`` of the other."""
        cells: dict[tuple[int, int], list[Letter]] = defaultdict(list)
        for letter in self.letters:
            cells[int(letter.x // CELL), int(letter.y // CELL)].append(letter)
        found = []
        for (column, row), own in cells.items():
            near = [o for c in (0, 1) for r in (-1, 0, 1) for o in cells.get((column + c, row + r), ())]
            found += [(chr(a.code), chr(b.code)) for a in own for b in near if a is not b and _hidden(a, b) > share]
        return found


def _hidden(one: Letter, other: Letter) -> float:
    if (one.x, one.y) == (other.x, other.y) and (one.code != other.code or chr(one.code) in "ft"):
        return 0.0  # two letters of one ligature
    if one.y == other.y and abs(one.x - other.x) > 0.12 * one.size:
        return 0.0  # neighbours in a line: slanting letters lean over one another
    width = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
    height = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(min(o.box.width * o.box.height for o in (one, other)), 0.5)


def leaves(data: bytes) -> tuple[Leaf, ...]:
    """All pages of the PDF."""
    document = pdfium.PdfDocument(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        found = []
        for page, source in zip(document, pdf.pages, strict=True):
            width, height = page.get_size()
            text = page.get_textpage()
            found.append(Leaf(width, height, tuple(_letters(text, height)), tuple(_pictures(source, height))))
            text.close()
            page.close()
    document.close()
    return tuple(found)


def _letters(text: pdfium.PdfTextPage, height: float) -> Iterator[Letter]:
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        made_up = pdfium_c.FPDFText_IsGenerated(text, index) == 1
        if code in BLANKS or (made_up and code != 2):
            continue
        pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium_c.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = Box(left.value, height - top.value, right.value - left.value, top.value - bottom.value)
        size = pdfium_c.FPDFText_GetFontSize(text, index)
        yield Letter(code, x.value, height - y.value, size, box)


def _pictures(page: pikepdf.Page, height: float) -> Iterator[Box]:
    """What is seen of each image: where its matrix puts it, within the rectangle that clips it."""
    xobjects: Any = page.resources.get("/XObject", {})
    images = {name for name, thing in xobjects.items() if thing.get("/Filter") == "/DCTDecode"}
    stack: list[tuple[pikepdf.Matrix, Box | None]] = []
    matrix, clip, rectangle = pikepdf.Matrix(), None, None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "q":
                stack.append((matrix, clip))
            case "Q":
                matrix, clip = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*(float(n) for n in operands)) @ matrix
            case "re":
                x, y, w, h = (float(n) for n in operands)
                rectangle = _seen(pikepdf.Matrix(w, 0, 0, h, x, y) @ matrix, height)
            case "W":
                clip = rectangle
            case "Do" if str(operands[0]) in images:
                whole = _seen(matrix, height)
                yield _common(whole, clip) if clip else whole
            case _:
                pass


def _seen(matrix: pikepdf.Matrix, height: float) -> Box:
    """The box that the unit square comes to."""
    corners = [matrix.transform((x, y)) for x in (0, 1) for y in (0, 1)]
    xs, ys = [c[0] for c in corners], [height - c[1] for c in corners]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _common(one: Box, other: Box) -> Box:
    left, top = max(one.left, other.left), max(one.top, other.top)
    return Box(left, top, min(one.right, other.right) - left, min(one.bottom, other.bottom) - top)
