"""The list of contents, and the pictures that invite to an article: units whose page numbers lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.article import Inline
from pipeline.colour import Swatch
from pipeline.diagnostic import Span
from pipeline.galley import Unit, depth
from pipeline.layout.records import ContentsRecord, TeasersRecord
from pipeline.measure import Box
from pipeline.page import Item, LinkItem, PictureItem, RuleItem, TextItem
from pipeline.paginate.furniture import Desk
from pipeline.photo import Photo
from pipeline.picture import Picture, crop_to


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry: what it is called, where it leads, and the page number as printed."""

    title: str
    anchor: str
    folio: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A month with its entries, in its colour; entries without a month have no title."""

    title: str
    entries: tuple[ListEntry, ...]
    swatch: Swatch
    anchor: str = ""


def contents_units(
    desk: Desk, record: ContentsRecord, groups: Sequence[ListGroup], measure: float, name: str
) -> list[Unit]:
    """The list as units: month, entry, entry; a month is never parted from its first entry."""
    units: list[Unit] = []
    for number, group in enumerate(groups):
        own = replace(desk, section=group.swatch)
        if group.title and record.group:
            heading = desk.setter.block(
                (Inline(group.title, Span("")),), own.style(record.group), measure, "H2", f"{name}/{number}"
            )
            units.append(replace(heading, breakable=False, kind="month"))
        for index, entry in enumerate(group.entries):
            unit = _entry(own, record, entry, measure, f"{name}/{number}.{index}")
            apart = index or (number and not group.title)
            units.append(replace(unit, before=max(unit.before, record.gap)) if apart else unit)
    return units


def _entry(desk: Desk, record: ContentsRecord, entry: ListEntry, measure: float, name: str) -> Unit:
    setter, grid = desk.setter, desk.setter.grid
    title_style, folio_style = desk.style(record.entry), desk.style(record.folio)
    inner = measure - record.folio_width
    title = setter.block((Inline(entry.title, entry.span or Span("")),), title_style, inner, "TOCI", name)
    folio = setter.block((Inline(entry.folio, entry.span or Span("")),), folio_style, record.folio_width, "TOCI", name)
    at_right = record.number == "right"
    folios = [i.moved(inner if at_right else 0.0, 0.0) for i in folio.items]
    titles = [i.moved(0.0 if at_right else record.folio_width, 0.0) for i in title.items]
    first, then = (titles, folios) if at_right else (folios, titles)
    items: list[Item] = [*first[:-1], *map(_parted, first[-1:]), *then]
    rows = max(title.rows, folio.rows)
    box = Box(0.0, -2.0, measure, grid.depth(rows) + 4.0)
    items.append(LinkItem(box, f"#{entry.anchor}", f"{entry.title}, {entry.folio}", name))
    if record.rule:
        below = grid.depth(rows) + grid.leading * 0.45
        y = below if record.rule.edge == "bottom" else -grid.leading * 0.55
        swatch = desk.swatch(record.rule.swatch)
        items.append(RuleItem(0.0, y, measure, y, record.rule.weight, swatch, record.rule.span()))
    return Unit(rows, tuple(items), title.before, title.after, span=entry.span)


def _parted(item: Item) -> Item:
    """A line of text that another is read behind, with a space between them."""
    return replace(item, line=item.line.parted()) if isinstance(item, TextItem) else item


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article that the contents invite to by one of its photos."""

    entry: ListEntry
    standfirst: str
    photo: Photo
    picture: Picture


def teaser_items(desk: Desk, record: TeasersRecord, teasers: Sequence[Teaser], box: Box, name: str) -> tuple[Item, ...]:
    """The pictures side by side or below one another in ``box``, each with title and page number beneath."""
    items: list[Item] = []
    chosen = teasers[record.first - 1 :][: record.count]
    grid = desk.setter.grid
    count = max(len(chosen), 1)
    gap = grid.gutter if record.across else grid.leading
    width = (box.width - (count - 1) * gap) / count if record.across else box.width
    room = grid.rows_for(box.height)
    rows = room if record.across else (room - (count - 1)) // count
    for index, teaser in enumerate(chosen):
        legend = _legend(desk, record, teaser, width, f"{name}/{index}/legend")
        deep = max(rows - depth(legend), 3)
        x = box.left + (index * (width + gap) if record.across else 0.0)
        y = box.top + (0.0 if record.across else index * (rows + 1) * grid.leading)
        frame = Box(x, y, width, grid.depth(deep))
        crop = crop_to(teaser.picture, frame.aspect, teaser.photo.focus)
        items.append(
            PictureItem(frame, teaser.photo.file, crop, teaser.photo.alt, f"{name}/{index}", teaser.photo.span("file"))
        )
        row = deep
        for unit in legend:
            items.extend(unit.at(x, y + row * grid.leading))
            row += unit.rows
        whole = Box(x, y, width, grid.depth(rows))
        text = f"{teaser.entry.title}, {teaser.entry.folio}"
        items.append(LinkItem(whole, f"#{teaser.entry.anchor}", text, f"{name}/{index}/legend"))
    return tuple(items)


def _legend(desk: Desk, record: TeasersRecord, teaser: Teaser, width: float, name: str) -> list[Unit]:
    """Page number and title on one line, the standfirst below."""
    setter, title, folio = desk.setter, desk.style(record.title), desk.style(record.folio)
    entry = teaser.entry
    more = setter.smith.atoms((Inline(entry.title, entry.span or Span("")),), title, hyphenate=False)
    units = [setter.block((Inline(f"{entry.folio} ", entry.span or Span("")),), folio, width, "Link", name, more=more)]
    if record.text and teaser.standfirst:
        inlines = (Inline(teaser.standfirst, entry.span or Span("")),)
        units.append(setter.block(inlines, desk.style(record.text), width, "P", f"{name}/text"))
    return units
