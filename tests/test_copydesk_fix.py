"""``digest lint`` at the command line: what it shows, what ``--fix`` changes, and what it never touches."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.copydesk import Correction, corrected, lint
from pipeline.diagnostic import Span
from pipeline.issue import load
from tests.commandline import CommandLine
from tests.copydesk_desk import codes, remarks_on, told
from tests.generated import Issue, seeds
from tests.issue_desk import ARTICLE, FOLDER, MANIFEST, Desk, new_desk
from tests.planted import FAULTS, NAME, plant

HERE = "issues/2023-q2/articles/almaty.md"


@pytest.fixture
def line(digest: CommandLine) -> CommandLine:
    """The command line in the project of the desk."""
    new_desk(digest.folder)
    return digest


def write(line: CommandLine, body: str) -> None:
    (line.folder / HERE).write_text(ARTICLE.replace("The visit began with a lecture.", body), encoding="utf-8")


def test_lint_lists_what_it_found_and_how_to_correct_it(line: CommandLine) -> None:
    write(line, "From 10 to14 April, in in May.\n")
    done = line("lint")
    assert done.code == 0
    assert f"{HERE}:5:9  A261  A blank is lost: to14  Type to 14" in done.out
    assert "2023-q2: 2 advice\nNext: digest lint 2023-q2 --fix corrects 2 of them\n" in done.out
    assert "Spelling was not checked: " in done.out


def test_check_says_the_same(line: CommandLine) -> None:
    write(line, "From 10 to14 April, in in May.\n")
    assert {"A261", "A245"} <= {finding["code"] for finding in line("check", "--json").data["findings"]}


def test_fix_corrects_the_files_and_shows_the_difference(line: CommandLine) -> None:
    write(line, "From 10 to14 April, in in in May. It ended. we left.\n")
    done = line("lint", "--fix")
    assert "-From 10 to14 April, in in in May. It ended. we left.\n" in done.out
    assert "+From 10 to 14 April, in May. It ended. we left.\n" in done.out
    assert "A263" in done.out
    assert "2023-q2: 3 corrections in 1 file; 1 advice left" in done.out
    assert (line.folder / HERE).read_text(encoding="utf-8").rstrip().endswith("to 14 April, in May. It ended. we left.")
    assert "0 corrections in 0 files" in line("lint", "--fix").out


@pytest.mark.parametrize("option", [[], ["--fix"]])
def test_an_article_that_cannot_be_read_is_told_and_not_taken_for_clean(line: CommandLine, option: list[str]) -> None:
    (line.folder / HERE).write_bytes(ARTICLE.encode("utf-16"))
    done = line("lint", *option)
    assert done.code == 1
    assert f"{HERE}:1:1  E105  " in done.out
    assert (line.folder / HERE).read_bytes() == ARTICLE.encode("utf-16")


def test_a_german_quotation_is_not_turned_round(line: CommandLine) -> None:
    write(line, "Sie sagte: „Der Himmel hat eine Leiter“, und ging.\n")
    before = (line.folder / HERE).read_bytes()
    assert "give the article its language" in line("lint", "--fix").out
    assert (line.folder / HERE).read_bytes() == before


def test_the_json_document_has_the_corrections(line: CommandLine) -> None:
    write(line, "From 10 to14 April.\n")
    wanted = [{"file": HERE, "line": 5, "column": 10, "old": "o1", "new": "o 1"}]
    data = line("lint", "--json").data
    assert (data["command"], data["corrections"]) == ("lint", wanted)
    assert "hunspell" in data["spelling"]
    assert line("lint", "--fix", "--json").data["corrections"] == wanted
    assert line("lint", "--json").data["corrections"] == []


def test_a_manifest_that_cannot_be_read_is_told(line: CommandLine) -> None:
    (line.folder / FOLDER / "issue.yaml").write_text("issue: [", encoding="utf-8")
    done = line("lint")
    assert done.code == 1
    assert "E111" in done.err


def test_line_ends_and_byte_order_marks_stay(line: CommandLine) -> None:
    text = "\ufeff" + ARTICLE.replace("The visit began with a lecture.", "From 10 to14 May.\n\nIn in June.")
    (line.folder / HERE).write_bytes(text.replace("\n", "\r\n").encode())
    line("lint", "--fix")
    right = text.replace("to14", "to 14").replace("In in", "In")
    assert (line.folder / HERE).read_bytes() == right.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "value,after",
    [
        ('"One,two  three"', '"One, two three"'),
        ("'It''s so,two  three'", "'It''s so, two three'"),
        ("One,two  three", "One, two three"),
        ('"A \\"mark\\",two"', '"A \\"mark\\",two"'),
    ],
)
def test_values_of_yaml_are_corrected_where_that_is_safe(line: CommandLine, value: str, after: str) -> None:
    text = ARTICLE.replace("date:", f"standfirst: {value}\ndate:")
    (line.folder / HERE).write_text(text, encoding="utf-8")
    line("lint", "--fix")
    assert f"standfirst: {after}\n" in (line.folder / HERE).read_text(encoding="utf-8")


def test_corrections_that_do_not_fit_the_file_are_not_made() -> None:
    span = Span("a.md", 1, 3)
    assert corrected("abcdef", [Correction(span, "xx", "y")]) == ("abcdef", [])
    overlapping = [Correction(span, "cd", "1"), Correction(Span("a.md", 1, 4), "de", "2")]
    assert corrected("abcdef", overlapping) == ("abc2f", [overlapping[1]])
    assert corrected("a", [Correction(Span("a.md", 9, 1), "a", "b")]) == ("a", [])


# ---------------------------------------------------------------------- the word list


STYLE = (
    "prefer: {per cent: [percent], Kyrgyz Republic: [Kyrgyzstan]}\ntitles: [Mr]\nnames: [Dana Serik]\nknown: [HQRS]\n"
)


def test_the_word_list_of_the_issue_is_applied(desk: Desk) -> None:
    text = "Mr. Lee of the HQRS and Dana Serig went to Kyrgyzstan. Percent of percent."
    found = remarks_on(desk, text, style=STYLE)
    assert told(found) == [
        "a0.md:4:56  A270  House style: “per cent”, not “Percent”.  Type Per cent",
        "a0.md:4:67  A270  House style: “per cent”, not “percent”.  Type per cent",
        "a0.md:4:44  A270  House style: “Kyrgyz Republic”, not “Kyrgyzstan”.  Type Kyrgyz Republic",
        "a0.md:4:1  A270  House style: “Mr” has no full stop.  Type Mr",
        "a0.md:4:30  A270  “Serig” is nearly “Serik”, a name of the house's list.  Type Serik, if it is meant.",
    ]
    assert [bool(remark.correction) for remark in found] == [True, True, True, True, False]


def test_the_layouts_word_list_is_applied_and_the_issues_outweighs_it(desk: Desk) -> None:
    layout = (desk.root / "layouts/plain/layout.yaml").read_text(encoding="utf-8")
    desk.write("layouts/plain/layout.yaml", layout + "house_style: {prefer: {per cent: [percent], TV: [telly]}}\n")
    assert codes(remarks_on(desk, "One percent of the telly.")) == {"A270"}
    own = remarks_on(desk, "One percent of the telly.", style="prefer: {pct: [percent]}\n")
    assert sorted(remark.finding.hint for remark in own) == ["Type TV", "Type pct"]


def test_a_fault_in_the_word_list_is_told_at_its_line(desk: Desk) -> None:
    found = told(remarks_on(desk, "Text.", style="titles: [Mr]\nnmes: [A]\n"))
    assert [line.split("  ")[1] for line in found] == ["E121"]
    assert "style.yaml:2:1" in found[0]


# ---------------------------------------------------------------------- what must always hold


# Words are drawn at random there, with stops behind them, and photos from three: so these are right.
DRAWN = {"A245", "A263", "A273", "A274"}


@settings(max_examples=25)
@given(seeds)
def test_any_issue_is_read_without_a_crash_and_with_few_remarks(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    made = Issue.of(seed)
    project = made.write(tmp_path_factory.mktemp("generated"))
    issue, _ = load(project, "2023-q2")
    assert issue
    words = sum(article.words for article in issue.articles())
    few = [r for r in lint(project, issue) if r.finding.code not in DRAWN]
    assert len(few) <= 3 + 12 * words / 1000
    assert lint(project, issue) == lint(project, issue)


@settings(max_examples=25)
@given(st.lists(st.text("aаIl1 .,;-–—'\"()“”«»3\n*_[]#:", max_size=60), min_size=1, max_size=3))
def test_any_text_is_read_and_corrected_once(tmp_path_factory: pytest.TempPathFactory, bodies: list[str]) -> None:
    desk = new_desk(tmp_path_factory.mktemp("any"))
    desk.article(ARTICLE + "\n\n".join(bodies) + "\n")
    place = desk.root / HERE
    for _ in range(12):
        wanted = [r.correction for r in lint(desk.project, desk.issue()) if r.correction]
        before = place.read_text(encoding="utf-8")
        after, made = corrected(before, wanted)
        if not made:
            break
        place.write_text(after, encoding="utf-8")
    else:
        pytest.fail("corrections go on for ever")


def test_fix_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    project = plant(tmp_path)
    folder = tmp_path / "issues" / NAME
    files = [folder / "issue.yaml", *sorted((folder / "articles").iterdir())]
    issue, _ = load(project, NAME)
    assert issue
    remarks = lint(project, issue)
    for place in files:
        path = place.relative_to(tmp_path).as_posix()
        before = place.read_text(encoding="utf-8")
        after, made = corrected(
            before, [r.correction for r in remarks if r.correction and r.correction.span.file == path]
        )
        changed = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False).get_opcodes()
        lines = {line for tag, first, last, _, _ in changed if tag != "equal" for line in range(first + 1, last + 1)}
        assert lines == {one.span.line for one in made}
    assert len(FAULTS) > len([remark for remark in remarks if remark.correction]) > 25


def test_what_was_read_is_kept_until_something_changes(desk: Desk) -> None:
    found = remarks_on(desk, "From 10 to14 April.")
    issue = desk.issue()
    assert lint(desk.project, issue) == found
    kept = sorted(path for path in (desk.root / ".digest/cache").rglob("*") if path.is_file())
    assert lint(desk.project, issue) == found
    assert sorted(path for path in (desk.root / ".digest/cache").rglob("*") if path.is_file()) == kept
    for path in kept:
        path.write_bytes(b"damaged")
    assert lint(desk.project, issue) == found
    assert codes(remarks_on(desk, "From 10 to 14 April.")) == set()
    assert MANIFEST
