"""Crops round a focus, pixels per inch, and what an editor is told when there are too few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostic import Severity, Span
from pipeline.measure import MM
from pipeline.picture import WHOLE, Crop, Picture, crop_to, effective_ppi, probe, too_coarse
from pipeline.picture.orientation import as_stored, placed
from tests.picture_maker import MemoryFile, corners, encoded

SIDES = st.integers(1, 20_000)
PLACES = st.floats(0, 1)


def picture(width: int, height: int) -> Picture:
    return Picture("photos/a.jpg", "jpeg", width, height, 1, "rgb", False, None, True, False, False)  # noqa: FBT003


@given(SIDES, SIDES, st.floats(0.02, 50), PLACES, PLACES)
def test_a_crop_is_the_largest_of_its_aspect_and_the_focus_keeps_its_place(
    width: int, height: int, aspect: float, across: float, down: float
) -> None:
    crop = crop_to(picture(width, height), aspect, (across, down))
    assert 0 <= crop.left < crop.right <= 1
    assert 0 <= crop.top < crop.bottom <= 1
    assert crop.width * width / (crop.height * height) == pytest.approx(aspect, rel=1e-6)
    assert max(crop.width, crop.height) == pytest.approx(1)
    assert crop.left + across * crop.width == pytest.approx(across, abs=1e-9)
    assert crop.top + down * crop.height == pytest.approx(down, abs=1e-9)


def test_a_crop_to_the_pictures_own_aspect_is_the_whole_picture() -> None:
    assert crop_to(picture(3000, 2000), 1.5, (0.1, 0.9)).is_whole


@pytest.mark.parametrize(
    "aspect,focus", [(0.0, (0.5, 0.5)), (-1.0, (0.5, 0.5)), (1.0, (1.2, 0.5)), (float("nan"), (0, 0))]
)
def test_a_crop_that_cannot_be_is_an_error_of_the_caller(aspect: float, focus: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no crop"):
        crop_to(picture(3000, 2000), aspect, focus)


def test_a_crop_lies_inside_its_picture() -> None:
    with pytest.raises(ValueError, match="inside its picture"):
        Crop(0.5, 0.0, 0.4, 1.0)


def test_effective_ppi_counts_what_is_seen_in_the_poorer_direction() -> None:
    assert effective_ppi(picture(1500, 1000), WHOLE, 360, 240) == pytest.approx(300)
    assert effective_ppi(picture(1500, 1000), Crop(0, 0, 0.5, 1), 360, 240) == pytest.approx(150)
    assert effective_ppi(picture(1500, 1000), WHOLE, 360, 480) == pytest.approx(150)


def test_too_few_pixels_are_told_with_the_width_that_would_do() -> None:
    found = too_coarse(picture(318, 200), WHOLE, (84 * MM, 52 * MM), Span("issues/q/articles/almaty.md", 7, 11), "8")
    assert found is not None
    assert str(found) == (
        "issues/q/articles/almaty.md:7:11  E311  photos/a.jpg is 96 ppi at 84 mm wide; print needs 225. (page 8)"
        "  Supply a picture at least 745 px wide, or give it a smaller size."
    )


def test_a_little_too_few_pixels_are_a_warning_and_enough_are_nothing() -> None:
    soft = too_coarse(picture(600, 400), WHOLE, (216, 144))
    assert soft is not None
    assert (soft.code, soft.severity) == ("W312", Severity.WARNING)
    assert too_coarse(picture(675, 450), WHOLE, (216, 144)) is None


@given(st.integers(100, 4000), st.integers(100, 4000), st.floats(0.3, 3), PLACES)
def test_the_width_that_is_advised_is_enough(width: int, height: int, aspect: float, focus: float) -> None:
    small = picture(width, height)
    size = (2000.0, 2000.0 / aspect)
    crop = crop_to(small, aspect, (focus, focus))
    found = too_coarse(small, crop, size)
    assert found is not None
    advised = int(found.hint.split("at least ")[1].split(" px")[0])
    larger = picture(advised * 1000, advised * 1000 * height // width + 1)
    assert effective_ppi(larger, crop, *size) / 1000 >= 225 * 0.999


@given(st.integers(1, 8), PLACES, PLACES, PLACES, PLACES)
def test_a_crop_and_its_stored_form_show_the_same_place(o: int, a: float, b: float, c: float, d: float) -> None:
    left, right = sorted((a, b))
    top, bottom = sorted((c, d))
    if right - left < 1e-3 or bottom - top < 1e-3:
        return
    crop = Crop(left, top, right, bottom)
    stored = as_stored(crop, o)
    m = placed(o, crop, 10, 20, 30, 40)
    corner_points = [(stored.left, 1 - stored.top), (stored.right, 1 - stored.bottom)]
    seen = [(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]) for x, y in corner_points]
    assert sorted(x for x, _ in seen) == pytest.approx([10, 40], abs=1e-6)
    assert sorted(y for _, y in seen) == pytest.approx([20, 60], abs=1e-6)


def test_a_probed_picture_can_be_cropped() -> None:
    crop = crop_to(probe(MemoryFile(encoded(corners()))), 1.0, (0.0, 0.5))
    assert crop.left == 0.0
    assert crop.right == pytest.approx(2 / 3)
