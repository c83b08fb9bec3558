"""From atoms to set lines: break points for the line breaker, and lines built from what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from pipeline.font import Face, Run
from pipeline.galley.words import HANG_LEFT, TIE, Atom, Look
from pipeline.linebreak import Breakpoints, Breaks, Measures, Policy, Setting, Spacing, balance, break_paragraph, ragged
from pipeline.linebreak.values import HAIR
from pipeline.page import Line, Segment

Place = tuple[int, int, int]
"""Atom, part of it, letters of that part: where a line begins or ends."""

Piece = tuple[Look, str, str]
"""A stretch of a line: its look, its text, and what it stands for where that is something else."""

SOFT_HYPHEN = "\u00ad"
UNSAID = "\n"
"""What stands for an ornament. A line feed is what no reader of PDFs makes a letter of; an empty text some ignore."""

EXPAND = 0.02
"""How far glyphs may be scaled, as a share of their width; what a line asks for beyond that is put between letters."""

POLICY = Policy()
UNSTRAINED = Policy(tolerances=POLICY.tolerances[:2])
"""For lines that may not be looser than well set ones are."""
GOOD = (False, 1.0)
"""A paragraph that is not forced and strains no word space."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and where it begins: points from the left of the measure."""

    x: float
    line: Line


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph in lines. ``forced`` says that some line could not be set well."""

    lines: tuple[SetLine, ...]
    forced: bool = False


@dataclass(frozen=True, slots=True)
class _Points:
    breakpoints: Breakpoints
    places: tuple[Place, ...]
    drawn: tuple[bool, ...]
    hang: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph ready for the line breaker: atoms and break points between forced line ends, for every measure."""

    stretches: tuple[tuple[Sequence[Atom], _Points], ...]
    base: Look
    align: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A paragraph broken into lines that are not built yet. ``forced`` says that some line could not be set well.

    Letters are spread in lines shorter than ``full`` alone.
    """

    prepared: Prepared | None
    breaks: tuple[Breaks, ...]
    full: float = 0.0
    forced: bool = False

    def text(self) -> SetText:
        """Its lines."""
        lines = tuple(self._lines())
        last = len(lines) - 1
        return SetText(tuple(_line(*line, goes_on=i < last) for i, line in enumerate(lines)), self.forced)

    def lines(self) -> Iterator[tuple[float, bool]]:
        """For each line its word space, in natural ones, and whether it divides a word."""
        for _, points, setting, way in self._lines():
            yield setting.space / way.base.space if setting.spaces else 1.0, points.drawn[setting.last]

    def _lines(self) -> Iterator[tuple[Sequence[Atom], _Points, Setting, Prepared]]:
        way = self.prepared
        for (atoms, points), breaks in zip(way.stretches if way else (), self.breaks, strict=True):
            for setting in breaks.lines:
                spread = setting.measure < self.full or not setting.spaces
                yield atoms, points, setting if spread else _unspread(setting), cast("Prepared", way)


def _unspread(setting: Setting) -> Setting:
    """The line with its glyphs scaled no further than they may be, its word spaces taking the rest."""
    scale = min(max(setting.scale, 1.0 - EXPAND), 1.0 + EXPAND)
    if abs(setting.scale - scale) < HAIR:
        return setting
    white = setting.spaces * setting.space
    rest = (setting.measure - white) * (1.0 - scale / setting.scale)
    return replace(setting, scale=scale, space=(white + rest) / setting.spaces)


def prepare(atoms: Sequence[Atom], base: Look, align: str) -> Prepared:
    """The break points of ``atoms``; ``align`` is justify, left, right or centre."""
    hang = align == "justify"
    ends = [i + 1 for i, atom in enumerate(atoms) if atom.gap == "\n" and i + 1 < len(atoms)]
    stretches = [atoms[a:b] for a, b in pairwise([0, *ends, len(atoms)]) if b > a]
    return Prepared(tuple((s, _break_points(s, base, hang=hang)) for s in stretches), base, align)


def set_text(prepared: Prepared, measures: Measures, *, level: bool = False) -> SetText:
    """The lines of a paragraph, each in its measure; ``level`` asks for lines of like length.

    A forced line end begins a new line without the indent of the first; other rows hold where they stand.
    """
    return set_best((prepared,), measures, level=level)


def set_in_lines(prepared: Prepared, measures: Measures, count: int) -> SetText | None:
    """A justified paragraph in ``count`` lines; None where it strains in these."""
    if len(prepared.stretches) != 1:
        return None
    ((atoms, points),) = prepared.stretches
    spacing, policy = Spacing.of(prepared.base.space), _policy(measures, UNSTRAINED)
    if not _may_fill(points.breakpoints, measures, spacing, count):
        return None
    usual = break_paragraph(points.breakpoints, measures, spacing, policy)
    breaks = break_paragraph(points.breakpoints, measures, spacing, policy, count - len(usual.lines))
    if breaks.forced or len(breaks.lines) != count or _ends_in_runt(breaks):
        return None
    lines = enumerate(breaks.lines, 1)
    return SetText(tuple(_line(atoms, points, setting, prepared, goes_on=i < count) for i, setting in lines))


def _may_fill(points: Breakpoints, measures: Measures, spacing: Spacing, count: int) -> bool:
    """Whether so many lines can come of it at all, all spaces being as wide or as narrow as they may."""
    last = len(points.end) - 1
    width, spaces = points.width(0, last), points.spaces(0, last)
    glyphs, shrink = width - spaces * spacing.space, UNSTRAINED.tolerances[-1][1]
    full = sum(measures.row(line)[1] for line in range(count - 1))
    widest = width + spaces * spacing.stretch + glyphs * spacing.expand
    narrowest = width - spaces * spacing.shrink * shrink - glyphs * spacing.expand
    return count > 0 and widest > full and narrowest < full + measures.row(count - 1)[1]


def set_best(ways: Iterable[Prepared], measures: Measures, *, level: bool = False) -> SetText:
    """The lines of the first of several ways to put a paragraph that sets well, or of the one that sets least badly."""
    return break_best(ways, measures, level=level).text()


def break_best(ways: Iterable[Prepared], measures: Measures, *, level: bool = False, spread: float = 0.0) -> Broken:
    """The same before its lines are built; letters may be ``spread`` so far, as a share of their width."""
    best: tuple[tuple[bool, float], Broken] | None = None
    for way in ways:
        found: list[Breaks] = []
        for _, points in way.stretches:
            count = sum(len(breaks.lines) for breaks in found)
            rest = Measures(measures.tail, measures.rows[count:]) if count else measures
            found.append(_broken(points, way, rest, level=level, spread=spread))
        forced = any(breaks.forced or breaks.overfull for breaks in found)
        rank = (forced, max((_strain(breaks) for breaks in found), default=0.0))
        elsewhere = best is not None and rank == best[0]  # what strains is a line that the ways do not touch
        if best is None or rank < best[0]:
            best = (rank, Broken(way, tuple(found), measures.tail[1], forced))
        if rank <= GOOD or elsewhere:
            break
    return best[1] if best else Broken(None, ())


def _broken(points: _Points, prepared: Prepared, measures: Measures, *, level: bool, spread: float) -> Breaks:
    space = prepared.base.space
    if prepared.align == "justify":
        spacing = Spacing.of(space, EXPAND + spread)
        return break_paragraph(points.breakpoints, measures, spacing, _policy(measures, POLICY))
    if level:
        return balance(points.breakpoints, measures.row(0)[1], space=space)
    return ragged(points.breakpoints, measures, space=space)


def _policy(measures: Measures, policy: Policy) -> Policy:
    """The policy where the last line must exceed the indent of the first."""
    indent = measures.rows[0][0] if len(measures.rows) == 1 else 0.0
    return replace(policy, least_last=indent) if indent else policy


def _ends_in_runt(breaks: Breaks) -> bool:
    """Whether the last line is a few letters, or a short word by itself."""
    last = breaks.lines[-1]
    share = POLICY.runt_share if last.spaces else POLICY.lone_share
    return len(breaks.lines) > 1 and last.natural < share * last.measure


def _strain(breaks: Breaks) -> float:
    """The furthest that a word space has to give, in shares of what it gives well. A runt counts as 1 more."""
    worst = max(abs(line.ratio) for line in breaks.lines)
    return max(worst, 1.0) + 1.0 if _ends_in_runt(breaks) else worst


def _break_points(atoms: Sequence[Atom], base: Look, *, hang: bool) -> _Points:
    rows = tuple(zip(*_places(atoms, base.space, hang=hang), strict=True))
    end, start, spaces_end, spaces_start, hyphen, drawn, places, hangs = rows
    points = Breakpoints(end, start, spaces_end, spaces_start, (0.0,) * len(end), hyphen)
    return _Points(points, places, drawn, hangs)


def _places(
    atoms: Sequence[Atom], space: float, *, hang: bool
) -> Iterator[tuple[float, float, int, int, bool, bool, Place, float]]:
    """Each place where a line may end: the columns of ``Breakpoints``, and what ``_Points`` knows besides."""
    left = atoms[0].hang_left if hang else 0.0
    yield 0.0, left, 0, 0, False, False, (0, 0, 0), left
    x, spaces, last = 0.0, 0, len(atoms) - 1
    for index, atom in enumerate(atoms):
        width = atom.width
        for d in atom.divisions:
            hung = 0.0
            if hang and (letter := atom.parts[d.part].text[d.offset]) in HANG_LEFT:
                hung = HANG_LEFT[letter] * atom.parts[d.part].look.shape(letter).width
            place = (index, d.part, d.offset)
            yield x + d.before, x + width - d.after, spaces, spaces, d.hyphen, d.drawn, place, hung
        x += width
        trim = atom.hang_right if hang else 0.0
        if index == last:
            yield x - trim, x, spaces, spaces, False, False, (index + 1, 0, 0), 0.0
        else:
            if atom.gap != TIE:
                following = atoms[index + 1].hang_left if hang else 0.0
                place = (index + 1, 0, 0)
                yield x - trim, x + space + following, spaces, spaces + 1, False, False, place, following
            x += space
            spaces += 1


def _line(atoms: Sequence[Atom], points: _Points, setting: Setting, prepared: Prepared, *, goes_on: bool) -> SetLine:
    """A line; where the text ``goes_on`` behind a whole word, a space that nobody sees parts it from the next."""
    base, align = prepared.base, prepared.align
    begin, stop = points.places[setting.first], points.places[setting.last]
    pieces = _pieces(atoms, begin, stop, base)
    if points.drawn[setting.last]:
        pieces.append((pieces[-1][0], "-", SOFT_HYPHEN))
    space = setting.space if align == "justify" else base.space
    scale = min(max(setting.scale, 1.0 - EXPAND), 1.0 + EXPAND) if align == "justify" else 1.0
    spread = _spread(pieces, setting, scale) if align == "justify" and abs(setting.scale - scale) > HAIR else 0.0
    segments, width = _segments(pieces, base, space, scale, spread)
    text = "".join([said or text for _, text, said in pieces if said != UNSAID])
    if goes_on and stop[1:] == (0, 0):
        following = atoms[stop[0]].parts[0].look if stop[0] < len(atoms) else base
        segments, text = _spaced(segments, pieces[-1][0], following, base), f"{text} "
    line = Line(segments, width, text, scale)
    x = setting.indent - (points.hang[setting.first] if align == "justify" else 0.0)
    if align in {"right", "centre"}:
        x += (setting.measure - width) / (1 if align == "right" else 2)
    return SetLine(x, line)


def _spaced(segments: tuple[Segment, ...], look: Look, following: Look, base: Look) -> tuple[Segment, ...]:
    """The segments, which end in ``look``, with a space behind them that takes no room, before the next line's look.

    It is part of a link, or of words in another language, only where these go on in the next line.
    """
    *others, last = segments
    shared = look if _between(look, following, base) is look else base
    face, run = shared.shape(" ").runs[0]
    if shared is not look or face is not last.face or last.actual:
        end = last.x + last.width
        return (*segments, _segment(shared, face, [(run, 0.0)], (end, end), "", 0.0, base.language))
    return (*others, replace(last, runs=(*last.runs, (run, 0.0))))


def _pieces(atoms: Sequence[Atom], begin: Place, stop: Place, base: Look) -> list[Piece]:
    """What a line holds from one place to the other, single spaces as pieces of their own."""
    pieces: list[Piece] = []
    first, last = begin[0], stop[0]
    end = last if stop[1:] == (0, 0) else last + 1
    for index in range(first, end):
        atom = atoms[index]
        if (index == first and begin[1:] != (0, 0)) or index == last:
            pieces.extend(_cut(atom, begin[1:] if index == first else (0, 0), stop[1:] if index == last else None))
        else:
            pieces.extend([(part.look, part.text, UNSAID if part.look.mute else "") for part in atom.parts])
        if index + 1 < end and atom.gap:
            following = atoms[index + 1].parts[0].look
            pieces.append((_between(atom.parts[-1].look, following, base), atom.gap, " "))
    return pieces


def _between(look: Look, following: Look, base: Look) -> Look:
    """The look of the space between two words: not a mark's, nor a link's or another language's that ends there."""
    goes_on = look.href in {"", following.href} and look.language in {base.language, following.language}
    return look if look.rise == 0 and goes_on else following


def _cut(atom: Atom, begin: tuple[int, int], stop: tuple[int, int] | None) -> Iterator[Piece]:
    """The pieces of an atom from one (part, letter) to another, or to its end."""
    for number, part in enumerate(atom.parts):
        if number < begin[0] or (stop and number > stop[0]):
            continue
        low = begin[1] if number == begin[0] else 0
        high = stop[1] if stop and number == stop[0] else len(part.text)
        if low < high:
            yield part.look, part.text[low:high], UNSAID if part.look.mute else ""


def _spread(pieces: Sequence[Piece], setting: Setting, scale: float) -> float:
    """Points that go behind each letter where glyphs scaled so far do not do."""
    shapes = [look.shape(text) for look, text, said in pieces if said != " "]
    letters = sum(run.letters for shape in shapes for _, run in shape.runs)
    return sum(shape.width for shape in shapes) * (setting.scale - scale) / scale / letters


def _segments(
    pieces: Sequence[Piece], base: Look, space: float, scale: float, spread: float = 0.0
) -> tuple[tuple[Segment, ...], float]:
    """Segments of a line, and its width: neighbours in one look and face are drawn as one."""
    out: list[Segment] = []
    runs: list[tuple[Run, float]] = []
    look, face, actual = base, base.faces[0], ""
    x = begin = owed = 0.0
    for its_look, text, stands_for in pieces:
        is_space = stands_for == " "
        said = "" if is_space else stands_for
        shape = its_look.shape(" " if is_space else text)
        for (its_face, run), width in zip(shape.runs, shape.widths, strict=True):
            if its_look is not look or its_face is not face or said != actual:
                if runs:
                    out.append(_segment(look, face, runs, (begin, x), actual, spread, base.language))
                    runs = []
                look, face, actual, begin = its_look, its_face, said, x
            natural = (width + spread * run.letters if spread else width) * scale
            runs.append((run, owed))
            x += natural + owed
            owed = space - natural if is_space else 0.0
    if runs:
        out.append(_segment(look, face, runs, (begin, x), actual, spread, base.language))
    return tuple(out), x


def _segment(
    look: Look,
    face: Face,
    runs: Sequence[tuple[Run, float]],
    ends: tuple[float, float],
    actual: str,
    spread: float,
    own: str,
) -> Segment:
    """The segment between two ends; ``own`` is the language of its paragraph."""
    tracking = look.tracking + 1000 * spread / look.size if spread else look.tracking
    language = look.language if look.language != own else ""
    x, width = ends[0], ends[1] - ends[0]
    rise, href = look.rise, look.href
    return Segment(face, look.size, look.swatch, tuple(runs), x, width, rise, tracking, actual, href, language)
