"""The command ``lint``: what the copy desk remarks on an issue's texts, and ``--fix`` for what is safe to correct.

``--json`` adds ``corrections`` to the findings: what can be corrected, or with ``--fix`` what was, each with ``file``,
``line``, ``column``, ``old`` and ``new``; and ``spelling``: why it was not checked, empty when it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from pipeline.cli.command import Command, Settings, issue_argument, json_option
from pipeline.cli.show import counted, print_json, report_as_data, say, show_report, summary
from pipeline.cli.which import choose_issue, find_project
from pipeline.diagnostic import Fault, Report, Severity

if TYPE_CHECKING:
    from pipeline.copydesk import Correction, Remark
    from pipeline.issue import Issue
    from pipeline.project import Project

ROUNDS = 5  # a correction may bring another one to light: a word that stands three times
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(cls=Command, short_help="Read an issue as a copy desk does: damage, and what is not consistent.")
@issue_argument
@click.option("--fix", is_flag=True, help="Correct what is safe to correct in the files, and show what was changed.")
@json_option
@click.pass_obj
def lint(settings: Settings, issue: str, fix: bool) -> int:
    """Read an issue's texts as a copy desk does.

    Letters that only look right, lost blanks, texts that break off, spellings, dates and figures in two ways, names
    that differ by a letter, photos used twice, the house's word list (style.yaml); spelling where a dictionary is
    installed. Each with its place, and all of it advice. digest check says the same.

    With --fix, what can be read in one way only is corrected in the files; all else is left to you. Exit code 1 says
    that an article could not be read.
    """
    from pipeline.copydesk import why_not_spelled

    began = monotonic()
    project = find_project()
    name = choose_issue(project, issue)
    loaded, remarks, unread = _read(project, name)
    made: list[Correction] = []
    before: dict[str, str] = {}
    for _ in range(ROUNDS if fix else 0):
        before = _contents(project, remarks) | before
        done = _correct(project, remarks)
        made += done
        if not done:
            break
        loaded, remarks, unread = _read(project, name)
    report = unread + Report.of(remark.finding for remark in remarks)
    unspelled = why_not_spelled(project, loaded)
    if settings.json:
        data = report_as_data(report, command="lint", issue=name, seconds=monotonic() - began)
        told = made if fix else [remark.correction for remark in remarks if remark.correction]
        data["corrections"] = [
            {"file": c.span.file, "line": c.span.line, "column": c.span.column, "old": c.old, "new": c.new}
            for c in told
        ]
        print_json({**data, "spelling": unspelled})
        return int(report.refuses)
    _show_changes(project, before, settings)
    show_report(report, settings, project)
    if len(report):
        say()
    _conclude(name, report, remarks, made if fix else None, settings)
    if unspelled:
        say(f"Spelling was not checked: {unspelled}.", settings)
    return int(report.refuses)


def _read(project: Project, name: str) -> tuple[Issue, tuple[Remark, ...], Report]:
    """The issue, what is remarked on it, and why articles of it cannot be read; Fault where it cannot be loaded."""
    from pipeline.copydesk import lint as read
    from pipeline.issue import load

    loaded, report = load(project, name)
    if loaded is None:
        raise Fault(*report)
    there = {f"{loaded.folder}/{article.path}" for article in loaded.articles()}
    listed = {f"{loaded.folder}/{path}" for section in loaded.listed for path in section.articles}
    unread = (f for f in report if f.severity is Severity.ERROR and f.span and f.span.file in listed - there)
    return loaded, read(project, loaded), Report.of(unread)


def _contents(project: Project, remarks: Sequence[Remark]) -> dict[str, str]:
    """The files that may be corrected, as they are."""
    paths = sorted({remark.correction.span.file for remark in remarks if remark.correction})
    return {path: _content(project, path) for path in paths}


def _content(project: Project, path: str) -> str:
    """A file's text with its own line ends and byte-order mark."""
    return project.file(path).read_bytes().decode("utf-8")


def _correct(project: Project, remarks: Sequence[Remark]) -> list[Correction]:
    """Makes the corrections in the files, those of a folder all or none; those that were made."""
    from pipeline.copydesk import corrected
    from pipeline.release import publish

    folders: dict[Path, dict[str, bytes]] = {}
    made: list[Correction] = []
    for path, content in _contents(project, remarks).items():
        wanted = [r.correction for r in remarks if r.correction and r.correction.span.file == path]
        after, done = corrected(content, wanted)
        if done:
            place = project.root / path
            folders.setdefault(place.parent, {})[place.name] = after.encode()
            made += done
    for folder, documents in folders.items():
        publish(documents, folder)
    return made


def _show_changes(project: Project, before: dict[str, str], settings: Settings) -> None:
    for path, old in before.items():
        new = _content(project, path)
        for line in unified_diff(old.splitlines(), new.splitlines(), path, path, n=0, lineterm=""):
            say(click.style(line, fg=COLOURS.get(line[:1])), settings)
        if new != old:
            say()


def _conclude(
    name: str, report: Report, remarks: Sequence[Remark], made: list[Correction] | None, settings: Settings
) -> None:
    if made is not None:
        files = len({correction.span.file for correction in made})
        say(f"{name}: {counted(len(made), 'correction')} in {counted(files, 'file')}; {summary(report)} left", settings)
        return
    say(f"{name}: {summary(report)}", settings)
    if fixable := sum(remark.correction is not None for remark in remarks):
        say(f"Next: digest lint {name} --fix corrects {fixable} of them", settings)
