"""Painting: a made-up publication drawn on a canvas, item by item, for one target.

Nothing is decided here. Page coordinates (y down from the trim's top) become PDF's (y up from its foot), swatches
become the target's inks, photos the renditions that were made for it. Each item is content of the element of the
structure that its block is of, or an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.measure import Box
from pipeline.owners import BACKGROUND, LAYOUT, Owner, Owners
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
    Segment,
    SuppliedItem,
    TextItem,
)
from pipeline.pdf import (
    SCREEN_CLAIMS,
    Area,
    Bookmark,
    Claims,
    DocumentCanvas,
    Inks,
    LabelRange,
    Metadata,
    OutputIntent,
    PageBoxes,
    Placement,
    Tag,
    TextPiece,
    screen_intent,
)
from pipeline.picture import Rendition
from pipeline.structure import OWN_TYPES, Structure

DESCENT, ASCENT = 0.25, 0.78  # of a link's area below and above the baseline, in shares of the size


PDF_1_6 = (1, 6)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a press is given: its inks, what the file says of itself, and what stands round each page.

    ``slug`` is the paper outside of the bleed in points; ``around`` draws on it.
    """

    inks: Inks
    claims: Claims
    intent: OutputIntent
    slug: float
    around: Callable[[DocumentCanvas, Page], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drawn document, and the places that its finishing pass has to fill with supplied pages."""

    data: bytes
    placements: tuple[Placement, ...]


def paint(
    makeup: Makeup,
    renditions: Mapping[PictureItem, Rendition],
    metadata: Metadata,
    structure: Structure | None = None,
    advance: Callable[[], object] = lambda: None,
    sheet: Sheet | None = None,
) -> Draft:
    """Draws all pages.

    With a ``structure`` the document is tagged, and says so; ValueError for an item that is neither in the structure
    nor an artifact. On the ``sheet`` of a press pages have their bleed, and nothing that is not printed.
    """
    canvas = _canvas(metadata, structure, sheet)
    painter = _Painter(canvas, makeup, Owners.of(structure, canvas.root, makeup), renditions, sheet)
    for page in makeup.pages:
        painter.page(page)
        advance()
    if sheet:
        return Draft(canvas.finish(), canvas.placements)
    canvas.set_outline(tuple(_bookmark(entry) for entry in makeup.outline))
    canvas.set_page_labels([LabelRange(0, start=_first_number(makeup))])
    return Draft(canvas.finish(), canvas.placements)


def _first_number(makeup: Makeup) -> int:
    """The number that is printed on the first page; 1 where none is."""
    printed = makeup.pages[0].folio if makeup.pages else ""
    return int(printed) if printed.isdecimal() else 1


def _canvas(metadata: Metadata, structure: Structure | None, sheet: Sheet | None) -> DocumentCanvas:
    if sheet:
        claims, intent = sheet.claims, sheet.intent
        return DocumentCanvas(metadata, inks=sheet.inks, claims=claims, intent=intent, version=PDF_1_6, trapped="False")
    if structure is None:
        return DocumentCanvas(metadata)
    return DocumentCanvas(metadata, claims=SCREEN_CLAIMS, intent=screen_intent(), types=OWN_TYPES)


def _bookmark(entry: Entry) -> Bookmark:
    return Bookmark(entry.title, entry.anchor, tuple(_bookmark(e) for e in entry.entries), open=False)


@dataclass(slots=True)
class _Painter:
    canvas: DocumentCanvas
    makeup: Makeup
    owners: Owners
    renditions: Mapping[PictureItem, Rendition]
    sheet: Sheet | None

    def page(self, page: Page) -> None:
        """One page from first item to last."""
        if self.sheet is None:
            self.canvas.begin_page(PageBoxes(self.makeup.width, self.makeup.height))
            self._items(page)
        else:
            boxes = PageBoxes(self.makeup.width, self.makeup.height, self.makeup.bleed, self.sheet.slug)
            self.canvas.begin_page(boxes)
            with self.canvas.within(boxes.bleed_area):
                self._items(page)
            self.sheet.around(self.canvas, page)
        self.canvas.end_page()

    def _items(self, page: Page) -> None:
        for item in page.items:
            if self.sheet is None or not isinstance(item, LinkItem | AnchorItem):
                self._item(item)

    def _item(self, item: Item) -> None:
        match item:
            case TextItem():
                self._text(item, self.owners.of_text(item))
            case PictureItem():
                self.canvas.belongs_to(self.owners.of_picture(item, self._area(item.box)))
                self._picture(item)
            case FillItem():
                self.canvas.belongs_to(BACKGROUND)
                self._fill(item)
            case RuleItem():
                self.canvas.belongs_to(LAYOUT)
                start, end = (item.x0, self._up(item.y0)), (item.x1, self._up(item.y1))
                self.canvas.stroke_line(start, end, item.weight, item.swatch)
            case LinkItem():
                self._link(self._area(item.box), item.href, item.text, self.owners.of_link(item))
            case AnchorItem():
                self.canvas.destination(item.name, self._up(max(item.y - 12.0, 0.0)))
            case SuppliedItem():
                area = self._area(item.box)
                self.canvas.belongs_to(self.owners.of_picture(item, area))
                bleed = area.grown(self.makeup.bleed) if item.bleeds else None
                self.canvas.place_page(item.file, item.page - 1, area, bleed, fit="contain")

    # ------------------------------------------------------------------ text

    def _text(self, item: TextItem, owner: Owner) -> None:
        """A line, in as many pieces as there are links and languages in it."""
        for (href, language), group in groupby(item.line.segments, key=lambda s: (s.href, s.language)):
            segments = tuple(group)
            own = self.owners.inline(owner, href, language)
            self.canvas.belongs_to(own)
            x, y = item.x + segments[0].x, self._up(item.y)
            self.canvas.show(x, y, [_piece(segment) for segment in segments], item.line.scale)
            if href and self.sheet is None and (isinstance(own, Tag) or self.owners.tags is None):
                tag = own if isinstance(own, Tag) else None
                self._link(_area_of(segments, item.x, y), href, _said(segments), tag)

    def _link(self, area: Area, href: str, text: str, tag: Tag | None) -> None:
        if href.startswith("#"):
            self.canvas.link_to(area, href[1:], text, tag)
        else:
            self.canvas.link_uri(area, href, text, tag)

    # ------------------------------------------------------------------ pictures and shapes

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


def _piece(segment: Segment) -> TextPiece:
    actual = segment.actual or None
    return TextPiece(segment.face, segment.size, segment.swatch, segment.runs, segment.rise, actual, segment.tracking)


def _area_of(segments: Sequence[Segment], x: float, y: float) -> Area:
    """Where the segments of a line stand that begins at ``x`` on the baseline ``y``."""
    first, last = segments[0], segments[-1]
    size = max(segment.size for segment in segments)
    return Area(x + first.x, y - DESCENT * size, x + last.x + last.width, y + ASCENT * size)


def _said(segments: Sequence[Segment]) -> str:
    return "".join(run.text for segment in segments for run, _ in segment.runs).strip()
