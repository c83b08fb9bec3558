"""The command that makes everything that leaves the house: ``release``.

``--json``: the document of ``build`` with ``document`` null, and ``release`` (null where nothing is released):
``folder``, ``written`` (false where the same release was there), ``removed`` (paths) and ``files``, each with ``path``,
``purpose``, ``bytes``, ``sha256`` and, where they mean something, ``pages``, ``claims``, ``of`` and ``pixels``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Command, Settings, issue_argument, json_option
from pipeline.cli.making import show_outcome
from pipeline.cli.ordering import press_options, press_order
from pipeline.cli.progress import Progress
from pipeline.cli.show import counted, print_json, report_as_data, say, size_of, summary, table
from pipeline.cli.which import choose_issue, find_project, shown_path

if TYPE_CHECKING:
    from pipeline.press import Mark
    from pipeline.project import Project
    from pipeline.release.values import Filed, Released


@click.command(cls=Command, short_help="Make everything that leaves the house, with checksums and a record.")
@issue_argument
@press_options()
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files go; dist/ISSUE in the project when left out.",
)
@click.option("--replace", is_flag=True, help="Put the release in the place of an older one, as a whole.")
@json_option
@click.pass_obj
def release(
    settings: Settings,
    issue: str,
    profile: Path | None,
    marks: tuple[Mark, ...] | None,
    out: Path | None,
    replace: bool,
) -> int:
    """Make everything that leaves the house: for screens, for a printer, for the website; with checksums and a record.

    Every file is made of the same pages and proved. One error in any of them, and nothing is written; warnings and
    advice do not stop it. An older release is kept unless you say --replace; made again of the same sources, a
    release is the same byte for byte.
    ISSUE is a name or a path; without it, the issue in whose folder you are, or the newest.
    """
    from pipeline.release.making import make_release
    from pipeline.release.values import Choice

    began = monotonic()
    order = press_order(profile, marks)
    project = find_project()
    name = choose_issue(project, issue)
    folder = _outside_of_sources(project, out, name) if out else (project.root / "dist" / name).resolve()
    with Progress() as progress:
        made = make_release(project, name, folder, Choice(order, replace, progress))
    seconds = monotonic() - began
    if settings.json:
        data = report_as_data(made.report, command="release", issue=name, seconds=seconds)
        print_json({**data, "release": _as_data(made, folder) if made.files else None})
        return int(made.report.refuses)
    show_outcome(made.report, settings, project, name)
    for line in _told(made, folder):
        say(line, settings)
    nothing = "" if made.written else "Nothing was written: "
    say(f"{nothing}{summary(made.report)} in {seconds:.1f} s", settings)
    return int(made.report.refuses)


def _outside_of_sources(project: Project, out: Path, name: str) -> Path:
    """The folder that is named; UsageError for one in which files of the project are written and read."""
    folder = out.resolve()
    for source in ("issues", "layouts", "fonts"):
        if folder.is_relative_to((project.root / source).resolve()):
            message = f"{shown_path(folder)}/ is among the project's {source}, which are what a release is made from."
            raise click.UsageError(f"{message} Name another folder; without --out it is dist/{name}/.")
    return folder


def _told(made: Released, folder: Path) -> Iterator[str]:
    """The files with their sizes and what they are for, articles in one line; and what to do with them."""
    if not made.files:
        return
    from pipeline.release.values import CHECKSUMS, PURPOSES

    yield click.style(f"{shown_path(folder)}/", bold=True)
    rows = [
        (f"  {_called(filed, files)}", _amount(files), size_of(sum(one.size for one in files)), PURPOSES[filed.purpose])
        for files in _grouped(made.files)
        for filed in files[:1]
    ]
    yield from table(rows)
    if made.removed:
        yield f"No longer part of it, and removed: {', '.join(made.removed)}."
    if made.written:
        yield f"Next: send them out (README, “What to send to whom”); to prove a copy: sha256sum -c {CHECKSUMS}"
    else:
        yield "The same release is there already, byte for byte."


def _grouped(files: Sequence[Filed]) -> Iterator[tuple[Filed, ...]]:
    """Each file by itself, all articles together, in the order of what they are for."""
    from pipeline.release.values import PURPOSES

    for purpose in PURPOSES:
        group = tuple(filed for filed in files if filed.purpose == purpose)
        if purpose == "article":
            yield from [group] * bool(group)
        else:
            yield from ((filed,) for filed in group)


def _called(filed: Filed, files: Sequence[Filed]) -> str:
    return filed.path if filed.purpose != "article" else f"{filed.path.partition('/')[0]}/ ({len(files)})"


def _amount(files: Sequence[Filed]) -> str:
    pages = sum(filed.pages for filed in files)
    if files[0].pixels:
        return "{} × {}".format(*files[0].pixels)
    return counted(pages, "page") if pages else ""


def _as_data(made: Released, folder: Path) -> dict[str, Any]:
    from pipeline.release.record import filed_as_data

    return {
        "folder": shown_path(folder),
        "written": made.written,
        "removed": list(made.removed),
        "files": [filed_as_data(filed) for filed in made.files],
    }
