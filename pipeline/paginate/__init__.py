"""Page making: an issue becomes numbered pages with everything on them placed.

The plan (``plan``) says which variant each article takes; masters give the pages their furniture
(``furniture``, ``lists``, ``gallery``); this module puts pages in order and page numbers where they are named.
The contents name pages that are only known once the contents are made up, so pages are made up again until
the numbers stand still; five rounds are always enough, or a finding says what did not settle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.diagnostic import Finding, Report
from pipeline.flatplan import EMPTY, Flatplan, Made, flatplan_of, strangers
from pipeline.issue import Issue
from pipeline.language import Cache
from pipeline.layout import Layout
from pipeline.page import Makeup
from pipeline.paginate.fillers import Fillers, set_aside
from pipeline.paginate.lost import left_out
from pipeline.paginate.maker import Maker
from pipeline.paginate.short import endings, short_pages
from pipeline.paginate.verdict import openers, page_count, resolutions

ROUNDS = 5
UNMET = "W522"
PERFECT = (False, 0)

__all__ = ["paginate", "paginate_again"]


def paginate(issue: Issue, layout: Layout, cache: Cache | None = None, only: str = "") -> tuple[Makeup, Report]:
    """The issue made up by its layout (or one article alone: ``only`` is its path), and what was found."""
    return paginate_again(issue, layout, EMPTY, cache, only)[:2]


def paginate_again(
    issue: Issue, layout: Layout, flatplan: Flatplan, cache: Cache | None = None, only: str = "", first: int = 1
) -> tuple[Makeup, Report, Flatplan]:
    """The same, held to the ``flatplan`` of the build before as far as that goes; and the flatplan that comes of it.

    Where adverts that may stand anywhere came out with wishes unmet, or with a number of pages that is not wanted, the
    next build would try again from there: so this one does, as long as it helps. The pages of one article alone are
    numbered from ``first``.
    """
    made = _made_up(issue, layout, flatplan, cache, only, first)
    while made.floating and made.short_of > PERFECT:
        again = _made_up(issue, layout, made.flatplan, cache, only, first)
        if again.short_of >= made.short_of:
            break
        made = again
    return made.makeup, made.report, made.flatplan


@dataclass(frozen=True, slots=True)
class _MadeUp:
    """An issue made up; whether adverts might stand elsewhere.

    ``short_of`` says whether the number of its pages is not wanted, and how many wishes of adverts are not met.
    """

    makeup: Makeup
    report: Report
    flatplan: Flatplan
    short_of: tuple[bool, int]
    floating: bool


def _made_up(issue: Issue, layout: Layout, flatplan: Flatplan, cache: Cache | None, only: str, first: int) -> _MadeUp:
    issue, pulls = (issue, {}) if only else set_aside(issue)
    maker = Maker(issue, layout, cache, only, flatplan, first)
    folios: Mapping[str, str] = maker.numbers()
    for _ in range(ROUNDS):
        pages, outline, settled = maker.make(folios)
        if settled == folios:
            break
        folios = settled
    else:
        maker.findings.append(Finding("E508", "The page numbers did not settle.", issue.manifest.span()))
    made = tuple(
        Made(copy, position.fitted, int(settled[copy.anchor]), position.row)
        for copy, (position, _) in maker.laid.items()
    )
    ends = {} if only else endings(made, maker.finished, maker.adverts)
    pages, filled = Fillers(issue, maker.setter, pulls).filled(pages, ends)
    page = layout.right
    makeup = Makeup(pages, outline, page.width, page.height, page.bleed)
    report = Report.of(
        (
            *maker.findings,
            *strangers(maker.flatplan, issue),
            *maker.setter.findings,
            *(() if only else page_count(issue, len(pages), maker.task)),
            *(() if only else openers(issue, layout, settled)),
            *short_pages(ending for number, ending in ends.items() if number not in filled),
            *resolutions(issue, layout, makeup),
            *(() if Report.of(maker.findings).refuses else left_out(issue, makeup, only)),
        )
    )
    foreword = (page.number for page in pages if page.kind == "foreword")
    after = flatplan_of(made, layout, len(pages), flatplan, maker.adverts, foreword)
    task = maker.task
    unwanted = task is not None and not task.budget.allows(len(pages) - task.budget.fixed)
    unmet = sum(finding.code == UNMET for finding in report)
    return _MadeUp(makeup, report, after, (unwanted, unmet), bool(task and task.floating))
