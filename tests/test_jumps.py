"""Jumps: the part that stands where an article begins, the rest at the section's end, and the lines between them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.edition import screen_edition
from pipeline.flatplan import EMPTY, ArticlePlan, Flatplan
from pipeline.issue import Issue
from pipeline.layout import Layout
from pipeline.page import AnchorItem, Makeup, Page, TextItem
from pipeline.paginate import paginate_again
from tests import lettergrid
from tests.issue_desk import Desk
from tests.layout_desk import faults, merged, write_layout
from tests.links import links_of
from tests.reading import Paper, letters
from tests.small_pages import small_layout

ROWS = (12, 15)
CHANGES = {
    "end_mark": {"text": "#", "colour": "ink"},
    "styles": {
        "continued": {"font": "text", "size": "14pt", "leading": "14pt", "stand": "last", "colour": "ink", "after": 1},
        "jump": {"font": "text", "size": "10pt", "colour": "ink", "align": "right"},
    },
}
FRONT = {"words": [0, 0], "columns": 2, "lead": ["column"], "jump": {"rows": ROWS}}


def layout(more: Mapping[str, Any] | None = None) -> Any:
    """The small layout with a template for all articles, and one by name that jumps."""
    whole = merged(merged(small_layout(), CHANGES), {"templates": {"front": FRONT}})
    return merged(whole, more or {})


def article(title: str, paragraphs: int, front: str = "layout: front\n") -> str:
    """An article whose paragraphs of about three lines tell their numbers."""
    text = "\n\n".join(f"Paragraph {n} of {title} says that they met again to talk about roads and papers." for n in
                       range(1, paragraphs + 1))  # fmt: skip
    return f"---\ntitle: {title}\n{front}---\n{text}\n"


def made(
    desk: Desk, before: Flatplan = EMPTY, changes: Mapping[str, Any] | None = None, /, **articles: str
) -> tuple[Issue, Layout, Makeup, Flatplan]:
    """The issue of these articles in one section: its pages and its flatplan."""
    write_layout(desk, layout(changes))
    paths = ", ".join(f"articles/{name}.md" for name in articles)
    desk.manifest(
        'publication: {title: "The Quarterly"}\nissue: 2023-Q2\nlayout: mine\npages: {multiple_of: 1}\n'
        f"sections:\n  - month: 2023-04\n    articles: [{paths}]\n"
    )
    for name, text in articles.items():
        desk.article(text, f"{name}.md")
    issue = desk.issue()
    assert issue.layout
    makeup, found, flatplan = paginate_again(issue, issue.layout, before)
    assert not found.refuses, [str(finding) for finding in found]
    return issue, issue.layout, makeup, flatplan


def plans(flatplan: Flatplan) -> list[tuple[str, bool, tuple[int, ...], int, int]]:
    return [(p.article.partition("/")[2][:-3], p.rest, p.pages, p.row, p.ends) for p in flatplan.articles]


def said(makeup: Makeup, number: int) -> list[str]:
    """The lines of a page from above, those of the left column first."""
    lines = [item for item in makeup.pages[number - 1].items if isinstance(item, TextItem)]
    middle = makeup.width / 2
    return [item.line.text for item in sorted(lines, key=lambda i: (i.x > middle, round(i.y, 2)))]


def drawn(page: Page) -> str:
    """Everything that is drawn in letters, the end mark with it."""
    lines = [item.line for item in page.items if isinstance(item, TextItem)]
    return "".join(run.text for line in lines for segment in line.segments for run, _ in segment.runs)


THREE = {"one": article("One", 30), "two": article("Two", 4, ""), "three": article("Three", 4, "")}


def test_the_rest_of_an_article_stands_behind_all_others_of_its_section(desk: Desk) -> None:
    _, _, _, flatplan = made(desk, **THREE)
    assert [(name, rest) for name, rest, *_ in plans(flatplan)] == [
        ("one", False),
        ("two", False),
        ("three", False),
        ("one", True),
    ]
    _, _, pages, row, ends = plans(flatplan)[0]
    assert (pages, row) == ((1,), 1)
    assert ROWS[0] <= ends <= ROWS[1]


def test_each_part_names_the_page_of_the_other(desk: Desk) -> None:
    _, _, makeup, flatplan = made(desk, **THREE)
    begins = plans(flatplan)[-1][2][0]
    first = [line for line in said(makeup, 1) if "Continued" in line]
    rest = [line for line in said(makeup, begins) if "Continued" in line]
    assert (first, rest) == ([f"Continued on page {begins}"], ["Continued from page 1"])
    assert begins > 1


def test_the_first_part_ends_with_its_line_and_the_rest_begins_with_title_and_line(desk: Desk) -> None:
    _, layout, makeup, flatplan = made(desk, one=article("One", 30), two=article("Two", 12, ""))
    begins, row = plans(flatplan)[-1][2][0], plans(flatplan)[-1][3]
    grid = layout.grid
    anchors = {i.name: i.y for page in makeup.pages for i in page.items if isinstance(i, AnchorItem)}
    assert anchors["articles/one.md/rest"] == layout.right.row_top(row - 1)
    head = [
        i for i in makeup.pages[begins - 1].items if isinstance(i, TextItem) and i.y > anchors["articles/one.md/rest"]
    ]
    head.sort(key=lambda item: item.y)
    assert [item.line.text for item in head[:2]] == ["One", "Continued from page 1"]
    assert head[1].y - head[0].y == pytest.approx(grid.leading)
    last = next(i for i in makeup.pages[0].items if isinstance(i, TextItem) and "Continued" in i.line.text)
    assert last.x + last.line.width == pytest.approx(layout.right.area.right, abs=0.5)
    foot = layout.right.row_top(plans(flatplan)[0][4] - 1) + grid.rise
    assert last.y == pytest.approx(foot)


def test_every_word_stands_in_one_of_the_parts_and_no_paragraph_is_parted(desk: Desk) -> None:
    _, _, makeup, flatplan = made(desk, one=article("One", 30))
    lines = [line.replace("\u00ad", "") for page in makeup.pages for line in said(makeup, page.number)]
    text = [line for line in lines if "Continued" not in line and line not in {"One", "April"}]
    body = desk.root.joinpath("issues/2023-q2/articles/one.md").read_text(encoding="utf-8").split("---\n")[2]
    assert letters("".join(text)) == letters(body)
    first = [line for line in said(makeup, 1) if "Continued" not in line]
    assert first[-1].endswith("papers.")
    rest = plans(flatplan)[-1][2]
    assert [page.number for page in makeup.pages if "#" in drawn(page)] == [rest[-1]]


def test_both_lines_are_links_to_the_other_page(desk: Desk) -> None:
    issue, _, makeup, flatplan = made(desk, **THREE)
    data = screen_edition(desk.project, issue, makeup, original=True)
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [(link.page + 1, (link.target or 0) + 1, link.says) for link in links_of(pdf)]
    begins = plans(flatplan)[-1][2][0]
    assert links == [(1, begins, f"Continued on page {begins}"), (begins, 1, "Continued from page 1")]
    paper = Paper.of(data)
    assert f"Continued on page {begins}" in paper.pages[0]
    assert [title for _, title, _ in paper.outline].count("One") == 1


@pytest.mark.parametrize(
    "front, words, expected",
    [
        ("language: ru\n", {}, "Продолжение на с. 2"),
        ("language: ky\n", {}, "Continued on page 2"),
        ("", {"continued_on": {"en": "See page {page} for more"}}, "See page 2 for more"),
        ("", {"continued_on": {"en": "Turn to"}}, "Turn to 2"),
    ],
)
def test_the_line_speaks_the_articles_language_or_as_the_layout_has_it(
    desk: Desk, front: str, words: Mapping[str, Any], expected: str
) -> None:
    changes = {"words": words}
    _, _, makeup, _ = made(desk, EMPTY, changes, one=article("One", 30, f"layout: front\n{front}"))
    assert expected in said(makeup, 1)


@pytest.mark.parametrize(
    "text",
    [article("One", 8), article("One", 30, ""), article("One", 1).replace("papers.", "papers and roads. " * 60)],
    ids=["short", "of another template", "of one paragraph"],
)
def test_an_article_that_need_not_or_may_not_jump_stands_as_a_whole(desk: Desk, text: str) -> None:
    _, _, makeup, flatplan = made(desk, one=text)
    assert [rest for _, rest, *_ in plans(flatplan)] == [False]
    assert not any("Continued" in line for page in makeup.pages for line in said(makeup, page.number))


def test_an_article_jumps_unasked_where_no_other_template_is_for_its_length(desk: Desk) -> None:
    changes = {"templates": {"two": {"words": [0, 200]}, "front": {"words": [201, 9000]}}}
    _, _, _, flatplan = made(desk, EMPTY, changes, one=article("One", 30, ""), two=article("Two", 4, ""))
    assert [(name, rest) for name, rest, *_ in plans(flatplan)] == [("one", False), ("two", False), ("one", True)]


def test_an_issue_with_a_jump_is_made_up_as_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _, layout, makeup, flatplan = made(desk, **THREE)
    monkeypatch.setattr("pipeline.paginate.plan.Search.run", None)  # a search would fail
    _, _, again, planned = made(desk, flatplan, **THREE)
    assert planned == flatplan
    assert lettergrid.drawn(again, layout) == lettergrid.drawn(makeup, layout)


def test_a_first_part_that_is_pinned_stays_when_the_rest_grows(desk: Desk) -> None:
    _, _, _, flatplan = made(desk, **THREE)

    def pinned(plan: ArticlePlan) -> ArticlePlan:
        return plan.model_copy(update={"pin": plan.article == "articles/one.md" and not plan.rest})

    before = flatplan.model_copy(update={"articles": tuple(map(pinned, flatplan.articles))})
    _, _, _, after = made(desk, before, **{**THREE, "one": article("One", 40)})
    assert after.articles[0] == before.articles[0]


def test_a_jump_wants_rows_that_rise_and_styles_that_there_are(desk: Desk) -> None:
    wrong = layout({"templates": {"front": {"jump": {"rows": [15, 12], "line": "jumps"}}}})
    assert faults(desk, json.loads(json.dumps(wrong))) == [
        "E402  The layout has no style 'jumps'.  Did you mean jump?",
        "E123  rows [15, 12] run backwards.  Write [12, 15].",
    ]


@given(lengths=st.lists(st.tuples(st.integers(1, 45), st.booleans()), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_whatever_jumps_nothing_is_lost_and_all_links_lead_somewhere(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[tuple[int, bool]]
) -> None:
    names = ("alpha", "beta", "gamma", "delta", "eps")
    articles = {
        name: article(name, length, "layout: front\n" if jumps else "")
        for name, (length, jumps) in zip(names, lengths, strict=False)
    }
    issue, layout, makeup, flatplan = made(Desk(tmp_path_factory.mktemp("jumps")), **articles)
    lines = [line for page in makeup.pages for line in said(makeup, page.number)]
    whole = letters("".join(line.replace("\u00ad", "") for line in lines))
    for name, (length, _) in zip(names, lengths, strict=False):
        for number in range(1, length + 1):
            assert whole.count(letters(f"Paragraph {number} of {name} says")) == 1
    anchors = {i.name for page in makeup.pages for i in page.items if isinstance(i, AnchorItem)}
    leads = {s.href.removeprefix("#") for page in makeup.pages for i in page.items if isinstance(i, TextItem)
             for s in i.line.segments if s.href}  # fmt: skip
    assert leads <= anchors
    for _, rest, pages, row, ends in plans(flatplan):
        if f"articles/{_}.md/rest" in anchors and not rest:
            assert len(pages) == 1
            assert ROWS[0] <= ends - row + 1 <= ROWS[1]
    assert paginate_again(issue, layout, flatplan)[2] == flatplan
