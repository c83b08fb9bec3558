"""The commands that begin something: ``init`` a project, a ``new`` issue, a layout of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from pipeline.cli.command import Command, Settings
from pipeline.cli.schemas import SCHEMAS, write_schemas
from pipeline.cli.show import say
from pipeline.cli.which import find_project, shown_path, typed_path


@click.command(cls=Command, short_help="Start a project.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def init(settings: Settings, folder: Path) -> None:
    """Start a project: a folder for the issues of one periodical.

    Nothing that is there already is changed.
    """
    from pipeline.release import Staging
    from pipeline.starter import project_files

    root = folder.resolve()
    if (root / "issues").exists():
        raise click.UsageError(f"{shown_path(root)} is a project already: it has an issues/ folder.")
    with Staging(root) as staging:
        for path, data in project_files(root.name).items():
            if not (root / path).exists():
                staging.add(path, data)
        staging.commit()
    (root / "issues").mkdir(parents=True)
    say(f"The project is in {click.style(shown_path(root), bold=True)}/", settings)
    enter = "" if root == Path.cwd().resolve() else f"cd {typed_path(root)} && "
    say(f"Next: {enter}digest new 2026-q4", settings)


@click.command(cls=Command, short_help="Make a folder for an issue, which builds at once.")
@click.argument("issue")
@click.pass_obj
def new(settings: Settings, issue: str) -> None:
    """Make a folder for an issue, with a manifest, articles and pictures to be replaced; it builds at once.

    ISSUE is a year and a quarter, as in 2026-q4.
    """
    from pipeline.release import publish
    from pipeline.starter import Quarter, issue_files

    try:
        quarter = Quarter.parse(issue)
    except ValueError as error:
        raise click.UsageError(f"{issue!r} is no issue's name: a year and its quarter, as in 2026-q4.") from error
    project = find_project()
    folder = project.root / "issues" / issue.lower()
    if folder.exists():
        raise click.UsageError(f"{shown_path(folder)}/ is there already.")
    publish(issue_files(quarter, project.root.name), folder)
    write_schemas(project.root / SCHEMAS)
    say(f"The issue is in {click.style(shown_path(folder), bold=True)}/", settings)
    say(f"Next: digest build {folder.name}   and then put your own texts and photos in place of these", settings)


def copy_layout(layout: str, name: str, settings: Settings) -> None:
    """Copies the files of ``layout`` to layouts/NAME in the project; Fault E401, E601 to E605."""
    from pipeline.release import publish

    if not re.fullmatch(r"\w[\w-]*", name):
        raise click.UsageError(f"{name!r} is no name for a layout: letters, digits and hyphens, as in mine.")
    project = find_project()
    folder = project.root / "layouts" / name
    if folder.exists():
        raise click.UsageError(f"{shown_path(folder)}/ is there already.")
    files = project.layout_files(layout)
    publish({file.name: file.read_bytes() for file in files}, folder)
    write_schemas(project.root / SCHEMAS)
    issues = project.issues()
    manifest = shown_path(project.root / "issues" / (issues[-1] if issues else "2026-q4") / "issue.yaml")
    say(f"The layout is in {click.style(shown_path(folder), bold=True)}/", settings)
    say(f"Next: write  layout: {name}  in {manifest}, then change what you want and look: digest build", settings)
