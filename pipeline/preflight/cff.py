"""Fonts in the Compact Font Format: the glyphs, their widths, and the names or CIDs they are known by.

A width stands in the first numbers of a glyph's charstring, so that these are run up to the first operator that
draws or hints, through subroutines where it must be; nothing is drawn. Words come from Adobe's Technical Notes 5176
(CFF) and 5177 (Type 2 charstrings).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import prod

from pipeline.preflight.encodings import STANDARD_NAMES

DEPTH = 10
ROS, CHARSET, ENCODING, CHARSTRINGS, PRIVATE, SUBRS, MATRIX = (12, 30), (15,), (16,), (17,), (18,), (19,), (12, 7)
FD_ARRAY, FD_SELECT, DEFAULT_WIDTH, NOMINAL_WIDTH, CHARSTRING_TYPE = (12, 36), (12, 37), (20,), (21,), (12, 6)
# Operators of charstrings that take all numbers off, and how many they need; None for any even number.
CLEARING: dict[int, int | None] = {1: None, 3: None, 18: None, 23: None, 19: None, 20: None, 21: 2, 22: 1, 4: 1, 14: 0}
ENDCHAR_AS_ACCENT = 4
CALLSUBR, CALLGSUBR, RETURN, SHORT, FIXED = 10, 29, 11, 28, 255
Operator = tuple[int, ...]


@dataclass(frozen=True)
class _Private:
    default: float
    nominal: float
    subrs: tuple[bytes, ...]


@dataclass(frozen=True)
class Cff:
    """``cids`` is True of a CID-keyed font; ``charset`` has the CID, or the name's number, of each glyph."""

    cids: bool
    charset: tuple[int, ...]
    strings: tuple[bytes, ...]
    widths: tuple[float, ...]
    encoding: dict[int, int]

    @property
    def glyphs(self) -> int:
        """How many there are."""
        return len(self.charset)

    @cached_property
    def glyph_of_cid(self) -> dict[int, int]:
        """Glyph ids by CID; in a font that is not CID-keyed, CIDs are glyph ids."""
        return {cid: glyph for glyph, cid in enumerate(self.charset)} if self.cids else {}

    @cached_property
    def glyph_of_name(self) -> dict[str, int]:
        """Glyph ids by name; none in a CID-keyed font."""
        return {} if self.cids else {self._name(sid): glyph for glyph, sid in enumerate(self.charset)}

    def _name(self, sid: int) -> str:
        if sid < len(STANDARD_NAMES):
            return STANDARD_NAMES[sid]
        return self.strings[sid - len(STANDARD_NAMES)].decode("latin-1")


def read_cff(data: bytes) -> Cff:
    """The first font of the set; struct.error, IndexError, KeyError or ValueError where it is damaged."""
    _, at = _index(data, data[2])
    tops, at = _index(data, at)
    strings, at = _index(data, at)
    global_subrs, _ = _index(data, at)
    top = _dictionary(tops[0])
    if top.get(CHARSTRING_TYPE, (2,))[-1] != 2:  # noqa: PLR2004 - the only type that CFF fonts in PDFs have
        message = "its charstrings are not of type 2"
        raise ValueError(message)
    glyphs, _ = _index(data, int(top[CHARSTRINGS][0]))
    cids = ROS in top
    if cids:
        fonts = [_dictionary(item) for item in _index(data, int(top[FD_ARRAY][0]))[0]]
        chosen = _selected(data, int(top[FD_SELECT][0]), len(glyphs))
    else:
        fonts, chosen = [{}], (0,) * len(glyphs)
    privates = [_private(data, font) for font in fonts] if cids else [_private(data, top)]
    scales = [_scale(top, font) for font in fonts]
    widths = tuple(
        scales[pick] * _Charstring(privates[pick], global_subrs).width(glyph)
        for glyph, pick in zip(glyphs, chosen, strict=True)
    )
    charset = _charset(data, int(top.get(CHARSET, (0,))[0]), len(glyphs), cids=cids)
    encoding = {} if cids else _encoding(data, int(top.get(ENCODING, (0,))[0]))
    return Cff(cids, charset, strings, widths, encoding)


def _scale(*dictionaries: Mapping[Operator, tuple[float, ...]]) -> float:
    """From units of the font to 1/1000 em: the matrices that are there, one after another."""
    given = [dictionary[MATRIX][0] for dictionary in dictionaries if MATRIX in dictionary]
    return 1000 * prod(given) if given else 1.0


def _index(data: bytes, at: int) -> tuple[tuple[bytes, ...], int]:
    """The items of an INDEX, and where it ends."""
    count = struct.unpack_from(">H", data, at)[0]
    if not count:
        return (), at + 2
    size = data[at + 2]
    table = at + 3
    offsets = [int.from_bytes(data[table + size * i : table + size * (i + 1)], "big") for i in range(count + 1)]
    base = table + size * (count + 1) - 1
    if base + offsets[-1] > len(data) or sorted(offsets) != offsets:
        message = "an index of it is damaged"
        raise ValueError(message)
    return tuple(data[base + a : base + b] for a, b in pairwise(offsets)), base + offsets[-1]


def _dictionary(data: bytes) -> dict[Operator, tuple[float, ...]]:
    found: dict[Operator, tuple[float, ...]] = {}
    numbers: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:  # noqa: PLR2004 - operators of the format
            operator: Operator = (12, data[at + 1]) if first == 12 else (first,)  # noqa: PLR2004 - the escape
            found[operator] = tuple(numbers)
            numbers.clear()
            at += len(operator)
        elif first == 30:  # noqa: PLR2004 - a real number
            value, at = _real(data, at + 1)
            numbers.append(value)
        elif first == 29:  # noqa: PLR2004 - a long integer
            numbers.append(struct.unpack_from(">i", data, at + 1)[0])
            at += 5
        else:
            value, at = _small(data, at)
            numbers.append(value)
    return found


def _real(data: bytes, at: int) -> tuple[float, int]:
    text = ""
    while True:
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:  # noqa: PLR2004 - the end mark
                return float(text), at + 1
            text += "0123456789.EE?-"[nibble] + ("-" if nibble == 12 else "")  # noqa: PLR2004 - E-
        at += 1


def _small(data: bytes, at: int) -> tuple[int, int]:
    """An integer of one, two or three bytes, as dictionaries and charstrings have them; and where it ends."""
    first = data[at]
    if first == SHORT:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if 32 <= first <= 246:  # noqa: PLR2004 - ranges of the format
        return first - 139, at + 1
    if 247 <= first <= 250:  # noqa: PLR2004 - ranges of the format
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= first <= 254:  # noqa: PLR2004 - ranges of the format
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    message = f"{first} is not the beginning of a number"
    raise ValueError(message)


def _private(data: bytes, font: dict[Operator, tuple[float, ...]]) -> _Private:
    if PRIVATE not in font:
        return _Private(0.0, 0.0, ())
    size, start = (int(n) for n in font[PRIVATE])
    private = _dictionary(data[start : start + size])
    subrs = _index(data, start + int(private[SUBRS][0]))[0] if SUBRS in private else ()
    return _Private(private.get(DEFAULT_WIDTH, (0.0,))[0], private.get(NOMINAL_WIDTH, (0.0,))[0], subrs)


def _selected(data: bytes, at: int, count: int) -> tuple[int, ...]:
    """Which private dictionary each glyph has."""
    if data[at] == 0:
        return tuple(data[at + 1 : at + 1 + count])
    ranges = struct.unpack_from(">H", data, at + 1)[0]
    chosen: list[int] = []
    for index in range(ranges):
        first, pick, following = struct.unpack_from(">HBH", data, at + 3 + 3 * index)
        chosen += [pick] * (following - first)
    return tuple(chosen[:count])


def _charset(data: bytes, at: int, count: int, *, cids: bool) -> tuple[int, ...]:
    if at <= 2:  # noqa: PLR2004 - 0 to 2 name charsets of the format, of which 0 has names in their order
        if at and not cids:
            message = "its charset is one of the expert ones, which are not looked into"
            raise ValueError(message)
        return tuple(range(count))
    kind, charset = data[at], [0]
    if kind == 0:
        return (0, *struct.unpack_from(f">{count - 1}H", data, at + 1))
    at += 1
    shape, size = (">HB", 3) if kind == 1 else (">HH", 4)
    while len(charset) < count:
        first, left = struct.unpack_from(shape, data, at)
        charset += range(first, first + left + 1)
        at += size
    return tuple(charset[:count])


def _encoding(data: bytes, at: int) -> dict[int, int]:
    """Glyph ids by code of the font's own encoding; empty where it is a predefined one."""
    if at <= 1:
        return {}
    kind, count = data[at] & 0x7F, data[at + 1]
    if kind == 0:
        return {code: glyph for glyph, code in enumerate(data[at + 2 : at + 2 + count], 1)}
    found: dict[int, int] = {}
    glyph = 1
    for index in range(count):
        first, left = data[at + 2 + 2 * index], data[at + 3 + 2 * index]
        for code in range(first, first + left + 1):
            found[code] = glyph
            glyph += 1
    return found


class _Charstring:
    """Runs a glyph's program up to its width."""

    def __init__(self, private: _Private, global_subrs: tuple[bytes, ...]) -> None:
        self._private, self._global = private, global_subrs
        self._stack: list[float] = []

    def width(self, program: bytes) -> float:
        """The advance in units of the font."""
        found = self._run(program, 0)
        if found is None:
            message = "a glyph's program has no end"
            raise ValueError(message)
        return found

    def _run(self, program: bytes, depth: int) -> float | None:
        if depth > DEPTH:
            message = "a glyph's program calls itself too deeply"
            raise ValueError(message)
        at = 0
        while at < len(program):
            first = program[at]
            if first == FIXED:
                self._stack.append(struct.unpack_from(">i", program, at + 1)[0] / 65536)
                at += 5
            elif first == SHORT or first >= 32:  # noqa: PLR2004 - numbers of the format
                value, at = _small(program, at)
                self._stack.append(value)
            elif first in {CALLSUBR, CALLGSUBR}:
                subrs = self._private.subrs if first == CALLSUBR else self._global
                found = self._run(subrs[int(self._stack.pop()) + _bias(subrs)], depth + 1)
                if found is not None:
                    return found
                at += 1
            elif first == RETURN:
                return None
            elif first in CLEARING:
                return self._taken(first)
            else:
                message = f"a glyph's program begins with the operator {first}"
                raise ValueError(message)
        return None

    def _taken(self, operator: int) -> float:
        """The width that stands before what the first clearing operator takes."""
        needed = CLEARING[operator]
        count = len(self._stack)
        if operator == 14 and count >= ENDCHAR_AS_ACCENT:  # noqa: PLR2004 - endchar with an accent's four numbers
            needed = ENDCHAR_AS_ACCENT
        odd = count % 2 == 1 if needed is None else count > needed
        return self._private.nominal + self._stack[0] if odd else self._private.default


def _bias(subrs: tuple[bytes, ...]) -> int:
    """What is added to a subroutine's number (Technical Note 5177, 4.7)."""
    return 107 if len(subrs) < 1240 else 1131 if len(subrs) < 33900 else 32768  # noqa: PLR2004 - the note's limits
