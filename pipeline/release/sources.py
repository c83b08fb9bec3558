"""Everything that a release is made from, with its digest: the issue's files, the layout, its fonts, the press."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline import limits
from pipeline.colour_management import offset, offset_profile
from pipeline.issue import Issue
from pipeline.picture import PictureFile
from pipeline.press import Order
from pipeline.project import BUILT_IN, Project

FLATPLAN = "flatplan.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: ``path`` as users see it, its size and digest."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, data: bytes) -> Source:
        """A file with these bytes."""
        return cls(path, len(data), hashlib.sha256(data).hexdigest())


def sources_of(project: Project, issue: Issue, order: Order) -> tuple[Source, ...]:
    """All of them as they are now, by path; Fault E102 for one that cannot be read any more."""
    found = {file.path: Source.of(file.path, file.read_bytes()) for file in _files(project, issue, order)}
    if order.profile is None and (issue.layout is None or not issue.layout.record.print.profile):
        name = f"{BUILT_IN} profiles/{offset.FILE}"
        found[name] = Source.of(name, offset_profile())
    return tuple(found[path] for path in sorted(found))


def _files(project: Project, issue: Issue, order: Order) -> Iterator[PictureFile]:
    yield from issue.files.values()
    if FLATPLAN in project.listing(issue.folder, FLATPLAN):
        yield project.file(FLATPLAN, issue.folder)
    if issue.layout is None:
        return
    record = issue.layout.record
    yield from project.layout_files(issue.layout.name)
    families = {family for role in record.fonts.values() for family in role.families}
    for family in issue.layout.library.families:
        if family.name in families:
            yield from (file.file for file in family.files)
    if order.profile:
        yield order.profile
    elif record.print.profile:
        yield project.file(record.print.profile, f"layouts/{issue.layout.name}", None, limits.PROFILE_BYTES)


def with_flatplan(sources: Iterable[Source], issue: Issue, text: str) -> tuple[Source, ...]:
    """The sources with the flatplan as it is to be written; as they are without a text."""
    path = f"{issue.folder}/{FLATPLAN}"
    found = {source.path: source for source in sources} | ({path: Source.of(path, text.encode())} if text else {})
    return tuple(found[name] for name in sorted(found))
