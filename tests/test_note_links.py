"""Footnote marks lead to their notes and back, wherever either stands, and look as they did."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.build import BuildOptions, build
from pipeline.copyfit import Copy
from pipeline.edition import screen_edition
from pipeline.flatplan import EMPTY
from pipeline.galley import Unit, renoted
from pipeline.issue import check
from pipeline.page import AnchorItem, Item, Makeup, TextItem
from pipeline.paginate import paginate
from tests import generated
from tests.composing import WORDS, galley, layout, lines, styled, with_initials
from tests.generated import jpeg
from tests.issue_desk import MANIFEST, Desk, new_desk
from tests.links import Linked, links_of
from tests.runaround_desk import article as inset_article
from tests.runaround_desk import copy_of, desk_with, text
from tests.small_pages import SENTENCE, article, made_up, written
from tests.test_jumps import article as jumping
from tests.test_jumps import made as jumped

PATH = "articles/almaty.md"


def anchors(units: tuple[Unit, ...] | list[Unit]) -> list[str]:
    """The names of anchors in units and their footnotes, in order."""
    every = [own for unit in units for own in (unit, *unit.notes)]
    return [item.name.removeprefix(f"{PATH}/") for unit in every for item in unit.items if isinstance(item, AnchorItem)]


def leads(items: list[Item] | tuple[Item, ...]) -> list[tuple[str, str]]:
    """What is a link within the document, and where it leads."""
    return [
        ("".join(run.text for run, _ in segment.runs), segment.href.removeprefix(f"#{PATH}/"))
        for item in items
        if isinstance(item, TextItem)
        for segment in item.line.segments
        if segment.href.startswith("#")
    ]


def every_item(units: tuple[Unit, ...]) -> list[Item]:
    return [item for unit in units for own in (unit, *unit.notes) for item in own.items]


def test_a_mark_leads_to_its_note_and_the_notes_number_back(desk: Desk) -> None:
    made = galley(styled(desk), "One[^a] two[^b] three.\n\n[^a]: A.\n\n[^b]: B.\n")
    assert leads(every_item(made.units)) == [("1", "note-1"), ("2", "note-2"), ("1", "mark-1"), ("2", "mark-2")]
    assert anchors(made.units) == ["mark-1", "mark-2", "note-1", "note-2"]


def test_the_first_of_several_marks_of_a_note_is_the_one_that_it_leads_back_to(desk: Desk) -> None:
    made = galley(styled(desk), "One[^a].\n\nTwo[^a] and three[^a].\n\n[^a]: A.\n")
    assert leads(every_item(made.units)) == [("1", "note-1"), ("1", "mark-1"), ("1", "note-1"), ("1", "note-1")]
    assert [anchors([unit]) for unit in made.units] == [["mark-1", "note-1"], []]


def test_marks_next_to_each_other_lead_each_to_its_own(desk: Desk) -> None:
    made = galley(styled(desk), "One[^a][^b].\n\n[^a]: A.\n\n[^b]: B.\n")
    assert leads(every_item(made.units))[:2] == [("1", "note-1"), ("2", "note-2")]


def test_an_anchor_stands_at_the_top_of_what_it_names(desk: Desk) -> None:
    made = galley(styled(desk), f"{WORDS * 2}here[^a].\n\n[^a]: A.\n")
    (unit,) = (unit for unit in made.units if unit.notes)
    (line,) = lines([unit])
    (mark,) = (item for item in unit.items if isinstance(item, AnchorItem))
    raised = next(segment for segment in line.line.segments if segment.rise)
    assert mark.y == pytest.approx(line.y - raised.rise - raised.size)
    assert [item.y for item in unit.notes[0].items if isinstance(item, AnchorItem)] == [0.0]


def test_marks_look_as_the_text_around_them(desk: Desk) -> None:
    voice = desk.manifest(MANIFEST.replace("layout: plain", "layout: voice"))
    assert "link" in layout(voice).swatches
    word, mark, stop, *_ = lines(galley(voice, "one[^a].\n\n[^a]: A.\n").units)[0].line.segments
    assert (mark.swatch, mark.face) == (word.swatch, word.face)
    assert mark.size == pytest.approx(word.size * 0.62)
    assert stop.href == word.href == ""


def test_only_the_number_is_the_link_and_not_the_space_behind_it(desk: Desk) -> None:
    made = galley(styled(desk), "One[^a].\n\n[^a]: Note.\n")
    first = lines(made.units[0].notes)[0].line.segments
    assert [("".join(run.text for run, _ in s.runs), bool(s.href)) for s in first] == [("1", True), (" Note.", False)]


PLACES = {
    "a list": "- one[^a]\n- two",
    "a quotation": "> one[^a]",
    "a box": "::: box Title[^a]\nOne[^a].\n:::",
    "a pull quote": "::: pull\nOne[^a]\n:::",
    "a subhead": "## One[^a]\n\nText.",
    "a cell": "| a | b |\n|---|---|\n| c | d[^a] |",
    "the head of a table": "| a[^a] | b |\n|---|---|\n| c | d |",
    "words in another language": "One [mot[^a] juste]{lang=fr}.",
    "the first word": f"A[^a] {WORDS * 5}",
}


@pytest.mark.parametrize("body", PLACES.values(), ids=PLACES)
def test_marks_lead_to_their_notes_from(desk: Desk, body: str) -> None:
    made = galley(with_initials(desk), f"{body}\n\n[^a]: A note.\n")
    found = leads(every_item(made.units))
    assert set(found) == {("1", "note-1"), ("1", "mark-1")}
    assert Counter(anchors(made.units)) == {"note-1": 1, "mark-1": 1}


def test_the_head_of_a_table_that_is_drawn_again_has_no_links_and_no_anchors(desk: Desk) -> None:
    rows = "".join(f"| Land {i} | {i} |\n" for i in range(60))
    made = galley(styled(desk), f"| Country[^a] | [Members](https://a.org) |\n|---|---|\n{rows}\n[^a]: A.\n")
    again = [unit.over for unit in made.units if unit.over and unit.kind == "table"]
    assert again
    for head in again:
        assert not any(isinstance(item, AnchorItem) for item in head.items)
        assert {s.href for item in lines([head]) for s in item.line.segments} == {""}


def test_a_note_too_deep_for_the_foot_of_a_column_is_led_to_behind_the_text(desk: Desk) -> None:
    made = galley(styled(desk), f"Text[^a] and more.\n\n[^a]: {WORDS * 20}\n")
    assert [anchors([unit]) for unit in (made.units[0], made.units[-1])] == [["mark-1"], ["note-1"]]


def test_a_note_whose_only_mark_is_in_another_note_leads_back_there(desk: Desk) -> None:
    made = galley(styled(desk), "Text[^a].\n\n[^a]: A note[^b].\n\n[^b]: Another.\n")
    found = leads(every_item(made.units))
    assert set(found) == {("1", "note-1"), ("1", "mark-1"), ("2", "note-2"), ("2", "mark-2")}
    assert Counter(anchors(made.units)) == {"note-1": 1, "mark-1": 1, "note-2": 1, "mark-2": 1}


@pytest.mark.parametrize(
    "body,code",
    [("Text[^a].\n", "E211"), ("Text.\n\n[^a]: A.\n", "E212"), ("Text[^a].\n\n[^a]: A.\n\n[^a]: B.\n", "E213")],
)
def test_what_has_no_other_end_leads_nowhere(desk: Desk, body: str, code: str) -> None:
    made = galley(styled(desk), body)
    assert any(code in finding for finding in desk.findings())
    assert {href for _, href in leads(every_item(made.units))} <= set(anchors(made.units))


def noted_paragraphs(desk: Desk) -> Copy:
    """An article of paragraphs with marks whose notes are so deep that they stand behind the text."""
    paragraphs = [f"{words} Here[^{i}] it ends." for i, words in enumerate(text(4, 8, 70))]
    notes = [f"[^{i}]: {WORDS * 20}" for i in range(8)]
    return copy_of(inset_article(desk_with(desk), "\n\n".join((*paragraphs, *notes)), ""))


def test_a_paragraph_set_anew_keeps_its_anchor_when_its_note_stands_behind_the_text(desk: Desk) -> None:
    copy = noted_paragraphs(desk)
    measure = copy.galley(2).measure
    passages = list(dict.fromkeys(unit.passage for unit in copy.galley(2).units if unit.passage))
    anew = []
    for passage in passages:
        before = copy.lines_of(passage)
        run = copy.run_round(passage, ((0.0, measure * 0.8),) * 3)
        for units in (copy.relined(passage, len(before) + 1), run.units(copy.setter) if run else ()):
            if units:
                anew.append(renoted(before, units))
                assert anchors(before) == anchors(anew[-1])
                assert len(anchors(before)) == 1
    assert len(anew) > 5


# ---------------------------------------------------------------------- whole issues


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all generated issues."""
    return new_desk(tmp_path_factory.mktemp("notes")).root


def in_pdf(desk: Desk, makeup: Makeup) -> tuple[list[Linked], list[str]]:
    """The links of the finished PDF, and the names of its destinations."""
    issue = desk.issue()
    with pikepdf.open(BytesIO(screen_edition(desk.project, issue, makeup, original=True))) as pdf:
        return list(links_of(pdf)), [str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)]


def test_links_of_the_pdf_lead_from_page_to_page_and_names_are_each_articles_own(desk: Desk) -> None:
    body = f"{SENTENCE * 50}End[^a].\n\n[^a]: A note.\n"
    written(desk, "", one=article("One", body), two=article("Two", body))
    found, names = in_pdf(desk, made_up(desk)[2])
    numbers = [link for link in found if link.says == "1"]
    assert len(numbers) == 4
    assert [link.page for link in numbers] == [link.target for link in numbers]
    own = [f"articles/{name}.md/{kind}-1" for name in ("one", "two") for kind in ("mark", "note")]
    assert sorted(name for name in names if name[-2:] == "-1") == own


def test_marks_before_a_jump_and_behind_it_lead_to_their_notes(desk: Desk) -> None:
    source = jumping("One", 30).split("\n\n")
    source[1] += " First[^a]."
    source[-3] += " Last[^b]."
    whole = "\n\n".join(source) + "\n[^a]: A note.\n\n[^b]: Another.\n"
    _, _, makeup, _ = jumped(desk, EMPTY, one=whole, two=jumping("Two", 4, ""))
    found, names = in_pdf(desk, makeup)
    assert {name for name in names if name.startswith("articles/one.md/") and name[-1].isdigit()} == {
        f"articles/one.md/{kind}-{number}" for kind in ("mark", "note") for number in (1, 2)
    }
    pages = {says: {(link.page, link.target) for link in found if link.says == says} for says in ("1", "2")}
    assert pages["1"] == {(0, 0)}
    ((page, target),) = pages["2"]
    assert page == target
    assert page > 0


def test_notes_of_the_foreword_and_of_an_article_that_is_built_alone_are_led_to(desk: Desk) -> None:
    more = "foreword: {article: articles/word.md, signed: {name: A, role: B}}\n"
    desk.manifest(MANIFEST.replace("layout: plain", "layout: voice") + more).photo("photos/cover.jpg", jpeg("cover"))
    desk.article("---\ntitle: A word\n---\nDear readers[^x].\n\n[^x]: All of you.\n", "word.md")
    desk.body("Text[^a].\n\n[^a]: A note.\n")
    issue = desk.issue()
    assert not check(issue).refuses
    assert issue.layout
    for only in ("articles/word.md", PATH):
        makeup, report = paginate(issue, issue.layout, None, only)
        assert not report.refuses, [str(finding) for finding in report]
        found, _ = in_pdf(desk, makeup)
        assert [link.says for link in found if link.says == "1"] == ["1"] * 2


def test_notes_change_neither_outline_nor_contents(desk: Desk) -> None:
    outlines = []
    for body in ("Text[^a].\n\n[^a]: A note.\n", "Text.\n"):
        written(desk, "", one=article("One", body))
        outlines.append(made_up(desk)[2].outline)
    assert outlines[0] == outlines[1]


def test_a_pull_quote_that_stands_elsewhere_does_not_take_a_note_with_it(desk: Desk) -> None:
    body = f"{SENTENCE * 12}End[^a].\n\n::: pull\nThe members agreed\n:::\n\n{SENTENCE * 6}\n\n[^a]: A note.\n"
    written(desk, "fillers:\n  - pull: articles/one.md", one=article("One", body))
    found, names = in_pdf(desk, made_up(desk)[2])
    assert len([link for link in found if link.says == "1"]) == 2
    assert not any("#pull" in name for name in names)


@given(lengths=st.lists(st.tuples(st.integers(1, 14), st.integers(0, 3), st.integers(1, 5)), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_however_pages_are_made_up_all_marks_and_notes_have_one_anchor(
    root: Path, lengths: list[tuple[int, int, int]]
) -> None:
    articles = {}
    for number, (paragraphs, notes, deep) in enumerate(lengths):
        marked = [f"{SENTENCE * 2}End{f'[^{i}]' if i < notes else ''}." for i in range(paragraphs)]
        told = [f"[^{i}]: {SENTENCE * deep}" for i in range(min(notes, paragraphs))]
        articles[f"a{number}"] = article(f"Title {number}", "\n\n".join((*marked, *told)))
    makeup = made_up(written(Desk(root), "pages: {multiple_of: 1}", **articles))[2]
    items = [item for page in makeup.pages for item in page.items]
    names = Counter(item.name for item in items if isinstance(item, AnchorItem))
    assert set(names.values()) <= {1}
    assert {href.removeprefix("#") for _, href in leads(items)} <= set(names)
    wanted = sum(min(notes, paragraphs) for paragraphs, notes, _ in lengths)
    assert sum("/note-" in name for name in names) == sum("/mark-" in name for name in names) == wanted


@given(seed=generated.seeds)
@settings(max_examples=5, derandomize=True, database=None, deadline=None)
def test_in_generated_issues_every_mark_and_every_note_has_its_other_end(root: Path, seed: int) -> None:
    issue = generated.Issue.of(seed)
    outcome = build(issue.write(root, f"seed-{seed}"), f"seed-{seed}", BuildOptions(photos="original"))
    assert outcome.document
    with pikepdf.open(BytesIO(outcome.document.data)) as pdf:
        names = [str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)]
        ways = Counter((link.page, link.target) for link in links_of(pdf) if link.says.isdigit() and not link.address)
    notes = sum(len(article.notes) for article in issue.articles)
    assert sum("/note-" in name for name in names) == sum("/mark-" in name for name in names) == notes
    assert sum(ways.values()) >= 2 * notes


@given(before=st.integers(1, 40), measure=st.floats(90.0, 200.0))
@settings(max_examples=60, deadline=None)
def test_wherever_a_line_ends_no_link_consists_of_the_space_behind_it(
    tmp_path_factory: pytest.TempPathFactory, before: int, measure: float
) -> None:
    shelf = styled(new_desk(tmp_path_factory.mktemp("ends")))
    words = "noted[^a] [a link](https://example.org) [un mot]{lang=fr}"
    made = galley(shelf, f"{'word ' * before}{words} and {'more ' * 12}\n\n[^a]: A.\n", measure)
    said = [
        "".join(run.text for segment in group for run, _ in segment.runs)
        for line in lines(made.units)
        for (href, language), group in groupby(line.line.segments, key=lambda s: (s.href, s.language))
        if href or language
    ]
    assert all(part.strip() for part in said)
    assert "".join(said).replace(" ", "") == "1alinkunmot"
