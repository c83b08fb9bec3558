"""Looking at a supplied PDF: what it says of the page that is meant, and what of that the editor should know.

The file is read, in any state, under the ceilings of the program (``reader``); nothing is written. What was found
is kept by content. Words are those of ISO 32000-1, 7.7.3 and 14.11.2.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostic import Finding, Span

if TYPE_CHECKING:
    from pipeline.picture import Cache, PictureFile

ALGORITHM = 3
TUPLES = ("left_behind", "not_embedded", "not_read", "spots")


class Edges(NamedTuple):
    """A rectangle in a page's own units, y up."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, numbers: Iterable[float | str]) -> Edges:
        """From four numbers that name two opposite corners."""
        x0, y0, x1, y1 = (float(n) for n in numbers)
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def within(self, media: Edges) -> Edges:
        """The part that lies on the sheet; the sheet itself when none does."""
        left, bottom = max(self.left, media.left), max(self.bottom, media.bottom)
        right, top = min(self.right, media.right), min(self.top, media.top)
        return Edges(left, bottom, right, top) if left < right and bottom < top else media


@dataclass(frozen=True, slots=True)
class SuppliedPage:
    """One page of a supplied PDF; boxes are in the page's own units.

    ``page`` counts from 1; ``turn`` is in degrees clockwise; ``unit`` is how many points a unit is.
    ``left_behind`` names what will not be taken over; ``hidden_layers`` is True when layers are switched off.
    ``not_embedded`` and ``not_read`` name fonts, ``spots`` colours, that keep the page out of an accessible file.
    """

    path: str
    digest: str
    page: int
    pages: int
    media: Edges
    trim: Edges
    bleed: Edges
    turn: int
    unit: float
    left_behind: tuple[str, ...] = ()
    hidden_layers: bool = False
    not_embedded: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Of the trimmed page as it is seen, in points."""
        return self.unit * (self.trim.height if self.turn % 180 else self.trim.width)

    @property
    def height(self) -> float:
        """Of the trimmed page as it is seen, in points."""
        return self.unit * (self.trim.width if self.turn % 180 else self.trim.height)

    @property
    def aspect(self) -> float:
        """Width over height of the trimmed page as it is seen."""
        return self.width / self.height

    def called(self, file: str) -> str:
        """How users are told of the page: by its file, as they name it, and its number where there are others."""
        return f"{file}, page {self.page}" if self.pages > 1 else file

    def notices(self, named_at: Span | None = None, name: str = "") -> tuple[Finding, ...]:
        """What the editor should know: W317 and W318; and what keeps the page out of the edition: E307 to E309.

        ``name`` is how the editor names the file.
        """
        name, span = name or self.path, named_at or Span(self.path)
        found = list(self._hindrances(f"{self.called(name)}:", span))
        if self.left_behind:
            what = ", ".join(self.left_behind)
            message = f"{name} holds more than what is painted: {what}. That stays behind."
            found.append(Finding("W317", message, span, "Look whether anything visible was among it."))
        if self.hidden_layers:
            message = f"{name} has layers that are switched off; what is on them may show."
            found.append(Finding("W318", message, span, "Ask for a PDF without layers."))
        return tuple(found)

    def _hindrances(self, where: str, span: Span) -> Iterator[Finding]:
        ask = "Ask the advertiser for a PDF/X-4 with"
        if self.not_embedded:
            message = f"{where} fonts are not embedded: {', '.join(self.not_embedded)}."
            yield Finding("E307", message, span, f"{ask} all fonts embedded, or with its text as outlines.")
        if self.not_read:
            message = f"{where} letters do not say which characters they are: {', '.join(self.not_read)}."
            yield Finding("E308", message, span, f"{ask} text that can be searched, or with its text as outlines.")
        if self.spots:
            message = f"{where} spot colours come without values of their own: {', '.join(self.spots)}."
            yield Finding("E309", message, span, f"{ask} its spot colours converted to CMYK.")


def probe_pdf(
    file: PictureFile,
    page: int | None = None,
    named_at: Span | None = None,
    cache: Cache | None = None,
    name: str = "",
) -> SuppliedPage:
    """What a supplied PDF says of a page; ``page`` counts from 1 and may be left out when there is only one.

    Fault E313 to E316, at ``named_at`` or else at the file; ``name`` is how the editor names the file.
    """
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    key = f"supplied/{ALGORITHM}/{digest}/{page}"
    kept = cache.get(key) if cache else None
    found = _unpacked(kept, file.path) if kept else None
    if found is None:
        from pipeline.supplied.reader import read_page  # noqa: PLC0415 - loading the parser takes longer than a page

        found = read_page(data, file.path, digest, page, named_at or Span(file.path), name or file.path)
        if cache:
            cache.put(key, json.dumps(asdict(found), sort_keys=True).encode())
    return found


def _unpacked(kept: bytes, path: str) -> SuppliedPage | None:
    """What an earlier run found, under today's path; None when the store gives something else back."""
    try:
        values = json.loads(kept)
        boxes = {name: Edges.of(values[name]) for name in ("media", "trim", "bleed")}
        lists = {name: tuple(values[name]) for name in TUPLES}
        return SuppliedPage(**{**values, **boxes, **lists, "path": path})
    except (ValueError, KeyError, TypeError):
        return None
