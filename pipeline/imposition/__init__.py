"""Imposition: pages of a finished PDF placed on printers' sheets, so that folding or cutting puts them in order.

``impose`` takes the bytes of any PDF and gives those of one or two others: saddle-stitched booklets, signatures for
perfect binding or sewing, step and repeat for cards. Pages are taken over as they are, as form XObjects. Refuses
locked and damaged files, pages of different sizes, and sheets on which they have no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from pipeline.diagnostic import Fault, Report, Span
from pipeline.imposition.drawing import drawn
from pipeline.imposition.layout import paper_for, sides_of, upright_edge
from pipeline.imposition.marks import marks_of
from pipeline.imposition.notices import of_paper, of_source, repaired
from pipeline.imposition.paper import SHEETS, Size, called, parse_sheet
from pipeline.imposition.placing import About, Assembly
from pipeline.imposition.plan import Part, Plan, plan
from pipeline.imposition.source import (
    DamagedError,
    Ear,
    Source,
    SourcePage,
    damaged,
    mended,
    one_size,
    open_source,
    pages_of,
)
from pipeline.imposition.values import SIGNATURES, Edge, Kind, Side, Work

__all__ = [
    "SHEETS",
    "SIGNATURES",
    "Edge",
    "Imposed",
    "Kind",
    "Outcome",
    "Side",
    "Supply",
    "Work",
    "called",
    "impose",
    "parse_sheet",
]


@dataclass(frozen=True, slots=True)
class Supply:
    """A PDF as it comes in: what users call it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Imposed:
    """A finished file of sheets: ``name`` is for the end of its own, ``paper`` the size of all its pages in points.

    ``turned_on`` is the edge on which the printer must turn the sheets; None where only one side is printed. ``up``
    is how many pages stand on a side, where it has most.
    """

    name: str
    data: bytes
    sheets: int
    sides: int
    paper: Size
    turned_on: Edge | None
    up: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What imposing came to: one file, or two where the cover is separate, or none where the report refuses."""

    files: tuple[Imposed, ...]
    report: Report


def impose(
    supply: Supply,
    work: Work,
    *,
    filler: Supply | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Outcome:
    """The sheets for ``supply``; ``filler`` gives pages for those that would be blank.

    Findings E710 to E713 and E715 refuse; W716 to W719 tell what to look at. Nothing is written here.
    """
    job = _Job(work, progress or (lambda _stage, _done, _total: None))
    supplies = [supply, filler] if filler else [supply]
    try:
        with Ear() as ear:
            try:
                outcome, mend = job.done([open_source(s.data, s.name) for s in supplies]), ear.heard
            except DamagedError:
                outcome, mend = job.done([open_source(mended(s.data, s.name), s.name) for s in supplies]), True
    except DamagedError:
        return Outcome((), Report.of([damaged(supply.name)]))
    except Fault as fault:
        return Outcome((), Report.of(fault.findings))
    return replace(outcome, report=outcome.report + Report.of([repaired(supply.name)])) if mend else outcome


@dataclass(frozen=True, slots=True)
class _Job:
    """What to do with a file that is open."""

    work: Work
    progress: Callable[[str, int, int], None]

    def done(self, sources: Sequence[Source]) -> Outcome:
        """The files and what was found; Fault E712, E713 or E715, DamagedError for objects that cannot be read."""
        source, filler = sources[0], sources[1] if len(sources) > 1 else None
        size = one_size(sources)
        planned = plan(len(source.pages), size, self.work, Span(source.name))
        pages = _bound(planned, source, filler)
        parts = [(part, tuple(self._sides(part, size))) for part in planned.parts]
        every = [side for _, sides in parts for side in sides]
        counted = iter(range(1, len(every) + 1))

        def advance() -> None:
            self.progress("sheets", next(counted), len(every))

        files = tuple(self._file(sources, pages, part, sides, advance) for part, sides in parts)
        report = Report.of((*of_source(source, planned, filler), *of_paper(source, every, self.work)))
        return Outcome(files, report)

    def _sides(self, part: Part, size: Size) -> Iterator[Side]:
        paper = paper_for(part.sheets, size, self.work)
        for sheet in part.sheets:
            yield from sides_of(sheet, size, paper, self.work)

    def _file(
        self,
        sources: Sequence[Source],
        pages: Sequence[SourcePage | None],
        part: Part,
        sides: Sequence[Side],
        advance: Callable[[], None],
    ) -> Imposed:
        source = sources[0]
        title = source.title or source.name.rpartition("/")[2].removesuffix(".pdf")
        around = pages_of(drawn([(side, marks_of(side, self.work)) for side in sides], title, source.made))
        assembly = Assembly(sources, pages, About(title, source.made))
        for side, marks in zip(sides, around, strict=True):
            assembly.add(side, marks)
            advance()
        paper = sides[0].width, sides[0].height
        edge = (self.work.duplex or upright_edge(paper)) if len(sides) > len(part.sheets) else None
        up = max(len(side.placed) for side in sides)
        return Imposed(part.name, assembly.finish(), len(part.sheets), len(sides), paper, edge, up)


def _bound(planned: Plan, source: Source, filler: Source | None) -> list[SourcePage | None]:
    """The pages as they are bound, with those of the filler, in turn, where the file gives none."""
    spare = cycle(filler.pages if filler else (None,))
    return [source.pages[number - 1] if number else next(spare) for number in planned.order]
