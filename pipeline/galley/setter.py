"""The typesetter: paragraphs and the other blocks of a text, set to a measure as units of whole rows.

It decides how a block looks from the layout's styles and nothing else; where the units go is the business
of page making. Lines that could not be set well are findings (W502), with the line of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace

from pipeline.article import Inline, Paragraph
from pipeline.colour import Swatch
from pipeline.diagnostic import Finding, Span
from pipeline.galley.lines import Prepared, SetText, prepare, set_text
from pipeline.galley.tongue import Tongue
from pipeline.galley.units import Unit, kept, line_units, text_items, text_rows
from pipeline.galley.words import Atom, Wordsmith
from pipeline.layout import Grid, Layout, Style

LEAD_IN_WORDS = 5


class Typesetter:
    """Sets texts in one language by the styles of one layout."""

    def __init__(self, layout: Layout, language: Tongue) -> None:
        self.layout, self.language = layout, language
        self.smith = Wordsmith(layout, language)
        self.findings: list[Finding] = []
        self._prepared: dict[tuple[int, str, float], tuple[Paragraph, Prepared | None]] = {}
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

    # ------------------------------------------------------------------ lines

    def lines(
        self,
        inlines: Sequence[Inline],
        style: Style,
        measure: float,
        *,
        indent: float = 0.0,
        marks: Iterable[str] = (),
        more: Sequence[Atom] = (),
    ) -> SetText:
        """The lines of a paragraph; ``more`` are atoms that go on behind it in a look of their own."""
        styled = _with_lead_in(inlines) if style.lead_in else inlines
        atoms = self.smith.atoms(styled, style, hyphenate=style.hyphenate, marks=marks)
        if more and atoms:
            atoms = (*atoms[:-1], replace(atoms[-1], gap=" "), *more)
        elif more:
            atoms = tuple(more)
        if not atoms:
            return SetText(())
        prepared = prepare(atoms, self.smith.look(style), style.align)
        return self._set(prepared, inlines, style, measure, indent)

    def _set(
        self, prepared: Prepared, inlines: Sequence[Inline], style: Style, measure: float, indent: float
    ) -> SetText:
        text = set_text(prepared, measure - style.indent, indent=indent, level=style.balance)
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
        marks: Iterable[str] = (),
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

    def paragraph(
        self,
        paragraph: Paragraph,
        style: Style,
        measure: float,
        role: str,
        block: str,
        *,
        follows: bool,
        marks: Iterable[str] = (),
    ) -> tuple[Unit, ...]:
        """A paragraph as units that columns may part; one that ``follows`` another has its first line indented."""
        indent = style.first_indent if follows else 0.0
        prepared = self._prepared_once(paragraph, style, marks)
        if prepared is None:
            return ()
        text = self._set(prepared, paragraph.inlines, style, measure, indent)
        if style.leading != self.grid.leading:
            return (self.unit(text, style, role, block, paragraph.span),)
        units = line_units(text, self.grid, role, block, paragraph.span)
        before = 0 if follows and style.before == 0 else style.before
        units[0] = replace(units[0], before=before)
        units[-1] = replace(units[-1], after=style.after)
        return kept(units)

    def _prepared_once(self, paragraph: Paragraph, style: Style, marks: Iterable[str]) -> Prepared | None:
        """Break points serve every measure, so those of a paragraph are found once for a style."""
        key = (id(paragraph), style.name, style.size)
        if key not in self._prepared:
            atoms = self.smith.atoms(paragraph.inlines, style, hyphenate=style.hyphenate, marks=marks)
            prepared = prepare(atoms, self.smith.look(style), style.align) if atoms else None
            self._prepared[key] = (paragraph, prepared)  # the paragraph is kept, lest its id be given to another
        return self._prepared[key][1]


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
