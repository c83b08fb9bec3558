"""What stands on pages: set lines and placed items, in page coordinates (points, y down from the trim's top).

Everything here is decided; painting only draws it. An item knows the file and line it came from, and the
part of the issue that it belongs to, so that preflight, preview and every finding can name them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from pipeline.colour import Swatch
from pipeline.diagnostic import Span
from pipeline.font import Face, Run
from pipeline.measure import Box
from pipeline.picture import Crop

ARTIFACT, PAGINATION = "Artifact", "Pagination"
ARTIFACTS = frozenset({ARTIFACT, PAGINATION})
"""Roles of what is no part of the text: what repeats something or adorns, and page numbers with running heads."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line in one look. ``runs`` pair each shaped run with points of extra space before it.

    ``x`` and ``width`` are points from the line's start as set. ``actual`` is what the stretch stands for
    where its glyphs do not say (a hyphen at a line's end is a soft hyphen). ``href`` is an address, or #name of
    an anchor in the document. ``language`` is a BCP 47 tag where it is not that of the paragraph.
    """

    face: Face
    size: float
    swatch: Swatch
    runs: tuple[tuple[Run, float], ...]
    x: float = 0.0
    width: float = 0.0
    rise: float = 0.0
    tracking: float = 0.0
    actual: str = ""
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type: segments from left to right; glyphs are drawn ``scale`` wide. ``text`` is what it says."""

    segments: tuple[Segment, ...]
    width: float
    text: str
    scale: float = 1.0

    def parted(self) -> Self:
        """The same with a space behind it that takes no room and parts it from what is read next."""
        *others, last = self.segments
        runs = (*last.runs, (last.face.shape(" "), 0.0))
        return replace(self, segments=(*others, replace(last, runs=runs)), text=f"{self.text} ")


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line at its place: ``x`` of its start, ``y`` of its baseline.

    ``role`` is what the line's paragraph is in the structure of the document (P, H1, Caption, ...), or one of
    ``ARTIFACTS``; ``block`` tells lines of one paragraph from those of the next.
    """

    x: float
    y: float
    line: Line
    role: str
    block: str
    span: Span | None = None

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A photo in its box, cropped."""

    box: Box
    picture: str
    crop: Crop
    alt: str
    block: str
    span: Span | None = None

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class SuppliedItem:
    """A page that was supplied as PDF, scaled so that its trim fills ``box``; one that ``bleeds`` runs over it.

    ``page`` says which page of the file, from 1.
    """

    box: Box
    file: str
    alt: str
    block: str
    bleeds: bool
    span: Span | None = None
    page: int = 1

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class FillItem:
    """A tint. It fades from ``opacity`` to ``fade_to``, down or across, unless the two are alike."""

    box: Box
    swatch: Swatch
    opacity: float = 1.0
    fade_to: float = 1.0
    across: bool = False
    span: Span | None = None

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class RuleItem:
    """A straight line from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    swatch: Swatch
    span: Span | None = None

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, x0=self.x0 + dx, y0=self.y0 + dy, x1=self.x1 + dx, y1=self.y1 + dy)


@dataclass(frozen=True, slots=True)
class LinkItem:
    """An area that leads somewhere: an address, or #name of an anchor. ``text`` says where to.

    ``block`` is the block of the text that it makes a link of.
    """

    box: Box
    href: str
    text: str
    block: str = ""

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class AnchorItem:
    """A place that links and the outline lead to."""

    name: str
    y: float

    def moved(self, dx: float, dy: float) -> Self:  # noqa: ARG002 - anchors are as wide as the page
        """The same elsewhere."""
        return replace(self, y=self.y + dy)


Item = TextItem | PictureItem | SuppliedItem | FillItem | RuleItem | LinkItem | AnchorItem


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``number`` counts from 1, ``folio`` is what is printed; items in the order of painting."""

    number: int
    folio: str
    left_hand: bool
    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline: title, anchor, entries below it."""

    title: str
    anchor: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Makeup:
    """The whole publication, made up: what is painted for every target alike."""

    pages: tuple[Page, ...]
    outline: tuple[Entry, ...]
    width: float
    height: float
    bleed: float
