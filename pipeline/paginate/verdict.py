"""What is said of a makeup as a whole: how many pages it has, and how fine its photos are where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostic import Finding
from pipeline.issue import Issue
from pipeline.layout import Layout
from pipeline.page import Makeup, PictureItem
from pipeline.picture import too_coarse


def page_count(issue: Issue, pages: int) -> Iterator[Finding]:
    """A finding when the issue has more pages than allowed (E506), or does not fill its last sheet (A512)."""
    budget = issue.manifest.pages
    allowed, short = budget.at_most, -pages % budget.multiple_of
    if short:
        message = f"The issue runs to {pages} pages, which is no multiple of {budget.multiple_of}: {short} stay empty."
        hint = "Add or cut text or photos, or write pages: {multiple_of: 1} if it is not bound."
        yield Finding("A512", message, budget.span("multiple_of") or issue.manifest.span(), hint)
    if allowed and pages > allowed:
        message = f"The issue runs to {pages} pages, {allowed} are allowed."
        yield Finding("E506", message, budget.span("at_most"), "Cut text or photos, or raise pages: at_most.")


def resolutions(issue: Issue, layout: Layout, makeup: Makeup) -> Iterator[Finding]:
    """Photos that are too small for print at the size at which they stand (E311, W312)."""
    wanted = layout.record.print.ppi
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, PictureItem):
                picture, size = issue.pictures[item.picture], (item.box.width, item.box.height)
                if found := too_coarse(picture, item.crop, size, item.span, page.folio, wanted):
                    yield found
