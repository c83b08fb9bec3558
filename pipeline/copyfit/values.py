"""What copyfitting talks of: photos at a size and place, variants, and the arithmetic of their pages in rows."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.galley import PhotoUnits, Unit

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

    It stands at the head of its columns, or at their ``foot``.
    """

    units: PhotoUnits
    rows: int
    column: int
    span: int
    page: int = 0
    foot: bool = False

    @property
    def depth(self) -> int:
        """Rows of photo and caption."""
        return self.rows + self.units.caption.rows

    @property
    def columns(self) -> range:
        """The columns it takes."""
        return range(self.column, self.column + self.span)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to make up an article: columns of text, how many of them the head spans, and its photos.

    ``headline`` is the modules of a headline that has its standfirst beside it; ``streamed`` are the numbers
    of photos that run along with the text, a column wide.
    """

    template: str
    columns: int
    head_span: int
    headline: int
    photos: tuple[PhotoFit, ...]
    photo_first: bool
    prefer: float
    streamed: tuple[int, ...] = ()

    @property
    def shape(self) -> tuple[object, ...]:
        """What makes two variants look alike: columns, head, and where the photos stand, but not how deep they are."""
        return self.columns, self.head_span, tuple((f.column, f.span, f.page, f.foot) for f in self.photos)

    def across(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width above the columns of a page."""
        return [f for f in self.photos if f.page == page and not f.foot and f.span == self.columns]

    def below(self, page: int) -> list[PhotoFit]:
        """Photos over the whole width below the columns of a page."""
        return [f for f in self.photos if f.page == page and f.foot and f.span == self.columns]

    def pinned(self, page: int, *, foot: bool) -> list[PhotoFit]:
        """Photos at the head, or at the foot, of some columns of a page."""
        return [f for f in self.photos if f.page == page and f.foot == foot and f.span < self.columns]


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
    behind everything, ``hole`` the white inside, in rows across the page.
    """

    top: int
    height: int
    heads: tuple[int, ...]
    feet: tuple[int, ...]
    stops: tuple[int, ...]
    end: int
    hole: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A variant that works: its pages in rows, and its cost before the page's own emptiness."""

    variant: Variant
    sheets: tuple[Sheet, ...]
    cost: float

    @property
    def end(self) -> int:
        """Rows used on the last page."""
        return self.sheets[-1].end
