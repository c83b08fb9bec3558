"""Pull quotes with the text round them, the side of the spread on which an inset stands, and insets that are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.build import BuildOptions, build, make_up
from pipeline.copyfit import fitted, lay, loosened
from pipeline.flatplan import EMPTY, Made, flatplan_of, refitted, written
from pipeline.page import Makeup, PictureItem, TextItem
from pipeline.paginate import paginate_again
from tests.issue_desk import FOLDER, MANIFEST, NAME, Desk
from tests.reading import Paper, plain
from tests.runaround_desk import PHOTO, article, beside, copy_of, desk_with, laid, text

QUOTATION = "Nobody can build a road alone"
NO_PHOTO = ""


def quoting(desk: Desk, where: int = 2, paragraphs: int = 9, front: str = NO_PHOTO, **template: Any) -> Desk:
    """The desk with an article that lifts a pull quote behind one of its paragraphs."""
    body = text(5, paragraphs, 80)
    body[where] += f" {QUOTATION}."
    body.insert(where + 1, f"::: pull\n{QUOTATION}\n:::")
    return article(desk_with(desk, **{"insets": [], **template}), "\n\n".join(body), front)


def test_a_pull_quote_stands_between_the_columns_with_the_text_round_it(desk: Desk) -> None:
    copy = copy_of(quoting(desk))
    fits = beside(copy)
    assert fits
    for fit in fits:
        (inset,) = fit.variant.insets
        sheet = list(laid(copy, fit))[inset.page]
        (box,) = sheet.insets
        assert box.width == copy.layout.grid.measure(4)
        own = [u for u in sheet.units if u.kind == "pull"]
        assert len(own) == 1
        here = [line for line in sheet.lines if box.top < line.y < box.bottom + 1]
        assert {line.column for line in here} == {0, 1}
        assert all(line.right < box.left or line.left > box.right for line in here)


def test_a_pull_quote_is_read_behind_what_it_was_written_behind(desk: Desk) -> None:
    copy = copy_of(quoting(desk))
    for fit in beside(copy):
        units = [placed.unit for page in lay(copy, fit) for placed in page]
        at = next(i for i, unit in enumerate(units) if unit.kind == "pull")
        before, after = units[at - 1].passage, units[at + 1].passage
        assert before
        assert "".join(i.text for i in before.paragraph.inlines).endswith(f"{QUOTATION}.")
        assert after is not before


def test_a_pull_quote_says_its_words_once_more_and_no_other_is_lost(desk: Desk) -> None:
    quoting(desk, front="layout: island\n")
    outcome = build(desk.project, NAME, BuildOptions(photos="original"))
    assert outcome.document, [str(f) for f in outcome.report]
    pages = " ".join(plain(page) for page in Paper.of(outcome.document.data).pages)
    assert pages.count(plain(QUOTATION)) == 2
    for number in range(9):
        assert f"paragraph {number} says" in pages


def test_one_with_a_footnote_stays_in_its_column(desk: Desk) -> None:
    body = [*text(5, 6), "::: pull\nA quotation with a mark[^1].\n:::", *text(6, 4), "[^1]: The note."]
    copy = copy_of(article(desk_with(desk, insets=[]), "\n\n".join(body), NO_PHOTO))
    assert beside(copy) == []
    assert list(fitted(copy))


def test_one_that_could_stand_round_costs_more_in_its_column(desk: Desk) -> None:
    with_it = list(fitted(copy_of(quoting(desk))))
    without = list(fitted(copy_of(quoting(desk, pull=0))))
    plain_cost = min(fit.cost for fit in with_it if not fit.variant.insets)
    assert plain_cost > min(fit.cost for fit in without)


def test_a_template_for_those_that_ask_is_taken_for_no_other(desk: Desk) -> None:
    plain = {"words": [0, 9000], "columns": 2, "lead": ["page"], "others": ["column"]}
    desk_with(desk, {"templates": {"plain": plain}}, words=[0, 0])
    body = "\n\n".join(text(3, 8))
    asking = copy_of(article(desk, body, f"layout: island\n{PHOTO}"))
    assert {fit.variant.template for fit in fitted(asking)} == {"island"}
    other = copy_of(article(desk, body))
    assert {fit.variant.template for fit in fitted(other)} == {"plain"}
    assert {fit.variant.template for fit in loosened(other) if not fit.variant.streamed} == {"plain"}


# ---------------------------------------------------------------------- sides


def edges(desk: Desk, at: list[str]) -> set[tuple[str, str]]:
    """Edges of columns at which a narrow photo may stand, each with the side of the spread for that."""
    sizes = {"photo_sizes": {"third": {"modules": 2, "aspect": [0.6, 1.6]}}}
    desk_with(desk, sizes, inset_at=at, pull=0)
    copy = copy_of(article(desk, "\n\n".join(text(3, 8))))
    found = beside(copy)
    assert found
    return {(inset.edge, inset.hand) for fit in found for inset in fit.variant.insets}


def test_what_stands_outside_is_at_the_right_of_right_hand_pages_alone(desk: Desk) -> None:
    assert edges(desk, ["outside"]) == {("left", "left"), ("right", "right")}


def test_what_stands_inside_is_at_the_other_edge(desk: Desk) -> None:
    assert edges(desk, ["inside"]) == {("left", "right"), ("right", "left")}


def test_what_stands_over_the_gutter_may_be_on_any_page(desk: Desk) -> None:
    assert edges(desk, ["gutter"]) == {("gutter", "")}


def test_on_finished_pages_a_photo_stands_on_the_outer_side(desk: Desk) -> None:
    sizes = {"photo_sizes": {"third": {"modules": 2, "aspect": [0.6, 1.6]}}}
    desk_with(desk, sizes, inset_at=["outside"], pull=0, lead=[], others=[])
    names = [f"a{number}.md" for number in range(6)]
    listed = ", ".join(f"articles/{name}" for name in names)
    desk.manifest(MANIFEST.replace("layout: plain", "layout: mine").replace("articles/almaty.md", listed))
    for number, name in enumerate(names):
        photo = PHOTO.replace("photos/a.jpg", f"photos/{number}.jpg")
        article(desk, "\n\n".join(text(number, 8)), photo)
        place = desk.root / FOLDER / "articles" / "almaty.md"
        desk.write(f"{FOLDER}/articles/{name}", place.read_text(encoding="utf-8"))
        desk.photo(f"photos/{number}.jpg", (desk.root / FOLDER / "photos/a.jpg").read_bytes())
    makeup = made(desk)
    found = 0
    for page in makeup.pages:
        area = desk.issue().layout.geometry(left_hand=page.left_hand).area  # type: ignore[union-attr]
        for item in page.items:
            if isinstance(item, PictureItem) and page.kind == "article" and item.box.width < area.width / 3:
                found += 1
                edge = item.box.left - area.left
                columns = (0.0, area.width / 2 + 6)
                outer = any(abs(edge - x) < 1 for x in columns) if page.left_hand else item.box.right > area.left + 60
                assert outer
    assert found


def made(desk: Desk) -> Makeup:
    """The desk's issue, made up."""
    makeup, report = make_up(desk.project, desk.issue(), BuildOptions())
    assert not report.refuses, [str(finding) for finding in report]
    return makeup


# ---------------------------------------------------------------------- the flatplan


@pytest.mark.parametrize("kind", ["photo", "pull"])
def test_an_article_is_made_up_again_as_its_flatplan_says(desk: Desk, kind: str) -> None:
    if kind == "pull":
        copy = copy_of(quoting(desk))
    else:
        copy = copy_of(article(desk_with(desk, pull=0), "\n\n".join(text(3, 8))))
    fits = beside(copy)
    assert fits
    for fit in fits:
        kept = flatplan_of([Made(copy, fit, 1, 0)], copy.layout, 1, EMPTY)
        again = refitted(copy, kept.articles[0])
        assert not isinstance(again, str), again
        assert again.sheets == fit.sheets
        assert again.variant.insets == fit.variant.insets
        place = "pull: {number: 1, column: 1" if kind == "pull" else "place: gutter, row:"
        assert place in written(kept)


def test_a_pinned_inset_stays_when_another_article_grows(desk: Desk) -> None:
    quoting(desk, front="layout: island\n")
    listed = "articles/almaty.md, articles/other.md"
    desk.manifest(MANIFEST.replace("layout: plain", "layout: mine").replace("articles/almaty.md", listed))
    other = "---\ntitle: Another\ndate: 2023-04-06\n---\n"
    desk.write(f"{FOLDER}/articles/other.md", other + "\n\n".join(text(9, 4)))
    issue = desk.issue()
    assert issue.layout
    first, _, flatplan = paginate_again(issue, issue.layout, EMPTY)
    plans = tuple(plan.model_copy(update={"pin": plan.article.endswith("almaty.md")}) for plan in flatplan.articles)
    pinned = flatplan.model_copy(update={"articles": plans})
    assert pinned.articles[0].pull
    desk.write(f"{FOLDER}/articles/other.md", other + "\n\n".join(text(9, 12)))
    issue = desk.issue()
    assert issue.layout
    second, report, again = paginate_again(issue, issue.layout, pinned)
    assert not [str(finding) for finding in report if finding.code == "W520"]
    assert again.articles[0].pull == pinned.articles[0].pull
    assert _lines(first) == _lines(second)


def _lines(makeup: Makeup) -> list[tuple[int, float, float, str]]:
    """The lines of the first article, each with its place."""
    return [
        (page.number, round(item.x, 3), round(item.y, 3), item.line.text)
        for page in makeup.pages
        for item in page.items
        if isinstance(item, TextItem) and item.block.startswith("articles/almaty.md")
    ]


def test_a_place_that_is_none_any_more_is_said(desk: Desk) -> None:
    copy = copy_of(quoting(desk))
    kept = flatplan_of([Made(copy, beside(copy)[0], 1, 0)], copy.layout, 1, EMPTY).articles[0]
    assert kept.pull
    moved = kept.model_copy(update={"pull": kept.pull.model_copy(update={"place": "left"})})
    assert refitted(copy, moved) == "its pull quote can no longer stand there"
    gone = replace(copy.article, blocks=copy.article.blocks[:2])
    copy.article = gone
    assert refitted(copy, kept) == "its pull quote can no longer stand there"
