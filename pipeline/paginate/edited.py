"""An article as it would be if its editor changed it a little, so that a remedy can be tried before it is offered.

Nothing is set again: lines are taken out of the galley, or stand in it twice, where a paragraph is long enough to
stay one that columns may part as before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from pipeline.copyfit import Copy
from pipeline.galley import Galley, PhotoUnits, Unit


class Edited(Copy):
    """The copy ``of`` an article with about so many ``words`` more (or fewer), other sizes of photos, or one less.

    ``sizes`` are the size classes of photos by number; ``drop`` is the number of a photo that is left out, which must
    have no fixed place in the text. Its text runs round nothing.
    """

    runs_round = False

    def __init__(self, of: Copy, words: int = 0, sizes: Mapping[int, str] | None = None, drop: int = -1) -> None:
        article = of.article
        photos = tuple(
            photo.model_copy(update={"size": sizes[number]}) if sizes and number in sizes else photo
            for number, photo in enumerate(article.photos)
        )
        edited = replace(article, photos=photos, words=max(article.words + words, 0))
        super().__init__(of.setter, edited, of.pictures, of.kicker)
        self._of, self._words, self._drop = of, words, drop
        self._edited: dict[tuple[int, tuple[int, ...], int], Galley] = {}

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Numbers of the photos that may stand where they look best."""
        return tuple(number for number in self._of.free if number != self._drop)

    def head(self, columns: int, span: int, headline: int = 0) -> Unit:
        """The head that was set already."""
        return self._of.head(columns, span, headline)

    def photo(self, index: int, size: str) -> PhotoUnits:
        """The photo that was set already."""
        return self._of.photo(index, size)

    def galley(self, columns: int, streamed: tuple[int, ...] = (), pulled: int = -1) -> Galley:
        """The text with so many lines more or fewer in that measure."""
        key = (columns, streamed, pulled)
        if key not in self._edited:
            galley = self._of.galley(*key)
            lines = round(self._words / max(words_to_a_line(self._of, columns), 1.0))
            self._edited[key] = _edited(galley, lines) if lines else galley
        return self._edited[key]


def words_to_a_line(copy: Copy, columns: int) -> float:
    """How many words a line of the article holds where the page has so many columns."""
    return copy.article.words / max(sum(unit.kind == "line" for unit in copy.galley(columns).units), 1)


def _edited(galley: Galley, lines: int) -> Galley:
    """The galley with ``lines`` more, or fewer if that is negative; as many as can be where paragraphs are short."""
    units = list(galley.units)
    inner = [i for i in range(len(units) - 1, -1, -1) if _is_inner(units, i)]
    if lines < 0:
        gone = set(inner[:-lines])
        return Galley.of([unit for i, unit in enumerate(units) if i not in gone], galley.measure)
    for index in inner[:1]:
        units[index:index] = [units[index]] * lines
    return Galley.of(units, galley.measure)


def _is_inner(units: list[Unit], index: int) -> bool:
    """Whether a line may be missing, or be there twice, and the paragraph around it be one of the same kind."""
    if not 0 < index < len(units) - 1:
        return False
    before, unit, behind = units[index - 1 : index + 2]
    alike = before.span == unit.span == behind.span and {before.kind, unit.kind, behind.kind} == {"line"}
    return alike and unit.breakable and not unit.notes
