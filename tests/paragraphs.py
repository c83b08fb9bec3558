"""Paragraphs for the tests of line breaking: words as widths of syllables, and every way to break them, tried in turn.

``every_way`` rates lines by the formula of the policy's docstring, line by line and way by way, so that what the
search finds can be held against all there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

from pipeline.linebreak import Breakpoints, Measures, Policy, Spacing

SPACE, HYPHEN = 4.0, 3.0
SPACING = Spacing.of(SPACE)

Word = Sequence[float]

SYLLABLES = st.floats(4.0, 22.0).map(lambda width: round(width, 2))
WORDS = st.lists(st.lists(SYLLABLES, min_size=1, max_size=3), min_size=1, max_size=40)
FEW_WORDS = st.lists(st.lists(SYLLABLES, min_size=1, max_size=2), min_size=1, max_size=7)
MEASURE = st.floats(45.0, 120.0)
ROWS = st.lists(st.tuples(st.floats(0.0, 40.0), st.floats(45.0, 120.0)), max_size=3)


@st.composite
def measures(draw: st.DrawFn) -> Measures:
    return Measures((0.0, draw(MEASURE)), tuple(draw(ROWS)))


def points(words: Sequence[Word]) -> Breakpoints:
    """Break points of words that may be hyphenated between any two of their syllables."""
    end, start, spaces_end, spaces_start, hyphen = [0.0], [0.0], [0], [0], [False]
    x = 0.0
    for index, word in enumerate(words):
        for syllable in word[:-1]:
            x += syllable
            end.append(x + HYPHEN)
            start.append(x)
            spaces_end.append(index)
            spaces_start.append(index)
            hyphen.append(True)
        x += word[-1]
        end.append(x)
        x += SPACE
        start.append(x)
        spaces_end.append(index)
        spaces_start.append(index + 1)
        hyphen.append(False)
    return Breakpoints(end, start, spaces_end, spaces_start, [0.0] * len(end), hyphen)


@dataclass(frozen=True)
class Way:
    """One way to break a paragraph, and its demerits."""

    demerits: float
    positions: tuple[int, ...]

    @property
    def lines(self) -> int:
        return len(self.positions) - 1


def every_way(paragraph: Breakpoints, measure: Measures, policy: Policy, tolerance: tuple[float, float]) -> list[Way]:
    """All ways that a tolerance allows."""
    last = len(paragraph.end) - 1
    ways = []
    for inner in _subsets(last):
        positions = (0, *inner, last)
        demerits = _demerits(paragraph, measure, policy, tolerance, positions)
        if demerits is not None:
            ways.append(Way(demerits, positions))
    return ways


def best_way(paragraph: Breakpoints, measure: Measures, policy: Policy) -> tuple[Way, int] | None:
    """The best way of the first pass that has any, and the number of that pass.

    If it ends in a runt: the first of the two passes behind it that has a better way without one.
    """
    passes = [every_way(paragraph, measure, policy, tolerance) for tolerance in policy.tolerances]
    number = next((number for number, ways in enumerate(passes, 1) if ways), 0)
    if not number:
        return None
    best = min(passes[number - 1], key=lambda way: way.demerits)
    if ends_in_runt(paragraph, measure, policy, best.positions):
        for following in range(number, min(number + 2, len(passes))):
            other = min(passes[following], key=lambda way: way.demerits)
            if other.demerits < best.demerits and not ends_in_runt(paragraph, measure, policy, other.positions):
                return other, following + 1
    return best, number


def _subsets(last: int) -> Iterator[tuple[int, ...]]:
    for bits in range(1 << (last - 1)):
        yield tuple(j for j in range(1, last) if bits >> (j - 1) & 1)


def _demerits(
    paragraph: Breakpoints,
    measure: Measures,
    policy: Policy,
    tolerance: tuple[float, float],
    positions: tuple[int, ...],
) -> float | None:
    total, fitness, run = 0.0, 1, 0
    for number, (first, last) in enumerate(pairwise(positions)):
        final = last == positions[-1]
        width = measure.row(number)[1]
        ratio = _ratio(paragraph, first, last, width, final=final)
        if not -tolerance[1] - 1e-9 <= ratio <= tolerance[0] + 1e-9:
            return None
        run = run + 1 if paragraph.hyphen[last] else 0
        if run > 2:
            return None
        total += (policy.line + 100 * abs(ratio) ** 3) ** 2
        if not final:
            total += (policy.hyphen * paragraph.hyphen[last] + paragraph.penalty[last]) ** 2
        kind = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        total += policy.adjacent * (abs(kind - fitness) > 1)
        fitness = kind
    return _with_last_line(paragraph, measure, policy, positions, total)


def _with_last_line(
    paragraph: Breakpoints, measure: Measures, policy: Policy, positions: tuple[int, ...], total: float
) -> float | None:
    if len(positions) == 2:
        return total
    if paragraph.width(*positions[-2:]) < policy.least_last:
        return None
    runt = ends_in_runt(paragraph, measure, policy, positions)
    return total + policy.last_hyphen * paragraph.hyphen[positions[-2]] + policy.runt * runt


def ends_in_runt(paragraph: Breakpoints, measure: Measures, policy: Policy, positions: tuple[int, ...]) -> bool:
    """Whether the last line of several is too short."""
    first, last = positions[-2:]
    share = policy.runt_share if paragraph.spaces(first, last) else policy.lone_share
    return first > 0 and paragraph.width(first, last) < share * measure.row(len(positions) - 2)[1]


def _ratio(paragraph: Breakpoints, first: int, last: int, measure: float, *, final: bool) -> float:
    natural, spaces = paragraph.width(first, last), paragraph.spaces(first, last)
    slack = measure - natural
    flex = SPACING.expand * (natural - spaces * SPACE)
    if abs(slack) <= flex or (final and slack > 0):
        return 0.0
    if not spaces:
        return 1e9 if slack > 0 else -1e9
    return (slack - flex) / (spaces * SPACING.stretch) if slack > 0 else (slack + flex) / (spaces * SPACING.shrink)
