"""The command ``digest``: what is meant when little is said, exit codes, and help."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import __version__, issue
from pipeline.diagnostic.codes import REGISTRY
from tests.commandline import CommandLine
from tests.house import ROOT

COMMANDS = (
    *("init", "new", "plan", "import", "photos", "status", "check", "lint", "build"),
    *("flatplan", "pin", "release", "impose", "reading", "preflight"),
    *("explain", "schema", "fonts", "layouts", "proof", "completion"),
)


def test_help_lists_every_command_with_a_whole_sentence(digest: CommandLine) -> None:
    done = digest("--help")
    assert done.code == 0
    listed = re.findall(r"^  (\w+) {2,}(.*)$", done.out.partition("Commands:")[2], re.MULTILINE)
    assert [name for name, _ in listed] == list(COMMANDS)
    assert all(text.endswith(".") and not text.endswith("...") for _, text in listed)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(digest: CommandLine, command: str) -> None:
    done = digest(command, "--help")
    assert done.code == 0
    assert f"Usage: digest {command}" in done.out
    assert len(done.out.splitlines()) > 5
    assert "\\" not in done.out


def test_version_is_the_package_s(digest: CommandLine) -> None:
    assert digest("--version").out == f"digest {__version__}\n"


def test_a_misspelt_command_is_answered_with_the_right_one_and_exit_code_2(digest: CommandLine) -> None:
    done = digest("biuld")
    assert done.code == 2
    assert "Did you mean 'build'?" in done.err


def test_a_misspelt_issue_is_answered_with_the_right_one_and_exit_code_1(newsletter: CommandLine) -> None:
    done = newsletter("check", "2026q4")
    assert done.code == 1
    assert "E107" in done.err
    assert "Did you mean 2026-q4?" in done.err


def test_a_misspelt_article_is_answered_with_the_right_one(newsletter: CommandLine) -> None:
    done = newsletter("build", "--only", "forword")
    assert done.code == 1
    assert "E101" in done.err
    assert "Did you mean articles/foreword.md?" in done.err
    assert not (newsletter.folder / "dist").exists()


def test_outside_of_a_project_it_says_how_to_start_one(digest: CommandLine) -> None:
    done = digest("check")
    assert done.code == 1
    assert "E106" in done.err
    assert "digest init my-newsletter" in done.err


def test_above_the_only_project_the_project_is_meant(newsletter: CommandLine) -> None:
    done = newsletter("check", "--json", here="..")
    assert done.data["issue"] == "2026-q4"
    assert "Project my-newsletter/" in done.err


def test_above_two_projects_it_asks_which(digest: CommandLine) -> None:
    for name in ("one", "two"):
        digest("init", name)
    done = digest("check")
    assert done.code == 1
    assert "one, two" in done.err


@pytest.mark.parametrize(
    "given,here",
    [
        ("2026-q4", "."),
        ("issues/2026-q4", "."),
        ("issues/2026-q4/issue.yaml", "."),
        ("articles", "issues/2026-q4"),
        ("2026-q4", "issues/2027-q1"),
    ],
)
def test_an_issue_may_be_named_or_pointed_at(newsletter: CommandLine, given: str, here: str) -> None:
    newsletter("new", "2027-q1")
    assert newsletter("check", given, "--json", here=here).data["issue"] == "2026-q4"


@pytest.mark.parametrize(
    "here,meant", [(".", "2027-q1"), ("issues/2026-q4", "2026-q4"), ("issues/2026-q4/articles", "2026-q4")]
)
def test_without_a_name_the_issue_here_or_the_newest_is_meant(newsletter: CommandLine, here: str, meant: str) -> None:
    newsletter("new", "2027-q1")
    assert newsletter("check", "--json", here=here).data["issue"] == meant


def test_a_project_without_issues_says_so(digest: CommandLine) -> None:
    digest("init", "empty")
    done = digest("check", here="empty")
    assert done.code == 1
    assert "digest new 2026-q4" in done.err


def test_on_its_own_outside_of_a_project_it_says_how_to_begin(digest: CommandLine) -> None:
    done = digest()
    assert done.code == 0
    assert "digest init my-newsletter" in done.out


def test_on_its_own_in_a_project_it_lists_the_issues(newsletter: CommandLine) -> None:
    done = newsletter()
    assert done.code == 0
    assert "2026-q4  not built yet" in done.out
    assert "digest build 2026-q4" in done.out


def test_on_its_own_in_an_issue_it_says_what_can_be_done_next(newsletter: CommandLine) -> None:
    done = newsletter(here="issues/2026-q4")
    assert done.code == 0
    assert "5 articles, 10 photos" in done.out
    assert "no findings" in done.out
    assert "digest build" in done.out


def test_on_its_own_in_an_issue_with_errors_it_says_to_check(newsletter: CommandLine) -> None:
    newsletter.edit("issues/2026-q4/issue.yaml", "publication:", "publicaton:")
    done = newsletter(here="issues/2026-q4")
    assert "2 errors" in done.out
    assert "digest check" in done.out
    assert "digest build" not in done.out


def test_on_its_own_it_tells_whether_files_changed_since_the_last_build(newsletter: CommandLine) -> None:
    pdf = newsletter.folder / "dist/2026-q4/2026-q4.pdf"
    pdf.parent.mkdir(parents=True)
    pdf.touch()
    assert "../../dist/2026-q4/2026-q4.pdf, up to date" in newsletter(here="issues/2026-q4").out
    newsletter.edit("issues/2026-q4/articles/foreword.md", "sample", "first")
    assert "1 file changed since" in newsletter(here="issues/2026-q4").out


def test_a_code_is_explained_whatever_its_spelling(digest: CommandLine) -> None:
    stories = {digest("explain", given).out for given in ("E101", "e101", "101")}
    assert len(stories) == 1
    story = " ".join(stories.pop().split())
    assert REGISTRY["E101"].title in story
    assert " ".join(REGISTRY["E101"].story.split()) in story


def test_what_is_to_be_typed_stands_in_an_explanation_as_it_is_typed(digest: CommandLine) -> None:
    assert '\n\n    ---\n    title: "Two days in Almaty"\n    ---\n\nWithout it' in digest("explain", "E201").out


def test_an_unknown_code_is_answered_with_a_near_one(digest: CommandLine) -> None:
    done = digest("explain", "E901x")
    assert done.code == 2
    assert "Did you mean E901?" in done.err


def test_without_a_code_explain_lists_them_all(digest: CommandLine) -> None:
    done = digest("explain")
    assert re.findall(r"^([EWA]\d{3}) ", done.out, re.MULTILINE) == sorted(REGISTRY, key=lambda code: code[1:])


def test_fonts_names_families_with_their_licence_and_languages(newsletter: CommandLine) -> None:
    families = {family["family"]: family for family in newsletter("fonts", "--json").data["families"]}
    assert set(families) >= {"Vollkorn", "Alegreya Sans"}
    assert families["Vollkorn"]["licence"] == ["OFL-1.1"]
    assert set(families["Vollkorn"]["languages"]) >= {"en", "kk", "tg", "vi"}
    assert "Vollkorn" in newsletter("fonts").out


def test_layouts_lists_the_project_s_own_before_the_built_in_ones(newsletter: CommandLine) -> None:
    own = newsletter.folder / "layouts/mine/layout.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("name: mine\n", encoding="utf-8")
    lines = [line.split() for line in newsletter("layouts").out.splitlines()]
    assert lines[:2] == [["layout", "where"], ["mine", "project"]]
    assert ["voice", "built-in"] in lines[2:]


@pytest.mark.parametrize("module", ["pipeline", "pipeline.cli"])
def test_the_command_is_a_module_too(module: str) -> None:
    arguments = [sys.executable, "-m", module, "--version"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == f"digest {__version__}\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(digest: CommandLine, shell: str) -> None:
    done = digest("completion", shell)
    assert done.code == 0
    assert "_DIGEST_COMPLETE" in done.out


def test_issues_and_articles_are_completed(newsletter: CommandLine) -> None:
    assert completed(newsletter.folder, "digest check 2") == ["2026-q4"]
    assert completed(newsletter.folder, "digest build --only articles/f") == ["articles/foreword.md"]
    files = [code for code in REGISTRY if code.startswith("E10")]
    assert completed(newsletter.folder, "digest explain E10") == files


def test_completion_says_nothing_where_there_is_nothing_to_complete(newsletter: CommandLine) -> None:
    assert newsletter("new", "2027-q1").code == 0  # of several issues a command says which it takes
    assert "articles/foreword.md" in completed(newsletter.folder, "digest build --only ")
    nowhere = newsletter.folder.parent / "nowhere"
    nowhere.mkdir()
    for words in ("digest build --only f", "digest pin f", "digest check 2"):
        assert completed(nowhere, words) in ([], [""]), words
    assert completed(nowhere, "digest reading x") == ["x"], "a file"


def completed(folder: Path, words: str) -> list[str]:
    """What the shell would offer at the end of ``words``; nothing else may be said."""
    script = "from pipeline.cli import main; main()"
    environment = {"_DIGEST_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_a_defect_of_the_program_is_code_3_and_shows_no_traceback(
    newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issue, "load", failing(ZeroDivisionError("by nought")))
    done = newsletter("check")
    assert done.code == 3
    assert "E901" in done.err
    assert "ZeroDivisionError: by nought" in done.err
    assert "--debug" in done.err
    assert "Traceback" not in done.err


def test_with_debug_a_defect_shows_its_traceback(newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue, "load", failing(ZeroDivisionError("by nought")))
    for arguments in (("--debug", "check"), ("check", "--debug")):
        done = newsletter(*arguments)
        assert done.code == 3
        assert "Traceback" in done.err


def test_a_stopped_run_is_code_130(newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue, "load", failing(KeyboardInterrupt()))
    done = newsletter("check")
    assert done.code == 130
    assert "Stopped" in done.err


def failing(error: BaseException) -> object:
    """A function that only raises."""

    def fail(*_arguments: object) -> None:
        raise error

    return fail
