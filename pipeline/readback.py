"""Reading back: what a finished edition does not prove, and what its printer would remark, at the lines it comes from.

A screen edition has to prove what it claims; a press edition its claim, and the limits of the layout's press besides.
What stands against the file is an error. What does not is told once: here, or where the issue was looked at before.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from pipeline import preflight as judge
from pipeline.colour_management import most_ink_of
from pipeline.diagnostic import Report
from pipeline.issue import Issue
from pipeline.page import Makeup
from pipeline.pagemap import keep
from pipeline.press import Order, read_profile
from pipeline.project import Project
from pipeline.publication import BuildOptions, Document

LIMITS = "press"
# More pixels than this, in shares of those that print needs, no photo of a press edition has.
MOST_PIXELS = 2.25
JPEG_SLACK = 5.0  # per cent of ink


def read_back(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    document: Document,
    options: BuildOptions,
    known: Report,
) -> Report:
    """What is ``known`` of the edition, with E701 for what refuses it, W704 and A705 for what it may have.

    Nothing is told twice of one line: a remark that is known is left out, and so is a warning of what is refused now.
    """
    standards, limits = judge.SCREEN, None
    if options.press:
        standards, limits = judge.PRESS, limits_of(project, issue, makeup, options.press)
        if options.only:
            limits = limits.model_copy(update={"pages": limits.pages.model_copy(update={"multiple_of": 1})})
    with ThreadPoolExecutor(1) as beside:
        pages = beside.submit(keep, project.cache, document.data, makeup, issue)
        verdict = judge.preflight(document.data, standards, limits, measured=False, kept=project.cache)
    if options.progress:
        options.progress("proof", 1, 1)
    sources = pages.result().sources_of(verdict)
    found = judge.report_on(verdict, document.name, sources, known)
    found += judge.remarks_on(verdict, document.name, sources, known)
    return judge.untold(verdict, sources, known) + found


def limits_of(project: Project, issue: Issue, makeup: Makeup, order: Order) -> judge.Profile:
    """What a printer wants, with the ink, the resolution, the bleed and the number of pages of layout and issue."""
    usual = judge.built_in_profile(LIMITS)
    if issue.layout is None:
        return usual
    given = issue.layout.record.print
    ink = given.ink or max(usual.ink.most, most_ink_of(read_profile(project, issue.layout, order)) + JPEG_SLACK)
    pictures = {"least": given.least_ppi, "low": given.ppi, "high": max(usual.pictures.high, MOST_PIXELS * given.ppi)}
    pages = {"bleed": makeup.bleed, "multiple_of": issue.manifest.pages.multiple_of}
    changed = {
        "ink": usual.ink.model_copy(update={"most": ink}),
        "pictures": usual.pictures.model_copy(update=pictures),
        "pages": usual.pages.model_copy(update=pages),
    }
    return usual.model_copy(update=changed)
