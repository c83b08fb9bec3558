"""Drawing what stands round the pages of a sheet: its marks, and the slug that says what it is.

Both are drawn on pages of a file of their own, from which they are taken over with the slug's font. Everything prints
on all plates, but collation marks in black.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline.colour import BLACK, Swatch
from pipeline.font import Face, Library, Run
from pipeline.imposition.marks import Marks, Target
from pipeline.imposition.values import Side
from pipeline.measure import MM
from pipeline.pdf import ALL_PLATES, DocumentCanvas, Metadata, PageBoxes, PressInks, TextPiece
from pipeline.pdf.syntax import numbers
from pipeline.project import Project, built_in_folder

REGISTRATION = Swatch("registration", (0.0, 0.0, 0.0), (1.0, 1.0, 1.0, 1.0), ALL_PLATES)
HAIRLINE = 0.25
FOLD_DASH = (1.5 * MM, 0.75 * MM)
CIRCLE = 0.5522847498  # how far the handles of a quarter of a circle reach, as a Bézier curve of radius 1

FAMILY = "Alegreya Sans"
SIZE, GAP = 6.0, 9.0
LEAST_TITLE = 4
ELLIPSIS = "…"


def drawn(sides: Sequence[tuple[Side, Marks]], title: str, made: datetime | None) -> bytes:
    """A file with a page for each side, with its marks, and its slug where there is room for it."""
    # A folder that has no fonts of its own: the slug is the same in every project.
    face = Library.scan(Project(built_in_folder("fonts")).font_folders()).face(FAMILY)
    canvas = DocumentCanvas(Metadata(title, "en", datetime(1970, 1, 1, tzinfo=UTC)), inks=PressInks())
    for side, marks in sides:
        canvas.begin_page(PageBoxes(side.width, side.height))
        _draw(canvas, marks)
        if marks.slug is not None:
            room = marks.slug
            runs = _line(side, title, made, face, room.width)
            baseline = (room.bottom + room.top) / 2 - face.x_height * SIZE / 2000
            canvas.show(room.left, baseline, [TextPiece(face, SIZE, REGISTRATION, runs)] if runs else [])
        canvas.end_page()
    return canvas.finish()


def _draw(canvas: DocumentCanvas, marks: Marks) -> None:
    for line in marks.lines:
        canvas.stroke_line(line.start, line.end, HAIRLINE, REGISTRATION, FOLD_DASH if line.fold else ())
    for target in marks.targets:
        canvas.stroke_path(_circled(target), HAIRLINE, REGISTRATION)
    for bar in marks.bars:
        canvas.fill_rect(bar, BLACK)


def _circled(target: Target) -> str:
    """The path of a registration mark."""
    (x, y), cross, r = target.centre, target.radius, 0.6 * target.radius
    k = CIRCLE * r
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    ring = " ".join(f"{numbers(*curve)} c" for curve in curves)
    lines = f"{numbers(x - cross, y)} m {numbers(x + cross, y)} l {numbers(x, y - cross)} m {numbers(x, y + cross)} l"
    return f"{numbers(x + r, y)} m {ring} {lines}"


def _line(side: Side, title: str, made: datetime | None, face: Face, room: float) -> tuple[tuple[Run, float], ...]:
    """Title, sheet, side and date; what has no room goes, the title last but for the sheet itself."""
    sheet = side.sheet
    which = sheet.name if sheet.of == 1 else f"{sheet.name} {sheet.number} of {sheet.of}"
    date = f"{made:%Y-%m-%d}" if made else ""
    missing = set(face.missing(title))
    letters = "".join(c for c in title if c not in missing)
    shortened = (f"{letters[:n].rstrip()}{ELLIPSIS}" for n in range(len(letters) - 1, LEAST_TITLE, -1))
    titles = (letters, *shortened)
    for parts in (*((t, f"{which}, {side.name}", date) for t in titles), (f"{which}, {side.name}",)):
        runs = tuple((face.shape(part), GAP if n else 0.0) for n, part in enumerate(p for p in parts if p))
        if sum(SIZE * run.width / 1000 + gap for run, gap in runs) <= room:
            return runs
    return ()
