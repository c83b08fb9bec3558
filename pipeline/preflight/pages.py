"""Checks of pages as a printer binds and cuts them: their number, their size, and the bleed around them.

A page without a trim has the size that a viewer shows, and no bleed that could be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pikepdf

from pipeline.diagnostic import Severity
from pipeline.measure import MM
from pipeline.preflight.boxes import bleed_of, first_size, size_of, trim_of
from pipeline.preflight.opened import Opened, said
from pipeline.preflight.values import Check, Measure, Trouble

NEAR = 0.1  # points
NO_TRIM = "no TrimBox"


def has_trims(file: Opened) -> bool:
    """Whether any page says where it is cut."""
    return any(trim_of(page) for page in file.pages)


def _count(file: Opened) -> Iterator[Trouble]:
    of = file.profile.pages.multiple_of
    if of > 1 and len(file.pages) % of:
        message = "The pages cannot be bound: their number does not divide."
        yield Trouble(message, value=str(len(file.pages)), limit=f"a multiple of {of}", severity=Severity.WARNING)


def _number(file: Opened) -> Measure:
    of = file.profile.pages.multiple_of
    return Measure(str(len(file.pages)), f"a multiple of {of}" if of > 1 else "")


def _sizes(file: Opened) -> Iterator[Trouble]:
    """Pages of one size, upright and in points; a spread, which is as wide as two, is of another size."""
    first: tuple[float, float] | None = None
    for number, page in enumerate(file.pages, 1):
        size, unit = size_of(page), page.obj.get("/UserUnit", 1)
        if size is not None and not file.profile.pages.mixed:
            first = first or size
            if any(abs(a - b) > NEAR for a, b in zip(size, first, strict=True)):
                value, limit = (" × ".join(f"{n:.1f}" for n in one) + " pt" for one in (size, first))
                yield Trouble("A page is of another size than the first.", number, None, value, limit)
        if turn := page.rotation % 360:
            yield Trouble("A page is turned.", number, value=f"{turn}°", limit="0°")
        if unit != 1:
            message = "A page counts in units of its own (UserUnit), and what is measured on it is not what is printed."
            yield Trouble(message, number, value=said(unit), limit="1")


def _size(file: Opened) -> Measure | None:
    """The size of the first page, and whether that is its trim."""
    measure = first_size(file)
    if measure is None or trim_of(file.pages[0]):
        return measure
    return replace(measure, value=f"{measure.value} ({NO_TRIM})")


def _room_of(page: pikepdf.Page) -> float | None:
    """How far the bleed of a page reaches on the side where it is least; None where nothing says where it is cut."""
    trim, bleed = trim_of(page), bleed_of(page)
    if trim is None or bleed is None:
        return None
    return min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])


def _millimetres(length: float) -> str:
    return f"{round(length / MM, 3) + 0.0:.3g} mm"  # what is nought has no sign


def _least_room(file: Opened) -> Measure | None:
    rooms = [_room_of(page) for page in file.pages]
    wanted = _millimetres(file.profile.pages.bleed)
    known = [room for room in rooms if room is not None]
    if len(known) < len(rooms):
        return Measure("unknown", wanted)
    return Measure(_millimetres(min(known)), wanted) if known else None


def _room(file: Opened) -> Iterator[Trouble]:
    wanted = file.profile.pages.bleed
    for number, page in enumerate(file.pages, 1):
        room, limit = _room_of(page), _millimetres(wanted)
        if room is None and wanted > 0:
            yield Trouble(
                "A page does not say where it is cut, so that its bleed is unknown.", number, None, NO_TRIM, limit
            )
        elif room is not None and room < wanted - 0.05:
            yield Trouble("A page has too little bleed.", number, None, _millimetres(room), limit)


def _of(key: str) -> tuple[tuple[str, str], ...]:
    return (("press", f"pages.{key}"),)


CHECKS = (
    Check("page-count", "The pages can be bound", _of("multiple_of"), _count, measure=_number),
    Check("page-sizes", "Pages are of one size", _of("mixed"), _sizes, measure=_size),
    Check("bleed-room", "Pages have bleed", _of("bleed"), _room, measure=_least_room),
)
