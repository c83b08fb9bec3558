"""The files of a release, one after another: editions, sheets, pictures, and what was proved of them.

Each is given away before the next is made, so that none but the one at work is held. Nothing is written here.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.article import Article
from pipeline.build import planned
from pipeline.diagnostic import Report
from pipeline.edition import published
from pipeline.imposition import Supply, Work, impose
from pipeline.issue import Issue
from pipeline.page import AnchorItem, Makeup
from pipeline.project import Project
from pipeline.publication import BuildOptions, Progress
from pipeline.raster import page_picture
from pipeline.readback import limits_of
from pipeline.release.naming import article_pdfs, booklet_pdf, cover_picture, press_pdf, screen_pdf
from pipeline.release.proofs import Proof, proved, reports
from pipeline.release.values import Choice, Piece

COVER_WIDTHS = (1600, 400)
Made = Piece | Report | Proof


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


def editions(job: Job) -> Iterator[Made]:
    """Every file but the record and the checksums, and what was found in making them; Fault where one cannot be made.

    Articles are made last, and none of them if anything that was found refuses.
    """
    refused = False
    held = gc.get_freeze_count()
    if not held:
        gc.freeze()  # what is there already is not searched for what can go
    try:
        for step in (_press, _screen, _articles):
            if refused:
                break
            for made in step(job):
                refused = refused or (not isinstance(made, Piece) and made.refuses)
                yield made
            gc.collect()  # what writes and reads PDFs holds itself, and their bytes with it
    finally:
        if not held:
            gc.unfreeze()


def _press(job: Job) -> Iterator[Made]:
    """The press PDF, what was proved of it, and its sheets."""
    progress, name = job.progress("press"), press_pdf(job.issue.name)
    options = BuildOptions(press=job.choice.order, progress=progress)
    document, found = published(job.project, job.issue, job.makeup, None, options)
    yield found
    gc.collect()
    limits = limits_of(job.project, job.issue, job.makeup, job.choice.order)
    proof = proved(job.project, job.issue, job.makeup, document.data, name, limits, measured=True)
    progress("proof", 1, 1)
    yield proof
    yield Piece(name, "press", document.data, document.pages, proof.claims)
    yield from reports(proof, document.data, job.progress("report"))
    gc.collect()
    outcome = impose(Supply(name, document.data), Work(), progress=job.progress("booklet"))
    yield outcome.report
    for sheets in outcome.files:
        yield Piece(booklet_pdf(job.issue.name), "booklet", sheets.data, sheets.sides, of=name)


def _screen(job: Job) -> Iterator[Made]:
    """The screen PDF, what was proved of it, and its first page as pictures."""
    progress, name = job.progress("screen"), screen_pdf(job.issue.name)
    document, found = published(job.project, job.issue, job.makeup, None, BuildOptions(progress=progress))
    yield found
    proof = proved(job.project, job.issue, job.makeup, document.data, name, measured=True)
    progress("proof", 1, 1)
    yield proof
    yield Piece(name, "screen", document.data, document.pages, proof.claims)
    yield from reports(proof, document.data, job.progress("report"))
    for width in COVER_WIDTHS:
        cover = page_picture(document.data, 1, width)
        path = cover_picture(job.issue.name, width)
        yield Piece(path, "cover", cover.data, of=name, pixels=(cover.width, cover.height))


def _articles(job: Job) -> Iterator[Made]:
    """A PDF of each article, proved like that of the whole, and numbered as its pages are in it."""
    articles = list(job.issue.articles())
    names = article_pdfs(article.path for article in articles)
    for number, article in enumerate(articles, 1):
        yield from _article(job, article, names[article.path])
        if job.choice.progress:
            job.choice.progress("articles", number, len(articles))


def _article(job: Job, article: Article, name: str) -> Iterator[Made]:
    options = BuildOptions(only=article.path, first=_first_page(job.makeup, article))
    makeup, found, _ = planned(job.project, job.issue, options)
    if found.refuses:
        yield _of_article(found)
        return
    document, more = published(job.project, job.issue, makeup, None, options)
    proof = proved(job.project, job.issue, makeup, document.data, name)
    yield _of_article(found + more)
    yield proof
    yield Piece(name, "article", document.data, document.pages, proof.claims, article.path)


def _first_page(makeup: Makeup, article: Article) -> int:
    """The printed number of the page of the issue on which an article begins."""
    begun = (
        int(page.folio)
        for page in makeup.pages
        for item in page.items
        if isinstance(item, AnchorItem) and item.name == article.path
    )
    return next(begun, 1)


def _of_article(found: Report) -> Report:
    """What was found in an article's own PDF, whose pages are not those of the issue."""
    return Report.of(replace(finding, page="") for finding in found)
