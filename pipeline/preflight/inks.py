"""Colours as inks: how much of each plate a colour of a content stream asks for, and in which kind of space.

Process inks are shares from 0 to 1 in the order cyan, magenta, yellow, black; spot inks have names. What a press does
not print (RGB, Lab) has no inks and says so by its kind. Words come from ISO 32000-1, 8.6.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf

from pipeline.preflight.opened import Unreadable, bytes_of, entries_of, integer_of, items_of, names_of

PROCESS = ("/Cyan", "/Magenta", "/Yellow", "/Black")
NO_INK = (0.0, 0.0, 0.0, 0.0)
SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
KINDS = {
    "/DeviceGray": ("grey", 1),
    "/CalGray": ("grey", 1),
    "/DeviceCMYK": ("cmyk", 4),
    "/DeviceRGB": ("rgb", 3),
    "/CalRGB": ("calibrated", 3),
    "/Lab": ("calibrated", 3),
    "/Pattern": ("pattern", 0),
}
PROFILED = {1: ("grey", 1), 3: ("calibrated", 3), 4: ("cmyk", 4)}
SCREEN = frozenset({"rgb", "calibrated"})
TRACE = 0.005  # less is no ink


class Ink(NamedTuple):
    """A colour: its kind of space, its process inks, its spot inks, and whether it is on every plate there is."""

    kind: str = "grey"
    process: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 1.0)
    spots: tuple[tuple[str, float], ...] = ()
    every: bool = False

    @property
    def total(self) -> float:
        """All its inks together, in per cent."""
        return 100 * (sum(self.process) + sum(share for _, share in self.spots))

    @property
    def plates(self) -> int:
        """How many inks it is printed in."""
        return sum(share > TRACE for share in (*self.process, *(share for _, share in self.spots)))

    @property
    def only_black(self) -> bool:
        """Full black, and no other ink."""
        return self.process[3] > 1 - TRACE and self.plates == 1

    @property
    def white(self) -> bool:
        """No ink, as far as a press prints the colour at all."""
        return self.kind not in SCREEN and self.kind != "pattern" and not self.plates

    def __str__(self) -> str:
        if self.kind in SCREEN:
            return "RGB" if self.kind == "rgb" else "RGB or Lab with a profile"
        parts = [f"{100 * share:.0f} {name}" for share, name in zip(self.process, "CMYK", strict=True) if share > TRACE]
        parts += [f"{100 * share:.0f} {name}" for name, share in self.spots]
        return "every plate" if self.every else ", ".join(parts) or "no ink"


class Space(NamedTuple):
    """A colour space: its kind, how many numbers a colour has, the names of its inks, and an index's table."""

    kind: str
    parts: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""

    def ink(self, numbers: Sequence[float]) -> Ink:
        """The colour of these numbers; missing ones are nought."""
        given = [*numbers, *(0.0 for _ in range(self.parts - len(numbers)))][: self.parts]
        if self.base is not None:
            at = max(0, int(given[0])) * self.base.parts
            return self.base.ink([byte / 255 for byte in self.table[at : at + self.base.parts]])
        if self.kind == "grey":
            return Ink("grey", (0.0, 0.0, 0.0, 1 - given[0]))
        if self.kind == "cmyk":
            return Ink("cmyk", (given[0], given[1], given[2], given[3]))
        if self.kind != "spot":
            return Ink(self.kind, NO_INK)
        if self.names == ("/All",):
            return Ink("spot", (given[0],) * 4, every=True)
        shares = dict(zip(self.names, given, strict=True))
        cyan, magenta, yellow, black = (shares.get(name, 0.0) for name in PROCESS)
        spots = tuple((name[1:], s) for name, s in shares.items() if name not in {*PROCESS, "/None", "/All"})
        return Ink("spot", (cyan, magenta, yellow, black), spots)

    @property
    def first(self) -> Ink:
        """The colour that a space begins with."""
        full = self.kind == "spot"
        start = [0.0, 0.0, 0.0, 1.0] if self.kind == "cmyk" else [float(full)] * self.parts
        return self.ink(start)


GREY, CMYK, RGB = Space("grey", 1), Space("cmyk", 4), Space("rgb", 3)


def space_of(item: object, resources: Mapping[str, Any]) -> Space:
    """The space of a name or an array; names are looked up in the resources. Unreadable where there is none."""
    if isinstance(item, pikepdf.Name):
        name = SHORT.get(str(item), str(item))
        if name in KINDS:
            return Space(*KINDS[name])
        found = entries_of(resources.get("/ColorSpace")).get(name)
        if found is not None and str(found) != name:
            return space_of(found, resources)
    elif isinstance(item, pikepdf.Array) and len(item):
        return _built(SHORT.get(str(item[0]), str(item[0])), items_of(item), resources)
    message = f"a colour space is not known: {item}"[:80]
    raise Unreadable(message)


def _built(kind: str, items: tuple[Any, ...], resources: Mapping[str, Any]) -> Space:
    if kind in KINDS:
        return Space(*KINDS[kind])
    if kind == "/ICCBased":
        return Space(*PROFILED.get(integer_of(entries_of(items[1]).get("/N")) or 0, ("calibrated", 3)))
    if kind == "/Indexed":
        table = bytes_of(items[3]) if isinstance(items[3], pikepdf.Stream) else bytes(items[3])
        base = space_of(items[1], resources)
        return Space(base.kind, 1, base=base, table=table)
    if kind in {"/Separation", "/DeviceN"}:
        names = names_of(items[1])
        return Space("spot", len(names), names)
    message = f"a colour space is not known: {kind}"
    raise Unreadable(message)


def shading_ink(shading: object, resources: Mapping[str, Any]) -> Ink:
    """The heaviest colour that a shading names; where it names none, none but its kind of space."""
    entries = entries_of(shading)
    space = space_of(entries.get("/ColorSpace"), resources)
    found = [space.ink(numbers) for numbers in _ends(entries.get("/Function"), 0)]
    return max(found, key=lambda ink: ink.total, default=space.ink([0.0] * space.parts))


def _ends(function: object, depth: int) -> list[list[float]]:
    """The colours at which interpolating functions begin and end."""
    entries = entries_of(function)
    if entries.get("/FunctionType") == 2:  # noqa: PLR2004 - of exponential interpolation
        return [[float(n) for n in items_of(entries.get(key))] for key in ("/C0", "/C1") if key in entries]
    if depth > len(PROCESS):
        return []
    return [colour for part in items_of(entries.get("/Functions")) for colour in _ends(part, depth + 1)]
