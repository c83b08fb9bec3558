"""The editions of a makeup, for screens and for a press: renditions of the photos, drawn pages, a finishing pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.colour_management import offset_profile
from pipeline.diagnostic import Fault, Report
from pipeline.issue import Issue
from pipeline.language import quarter_name
from pipeline.page import Makeup, PictureItem
from pipeline.paint import Draft, Sheet, paint
from pipeline.pdf import Metadata
from pipeline.picture import Delivery, Job, Originals, Rendition, renditions
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
    project: Project, issue: Issue, makeup: Makeup, originals: Originals | None, options: BuildOptions
) -> tuple[Document, Report]:
    """The edition that the options ask for, and what was found in making it."""
    original, progress, found = options.photos == "original", options.progress, Report()
    if options.press:
        data, found = press_edition(project, issue, makeup, options.press, progress)
    else:
        data = screen_edition(project, issue, makeup, original=original, originals=originals, progress=progress)
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
) -> bytes:
    """The bytes of the screen PDF; its photos are ``original`` or brought down, ``originals`` those begun before."""
    report = progress or _silent
    metadata = _metadata(project, issue)  # may refuse, so before the work begins
    delivery = _delivery(issue, original=original)
    photos = _renditions(project, issue, makeup, delivery, originals, report)
    advance = _advance(report, makeup)
    draft = paint(makeup, photos, metadata, structure(issue, makeup), advance)
    return finish(draft.data, draft.placements, _supplied(issue, draft), archival=True)


def press_edition(
    project: Project, issue: Issue, makeup: Makeup, order: Order, progress: Progress | None = None
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
    draft = _press_draft(project, issue, ready, sheet, delivery, metadata, report)
    return finish_press(draft.data, draft.placements, _supplied(issue, draft)), findings


def _press_draft(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    sheet: Sheet,
    delivery: Delivery,
    metadata: Metadata,
    report: Progress,
) -> Draft:
    """The painted pages; the photos, which are in it, are held no longer."""
    photos = _renditions(project, issue, makeup, delivery, None, report)
    return paint(makeup, photos, metadata, advance=_advance(report, makeup), sheet=sheet)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody wants to know."""


def _advance(report: Progress, makeup: Makeup) -> Callable[[], None]:
    done = iter(range(1, len(makeup.pages) + 1))
    return lambda: report("pages", next(done), len(makeup.pages))


def _supplied(issue: Issue, draft: Draft) -> dict[str, bytes]:
    needed = dict.fromkeys(placement.source for placement in draft.placements)
    return {source: issue.files[source].read_bytes() for source in needed}


def _delivery(issue: Issue, *, original: bool) -> Delivery:
    screen = issue.layout.record.screen if issue.layout else None
    return Delivery(screen.ppi, screen.quality, original) if screen else Delivery(original=original)


def _renditions(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    delivery: Delivery,
    originals: Originals | None,
    report: Progress,
) -> dict[PictureItem, Rendition]:
    items = list(dict.fromkeys(item for page in makeup.pages for item in page.items if isinstance(item, PictureItem)))
    jobs = [
        Job(issue.files[i.picture], issue.pictures[i.picture], i.crop, i.box.width, i.box.height, delivery)
        for i in items
    ]
    done = iter(range(1, len(jobs) + 1))
    made = renditions(
        jobs, cache=project.cache, advance=lambda: report("photos", next(done), len(jobs)), originals=originals
    )
    # For a press device inks are its own, and PDF/X forbids to say it twice.
    return dict(zip(items, made if delivery.press else map(_meant, made), strict=True))


def _meant(photo: Rendition) -> Rendition:
    """A photo in CMYK that came without a profile means that of coated offset; PDF/A wants it said."""
    if photo.components == CMYK and photo.icc is None:
        return replace(photo, icc=offset_profile())
    return photo


def _metadata(project: Project, issue: Issue) -> Metadata:
    manifest = issue.manifest
    publication, masthead = manifest.publication, manifest.masthead
    quarter = f"{quarter_name(manifest.issue.number, manifest.language)} {manifest.issue.year}"
    name = ": ".join(t for t in (publication.title, publication.subtitle) if t)
    return Metadata(
        title=f"{name}, {quarter}",
        language=manifest.language,
        created=project.source_date(manifest.date),
        author=masthead.publisher if masthead else "",
        description=manifest.cover.headline if manifest.cover else "",
    )
