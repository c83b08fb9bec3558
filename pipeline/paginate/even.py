"""Evening: of variants that fill a page alike, those win whose columns can be brought to one row.

Whether they can is only known when paragraphs have been set in a line more or less, which takes too long to try for
every variant. So it is tried for those that won; where it fails, the article has all its arrangements to choose from
again, and those that would leave the same text in the same columns have a price.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.copyfit import Copy, Fitted, levelled, refined
from pipeline.paginate.onward import UNLEVEL_COST, Onward
from pipeline.paginate.pins import Kept

if TYPE_CHECKING:
    from pipeline.paginate.steps import Position

ROUNDS = 8

Options = Mapping[Copy, Sequence[Fitted]]


def cheapest(options: Iterable[Fitted], kept: Kept | None) -> tuple[Fitted, ...]:
    """Of the variants that use the same pages and rows, the cheapest; to do as before costs nothing more."""
    best: dict[tuple[int, int, str], Fitted] = {}
    for option in (*_again(kept), *_weighed(options, kept)):
        key = (len(option.sheets), option.end, option.variant.hand)
        if key not in best or option.cost < best[key].cost:
            best[key] = option
    return tuple(best.values())


def _again(kept: Kept | None) -> tuple[Fitted, ...]:
    """What was before, if it begins a page or can be put below others as it is."""
    return (kept.fitted,) if kept and not kept.fitted.variant.begin else ()


def _weighed(options: Iterable[Fitted], kept: Kept | None) -> Iterable[Fitted]:
    """The variants, each with what it costs to do otherwise than before."""
    return options if kept is None else (replace(o, cost=o.cost + kept.change(o)) for o in options)


@dataclass(slots=True)
class _Candidates:
    """What an article may be made up by: every crop of the arrangements ``seen``, and ``more`` if these stay uneven.

    ``level`` tells of the columns that were tried whether they could be levelled.
    """

    copy: Copy
    kept: Kept | None
    more: Sequence[Fitted]
    onward: Onward | None
    pool: list[Fitted] = field(default_factory=list)
    seen: set[object] = field(default_factory=set)
    level: dict[object, bool] = field(default_factory=dict)

    def see(self, fit: Fitted) -> bool:
        """Takes in every crop of an arrangement; whether it is new."""
        if fit.variant.shape in self.seen:
            return False
        self.seen.add(fit.variant.shape)
        self.pool.extend(_weighed(refined(self.copy, replace(fit.variant, begin=0)), self.kept))
        if not self.pool:  # what runs on from a page with others may not do so on one of its own
            self.widen()
        return True

    def widen(self) -> None:
        """Takes in all its other arrangements."""
        self.pool.extend(_weighed(self.more, self.kept))
        self.more = ()

    def judge(self, fit: Fitted) -> bool:
        """Tries to level its columns; whether that is news."""
        if fit.columns in self.level:
            return self.see(fit)
        self.level[fit.columns] = levelled(self.copy, fit).level
        if not self.level[fit.columns]:
            if self.onward:
                self.onward.avoid(fit)
            self.widen()
        return self.see(fit) or not self.level[fit.columns]

    def options(self) -> tuple[Fitted, ...]:
        """The cheapest for every depth, where those whose columns stay uneven have their price."""
        priced = (
            option if self.level.get(option.columns, True) else replace(option, cost=option.cost + UNLEVEL_COST)
            for option in (*_again(self.kept), *self.pool)
        )
        return cheapest(priced, None)


def evened(
    search: Callable[[Options], dict[Copy, Position]],
    first: Mapping[Copy, Position],
    coarse: Options,
    kept: Mapping[Copy, Kept],
    onward: Mapping[Copy, Onward],
) -> dict[Copy, Position]:
    """What ``search`` finds among every crop of the arrangements that won ``first``, and among others if need be."""
    candidates = {copy: _Candidates(copy, kept.get(copy), coarse[copy], onward.get(copy)) for copy in first}
    for copy, position in first.items():
        candidates[copy].see(position.fitted)
    options = {copy: own.options() for copy, own in candidates.items()}
    for _ in range(ROUNDS):
        chosen = search(options)
        news = [copy for copy, position in chosen.items() if candidates[copy].judge(position.fitted)]
        if not news:
            break
        options |= {copy: candidates[copy].options() for copy in news}
    return chosen
