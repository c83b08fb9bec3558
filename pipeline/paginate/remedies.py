"""Remedies: what would bring the issue to the pages that it may have, each planned through before it is offered.

Where to look is found by a reckoning that knows depths only: how many pages the issue has at the least if one
article were so many rows deep. What it points at is then planned like the issue itself, with lines taken out of that
article or put in, without its last photo, or without the article. What was not tried so is not said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.copyfit import Copy, Fitted, fitted
from pipeline.paginate.edited import Edited, words_to_a_line
from pipeline.paginate.even import cheapest
from pipeline.paginate.pins import Kept, KeptSpot, pinned
from pipeline.paginate.search import MOST_ON_A_PAGE, Search
from pipeline.paginate.steps import Booked, Break, Budget, Step

MOST_TRIED = 3  # articles that are planned through for one kind of remedy
MOST_CUT = 0.5  # share of an article's words that nobody is asked to cut
MOST_ADDED = 600  # words above which another article is the better advice
SPARE = (1.0, 1.3)  # what is tried of the lines that the reckoning asks for: paragraphs are not cut just anywhere

Depths = Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Task:
    """What the plan was asked: the arguments of ``planned``."""

    steps: Sequence[Step]
    rows: int
    budget: Budget
    kept: Mapping[Copy, Kept]
    floating: Sequence[Booked] = ()
    spots: Mapping[Booked, KeptSpot] = field(default_factory=dict)


class Remedies:
    """What can be done about the number of pages of a plan that came out with ``pages`` (those that it counts)."""

    def __init__(self, task: Task, pages: int) -> None:
        self.task, self.pages = task, pages
        self.copies = [step for step in task.steps if isinstance(step, Copy)]
        self.options = {copy: cheapest(fitted(copy), task.kept.get(copy)) for copy in self.copies}
        self.depths = {copy: _depths(options) for copy, options in self.options.items()}

    def fewer(self) -> list[str]:
        """What to cut so that the next smaller number of pages that is allowed comes out; at most two ways."""
        target = self._target(range(self.pages - 1, 0, -1))
        if target is None or any(not depths for depths in self.depths.values()):
            return []
        ways = [next(self._cuts(target), ""), next(self._drops(target), "")]
        return [way for way in ways if way] or [way for way in (next(self._departures(target), ""),) if way]

    def more(self) -> list[str]:
        """What to add so that the next larger number of pages that is allowed comes out."""
        target = self._target(range(self.pages + 1, self.pages + self.task.budget.multiple + 1))
        if target is None or any(not depths for depths in self.depths.values()):
            return []
        way = next(self._additions(target), "")
        return [way] if way else []

    def _target(self, counts: range) -> int | None:
        return next((count for count in counts if self.task.budget.allows(count)), None)

    # ------------------------------------------------------------------ ways

    def _cuts(self, target: int) -> Iterator[str]:
        """Lines to cut of one article, the fewest first."""
        asked = []
        for copy in self.copies:
            rows, columns = self._shallowest(copy)
            needed = self._depth_for(copy, rows, target, more=False)
            words = (rows - needed) * columns * words_to_a_line(copy, columns)
            if needed and words <= copy.article.words * MOST_CUT:
                asked.append((words, columns, copy))
        for words, columns, copy in sorted(asked, key=lambda one: one[0])[:MOST_TRIED]:
            for spare in SPARE:
                fewer = round(words * spare)
                if self._succeeds(copy, Edited(copy, words=-fewer)):
                    lines = max(round(fewer / words_to_a_line(copy, columns)), 1)
                    yield f"cut {lines} line{'' if lines == 1 else 's'} of {copy.article.path}"
                    break

    def _drops(self, target: int) -> Iterator[str]:
        """A photo to leave out, the last of its article."""
        asked = []
        for copy in self.copies:
            rows, _ = self._shallowest(copy)
            needed = self._depth_for(copy, rows, target, more=False)
            if needed and copy.free:
                asked.append((rows - needed, copy))
        for _, copy in sorted(asked, key=lambda one: one[0])[:MOST_TRIED]:
            less = Edited(copy, drop=copy.free[-1])
            if self._least({copy: _depths(fitted(less))}) <= target and self._succeeds(copy, less):
                yield f"leave out {copy.article.photos[copy.free[-1]].file} of {copy.article.path}"

    def _departures(self, target: int) -> Iterator[str]:
        """A whole article to leave out, the shortest first."""
        gone: Depths = {}
        fits = [copy for copy in self.copies if self._least({copy: gone}) <= target and len(self.copies) > 1]
        for copy in sorted(fits, key=lambda copy: copy.article.words)[:MOST_TRIED]:
            if self._succeeds(copy, None):
                yield f"leave out {copy.article.path}"

    def _additions(self, target: int) -> Iterator[str]:
        """Words to add to one article, the fewest first."""
        asked = []
        for copy in self.copies:
            rows, columns = self._shallowest(copy)
            needed = self._depth_for(copy, rows, target, more=True)
            words = (needed - rows) * columns * words_to_a_line(copy, columns)
            if needed and words <= MOST_ADDED:
                asked.append((words, copy))
        for words, copy in sorted(asked, key=lambda one: one[0])[:MOST_TRIED]:
            for spare in SPARE:
                more = rounded(words * spare)
                if self._succeeds(copy, Edited(copy, words=more)):
                    yield f"add about {more} words to {copy.article.path}"
                    break

    # ------------------------------------------------------------------ the reckoning

    def _shallowest(self, copy: Copy) -> tuple[int, int]:
        """(rows, columns) of the article in the least room: whole pages and the rows of its last."""
        sheets = min(self.depths[copy])
        end, columns = self.depths[copy][sheets]
        return (sheets - 1) * self.task.rows + end, columns

    def _depth_for(self, copy: Copy, rows: int, target: int, *, more: bool) -> int:
        """The depth nearest to its ``rows`` at which the issue can have ``target`` pages; 0 if there is none."""

        def pages(depth: int) -> int:
            sheets, end = divmod(depth - 1, self.task.rows)
            return self._least({copy: {sheets + 1: (end + 1, 1)}})

        if not more:
            return bisect_right(range(1, rows + 1), target, key=pages)
        depths = range(rows, rows + self.task.budget.multiple * self.task.rows + 1)
        found = bisect_left(depths, target, key=pages)
        return depths[found] if found < len(depths) and pages(depths[found]) == target else 0

    def _least(self, changed: Mapping[Copy, Depths]) -> int:
        """The fewest pages that the steps can take: for each number of articles on a page its (pages, row)."""
        ends: dict[int, tuple[int, int]] = {0: (0, 0)}
        for step in self.task.steps:
            least = min(ends.values())[0]
            if isinstance(step, Break):
                ends = {0: (least + step.pages, 0)}
            elif isinstance(step, Booked):
                # Rows are rows, whether an advert takes them at the foot or an article above it.
                depths = {1: (step.rows or self.task.rows, 1)}
                ends = self._onward(ends, depths, MOST_ON_A_PAGE + 1)
            elif depths := dict(changed.get(step, self.depths[step])):
                ends = self._onward(ends, depths, MOST_ON_A_PAGE)
        return min(ends.values())[0]

    def _onward(self, ends: Mapping[int, tuple[int, int]], depths: Depths, most: int) -> dict[int, tuple[int, int]]:
        """The (pages, row) when something so deep has followed: on a new page, or on one with fewer than ``most``."""
        least = min(ends.values())[0]
        following = {1: min((least + sheets, end) for sheets, (end, _) in depths.items())}
        for sharing, (pages, row) in ends.items():
            begin = row + self.task.budget.gap
            if 0 < sharing < most and 1 in depths and begin + depths[1][0] <= self.task.rows:
                following[sharing + 1] = (pages, begin + depths[1][0])
        return following

    # ------------------------------------------------------------------ the proof

    def _succeeds(self, copy: Copy, other: Copy | None) -> bool:
        """Whether a plan has as many pages as are allowed with another copy of an article, or without it."""
        task = self.task
        options = {known: found for known, found in self.options.items() if known is not copy}
        if other is not None:
            options[other] = cheapest(fitted(other), None)
        if not all(options.values()):
            return False
        changed = [other if step is copy else step for step in task.steps]
        steps = [step for step in changed if step is not None]
        pins = {known: pin for known, pin in pinned(task.kept).items() if known is not copy}
        search = Search(steps, task.rows, task.budget, task.floating, task.spots)
        return task.budget.allows(search.run(options, pins).pages)


def alternatives(ways: list[str]) -> str:
    """A hint of several ways, as in ``Do this, do that, or do a third``."""
    text = ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])}{',' * (len(ways) > 2)} or {ways[-1]}"  # noqa: PLR2004
    return f"{text[0].upper()}{text[1:]}."


def rounded(words: float) -> int:
    """A number of words as an editor is told it: in tens, and never none."""
    return max(round(words / 10) * 10, 10)


def _depths(options: Iterable[Fitted]) -> dict[int, tuple[int, int]]:
    """For each number of pages on which an article can stand, the first row on which it can end, and its columns."""
    least: dict[int, tuple[int, int]] = {}
    for option in options:
        sheets, end = len(option.sheets), (option.end, option.variant.columns)
        least[sheets] = min(least.get(sheets, end), end)
    return least
