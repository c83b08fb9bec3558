"""Drawing what stands round the pages of a sheet: its marks, and the slug that says what it is.

Both are drawn on pages of a file of their own, from which they are taken over with the slug's font. Everything prints
on all plates, but collation marks in black.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from pipeline.colour import BLACK
from pipeline.font import Library
from pipeline.imposition.marks import Marks
from pipeline.imposition.values import Side
from pipeline.measure import MM
from pipeline.pdf import DocumentCanvas, Metadata, PageBoxes, PressInks
from pipeline.pdf.marks import HAIRLINE, REGISTRATION, register_mark, shortened, slug_line
from pipeline.project import Project, built_in_folder

FOLD_DASH = (1.5 * MM, 0.75 * MM)
FAMILY, SIZE, GAP = "Alegreya Sans", 6.0, 9.0


def drawn(sides: Sequence[tuple[Side, Marks]], title: str, made: datetime | None) -> bytes:
    """A file with a page for each side, with its marks, and its slug where there is room for it."""
    # A folder that has no fonts of its own: the slug is the same in every project.
    face = Library.scan(Project(built_in_folder("fonts")).font_folders()).face(FAMILY)
    canvas = DocumentCanvas(Metadata(title, "en", datetime(1970, 1, 1, tzinfo=UTC)), inks=PressInks())
    for side, marks in sides:
        canvas.begin_page(PageBoxes(side.width, side.height))
        _draw(canvas, marks)
        if marks.slug is not None:
            baseline = (marks.slug.bottom + marks.slug.top) / 2 - face.x_height * SIZE / 2000
            line = slug_line(face, SIZE, GAP, _texts(side, title, made), marks.slug.width)
            canvas.show(marks.slug.left, baseline, line)
        canvas.end_page()
    return canvas.finish()


def _draw(canvas: DocumentCanvas, marks: Marks) -> None:
    for line in marks.lines:
        canvas.stroke_line(line.start, line.end, HAIRLINE, REGISTRATION, FOLD_DASH if line.fold else ())
    for target in marks.targets:
        canvas.stroke_path(register_mark(target.centre, target.radius), HAIRLINE, REGISTRATION)
    for bar in marks.bars:
        canvas.fill_rect(bar, BLACK)


def _texts(side: Side, title: str, made: datetime | None) -> Iterator[tuple[str, ...]]:
    """Title, sheet, side and date, the title cut ever shorter; at last the sheet and its side alone."""
    sheet = side.sheet
    number = sheet.name if sheet.of == 1 else f"{sheet.name} {sheet.number} of {sheet.of}"
    which, date = f"{number}, {side.name}", f"{made:%Y-%m-%d}" if made else ""
    yield from ((text, which, date) for text in shortened(title))
    yield (which,)
