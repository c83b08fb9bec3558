"""Profiles: what a printer wants of a file, in YAML. Those of the program have names; others are files of the user's.

A key that is left out has the value that it has in ``Profile``. Lengths have units, ``most`` is in per cent, ``area``
in square millimetres, ``ppi`` is pixels to the inch at the size at which a picture is placed.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.measure import MM
from pipeline.project import Project, built_in_folder
from pipeline.record import Flag, Length, Record, read_record
from pipeline.yamlfile import parse

FOLDER = "pipeline/preflight/profiles"
ENDING = ".yaml"


class Colours(Record):
    """``rgb``: whether RGB with a profile (or Lab) may be; ``spots``: how many spot colours."""

    rgb: Flag = False
    spots: int = 4


class Ink(Record):
    """The most ink in one place, in per cent, as the mean of an ``area`` in square millimetres."""

    most: float = 300
    area: float = 15


class Pictures(Record):
    """Below ``least`` ppi is an error, below ``low`` a warning; above ``high``, advice.

    ``line_art`` is of one bit: below that is an error, below ``line_art_low`` a warning. One that has no more than
    ``tiny`` pixels across or down is a blend of colours, and no picture.
    """

    least: float = 150
    low: float = 225
    high: float = 450
    line_art: float = 550
    line_art_low: float = 0
    tiny: int = 1


class Type(Record):
    """``smallest`` at all; ``one_ink`` below this size; black of one ink overprints below ``overprint``.

    Several inks below ``one_ink_low`` are a warning.
    """

    smallest: Length = 4.0
    one_ink: Length = 5.0
    one_ink_low: Length = 0.0
    overprint: Length = 12.0


class Lines(Record):
    """``thinnest`` at all."""

    thinnest: Length = 0.25


class Pages(Record):
    """``bleed`` on each side; a count that is a ``multiple_of``; whether sizes may be ``mixed``."""

    bleed: Length = 3 * MM
    multiple_of: int = 1
    mixed: Flag = False


class Profile(Record):
    """A printer's limits, in the blocks that its checks are named by."""

    title: str = ""
    colours: Colours = Colours()
    ink: Ink = Ink()
    pictures: Pictures = Pictures()
    type: Type = Type()
    lines: Lines = Lines()
    pages: Pages = Pages()


def read_profile(text: str, name: str) -> Profile:
    """The profile in a file's text; Fault E111 to E123, at the file's line."""
    record, findings = read_record(Profile, parse(text, name))
    if findings or record is None:
        raise Fault(*findings)
    return record


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return tuple(name.removesuffix(ENDING) for name in _folder().listing(".", ENDING))


@cache
def built_in_profile(name: str) -> Profile:
    """A profile of the program; Fault E703 where there is none of that name."""
    if name not in (known := profile_names()):
        near = get_close_matches(name.lower(), ("screen", *known), 1, 0.5)
        there = f"Write screen, {', '.join(known)}, or the path of a profile of your own, which ends in {ENDING}."
        hint = f"Did you mean {near[0]}?" if near else there
        raise Fault(Finding("E703", f"There is no profile {name!r}.", Span(name), hint))
    file = _folder().file(f"{name}{ENDING}")
    return read_profile(file.read_text(), file.path)


@cache
def _folder() -> Project:
    return Project(built_in_folder(FOLDER))
