"""The reader of columns: what is level on a page and what is not, and the sample's columns in all layouts."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.measure import Box
from tests.columns import Band, Region, bands, bands_of
from tests.fullness import in_layout
from tests.printed import Printed, Type
from tests.specimen import Specimen

LEADING, LEFTS, WIDTH = 12.0, (40.0, 300.0), 248.0
WHOLE = Region(0, "All", 0.0, 1000.0)


def line(column: int, row: int, size: float = 9.5, width: float = WIDTH) -> Type:
    """A line on a row of one of two columns."""
    y = 100 + row * LEADING
    return Type(LEFTS[column], y, Box(LEFTS[column], y - 7, width, 9), size, "a line of so many words")


def column(number: int, rows: range) -> tuple[Type, ...]:
    return tuple(line(number, row) for row in rows)


def photo(left: float, right: float, first: int, last: int) -> Box:
    """A photo over these rows."""
    top = 100 + (first - 1) * LEADING + 6
    return Box(left, top, right - left, 100 + last * LEADING - top)


def only(page: Printed, *more: Region) -> list[Band]:
    return bands_of([page], more or [WHOLE])


def test_two_columns_that_end_on_one_row_are_level() -> None:
    (band,) = only(Printed(column(0, range(20)) + column(1, range(20)), (), ()))
    assert band.uneven == 0
    assert len(band.ends) == 2


def test_a_column_that_ends_higher_is_told_with_its_rows() -> None:
    (band,) = only(Printed(column(0, range(20)) + column(1, range(17)), (), ()))
    assert (band.page, band.title, band.uneven) == (1, "All", 3)


def test_an_empty_column_is_as_uneven_as_the_other_is_deep() -> None:
    full = Printed(column(0, range(20)) + column(1, range(20)), (), ())
    found = bands_of([full, full, Printed(column(0, range(5)), (), ())], [Region(2, "Short", 0.0, 1000.0)])
    assert [band.uneven for band in found] == [5]


def test_a_photo_in_a_column_ends_it_and_its_caption_with_it() -> None:
    type_ = column(0, range(20)) + column(1, range(10)) + (line(1, 19, 8.0, 60.0),)
    (band,) = only(Printed(type_, (photo(300, 548, 11, 18),), ()))
    assert band.uneven == 0


def test_text_above_a_photo_across_the_page_is_judged_by_itself() -> None:
    type_ = column(0, range(10)) + column(1, range(8)) + column(0, range(30, 35)) + column(1, range(30, 35))
    found = only(Printed(type_, (photo(40, 548, 12, 27),), ()))
    assert [band.uneven for band in found] == [2, 0]


def test_two_articles_on_a_page_are_told_apart() -> None:
    type_ = column(0, range(10)) + column(1, range(10)) + column(0, range(20, 30)) + column(1, range(20, 29))
    found = only(Printed(type_, (), ()), Region(0, "One", 0.0, 280.0), Region(0, "Two", 280.0, 1000.0))
    assert [(band.title, band.uneven) for band in found] == [("One", 0), ("Two", 1)]


def test_a_headline_in_a_column_of_its_own_need_not_end_with_the_text() -> None:
    head = tuple(line(0, row, 20.0) for row in (1, 3, 5))
    full = Printed(column(0, range(20)) + column(1, range(20)), (), ())
    for top in ((), (photo(40, 548, -10, -2),)):
        page = Printed(head + column(1, range(14)), top, ())
        (band,) = bands_of([full, full, page], [Region(2, "Head", 0.0, 1000.0)])
        assert (len(band.ends), band.uneven) == (1, 0)


def test_folios_below_the_type_are_no_part_of_a_column() -> None:
    foot = line(0, 23, 9.5, 10.0)
    (band,) = only(Printed((*column(0, range(20)), *column(1, range(20)), foot), (), ()))
    assert band.uneven == 0


def test_white_above_what_stands_at_the_foot_of_a_column_is_told() -> None:
    type_ = column(0, range(20)) + column(1, range(8))
    (band,) = only(Printed(type_, (photo(300, 548, 15, 19),), ()))
    assert (band.uneven, band.white) == (0, 7)


def uneven(specimen: Specimen) -> list[str]:
    """The pages of articles whose columns end on unlike rows."""
    document = pdfium.PdfDocument(specimen.data)
    found = [f"page {band.page}: {band.ends}, {band.title}" for band in bands(document) if band.uneven]
    document.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["voice", "bulletin", "pocket"])
def test_columns_of_the_sample_end_on_the_same_row(tmp_path: Path, layout: str) -> None:
    assert uneven(in_layout(tmp_path, "2023-q2", layout)) == []


def test_every_page_of_an_article_of_the_sample_is_read(sample: Specimen) -> None:
    document = pdfium.PdfDocument(sample.data)
    read = {band.page for band in bands(document)}
    document.close()
    assert {page.number for page in sample.makeup.pages if page.kind == "article"} <= read
