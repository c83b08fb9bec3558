"""Supplied pages as a press sees them: colours that are a screen's, found in what the page is painted with.

Operators, pictures, shadings and the spaces that transparency blends in are looked at; what the page holds and does
not show is too, where it hangs on something that it does. Words are those of ISO 32000-1, 8.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf

from pipeline.supplied.objects import Thing, painters_of, things_of

RGB_WORDS = re.compile(rb"\b(?:rg|RG)\b|/(?:DeviceRGB|RGB|CalRGB|Lab)\b")
DEVICE = frozenset({"/DeviceRGB", "/RGB"})
CALIBRATED = frozenset({"/CalRGB", "/Lab"})
COMPONENTS = 3
IN_RGB = ("rg", "RG")
NAMES_A_SPACE = ("cs", "CS")

Kind = Literal["device", "calibrated"]


@dataclass(frozen=True, slots=True)
class ScreenColours:
    """Whether a page paints in RGB that nothing gives a meaning, and in RGB or Lab by a profile."""

    device: bool
    calibrated: bool


def screen_colours(data: bytes, page: int) -> ScreenColours:
    """What of a page (from 0) is in colours of a screen; pikepdf's errors for a file that cannot be read."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        form = pdf.pages[page].as_form_xobject(handle_transformations=False)
        things = tuple(things_of(form))
        kinds = {kind for thing in things for kind in _of_thing(thing)}
        kinds |= {kind for painter in painters_of(things) for kind in _of_operators(painter)}
    return ScreenColours("device" in kinds, "calibrated" in kinds)


def _of_thing(thing: Thing) -> Iterable[Kind]:
    """Of a dictionary or an array: the names of spaces that it holds, and profiles of three components."""
    values = list(thing.value) if isinstance(thing.value, pikepdf.Array) else list(thing.value.values())
    names = {str(value) for value in values if isinstance(value, pikepdf.Name)}
    if names & DEVICE and not _is_default(thing):
        yield "device"
    if names & CALIBRATED:
        yield "calibrated"
    if values and values[0] == "/ICCBased" and len(values) > 1 and values[1].get("/N") == COMPONENTS:
        yield "calibrated"


def _is_default(thing: Thing) -> bool:
    """Whether it is a profile, that only names what to take in its place."""
    return isinstance(thing.value, pikepdf.Stream) and "/N" in thing.value and "/Alternate" in thing.value


def _of_operators(painter: pikepdf.Stream) -> Iterable[Kind]:
    if not RGB_WORDS.search(painter.read_bytes()):
        return
    for instruction in pikepdf.parse_content_stream(painter):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            held = instruction.iimage.obj
            spaces = {str(held.get("/ColorSpace", held.get("/CS", "")))}
        else:
            name = str(instruction.operator)
            spaces = {"/RGB"} if name in IN_RGB else set()
            spaces |= {str(instruction.operands[0])} if name in NAMES_A_SPACE else set()
        if spaces & DEVICE:
            yield "device"
