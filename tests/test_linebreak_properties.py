"""Line breaking over paragraphs of all kinds: what holds of every broken paragraph, and that none is broken better."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.linebreak import Breaks, Measures, Policy, break_paragraph
from tests.paragraphs import FEW_WORDS, MEASURE, SPACE, SPACING, WORDS, Way, Word, best_way, every_way, measures, points

POLICY = Policy()
STEEP = Policy(hyphen=30.0, adjacent=3000.0, runt=5000.0, last_hyphen=500.0, least_last=9.0)


def positions(breaks: Breaks) -> list[int]:
    return [breaks.lines[0].first, *(line.last for line in breaks.lines)]


@given(WORDS, measures())
def test_lines_follow_one_another_from_the_first_word_to_the_last(words: Sequence[Word], measure: Measures) -> None:
    paragraph = points(words)
    breaks = break_paragraph(paragraph, measure, SPACING, POLICY)
    assert breaks.lines[0].first == 0
    assert breaks.lines[-1].last == len(paragraph.end) - 1
    assert all(one.last == other.first for one, other in pairwise(breaks.lines))
    assert all(line.first < line.last for line in breaks.lines)


@given(WORDS, measures())
def test_every_line_but_the_last_fills_its_own_measure_unless_the_last_resort_set_it(
    words: Sequence[Word], measure: Measures
) -> None:
    breaks = break_paragraph(points(words), measure, SPACING, POLICY)
    for number, line in enumerate(breaks.lines):
        drawn = (line.natural - line.spaces * SPACE) * line.scale + line.spaces * line.space
        assert (line.indent, line.measure) == measure.row(number)
        if line is breaks.lines[-1] or (breaks.forced and not line.spaces):
            assert drawn <= line.measure + line.excess + 1e-6
        else:
            assert drawn == pytest.approx(line.measure + line.excess, abs=1e-5)


@given(WORDS, measures())
def test_glyphs_and_spaces_give_no_more_than_the_pass_allows(words: Sequence[Word], measure: Measures) -> None:
    breaks = break_paragraph(points(words), measure, SPACING, POLICY)
    loosest, tightest = POLICY.tolerances[-1 if breaks.forced else int(breaks.tolerance) - 1]
    for line in breaks.lines:
        assert abs(line.scale - 1) <= SPACING.expand + 1e-9
        assert line.space >= SPACE - tightest * SPACING.shrink - 1e-6
        if not breaks.forced:
            assert line.space <= SPACE + loosest * SPACING.stretch + 1e-6
            assert not line.excess


@given(WORDS, measures())
def test_three_lines_in_a_row_never_end_in_a_hyphen_within_the_tolerances(
    words: Sequence[Word], measure: Measures
) -> None:
    breaks = break_paragraph(points(words), measure, SPACING, POLICY)
    hyphens = [line.hyphenated for line in breaks.lines]
    if not breaks.forced:
        assert not any(all(run) for run in zip(hyphens, hyphens[1:], hyphens[2:], strict=False))


@given(FEW_WORDS, measures(), st.sampled_from([POLICY, STEEP]))
def test_no_way_has_fewer_demerits_in_the_first_pass_that_has_any_but_for_runts(
    words: Sequence[Word], measure: Measures, policy: Policy
) -> None:
    paragraph = points(words)
    breaks = break_paragraph(paragraph, measure, SPACING, policy)
    best = best_way(paragraph, measure, policy)
    assert breaks.forced == (best is None)
    if best:
        assert breaks.tolerance == best[1]
        assert breaks.demerits == pytest.approx(best[0].demerits, rel=1e-6)


@given(FEW_WORDS, MEASURE, st.floats(0.0, 30.0), st.sampled_from([-1, 1, 2]))
def test_looseness_gives_the_best_way_with_so_many_lines_more_or_the_nearest_to_it(
    words: Sequence[Word], measure: float, indent: float, looseness: int
) -> None:
    paragraph, column = points(words), Measures.indented(measure, indent / 2)
    plain = break_paragraph(paragraph, column, SPACING, POLICY)
    if plain.forced:
        return
    loose = break_paragraph(paragraph, column, SPACING, POLICY, looseness)
    tried = POLICY.tolerances[int(plain.tolerance) - 1 :]
    found = [every_way(paragraph, column, POLICY, tolerance) for tolerance in tried]
    lines = len(plain.lines)
    wanted = range(lines + looseness, lines, 1 if looseness < 0 else -1)
    best = next((way for count in wanted for ways in found if (way := _best(ways, count))), None)
    assert len(loose.lines) == (best.lines if best else lines)
    assert loose.demerits == pytest.approx(best.demerits if best else plain.demerits, rel=1e-6)


def _best(ways: Sequence[Way], lines: int) -> Way | None:
    return min((way for way in ways if way.lines == lines), default=None, key=lambda way: way.demerits)


@given(WORDS, MEASURE)
def test_rows_like_the_tail_change_nothing(words: Sequence[Word], measure: float) -> None:
    paragraph = points(words)
    alike = Measures((0.0, measure), ((0.0, measure),) * 4)
    assert break_paragraph(paragraph, alike, SPACING, POLICY) == break_paragraph(paragraph, measure, SPACING, POLICY)


@given(WORDS, st.floats(5.0, 200.0))
def test_the_last_resort_overruns_the_measure_only_by_pieces_that_cannot_be_broken(
    words: Sequence[Word], measure: float
) -> None:
    breaks = break_paragraph(points(words), measure, SPACING, POLICY)
    assert all(line.last == line.first + 1 for line in breaks.overfull)
    assert positions(breaks) == sorted(set(positions(breaks)))
