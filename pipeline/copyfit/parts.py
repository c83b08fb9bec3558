"""Parts: an article that continues elsewhere, as two copies: what stands on its first page, and the rest of it.

The text is set once and parted between two paragraphs, so that everything in it (initial, notes, end mark) is as in
the whole. The first part ends with a line that says where it goes on; the rest begins with its title and a line that
says where it began. Both lines are links that hold their place until page numbers are known (``JumpLine``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from pipeline.article import Inline, part_of
from pipeline.copyfit.copy import Copy, spread
from pipeline.copyfit.sheets import fitted
from pipeline.copyfit.values import Sheet, Variant
from pipeline.diagnostic import Finding, Span
from pipeline.galley import Galley, PhotoUnits, Unit, merged
from pipeline.layout.records import JumpRecord
from pipeline.measure import Box
from pipeline.page import ARTIFACT, LinkItem

LEAST_REST = 6  # rows of text across the page for which nobody is sent to another one
JUMP = "jump"  # the kind of the unit that leads on
WIDEST = "0000"  # stands for a page number until it is known


@dataclass(frozen=True, slots=True)
class JumpLine(LinkItem):
    """The place of a line that names a page: ``href`` is the anchor there, ``text`` the words with {page} in them."""

    style: str = ""


class Part(Copy):
    """A part of an article that jumps: what stands before ``cut``, the place of a paragraph, or the ``rest``.

    Its first part is one page, or a piece of one, of ``jump.rows`` rows. Text of neither runs round anything.
    """

    runs_round = False

    def __init__(self, of: Copy, cut: Span, template: str, jump: JumpRecord, *, rest: bool) -> None:
        front = of.article.head.model_copy(update={"layout": template})
        super().__init__(of.setter, replace(of.article, head=front), of.pictures, of.kicker)
        self.cut, self.jump, self.rest = cut, jump, rest
        self._of = of
        self._parts: dict[tuple[int, tuple[int, ...]], Galley] = {}

    @property
    def anchor(self) -> str:
        """The rest has an anchor of its own."""
        return rest_anchor(self._of) if self.rest else self._of.anchor

    @cached_property
    def free(self) -> tuple[int, ...]:
        """All photos without a fixed place stand with the first part."""
        return () if self.rest else self._of.free

    def allows(self, sheets: tuple[Sheet, ...]) -> bool:
        """Whether the first part has as many rows as it may have; the rest may be of any depth."""
        low, high = self.jump.rows
        return self.rest or (len(sheets) == 1 and low <= sheets[0].end <= high)

    def photo(self, index: int, size: str) -> PhotoUnits:
        """The photo that was set already."""
        return self._of.photo(index, size)

    def named(self, units: PhotoUnits) -> tuple[int, str]:
        """The number and the size class of a photo."""
        return self._of.named(units)

    def findings(self, variant: Variant) -> tuple[Finding, ...]:
        """What was found in setting the whole text is said once, of the first part."""
        return super().findings(variant) if self.rest else self._of.findings(variant)

    def head(self, columns: int, span: int, headline: int = 0) -> Unit:
        """That of the article; above the rest its title and where it began, below one another."""
        if not self.rest:
            return self._of.head(columns, span, headline)
        key = (columns, span, 0)
        if key not in self._heads:
            places = self.layout.right.columns(columns)
            measure = places[span - 1][0] + places[span - 1][1] - places[0][0]
            front, block = self.article.head, part_of(self.article.path, "continued")
            inline = Inline(front.short_title or front.title, front.span("title") or Span(""))
            title = self.setter.block((inline,), self.setter.style(self.jump.title), measure, ARTIFACT, block)
            line = self._line("continued_from", self._of.anchor, measure)
            after = self.setter.style(self.jump.title).after
            self._heads[key] = merged([replace(title, after=0), line], self.setter.grid, kind="head", after=after)
        return self._heads[key]

    def galley(self, columns: int, streamed: tuple[int, ...] = (), pulled: int = -1) -> Galley:  # noqa: ARG002 - no pull runs round
        """The part's text in the measure of so many columns, with photos that run along in it."""
        key = (columns, streamed)
        if key not in self._parts:
            whole = self._of.galley(columns)
            place = next((i for i, unit in enumerate(whole.units) if unit.span == self.cut), len(whole))
            units = list(whole.units[place:] if self.rest else whole.units[:place])
            for index, number in zip(spread(units, len(streamed))[::-1], streamed[::-1], strict=True):
                units.insert(index, self._in_column(number, whole.measure))
            if not self.rest:
                units[-1:] = [replace(units[-1], breakable=False)] if units else []
                units.append(self._line("continued_on", rest_anchor(self._of), whole.measure))
            self._parts[key] = Galley.of(units, whole.measure)
        return self._parts[key]

    def _line(self, word: str, anchor: str, measure: float) -> Unit:
        """Room for a line that names a page."""
        style, words = self.setter.style(self.jump.line), self.layout.word(word, self.setter.language.tag)
        begun = len(self.setter.findings)
        sample = self.setter.block((Inline(with_page(words, WIDEST), Span("")),), style, measure, "P", "")
        del self.setter.findings[begun:]
        depth = self.setter.grid.depth(sample.rows)
        place = JumpLine(Box(0.0, 0.0, measure, depth), f"#{anchor}", words, style=self.jump.line)
        return replace(sample, kind=JUMP, items=(place,))


def rest_anchor(copy: Copy) -> str:
    """The anchor of the rest of an article."""
    return f"{copy.article.path}/rest"


def with_page(words: str, page: str) -> str:
    """The words with the page's number in them, or behind them where they leave no place for it."""
    return words.replace("{page}", page) if "{page}" in words else f"{words} {page}"


def parted(copy: Copy) -> tuple[Part, Part] | None:
    """The two parts of an article that its template lets continue elsewhere; None where it stands as a whole.

    It does when it is no longer than a first part may be, when no paragraph ends where one could, or when too little
    would be left for the other page.
    """
    name, jump = _jumping(copy)
    if jump is None or any(len(fit.sheets) == 1 and fit.end <= jump.rows[1] for fit in fitted(copy)):
        return None
    galley = copy.galley(copy.layout.record.templates[name].columns)
    least = LEAST_REST * copy.layout.record.templates[name].columns
    cuts = [cut for place, cut in _cuts(galley) if galley.depth(place, len(galley)) >= least]

    any_depth = jump.model_copy(update={"rows": (1, copy.layout.grid.rows)})

    def depth(cut: Span) -> int:
        """The shallowest that the part before a cut can be on one page; deeper than any page if it cannot."""
        ends = (fit.end for fit in fitted(Part(copy, cut, name, any_depth, rest=False)))
        return min(ends, default=copy.layout.grid.rows + 1)

    # The middle of the range leaves the plan room for deeper and shallower crops.
    last = bisect_right(cuts, sum(jump.rows) // 2, key=depth)
    for cut in cuts[last - 1 :: -1] if last else ():
        first = Part(copy, cut, name, jump, rest=False)
        if any(True for _ in fitted(first)):
            return first, Part(copy, cut, name, jump, rest=True)
    return None


def _jumping(copy: Copy) -> tuple[str, JumpRecord | None]:
    """The template that the article asks for, or the only one for its length; and how it jumps by that."""
    templates, wanted = copy.layout.record.templates, copy.article.head.layout
    serving = [name for name, t in templates.items() if t.words[0] <= copy.article.words <= t.words[1]]
    name = wanted or (serving[0] if len(serving) == 1 else "")
    return name, templates[name].jump if name in templates else None


def _cuts(galley: Galley) -> Iterator[tuple[int, Span]]:
    """The places in a galley where one paragraph has ended and the next begins, and where that stands in its file."""
    for place, (above, below) in enumerate(pairwise(galley.units), 1):
        begins = below.passage is not None and below.passage is not above.passage
        if begins and above.breakable and below.span:
            yield place, below.span
