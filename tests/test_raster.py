"""Pages as pictures: what is seen, of which box, in how many pixels."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from pipeline.measure import Box
from pipeline.pdf import Area, DocumentCanvas, PageBoxes
from pipeline.raster import Undrawable, opened, page_picture
from tests.pdf_samples import RED, document

BLEEDING = PageBoxes(300, 200, 9, 20)


def corner(canvas: DocumentCanvas) -> None:
    """A red square of 100 points in the trim's upper left corner, with its bleed."""
    canvas.fill_rect(Area(-9, 100, 100, 209), RED)


def empty(_: DocumentCanvas) -> None:
    """A page without anything."""


SAMPLE = document(corner, empty, boxes=BLEEDING)


def pixels(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def is_red(colour: object) -> bool:
    assert isinstance(colour, tuple)
    return bool(colour[0] > 200 and colour[1] < 60)


def test_a_picture_is_as_wide_as_was_asked_and_shows_the_trim() -> None:
    made = page_picture(SAMPLE, 1, 600)
    image = pixels(made.data)
    assert (made.width, made.height) == image.size == (600, 400)
    assert made.frame == Box(0, 0, 300, 200)
    assert is_red(image.getpixel((2, 2)))
    assert is_red(image.getpixel((195, 195)))
    assert image.getpixel((210, 195)) == image.getpixel((195, 210)) == (255, 255, 255)


def test_the_bleed_and_the_sheet_are_seen_where_they_are_asked_for() -> None:
    bleed, media = page_picture(SAMPLE, 1, 318, "bleed"), page_picture(SAMPLE, 1, 358, "media")
    assert bleed.frame == Box(-9, -9, 318, 218)
    assert media.frame == Box(-29, -29, 358, 258)
    assert is_red(pixels(bleed.data).getpixel((2, 2)))
    assert pixels(media.data).getpixel((2, 2)) == (255, 255, 255)
    assert is_red(pixels(media.data).getpixel((24, 24)))


def test_any_part_of_a_page_is_seen_as_far_as_the_sheet_reaches() -> None:
    with opened(SAMPLE) as pages:
        part = pages.picture(1, 200, Box(90, 90, 20, 20))
        beyond = pages.picture(1, 90, Box(-49, -29, 40, 30))
        whole = pages.picture(1, 600)
        assert pages.frame(1) == Box(0, 0, 300, 200)
    image = pixels(part.data)
    assert image.size == (200, 200)
    assert is_red(image.getpixel((80, 80)))
    assert image.getpixel((120, 80)) == image.getpixel((80, 120)) == (255, 255, 255)
    assert beyond.frame == Box(-29, -29, 20, 30)
    assert whole == page_picture(SAMPLE, 1, 600)


def test_a_page_without_a_trim_stays_as_large_as_it_is_however_often_it_is_seen() -> None:
    with pikepdf.open(BytesIO(SAMPLE)) as pdf:
        del pdf.pages[0].obj.TrimBox
        stream = BytesIO()
        pdf.save(stream)
    with opened(stream.getvalue()) as pages:
        pages.picture(1, 50, Box(10, 10, 20, 20))
        assert pages.picture(1, 358).frame == Box(0, 0, 358, 258)


@pytest.mark.parametrize("width", [1, 7, 199, 333, 1024])
def test_any_width_is_met(width: int) -> None:
    made = page_picture(SAMPLE, 2, width)
    assert (made.width, pixels(made.data).width) == (width, width)


def test_the_same_bytes_give_the_same_picture_alone_and_among_others() -> None:
    alone = page_picture(SAMPLE, 1, 240)
    with opened(SAMPLE) as pages:
        assert len(pages) == 2
        assert [pages.picture(number, 240) for number in (2, 1, 1)][1:] == [alone, alone]


def test_a_page_that_is_turned_is_shown_as_it_was_painted() -> None:
    with pikepdf.open(BytesIO(SAMPLE)) as pdf:
        pdf.pages[0].obj.Rotate = 90
        stream = BytesIO()
        pdf.save(stream)
    made = page_picture(stream.getvalue(), 1, 300)
    assert (made.width, made.height) == (300, 200)
    assert is_red(pixels(made.data).getpixel((2, 2)))


@pytest.mark.parametrize(
    "data, page, reason", [(SAMPLE, 3, "no page 3"), (SAMPLE, 0, "no page 0"), (b"no PDF", 1, "cannot be opened")]
)
def test_what_cannot_be_shown_is_said_to_be_so(data: bytes, page: int, reason: str) -> None:
    with pytest.raises(Undrawable, match=reason):
        page_picture(data, page, 100)


def test_a_page_as_thin_as_a_line_is_not_shown() -> None:
    with pikepdf.open(BytesIO(SAMPLE)) as pdf:
        pdf.pages[0].obj.TrimBox = [0, 0, 0.001, 200]
        stream = BytesIO()
        pdf.save(stream)
    with pytest.raises(Undrawable, match="cannot be shown"):
        page_picture(stream.getvalue(), 1, 100_000)
