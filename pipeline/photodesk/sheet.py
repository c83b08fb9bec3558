"""The contact sheet of an issue's photos: each whole and uncropped, with what is known of it below.

It is made with the type and the page of the issue's layout, for the desk and not for readers: nothing on it is
tagged. Pictures are brought down to what the sheet needs, without their private data as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Inline
from pipeline.diagnostic import Span
from pipeline.galley import Tongue, Typesetter, stacked
from pipeline.issue import Issue
from pipeline.layout import Layout, Style
from pipeline.measure import MM, Box
from pipeline.page import ARTIFACT, Item, Makeup, Page, PictureItem, RuleItem, TextItem
from pipeline.paint import paint
from pipeline.pdf import Metadata
from pipeline.photodesk.values import ListedPhoto
from pipeline.picture import WHOLE, Delivery, Job, renditions
from pipeline.project import Project
from pipeline.screen import finish

ACROSS = 3
SHARE = 0.68  # of a cell's width: the depth of the box on whose foot a picture stands
GAP, BELOW = 16.0, 5.0
MOST_GAP = 34.0  # to which rows are driven apart, so that a full page has no hole at its foot
SIZE, LEADING = 7.0, 9.0
HEAD, HEAD_DEPTH = 1.9, 34.0  # times the size of type; the room of a page's head in points
MOST_LETTERS, MOST_TITLE = 160, 48
PPI = 150.0
HAIR = 0.25


@dataclass(frozen=True, slots=True)
class _Cell:
    """A photo and the items of its label, whose corner is at the origin; ``depth`` in points."""

    photo: ListedPhoto
    label: tuple[Item, ...]
    depth: float


def photo_sheet(project: Project, issue: Issue, layout: Layout, photos: Sequence[ListedPhoto]) -> tuple[bytes, int]:
    """(bytes, number of pages) of the PDF; Fault E300 to E306 for a picture that cannot be opened."""
    sheet = _Sheet(issue, layout)
    geometry = layout.right
    pages = tuple(
        Page(number, str(number), left_hand=False, kind="photos", items=items)
        for number, items in enumerate(sheet.pages(photos), 1)
    )
    makeup = Makeup(pages, (), geometry.width, geometry.height, geometry.bleed)
    files = {photo.path: photo for photo in photos}
    items = list(dict.fromkeys(item for page in pages for item in page.items if isinstance(item, PictureItem)))
    jobs = [
        Job(photo.file, photo.picture, WHOLE, item.box.width, item.box.height, Delivery(PPI))
        for item in items
        if (photo := files[item.picture]).file and photo.picture
    ]
    made = dict(zip(items, renditions(jobs, cache=project.cache), strict=True))
    name = f"Photos of {issue.manifest.publication.title}, {issue.manifest.issue}"
    created = project.source_date(issue.manifest.date)
    draft = paint(makeup, made, Metadata(title=name, language=issue.manifest.language, created=created))
    return finish(draft.data), len(pages)


class _Sheet:
    """Lays the photos out row by row."""

    def __init__(self, issue: Issue, layout: Layout) -> None:
        page = layout.right
        self.issue, self.layout = issue, layout
        self.setter = Typesetter(layout, Tongue(issue.manifest.language, None))
        self.style = replace(
            layout.styles["credit"],
            swatch=layout.swatches["ink"],
            align="left",
            italic=False,
            sizes=(),
            size=SIZE,
            leading=LEADING,
            case="none",
            tracking=0.0,
        )
        self.area, self.columns = page.area, page.columns(ACROSS)
        self.width = self.columns[0][1]
        self.box = self.width * SHARE

    def pages(self, photos: Sequence[ListedPhoto]) -> Iterator[tuple[Item, ...]]:
        """The items of each page."""
        cells = [self._cell(photo) for photo in photos]
        rows = [cells[start : start + ACROSS] for start in range(0, len(cells), ACROSS)]
        sheets = self._sheets(rows)
        for number, sheet in enumerate(sheets, 1):
            items = [*self._head(photos, f"page {number} of {len(sheets)}" if len(sheets) > 1 else "")]
            top, left = self.area.top + HEAD_DEPTH, self._left(sheet)
            gap = GAP
            if number < len(sheets) and len(sheet) > 1:
                gap = min(GAP + left / (len(sheet) - 1), MOST_GAP)
            for row in sheet:
                for column, cell in enumerate(row):
                    items += self._placed(cell, self.columns[column][0], top)
                top += self._depth(row) + gap
            yield tuple(items)

    def _sheets(self, rows: Sequence[list[_Cell]]) -> list[list[list[_Cell]]]:
        """The rows that stand on each page, which is one at least."""
        sheets: list[list[list[_Cell]]] = [[]]
        for row in rows:
            if sheets[-1] and self._left([*sheets[-1], row]) < 0:
                sheets.append([])
            sheets[-1].append(row)
        return sheets

    def _left(self, sheet: Sequence[list[_Cell]]) -> float:
        """What is left of a page's depth below these rows, less than nought where they are too deep."""
        room = self.area.bottom - self.area.top - HEAD_DEPTH
        return room - sum(map(self._depth, sheet)) - GAP * (len(sheet) - 1)

    def _depth(self, row: Sequence[_Cell]) -> float:
        return self.box + BELOW + max(cell.depth for cell in row)

    def _head(self, photos: Sequence[ListedPhoto], number: str) -> Iterator[Item]:
        """The title, what is to be done at the right of it, a rule below."""
        manifest, area = self.issue.manifest, self.area
        title = _cut(f"{manifest.publication.title}, {manifest.issue}", MOST_TITLE)
        yield from self._line(title, replace(self.style, size=SIZE * HEAD, leading=LEADING * HEAD), strong=True)
        told = "; ".join(part for part in (facts_of(photos), number) if part)
        yield from self._line(told, replace(self.style, align="right", leading=LEADING * HEAD))
        foot = area.top + LEADING * HEAD + 3
        yield RuleItem(area.left, foot, area.right, foot, 2 * HAIR, self.layout.swatches["ink"])

    def _line(self, text: str, style: Style, *, strong: bool = False) -> Iterator[Item]:
        unit = self.setter.block((Inline(text, Span(""), strong=strong),), style, self.area.width, ARTIFACT, "head")
        yield from stacked([unit], self.setter.grid, self.area.left, self.area.top)

    def _cell(self, photo: ListedPhoto) -> _Cell:
        first, *others = label_of(photo)
        inlines = (Inline(first, Span(""), strong=True), Inline("\n" + "\n".join(others), Span("")))
        label = self.setter.block(inlines, self.style, self.width, ARTIFACT, photo.path).items
        return _Cell(photo, label, max(item.y for item in label if isinstance(item, TextItem)))

    def _placed(self, cell: _Cell, left: float, top: float) -> Iterator[Item]:
        """A picture on the foot of its box, flush with its label; a frame alone for one that cannot be shown."""
        picture, box = cell.photo.picture, Box(left, top, self.width, self.box)
        if picture:
            scale = min(self.width / picture.width, self.box / picture.height)
            width, height = picture.width * scale, picture.height * scale
            box = Box(left, top + self.box - height, width, height)
            yield PictureItem(box, cell.photo.path, WHOLE, cell.photo.alt, cell.photo.path, cell.photo.span)
        yield from self._frame(box)
        yield from (item.moved(left, top + self.box + BELOW) for item in cell.label)

    def _frame(self, box: Box) -> Iterator[Item]:
        """A hairline about a picture, so that a pale one has an edge."""
        ink = self.layout.swatches["ink"]
        corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
            yield RuleItem(x0, y0, x1, y1, HAIR, ink)


def facts_of(photos: Sequence[ListedPhoto]) -> str:
    """How many pictures there are, and how many of them want something."""
    used = [photo for photo in photos if photo.use]
    count = len({photo.path for photo in photos})
    facts = [
        (sum(not photo.credit for photo in used), "without credit"),
        (sum(not (photo.alt or photo.decorative) for photo in used), "without description"),
        (len(photos) - len(used), "not used"),
    ]
    pictures = "1 picture" if count == 1 else f"{count} pictures"
    return ", ".join((pictures, *(f"{number} {what}" for number, what in facts if number)))


def label_of(photo: ListedPhoto) -> list[str]:
    """The lines below a picture: file, size, places, credit, rights, consent."""
    picture = photo.picture
    size = f"{picture.width} × {picture.height} px" if picture else "no picture that can be read"
    lines = [photo.path, f"{size}; {photo.use or 'not used'}"]
    lines += [f"page {p.page}: {p.width / MM:.0f} mm wide, {int(p.ppi)} ppi" for p in photo.places]
    if photo.use:
        lines.append(photo.credit or "NO CREDIT")
        lines += ["NO DESCRIPTION"] if not (photo.alt or photo.decorative) else []
    lines += [photo.copyright] if photo.copyright else []
    lines += [f"Consent: {photo.consent}"] if photo.consent else []
    return [_cut(line, MOST_LETTERS) for line in lines]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
