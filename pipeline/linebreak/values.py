"""The values line breaking takes and gives: break points, measures, spacing, policy; lines.

Every x is in points from an origin of the caller's choice, measured along the paragraph as if it were one
endless line set at natural width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST_RESORT: Final = "last resort"

HAIR: Final = 1e-6
"""Points that do not count: sums of floats differ by less."""


@dataclass(frozen=True, slots=True)
class Breakpoints:
    """Where lines may end. Six sequences of n + 1 entries: entry 0 is the paragraph's start, n its end.

    For break j in 1..n: a line that ends there ends at x ``end[j]`` (drawn hyphen and right protrusion taken
    into account) with ``spaces_end[j]`` word spaces before it; the next line begins at x ``start[j]`` (left
    protrusion taken into account) with ``spaces_start[j]`` word spaces before it. A line from i to j is thus
    ``end[j] - start[i]`` wide and holds ``spaces_end[j] - spaces_start[i]`` spaces. ``penalty[j]`` (>= 0) is
    the caller's dislike of the break; ``hyphen[j]`` says that the line would end in a hyphen, drawn or typed
    (its own cost is the policy's). Of entry 0 only ``start`` and ``spaces_start`` are read.

    ``start`` must not fall, nor may ``end`` fall below that of an earlier break without hyphen.
    """

    end: Sequence[float]
    start: Sequence[float]
    spaces_end: Sequence[int]
    spaces_start: Sequence[int]
    penalty: Sequence[float]
    hyphen: Sequence[bool]

    def __post_init__(self) -> None:
        """Refuse sequences of unlike length and a paragraph without an end (ValueError)."""
        size = len(self.end)
        others = (self.start, self.spaces_end, self.spaces_start, self.penalty, self.hyphen)
        if size < 2 or any(len(other) != size for other in others):  # noqa: PLR2004 (a start and an end)
            message = "break points need six sequences of one length, at least 2"
            raise ValueError(message)

    def width(self, first: int, last: int) -> float:
        """Natural width in points of a line from break ``first`` to break ``last``."""
        return self.end[last] - self.start[first]

    def spaces(self, first: int, last: int) -> int:
        """Number of word spaces in a line from break ``first`` to break ``last``."""
        return self.spaces_end[last] - self.spaces_start[first]


@dataclass(frozen=True, slots=True)
class Measures:
    """How long each line is: ``rows`` for the first lines, ``tail`` for all that follow.

    A row is (indent, measure): the line begins ``indent`` points into the column and is ``measure`` points long.
    """

    tail: tuple[float, float]
    rows: tuple[tuple[float, float], ...] = ()

    @classmethod
    def of(cls, measure: float | Measures) -> Measures:
        """Take a plain number for lines that are all alike."""
        return measure if isinstance(measure, Measures) else cls((0.0, measure))

    @classmethod
    def indented(cls, measure: float, indent: float) -> Self:
        """Give a column of ``measure`` points whose first line begins ``indent`` points in."""
        return cls((0.0, measure), ((indent, measure - indent),))

    def row(self, line: int) -> tuple[float, float]:
        """(indent, measure) of a line, counted from 0."""
        return self.rows[line] if line < len(self.rows) else self.tail

    def trimmed(self) -> tuple[tuple[float, float], ...]:
        """Rows without those at the end that are like the tail."""
        count = len(self.rows)
        while count and self.rows[count - 1][1] == self.tail[1]:
            count -= 1
        return self.rows[:count]


@dataclass(frozen=True, slots=True)
class Spacing:
    """What gives way in a justified line: one word space, in points, and the glyphs, as a share of their width."""

    space: float
    stretch: float
    shrink: float
    expand: float = 0.02

    @classmethod
    def of(cls, space: float, expand: float = 0.02) -> Self:
        """Give the house's spacing: a space of 0.755 to 1.5 times its natural width at ratio -1 and 1."""
        return cls(space, 0.5 * space, 0.245 * space, expand)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a good paragraph is. Penalties weigh as in TeX: a line costs (line + badness)² + penalty².

    ``tolerances``     the most that a word space may stretch and shrink, in shares of ``Spacing``'s; tried in turn
                       (the second pass squeezes a line rather than let another be loose)
    ``line``           price of one more line
    ``hyphen``         penalty of a line that ends in a hyphen
    ``last_hyphen``    demerits of a hyphen at the end of the last line but one
    ``adjacent``       demerits of neighbours more than one class of fitness apart
    ``runt``           demerits of a last line under ``runt_share`` of the measure, or of a single word
                       (or its end) under ``lone_share``
    ``least_last``     points a last line must exceed, commonly the indent; only the last resort may not
    """

    tolerances: tuple[tuple[float, float], ...] = ((1.0, 1.0), (1.0, 1.4), (2.0, 1.4), (4.0, 1.4), (10.0, 1.4))
    line: float = 10.0
    hyphen: float = 200.0
    last_hyphen: float = 20_000.0
    adjacent: float = 10_000.0
    runt: float = 1_000_000.0
    runt_share: float = 0.1
    lone_share: float = 0.25
    least_last: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """One line as it is to be set, from break ``first`` to break ``last`` of the break points.

    ``natural`` is its natural width with ``spaces`` word spaces in it; glyphs are to be scaled by ``scale`` and
    each word space drawn ``space`` points wide. ``ratio`` is the share of stretch (> 0) or shrink (< 0) that a
    word space takes. The line begins ``indent`` points into the column and may fill ``measure``.
    """

    first: int
    last: int
    natural: float
    spaces: int
    measure: float
    ratio: float
    scale: float
    space: float
    hyphenated: bool
    indent: float = 0.0
    excess: float = 0.0
    """Points by which the line, set thus, overruns its measure: 0 but for an unbreakable word in the last resort."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """A broken paragraph.

    ``tolerance`` is the number of the pass that succeeded, counted from 1, or ``LAST_RESORT``: then some line is
    loose beyond all tolerances, overfull (``Setting.excess``), or the third in a row with a hyphen, and the
    caller should say so.
    """

    lines: tuple[Setting, ...]
    demerits: float
    tolerance: int | Literal["last resort"]

    @property
    def forced(self) -> bool:
        """Whether only the last resort set this paragraph."""
        return self.tolerance == LAST_RESORT

    @property
    def overfull(self) -> tuple[Setting, ...]:
        """Lines that overrun their measure."""
        return tuple(line for line in self.lines if line.excess > 0)
