"""Checks a loaded issue: months and dates, lists and files, photos and adverts, and every word of it.

Everything is read once and everything found is said at once, at the line where it can be put right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from pipeline import limits
from pipeline.article import Article, Period, liftable_pulls
from pipeline.article.inlines import refused_address
from pipeline.diagnostic import Finding, Report, Span
from pipeline.issue.adverts import advert_rules
from pipeline.issue.descriptions import description_rules
from pipeline.issue.plans import plan_rules
from pipeline.issue.texts import all_passages, manifest_photos
from pipeline.issue.values import Issue, IssueSection
from pipeline.issue.wording import misprints, uncovered
from pipeline.photo import Photo


def check(issue: Issue) -> Report:
    """Every finding of an issue that was loaded; what loading itself found is in its own report."""
    findings: list[Finding] = []
    for rule in RULES:
        findings += rule(issue)
    passages = tuple(all_passages(issue))
    for passage in passages:
        findings += (misprint.finding for misprint in misprints(passage))
    if issue.layout:
        findings += uncovered(passages, issue.layout)
    return Report.of(findings)


def _months(issue: Issue) -> Iterator[Finding]:
    quarter = issue.manifest.issue
    for section in issue.sections:
        if section.month and section.month not in quarter.months:
            months = ", ".join(f"{month:%Y-%m}" for month in quarter.months)
            message = f"The month {section.month:%Y-%m} is not in {quarter}."
            yield Finding("E221", message, section.span, f"The months of {quarter} are {months}.")


def _dates(issue: Issue) -> Iterator[Finding]:
    for section in issue.sections:
        for article in section.articles:
            period = article.head.date
            if section.month and period and not _touches(period, section):
                message = f"The date {_spoken(period)} is not in the section's month, {section.month:%Y-%m}."
                hint = "Correct the date, or move the article to the other section."
                yield Finding("A222", message, article.head.span("date"), hint)


def _touches(period: Period, section: IssueSection) -> bool:
    if section.month is None:
        return True
    months = {(day.year, day.month) for day in (period.first, period.last)}
    return (section.month.year, section.month.month) in months or period.first <= section.month <= period.last


def _spoken(period: Period) -> str:
    return str(period.first) if period.one_day else f"{period.first}/{period.last}"


def _listed(issue: Issue) -> Iterator[tuple[str, Span]]:
    """Every article that the manifest names, with the place."""
    manifest = issue.manifest
    if manifest.foreword:
        yield manifest.foreword.article, manifest.foreword.span("article") or Span(issue.path)
    for section in manifest.sections:
        for index, path in enumerate(section.articles):
            yield path, section.span("articles", index) or Span(issue.path)


def _lists(issue: Issue) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    for path, span in _listed(issue):
        if path in first:
            message = f"{path} is listed twice: on line {first[path].line} and here."
            yield Finding("E223", message, span, "Delete one of the two.")
        first.setdefault(path, span)
    for path in issue.in_folder["articles"]:
        if path not in first:
            hint = f"Add it to a section of issue.yaml: - {path}"
            message = f"{path} is listed nowhere, so it is not printed."
            yield Finding("W224", message, Span(f"{issue.folder}/{path}"), hint)
    if len(first) > limits.ISSUE_ARTICLES or len(issue.pictures) > limits.ISSUE_PHOTOS:
        message = f"The issue has {len(first)} articles and {len(issue.pictures)} pictures."
        hint = f"At most {limits.ISSUE_ARTICLES} and {limits.ISSUE_PHOTOS} are allowed."
        yield Finding("E228", message, Span(issue.path), hint)


def _empty_articles(issue: Issue) -> Iterator[Finding]:
    for article in issue.articles():
        if not article.words:
            yield Finding("W215", f"{article.path} has no text.", article.span, "Write it below the front matter.")


def _adverts(issue: Issue) -> Iterator[Finding]:
    listed = dict(_listed(issue))
    for advert in issue.manifest.adverts:
        if advert.after and advert.after not in listed:
            message = f"The advert is to follow {advert.after}, which is not in the issue."
            hint = _nearest(advert.after, listed, "Name an article of a section, or leave after: out.")
            yield Finding("E226", message, advert.span("after"), hint)


def _fillers(issue: Issue) -> Iterator[Finding]:
    articles = {article.path: article for section in issue.sections for article in section.articles}
    listed = dict.fromkeys(path for section in issue.manifest.sections for path in section.articles)
    for filler in issue.manifest.fillers:
        path, span = filler.pull, filler.span("pull")
        if path and path not in listed:
            hint = _nearest(path, listed, "Name an article of a section.")
            yield Finding("E247", f"The filler names {path}, which is in no section.", span, hint)
        elif path in articles and not liftable_pulls(articles[path]):
            hint = "Put words of its text, as they stand there, between lines ::: pull and :::"
            yield Finding("W238", f"{path} has no pull quote that repeats words of its text.", span, hint)


def _masthead(issue: Issue) -> Iterator[Finding]:
    masthead = issue.manifest.masthead
    if masthead is None:
        return
    web, email = masthead.web, masthead.email
    if web and (hint := refused_address(web if ":" in web else f"https://{web}")):
        yield Finding("E214", f"{web} is not an address of the web.", masthead.span("web"), hint)
    if email and refused_address(email) != f"Write mailto:{email}":
        yield Finding("E214", f"{email} is not an e-mail address.", masthead.span("email"), "As in office@example.org")


def _cover(issue: Issue) -> Iterator[Finding]:
    cover = issue.manifest.cover
    if cover is None:
        hint = 'Add cover: {photo: photos/cover.jpg, headline: "…", alt: "…"}'
        yield Finding("W227", "The issue has no cover.", Span(issue.path, 1, 1), hint)
    elif cover.photo is None:
        yield Finding("W227", "The cover has no photo.", cover.span(), "Add photo: photos/cover.jpg")
    elif not cover.credit:
        yield _no_credit(issue, cover.photo, cover.span("photo"))


def _photos(issue: Issue) -> Iterator[Finding]:
    gallery = issue.manifest.gallery.photos if issue.manifest.gallery else ()
    captioned = (*gallery, *(filler.photo for filler in issue.manifest.fillers))
    for photo in manifest_photos(issue):
        yield from _captioned(issue, photo, with_caption=photo in captioned)
    for article in {article.path: article for article in issue.articles()}.values():
        for photo in article.photos:
            yield from _captioned(issue, photo, with_caption=True)


def _captioned(issue: Issue, photo: Photo, *, with_caption: bool) -> Iterator[Finding]:
    span = photo.span("file")
    if with_caption and not photo.caption and not photo.decorative:
        hint = 'Add caption: "who and what is seen".'
        yield Finding("W232", f"{photo.file} has no caption.", span, hint)
    if not photo.credit:
        yield _no_credit(issue, photo.file, span)


def _no_credit(issue: Issue, path: str, span: Span | None) -> Finding:
    required = issue.layout is not None and issue.layout.record.credits == "required"
    return Finding("E284" if required else "W233", f"{path} has no credit.", span, 'Add credit: "Photo: name".')


def photo_uses(issue: Issue) -> Iterator[tuple[str, Span | None]]:
    """Every photo that is named, each time that it is printed."""
    if issue.manifest.cover and issue.manifest.cover.photo:
        yield issue.manifest.cover.photo, issue.manifest.cover.span("photo")
    for photo in manifest_photos(issue):
        yield photo.file, photo.span("file")
    for article in {article.path: article for article in issue.articles()}.values():
        for photo in article.photos:
            yield photo.file, photo.span("file")


def _photo_files(issue: Issue) -> Iterator[Finding]:
    first: dict[str, Span | None] = {}
    for path, span in photo_uses(issue):
        if path in first:
            message = f"{path} is used twice: here and at {first[path]}."
            yield Finding("A237", message, span, "Name another photo in one of the places.")
        first.setdefault(path, span)
    for path in issue.in_folder["photos"]:
        if path not in first and path not in issue.pictures:
            hint = "Name it where it belongs, or move the file away."
            yield Finding("A234", f"{path} is not used.", Span(f"{issue.folder}/{path}"), hint)


def _layout_names(issue: Issue) -> Iterator[Finding]:
    if issue.layout is None:
        return
    sizes, templates = issue.layout.record.photo_sizes, issue.layout.record.templates
    articles: tuple[Article, ...] = tuple({article.path: article for article in issue.articles()}.values())
    for photo in (*manifest_photos(issue), *(photo for article in articles for photo in article.photos)):
        if photo.size and photo.size not in sizes:
            message = f"The layout {issue.layout.name} has no photo size {photo.size!r}."
            yield Finding("E235", message, photo.span("size"), _nearest(photo.size, sizes))
    for article in articles:
        name = article.head.layout
        if name and name not in templates:
            message = f"The layout {issue.layout.name} has no article template {name!r}."
            yield Finding("E236", message, article.head.span("layout"), _nearest(name, templates))


def _nearest(name: str, known: Mapping[str, object], otherwise: str = "") -> str:
    near = get_close_matches(name, known, 1, 0.5)
    return f"Did you mean {near[0]}?" if near else otherwise or f"There are: {', '.join(known)}."


RULES: tuple[Callable[[Issue], Iterator[Finding]], ...] = (
    _months,
    _dates,
    _lists,
    _empty_articles,
    _adverts,
    advert_rules,
    _fillers,
    plan_rules,
    _masthead,
    _cover,
    description_rules,
    _photos,
    _photo_files,
    _layout_names,
)
