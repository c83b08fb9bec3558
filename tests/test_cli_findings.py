"""How the command line shows findings: a line each, on a terminal, as JSON; and what it returns."""

from __future__ import annotations

import re

import click
import pytest

from pipeline.cli.progress import Progress
from pipeline.cli.show import table, width_of
from tests.commandline import CommandLine

MANIFEST = "issues/2026-q4/issue.yaml"
LONG = "articles/how-an-article-is-written.md"


@pytest.fixture
def terminal(newsletter: CommandLine) -> CommandLine:
    """The new project's command line on a terminal."""
    newsletter.terminal = True
    return newsletter


def test_a_new_issue_has_no_findings(newsletter: CommandLine) -> None:
    done = newsletter("check")
    assert done.code == 0
    assert done.out.startswith("2026-q4: no findings in ")
    assert done.err == ""


def test_advice_does_not_fail_a_check(newsletter: CommandLine) -> None:
    newsletter.edit("issues/2026-q4/articles/foreword.md", "This is the", "This is the the")
    done = newsletter("check", "--json")
    assert done.code == 0
    assert done.data["ok"] is True
    assert done.data["counts"] == {"error": 0, "warning": 0, "advice": 1}


def test_an_error_fails_a_check(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "articles/before-you-publish.md", "articles/before-you-print.md")
    done = newsletter("check")
    assert done.code == 1
    assert "E101" in done.out
    assert "Did you mean" in done.out


def test_away_from_a_terminal_a_finding_is_one_line_that_can_be_searched(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    lines = newsletter("check").out.splitlines()
    assert f"{MANIFEST}:10:1  E121  'langauge' is not a known key.  Did you mean language?" in lines


@pytest.mark.parametrize(
    "here,shown", [(".", MANIFEST), ("issues/2026-q4", "issue.yaml"), ("issues", "2026-q4/issue.yaml")]
)
def test_a_path_is_shown_as_it_is_typed_from_here(newsletter: CommandLine, here: str, shown: str) -> None:
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    assert newsletter("check", "2026-q4", here=here).out.startswith(f"{shown}:10:1  E121")


def test_from_a_folder_below_the_path_climbs(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    assert newsletter("check", here="issues/2026-q4/articles").out.startswith("../issue.yaml:10:1  E121")


def test_json_names_every_part_of_a_finding(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    data = newsletter("check", "--json", here="issues/2026-q4").data
    assert data["command"] == "check"
    assert data["document"] is None
    assert data["seconds"] >= 0
    assert data["findings"] == [
        {
            "code": "E121",
            "severity": "error",
            "role": "editor",
            "message": "'langauge' is not a known key.",
            "hint": "Did you mean language?",
            "file": MANIFEST,
            "line": 10,
            "column": 1,
            "page": "",
        }
    ]


def test_with_json_even_what_stops_a_command_is_json(digest: CommandLine) -> None:
    done = digest("check", "--json")
    assert done.code == 1
    assert [finding["code"] for finding in done.data["findings"]] == ["E106"]
    assert done.err == ""


def test_on_a_terminal_the_line_in_question_is_shown_with_a_caret(terminal: CommandLine) -> None:
    terminal.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    lines = click.unstyle(terminal("check", here="issues/2026-q4").out).splitlines()
    assert lines[0] == "issue.yaml:10:1  E121  'langauge' is not a known key."
    assert lines[1].startswith("     10 │ langauge: en-GB")
    assert lines[2] == "        │ ^"
    assert lines[3] == "    Did you mean language?"


@pytest.mark.parametrize("columns", [50, 72, 80, 100, 120, 300])
def test_on_a_terminal_nothing_is_wider_than_the_terminal(
    terminal: CommandLine, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    article = f"issues/2026-q4/{LONG}"
    terminal.edit(article, "Between the two lines", "Between the the two lines  of γold and 文字文字文字文字文字文字")
    terminal.edit(article, "so that neither stands", "so that that neither stands")
    out = terminal("check", here="issues/2026-q4").out
    lines = click.unstyle(out).splitlines()
    assert "A245" in out
    # A path stays whole, so that it can be clicked.
    breakable = [line for line in lines if not re.fullmatch(r"\S+  [EWA]\d{3}|\s*\S+", line)]
    assert [line for line in breakable if width_of(line) > columns] == []
    assert any("^" in line for line in lines) is (columns >= 72)


def test_the_caret_stands_under_the_fault_in_a_line_that_is_cut(terminal: CommandLine) -> None:
    terminal.edit(f"issues/2026-q4/{LONG}", "because the program sets", "because the the program sets")
    lines = click.unstyle(terminal("check", here="issues/2026-q4").out).splitlines()
    row = next(number for number, line in enumerate(lines) if line.strip() == "│ ^" or line.endswith("^"))
    assert lines[row - 1][lines[row].index("^") :].startswith("the")


def test_colours_follow_severity_and_can_be_taken_away(terminal: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    assert "\x1b[31m" in terminal("check").out
    assert "\x1b" not in terminal("check", "--no-colour").out
    assert "\x1b" not in terminal("--no-color", "check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in terminal("check").out


def test_away_from_a_terminal_there_are_no_colours(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    assert "\x1b" not in newsletter("check").out


def test_a_table_keeps_its_columns_whatever_letters_are_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = [
        ("文字", "two wide letters"),
        (click.style("red", fg="red"), "and words " * 12),
        ("é", "one letter of two signs"),
    ]
    lines = [click.unstyle(line) for line in table(rows, heading=("name", "what"))]
    starts = [
        width_of(line[: line.index(word)])
        for line, word in zip((*lines[:3], lines[-1]), ("what", "two", "and", "one"), strict=True)
    ]
    assert starts == [6, 6, 6, 6]
    assert max(width_of(line) for line in lines) <= 60


class Paper:
    """A stream that keeps what is written."""

    encoding = "utf-8"

    def __init__(self, *, terminal: bool = True) -> None:
        self.written = ""
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass


def drawn(paper: Paper, seconds: list[float]) -> str:
    """What a bar wrote on ``paper`` for work whose clock shows ``seconds``, one for the start and one for each step."""
    ticks = iter(seconds)
    with Progress(paper, lambda: next(ticks)) as progress:  # type: ignore[arg-type]
        for step in range(1, len(seconds)):
            progress("photos", step, len(seconds) - 1)
    return paper.written


def test_work_under_half_a_second_shows_no_bar() -> None:
    assert drawn(Paper(), [0.0, 0.2, 0.4, 0.49]) == ""


def test_longer_work_shows_a_bar_and_takes_it_away() -> None:
    written = drawn(Paper(), [0.0, 0.3, 0.6, 0.9])
    steps = [line.strip() for line in written.split("\r") if line.strip()]
    assert [step.split()[-1] for step in steps] == ["2/3", "3/3"]
    assert steps[-1].count("━") == 24
    assert written.split("\r")[-2].strip() == ""


def test_steps_in_quick_succession_are_not_all_drawn() -> None:
    written = drawn(Paper(), [0.0, *(1 + step / 1000 for step in range(200))])
    assert len([line for line in written.split("\r") if line.strip()]) < 10
    assert "200/200" in written


def test_away_from_a_terminal_there_is_no_bar() -> None:
    assert drawn(Paper(terminal=False), [0.0, 5.0, 10.0]) == ""
