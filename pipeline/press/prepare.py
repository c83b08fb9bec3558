"""Pages made ready for a press: what touches the edge runs into the bleed, and colours take the inks of their size.

A picture that ends at the edge of the trim shows more of itself beyond it, where there is more; one that has no more
is a finding. A swatch with ``rich`` inks takes them on large areas, one with ``fine`` inks in small type and thin
rules. Nothing inside of the trim is moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.colour import Swatch
from pipeline.diagnostic import Finding
from pipeline.measure import MM, Box
from pipeline.page import FillItem, Item, Makeup, Page, PictureItem, RuleItem, TextItem
from pipeline.picture import Crop

LARGE = 20 * MM  # an area is large that is so wide and so deep
SMALL_TYPE, THIN_RULE = 9.0, 0.5
# An edge this near to that of the trim is meant to touch it; one this near to the bleed's is in it.
TOUCHES, HAIR = 0.5, 0.1


@dataclass(frozen=True, slots=True)
class _Edges:
    """How far a box has to grow on its four sides, in points."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def any(self) -> bool:
        """Whether it has to grow at all."""
        return bool(self.left or self.top or self.right or self.bottom)


def prepared(makeup: Makeup) -> tuple[Makeup, tuple[Finding, ...]]:
    """The same pages for a press, and W721 for each picture that ends where the cut is."""
    findings: list[Finding] = []
    pages = tuple(replace(page, items=tuple(_items(makeup, page, findings))) for page in makeup.pages)
    return replace(makeup, pages=pages), tuple(findings)


def _items(makeup: Makeup, page: Page, findings: list[Finding]) -> Iterator[Item]:
    for item in page.items:
        match item:
            case PictureItem() if (missing := _missing(makeup, item.box)).any:
                crop = _grown_crop(item, missing)
                if crop is None:
                    findings.append(_ends_at_the_cut(item, page))
                yield replace(item, box=_grown(item.box, missing), crop=crop) if crop else item
            case FillItem():
                box = _grown(item.box, _missing(makeup, item.box))
                large = item.box.width >= LARGE and item.box.height >= LARGE
                yield replace(item, box=box, swatch=_inked(item.swatch, item.swatch.rich) if large else item.swatch)
            case RuleItem() if item.weight < THIN_RULE:
                yield replace(item, swatch=_inked(item.swatch, item.swatch.fine))
            case TextItem():
                yield _text(item)
            case _:
                yield item


# ---------------------------------------------------------------------- bleed


def _missing(makeup: Makeup, box: Box) -> _Edges:
    """What a box that touches the trim's edges lacks to the edges of the bleed."""
    reach = makeup.bleed

    def lack(beyond: float) -> float:
        return reach - beyond if -TOUCHES <= beyond < reach - HAIR else 0.0

    return _Edges(lack(-box.left), lack(-box.top), lack(box.right - makeup.width), lack(box.bottom - makeup.height))


def _grown(box: Box, by: _Edges) -> Box:
    return Box(box.left - by.left, box.top - by.top, box.width + by.left + by.right, box.height + by.top + by.bottom)


def _grown_crop(item: PictureItem, by: _Edges) -> Crop | None:
    """The crop with as much more of the picture as the box grows; None where the picture ends before."""
    crop, box = item.crop, item.box
    across, down = crop.width / box.width, crop.height / box.height
    left, top = crop.left - by.left * across, crop.top - by.top * down
    right, bottom = crop.right + by.right * across, crop.bottom + by.bottom * down
    return Crop(left, top, right, bottom) if min(left, top) >= 0.0 and max(right, bottom) <= 1.0 else None


def _ends_at_the_cut(item: PictureItem, page: Page) -> Finding:
    message = f"{item.picture} ends at the edge of the page, and has nothing more to print beyond it."
    hint = "Choose another focus, so that a little is left over on that side, or a place that runs into the bleed."
    return Finding("W721", message, item.span, hint, page.folio or str(page.number))


# ---------------------------------------------------------------------- inks


def _inked(swatch: Swatch, inks: tuple[float, float, float, float] | None) -> Swatch:
    return replace(swatch, cmyk=inks, spot="") if inks else swatch


def _text(item: TextItem) -> TextItem:
    if not any(segment.swatch.fine and segment.size < SMALL_TYPE for segment in item.line.segments):
        return item
    segments = tuple(
        replace(one, swatch=_inked(one.swatch, one.swatch.fine)) if one.size < SMALL_TYPE else one
        for one in item.line.segments
    )
    return replace(item, line=replace(item.line, segments=segments))
