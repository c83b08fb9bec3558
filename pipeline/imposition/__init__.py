"""Imposition: pages of a finished PDF placed on printers' sheets, so that folding or cutting puts them in order.

``impose`` takes the bytes of any PDF and gives those of one or two others: saddle-stitched booklets, signatures for
perfect binding or sewing, step and repeat for cards. Pages are taken over as they are, as form XObjects. Refuses
locked and damaged files, pages of different sizes, and sheets on which they have no room.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice

from pipeline.diagnostic import Fault, Finding, Report, Span
from pipeline.font import Face
from pipeline.imposition.layout import paper_for, sides_of, upright_edge
from pipeline.imposition.marks import lacks_room, marks_of, operators
from pipeline.imposition.paper import SHEETS, Size, called, in_millimetres, parse_sheet
from pipeline.imposition.placing import About, Assembly
from pipeline.imposition.plan import Part, Plan, plan
from pipeline.imposition.slug import slugs
from pipeline.imposition.source import Source, SourcePage, one_size, open_source, page_of
from pipeline.imposition.values import SIGNATURES, Edge, Kind, Side, Work
from pipeline.measure import MM

__all__ = [
    "SHEETS",
    "SIGNATURES",
    "Edge",
    "Imposed",
    "Kind",
    "Outcome",
    "Supply",
    "Work",
    "called",
    "impose",
    "parse_sheet",
]

SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Supply:
    """A PDF as it comes in: what users call it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Imposed:
    """A finished file of sheets. ``turned_on`` is the edge on which the printer must turn them; empty for one side."""

    name: str
    data: bytes
    sheets: int
    sides: int
    paper: Size
    turned_on: Edge | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What imposing came to: files, unless the report refuses; the pages of the source, and how many were added."""

    files: tuple[Imposed, ...]
    report: Report
    pages: int = 0
    blanks: int = 0


def impose(
    supply: Supply,
    work: Work,
    face: Face,
    *,
    filler: Supply | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Outcome:
    """The sheets for ``supply``; ``face`` sets the slug, ``filler`` gives pages for those that would be blank.

    Findings E710 to E713 and E715 refuse; W716 to W719 tell what to look at. Nothing is written here.
    """
    try:
        source = open_source(supply.data, supply.name)
        filling = open_source(filler.data, filler.name) if filler else None
        size = one_size([source, filling] if filling else [source])
        planned = plan(len(source.pages), size, work, Span(supply.name))
        pages = _bound(planned, source, filling)
        laid_out = [(part, *_laid_out(part, size, work)) for part in planned.parts]
        found = [*_notices(source, planned, filling), *_of_paper(source, laid_out, work)]
        total = sum(len(sides) for _, _, sides in laid_out)
        done = iter(range(1, total + 1))
        advance = (lambda: progress("sheets", next(done), total)) if progress else (lambda: None)
        files = tuple(_file(source, pages, part, paper, sides, work, face, advance) for part, paper, sides in laid_out)
    except Fault as fault:
        return Outcome((), Report.of(fault.findings))
    return Outcome(files, Report.of(found), len(source.pages), len(planned.blanks))
