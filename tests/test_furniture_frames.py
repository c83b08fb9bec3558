"""Texts and boxes in frames of a layout: what a designer reads when they do not fit, and what stands behind them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.diagnostic import Finding, Role
from pipeline.page import FillItem, Makeup, TextItem
from pipeline.paginate import paginate
from tests.issue_desk import Desk
from tests.layout_desk import merged, plain, write_layout

DEEP = r"The text does not fit its frame: it is (\d+) rows \((\d+) mm\) deep, the frame (\d+) rows \((\d+) mm\)\."
ROW = 12 * 25.4 / 72
LONG = "Internationalisation"
TINT = {"srgb": "#eeeeee", "cmyk": [0, 0, 0, 8]}


def made(desk: Desk, layout: Any) -> tuple[Makeup, list[Finding]]:
    """The pages of the desk's issue in this layout, and what was found in making them."""
    issue = write_layout(desk, layout).issue()
    assert issue.layout
    makeup, report = paginate(issue, issue.layout, None, "")
    return makeup, list(report)


def framed(columns: list[int], rows: list[int], **more: Any) -> Any:
    """The plain layout with the periodical's title on the back cover, in a frame."""
    element = {"at": {"columns": columns, "rows": rows}, "text": "{publication.title}", "style": "headline", **more}
    return merged(plain(), {"masters": {"back": {"pages": [[element]]}}})


@pytest.fixture
def titled(desk: Desk) -> Desk:
    """The issue of a periodical with a long word for a title."""
    return desk.changed("layout: plain", "layout: mine")


def test_a_text_that_is_too_deep_for_its_frame_is_told_in_rows_and_millimetres(titled: Desk) -> None:
    titled.manifest((titled.root / "issues/2023-q2/issue.yaml").read_text().replace("The Quarterly", "word " * 60))
    _, findings = made(titled, framed([1, 2], [1, 3]))
    (told,) = [f for f in findings if f.code == "E501"]
    said = re.fullmatch(DEEP, told.message)
    assert said
    rows, millimetres = int(said[1]), int(said[2])
    # The last row ends with its baseline, and so is only as deep as a capital is high.
    assert (rows - 1) * ROW < millimetres < rows * ROW
    assert (said[3], said[4]) == ("3", "11")
    assert told.role is Role.DESIGNER
    assert told.span
    assert told.span.file == "layouts/mine/layout.yaml"


def test_a_line_that_sticks_out_of_a_frame_is_the_designers_to_mend(titled: Desk) -> None:
    titled.manifest((titled.root / "issues/2023-q2/issue.yaml").read_text().replace("The Quarterly", LONG * 3))
    _, findings = made(titled, framed([1, 1], [1, 40]))
    assert "W502" not in {f.code for f in findings}
    (told,) = [f for f in findings if f.code == "W509"]
    assert told.role is Role.DESIGNER
    assert "headline" in told.message
    assert told.hint.startswith("Make its frame wider or its style smaller")
    assert told.span
    assert told.span.file == "layouts/mine/layout.yaml"


def test_a_narrow_list_of_contents_is_the_designers_too(titled: Desk) -> None:
    titled.article(f"---\ntitle: {LONG * 3}\ndate: 2023-04-05\n---\nText.\n")
    contents = {"at": {"columns": [1, 2], "rows": [1, 40]}, "contents": {"entry": "body", "folio": "body"}}
    _, findings = made(titled, merged(plain(), {"masters": {"contents": {"pages": [[contents]]}}}))
    assert [f.span.file for f in findings if f.code == "W509" and f.span] == ["layouts/mine/layout.yaml"]


def test_a_line_of_an_article_remains_the_editors(titled: Desk) -> None:
    titled.body(f"See {LONG * 6} there.\n")
    _, findings = made(titled, plain())
    assert {(f.code, f.role) for f in findings if f.code in {"W502", "W509"}} == {("W502", Role.EDITOR)}


@pytest.mark.parametrize("palette", [{}, {"tint": TINT}], ids=["no tint", "tint"])
def test_a_box_stands_on_the_tint_or_on_nothing(titled: Desk, palette: dict[str, Any]) -> None:
    titled.body("Before.\n\n::: box Numbers\nWithin.\n:::\n")
    makeup, _ = made(titled, merged(plain(), {"palette": palette}))
    items = [item for page in makeup.pages for item in page.items]
    assert [item.swatch.name for item in items if isinstance(item, FillItem)] == [*palette]
    assert any("Within" in item.line.text for item in items if isinstance(item, TextItem))
