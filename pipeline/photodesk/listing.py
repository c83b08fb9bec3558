"""Puts the list of an issue's pictures together."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import limits
from pipeline.diagnostic import Fault
from pipeline.issue import Issue
from pipeline.manifest import Cover
from pipeline.page import Makeup, PictureItem
from pipeline.photo import Photo
from pipeline.photodesk.values import ListedPhoto, Place
from pipeline.picture import Embedded, effective_ppi, embedded, probe
from pipeline.project import Project

TEXTS = ("caption", "credit", "alt", "copyright")


def photos_of(project: Project, issue: Issue, makeup: Makeup | None) -> tuple[ListedPhoto, ...]:
    """Every use of a picture in the order of the issue, then pictures in ``photos/`` that nothing uses."""
    places = _places(issue, makeup)
    listed = [_listed(issue, use, record, language, places) for use, record, language in _records(issue)]
    used = {photo.path for photo in listed}
    return (*listed, *_unused(project, issue, used))


def _records(issue: Issue) -> Iterator[tuple[str, Photo | Cover, str]]:
    """(use, record, language of its texts) of every picture that is named."""
    manifest = issue.manifest
    language = manifest.language
    if manifest.cover and manifest.cover.photo:
        yield "cover", manifest.cover, language
    if manifest.foreword and manifest.foreword.portrait:
        yield "portrait", manifest.foreword.portrait, language
    if issue.foreword:
        yield from ((issue.foreword.path, photo, issue.language(issue.foreword)) for photo in issue.foreword.photos)
    for section in issue.sections:
        if section.record.photo:
            yield "opener", section.record.photo, language
        for article in section.articles:
            yield from ((article.path, photo, issue.language(article)) for photo in article.photos)
    for photo in manifest.gallery.photos if manifest.gallery else ():
        yield "gallery", photo, language
    yield from (("filler", filler.photo, language) for filler in manifest.fillers if filler.photo)


def _listed(
    issue: Issue, use: str, record: Photo | Cover, language: str, places: dict[str, tuple[Place, ...]]
) -> ListedPhoto:
    path = record.photo or "" if isinstance(record, Cover) else record.file
    said = {key: getattr(record, key) for key in TEXTS}
    file = issue.files.get(path) if path in issue.pictures else None
    own = embedded(file.read_bytes(), language) if file else Embedded()
    said["copyright"] = said["copyright"] or own.copyright
    taken = [key for key in TEXTS if said[key] and said[key] == getattr(own, key) and record.span(key) == record.span()]
    return ListedPhoto(
        path=path,
        use=use,
        picture=issue.pictures.get(path),
        file=file,
        span=record.span("photo" if isinstance(record, Cover) else "file"),
        consent=record.consent,
        decorative=isinstance(record, Photo) and record.decorative,
        from_file=tuple(taken),
        places=places.get(path, ()),
        **said,
    )


def _places(issue: Issue, makeup: Makeup | None) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for page in makeup.pages if makeup else ():
        for item in page.items:
            if isinstance(item, PictureItem):
                size = (item.box.width, item.box.height)
                ppi = effective_ppi(issue.pictures[item.picture], item.crop, *size)
                found.setdefault(item.picture, []).append(Place(page.number, *size, ppi))
    return {path: tuple(places) for path, places in found.items()}


def _unused(project: Project, issue: Issue, used: set[str]) -> Iterator[ListedPhoto]:
    for path in issue.in_folder["photos"]:
        if path in used or path in issue.pictures:
            continue
        try:
            file = project.file(path, issue.folder, ceiling=limits.PICTURE_BYTES)
            yield ListedPhoto(path, "", probe(file), file, None)
        except Fault:  # what nothing uses may be broken
            yield ListedPhoto(path, "", None, None, None)
