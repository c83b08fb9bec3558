"""Lines of text as content-stream operators: what a canvas is given, and how little it needs to say it.

A line is one text object; a font, a colour or a scale is named only where it changes. Justification is in TJ,
because word spacing (Tw) does not act on two-byte codes. Words come from ISO 32000-1, 9.3 and 9.4.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.pdf.syntax import actual_text, number, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.font import Face, Run
    from pipeline.pdf.fonts import DocumentFonts, FontUse
    from pipeline.pdf.inks import Colour, Inks, Plate

# Points below which a rise is rounding.
RISE_LEAST = 0.0005
# The graphics states that switch overprinting on and off.
OVER, OUT = "Over", "Out"


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Part of a line in one face, size and colour.

    ``runs`` pairs each run with the gap in points that goes before it, over and above its natural place: what
    justification adds or takes away, already in page points whatever the line's scale. ``rise`` is in points,
    ``tracking`` in 1/1000 em after each cluster. ``actual`` is what the piece stands for where its glyphs
    mislead, such as a soft hyphen for the hyphen at a line's end.
    """

    face: Face
    size: float
    colour: Colour
    runs: tuple[tuple[Run, float], ...]
    rise: float = 0.0
    actual: str | None = None
    tracking: float = 0.0


@dataclass(slots=True)
class TextState:
    """What the content stream has set so far on this page."""

    fonts_used: dict[str, None] = field(default_factory=dict)
    plates_used: dict[str, Plate] = field(default_factory=dict)
    overprints_used: dict[str, None] = field(default_factory=dict)
    font: tuple[str, float] = ("", 0.0)
    fill: str = ""
    stroke: str = ""
    scale: float = 1.0
    rise: float = 0.0
    spacing: float = 0.0
    overprint: str = OUT

    def use(self, plate: Plate | None) -> None:
        """What is drawn on this page names the plate."""
        if plate:
            self.plates_used[plate.resource] = plate

    def switch(self, *, overprint: bool) -> str:
        """The operator that switches overprinting on or off, or nothing."""
        wanted = OVER if overprint else OUT
        if wanted == self.overprint:
            return ""
        self.overprint = wanted
        self.overprints_used[wanted] = None
        return f"/{wanted} gs"


@dataclass(slots=True)
class _Span:
    """Operands with their rises in 1/1000 em, their text, and what they stand for where that is to be said."""

    parts: list[tuple[str, float]]
    text: str
    actual: str | None = None


class LineWriter:
    """Writes the pieces of one line after another into operators, and remembers what is set."""

    def __init__(self, fonts: DocumentFonts, inks: Inks, state: TextState) -> None:
        self._fonts, self._inks, self._state = fonts, inks, state
        self._out: list[str] = []
        self._array: list[str] = []

    def line(self, x: float, y: float, pieces: Iterable[TextPiece], scale: float) -> str:
        """The text object that shows ``pieces`` from (x, y) on, glyphs scaled horizontally by ``scale``."""
        self._out = [f"BT {numbers(x, y)} Td"]
        if scale != self._state.scale:
            self._out.append(f"{number(100 * scale)} Tz")
            self._state.scale = scale
        for piece in pieces:
            self._piece(piece, 1000 / (piece.size * scale))
        return " ".join((*self._out, "ET"))

    def _piece(self, piece: TextPiece, per_point: float) -> None:
        use = self._fonts.use(piece.face)
        self._select(use.name, piece)
        for span in _spans(piece, use, per_point):
            if span.actual is not None:
                self._flush()
                self._out.append(actual_text(span.actual))
            for operands, rise in span.parts:
                height = piece.rise + rise * piece.size / 1000 if rise else piece.rise
                if height != self._state.rise:
                    self._raise(height)
                self._array.append(operands)
            if span.actual is not None:
                self._flush()
                self._out.append("EMC")
        self._flush()

    def _select(self, name: str, piece: TextPiece) -> None:
        state = self._state
        if state.font != (name, piece.size):
            state.font = (name, piece.size)
            state.fonts_used[name] = None
            self._out.append(f"/{name} {number(piece.size)} Tf")
        spacing = piece.tracking * piece.size / 1000
        if spacing != state.spacing:
            state.spacing = spacing
            self._out.append(f"{number(spacing)} Tc")
        ink = self._inks.fill(piece.colour)
        state.use(self._inks.plate(piece.colour))
        if switch := state.switch(overprint=self._inks.overprints(piece.colour)):
            self._out.append(switch)
        if state.fill != ink:
            state.fill = ink
            self._out.append(ink)

    def _raise(self, rise: float) -> None:
        if abs(rise - self._state.rise) >= RISE_LEAST:
            self._flush()
            self._out.append(f"{number(rise)} Ts")
            self._state.rise = rise

    def _flush(self) -> None:
        if self._array:
            self._out.append("[" + "".join(self._array).replace("><", "").strip() + "]TJ")
            self._array.clear()


def _spans(piece: TextPiece, use: FontUse, per_point: float) -> list[_Span]:
    """The piece in as few spans as can be, with the gaps between its runs in TJ's units."""
    spans: list[_Span] = []
    lead = ""
    for run, gap in piece.runs:
        if gap:
            lead += f" {number(-gap * per_point, 2)}"
        for part in use.operands(run, piece.tracking):
            actual = part.actual if piece.actual is None else None
            parts = part.parts
            if lead:
                (operands, rise), *rest = parts
                parts, lead = ((lead + operands, rise), *rest), ""
            if actual is None and spans and spans[-1].actual is None:
                spans[-1].parts += parts
                spans[-1].text += run.text
            else:
                _join(spans, _Span(list(parts), run.text, actual))
    if piece.actual is not None and spans:
        spans[0].actual = piece.actual
    return spans


def _join(spans: list[_Span], span: _Span) -> None:
    """Adds a span behind one that says what it is, or one that says so itself."""
    last = spans[-1] if spans else None
    if last is not None and last.actual is None and last.text.isspace() and len(spans) > 1:
        # PDFium loses a space that stands alone between two spans that say what they are.
        spans.pop()
        spans[-1].actual = f"{spans[-1].actual}{last.text}{span.actual}"
        spans[-1].parts += last.parts + span.parts
    else:
        spans.append(span)
