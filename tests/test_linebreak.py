"""Line breaking by small cases that a person can check: spaces, hyphens, last lines, measures and the last resort."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.linebreak import LAST_RESORT, Breakpoints, Measures, Policy, Spacing, break_paragraph
from tests.paragraphs import SPACE, SPACING, points

POLICY = Policy()


def test_a_short_paragraph_is_one_line_at_its_natural_width() -> None:
    (line,) = break_paragraph(points([[30], [20]]), 100, SPACING, POLICY).lines
    assert (line.first, line.last, line.natural, line.spaces) == (0, 2, 54, 1)
    assert (line.space, line.scale, line.ratio, line.excess) == (SPACE, 1, 0, 0)


def test_glyphs_give_before_spaces_do() -> None:
    words = [[20]] * 8
    first = break_paragraph(points(words), 93.5, SPACING, POLICY).lines[0]
    assert first.spaces == 3
    assert first.space == SPACE
    assert first.scale == pytest.approx(81.5 / 80)
    first = break_paragraph(points(words), 96.6, SPACING, POLICY).lines[0]
    assert first.scale == pytest.approx(1.02)
    assert first.space == pytest.approx(SPACE + 1)
    assert first.ratio == pytest.approx(0.5)


def test_without_expansion_only_spaces_give() -> None:
    first = break_paragraph(points([[20]] * 8), 93.5, Spacing.of(SPACE, expand=0), POLICY).lines[0]
    assert first.scale == 1
    assert first.space == pytest.approx(SPACE + 0.5)


def test_a_word_is_hyphenated_where_the_line_would_be_too_loose_without() -> None:
    breaks = break_paragraph(points([[40], [30], [25, 25], [30], [40]]), 105, SPACING, POLICY)
    assert [line.hyphenated for line in breaks.lines] == [True, False]
    breaks = break_paragraph(points([[40], [30], [25], [25], [30], [40]]), 105, SPACING, POLICY)
    assert not any(line.hyphenated for line in breaks.lines)


def test_the_callers_penalty_keeps_a_line_from_ending_there() -> None:
    words = [[20]] * 9
    plain = points(words)
    free = break_paragraph(plain, 92, SPACING, POLICY)
    assert free.lines[0].last == 4
    dear = replace(plain, penalty=[1e5 if j == 4 else 0.0 for j in range(10)])
    loose = Policy(tolerances=((10, 1),))
    assert break_paragraph(dear, 92, SPACING, loose).lines[0].last != 4


def test_a_runt_is_avoided_where_the_lines_before_can_give() -> None:
    words = [[11]] * 10 + [[10]]
    careless, careful = (Policy(tolerances=((10, 1),), runt=runt) for runt in (0, 1e8))
    alone = break_paragraph(points(words), 71, SPACING, careless).lines[-1]
    assert (alone.spaces, alone.natural) == (0, 10)
    assert break_paragraph(points(words), 71, SPACING, careful).lines[-1].spaces == 1


def test_a_last_line_is_never_shorter_than_the_least_the_caller_allows() -> None:
    words = [[23]] * 9 + [[15]]
    policy = Policy(runt=0, least_last=20)
    assert break_paragraph(points(words), 77, SPACING, Policy(runt=0)).lines[-1].natural == 15
    assert break_paragraph(points(words), 77, SPACING, policy).lines[-1].natural >= 20


def test_a_hyphen_before_the_last_line_is_avoided_for_its_price() -> None:
    words = [[20], [20], [20], [20, 20]]
    cheap = Policy(tolerances=((10, 1),), last_hyphen=0, lone_share=0, hyphen=0)
    assert break_paragraph(points(words), 95, SPACING, cheap).lines[-2].hyphenated
    dear = replace(cheap, last_hyphen=1e10)
    assert not break_paragraph(points(words), 95, SPACING, dear).lines[-2].hyphenated


def test_lines_beside_a_picture_have_their_own_measures_and_indents() -> None:
    rows = ((0.0, 92.0), (40.0, 44.0), (40.0, 44.0))
    breaks = break_paragraph(points([[20]] * 16), Measures((0.0, 92.0), rows), SPACING, POLICY)
    assert [line.spaces + 1 for line in breaks.lines] == [4, 2, 2, 4, 4]
    assert [line.indent for line in breaks.lines] == [0, 40, 40, 0, 0]
    assert [line.measure for line in breaks.lines] == [92, 44, 44, 92, 92]


def test_a_first_line_may_hang_out_or_in() -> None:
    words = [[20]] * 10
    inward = break_paragraph(points(words), Measures.indented(92, 24), SPACING, POLICY)
    assert [line.spaces + 1 for line in inward.lines] == [3, 4, 3]
    assert inward.lines[0].indent == 24
    outward = break_paragraph(points(words), Measures((24, 68), ((0, 92),)), SPACING, POLICY)
    assert [line.spaces + 1 for line in outward.lines] == [4, 3, 3]


def test_looseness_makes_a_paragraph_a_line_longer_or_shorter_if_it_can_be() -> None:
    words = [[12]] * 40
    plain = break_paragraph(points(words), 110, SPACING, POLICY)
    longer = break_paragraph(points(words), 110, SPACING, POLICY, looseness=1)
    assert len(longer.lines) == len(plain.lines) + 1
    assert longer.demerits > plain.demerits
    tight = points([[8]] * 18)
    assert len(break_paragraph(tight, 99, SPACING, POLICY).lines) == 3
    assert len(break_paragraph(tight, 99, SPACING, POLICY, looseness=-1).lines) == 2
    assert len(break_paragraph(tight, 99, SPACING, POLICY, looseness=-2).lines) == 2


def test_a_word_wider_than_the_measure_stands_alone_and_is_reported() -> None:
    breaks = break_paragraph(points([[20], [20], [150], [20], [20]]), 60, SPACING, POLICY)
    assert breaks.tolerance == LAST_RESORT
    assert breaks.forced
    (wide,) = breaks.overfull
    assert (wide.natural, wide.spaces) == (150, 0)
    assert wide.excess == pytest.approx(150 * 0.98 - 60)
    assert [line.natural for line in breaks.lines] == [44, 150, 44]


def test_the_last_resort_hyphenates_three_times_in_a_row_only_if_nothing_else_can_be_done() -> None:
    one_word = break_paragraph(points([[30] * 8]), 70, SPACING, POLICY)
    assert one_word.forced
    assert [line.hyphenated for line in one_word.lines] == [True, True, True, False]
    words = [[30, 30], [30, 30], [30, 30], [30, 30], [200]]
    spared = break_paragraph(points(words), 104, SPACING, POLICY)
    hyphens = "".join("-" if line.hyphenated else "." for line in spared.lines)
    assert spared.forced
    assert "---" not in hyphens


def test_a_line_that_is_too_loose_for_every_tolerance_is_reported() -> None:
    breaks = break_paragraph(points([[10], [10], [90], [10]]), 100, SPACING, POLICY)
    assert breaks.forced
    assert not breaks.overfull
    assert breaks.lines[0].space > 10 * SPACE


def test_measures_are_compared_by_their_lengths_not_by_where_lines_begin() -> None:
    measures = Measures((0, 90), ((12, 78), (0, 90), (5, 90)))
    assert measures.trimmed() == ((12, 78),)
    assert measures.row(0) == (12, 78)
    assert measures.row(2) == (5, 90)
    assert measures.row(7) == (0, 90)


def test_sequences_of_unlike_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        Breakpoints([0, 1], [0, 1], [0, 0], [0, 1], [0], [False, False])
    with pytest.raises(ValueError, match="at least 2"):
        Breakpoints([0], [0], [0], [0], [0], [False])
