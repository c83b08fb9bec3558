"""Writing finished files: whole or not at all, whatever breaks, and said in words."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostic import Fault, Finding, Role
from pipeline.release import Staging, publish, write_atomic, writing

POSIX = os.name == "posix"
AS_ROOT = POSIX and os.geteuid() == 0


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def finding_of(caught: pytest.ExceptionInfo[Fault]) -> Finding:
    (finding,) = caught.value.findings
    assert finding.role is Role.DISTRIBUTION
    return finding


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_atomic(tmp_path / "out" / "digest.pdf", b"new")
    assert (tmp_path / "out" / "digest.pdf").read_bytes() == b"new"
    assert names(tmp_path / "out") == ["digest.pdf"]


@given(st.binary(max_size=5000), st.binary(max_size=5000))
def test_what_is_read_is_what_was_written_last(
    tmp_path_factory: pytest.TempPathFactory, old: bytes, new: bytes
) -> None:
    folder = tmp_path_factory.mktemp("out")
    for data in (old, new):
        write_atomic(folder / "a [draft]*.pdf" if POSIX else folder / "a [draft].pdf", data)
    (only,) = folder.iterdir()
    assert only.read_bytes() == new


@pytest.mark.skipif(not POSIX, reason="permissions are POSIX's")
def test_permissions_of_the_old_file_are_kept_and_new_ones_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / "new.pdf", b"1")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new.pdf").stat().st_mode) == 0o640
    (tmp_path / "new.pdf").chmod(0o604)
    write_atomic(tmp_path / "new.pdf", b"2")
    assert stat.S_IMODE((tmp_path / "new.pdf").stat().st_mode) == 0o604


@pytest.mark.skipif(not POSIX, reason="links need a permission on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.pdf").write_bytes(b"old")
    (tmp_path / "latest.pdf").symlink_to(tmp_path / "real" / "a.pdf")
    write_atomic(tmp_path / "latest.pdf", b"new")
    assert (tmp_path / "latest.pdf").is_symlink()
    assert (tmp_path / "real" / "a.pdf").read_bytes() == b"new"


def fail_with(number: int) -> Any:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["replace", "fsync", "open", "fdopen"])
@pytest.mark.parametrize(
    "number,code",
    [(errno.ENOSPC, "E603"), (errno.EIO, "E605"), (errno.EACCES, "E602"), (errno.EROFS, "E602")],
)
def test_whatever_step_fails_the_old_file_is_whole_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    target = tmp_path / "digest.pdf"
    target.write_bytes(b"old and whole")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail_with(number))
        with pytest.raises(Fault) as caught:
            write_atomic(target, b"new")
    assert finding_of(caught).code == code
    assert "digest.pdf cannot be written" in finding_of(caught).message
    assert target.read_bytes() == b"old and whole"
    assert names(tmp_path) == ["digest.pdf"]


def test_an_interrupt_leaves_the_old_file_and_no_leftovers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "digest.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(target, b"new")
    assert (names(tmp_path), target.read_bytes()) == (["digest.pdf"], b"old")


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def only_files(path: Any, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise OSError(errno.EINVAL, "no")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", only_files)
    write_atomic(tmp_path / "a.pdf", b"1")
    assert (tmp_path / "a.pdf").read_bytes() == b"1"


def test_a_process_killed_before_the_last_step_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "digest.pdf"
    target.write_bytes(b"old")
    script = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from pipeline import release
        os.replace = lambda *_: os._exit(137)
        release.write_atomic(Path(sys.argv[1]), b"new" * 100_000)
    """)
    done = subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert done.returncode == 137
    assert target.read_bytes() == b"old"
    (leftover,) = [p for p in tmp_path.iterdir() if p != target]
    write_atomic(target, b"newer")
    assert leftover.exists()
    hours_ago = leftover.stat().st_mtime - 7200
    os.utime(leftover, (hours_ago, hours_ago))
    write_atomic(target, b"newest")
    assert (names(tmp_path), target.read_bytes()) == (["digest.pdf"], b"newest")


def test_a_target_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "digest.pdf").mkdir()
    with pytest.raises(Fault) as caught:
        write_atomic(tmp_path / "digest.pdf", b"new")
    assert finding_of(caught).code == "E601"
    assert finding_of(caught).message == "digest.pdf cannot be written: the place is a folder."
    with Staging(tmp_path) as staging, pytest.raises(Fault) as caught:
        staging.ready("digest.pdf")
    assert finding_of(caught).code == "E601", "before anything is made for it"


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    for path in (tmp_path / "out" / "a.pdf", tmp_path / "out" / "deeper" / "a.pdf"):
        with pytest.raises(Fault) as caught:
            write_atomic(path, b"new")
        assert finding_of(caught).code == "E601"


@pytest.mark.skipif(not POSIX or AS_ROOT, reason="root may write anywhere")
def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Fault) as caught:
            write_atomic(tmp_path / "a.pdf", b"new")
    finally:
        tmp_path.chmod(0o700)
    assert finding_of(caught).code == "E602"


def test_the_folder_that_is_there_is_named_and_no_option_that_a_command_may_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dist").mkdir()
    monkeypatch.setattr(os, "mkdir", fail_with(errno.EACCES))
    with pytest.raises(Fault) as caught:
        write_atomic(tmp_path / "dist" / "2026-q4" / "articles" / "a.pdf", b"new")
    finding = finding_of(caught)
    assert finding.message == "a.pdf cannot be written: there is no permission to write into dist/."
    assert finding.hint == "Ask for the permission; where the command has --out, it can write elsewhere."


class LockedError(PermissionError):
    """What Windows raises while a viewer holds the file."""

    winerror = 32


def test_a_file_held_by_a_viewer_is_said_after_some_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def locked(*_: object) -> None:
        tries.append(1)
        raise LockedError(errno.EACCES, "in use")

    target = tmp_path / "digest.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(writing, "PATIENCE", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(Fault) as caught:
        write_atomic(target, b"new")
    finding = finding_of(caught)
    assert finding.code == "E604"
    assert finding.message == "digest.pdf is open in another program."
    assert (len(tries), names(tmp_path)) == (3, ["digest.pdf"])


def test_several_files_are_written_together(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old a")
    publish({"a.pdf": b"new a", "b.pdf": b"new b"}, tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.pdf": b"new a", "b.pdf": b"new b"}


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("links", [True, False])
def test_when_one_of_several_fails_all_are_as_before(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: int,
    links: bool,  # noqa: FBT001 - a case
) -> None:
    before = {"a.pdf": b"old a", "c.pdf": b"old c"}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    real, calls = os.replace, []

    def fail_once(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(errno.EIO, "the disk failed")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail_once)
        if not links:
            patch.setattr(os, "link", fail_with(errno.EPERM))
        with pytest.raises(Fault) as caught:
            publish({"a.pdf": b"new a", "b.pdf": b"new b", "c.pdf": b"new c"}, tmp_path)
    assert finding_of(caught).code == "E605"
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_file_that_cannot_be_staged_stops_all_before_the_first_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(Fault) as caught:
        publish({"a.pdf": b"new a", "b.pdf": b"new b"}, tmp_path)
    assert finding_of(caught).code == "E601"
    assert names(tmp_path) == ["b.pdf"]


@pytest.mark.parametrize("name", ["../a.pdf", "x/../../a.pdf", "/a.pdf", "x//a.pdf", "", "..", "x/"])
def test_names_that_lead_elsewhere_are_an_error_of_the_caller(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="within a folder"):
        publish({"first.pdf": b"1", name: b""}, tmp_path / "out")
    assert names(tmp_path) == []


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_files_take_their_places_in_folders_below(tmp_path: Path) -> None:
    publish({"a.pdf": b"a", "articles/b.pdf": b"b"}, tmp_path / "out")
    assert tree(tmp_path) == {"out/a.pdf": b"a", "out/articles/b.pdf": b"b"}


def test_what_is_staged_and_not_committed_leaves_nothing_not_even_folders(tmp_path: Path) -> None:
    with Staging(tmp_path / "dist" / "out") as staging:
        staging.add("a.pdf", b"a")
        staging.add("articles/b.pdf", b"b")
        assert len(tree(tmp_path)) == 2
    assert names(tmp_path) == []


def test_files_go_in_the_same_step_and_folders_that_they_empty(tmp_path: Path) -> None:
    publish({"a.pdf": b"a", "articles/b.pdf": b"b", "kept/c.pdf": b"c", "kept/d.txt": b"d"}, tmp_path)
    with Staging(tmp_path) as staging:
        staging.add("a.pdf", b"new")
        staging.commit(without=["articles/b.pdf", "kept/c.pdf"])
    assert tree(tmp_path) == {"a.pdf": b"new", "kept/d.txt": b"d"}
    assert names(tmp_path) == ["a.pdf", "kept"]


@pytest.mark.parametrize("step,failing", [("replace", 1), ("replace", 2), ("unlink", 1), ("unlink", 2)])
def test_when_one_cannot_go_or_come_all_are_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: int
) -> None:
    before = {"a.pdf": b"a", "articles/b.pdf": b"b", "articles/c.pdf": b"c"}
    publish(before, tmp_path)
    finals = {tmp_path / name for name in before}
    owner: Any = os if step == "replace" else Path
    real, calls = getattr(owner, step), []

    def fail_once(*places: Any) -> None:
        if Path(places[-1]) in {*finals, tmp_path / "new/d.pdf"}:
            calls.append(places)
            if len(calls) == failing:
                raise OSError(errno.EIO, "the disk failed")
        real(*places)

    with monkeypatch.context() as patch, Staging(tmp_path) as staging:
        staging.add("a.pdf", b"new")
        staging.add("new/d.pdf", b"new")
        patch.setattr(owner, step, fail_once)
        with pytest.raises(Fault) as caught:
            staging.commit(without=["articles/b.pdf", "articles/c.pdf"])
    assert finding_of(caught).code == "E605"
    assert (tree(tmp_path), names(tmp_path)) == (before, ["a.pdf", "articles"])
