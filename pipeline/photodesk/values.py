"""What the list of photos is made of."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.diagnostic import Span
from pipeline.picture import Picture
from pipeline.project import ProjectFile


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands: the page's number, width and height in points, pixels to the inch of what is seen."""

    page: int
    width: float
    height: float
    ppi: float


@dataclass(frozen=True, slots=True)
class ListedPhoto:
    """One use of a picture. ``use`` is cover, portrait, opener, gallery, filler, an article's path, or empty for none.

    ``picture`` and ``file`` are None where the file is not there or is no picture. ``from_file`` names the texts among
    these that came with the file; ``places`` are those of all uses of the same picture.
    """

    path: str
    use: str
    picture: Picture | None
    file: ProjectFile | None
    span: Span | None
    caption: str = ""
    credit: str = ""
    alt: str = ""
    copyright: str = ""
    consent: str = ""
    decorative: bool = False
    from_file: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
