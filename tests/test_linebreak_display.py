"""Headlines with lines of like length, and ragged text with full ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.linebreak import LAST_RESORT, Breaks, Measures, balance, ragged
from tests.paragraphs import FEW_WORDS, MEASURE, SPACE, WORDS, Word, measures, points


def widths(breaks: Breaks) -> list[float]:
    return [line.natural for line in breaks.lines]


def covers(breaks: Breaks, last: int) -> bool:
    chained = all(one.last == other.first for one, other in pairwise(breaks.lines))
    return chained and breaks.lines[0].first == 0 and breaks.lines[-1].last == last


def test_a_headlines_lines_are_of_like_length() -> None:
    breaks = balance(points([[20]] * 9), 140, space=SPACE)
    assert widths(breaks) == [116, 92]
    assert [line.space for line in breaks.lines] == [SPACE, SPACE]


def test_a_headline_that_fits_is_one_line() -> None:
    assert widths(balance(points([[20]] * 5), 116)) == [116]


def test_a_headline_is_set_in_as_many_lines_as_asked_if_it_can_be() -> None:
    headline = points([[20]] * 6)
    assert widths(balance(headline, 400, lines=3, space=SPACE)) == [44, 44, 44]
    assert len(balance(headline, 100, lines=1).lines) == 2
    assert len(balance(headline, 100, lines=50).lines) == 6


def test_a_headline_breaks_where_the_caller_likes_it() -> None:
    headline = points([[20]] * 8)
    assert [line.last for line in balance(headline, 120, space=SPACE).lines] == [4, 8]
    wished = replace(headline, penalty=[0.0 if j == 3 else 30.0 for j in range(9)])
    assert [line.last for line in balance(wished, 120, space=SPACE).lines] == [3, 8]


def test_a_headline_does_not_end_in_a_lone_short_word_if_that_can_be_avoided() -> None:
    headline = points([[45], [44], [14]])
    assert [line.spaces for line in balance(headline, 94).lines] == [0, 1]


def test_a_headlines_word_that_is_too_wide_stands_alone_and_is_reported() -> None:
    breaks = balance(points([[20], [150, 10], [20]]), 60)
    assert breaks.tolerance == LAST_RESORT
    assert [line.excess for line in breaks.lines] == [0, 100, 0]


@given(FEW_WORDS, MEASURE)
def test_no_headline_of_so_many_lines_has_lengths_more_alike(words: Sequence[Word], measure: float) -> None:
    headline = points(words)
    breaks = balance(headline, measure, space=SPACE)
    legal = [j for j in range(1, len(headline.end) - 1) if not headline.hyphen[j]]
    last = len(headline.end) - 1
    assert covers(breaks, last)
    assert not any(line.hyphenated for line in breaks.lines)
    rated = []
    for inner in combinations(legal, len(breaks.lines) - 1):
        lines = [headline.width(i, j) for i, j in pairwise((0, *inner, last))]
        lone = len(lines) > 1 and not headline.spaces(inner[-1], last) and lines[-1] < 0.3 * measure
        if max(lines) <= measure:
            mean = sum(lines) / len(lines)
            rated.append(sum((100 * (line - mean) / measure) ** 2 for line in lines) + 1600 * lone)
    if rated:
        assert breaks.demerits == pytest.approx(min(rated), abs=1e-6)
    fewer = combinations(legal, len(breaks.lines) - 2) if len(breaks.lines) > 1 else []
    ways = [[headline.width(i, j) for i, j in pairwise((0, *inner, last))] for inner in fewer]
    assert all(max(way) > measure for way in ways)


@given(WORDS, measures())
def test_ragged_lines_cover_the_text_and_overrun_only_where_nothing_can_be_broken(
    words: Sequence[Word], measure: Measures
) -> None:
    text = points(words)
    breaks = ragged(text, measure, space=SPACE)
    assert covers(breaks, len(text.end) - 1)
    assert all(line.last == line.first + 1 for line in breaks.overfull)
    assert all((line.indent, line.measure) == measure.row(n) for n, line in enumerate(breaks.lines))
    assert breaks.forced == bool(breaks.overfull)


@given(st.lists(st.floats(4.0, 12.0).map(lambda width: [width / 2, width / 2]), min_size=2, max_size=40))
def test_ragged_text_of_short_words_is_not_hyphenated(words: Sequence[Word]) -> None:
    assert not any(line.hyphenated for line in ragged(points(words), 120).lines)


def test_ragged_text_is_hyphenated_where_a_line_would_be_a_third_empty() -> None:
    lines = ragged(points([[40], [30, 50], [60]]), 100).lines
    assert [line.hyphenated for line in lines] == [True, False, False]


def test_ragged_lines_are_filled_rather_than_counted() -> None:
    breaks = ragged(points([[20]] * 12), 118)
    assert widths(breaks)[0] == 116
    assert len(breaks.lines) == 3
