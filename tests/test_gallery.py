"""The gallery: every photo in its order, rows that fill the width, and cropping that stays small."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.page import Page, PictureItem, TextItem
from pipeline.paginate.gallery import pages_of
from pipeline.photo import Photo
from tests.reading import letters
from tests.specimen import Specimen


@pytest.fixture(scope="module")
def pages(sample: Specimen) -> Sequence[Page]:
    return [page for page in sample.makeup.pages if page.kind == "gallery"]


def pictures(page: Page) -> list[PictureItem]:
    return [item for item in page.items if isinstance(item, PictureItem)]


@given(st.integers(0, 40), st.integers(1, 12))
def test_photos_are_dealt_in_order_over_as_few_pages_as_can_be_and_evenly(count: int, most: int) -> None:
    photos = [Photo(file=f"photos/{n}.jpg") for n in range(count)]
    dealt = pages_of(photos, most)
    assert [photo for page in dealt for photo in page] == photos
    sizes = [len(page) for page in dealt]
    assert len(sizes) == -(-count // most)
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert sizes == sorted(sizes, reverse=True)


def test_rows_of_photos_begin_and_end_at_the_edges_of_the_type_area(sample: Specimen, pages: Sequence[Page]) -> None:
    for page in pages:
        area = sample.layout.geometry(left_hand=page.left_hand).area
        for _, row in groupby(pictures(page), key=lambda item: round(item.box.top, 1)):
            boxes = [item.box for item in row]
            assert boxes[0].left >= area.left - 0.05
            assert boxes[-1].right <= area.right + 0.05
            assert len({round(box.bottom, 1) for box in boxes}) == 1


def test_every_caption_stands_right_below_its_photo_in_the_photos_width(
    sample: Specimen, pages: Sequence[Page]
) -> None:
    gallery = sample.issue.manifest.gallery
    assert gallery
    captions = {photo.file: f"{photo.caption} {photo.credit}" for photo in gallery.photos}
    for page in pages:
        for picture in pictures(page):
            lines = [i for i in page.items if isinstance(i, TextItem) and i.block == f"{picture.block}/caption"]
            said = "".join(line.line.text for line in lines)
            assert letters(said) == letters(captions[picture.picture])
            assert min(line.y for line in lines) - picture.box.bottom < 2 * sample.layout.grid.leading
            for line in lines:
                assert line.y > picture.box.bottom
                assert picture.box.left - 0.1 <= line.x
                assert line.x + line.line.width <= picture.box.right + 0.1


def test_no_photo_of_the_gallery_is_cut_to_less_than_half_of_it(pages: Sequence[Page]) -> None:
    for page in pages:
        for picture in pictures(page):
            assert picture.crop.width * picture.crop.height >= 0.5, picture.picture
