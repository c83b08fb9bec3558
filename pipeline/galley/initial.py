"""Drop caps: the letter several lines deep that a text begins with, and the lines set beside it.

Its capital height reaches from that of the first line to the baseline of the last line beside it, so that its size
follows from the rows. It is part of the first line, lowered: who reads the page aloud or copies from it gets whole
words. A paragraph has none that is too short for it, that begins with a figure, a dash or a small letter, or whose
lines could not be set well beside it. "Initial" is the trade's word for the letter, however it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from math import inf

from pipeline.article import Inline
from pipeline.diagnostic import Span
from pipeline.font import Face, Run
from pipeline.galley.lines import UNSAID, Broken, Prepared, SetLine, SetText, break_best, prepare, set_in_lines
from pipeline.galley.passage import Passage
from pipeline.galley.setter import Typesetter
from pipeline.galley.units import Unit, kept, line_units
from pipeline.galley.words import TIE, Look, closed
from pipeline.layout import Style
from pipeline.layout.records import DropCapRecord
from pipeline.linebreak import Measures
from pipeline.page import Line, Segment

OPENING = frozenset("“‘«„‚‹\"'([¿¡" + TIE + "\u202f")
WIDEST = 0.4  # of the measure: a letter that takes more leaves no lines beside it
GAP = 0.38  # white between letter and text, in ems of the text
TUCK = 0.45  # of its width: how far the first line may move in over a letter that leaves room (A, L)
SNAP = 0.12  # of its width: what the first line must gain to move in at all
MARK = 0.5  # size of a quotation mark before the letter, of that of the letter
TRACKINGS = (0, 30)  # white between small capitals, in thousandths of the size
CLEAR = 1.0  # points between the tail of a letter (Q) and the line below
HANG = 0.02  # of the height: how far a serif hangs over the column's edge at most
SERIF = 0.1  # of the height: what stands out further is no serif
WAYS_COUNTED = 3  # that are tried to set a paragraph in so many lines
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
        """The first line with the letter before it, which says nothing: the letter that follows speaks for both.

        So the word is read whole, and who measures lines finds no large letter on the last baseline beside it.
        """
        scale, own = line.line.scale, self.segments[-1]
        left = self.left * scale
        white = line.x - left - self.advance * scale
        letter = replace(own, tracking=1000 * white / scale / own.size, width=own.width * scale + white)
        marks = [replace(s, x=s.x * scale, width=s.width * scale) for s in self.segments[:-1]]
        next_letter, *others = _first_letter_apart(line.line)
        next_letter = replace(next_letter, actual=f"{self.said}{self.gap}{next_letter.runs[0][0].text}")
        moved = [replace(s, x=s.x + line.x - left) for s in (next_letter, *others)]
        segments = (*marks, replace(letter, x=own.x * scale), *moved)
        text = f"{self.said}{self.gap}{line.line.text}"
        return SetLine(left, Line(segments, line.line.width + line.x - left, text, scale))


def opening(setter: Typesetter, passage: Passage, count: int = 0) -> tuple[Unit, ...]:
    """The paragraph with an initial, as units of which those beside it are not parted; nothing if it has none.

    It is set in ``count`` lines, or in as many as are best; nothing where it does not set well in so many.
    """
    record, made = setter.layout.record.drop_cap, _made(setter, passage)
    if record is None or made is None:
        return ()
    text = made.set(passage.measure - passage.style.indent, count)
    if text is None or text.forced or len(text.lines) < (record.least_lines or record.lines + 1):
        return ()
    return opened(setter, passage, made.initial, text)


def broken_beside(
    setter: Typesetter, passage: Passage, rows: Sequence[tuple[float, float]], spread: float
) -> tuple[Initial, Broken] | None:
    """The same with each line in its row (indent, measure), letters spread so far; None where the initial cannot stand.

    That is where one of the lines beside it does not begin at the column's edge, or is too short.
    """
    made = _made(setter, passage)
    room = passage.measure - passage.style.indent
    if made is None:
        return None
    indents = made.initial.indents
    beside = [*rows[: len(indents)], *[(0.0, room)] * (len(indents) - len(rows))]
    if any(x or indent > WIDEST * measure for indent, (x, measure) in zip(indents, beside, strict=True)):
        return None
    in_rows = [(indent, measure - indent) for indent, (_, measure) in zip(indents, beside, strict=True)]
    return made.initial, made.broken(Measures((0.0, room), (*in_rows, *rows[len(indents) :])), spread)


def opened(setter: Typesetter, passage: Passage, initial: Initial, text: SetText) -> tuple[Unit, ...]:
    """The units of a paragraph whose lines were set beside an initial."""
    style = passage.style
    text = SetText((initial.before(text.lines[0]), *text.lines[1:]))
    units = kept(line_units(text, setter.grid, passage.role, passage.block, passage.paragraph.span, style.indent))
    beside = len(initial.indents)
    last = len(units) - 1
    return tuple(
        replace(
            unit,
            breakable=unit.breakable and (i >= beside or i == last),
            before=style.before if i == 0 else 0,
            after=style.after if i == last else 0,
            passage=passage,
        )
        for i, unit in enumerate(units)
    )


def _made(setter: Typesetter, passage: Passage) -> _Opening | None:
    """The paragraph prepared with an initial; None where it has none."""
    style, record = passage.style, setter.layout.record.drop_cap
    if record is None or style.leading != setter.grid.leading:
        return None
    key = (f"{style.name} with an initial", style.size)
    made = setter.once(passage.paragraph, key, lambda: _opening(setter, passage, record))
    wide = made is not None and max(made.initial.indents) > WIDEST * (passage.measure - style.indent)
    return None if wide else made


@dataclass(slots=True)
class _Opening:
    """A paragraph that an initial begins, with its first words in small capitals of one extent and another.

    The lines beside it are few and short: a word more or less in small capitals, or a little white between them,
    often sets them well. The ways are prepared when they are first asked for, and kept for every measure.
    """

    initial: Initial
    coming: Iterator[Prepared]
    known: list[Prepared]

    def set(self, room: float, count: int = 0) -> SetText | None:
        """The paragraph with room for the initial, in the way that sets best; or in ``count`` lines, if a way does."""
        measures = Measures((0.0, room), tuple((indent, room - indent) for indent in self.initial.indents))
        if count:
            found = (set_in_lines(way, measures, count) for way in islice(self._ways(), WAYS_COUNTED))
            return next((text for text in found if text), None)
        return self.broken(measures).text()

    def broken(self, measures: Measures, spread: float = 0.0) -> Broken:
        """The paragraph in the way that sets best in these measures, before its lines are built."""
        return break_best(self._ways(), measures, spread=spread)

    def _ways(self) -> Iterator[Prepared]:
        yield from self.known
        for way in self.coming:
            self.known.append(way)
            yield way


def _opening(setter: Typesetter, passage: Passage, record: DropCapRecord) -> _Opening | None:
    """The initial and the rest of the paragraph; None when it begins with no letter for one."""
    style, smith = passage.style, setter.smith
    stretches = smith.stretches(passage.paragraph.inlines, style, passage.marks)
    if not stretches or stretches[0][0].rise:
        return None
    look, text = stretches[0]
    said = _opening_letter(text)
    follows = "".join(t for _, t in stretches)[len(said) :]
    if not said or not follows.strip():
        return None
    initial = _drawn(setter, style, record, said, " " if follows[0].isspace() else "", look.language)
    return _Opening(initial, _prepared(setter, passage, record, stretches, said), [])


def _prepared(
    setter: Typesetter, passage: Passage, record: DropCapRecord, stretches: Sequence[tuple[Look, str]], said: str
) -> Iterator[Prepared]:
    """What follows ``said``, in one way after the other, best first."""
    style, ((look, text), *others) = passage.style, stretches
    for small, reach in _ways(setter, style, look, text, record.small_caps):
        parts = [(small, text[len(said) : reach]), (look, text[reach:]), *others]
        atoms = setter.smith.joined([(its, t) for its, t in parts if t], hyphenate=style.hyphenate)
        if passage.ornament:
            atoms = closed(atoms, passage.ornament)
        yield prepare(atoms, setter.smith.look(style), style.align)


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


def _ways(setter: Typesetter, style: Style, look: Look, text: str, words: int) -> Iterator[tuple[Look, int]]:
    """Looks for the first words, each with how many letters of the text it is for, best first."""
    if not words or not _has_small_capitals(setter, style, look):
        yield look, len(_opening_letter(text))
        return
    reaches = dict.fromkeys(_words_reach(text, n) for n in (words, words + 1, words - 1, 1) if n)
    features = tuple(sorted({**dict(style.features), "smcp": 1}.items()))
    for tracking in TRACKINGS:
        name = f"{style.name} in small capitals {tracking}"
        spaced = replace(style, name=name, features=features, tracking=style.tracking + tracking)
        small = setter.smith.look(spaced, Inline("", Span(""), language=look.language))
        yield from ((small, reach) for reach in reaches)


def _has_small_capitals(setter: Typesetter, style: Style, look: Look) -> bool:
    """Whether the text's font has real ones, and they do not begin in bold, in italics or with a link."""
    faces = setter.layout.faces(style)
    plain = look.faces == faces and not look.href and style.case == "none"
    return plain and "smcp" in faces[0].features_available()


def _words_reach(text: str, count: int) -> int:
    """How far about ``count`` words reach: no further than a stop or comma, and a little more to end a name."""
    words = list(_WORD.finditer(text))
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


def _drawn(setter: Typesetter, style: Style, record: DropCapRecord, said: str, gap: str, language: str) -> Initial:
    """The letter at the size that its lines ask for, and where the lines beside it begin."""
    own = setter.style(record.style)
    text_face, leading = setter.layout.faces(style)[0], setter.grid.leading
    cap, x_height = (height * style.size / 1000 for height in (text_face.cap_height, text_face.x_height))
    begin = next(i for i, c in enumerate(said) if c not in OPENING)
    letter, marks = said[begin:], said[:begin].strip()
    faces = setter.layout.faces(own)
    face = next((f for f in faces if f.covers(said)), faces[0])
    drop = (record.lines - 1) * leading
    size = (drop + cap) * 1000 / face.cap_height
    run = face.shape(letter, own.features, language)
    bands = (drop - 0.1 * style.size, x_height + CLEAR - leading)
    stand, widest, first_line, tail = _profile(face, run, size, bands)
    lead, segments = 0.0, []
    if marks:
        before = face.shape(marks, own.features, language)
        lead = before.width * MARK * size / 1000
        rise = (drop + cap) * (1 - MARK) - drop
        segments.append(Segment(face, MARK * size, own.swatch, ((before, 0.0),), 0.0, lead, rise, actual=UNSAID))
    left = 0.0 if marks else -stand
    advance = run.width * size / 1000
    segments.append(Segment(face, size, own.swatch, ((run, 0.0),), lead, advance, -drop, actual=UNSAID))
    begins = left + lead + GAP * style.size
    full = begins + widest
    first = max(begins + first_line, full - TUCK * advance)
    indents = [full if gap or full - first < SNAP * advance else first, *[full] * (record.lines - 1)]
    if tail > -inf:
        indents.append(max(full, begins + tail))
    return Initial(said, gap, tuple(segments), left, lead + advance, tuple(indents))


@lru_cache(maxsize=256)
def _profile(face: Face, run: Run, size: float, bands: tuple[float, float]) -> tuple[float, float, float, float]:
    """Of a letter, in points from its origin: the x that stands on the column's edge, and how far its ink reaches.

    That is on and above the baseline, above the first of the bands, and below the second (minus infinity where there
    is none). A serif hangs over the edge by half. Many articles begin with the same letter.
    """
    sides, k = _sides(face, run, size / 1000), face.cap_height * size / 1000
    edge = min(_across(sides, -inf, k), default=0.0)
    stem = min(_across(sides, 0.35 * k, 0.65 * k), default=edge)
    serif = stem - edge if stem - edge < SERIF * k else 0.0
    reach = (max(_across(sides, *band), default=-inf) for band in ((0.0, inf), (bands[0], inf), (-inf, bands[1])))
    return (edge + min(serif / 2, HANG * k), *reach)


def _sides(face: Face, run: Run, scale: float) -> list[tuple[float, float, float, float]]:
    """The sides of a shaped letter's outline from its origin, y up."""
    sides, pen = [], 0.0
    for gid, _, advance, dx, dy in run.glyphs:
        for contour in face.outline(gid):
            points = [((pen + dx + x) * scale, (dy + y) * scale) for x, y in contour]
            sides += [(*a, *b) for a, b in zip(points, (*points[1:], points[0]), strict=True)]
        pen += advance
    return sides


def _across(sides: Sequence[tuple[float, float, float, float]], low: float, high: float) -> list[float]:
    """Where an outline begins, ends and crosses between two heights."""
    found = []
    for x0, y0, x1, y1 in sides:
        if min(y0, y1) <= high and max(y0, y1) >= low:
            slope = (x1 - x0) / (y1 - y0) if y1 != y0 else 0.0
            found += [x0 + (min(max(y, low), high) - y0) * slope for y in (y0, y1)]
    return found


def _first_letter_apart(line: Line) -> tuple[Segment, ...]:
    """The segments of a line, the first letter of the first as one of its own."""
    first, *others = line.segments
    (run, _), *runs = first.runs
    letter, rest = _parted(run)
    width = letter.tracked(first.tracking) * first.size / 1000 * line.scale
    alone = replace(first, runs=((letter, 0.0),), width=width)
    runs = [(rest, 0.0), *runs] if rest.glyphs else runs
    if not runs:
        return (alone, *others)
    return (alone, replace(first, runs=tuple(runs), x=first.x + width, width=first.width - width), *others)


def _parted(run: Run) -> tuple[Run, Run]:
    """A shaped word as its first letter and the rest, kerned as it was."""
    cut = next((i for i, glyph in enumerate(run.glyphs) if glyph[1] > run.glyphs[0][1]), len(run.glyphs))
    at = run.glyphs[cut][1] if cut < len(run.glyphs) else len(run.text)
    head = run.glyphs[:cut]
    tail = tuple((gid, cluster - at, advance, x, y) for gid, cluster, advance, x, y in run.glyphs[cut:])
    width = sum(glyph[2] for glyph in head)
    return Run(run.text[:at], width, head, run.ltr), Run(run.text[at:], run.width - width, tail, run.ltr)
