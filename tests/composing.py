"""Articles set in type for tests to look at: a layout with initials and end marks, galleys, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.galley import Body, Galley, Tongue, Typesetter, Unit
from pipeline.layout import Layout
from pipeline.page import Segment, TextItem
from tests.issue_desk import LAYOUT, Desk

LEADING = 12.0
SIZE = 10.0
MEASURE = 240.0
WORDS = "members agreed to meet again before the winter and to bring along their papers on trade, finance and roads "
SMALL_TYPE = "{font: text, weight: 400, size: 8pt, leading: 10pt, colour: ink, before: 1}"


def styled(desk: Desk, extra: str = "", body: str = "align: justify, hyphenate: true, first_indent: 12pt") -> Desk:
    """The desk with a layout whose text is justified, with a style for initials and what else is asked for."""
    plain = "{font: text, weight: 400, size: 10pt, colour: ink}"
    text = LAYOUT.replace(f"  body: {plain}", f"  body: {plain[:-1]}, {body}}}")
    text = text.replace(f"  note: {plain}", f"  note: {SMALL_TYPE}")
    text = text.replace(f"  list: {plain}", f"  list: {plain[:-1]}, indent: 12pt, first_indent: 8pt}}")
    return desk.write("layouts/plain/layout.yaml", f"{text}  initial: {plain}\n{extra}\n")


def with_initials(desk: Desk, lines: int = 3, more: str = "small_caps: 3") -> Desk:
    """The desk with a layout whose articles begin with a letter of so many lines."""
    return styled(desk, f"drop_cap: {{lines: {lines}, style: initial, {more}}}")


def galley(desk: Desk, body: str, measure: float = MEASURE, *, signed: bool = False) -> Galley:
    """The article's body in the desk's layout."""
    article = desk.body(body).issue().sections[0].articles[0]
    return Body(Typesetter(layout(desk), Tongue("en-GB")), article, measure, signed=signed).galley()[0]


def layout(desk: Desk) -> Layout:
    """The desk's layout."""
    found = desk.issue().layout
    assert found
    return found


def lines(units: Iterator[Unit] | tuple[Unit, ...] | list[Unit]) -> list[TextItem]:
    """The lines of type in units, in their order."""
    return [item for unit in units for item in unit.items if isinstance(item, TextItem)]


def texts(units: Iterator[Unit] | tuple[Unit, ...] | list[Unit]) -> list[str]:
    """What they say."""
    return [item.line.text.strip() for item in lines(units)]


def ink(segment: Segment) -> tuple[float, float, float, float]:
    """Left, right, lowest and highest point of a segment's glyphs, from its origin, in points, y up."""
    scale, pen = segment.size / 1000, 0.0
    points = []
    for run, _ in segment.runs:
        for gid, _, advance, dx, dy in run.glyphs:
            points += [(pen + dx + x, dy + y) for contour in segment.face.outline(gid) for x, y in contour]
            pen += advance
    xs, ys = zip(*points, strict=True)
    return min(xs) * scale, max(xs) * scale, min(ys) * scale, max(ys) * scale
