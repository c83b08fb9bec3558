"""What leads into the issue: the groups of its contents, the articles that are shown there, and the outline."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.article import Article
from pipeline.diagnostic import Span
from pipeline.issue import Issue
from pipeline.layout import Layout
from pipeline.page import Entry
from pipeline.paginate.fields import section_title
from pipeline.paginate.lists import ListEntry, ListGroup, Teaser

FRONT = "contents"
UNKNOWN = "00"  # stands for a page number that is not known yet, and is as wide


def contents_groups(issue: Issue, layout: Layout, folios: Mapping[str, str]) -> list[ListGroup]:
    """The contents: foreword first, then section by section, the gallery last."""
    groups = []
    if issue.foreword:
        foreword = issue.foreword
        groups.append(_single(layout, foreword.short_title, foreword.path, folios, foreword.head.span("title")))
    for number, section in enumerate(issue.sections):
        entries = tuple(
            ListEntry(
                a.short_title, a.path, folios.get(a.path, UNKNOWN), a.head.span("short_title") or a.head.span("title")
            )
            for a in section.articles
        )
        swatch, anchor = layout.section_swatch(number), f"section-{number + 1}"
        groups.append(ListGroup(section_title(issue, section), entries, swatch, anchor))
    if issue.manifest.gallery:
        gallery = issue.manifest.gallery
        groups.append(_single(layout, gallery.title, "gallery", folios, gallery.span("title")))
    return groups


def _single(layout: Layout, title: str, anchor: str, folios: Mapping[str, str], span: Span | None) -> ListGroup:
    return ListGroup("", (ListEntry(title, anchor, folios.get(anchor, UNKNOWN), span),), layout.swatch("house"))


def teasers(issue: Issue, folios: Mapping[str, str]) -> list[Teaser]:
    """The longest article with a photo of each section, then the next longest of all."""
    chosen: list[Article] = []
    rest: list[Article] = []
    for section in issue.sections:
        ranked = sorted((a for a in section.articles if a.photos), key=lambda a: -a.words)
        chosen.extend(ranked[:1])
        rest.extend(ranked[1:])
    chosen.extend(sorted(rest, key=lambda a: -a.words))
    return [
        Teaser(
            ListEntry(a.short_title, a.path, folios.get(a.path, UNKNOWN), a.head.span("title")),
            a.head.standfirst,
            a.photos[0],
            issue.pictures[a.photos[0].file],
        )
        for a in chosen
        if a.photos[0].file in issue.pictures
    ]


def outline(issue: Issue, layout: Layout, folios: Mapping[str, str]) -> tuple[Entry, ...]:
    """The bookmarks of what is on the pages: ``folios`` names the anchors that there are."""
    entries: list[Entry] = []
    title, contents = issue.manifest.publication.title, layout.word("contents", issue.manifest.language)
    entries += [Entry(text, name) for name, text in (("cover", title), (FRONT, contents)) if name in folios]
    if issue.foreword and issue.foreword.path in folios:
        entries.append(Entry(issue.foreword.head.title, issue.foreword.path))
    for number, section in enumerate(issue.sections):
        below = tuple(Entry(a.head.title, a.path) for a in section.articles if a.path in folios)
        anchor = f"section-{number + 1}"
        if below:
            place = anchor if anchor in folios else below[0].anchor
            entries.append(Entry(section_title(issue, section), place, below))
    if "gallery" in folios and issue.manifest.gallery:
        entries.append(Entry(issue.manifest.gallery.title, "gallery"))
    return tuple(entries)
