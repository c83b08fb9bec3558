"""The verdict on how full pages are, and which pages are left out of it."""

from __future__ import annotations

import pytest

from tests.fullness import measured, open_pages, verdict
from tests.specimen import Specimen

TOLD = """\
page   2    3.0%
page  13   11.5%
2 pages, hole share of the type area: mean 7.2%, median 7.2%; pages over 10 %: 1; worst: p13 12%, p2 3%
"""


def test_the_share_of_each_page_is_read_from_what_the_tool_prints() -> None:
    assert measured(TOLD) == {2: 3.0, 13: 11.5}


@pytest.mark.parametrize(
    "most,page,good,told",
    [
        (7.3, 12.0, True, "mean 7.2 % of 2 inner pages (at most 7.3 %); over 12 %: none"),
        (7.2, 12.0, False, "mean 7.2 % of 2 inner pages (at most 7.2 %); over 12 %: none"),
        (7.3, 11.0, False, "mean 7.2 % of 2 inner pages (at most 7.3 %); over 11 %: page 13 11.5 %"),
    ],
)
def test_a_mean_or_a_page_over_its_bound_is_not_good(most: float, page: float, told: str, *, good: bool) -> None:
    assert verdict(measured(TOLD), most, page) == (told, good)


def test_no_page_measured_is_not_good() -> None:
    assert not verdict({}, 100.0 - 1, 100.0)[1]


def test_covers_openers_adverts_and_the_back_are_left_out(sample: Specimen) -> None:
    left = {page.kind for page in sample.makeup.pages if page.number in open_pages(sample)}
    kept = {page.kind for page in sample.makeup.pages if page.number not in open_pages(sample)}
    assert {"cover", "opener", "advert", "back"} <= left
    assert {"contents", "foreword", "article", "gallery"} >= kept >= {"article"}
