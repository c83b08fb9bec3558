"""The flow: load, check, compose and paginate, paint, finish, verify. Each takes frozen values and gives them on."""

from __future__ import annotations

from pipeline import artwork
from pipeline.contrast import findings_of
from pipeline.diagnostic import Fault, Report
from pipeline.flatplan import EMPTY, flatplan_before, written
from pipeline.issue import Issue, check, load
from pipeline.page import Makeup
from pipeline.paginate import paginate_again
from pipeline.picture import Originals
from pipeline.project import Project
from pipeline.publication import BuildOptions, Document, Outcome, Progress

__all__ = ["BuildOptions", "Document", "Outcome", "Progress", "build", "checked", "make_up", "planned"]


def build(project: Project, name: str, options: BuildOptions | None = None) -> Outcome:
    """Builds an edition of the issue ``name``. Nothing is written here."""
    options = options or BuildOptions()
    issue, report = checked(project, name, press=options.press is not None)
    if issue is None:
        return Outcome(None, report)
    ahead = options.photos == "original" and not options.only
    try:
        with Originals((issue.files[name], picture) for name, picture in issue.pictures.items() if ahead) as photos:
            makeup, found, new = planned(project, issue, options)
            report += found
            if report.refuses:
                return Outcome(None, report)
            # Only a build that succeeds needs the PDF writer, and the judge.
            from pipeline.edition import published  # noqa: PLC0415
            from pipeline.readback import read_back  # noqa: PLC0415

            document, found = published(project, issue, makeup, photos, options)
            if options.made:
                options.made(document)
            report = read_back(project, issue, makeup, document, options, report + found)
            return Outcome(None, report) if report.refuses else Outcome(document, report, new)
    except Fault as fault:
        return Outcome(None, report + Report.of(fault.findings))


def checked(project: Project, name: str, *, press: bool = False) -> tuple[Issue | None, Report]:
    """The issue ``name`` with its layout, None where it cannot be made up, and all that was found in it.

    For a ``press`` edition adverts in RGB are refused where they stand, and not warned of here.
    """
    issue, report = load(project, name)
    if issue is None or issue.layout is None:
        return None, report
    report += check(issue) + artwork.findings_of(issue, project.cache, press=press)
    return None if report.refuses else issue, report


def planned(project: Project, issue: Issue, options: BuildOptions) -> tuple[Makeup, Report, str]:
    """The issue's pages, what was found in making them up, and the text of its flatplan where that is new.

    Fault for a flatplan that cannot be read; an article alone has none. The issue has its layout.
    """
    before, faults = (EMPTY, ()) if options.only else flatplan_before(project, issue)
    if issue.layout is None or faults:
        raise Fault(*faults)
    makeup, report, flatplan = paginate_again(issue, issue.layout, before, project.cache, options.only, options.first)
    report += findings_of(issue, makeup, project.cache, photos=options.photos == "screen")
    return makeup, report, "" if options.only or flatplan == before else written(flatplan)


def make_up(project: Project, issue: Issue, options: BuildOptions) -> tuple[Makeup, Report]:
    """The issue's pages, and what was found in making them up. The issue's layout must be there."""
    if issue.layout is None:
        raise ValueError("an issue without a layout cannot be made up")
    before, faults = flatplan_before(project, issue)
    makeup, report, _ = paginate_again(issue, issue.layout, before, project.cache, options.only)
    return makeup, report + Report.of(faults)
