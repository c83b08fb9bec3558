"""Articles whose text runs round something, for tests to look at: a layout with insets, and what is laid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from pipeline.copyfit import Copy, Fitted, fitted, lay
from pipeline.galley import Tongue, Typesetter, Unit
from pipeline.measure import Box
from pipeline.page import AnchorItem, PictureItem, TextItem
from tests.generated import WORDS, jpeg
from tests.issue_desk import FOLDER, MANIFEST, Desk
from tests.layout_desk import merged, voice, write_layout

TEMPLATE = {"words": [0, 9000], "columns": 2, "lead": ["page"], "others": ["column"], "insets": ["third"], "pull": 4}
PHOTO = 'photos:\n  - {file: photos/a.jpg, caption: "A lake. In summer.", credit: "C. D.", alt: "A lake."}\n'


def desk_with(desk: Desk, changes: Mapping[str, Any] | None = None, **template: Any) -> Desk:
    """The desk with ``voice`` as its layout, but for one template, in which text runs round photos and pull quotes."""
    own = {**voice(), "templates": {"island": {**TEMPLATE, **template}}, "runaround": {"least_measure": "50mm"}}
    own = merged(own, changes or {})
    desk.photo("photos/cover.jpg", jpeg("cover"))
    return write_layout(desk, own).manifest(MANIFEST.replace("layout: plain", "layout: mine"))


def text(seed: int, paragraphs: int, most: int = 90) -> list[str]:
    """Paragraphs of real words, each of them telling its number."""
    random = Random(seed)  # noqa: S311 - it makes test data
    words = [word for word in WORDS["en-GB"] if word.isalpha()]
    return [
        f"Paragraph {number} says {' '.join(random.choices(words, k=random.randint(12, most)))}."
        for number in range(paragraphs)
    ]


def article(desk: Desk, body: str, front: str = PHOTO, photo: bytes | None = None) -> Desk:
    """The desk with an article of that text and one photo."""
    head = f"---\ntitle: Two days in Almaty\ndate: 2023-04-05\n{front}---\n"
    return desk.photo("photos/a.jpg", photo or jpeg("wide")).write(f"{FOLDER}/articles/almaty.md", head + body + "\n")


def copy_of(desk: Desk) -> Copy:
    """The article, ready to be fitted."""
    issue = desk.issue()
    assert issue.layout
    return Copy(Typesetter(issue.layout, Tongue("en-GB")), issue.sections[0].articles[0], issue.pictures, "April")


def beside(copy: Copy) -> list[Fitted]:
    """The ways to make it up in which text runs round something."""
    return [fit for fit in fitted(copy) if fit.variant.insets]


@dataclass(frozen=True)
class Set:
    """A line on a page: its column, its first and last point, its baseline, and its unit."""

    column: int
    left: float
    right: float
    y: float
    item: TextItem
    unit: Unit


@dataclass(frozen=True)
class Sheet:
    """A page of an article as it is laid: lines of running text, the boxes of photos with their unit's foot."""

    lines: tuple[Set, ...]
    insets: tuple[Box, ...]
    units: tuple[Unit, ...]


def laid(copy: Copy, fit: Fitted) -> Iterator[Sheet]:
    """The pages of an article; x counts from the left of the type area, y from its top."""
    grid, columns = copy.layout.grid, copy.layout.right.columns(fit.variant.columns)
    own = {id(inset.units): inset for inset in fit.variant.insets}
    assert own or not fit.variant.insets
    for number, page in enumerate(lay(copy, fit)):
        insets = [inset for inset in fit.variant.insets if inset.page == number]
        boxes = [_box(copy, fit, number, i) for i in range(len(insets))]
        lines = []
        for placed in page:
            if placed.unit.passage is None:
                continue
            column = next(i for i, (x, _) in enumerate(columns) if abs(x - columns[0][0] - placed.x) < 0.1)
            for item in (item for item in placed.unit.items if not isinstance(item, AnchorItem)):
                assert isinstance(item, TextItem)
                left = placed.x + item.x
                y = placed.row * grid.leading + item.y
                lines.append(Set(column, left, left + item.line.width, y, item, placed.unit))
        yield Sheet(tuple(lines), tuple(boxes), tuple(placed.unit for placed in page))


def _box(copy: Copy, fit: Fitted, page: int, number: int) -> Box:
    """The rows of an inset, from the height of letters in the first to the baseline of the last."""
    grid, columns = copy.layout.grid, copy.layout.right.columns(fit.variant.columns)
    inset = [inset for inset in fit.variant.insets if inset.page == page][number]
    x = inset.x(columns) - columns[0][0]
    top = (fit.sheets[page].top + inset.row) * grid.leading
    return Box(x, top, inset.units.width, grid.depth(inset.depth))


def letters_of(sheets: Iterable[Sheet]) -> str:
    """What the running text says, without blanks, hyphens that divide words, and end marks."""
    said = "".join(line.item.line.text for sheet in sheets for line in sheet.lines)
    return "".join(said.replace("\u00ad", "").split()).casefold()


def pictures(sheet: Sheet) -> list[PictureItem]:
    """The photos of a page, in their units' coordinates."""
    return [item for unit in sheet.units for item in unit.items if isinstance(item, PictureItem)]
