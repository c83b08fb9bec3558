"""What is printed where, read back from a finished PDF: pieces of type, pictures, and how much of a page is hole.

The pieces are the PDF's own objects, some tens to a page, so whole issues are read in a moment (``ink`` reads every
letter). Coordinates are those of the program: points from the trim's top-left corner, y down.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.measure import Box

HAIR = 0.1  # points by which two things may touch
CELL = 1.5  # points: of a page cut into squares, which are used or not
MM = 72 / 25.4
REACH = (7.0, 4.0)  # mm above and below what is printed, and beside it, that count as used
RISE = 0.5  # of the size: the mark of a footnote stands higher than its line
BLANK = 0.12  # of the size: the least word space
INITIAL = 2.0  # times the size of text: a letter that stands several lines deep
DIVIDED = re.compile("[\u00ad\u0002\ufffe] ?")
OVERHANG = 0.25  # of the size: a letter may lean so far over its neighbour in the line
X_HEIGHT = 0.4  # of the body's size: letters reach at least so far above their baseline


@dataclass(frozen=True, slots=True)
class Type:
    """A piece of a line of type: the point it begins on, the box of its ink, its size, and what it says."""

    x: float
    y: float
    box: Box
    size: float
    text: str

    @property
    def core(self) -> Box:
        """Its letters without what rises above small letters or falls below the line; lines never meet there."""
        top = max(self.box.top, self.y - X_HEIGHT * self.size)
        return Box(self.box.left, top, self.box.width, max(min(self.box.bottom, self.y) - top, 0.0))

    def continues(self, before: Type) -> bool:
        """Whether no blank is between the piece and the one before: in a line, or behind an initial."""
        if abs(self.y - before.y) < RISE * before.size and self.box.left > before.x:
            return self.box.left - before.box.right < BLANK * before.size
        return before.size > INITIAL * self.size and len(before.text.strip()) == 1 and self.y < before.y


@dataclass(frozen=True, slots=True)
class Printed:
    """One page: pieces of type, what is seen of pictures, tints and rules, each in the order of painting."""

    type: tuple[Type, ...]
    pictures: tuple[Box, ...]
    fills: tuple[Box, ...]

    def text(self, area: Box) -> str:
        """What the type within the area says, in the order of painting; divided words are whole."""
        said = ""
        before: Type | None = None
        for piece in self.type:
            if area.top - piece.size < piece.y <= area.bottom + HAIR:
                said += piece.text if before and piece.continues(before) else f" {piece.text}"
                before = piece
        return DIVIDED.sub("", said)

    def collisions(self) -> list[str]:
        """Any two things of which one stands on the other."""
        found = [f"picture on picture at {one.left:.0f}, {one.top:.0f}"
                 for one, other in combinations(self.pictures, 2) if _meet(one, other)]  # fmt: skip
        found += [f"“{t.text}” on a picture" for t in self.type for p in self.pictures if _meet(t.box, p)]
        rows: dict[int, list[Type]] = {}
        for piece in self.type:
            rows.setdefault(round(piece.y / 24), []).append(piece)
        for row, pieces in rows.items():
            near = pieces + rows.get(row + 1, [])
            found += [f"“{one.text}” on “{other.text}”"
                      for index, one in enumerate(pieces) for other in near[index + 1:]
                      if _meet(one.core, other.core, OVERHANG * one.size if one.y == other.y else HAIR)]  # fmt: skip
        return found


def _meet(one: Box, other: Box, across: float = HAIR) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return width > across and height > HAIR


def printed(document: pdfium.PdfDocument) -> tuple[Printed, ...]:
    """All pages of a document."""
    pages = []
    for page in document:
        text, height = page.get_textpage(), page.get_height()
        objects = list(page.get_objects(max_depth=4))
        fills = tuple(_box(o.get_bounds(), height) for o in objects if o.type == pdfium_c.FPDF_PAGEOBJ_PATH)
        pages.append(Printed(tuple(_type(objects, text, height)), tuple(_pictures(objects, height)), fills))
        text.close()
        page.close()
    return tuple(pages)


def _type(objects: list[Any], text: pdfium.PdfTextPage, height: float) -> Iterator[Type]:
    size = ctypes.c_float()
    buffer = (ctypes.c_ushort * 1024)()
    for thing in objects:
        if thing.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            pdfium_c.FPDFTextObj_GetFontSize(thing, size)
            count = pdfium_c.FPDFTextObj_GetText(thing, text, buffer, len(buffer) * 2)
            said = bytes(buffer)[: max(count - 2, 0)].decode("utf-16-le", "replace")
            matrix = thing.get_matrix()
            if said.strip():
                yield Type(matrix.e, height - matrix.f, _box(thing.get_bounds(), height), size.value * matrix.d, said)


def _pictures(objects: list[Any], height: float) -> Iterator[Box]:
    """What is seen of each picture: its place, within the rectangle that clips it."""
    for thing in objects:
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            seen = _box(thing.get_bounds(), height)
            for clip in _clips(thing, height):
                left, top = max(seen.left, clip.left), max(seen.top, clip.top)
                seen = Box(left, top, min(seen.right, clip.right) - left, min(seen.bottom, clip.bottom) - top)
            yield seen


def _clips(thing: Any, height: float) -> Iterator[Box]:
    path = pdfium_c.FPDFPageObj_GetClipPath(thing)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(pdfium_c.FPDFClipPath_CountPaths(path), 0)):
        points = []
        for index in range(pdfium_c.FPDFClipPath_CountPathSegments(path, number)):
            pdfium_c.FPDFPathSegment_GetPoint(pdfium_c.FPDFClipPath_GetPathSegment(path, number, index), x, y)
            points.append((x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            yield _box((min(xs), min(ys), max(xs), max(ys)), height)


def _box(bounds: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = bounds
    return Box(left, height - top, right - left, top - bottom)


def hole_share(page: Printed, area: Box) -> float:
    """The share of ``area`` that is hole: further from all that is printed than lines and columns are apart."""
    down, right = int(area.height / CELL), int(area.width / CELL)
    used = np.zeros((down, right), bool)
    for box in (*(piece.box for piece in page.type), *page.pictures, *page.fills):
        top, left = ((near - edge) / CELL for near, edge in ((box.top, area.top), (box.left, area.left)))
        high, low = (max(round(top - REACH[0] * MM / CELL), 0), round(top + (box.height + REACH[0] * MM) / CELL))
        near, far = (max(round(left - REACH[1] * MM / CELL), 0), round(left + (box.width + REACH[1] * MM) / CELL))
        used[high : max(low, 0), near : max(far, 0)] = True
    return 1.0 - float(used.mean())
