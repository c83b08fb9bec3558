"""What a release does with what stands there already, and what is left when it cannot be made."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.colour_management import srgb_profile
from pipeline.press import Order
from pipeline.project import given_file
from pipeline.release.making import make_release
from pipeline.release.standing import older_files
from pipeline.release.values import Choice, Released
from tests.issue_desk import NAME, Desk
from tests.release_desk import codes, good, manifest, new_issue, record, released, sha256, tree, written


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A project with the issue of two articles."""
    return written(desk)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Released]:
    """Another, with its release in ``out``: made once, to be copied."""
    desk = new_issue(tmp_path_factory.mktemp("made"))
    return desk, good(released(desk))


@pytest.fixture
def older(made: tuple[Desk, Released], tmp_path: Path) -> Desk:
    """A project with a release of the issue in ``out``."""
    shutil.copytree(made[0].root, tmp_path / "older")
    return Desk(tmp_path / "older")


def changed(desk: Desk) -> Desk:
    """The same issue with one article less, and the other changed."""
    place = desk.root / f"issues/{NAME}/articles/almaty.md"
    (desk.root / f"issues/{NAME}/articles/tehran.md").unlink()
    return desk.manifest(manifest("almaty")).article(place.read_text().replace("Two days", "Three days"))


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """What the disk says of each file: its number and when it was written."""
    return {p.name: (p.stat().st_ino, p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


def test_the_same_release_is_left_as_it_is(older: Desk, made: tuple[Desk, Released]) -> None:
    before = stamps(older.root / "out")
    again = good(released(older))
    assert (made[1].written, again.written, again.files) == (True, False, made[1].files)
    assert stamps(older.root / "out") == before


def test_the_flatplan_is_written_beside_the_manifest_as_a_build_writes_it(older: Desk) -> None:
    flatplan = older.root / f"issues/{NAME}/flatplan.yaml"
    text = flatplan.read_bytes()
    good(released(older, out="other"))
    assert flatplan.read_bytes() == text
    assert tree(older.root / "other") == tree(older.root / "out")


def test_a_release_from_other_sources_is_refused_before_anything_is_made(older: Desk) -> None:
    before, stages = tree(older.root / "out"), list[str]()
    choice = Choice(Order(), progress=lambda stage, _done, _total: stages.append(stage))
    made = make_release(changed(older).project, NAME, older.root / "out", choice)
    (finding,) = [finding for finding in made.report if finding.code == "E607"]
    folder = f"issues/{NAME}"
    names = f"{folder}/articles/almaty.md, {folder}/articles/tehran.md, {folder}/issue.yaml"
    assert finding.message == f"2023-q2 was released here already, from other sources: {names}."
    assert finding.hint == "To put the new one in its place: --replace. To keep both: --out DIR"
    assert (made.written, made.files, stages, tree(older.root / "out")) == (False, (), [], before)


def test_another_release_of_the_same_sources_does_not_take_its_place_either(older: Desk) -> None:
    before = tree(older.root / "out")
    made = released(older, order=Order(marks=("crop",)))
    (finding,) = [finding for finding in made.report if finding.code == "E607"]
    assert finding.message.startswith("2023-q2 was released here already, and not like this: 2023-q2-press-x4.pdf, ")
    assert (made.written, made.files, tree(older.root / "out")) == (False, (), before)


def test_a_profile_of_no_press_is_told_before_what_stands_there(older: Desk) -> None:
    older.write("notes.icc", b"no profile")
    made = released(older, order=Order(given_file(older.root / "notes.icc", 100).file))
    assert (codes(made), made.written) == (["E720"], False)


def test_the_whole_release_is_replaced_and_nothing_of_anybody_else(older: Desk) -> None:
    others = {"notes.txt": b"mine", "articles/tehran-2.pdf": b"mine", "2023-q2.pdf": b"a build"}
    for name, data in others.items():
        (older.root / "out" / name).write_bytes(data)
    made = good(released(changed(older), replace=True))
    assert (made.written, made.removed) == (True, ("articles/tehran.pdf",))
    after = tree(older.root / "out")
    assert sorted(after) == sorted((*others, *(one.path for one in made.files)))
    assert {name: after[name] for name in others} == others
    assert [one["path"] for one in record(older.root / "out")["files"] if one["purpose"] == "article"] == [
        "articles/almaty.pdf"
    ]


def test_a_file_of_the_older_release_that_was_changed_since_stays_and_is_told(older: Desk) -> None:
    (older.root / "out/articles/tehran.pdf").write_bytes(b"with notes in it")
    made = released(changed(older), replace=True)
    assert (codes(made), made.removed) == (["W609"], ())
    assert (older.root / "out/articles/tehran.pdf").read_bytes() == b"with notes in it"


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_of_somebody_else_in_a_place_of_the_release_is_not_written_over(
    desk: Desk,
    replace: bool,  # noqa: FBT001 - a case
) -> None:
    desk.write("out/2023-q2-cover-400.jpg", b"a cover of mine")
    made = released(desk, replace=replace)
    (finding,) = [finding for finding in made.report if finding.code == "E608"]
    assert finding.message == "No release of 2023-q2 wrote what stands here already: 2023-q2-cover-400.jpg."
    assert tree(desk.root / "out") == {"2023-q2-cover-400.jpg": b"a cover of mine"}


def test_files_that_a_stopped_run_left_in_their_places_are_no_hindrance(older: Desk) -> None:
    whole = tree(older.root / "out")
    for name in ("release.json", "SHA256SUMS", "2023-q2-screen.pdf"):
        (older.root / "out" / name).unlink()
    assert good(released(older)).written
    assert tree(older.root / "out") == whole


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "no record",
        json.dumps({"issue": "2022-q1", "files": [{"path": "articles/tehran.pdf", "sha256": "0"}]}),
        json.dumps({"issue": NAME, "files": "many"}),
        "[" * 100_000,
    ],
)
def test_a_record_that_is_no_record_of_this_issue_makes_nothing_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "release.json").write_text(text)
    assert older_files(tmp_path, NAME) == {}


def test_a_record_of_another_issue_is_not_written_over(desk: Desk) -> None:
    text = json.dumps({"issue": "2022-q1", "files": [{"path": "2022-q1-screen.pdf", "sha256": sha256(b"old")}]})
    desk.write("out/release.json", text).write("out/2022-q1-screen.pdf", "old")
    assert codes(released(desk, replace=True)) == ["E608"]
    assert tree(desk.root / "out") == {"release.json": text.encode(), "2022-q1-screen.pdf": b"old"}


@pytest.mark.parametrize("path", ["../kept.txt", "articles/../../kept.txt", "/kept.txt", "", ".", "a//b", 7, None])
def test_a_record_that_names_files_elsewhere_makes_none_of_them_ours(tmp_path: Path, path: Any) -> None:
    listed = [{"path": path, "sha256": sha256(b"kept")}, {}, 7, {"path": "own.pdf", "sha256": "0"}]
    (tmp_path / "release.json").write_text(json.dumps({"issue": NAME, "files": listed}))
    assert sorted(older_files(tmp_path, NAME)) == ["SHA256SUMS", "own.pdf", "release.json"]


@pytest.mark.skipif(os.name != "posix", reason="links need a permission on Windows")
def test_a_link_in_the_folder_leads_to_nothing_that_is_removed(older: Desk) -> None:
    elsewhere = older.root / "elsewhere.pdf"
    place = older.root / "out/articles/tehran.pdf"
    place.replace(elsewhere)
    place.symlink_to(elsewhere)
    made = released(changed(older), replace=True)
    assert (codes(made), made.removed) == (["W609"], ())
    assert elsewhere.is_file()


@pytest.mark.parametrize("failing", [1, 9])
def test_a_disk_that_fails_on_the_way_leaves_the_older_release_whole(
    older: Desk, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before, real, calls = tree(older.root / "out"), os.replace, []
    changed(older)

    def fail_once(source: str, target: str) -> None:
        if "out" in Path(target).parts:
            calls.append(target)
            if len(calls) == failing:
                raise OSError(errno.EIO, "the disk failed")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail_once)
        made = released(older, replace=True)
    assert codes(made) == ["E605"]
    assert tree(older.root / "out") == before


def test_an_error_in_the_press_edition_alone_writes_nothing_at_all(desk: Desk) -> None:
    desk.write("screen.icc", srgb_profile())
    order = Order(given_file(desk.root / "screen.icc", 1_000_000).file)
    made = released(desk, order=order)
    assert (codes(made), made.written, made.files) == (["E720"], False, ())
    assert not (desk.root / "out").exists()
    assert not (desk.root / f"issues/{NAME}/flatplan.yaml").exists()


def test_what_a_printer_would_send_back_refuses_the_whole_release(desk: Desk) -> None:
    written(desk, {"at": {"bleed": True}, "fill": {"swatch": "four"}}, print={"ink": 200})
    made = released(desk)
    (finding,) = [finding for finding in made.report if finding.code == "E701"]
    assert "too much ink in one place [210 %; wanted: 200 %], press ink.most" in finding.message
    assert finding.span
    assert (finding.span.file, finding.page) == ("layouts/mine/layout.yaml", "1")
    assert not (desk.root / "out").exists()


def test_errors_of_the_issue_refuse_before_anything_is_made(desk: Desk) -> None:
    (desk.root / f"issues/{NAME}/photos/cover.jpg").unlink()
    stages: list[str] = []
    choice = Choice(Order(), progress=lambda stage, _done, _total: stages.append(stage))
    made = make_release(desk.project, NAME, desk.root / "out", choice)
    assert (codes(made), stages, (desk.root / "out").exists()) == (["E101"], [], False)


def test_a_source_that_is_saved_in_the_meantime_refuses_the_release(desk: Desk) -> None:
    def save(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("articles", total):
            desk.article("---\ntitle: Saved\n---\nJust now.\n")

    made = make_release(desk.project, NAME, desk.root / "out", Choice(Order(), progress=save))
    assert codes(made) == ["E610"]
    assert not (desk.root / "out").exists()


def test_a_folder_that_is_a_file_is_said(desk: Desk) -> None:
    desk.write("out", "a file")
    stages: list[str] = []
    choice = Choice(Order(), progress=lambda stage, _done, _total: stages.append(stage))
    made = make_release(desk.project, NAME, desk.root / "out", choice)
    (finding,) = [finding for finding in made.report if finding.severity == "error"]
    assert (finding.code, stages) == ("E601", []), "and before anything is made"
    assert finding.message == "release.json cannot be written: the place is taken by a file."
