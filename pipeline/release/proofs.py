"""Proofs: what was found in reading a PDF of a release back, in words, for machines, and on one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import preflight as judge
from pipeline.diagnostic import Report, Span
from pipeline.issue import Issue
from pipeline.page import Makeup
from pipeline.pagemap import keep
from pipeline.project import Project
from pipeline.publication import Progress
from pipeline.readback import LIMITS
from pipeline.release.naming import preflight_report
from pipeline.release.record import as_json
from pipeline.release.values import Piece
from pipeline.reportsheet import report_sheet


@dataclass(frozen=True, slots=True)
class Proof:
    """The verdict on the PDF of that name, and the lines that its results come from."""

    name: str
    verdict: judge.Verdict
    sources: Mapping[judge.Result, Span]
    limits: judge.Profile | None = None

    @property
    def refuses(self) -> bool:
        """Whether anything stands against the file."""
        return bool(self.verdict.failures)

    def told(self, known: Report) -> Report:
        """What is ``known`` with what stands against the file and what a printer may remark, nothing told twice."""
        found = judge.report_on(self.verdict, self.name, self.sources, known)
        found += judge.remarks_on(self.verdict, self.name, self.sources, known)
        return judge.untold(self.verdict, self.sources, known) + found

    @property
    def claims(self) -> tuple[str, ...]:
        """The standards that the file was proved to be."""
        proved = [name for name in self.verdict.standards if name != LIMITS] if self.verdict.passed else []
        return tuple(judge.TITLES[name].partition(" (")[0] for name in proved)


def proved(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    data: bytes,
    name: str,
    limits: judge.Profile | None = None,
    *,
    measured: bool = False,
) -> Proof:
    """A PDF that was made of an issue's makeup, read back: one for a press by its ``limits``."""
    verdict = judge.preflight(data, judge.PRESS if limits else judge.SCREEN, limits, measured=measured)
    return Proof(name, verdict, keep(project.cache, data, makeup, issue).sources_of(verdict), limits)


def reports(proof: Proof, data: bytes, progress: Progress) -> Iterator[Piece | Proof]:
    """The whole verdict for machines, and on one page, which is proved, too."""
    told = as_json(judge.as_data(proof.verdict, proof.name, proof.sources))
    yield Piece(preflight_report(proof.name, "json"), "preflight", told, of=proof.name)
    sheet = report_sheet(
        proof.name,
        data,
        proof.verdict,
        profile=proof.limits,
        sources=proof.sources,
        command=f"digest preflight {proof.name}" + (f" --profile {LIMITS}" if proof.limits else ""),
        advance=lambda done, total: progress("pages", done, total),
    )
    path = preflight_report(proof.name, "pdf")
    own = Proof(path, judge.preflight(sheet, judge.SCREEN, measured=False), {})
    yield own
    yield Piece(path, "preflight", sheet, own.verdict.pages, own.claims, proof.name)
