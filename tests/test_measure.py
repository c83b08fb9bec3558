"""Lengths as designers write them, and boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.measure import MM, Box, parse_length

SIZES = st.floats(0.5, 500)
PLACES = st.floats(-500, 500)
BOXES = st.builds(Box, PLACES, PLACES, SIZES, SIZES)


@pytest.mark.parametrize(
    "text, points",
    [("72pt", 72), ("1in", 72), ("25.4mm", 72), ("2.54 cm", 72), (" 9.5pt ", 9.5), ("-3mm", -3 * MM), ("0", 0)],
)
def test_a_length_is_a_number_and_a_unit(text: str, points: float) -> None:
    assert parse_length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["12", "pt", "9,5pt", "9.5 px", "1e3pt", "", "nan pt", "12ptx", "٣pt pt"])
def test_what_is_no_length_is_refused_with_an_example_of_one(text: str) -> None:
    with pytest.raises(ValueError, match="write a number and a unit, as in 15mm"):
        parse_length(text)


@given(BOXES, st.floats(0, 50))
def test_a_grown_box_contains_the_box_and_shrinks_back(box: Box, by: float) -> None:
    grown = box.grown(by)
    assert grown.contains(box)
    assert grown.grown(-by).left == pytest.approx(box.left)
    assert grown.grown(-by).width == pytest.approx(box.width)


@given(BOXES, PLACES, PLACES)
def test_a_moved_box_keeps_its_size_and_moves_its_edges(box: Box, dx: float, dy: float) -> None:
    moved = box.moved(dx, dy)
    assert (moved.width, moved.height) == (box.width, box.height)
    assert moved.right == pytest.approx(box.right + dx)
    assert moved.bottom == pytest.approx(box.bottom + dy)


@given(BOXES, BOXES)
def test_two_boxes_contain_each_other_only_if_they_are_the_same(one: Box, other: Box) -> None:
    if one.contains(other) and other.contains(one):
        assert one.left == pytest.approx(other.left, abs=0.02)
        assert one.bottom == pytest.approx(other.bottom, abs=0.02)


def test_a_box_knows_its_edges_and_its_shape() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom, box.aspect) == (40, 60, 0.75)
    assert not box.contains(Box(9, 20, 30, 40))
