"""What a printer would object to in the pages of a press edition, in the words of those who can put it right.

Photos whose colours nobody gave a meaning, small type and thin rules in more than two inks, supplied pages in a
screen's colours, one spot colour in two mixtures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.colour import Swatch
from pipeline.diagnostic import Finding, Span
from pipeline.issue import Issue
from pipeline.page import Makeup, Page, PictureItem, RuleItem, SuppliedItem, TextItem
from pipeline.press.prepare import SMALL_TYPE, THIN_RULE
from pipeline.supplied.colours import screen_colours

MOST_PLATES = 2
SHOWN = 3


def findings_of(issue: Issue, makeup: Makeup) -> Iterator[Finding]:
    """Everything found in a prepared makeup: A725, W726 to W728, and E723."""
    yield from _unmeant(issue, makeup)
    yield from _small(issue, makeup)
    yield from _spots(issue)
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, SuppliedItem):
                yield from _supplied(issue, page, item)


# ---------------------------------------------------------------------- photos


def _unmeant(issue: Issue, makeup: Makeup) -> Iterator[Finding]:
    """A725: photos that do not say what their numbers mean, all of one kind in one finding."""
    items = [item for page in makeup.pages for item in page.items if isinstance(item, PictureItem)]
    places = {item.picture: item.span for item in reversed(items)}
    for mode, taken in (("rgb", "sRGB was assumed"), ("cmyk", "their inks are printed as they are")):
        names = [n for n in places if issue.pictures[n].mode == mode and issue.pictures[n].icc is None]
        if names:
            names.reverse()
            listed = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
            count = "1 photo has" if len(names) == 1 else f"{len(names)} photos have"
            message = f"{count} no colour profile; {taken}: {listed}."
            hint = "Export photos with their profile embedded."
            yield Finding("A725", message, places[names[0]], hint)


# ---------------------------------------------------------------------- small type and thin rules


@dataclass(frozen=True, slots=True)
class _Fine:
    """Where a swatch is smallest: its size, the page, and what stands there."""

    swatch: Swatch
    size: float
    page: Page
    text: str


def _small(issue: Issue, makeup: Makeup) -> Iterator[Finding]:
    """W726 and W727, each swatch once, where it is smallest."""
    type_, rules = dict[str, _Fine](), dict[str, _Fine]()
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                for one in item.line.segments:
                    if one.size < SMALL_TYPE:
                        _note(type_, _Fine(one.swatch, one.size, page, item.line.text))
            elif isinstance(item, RuleItem) and item.weight < THIN_RULE:
                _note(rules, _Fine(item.swatch, item.weight, page, ""))
    hint = "Give the swatch inks for it, two at most, as in fine: [0, 0, 0, 80]; or choose another colour."
    for fine in type_.values():
        inks = _said(fine.swatch)
        message = f"Type of {fine.size:g} pt in {inks}: its edges will show colours (“{fine.text.strip()}”)."
        yield Finding("W726", message, _written(issue, fine.swatch), hint, fine.page.folio or str(fine.page.number))
    for fine in rules.values():
        message = f"A rule of {fine.size:g} pt in {_said(fine.swatch)}: its edges will show colours."
        yield Finding("W727", message, _written(issue, fine.swatch), hint, fine.page.folio or str(fine.page.number))


def _note(found: dict[str, _Fine], fine: _Fine) -> None:
    name = fine.swatch.name
    if fine.swatch.plates > MOST_PLATES and (name not in found or fine.size < found[name].size):
        found[name] = fine


def _said(swatch: Swatch) -> str:
    inks = " ".join(f"{100 * part:g}" for part in swatch.cmyk)
    return f"{swatch.name!r}, of {swatch.plates} inks ({inks})"


def _written(issue: Issue, swatch: Swatch) -> Span | None:
    """Where the layout says of which inks the swatch is."""
    record = issue.layout.record.palette.get(swatch.name) if issue.layout else None
    return record.span("cmyk") if record else None


# ---------------------------------------------------------------------- spot colours


def _spots(issue: Issue) -> Iterator[Finding]:
    """W728: a spot colour that two swatches mix differently."""
    first: dict[str, tuple[str, object]] = {}
    for name, record in (issue.layout.record.palette if issue.layout else {}).items():
        if record.spot:
            other, inks = first.setdefault(record.spot, (name, record.cmyk))
            if inks != record.cmyk:
                message = f"{record.spot!r} has other inks in {name!r} than in {other!r}; a plate has one look."
                yield Finding("W728", message, record.span("cmyk"), "Give both swatches the same cmyk.")


# ---------------------------------------------------------------------- supplied pages


def _supplied(issue: Issue, page: Page, item: SuppliedItem) -> Iterator[Finding]:
    """E723: what else a printer would object to in supplied pages is told when the issue is checked."""
    if screen_colours(issue.files[item.file].read_bytes(), item.page - 1).device:
        name = issue.supplied[item.file, item.page].called(item.file)
        message = f"{name} is in RGB, the colours of a screen, which no plate prints."
        hint = "Ask the advertiser for a PDF/X-4 in CMYK."
        yield Finding("E723", message, item.span, hint, page.folio or str(page.number))
