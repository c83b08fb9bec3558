"""The screen edition: renditions of the photos, the drawn pages, and the finishing pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from pipeline.colour_management import offset_profile
from pipeline.issue import Issue
from pipeline.language import quarter_name
from pipeline.page import Makeup, PictureItem
from pipeline.paint import paint
from pipeline.pdf import Metadata
from pipeline.picture import Delivery, Job, Originals, Rendition, renditions
from pipeline.project import Project
from pipeline.screen import finish
from pipeline.structure import structure

CMYK = 4  # components


def screen_edition(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    *,
    original: bool = False,
    originals: Originals | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> bytes:
    """The bytes of the screen PDF; its photos are ``original`` or brought down, ``originals`` those begun before."""
    report = progress or (lambda _stage, _done, _total: None)
    metadata = _metadata(project, issue)  # may refuse, so before the work begins
    delivery = _delivery(issue, original=original)
    photos = _renditions(project, issue, makeup, delivery, originals, report)
    pages = {path: supplied.page - 1 for path, supplied in issue.supplied.items()}
    advance = partial(_advance, report, iter(range(1, len(makeup.pages) + 1)), len(makeup.pages))
    draft = paint(makeup, photos, pages, metadata, structure(issue, makeup), advance)
    needed = dict.fromkeys(p.source for p in draft.placements)
    supplied = {source: issue.files[source].read_bytes() for source in needed}
    return finish(draft.data, draft.placements, supplied, archival=True)


def _advance(report: Callable[[str, int, int], None], done: Iterator[int], total: int) -> None:
    report("pages", next(done), total)


def _delivery(issue: Issue, *, original: bool) -> Delivery:
    screen = issue.layout.record.screen if issue.layout else None
    return Delivery(screen.ppi, screen.quality, original) if screen else Delivery(original=original)


def _renditions(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    delivery: Delivery,
    originals: Originals | None,
    report: Callable[[str, int, int], None],
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
    return dict(zip(items, map(_meant, made), strict=True))


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
