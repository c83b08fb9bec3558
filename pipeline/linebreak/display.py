"""Ragged lines: display type balanced to like lengths, and text set ragged right.

Neither stretches anything: a line's word spaces are natural, its glyphs unscaled. What is wider than the measure
and cannot be broken stands alone and overruns it (``Setting.excess``).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from pipeline.linebreak.values import HAIR, LAST_RESORT, Breaks, Measures, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.linebreak.values import Breakpoints

Way: TypeAlias = "tuple[float, int, Way | None]"
"""The best way to a break: its cost, the break, the way before."""

OVERFULL = 1e9
"""Price of a line that overruns its measure: only what cannot be broken does."""

LONE, STRAY, LONE_SHARE = 1600.0, 400.0, 0.3
"""Price of a last line that is one short word, in a headline (as of a line 40 % of the measure off) and in ragged
text (20 %); what share of the measure is short."""

HOLLOW = 1 / 3
"""The share of the measure that a ragged line may leave empty before hyphens are thought of."""

HYPHEN = 20.0
"""Penalty of a hyphen in ragged text: as of a line that leaves 20 % of its measure empty."""


def balance(points: Breakpoints, measure: float, lines: int | None = None, *, space: float = 0.0) -> Breaks:
    """Break display type into as few lines as hold it, or into ``lines``, all of like length.

    Never breaks at a hyphen. A penalty p weighs as a line p % of the measure longer or shorter than the mean:
    5 discourages, 30 all but forbids. ``lines`` below the fewest gives the fewest, above the most the most there
    can be. ``space`` (points) is handed on as the lines' word space.
    """
    legal = _legal(points, hyphens=False)
    wanted = min(max(lines or 0, _fewest(points, legal, measure)), len(legal) - 1)
    end = legal[-1]
    mean = sum(points.width(i, j) for i, j in pairwise(legal)) / wanted
    mean += (len(legal) - 1 - wanted) * space / wanted
    ways: dict[int, Way] = {0: (0.0, 0, None)}
    for number in range(1, wanted + 1):
        known, ways = ways, {}
        for place in range(number, len(legal)):
            j = legal[place]
            if (j == end) != (number == wanted):
                continue
            for i in reversed(legal[:place]):
                width = points.width(i, j)
                if width > measure + HAIR and i != legal[place - 1]:
                    break
                if i in known:
                    cost = _off(width - mean, measure) + points.penalty[j] ** 2 + _overrun(width, measure)
                    if j == end and number > 1:
                        cost += LONE * _lone(points, i, j, measure)
                    total = known[i][0] + cost
                    if j not in ways or total < ways[j][0]:
                        ways[j] = (total, j, known[i])
    return _breaks(points, ways[end], Measures.of(measure), space)


def ragged(points: Breakpoints, measure: float | Measures, *, space: float = 0.0) -> Breaks:
    """Break ragged-right text so that lines are full and their ends vary little.

    Hyphens only if without them a line would overrun or leave a third of its measure empty. ``penalty`` weighs
    as per cent of the measure left empty; ``space`` as in ``balance``.
    """
    measures = Measures.of(measure)
    plain = _breaks(points, _fill(points, measures, _legal(points, hyphens=False)), measures, space)
    poor = plain.overfull or any(_hollow(line) for line in plain.lines[:-1])
    if not poor or not any(points.hyphen):
        return plain
    return _breaks(points, _fill(points, measures, _legal(points, hyphens=True)), measures, space)


def _fill(points: Breakpoints, measures: Measures, legal: Sequence[int]) -> Way:
    """Find the way that leaves the least empty, squared; the line's number is kept as long as measures vary."""
    lengths = [row[1] for row in (*measures.trimmed(), measures.tail)]
    matters, widest = len(lengths) - 1, max(lengths) + HAIR
    end = legal[-1]
    ways: list[dict[int, Way]] = [{0: (0.0, 0, None)}]
    for place, j in enumerate(legal[1:], 1):
        here: dict[int, Way] = {}
        price = (points.penalty[j] + HYPHEN * points.hyphen[j]) ** 2 if j != end else 0.0
        stop = points.end[j]
        for before in range(place - 1, -1, -1):
            i = legal[before]
            width = stop - points.start[i]
            if width > widest and before != place - 1:
                break
            for line, way in ways[before].items():
                measure = lengths[line]
                cost = price
                if width > measure + HAIR:
                    if before != place - 1:
                        continue
                    cost += _overrun(width, measure)
                if j != end:
                    cost += (100.0 * (measure - width) / measure) ** 2
                elif i and _lone(points, i, j, measure):
                    cost += STRAY
                total, key = way[0] + cost, line + 1 if line < matters else matters
                if key not in here or total < here[key][0]:
                    here[key] = (total, j, way)
        ways.append(here)
    return min(ways[-1].values(), key=lambda way: way[0])


def _legal(points: Breakpoints, *, hyphens: bool) -> list[int]:
    last = len(points.end) - 1
    return [0, *(j for j in range(1, last) if hyphens or not points.hyphen[j]), last]


def _fewest(points: Breakpoints, legal: Sequence[int], measure: float) -> int:
    """Number of lines of first fit, which no other way undercuts."""
    count, first = 1, 0
    for before, j in pairwise(legal):
        if before != first and points.width(first, j) > measure + HAIR:
            count, first = count + 1, before
    return count


def _off(length: float, measure: float) -> float:
    return float((100.0 * length / measure) ** 2)


def _overrun(width: float, measure: float) -> float:
    return OVERFULL * (width - measure) if width > measure + HAIR else 0.0


def _lone(points: Breakpoints, first: int, last: int, measure: float) -> bool:
    return points.width(first, last) < LONE_SHARE * measure and not points.spaces(first, last)


def _hollow(line: Setting) -> bool:
    return line.natural < (1.0 - HOLLOW) * line.measure


def _breaks(points: Breakpoints, way: Way, measures: Measures, space: float) -> Breaks:
    positions: list[int] = []
    step: Way | None = way
    while step is not None:
        positions.append(step[1])
        step = step[2]
    lines = []
    for number, (first, last) in enumerate(pairwise(positions[::-1])):
        indent, measure = measures.row(number)
        natural = points.width(first, last)
        lines.append(
            Setting(
                first=first,
                last=last,
                natural=natural,
                spaces=points.spaces(first, last),
                measure=measure,
                ratio=0.0,
                scale=1.0,
                space=space,
                hyphenated=bool(points.hyphen[last]),
                indent=indent,
                excess=natural - measure if natural > measure + HAIR else 0.0,
            )
        )
    overfull = any(line.excess for line in lines)
    return Breaks(tuple(lines), way[0], LAST_RESORT if overfull else 1)
