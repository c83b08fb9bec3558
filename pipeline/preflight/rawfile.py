"""The bytes of a file, walked from the first to the last: objects, streams, tables, and what lies between them.

The walk trusts no table: it goes from object to object, over each stream by its length. What it does not expect is a
fault, at its place; a file that cannot be walked to its end has not been looked at. Words come from ISO 32000-1, 7.2
to 7.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

WHITE = b"\0\t\n\f\r "
OBJECT = re.compile(rb"(\d+)([\0\t\n\f\r ]+)(\d+)([\0\t\n\f\r ]+)obj(?![^\0\t\n\f\r ()<>\[\]{}/%])")
TOKEN = re.compile(
    rb"[\0\t\n\f\r ]+|%[^\r\n]*|(?P<open><<|\[)|(?P<close>>>|\])|<(?P<hex>[^<>]*)>|(?P<string>\()"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?![^\0\t\n\f\r ()<>\[\]{}/%])"
    rb"|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)"
)
STRING = re.compile(rb"[^()\\]*(?:\\.[^()\\]*)*([()])", re.DOTALL)
LENGTH = re.compile(rb"/Length[\0\t\n\f\r ]+(\d+)(?:[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R)?")
LINE_END = re.compile(rb"[\r\n]")
XREF = re.compile(rb"xref(\r\n|\r|\n)(?=\d+ \d+)")
ENTRY = re.compile(rb"\d{10} \d{5} [nf](?: \r| \n|\r\n)")
SECTION = re.compile(rb"(\d+) (\d+)[ ]?(\r\n|\r|\n)")
START = re.compile(rb"startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF")
ESCAPED = re.compile(rb"#[0-9A-Fa-f]{2}")
# Where none of this is found, every token is as it should be: most streams need not be taken apart.
PLAIN_STRING = re.compile(rb"<(?:[0-9A-Fa-f]{2}){0,32767}>|\((?:[^()\\]|\\.){0,32767}\)", re.DOTALL)
SUSPECTS = (b"(", b"%", b"." + 30 * b"0")
INLINE_IMAGE = re.compile(rb"(?<!/)\bID\b")
LONG_NUMBER = re.compile(rb"\d{10}")
LEAST, MOST = -(2**31), 2**31 - 1
MOST_BYTES, MOST_NAME = 32_767, 127
LARGEST, SMALLEST = 3.403e38, 1.175e-38


@dataclass(slots=True)
class Walk:
    """What is wrong, by kind, each with its place in bytes; ``end`` is where the last end-of-file mark ends."""

    spacing: list[str] = field(default_factory=list)
    streams: list[str] = field(default_factory=list)
    lengths: list[str] = field(default_factory=list)
    hexadecimal: list[str] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    end: int = 0


class _Walker:
    def __init__(self, data: bytes, length_of: Callable[[int, int], int]) -> None:
        self.data, self.length_of = data, length_of
        self.walk = Walk()

    def run(self) -> Walk:
        data, at = self.data, 0
        while at < len(data):
            if data[at] in WHITE:
                at += 1
            elif data[at] == ord("%"):
                at = self._comment(at)
            elif found := OBJECT.match(data, at):
                at = self._object(found)
            elif data.startswith(b"xref", at):
                at = self._table(at)
            elif data.startswith(b"trailer", at):
                at = self._value(at + len(b"trailer"))
            elif found := START.match(data, at):
                self.walk.end = at = found.end()
            else:
                at = self._stray(at)
        return self.walk

    def _comment(self, at: int) -> int:
        found = LINE_END.search(self.data, at)
        return found.start() if found else len(self.data)

    def _stray(self, at: int) -> int:
        """What belongs to nothing: told once, up to the next object."""
        self.walk.strays.append(f"bytes at {at} belong to nothing")
        following = OBJECT.search(self.data, at + 1)
        return following.start() if following else len(self.data)

    # ------------------------------------------------------------------ objects

    def _object(self, found: re.Match[bytes]) -> int:
        data, at = self.data, found.start()
        number, generation = int(found[1]), int(found[3])
        if at and data[at - 1 : at] not in {b"\n", b"\r"}:
            self.walk.spacing.append(f"object {number} does not begin a line")
        if len(found[2]) > 1 or len(found[4]) > 1:
            self.walk.spacing.append(f"object {number} has more than one blank before its keyword")
        after = found.end()
        if data[after : after + 1] not in {b"\n", b"\r"}:
            self.walk.spacing.append(f"object {number} does not end its first line")
        end = self._value(after)
        after_value = self._skipped(end)
        if data.startswith(b"stream", after_value):
            end = self._stream(number, data[after:end], after_value + len(b"stream"))
            after_value = self._skipped(end)
        if not data.startswith(b"endobj", after_value):
            self.walk.strays.append(f"object {number} {generation} has no end")
            return max(after_value, end, after + 1)
        if data[after_value - 1 : after_value] not in {b"\n", b"\r"}:
            self.walk.spacing.append(f"the end of object {number} does not begin a line")
        end = after_value + len(b"endobj")
        if data[end : end + 1] not in {b"\n", b"\r"}:
            self.walk.spacing.append(f"the end of object {number} does not end its line")
        return end

    def _skipped(self, at: int) -> int:
        while at < len(self.data) and self.data[at] in WHITE:
            at += 1
        return at

    def _stream(self, number: int, dictionary: bytes, at: int) -> int:
        """Over a stream's bytes, to the end of its keyword."""
        data = self.data
        if data.startswith(b"\r\n", at):
            at += 2
        elif data.startswith(b"\n", at):
            at += 1
        else:
            self.walk.streams.append(f"stream {number} does not begin on a line of its own")
            at += data[at : at + 1] == b"\r"
        found = LENGTH.search(dictionary)
        length = -1
        if found:
            length = self.length_of(int(found[1]), int(found[2])) if found[2] else int(found[1])
        tail = data[at + length : at + length + 11] if length >= 0 else b""
        marks = {eol for eol in (b"\r\n", b"\n", b"\r") if tail.startswith(eol + b"endstream")}
        if marks:
            return at + length + len(max(marks, key=len)) + len(b"endstream")
        end = data.find(b"endstream", at)
        if end < 0:
            self.walk.strays.append(f"stream {number} has no end")
            return len(data)
        if end - at != length and data[end - 1 : end] in {b"\n", b"\r"}:
            self.walk.lengths.append(f"stream {number} is {end - at - 1} bytes long and says {length}")
        elif end - at == length:
            self.walk.streams.append(f"stream {number} does not end on a line of its own")
        else:
            self.walk.lengths.append(f"stream {number} is not as long as it says ({length})")
        return end + len(b"endstream")

    # ------------------------------------------------------------------ values

    def _value(self, at: int) -> int:
        """Over one value; to what follows it."""
        depth = 0
        while at < len(self.data):
            found = TOKEN.match(self.data, at)
            if not found:
                return at
            kind = found.lastgroup
            if kind == "word" and found["word"] in {b"endobj", b"stream", b"startxref", b"xref", b"obj"}:
                return at
            at = check_token(self.walk, self.data, found)
            if kind == "open":
                depth += 1
            elif kind == "close":
                depth -= 1
            if kind in {"close", "string", "hex", "name", "word"} and depth <= 0:
                return at
        return at

    # ------------------------------------------------------------------ tables

    def _table(self, at: int) -> int:
        found = XREF.match(self.data, at)
        if not found:
            self.walk.tables.append(f"the table at {at} does not begin on a line of its own")
            return at + len(b"xref")
        at = found.end()
        while section := SECTION.match(self.data, at):
            at = section.end()
            for _ in range(int(section[2])):
                entry = ENTRY.match(self.data, at)
                if not entry:
                    self.walk.tables.append(f"the table has an entry at {at} that is none")
                    return at
                at = entry.end()
        return at


def check_token(walk: Walk, data: bytes, found: re.Match[bytes]) -> int:
    """What is wrong with one token; where it ends."""
    kind, start = found.lastgroup, found.start()
    if kind == "string":
        end = _string_end(data, found.end())
        if end < 0:
            walk.strays.append(f"a string at {start} has no end")
            return len(data)
        if end - start - 2 > MOST_BYTES:
            walk.limits.append(f"a string at {start} is too long")
        return end
    if kind == "hex":
        digits = found["hex"].translate(None, WHITE)
        if len(digits) % 2 or digits.strip(b"0123456789ABCDEFabcdef"):
            walk.hexadecimal.append(f"a hexadecimal string at {start} is not made of pairs of digits")
        if len(digits) > 2 * MOST_BYTES:
            walk.limits.append(f"a string at {start} is too long")
    elif kind == "name" and len(ESCAPED.sub(b"x", found["name"])) > MOST_NAME:
        walk.limits.append(f"a name at {start} is too long")
    elif kind == "number" and not _fits(found["number"]):
        walk.limits.append(f"a number at {start} is too large or too small")
    return found.end()


def _string_end(data: bytes, at: int) -> int:
    """Where a string ends whose first parenthesis is before ``at``; -1 where it does not."""
    depth = 1
    while depth:
        part = STRING.match(data, at)
        if not part:
            return -1
        depth += 1 if part[1] == b"(" else -1
        at = part.end()
    return at


def _fits(number: bytes) -> bool:
    if b"." not in number:
        return LEAST <= int(number) <= MOST
    return not float(number) or SMALLEST <= abs(float(number)) <= LARGEST


def walk_file(data: bytes, length_of: Callable[[int, int], int]) -> Walk:
    """Walks a whole file. ``length_of`` gives the length that stands in another object; -1 where it does not."""
    return _Walker(data, length_of).run()


def _is_suspect(data: bytes) -> bool:
    """Whether something may be in a stream without plain strings that is not as it should be, or that hides it."""
    if any(sign in data for sign in SUSPECTS) or b"<" in data.replace(b"<<", b""):
        return True
    if b"ID" in data.replace(b"MCID", b"") and INLINE_IMAGE.search(data):
        return True
    return LONG_NUMBER.search(data) is not None or max(map(len, data.split()), default=0) >= MOST_NAME


def walk_tokens(walk: Walk, data: bytes) -> None:
    """Looks at the tokens of a content stream or of an object stream; pictures inside of it are passed over."""
    if not _is_suspect(PLAIN_STRING.sub(b" ", data)):
        return
    at = 0
    while at < len(data):
        found = TOKEN.match(data, at)
        if not found:
            at += 1
            continue
        if found["word"] == b"ID":
            end = data.find(b"EI", found.end())
            at = end + 2 if end >= 0 else len(data)
            continue
        at = check_token(walk, data, found)
