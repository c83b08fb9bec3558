"""Page making: an issue becomes numbered pages with everything on them placed.

The plan (``plan``) says which variant each article takes; masters give the pages their furniture
(``furniture``, ``lists``, ``gallery``); this module puts pages in order and page numbers where they are named.
The contents name pages that are only known once the contents are made up, so pages are made up again until
the numbers stand still; five rounds are always enough, or a finding says what did not settle.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.diagnostic import Finding, Report
from pipeline.issue import Issue
from pipeline.language import Cache
from pipeline.layout import Layout
from pipeline.page import Makeup
from pipeline.paginate.lost import left_out
from pipeline.paginate.maker import Maker

ROUNDS = 5

__all__ = ["paginate"]


def paginate(issue: Issue, layout: Layout, cache: Cache | None = None, only: str = "") -> tuple[Makeup, Report]:
    """The issue made up by its layout (or one article alone: ``only`` is its path), and what was found."""
    maker = Maker(issue, layout, cache, only)
    folios: Mapping[str, str] = {}
    for _ in range(ROUNDS):
        pages, outline, settled = maker.make(folios)
        if settled == folios:
            break
        folios = settled
    else:
        maker.findings.append(Finding("E508", "The page numbers did not settle.", issue.manifest.span()))
    page = layout.right
    makeup = Makeup(pages, outline, page.width, page.height, page.bleed)
    return makeup, Report.of(
        (
            *maker.findings,
            *maker.setter.findings,
            *maker.budget(len(pages)),
            *maker.resolutions(makeup),
            *(() if maker.findings else left_out(issue, makeup, only)),
        )
    )
