"""What keeps a supplied page out of a PDF/A-2a and PDF/UA-1 file, and cannot be mended by us.

Fonts that are not embedded, letters that do not say which characters they are, spot colours without values of their
own. Only what the page is painted with counts. Words are those of ISO 19005-2, 6.2.11.4, 6.2.11.7 and 6.2.4.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from pipeline import limits
from pipeline.supplied.objects import Thing, is_named, painters_of, things_of
from pipeline.unpacking import unpacked

SUBSET = re.compile(r"[A-Z]{6}\+")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
# Glyph names that number glyphs, as g17 or cid204; uni0416 and u1F600 are characters.
NUMBERED = re.compile(r"/(?!uni[0-9A-F]{4}|u[0-9A-F]{4,6}$)[A-Za-z]{1,6}\.?[0-9]+")
LEAST_OF_DEVICEN = 4  # name, inks, alternate space, function
PROCESS = ("/Cyan", "/Magenta", "/Yellow", "/Black", "/None", "/All")


@dataclass(frozen=True, slots=True)
class Hindrances:
    """Names of fonts that are not ``embedded`` and of those whose letters cannot be ``read``; and of ``spots``."""

    not_embedded: tuple[str, ...]
    not_read: tuple[str, ...]
    spots: tuple[str, ...]


def hindrances(page: pikepdf.Page) -> Hindrances:
    """What keeps the page out, each name once and in order; ValueError for a page that cannot be read."""
    contents = page.obj.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(stream, pikepdf.Stream):
            unpacked(stream, limits.PREFLIGHT_STREAM_BYTES)  # before the parser does, which knows no ceiling
    things = tuple(things_of(page.as_form_xobject(handle_transformations=False)))
    written = tuple(unpacked(painter, limits.PREFLIGHT_STREAM_BYTES) for painter in painters_of(things))
    fonts = tuple(_fonts(things, written))
    return Hindrances(
        not_embedded=_names(font for font in fonts if not _is_embedded(font)),
        not_read=_names(font for font in fonts if _is_embedded(font) and not _is_read(font)),
        spots=tuple(sorted({spot for thing in things for spot in _valueless_spots(thing)})),
    )


def _fonts(things: tuple[Thing, ...], written: tuple[bytes, ...]) -> Iterator[pikepdf.Object]:
    for key, value in things:
        if key == "/Font" and "/Subtype" not in value:
            yield from (font for name, font in value.items() if is_named(name, written))


def _names(fonts: Iterator[pikepdf.Object]) -> tuple[str, ...]:
    names = {str(font.get("/BaseFont", font.get("/Name", "/Type 3"))).removeprefix("/") for font in fonts}
    return tuple(sorted(SUBSET.sub("", name) for name in names))


def _is_embedded(font: pikepdf.Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    holder = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
    descriptor = holder.get("/FontDescriptor", pikepdf.Dictionary())
    return any(program in descriptor for program in PROGRAMS)


def _is_read(font: pikepdf.Object) -> bool:
    """Whether each code can be brought to a character."""
    encoding = font.get("/Encoding")
    if "/ToUnicode" in font:
        return True
    if font.get("/Subtype") == "/Type0":
        return isinstance(encoding, pikepdf.Name) and encoding not in ("/Identity-H", "/Identity-V")
    if encoding is None:
        return bool(font.get("/Subtype") == "/Type1")
    if isinstance(encoding, pikepdf.Name):
        return encoding in ENCODINGS
    named = (name for name in encoding.get("/Differences", ()) if isinstance(name, pikepdf.Name))
    return not any(NUMBERED.fullmatch(str(name)) for name in named)


def _valueless_spots(thing: Thing) -> Iterator[str]:
    """The spot colours of a DeviceN space that are not among those of which it says what they are."""
    parts = list(thing.value) if isinstance(thing.value, pikepdf.Array) else []
    if len(parts) >= LEAST_OF_DEVICEN and parts[0] == "/DeviceN":
        about = parts[-1] if len(parts) > LEAST_OF_DEVICEN else pikepdf.Dictionary()
        process = about.get("/Process", pikepdf.Dictionary()).get("/Components", pikepdf.Array())
        known = {*PROCESS, *about.get("/Colorants", pikepdf.Dictionary()).keys(), *map(str, list(process))}
        yield from (str(name).removeprefix("/") for name in list(parts[1]) if str(name) not in known)
