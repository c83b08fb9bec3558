"""The slug: a line of small type on each side that says what it is: title, sheet, side, date.

It is drawn on pages of a file of its own, from which its type is taken over with the font.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline.colour import BLACK
from pipeline.font import Face, Library, Run
from pipeline.imposition.marks import ALL_INKS
from pipeline.imposition.values import Side
from pipeline.pdf import Area, Colour, DocumentCanvas, Metadata, PageBoxes, TextPiece
from pipeline.project import Project, built_in_folder

FAMILY = "Alegreya Sans"
SIZE, GAP = 6.0, 9.0
LEAST_TITLE = 4
ELLIPSIS = "…"


class _AllInks:
    """Everything on every plate, whatever colour is asked for."""

    blending_space = "DeviceCMYK"

    def fill(self, colour: Colour) -> str:
        del colour
        return f"/{ALL_INKS} cs 1 scn"

    def stroke(self, colour: Colour) -> str:
        del colour
        return f"/{ALL_INKS} CS 1 SCN"

    def pixel(self, colour: Colour) -> tuple[str, bytes]:
        del colour
        return "DeviceCMYK", b"\xff" * 4


def slugs(sides: Sequence[tuple[Side, Area | None]], title: str, made: datetime | None) -> bytes:
    """A file with a page for each side, with the slug where there is room for it."""
    # A folder that has no fonts of its own: the slug is the same in every project.
    face = Library.scan(Project(built_in_folder("fonts")).font_folders()).face(FAMILY)
    canvas = DocumentCanvas(Metadata(title, "en", datetime(1970, 1, 1, tzinfo=UTC)), inks=_AllInks())
    for side, room in sides:
        canvas.begin_page(PageBoxes(side.width, side.height))
        if room is not None:
            runs = _line(side, title, made, face, room.width)
            middle = (room.bottom + room.top) / 2
            canvas.show(
                room.left, middle - face.x_height * SIZE / 2000, [TextPiece(face, SIZE, BLACK, runs)] * bool(runs)
            )
        canvas.end_page()
    return canvas.finish()


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
