"""Options of a press edition, for the commands that make one: the marks around pages, and the press that it is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.press import Mark, Order


def read_marks(_ctx: click.Context, _parameter: click.Parameter, given: str | None) -> tuple[Mark, ...] | None:
    """The marks that were asked for, as a list with commas; None where nothing was said."""
    if given is None:
        return None
    from pipeline.press.marks import MARKS

    names = [name.strip().lower() for name in given.split(",") if name.strip()]
    alone: dict[str, tuple[Mark, ...]] = {"all": MARKS, "none": ()}
    if len(names) == 1 and names[0] in alone:
        return alone[names[0]]
    if strange := [name for name in names if name not in MARKS]:
        unknown = f"is none of the marks: {', '.join(MARKS)}; or all, or none."
        raise click.BadParameter(f"{strange[0]!r} {'stands alone.' if strange[0] in alone else unknown}")
    return tuple(mark for mark in MARKS if mark in names)


def press_options(when: str = "") -> Callable[[Callable[..., object]], Callable[..., object]]:
    """``--profile`` and ``--marks``; ``when`` says in their help when they mean something."""
    profile = click.option(
        "--profile",
        metavar="FILE.icc",
        type=click.Path(path_type=Path),
        help=f"The printer's ICC profile{when}; the layout's, or coated FOGRA39, when left out.",
    )
    marks = click.option(
        "--marks",
        metavar="LIST",
        callback=read_marks,
        help=f"What stands round a printer's pages{when}: crop,bleed,registration,bars,slug (all) or none.",
    )
    return lambda function: profile(marks(function))


def press_order(profile: Path | None, marks: tuple[Mark, ...] | None) -> Order:
    """What is ordered of it: the profile in a file, all marks where none are named; Fault E101 to E103."""
    from pipeline.limits import PROFILE_BYTES
    from pipeline.press import MARKS, Order
    from pipeline.project import given_file

    file = given_file(profile, PROFILE_BYTES).file if profile else None
    return Order(file, MARKS if marks is None else marks)
