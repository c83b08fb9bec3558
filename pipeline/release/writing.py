"""Writing finished files so that no crash can harm an older one.

Bytes go into a new file in the same folder, are forced to the disk, and take the old file's place in one
step. Whatever fails, the old file is whole and nothing is left lying about; what a killed run left is cleared
by the next. The only module that replaces files. Refuses folders, devices and places without permission.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from pipeline.diagnostic import Fault, Finding, Span

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

STALE_SECONDS = 3600
UNFINISHED = ".digest-part"
OLD = ".digest-old"
WINDOWS_LOCKED = {5, 32, 33}
# What the system says without a verb.
PLACES = {
    errno.ENOTDIR: "lies in a file, which is no folder",
    errno.EEXIST: "is taken by a file",
    errno.ENAMETOOLONG: "has too long a name",
}
# Not every command takes another place.
ELSEWHERE = "; where the command has --out, it can write elsewhere"
PATIENCE = (0.05, 0.1, 0.2, 0.4)


def write_atomic(path: Path, data: bytes) -> None:
    """Writes one file, all or nothing; Fault E601 to E605. Folders on the way are made."""
    publish({path.name: data}, path.parent)


def publish(documents: Mapping[str, bytes], folder: Path) -> None:
    """Writes several files into ``folder``, all or none; Fault E601 to E605. See ``Staging``."""
    with Staging(folder) as staging:
        for name, data in documents.items():
            staging.add(name, data)
        staging.commit()


class Staging:
    """Files that take their places in ``folder`` and below it together, or not at all.

    Each is on the disk, beside its place, as soon as it is added, so that none has to be held. Names are paths with
    forward slashes within the folder; ValueError for others. Without ``commit`` nothing is left of it, folders that
    were made for it included.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: dict[Path, Path] = {}
        self._made: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for part in self._parts.values():
            with suppress(OSError):
                part.unlink()
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def ready(self, name: str) -> None:
        """Fault E601 to E605 where no file of that name can be put into the folder, before anything is made for it."""
        target = self._place(name)
        try:
            self._make(target.parent)
            _stage(_final(target), b"").unlink()
        except OSError as error:
            raise Fault(_finding(error, target)) from error

    def add(self, name: str, data: bytes) -> None:
        """Puts the bytes on the disk, beside the place of that name; Fault E601 to E605."""
        target = self._place(name)
        try:
            self._make(target.parent)
            final = _final(target)
            self._parts[final] = _stage(final, data)
        except OSError as error:
            raise Fault(_finding(error, target)) from error

    def commit(self, without: Iterable[str] = ()) -> None:
        """Every file takes its place, in the order of adding, and the files ``without`` go; Fault E601 to E605.

        When one cannot, those before it are put back. Only a machine that dies between two steps can leave some new
        and some old, each of them whole.
        """
        gone = [self._place(name) for name in without]
        for part in self._parts.values():
            with suppress(OSError):
                os.utime(part)  # files are as old as their being there, however long they waited
        _replace_all(self._parts, gone)
        for folder in {target.parent for target in (*self._parts, *gone)}:
            _sync_folder(folder)
        for folder in sorted({target.parent for target in gone} - {self.folder}):
            with suppress(OSError):
                folder.rmdir()
        self._parts.clear()
        self._made.clear()

    def _place(self, name: str) -> Path:
        parts = name.split("/")
        if any(part != Path(part).name or part in {"", ".", ".."} for part in parts):
            message = f"{name!r} is not the path of a file within a folder"
            raise ValueError(message)
        return self.folder.joinpath(*parts)

    def _make(self, folder: Path) -> None:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        self._made += reversed(missing)


def _final(target: Path) -> Path:
    """Where the bytes go: a link is kept and what it points to is replaced; IsADirectoryError for a folder."""
    target = target.resolve() if target.is_symlink() else target
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "is not a plain file")
    return target


def _stage(target: Path, data: bytes) -> Path:
    """The bytes in a new file beside the target, on the disk, with the old file's permissions."""
    part = _beside(target, UNFINISHED)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _clear_stale(target, part)
        with suppress(FileNotFoundError):
            part.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return part


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{os.urandom(6).hex()}{ending}")


def _clear_stale(target: Path, part: Path) -> None:
    """Takes away what a killed run left an hour and more ago, by the disk's own clock."""
    now = part.stat().st_mtime
    for ending in (UNFINISHED, OLD):
        for leftover in target.parent.glob(f".{_literal(target.name)}.*{ending}"):
            with suppress(OSError):
                if now - leftover.stat().st_mtime > STALE_SECONDS:
                    leftover.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _replace_all(staged: Mapping[Path, Path], gone: Sequence[Path]) -> None:
    """Puts every staged file in its target's place and takes those away that go, or puts every one back."""
    kept: dict[Path, Path | None] = {}
    changed: list[Path] = []
    several, target = len(staged) + len(gone) > 1, Path()
    try:
        for target in (*staged, *gone):
            kept[target] = _kept(target) if several else None
        try:
            for target, part in staged.items():
                _replace(part, target)
                changed.append(target)
            for target in gone:
                target.unlink()
                changed.append(target)
        except BaseException:
            for done in reversed(changed):
                _put_back(done, kept[done])
            raise
    except OSError as error:
        raise Fault(_finding(error, target)) from error
    finally:
        for old in kept.values():
            if old is not None:
                with suppress(OSError):
                    old.unlink()


def _kept(target: Path) -> Path | None:
    """A second name for the old file, or a copy where the disk knows no second names; None if there is no old one."""
    if not target.exists():
        return None
    old = _beside(target, OLD)
    try:
        os.link(target, old)
    except OSError:
        old.write_bytes(target.read_bytes())
        old.chmod(stat.S_IMODE(target.stat().st_mode))
    return old


def _put_back(target: Path, old: Path | None) -> None:
    with suppress(OSError):
        if old is None:
            target.unlink()
        else:
            os.replace(old, target)  # noqa: PTH105


def _replace(part: Path, target: Path) -> None:
    """One step. On Windows a virus scanner may hold a new file for a moment; elsewhere the first answer counts."""
    for pause in PATIENCE:
        try:
            os.replace(part, target)  # noqa: PTH105 - the one step on which all depends, by its own name
        except PermissionError as error:
            if getattr(error, "winerror", None) not in WINDOWS_LOCKED:
                raise
            Event().wait(pause)
        else:
            return
    os.replace(part, target)  # noqa: PTH105


def _sync_folder(folder: Path) -> None:
    """Makes the new names last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _finding(error: OSError, target: Path) -> Finding:
    span, name = Span(target.as_posix()), target.name
    if getattr(error, "winerror", None) in WINDOWS_LOCKED and target.exists():
        return Finding("E604", f"{name} is open in another program.", span, "Close it there and build again.")
    if error.errno in {errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.EINVAL, errno.ENAMETOOLONG}:
        why = PLACES.get(error.errno, _why(error)) if error.errno else _why(error)
        message = f"{name} cannot be written: the place {why}."
        remedy = "Give it a shorter one" if error.errno == errno.ENAMETOOLONG else "Move away what is there"
        return Finding("E601", message, span, f"{remedy}{ELSEWHERE}.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        folder = _nearest(target.parent).name or "."
        message = f"{name} cannot be written: there is no permission to write into {folder}/."
        return Finding("E602", message, span, f"Ask for the permission{ELSEWHERE}.")
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}:
        return Finding("E603", f"{name} cannot be written: the disk is full.", span, "Make room and build again.")
    return Finding("E605", f"{name} cannot be written: {_why(error)}.", span, f"Try again{ELSEWHERE}.")


def _nearest(folder: Path) -> Path:
    """The folder, or that above it which is there."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            if place.is_dir():
                return place
    return folder


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
