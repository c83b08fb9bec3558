"""The command ``import``: sources are read, shown as they will be, and taken into an issue when the user agrees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Command, Settings, json_option
from pipeline.cli.show import counted, print_json, report_as_data, say, show_report, summary
from pipeline.cli.which import choose_issue, find_project, shown_path
from pipeline.diagnostic import Fault, Finding, Report, Span

if TYPE_CHECKING:
    from pipeline.importers import IntakeDesk, Plan, Release, Source, Wishes

SHOWN = 160
# Documents that may hold a release, though not one that can be read.
NOT_READ = (".pdf", ".doc", ".docm", ".odt", ".rtf", ".pages", ".msg", ".ppt", ".pptx", ".zip")
NAMED = 3


def _month(_ctx: click.Context, _parameter: click.Parameter, given: str) -> date | None:
    return _date(f"{given}-01", "a month is wanted, as in 2023-04.") if given else None


def _day(_ctx: click.Context, _parameter: click.Parameter, given: str) -> date | None:
    return _date(given, "a day is wanted, as in 2023-04-05.") if given else None


def _date(text: str, refusal: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(refusal) from error


@click.command(
    "import", cls=Command, short_help="Take press releases into an issue: web pages, Word files, e-mails, text."
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--issue", default="", help="The issue that they go into; the one in whose folder you are, or the newest."
)
@click.option("--yes", "-y", is_flag=True, help="Take everything in without asking.")
@click.option(
    "--month", metavar="YYYY-MM", default="", callback=_month, help="List them under this month, whatever their date."
)
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    default="",
    callback=_day,
    help="Their date, where the source has none or a wrong one.",
)
@click.option(
    "--replace", is_flag=True, help="Make articles afresh that were imported before, even if they were edited since."
)
@json_option
@click.pass_obj
def import_(
    settings: Settings,
    files: tuple[Path, ...],
    issue: str,
    yes: bool,
    month: date | None,
    day: date | None,
    replace: bool,
) -> int:
    """Take press releases into an issue: saved web pages, Word files, e-mails, Markdown, plain text.

    FILE is a file, or a folder of them. Each becomes an article with front matter, listed under its month in the
    manifest, its pictures in photos/. What will be written is shown against the source; nothing is written until you
    agree. The source is kept in the issue's folder intake/, with a list of what was left out. Nothing is fetched from
    the network.
    """
    from pipeline.importers import IntakeDesk, Wishes

    if settings.json and not yes:
        raise click.UsageError("With --json nothing is asked: add --yes.")
    project = find_project()
    name = choose_issue(project, issue)
    desk = IntakeDesk.at(project, name)
    findings: list[Finding] = []
    taken: list[Plan] = []
    places = _places(files, findings)
    releases = list(_read_all(places, findings))
    if not settings.json:
        show_report(findings, settings)
    wishes = Wishes(month, day, replace)
    for source, release in sorted(releases, key=lambda pair: (pair[1].date or date.max, pair[0].name)):
        plan = _planned(desk, source, release, wishes, settings, findings)
        if plan is None or not (yes or _agreed(plan, settings)):
            continue
        _write(desk, plan)
        taken.append(plan)
        findings += plan.findings
        if not settings.json:
            _show_taken(plan, desk, settings)
    return _finish(taken, Report.of(findings), name, len(places), settings)


def _places(files: tuple[Path, ...], findings: list[Finding]) -> tuple[Path, ...]:
    """The files that the user named, those of folders among them, each once; W831 for other documents of folders."""
    from pipeline.importers import ENDINGS
    from pipeline.limits import IMPORT_FILES
    from pipeline.project import given_files

    places = dict.fromkeys(place for file in files for place in given_files(file, ENDINGS))
    if not places:
        raise click.UsageError(f"There is no file to import there: {', '.join(ENDINGS)}.")
    if len(places) > IMPORT_FILES:
        raise click.UsageError(f"{len(places)} files are too many for one run; at most {IMPORT_FILES}.")
    for folder in (file for file in files if file.is_dir()):
        if unread := [place.name for place in given_files(folder, NOT_READ)]:
            names = ", ".join(unread[:NAMED]) + (f" and {len(unread) - NAMED} more" if len(unread) > NAMED else "")
            message = f"{names} {'is' if len(unread) == 1 else 'are'} of a kind that cannot be imported."
            hint = "If a release is among them, save it as .docx, .html, .eml, .md or .txt."
            findings.append(Finding("W831", message, Span(folder.as_posix()), hint))
    return tuple(places)


def _read_all(places: tuple[Path, ...], findings: list[Finding]) -> Iterator[tuple[Source, Release]]:
    """The releases in the files; what cannot be read is a finding."""
    from pipeline.importers import Source, ceiling_of, read_release
    from pipeline.project import given_file

    for place in places:
        try:
            given = given_file(place, ceiling_of(place.name))
            source = Source(place.name, given.file.read_bytes(), given.beside)
            yield source, read_release(source)
        except Fault as fault:
            findings += fault.findings


def _planned(
    desk: IntakeDesk, source: Source, release: Release, wishes: Wishes, settings: Settings, findings: list[Finding]
) -> Plan | None:
    try:
        return desk.plan(source, release, wishes)
    except Fault as fault:
        findings += fault.findings
        if not settings.json:
            show_report(fault.findings, settings, desk.project)
        return None


def _agreed(plan: Plan, settings: Settings) -> bool:
    """Shows what will be written against what there is, and asks."""
    from pipeline.importers import compared

    before, after = compared(plan)
    names = (plan.article, plan.article) if plan.before else (plan.source.name, plan.article)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in unified_diff(before, after, *names, n=1, lineterm=""):
        say(click.style(line, fg=colours.get(line[:1])), settings)
    _show_judgements(plan, settings)
    return click.confirm(f"Take {plan.source.name} in as {plan.article}?", default=True)


def _show_judgements(plan: Plan, settings: Settings) -> None:
    for item in plan.release.dropped:
        text = item.text if len(item.text) <= SHOWN else f"{item.text[:SHOWN]}…"
        say(f"  {click.style('left out', fg='yellow')}  {item.why}: {text}", settings)
    for repair in plan.release.repairs:
        what = " => ".join(part[:SHOWN] for part in (repair.before, repair.after) if part)
        say(f"  {click.style('repaired', fg='yellow')}  {repair.what} {what}".rstrip(), settings)


def _write(desk: IntakeDesk, plan: Plan) -> None:
    """Writes a plan's files, the manifest last, so that it never names what is not there."""
    from pipeline.release import write_atomic

    places = [(desk.project.new_place(path, desk.folder), data) for path, data in plan.files]
    for place, data in places:
        write_atomic(place, data)
    desk.taken(plan)


def _show_taken(plan: Plan, desk: IntakeDesk, settings: Settings) -> None:
    path = shown_path(desk.project.root / desk.folder / plan.article)
    what = [counted(plan.words, "word"), counted(len(plan.entry.photos), "photo")]
    done = "updated from" if plan.before else "from"
    say(f"{click.style(path, bold=True)}  {done} {plan.source.name}: {', '.join(what)}", settings)
    dropped, repairs = len(plan.release.dropped), len(plan.release.repairs)
    if dropped or repairs:
        log = shown_path(desk.project.root / desk.folder / "intake" / f"{plan.entry.source}.log.txt")
        say(f"  left out: {counted(dropped, 'piece')}; repaired: {counted(repairs, 'place')}. See {log}", settings)
    show_report(plan.findings, settings, desk.project)


def _finish(taken: list[Plan], report: Report, name: str, read: int, settings: Settings) -> int:
    if settings.json:
        data: dict[str, Any] = report_as_data(report, command="import", issue=name)
        data["imported"] = [
            {
                "source": plan.source.name,
                "article": plan.article,
                "words": plan.words,
                "photos": list(plan.entry.photos),
                "dropped": [{"text": item.text, "why": item.why} for item in plan.release.dropped],
                "repairs": [{"what": r.what, "before": r.before, "after": r.after} for r in plan.release.repairs],
            }
            for plan in taken
        ]
        print_json(data)
    else:
        say(f"{len(taken)} of {counted(read, 'release')} taken in: {summary(report)}", settings)
        if taken:
            say(f"Next: digest check {name}", settings)
    return int(report.refuses)
