"""Galleys as numbers: where columns may end, how deep they are, and the least depth that holds the rest."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.galley import Galley, Unit, depth
from pipeline.galley.units import kept

UNITS = st.lists(
    st.builds(
        lambda rows, before, after, breakable: Unit(rows, (), before, after, breakable=breakable),
        st.integers(1, 6), st.integers(0, 2), st.integers(0, 2), st.booleans(),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


def breakable_at(units: Sequence[Unit], stop: int) -> bool:
    """Whether a column may end before unit ``stop``."""
    return stop in {0, len(units)} or units[stop - 1].breakable


@given(UNITS)
def test_the_depth_of_a_stretch_is_that_of_its_stack(units: list[Unit]) -> None:
    galley = Galley.of(units, 100.0)
    for start in range(len(units) + 1):
        for stop in range(start, len(units) + 1):
            assert galley.depth(start, stop) == depth(units[start:stop])


@given(UNITS, st.integers(0, 40))
def test_a_column_takes_as_many_units_as_fit_and_ends_where_it_may(units: list[Unit], room: int) -> None:
    galley = Galley.of(units, 100.0)
    for start in range(len(units)):
        fitting = [
            stop
            for stop in range(start + 1, len(units) + 1)
            if depth(units[start:stop]) <= room and breakable_at(units, stop)
        ]
        assert galley.fill(start, room) == max(fitting, default=start)


@given(UNITS, st.lists(st.integers(0, 8), min_size=1, max_size=3), st.integers(0, 50))
def test_level_columns_are_as_shallow_as_they_can_be(units: list[Unit], offsets: list[int], room: int) -> None:
    """No column is shallower than what stands in it beside the text, which ``offsets`` are the rows of."""
    galley = Galley.of(units, 100.0)

    def holds(height: int) -> bool:
        stop = 0
        for offset in offsets:
            stop = galley.fill(stop, height - offset)
        return stop == len(units)

    found = galley.level(0, offsets, room)
    enough = [height for height in range(max(offsets), room + 1) if holds(height)]
    assert found is None or (found <= room and holds(found))
    assert (found is None) <= (not enough)
    if found is not None and enough:
        assert found <= enough[0]


@given(st.integers(1, 9))
def test_neither_the_first_nor_the_last_line_of_a_paragraph_can_be_alone(count: int) -> None:
    galley = Galley.of(kept([Unit(1, ()) for _ in range(count)]), 100.0)
    for room in range(1, count + 1):
        stop = galley.fill(0, room)
        assert stop in {0, count} or (stop >= 2 and count - stop >= 2)


def test_space_before_and_after_falls_away_at_the_ends_of_a_column_and_does_not_add_up_between() -> None:
    units = [Unit(2, (), before=3, after=1), Unit(1, (), before=2, after=4), Unit(1, ())]
    assert depth(units) == 2 + 2 + 1 + 4 + 1
    assert depth(units[:1]) == 2
    assert depth([]) == 0
