"""What a galley knows of columns: end marks, tables that are cut, footnotes at the foot, lists, and no runts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.galley import Galley, Unit
from pipeline.page import RuleItem, TextItem
from tests.composing import MEASURE, SIZE, WORDS, galley, lines, styled, texts
from tests.issue_desk import Desk
from tests.specimen import finished

MARK = 'end_mark: {text: "■", colour: house}'
searched = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def marks(units: list[Unit] | tuple[Unit, ...]) -> list[str]:
    """The last run of each line that ends in an end mark, with what the line says."""
    ends = [(item.line.segments[-1], item.line.text) for item in lines(units)]
    return [said for segment, said in ends if segment.runs[-1][0].text.endswith("■")]


# ---------------------------------------------------------------------- end marks


def test_the_end_mark_closes_the_last_line_in_its_colour_and_says_nothing(desk: Desk) -> None:
    made = galley(styled(desk, MARK), f"{WORDS * 3}\n\nThe end.\n")
    assert marks(made.units) == ["The end."]
    segment = lines(made.units)[-1].line.segments[-1]
    assert segment.swatch.name == "house"
    assert not segment.actual.strip()


@given(measure=st.floats(110.0, 300.0), count=st.integers(20, 60))
@searched
def test_the_end_mark_is_never_alone_on_a_line(desk: Desk, measure: float, count: int) -> None:
    made = galley(styled(desk, MARK), " ".join((WORDS * 5).split()[:count]), measure)
    last = lines(made.units)[-1]
    assert marks(made.units) == [last.line.text]
    assert last.line.text.strip()


ENDINGS = {
    "a list": "Text.\n\n- one\n- two",
    "a quotation": "Text.\n\n> one\n>\n> two",
    "a box behind it": "Text and two\n\n::: box Title\nWords.\n:::",
    "a footnote": "Text and two[^a]\n\n[^a]: A note.",
}


@pytest.mark.parametrize("body", ENDINGS.values(), ids=ENDINGS)
def test_the_end_mark_stands_where_the_running_text_ends_with(desk: Desk, body: str) -> None:
    (said,) = marks(galley(styled(desk, MARK), body).units)
    assert said.rstrip("1").endswith("two")


@pytest.mark.parametrize("body", ["Text.\n\n| a |\n|---|\n| b |", ""])
def test_there_is_no_end_mark_behind_a_table_or_nothing(desk: Desk, body: str) -> None:
    assert marks(galley(styled(desk, MARK), body).units) == []


def test_there_is_no_end_mark_in_a_text_that_is_signed(desk: Desk) -> None:
    assert marks(galley(styled(desk, MARK), "Text.", signed=True).units) == []


def test_the_end_mark_is_drawn_and_not_read(desk: Desk) -> None:
    styled(desk, MARK).changed(', credit: "Photo: A. B."', "").body(WORDS * 9)
    made = finished(desk.project)
    drawn = [i for page in made.makeup.pages for i in page.items if isinstance(i, TextItem)]
    assert any("■" in run.text for item in drawn for s in item.line.segments for run, _ in s.runs)
    assert "■" not in " ".join(made.paper.pages)


# ---------------------------------------------------------------------- tables


def table(rows: int) -> str:
    return "| Country | Members |\n|---|---:|\n" + "".join(f"| Land {i} | {i * 37} |\n" for i in range(rows))


def columns(made: Galley, room: int) -> list[list[Unit]]:
    """What stands in each column when all are so deep."""
    found, start = [], 0
    while start < len(made):
        stop = made.fill(start, room)
        assert stop > start
        assert made.depth(start, stop) <= room
        placed = [*made.column(start, stop), *made.foot(start, stop, room)]
        spans = sorted((row, row + unit.rows) for row, unit in placed)
        assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
        assert all(begin >= 0 and end <= room for begin, end in spans)
        found.append([unit for _, unit in placed])
        start = stop
    return found


def test_a_short_table_stays_whole(desk: Desk) -> None:
    made = galley(styled(desk), f"{WORDS * 2}\n\n{table(20)}")
    assert [unit.rows for unit in made.units if unit.kind == "table"] == [21]


def test_a_long_table_is_cut_between_rows_and_its_head_stands_above_each_part(desk: Desk) -> None:
    made = galley(styled(desk), f"{WORDS * 2}\n\n{table(60)}")
    parts = [column for column in columns(made, 22) if any(unit.kind == "table" for unit in column)]
    assert len(parts) >= 3
    for part in parts:
        assert texts([unit for unit in part if unit.kind == "table"])[:2] == ["Country", "Members"]
    said = [text for part in parts for text in texts(part) if text.startswith("Land")]
    assert said == [f"Land {i}" for i in range(60)]


def test_the_head_of_a_table_is_read_once(desk: Desk) -> None:
    made = galley(styled(desk), table(60))
    heads = [i for part in columns(made, 22) for i in lines(part) if i.line.text.strip() in {"Country", "Members"}]
    assert [item.role for item in heads].count("TH") == 2
    assert {item.role for item in heads[2:]} == {"Artifact"}


def test_a_table_is_not_cut_behind_its_head_or_before_its_last_row(desk: Desk) -> None:
    made = galley(styled(desk), table(40))
    assert [unit.breakable for unit in made.units[:4]] == [False, False, True, True]
    assert [unit.breakable for unit in made.units[-3:]] == [True, False, True]


def test_figures_in_a_column_that_is_set_right_end_on_one_line(desk: Desk) -> None:
    made = lines(galley(styled(desk), table(12)).units)
    ends = {round(item.x + item.line.width, 3) for item in made if item.line.text.strip().isdigit()}
    assert ends == {MEASURE}


# ---------------------------------------------------------------------- footnotes


def noted(count: int) -> str:
    """Paragraphs with a footnote in every second one."""
    paragraphs = [f"{WORDS * 2}here{f'[^{i}]' if i % 2 else ''}. {WORDS}" for i in range(count)]
    return "\n\n".join(paragraphs) + "".join(f"\n\n[^{i}]: Note {i}, {WORDS}" for i in range(1, count, 2))


def test_a_footnote_stands_at_the_foot_of_the_column_that_has_its_mark(desk: Desk) -> None:
    made = galley(styled(desk), noted(12))
    for column in columns(made, 30):
        raised = [r.text for i in lines(column) for s in i.line.segments if s.rise > 0 for r, _ in s.runs]
        notes = [unit for unit in column if unit.kind == "note"]
        assert [texts([note])[0].split()[0] for note in notes] == raised
    assert sum(len(unit.notes) for unit in made.units) == 6


def test_the_last_footnote_ends_with_the_column_under_a_short_rule(desk: Desk) -> None:
    made = galley(styled(desk), noted(4))
    placed = list(made.foot(0, len(made), 50))
    assert placed[-1][0] + placed[-1][1].rows == 50
    rules = [item for _, unit in placed for item in unit.items if isinstance(item, RuleItem)]
    assert [round(rule.x1 - rule.x0, 2) for rule in rules] == [MEASURE / 4]
    assert made.depth(0, len(made)) == made.ends[-1] + sum(unit.rows for _, unit in placed)


@given(room=st.integers(14, 70), count=st.integers(1, 9), rows=st.integers(0, 40))
@searched
def test_columns_of_any_depth_hold_all_text_and_notes_once_and_nothing_overlaps(
    desk: Desk, room: int, count: int, rows: int
) -> None:
    made = galley(styled(desk), f"{noted(count)}\n\n{table(rows)}")
    found = columns(made, max(room, 26))
    placed = [id(unit) for column in found for unit in column]
    wanted = [unit for own in made.units for unit in (own, *own.notes)]
    assert sorted(i for i in placed if i in {id(unit) for unit in wanted}) == sorted(id(unit) for unit in wanted)


@given(count=st.integers(1, 9), taken=st.lists(st.integers(0, 12), min_size=1, max_size=3))
@searched
def test_levelled_columns_are_the_least_that_hold_the_text(desk: Desk, count: int, taken: list[int]) -> None:
    made = galley(styled(desk), noted(count))
    height = made.level(0, taken, 400)
    assert height is not None

    def end(depth: int) -> int:
        stop = 0
        for rows in taken:
            stop = made.fill(stop, depth - rows)
        return stop

    assert end(height) == len(made)
    assert end(height - 1) < len(made)


def test_a_footnote_that_would_fill_the_column_stands_behind_the_text(desk: Desk) -> None:
    made = galley(styled(desk), f"Text[^a] and[^b].\n\n[^a]: {WORDS * 20}\n\n[^b]: Short.\n")
    assert made.units[-1].kind == "note"
    assert [texts(unit.notes) for unit in made.units if unit.notes] == [["2 Short."]]


# ---------------------------------------------------------------------- lists


def test_labels_hang_within_the_column_however_many_digits_they_have(desk: Desk) -> None:
    body = "\n".join(f"{i}. {WORDS}" for i in range(98, 102))
    made = lines(galley(styled(desk), body).units)
    labels = [item for item in made if item.role == "Lbl"]
    assert [item.line.text.strip() for item in labels] == ["98.", "99.", "100.", "101."]
    edge = min(item.x for item in made if item.role == "LBody")
    for label in labels:
        assert label.x >= 0
        assert 0.2 * SIZE < edge - label.x - label.line.width < SIZE
    assert len({round(item.x, 3) for item in made if item.role == "LBody"}) == 1


def test_a_list_in_a_list_is_set_further_in(desk: Desk) -> None:
    made = lines(galley(styled(desk), "- one\n  - two\n    1. three\n").units)
    bodies = [item.x for item in made if item.role == "LBody"]
    assert bodies[0] < bodies[1] < bodies[2]


def test_a_second_paragraph_of_an_item_is_marked_by_its_indent(desk: Desk) -> None:
    made = lines(galley(styled(desk), f"- one\n\n  {WORDS * 2}\n").units)
    first, second, third, *_ = [item.x for item in made if item.role == "LBody"]
    assert second == pytest.approx(first + 8.0)
    assert third == pytest.approx(first)


def test_neither_the_first_line_of_a_list_nor_its_last_is_parted_from_the_rest(desk: Desk) -> None:
    made = galley(styled(desk), "- one\n- two\n- three\n- four\n- five\n")
    assert [unit.breakable for unit in made.units] == [False, True, True, False, True]


# ---------------------------------------------------------------------- glyph scaling


@given(count=st.integers(20, 90), measure=st.floats(150.0, 260.0))
@searched
def test_glyphs_give_way_by_no_more_than_two_per_cent(desk: Desk, count: int, measure: float) -> None:
    made = galley(styled(desk), " ".join((WORDS * 6).split()[:count]), measure)
    assert all(abs(item.line.scale - 1) <= 0.02 + 1e-9 for item in lines(made.units))
