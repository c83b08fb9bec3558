"""The gate to files: what it lets through, what it refuses, and in which words."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline import limits
from pipeline.diagnostic import Fault, Span
from pipeline.project import Project
from tests.issue_desk import FOLDER, LAYOUT, NAME, Desk

NAMED_AT = Span("issue.yaml", 4, 16)


def refusal(desk: Desk, path: str, ceiling: int = limits.TEXT_BYTES) -> str:
    with pytest.raises(Fault) as caught:
        desk.project.file(path, FOLDER, NAMED_AT, ceiling)
    (finding,) = caught.value.findings
    return str(finding)


def test_a_file_is_found_below_its_base_and_remembered(desk: Desk) -> None:
    project = desk.project
    file = project.file("photos/cover.jpg", FOLDER)
    assert file.path == f"{FOLDER}/photos/cover.jpg"
    assert file.name == "cover.jpg"
    assert file.size == len(file.read_bytes()) == project.files_read[file.path]


def test_the_project_is_found_from_within(desk: Desk) -> None:
    assert Project.around(desk.root / FOLDER / "photos").root == desk.root.resolve()
    assert desk.project.issues() == (NAME,)


def test_a_folder_without_issues_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        Project.around(tmp_path)
    assert str(caught.value.findings[0]).endswith("start a project: digest init my-newsletter")


def test_a_missing_file_is_told_with_the_nearest_name(desk: Desk) -> None:
    assert refusal(desk, "photos/cvoer.jpg") == (
        "issue.yaml:4:16  E101  photos/cvoer.jpg is not there.  Did you mean photos/cover.jpg?"
    )
    assert refusal(desk, "pictures/x.jpg") == (
        "issue.yaml:4:16  E101  pictures/x.jpg is not there."
        f"  Put the file into {FOLDER}/pictures/, or correct the path."
    )


@pytest.mark.parametrize("path", ["a" * 300, "a/" * 3000 + "b", "photos/cover.jpg/b"], ids=len)
def test_a_path_that_no_system_can_have_is_a_missing_file(desk: Desk, path: str) -> None:
    assert refusal(desk, path).startswith("issue.yaml:4:16  E101  ")


@pytest.mark.parametrize(
    "path",
    ["", " a.md", "a.md ", "photos\\a.jpg", "C:/a.jpg", "C:\\a.jpg", "/a.jpg", "../a.jpg", "a/../../b", "a\0b"],
)
def test_paths_that_lead_elsewhere_or_work_on_one_system_only_are_refused(desk: Desk, path: str) -> None:
    assert refusal(desk, path).startswith("issue.yaml:4:16  E104  ")


def test_a_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    desk = Desk(tmp_path / "project").manifest("x")
    (tmp_path / "project" / FOLDER / "note.txt").symlink_to(secret)
    assert "E104  note.txt leads outside the project." in refusal(desk, "note.txt")


def test_a_link_within_the_project_is_followed(desk: Desk) -> None:
    (desk.root / FOLDER / "same.jpg").symlink_to(desk.root / FOLDER / "photos" / "cover.jpg")
    assert desk.project.file("same.jpg", FOLDER).size > 0


def test_folders_and_pipes_are_no_plain_files(desk: Desk) -> None:
    os.mkfifo(desk.root / FOLDER / "pipe")
    assert "E102" in refusal(desk, "photos")
    assert "E102" in refusal(desk, "pipe")


def test_a_file_over_its_ceiling_is_refused(desk: Desk) -> None:
    desk.write(f"{FOLDER}/big.txt", "x" * 2000)
    assert refusal(desk, "big.txt", 1999).endswith("Divide it into several files.")
    assert desk.project.file("big.txt", FOLDER, NAMED_AT, 2000).size == 2000


def test_a_picture_over_its_ceiling_is_to_be_saved_smaller(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 100)
    desk.photo("photos/big.jpg", b"x" * 2000)
    told = refusal(desk, "photos/big.jpg", 1000)
    assert "E103" in told
    assert told.endswith("Save it in a smaller size.")


def test_texts_lose_their_mark_and_the_line_ends_of_other_systems(desk: Desk) -> None:
    desk.write("a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert desk.project.file("a.txt").read_text() == "one\ntwo\nthree\n"


def test_other_encodings_are_told_with_the_place_of_the_first_byte(desk: Desk) -> None:
    desk.write("a.txt", b"one\ncaf\xe9\n")
    with pytest.raises(Fault) as caught:
        desk.project.file("a.txt").read_text()
    assert str(caught.value.findings[0]).startswith("a.txt:2:4  E105  a.txt is not UTF-8: byte 0xe9")


def test_listings_are_in_order_and_by_ending(desk: Desk) -> None:
    desk.write("x/b.md", "").write("x/a.md", "").write("x/c.txt", "").write("x/d.md/e.md", "")
    assert desk.project.listing("x", ".md") == ("a.md", "b.md")
    assert desk.project.listing("nowhere", ".md") == ()


def test_the_projects_layouts_come_before_the_built_in_ones(desk: Desk) -> None:
    desk.write("layouts/voice/layout.yaml", LAYOUT)
    named = desk.project.layouts()
    own = [name for name, where in named if where == "project"]
    built_in = [name for name, where in named if where == "built-in"]
    assert own == ["plain", "voice"]
    assert [name for name, _ in named] == own + sorted(built_in)
    assert "voice" not in built_in
    assert [file.path for file in desk.project.layout_files("voice")] == ["layouts/voice/layout.yaml"]


@pytest.mark.parametrize("name", ["../plain", "plain/", "/plain", "plane"])
def test_a_layout_is_a_name_and_no_path(desk: Desk, name: str) -> None:
    with pytest.raises(Fault) as caught:
        desk.project.layout_files(name, NAMED_AT)
    assert caught.value.findings[0].code == "E401"


@pytest.mark.parametrize(
    "files, hint",
    [
        (["palette.yaml"], "layouts/mine/ has no layout.yaml."),
        (["notes.txt"], "layouts/mine/ has no layout.yaml."),
        (["layout.yml"], "Rename layouts/mine/layout.yml to layout.yaml."),
        (
            ["layout.yml", "type.yml"],
            "Rename layouts/mine/layout.yml to layout.yaml; its other files end in .yaml, too.",
        ),
        (["type.yml"], "layouts/mine/ has no layout.yaml (files of a layout end in .yaml)."),
    ],
)
def test_a_folder_that_is_not_yet_a_layout_says_what_it_lacks(desk: Desk, files: list[str], hint: str) -> None:
    for file in files:
        desk.write(f"layouts/mine/{file}", LAYOUT)
    with pytest.raises(Fault) as caught:
        desk.project.layout_files("mine", NAMED_AT)
    assert str(caught.value) == f"issue.yaml:4:16  E401  There is no layout 'mine'.  {hint}"


def test_what_is_cached_is_given_back(desk: Desk) -> None:
    cache = desk.project.cache
    assert cache.get("key") is None
    cache.put("key", b"value")
    assert cache.get("key") == b"value"
    assert (desk.root / ".digest" / ".gitignore").read_text() == "*\n"


def test_the_date_in_files_is_the_issues_or_the_one_that_is_set(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert desk.project.source_date(date(2023, 7, 10)) == datetime(2023, 7, 10, 12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert desk.project.source_date(date(2023, 7, 10)) == datetime(1970, 1, 1, tzinfo=UTC)
    assert desk.project.today() == date(1970, 1, 1)


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_date_is_none(desk: Desk, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert desk.project.source_date(date(2023, 7, 10)) == datetime(2023, 7, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", ["yesterday", "2023-07-10", "1.5", "-1", "²", "9" * 15, "9" * 5000])
def test_a_date_that_no_file_can_carry_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(Fault) as caught:
        desk.project.source_date(date(2023, 7, 10))
    assert caught.value.findings[0].code == "E108"
