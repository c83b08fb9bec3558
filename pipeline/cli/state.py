"""What ``digest`` says on its own: where one is, how things stand, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.command import Settings
from pipeline.cli.show import counted, say, summary, table
from pipeline.cli.which import find_project, issue_here, shown_path
from pipeline.diagnostic import Fault

if TYPE_CHECKING:
    from pipeline.project import Project

# What ends the names of PDFs of a whole issue, of builds and of a release: those for screens, and all.
SCREEN_EDITIONS = ("-screen", "")
EDITIONS = ("-press", *SCREEN_EDITIONS)


def show_state(settings: Settings) -> None:
    """The issue whose folder one is in, or the project, or how to begin."""
    try:
        project = find_project()
    except Fault:
        say("No project here. A project is a folder with the issues of one periodical.")
        _show_next([("digest init my-newsletter", "starts one"), ("digest --help", "lists the commands")], settings)
        return
    if name := issue_here(project):
        _show_issue(project, name, settings)
    else:
        _show_project(project, settings)


def _show_project(project: Project, settings: Settings) -> None:
    names = project.issues()
    say(f"{click.style(project.root.name, bold=True)}: {counted(len(names), 'issue')}", settings)
    for line in table([(f"  {name}", _built(project, name)) for name in names]):
        say(line, settings)
    newest = names[-1] if names else "2026-q4"
    steps = (
        [(f"digest check {newest}", "finds its faults"), (f"digest build {newest}", "makes its PDF")] if names else []
    )
    _show_next([*steps, ("digest new 2026-q4", "makes a new issue that builds at once")], settings)


def _show_issue(project: Project, name: str, settings: Settings) -> None:
    from pipeline import issue as issues

    loaded, report = issues.load(project, name)
    if loaded is not None:
        report += issues.check(loaded)
    articles = len(project.listing(f"issues/{name}/articles", ".md"))
    photos = sum(len(project.listing(f"issues/{name}/photos", ending)) for ending in (".jpg", ".jpeg", ".png", ".tif"))
    say(f"{click.style(name, bold=True)}: {counted(articles, 'article')}, {counted(photos, 'photo')}", settings)
    say(f"  {summary(report)}", settings)
    say(f"  {_built(project, name)}", settings)
    if report.refuses:
        steps = [("digest check", "shows the errors and what to type"), ("digest explain CODE", "tells more about one")]
    else:
        steps = [("digest build", "makes the PDF"), ("digest check --pages", "also finds what only shows on pages")]
        steps.append(("digest release", "makes everything that leaves the house"))
    _show_next(steps, settings)


def _built(project: Project, name: str) -> str:
    """When the issue was last built, by its own files: not built, up to date, or changed since."""
    last = last_made(project, name, EDITIONS)
    if last is None:
        return "not built yet"
    since = changed_since(project, name, last)
    return f"{shown_path(last)}, " + (f"{counted(since, 'file')} changed since" if since else "up to date")


def last_made(project: Project, name: str, editions: Sequence[str]) -> Path | None:
    """The PDF of an issue, of one of these editions, that was made last; None where there is none."""
    places = [project.root / "dist" / name / f"{name}{edition}.pdf" for edition in editions]
    return max((place for place in reversed(places) if place.is_file()), key=lambda p: p.stat().st_mtime, default=None)


def changed_since(project: Project, name: str, made: Path) -> int:
    """How many of an issue's files are newer than what was made of them."""
    files = (project.root / "issues" / name).rglob("*")
    return sum(file.is_file() and file.stat().st_mtime > made.stat().st_mtime for file in files)


def _show_next(steps: list[tuple[str, str]], settings: Settings) -> None:
    say("Next:", settings)
    for line in table([(f"  {click.style(step, bold=True)}", what) for step, what in steps]):
        say(line, settings)
