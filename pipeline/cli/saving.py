"""Files that users name for what a command writes: one that is there already is left alone until they say --replace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from pipeline.cli.which import shown_path
from pipeline.diagnostic import Fault, Finding, Span


def replace_option(what: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """``--replace``, for a command that writes ``what`` where it is told."""
    return click.option("--replace", is_flag=True, help=f"Write over {what}.")


def is_wanted(path: Path, data: bytes, option: str, *, replace: bool, sources: Sequence[Path] = ()) -> bool:
    """Whether ``path`` is still to be written: not where the same bytes are there.

    Fault E714 where others are that may not be replaced, and always for a file that ``data`` is made from. ``option``
    is the one that names another place, as its user types it.
    """
    span = Span(shown_path(path.resolve()))
    if any(path.exists() and path.samefile(source) for source in sources):
        message = f"{path.name} is what this is made from; it is not written over."
        raise Fault(Finding("E714", message, span, f"Name another file: {option}"))
    if not path.is_file():
        return True
    if path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    if not replace:
        hint = f"To write over it: --replace. To keep it: {option}"
        raise Fault(Finding("E714", f"{path.name} is there already, and is not the same.", span, hint))
    return True


def save(path: Path, data: bytes, option: str, *, replace: bool, sources: Sequence[Path] = ()) -> None:
    """Writes one file that is wanted; Fault as ``is_wanted``, E601 to E605."""
    from pipeline.release import write_atomic

    if is_wanted(path, data, option, replace=replace, sources=sources):
        write_atomic(path.resolve(), data)
