"""The commands that read an issue and make it: ``check`` and ``build``."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

import click
from click.shell_completion import CompletionItem

from pipeline.cli.command import Command, Settings, issue_argument, json_option, silent
from pipeline.cli.ordering import press_options, press_order
from pipeline.cli.progress import Progress
from pipeline.cli.show import (
    counted,
    document_as_data,
    print_json,
    report_as_data,
    say,
    show_report,
    size_of,
    summary,
)
from pipeline.cli.which import choose_article, choose_issue, find_project, shown_path
from pipeline.diagnostic import Fault, Report, Severity

if TYPE_CHECKING:
    from pipeline.issue import Issue
    from pipeline.press import Mark, Order
    from pipeline.project import Project

# Found in making a press edition alone: no check can show it again.
PRESS_ADVICE = frozenset({"A705", "A725"})


@click.command(cls=Command, short_help="Find every fault of an issue at once.")
@issue_argument
@click.option(
    "--pages",
    is_flag=True,
    help="Make the pages too, and report what only shows there: pages that end short, photos too small.",
)
@json_option
@click.pass_obj
def check(settings: Settings, issue: str, pages: bool) -> int:
    """Find every fault of an issue at once, without building it.

    ISSUE is a name or a path; without it, the issue in whose folder you are, or the newest.
    """
    began = monotonic()
    project = find_project()
    name = choose_issue(project, issue)
    report = _pages_report(project, name) if pages else _check(project, name)
    seconds = monotonic() - began
    if settings.json:
        print_json(report_as_data(report, command="check", issue=name, seconds=seconds))
    else:
        show_report(report, settings, project)
        if len(report):
            say()
        say(f"{name}: {summary(report)} in {seconds:.1f} s", settings)
        if not report.refuses and not pages:
            say(f"Next: digest build {name}", settings)
    return int(report.refuses)


def _check(project: Project, name: str) -> Report:
    from pipeline import issue as issues
    from pipeline.flatplan import flatplan_findings

    loaded, report = issues.load(project, name)
    return report + _read(project, loaded) + flatplan_findings(project, loaded) if loaded else report


def _read(project: Project, loaded: Issue) -> Report:
    """What is found before pages are made: by the checks, in the texts, in the adverts, of the printer's profile."""
    from pipeline import issue as issues
    from pipeline.artwork import findings_of
    from pipeline.copydesk import lint

    read = Report.of(remark.finding for remark in lint(project, loaded, at_once=True))
    return issues.check(loaded) + findings_of(loaded, project.cache) + _profile_findings(project, loaded) + read


def _profile_findings(project: Project, loaded: Issue) -> Report:
    """What is wrong with the profile that the layout names for its press: a press edition is refused then."""
    if loaded.layout is None or not loaded.layout.record.print.profile:
        return Report()
    from pipeline.press import Order, read_profile

    try:
        read_profile(project, loaded.layout, Order())
    except Fault as fault:
        return Report.of(fault.findings)
    return Report()


def _pages_report(project: Project, name: str) -> Report:
    """What ``check`` finds and what only shows when pages are made. Pages are not made of an issue with errors."""
    from pipeline import issue as issues
    from pipeline.build import BuildOptions, make_up

    loaded, report = issues.load(project, name)
    if loaded is None:
        return report
    report += _read(project, loaded)
    if report.refuses:
        return report
    try:
        with Progress() as progress:
            _makeup, found = make_up(project, loaded, BuildOptions(progress=progress))
    except Fault as fault:
        return report + Report.of(fault.findings)
    return report + found


@silent
def complete_article(ctx: click.Context, _parameter: click.Parameter, given: str) -> list[CompletionItem]:
    """The articles of the issue, for the shell."""
    project = find_project()
    names = project.listing(f"issues/{choose_issue(project, ctx.params.get('issue') or '')}/articles", ".md")
    bare = given.removeprefix("articles/")
    return [CompletionItem(f"articles/{name}") for name in names if name.startswith(bare)]


def _order(photos: str, *, target: str, profile: Path | None, marks: tuple[Mark, ...] | None) -> Order | None:
    """What is ordered of a press edition; None for the screen's."""
    if target == "screen":
        if profile is not None or marks is not None:
            message = "--profile and --marks are for a printer; say --target press too."
            raise click.UsageError(message)
        return None
    if photos == "original":
        message = "--photos original is for screens; a press wants every photo in its own inks."
        raise click.UsageError(message)
    return press_order(profile, marks)


@click.command(cls=Command)
@issue_argument
@click.option(
    "--only",
    metavar="ARTICLE",
    default="",
    shell_complete=complete_article,
    help="Make the pages of one article alone: articles/almaty.md, or almaty.",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the PDF goes; dist/ISSUE in the project when left out.",
)
@click.option(
    "--photos",
    type=click.Choice(["screen", "original"]),
    default="screen",
    show_default=True,
    help="Bring photos down to the layout's screen resolution, or take them over byte for byte.",
)
@click.option(
    "--target",
    type=click.Choice(["screen", "press"]),
    default="screen",
    show_default=True,
    help="For screens, with links and tags; or for a printer: PDF/X-4 in CMYK, with bleed and marks.",
)
@press_options(", with --target press")
@json_option
@click.pass_obj
def build(
    settings: Settings,
    /,
    issue: str,
    only: str,
    out: Path | None,
    photos: Literal["screen", "original"],
    **given: Any,  # noqa: ANN401 - the options of a press edition, which become an Order
) -> int:
    """Make an issue's PDF.

    Errors stop the build and nothing is written; warnings and advice do not.
    ISSUE is a name or a path; without it, the issue in whose folder you are, or the newest.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    from pipeline.build import BuildOptions
    from pipeline.build import build as build_issue
    from pipeline.release import Staging, write_atomic

    began = monotonic()
    press = _order(photos, **given)
    project = find_project()
    name = choose_issue(project, issue)
    article = choose_article(project, name, only) if only else ""
    with Progress() as progress:
        # A file is put on the disk beside its place while it is still being proved, and takes it when it is.
        folder = (out or project.root / "dist" / name).resolve()
        with Staging(folder) as staging, ThreadPoolExecutor(1) as beside:
            staged: list[Future[None]] = []
            options = BuildOptions(
                only=article,
                photos=photos,
                press=press,
                progress=progress,
                made=lambda made: staged.append(beside.submit(staging.add, made.name, made.data)),
            )
            outcome = build_issue(project, name, options)
            if document := outcome.document:
                staged[0].result()
                if outcome.flatplan:
                    write_atomic(project.root / "issues" / name / "flatplan.yaml", outcome.flatplan.encode())
                staging.commit()
    written: dict[str, Any] | None = None
    path = Path()
    if document is not None:
        path = folder / document.name
        written = document_as_data(
            path, pages=document.pages, words=document.words, photos=document.photos, size=len(document.data)
        )
    seconds = monotonic() - began
    if settings.json:
        print_json(report_as_data(outcome.report, command="build", issue=name, document=written, seconds=seconds))
    else:
        show_outcome(outcome.report, settings, project, name)
        if written:
            _show_document(path, written, settings)
        nothing = "" if written else "Nothing was written: "
        say(f"{nothing}{summary(outcome.report)} in {seconds:.1f} s", settings)
    return int(outcome.report.refuses)


def show_outcome(report: Report, settings: Settings, project: Project, name: str) -> None:
    """Errors, warnings and what only a press edition shows; other advice is counted, ``check`` shows it."""
    weighty = [finding for finding in report if finding.severity is not Severity.ADVICE or finding.code in PRESS_ADVICE]
    show_report(weighty, settings, project)
    if weighty:
        say()
    if advice := len(report) - len(weighty):
        them = "it" if advice == 1 else "them"
        say(f"Besides, {counted(advice, 'piece')} of advice: digest check {name} --pages shows {them}.", settings)


def _show_document(path: Path, document: dict[str, Any], settings: Settings) -> None:
    pages, words, photos = (counted(document[f"{noun}s"], noun) for noun in ("page", "word", "photo"))
    say(click.style(shown_path(path), bold=True), settings)
    say(f"{pages}, {words}, {photos}, {size_of(document['bytes'])}", settings)
