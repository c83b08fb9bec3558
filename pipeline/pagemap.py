"""The page map: what stands where on the pages of a publication, and the line that it was written on.

A finished PDF says nothing of the files that it was made from. So the map is kept beside it, in the project's cache
under the digest of the PDF's bytes, and what a preflight finds in those bytes is led back to a line by it. A place
with nothing of ours under it is led back to nothing; what has no place, to the line that says it of the whole.
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
    from pipeline.issue import Issue
    from pipeline.preflight.values import Result, Verdict
    from pipeline.project import Cache

FORMAT = 2
ASCENT, DESCENT = 0.8, 0.25  # of a line's box above and below its baseline, in shares of the size of type
SPOTS = ("spot-count", "spot-names")
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
class Stated:
    """A line that says something of the whole: what ``check`` asks (any, where it is empty), of what has this ``name``.

    The name stands, blanks left out, in what was found; where it is empty, whatever was found is meant.
    """

    check: str
    name: str
    span: Span

    def means(self, result: Result) -> bool:
        """Whether a result is about it."""
        return self.check in {"", result.check} and self.name in f"{result.message} {result.value}".replace(" ", "")


@dataclass(frozen=True, slots=True)
class PageMap:
    """For each page, in order, what stands on it, in the order of painting; and what is stated of all pages."""

    pages: tuple[tuple[Placed, ...], ...]
    stated: tuple[Stated, ...] = ()

    def source_of(self, result: Result) -> Span | None:
        """The line that what was found comes from: of the thing whose box agrees best with its own, or None."""
        if result.box is None:
            return next((one.span for one in self.stated if one.means(result)), None)
        if not 0 < result.page <= len(self.pages):
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


def page_map(makeup: Makeup, issue: Issue) -> PageMap:
    """The map of a made-up issue."""
    pages = tuple(tuple(_bled(makeup, placed) for placed in _placed(page.items)) for page in makeup.pages)
    return PageMap(pages, tuple(_stated(issue)))


def keep(cache: Cache, data: bytes, makeup: Makeup, issue: Issue) -> PageMap:
    """The map of a made-up issue, kept for the PDF in ``data``, which was made of it."""
    pages = page_map(makeup, issue)
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


def _stated(issue: Issue) -> Iterator[Stated]:
    """What manifest and layout say of all pages, and of what is called by a name: spot colours, families of type."""
    manifest, layout = issue.manifest, issue.layout
    found = [
        ("title", "", manifest.publication.span("title")),
        ("x4-history", "title", manifest.publication.span("title")),
        ("page-count", "", manifest.pages.span("multiple_of") or manifest.span("pages")),
    ]
    if layout is not None:
        found.append(("bleed-room", "", layout.record.page.span("bleed")))
        for swatch in layout.record.palette.values():
            found += [(check, swatch.spot, swatch.span("spot")) for check in SPOTS if swatch.spot]
        for role in layout.record.fonts.values():
            found += [("", family, role.span("families", i)) for i, family in enumerate(role.families)]
    for check, name, span in sorted(found, key=lambda one: -len(one[1])):  # the longer of two names is the nearer
        if span is not None:
            yield Stated(check, name.replace(" ", ""), span)


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

    def place(span: Span) -> tuple[int, int, int]:
        return files.setdefault(span.file, len(files)), span.line, span.column

    stated = [[one.check, one.name, *place(one.span)] for one in pages.stated]
    rows = [
        [
            [
                placed.kind,
                *(round(100 * n) for n in (placed.box.left, placed.box.top, placed.box.width, placed.box.height)),
                *place(placed.span),
            ]
            for placed in page
        ]
        for page in pages.pages
    ]
    return zlib.compress(json.dumps([list(files), rows, stated], separators=(",", ":")).encode(), 1)


def _read(data: bytes) -> PageMap:
    files, rows, stated = json.loads(zlib.decompress(data))
    return PageMap(
        tuple(
            tuple(
                Placed(kind, Box(*(n / 100 for n in box)), Span(files[file], line, column))
                for kind, *box, file, line, column in page
            )
            for page in rows
        ),
        tuple(Stated(check, name, Span(files[file], line, column)) for check, name, file, line, column in stated),
    )
