"""Text operators: which codes are shown in which font, what they say, and where on the page they begin and end.

Advances count font widths, character and word spacing, and horizontal scaling, so that the end of one run can be
compared with the beginning of the next. Words come from ISO 32000-1, 9.3 and 9.4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING, Any

from pipeline.preflight.content import Run
from pipeline.preflight.opened import Unreadable

if TYPE_CHECKING:
    from pipeline.preflight.fonts import Font
    from pipeline.preflight.painting import Painting, Resources

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INVISIBLE, STROKED = 3, (1, 2, 5, 6)
Point = tuple[float, float]
Operator = Callable[[Any, list[Any], Any], None]
"""What an operator does to a painting (or what is made of one), with its operands and the resources that they name."""


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


def moved(m: Matrix, x: float, y: float) -> Matrix:
    """First a move, then ``m``."""
    return m[0], m[1], m[2], m[3], m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


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
        self.line = self.matrix = moved(self.line, x, y)


def _begin(painting: Painting, _operands: list[Any], _resources: Resources) -> None:
    text = painting.state.text
    text.matrix = text.line = IDENTITY


def _go(painting: Painting, operands: list[Any], _resources: Resources) -> None:
    painting.state.text.move(float(operands[0]), float(operands[1]))


def _go_by_leading(painting: Painting, operands: list[Any], _resources: Resources) -> None:
    painting.state.text.leading = -float(operands[1])
    painting.state.text.move(float(operands[0]), float(operands[1]))


def _next_line(painting: Painting, _operands: list[Any], _resources: Resources) -> None:
    painting.state.text.move(0.0, -painting.state.text.leading)


def _place_at(painting: Painting, operands: list[Any], _resources: Resources) -> None:
    a, b, c, d, e, f = (float(number) for number in operands)
    text = painting.state.text
    text.matrix = text.line = (a, b, c, d, e, f)


def _set_font(painting: Painting, operands: list[Any], resources: Resources) -> None:
    text = painting.state.text
    text.font, text.size = painting.font(resources, str(operands[0])), float(operands[1])


def _sets(name: str, share: float = 1.0) -> Operator:
    """The operator that sets a number of the text state."""

    def act(painting: Painting, operands: list[Any], _resources: Resources) -> None:
        setattr(painting.state.text, name, float(operands[0]) * share)

    return act


def _set_mode(painting: Painting, operands: list[Any], _resources: Resources) -> None:
    painting.state.text.mode = int(operands[0])


def _show_string(painting: Painting, operands: list[Any], resources: Resources) -> None:
    _show(painting, operands[-1:], resources)


def _show_array(painting: Painting, operands: list[Any], resources: Resources) -> None:
    shown = operands[-1]
    _show(painting, shown if isinstance(shown, list) else [shown], resources)


def _show_next(painting: Painting, operands: list[Any], resources: Resources) -> None:
    _next_line(painting, operands, resources)
    _show(painting, operands[-1:], resources)


def _show_spaced(painting: Painting, operands: list[Any], resources: Resources) -> None:
    text = painting.state.text
    text.word, text.spacing = float(operands[0]), float(operands[1])
    _show_next(painting, operands, resources)


def _show(painting: Painting, parts: list[Any], resources: Resources) -> None:
    """The strings of one operator, and the moves between them."""
    text, font = painting.state.text, painting.state.text.font
    if font is None:
        message = f"page {painting.number} shows text without a font"
        raise Unreadable(message)
    visible, plain = text.mode != INVISIBLE, text.replaced is None
    known = painting.contents.known(font, painted=visible, plain=plain)
    em, spacing, word = text.size * text.scale / 1000, text.spacing * text.scale, text.word * text.scale
    advance, start, said, count = 0.0, 0.0, [], 0
    for part in parts:
        if type(part) is not bytes:
            advance -= float(part) * em
            continue
        shown = known.get(part) or painting.contents.use(font, part, painting.number, painted=visible, plain=plain)
        codes, words, width, blanks = shown
        start = start if count else advance
        count += len(codes)
        said.append(words)
        advance += width * em + spacing * len(codes) + word * blanks
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
    text.matrix = moved(text.matrix, advance, 0.0)
    if not count:
        return
    size = text.size * hypot(whole[2], whole[3])
    painting.marking.content("text", (first[0], first[1] - size / 4, last[0], last[1] + size * 3 / 4))
    if text.replaced is not None:
        text.replaced.start = text.replaced.start or first
        text.replaced.end, text.replaced.size = last, max(size, text.replaced.size)
    elif (mark := painting.marking.mark) is not None:
        mark.runs.append(Run(said, first, last, size, painting.marking.language))


SHOWS: Mapping[str, Operator] = {"Tj": _show_string, "TJ": _show_array, "'": _show_next, '"': _show_spaced}
TEXT: Mapping[str, Operator | None] = {
    "BT": _begin,
    "ET": None,
    "Td": _go,
    "TD": _go_by_leading,
    "T*": _next_line,
    "Tm": _place_at,
    "Tf": _set_font,
    "Tr": _set_mode,
    "Tc": _sets("spacing"),
    "Tw": _sets("word"),
    "TL": _sets("leading"),
    "Ts": _sets("rise"),
    "Tz": _sets("scale", 1 / 100),
    **SHOWS,
}
