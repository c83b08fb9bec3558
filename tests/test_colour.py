"""Swatches: sRGB as designers write it, contrast and ink."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.colour import BLACK, WHITE, Swatch, contrast, parse_srgb

BYTES = st.integers(0, 255)
SHARES = st.floats(0, 1)
SWATCHES = st.builds(
    Swatch, st.just("any"), st.tuples(SHARES, SHARES, SHARES), st.tuples(SHARES, SHARES, SHARES, SHARES)
)


@given(BYTES, BYTES, BYTES)
def test_six_hexadecimal_digits_are_three_shares(red: int, green: int, blue: int) -> None:
    assert parse_srgb(f"#{red:02x}{green:02X}{blue:02x}") == (red / 255, green / 255, blue / 255)


@pytest.mark.parametrize("text", ["#fff", "0b3c49", "#0b3c4", "#0b3c49ff", "#0b3g49", "red", ""])
def test_other_notations_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="six hexadecimal digits, as in '#0b3c49'"):
        parse_srgb(text)


def test_black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_none() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(BLACK, BLACK) == 1


def test_the_contrast_of_a_known_grey_is_that_of_the_wcag_calculators() -> None:
    grey = Swatch("grey", parse_srgb("#767676"), (0, 0, 0, 0.6))
    assert contrast(grey, WHITE) == pytest.approx(4.54, abs=0.005)


@given(SWATCHES, SWATCHES)
def test_contrast_does_not_ask_which_colour_is_the_ground(one: Swatch, other: Swatch) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_ink_is_the_sum_of_the_four_process_colours() -> None:
    assert Swatch("rich", (0, 0, 0), (0.6, 0.5, 0.5, 1.0)).ink_share == pytest.approx(2.6)
