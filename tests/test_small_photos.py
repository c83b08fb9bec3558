"""Photos from web pages have few pixels: pages are made so that they are still fit for print, where that can be."""

from __future__ import annotations

from typing import Any

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from pipeline.page import PictureItem
from tests.issue_desk import NAME, Desk, jpeg
from tests.layout_desk import write_layout
from tests.small_pages import MANIFEST, SENTENCE, article, small_layout

PHOTO = "photos: [{file: photos/a.jpg, caption: A wide view of the hall, alt: Hall}]\n"


def pictures(desk: Desk, width: int, *, opener: bool) -> tuple[list[PictureItem], list[str]]:
    """The pictures on the pages of an issue whose one photo is that many pixels wide, and the codes of findings."""
    desk.photo("photos/a.jpg", jpeg(width, width * 2 // 3))
    desk.manifest(f"{MANIFEST}sections:\n  - {{month: 2023-04, articles: [articles/one.md]}}\n")
    desk.article(article("One", SENTENCE * 24, PHOTO), "one.md")
    layout: Any = small_layout()
    if not opener:
        layout["templates"]["two"]["prefer"] = 600
        layout["templates"]["large"] = {**layout["templates"]["two"], "lead": ["page"], "prefer": 0}
    if opener:
        month = {"at": {"bleed": True}, "picture": {"of": "section"}}
        layout["masters"]["opener"] = {"pages": [[month]]}
    write_layout(desk, layout)
    issue, report = load(desk.project, NAME)
    assert issue, [str(finding) for finding in report]
    makeup, found = make_up(desk.project, issue, BuildOptions())
    items = [item for page in makeup.pages for item in page.items if isinstance(item, PictureItem)]
    return items, [finding.code for finding in found]


def test_an_opener_borrows_a_photo_that_is_large_enough_and_no_other(desk: Desk) -> None:
    large, _ = pictures(desk, 2400, opener=True)
    small, codes = pictures(desk, 500, opener=True)
    assert (len(large), len(small)) == (2, 1)
    assert "E311" not in codes


def test_a_photo_of_few_pixels_is_set_at_a_size_at_which_it_can_be_printed(desk: Desk) -> None:
    large, _ = pictures(desk, 2400, opener=False)
    small, codes = pictures(desk, 500, opener=False)
    assert small[0].box.width < large[0].box.width / 2
    assert "E311" not in codes
