"""The commands about the flatplan: ``flatplan`` shows the issue's pages, ``pin`` holds an article to its place."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.command import Command, FileOf, Settings, issue_argument
from pipeline.cli.making import complete_article
from pipeline.cli.progress import Progress
from pipeline.cli.saving import replace_option, save
from pipeline.cli.show import say, terminal_width
from pipeline.cli.which import choose_article, choose_issue, find_project, shown_path
from pipeline.diagnostic import Fault, Finding, Report

if TYPE_CHECKING:
    from pipeline.issue import Issue
    from pipeline.page import Makeup
    from pipeline.project import Project


@click.command(cls=Command, short_help="Hold an article to its pages, whatever happens to others.")
@click.argument("article", shell_complete=complete_article)
@issue_argument
@click.option("--off", is_flag=True, help="Take the pin away.")
@click.pass_obj
def pin(settings: Settings, article: str, issue: str, off: bool) -> None:
    """Hold an article to its pages, template and photos, whatever happens to others.

    ARTICLE is a path or a bare name: articles/almaty.md, or almaty. An advert, which is held to its page, is
    named with its ending: adverts/bank.pdf, or bank.pdf; of a PDF of several, bank.pdf#2 is the second page. One
    line of the issue's flatplan.yaml changes.
    """
    from pipeline.flatplan import NAME, AdvertPlan, read_flatplan, with_pin
    from pipeline.lineends import as_written
    from pipeline.release import write_atomic

    project = find_project()
    name = choose_issue(project, issue)
    place = project.root / "issues" / name / NAME
    if NAME not in project.listing(f"issues/{name}", ".yaml"):
        raise click.UsageError(f"{name} has no flatplan yet, which a build writes: digest build {name}")
    file = project.file(NAME, f"issues/{name}")
    flatplan, findings = read_flatplan(file)
    if flatplan is None or findings:
        raise Fault(*findings)
    adverts = {plan.name: plan for plan in flatplan.adverts}
    advert = _planned_advert(name, article, sorted(adverts))
    path = advert or _planned_path(project, name, article, [plan.article for plan in flatplan.articles])
    plan = adverts.get(advert) or flatplan.of(path)
    if plan is None:
        raise click.UsageError(f"{path} is not in the flatplan yet: digest build {name}")
    if plan.pin is off:
        write_atomic(place, as_written(file.read_bytes(), with_pin(file.read_text(), plan, on=not off)))
    first, last = (plan.page, plan.page) if isinstance(plan, AdvertPlan) else (plan.pages[0], plan.pages[-1])
    pages = f"page {first}" if first == last else f"pages {first}-{last}"
    say(f"{path} {'is no longer pinned' if off else f'is pinned to {pages}'}: {shown_path(place)}", settings)


def _planned_advert(issue: str, given: str, adverts: list[str]) -> str:
    """The name of the advert that is meant, nothing where it is none; Fault E101 for one that is nearly named."""
    for path in (given, f"adverts/{given}"):
        if path in adverts:
            return path
    if Path(given.partition("#")[0]).suffix in {"", ".md"}:
        return ""
    file = given if given.startswith("adverts/") else f"adverts/{given}"
    pages = [name for name in adverts if name.partition("#")[0] == file.partition("#")[0]]
    near = pages or get_close_matches(file, adverts, 1, 0.6)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(adverts) or 'none'}."
    raise Fault(Finding("E101", f"The flatplan of {issue} has no advert {given!r}.", hint=hint))


def _planned_path(project: Project, name: str, given: str, planned: list[str]) -> str:
    """The article that is meant; one whose file is gone may still be in the flatplan."""
    bare = Path(given).name.removesuffix(".md")
    gone = f"articles/{bare}.md"
    return gone if gone in planned else choose_article(project, name, given)


@click.command(cls=Command, short_help="Show the pages of an issue as thumbnails of its spreads.")
@issue_argument
@click.option("--png", metavar="FILE", type=FileOf(".png"), help="Write a picture in place of that.")
@replace_option("an older picture")
@click.pass_obj
def flatplan(settings: Settings, issue: str, png: Path | None, replace: bool) -> int:
    """Show the pages of an issue as thumbnails of its spreads, with page numbers and articles beneath.

    Pages are made as digest build would make them now; nothing is written but the picture.
    """
    project = find_project()
    name = choose_issue(project, issue)
    made = _made_up(project, name)
    if isinstance(made, Report):
        from pipeline.cli.show import show_report

        show_report(made, settings, project)
        return 1
    loaded, makeup, pinned = made
    names = _names(loaded, pinned)
    if png:
        from pipeline.overview import overview

        save(png, overview(project, loaded, makeup, names), "--png FILE.png", replace=replace)
        say(shown_path(png.resolve()), settings)
        return 0
    from pipeline.cli.thumbnails import Signs, drawn

    for line in drawn(makeup, names, Signs.of(getattr(sys.stdout, "encoding", None)), terminal_width()):
        say(line, settings)
    return 0


def _made_up(project: Project, name: str) -> tuple[Issue, Makeup, frozenset[str]] | Report:
    """The issue, its pages and the articles that are pinned; or what is in the way."""
    from pipeline import issue as issues
    from pipeline.build import BuildOptions, make_up
    from pipeline.flatplan import flatplan_before

    loaded, report = issues.load(project, name)
    if loaded is None or loaded.layout is None:
        return report
    before, faults = flatplan_before(project, loaded)
    report += issues.check(loaded) + Report.of(faults)
    if report.refuses:
        return report
    with Progress() as progress:
        makeup, found = make_up(project, loaded, BuildOptions(progress=progress))
    if found.refuses and not makeup.pages:
        return report + found
    return loaded, makeup, frozenset(plan.article for plan in before.articles if plan.pin)


def _names(issue: Issue, pinned: frozenset[str]) -> dict[str, str]:
    """What stands below the pages: the articles' bare names, a star before those that are pinned."""
    paths = [article.path for article in issue.articles()]
    return {path: f"{'*' * (path in pinned)}{path.rpartition('/')[2].removesuffix('.md')}" for path in paths}
