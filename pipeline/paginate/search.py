"""The search: one dynamic programme over the running order of the whole issue.

The state is the number of pages, the row on which the last article ended, the rows that adverts take at the foot of
that page, and which of the adverts that may stand anywhere have a place. A step begins a new page, and then pays for
the rows left empty, or goes on below on the same page. Ties fall to the earlier variant, so the same issue always
gives the same plan. A wish of an advert that is not met costs more than any page, and so is given up last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pipeline.copyfit import Copy, Fitted
from pipeline.paginate.onward import Onward
from pipeline.paginate.pins import Kept, KeptSpot
from pipeline.paginate.steps import Booked, Break, Budget, Position, Room, Spot, Step

MOST_ON_A_PAGE = 3
EMPTY_SHARE, EMPTY_SQUARE = 70.0, 170.0  # cost of the share of its rows by which a page ends above its foot
PAGE_COST = 9.0
SHARED_COST = 2.0
ALIKE_COST = 2.0  # of an article made up like the one before it
HAND_COST = 200.0  # of what should stand towards the outside, or the inside, on a page of the other side
SIDE_COST = 400.0  # of an opener on the side of a spread that the layout does not want: more than a page of white
WISH_COST = 1000.0  # of an advert on a page that it does not wish
ONWARD_COST = 4.0  # of an article that begins below another and runs on
FOLLOWED = 20.0  # what a place may cost more than the cheapest for an article to run on from it, as a rule
MOVED_COST = 5.0  # of an advert that follows another article than before
YIELDED_COST = 1e6  # of a pin that is given up for the sake of others: more than all else together
WINDOW = 8  # page counts that are followed, from the least on

_Key = tuple[int, int, int, int]  # pages, row on which the text ends, rows at the foot, adverts placed (a bit each)


_Place = tuple[Fitted, int, bool]  # of an article: what a position is made of once the way is chosen


class _State(NamedTuple):
    cost: float
    sharing: int
    step: Copy | Booked | None
    place: _Place | Spot | None
    before: _State | None
    shape: object = None  # of the last article on the page that is open or was closed last


_States = dict[_Key, _State]
_START: _States = {(0, 0, 0, 0): _State(0.0, 0, None, None, None)}


@dataclass(slots=True)
class Found:
    """Where each article and advert is, which article each advert follows, and the pages of all."""

    pages: int = 0
    positions: dict[Copy, Position] = field(default_factory=dict)
    spots: dict[Booked, Spot] = field(default_factory=dict)
    follows: dict[Booked, Copy | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched: the steps with the variants of the articles, and adverts that may follow any article.

    Articles run on from places that cost no more than ``followed`` above the cheapest. A pin is given up where it
    cannot be held beside those before it; with ``fewest``, any is where that leaves the fewest to be given up in all.
    """

    steps: Sequence[Step]
    rows: int
    budget: Budget
    floating: Sequence[Booked] = ()
    spots: Mapping[Booked, KeptSpot] = field(default_factory=dict)
    onward: Mapping[Copy, Onward] = field(default_factory=dict)
    followed: float = FOLLOWED
    fewest: bool = False

    @property
    def room(self) -> Room:
        """The rows of a page."""
        return Room(self.rows, self.budget.gap)

    def run(self, options: Mapping[Copy, Sequence[Fitted]], pins: Mapping[Copy, Kept]) -> Found:
        """The positions of least cost."""
        states, follows = _START, None
        for index, step in enumerate(self.steps):
            if isinstance(step, Break):
                states, follows = self._opened(states, step), None
                continue
            if isinstance(step, Booked):
                states = self._with(states, step)
            else:
                states, follows = self._with_article(states, step, options[step], pins.get(step)), step
            last = index + 1 == len(self.steps) or not isinstance(self.steps[index + 1], Booked)
            if follows and last:
                states = self._with_floating(states, follows)
        return self._chosen(states)

    def _chosen(self, states: _States) -> Found:
        """The way to the best of the states in which everything has a place."""
        found = Found()
        whole = (1 << len(self.floating)) - 1
        ends = {key[0]: s for key, s in sorted(self._closed(states).items(), key=lambda e: e[0]) if key[3] == whole}
        allowed = {pages: state for pages, state in ends.items() if self.budget.allows(pages)} or ends
        found.pages = min(allowed, key=lambda pages: allowed[pages].cost)
        state: _State | None = allowed[found.pages]
        waiting: list[Booked] = []
        while state is not None:
            if isinstance(state.step, Booked) and isinstance(state.place, Spot):
                found.spots[state.step] = state.place
                waiting.append(state.step)
            elif isinstance(state.step, Copy) and isinstance(state.place, tuple):
                found.positions[state.step] = Position(*state.place)
                found.follows.update(dict.fromkeys(reversed(waiting), state.step))
                waiting = []
            state = state.before
        return found

    # ------------------------------------------------------------------ pages

    def _closed(self, states: _States, pages: int = 0) -> _States:
        """The states when the page that is open has been closed and ``pages`` more have followed."""
        room, white = self.room, _whites(self.rows)
        best: dict[_Key, tuple[float, _State]] = {}
        for (count, top, foot, placed), state in states.items():
            key, cost = (count + pages, 0, 0, placed), state.cost + white[room.empty(top, foot)]
            if key not in best or cost < best[key][0]:
                best[key] = cost, state
        return {key: _State(cost, 0, None, None, state, state.shape) for key, (cost, state) in best.items()}

    def _opened(self, states: _States, step: Break) -> _States:
        """The states when the pages of an opener have followed; on the wrong side of a spread it costs a great deal."""
        following: _States = {}
        for (count, _, _, placed), state in self._closed(states).items():
            cost = state.cost + (0.0 if step.met(count + 1 + self.budget.before) else SIDE_COST)
            _offer(following, (count + step.pages, 0, 0, placed), state._replace(cost=cost))
        return following

    def _waste(self, top: int, foot: int = 0) -> float:
        """What a page costs that has rows to spare; nothing for the page that has not begun."""
        return self._white(self.room.empty(top, foot))

    def _white(self, rows: int) -> float:
        return _whites(self.rows)[rows]

    # ------------------------------------------------------------------ articles

    def _with_article(self, states: _States, copy: Copy, options: Sequence[Fitted], pin: Kept | None) -> _States:
        held = self._held(states, copy, pin) if pin else {}
        if held and self.fewest:
            dear = {key: state._replace(cost=state.cost + YIELDED_COST) for key, state in states.items()}
            for key, state in self._fitted(dear, copy, options).items():
                _offer(held, key, state)
        return held or self._fitted(states, copy, options)

    def _fitted(self, states: _States, copy: Copy, options: Sequence[Fitted]) -> _States:
        most = min(key[0] for key in states) + WINDOW + len(self.floating)
        fresh = [(key, state) for key, state in self._closed(states).items() if key[0] < most]
        places = self._open(states)
        best: dict[_Key, tuple[float, _Place, _State, object]] = {}
        for option in options:
            pages, end, shape, hand = len(option.sheets), option.end, option.variant.shape, option.variant.hand
            cost = option.cost + PAGE_COST * pages + sum([self._waste(s.end) for s in option.sheets[:-1]])
            place = option, 0, False
            for (count, _, _, placed), state in fresh:
                total = state.cost + cost + (ALIKE_COST if state.shape == shape else 0.0)
                total += self._off_hand(hand, count + 1) if hand else 0.0
                key = (count + pages, end, 0, placed)
                if key not in best or total < best[key][0]:
                    best[key] = total, place, state, shape
            for free, begin, (count, _, foot, placed), state in places if pages == 1 else ():
                if end > free:
                    break  # those that follow have no more room
                total = state.cost + option.cost + SHARED_COST + (ALIKE_COST if state.shape == shape else 0.0)
                total += self._off_hand(hand, count) if hand else 0.0
                key = (count, begin + end, foot, placed)
                if key not in best or total < best[key][0]:
                    best[key] = total, (option, begin, True), state, shape
        following = {
            key: _State(total, state.sharing + 1 if place[2] else 1, copy, place, state, shape)
            for key, (total, place, state, shape) in best.items()
        }
        if copy in self.onward:
            self._run_on(following, states, copy, self.onward[copy])
        return following

    def _open(self, states: _States) -> list[tuple[int, int, _Key, _State]]:
        """The states whose page takes another article: its free rows, most first, and the row on which they begin."""
        room, found = self.room, []
        for key, state in states.items():
            _, top, foot, _ = key
            if (top and 0 < state.sharing < MOST_ON_A_PAGE) or (foot and not top):
                begin = room.begin(top)
                found.append((room.end(foot) - begin, begin, key, state))
        return sorted(found, key=lambda place: -place[0])

    def _off_hand(self, hand: str, page: int) -> float:
        """What it costs that a page of the plan is not on the side of the spread on which the article should begin."""
        return HAND_COST if (hand == "left") != ((page + self.budget.before) % 2 == 0) else 0.0

    def _run_on(self, following: _States, states: _States, copy: Copy, ways: Onward) -> None:
        """Offers the article a place below others from which it runs on to further pages."""
        most = min(state.cost for state in states.values()) + self.followed
        for (count, top, foot, placed), state in states.items():
            if not top or foot or not 0 < state.sharing < MOST_ON_A_PAGE or state.cost > most:
                continue
            begin = self.room.begin(top)
            for option, shape in ways.at(begin):
                ends = (begin + option.sheets[0].end, *(sheet.end for sheet in option.sheets[1:-1]))
                pages = len(option.sheets) - 1
                cost = option.cost + SHARED_COST + ONWARD_COST + PAGE_COST * pages + sum(map(self._waste, ends))
                total = state.cost + cost + (ALIKE_COST if state.shape == shape else 0.0)
                new = _State(total, 1, copy, (option, begin, True), state, shape)
                _offer(following, (count + pages, option.end, 0, placed), new)

    def _held(self, states: _States, copy: Copy, pin: Kept) -> _States:
        """The article where its pin has it: on a page with others or on one of its own; none when neither goes."""
        following: _States = {}
        room, option, pages = self.room, pin.fitted, len(pin.fitted.sheets)
        if pin.row + option.sheets[0].end > room.rows or (pages > 1 and option.variant.begin != pin.row):
            return following
        end = option.end + (pin.row if pages == 1 else 0)
        cost = option.cost + PAGE_COST * pages + sum(self._waste(s.end) for s in option.sheets[:-1])
        for (count, _, _, placed), state in self._closed(states).items():
            if count + 1 == pin.page:
                total = state.cost + cost + self._white(pin.row)
                new = _State(total, 1, copy, (option, pin.row, False), state, option.variant.shape)
                _offer(following, (count + pages, end, 0, placed), new)
        for (count, top, foot, placed), state in states.items():
            fits = room.begin(top) <= pin.row and pin.row + option.sheets[0].end <= room.end(foot)
            if (top or foot) and (pages == 1 or not foot) and count == pin.page and fits:
                between = EMPTY_SHARE * (pin.row - room.begin(top)) / self.rows
                total = state.cost + cost - PAGE_COST + SHARED_COST + between
                place = (option, pin.row, True)
                new = _State(total, state.sharing + 1, copy, place, state, option.variant.shape)
                _offer(following, (count + pages - 1, end, foot if pages == 1 else 0, placed), new)
        return following

    # ------------------------------------------------------------------ adverts

    def _with(self, states: _States, booked: Booked, bit: int = 0, extra: float = 0.0) -> _States:
        """The adverts on a page of their own, at the foot of the page that is open, or at that of a new one."""
        following: _States = {}
        room = self.room
        for (count, _, _, placed), state in self._closed(states).items():
            page, foot = count + 1, room.with_advert(0, 0, booked.rows) if booked.rows else 0
            cost = state.cost + extra + PAGE_COST + self._wishes(booked, page)
            spot = Spot(page, room.rows - foot if foot else 0)
            _offer(following, (page, 0, foot, placed | bit), _State(cost, 0, booked, spot, state))
        for (count, top, foot, placed), state in states.items() if booked.rows else ():
            taken = room.with_advert(top, foot, booked.rows) if top or foot else 0
            if taken:
                cost = state.cost + extra + self._wishes(booked, count)
                spot = Spot(count, room.rows - taken, shares=True)
                _offer(following, (count, top, taken, placed | bit), _State(cost, state.sharing, booked, spot, state))
        return following

    def _wishes(self, booked: Booked, page: int) -> float:
        kept = self.spots.get(booked)
        lost = len(booked.unmet(page + self.budget.before)) + (kept is not None and kept.pin and kept.page != page)
        return WISH_COST * lost

    def _with_floating(self, states: _States, follows: Copy) -> _States:
        """The states, and those in which some adverts that may stand anywhere follow this article."""
        for number, booked in enumerate(self.floating):
            bit = 1 << number
            alike = 1 << (number - 1) if number and self._exchangeable(number) else 0
            free = {key: state for key, state in states.items() if not key[3] & bit and key[3] & alike == alike}
            kept = self.spots.get(booked)
            moved = MOVED_COST if kept and kept.follows is not follows else 0.0
            if free:
                states = dict(states)
                for key, state in self._with(free, booked, bit, moved).items():
                    _offer(states, key, state)
        return states

    def _exchangeable(self, number: int) -> bool:
        """Whether it and the one before it are alike, so that they may as well keep their order."""
        one, other = self.floating[number - 1], self.floating[number]
        pinned = any(booked in self.spots and self.spots[booked].pin for booked in (one, other))
        return one.likeness == other.likeness and not pinned


@cache
def _whites(rows: int) -> tuple[float, ...]:
    """What it costs that so many of the rows of a page stay empty, from none to all of them."""
    shares = [empty / rows for empty in range(rows + 1)]
    return tuple(EMPTY_SHARE * share + EMPTY_SQUARE * share * share for share in shares)


def _offer(states: _States, key: _Key, state: _State) -> None:
    if key not in states or state.cost < states[key].cost:
        states[key] = state


def interleaved(steps: Sequence[Step], follows: Mapping[Booked, Copy | None]) -> Iterator[Step]:
    """The steps with every floating advert behind the article that it follows, and behind that article's own."""
    waiting: list[Booked] = []
    known = {step for step in steps if isinstance(step, Booked)}
    for step in steps:
        if not isinstance(step, Booked):
            yield from waiting
            waiting = []
        yield step
        if isinstance(step, Copy):
            waiting = [booked for booked, copy in follows.items() if copy is step and booked not in known]
    yield from waiting
