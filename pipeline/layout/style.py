"""Paragraph styles with everything that they inherit filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from pipeline.colour import Swatch
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.layout.records import SizeClassRecord, StyleRecord

Features = tuple[tuple[str, int], ...]

FIGURES: dict[str, tuple[str, ...]] = {
    "default": (),
    "old-style": ("onum", "pnum"),
    "lining": ("lnum", "pnum"),
    "tabular": ("lnum", "tnum"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. Lengths in points, space in rows, tracking in 1/1000 of the size."""

    name: str
    font: str
    weight: int
    bold_weight: int
    italic: bool
    size: float
    leading: float
    sizes: tuple[SizeClassRecord, ...]
    swatch: Swatch
    align: str
    indent: float
    first_indent: float
    before: int
    after: int
    word_space: float
    tracking: float
    case: str
    figures: str
    features: Features
    hyphenate: bool
    balance: bool
    lead_in: bool
    stand: str

    def sized_for(self, letters: int) -> Style:
        """The style in the size of its class for a text of so many letters; the last class holds for longer ones."""
        if not self.sizes:
            return self
        chosen = next((c for c in self.sizes if letters <= c.up_to), self.sizes[-1])
        return replace(self, size=chosen.size, leading=chosen.leading)


DEFAULTS = StyleRecord(
    font="text",
    weight=400,
    bold_weight=700,
    italic=False,
    size=9.5,
    colour="ink",
    align="left",
    indent=0.0,
    first_indent=0.0,
    before=0,
    after=0,
    word_space=1.0,
    tracking=0.0,
    case="none",
    figures="default",
    features=(),
    hyphenate=False,
    balance=False,
    lead_in=False,
    stand="first",
    sizes=(),
)


def resolve_styles(
    records: Mapping[str, StyleRecord], swatches: Mapping[str, Swatch], leading: float, fonts: frozenset[str]
) -> tuple[dict[str, Style], tuple[Finding, ...]]:
    """Every style, complete; with findings for circles and for names that are not defined (E402, E403)."""
    styles: dict[str, Style] = {}
    findings: list[Finding] = []
    for name in records:
        try:
            styles[name] = _complete(name, records, swatches, leading, fonts)
        except Fault as fault:
            findings.extend(fault.findings)
    return styles, tuple(dict.fromkeys(findings))  # what many inherit is told once


def _complete(
    name: str, records: Mapping[str, StyleRecord], swatches: Mapping[str, Swatch], leading: float, fonts: frozenset[str]
) -> Style:
    chain = _chain(name, records)
    values = _inherited(chain, records)
    swatch = swatches.get(values["colour"])
    if swatch is None:
        raise unknown("swatch", str(values["colour"]), swatches, _span_of("colour", chain, records))
    if values["font"] not in fonts:
        raise unknown("font role", str(values["font"]), dict.fromkeys(fonts), _span_of("font", chain, records))
    case = values["case"]
    features = dict.fromkeys(FIGURES[values["figures"]], 1)
    features.update({"smcp": 1, "c2sc": 1} if case == "small-caps" else {})
    features.update({f.removeprefix("-"): int(not f.startswith("-")) for f in values["features"]})
    if values["tracking"] and "liga" not in features:
        features["liga"] = 0  # a ligature would close up what letterspacing opens
    return Style(
        name=name,
        swatch=swatch,
        features=tuple(sorted(features.items())),
        leading=values["leading"] or leading,
        **{k: values[k] for k in Style.__slots__ if k not in {"name", "swatch", "features", "leading"}},
    )


def _chain(name: str, records: Mapping[str, StyleRecord]) -> list[str]:
    """The style and all that it is based on, nearest first."""
    chain: list[str] = []
    while name:
        if name in chain:
            raise _circle(chain[chain.index(name) :], records)
        if name not in records:
            raise unknown("style", name, records, records[chain[-1]].span("based_on"))
        chain.append(name)
        name = records[name].based_on
    return chain


def _span_of(key: str, chain: list[str], records: Mapping[str, StyleRecord]) -> Span | None:
    """Where the value that a style has for ``key`` was written: in itself, or in what it is based on."""
    giver = next((name for name in chain if getattr(records[name], key) is not None), chain[0])
    return records[giver].span(key)


def _inherited(chain: list[str], records: Mapping[str, StyleRecord]) -> dict[str, Any]:
    """The values of the nearest that gives one."""
    values: dict[str, Any] = DEFAULTS.model_dump()
    values["sizes"], values["leading"] = (), None
    for ancestor in reversed(chain):
        record = records[ancestor]
        values.update({k: getattr(record, k) for k in StyleRecord.model_fields if getattr(record, k) is not None})
        if record.size is not None and record.sizes is None:
            values["sizes"] = ()
    return values


def _circle(members: list[str], records: Mapping[str, StyleRecord]) -> Fault:
    """The same for whatever style led into the circle: told at the member that stands first in the layout."""
    first = members.index(next(name for name in records if name in members))
    ring = [*members[first:], *members[:first]]
    message = f"Styles inherit in a circle: {' → '.join([*ring, ring[0]])}."
    return Fault(Finding("E403", message, records[ring[0]].span("based_on"), "Let one of them stand alone."))


def unknown(kind: str, name: str, known: Mapping[str, object], span: Span | None) -> Fault:
    """A fault for a name that the layout does not define, with the nearest one that it does."""
    near = get_close_matches(name, list(known), 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sorted(known))}."
    return Fault(Finding("E402", f"The layout has no {kind} {name!r}.", span, hint))
