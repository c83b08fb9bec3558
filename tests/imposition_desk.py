"""A printer's desk for tests: dummies whose pages say their number, sheets read back, and paper that is folded.

Folding is done here as hands do it, from the printed sheet to the booklet; ``pipeline.imposition`` works the other way
round, and neither knows of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import hypot
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.imposition import Imposed, Outcome, Supply, Work, impose
from pipeline.imposition.layout import paper_for, sides_of
from pipeline.imposition.plan import Part
from pipeline.imposition.values import Placed
from pipeline.measure import MM
from tests.pdf_samples import letters_of, opened

A4 = (210 * MM, 297 * MM)
A5 = (148 * MM, 210 * MM)
CARD = (85 * MM, 55 * MM)
BLEED = 3 * MM
Draw = Callable[[Canvas, int], None]


def dummy(
    pages: int,
    size: tuple[float, float] = A5,
    bleed: float = BLEED,
    *,
    slug: float = 0.0,
    first: int = 1,
    draw: Draw | None = None,
) -> bytes:
    """A PDF whose pages show their number, ``#12;``, from the very middle of the trim, on a tint that bleeds."""
    out = BytesIO()
    width, height = size
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle("A dummy")
    photo = ImageReader(_photo())
    for page in range(first, first + pages):
        edge = bleed + slug
        canvas.setPageSize((width + 2 * edge, height + 2 * edge))
        if edge:
            canvas.setTrimBox((edge, edge, edge + width, edge + height))
            canvas.setBleedBox((slug, slug, slug + width + 2 * bleed, slug + height + 2 * bleed))
        canvas.setFillColorCMYK(0.0, 0.5, 1.0, 0.0)
        canvas.rect(0, 0, width + 2 * edge, height + 2 * edge, fill=1, stroke=0)
        canvas.drawImage(photo, edge + 20, edge + 20, 30, 20)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(edge + width / 2, edge + height / 2, f"#{page};")
        if draw:
            draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def edited(data: bytes, change: Any, **saving: Any) -> bytes:
    """The file after ``change`` was done to it."""
    out = BytesIO()
    with opened(data) as pdf:
        change(pdf)
        pdf.save(out, **saving)
    return out.getvalue()


def _photo() -> BytesIO:
    out = BytesIO()
    Image.linear_gradient("L").convert("CMYK").save(out, "JPEG")
    out.seek(0)
    return out


def made(data: bytes, filler: bytes | None = None, **settings: Any) -> Outcome:
    """What imposing the bytes comes to."""
    return impose(
        Supply("in/dummy.pdf", data), Work(**settings), filler=Supply("filler.pdf", filler) if filler else None
    )


def only(outcome: Outcome) -> Imposed:
    """The one file of an outcome."""
    (imposed,) = outcome.files
    return imposed


@dataclass(frozen=True)
class Folio:
    """A page's number as it was read: the middle of its trim on the sheet (points, y up), and whether it is upright."""

    page: int
    x: float
    y: float
    upright: bool


def folios(data: bytes, side: int) -> list[Folio]:
    """The numbers on a side of a sheet."""
    found: list[Folio] = []
    letters = iter(letters_of(data, side))
    for first in letters:
        if first.character != "#":
            continue
        digits = ""
        for letter in letters:
            if letter.character == ";":
                found.append(Folio(int(digits), first.x, first.y, letter.x > first.x))
                break
            digits += letter.character
    return found


# ---------------------------------------------------------------------- folding


@dataclass(frozen=True)
class Leaf:
    """Two pages back to back as they lie on the desk: the one that faces up, the one beneath, and if heads are up."""

    up: int
    down: int
    upright: bool = True


NEAR = 10 * MM
"""Pages of one leaf are not further apart; creep makes up for some of it."""

Paper = list[list[list[Leaf]]]
"""Rows from above, in them stacks from the left, in them leaves from the top."""


def on_the_desk(front: Iterable[Folio], back: Iterable[Folio], imposed: Imposed) -> Paper:
    """A printed sheet with its front face down; every page of it must be printed."""
    width, height = imposed.paper
    sideways = imposed.turned_on == ("short" if width > height else "long")
    # A sheet that is turned on its other edge has what was above below, and heads where feet were.
    turned = [Folio(f.page, width - f.x, f.y, f.upright) for f in front]
    seen = list(back) if sideways else [Folio(b.page, width - b.x, height - b.y, not b.upright) for b in back]
    assert len(seen) == len(turned)
    leaves = []
    for f in turned:
        (b,) = [b for b in seen if hypot(b.x - f.x, b.y - f.y) < NEAR]
        assert b.upright == f.upright
        leaves.append((f, [Leaf(b.page, f.page, f.upright)]))
    leaves.sort(key=lambda pair: -pair[0].y)
    across = len([f for f, _ in leaves if leaves[0][0].y - f.y < NEAR])
    rows = [sorted(leaves[n : n + across], key=lambda pair: pair[0].x) for n in range(0, len(leaves), across)]
    return [[stack for _, stack in row] for row in rows]


def _over(stack: Sequence[Leaf], *, sideways: bool) -> list[Leaf]:
    return [Leaf(leaf.down, leaf.up, leaf.upright if sideways else not leaf.upright) for leaf in reversed(stack)]


def folded_down(paper: Paper) -> Paper:
    """The upper half laid over the lower one."""
    half = len(paper) // 2
    return [
        [_over(above, sideways=False) + below for above, below in zip(upper, lower, strict=True)]
        for upper, lower in zip(reversed(paper[:half]), paper[half:], strict=True)
    ]


def folded_to_the_right(paper: Paper) -> Paper:
    """The left half laid over the right one."""
    half = len(paper[0]) // 2
    return [
        [_over(left, sideways=True) + right for left, right in zip(reversed(row[:half]), row[half:], strict=True)]
        for row in paper
    ]


def folded_to_the_left(paper: Paper) -> Paper:
    """The right half laid over the left one."""
    half = len(paper[0]) // 2
    return [
        [_over(right, sideways=True) + left for left, right in zip(row[:half], reversed(row[half:]), strict=True)]
        for row in paper
    ]


FOLDS: dict[int, tuple[Callable[[Paper], Paper], ...]] = {
    1: (),
    2: (folded_to_the_right,),
    4: (folded_down, folded_to_the_right),
    8: (folded_to_the_left, folded_down, folded_to_the_right),
    16: (folded_down, folded_to_the_left, folded_down, folded_to_the_right),
}
"""How a sheet with so many pages on a side is folded: the last fold is the spine, at the left."""


def folded(paper: Paper) -> list[Leaf]:
    """The leaves of the folded sheet from the top, heads up and the spine at the left."""
    for fold in FOLDS[len(paper) * len(paper[0])]:
        paper = fold(paper)
    ((stack,),) = paper
    assert all(leaf.upright for leaf in stack)
    return stack


def read_through(stack: Iterable[Leaf]) -> list[int]:
    """The pages in the order in which a reader meets them."""
    return [page for leaf in stack for page in (leaf.up, leaf.down)]


def nested(sheets: Sequence[Sequence[Leaf]]) -> list[Leaf]:
    """Folded sheets laid in one another, the first outermost."""
    half = [len(sheet) // 2 for sheet in sheets]
    before = [leaf for sheet, n in zip(sheets, half, strict=True) for leaf in sheet[:n]]
    after = [leaf for sheet, n in zip(reversed(sheets), reversed(half), strict=True) for leaf in sheet[n:]]
    return before + after


def sheets_of(imposed: Imposed) -> list[list[Leaf]]:
    """The sheets of a file, printed, turned and folded."""
    sides = [folios(imposed.data, n) for n in range(imposed.sides)]
    return [folded(on_the_desk(sides[n], sides[n + 1], imposed)) for n in range(0, imposed.sides, 2)]


def laid_out(part: Part, size: tuple[float, float], work: Work) -> list[list[Leaf]]:
    """The sheets of a part of a plan, folded, without any being written."""
    paper = paper_for(part.sheets, size, work)
    edge = work.duplex or ("short" if paper[0] > paper[1] else "long")
    imposed = Imposed(part.name, b"", len(part.sheets), 2 * len(part.sheets), paper, edge, len(part.sheets[0].front))
    found = []
    for sheet in part.sheets:
        front, back = ([_folio(placed) for placed in side.placed] for side in sides_of(sheet, size, paper, work))
        found.append(folded(on_the_desk(front, back, imposed)))
    return found


def _folio(placed: Placed) -> Folio:
    trim = placed.trim
    return Folio(placed.slot.page, (trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2, not placed.slot.turned)
