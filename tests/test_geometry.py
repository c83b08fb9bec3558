"""Where things stand on the finished pages, read back from the PDF of the sample and of generated issues."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.layout import PageGeometry
from pipeline.measure import Box
from pipeline.page import ARTIFACTS, Page, PictureItem, TextItem
from pipeline.project import Project
from tests import generated
from tests.ink import Leaf, leaves
from tests.specimen import Specimen, finished

SEEDS = (1, 5, 24, 108)
HAIR = 0.05


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory, sample: Specimen) -> dict[str, tuple[Specimen, tuple[Leaf, ...]]]:
    """The sample and a few generated issues with their pages read back."""
    root = tmp_path_factory.mktemp("geometry")
    found = {"sample": sample}
    for seed in SEEDS:
        generated.Issue.of(seed).write(root, f"seed-{seed}")
        found[f"seed {seed}"] = finished(Project(root), f"seed-{seed}")
    return {name: (specimen, leaves(specimen.data)) for name, specimen in found.items()}


Issues = dict[str, tuple[Specimen, tuple[Leaf, ...]]]


def pages(issues: Issues, kind: str = "") -> Iterator[tuple[str, Page, Leaf, PageGeometry]]:
    """Each page of every issue (of one kind) with what was read of it and its geometry."""
    for name, (specimen, read) in issues.items():
        for page, leaf in zip(specimen.makeup.pages, read, strict=True):
            if not kind or page.kind == kind:
                yield f"{name}, page {page.number}", page, leaf, specimen.layout.geometry(left_hand=page.left_hand)


def test_no_letter_is_printed_on_another(issues: Issues) -> None:
    assert {where: found for where, _, leaf, _ in pages(issues) if (found := leaf.overprinted())} == {}


def test_no_text_stands_on_a_photo_of_an_article_or_gallery_page(issues: Issues) -> None:
    found = []
    for kind in ("article", "gallery", "contents", "foreword"):
        for where, _, leaf, _ in pages(issues, kind):
            for letter in leaf.letters:
                found += [(where, chr(letter.code)) for p in leaf.pictures if p.grown(-HAIR).contains(letter.box)]
    assert found == []


def test_pictures_of_a_page_do_not_overlap(issues: Issues) -> None:
    for where, _, leaf, _ in pages(issues):
        for index, one in enumerate(leaf.pictures):
            for other in leaf.pictures[index + 1 :]:
                apart = (
                    one.right <= other.left + HAIR
                    or other.right <= one.left + HAIR
                    or one.bottom <= other.top + HAIR
                    or other.bottom <= one.top + HAIR
                )
                assert apart, where


def test_every_letter_is_inside_the_trim(issues: Issues) -> None:
    for where, _, leaf, geometry in pages(issues):
        outside = [chr(letter.code) for letter in leaf.letters if not geometry.trim.contains(letter.box)]
        assert outside == [], where


def test_a_picture_that_leaves_the_type_area_of_its_page_bleeds_off_the_trim(issues: Issues) -> None:
    for where, _, leaf, geometry in pages(issues):
        for picture in leaf.pictures:
            assert geometry.bleed_box.contains(picture), where
            if not geometry.trim.grown(-6).contains(picture):
                assert not geometry.trim.contains(picture), f"{where}: a picture ends just at the trim"


def test_articles_stay_inside_the_type_area_but_for_marks_that_hang_in_the_margin(issues: Issues) -> None:
    for where, page, leaf, geometry in pages(issues, "article"):
        area = geometry.area
        furniture = {round(i.y, 1) for i in page.items if isinstance(i, TextItem) and i.role in ARTIFACTS}
        for picture in leaf.pictures:
            assert area.contains(picture, HAIR), where
        for letter in leaf.letters:
            if round(letter.y, 1) in furniture:
                continue
            hanging = Box(area.left - 0.6 * letter.size, area.top - 6, area.width + 1.2 * letter.size, area.height + 12)
            assert hanging.contains(letter.box), f"{where}: {chr(letter.code)}"
            assert letter.y <= area.bottom + HAIR, where


def body_lines(page: Page) -> list[TextItem]:
    """The lines of running text that are in the size of the body."""
    return [i for i in page.items if isinstance(i, TextItem) and i.role in {"P", "LBody"} and "#" in i.block]


def test_body_lines_of_all_columns_stand_on_one_grid(issues: Issues) -> None:
    for name, (specimen, read) in issues.items():
        grid = specimen.layout.grid
        size = specimen.layout.styles["body"].size
        counted = 0
        for page, leaf in zip(specimen.makeup.pages, read, strict=True):
            if page.kind != "article":
                continue
            area = specimen.layout.geometry(left_hand=page.left_hand).area
            lines = {
                round(i.y, 2)
                for i in body_lines(page)
                if all(s.size == size and s.rise == 0 for s in i.line.segments) and "headline" not in i.block
            }
            on_page = {round(letter.y, 2) for letter in leaf.letters}
            for y in lines:
                assert any(abs(y - other) < HAIR for other in on_page), f"{name}: no letters at {y}"
                off = (y - area.top - grid.rise) / grid.leading
                assert abs(off - round(off)) < 0.004, f"{name}, page {page.number}: {y} is off the grid"
                counted += 1
        assert counted > 20, name


def test_photos_begin_at_the_height_of_letters_and_end_on_a_baseline(issues: Issues) -> None:
    for where, page, _, geometry in pages(issues, "article"):
        grid = geometry.grid
        for item in page.items:
            if isinstance(item, PictureItem):
                top = (item.box.top - geometry.area.top) / grid.leading
                foot = (item.box.bottom - geometry.area.top - grid.rise) / grid.leading
                assert abs(top - round(top)) < 0.004, where
                assert abs(foot - round(foot)) < 0.004, where


def test_what_is_placed_is_what_is_read_back(issues: Issues) -> None:
    for where, page, leaf, geometry in pages(issues):
        placed = [i.box for i in page.items if isinstance(i, PictureItem)]
        assert len(placed) == len(leaf.pictures), where
        for box, picture in zip(placed, leaf.pictures, strict=True):
            assert picture.grown(HAIR).contains(box), where
            assert box.grown(HAIR).contains(picture), where
        assert (leaf.width, leaf.height) == pytest.approx((geometry.width, geometry.height)), where


def test_left_and_right_pages_are_mirror_images_in_their_furniture(sample: Specimen) -> None:
    width = sample.makeup.width
    folios = {}
    for page in sample.makeup.pages:
        if page.kind == "article":
            folio = next(i for i in page.items if isinstance(i, TextItem) and i.line.text == page.folio)
            folios[page.left_hand] = folio.x if page.left_hand else width - folio.x - folio.line.width
    assert folios[True] == pytest.approx(folios[False], abs=0.1)
