"""What the pages of a file show: marks with their text, what lies outside of them, and all that painting draws on.

The values here are filled by ``painting``, which runs the content streams. Words come from ISO 32000-1, 14.6 to 14.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from pipeline.preflight.opened import Opened

if TYPE_CHECKING:
    from pipeline.preflight.fonts import Font, Shown

Corners = tuple[float, float, float, float]
Owner = tuple[str, int, int]
"""The stream that numbers its marks: ``page`` or ``form`` and the identity of the object."""


class Run(NamedTuple):
    """Text shown without a move in between, from where to where on the page in points, y up.

    ``actual`` is True where the text stands in ActualText and not in the glyphs.
    """

    text: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float
    language: str = ""
    actual: bool = False
    placed: bool = True


@dataclass(slots=True)
class Mark:
    """A marked-content sequence that belongs to the structure: everything shown between its ends."""

    owner: Owner
    number: int
    tag: str
    page: int
    times: int = 1
    runs: list[Run] = field(default_factory=list)
    painted: int = 0


class Place(NamedTuple):
    """Something met on a page (from 1), at its corners in PDF's own coordinates where they are known."""

    what: str
    page: int
    corners: Corners | None = None


@dataclass(slots=True)
class Use:
    """A glyph shown: where first, whether it was ever painted, and ever outside of an ActualText."""

    page: int
    painted: bool = False
    plain: bool = False


@dataclass(slots=True)
class Drawn:
    """An object that is painted with: where first, and how often."""

    item: pikepdf.Object
    page: int
    times: int = 0


@dataclass(slots=True)
class Contents:
    """All that was met, in the order of pages. Lists of ``Place`` are things that a check may object to."""

    marks: dict[tuple[Owner, int], Mark] = field(default_factory=dict)
    loose: list[Place] = field(default_factory=list)
    artifact_in_tagged: list[Place] = field(default_factory=list)
    tagged_in_artifact: list[Place] = field(default_factory=list)
    unbalanced: list[Place] = field(default_factory=list)
    unknown: list[Place] = field(default_factory=list)
    inherited: list[Place] = field(default_factory=list)
    languages: list[Place] = field(default_factory=list)
    # How deeply graphics states are nested, and on which page most.
    depth: int = 0
    deepest: int = 0
    # Device colour spaces by name and whether a default space of the resources stands in for them.
    devices: dict[tuple[str, bool], int] = field(default_factory=dict)
    fonts: dict[Font, dict[int, Use]] = field(default_factory=dict)
    forms: dict[tuple[int, int], Drawn] = field(default_factory=dict)
    images: dict[tuple[int, int], Drawn] = field(default_factory=dict)
    inline_images: list[tuple[dict[str, Any], int]] = field(default_factory=list)
    states: dict[str, Drawn] = field(default_factory=dict)
    spaces: dict[str, Drawn] = field(default_factory=dict)
    intents: list[Place] = field(default_factory=list)
    transparent: set[int] = field(default_factory=set)
    operators: int = 0
    _known: dict[tuple[Font, bool, bool], dict[bytes, Shown]] = field(default_factory=dict)
    _met: dict[tuple[Font, bool, bool], set[int]] = field(default_factory=dict)

    def known(self, font: Font, *, painted: bool, plain: bool) -> dict[bytes, Shown]:
        """The strings that were shown before, painted or invisible, plain or inside of an ActualText."""
        return self._known.setdefault((font, painted, plain), {})

    def use(self, font: Font, string: bytes, page: int, *, painted: bool, plain: bool) -> Shown:
        """A string is shown on a page that was not shown so before."""
        shown = self.known(font, painted=painted, plain=plain)[string] = font.shown(string)
        met = self._met.setdefault((font, painted, plain), set())
        if not met.issuperset(shown.codes):
            uses = self.fonts[font]
            for code in shown.codes:
                use = uses.setdefault(code, Use(page))
                use.painted, use.plain = use.painted or painted, use.plain or plain
            met.update(shown.codes)
        return shown


def read_contents(file: Opened) -> Contents:
    """Runs every page, the forms, patterns and glyph procedures that it uses, and the appearances of annotations.

    Unreadable where a content stream cannot be understood, or the ceilings are met.
    """
    from pipeline.preflight.painting import Painting  # noqa: PLC0415 - it fills this module's values

    contents = Contents()
    for number, page in enumerate(file.pages, 1):
        Painting(file, contents, number, page).run()
    return contents
