"""Furniture: what a master puts on a page around the running text, as placed items.

A master is data; each of its elements becomes items here. Texts name fields in braces; a field that the page
does not have is a finding for the designer, and text that does not fit its frame is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Inline
from pipeline.colour import Swatch
from pipeline.diagnostic import Finding, Span
from pipeline.galley import Typesetter, Unit, depth, stacked
from pipeline.layout import ElementRecord, PageGeometry, Style
from pipeline.layout.records import FillRecord, RuleRecord
from pipeline.measure import Box
from pipeline.page import FillItem, Item, RuleItem

_FIELD = re.compile(r"\{([a-z_.0-9]+)\}")
ARTIFACT = "Artifact"


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
    role: str = ARTIFACT

    def swatch(self, name: str) -> Swatch:
        """A swatch of the layout; ``section`` is the colour of this part of the issue."""
        return self.section if name == "section" else self.setter.layout.swatch(name)

    def box(self, element: ElementRecord) -> Box:
        """Where the element stands."""
        return self.geometry.resolve(element.at, mirror=self.mirror)

    def wanted(self, element: ElementRecord) -> bool:
        """Whether the element's ``needs`` is met."""
        return not element.needs or bool(self.fields.get(element.needs, Field("")).text)

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
            value = self.fields.get(match[1])
            if value is None:
                known = ", ".join(sorted(self.fields))
                self.setter.findings.append(
                    Finding("E405", f"There is no field {{{match[1]}}} on this page.", span, f"There are: {known}.")
                )
            elif value.text:
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

    def text(self, element: ElementRecord, name: str) -> tuple[Item, ...]:
        """A text element: its paragraphs below each other, at the top, middle or foot of its box."""
        box = self.box(element)
        units: list[Unit] = []
        for index, (template, style_name, span) in enumerate(self.paragraphs(element)):
            inlines = self.inlines(template, span)
            if any(i.text.strip() for i in inlines) and self._has_fields(template):
                units.append(
                    self.setter.block(inlines, self.style(style_name), box.width, self.role, f"{name}/{index}")
                )
        units = [u for u in units if u.rows]
        if not units:
            return ()
        grid = self.setter.grid
        deep = grid.depth(depth(units))
        if deep > box.height + 0.5:
            message = f"The text does not fit its frame: it is {deep:.0f} points deep, the frame {box.height:.0f}."
            self.setter.findings.append(
                Finding("E501", message, element.span(), "Make the frame larger or the style smaller.")
            )
        slack = {"top": 0.0, "middle": (box.height - deep) / 2, "bottom": box.height - deep}[element.vertical]
        return stacked(units, grid, box.left, box.top + slack)

    def _has_fields(self, template: str) -> bool:
        """False when the template names fields and all of them are empty: then nothing is set."""
        names = _FIELD.findall(template)
        return not names or any(self.fields.get(n, Field("")).text for n in names)

    # ------------------------------------------------------------------ tints and rules

    def fill(self, record: FillRecord, box: Box) -> FillItem:
        """A tint."""
        fade = record.opacity if record.fade_to is None else record.fade_to
        return FillItem(box, self.swatch(record.swatch), record.opacity, fade, across=record.direction == "across")

    def rule(self, record: RuleRecord, box: Box) -> RuleItem:
        """A rule along an edge of the box."""
        x0, y0, x1, y1 = {
            "top": (box.left, box.top, box.right, box.top),
            "bottom": (box.left, box.bottom, box.right, box.bottom),
            "left": (box.left, box.top, box.left, box.bottom),
            "right": (box.right, box.top, box.right, box.bottom),
        }[record.edge]
        return RuleItem(x0, y0, x1, y1, record.weight, self.swatch(record.swatch))

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
