"""The typesetter: paragraphs and the other blocks of a text, set to a measure as units of whole rows.

It decides how a block looks from the layout's styles and nothing else; where the units go is the business
of page making. Lines that could not be set well are findings (W502), with the line of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import TypeVar, cast

from pipeline.article import Inline, Paragraph
from pipeline.colour import Swatch
from pipeline.diagnostic import Finding, Span
from pipeline.galley.lines import Prepared, SetText, prepare, set_in_lines, set_text
from pipeline.galley.passage import Passage
from pipeline.galley.tongue import Tongue
from pipeline.galley.units import Unit, kept, line_units, text_items, text_rows
from pipeline.galley.words import Atom, Mark, Wordsmith, closed
from pipeline.layout import Grid, Layout, Style
from pipeline.linebreak import Measures

LEAD_IN_WORDS = 5

T = TypeVar("T")


class Typesetter:
    """Sets texts in one language by the styles of one layout."""

    def __init__(self, layout: Layout, language: Tongue) -> None:
        self.layout, self.language = layout, language
        self.smith = Wordsmith(layout, language)
        self.findings: list[Finding] = []
        self._once: dict[tuple[int, tuple[str, float]], tuple[Paragraph, object]] = {}
        self.section: Swatch | None = None

    def within(self, section: Swatch) -> Typesetter:
        """The same typesetter where the colour ``section`` is this one; words and findings are shared."""
        other = copy(self)
        other.section = section
        return other

    @property
    def grid(self) -> Grid:
        """The layout's rows."""
        return self.layout.grid

    def style(self, name: str) -> Style:
        """A style of the layout."""
        style = self.layout.style(name)
        if self.section and style.swatch.name == "section":
            return replace(style, swatch=self.section)
        return style

    def swatch(self, name: str) -> Swatch:
        """A swatch of the layout, the colour of this section for ``section``."""
        return self.section if self.section and name == "section" else self.layout.swatch(name)

    # ------------------------------------------------------------------ lines

    def lines(
        self,
        inlines: Sequence[Inline],
        style: Style,
        measure: float,
        *,
        indent: float = 0.0,
        marks: Iterable[Mark] = (),
        more: Sequence[Atom] = (),
    ) -> SetText:
        """The lines of a paragraph; ``more`` are atoms that go on behind it in a look of their own."""
        styled = _with_lead_in(inlines) if style.lead_in else inlines
        atoms = self.smith.atoms(styled, style, hyphenate=style.hyphenate, marks=marks)
        if atoms and more:
            atoms = (*atoms[:-1], replace(atoms[-1], gap=" "))
        atoms = (*atoms, *more)
        if not atoms:
            return SetText(())
        prepared = prepare(atoms, self.smith.look(style), style.align)
        return self.broken(prepared, inlines, style, measure, (indent,) if indent else ())

    def broken(
        self, prepared: Prepared, inlines: Sequence[Inline], style: Style, measure: float, indents: Sequence[float] = ()
    ) -> SetText:
        """The lines of a prepared paragraph, the first of them so many points further in."""
        text = set_text(prepared, _rows(measure - style.indent, indents), level=style.balance)
        if style.indent:
            text = SetText(tuple(replace(line, x=line.x + style.indent) for line in text.lines), text.forced)
        if text.forced:
            self._report(text, inlines, style, measure)
        return text

    def plain(self, text: str, style: Style, measure: float, span: Span | None = None) -> SetText:
        """The lines of a plain text."""
        return self.lines((Inline(text, span or Span("")),), style, measure)

    def _report(self, text: SetText, inlines: Sequence[Inline], style: Style, measure: float) -> None:
        widest = max(text.lines, key=lambda line: line.line.width)
        words = " ".join(widest.line.text.split()[:4])
        where = next((i.span for i in inlines if i.span.file), None)
        about = "sticks out of its column" if widest.line.width > measure + 1 else "has uneven word spaces"
        message = f"A line of {style.name} {about} near “{words}”."
        self.findings.append(
            Finding("W502", message, where, "Reword the sentence by a word or two, or allow a break in the long word.")
        )

    # ------------------------------------------------------------------ units

    def block(
        self,
        inlines: Sequence[Inline],
        style: Style,
        measure: float,
        role: str,
        block: str,
        *,
        marks: Iterable[Mark] = (),
        more: Sequence[Atom] = (),
    ) -> Unit:
        """A paragraph as one unit that is not cut, in whatever leading its style has."""
        sized = style.sized_for(sum(len(i.text) for i in inlines))
        text = self.lines(inlines, sized, measure, marks=marks, more=more)
        return self.unit(text, sized, role, block, _first_span(inlines))

    def unit(self, text: SetText, style: Style, role: str, block: str, span: Span | None) -> Unit:
        """Set lines as one unit."""
        if not text.lines:
            return Unit(0, ())
        cap = self.layout.faces(style)[0].cap_height * style.size / 1000
        rows, first = text_rows(style, self.grid, cap, len(text.lines))
        items = text_items(text, style, first, role, block, span)
        return Unit(rows, items, style.before, style.after, span=span)

    def paragraph(self, passage: Passage) -> tuple[Unit, ...]:
        """A paragraph as units that columns may part."""
        prepared = self.prepared(passage)
        if prepared is None:
            return ()
        paragraph, style = passage.paragraph, passage.style
        text = self.broken(prepared, paragraph.inlines, style, passage.measure, _indents(passage))
        if style.leading != self.grid.leading:
            return (self.unit(text, style, passage.role, passage.block, paragraph.span),)
        return self.lined(text, passage)

    def relined(self, passage: Passage, count: int) -> tuple[Unit, ...]:
        """The same in ``count`` lines, where that sets well; else nothing."""
        prepared = self.prepared(passage)
        style = passage.style
        if prepared is None or prepared.align != "justify" or style.leading != self.grid.leading:
            return ()
        rows = _rows(passage.measure - style.indent, _indents(passage))
        text = set_in_lines(prepared, rows, count)
        return self.lined(text, passage, style.indent) if text else ()

    def prepared(self, passage: Passage) -> Prepared | None:
        """A passage ready for the line breaker; nothing when it has no words."""
        paragraph, style = passage.paragraph, passage.style

        def made() -> Prepared | None:
            atoms = self.smith.atoms(paragraph.inlines, style, hyphenate=style.hyphenate, marks=passage.marks)
            if atoms and passage.ornament:
                atoms = closed(atoms, passage.ornament)
            return prepare(atoms, self.smith.look(style), style.align) if atoms else None

        return self.once(paragraph, (style.name, style.size), made)

    def lined(self, text: SetText, passage: Passage, x: float = 0.0) -> tuple[Unit, ...]:
        """The lines of a passage as units, with the space that its style asks for around them."""
        style = passage.style
        units = line_units(text, self.grid, passage.role, passage.block, passage.paragraph.span, x)
        units = [replace(unit, passage=passage) for unit in units]
        units[0] = replace(units[0], before=style.before)
        units[-1] = replace(units[-1], after=style.after)
        return kept(units)

    def once(self, paragraph: Paragraph, key: tuple[str, float], make: Callable[[], T]) -> T:
        """What ``make`` gives for a paragraph and a key: break points serve every measure, so they are found once."""
        known = self._once.get((id(paragraph), key))
        if known is None:
            known = self._once[id(paragraph), key] = (paragraph, make())  # kept, lest its id be given to another
        return cast("T", known[1])


def _rows(room: float, indents: Sequence[float]) -> Measures:
    """Lines of ``room`` points, the first of them so many points further in."""
    return Measures((0.0, room), tuple((indent, room - indent) for indent in indents))


def _indents(passage: Passage) -> tuple[float, ...]:
    first = passage.style.first_indent if passage.follows else 0.0
    return (first,) if first else ()


def _first_span(inlines: Sequence[Inline]) -> Span | None:
    return next((i.span for i in inlines if i.span.file), None)


def _with_lead_in(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The first few words, up to a stop or colon, made strong."""
    if not inlines or inlines[0].strong:
        return tuple(inlines)
    first = inlines[0]
    words = first.text.split(" ")
    for count in range(1, min(LEAD_IN_WORDS, len(words) - 1) + 1):
        if words[count - 1].endswith((".", ":", "!", "?")) and len(words[count - 1]) > 2:  # noqa: PLR2004 - not an initial
            head, tail = " ".join(words[:count]), " " + " ".join(words[count:])
            return (replace(first, text=head, strong=True), replace(first, text=tail), *inlines[1:])
    return tuple(inlines)
