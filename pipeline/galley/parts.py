"""The parts of an article that are not running text: its head, and a photo with caption and credit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.article import Article, Inline, part_of
from pipeline.diagnostic import Span
from pipeline.galley.setter import Typesetter
from pipeline.galley.units import Unit, depth, merged, stacked
from pipeline.language import format_date
from pipeline.layout import Grid, Style
from pipeline.measure import Box
from pipeline.page import PictureItem
from pipeline.photo import Photo
from pipeline.picture import WHOLE, Outline, Picture, crop_to

SEPARATOR = " · "
MOST_CUT = 0.45  # the largest share of a picture that may be cut away for the page's sake


def head(
    setter: Typesetter, article: Article, measure: float, kicker: str, beside: tuple[float, float] | None = None
) -> Unit:
    """Date and place (or ``kicker`` where there are none), headline, standfirst and byline, as one unit.

    ``beside`` gives the measure of the headline, and where the standfirst begins that stands to its right; without it
    the standfirst stands below.
    """
    front = article.head
    after = setter.style("headline").after
    given = (("kicker", front.kicker), ("date", front.date), ("place", front.place), ("title", front.title))
    span = next(front.span(key) for key, text in given if text)
    line = partial(_line, setter, article.path)
    if not beside or not front.standfirst:
        units = [
            line("dateline", dateline(setter, article) or kicker, span, measure),
            line("headline", front.title, front.span("title"), measure),
            line("standfirst", front.standfirst, front.span("standfirst"), measure),
            line("byline", front.byline, front.span("byline"), measure),
        ]
        return merged([u for u in units if u.rows], setter.grid, kind="head", after=after)
    width, x = beside
    left = [
        line("dateline", dateline(setter, article) or kicker, span, measure),
        line("headline", front.title, front.span("title"), width),
    ]
    right = [
        line("standfirst", front.standfirst, front.span("standfirst"), measure - x),
        line("byline", front.byline, front.span("byline"), measure - x),
    ]
    return _side_by_side([u for u in left if u.rows], [u for u in right if u.rows], setter.grid, x, after)


def _side_by_side(left: Sequence[Unit], right: Sequence[Unit], grid: Grid, x: float, after: int) -> Unit:
    """Two stacks that end on the same row, but for the first line of the left one, which stays at the head."""
    rows = max(depth(left), depth(right))
    low, high = ((rows - depth(side)) * grid.leading for side in (left[1:], right))
    items = (*left[0].at(0.0, 0.0), *stacked(left[1:], grid, 0.0, low), *stacked(right, grid, x, high))
    return Unit(rows, items, 0, after, kind="head", span=left[0].span)


def _line(setter: Typesetter, path: str, name: str, text: str, span: Span | None, measure: float) -> Unit:
    """One part of a head; no rows when there is no text."""
    if not text:
        return Unit(0, ())
    role = "H2" if name == "headline" else "P"
    style = setter.style("dateline" if name == "byline" else name)
    return setter.block((Inline(text, span or Span("")),), style, measure, role, part_of(path, name))


def dateline(setter: Typesetter, article: Article) -> str:
    """The article's own kicker, when and where: as printed above the headline."""
    front = article.head
    day = format_date((front.date.first, front.date.last), setter.language.tag) if front.date else ""
    return SEPARATOR.join(part for part in (front.kicker, day, front.place) if part)


@dataclass(frozen=True, slots=True)
class PhotoUnits:
    """A photo and its caption at one width; the photo may be cropped to any number of rows in its range."""

    photo: Photo
    picture: Picture
    width: float
    caption: Unit
    least: int
    most: int
    natural: int
    block: str
    leading: float
    rise: float
    outline: Outline | None = None

    def unit(self, rows: int, *, captioned: bool = True) -> Unit:
        """The photo ``rows`` deep, with its caption beneath unless that stands elsewhere."""
        box = self.box(rows)
        crop = WHOLE if self.outline else crop_to(self.picture, box.aspect, self.photo.focus)
        alt = "" if self.photo.decorative else self.photo.alt
        item = PictureItem(box, self.photo.file, crop, alt, self.block, self.photo.span("file"))
        span = self.photo.span("file")
        if not captioned:
            return Unit(rows, (item,), 1, 1, kind="photo", span=span)
        items = (item, *self.caption.at(0.0, rows * self.leading))
        return Unit(rows + self.caption.rows, items, 1, 1, kind="photo", span=span)

    def allows(self, rows: int) -> bool:
        """Whether it may be so deep."""
        return self.least <= rows <= self.most

    def box(self, rows: int) -> Box:
        """The photo's place in its unit: so many rows; a cut-out is whole, and stands on the baseline of the last."""
        height = (rows - 1) * self.leading + self.rise
        own = self.width / self.aspect if self.outline else height
        return Box(0.0, height - own, self.width, own)

    def extent(self, row: int, white: int) -> tuple[float, float] | None:
        """Left and right edge in points of what stands within ``white`` rows of ``row``, which a line keeps clear of.

        None where nothing does. Rows count from the photo's first; those of its caption follow.
        """
        whole = (0.0, self.width)
        rows = self.natural
        if not self.outline or (self.caption.rows and rows - white <= row < rows + self.caption.rows + white):
            return whole
        box = self.box(rows)
        top, bottom = (row - white) * self.leading, (row + white) * self.leading + self.rise
        reach = (top - (self.leading - self.rise) - box.top, bottom + (self.leading - self.rise) / 2 - box.top)
        found = self.outline.extent(reach[0] / box.height, reach[1] / box.height)
        return (found[0] * self.width, found[1] * self.width) if found else None

    def ppi(self, rows: int) -> float:
        """Pixels to the inch at this depth."""
        height = (rows - 1) * self.leading + self.rise
        return 72 * min(self.picture.width / self.width, self.picture.height / height)

    def loss(self, rows: int) -> float:
        """The share of the picture that is cut away at this depth."""
        if self.outline:
            return 0.0
        aspect = self.width / ((rows - 1) * self.leading + self.rise)
        return 1 - min(aspect / self.aspect, self.aspect / aspect)

    @property
    def aspect(self) -> float:
        """Width over height of the whole picture."""
        return self.picture.width / self.picture.height


@dataclass(frozen=True, slots=True)
class PullUnits:
    """A pull quote that the text runs round, at one width: the article's of that ``number``, from 0."""

    whole: Unit
    width: float
    number: int
    caption: Unit

    def unit(self, rows: int) -> Unit:  # noqa: ARG002 - as of photos, which may be cropped
        """The quotation."""
        return self.whole

    def extent(self, row: int, white: int) -> tuple[float, float]:  # noqa: ARG002
        """It is as wide on all its rows."""
        return (0.0, self.width)

    def loss(self, rows: int) -> float:  # noqa: ARG002
        """Nothing is ever cut away."""
        return 0.0


def photo_units(
    setter: Typesetter,
    photo: Photo,
    picture: Picture,
    width: float,
    shapes: tuple[float, float],
    block: str,
    outline: Outline | None = None,
) -> PhotoUnits:
    """A photo at ``width``, cropped to a shape between the two of ``shapes`` (width over height).

    One with an ``outline`` is never cropped, and none so deep that it comes to have too few pixels for print.
    """
    grid = setter.grid
    caption = caption_unit(setter, photo, width, f"{block}/caption")
    aspect = picture.width / picture.height
    natural = min(max(aspect, shapes[0]), shapes[1])
    narrow = min(natural, max(shapes[0], aspect * (1 - MOST_CUT)))
    wide = max(natural, min(shapes[1], aspect / (1 - MOST_CUT)))

    def rows_of(shape: float) -> int:
        return max(round((width / shape - grid.rise) / grid.leading) + 1, 3)

    least, most, own = rows_of(wide), rows_of(narrow), rows_of(natural)
    sharp = int((72 * picture.height / setter.layout.record.print.ppi - grid.rise) / grid.leading) + 1
    most = max(min(most, sharp), own)
    if outline:
        least = most = own = max(grid.rows_for(width / aspect), 3)
    made = PhotoUnits(photo, picture, width, caption, least, most, own, block, grid.leading, grid.rise)
    return replace(made, outline=outline) if outline else made


def caption_unit(setter: Typesetter, photo: Photo, width: float, block: str, style_name: str = "caption") -> Unit:
    """Caption and credit as one paragraph; rows may be none."""
    style = setter.style(style_name)
    credit = setter.style("credit")
    more = (
        setter.smith.atoms((Inline(photo.credit, photo.span("credit") or Span("")),), credit, hyphenate=False)
        if photo.credit
        else ()
    )
    if not photo.caption and not more:
        return Unit(0, ())
    inlines = (Inline(photo.caption, photo.span("caption") or Span("")),) if photo.caption else ()
    return setter.block(inlines, flush(style), width, "Caption", block, more=more)


def flush(style: Style) -> Style:
    """The style without space around it."""
    return replace(style, before=0, after=0)


__all__ = ["PhotoUnits", "PullUnits", "caption_unit", "dateline", "depth", "head", "photo_units"]
