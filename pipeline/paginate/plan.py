"""The plan: which variant each article is made up by, and which articles share a page.

One dynamic programme over the running order. The state is the row on which the last article ended; a step
either begins a new page, and then pays for the rows left empty, or goes on below on the same page. The least
total cost wins; ties fall to the earlier variant, so the same issue always gives the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.copyfit import Copy, Fitted
from pipeline.diagnostic import Finding

GAP_ROWS = 3
MOST_ON_A_PAGE = 3
EMPTY_ROW = 1.0
PAGE_COST = 9.0
SHARED_COST = 2.0


@dataclass(frozen=True, slots=True)
class Position:
    """How an article is made up, and the row of its first page on which it begins (0: at the head of a new page)."""

    fitted: Fitted
    row: int


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    sharing: int
    position: Position | None
    before: _State | None


def plan(copies: Sequence[Copy], rows: int) -> tuple[tuple[Position, ...], tuple[Finding, ...]]:
    """A position for each article; with findings for those that no variant can make up (E505)."""
    states: dict[int, _State] = {0: _State(0.0, 0, None, None)}
    findings: list[Finding] = []
    for copy in copies:
        options = _options(copy)
        if not options:
            findings.append(_impossible(copy))
            continue
        states = _step(states, options, rows)
    best = min(states.items(), key=lambda item: item[1].cost + _waste(item[0], rows))[1] if states else None
    chain: list[Position] = []
    while best is not None and best.position is not None:
        chain.append(best.position)
        best = best.before
    return tuple(reversed(chain)), tuple(findings)


def _options(copy: Copy) -> list[Fitted]:
    """The variants that work; of those that use the same pages and rows, the cheapest."""
    best: dict[tuple[int, int], Fitted] = {}
    for fitted in copy.fitted():
        key = (len(fitted.sheets), fitted.end)
        if key not in best or fitted.cost < best[key].cost:
            best[key] = fitted
    return list(best.values())


def _step(states: dict[int, _State], options: Iterable[Fitted], rows: int) -> dict[int, _State]:
    following: dict[int, _State] = {}
    fresh = min(((s.cost + _waste(r, rows), r, s) for r, s in states.items()), key=lambda t: t[:2])
    for fitted in options:
        pages = len(fitted.sheets)
        inner = sum(_waste(s.end, rows) for s in fitted.sheets[:-1])
        cost = fitted.cost + inner + PAGE_COST * (pages - 1)
        _offer(following, fitted.end, _State(fresh[0] + cost + PAGE_COST, 1, Position(fitted, 0), fresh[2]))
        if pages > 1:
            continue
        for row, state in states.items():
            begin = row + GAP_ROWS
            if 0 < state.sharing < MOST_ON_A_PAGE and begin + fitted.end <= rows:
                shared = _State(state.cost + cost + SHARED_COST, state.sharing + 1, Position(fitted, begin), state)
                _offer(following, begin + fitted.end, shared)
    return following


def _offer(states: dict[int, _State], end: int, state: _State) -> None:
    if end not in states or state.cost < states[end].cost:
        states[end] = state


def _waste(end: int, rows: int) -> float:
    """What a page costs that ends above its foot; nothing for the page that has not begun."""
    if end == 0:
        return 0.0
    empty = rows - end
    return EMPTY_ROW * empty + 0.04 * empty * empty


def _impossible(copy: Copy) -> Finding:
    article = copy.article
    message = f"{article.path} cannot be made up: a block of it, or its headline with a photo, is deeper than a page."
    hint = "Give a photo a smaller size, or divide the box or table that is too deep."
    return Finding("E505", message, article.head.span("title"), hint)
