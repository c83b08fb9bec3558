"""Articles that begin below others and run on to further pages: what keeps pages full where nothing short follows.

How such an article is made up depends on the row on which it begins, so it is only tried for the rows that the search
comes to, with a few of its arrangements, and only in issues that would have holes without it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.copyfit import Copy, Fitted, Variant, onward
from pipeline.paginate.pins import Kept

SHAPES, CROPS = 4, 3  # arrangements of photos that are tried, and depths of each
LEAST_BELOW = 0.24  # of the page's rows must be left on the page on which it begins
UNLEVEL_COST = 16.0  # of columns that cannot be brought to one row


@dataclass(slots=True)
class Onward:
    """The ways in which one article can run on; that in which it did is ``kept``.

    What is ``dear`` of their columns could not be levelled.
    """

    copy: Copy
    rows: int
    variants: tuple[Variant, ...]
    kept: Kept | None = None
    dear: set[object] = field(default_factory=set)
    fits: dict[int, tuple[Fitted, ...]] = field(default_factory=dict)
    found: dict[int, tuple[tuple[Fitted, object], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, copy: Copy, options: Sequence[Fitted], rows: int, kept: Kept | None) -> Onward:
        """The cheapest of its arrangements on pages of their own, their photos at several depths."""
        shapes: dict[object, list[Fitted]] = defaultdict(list)
        for option in options:
            if not option.variant.insets:
                shapes[option.variant.shape].append(option)
        best = sorted(shapes.values(), key=lambda options: min(o.cost for o in options))[:SHAPES]
        chosen = [option.variant for options in best for option in _apart(options)]
        return cls(copy, rows, (*chosen, *(_later(variant) for variant in chosen if variant.photos)), kept)

    def at(self, begin: int) -> tuple[tuple[Fitted, object], ...]:
        """The cheapest for every number of pages and last row, when it begins on that row; and the shape of each."""
        if self.rows - begin < LEAST_BELOW * self.rows:
            return ()
        if begin not in self.found:
            if begin not in self.fits:
                self.fits[begin] = tuple(self._at(begin))
            best: dict[tuple[int, int], Fitted] = {}
            for fit in self.fits[begin]:
                option = replace(fit, cost=fit.cost + UNLEVEL_COST) if fit.columns in self.dear else fit
                key = (len(option.sheets), option.end)
                if key not in best or option.cost < best[key].cost:
                    best[key] = option
            self.found[begin] = tuple((option, option.variant.shape) for option in best.values())
        return self.found[begin]

    def avoid(self, fit: Fitted) -> None:
        """Takes note that its columns cannot be levelled."""
        self.dear.add(fit.columns)
        self.found.pop(fit.variant.begin, None)

    def _at(self, begin: int) -> Iterator[Fitted]:
        old = self.kept
        if old and old.fitted.variant.begin == begin:
            yield old.fitted
        for fit in onward(self.copy, self.variants, begin):
            yield replace(fit, cost=fit.cost + old.change(fit)) if old else fit


def _later(variant: Variant) -> Variant:
    """The same with all photos a page further on: on that on which it begins there may be room for text alone."""
    return replace(variant, photos=tuple(replace(fit, page=fit.page + 1) for fit in variant.photos))


def _apart(options: Sequence[Fitted]) -> list[Fitted]:
    """Some of the options with one arrangement, from the shallowest photos to the deepest."""
    in_order = sorted(options, key=lambda option: sum(fit.rows for fit in option.variant.photos))
    last = len(in_order) - 1
    places = dict.fromkeys(round(last * number / (CROPS - 1)) for number in range(CROPS))
    return [in_order[place] for place in places]
