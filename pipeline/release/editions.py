"""The files of a release, one after another: editions, sheets, pictures, and what was proved of them.

Each is given away before the next is made, so that none but the one at work is held. Nothing is written here.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline import preflight as judge
from pipeline.article import Article
from pipeline.build import planned
from pipeline.diagnostic import Report, Span
from pipeline.edition import published
from pipeline.imposition import Supply, Work, impose
from pipeline.issue import Issue
from pipeline.page import Makeup
from pipeline.pagemap import keep
from pipeline.project import Project
from pipeline.publication import BuildOptions, Progress
from pipeline.raster import page_picture
from pipeline.readback import limits_of
from pipeline.release.naming import (
    article_pdfs,
    booklet_pdf,
    cover_picture,
    preflight_report,
    press_pdf,
    screen_pdf,
)
from pipeline.release.record import as_json
from pipeline.release.values import Choice, Piece
from pipeline.reportsheet import report_sheet

COVER_WIDTHS = (1600, 400)
LIMITS = "press"  # among the standards that are asked: what a printer wants besides, which is no claim


@dataclass(frozen=True, slots=True)
class Job:
    """The issue, made up, and what is chosen of its release."""

    project: Project
    issue: Issue
    makeup: Makeup
    choice: Choice

    def progress(self, edition: str) -> Progress:
        """Tells the stages of an edition with its name."""
        tell = self.choice.progress
        return lambda stage, done, total: tell(f"{edition} {stage}", done, total) if tell else None


def editions(job: Job) -> Iterator[Piece | Report]:
    """Every file but the record and the checksums, and what was found in making them; Fault where one cannot be made.

    Articles are made last, and only if nothing that was found refuses.
    """
    refused = False
    for step in (_press, _screen, _articles):
        if refused:
            break
        for made in step(job):
            refused = refused or (isinstance(made, Report) and made.refuses)
            yield made
        gc.collect()


def _screen(job: Job) -> Iterator[Piece | Report]:
    """The screen PDF, what was proved of it, and its first page as pictures."""
    progress, name = job.progress("screen"), screen_pdf(job.issue.name)
    document, found = published(job.project, job.issue, job.makeup, None, BuildOptions(progress=progress))
    yield found
    proof = _proved(job, job.makeup, document.data, name)
    progress("proof", 1, 1)
    yield proof.report
    yield Piece(name, "screen", document.data, document.pages, claims_of(proof.verdict))
    yield from _reports(job, proof, document.data, f"digest preflight {name}")
    for width in COVER_WIDTHS:
        cover = page_picture(document.data, 1, width)
        path = cover_picture(job.issue.name, width)
        yield Piece(path, "cover", cover.data, of=name, pixels=(cover.width, cover.height))


def _press(job: Job) -> Iterator[Piece | Report]:
    """The press PDF, what was proved of it, and its sheets."""
    progress, name = job.progress("press"), press_pdf(job.issue.name)
    options = BuildOptions(press=job.choice.order, progress=progress)
    document, found = published(job.project, job.issue, job.makeup, None, options)
    yield found
    gc.collect()  # what writes and reads PDFs holds itself, and their bytes with it
    proof = _proved(
        job, job.makeup, document.data, name, limits_of(job.project, job.issue, job.makeup, job.choice.order)
    )
    progress("proof", 1, 1)
    yield proof.report
    yield Piece(name, "press", document.data, document.pages, claims_of(proof.verdict))
    yield from _reports(job, proof, document.data, f"digest preflight {name} --profile {LIMITS}")
    gc.collect()
    outcome = impose(Supply(name, document.data), Work(), progress=job.progress("booklet"))
    yield outcome.report
    for sheets in outcome.files:
        yield Piece(booklet_pdf(job.issue.name), "booklet", sheets.data, sheets.sides, of=name)


def _articles(job: Job) -> Iterator[Piece | Report]:
    """A PDF of each article, proved like that of the whole."""
    articles = list(job.issue.articles())
    names = article_pdfs(article.path for article in articles)
    for number, article in enumerate(articles, 1):
        yield from _article(job, article, names[article.path])
        if job.choice.progress:
            job.choice.progress("articles", number, len(articles))


def _article(job: Job, article: Article, name: str) -> Iterator[Piece | Report]:
    options = BuildOptions(only=article.path)
    makeup, found, _ = planned(job.project, job.issue, options)
    if found.refuses:
        yield _of_article(found)
        return
    document, more = published(job.project, job.issue, makeup, None, options)
    proof = _proved(job, makeup, document.data, name)
    yield _of_article(found + more) + proof.report
    yield Piece(name, "article", document.data, document.pages, claims_of(proof.verdict), article.path)


def _of_article(found: Report) -> Report:
    """What was found in an article's own PDF, whose pages are not those of the issue."""
    return Report.of(replace(finding, page="") for finding in found)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in reading a PDF back: the verdict, the lines that its results come from, and the findings."""

    name: str
    verdict: judge.Verdict
    sources: Mapping[judge.Result, Span]
    limits: judge.Profile | None

    @property
    def report(self) -> Report:
        """What stands against the file."""
        return judge.report_on(self.verdict, self.name, self.sources)


def _proved(job: Job, makeup: Makeup, data: bytes, name: str, limits: judge.Profile | None = None) -> Proof:
    """A PDF that was made of the makeup, read back: one for a press by its ``limits``."""
    verdict = judge.preflight(data, judge.PRESS if limits else judge.SCREEN, limits)
    return Proof(name, verdict, keep(job.project.cache, data, makeup).sources_of(verdict), limits)


def _reports(job: Job, proof: Proof, data: bytes, command: str) -> Iterator[Piece | Report]:
    """The whole verdict for machines, and on one page, which is proved, too."""
    told = as_json(judge.as_data(proof.verdict, proof.name, proof.sources))
    yield Piece(preflight_report(proof.name, "json"), "preflight", told, of=proof.name)
    told = report_sheet(
        proof.name,
        data,
        proof.verdict,
        profile=proof.limits,
        sources=proof.sources,
        command=command,
        advance=lambda done, total: job.progress("report")("pages", done, total),
    )
    path, verdict = preflight_report(proof.name, "pdf"), judge.preflight(told, judge.SCREEN)
    yield judge.report_on(verdict, path)
    yield Piece(path, "preflight", told, verdict.pages, claims_of(verdict), proof.name)


def claims_of(verdict: judge.Verdict) -> tuple[str, ...]:
    """The standards that a file was proved to be."""
    proved = [name for name in verdict.standards if name != LIMITS] if verdict.passed else []
    return tuple(judge.TITLES[name].partition(" (")[0] for name in proved)
