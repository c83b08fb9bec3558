"""Furniture: what a master puts on a page around the running text, as placed items.

A master is data; each of its elements becomes items here. Texts name fields in braces, which the layout has
proved to be there. Text that does not fit its frame, or cannot be set well in it, is a finding for the designer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pipeline.article import Inline
from pipeline.colour import Swatch
from pipeline.diagnostic import Finding, Span
from pipeline.galley import Typesetter, Unit, depth, stacked
from pipeline.layout import ElementRecord, PageGeometry, Style
from pipeline.layout.records import FillRecord, RuleRecord
from pipeline.measure import Box
from pipeline.page import PAGINATION, FillItem, Item, RuleItem

ARTICLES = "article"  # the master of their pages
_FIELD = re.compile(r"\{([a-z_.0-9]+)\}")
HEADINGS = {
    "cover": "publication.title",
    "contents": "word.contents",
    "foreword": "foreword.title",
    "opener": "section.title",
    "gallery": "gallery.title",
}
"""The field of each master that is the heading of its part of the issue."""
MASTHEAD = "masthead"


@dataclass(frozen=True, slots=True)
class Field:
    """What stands for a field: a text, where it was written, and where it leads."""

    text: str
    span: Span | None = None
    href: str = ""


Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to set furniture on one side of a spread, in the colour of one section."""

    setter: Typesetter
    geometry: PageGeometry
    fields: Fields
    section: Swatch
    mirror: bool
    master: str = ARTICLES

    def role(self, element: ElementRecord, template: str) -> str:
        """What a text is in the structure of the document: what is around articles is there for the eye alone."""
        if element.running or self.master == ARTICLES or "folio" in _FIELD.findall(template):
            return PAGINATION
        return "H1" if HEADINGS.get(self.master, "") in _FIELD.findall(template) else "P"

    def named(self, element: ElementRecord, name: str) -> str:
        """The name for the blocks of a text element, which tells what is about the publisher from the rest."""
        fields = (field for text, *_ in self.paragraphs(element) for field in _FIELD.findall(text))
        return f"{MASTHEAD}/{name}" if any(field.startswith(f"{MASTHEAD}.") for field in fields) else name

    def swatch(self, name: str) -> Swatch:
        """A swatch of the layout; ``section`` is the colour of this part of the issue."""
        return self.section if name == "section" else self.setter.layout.swatch(name)

    def box(self, element: ElementRecord) -> Box:
        """Where the element stands."""
        return self.geometry.resolve(element.at, mirror=self.mirror)

    def wanted(self, element: ElementRecord) -> bool:
        """Whether the element's ``needs`` is met."""
        return not element.needs or bool(self.fields[element.needs].text)

    def style(self, name: str) -> Style:
        """A style, its ``section`` colour and its outside or inside alignment made real."""
        style = self.setter.within(self.section).style(name)
        if style.align in {"outside", "inside"}:
            outward = "left" if self.geometry.left_hand else "right"
            inward = "right" if self.geometry.left_hand else "left"
            style = replace(style, align=outward if style.align == "outside" else inward)
        return style

    # ------------------------------------------------------------------ text

    def inlines(self, template: str, span: Span | None) -> tuple[Inline, ...]:
        """The template's text with its fields filled in; each keeps the place it was written at."""
        inlines: list[Inline] = []
        place = 0
        for match in _FIELD.finditer(template):
            if match.start() > place:
                inlines.append(Inline(template[place : match.start()], span or Span("")))
            value = self.fields[match[1]]
            if value.text:
                inlines.append(Inline(value.text, value.span or span or Span(""), href=value.href))
            place = match.end()
        if place < len(template):
            inlines.append(Inline(template[place:], span or Span("")))
        return tuple(inlines)

    def paragraphs(self, element: ElementRecord) -> list[tuple[str, str, Span | None]]:
        """(template, style, place) of each paragraph of a text element."""
        if element.paragraphs:
            return [(p.text, p.style, p.span("text")) for p in element.paragraphs]
        return [(element.text or "", element.style, element.span("text"))]

    @contextmanager
    def framed(self, element: ElementRecord) -> Iterator[None]:
        """While the element is set: its frame is the designer's, and so are lines that come out badly in it (W509)."""
        findings, begun = self.setter.findings, len(self.setter.findings)
        yield
        hint = "Make its frame wider or its style smaller; justified lines want more width than ragged ones."
        findings[begun:] = [
            replace(f, code="W509", span=element.span(), hint=hint) if f.code == "W502" else f for f in findings[begun:]
        ]

    def text(self, element: ElementRecord, name: str) -> tuple[Item, ...]:
        """A text element: its paragraphs below each other, at the top, middle or foot of its box."""
        box = self.box(element)
        units: list[Unit] = []
        for index, (template, style_name, span) in enumerate(self.paragraphs(element)):
            inlines = self.inlines(template, span)
            if any(i.text.strip() for i in inlines) and self._has_fields(template):
                style, own = self.style(style_name), f"{self.named(element, name)}/{index}"
                with self.framed(element):
                    role = self.role(element, template)
                    units.append(self.setter.block(inlines, style, box.width, role, own))
        units = [u for u in units if u.rows]
        if not units:
            return ()
        grid = self.setter.grid
        deep = grid.depth(depth(units))
        if deep > box.height + 0.5:
            message = (
                f"The text does not fit its frame: it is {self.rows(deep)} deep, the frame {self.rows(box.height)}."
            )
            self.setter.findings.append(
                Finding("E501", message, element.at.span(), "Make the frame larger or the style smaller.")
            )
        slack = {"top": 0.0, "middle": (box.height - deep) / 2, "bottom": box.height - deep}[element.vertical]
        return stacked(units, grid, box.left, box.top + slack)

    def rows(self, points: float) -> str:
        """A depth as a designer counts it, ``9 rows (40 mm)``; of a frame, the rows that fit into it."""
        grid = self.setter.grid
        rows = grid.rows_for(points)
        whole = rows if grid.depth(rows) <= points + 0.5 else rows - 1
        return f"{whole} row{'' if whole == 1 else 's'} ({points * 25.4 / 72:.0f} mm)"

    def _has_fields(self, template: str) -> bool:
        """False when the template names fields and all of them are empty: then nothing is set."""
        names = _FIELD.findall(template)
        return not names or any(self.fields[n].text for n in names)

    # ------------------------------------------------------------------ tints and rules

    def fill(self, record: FillRecord, box: Box) -> FillItem:
        """A tint."""
        fade = record.opacity if record.fade_to is None else record.fade_to
        across = record.direction == "across"
        return FillItem(box, self.swatch(record.swatch), record.opacity, fade, across, record.span())

    def rule(self, record: RuleRecord, box: Box) -> RuleItem:
        """A rule along an edge of the box."""
        x0, y0, x1, y1 = {
            "top": (box.left, box.top, box.right, box.top),
            "bottom": (box.left, box.bottom, box.right, box.bottom),
            "left": (box.left, box.top, box.left, box.bottom),
            "right": (box.right, box.top, box.right, box.bottom),
        }[record.edge]
        return RuleItem(x0, y0, x1, y1, record.weight, self.swatch(record.swatch), record.span())

    def simple(self, elements: Sequence[ElementRecord], name: str) -> Iterator[Item]:
        """Items of the elements that need nothing but fields: tints, rules and texts."""
        for index, element in enumerate(elements):
            if not self.wanted(element):
                continue
            if element.fill:
                yield self.fill(element.fill, self.box(element))
            if element.rule:
                yield self.rule(element.rule, self.box(element))
            if element.text is not None or element.paragraphs:
                yield from self.text(element, f"{name}/{index}")
