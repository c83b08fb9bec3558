"""Page making over generated issues of any size, judged from their PDFs: a few at every run, 200 as slow tests."""

from __future__ import annotations

from itertools import chain
from os import environ
from statistics import mean

import pypdfium2 as pdfium
import pytest

from pipeline.measure import Box
from pipeline.page import PictureItem, TextItem
from tests.judged import INNER, Judged, all_judged
from tests.periodicals import ARTICLES, PHOTOS, WORDS, periodical
from tests.printed import Printed, Type, hole_share, printed
from tests.specimen import Specimen

ALL = 200
FEW = (0, 2, 6, 9, 13, 16)  # small ones
MEAN = 0.07
AREA = Box(0.0, 0.0, 510.0, 728.0)


@pytest.fixture(scope="module")
def many() -> list[Judged]:
    """All of the generated issues, judged; ten minutes' work of two cores, less for as many as ``ISSUES`` says."""
    return all_judged(range(int(environ.get("ISSUES", ALL))))


@pytest.fixture(scope="module", params=["few", pytest.param("many", marks=pytest.mark.slow)])
def issues(request: pytest.FixtureRequest) -> list[Judged]:
    """A few of them, or all."""
    return all_judged(FEW) if request.param == "few" else request.getfixturevalue("many")


def faults(issues: list[Judged], kind: str) -> list[str]:
    return list(chain.from_iterable(issue.of(kind) for issue in issues))


def test_every_generated_issue_is_made_up(issues: list[Judged]) -> None:
    assert faults(issues, "refused") == []


def test_every_word_and_photo_of_a_generated_issue_is_on_its_pages(issues: list[Judged]) -> None:
    assert faults(issues, "lost") == []


def test_no_two_things_on_a_page_of_a_generated_issue_overlap(issues: list[Judged]) -> None:
    assert faults(issues, "overlaps") == []


def test_nothing_of_a_generated_issue_leaves_its_frame(issues: list[Judged]) -> None:
    assert faults(issues, "outside") == []


def test_lines_and_photos_of_generated_issues_stand_on_the_baseline_grid(issues: list[Judged]) -> None:
    assert faults(issues, "off the grid") == []


def test_no_line_of_a_paragraph_stands_alone_and_no_subhead_at_a_foot(issues: list[Judged]) -> None:
    assert faults(issues, "torn") == []


@pytest.mark.slow
def test_pages_of_generated_issues_are_full(many: list[Judged]) -> None:
    share = mean(hole for issue in many for hole in issue.holes.values())
    emptiest = sorted((i for i in many if i.holes), key=lambda i: -mean(i.holes.values()))[:10]
    assert share <= MEAN, f"{share:.1%} of {len(many)} issues' inner pages: " + "; ".join(i.worst for i in emptiest)


def test_generated_issues_are_of_every_size() -> None:
    made = [periodical(seed) for seed in range(ALL)]
    counts = [sum("foreword" not in a.path for a in issue.articles) for issue in made]
    words = [sum(len(text.split()) for text in article.body) for issue in made for article in issue.articles]
    photos = [article.source.count("{file: ") for issue in made for article in issue.articles]
    assert (min(counts), max(counts)) == ARTICLES
    assert min(words) <= WORDS[0] + 5
    assert max(words) >= WORDS[1] - 50
    assert max(words) <= WORDS[1] * 1.01  # a word in emphasis is said twice
    assert set(photos) == set(PHOTOS)


# ---------------------------------------------------------------------- the judges


def piece(left: float, y: float, width: float, text: str = "word") -> Type:
    return Type(left, y, Box(left, y - 7, width, 9), 9.5, text)


def test_a_page_that_is_empty_below_its_middle_is_half_hole() -> None:
    lines = tuple(piece(0, 12.0 * n, 510) for n in range(1, 30))
    share = hole_share(Printed(lines, (), ()), AREA)
    below = AREA.height - (12 * 29 + 2) - 7 * 72 / 25.4
    assert share == pytest.approx(below / AREA.height, abs=0.005)


def test_space_between_lines_columns_and_paragraphs_is_no_hole() -> None:
    rows = [12.0 * n for n in range(1, 61) if n % 10]
    lines = tuple(piece(x, y, 248) for x in (0, 262) for y in rows)
    assert hole_share(Printed(lines, (), ()), AREA) == pytest.approx(0.0, abs=0.001)


def test_a_picture_and_a_tint_are_no_hole() -> None:
    upper, lower = Box(0, 0, 510, 360), Box(0, 370, 510, 358)
    assert hole_share(Printed((), (upper,), (lower,)), AREA) == 0.0
    assert hole_share(Printed((), (upper,), ()), AREA) > 0.4


def test_things_that_overlap_are_found_whatever_they_are() -> None:
    picture, beside = Box(100, 100, 100, 100), Box(200, 100, 100, 100)
    assert Printed((piece(0, 98, 300),), (picture, beside), ()).collisions() == []
    assert Printed((), (picture, beside.moved(-5, 0)), ()).collisions() == ["picture on picture at 100, 100"]
    assert Printed((piece(150, 150, 30),), (picture,), ()).collisions() == ["“word” on a picture"]
    lines = (piece(0, 50, 200, "one"), piece(100, 53, 200, "two"), piece(0, 63, 200, "three"))
    assert Printed(lines, (), ()).collisions() == ["“one” on “two”"]


def test_what_is_read_back_from_the_sample_is_what_was_placed(sample: Specimen) -> None:
    document = pdfium.PdfDocument(sample.data)
    pages = printed(document)
    document.close()
    for page, leaf in zip(sample.makeup.pages, pages, strict=True):
        if page.kind not in INNER:
            continue
        assert len(leaf.type) > 1
        assert {round(i.y, 1) for i in page.items if isinstance(i, TextItem)} <= {round(t.y, 1) for t in leaf.type}
        placed = [item.box for item in page.items if isinstance(item, PictureItem)]
        assert len(leaf.pictures) == len(placed)
        assert all(one.grown(0.1).contains(other) for one, other in zip(placed, leaf.pictures, strict=True))
