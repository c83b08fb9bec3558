"""Loads an issue: manifest, articles, pictures and layout, all that can be loaded, with every finding at once.

What cannot be read is left out of the issue and said in the report, so that a preview has pages to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline import limits, yamlfile
from pipeline.article import Article, read_article
from pipeline.diagnostic import Fault, Finding, Report, Span
from pipeline.issue.own_texts import OwnTexts
from pipeline.issue.plans import without_plans
from pipeline.issue.values import Issue, IssueSection
from pipeline.manifest import Manifest
from pipeline.picture import Picture, probe
from pipeline.project import Project, ProjectFile
from pipeline.record import read_record

if TYPE_CHECKING:
    from pipeline.layout import Layout
    from pipeline.supplied import SuppliedPage

MANIFEST = "issue.yaml"
# The folders of an issue whose files should all be named somewhere, and the endings that are looked for.
FOLDERS = {"articles": (".md",), "photos": (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")}


@dataclass(slots=True)
class _Loading:
    """What has been loaded so far."""

    project: Project
    folder: str
    findings: list[Finding] = field(default_factory=list)
    files: dict[str, ProjectFile] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    supplied: dict[tuple[str, int], SuppliedPage] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def file(self, path: str, named_at: Span | None, ceiling: int = limits.TEXT_BYTES) -> ProjectFile | None:
        """The file of that path, once; a refused one is told at every place that names it."""
        if path not in self.files:
            try:
                self.files[path] = self.project.file(path, self.folder, named_at, ceiling)
            except Fault as fault:
                self.findings += fault.findings
        return self.files.get(path)


def load(project: Project, name: str) -> tuple[Issue | None, Report]:
    """The issue in ``issues/<name>/``, or None when its manifest cannot be read; and what was found on the way."""
    loading = _Loading(project, f"issues/{name}")
    try:
        manifest = _manifest(project, name, loading)
    except Fault as fault:
        return None, Report.of(fault.findings)
    if manifest is None:
        return None, Report.of(loading.findings)
    listed = manifest.sections
    manifest = without_plans(manifest, loading.findings)
    layout = _layout(project, manifest, loading)
    foreword = None
    if manifest.foreword:
        foreword = _article(manifest.foreword.article, manifest.foreword.span("article"), loading)
    sections = tuple(_sections(manifest, loading))
    for path, span in _photo_paths(manifest, tuple(loading.articles.values())):
        _picture(path, span, loading)
    own = OwnTexts({path: loading.files[path] for path in loading.pictures}, loading.findings)
    manifest = own.manifest(manifest)
    foreword = own.article(foreword, manifest.language) if foreword else None
    sections = own.sections(sections, manifest)
    _adverts(manifest, loading)
    issue = Issue(
        name=name,
        folder=loading.folder,
        manifest=manifest,
        foreword=foreword,
        sections=sections,
        pictures=MappingProxyType(loading.pictures),
        supplied=MappingProxyType(loading.supplied),
        files=MappingProxyType(loading.files),
        in_folder=MappingProxyType({name: _listing(project, loading.folder, name) for name in FOLDERS}),
        layout=layout,
        listed=listed,
    )
    return issue, Report.of(loading.findings)


def _manifest(project: Project, name: str, loading: _Loading) -> Manifest | None:
    if name not in project.issues():
        near = get_close_matches(name.lower(), project.issues(), 1, 0.5)
        make = f"Make it: digest new {name}"
        hint = f"Did you mean {near[0]}?" if near else make
        raise Fault(Finding("E107", f"There is no issue {name!r} in issues/.", Span(f"issues/{name}/{MANIFEST}"), hint))
    file = project.file(MANIFEST, loading.folder)
    loading.files[MANIFEST] = file
    node = yamlfile.parse(file.read_text(), file.path)
    manifest, findings = read_record(Manifest, node, "The manifest")
    loading.findings += findings
    return manifest


def _layout(project: Project, manifest: Manifest, loading: _Loading) -> Layout | None:
    from pipeline.layout import load_layout  # noqa: PLC0415 - brings HarfBuzz with it; a bad manifest needs none

    try:
        return load_layout(project, manifest.layout, manifest.span("layout") or Span(f"{loading.folder}/{MANIFEST}"))
    except Fault as fault:
        loading.findings += fault.findings
        return None


def _sections(manifest: Manifest, loading: _Loading) -> Iterator[IssueSection]:
    for section in manifest.sections:
        found = (_article(path, section.span("articles", i), loading) for i, path in enumerate(section.articles))
        place = section.span("month") or section.span() or Span(f"{loading.folder}/{MANIFEST}")
        yield IssueSection(section, tuple(article for article in found if article), place)


def _article(path: str, named_at: Span | None, loading: _Loading) -> Article | None:
    if path in loading.articles:
        return loading.articles[path]
    file = loading.file(path, named_at)
    if file is None or path in loading.refused:
        return None
    try:
        article, report = read_article(file, path)
    except Fault as fault:
        loading.findings += fault.findings
        article, report = None, Report()
    loading.findings += report.findings
    if article is None:
        loading.refused.add(path)
    else:
        loading.articles[path] = article
    return article


def _photo_paths(manifest: Manifest, articles: tuple[Article, ...]) -> Iterator[tuple[str, Span | None]]:
    """Every picture that the issue names, with the place that names it."""
    if manifest.cover and manifest.cover.photo:
        yield manifest.cover.photo, manifest.cover.span("photo")
    photos = [section.photo for section in manifest.sections if section.photo]
    if manifest.foreword and manifest.foreword.portrait:
        photos.append(manifest.foreword.portrait)
    if manifest.gallery:
        photos += manifest.gallery.photos
    photos += [filler.photo for filler in manifest.fillers if filler.photo]
    for photo in (*photos, *(photo for article in articles for photo in article.photos)):
        yield photo.file, photo.span("file")


def _picture(path: str, named_at: Span | None, loading: _Loading) -> None:
    if path in loading.pictures:
        return
    file = loading.file(path, named_at, limits.PICTURE_BYTES)
    if file:
        try:
            loading.pictures[path] = probe(file, named_at)
        except Fault as fault:
            loading.findings += fault.findings


def _adverts(manifest: Manifest, loading: _Loading) -> None:
    for advert in manifest.artwork:
        span = advert.span("file")
        if PurePosixPath(advert.file).suffix.lower() != ".pdf":
            _picture(advert.file, span, loading)
            continue
        file = loading.file(advert.file, span, limits.PDF_BYTES)
        if file:
            _page(file, advert.file, advert.page, span, loading)


def _page(file: ProjectFile, path: str, page: int | None, span: Span | None, loading: _Loading) -> None:
    from pipeline.supplied import probe_pdf  # noqa: PLC0415 - few issues have adverts

    try:
        found = probe_pdf(file, page, span, loading.project.cache, path)
    except Fault as fault:
        loading.findings += fault.findings
        return
    loading.supplied[path, found.page] = found
    loading.findings += found.notices(span, path)


def _listing(project: Project, folder: str, name: str) -> tuple[str, ...]:
    """The paths, as the manifest would name them, of the files in a folder of the issue."""
    names = (file for file in project.listing(f"{folder}/{name}", "") if not file.startswith("."))
    return tuple(f"{name}/{file}" for file in names if PurePosixPath(file).suffix.lower() in FOLDERS[name])
