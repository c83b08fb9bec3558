"""Writing finished files so that no crash can harm an older one.

Bytes go into a new file in the same folder, are forced to the disk, and take the old file's place in one
step. Whatever fails, the old file is whole and nothing is left lying about; what a killed run left is cleared
by the next. The only module that replaces files. Refuses folders, devices and places without permission.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event

from pipeline.diagnostic import Fault, Finding, Span

STALE_SECONDS = 3600
UNFINISHED = ".digest-part"
OLD = ".digest-old"
WINDOWS_LOCKED = {5, 32, 33}
PATIENCE = (0.05, 0.1, 0.2, 0.4)


def write_atomic(path: Path, data: bytes) -> None:
    """Writes one file, all or nothing; Fault E601 to E605. Folders on the way are made."""
    publish({path.name: data}, path.parent)


def publish(documents: Mapping[str, bytes], folder: Path) -> None:
    """Writes several files into ``folder``, all or none; Fault E601 to E605.

    Names are plain: no folders in them. All are on the disk before the first takes its place, and when one cannot,
    those before it are put back. Only a machine that dies between two steps can leave some new and some old,
    each of them whole.
    """
    for name in documents:
        if name != Path(name).name or name in {"", ".", ".."}:
            message = f"{name!r} is not the plain name of a file"
            raise ValueError(message)
    targets = {folder / name: data for name, data in documents.items()}
    staged: dict[Path, Path] = {}
    target = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target, data in targets.items():
            final = _final(target)
            staged[final] = _stage(final, data)
        _replace_all(staged)
    except OSError as error:
        raise Fault(_finding(error, target)) from error
    finally:
        for part in staged.values():
            with suppress(OSError):
                part.unlink()


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


def _replace_all(staged: Mapping[Path, Path]) -> None:
    """Puts every staged file in its target's place, or every target back."""
    kept: dict[Path, Path | None] = {}
    try:
        for target in staged:
            kept[target] = _kept(target) if len(staged) > 1 else None
        changed: list[Path] = []
        try:
            for target, part in staged.items():
                _replace(part, target)
                changed.append(target)
        except BaseException:
            for target in reversed(changed):
                _put_back(target, kept[target])
            raise
    finally:
        for old in kept.values():
            if old is not None:
                with suppress(OSError):
                    old.unlink()
    for folder in {target.parent for target in staged}:
        _sync_folder(folder)


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
        message = f"{name} cannot be written: the place {_why(error)}."
        return Finding("E601", message, span, "Choose another place with --out.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        message = f"{name} cannot be written: there is no permission to write into {target.parent.name or '.'}/."
        return Finding("E602", message, span, "Choose another folder with --out, or ask for the permission.")
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}:
        return Finding("E603", f"{name} cannot be written: the disk is full.", span, "Make room and build again.")
    return Finding(
        "E605", f"{name} cannot be written: {_why(error)}.", span, "Try again, or choose another disk with --out."
    )


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
