"""The flow: load, check, compose and paginate, paint, finish, verify. Each takes frozen values and gives them on."""

from __future__ import annotations

from pipeline.contrast import findings_of
from pipeline.diagnostic import Fault, Report
from pipeline.flatplan import flatplan_before, written
from pipeline.issue import Issue, check, load
from pipeline.page import Makeup
from pipeline.paginate import paginate_again
from pipeline.picture import Originals
from pipeline.project import Project
from pipeline.publication import BuildOptions, Document, Outcome, Progress

__all__ = ["BuildOptions", "Document", "Outcome", "Progress", "build", "make_up"]


def build(project: Project, name: str, options: BuildOptions | None = None) -> Outcome:
    """Builds an edition of the issue ``name``. Nothing is written here."""
    options = options or BuildOptions()
    issue, report = load(project, name)
    if issue is None or issue.layout is None:
        return Outcome(None, report)
    report += check(issue)
    if report.refuses:
        return Outcome(None, report)
    ahead = options.photos == "original" and not options.only
    try:
        with Originals((issue.files[name], picture) for name, picture in issue.pictures.items() if ahead) as photos:
            before, faults = flatplan_before(project, issue)
            if faults:
                return Outcome(None, report + Report.of(faults))
            makeup, found, flatplan = paginate_again(issue, issue.layout, before, project.cache, options.only)
            report += found + findings_of(issue, makeup, project.cache, photos=options.photos == "screen")
            if report.refuses:
                return Outcome(None, report)
            new = "" if options.only or flatplan == before else written(flatplan)
            from pipeline.edition import published  # noqa: PLC0415 - only a build that succeeds needs the PDF writer

            document, found = published(project, issue, makeup, photos, options)
            found += _proved(document, options)
            return Outcome(None, report + found) if found.refuses else Outcome(document, report + found, new)
    except Fault as fault:
        return Outcome(None, report + Report.of(fault.findings))


def _proved(document: Document, options: BuildOptions) -> Report:
    """What the finished file claims and does not prove, read back from its bytes; nothing where it proves all."""
    from pipeline import preflight as judge  # noqa: PLC0415 - only what was made is read back

    verdict = judge.preflight(document.data, judge.EXCHANGE if options.press else judge.SCREEN)
    if options.progress:
        options.progress("proof", 1, 1)
    return judge.report_on(verdict, document.name)


def make_up(project: Project, issue: Issue, options: BuildOptions) -> tuple[Makeup, Report]:
    """The issue's pages, and what was found in making them up. The issue's layout must be there."""
    if issue.layout is None:
        message = "an issue without a layout cannot be made up"
        raise ValueError(message)
    before, faults = flatplan_before(project, issue)
    makeup, report, _ = paginate_again(issue, issue.layout, before, project.cache, options.only)
    return makeup, report + Report.of(faults)
