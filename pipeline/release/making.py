"""Making a release: every edition of an issue, proved, with checksums and a record; all of it in its place, or nothing.

Any error in any edition refuses the whole. An older release stays unless it is to be replaced, files of others stay
in any case; a release that is there already as it would be made again is left alone. The same sources give the same
bytes.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.build import checked, planned
from pipeline.diagnostic import Fault, Finding, Report, Span
from pipeline.issue import Issue, load
from pipeline.press import read_profile
from pipeline.project import Project
from pipeline.publication import BuildOptions
from pipeline.release.editions import Job, Made, editions
from pipeline.release.proofs import Proof
from pipeline.release.record import checksums_of, record_of
from pipeline.release.sources import FLATPLAN, Source, sources_of, with_flatplan
from pipeline.release.standing import refused_at_once, standing
from pipeline.release.values import CHECKSUMS, RECORD, Choice, Filed, Piece, Released
from pipeline.release.writing import Staging, write_atomic


def make_release(project: Project, name: str, folder: Path, choice: Choice) -> Released:
    """Releases the issue ``name`` into ``folder``; findings E607 to E610 besides those of a build."""
    named, report = load(project, name)
    if named is None:
        return Released(report)
    # Digests first, then the reading: what is saved from here on shows when they are compared.
    sources = sources_of(project, named, choice.order)
    issue, report = checked(project, name, press=True)
    if issue is None:
        return Released(report)
    with Staging(folder) as staging:
        run = _Run(project, issue, choice, staging, sources, report)
        try:
            return run.released()
        except Fault as fault:
            return Released(run.report + Report.of(fault.findings))


class _Run:
    """One release: what has been found and staged so far."""

    def __init__(
        self,
        project: Project,
        issue: Issue,
        choice: Choice,
        staging: Staging,
        sources: tuple[Source, ...],
        report: Report,
    ) -> None:
        self.project, self.issue, self.choice, self.staging = project, issue, choice, staging
        self.sources, self.report = sources, report
        self.files: list[Filed] = []

    def released(self) -> Released:
        """The whole way; Fault where it ends."""
        name, order = self.issue.name, self.choice.order
        if self.issue.layout:
            read_profile(self.project, self.issue.layout, order)  # a wrong one is told before what stands there
        if not self.choice.replace and (refused := refused_at_once(self.staging.folder, name, self.sources)):
            raise Fault(*refused)
        self.staging.ready(RECORD)
        makeup, found, flatplan = planned(self.project, self.issue, BuildOptions())
        self._found(found)
        if not self.report.refuses:
            for made in editions(Job(self.project, self.issue, makeup, self.choice)):
                self._taken(made)
        if self.report.refuses:
            return Released(self.report)
        if sources_of(self.project, self.issue, order) != self.sources:
            message = "A file of the issue was changed while the release was made."
            raise Fault(Finding("E610", message, Span(self.issue.path), "Release again when nobody is at work on it."))
        sources = with_flatplan(self.sources, self.issue, flatplan)
        record = record_of(self.project, self.issue, makeup, order, self.report, sources, self.files)
        self._file(Piece(RECORD, "record", record))
        self._file(Piece(CHECKSUMS, "checksums", checksums_of(self.files)))
        return self._published(flatplan)

    def _published(self, flatplan: str) -> Released:
        """Everything in its place, unless it stands there already or something else does."""
        there = standing(self.staging.folder, self.issue.name, self.files)
        self.report += there.findings(self.issue.name, replace=self.choice.replace)
        files = tuple(self.files)
        if self.report.refuses:
            return Released(self.report)
        if there.same:
            return Released(self.report, files)
        if flatplan:
            write_atomic(self.project.root / self.issue.folder / FLATPLAN, flatplan.encode())
        self.staging.commit(without=there.stale)
        return Released(self.report, files, written=True, removed=there.stale)

    def _taken(self, made: Made) -> None:
        match made:
            case Piece():
                self._file(made)
            case Proof():
                self.report = made.told(self.report)
            case Report():
                self._found(made)

    def _found(self, report: Report) -> None:
        """Takes what was found; what was said of a line before is not said again of pages that are not the issue's."""
        said = {(finding.code, finding.span) for finding in self.report if finding.span}
        self.report += Report.of(f for f in report if f.page or (f.code, f.span) not in said)

    def _file(self, piece: Piece) -> None:
        self.staging.add(piece.path, piece.data)
        self.files.append(Filed.from_piece(piece))
