"""What is said of a makeup as a whole: how many pages it has, and how fine its photos are where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.diagnostic import Finding
from pipeline.issue import Issue
from pipeline.layout import Layout
from pipeline.page import Makeup, PictureItem
from pipeline.paginate.fields import section_title
from pipeline.paginate.remedies import Remedies, Task, alternatives
from pipeline.paginate.steps import Break
from pipeline.picture import too_coarse


def page_count(issue: Issue, pages: int, task: Task | None = None) -> Iterator[Finding]:
    """A finding when the issue has more pages than allowed (E506), or does not fill its last sheet (A512).

    ``task`` is what its plan was asked: what would help is planned through.
    """
    budget = issue.manifest.pages
    most, over = budget.at_most, pages % budget.multiple_of
    if most and pages > most:
        ways = Remedies(task, pages - task.budget.fixed).fewer() if task else []
        ways = ways or [f"cut about {_pages(pages - most)} of text and photos"]
        message = f"The issue runs to {pages} pages, {most} {'is' if most == 1 else 'are'} allowed."
        yield Finding("E506", message, budget.span("at_most"), alternatives([*ways, "raise pages: at_most"]))
    elif over:
        short = budget.multiple_of - over
        remedies = Remedies(task, pages - task.budget.fixed) if task else None
        ways = [*remedies.fewer(), *remedies.more()] if remedies else []
        ways = ways or [f"add about {_pages(short)} of text and photos"]
        runs = f"The issue runs to {_pages(pages)}, which is no multiple of {budget.multiple_of}"
        message = f"{runs}: {short} {'stays' if short == 1 else 'stay'} empty."
        hint = alternatives([*ways, "write pages: {multiple_of: 1} if it is not bound"])
        yield Finding("A512", message, budget.span("multiple_of") or issue.manifest.span(), hint)


def openers(issue: Issue, layout: Layout, folios: Mapping[str, str]) -> Iterator[Finding]:
    """Openers that are not on the side of a spread on which the layout wants them (A525)."""
    master = layout.record.masters.get("opener")
    for number, section in enumerate(issue.sections if master else ()):
        step = Break(1, master.start if master else "any")
        page = int(folios.get(f"section-{number + 1}", "0"))
        if page and not step.met(page):
            is_on = "right-hand" if page % 2 else "left-hand"
            message = (
                f"{section_title(issue, section)} opens on page {page}, a {is_on} page: {layout.name} wants it on "
            )
            message += "the other side of the spread."
            hint = "Add or cut about a page of what stands before it, or put an advert or a filler there."
            yield Finding("A525", message, section.record.span(), hint)


def _pages(count: int) -> str:
    return "a page" if count == 1 else f"{count} pages"


def resolutions(issue: Issue, layout: Layout, makeup: Makeup) -> Iterator[Finding]:
    """Photos that are too small for print at the size at which they stand (E311, W312).

    Adverts that were booked are not told here: their size is known before pages are made.
    """
    wanted = layout.record.print.ppi
    booked = {f"advert/{advert.name}" for advert in issue.manifest.adverts}
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, PictureItem) and item.block not in booked:
                picture, size = issue.pictures[item.picture], (item.box.width, item.box.height)
                if found := too_coarse(picture, item.crop, size, item.span, page.folio, wanted):
                    yield found
