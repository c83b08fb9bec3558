"""The plan: which variant each article takes, what shares a page, where adverts stand, and how many pages that makes.

Adverts that may stand anywhere are given their places first, a few at a time. Then the search is run over every
arrangement of photos in a few crops, and over every crop of the arrangements that won (``even``).

What the build before decided (``pins``) is kept where nothing has changed, and is cheaper than another variant
where something has. A pinned article has one variant and one place; where pins cannot all be held, the fewest are
given up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pipeline.copyfit import Copy, Fitted, fitted, loosened
from pipeline.diagnostic import Finding, Span
from pipeline.paginate.even import cheapest, evened
from pipeline.paginate.onward import Onward
from pipeline.paginate.pins import Kept, KeptSpot, given_up, pinned
from pipeline.paginate.search import FOLLOWED, MOST_ON_A_PAGE, Found, Search, interleaved
from pipeline.paginate.steps import Booked, Break, Budget, Position, Room, Spot, Step, pieces

__all__ = ["MOST_ON_A_PAGE", "Break", "Budget", "Plan", "Position", "plan", "planned"]

GRAIN = 3  # rows by which articles are told apart while places for adverts are sought
REPAIRS = 3  # times that places are sought again for adverts whose wishes are not met
TOGETHER = 2  # floating adverts whose places are sought in one search, in every combination
NOTHING_KEPT: Mapping[Copy, Kept] = MappingProxyType({})
HOLE = 0.12  # of a page's rows: if more stay empty, articles may begin below others and run on
NOTHING_SPOTTED: Mapping[Booked, KeptSpot] = MappingProxyType({})

_Options = Mapping[Copy, Sequence[Fitted]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in their order with all adverts among them, and where each article and advert is."""

    steps: tuple[Step, ...] = ()
    positions: Mapping[Copy, Position] = field(default_factory=dict)
    spots: Mapping[Booked, Spot] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def plan(
    steps: Sequence[Step], rows: int, budget: Budget, kept: Mapping[Copy, Kept] = NOTHING_KEPT
) -> tuple[dict[Copy, Position], tuple[Finding, ...]]:
    """A position for each article; with findings for those that no variant can make up (E505), and for lost pins."""
    made = planned(steps, rows, budget, kept)
    return dict(made.positions), made.findings


def planned(
    steps: Sequence[Step],
    rows: int,
    budget: Budget,
    kept: Mapping[Copy, Kept] = NOTHING_KEPT,
    floating: Sequence[Booked] = (),
    spots: Mapping[Booked, KeptSpot] = NOTHING_SPOTTED,
) -> Plan:
    """The same with adverts, those among the steps and those that are ``floating``: they may follow any article."""
    same, pages = _as_before(steps, rows, budget, kept, floating, spots)
    if same and budget.allows(pages) and not _unmet(same.spots, budget):
        return same
    every = {step: tuple(fitted(step)) for step in steps if isinstance(step, Copy)}
    findings = tuple(_impossible(copy, rows) for copy, options in every.items() if not options)
    if findings:
        return Plan(findings=findings)
    pins = pinned(kept)
    coarse: _Options = {copy: cheapest(options, kept.get(copy)) for copy, options in every.items()}
    order = _with_floating(Search(steps, rows, budget, floating, spots), coarse, pins)
    search, coarse, found = _first(Search(order, rows, budget, (), spots), coarse, every, kept)
    lost = _lost(search, pins, found)
    held = {copy: pin for copy, pin in pins.items() if copy not in lost}

    def again(options: _Options) -> dict[Copy, Position]:
        nonlocal found
        found = search.run(options, held)
        return found.positions

    positions = {}
    ran_on = bool(search.onward) or any(old.fitted.variant.begin for old in kept.values())
    if not ran_on:
        positions = evened(again, found.positions, every, kept, search.onward)
    if ran_on or _has_holes(found, order, rows):
        search = replace(search, onward=search.onward or _onward(every, kept, rows))
        positions = evened(again, again(coarse), every, kept, search.onward)
    before = (not budget.allows(pages), _unmet(same.spots, budget)) if same else (True, math.inf)
    if same and (not budget.allows(found.pages), _unmet(found.spots, budget)) >= before:
        return same
    return Plan(order, positions, found.spots, tuple(_lost(search, pins, found).values()))


def _first(
    search: Search, coarse: _Options, every: _Options, kept: Mapping[Copy, Kept]
) -> tuple[Search, _Options, Found]:
    """A first plan; and the search and the variants that it took to hold as many pins as can be held."""
    pins = pinned(kept)
    found = search.run(coarse, pins)
    if _lost(search, pins, found):
        # What is not pinned may give way in templates that are not for its length before a pin is given up,
        coarse = {copy: (*options, *cheapest(loosened(copy), kept.get(copy))) for copy, options in coarse.items()}
        found = search.run(coarse, pins)
    onward = _onward(every, kept, search.rows) if _lost(search, pins, found) else {}
    for followed in (FOLLOWED, math.inf) if onward else ():
        # or begin below others and run on.
        wider = replace(search, onward=onward, followed=followed)
        other = replace(wider, fewest=True).run(coarse, pins)
        if len(_lost(search, pins, other)) < len(_lost(search, pins, found)):
            search, found = wider, other
    return search, coarse, found


def _lost(search: Search, pins: Mapping[Copy, Kept], found: Found) -> dict[Copy, Finding]:
    """The pins that are not held, with a finding for each."""
    return dict(given_up(pins, search.steps, found.positions, found.spots, search.room, search.budget.before))


def _onward(every: _Options, kept: Mapping[Copy, Kept], rows: int) -> dict[Copy, Onward]:
    """For each article the ways in which it can begin below others and run on."""
    return {copy: Onward.of(copy, options, rows, kept.get(copy)) for copy, options in every.items()}


def _with_floating(search: Search, coarse: _Options, pins: Mapping[Copy, Kept]) -> tuple[Step, ...]:
    """The steps with all adverts among them.

    Places are sought for a few at a time; then again for those whose wishes were lost when others came before them.
    """
    rough = {copy: _rough(options) for copy, options in coarse.items()}
    waiting, order = list(search.floating), tuple(search.steps)
    for _ in range(REPAIRS + 1):
        for number in range(0, len(waiting), TOGETHER):
            found = replace(search, steps=order, floating=waiting[number : number + TOGETHER]).run(rough, pins)
            order = tuple(interleaved(order, found.follows))
        if waiting:
            before = search.budget.before
            waiting = [booked for booked in search.floating if booked.unmet(found.spots[booked].page + before)]
            order = tuple(step for step in order if step not in waiting)
    return tuple(interleaved(order, found.follows)) if waiting else order


def _rough(options: Sequence[Fitted]) -> tuple[Fitted, ...]:
    """The cheapest for every few rows on which an article can end: what finding a place for an advert takes."""
    best: dict[tuple[int, int], Fitted] = {}
    for option in options:
        key = (len(option.sheets), option.end // GRAIN)
        if key not in best or option.cost < best[key].cost:
            best[key] = option
    return tuple(best.values())


def _has_holes(found: Found, order: Sequence[Step], rows: int) -> bool:
    """Whether some page ends far above its foot, and what follows it might begin there."""
    ends: dict[int, int] = {}
    for piece in pieces(order, found.positions, found.spots):
        ends[piece.page] = piece.row + found.positions[piece.copy].fitted.sheets[piece.number].end
    adverts = {spot.page for spot in found.spots.values()}
    return any(end < rows * (1 - HOLE) for page, end in ends.items() if page not in adverts)


def _as_before(
    steps: Sequence[Step],
    rows: int,
    budget: Budget,
    kept: Mapping[Copy, Kept],
    floating: Sequence[Booked],
    spots: Mapping[Booked, KeptSpot],
) -> tuple[Plan | None, int]:
    """The plan of the build before and its pages, when each article and advert still has its depth and place."""
    if any(booked not in spots for booked in floating):
        return None, 0
    in_turn = sorted(floating, key=lambda booked: (spots[booked].page, -spots[booked].row))  # pages fill from the foot
    order = tuple(interleaved(steps, {booked: spots[booked].follows for booked in in_turn}))
    room, found = Room(rows, budget.gap), Found()
    page = (0, 0, 0)
    for step in order:
        if isinstance(step, Break):
            if step.pages and not step.met(page[0] + 1 + budget.before):
                return None, 0
            page = (page[0] + step.pages, 0, 0)
        elif isinstance(step, Booked):
            spot = _spot_again(step, spots.get(step), page, room)
            if spot is None:
                return None, 0
            found.spots[step] = spot
            page = (spot.page, page[1] if spot.shares else 0, rows - spot.row if step.rows else 0)
        else:
            old = kept.get(step)
            position = _position_again(old, page, room) if old else None
            if old is None or position is None:
                return None, 0
            found.positions[step] = position
            sheets, foot = len(old.fitted.sheets), page[2] if position.shares else 0
            page = (page[0] + sheets - position.shares, old.fitted.end + (old.row if sheets == 1 else 0), foot)
    whole = all(booked in found.spots for booked in floating)
    return Plan(order, found.positions, found.spots) if whole else None, page[0]


def _unmet(spots: Mapping[Booked, Spot], budget: Budget) -> int:
    """How many wishes of adverts are not met."""
    return sum(len(booked.unmet(spot.page + budget.before)) for booked, spot in spots.items())


def _position_again(old: Kept, page: tuple[int, int, int], room: Room) -> Position | None:
    """Where an article stood before, if it can again: on the page (its number, text, foot) or on the next."""
    count, top, foot = page
    if not old.same or old.row + old.fitted.sheets[0].end > room.rows:
        return None
    runs_on = old.fitted.variant.begin == old.row and top and not foot
    if old.page == count and (top or foot) and (runs_on or len(old.fitted.sheets) == 1):
        fits = room.begin(top) <= old.row and old.row + old.fitted.sheets[0].end <= room.end(foot)
        return Position(old.fitted, old.row, shares=True) if fits else None
    return Position(old.fitted, old.row) if old.page == count + 1 and (not old.row or old.plan.pin) else None


def _spot_again(booked: Booked, kept: KeptSpot | None, page: tuple[int, int, int], room: Room) -> Spot | None:
    """The same for adverts."""
    count, top, foot = page
    if kept is None:
        return None
    taken = room.with_advert(top, foot, booked.rows) if booked.rows and (top or foot) else 0
    if taken and (kept.page, kept.row) == (count, room.rows - taken):
        return Spot(kept.page, kept.row, shares=True)
    taken = room.with_advert(0, 0, booked.rows) if booked.rows else room.rows
    return Spot(kept.page, kept.row) if (kept.page, kept.row) == (count + 1, room.rows - taken) else None


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
