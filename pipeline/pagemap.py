"""The page map: what stands where on the pages of a publication, and the line that it was written on.

A finished PDF says nothing of the files that it was made from. So the map is kept beside it, in the project's cache
under the digest of the PDF's bytes, and what a preflight finds in those bytes is led back to a line by it. A place
with nothing of ours under it is led back to nothing.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.diagnostic import Span
from pipeline.measure import Box
from pipeline.page import FillItem, Item, Makeup, PictureItem, RuleItem, SuppliedItem, TextItem

if TYPE_CHECKING:
    from pipeline.preflight.values import Result, Verdict
    from pipeline.project import Cache

FORMAT = 1
ASCENT, DESCENT = 0.8, 0.25  # of a line's box above and below its baseline, in shares of the size of type
THIN = 1.0  # points by which a box is grown, so that a line has an area
ENOUGH = 0.5  # of what was found has to lie on a thing
TYPE, PICTURE, ADVERT, TINT, VEIL, RULE = "type", "picture", "advert", "tint", "veil", "rule"
GROUNDS = (PICTURE, ADVERT, TINT, VEIL)
# What may have painted what was found; an advert has anything in it. Ink is measured without type, and is that of
# what lies below a veil.
KINDS: dict[str, tuple[str, ...]] = {
    "type": (TYPE, ADVERT),
    "picture": (PICTURE, ADVERT),
    "line": (RULE, ADVERT),
    "area": (TINT, VEIL, RULE, ADVERT),
    "shading": (VEIL, TINT, ADVERT),
    "ink": (PICTURE, ADVERT, TINT),
}
TOUCHES = 0.5  # points: so near to the trim's edge a thing is meant to touch it, and has what lies in the bleed


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing on a page: its kind, place and source.

    It is ``type``, a ``picture``, an ``advert``, a ``tint``, a ``veil`` (a tint that lets through) or a ``rule``.
    """

    kind: str
    box: Box
    span: Span


@dataclass(frozen=True, slots=True)
class PageMap:
    """For each page, in order, what stands on it, in the order of painting."""

    pages: tuple[tuple[Placed, ...], ...]

    def source_of(self, result: Result) -> Span | None:
        """The line that what was found comes from: of the thing whose box agrees best with its own, or None."""
        if result.box is None or not 0 < result.page <= len(self.pages):
            return None
        kinds = KINDS.get(result.what, ())
        found, best = None, 0.0
        for placed in self.pages[result.page - 1]:
            if not kinds or placed.kind in kinds:
                agreement = _agreement(result.box, placed.box)
                if agreement and agreement >= best:
                    found, best = placed.span, agreement
        return found

    def sources_of(self, verdict: Verdict) -> dict[Result, Span]:
        """The lines of all results that have one."""
        return {result: span for result in verdict.results if (span := self.source_of(result))}


def page_map(makeup: Makeup) -> PageMap:
    """The map of a made-up publication."""
    return PageMap(tuple(tuple(_bled(makeup, placed) for placed in _placed(page.items)) for page in makeup.pages))


def keep(cache: Cache, data: bytes, makeup: Makeup) -> PageMap:
    """The map of a made-up publication, kept for the PDF in ``data``, which was made of it."""
    pages = page_map(makeup)
    cache.put(_key(data), _written(pages))
    return pages


def kept(cache: Cache, data: bytes) -> PageMap | None:
    """The map that was kept of the PDF in ``data``; None where none was, or its file is damaged."""
    found = cache.get(_key(data))
    try:
        return _read(found) if found is not None else None
    except (ValueError, TypeError, LookupError, zlib.error):
        return None


def _key(data: bytes) -> str:
    return f"pagemap/{FORMAT}/{hashlib.sha256(data).hexdigest()}"


def _placed(items: Iterable[Item]) -> Iterator[Placed]:
    """The things that are printed and come from a line of a file."""
    for item in items:
        span = getattr(item, "span", None)
        if span is None or not span.file:
            continue
        match item:
            case TextItem():
                size = max((segment.size for segment in item.line.segments), default=0.0)
                top, depth = item.y - ASCENT * size, (ASCENT + DESCENT) * size
                yield Placed(TYPE, Box(item.x, top, item.line.width, depth), span)
            case PictureItem():
                yield Placed(PICTURE, item.box, span)
            case SuppliedItem():
                yield Placed(ADVERT, item.box, span)
            case FillItem():
                solid = item.opacity == item.fade_to == 1.0
                yield Placed(TINT if solid else VEIL, item.box, span)
            case RuleItem():
                left, top = min(item.x0, item.x1), min(item.y0, item.y1)
                yield Placed(RULE, Box(left, top, abs(item.x1 - item.x0), abs(item.y1 - item.y0)), span)
            case _:
                pass


def _bled(makeup: Makeup, placed: Placed) -> Placed:
    """What touches the trim, to the end of the bleed, as a press gets it."""
    box, reach = placed.box, makeup.bleed
    if placed.kind not in GROUNDS:
        return placed
    left = min(box.left, -reach) if box.left < TOUCHES else box.left
    top = min(box.top, -reach) if box.top < TOUCHES else box.top
    right = max(box.right, makeup.width + reach) if box.right > makeup.width - TOUCHES else box.right
    bottom = max(box.bottom, makeup.height + reach) if box.bottom > makeup.height - TOUCHES else box.bottom
    return replace(placed, box=Box(left, top, right - left, bottom - top))


def _agreement(found: Box, placed: Box) -> float:
    """What two boxes have in common, as a share of what they cover together; 0 where too little of ``found`` does."""
    a, b = found.grown(THIN), placed.grown(THIN)
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    if across <= 0 or down <= 0:
        return 0.0
    common, whole = across * down, a.width * a.height
    return common / (whole + b.width * b.height - common) if common >= ENOUGH * whole else 0.0


def _written(pages: PageMap) -> bytes:
    """Files are named once; a thing is its kind, its box in hundredths of a point, and its file's number with line."""
    files: dict[str, int] = {}
    rows = [
        [
            [
                placed.kind,
                *(round(100 * n) for n in (placed.box.left, placed.box.top, placed.box.width, placed.box.height)),
                *(files.setdefault(placed.span.file, len(files)), placed.span.line, placed.span.column),
            ]
            for placed in page
        ]
        for page in pages.pages
    ]
    return zlib.compress(json.dumps([list(files), rows], separators=(",", ":")).encode(), 1)


def _read(data: bytes) -> PageMap:
    files, rows = json.loads(zlib.decompress(data))
    return PageMap(
        tuple(
            tuple(
                Placed(kind, Box(*(n / 100 for n in box)), Span(files[file], line, column))
                for kind, *box, file, line, column in page
            )
            for page in rows
        )
    )
