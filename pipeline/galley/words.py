"""From the text of a paragraph to atoms: words that are shaped, with the places where they may be divided.

An atom is what stands between two spaces, in one or several looks. Its measures come from the fonts, its
dividing points from the language; what the line breaker gets of it are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.article import Inline
from pipeline.colour import Swatch
from pipeline.font import Face, Features, Run, split_by_coverage
from pipeline.galley.tongue import Tongue
from pipeline.layout import Layout, Style

TIE = "\u00a0"

_WORD = re.compile(rf"([^ \n{TIE}]*)([ \n{TIE}])|([^ \n{TIE}]+)")

# How far a mark hangs into the margin, as a share of its own width.
HANG_RIGHT = {
    "-": 0.5,
    "‐": 0.5,
    ".": 0.6,
    ",": 0.6,
    ";": 0.35,
    ":": 0.35,
    "’": 0.5,
    "”": 0.4,
    "–": 0.25,
    "»": 0.3,
    "!": 0.15,
}
HANG_LEFT = {"“": 0.4, "‘": 0.5, "«": 0.3, "„": 0.4, "—": 0.15, "–": 0.15, "(": 0.1}


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a stretch of text looks. Looks are made once for a style and compared by identity.

    What is in a look that is ``mute`` is an ornament: it is seen, and not read.
    """

    faces: tuple[Face, ...]
    size: float
    features: Features
    swatch: Swatch
    tracking: float
    word_space: float
    language: str
    rise: float = 0.0
    href: str = ""
    mute: bool = False
    shapes: dict[str, Shape] = field(default_factory=dict)

    @property
    def space(self) -> float:
        """The natural word space in points."""
        return self.shape(" ").width * self.word_space

    def shape(self, text: str) -> Shape:
        """The text as runs of the first family that has its letters; kept for the next time."""
        shape = self.shapes.get(text)
        if shape is None:
            shape = self.shapes[text] = self._shape(text)
        return shape

    def _shape(self, text: str) -> Shape:
        first = self.faces[0]
        if first.covers(text):  # as nearly always
            run = first.shape(text, self.features, self.language)
            width = run.tracked(self.tracking) * self.size / 1000
            return Shape(((first, run),), (width,), width)
        parts = split_by_coverage(text, self.faces)[0]
        runs = tuple((face, face.shape(part, self.features, self.language)) for face, part in parts)
        widths = tuple(run.tracked(self.tracking) * self.size / 1000 for _, run in runs)
        return Shape(runs, widths, sum(widths))


@dataclass(frozen=True, slots=True)
class Shape:
    """A shaped text: faces with their runs, the width of each in points, and that of all."""

    runs: tuple[tuple[Face, Run], ...]
    widths: tuple[float, ...]
    width: float


class Mark(NamedTuple):
    """A footnote mark: the number that is shown, and where it leads."""

    number: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an atom in one look."""

    look: Look
    text: str


@dataclass(frozen=True, slots=True)
class Division:
    """A place where an atom may be divided: behind ``offset`` letters of part ``part``.

    ``before`` and ``after`` are the widths in points of what stands on either side, the hyphen included and
    what hangs in the margin taken off. ``hyphen`` says that the line ends in a hyphen, ``drawn`` that the
    hyphen is not in the text.
    """

    part: int
    offset: int
    before: float
    after: float
    hyphen: bool
    drawn: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """A word with what clings to it. ``gap`` is what follows: a space, a tied space, a line's end, or nothing."""

    parts: tuple[Part, ...]
    width: float
    hang_left: float
    hang_right: float
    divisions: tuple[Division, ...]
    gap: str

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(part.text for part in self.parts)


def closed(atoms: Sequence[Atom], ornament: Sequence[Part]) -> tuple[Atom, ...]:
    """The atoms with an ornament as part of the last, so that it is never alone on a line."""
    *others, last = atoms
    width = sum(part.look.shape(part.text).width for part in ornament)
    divisions = tuple(replace(d, after=d.after + width) for d in last.divisions)
    parts = (*last.parts, *ornament)
    return (*others, replace(last, parts=parts, width=last.width + width, hang_right=0.0, divisions=divisions))


class Wordsmith:
    """Makes looks and atoms for texts in one language, with words of others; remembers both."""

    def __init__(self, layout: Layout, language: Tongue) -> None:
        self.layout, self.language = layout, language
        self._looks: dict[tuple[object, ...], Look] = {}
        self._divided: dict[tuple[Look, str, bool], tuple[float, float, float, tuple[Division, ...]]] = {}
        self._atoms: dict[tuple[Look, str, str, bool], Atom] = {}

    def look(
        self,
        style: Style,
        inline: Inline | None = None,
        *,
        rise: float = 0.0,
        size: float = 0.0,
    ) -> Look:
        """The look of an inline in a style (plain where no inline is given)."""
        strong = inline.strong if inline else False
        emphasis = inline.emphasis if inline else False
        href = inline.href if inline else ""
        colour = self._colour(style, href)
        language = (inline.language if inline else "") or self.language.tag
        family = (style.name, style.font, style.weight, style.italic, style.size)
        key = (*family, strong, emphasis, href, language, rise, size, colour)
        look = self._looks.get(key)
        if look is None:
            faces = self.layout.faces(style, strong=strong, emphasis=emphasis)
            spacing = (style.tracking, style.word_space)
            look = Look(faces, size or style.size, style.features, colour, *spacing, language, rise, href)
            self._looks[key] = look
        return look

    def _colour(self, style: Style, href: str) -> Swatch:
        """Links are in the palette's link colour where the text around them is in ink; on a tint they are not."""
        if href and not href.startswith("#") and style.swatch.name == "ink":
            return self.layout.swatches.get("link", style.swatch)
        return style.swatch

    def atoms(
        self, inlines: Sequence[Inline], style: Style, *, hyphenate: bool, marks: Iterable[Mark] = ()
    ) -> tuple[Atom, ...]:
        """The atoms of a paragraph. ``marks`` are the footnote marks that inlines with a ``note`` show, in order."""
        return self.joined(self.stretches(inlines, style, marks), hyphenate=hyphenate)

    def stretches(self, inlines: Sequence[Inline], style: Style, marks: Iterable[Mark] = ()) -> list[tuple[Look, str]]:
        """What the inlines say as it will be printed, each in its look."""
        typeset = self.language.typeset_all([(i.text, i.language) for i in inlines])
        texts = [i.text if i.code else text for i, text in zip(inlines, typeset, strict=True)]
        if style.case == "upper":
            texts = [self.language.of(i.language).upper(t) for i, t in zip(inlines, texts, strict=True)]
        mark = iter(marks)
        stretches: list[tuple[Look, str]] = []
        for inline, text in zip(inlines, texts, strict=True):
            if inline.note:
                number, href = next(mark, Mark(inline.note))
                noted = replace(inline, href=href)
                stretches.append((self.look(style, noted, rise=style.size * 0.33, size=style.size * 0.62), number))
            elif text:
                stretches.append((self.look(style, inline), text))
        return stretches

    def joined(self, stretches: Sequence[tuple[Look, str]], *, hyphenate: bool) -> tuple[Atom, ...]:
        """The atoms of stretches of text that follow one another."""
        return tuple([self._atom(words, gap, hyphenate=hyphenate) for words, gap in _split(stretches)])

    def ornament(self, text: str, style: Style) -> tuple[Part, ...]:
        """What closes a text: a space and a mark that say nothing."""
        return (Part(replace(self.look(style), mute=True, shapes={}), f" {text}"),)

    def _atom(self, words: Sequence[tuple[Look, str]], gap: str, *, hyphenate: bool) -> Atom:
        if len(words) == 1:
            return self._single(*words[0], gap, hyphenate=hyphenate)
        parts = tuple(Part(look, text) for look, text in words)
        widths = [part.look.shape(part.text).width for part in parts]
        total = sum(widths)
        left = self._measured(parts[0], hyphenate=False)[1]
        right = self._measured(parts[-1], hyphenate=False)[2]
        found: list[Division] = []
        for index, part in enumerate(parts):
            ahead = sum(widths[:index])
            for d in self._measured(part, hyphenate=hyphenate)[3]:
                rest = total - ahead - widths[index]
                found.append(Division(index, d.offset, ahead + d.before, d.after + rest, d.hyphen, d.drawn))
        return Atom(parts, total, left, right, tuple(found), gap)

    def _single(self, look: Look, text: str, gap: str, *, hyphenate: bool) -> Atom:
        """A word in one look; kept, since most words come again."""
        key = (look, text, gap, hyphenate)
        atom = self._atoms.get(key)
        if atom is None:
            part = Part(look, text)
            atom = self._atoms[key] = Atom((part,), *self._measured(part, hyphenate=hyphenate), gap)
        return atom

    def _measured(self, part: Part, *, hyphenate: bool) -> tuple[float, float, float, tuple[Division, ...]]:
        key = (part.look, part.text, hyphenate)
        known = self._divided.get(key)
        if known is None:
            known = self._divided[key] = self._measure(part.look, part.text, hyphenate=hyphenate)
        return known

    def _measure(self, look: Look, text: str, *, hyphenate: bool) -> tuple[float, float, float, tuple[Division, ...]]:
        divisions = []
        for offset, drawn in _places(self.language.of(look.language), text, hyphenate=hyphenate):
            head = look.shape(text[:offset]).width + (look.shape("-").width if drawn else 0.0)
            ends_in = "-" if drawn else text[offset - 1]
            before = head - _hang(look, ends_in, HANG_RIGHT)
            after = look.shape(text[offset:]).width - _hang(look, text[offset], HANG_LEFT)
            divisions.append(Division(0, offset, before, after, drawn or ends_in in "-‐", drawn))
        width = look.shape(text).width
        return width, _hang(look, text[0], HANG_LEFT), _hang(look, text[-1], HANG_RIGHT), tuple(divisions)


def _places(language: Tongue, text: str, *, hyphenate: bool) -> Iterator[tuple[int, bool]]:
    """(offset, whether a hyphen must be drawn) of each place where ``text`` may be divided."""
    places = dict.fromkeys(language.breaks(text), False)
    if hyphenate:
        places |= {p: True for p in language.hyphens(text) if p not in places}
    yield from sorted(places.items())


def _hang(look: Look, mark: str, table: dict[str, float]) -> float:
    return table[mark] * look.shape(mark).width if mark in table else 0.0


def _split(stretches: Sequence[tuple[Look, str]]) -> Iterator[tuple[Sequence[tuple[Look, str]], str]]:
    """What stands between two spaces, each look's text apart, with the space (or line end) that follows."""
    parts: list[tuple[Look, str]] = []
    for look, text in stretches:
        for word, gap, rest in _WORD.findall(text):
            if word or rest:
                parts.append((look, word or rest))
            if gap and parts:
                yield parts, gap
                parts = []
    if parts:
        yield parts, ""
