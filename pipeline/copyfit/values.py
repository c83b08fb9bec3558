"""What copyfitting talks of: photos at a size and place, variants, and the arithmetic of their pages in rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.copyfit.insets import Inset
from pipeline.diagnostic import Span
from pipeline.galley import Galley, Passage, PhotoUnits, PullUnits, Row, Unit
from pipeline.layout import Side

MOST_SHORT = 3  # rows by which a column may be short and still be levelled
BAND_GAP = 1  # rows between a photo and what follows


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit on a page: x in points from the left of the type area, row from its top."""

    x: float
    row: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class PhotoFit:
    """A photo at a size: over ``span`` columns from ``column`` on, ``rows`` deep, on page ``page`` of the article.

    It stands at the head of its columns, or at their ``foot``. The caption stands below it, or is ``aside``: at the
    head of that column, where the text of the others begins higher up.
    """

    units: PhotoUnits
    rows: int
    column: int
    span: int
    page: int = 0
    foot: bool = False
    aside: int | None = None

    @property
    def depth(self) -> int:
        """Rows of the photo, and of a caption that is below it."""
        return self.rows + (self.units.caption.rows if self.aside is None else 0)

    @property
    def columns(self) -> range:
        """The columns it takes."""
        return range(self.column, self.column + self.span)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to make up an article: columns of text, how many of them the head spans, and its photos.

    ``headline`` is the modules of a headline that has its standfirst beside it; ``streamed`` are the numbers
    of photos that run along with the text, a column wide. The text runs round the ``insets``, which are photos and
    pull quotes. One that runs on from a page with others has the row of that page on which it ``begin``s.
    """

    template: str
    columns: int
    head_span: int
    headline: int
    photos: tuple[PhotoFit, ...]
    photo_first: bool
    prefer: float
    streamed: tuple[int, ...] = ()
    insets: tuple[Inset, ...] = ()
    begin: int = 0

    @property
    def hand(self) -> Side:
        """The side of the spread on which its first page must fall, for what stands at an edge; any if empty."""
        other: dict[Side, Side] = {"left": "right", "right": "left"}
        hands = (other[i.hand] if i.page % 2 else i.hand for i in self.insets if i.hand)
        return next(hands, "")

    @property
    def depths(self) -> tuple[object, ...]:
        """How deep its photos are, and on which rows those begin that the text runs round."""
        return *(f.rows for f in self.photos), *((inset.rows, inset.row) for inset in self.insets)

    @property
    def pulled(self) -> int:
        """The number of the pull quote that stands beside the text; -1 where all stand in it."""
        return next((inset.units.number for inset in self.insets if isinstance(inset.units, PullUnits)), -1)

    @property
    def shape(self) -> tuple[object, ...]:
        """What makes two variants look alike: columns, head, and where the photos stand, but not how deep they are."""
        photos = tuple((f.column, f.span, f.page, f.foot) for f in self.photos)
        insets = tuple(inset.place for inset in self.insets) if self.insets else ()
        return self.columns, self.head_span, photos, insets

    def across(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width above the columns of a page."""
        return [f for f in self.photos if f.page == page and not f.foot and f.span == self.columns]

    def below(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width below the columns of a page."""
        return [f for f in self.photos if f.page == page and f.foot and f.span == self.columns]

    def pinned(self, page: int, *, foot: bool) -> list[PhotoFit]:
        """Photos at the head, or at the foot, of some columns of a page."""
        return [f for f in self.photos if f.page == page and f.foot == foot and f.span < self.columns]


@dataclass(frozen=True, slots=True, eq=False)
class Thread:
    """The text of an article as far as it has been set: the galley, and the rows of each passage set round insets.

    The lines of those passages are empty in this galley: see ``laid_galley``. ``moved`` are the points by
    which subheads beside insets were moved, by their place in the source. ``loose`` of the lines ``beside`` insets have
    wider word spaces than is good.
    """

    galley: Galley
    runs: dict[Passage, tuple[Row, ...]] = field(default_factory=dict)
    moved: dict[Span, float] = field(default_factory=dict)
    loose: int = 0
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Poured:
    """Text poured into columns: the place in the galley where each ends, and the rows that it fills of each."""

    stops: tuple[int, ...]
    depths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The arithmetic of one page of a variant, in rows.

    The columns begin at ``top`` and are ``height`` deep; ``heads`` and ``feet`` are the rows that photos (and the
    article's head) take of each; ``stops`` are the places in the galley where each column ends. ``end`` is the row
    behind everything, ``hole`` the white inside, in rows across the page; ``white`` are rows added below a head that
    spans all columns.
    """

    top: int
    height: int
    heads: tuple[int, ...]
    feet: tuple[int, ...]
    stops: tuple[int, ...]
    end: int
    hole: float
    white: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A variant that works: its pages in rows, and its cost before the page's own emptiness."""

    variant: Variant
    sheets: tuple[Sheet, ...]
    cost: float
    thread: Thread

    @property
    def columns(self) -> tuple[object, ...]:
        """What the text finds: two variants alike in this have the same text in the same columns."""
        v, sheets = self.variant, self.sheets
        return v.columns, v.streamed, tuple((s.height, s.heads, s.feet, s.stops) for s in sheets), self.round

    @property
    def round(self) -> tuple[object, ...]:
        """What the text runs round: where, on which rows."""
        return tuple((inset.place, inset.row, inset.depth) for inset in self.variant.insets)

    @property
    def end(self) -> int:
        """Rows used on the last page."""
        return self.sheets[-1].end


@dataclass(frozen=True, slots=True)
class Levelled:
    """An article with its columns levelled: the galley, the variant and the sheets as they are laid.

    ``short`` are the rows that each column of each sheet ends above its foot.
    """

    galley: Galley
    variant: Variant
    sheets: tuple[Sheet, ...]
    short: tuple[tuple[int, ...], ...]
    thread: Thread

    @property
    def level(self) -> bool:
        """Whether the columns of each page end on one row."""
        return all(len(set(rows)) == 1 for rows in self.short)


def shortage(height: int, taken: int, filled: int) -> int:
    """The rows by which a column ends above ``height``: photos take some of it, text has filled others.

    The gap below a photo counts for nothing where no text follows.
    """
    return max(height - taken - filled + (BAND_GAP if taken and not filled else 0), 0)
