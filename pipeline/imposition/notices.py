"""What to look at though the sheets can be made: pages added, faults repaired, what has no room or stays behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.diagnostic import Finding, Span
from pipeline.imposition.layout import marks_room
from pipeline.imposition.marks import lacks_room
from pipeline.imposition.paper import SLACK, called, enough
from pipeline.imposition.plan import Plan
from pipeline.imposition.source import Source
from pipeline.imposition.values import Side, Work


def of_source(source: Source, planned: Plan, filler: Source | None) -> Iterator[Finding]:
    """What the file itself gives reason to say: W717 and W719."""
    span = Span(source.name)
    if planned.blanks:
        yield _blanks(source, planned, filler)
    noted = [number for number, page in enumerate(source.pages, 1) if page.has_notes]
    if noted:
        pages = f"page {noted[0]}" if len(noted) == 1 else f"{len(noted)} pages, first on page {noted[0]},"
        message = f"Notes, stamps or filled forms stand on {pages} and are left out."
        hint = "If they must be printed, let a PDF viewer print the file into a new PDF first."
        yield Finding("W719", message, span, hint, str(noted[0]))


def repaired(name: str) -> Finding:
    """That the parser found faults and passed over them: W718."""
    message = f"{name} has faults inside, which were repaired as well as could be."
    return Finding("W718", message, Span(name), "Compare the sheets with the file before they are printed.")


def _blanks(source: Source, planned: Plan, filler: Source | None) -> Finding:
    blanks, of = planned.blanks, len(planned.order)
    which = f"page {blanks[0]}" if len(blanks) == 1 else f"pages {blanks[0]} to {blanks[-1]}"
    number = len(source.pages)
    pages = f"{number} page{' does' if number == 1 else 's do'} not divide by {4 if planned.folded else 2}"
    if filler:
        message, hint = f"{pages}: {which} of {of} came from {filler.name}.", ""
    else:
        message = f"{pages}: {which} of {of} {'is' if len(blanks) == 1 else 'are'} blank."
        hint = "Give other pages for them: --filler FILE.pdf"
        if blanks[-1] == of and planned.folded:
            hint = f"To keep the last page at the back: --blanks inside. {hint}"
    return Finding("W717", message, Span(source.name), hint)


def of_paper(source: Source, sides: Sequence[Side], work: Work) -> Iterator[Finding]:
    """What the paper has no room for: W716."""
    span, side = Span(source.name), max(sides, key=lambda side: side.block.width)
    sheet = called((side.width, side.height))
    room = marks_room(work)
    larger = enough((side.block.width + 2 * room, side.block.height + 2 * room))
    if any(page.least_bleed > SLACK for page in source.pages) and any(_cuts_bleed(side) for side in sides):
        message = f"{sheet} has no room for the bleed: what goes beyond the pages' edges is cut off by the paper's."
        yield Finding("W716", message, span, f"Name a larger sheet: --sheet {larger}")
    if any(lacks_room(side, work) for side in sides):
        message = f"{sheet} has no room for marks on every side; where there is none they are left out."
        yield Finding("W716", message, span, f"Name a larger sheet: --sheet {larger}; or want none: --no-marks")


def _cuts_bleed(side: Side) -> bool:
    """Whether more is to be seen of a page than there is paper."""
    return any(
        min(seen.left, seen.bottom, side.width - seen.right, side.height - seen.top) < -SLACK
        for seen in (placed.seen for placed in side.placed)
    )
