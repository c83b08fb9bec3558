"""On which side of a spread a month opens: as the layout wants it where that can be had, and a finding where not."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from tests.generated import jpeg
from tests.issue_desk import NAME, Desk
from tests.layout_desk import write_layout
from tests.small_pages import MANIFEST, SENTENCE, article, small_layout

PHOTO = "photos: [{file: photos/a.jpg, caption: A wide view of the hall, alt: Hall}]\n"
SECTIONS = """\
sections:
  - {month: 2023-04, articles: [articles/one.md]}
  - {month: 2023-05, articles: [articles/two.md]}
"""


def opened(desk: Desk, side: str, first: str) -> tuple[list[int], list[str]]:
    """The pages on which the months open, and what is found of them."""
    desk.photo("photos/a.jpg", jpeg("wide"))
    desk.manifest(f"{MANIFEST}pages: {{multiple_of: 1}}\n{SECTIONS}")
    desk.article(first, "one.md")
    desk.article(article("Two", SENTENCE * 3), "two.md")
    layout: Any = small_layout()
    layout["templates"]["two"]["lead"] = ["column", "page"]
    month = {"at": {"columns": [1, 6], "rows": [1, 3]}, "text": "{section.title}", "style": "headline"}
    layout["masters"]["opener"] = {"pages": [[month]], "start": side}
    write_layout(desk, layout)
    issue, report = load(desk.project, NAME)
    assert issue, [str(finding) for finding in report]
    makeup, found = make_up(desk.project, issue, BuildOptions())
    pages = [page.number for page in makeup.pages if page.kind == "opener"]
    return pages, [f"{f.message} {f.hint}" for f in found if f.code == "A525"]


@pytest.mark.parametrize("side, second", [("right", 3), ("left", 4)])
def test_the_photo_before_an_opener_is_sized_so_that_it_falls_on_its_side(desk: Desk, side: str, second: int) -> None:
    pages, _ = opened(desk, side, article("One", SENTENCE * 8, PHOTO))
    assert pages == [1, second]


def test_an_opener_that_cannot_fall_on_its_side_is_a_piece_of_advice(desk: Desk) -> None:
    pages, found = opened(desk, "left", article("One", SENTENCE))
    assert pages == [1, 3]
    assert found == [
        f"{month} opens on page {page}, a right-hand page: mine wants it on the other side of the spread. "
        "Add or cut about a page of what stands before it, or put an advert or a filler there."
        for month, page in (("April", 1), ("May", 3))
    ]
