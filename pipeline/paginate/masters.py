"""Pages of a master: fixed elements, and what flows through its frames from page to page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.article import Article, Inline, part_of
from pipeline.diagnostic import Finding, Span
from pipeline.galley import Body, Galley, PhotoSlot, Unit, dateline, photo_units
from pipeline.layout import ElementRecord
from pipeline.layout.records import ContentsRecord, PictureRecord, StoryRecord
from pipeline.measure import Box
from pipeline.page import Item, PictureItem
from pipeline.paginate.front import contents_groups, teasers
from pipeline.paginate.furniture import Desk
from pipeline.paginate.gallery import GalleryPage, pages_of
from pipeline.paginate.lists import ListGroup, Teaser, contents_units, teaser_items
from pipeline.photo import Photo
from pipeline.picture import Picture, crop_to
from pipeline.picture.crop import effective_ppi
from pipeline.picture.resolution import BARELY

if TYPE_CHECKING:
    from pipeline.paginate.maker import Maker

ANY_SHAPE = (0.66, 2.4)  # of a photo in the stream of the story


MOST_EASE = 4  # rows that may be added above each month of the contents to fill the page


@dataclass(slots=True)
class Flow:
    """What runs through the frames of a master, and how far it has come: on this page, to row ``filled``.

    While pages are only ``counted``, nothing else is made of them.
    """

    maker: Maker
    groups: Sequence[ListGroup]
    teasers: Sequence[Teaser]
    section: int
    name: str
    counted: bool = False
    galley: Galley | None = None
    start: int = 0
    photos: list[Sequence[Photo]] | None = None
    stuck: bool = False
    filled: int = 0
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, maker: Maker, name: str, folios: Mapping[str, str], section: int, *, counted: bool = False) -> Flow:
        """The flow of the master ``name`` at its beginning."""
        listed = name in {"contents", "opener"}
        groups = contents_groups(maker.issue, maker.layout, folios) if listed else ()
        shown = teasers(maker.issue, folios) if name == "contents" else ()
        return cls(maker, groups, shown, section, name, counted)

    @property
    def more(self) -> bool:
        """Whether something is left to place."""
        return bool((self.galley is not None and self.start < len(self.galley)) or self.photos) and not self.stuck

    def wants(self, elements: Sequence[ElementRecord]) -> bool:
        """Whether a further page of these elements is called for."""
        others = any(e.teasers or e.picture for e in elements)
        return self.more or others or not flows(elements)

    # ------------------------------------------------------------------ frames

    def contents(self, desk: Desk, record: ContentsRecord, box: Box, name: str) -> Iterator[Item]:
        """As much of the list of contents as the frame holds."""
        measure = (box.width - (record.columns - 1) * record.gutter) / record.columns
        if self.galley is None:
            groups = (
                self.groups
                if record.of == "issue"
                else [replace(g, title="") for g in self.groups if g.anchor == f"section-{self.section + 1}"]
            )
            units = contents_units(desk, record, groups, measure, name)
            self.galley = _eased(units, measure, record, desk.setter.grid.rows_for(box.height))
        columns = [(box.left + i * (measure + record.gutter)) for i in range(record.columns)]
        yield from self._pour(desk, columns, box, balanced=record.balanced)

    def story(self, desk: Desk, record: StoryRecord, box: Box, name: str) -> Iterator[Item]:
        """As much of the story as the frame's columns hold; levelled where it ends."""
        measure = (box.width - (record.columns - 1) * record.gutter) / record.columns
        if self.galley is None:
            self.galley = Galley.of(self._story_units(desk, record.style, measure, name), measure)
        columns = [box.left + i * (measure + record.gutter) for i in range(record.columns)]
        yield from self._pour(desk, columns, box, balanced=True)

    def _story_units(self, desk: Desk, style: str, measure: float, name: str) -> list[Unit]:
        article = self.maker.issue.foreword
        if article is None:
            return []
        signed = any(desk.fields[f"signed.{key}"].text for key in ("name", "role"))
        galley, slots = Body(desk.setter, article, measure, style, signed=signed).galley()
        units = list(galley.units)
        for file, place in reversed(_photo_places(article, slots, len(units))):
            number, photo = next((i, p) for i, p in enumerate(article.photos, 1) if p.file == file)
            picture = self.maker.issue.pictures[file]
            block = part_of(article.path, f"photo-{number}")
            fitted = photo_units(desk.setter, photo, picture, measure, ANY_SHAPE, block)
            units.insert(place, fitted.unit(fitted.natural))
        units[:0] = self._story_head(desk, article, measure, name)
        for key in ("signed.name", "signed.role"):
            value, own = desk.fields[key], key.replace("signed.", "signature_")
            if value.text and own in desk.setter.layout.styles:
                unit = desk.setter.block(
                    (Inline(value.text, value.span or Span("")),), desk.style(own), measure, "P", f"{name}/{key}"
                )
                if units:
                    units[-1] = replace(units[-1], breakable=False)
                units.append(unit)
        return units

    def _story_head(self, desk: Desk, article: Article, measure: float, name: str) -> Iterator[Unit]:
        """Date line, standfirst and byline, as far as they are given and the master has no place for them."""
        masters = desk.setter.layout.record.masters[self.name]
        texts = [t for page in masters.pages for e in page for t in (e.text, *(p.text for p in e.paragraphs or ()))]
        head = article.head
        parts = (("dateline", dateline(desk.setter, article), head.span("title")),
                 ("standfirst", head.standfirst, head.span("standfirst")),
                 ("dateline", head.byline, head.span("byline")))  # fmt: skip
        for style, text, span in parts:
            if text and not any(f"{{foreword.{style}}}" in (t or "") for t in texts):
                inline = Inline(text, span or Span(""))
                unit = desk.setter.block((inline,), desk.style(style), measure, "P", f"{name}/{text[:8]}")
                yield replace(unit, after=max(unit.after, 1), breakable=False)

    def _pour(self, desk: Desk, columns: Sequence[float], box: Box, *, balanced: bool) -> Iterator[Item]:
        galley, grid = self.galley, desk.setter.grid
        if galley is None:
            return
        rows = grid.rows_for(box.height)
        if grid.depth(rows) > box.height + 1:
            rows -= 1
        height = (galley.level(self.start, [0] * len(columns), rows) if balanced else None) or rows
        begun = self.start
        self.filled = round((box.top - desk.geometry.area.top) / grid.leading) + height
        for x in columns:
            stop = galley.fill(self.start, height)
            for row, unit in (*galley.column(self.start, stop), *galley.foot(self.start, stop, height)):
                yield from unit.at(x, box.top + row * grid.leading)
            self.start = stop
        if self.start == begun and self.start < len(galley):
            self.stuck = True
            unit = galley.units[self.start]
            depths = f"it is {desk.rows(grid.depth(unit.rows))} deep, the frame {desk.rows(box.height)}"
            message = f"A block of {self.name} does not fit its frame: {depths}."
            span = unit.span
            self.findings.append(Finding("E501", message, span, "Make the frame of the master larger."))

    def gallery(self, desk: Desk, element: ElementRecord, box: Box, name: str) -> Iterator[Item]:
        """The gallery's photos of one page."""
        record, gallery = element.gallery, self.maker.issue.manifest.gallery
        if record is None or gallery is None:
            return
        if self.photos is None:
            known = [p for p in gallery.photos if p.file in self.maker.issue.pictures]
            self.photos = pages_of(known, record.photos)
        photos, pictures = self.photos.pop(0) if self.photos else (), self.maker.issue.pictures
        if photos and not self.counted:
            yield from GalleryPage(desk.setter, record, photos, pictures, box, name).items()

    def picture(self, desk: Desk, record: PictureRecord, box: Box, name: str) -> Iterator[Item]:
        """The photo that the element is for, with its caption beneath where the layout gives it a style."""
        found = self._photo(record, box)
        if found is None:
            return
        photo, picture, where = found
        grid = desk.setter.grid
        caption = None
        if record.caption:
            caption = desk.setter.block(
                (Inline(" ".join(t for t in (photo.caption, photo.credit) if t), photo.span("caption") or Span("")),),
                desk.style(record.caption), box.width, "Caption", f"{name}/caption",
            )  # fmt: skip
            if caption.rows:
                box = replace(box, height=box.height - caption.rows * grid.leading)
        crop = crop_to(picture, box.aspect, photo.focus)
        yield PictureItem(box, photo.file, crop, "" if photo.decorative else photo.alt, name, where)
        if caption is not None and caption.rows:
            yield from caption.at(box.left, box.top + grid.rows_for(box.height) * grid.leading)

    def _photo(self, record: PictureRecord, box: Box) -> tuple[Photo, Picture, Span | None] | None:
        """The photo that is meant, and where it is named."""
        issue = self.maker.issue
        photo: Photo | None = None
        where: Span | None = None
        if record.of == "cover" and issue.manifest.cover and issue.manifest.cover.photo:
            cover = issue.manifest.cover
            photo, where = Photo(file=cover.photo or "", focus=cover.focus, alt=cover.alt), cover.span("photo")
        elif record.of == "portrait" and issue.manifest.foreword:
            photo = issue.manifest.foreword.portrait
        elif record.of == "section" and self.section >= 0:
            section = issue.sections[self.section]
            photo = section.record.photo or self._borrowed(section.articles, box)
        if photo is None or photo.file not in issue.pictures:
            return None
        return photo, issue.pictures[photo.file], where or photo.span("file")

    def _borrowed(self, articles: Sequence[Article], box: Box) -> Photo | None:
        """A photo for an opener that has none of its own: the widest, better one that does not lead its article.

        One that is too small for print there is none: an opener without a photo is better, and nobody asked for it.
        """
        pictures = self.maker.issue.pictures
        known = [(number > 0, p) for a in articles for number, p in enumerate(a.photos) if p.file in pictures]
        known = [entry for entry in known if self._is_fine(entry[1], box)]
        return max(known, key=lambda k: (k[0], pictures[k[1].file].aspect), default=(False, None))[1]

    def _is_fine(self, photo: Photo, box: Box) -> bool:
        """Whether a photo has enough pixels for a box, or nearly."""
        picture = self.maker.issue.pictures[photo.file]
        crop = crop_to(picture, box.aspect, photo.focus)
        return effective_ppi(picture, crop, box.width, box.height) >= self.maker.layout.record.print.ppi * BARELY


def _eased(units: Sequence[Unit], measure: float, record: ContentsRecord, rows: int) -> Galley:
    """The list with as much more space above its months as still lets it fit, where columns are balanced."""
    galley = Galley.of(units, measure)
    taken = [0] * record.columns
    for extra in range(MOST_EASE, 0, -1) if record.balanced else ():
        eased = [replace(u, before=u.before + extra) if u.kind == "month" else u for u in units]
        wider = Galley.of(eased, measure)
        if wider.level(0, taken, rows) is not None:
            return wider
    return galley


def flows(elements: Sequence[ElementRecord]) -> bool:
    """Whether something runs through frames of this page."""
    return any(e.story or e.gallery or e.contents for e in elements)


def _photo_places(article: Article, slots: Sequence[PhotoSlot], end: int) -> list[tuple[str, int]]:
    """Every photo of the story and before which of its units it stands: where the text has it, or at its end."""
    placed = [(slot.file, slot.index) for slot in slots]
    known = {file for file, _ in placed}
    return placed + [(photo.file, end) for photo in article.photos if photo.file not in known]


def _in_rest(element: ElementRecord, filled: int, desk: Desk) -> ElementRecord | None:
    """An element that takes the rest of the page, below what has ``filled`` it so far; None if too little is left."""
    if not element.rest or element.at.rows is None:
        return element
    rows = desk.setter.grid.rows
    last = element.at.rows[1] + (rows + 1 if element.at.rows[1] < 0 else 0)
    first = filled + 2 if filled else element.at.rows[0]
    if last - first + 1 < element.rest:
        return None
    return element.model_copy(update={"at": element.at.model_copy(update={"rows": (first, last)})})


def master_page(desk: Desk, elements: Sequence[ElementRecord], flow: Flow, name: str) -> Iterator[Item]:
    """The items of one page of a master, in the order of its elements."""
    flow.filled = 0
    for index, given in enumerate(elements):
        element = _in_rest(given, flow.filled, desk)
        if element is None or not desk.wanted(element) or (flow.counted and not flows((element,))):
            continue
        box, own = desk.box(element), f"{name}/{index}"
        if element.picture:
            yield from flow.picture(desk, element.picture, box, own)
        elif element.contents:
            with desk.framed(element):
                yield from flow.contents(desk, element.contents, box, own)
        elif element.teasers:
            with desk.framed(element):
                yield from teaser_items(desk, element.teasers, flow.teasers, box, own)
        elif element.story:
            yield from flow.story(desk, element.story, box, own)
        elif element.gallery:
            yield from flow.gallery(desk, element, box, own)
        else:
            yield from desk.simple([element], own)
