"""The desk: reads every text once, lets every rule speak, and keeps what was said for as long as nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline import yamlfile
from pipeline.copydesk.abbreviations import abbreviations
from pipeline.copydesk.blanks import blanks
from pipeline.copydesk.dashes import dashes
from pipeline.copydesk.figures import figures
from pipeline.copydesk.house import house
from pipeline.copydesk.letters import letters
from pipeline.copydesk.names import names
from pipeline.copydesk.repeats import repeats
from pipeline.copydesk.stops import stops
from pipeline.copydesk.texts import texts_of
from pipeline.copydesk.values import Copy, Remark
from pipeline.copydesk.variants import variants
from pipeline.diagnostic import Fault
from pipeline.housestyle import HouseStyle
from pipeline.issue import Issue
from pipeline.issue.wording import misprints
from pipeline.project import Project
from pipeline.record import read_record

STYLE = "style.yaml"

RULES: tuple[Callable[[Copy], Iterator[Remark]], ...] = (
    letters, blanks, stops, dashes, figures, variants, house, names, repeats, abbreviations,
)  # fmt: skip


def lint(project: Project, issue: Issue) -> tuple[Remark, ...]:
    """Every remark on an issue, in the order of files and lines."""
    style, found = _house_style(project, issue)
    texts = texts_of(issue)
    copy = Copy.of(issue, texts, style)
    remarks = [*found]
    for rule in RULES:
        remarks += rule(copy)
    for text in texts:
        for one in misprints(text.passage):
            correction = None if one.instead is None else text.correction(one.first, one.last, one.instead)
            remarks.append(Remark(one.finding, correction))
    return tuple(dict.fromkeys(remarks))


def _house_style(project: Project, issue: Issue) -> tuple[HouseStyle, list[Remark]]:
    """The layout's word list with the issue's own, and what is wrong with the latter."""
    usual = issue.layout.record.house_style if issue.layout else HouseStyle()
    if STYLE not in project.listing(issue.folder, STYLE):
        return usual, []
    try:
        file = project.file(STYLE, issue.folder)
        own, findings = read_record(HouseStyle, yamlfile.parse(file.read_text(), file.path), "The word list")
    except Fault as fault:
        return usual, [Remark(finding) for finding in fault.findings]
    return usual.plus(own) if own else usual, [Remark(finding) for finding in findings]
