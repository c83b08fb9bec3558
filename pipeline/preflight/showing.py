"""Text operators: which codes are shown in which font, what they say, and where on the page they begin and end.

Advances count font widths, character and word spacing, and horizontal scaling, so that the end of one run can be
compared with the beginning of the next. Words come from ISO 32000-1, 9.3 and 9.4.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.preflight.content import Run, Use
from pipeline.preflight.opened import Unreadable

if TYPE_CHECKING:
    from pipeline.preflight.fonts import Font
    from pipeline.preflight.painting import Painting

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INVISIBLE, STROKED = 3, (1, 2, 5, 6)
BLANK = 32
Point = tuple[float, float]


def multiplied(a: Matrix, b: Matrix) -> Matrix:
    """First ``a``, then ``b``."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def transformed(m: Matrix, x: float, y: float) -> Point:
    """A point through a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


@dataclass(slots=True)
class Replaced:
    """An ActualText that is open: what it says, and where the glyphs that it stands for began and ended."""

    text: str
    start: Point | None = None
    end: Point = (0.0, 0.0)
    size: float = 0.0


@dataclass(slots=True)
class TextLine:
    """The text state, and the place on the line."""

    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    replaced: Replaced | None = field(default=None)

    def replace_by(self, text: str) -> None:
        """What is shown from here on stands for ``text``."""
        self.replaced = Replaced(text)

    def replacement(self, language: str) -> Run:
        """Ends that: the run in place of what was shown."""
        found = self.replaced or Replaced("")
        self.replaced = None
        start = found.start or (0.0, 0.0)
        return Run(found.text, start, found.end, found.size, language, actual=True, placed=found.start is not None)

    def move(self, x: float, y: float) -> None:
        """To a line that begins elsewhere."""
        self.line = multiplied((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.matrix = self.line


def operate(painting: Painting, name: str, operands: list[Any], resources: dict[str, pikepdf.Object]) -> None:
    """One text operator."""
    text = painting.state.text
    if name in {"Tj", "TJ", "'", '"'}:
        if name == '"':
            text.word, text.spacing = float(operands[0]), float(operands[1])
        if name in {"'", '"'}:
            text.move(0.0, -text.leading)
        shown = operands[-1]
        _show(painting, list(shown) if isinstance(shown, pikepdf.Array) else [shown], resources)
    elif name == "Tf":
        text.font = painting.font(resources, str(operands[0]))
        text.size = float(operands[1])
    elif name == "BT":
        text.matrix = text.line = IDENTITY
    elif name in {"Td", "TD"}:
        if name == "TD":
            text.leading = -float(operands[1])
        text.move(float(operands[0]), float(operands[1]))
    elif name == "Tm":
        a, b, c, d, e, f = (float(n) for n in operands)
        text.matrix = text.line = (a, b, c, d, e, f)
    elif name == "T*":
        text.move(0.0, -text.leading)
    elif name == "Tr":
        text.mode = int(operands[0])
    elif name == "Tz":
        text.scale = float(operands[0]) / 100
    elif name != "ET":
        setattr(text, {"Tc": "spacing", "Tw": "word", "TL": "leading", "Ts": "rise"}[name], float(operands[0]))


def _show(painting: Painting, parts: list[Any], resources: dict[str, pikepdf.Object]) -> None:
    """The strings of one operator, and the moves between them."""
    text = painting.state.text
    font = text.font
    if font is None:
        message = f"page {painting.number} shows text without a font"
        raise Unreadable(message)
    uses = painting.contents.fonts[font]
    visible, plain = text.mode != INVISIBLE, text.replaced is None
    said: list[str] = []
    advance, start, count = 0.0, 0.0, 0
    for part in parts:
        if not isinstance(part, pikepdf.String):
            advance -= float(part) / 1000 * text.size * text.scale
            continue
        codes = font.codes(bytes(part))
        if codes and not count:
            start = advance
        count += len(codes)
        for code in codes:
            use = uses.get(code)
            if use is None:
                use = uses[code] = Use(painting.number)
            use.painted = use.painted or visible
            use.plain = use.plain or plain
            said.append(font.text(code) or "\ufffd")
            width = font.width(code) / 1000 * text.size + text.spacing
            if code == BLANK and not font.composite:
                width += text.word
            advance += width * text.scale
    _place(painting, "".join(said), start, advance, count)
    if count and visible:
        if text.mode not in {1, 5}:
            painting.space_named(painting.state.fill, resources)
        if text.mode in STROKED:
            painting.space_named(painting.state.stroke, resources)


def _place(painting: Painting, said: str, start: float, advance: float, count: int) -> None:
    """Where the text stands on the page; to the mark that it is in, or to the ActualText in its stead."""
    text = painting.state.text
    whole = multiplied(text.matrix, painting.state.matrix)
    first, last = transformed(whole, start, text.rise), transformed(whole, advance, text.rise)
    text.matrix = multiplied((1.0, 0.0, 0.0, 1.0, advance, 0.0), text.matrix)
    if not count:
        return
    size = text.size * hypot(whole[2], whole[3])
    painting.content("text", (first[0], first[1] - size / 4, last[0], last[1] + size * 3 / 4))
    if text.replaced is not None:
        text.replaced.start = text.replaced.start or first
        text.replaced.end, text.replaced.size = last, max(size, text.replaced.size)
    elif (mark := painting.mark) is not None:
        mark.runs.append(Run(said, first, last, size, painting.language))
