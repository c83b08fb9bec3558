"""A finished issue for tests to look at: what it was made from, how it was made up, and the bytes of its PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pipeline.build import BuildOptions, make_up
from pipeline.diagnostic import Report
from pipeline.edition import screen_edition
from pipeline.issue import Issue, load
from pipeline.layout import Layout
from pipeline.page import Makeup
from pipeline.project import Project
from tests.reading import Paper


@dataclass(frozen=True)
class Specimen:
    """One issue, finished."""

    issue: Issue = field(repr=False)
    layout: Layout = field(repr=False)
    makeup: Makeup = field(repr=False)
    report: Report = field(repr=False)
    data: bytes = field(repr=False)

    @cached_property
    def paper(self) -> Paper:
        """Its text, read back from the PDF."""
        return Paper.of(self.data)


def finished(project: Project, name: str = "2023-q2") -> Specimen:
    """Makes up and paints an issue that must be loadable, its photos as they are."""
    issue, loaded = load(project, name)
    assert issue, [str(finding) for finding in loaded]
    assert issue.layout, [str(finding) for finding in loaded]
    makeup, found = make_up(project, issue, BuildOptions(photos="original"))
    assert not found.refuses, [str(finding) for finding in found if finding.severity == "error"]
    return Specimen(issue, issue.layout, makeup, found, screen_edition(project, issue, makeup, original=True))
