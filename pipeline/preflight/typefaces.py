"""Checks of fonts: embedded, whole, with the widths that they claim, and with a meaning for every glyph shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pikepdf

from pipeline.preflight.content import Use
from pipeline.preflight.encodings import character_of
from pipeline.preflight.fonts import SIMPLE, Font
from pipeline.preflight.opened import Opened, bytes_of, entries_of, integer_of, items_of, said, text_of
from pipeline.preflight.values import Check, Measure, Trouble

SLACK = 1.0  # 1/1000 em by which widths may differ
FORBIDDEN = frozenset({"\0", "\ufeff", "\ufffe"})
PROGRAMS = {None, "/Type1C", "/CIDFontType0C", "/OpenType"}
PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
SUBSET = 6
PREDEFINED = ("/Identity-H", "/Identity-V")


def has_text(file: Opened) -> bool:
    """Whether any text is shown."""
    return any(uses for uses in file.contents.fonts.values())


def _each(file: Opened) -> Iterator[tuple[Font, dict[int, Use]]]:
    """The fonts that show something."""
    return ((font, uses) for font, uses in file.contents.fonts.items() if uses)


def _first(uses: dict[int, Use]) -> int:
    return min(use.page for use in uses.values())


def _glyphs(file: Opened, wrong: Callable[[Font, int, Use], str | None], message: str) -> Iterator[Trouble]:
    """One trouble for each font that has glyphs with something wrong: the first of them, and how many there are."""
    for font, uses in _each(file):
        found = [(code, said) for code, use in sorted(uses.items()) if (said := wrong(font, code, use)) is not None]
        if found:
            code, said = found[0]
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            text = message.format(font=font.name, code=f"{code:X}", count=len(found)) + more
            yield Trouble(text, uses[code].page, value=said)


def _sound(file: Opened) -> Iterator[Trouble]:
    for font, uses in _each(file):
        item, page = font.dictionary, _first(uses)
        if item.get("/Type") != "/Font":
            yield Trouble(f"The font {font.name} does not say that it is one.", page, value=said(item.get("/Type")))
        if font.subtype not in {*SIMPLE, "/Type0"}:
            yield Trouble(f"The font {font.name} is of an unknown kind.", page, value=font.subtype)
        if font.subtype != "/Type3" and "/BaseFont" not in item:
            yield Trouble("A font has no name.", page)
        if not font.composite:
            first, last = integer_of(item.get("/FirstChar")), integer_of(item.get("/LastChar"))
            if first is None or last is None or len(items_of(item.get("/Widths"))) != last - first + 1:
                yield Trouble(f"The font {font.name} does not give the widths of its characters.", page)
        kind = font.file.get("/Subtype") if font.file is not None else None
        if (str(kind) if kind is not None else None) not in PROGRAMS:
            yield Trouble(f"The program of {font.name} is of an unknown kind.", page, value=said(kind))


def _embedded(file: Opened) -> Iterator[Trouble]:
    for font, uses in _each(file):
        shown = [use.page for use in uses.values() if use.painted]
        if shown and font.subtype != "/Type3" and font.file is None:
            yield Trouble(f"The font {font.name} is not embedded.", min(shown))


def _count(file: Opened) -> Measure:
    return Measure(str(sum(1 for _ in _each(file))))


def _no_glyph(font: Font, code: int, use: Use) -> str | None:
    if not use.painted or font.file is None:
        return None
    return f"code {code:X}" if font.glyph(code) is None else None


def _missing(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _no_glyph, "The font {font} has no glyph for the code {code}.")


def _undefined(font: Font, code: int, _use: Use) -> str | None:
    if font.file is None:
        return None
    return ".notdef" if font.glyph(code) == 0 else None


def _not_defined(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _undefined, "The glyph for what is not defined is shown in {font}, for the code {code}.")


def _other_width(font: Font, code: int, use: Use) -> str | None:
    program = font.program if use.painted else None
    glyph = font.glyph(code) if program else None
    true = program.width(glyph) if program and glyph is not None else None
    if true is None or abs(font.width(code) - true) <= SLACK:
        return None
    return f"{font.width(code):g} for {true:g}"


def _widths(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _other_width, "The width of the code {code} in {font} is not that of its glyph.")


def _no_text(font: Font, code: int, _use: Use) -> str | None:
    return "" if not font.text(code) else None


def _meanings(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _no_text, "The font {font} does not say which character the code {code} is.")


def _no_character(font: Font, code: int, _use: Use) -> str | None:
    text = font.text(code) or ""
    return f"U+{ord(next(c for c in text if c in FORBIDDEN)):04X}" if FORBIDDEN & set(text) else None


def _characters(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _no_character, "The font {font} says that the code {code} is no character.")


def _private_character(font: Font, code: int, use: Use) -> str | None:
    if not use.plain:
        return None
    found = [c for c in font.text(code) or "" if any(a <= ord(c) <= b for a, b in PRIVATE)]
    return f"U+{ord(found[0]):04X}" if found else None


def _private(file: Opened) -> Iterator[Trouble]:
    yield from _glyphs(file, _private_character, "The code {code} of {font} is a private character without ActualText.")


def _composite(file: Opened) -> Iterator[tuple[Font, int]]:
    return ((font, _first(uses)) for font, uses in _each(file) if font.composite)


def has_composite(file: Opened) -> bool:
    """Whether a composite font is used."""
    return any(True for _ in _composite(file))


def _collections(file: Opened) -> Iterator[Trouble]:
    for font, page in _composite(file):
        registry, ordering, supplement = font.collection
        if registry is None or ordering is None or not isinstance(supplement, int):
            yield Trouble(f"The font {font.name} does not say which characters it numbers.", page)
        elif font.cmap is not None:
            named = font.cmap.ordering
            info = entries_of(entries_of(font.dictionary.Encoding).get("/CIDSystemInfo"))
            dictionary = (text_of(info.get("/Registry")), text_of(info.get("/Ordering")))
            if (registry, ordering) != dictionary or (named and named.get("Ordering", ordering) != ordering):
                yield Trouble(f"The font {font.name} and its CMap number characters in unlike ways.", page)


def _maps(file: Opened) -> Iterator[Trouble]:
    for font, page in _composite(file):
        mapped = font.descendant.get("/CIDToGIDMap")
        if font.descendant.get("/Subtype") != "/CIDFontType2" or font.file is None:
            continue
        if not isinstance(mapped, pikepdf.Stream) and mapped != "/Identity":
            yield Trouble(f"The font {font.name} does not say which glyph a character has.", page, value=said(mapped))


def _cmaps(file: Opened) -> Iterator[Trouble]:
    for font, page in _composite(file):
        if font.cmap is None and font.encoding not in PREDEFINED:
            yield Trouble(f"The CMap of {font.name} is not embedded.", page, value=font.encoding)
        elif font.cmap is not None:
            stated = int(entries_of(font.dictionary.Encoding).get("/WMode", 0))
            if stated != font.cmap.vertical:
                yield Trouble(f"The CMap of {font.name} states another direction than it has.", page)
            if font.cmap.uses or "/UseCMap" in font.dictionary.Encoding:
                yield Trouble(f"The CMap of {font.name} uses another, which is not looked into.", page)


def _truetype(file: Opened) -> Iterator[tuple[Font, int]]:
    return ((font, _first(uses)) for font, uses in _each(file) if font.subtype == "/TrueType")


def has_truetype(file: Opened) -> bool:
    """Whether a simple TrueType font is used."""
    return any(True for _ in _truetype(file))


def _truetype_encodings(file: Opened) -> Iterator[Trouble]:
    for font, page in _truetype(file):
        maps = font.program.cmaps if font.program else {}
        if font.symbolic:
            if "/Encoding" in font.dictionary:
                yield Trouble(f"The symbolic font {font.name} has an encoding.", page, value=font.encoding)
            if font.program and len(maps) != 1 and (3, 0) not in maps:
                yield Trouble(f"The symbolic font {font.name} has {len(maps)} character maps.", page)
            continue
        if font.encoding not in {"/MacRomanEncoding", "/WinAnsiEncoding"}:
            yield Trouble(f"The font {font.name} is encoded in a way of its own.", page, value=font.encoding)
        differences = items_of(entries_of(font.dictionary.get("/Encoding")).get("/Differences"))
        unknown = [str(d)[1:] for d in differences if isinstance(d, pikepdf.Name) and not character_of(str(d)[1:])]
        if unknown or (differences and (3, 1) not in maps):
            yield Trouble(
                f"The font {font.name} has differences that no list knows.", page, value=", ".join(unknown[:3])
            )
        if font.program and len(maps) <= ((3, 0) in maps):
            yield Trouble(f"The font {font.name} has no character map for its encoding.", page)


def _listed(file: Opened) -> Iterator[Trouble]:
    """What a subset says of its contents is all of them."""
    for font, uses in _each(file):
        name, descriptor = font.name.split("+")[0], font.descriptor
        if descriptor is None or font.program is None or len(name) != SUBSET or "+" not in font.name:
            continue
        if isinstance(cids := descriptor.get("/CIDSet"), pikepdf.Stream):
            bits = bytes_of(cids)
            there = (
                set(font.program.cff.charset)
                if font.program.cff and font.program.cff.cids
                else set(range(font.program.glyphs))
            )
            if any(cid // 8 >= len(bits) or not bits[cid // 8] >> (7 - cid % 8) & 1 for cid in there):
                yield Trouble(f"CIDSet of {font.name} does not list all glyphs.", _first(uses))
        if (names := text_of(descriptor.get("/CharSet"))) is not None and font.program.cff and not font.composite:
            there_names = set(font.program.cff.glyph_of_name) - {".notdef"}
            if there_names - set(names.split("/")):
                yield Trouble(f"CharSet of {font.name} does not list all glyphs.", _first(uses))


@cache
def _clauses(ua: str, archive: str) -> tuple[tuple[str, str], ...]:
    return (("ua1", f"7.21.{ua}"), ("2a", f"6.2.11.{archive}"))


FONTS = ("x4", "6.5 (9.9)")
CHECKS = (
    Check("fonts", "Fonts are what they say", (("2a", "6.2.11.2"),), _sound, has_text),
    Check("embedded-fonts", "Fonts are embedded", (*_clauses("4.1", "4.1"), FONTS), _embedded, has_text, _count),
    Check("glyphs", "Fonts have the glyphs that are shown", (*_clauses("4.1", "4.1"), FONTS), _missing, has_text),
    Check("subsets", "Subsets list what they hold", _clauses("4.2", "4.2"), _listed, has_text),
    Check("widths", "Widths are those of the glyphs", _clauses("5", "5"), _widths, has_text),
    Check("collections", "Composite fonts name their characters", _clauses("3.1", "3.1"), _collections, has_composite),
    Check("glyph-maps", "TrueType glyphs are mapped", _clauses("3.2", "3.2"), _maps, has_composite),
    Check("cmaps", "CMaps are embedded", _clauses("3.3", "3.3"), _cmaps, has_composite),
    Check(
        "truetype", "TrueType fonts are encoded as they should", _clauses("6", "6"), _truetype_encodings, has_truetype
    ),
    Check("meanings", "Every glyph says which character it is", _clauses("7", "7.2"), _meanings, has_text),
    Check("characters", "Characters are such", _clauses("7", "7.2"), _characters, has_text),
    Check("private-characters", "Private characters have an ActualText", (("2a", "6.2.11.7.3"),), _private, has_text),
    Check("notdef", "No undefined glyph is shown", _clauses("8", "8"), _not_defined, has_text),
)
