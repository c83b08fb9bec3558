"""Supplied pages as a press takes them: colours that are a screen's, transparency, and what PDF/X-4 forbids.

Operators, pictures, shadings and the spaces that transparency blends in are looked at; resources that nothing names
are not. Words are those of ISO 32000-1, 8.6 and 11.3, and ISO 15930-7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf

from pipeline.supplied.objects import Thing, is_named, painters_of, things_of

RGB_WORDS = re.compile(rb"\b(?:rg|RG)\b|/(?:DeviceRGB|RGB)\b")
RGB_LETTERS = (b"rg", b"RG")
PLAIN_NAME = re.compile(r"/[\w+.-]+")
NAMED = ("/ColorSpace", "/XObject", "/Shading", "/Pattern", "/ExtGState")
DEVICE = frozenset({"/DeviceRGB", "/RGB"})
CALIBRATED = frozenset({"/CalRGB", "/Lab"})
GREY = 1  # components
IN_RGB = ("rg", "RG")
NAMES_A_SPACE = ("cs", "CS")
FORBIDDEN = ("/TR", "/TR2", "/HT", "/HTP", "/Alternates", "/PS", "/Subtype2")

Kind = Literal["device", "calibrated"]


@dataclass(frozen=True, slots=True)
class ScreenColours:
    """Whether a page paints in RGB that nothing gives a meaning, and in colours by a profile, not the press's.

    ``transparent`` says whether anything of it lets through what is below.
    """

    device: bool
    calibrated: bool
    transparent: bool


def screen_colours(data: bytes, page: int) -> ScreenColours:
    """What of a page (from 0) is in colours of a screen; pikepdf's errors for a file that cannot be read."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        form = pdf.pages[page].as_form_xobject(handle_transformations=False)
        things = tuple(_used(form))
        kinds = {kind for painter in painters_of(things) for kind in _of_operators(painter)}
        clear = is_transparent(things)
        for thing in things:
            if clear or thing.key != "/Group":
                kinds.update(_of_thing(thing))
    return ScreenColours("device" in kinds, "calibrated" in kinds, clear)


def make_fit(form: pikepdf.Object) -> bool:
    """Takes off what the standard forbids in a placed page; whether transparency is in it, whose space is then CMYK."""
    with pikepdf.new() as apart:
        clear = is_transparent(tuple(_used(apart.copy_foreign(form))))
    for thing in things_of(form):
        if thing.is_entered:
            # A group has nothing to blend where all is opaque.
            for key in FORBIDDEN if clear else (*FORBIDDEN, "/Group"):
                if key in thing.value:
                    del thing.value[key]
    return clear


def is_transparent(things: Sequence[Thing]) -> bool:
    """Whether anything of a page lets through what is below it, or blends with it."""
    return any(_lets_through(thing.value) for thing in things if thing.is_entered)


def _lets_through(entries: pikepdf.Object) -> bool:
    mask, mode = entries.get("/SMask", pikepdf.Name("/None")), entries.get("/BM", pikepdf.Name.Normal)
    modes = list(mode) if isinstance(mode, pikepdf.Array) else [mode]
    opaque = all(entries.get(key, 1) == 1 for key in ("/ca", "/CA"))
    return mask != "/None" or not opaque or any(one not in ("/Normal", "/Compatible") for one in modes)


def _used(form: pikepdf.Object) -> Iterator[Thing]:
    """What a form is made of, without the resources that no stream of operators names: they are taken off."""
    written = [painter.read_bytes() for painter in painters_of(things_of(form))]
    for thing in things_of(form):
        if thing.key in NAMED and isinstance(thing.value, pikepdf.Dictionary) and "/Subtype" not in thing.value:
            for name in list(thing.value.keys()):
                if PLAIN_NAME.fullmatch(name) and not is_named(name, written):
                    del thing.value[name]
        yield thing


def _of_thing(thing: Thing) -> Iterator[Kind]:
    """Of a dictionary or an array: the names of spaces that it holds, and profiles of colour."""
    values = list(thing.value) if isinstance(thing.value, pikepdf.Array) else list(thing.value.values())
    names = {str(value) for value in values if isinstance(value, pikepdf.Name)}
    is_profile = isinstance(thing.value, pikepdf.Stream) and "/N" in thing.value
    if names & DEVICE and not is_profile:
        yield "device"
    if names & CALIBRATED or (is_profile and thing.value.get("/N") != GREY):
        yield "calibrated"


def _of_operators(painter: pikepdf.Stream) -> Iterator[Kind]:
    written = painter.read_bytes()
    # The letters alone are looked for first: that takes no time.
    if not (any(letters in written for letters in RGB_LETTERS) and RGB_WORDS.search(written)):
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
