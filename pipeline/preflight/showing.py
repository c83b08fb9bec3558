"""Text operators: which codes are shown in which font, what they say, and where on the page they begin and end.

Advances count font widths, character and word spacing, and horizontal scaling, so that the end of one run can be
compared with the beginning of the next. Words come from ISO 32000-1, 9.3 and 9.4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import hypot
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.preflight.content import Run
from pipeline.preflight.opened import Unreadable

if TYPE_CHECKING:
    from pipeline.preflight.fonts import Font
    from pipeline.preflight.painting import Painting

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INVISIBLE, STROKED = 3, (1, 2, 5, 6)
NUMERIC = frozenset((int, float, Decimal))
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
NUMBERS = {"Tc": "spacing", "Tw": "word", "TL": "leading", "Ts": "rise"}
TEXT = frozenset(("BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", '"'))
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


def show_text(painting: Painting, name: str, operands: list[Any], resources: Mapping[str, Any]) -> None:
    """One text operator."""
    text = painting.state.text
    if name in SHOWING:
        if name == '"':
            text.word, text.spacing = float(operands[0]), float(operands[1])
        if name in {"'", '"'}:
            text.move(0.0, -text.leading)
        shown = operands[-1]
        _show(painting, list(shown) if isinstance(shown, pikepdf.Array) else [shown], resources)
    elif name == "Tf":
        text.font = painting.font(resources, str(operands[0]))
        text.size = float(operands[1])
    elif name in NUMBERS:
        setattr(text, NUMBERS[name], float(operands[0]))
    else:
        _move(text, name, [float(n) for n in operands])


def _move(text: TextLine, name: str, numbers: list[float]) -> None:
    """The operators that go elsewhere, and the two that set a whole number and a share."""
    if name == "BT":
        text.matrix = text.line = IDENTITY
    elif name in {"Td", "TD"}:
        if name == "TD":
            text.leading = -numbers[1]
        text.move(numbers[0], numbers[1])
    elif name == "Tm":
        a, b, c, d, e, f = numbers
        text.matrix = text.line = (a, b, c, d, e, f)
    elif name == "T*":
        text.move(0.0, -text.leading)
    elif name == "Tr":
        text.mode = int(numbers[0])
    elif name == "Tz":
        text.scale = numbers[0] / 100


def _show(painting: Painting, parts: list[Any], resources: Mapping[str, Any]) -> None:
    """The strings of one operator, and the moves between them."""
    text, font = painting.state.text, painting.state.text.font
    if font is None:
        message = f"page {painting.number} shows text without a font"
        raise Unreadable(message)
    visible, plain = text.mode != INVISIBLE, text.replaced is None
    advance, start, said, count = 0.0, 0.0, "", 0
    em = text.size * text.scale / 1000
    for part in parts:
        if type(part) in NUMERIC or not isinstance(part, pikepdf.String):
            advance -= float(part) * em
            continue
        shown = font.shown(bytes(part))
        start = start if count else advance
        letters = len(shown.codes)
        count += letters
        painting.contents.use(font, shown, painting.number, painted=visible, plain=plain)
        said += shown.said
        advance += shown.width * em + (text.spacing * letters + text.word * shown.blanks) * text.scale
    _place(painting, said, start, advance, count)
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
    painting.marking.content("text", (first[0], first[1] - size / 4, last[0], last[1] + size * 3 / 4))
    if text.replaced is not None:
        text.replaced.start = text.replaced.start or first
        text.replaced.end, text.replaced.size = last, max(size, text.replaced.size)
    elif (mark := painting.marking.mark) is not None:
        mark.runs.append(Run(said, first, last, size, painting.marking.language))
