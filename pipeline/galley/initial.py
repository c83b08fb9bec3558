"""Drop caps: the letter several lines deep that a text begins with, and the lines set beside it.

Its capital height reaches from that of the first line to the baseline of the last line beside it, so that its size
follows from the rows. It is part of the first line, lowered: who reads the page aloud or copies from it gets whole
words. A paragraph has none that is too short for it, that begins with a figure, a dash or a small letter, or whose
lines could not be set well beside it. "Initial" is the trade's word for the letter, however it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from pipeline.article import Paragraph
from pipeline.font import Face
from pipeline.galley.lines import UNSAID, Prepared, SetLine, SetText, prepare, set_text
from pipeline.galley.setter import Typesetter, followed
from pipeline.galley.units import Unit, kept, line_units
from pipeline.galley.words import TIE, Atom, Look
from pipeline.layout import Style
from pipeline.layout.records import DropCapRecord
from pipeline.linebreak import Measures
from pipeline.page import Line, Segment

OPENING = frozenset("“‘«„‚‹\"'([¿¡" + TIE + "\u202f")
WIDEST = 0.4  # of the measure: a letter that takes more leaves no lines beside it
GAP = 0.34  # white between letter and text, in ems of the text
TUCK = 0.45  # of its width: how far the first line may move in over a letter that leaves room (A, L)
SNAP = 2.5  # points by which the first line must gain to move in at all
MARK = 0.5  # size of a quotation mark before the letter, of that of the letter
FURTHER = 2  # words that small capitals may run on lest they cut a name

_WORD = re.compile(rf"[^ \n{TIE}]+")


@dataclass(frozen=True, slots=True)
class Initial:
    """A letter, with the marks before it: what it says, how it is drawn, and what it takes of the lines beside it.

    ``left`` is the x of its origin and ``advance`` how far its segments reach, in points; ``indents`` are the
    points by which the lines beside it begin further in. ``gap`` stands between it and the word that follows: none
    where it is that word's first letter.
    """

    said: str
    gap: str
    segments: tuple[Segment, ...]
    left: float
    advance: float
    indents: tuple[float, ...]

    def before(self, line: SetLine) -> SetLine:
        """The first line with the letter before it. The word that it begins says so, and the letter says nothing."""
        scale, own = line.line.scale, self.segments[-1]
        left = self.left * scale
        white = line.x - left - self.advance * scale
        letter = replace(own, tracking=1000 * white / scale / own.size, width=own.width * scale + white)
        marks = [replace(s, x=s.x * scale, width=s.width * scale) for s in self.segments[:-1]]
        word, *others = _first_run_apart(line.line)
        run = word.runs[0][0]
        word = replace(word, actual=f"{self.said}{self.gap}{run.text}")
        moved = [replace(s, x=s.x + line.x - left) for s in (word, *others)]
        segments = (*marks, replace(letter, x=own.x * scale), *moved)
        text = f"{self.said}{self.gap}{line.line.text}"
        return SetLine(left, Line(segments, line.line.width + line.x - left, text, scale))


def opening(
    setter: Typesetter,
    paragraph: Paragraph,
    style: Style,
    measure: float,
    role: str,
    block: str,
    *,
    marks: Sequence[str] = (),
    ornament: Atom | None = None,
) -> tuple[Unit, ...]:
    """The paragraph with an initial, as units of which those beside it are not parted; nothing if it has none."""
    record = setter.layout.record.drop_cap
    if record is None or style.leading != setter.grid.leading:
        return ()
    key = (f"{style.name} with an initial", style.size)
    made = setter.once(paragraph, key, lambda: _made(setter, paragraph, style, record, marks, ornament))
    if made is None:
        return ()
    initial, prepared = made
    room = measure - style.indent
    if max(initial.indents) > WIDEST * room:
        return ()
    text = set_text(prepared, Measures((0.0, room), tuple((i, room - i) for i in initial.indents)))
    if text.forced or len(text.lines) < (record.least_lines or record.lines + 1):
        return ()
    text = SetText((initial.before(text.lines[0]), *text.lines[1:]))
    units = kept(line_units(text, setter.grid, role, block, paragraph.span, style.indent))
    beside = len(initial.indents)
    last = len(units) - 1
    return tuple(
        replace(
            unit,
            breakable=unit.breakable and (i >= beside or i == last),
            before=style.before if i == 0 else 0,
            after=style.after if i == last else 0,
        )
        for i, unit in enumerate(units)
    )


def _made(
    setter: Typesetter,
    paragraph: Paragraph,
    style: Style,
    record: DropCapRecord,
    marks: Sequence[str],
    ornament: Atom | None,
) -> tuple[Initial, Prepared] | None:
    """The initial and the rest of the paragraph, for every measure; None when it begins with no letter for it."""
    smith = setter.smith
    (look, text), *others = smith.stretches(paragraph.inlines, style, marks) or [(smith.look(style), "")]
    said = _opening_letter(text)
    if not said or look.rise:
        return None
    rest = text[len(said) :]
    follows = next((t for t in (rest, *(t for _, t in others)) if t), "")
    gap = " " if follows[:1].isspace() else ""
    small = _small_capitals(setter, style, look)
    count = _words_reach(said + rest, record.small_caps) - len(said) if small else 0
    stretches = [(small or look, rest[:count]), (look, rest[count:]), *others]
    atoms = smith.joined([(its, t) for its, t in stretches if t], hyphenate=style.hyphenate)
    if not atoms:
        return None
    atoms = followed(atoms, (ornament,) if ornament else (), TIE)
    initial = _drawn(setter, style, record, said, gap, look.language)
    return initial, prepare(atoms, smith.look(style), style.align)


def _opening_letter(text: str) -> str:
    """The letter that a text begins with, with the marks before and on it; nothing if it is none to be shown large."""
    begin = next((i for i, c in enumerate(text) if c not in OPENING), len(text))
    letter = text[begin : begin + 1]
    if not letter.isalpha() or letter.islower():
        return ""
    end = begin + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return text[:end]


# ---------------------------------------------------------------------- small capitals


def _small_capitals(setter: Typesetter, style: Style, look: Look) -> Look | None:
    """The look of the first words in real small capitals; None where the font has none, or they are bold or italic."""
    faces = setter.layout.faces(style)
    if look.faces != faces or look.href or style.case != "none" or "smcp" not in faces[0].features_available():
        return None
    features = tuple(sorted({**dict(style.features), "smcp": 1}.items()))
    return setter.smith.look(replace(style, name=f"{style.name} in small capitals", features=features))


def _words_reach(text: str, count: int) -> int:
    """How far about ``count`` words reach: to a stop or comma before that, and a little further to the end of a name."""
    words = list(_WORD.finditer(text))
    if not words or not count:
        return 0
    last = 0
    while last + 1 < min(count, len(words)) and _goes_on(words[last][0]):
        last += 1

    def inside_name(index: int) -> bool:
        follows = words[index + 1][0] if index + 1 < len(words) else ""
        return words[index][0][:1].isupper() and follows[:1].isupper() and _goes_on(words[index][0])

    end = last
    while end - last <= FURTHER and inside_name(end):
        end += 1
    if end - last > FURTHER:
        end = last
        while end and inside_name(end):
            end -= 1
    return words[end].end()


def _goes_on(word: str) -> bool:
    return word[-1].isalnum()


# ---------------------------------------------------------------------- the letter


def _drawn(
    setter: Typesetter, style: Style, record: DropCapRecord, said: str, gap: str, language: str
) -> Initial:
    """The letter at the size that its lines ask for, and where the lines beside it begin."""
    own = setter.style(record.style)
    text_face, leading = setter.layout.faces(style)[0], setter.grid.leading
    cap, x_height = (height * style.size / 1000 for height in (text_face.cap_height, text_face.x_height))
    faces = setter.layout.faces(own)
    begin = next(i for i, c in enumerate(said) if c not in OPENING)
    letter, marks = said[begin:], said[:begin].strip()
    face = next((f for f in faces if f.covers(said)), faces[0])
    drop = (record.lines - 1) * leading
    size = (drop + cap) * 1000 / face.cap_height
    run = face.shape(letter, own.features, language)
    ink = _Ink.of(face, letter, own, language, size)
    lead, segments = 0.0, []
    if marks:
        before = face.shape(marks, own.features, language)
        lead = before.width * MARK * size / 1000
        rise = (drop + cap) * (1 - MARK) - drop
        segments.append(
            Segment(face, MARK * size, own.swatch, ((before, 0.0),), 0.0, lead, rise, actual=UNSAID)
        )
    left = 0.0 if marks else -ink.stand
    advance = run.width * size / 1000
    segments.append(Segment(face, size, own.swatch, ((run, 0.0),), lead, advance, -drop, actual=UNSAID))
    white = GAP * style.size
    full = left + lead + ink.reach(0.0, inf) + white
    first = max(left + lead + ink.reach(drop - 0.1 * style.size, inf) + white, full - TUCK * advance)
    if gap or full - first < SNAP:
        first = full
    indents = [first, *[full] * (record.lines - 1)]
    if (tail := ink.reach(-inf, x_height + 1.0 - leading)) > -inf:
        indents.append(max(full, left + lead + tail + white))
    return Initial(said, gap, tuple(segments), left, lead + advance, tuple(indents))


@dataclass(frozen=True, slots=True)
class _Ink:
    """The sides of a letter's outline in points from its origin, y up from its baseline."""

    sides: tuple[tuple[float, float, float, float], ...]
    height: float

    @classmethod
    def of(cls, face: Face, text: str, style: Style, language: str, size: float) -> _Ink:
        """The ink of a shaped text."""
        sides, pen, k = [], 0.0, size / 1000
        for gid, _, advance, dx, dy in face.shape(text, style.features, language).glyphs:
            for contour in face.outline(gid):
                points = [((pen + dx + x) * k, (dy + y) * k) for x, y in contour]
                sides += [(*a, *b) for a, b in zip(points, (*points[1:], points[0]), strict=True)]
            pen += advance
        return cls(tuple(sides), face.cap_height * k)

    def across(self, low: float, high: float) -> list[float]:
        """Where the outline begins and ends, and crosses, between two heights."""
        found = []
        for x0, y0, x1, y1 in self.sides:
            if min(y0, y1) <= high and max(y0, y1) >= low:
                slope = (x1 - x0) / (y1 - y0) if y1 != y0 else 0.0
                found += [x0 + (min(max(y, low), high) - y0) * slope for y in (y0, y1)]
        return found

    def reach(self, low: float, high: float) -> float:
        """The rightmost ink between two heights; minus infinity where there is none."""
        return max(self.across(low, high), default=-inf)

    @property
    def stand(self) -> float:
        """The x that stands on the column's edge: a serif hangs over it by half, other letters do not."""
        edge = min(self.across(0.0, self.height), default=0.0)
        stem = min(self.across(0.35 * self.height, 0.65 * self.height), default=edge)
        return edge + min((stem - edge) / 2, 0.02 * self.height) if stem - edge < 0.1 * self.height else edge  # noqa: PLR2004 - a serif


def _first_run_apart(line: Line) -> tuple[Segment, ...]:
    """The segments of a line, the first run of the first as one of its own."""
    first, *others = line.segments
    (run, _), *runs = first.runs
    width = run.tracked(first.tracking) * first.size / 1000 * line.scale
    alone = replace(first, runs=((run, 0.0),), width=width)
    if not runs:
        return (alone, *others)
    rest = replace(first, runs=tuple(runs), x=first.x + width, width=first.width - width)
    return (alone, rest, *others)
