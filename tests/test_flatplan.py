"""The flatplan's file: written and read back, faults in it, and pins that change one line of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.flatplan import ArticlePlan, Flatplan, PhotoPlan, read_flatplan, with_pin, written
from pipeline.project import Project
from pipeline.yamlfile import Scalar, parse, quoted
from tests.issue_desk import FOLDER, Desk

PATH = f"{FOLDER}/flatplan.yaml"

names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
small = st.integers(1, 90)
photos = st.builds(
    PhotoPlan,
    file=names,
    size=names,
    rows=small,
    column=st.integers(1, 3),
    page=st.integers(1, 4),
    place=st.sampled_from(["head", "foot"]),
) | st.builds(PhotoPlan, file=names)
articles = st.builds(
    ArticlePlan,
    article=names,
    pages=st.lists(small, min_size=1, max_size=4).map(tuple),
    row=small,
    ends=small,
    template=names,
    photos=st.lists(photos, max_size=3).map(tuple),
    pin=st.booleans(),
)
flatplans = st.builds(
    Flatplan,
    layout=names,
    state=names,
    pages=small,
    foreword=st.lists(small, max_size=2).map(tuple),
    articles=st.lists(articles, max_size=4).map(tuple),
)


def read(desk: Desk, text: str) -> Flatplan:
    flatplan, findings = read_flatplan(desk.write(PATH, text).project.file(PATH))
    assert findings == ()
    assert flatplan
    return flatplan


def findings_of(desk: Desk, text: str) -> list[str]:
    _, findings = read_flatplan(desk.write(PATH, text).project.file(PATH))
    return [str(finding).removeprefix(f"{FOLDER}/") for finding in findings]


@given(flatplan=flatplans)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, flatplan: Flatplan) -> None:
    root = tmp_path_factory.mktemp("flatplan")
    (root / "issues").mkdir()
    (root / "flatplan.yaml").write_text(written(flatplan), encoding="utf-8")
    again, findings = read_flatplan(Project(root).file("flatplan.yaml"))
    assert findings == ()
    assert again == flatplan
    assert written(again) == written(flatplan)


@given(text=names | st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_a_quoted_text_is_one_text_in_a_list_and_behind_a_key(text: str) -> None:
    node = parse(f"key: {{a: {quoted(text)}, b: {quoted(text)}}}", "a.yaml")
    inner = getattr(node, "entries")[0][1]  # noqa: B009 - the tree's kinds are told apart elsewhere
    assert [value.text for _, value in inner.entries if isinstance(value, Scalar)] == [text, text]


def test_a_file_that_was_emptied_is_an_empty_flatplan(desk: Desk) -> None:
    assert read(desk, "# nothing here\n") == Flatplan()


def test_a_fault_names_its_line_and_says_that_the_file_may_be_deleted(desk: Desk) -> None:
    (found,) = findings_of(desk, "articles:\n  - {article: a.md, template: tall, pages: [4], pim: true}\n")
    assert found.startswith("flatplan.yaml:2:49  E121  'pim' is not a known key in articles 1.  Did you mean pin? ")
    assert found.endswith("Or delete flatplan.yaml: the next build makes it anew, without its pins.")


def test_every_fault_of_the_file_is_told_at_once(desk: Desk) -> None:
    found = findings_of(desk, "articles:\n  - article: a.md\n    pages: []\n    pin: maybe\n")
    assert [line.split()[1] for line in found] == ["E123", "E122", "E123"]


@pytest.mark.parametrize("text", ["<<<<<<< ours\n", "articles: [\n", "- a\n"])
def test_what_is_no_flatplan_is_a_finding(desk: Desk, text: str) -> None:
    assert findings_of(desk, text)


TWO = """\
# My own words.
articles:
  # the first
  - article: articles/one.md   # of two
    pages: [4, 5]
    template: tall
    pin: {pin}   # held for the chairman
  - {{template: wide, article: articles/two.md, pages: [6]}}
  - article: articles/three.md
    pages: [7]
    template: tall
"""


def test_a_pin_changes_its_own_word_alone(desk: Desk) -> None:
    for before, after in (("true", "false"), ("false", "true"), ('"true"', "false")):
        text = TWO.format(pin=before)
        plan = read(desk, text).of("articles/one.md")
        assert plan
        assert with_pin(text, plan, on=after == "true") == TWO.format(pin=after)


@pytest.mark.parametrize("name", ["articles/two.md", "articles/three.md"])
def test_a_pin_that_is_not_there_yet_is_added_and_all_else_stays(desk: Desk, name: str) -> None:
    text = TWO.format(pin="true")
    before = read(desk, text)
    plan = before.of(name)
    assert plan
    changed = with_pin(text, plan, on=True)
    after = read(desk, changed)
    assert [(p.article, p.pin) for p in after.articles if p.pin] == [("articles/one.md", True), (name, True)]
    assert [p.model_copy(update={"pin": False}) for p in after.articles] == [
        p.model_copy(update={"pin": False}) for p in before.articles
    ]
    assert "# held for the chairman" in changed
    assert "# of two" in changed
