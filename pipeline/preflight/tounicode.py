"""CMaps: what the codes of a font stand for (ToUnicode), and which glyphs they choose (an embedded encoding).

Read by operators, as a program that only ever defines mappings; anything that would need PostScript to run is passed
over, and a CMap that maps nothing maps nothing. Words come from ISO 32000-1, 9.7.5 and 9.10.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.preflight.opened import Unreadable

_TOKEN = re.compile(
    rb"%[^\r\n]*|<([0-9A-Fa-f\s]*)>|(<<|>>|\[|\])|/([^\x00\t\n\f\r ()<>\[\]{}/%]*)|\(([^()\\]*)\)"
    rb"|([^\x00\t\n\f\r ()<>\[\]{}/%]+)"
)
HEX, BRACKET, NAME, STRING, WORD = range(1, 6)
Token = tuple[int, bytes]
LAST_CID = 0xFFFF


@dataclass(slots=True)
class CMap:
    """``spaces`` are (bytes, first, last) of the codes; ``texts`` what codes stand for; ``cids`` what they choose."""

    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    cids: dict[int, int] = field(default_factory=dict)
    uses: str = ""
    vertical: int = 0
    ordering: dict[str, str] = field(default_factory=dict)

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes of a shown string, by the code spaces; Unreadable for bytes outside of them."""
        at = 0
        while at < len(shown):
            for length, first, last in self.spaces:
                piece = shown[at : at + length]
                if len(piece) == length and _inside(piece, first, last):
                    yield int.from_bytes(piece, "big")
                    at += length
                    break
            else:
                message = "a text has codes that its font's CMap does not know"
                raise Unreadable(message)


def _inside(piece: bytes, first: int, last: int) -> bool:
    """Whether each byte lies between those of the first and the last code (9.7.6.2)."""
    low, high = first.to_bytes(len(piece), "big"), last.to_bytes(len(piece), "big")
    return all(a <= byte <= b for a, byte, b in zip(low, piece, high, strict=True))


def read_cmap(data: bytes) -> CMap:
    """The mappings of a CMap's program; Unreadable where they are damaged."""
    cmap = CMap()
    tokens = [(m.lastindex or 0, m[m.lastindex]) for m in _TOKEN.finditer(data) if m.lastindex]
    readers = {
        b"begincodespacerange": _read_spaces,
        b"beginbfchar": _read_characters,
        b"beginbfrange": _read_ranges,
        b"begincidchar": _read_cids,
        b"begincidrange": _read_cid_ranges,
    }
    at = 0
    while at < len(tokens):
        kind, value = tokens[at]
        reader = readers.get(value) if kind == WORD else None
        if reader:
            end = next((i for i in range(at, len(tokens)) if tokens[i] == (WORD, b"end" + value[5:])), -1)
            if end < 0:
                message = f"a CMap's {value.decode()} has no end"
                raise Unreadable(message)
            reader(cmap, tokens[at + 1 : end])
            at = end
        elif kind == WORD and value == b"usecmap" and at:
            cmap.uses = tokens[at - 1][1].decode("latin-1")
        elif kind == NAME and at + 1 < len(tokens):
            _read_entry(cmap, value, tokens[at + 1])
        at += 1
    return cmap


def _read_entry(cmap: CMap, name: bytes, following: Token) -> None:
    kind, value = following
    if name == b"WMode" and kind == WORD and value.isdigit():
        cmap.vertical = int(value)
    elif name in {b"Registry", b"Ordering"} and kind == STRING:
        cmap.ordering[name.decode()] = value.decode("latin-1")
    elif name == b"Supplement" and kind == WORD:
        cmap.ordering["Supplement"] = value.decode("latin-1")


def _bytes(token: Token) -> bytes:
    kind, value = token
    if kind != HEX:
        message = f"a CMap has {value.decode('latin-1')!r} where a code in angle brackets belongs"
        raise Unreadable(message)
    digits = b"".join(value.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _number(token: Token) -> int:
    kind, value = token
    if kind != WORD or not value.isdigit():
        message = f"a CMap has {value.decode('latin-1')!r} where a number belongs"
        raise Unreadable(message)
    return int(value)


def _text(data: bytes) -> str:
    """UTF-16, as ToUnicode has it; single bytes stand for themselves."""
    if len(data) == 1:
        return chr(data[0])
    try:
        return data.decode("utf-16-be")
    except UnicodeDecodeError as error:
        message = f"ToUnicode has {data.hex()}, which is not UTF-16"
        raise Unreadable(message) from error


def _read_spaces(cmap: CMap, tokens: list[Token]) -> None:
    for first, last in zip(tokens[::2], tokens[1::2], strict=True):
        low = _bytes(first)
        cmap.spaces.append((len(low), int.from_bytes(low, "big"), int.from_bytes(_bytes(last), "big")))


def _read_characters(cmap: CMap, tokens: list[Token]) -> None:
    if len(tokens) % 2:
        message = "a CMap's bfchar lacks a value"
        raise Unreadable(message)
    for code, value in zip(tokens[::2], tokens[1::2], strict=True):
        cmap.texts[int.from_bytes(_bytes(code), "big")] = _text(_bytes(value))


def _read_ranges(cmap: CMap, tokens: list[Token]) -> None:
    at = 0
    while at + 2 < len(tokens):
        first, last = _span(tokens[at], tokens[at + 1])
        if tokens[at + 2] == (BRACKET, b"["):
            at += 3
            for code in range(first, last + 1):
                cmap.texts[code] = _text(_bytes(tokens[at]))
                at += 1
            at += 1
        else:
            data = _bytes(tokens[at + 2])
            for step, code in enumerate(range(first, last + 1)):
                cmap.texts[code] = _text((int.from_bytes(data, "big") + step).to_bytes(len(data), "big"))
            at += 3
    if at != len(tokens):
        message = "a CMap's bfrange is not made of ranges and values"
        raise Unreadable(message)


def _read_cids(cmap: CMap, tokens: list[Token]) -> None:
    for code, value in zip(tokens[::2], tokens[1::2], strict=True):
        cmap.cids[int.from_bytes(_bytes(code), "big")] = _number(value)


def _read_cid_ranges(cmap: CMap, tokens: list[Token]) -> None:
    for low, high, value in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=True):
        first, last = _span(low, high)
        cmap.cids.update({code: _number(value) + step for step, code in enumerate(range(first, last + 1))})


def _span(low: Token, high: Token) -> tuple[int, int]:
    first, last = int.from_bytes(_bytes(low), "big"), int.from_bytes(_bytes(high), "big")
    if not 0 <= last - first <= LAST_CID:
        message = f"a CMap has a range from {first:X} to {last:X}"
        raise Unreadable(message)
    return first, last
