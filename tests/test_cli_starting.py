"""``digest init`` and ``digest new``: what they write builds at once, and nothing that is there is changed."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
from pathlib import Path

import pytest

from pipeline.limits import MEGABYTE
from pipeline.manifest import Quarter
from pipeline.project import built_in_folder
from pipeline.starter import issue_files, project_files, title_from
from tests.commandline import CommandLine


def test_init_makes_a_project_and_says_what_comes_next(digest: CommandLine) -> None:
    done = digest("init", "my-newsletter")
    assert done.code == 0
    assert "cd my-newsletter && digest new 2026-q4" in done.out
    root = digest.folder / "my-newsletter"
    assert sorted(p.name for p in root.iterdir()) == [".gitignore", "README.md", "issues"]
    assert (root / "README.md").read_text(encoding="utf-8").startswith("# My Newsletter\n")
    assert (root / ".gitignore").read_text(encoding="utf-8").split()[-2:] == [".digest/", "dist/"]


@pytest.mark.skipif(os.name == "nt", reason="cmd.exe quotes otherwise")
@pytest.mark.parametrize("name", ["my news", "it's #1 & all", "ведомости"])
def test_what_comes_next_can_be_typed_as_it_stands(digest: CommandLine, name: str) -> None:
    (line,) = [line for line in digest("init", name).out.splitlines() if line.startswith("Next: ")]
    assert shlex.split(line)[1:] == ["cd", name, "&&", "digest", "new", "2026-q4"]


def test_init_in_the_working_folder_needs_no_change_of_folder(digest: CommandLine) -> None:
    assert "Next: digest new" in digest("init", ".").out


def test_init_keeps_files_that_are_there(digest: CommandLine) -> None:
    (digest.folder / "README.md").write_text("mine\n", encoding="utf-8")
    assert digest("init", ".").code == 0
    assert (digest.folder / "README.md").read_text(encoding="utf-8") == "mine\n"


def test_init_twice_is_refused(digest: CommandLine) -> None:
    digest("init", "my-newsletter")
    done = digest("init", "my-newsletter")
    assert done.code == 2
    assert "is a project already" in done.err


@pytest.mark.parametrize("words", [("init", "paper"), ("new", "2027-q1")])
def test_what_cannot_be_written_to_its_end_can_be_begun_again(
    newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch, words: tuple[str, str]
) -> None:
    written: list[int] = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert "E603" in newsletter(*words).err
    assert newsletter(*words).code == 0


def test_new_refuses_an_issue_that_is_there(newsletter: CommandLine) -> None:
    newsletter.edit("issues/2026-q4/articles/foreword.md", "sample", "first")
    before = (newsletter.folder / "issues/2026-q4/articles/foreword.md").read_bytes()
    done = newsletter("new", "2026-Q4")
    assert done.code == 2
    assert "issues/2026-q4/ is there already" in done.err
    assert (newsletter.folder / "issues/2026-q4/articles/foreword.md").read_bytes() == before


@pytest.mark.parametrize("name", ["2026", "2026-5", "spring", "../2026-q4", "2026-q5"])
def test_new_wants_a_year_and_a_quarter(newsletter: CommandLine, name: str) -> None:
    done = newsletter("new", name)
    assert done.code == 2
    assert "a year and its quarter, as in 2026-q4" in done.err


@pytest.mark.parametrize("name", ["2026-q1", "2026-Q2", "2027-q3", "2024-q4"])
def test_a_new_issue_of_any_quarter_has_no_findings(newsletter: CommandLine, name: str) -> None:
    if name.lower() != "2026-q4":
        assert newsletter("new", name).code == 0
    assert newsletter("check", name.lower(), "--json").data["findings"] == []


def test_every_sign_of_the_templates_is_filled() -> None:
    for files in (project_files("my-newsletter"), issue_files(Quarter(2026, 4), "my-newsletter")):
        for path, data in files.items():
            if path.endswith((".md", ".yaml")):
                assert not re.search(r"\$(?!schema=)\w", data.decode()), path


def test_a_text_editor_finds_the_schema_that_the_manifest_names(newsletter: CommandLine) -> None:
    manifest = newsletter.folder / "issues/2026-q4/issue.yaml"
    named = re.search(r"\$schema=(\S+)", manifest.read_text(encoding="utf-8"))
    assert named
    schema = json.loads((manifest.parent / named[1]).read_text(encoding="utf-8"))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert {"publication", "issue", "sections"} <= schema["properties"].keys()


def test_schemas_can_be_written_elsewhere(newsletter: CommandLine) -> None:
    done = newsletter("schema", "--out", "for-editors")
    assert done.code == 0
    assert sorted(done.out.split()) == sorted(
        f"for-editors/{p.name}" for p in (newsletter.folder / "for-editors").iterdir()
    )
    assert len(done.out.split()) >= 3


def test_the_pictures_are_small_enough_to_give_to_everybody() -> None:
    files = issue_files(Quarter(2026, 4), "my-newsletter")
    assert sum(len(data) for path, data in files.items() if path.endswith(".jpg")) < 3 * MEGABYTE


@pytest.mark.parametrize(
    "folder,title", [("my-newsletter", "My Newsletter"), ("the_Globe", "The Globe"), ("--", "My Newsletter")]
)
def test_the_title_comes_from_the_folder(folder: str, title: str) -> None:
    assert title_from(folder) == title


def test_a_new_issue_builds_at_once(newsletter: CommandLine) -> None:
    done = newsletter("build", "2026-q4", "--json")
    assert done.code == 0, done.out
    document = done.data["document"]
    assert document["path"] == "dist/2026-q4/2026-q4.pdf"
    data = Path(newsletter.folder, document["path"]).read_bytes()
    assert data.startswith(b"%PDF-1.7")
    assert len(data) == document["bytes"]
    assert document["pages"] > 8
    assert document["photos"] == 10


def test_a_new_issue_has_nothing_to_mend_on_its_pages(newsletter: CommandLine) -> None:
    done = newsletter("check", "--pages", "--json")
    assert [f["message"] for f in done.data["findings"] if f["severity"] != "advice"] == []


def test_a_layout_is_copied_and_can_be_named_and_changed(newsletter: CommandLine) -> None:
    done = newsletter("layouts", "--copy", "voice", "mine", here="issues/2026-q4")
    assert done.code == 0
    assert done.out == (
        "The layout is in ../../layouts/mine/\n"
        "Next: write  layout: mine  in issue.yaml, then change what you want and look: digest build\n"
    )
    voice = built_in_folder("layouts") / "voice"
    copied = {p.name: p.read_bytes() for p in (newsletter.folder / "layouts/mine").iterdir()}
    assert copied == {p.name: p.read_bytes() for p in voice.glob("*.yaml")}
    assert ["mine", "project"] in [line.split() for line in newsletter("layouts").out.splitlines()]
    newsletter.edit("issues/2026-q4/issue.yaml", "layout: voice", "layout: mine")
    assert newsletter("check", "--json").data["findings"] == []


def test_a_layout_of_one_s_own_is_copied_too(newsletter: CommandLine) -> None:
    newsletter("layouts", "--copy", "voice", "mine")
    newsletter.edit("layouts/mine/layout.yaml", "name: Voice", "name: Mine")
    assert newsletter("layouts", "--copy", "mine", "summer").code == 0
    assert "name: Mine" in (newsletter.folder / "layouts/summer/layout.yaml").read_text(encoding="utf-8")


def test_a_copy_overwrites_nothing(newsletter: CommandLine) -> None:
    newsletter("layouts", "--copy", "voice", "mine")
    newsletter.edit("layouts/mine/layout.yaml", "name: Voice", "name: Mine")
    done = newsletter("layouts", "--copy", "voice", "mine")
    assert done.code == 2
    assert "layouts/mine/ is there already." in done.err
    assert "name: Mine" in (newsletter.folder / "layouts/mine/layout.yaml").read_text(encoding="utf-8")


def test_a_copy_of_a_layout_that_there_is_not_is_answered_with_the_right_one(newsletter: CommandLine) -> None:
    done = newsletter("layouts", "--copy", "vioce", "mine")
    assert done.code == 1
    assert "E401  There is no layout 'vioce'.  Did you mean voice?" in done.err
    assert not (newsletter.folder / "layouts").exists()


@pytest.mark.parametrize("name", ["../mine", "a/b", ".mine", "", "mine.yaml"])
def test_a_copy_needs_a_plain_name(newsletter: CommandLine, name: str) -> None:
    done = newsletter("layouts", "--copy", "voice", name)
    assert done.code == 2
    assert "is no name for a layout" in done.err
