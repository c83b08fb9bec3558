"""An issue as the later stages take it: its manifest, articles, pictures and layout, resolved and frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pipeline.article import Article
from pipeline.diagnostic import Span
from pipeline.manifest import Advert, HouseAdvert, Manifest, Planned, Section
from pipeline.picture import Picture
from pipeline.project import ProjectFile

if TYPE_CHECKING:
    from pipeline.issue.texts import Passage
    from pipeline.layout import Layout
    from pipeline.supplied import SuppliedPage


@dataclass(frozen=True, slots=True)
class IssueSection:
    """A section with its articles; ``record`` is what the manifest says of it."""

    record: Section
    articles: tuple[Article, ...]
    span: Span

    @property
    def month(self) -> date | None:
        """The first day of its month; None where it has a title of its own."""
        return self.record.month

    @property
    def title(self) -> str:
        """Its own title; empty where the month is its heading."""
        return self.record.title


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue. Files and pictures are found under the paths with which the manifest and the articles name them.

    ``files`` holds every file that could be read; ``pictures`` those that are pictures, adverts among them;
    ``supplied`` the adverts that came as PDF, by file and page (from 1). ``layout`` is None when it cannot be used.
    ``listed`` are the sections as the manifest has them; ``manifest`` and ``sections`` are without those in which
    articles are planned alone.
    """

    name: str
    folder: str
    manifest: Manifest
    foreword: Article | None
    sections: tuple[IssueSection, ...]
    pictures: Mapping[str, Picture]
    supplied: Mapping[tuple[str, int], SuppliedPage]
    files: Mapping[str, ProjectFile]
    in_folder: Mapping[str, tuple[str, ...]]
    layout: Layout | None
    listed: tuple[Section, ...]
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Its texts by file, those of the manifest under "": kept by ``texts``, where they are asked for."""

    @property
    def path(self) -> str:
        """The manifest's path in the project."""
        return f"{self.folder}/issue.yaml"

    def page_of(self, advert: Advert | HouseAdvert) -> SuppliedPage | None:
        """The page of a PDF that an advert is; None of one that is a picture, or could not be read."""
        return self.supplied.get((advert.file, advert.page or 1))

    def articles(self) -> Iterator[Article]:
        """Every article in the order of the issue, the foreword first."""
        if self.foreword:
            yield self.foreword
        for section in self.sections:
            yield from section.articles

    def planned(self) -> Iterator[tuple[Section, Planned]]:
        """Every article that is planned and not among the articles yet, with its section, in their order."""
        there = {path for section in self.listed for path in section.articles}
        come = {id(plan) for path, plan in self.plans().items() if path in there}
        for section in self.listed:
            yield from ((section, planned) for planned in section.planned if id(planned) not in come)

    def plans(self) -> dict[str, Planned]:
        """What was planned of articles, by their files; a plan that names no file is known by its title."""
        titles = {
            title.casefold(): article.path
            for article in self.articles()
            for title in (article.short_title, article.head.title)
        }
        every = (plan for section in self.listed for plan in section.planned)
        plans = ((plan.article or titles.get(plan.title.casefold(), ""), plan) for plan in every)
        return {path: plan for path, plan in plans if path}

    def language(self, article: Article | None = None) -> str:
        """The language of an article, or of the issue."""
        return (article.head.language if article else None) or self.manifest.language
