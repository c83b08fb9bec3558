"""Which project, which issue, which article: what is meant when little is said."""

from __future__ import annotations

import os
import re
import shlex
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.diagnostic import Fault, Finding

if TYPE_CHECKING:
    from pipeline.project import Project

CLIMB = 3


def find_project() -> Project:
    """The project around the working folder, or else the only one in it; Fault E106."""
    from pipeline.project import Project

    here = Path.cwd()
    try:
        return Project.around(here)
    except Fault as fault:
        inside = [p.parent for p in here.glob("*/issues") if p.is_dir()]
        if len(inside) == 1:
            click.echo(f"Project {inside[0].name}/", err=True)
            return Project.around(inside[0])
        if inside:
            names = ", ".join(sorted(p.name for p in inside))
            hint = f"Go into one of the projects here: {names}."
            raise Fault(Finding("E106", fault.findings[0].message, hint=hint)) from fault
        raise


def any_project() -> Project:
    """The project around the working folder; outside of one, an empty one, which shows what is built in."""
    from pipeline.project import Project

    try:
        return find_project()
    except Fault:
        return Project(Path.cwd().resolve())


def issue_here(project: Project) -> str:
    """The issue in whose folder the working folder lies, or nothing."""
    issues = project.root / "issues"
    here = Path.cwd().resolve()
    name = here.relative_to(issues).parts[0] if issues in here.parents else ""
    return name if name in project.issues() else ""


def choose_issue(project: Project, given: str) -> str:
    """The name of the issue that is meant: as given (a name or a path), the one here, the only or the newest one."""
    names = project.issues()
    if given:
        return _named(project, given, names)
    if here := issue_here(project):
        return here
    if not names:
        raise Fault(Finding("E107", "The project has no issue yet.", hint="Make one: digest new 2026-q4"))
    if len(names) > 1:
        click.echo(f"Issue {names[-1]}, the newest of {len(names)}.", err=True)
    return names[-1]


def _named(project: Project, given: str, names: tuple[str, ...]) -> str:
    if given in names:
        return given
    place = Path(given).resolve()
    issues = project.root / "issues"
    if place.exists() and issues in place.parents and place.relative_to(issues).parts[0] in names:
        return place.relative_to(issues).parts[0]
    near = get_close_matches(given.lower(), names, 1, 0.6)
    there = f"There are: {', '.join(names)}." if names else "Make one: digest new 2026-q4"
    hint = f"Did you mean {near[0]}?" if near else there
    raise Fault(Finding("E107", f"There is no issue {given!r}.", hint=hint))


def choose_article(project: Project, issue: str, given: str) -> str:
    """The path of an article within its issue, from the path or the bare name; Fault E101."""
    names = project.listing(f"issues/{issue}/articles", ".md")
    bare = Path(given).name.removesuffix(".md")
    if f"{bare}.md" in names:
        return f"articles/{bare}.md"
    near = get_close_matches(bare, [n.removesuffix(".md") for n in names], 1, 0.5)
    hint = f"Did you mean articles/{near[0]}.md?" if near else f"Its articles are in issues/{issue}/articles/."
    raise Fault(Finding("E101", f"Issue {issue} has no article {given!r}.", hint=hint))


def typed_path(path: Path) -> str:
    """``shown_path`` as a shell takes it for one word."""
    return typed(shown_path(path))


def typed(text: str) -> str:
    """A text as a shell takes it for one word."""
    if os.name != "nt":
        return shlex.quote(text) if re.search(r"[^\w./-]", text) else text
    return f'"{text}"' if re.search(r"[^\w./:~-]", text) else text


def shown_path(path: Path) -> str:
    """A path as it is typed from the working folder, with forward slashes; whole when it lies far away."""
    here = Path.cwd().resolve()
    near = [folder for folder in (here, *here.parents[:CLIMB]) if folder != folder.parent]
    for steps, folder in enumerate(near):
        if path.is_relative_to(folder):
            return "../" * steps + path.relative_to(folder).as_posix()
    return path.as_posix()
