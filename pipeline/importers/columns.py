"""Columns of a page that was turned into text as it stood: read one after another, not straight across.

A gutter is a place where line after line has blanks between two texts. Lines that cross it, such as running heads,
and page numbers end a stretch of columns. What may be a table (few words on either side) is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.importers.joining import PAGE_NUMBER
from pipeline.importers.runs import LINE_ENDS, ends

_START = re.compile(r"(?<=   )\S")
_WIDE = 3  # blanks before a column's text
_FEWEST_LINES, _FEWEST_LETTERS, _FEWEST_WORDS = 4, 18, 2.5
_NEAREST, _MOST_GUTTERS, _MOST_COLUMNS = 18, 3, 4


def one_after_another(lines: Sequence[str], columns: int = _MOST_COLUMNS) -> list[str]:
    """The lines with the right columns below the left ones."""
    starts = Counter(match.start() for line in lines for match in _START.finditer(line) if match.start() >= _NEAREST)
    gutters = [start for start, count in starts.most_common(_MOST_GUTTERS) if count >= _FEWEST_LINES]
    for gutter in gutters if columns > 1 else []:
        stretches = list(_stretches(lines, gutter))
        if any(stretch.is_columns for stretch in stretches):
            return [
                line
                for stretch in stretches
                for line in (_unfolded(stretch, columns) if stretch.is_columns else stretch.lines)
            ]
    return list(lines)


@dataclass(slots=True)
class _Stretch:
    """Lines that do not cross a gutter, or one that does."""

    gutter: int
    lines: list[str]

    @property
    def is_columns(self) -> bool:
        both = [(line[: self.gutter].strip(), line[self.gutter :].strip()) for line in self.lines]
        both = [(left, right) for left, right in both if left and right]
        return len(both) >= _FEWEST_LINES and all(
            sum(map(len, side)) >= _FEWEST_LETTERS * len(side)
            and sum(len(text.split()) for text in side) >= _FEWEST_WORDS * len(side)
            for side in zip(*both, strict=True)
        )


def _stretches(lines: Sequence[str], gutter: int) -> Iterator[_Stretch]:
    gathered: list[str] = []
    for line in lines:
        if line[gutter - _WIDE : gutter].strip() or PAGE_NUMBER.match(line) or "\f" in line:
            if gathered:
                yield _Stretch(gutter, gathered)
            yield _Stretch(gutter, [line])
            gathered = []
        else:
            gathered.append(line)
    if gathered:
        yield _Stretch(gutter, gathered)


def _unfolded(stretch: _Stretch, columns: int) -> list[str]:
    left = [line[: stretch.gutter].rstrip() for line in stretch.lines]
    right = one_after_another([line[stretch.gutter :].rstrip() for line in stretch.lines], columns - 1)
    while right and not right[0].strip():
        right.pop(0)
    foot = next((line for line in reversed(left) if line.strip()), "")
    prose = len(right) > 1 and right[1].strip()
    if foot and not ends(foot, LINE_ENDS) and prose:
        while not left[-1].strip():
            left.pop()
        return [*left, *right]
    return [*left, "", *right]
