"""The plan: which variant each article is made up by, which articles share a page, and how many pages that makes.

One dynamic programme over the running order of the whole issue. The state is the number of pages and the row on
which the last article ended; a step begins a new page, and then pays for the rows left empty, or goes on below
on the same page. It is run twice: over every arrangement of photos in a few crops, then over every crop of the
arrangements that won. Ties fall to the earlier variant, so the same issue always gives the same plan.

What the build before decided (``pins``) is kept where nothing has changed, and is cheaper than another variant
where something has. A pinned article has one variant and one place; a pin that cannot be held is given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.copyfit import Copy, Fitted, fitted, loosened, refined
from pipeline.diagnostic import Finding, Span
from pipeline.paginate.pins import Kept, misplaced, pinned

MOST_ON_A_PAGE = 3
EMPTY_ROW, EMPTY_SQUARE = 1.2, 0.05  # cost of the rows that a page ends above its foot
NOTHING_KEPT: Mapping[Copy, Kept] = MappingProxyType({})
PAGE_COST = 9.0
SHARED_COST = 2.0
ALIKE_COST = 2.0  # of an article made up like the one before it
WINDOW = 8  # page counts that are followed, from the least on


@dataclass(frozen=True, slots=True)
class Break:
    """Pages that come between two articles: an opener, an advert. What follows begins on a new page."""

    pages: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The room that the issue has: ``fixed`` pages besides the articles, the multiple of the press, the most pages.

    ``gap`` are the rows between two articles on a page, ``before`` the fixed pages that come before the articles.
    """

    fixed: int = 0
    multiple: int = 1
    at_most: int | None = None
    gap: int = 3
    before: int = 0

    def allows(self, pages: int) -> bool:
        """Whether so many pages of articles and breaks give a whole issue."""
        total = pages + self.fixed
        return total % self.multiple == 0 and (self.at_most is None or total <= self.at_most)


@dataclass(frozen=True, slots=True)
class Position:
    """How an article is made up, and the row of its first page on which it begins.

    It begins a new page unless it ``shares`` one with the article before it.
    """

    fitted: Fitted
    row: int
    shares: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    sharing: int
    copy: Copy | None
    position: Position | None
    before: _State | None


_States = dict[tuple[int, int], _State]


def plan(
    steps: Sequence[Copy | Break], rows: int, budget: Budget, kept: Mapping[Copy, Kept] = NOTHING_KEPT
) -> tuple[dict[Copy, Position], tuple[Finding, ...]]:
    """A position for each article; with findings for those that no variant can make up (E505), and for lost pins."""
    if same := _as_before(steps, rows, budget, kept):
        return same, ()
    coarse = {step: _cheapest(fitted(step), kept.get(step)) for step in steps if isinstance(step, Copy)}
    findings = tuple(_impossible(copy, rows) for copy, options in coarse.items() if not options)
    if findings:
        return {}, findings
    pins = pinned(kept)
    first, lost = _search(steps, coarse, pins, rows, budget)
    if lost:
        # What is not pinned may give way in templates that are not for its length before a pin is given up.
        free = {copy: (*options, *_cheapest(loosened(copy), kept.get(copy))) for copy, options in coarse.items()}
        first, lost = _search(steps, free, pins, rows, budget)
    pins = {copy: pin for copy, pin in pins.items() if copy not in lost}
    fine = {copy: _cheapest(refined(copy, position.fitted.variant), kept.get(copy)) for copy, position in first.items()}
    return _search(steps, fine, pins, rows, budget)[0], tuple(lost.values())


def _as_before(
    steps: Sequence[Copy | Break], rows: int, budget: Budget, kept: Mapping[Copy, Kept]
) -> dict[Copy, Position]:
    """The positions of the build before, when each article still has its depth and its place; else none."""
    positions: dict[Copy, Position] = {}
    count = end = 0
    for step in steps:
        if isinstance(step, Break):
            count, end = count + step.pages, 0
            continue
        old = kept.get(step)
        if old is None or not old.same or old.row + old.fitted.sheets[0].end > rows:
            return {}
        shares = 0 < end <= old.row - budget.gap and old.page == count
        if not shares and (old.page != count + 1 or (old.row and not old.plan.pin)):
            return {}
        positions[step] = Position(old.fitted, old.row, shares)
        count += len(old.fitted.sheets) - shares
        end = old.fitted.end + (old.row if len(old.fitted.sheets) == 1 else 0)
    return positions if budget.allows(count) else {}


def _cheapest(options: Iterable[Fitted], kept: Kept | None) -> tuple[Fitted, ...]:
    """Of the variants that use the same pages and rows, the cheapest; to do as before costs nothing more."""
    best: dict[tuple[int, int], Fitted] = {}
    every = options if kept is None else (replace(o, cost=o.cost + kept.change(o)) for o in options)
    for option in (*((kept.fitted,) if kept else ()), *every):
        key = (len(option.sheets), option.end)
        if key not in best or option.cost < best[key].cost:
            best[key] = option
    return tuple(best.values())


def _search(
    steps: Sequence[Copy | Break],
    options: Mapping[Copy, Sequence[Fitted]],
    pins: Mapping[Copy, Kept],
    rows: int,
    budget: Budget,
) -> tuple[dict[Copy, Position], dict[Copy, Finding]]:
    """The positions of least cost, and the pins that cannot be held."""
    states: _States = {(0, 0): _State(0.0, 0, None, None, None)}
    lost: dict[Copy, Finding] = {}
    for step in steps:
        if isinstance(step, Break):
            states = _broken(states, step.pages, rows)
            continue
        held = _held(states, step, pins[step], (rows, budget.gap)) if step in pins else {}
        if step in pins and not held:
            reach = {pages + 1 for pages, _ in _broken(states, 0, rows)}
            lost[step] = misplaced(pins[step], reach, budget.before)
        states = held or _step(states, step, options[step], (rows, budget.gap))
    ends = {pages: state for (pages, _), state in sorted(_broken(states, 0, rows).items())}
    allowed = {pages: state for pages, state in ends.items() if budget.allows(pages)} or ends
    state: _State | None = min(allowed.values(), key=lambda s: s.cost)
    chosen: dict[Copy, Position] = {}
    while state is not None:
        if state.copy is not None and state.position is not None:
            chosen[state.copy] = state.position
        state = state.before
    return chosen, lost


def _broken(states: _States, pages: int, rows: int) -> _States:
    """The states when the page that is open has been closed and ``pages`` more have followed."""
    following: _States = {}
    for (count, row), state in states.items():
        closed = _State(state.cost + _waste(row, rows), 0, None, None, state)
        _offer(following, (count + pages, 0), closed)
    return following


def _step(states: _States, copy: Copy, options: Sequence[Fitted], room: tuple[int, int]) -> _States:
    following: _States = {}
    rows, _ = room
    fresh = _broken(states, 0, rows)
    least = min(pages for pages, _ in states)
    for option in options:
        pages = len(option.sheets)
        cost = option.cost + PAGE_COST * pages + sum(_waste(s.end, rows) for s in option.sheets[:-1])
        for (count, _), state in fresh.items():
            if count - least < WINDOW:
                new = _State(state.cost + cost + _alike(state.before, option), 1, copy, Position(option, 0), state)
                _offer(following, (count + pages, option.end), new)
        if pages == 1:
            _share(following, states, copy, option, room)
    return following


def _share(following: _States, states: _States, copy: Copy, option: Fitted, room: tuple[int, int]) -> None:
    """Offers the article a place below those that are on the page already."""
    rows, gap = room
    for (count, row), state in states.items():
        begin = row + gap
        if row and 0 < state.sharing < MOST_ON_A_PAGE and begin + option.end <= rows:
            cost = state.cost + option.cost + SHARED_COST + _alike(state, option)
            new = _State(cost, state.sharing + 1, copy, Position(option, begin, shares=True), state)
            _offer(following, (count, begin + option.end), new)


def _held(states: _States, copy: Copy, pin: Kept, room: tuple[int, int]) -> _States:
    """The article where its pin has it: below what is on that page, or on a page of its own; none when neither goes."""
    following: _States = {}
    rows, gap = room
    option, pages = pin.fitted, len(pin.fitted.sheets)
    if pin.row + option.sheets[0].end > rows or (pin.row and pages > 1):
        return following
    cost = option.cost + PAGE_COST * pages + sum(_waste(s.end, rows) for s in option.sheets[:-1])
    for (count, _), state in _broken(states, 0, rows).items():
        if count + 1 == pin.page:
            above = EMPTY_ROW * pin.row + EMPTY_SQUARE * pin.row**2
            new = _State(state.cost + cost + above, 1, copy, Position(option, pin.row), state)
            _offer(following, (count + pages, pin.row + option.end), new)
    for (count, row), state in states.items():
        if row and count == pin.page and row + gap <= pin.row:
            between = EMPTY_ROW * (pin.row - gap - row)
            total = state.cost + option.cost + SHARED_COST + between
            new = _State(total, state.sharing + 1, copy, Position(option, pin.row, shares=True), state)
            _offer(following, (count, pin.row + option.end), new)
    return following


def _offer(states: _States, key: tuple[int, int], state: _State) -> None:
    if key not in states or state.cost < states[key].cost:
        states[key] = state


def _alike(before: _State | None, option: Fitted) -> float:
    if before is None or before.position is None:
        return 0.0
    return ALIKE_COST if before.position.fitted.variant.shape == option.variant.shape else 0.0


def _waste(end: int, rows: int) -> float:
    """What a page costs that ends above its foot; nothing for the page that has not begun."""
    empty = rows - end if end else 0
    return EMPTY_ROW * empty + EMPTY_SQUARE * empty * empty


def _impossible(copy: Copy, rows: int) -> Finding:
    """Why no variant works: no template for its length, a block deeper than a page, or its head."""
    article = copy.article
    span = article.head.span("title") or Span(article.path)
    ranges = [t.words for t in copy.layout.record.templates.values()]
    if not article.head.layout and not any(low <= article.words <= high for low, high in ranges):
        known = ", ".join(f"{low} to {high}" for low, high in ranges)
        message = f"No template of the layout takes {article.path} with its {article.words} words."
        return Finding("E507", message, span, f"The templates take {known} words: widen words: of one of them.")
    columns = min(template.columns for template in copy.layout.record.templates.values())
    for unit in copy.galley(columns).units:
        if unit.rows > rows:
            message = f"A {unit.kind} of {article.path} is {unit.rows} rows deep, a page has {rows}."
            return Finding("E505", message, unit.span or span, "Divide it into two, or shorten it.")
    message = f"{article.path} cannot be made up: its head leaves no room for text below it."
    return Finding("E505", message, span, "Shorten the title or the standfirst, or give its photos a smaller size.")
