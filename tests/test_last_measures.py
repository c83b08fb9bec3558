"""What gives way so that columns end on one row and pages are full, as pages that a person can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from pipeline.page import PictureItem, TextItem
from tests import lettergrid
from tests.generated import jpeg
from tests.issue_desk import NAME, Desk
from tests.layout_desk import write_layout
from tests.lettergrid import grid
from tests.small_pages import SENTENCE, article, small_layout, written

PHOTO = "photos: [{file: photos/a.jpg, caption: A wide view of the hall, alt: Hall}]\n"


def pages(desk: Desk, measures: Sequence[str], lead: str = "column", **articles: str) -> list[str]:
    """The pages of these articles in a layout with these last measures."""
    desk.photo("photos/a.jpg", jpeg("wide"))
    written(desk, "", **articles)
    layout: Any = small_layout()
    layout["last_measures"] = list(measures)
    layout["templates"]["two"]["lead"] = [lead]
    write_layout(desk, layout)
    issue, report = load(desk.project, NAME)
    assert issue, [str(finding) for finding in report]
    assert issue.layout
    makeup, _ = make_up(desk.project, issue, BuildOptions())
    return lettergrid.drawn(makeup, issue.layout)


UNEVEN = """
    D.....
    ......
    H.....
    ......
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    CC....
    ......
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTT...
"""
ASIDE = """
    D.....
    ......
    H.....
    ......
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    PPPPPP
    CC....
    ...TTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
    TTTTTT
"""


@pytest.mark.parametrize("measures, page", [([], UNEVEN), (["captions"], ASIDE)])
def test_a_caption_at_the_head_of_a_column_levels_the_two(desk: Desk, measures: list[str], page: str) -> None:
    """The photo across is a row deeper, its caption takes a row of one column, and the text ends on one row."""
    assert pages(desk, measures, "page", one=article("One", SENTENCE * 5, PHOTO)) == [grid(page)]


def test_space_above_a_subhead_levels_columns_where_the_layout_allows_it(desk: Desk) -> None:
    text = article("One", f"{SENTENCE * 3}\n\n## More\n\n{SENTENCE * 5}")
    (plain,) = pages(desk, [], one=text)
    (levelled,) = pages(desk, ["subheads"], one=text)
    assert plain.endswith("U..TTT\nTTTTTT\nTTTTTT\nTTT...")
    assert levelled.endswith("...TTT\nU..TTT\nTTTTTT\nTTTTTT")


def test_an_article_begins_below_a_short_one_and_runs_on_where_the_page_would_have_a_hole(desk: Desk) -> None:
    two = article("Two", f"{SENTENCE * 4}\n\n" * 4)
    first, second = pages(desk, [], one=article("One", SENTENCE * 3), two=two)
    assert first == grid("""
        D.....
        ......
        H.....
        ......
        TTTTTT
        TTTTTT
        TTTTTT
        TTTTTT
        TTT...
        ......
        ......
        ......
        D.....
        ......
        H.....
        ......
        TTTTTT
        TTTTTT
        TTTTTT
        TTTTTT
        TTTTTT
        TTTTTT
        TTTTTT
    """)
    assert set(second.split("\n")) == {"TTTTTT"}


@pytest.mark.parametrize("sentences, rows", [(2, 19), (6, 13), (14, 0)])
def test_a_picture_takes_the_rest_of_a_page_and_is_left_out_where_there_is_too_little(
    desk: Desk, sentences: int, rows: int
) -> None:
    """The story is levelled in its two columns; a row below it the picture begins and reaches to the foot."""
    desk.photo("photos/a.jpg", jpeg("wide"))
    desk.article(article("Dear reader", SENTENCE * sentences), "foreword.md")
    more = "foreword: {article: articles/foreword.md}\ncover: {photo: photos/a.jpg, alt: Hall}\n"
    written(desk, more, one=article("One", SENTENCE))
    layout: Any = small_layout()
    at = {"columns": [1, 6], "rows": [1, 23]}
    page = [{"at": at, "story": {"columns": 2}}, {"at": at, "rest": 8, "picture": {"of": "cover"}}]
    layout["masters"]["foreword"] = {"pages": [page]}
    layout["order"] = ["foreword", "sections"]
    write_layout(desk, layout)
    issue, report = load(desk.project, NAME)
    assert issue, [str(finding) for finding in report]
    assert issue.layout, [str(finding) for finding in report]
    makeup, _ = make_up(desk.project, issue, BuildOptions())
    area, grid_ = issue.layout.right.area, issue.layout.grid
    pictures = [item.box for item in makeup.pages[0].items if isinstance(item, PictureItem)]
    last = max(item.y for item in makeup.pages[0].items if isinstance(item, TextItem))
    assert [round((box.height - grid_.rise) / grid_.leading) + 1 for box in pictures] == ([rows] if rows else [])
    for box in pictures:
        assert box.top + box.height == pytest.approx(area.top + area.height)
        assert box.top - last == pytest.approx(2 * grid_.leading - grid_.rise)
