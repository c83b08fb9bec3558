"""The editions of a makeup, for screens and for a press: renditions of the photos, drawn pages, a finishing pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self

from pipeline.article import Article
from pipeline.colour_management import offset_profile
from pipeline.diagnostic import Fault, Report
from pipeline.issue import Issue
from pipeline.language import quarter_name
from pipeline.page import Makeup, PictureItem
from pipeline.paint import Draft, Sheet, paint
from pipeline.pdf import Metadata
from pipeline.picture import Delivery, Developing, Job, Originals, Rendition
from pipeline.press import Order, Slug, findings_of, prepared, read_profile, sheet_for
from pipeline.press import finish as finish_press
from pipeline.project import Project
from pipeline.publication import BuildOptions, Document, Progress
from pipeline.screen import finish
from pipeline.structure import structure

CMYK = 4  # components
# Photos for a press: brought down above so many times the pixels that print needs, and coded so finely.
MOST_PPI, PRESS_QUALITY = 2.0, 90


def published(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    originals: Originals | None,
    options: BuildOptions,
) -> tuple[Document, Report]:
    """The edition that the options ask for, and what was found in making it."""
    original, progress, found = options.photos == "original", options.progress, Report()
    if options.press:
        data, found = press_edition(project, issue, makeup, options.press, progress)
    else:
        alone = next((article for article in issue.articles() if article.path == options.only), None)
        data = screen_edition(
            project, issue, makeup, original=original, originals=originals, progress=progress, alone=alone
        )
    items = [item for page in makeup.pages for item in page.items]
    photos = len({item.picture for item in items if isinstance(item, PictureItem)})
    articles = [a for a in issue.articles() if not options.only or a.path == options.only]
    stem = issue.name if not options.only else f"{issue.name}-{articles[0].path.rsplit('/', 1)[-1].removesuffix('.md')}"
    name = f"{stem}-press.pdf" if options.press else f"{stem}.pdf"
    return Document(name, data, len(makeup.pages), sum(a.words for a in articles), photos), found


def screen_edition(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    *,
    original: bool = False,
    originals: Originals | None = None,
    progress: Progress | None = None,
    alone: Article | None = None,
) -> bytes:
    """The bytes of the screen PDF; its photos are ``original`` or brought down, ``originals`` those begun before.

    It is called by the article that stands ``alone`` in it, if one does.
    """
    report = progress or _silent
    metadata = _metadata(project, issue, alone)  # may refuse, so before the work begins
    delivery = _delivery(issue, original=original)
    with Album(project, issue, makeup, delivery, originals, report) as photos:
        draft = paint(makeup, photos, metadata, structure(issue, makeup), photos.page_done)
    return finish(draft.data, draft.placements, _supplied(issue, draft), archival=True)


def press_edition(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    order: Order,
    progress: Progress | None = None,
) -> tuple[bytes, Report]:
    """The bytes of the press PDF, and what a printer would object to; Fault E720, E723. The issue has its layout."""
    report = progress or _silent
    if issue.layout is None:
        message = "an issue without a layout has no press edition"
        raise ValueError(message)
    metadata = _metadata(project, issue)
    profile = read_profile(project, issue.layout, order)
    ready, found = prepared(makeup)
    findings = Report.of((*found, *findings_of(issue, ready)))
    if findings.refuses:
        raise Fault(*findings)
    faces = issue.layout.faces(issue.layout.styles["caption"])
    slug = Slug(
        issue.manifest.publication.title, issue.name, f"{issue.manifest.date:%Y-%m-%d}", len(ready.pages), faces
    )
    sheet = sheet_for(ready, profile, order.marks, slug, metadata)
    delivery = Delivery(MOST_PPI * issue.layout.record.print.ppi, PRESS_QUALITY, press=profile)
    album = Album(project, issue, ready, delivery, None, report)
    draft = _press_draft(album, ready, sheet, metadata)
    return finish_press(draft.data, draft.placements, _supplied(issue, draft)), findings


def _press_draft(album: Album, makeup: Makeup, sheet: Sheet, metadata: Metadata) -> Draft:
    """The painted pages; the photos, which are in it, are held no longer."""
    with album as photos:
        return paint(makeup, photos, metadata, advance=photos.page_done, sheet=sheet)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody wants to know."""


def _supplied(issue: Issue, draft: Draft) -> dict[str, bytes]:
    needed = dict.fromkeys(placement.source for placement in draft.placements)
    return {source: issue.files[source].read_bytes() for source in needed}


def _delivery(issue: Issue, *, original: bool) -> Delivery:
    screen = issue.layout.record.screen if issue.layout else None
    return Delivery(screen.ppi, screen.quality, original) if screen else Delivery(original=original)


class Album(Mapping[PictureItem, Rendition]):
    """The photos of a makeup as a delivery wants them, made while pages are painted. Use it as a context.

    One that is not there yet is waited for. None is held longer than the last page takes.
    """

    def __init__(
        self,
        project: Project,
        issue: Issue,
        makeup: Makeup,
        delivery: Delivery,
        originals: Originals | None,
        report: Progress,
    ) -> None:
        items = (item for page in makeup.pages for item in page.items if isinstance(item, PictureItem))
        self._jobs = {
            i: Job(issue.files[i.picture], issue.pictures[i.picture], i.crop, i.box.width, i.box.height, delivery)
            for i in items
        }
        self._developing = Developing(tuple(self._jobs.values()), cache=project.cache, originals=originals)
        self._had: dict[PictureItem, Rendition] = {}
        self._report, self._pages, self._painted, self._told = report, len(makeup.pages), 0, 0

    def __enter__(self) -> Self:
        self._developing.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._developing.__exit__(kind, error, trace)
        self._had.clear()

    def __getitem__(self, item: PictureItem) -> Rendition:
        """The photo of an item; one Fault with all findings where some cannot be made."""
        if item not in self._had:
            job = self._jobs[item]
            made = self._developing.of(job)
            # For a press device inks are its own, and PDF/X forbids to say it twice.
            self._had[item] = made if job.delivery.press else _meant(made)
            self._report("photos", len(self._had), len(self._jobs))
        return self._had[item]

    def __iter__(self) -> Iterator[PictureItem]:
        return iter(self._jobs)

    def __len__(self) -> int:
        return len(self._jobs)

    def page_done(self) -> None:
        """A page is painted, which is told once no photo is waited for."""
        self._painted += 1
        while len(self._had) == len(self._jobs) and self._told < self._painted:
            self._told += 1
            self._report("pages", self._told, self._pages)
        if self._painted == self._pages:
            self.__exit__(None, None, None)


def _meant(photo: Rendition) -> Rendition:
    """A photo in CMYK that came without a profile means that of coated offset; PDF/A wants it said."""
    if photo.components == CMYK and photo.icc is None:
        return replace(photo, icc=offset_profile())
    return photo


def _metadata(project: Project, issue: Issue, alone: Article | None = None) -> Metadata:
    manifest = issue.manifest
    publication, masthead = manifest.publication, manifest.masthead
    quarter = f"{quarter_name(manifest.issue.number, manifest.language)} {manifest.issue.year}"
    name = ": ".join(t for t in (publication.title, publication.subtitle) if t)
    title, description = f"{name}, {quarter}", manifest.cover.headline if manifest.cover else ""
    if alone:
        title, description = f"{alone.head.title} – {title}", alone.head.standfirst
    return Metadata(
        title=title,
        language=manifest.language,
        created=project.source_date(manifest.date),
        author=masthead.publisher if masthead else "",
        description=description,
    )
