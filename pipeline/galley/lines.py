"""From atoms to set lines: break points for the line breaker, and lines built from what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.font import Run
from pipeline.galley.words import HANG_LEFT, TIE, Atom, Look, Part
from pipeline.linebreak import Breakpoints, Breaks, Measures, Policy, Setting, Spacing, balance, break_paragraph, ragged
from pipeline.page import Line, Segment

Place = tuple[int, int, int]
"""Atom, part of it, letters of that part: where a line begins or ends."""

SOFT_HYPHEN = "\u00ad"
POLICY = Policy()


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


def prepare(atoms: Sequence[Atom], base: Look, align: str) -> Prepared:
    """The break points of ``atoms``; ``align`` is justify, left, right or centre."""
    hang = align == "justify"
    ends = [i + 1 for i, atom in enumerate(atoms) if atom.gap == "\n" and i + 1 < len(atoms)]
    stretches = [atoms[a:b] for a, b in pairwise([0, *ends, len(atoms)]) if b > a]
    return Prepared(tuple((s, _break_points(s, base, hang=hang)) for s in stretches), base, align)


def set_text(prepared: Prepared, measure: float, *, indent: float = 0.0, level: bool = False) -> SetText:
    """The lines of a paragraph in a measure; ``level`` asks for lines of like length.

    ``indent`` of the first line is in points; a forced line end begins a new line without it.
    """
    lines: list[SetLine] = []
    forced = False
    for number, (atoms, points) in enumerate(prepared.stretches):
        first = indent if number == 0 else 0.0
        breaks = _broken(points, prepared, measure, first, level=level)
        forced |= breaks.forced or bool(breaks.overfull)
        lines.extend(_line(atoms, points, setting, prepared) for setting in breaks.lines)
    return SetText(tuple(lines), forced)


def _broken(points: _Points, prepared: Prepared, measure: float, indent: float, *, level: bool) -> Breaks:
    space = prepared.base.space
    measures: float | Measures = Measures.indented(measure, indent) if indent else measure
    if prepared.align == "justify":
        policy = Policy(least_last=indent) if indent else POLICY
        return break_paragraph(points.breakpoints, measures, Spacing.of(space), policy)
    if level:
        return balance(points.breakpoints, measure, space=space)
    return ragged(points.breakpoints, measures, space=space)


def _break_points(atoms: Sequence[Atom], base: Look, *, hang: bool) -> _Points:
    space = base.space
    left = atoms[0].hang_left if hang else 0.0
    end, start, spaces_end, spaces_start = [0.0], [left], [0], [0]
    penalty, hyphen, drawn, places, hangs = [0.0], [False], [False], [(0, 0, 0)], [left]
    x, spaces, last = 0.0, 0, len(atoms) - 1

    def add(e: float, s: float, after: int, place: Place, hung: float, *, hy: bool = False, dr: bool = False) -> None:
        end.append(e)
        start.append(s)
        spaces_end.append(spaces)
        spaces_start.append(after)
        penalty.append(0.0)
        hyphen.append(hy)
        drawn.append(dr)
        places.append(place)
        hangs.append(hung)

    for index, atom in enumerate(atoms):
        for d in atom.divisions:
            hung = 0.0
            if hang and (letter := atom.parts[d.part].text[d.offset]) in HANG_LEFT:
                hung = HANG_LEFT[letter] * atom.parts[d.part].look.shape(letter).width
            add(
                x + d.before, x + atom.width - d.after, spaces, (index, d.part, d.offset), hung, hy=d.hyphen, dr=d.drawn
            )
        x += atom.width
        trim = atom.hang_right if hang else 0.0
        if index < last and atom.gap != TIE:
            following = atoms[index + 1].hang_left if hang else 0.0
            add(x - trim, x + space + following, spaces + 1, (index + 1, 0, 0), following)
        if index < last:
            x += space
            spaces += 1
        else:
            add(x - trim, x, spaces, (index + 1, 0, 0), 0.0)
    points = Breakpoints(end, start, spaces_end, spaces_start, penalty, hyphen)
    return _Points(points, tuple(places), tuple(drawn), tuple(hangs))


def _line(atoms: Sequence[Atom], points: _Points, setting: Setting, prepared: Prepared) -> SetLine:
    base, align = prepared.base, prepared.align
    begin, stop = points.places[setting.first], points.places[setting.last]
    pieces = _pieces(atoms, begin, stop)
    if points.drawn[setting.last]:
        pieces.append((Part(pieces[-1][0].look, "-"), SOFT_HYPHEN))
    space = setting.space if align == "justify" else base.space
    scale = setting.scale if align == "justify" else 1.0
    segments, width = _segments(pieces, base, space, scale)
    text = "".join(actual or part.text for part, actual in pieces)
    ends_in_space = stop[1:] == (0, 0) and stop[0] < len(atoms)
    line = Line(segments, width, text + (" " if ends_in_space else ""), scale)
    x = setting.indent - (points.hang[setting.first] if align == "justify" else 0.0)
    if align in {"right", "centre"}:
        x += (setting.measure - width) / (1 if align == "right" else 2)
    return SetLine(x, line)


def _pieces(atoms: Sequence[Atom], begin: Place, stop: Place) -> list[tuple[Part, str]]:
    """Parts of a line with single spaces as parts of their own."""
    pieces: list[tuple[Part, str]] = []
    for index in range(begin[0], min(stop[0] + 1, len(atoms))):
        if index == stop[0] and stop[1:] == (0, 0):
            break
        atom = atoms[index]
        for number, part in enumerate(atom.parts):
            low = begin[2] if (index, number) == begin[:2] else 0
            high = stop[2] if (index, number) == stop[:2] else len(part.text)
            before_line = index == begin[0] and number < begin[1]
            behind_line = index == stop[0] and number > stop[1]
            if low < high and not before_line and not behind_line:
                pieces.append((part if high - low == len(part.text) else Part(part.look, part.text[low:high]), ""))
        follows = index + 1 < stop[0] or (index + 1 == stop[0] and stop[1:] != (0, 0))
        if atom.gap and follows and index + 1 < len(atoms):
            look = atom.parts[-1].look
            following = atoms[index + 1].parts[0].look
            shared = look if look.href == following.href and look.rise == 0 else following
            pieces.append((Part(shared, " " if atom.gap == " " else atom.gap), " "))
    return pieces


def _segments(
    pieces: Sequence[tuple[Part, str]], base: Look, space: float, scale: float
) -> tuple[tuple[Segment, ...], float]:
    """Segments of a line: neighbours in one look and face are drawn as one."""
    out: list[Segment] = []
    x = 0.0
    look: Look | None = None
    runs: list[tuple[Run, float]] = []
    begin, actual, owed = 0.0, "", 0.0

    def close() -> None:
        if look is not None and runs:
            out.append(
                Segment(
                    face,
                    look.size,
                    look.swatch,
                    tuple(runs),
                    begin,
                    x - begin,
                    look.rise,
                    look.tracking,
                    actual,
                    look.href,
                )
            )
            runs.clear()

    face = base.faces[0]
    for part, stands_for in pieces:
        is_space = stands_for == " "
        said = "" if is_space else stands_for
        for its_face, run in part.look.shape(" " if is_space else part.text).runs:
            if part.look is not look or its_face is not face or said != actual:
                close()
                look, face, actual, begin = part.look, its_face, said, x
            natural = run.tracked(part.look.tracking) * part.look.size / 1000 * scale
            runs.append((run, owed))
            x += natural + owed
            owed = 0.0
            if is_space:
                owed = space - natural
    close()
    return tuple(out), x
