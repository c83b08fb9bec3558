"""Total-fit breaking of justified text: of all ways to break a paragraph, the one with the fewest demerits.

One search serves all cases. It walks the break points once; ``active`` holds, in order of position, the breaks
from which a line could still reach the present one. Widths are differences of prefix sums, so a line costs a
few subtractions. Where all later lines are alike (``orderly``), lines get looser along the list: the walk
stops at the first that is too loose, and what is overfull is cut off the front. Where measures vary, or lines
are to be counted, ways are kept apart by line number for as long as the number matters.

The length of the run of hyphens is part of the state, so that a ladder of three cannot arise. What a search
cannot do within one tolerance, the next may; the last resort admits loose lines, ladders and, for a piece
wider than its measure, an overfull line, each at a price that makes it the last thing to be chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from math import inf
from typing import TYPE_CHECKING, TypeAlias

from pipeline.linebreak.values import HAIR, LAST_RESORT, Breaks, Measures, Setting

if TYPE_CHECKING:
    from pipeline.linebreak.values import Breakpoints, Policy, Spacing

Trail: TypeAlias = "tuple[float, int, int, int, Trail | None]"
"""The best way found to a break: demerits, class of fitness and hyphen run of its last line, break, way before."""

Start: TypeAlias = "tuple[float, float, int, bool, int, int, list[Trail]]"
"""A break that a line may start from: x at which that line must end, x at which it starts, word spaces before it,
whether the break hyphenates, number of the line, break, and the ways here."""

NOTHING = 1e-9
"""Points that a line without spaces can give: so little that a line that fits exactly may have none."""

LADDER, STUB, OVERFULL = 1e12, 1e11, 1e14
"""Prices of the last resort: a third hyphen in a row, a last line too short, a line too long."""

RUNT_PASSES = 2
"""Passes that are tried further when the first to succeed ends in a runt."""

LOOSEST = 20.0
"""The ratio above which looser is no dearer, so that no loose line costs more than a ladder."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be broken, into what, and what is thought good."""

    points: Breakpoints
    measures: Measures
    spacing: Spacing
    policy: Policy

    def tightest(self, number: int | None) -> float:
        """The most a space may shrink in a pass, counted from 1, or in the last resort."""
        tolerances = self.policy.tolerances
        return tolerances[-1 if number is None else number - 1][1]


def break_paragraph(
    points: Breakpoints,
    measure: float | Measures,
    spacing: Spacing,
    policy: Policy,
    looseness: int = 0,
) -> Breaks:
    """Break a paragraph into justified lines with the fewest demerits.

    ``looseness`` asks for so many lines more, or fewer, than the optimum has; what no tolerance can give is
    given as nearly as can be: compare ``len(lines)``. Never fails; see ``Breaks.tolerance``.
    """
    problem = Problem(points, Measures.of(measure), spacing, policy)
    for first, tolerance in enumerate(policy.tolerances, 1):
        best = min(_search(problem, *tolerance), default=None, key=_demerits)
        if best is not None:
            best, number = _without_runt(problem, best, first)
            return _loosened(problem, looseness, best, number) if looseness else _breaks(problem, best, number)
    return _breaks(problem, min(_search(problem, inf, problem.tightest(None)), key=_demerits), None)


def _without_runt(problem: Problem, best: Trail, number: int) -> tuple[Trail, int]:
    """Give the best way and its pass; where it ends in a runt, one of the next passes if its looser lines cost less."""
    tolerances = problem.policy.tolerances
    if _ends_in_runt(problem, best):
        for following in range(number + 1, min(number + RUNT_PASSES, len(tolerances)) + 1):
            other = min(_search(problem, *tolerances[following - 1]), key=_demerits)
            if other[0] < best[0] and not _ends_in_runt(problem, other):
                return other, following
    return best, number


def _ends_in_runt(problem: Problem, trail: Trail) -> bool:
    """Whether the last line of a way is a few letters, or a short word by itself."""
    *_, first, last = _positions(trail)
    points, line = problem.points, len(_positions(trail)) - 2
    return first > 0 and _is_runt(
        problem.policy, points.width(first, last), points.spaces(first, last), problem.measures.row(line)[1]
    )


def _is_runt(policy: Policy, natural: float, spaces: int, measure: float) -> bool:
    return natural < (policy.runt_share if spaces else policy.lone_share) * measure


def _loosened(problem: Problem, looseness: int, optimum: Trail, number: int) -> Breaks:
    """Set the paragraph in ``looseness`` lines more than the optimum, or as near to that as there is a way."""
    lines = len(_positions(optimum)) - 1
    tolerances = problem.policy.tolerances
    found = [(n, _search(problem, *tolerances[n - 1], counted=True)) for n in range(number, len(tolerances) + 1)]
    step = 1 if looseness < 0 else -1
    for wanted in range(lines + looseness, lines, step):
        for n, ways in found:
            fitting = [way for way in ways if len(_positions(way)) - 1 == wanted]
            if fitting:
                return _breaks(problem, min(fitting, key=_demerits), n)
    return _breaks(problem, optimum, number)


def _search(  # noqa: C901, PLR0912 (the inner loop: each call less is a tenth of its speed)
    problem: Problem, loosest: float, tightest: float, *, counted: bool = False
) -> list[Trail]:
    """Find the best ways through the paragraph, none if the tolerance is too small.

    A line may stretch by ``loosest`` and shrink by ``tightest`` shares of its spaces'. Infinite looseness is the
    last resort and always finds a way. ``counted`` keeps ways with different numbers of lines apart to the end.
    """
    points, spacing, policy = problem.points, problem.spacing, problem.policy
    rows, tail = tuple(row[1] for row in problem.measures.trimmed()), problem.measures.tail[1]
    matters = len(points.end) if counted else len(rows)
    orderly = not rows or (len(rows) == 1 and rows[0] <= tail)
    shrink, stretch, expand, space = spacing.shrink, spacing.stretch, spacing.expand, spacing.space
    last_resort = loosest == inf
    ladder = LADDER if last_resort else inf
    first = points.start[0]
    root: Trail = (0.0, 1, 0, 0, None)
    active: list[Start] = [(first + (rows[0] if rows else tail), first, points.spaces_start[0], False, 0, 0, [root])]
    breaks = zip(points.end, points.spaces_end, points.penalty, points.hyphen, strict=True)
    for j, (end, spaces_end, penalty, hyphen) in enumerate(islice(breaks, 1, len(points.end) - 1), 1):
        toll = penalty + policy.hyphen if hyphen else penalty
        toll *= toll
        arrivals: dict[int, Trail] = {}
        overfull: list[Start] = []
        for start in active:
            limit, origin, spaces, _, _, position, _ = start
            slack, count, cost = limit - end, spaces_end - spaces, toll
            flex = expand * (end - origin - count * space)
            if slack < -flex:
                ratio = (slack + flex) / (count * shrink + NOTHING)
                if ratio < -tightest:
                    if not hyphen:
                        overfull.append(start)
                    if not last_resort or position != j - 1:
                        continue
                    ratio, cost = -tightest, toll + OVERFULL * (1.0 - slack)
            elif slack > flex:
                ratio = (slack - flex) / (count * stretch + NOTHING)
                if ratio > loosest:
                    if orderly:
                        break
                    continue
            else:
                ratio = 0.0
            _arrive(arrivals, start, j, ratio, cost, policy, ladder if hyphen else -1.0, matters)
        if overfull:
            active = active[len(overfull) :] if orderly else [start for start in active if start not in overfull]
        if arrivals:
            _depart(active, arrivals, points, j, rows, tail)
        elif not active:
            return []
    return _finish(problem, active, tightest, last_resort=last_resort)


def _arrive(  # noqa: PLR0913, PLR0917 (called for every line that fits: packing arguments would cost more)
    arrivals: dict[int, Trail],
    start: Start,
    j: int,
    ratio: float,
    cost: float,
    policy: Policy,
    ladder: float,
    matters: int,
) -> None:
    """Keep the best way to break j whose last line has this fitness, hyphen run and number.

    ``ladder`` is the price of a third hyphen in a row, negative where the line has none.
    """
    ratio = min(ratio, LOOSEST)
    badness = policy.line + 100.0 * abs(ratio * ratio * ratio)
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3  # noqa: PLR2004
    best, way = inf, None
    for trail in start[6]:
        demerits = trail[0]
        if abs(trail[1] - fitness) > 1:
            demerits += policy.adjacent
        if trail[2] == 2 and ladder > 0.0:  # noqa: PLR2004 (two hyphens in a row are the most)
            demerits += ladder
        if demerits < best:
            best, way = demerits, trail
    if way is None:
        return
    best += badness * badness + cost
    line = start[4] + 1 if start[4] < matters else matters
    run = 0 if ladder < 0.0 else 2 if start[3] else 1
    key = line << 4 | run << 2 | fitness
    known = arrivals.get(key)
    if known is None or best < known[0]:
        arrivals[key] = (best, fitness, run, j, way)


def _depart(
    active: list[Start],
    arrivals: dict[int, Trail],
    points: Breakpoints,
    j: int,
    rows: tuple[float, ...],
    tail: float,
) -> None:
    """Let lines start from break j: one start for each number that the line may have."""
    lines: dict[int, list[Trail]] = {}
    for key, trail in arrivals.items():
        lines.setdefault(key >> 4, []).append(trail)
    origin = points.start[j]
    for line, trails in lines.items():
        limit = origin + (rows[line] if line < len(rows) else tail)
        active.append((limit, origin, points.spaces_start[j], points.hyphen[j], line, j, trails))


def _finish(problem: Problem, active: list[Start], tightest: float, *, last_resort: bool) -> list[Trail]:
    """Set the last line from each start that can reach the end: it may be short, but should not be a stub."""
    points, spacing, policy = problem.points, problem.spacing, problem.policy
    j = len(points.end) - 1
    ways: list[Trail] = []
    for limit, origin, spaces, hyphenated, _, position, trails in active:
        slack, count = limit - points.end[j], points.spaces_end[j] - spaces
        natural, measure = points.end[j] - origin, limit - origin
        flex = spacing.expand * (natural - count * spacing.space)
        ratio = min(0.0, slack + flex) / (count * spacing.shrink + NOTHING)
        cost = policy.last_hyphen if hyphenated else 0.0
        if ratio < -tightest:
            if not last_resort or position != j - 1:
                continue
            ratio, cost = -tightest, cost + OVERFULL * (1.0 - slack)
        if position and natural < policy.least_last:
            if not last_resort:
                continue
            cost += STUB
        if position and _is_runt(policy, natural, count, measure):
            cost += policy.runt
        badness = policy.line + 100.0 * abs(ratio**3)
        fitness = 0 if ratio < -0.5 else 1  # noqa: PLR2004
        for trail in trails:
            adjacent = policy.adjacent if abs(trail[1] - fitness) > 1 else 0.0
            ways.append((trail[0] + adjacent + badness * badness + cost, fitness, 0, j, trail))
    return ways


def _demerits(trail: Trail) -> float:
    return trail[0]


def _positions(trail: Trail) -> list[int]:
    """Breaks along a way, from the paragraph's start."""
    found: list[int] = []
    step: Trail | None = trail
    while step is not None:
        found.append(step[3])
        step = step[4]
    return found[::-1]


def _breaks(problem: Problem, trail: Trail, number: int | None) -> Breaks:
    positions = _positions(trail)
    tightest = problem.tightest(number)
    lines = tuple(_set(problem, tightest, first, last, line) for line, (first, last) in enumerate(pairwise(positions)))
    return Breaks(lines, trail[0], LAST_RESORT if number is None else number)


def _set(problem: Problem, tightest: float, first: int, last: int, line: int) -> Setting:
    """Share a line's slack: glyphs first, as far as they may go, so that word spaces keep near their natural width."""
    points, spacing = problem.points, problem.spacing
    indent, measure = problem.measures.row(line)
    natural, count = points.width(first, last), points.spaces(first, last)
    glyphs = natural - count * spacing.space
    slack, flex = measure - natural, spacing.expand * glyphs
    if last == len(points.end) - 1:
        slack = min(slack, 0.0)
    scaled = max(-flex, min(flex, slack))
    left = slack - scaled
    if left < 0.0:
        left = max(left, -count * spacing.shrink * tightest)
    ratio = inf if left > HAIR else 0.0
    if count:
        ratio = left / count / (spacing.shrink if left < 0.0 else spacing.stretch)
    over = natural + scaled + left - measure
    return Setting(
        first=first,
        last=last,
        natural=natural,
        spaces=count,
        measure=measure,
        ratio=ratio,
        scale=1.0 + scaled / glyphs if glyphs > 0.0 else 1.0,
        space=spacing.space + left / count if count else spacing.space,
        hyphenated=bool(points.hyphen[last]),
        indent=indent,
        excess=over if over > HAIR else 0.0,
    )
