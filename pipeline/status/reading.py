"""Puts the status of an issue together: manifest, front matter, findings, flatplan.

What is missing is what the checks found at the article's lines, in a few words each. One thing no check can know by
itself: a standfirst is missing where most articles of the issue have one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import ceil

from pipeline.article import Article
from pipeline.diagnostic import Finding, Report, Severity
from pipeline.flatplan import Flatplan
from pipeline.issue import Issue
from pipeline.language import capital, month_name
from pipeline.manifest import Planned, Section, State
from pipeline.status.values import Line, Pages, Status

# What a finding says is missing, in the order in which it is told: one, several.
THINGS: dict[str, tuple[str, str]] = {
    "text": ("text", "texts"),
    "file": ("file", "files"),
    "standfirst": ("standfirst", "standfirsts"),
    "caption": ("caption", "captions"),
    "credit": ("credit", "credits"),
    "alt": ("alt text", "alt texts"),
}
BY_CODE = {"W215": "text", "E101": "file", "W232": "caption", "W233": "credit", "E284": "credit", "E231": "alt"}
# No article is there yet: so a plan begins.
ALL_PLANNED = "E281"
MOST = 0.5


def status_of(issue: Issue, report: Report, flatplan: Flatplan, today: date) -> Status:
    """The status; ``report`` is what loading and checking the issue found, ``flatplan`` what was built last."""
    lines = tuple(_Reading(issue, report, flatplan).lines())
    return Status(
        issue=issue.name,
        title=issue.manifest.publication.title,
        language=issue.manifest.language,
        today=today,
        press=issue.manifest.press,
        lines=lines,
        besides=_in_words(_things(finding for finding in report if finding.span and finding.span.file == issue.path)),
        errors=sum(f.severity is Severity.ERROR and f.code != ALL_PLANNED for f in report),
        pages=_pages(issue, flatplan, lines),
    )


class _Reading:
    """What is asked for every line."""

    def __init__(self, issue: Issue, report: Report, flatplan: Flatplan) -> None:
        self.issue = issue
        self.articles = {article.path: article for article in issue.articles()}
        self.plans = issue.plans()
        self.pages: dict[str, set[int]] = {}
        for plan in flatplan.articles:
            self.pages.setdefault(plan.article, set()).update(plan.pages)
        if issue.manifest.foreword:
            self.pages.setdefault(issue.manifest.foreword.article, set()).update(flatplan.foreword)
        self.found: dict[str, list[Finding]] = {}
        for finding in report:
            if finding.span:
                self.found.setdefault(finding.span.file, []).append(finding)
        led = [bool(article.head.standfirst) for article in self.articles.values()]
        self.wants_standfirst = sum(led) > MOST * len(led)

    def lines(self) -> Iterator[Line]:
        """The foreword, then the sections: articles first, then what is planned."""
        foreword = self.issue.manifest.foreword
        if foreword:
            yield self._line("", foreword.article)
        waiting = [*self.issue.planned()]
        for section in self.issue.listed:
            name = _name_of(section, self.issue.manifest.language)
            yield from (self._line(name, path) for path in section.articles)
            yield from (self._planned(name, plan) for holder, plan in waiting if holder is section)

    def _line(self, section: str, path: str) -> Line:
        """The line of an article that is listed, whether or not it could be read."""
        plan, article = self.plans.get(path), self.articles.get(path)
        head = article.head if article else None
        state: State = "draft" if article else "planned"
        if plan and plan.state != "planned":
            state = plan.state
        return Line(
            section=section,
            title=article.short_title if article else plan.title if plan else path,
            path=path,
            language=self.issue.language(article),
            state=(head and head.state) or state,
            owner=(head and head.owner) or (plan.owner if plan else ""),
            due=(head and head.due) or (plan.due if plan else None),
            words=article.words if article else 0,
            length=(head and head.length) or (plan.length if plan else None),
            photos=len(article.photos) if article else 0,
            missing=self._missing(path, article, section),
            errors=sum(f.severity is Severity.ERROR and f.code not in BY_CODE for f in self._found(path)),
            pages=tuple(sorted(self.pages.get(path, ()))),
            span=article.span if article else None,
        )

    def _planned(self, section: str, plan: Planned) -> Line:
        return Line(
            section=section,
            title=plan.title,
            path=plan.article or "",
            language=self.issue.manifest.language,
            state=plan.state,
            owner=plan.owner,
            due=plan.due,
            words=0,
            length=plan.length,
            photos=0,
            missing=(),
            errors=0,
            pages=(),
            span=plan.span(),
        )

    def _missing(self, path: str, article: Article | None, section: str) -> tuple[str, ...]:
        counts = _things(self._found(path))
        if article is None and path not in self.issue.files:
            counts["file"] += 1
        if article and section and self.wants_standfirst and not article.head.standfirst:
            counts["standfirst"] += 1
        return _in_words(counts)

    def _found(self, path: str) -> list[Finding]:
        return self.found.get(f"{self.issue.folder}/{path}", [])


def _name_of(section: Section, language: str) -> str:
    if section.title or section.month is None:
        return section.title
    return f"{capital(month_name(section.month, language), language)} {section.month.year}"


def _things(findings: Iterable[Finding]) -> Counter[str]:
    """How often each thing is missing."""
    return Counter(BY_CODE[finding.code] for finding in findings if finding.code in BY_CODE)


def _in_words(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(
        one if counts[thing] == 1 else f"{counts[thing]} {several}"
        for thing, (one, several) in THINGS.items()
        if counts.get(thing)
    )


def _pages(issue: Issue, flatplan: Flatplan, lines: tuple[Line, ...]) -> Pages:
    """The budget: what was built, and what is expected at the density of what was built."""
    budget = issue.manifest.pages
    placed = [line for line in lines if line.section and line.pages]
    used = len({page for line in placed for page in line.pages})
    words = sum(line.words for line in placed)
    if not flatplan.pages or not words:
        return Pages(flatplan.pages or None, None, budget.multiple_of, budget.at_most)
    # The foreword has a page of its own, more or less full; the density of the articles tells nothing of it.
    to_come = sum(line.expected for line in lines if line.section and not line.pages)
    pages = flatplan.pages + ceil(to_come * used / words)
    expected = ceil(pages / budget.multiple_of) * budget.multiple_of
    return Pages(flatplan.pages, expected, budget.multiple_of, budget.at_most)
