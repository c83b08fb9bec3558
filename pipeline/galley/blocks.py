"""The body of an article as a galley: every block of its Markdown as units, in order, each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.article import (
    Article,
    Block,
    Break,
    Cell,
    Inline,
    ItemList,
    Note,
    Panel,
    Paragraph,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
    block_at,
    label_of,
    pulls_of,
    with_pull_alone,
)
from pipeline.diagnostic import Span
from pipeline.galley.initial import opening
from pipeline.galley.notes import mark_anchor, note_anchor, note_numbers, with_notes
from pipeline.galley.parts import PullUnits
from pipeline.galley.passage import Passage
from pipeline.galley.setter import Typesetter
from pipeline.galley.tables import table_units
from pipeline.galley.units import Galley, Unit, depth, merged, stacked
from pipeline.galley.words import Mark, Part
from pipeline.layout import Style
from pipeline.measure import Box
from pipeline.page import AnchorItem, FillItem, Item, RuleItem

BULLET = "•"
SALUTATION = 60  # letters of the longest
HANG = 0.45  # white between the label of an item and its text, in ems


@dataclass(frozen=True, slots=True)
class PhotoSlot:
    """A place in the text where a photo must stand."""

    file: str
    index: int


class Body:
    """Sets the body of one article to one measure. One that is ``signed`` ends without the layout's end mark."""

    def __init__(
        self, setter: Typesetter, article: Article, measure: float, style: str = "body", *, signed: bool = False
    ) -> None:
        self.setter, self.article, self.measure, self.style = setter, article, measure, style
        self.first = _first(article.blocks)
        self.last = None if signed else _last(article.blocks)
        self.numbers = note_numbers(article)
        self.slots: list[PhotoSlot] = []

    def galley(self) -> tuple[Galley, tuple[PhotoSlot, ...]]:
        """The units, and before which of them the photos that have a fixed place stand."""
        units: list[Unit] = []
        follows = False
        for block in self.article.blocks:
            if isinstance(block, PhotoPlace):
                self.slots.append(PhotoSlot(block.file, len(units)))
                continue
            units.extend(self._block(block, self.style, self.measure, follows=follows))
            follows = isinstance(block, Paragraph)
        style = self.setter.style("note")
        units = with_notes(units, self._notes(style), self.article.path, style, self.setter.grid, self.measure)
        return Galley.of(units, self.measure), tuple(self.slots)

    def _block(self, block: Block, style_name: str, measure: float, *, follows: bool) -> Sequence[Unit]:  # noqa: PLR0911 - one for each kind
        setter = self.setter
        match block:
            case Paragraph():
                return self._paragraph(block, setter.style(style_name), measure, "P", follows=follows)
            case Subhead():
                style = setter.style("subhead")
                part = (f"H{min(block.level + 1, 6)}", self._name(block.span))
                unit = self._passage(block.inlines, style, measure, part)
                return (replace(unit, breakable=False, kind="subhead"),)
            case ItemList():
                return self._list(block, style_name, measure)
            case Quotation():
                return self._quotation(block, measure)
            case Table():
                return table_units(setter, block, measure, partial(self._cell, block))
            case Pull():
                return (self._pull(block, measure),)
            case Panel():
                return (self._panel(block, measure),)
            case Break():
                return (Unit(1, (), breakable=False, kind="space", span=block.span),)
            case PhotoPlace():
                return ()

    def _paragraph(
        self, block: Paragraph, style: Style, measure: float, role: str, *, follows: bool
    ) -> tuple[Unit, ...]:
        """A paragraph, with an initial where the article begins and with the end mark where it ends."""
        marks = tuple(self._marks(block.inlines))
        ornament = self._end_mark(style) if block is self.last else ()
        name = self._name(block.span)
        passage = Passage(block, style, measure, role, name, marks, ornament, follows, block is self.first)
        units = opening(self.setter, passage) if passage.opens else ()
        return units or self.setter.paragraph(replace(passage, opens=False))

    def _end_mark(self, style: Style) -> tuple[Part, ...]:
        record = self.setter.layout.record.end_mark
        if record is None:
            return ()
        return self.setter.smith.ornament(record.text, replace(style, swatch=self.setter.swatch(record.colour)))

    # ------------------------------------------------------------------ lists and quotations

    def _list(self, block: ItemList, style_name: str, measure: float) -> list[Unit]:
        """The items with their labels hanging; neither the first line of all nor the last is ever alone."""
        own, base = self.setter.style("list"), self.setter.style(style_name)
        nested = replace(base, indent=base.indent + own.indent, hyphenate=own.hyphenate)
        style = own if style_name == self.style else nested
        labels = [f"{block.start + index}." if block.ordered else BULLET for index in range(len(block.items))]
        widest = max((self._label_width(label, style) for label in labels), default=0.0)
        style = replace(style, indent=max(style.indent, widest + HANG * style.size))
        units: list[Unit] = []
        for label, item in zip(labels, block.items, strict=True):
            inner = self._item(item, style, style_name, measure)
            if inner:
                drawn = self._label(label, style, block.span, label_of(self.article.path, item))
                inner[0] = replace(inner[0], items=(*drawn, *inner[0].items))
            units.extend(replace(u, before=0, after=0, passage=None) for u in inner)
        for index in {0, len(units) - 2} if len(units) > 1 else ():
            units[index] = replace(units[index], breakable=False)
        if units:
            units[0] = replace(units[0], before=own.before)
            units[-1] = replace(units[-1], after=own.after)
        return units

    def _item(self, item: Sequence[Block], style: Style, style_name: str, measure: float) -> list[Unit]:
        units: list[Unit] = []
        for index, part in enumerate(item):
            if isinstance(part, Paragraph):
                follows = index > 0 and isinstance(item[index - 1], Paragraph)
                units.extend(self._paragraph(part, style, measure, "LBody", follows=follows))
            else:
                inner = self._block(part, style_name, measure - style.indent, follows=False)
                units.extend(_shifted(unit, style.indent) for unit in inner)
        return units

    def _label_width(self, label: str, style: Style) -> float:
        return self.setter.smith.look(style).shape(label).width

    def _label(self, label: str, style: Style, span: Span, name: str) -> tuple[Item, ...]:
        flush = replace(style, indent=0.0, align="left")
        text = self.setter.plain(label, flush, style.indent + style.size, span)
        x = style.indent - HANG * style.size - text.lines[0].line.width
        return tuple(item.moved(x, 0.0) for item in self.setter.unit(text, style, "Lbl", name, span).items)

    def _quotation(self, block: Quotation, measure: float) -> list[Unit]:
        style = self.setter.style("quotation")
        units: list[Unit] = []
        for index, part in enumerate(block.blocks):
            follows = index > 0 and isinstance(block.blocks[index - 1], Paragraph)
            units.extend(self._block(part, "quotation", measure, follows=follows))
        if units:
            units[0] = replace(units[0], before=style.before)
            units[-1] = replace(units[-1], after=style.after)
        return units

    # ------------------------------------------------------------------ pull quotes and boxes

    def _pull(self, block: Pull, measure: float) -> Unit:
        style = self.setter.style("pull")
        units: list[Unit] = []
        for part in block.blocks:
            if isinstance(part, Paragraph):
                units.append(self._passage(part.inlines, style, measure, ("Aside", self._name(part.span))))
            else:
                units.extend(self._block(part, "pull", measure, follows=False))
        whole = merged(units, self.setter.grid, kind="pull", before=style.before, after=style.after)
        above = -self.setter.grid.leading * 0.55
        rule = RuleItem(0.0, above, measure, above, 0.75, style.swatch, block.span)
        return replace(whole, items=(rule, *whole.items), span=block.span)

    def _panel(self, block: Panel, measure: float) -> Unit:
        """A box on a tint, if the layout has one, a row of it above and below the text; never cut."""
        grid, style = self.setter.grid, self.setter.style("panel")
        inset = style.indent or grid.gutter
        inner = measure - 2 * inset
        units: list[Unit] = []
        if block.title:
            title = replace(self.setter.style("panel_title"), indent=0.0)
            units.append(self._passage(block.title, title, inner, ("H4", self._name(block.span, "title"))))
        flush = replace(style, indent=0.0)
        for part in block.blocks:
            if isinstance(part, Paragraph):
                units.extend(self._paragraph(part, flush, inner, "P", follows=False))
            else:
                units.extend(self._block(part, "panel", inner, follows=False))
        rows = depth(units) + 2
        half = grid.leading / 2
        ground = Box(0.0, half, measure, grid.depth(rows) - grid.leading + half * 0.6)
        tint = self.setter.layout.swatches.get("tint")
        below = (FillItem(ground, tint, span=block.span),) if tint else ()
        items = (*below, *stacked(units, grid, inset, grid.leading))
        return Unit(rows, items, max(style.before - 1, 0), max(style.after - 1, 0), kind="panel", span=block.span)

    # ------------------------------------------------------------------ notes

    def _notes(self, style: Style) -> dict[str, Unit]:
        """The footnotes by their numbers, in the order of these."""
        in_order = sorted(self.article.notes, key=lambda n: self.numbers.get(n.label, len(self.numbers) + 1))
        return {str(self.numbers.get(note.label, note.label)): self._note(note, style) for note in in_order}

    def _note(self, note: Note, style: Style) -> Unit:
        """The number and the paragraphs that follow it as one; then what else the note holds."""
        count = next((i for i, p in enumerate(note.blocks) if not isinstance(p, Paragraph)), len(note.blocks))
        lead = [p.inlines for p in note.blocks[:count] if isinstance(p, Paragraph)]
        number = str(self.numbers.get(note.label, note.label))
        back = f"#{mark_anchor(self.article.path, number)}" if note.label in self.numbers else ""
        inlines = [
            Inline(f"{number} ", note.span, href=back),
            *(i for index, p in enumerate(lead) for i in ((*_blank(index, note.span), *p))),
        ]
        units = [self._passage(inlines, style, self.measure, ("Note", self._name(note.span, "note")))]
        for part in note.blocks[count:]:
            if isinstance(part, Paragraph):
                units.append(self._passage(part.inlines, style, self.measure, ("Note", self._name(part.span))))
            else:
                units.extend(self._block(part, "note", self.measure, follows=False))
        whole = merged(units, self.setter.grid, kind="note", before=style.before, after=style.after)
        anchor = AnchorItem(note_anchor(self.article.path, number), 0.0)
        return replace(whole, items=(anchor, *whole.items))

    def _cell(self, table: Table, cell: Cell, style: Style, measure: float, part: tuple[str, str]) -> Unit:
        role, place = part
        return self._passage(cell, style, measure, (role, self._name(table.span, place)))

    def _passage(self, inlines: Sequence[Inline], style: Style, measure: float, part: tuple[str, str]) -> Unit:
        """A passage as one unit that is not cut, its footnote marks numbered; ``part`` is its role and its name."""
        return self.setter.block(inlines, style, measure, *part, marks=self._marks(inlines))

    def _marks(self, inlines: Sequence[Inline]) -> Iterator[Mark]:
        """The marks of a passage; each leads to its note, if that is there."""
        for label in (i.note for i in inlines if i.note):
            number = str(self.numbers.get(label, label))
            there = any(note.label == label for note in self.article.notes)
            yield Mark(number, f"#{note_anchor(self.article.path, number)}" if there else "")

    def _name(self, span: Span, part: str = "") -> str:
        return block_at(self.article.path, span, part)


def pull_units(setter: Typesetter, article: Article, number: int, width: float) -> PullUnits:
    """A pull quote of an article, by its number among them, ``width`` points wide."""
    alone = with_pull_alone(article, pulls_of(article)[number])
    galley, _ = Body(setter, alone, width).galley()
    return PullUnits(merged(galley.units, setter.grid, kind="pull"), width, number, Unit(0, ()))


def relined(setter: Typesetter, passage: Passage, count: int) -> tuple[Unit, ...]:
    """A passage in ``count`` lines; nothing where that does not set well."""
    return opening(setter, passage, count) if passage.opens else setter.relined(passage, count)


def _blank(index: int, span: Span) -> tuple[Inline, ...]:
    return (Inline(" ", span),) if index else ()


def _shifted(unit: Unit, x: float) -> Unit:
    return replace(unit, items=tuple(item.moved(x, 0.0) for item in unit.items))


def _first(blocks: Sequence[Block]) -> Paragraph | None:
    """The paragraph that the text begins with; a salutation goes before it."""
    match blocks:
        case [Paragraph() as salutation, Paragraph() as paragraph, *_] if _is_salutation(salutation):
            return paragraph
        case [Paragraph() as paragraph, *_]:
            return paragraph
    return None


def _is_salutation(paragraph: Paragraph) -> bool:
    text = "".join(inline.text for inline in paragraph.inlines).rstrip()
    return len(text) <= SALUTATION and text.endswith((",", "!", ":"))


def _last(blocks: Sequence[Block]) -> Paragraph | None:
    """The paragraph that the running text ends with; boxes, pull quotes and photos may come after it."""
    for block in reversed(blocks):
        match block:
            case Paragraph():
                return block
            case ItemList():
                return _last(block.items[-1]) if block.items else None
            case Quotation():
                return _last(block.blocks)
            case Table() | Subhead():
                return None
    return None
