"""Painting: a made-up publication drawn on a canvas, item by item, for one target.

Nothing is decided here. Page coordinates (y down from the trim's top) become PDF's (y up from its foot), swatches
become the target's inks, photos the renditions that were made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.measure import Box
from pipeline.page import (
    AnchorItem,
    Entry,
    FillItem,
    Item,
    LinkItem,
    Makeup,
    Page,
    PictureItem,
    RuleItem,
    SuppliedItem,
    TextItem,
)
from pipeline.pdf import Area, Bookmark, DocumentCanvas, LabelRange, Metadata, PageBoxes, Placement, TextPiece
from pipeline.picture import Rendition

DESCENT, ASCENT = 0.25, 0.78  # of a link's area below and above the baseline, in shares of the size


@dataclass(frozen=True, slots=True)
class Draft:
    """A drawn document, and the places that its finishing pass has to fill with supplied pages."""

    data: bytes
    placements: tuple[Placement, ...]


def paint(
    makeup: Makeup,
    renditions: Mapping[PictureItem, Rendition],
    supplied_pages: Mapping[str, int],
    metadata: Metadata,
    advance: Callable[[], object] = lambda: None,
) -> Draft:
    """Draws all pages. ``supplied_pages`` holds the index of the page that is meant of each supplied file."""
    canvas = DocumentCanvas(metadata)
    painter = _Painter(canvas, makeup, renditions, supplied_pages)
    for page in makeup.pages:
        painter.page(page)
        advance()
    canvas.set_outline(tuple(_bookmark(entry) for entry in makeup.outline))
    canvas.set_page_labels([LabelRange(0)])
    return Draft(canvas.finish(), canvas.placements)


def _bookmark(entry: Entry) -> Bookmark:
    return Bookmark(entry.title, entry.anchor, tuple(_bookmark(e) for e in entry.entries), open=False)


@dataclass(slots=True)
class _Painter:
    canvas: DocumentCanvas
    makeup: Makeup
    renditions: Mapping[PictureItem, Rendition]
    supplied_pages: Mapping[str, int]

    def page(self, page: Page) -> None:
        """One page from first item to last."""
        self.canvas.begin_page(PageBoxes(self.makeup.width, self.makeup.height))
        for item in page.items:
            self._item(item)
        self.canvas.end_page()

    def _item(self, item: Item) -> None:
        match item:
            case TextItem():
                self._text(item)
            case PictureItem():
                self._picture(item)
            case FillItem():
                self._fill(item)
            case RuleItem():
                start, end = (item.x0, self._up(item.y0)), (item.x1, self._up(item.y1))
                self.canvas.stroke_line(start, end, item.weight, item.swatch)
            case LinkItem():
                self._link(self._area(item.box), item.href, item.text)
            case AnchorItem():
                self.canvas.destination(item.name, self._up(max(item.y - 12.0, 0.0)))
            case SuppliedItem():
                area = self._area(item.box)
                bleed = area.grown(self.makeup.bleed) if item.bleeds else None
                self.canvas.place_page(item.file, self.supplied_pages[item.file], area, bleed, fit="contain")

    def _text(self, item: TextItem) -> None:
        y = self._up(item.y)
        pieces = [
            TextPiece(s.face, s.size, s.swatch, s.runs, s.rise, s.actual or None, s.tracking)
            for s in item.line.segments
        ]
        self.canvas.show(item.x, y, pieces, item.line.scale)
        for segment in item.line.segments:
            if segment.href:
                left = item.x + segment.x
                area = Area(left, y - DESCENT * segment.size, left + segment.width, y + ASCENT * segment.size)
                self._link(area, segment.href, "".join(run.text for run, _ in segment.runs))

    def _link(self, area: Area, href: str, text: str) -> None:
        if href.startswith("#"):
            self.canvas.link_to(area, href[1:], text)
        else:
            self.canvas.link_uri(area, href, text)

    def _picture(self, item: PictureItem) -> None:
        rendition = self.renditions[item]
        area = self._area(item.box)
        matrix = rendition.matrix(area.left, area.bottom, area.width, area.height)
        self.canvas.place_jpeg(rendition, matrix, None if rendition.crop.is_whole else area)

    def _fill(self, item: FillItem) -> None:
        area = self._area(item.box)
        if item.opacity == item.fade_to:
            self.canvas.fill_rect(area, item.swatch, item.opacity)
        elif item.across:
            self.canvas.gradient_rect(area, item.swatch, (item.opacity, item.fade_to), 0)
        else:
            self.canvas.gradient_rect(area, item.swatch, (item.fade_to, item.opacity), 90)

    def _up(self, y: float) -> float:
        return self.makeup.height - y

    def _area(self, box: Box) -> Area:
        return Area(box.left, self._up(box.bottom), box.right, self._up(box.top))
