"""The commands of the editor's desk: ``plan`` an issue, and its ``status``.

``--json`` of ``status``: ``command``, ``issue``, ``today``, ``press`` (a date or null), ``days_left`` (or null);
``articles``, each with ``section``, ``title``, ``file`` (empty while none is named), ``state``, ``owner``, ``due`` (a
date or null), ``late``, ``words``, ``length`` (or null), ``photos``, ``missing``, ``errors`` and ``pages``;
``besides``, what pictures of the manifest lack; ``totals``: ``articles`` by state, ``late``, ``errors``, ``words``,
``expected_words``, ``photos`` and ``pages`` (``built``, ``expected``, ``multiple_of``, ``at_most``; null where there is
none).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Command, FileOf, Settings, issue_argument, json_option
from pipeline.cli.saving import replace_option, save
from pipeline.cli.show import counted, cut, print_json, say, show_report, stopped, table, terminal_width, width_of
from pipeline.cli.which import choose_issue, find_project, shown_path
from pipeline.diagnostic import Report

if TYPE_CHECKING:
    from pipeline.manifest import Quarter
    from pipeline.status import Line, Status

HEADING = ("state", "article", "words", "photos", "due", "owner", "pages")
# The columns of texts that are cut to the terminal's width, and the fewest signs of theirs that are worth showing.
ARTICLE, OWNER = HEADING.index("article"), HEADING.index("owner")
LEAST_ARTICLE, MOST_OWNER = 18, 14
INDENTED: Any = {"initial_indent": " " * 10, "subsequent_indent": " " * 10}
COLOURS = {"planned": "yellow", "approved": "green"}


@click.command(cls=Command, short_help="Say who owes what: every article, and the days to the press.")
@issue_argument
@click.option("--html", metavar="FILE", type=FileOf(".html", ".htm"), help="Write it as a page of HTML too.")
@replace_option("an older page")
@json_option
@click.pass_obj
def status(settings: Settings, issue: str, html: Path | None, replace: bool) -> int:
    """Say who owes what: how far every article is, what it lacks, its pages, and the days to the press.

    States, owners, days and lengths stand in the articles' front matter or in the manifest, which names articles that
    are planned, too. ISSUE is a name or a path; without it, the issue in whose folder you are, or the newest.
    """
    from pipeline import issue as issues
    from pipeline.flatplan import flatplan_before
    from pipeline.status import status_of, status_page

    project = find_project()
    name = choose_issue(project, issue)
    loaded, report = issues.load(project, name)
    if loaded is None:
        return stopped(report, settings, project, command="status", issue=name)
    flatplan, faults = flatplan_before(project, loaded)
    found = status_of(loaded, report + issues.check(loaded), flatplan, project.today())
    if html:
        save(html, status_page(found).encode(), "--html FILE.html", replace=replace)
    if settings.json:
        print_json(_as_data(found))
        return 0
    for line in _shown(found):
        say(line, settings)
    if faults:
        say()
        show_report(Report.of(faults), settings, project)
    if html:
        say()
        say(shown_path(html.resolve()), settings)
    return 0


def _as_data(status: Status) -> dict[str, Any]:
    return {
        "command": "status",
        "issue": status.issue,
        "today": status.today.isoformat(),
        "press": status.press.isoformat() if status.press else None,
        "days_left": status.days_left,
        "articles": [
            {
                "section": line.section,
                "title": line.title,
                "file": line.path,
                "state": line.state,
                "owner": line.owner,
                "due": line.due.isoformat() if line.due else None,
                "late": line.late(status.today),
                "words": line.words,
                "length": line.length,
                "photos": line.photos,
                "missing": line.missing,
                "errors": line.errors,
                "pages": line.pages,
            }
            for line in status.lines
        ],
        "besides": status.besides,
        "totals": {
            "articles": status.counts,
            "late": len(status.late),
            "errors": status.errors,
            "words": status.words,
            "expected_words": status.expected_words,
            "photos": status.photos,
            "pages": asdict(status.pages),
        },
    }


def _shown(status: Status) -> Iterator[str]:
    """Lines for the terminal: a table by sections, below each article what it lacks; then the totals."""
    from pipeline.status import lacks_of, owed_of, pages_of, press_of, words_of

    yield f"{click.style(status.issue, bold=True)}: {press_of(status)}"
    yield ""
    cells = _fitted([_cells(line, status.today) for line in status.lines])
    rows = iter(table(cells, HEADING, fold=False))
    yield next(rows)
    for section, lines in groupby(status.lines, lambda line: line.section):
        if section:
            yield click.style(section, underline=True)
        for line in lines:
            yield next(rows)
            if lacks := lacks_of(line):
                yield click.style(fill(f"missing: {lacks}", terminal_width(), **INDENTED), fg="yellow")
    if status.besides:
        yield click.style(f"missing in issue.yaml: {', '.join(status.besides)}", fg="yellow")
    yield ""
    states = ", ".join(f"{number} {state}" for state, number in status.counts.items() if number)
    late = f"; {len(status.late)} late" if status.late else ""
    errors = f"; {counted(status.errors, 'error')}: digest check {status.issue}" if status.errors else ""
    yield fill(f"{counted(len(status.lines), 'article')}: {states}{late}{errors}", terminal_width())
    totals = f"{words_of(status)} words, {counted(status.photos, 'photo')}; pages: {pages_of(status.pages)}"
    yield fill(totals, terminal_width())
    for owner, what in owed_of(status):
        yield fill(f"{owner}: {what}", terminal_width(), subsequent_indent="  ")


def _cells(line: Line, today: date) -> tuple[str, ...]:
    from pipeline.measure import run_of

    words = f"{line.words}/{line.length}" if line.length else str(line.words)
    late = line.late(today)
    due = f"{line.due.day:>2} {line.due:%b}{' late' if late else ''}" if line.due else ""
    return (
        click.style(line.state, fg=COLOURS.get(line.state)),
        line.title,
        words,
        str(line.photos),
        click.style(due, fg="red" if late else None),
        line.owner,
        run_of(line.pages),
    )


def _fitted(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with owners and titles cut, so that the table is no wider than the terminal."""
    rows = [(*row[:OWNER], cut(row[OWNER], MOST_OWNER), *row[OWNER + 1 :]) for row in rows]
    widths = [max(width_of(cell) for cell in column) for column in zip(HEADING, *rows, strict=True)]
    others = sum(widths) - widths[ARTICLE] + 2 * (len(HEADING) - 1)
    room = max(terminal_width() - others, LEAST_ARTICLE)
    return [(*row[:ARTICLE], cut(row[ARTICLE], room), *row[ARTICLE + 1 :]) for row in rows]


def _day(_ctx: click.Context, _parameter: click.Parameter, given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        message = f"{given!r} is no day; write it as in 2024-04-05."
        raise click.BadParameter(message) from error


@click.command(cls=Command, short_help="Make the manifest of an issue whose articles are planned.")
@click.argument("issue")
@click.option(
    "--press",
    metavar="DATE",
    callback=_day,
    required=True,
    help="The day on which the issue goes to the press, as in 2024-04-05.",
)
@click.option(
    "--articles", metavar="N", type=click.IntRange(1, 500), default=24, show_default=True, help="How many are planned."
)
@click.pass_obj
def plan(settings: Settings, issue: str, press: date, articles: int) -> None:
    """Make the manifest of an issue whose articles are planned, each with a day counted back from the press.

    ISSUE is a year and a quarter, as in 2024-q1. Title, language, layout, page budget and masthead are those of the
    newest issue. What is there already is never changed. Put in titles and owners, then see what is due with
    digest status.
    """
    from pipeline.cli.schemas import SCHEMAS, write_schemas
    from pipeline.release import write_atomic
    from pipeline.starter import Quarter, planned_manifest, title_from

    try:
        quarter = Quarter.parse(issue)
    except ValueError as error:
        raise click.UsageError(f"{issue!r} is no issue's name: a year and its quarter, as in 2024-q1.") from error
    project = find_project()
    place = project.root / "issues" / issue.lower() / "issue.yaml"
    if place.exists():
        message = f"{shown_path(place)} is there already; nothing was changed. Its sections take more under planned:"
        raise click.UsageError(message)
    if wrong := _wrong_day(press, project.today(), quarter):
        raise click.UsageError(f"The press day {press:%Y-%m-%d} {wrong}.")
    names = project.issues()
    before = project.file("issue.yaml", f"issues/{names[-1]}").read_text() if names else ""
    text = planned_manifest(quarter, press, articles, title_from(project.root.name), before, project.today())
    write_atomic(place, text.encode())
    write_schemas(project.root / SCHEMAS)
    say(f"The plan is in {click.style(shown_path(place), bold=True)}", settings)
    say(f"Next: put in titles and owners, then digest status {issue.lower()}", settings)


def _wrong_day(press: date, today: date, quarter: Quarter) -> str:
    """Why a press day cannot be meant."""
    if press < today:
        return "is past"
    first = quarter.months[0]
    return f"is before the quarter begins, {first.isoformat()}" if press < first else ""
