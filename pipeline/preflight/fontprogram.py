"""Font programs inside a PDF: how many glyphs there are, how wide each is, and which glyph a character has.

TrueType and OpenType tables and bare CFF are read; nothing is drawn. Programs of other kinds (Type 1 in its own,
encrypted form) are refused. Words come from the OpenType specification, Adobe's Technical Notes 5176 and 5177.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from pipeline.preflight.cff import Cff, read_cff
from pipeline.preflight.opened import Unreadable

EM = 1000.0


@dataclass(slots=True)
class Program:
    """A program's glyphs. ``widths`` are in 1/1000 em; ``cmaps`` has glyphs by platform, encoding and character."""

    kind: str
    glyphs: int
    widths: tuple[float, ...]
    cff: Cff | None = None
    cmaps: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)

    def width(self, glyph: int) -> float | None:
        """Of a glyph; None where the program has none of that number."""
        return self.widths[glyph] if 0 <= glyph < self.glyphs else None


def read_program(data: bytes) -> Program:
    """The program in ``data``; Unreadable where it is damaged or of a kind that is not looked into."""
    try:
        if data[:4] in {b"\0\1\0\0", b"true", b"OTTO"}:
            return _sfnt(data)
        if data[:1] == b"\1" and data[:4] != b"\1\0\0\0":
            cff = read_cff(data)
            return Program("cff", cff.glyphs, cff.widths, cff)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        message = f"a font program is damaged ({error})"
        raise Unreadable(message) from error
    message = "a font program is of a kind that is not looked into"
    raise Unreadable(message)


def _sfnt(data: bytes) -> Program:
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        if start + length > len(data):
            message = f"its table {tag.decode('latin-1')} lies outside of it"
            raise ValueError(message)
        tables[tag] = data[start : start + length]
    cmaps = _cmaps(tables[b"cmap"]) if b"cmap" in tables else {}
    if b"CFF " in tables:
        cff = read_cff(tables[b"CFF "])
        return Program("cff", cff.glyphs, cff.widths, cff, cmaps)
    if b"glyf" not in tables or b"loca" not in tables:
        message = "it has no outlines"
        raise ValueError(message)
    glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    return Program("truetype", glyphs, _advances(tables, glyphs), None, cmaps)


def _advances(tables: dict[bytes, bytes], glyphs: int) -> tuple[float, ...]:
    units = struct.unpack_from(">H", tables[b"head"], 18)[0]
    longs = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    given = struct.unpack_from(f">{2 * longs}H", tables[b"hmtx"])[::2]
    widths = [EM * advance / units for advance in given[:glyphs]]
    return tuple(widths + widths[-1:] * (glyphs - len(widths)))


def _cmaps(table: bytes) -> dict[tuple[int, int], dict[int, int]]:
    found: dict[tuple[int, int], dict[int, int]] = {}
    for index in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * index)
        found[platform, encoding] = _characters(table[start:])
    return found


def _characters(table: bytes) -> dict[int, int]:
    """Glyphs by character of one subtable; formats that PDF does not need are left empty."""
    kind = struct.unpack_from(">H", table)[0]
    if kind == 0:
        return {code: glyph for code, glyph in enumerate(table[6:262]) if glyph}
    if kind == 4:  # noqa: PLR2004 - a format of the specification
        return _segments(table)
    if kind == 6:  # noqa: PLR2004 - a format of the specification
        first, count = struct.unpack_from(">HH", table, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, 10), first))
    if kind == 12:  # noqa: PLR2004 - a format of the specification
        groups = struct.unpack_from(">I", table, 12)[0]
        found = {}
        for index in range(min(groups, len(table) // 12)):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
            found.update({code: glyph + code - first for code in range(first, min(last, first + 0xFFFF) + 1)})
        return found
    return {}


def _segments(table: bytes) -> dict[int, int]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 4 * count)
    offsets_at = 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    found = {}
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offsets[index]:
                at = offsets_at + 2 * index + offsets[index] + 2 * (code - first)
                glyph = struct.unpack_from(">H", table, at)[0] if at + 2 <= len(table) else 0
                if not glyph:
                    continue
            glyph = (glyph + deltas[index]) & 0xFFFF
            if glyph:
                found[code] = glyph
    return found
