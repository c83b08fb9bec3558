"""Content streams taken apart: operators with their operands, in order.

A stream of plain tokens is read here, an instruction at a time; one with anything else in it (comments, strings in
brackets, inline images, operators that ISO 32000-1 does not know) is left to pikepdf as a whole, which takes several
times as long. Both give the same: numbers, names, bytes for what is shown, lists of those, and dictionaries.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from decimal import Decimal
from typing import Any

import pikepdf

from pipeline.preflight.opened import bytes_of

Instruction = tuple[str, list[Any]]
INLINE_IMAGE = "an inline image"  # stands in the operator's place
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
NAMES = (
    b"b B b* B* BMC BT BX c cm CS cs d0 d1 Do EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S sc SC"
    b" scn SCN sh T* Tc Td TD Tf TL Tm Tr Ts Tw Tz v w W W* y"
)
KNOWN = {name: name.decode() for name in NAMES.split()}
BLANKS = b"\0\t\n\f\r "
NUMBERED = re.compile(rb"<</MCID (\d{1,9})>>")
# A number can be read in one way only, or a stream that ends in a comment would be tried in all of them.
PARTS = {b"_": rb"[\0\t\n\f\r ]", b"NAME": rb"/[A-Za-z0-9_.+-]+", b"NUMBER": rb"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"}


def _compiled(pattern: bytes) -> re.Pattern[bytes]:
    for part, meant in PARTS.items():
        pattern = pattern.replace(part, meant)
    return re.compile(pattern)


# An array and TJ; a name or none, numbers or none, and an operator; a mark with its properties; a string and Tj.
INSTRUCTION = _compiled(
    rb"_*(?:\[([0-9A-Fa-f<>.+\-\0\t\n\f\r ]*)\]_*TJ|(?:(NAME)_+)?((?:NUMBER_+)*)([A-Za-z]+[01*]?)"
    rb"|(NAME)_*(<<(?:[^<>()%]|<[^<>]*>)*>>|NAME(?=_))_*BDC|<([0-9A-Fa-f]*)>_*Tj)(?=[\0\t\n\f\r \[/<]|\Z)"
)
NUMBERS = _compiled(rb"_*(?:NUMBER(?:_+|\Z))*")


class Tokens:
    """Reads the content streams of a file; names, property lists and numbers that come again are read once."""

    def __init__(self) -> None:
        self._names: dict[bytes, pikepdf.Name] = {}
        self._lists: dict[bytes, pikepdf.Object] = {}
        self._numbers: dict[bytes, list[float]] = {}

    def instructions(self, source: pikepdf.Object) -> list[Instruction]:
        """All of a page or of a stream, as pikepdf would take it apart; its errors, or Unreadable."""
        data = _written(source)
        found = None if data is None else self.plain(data)
        return by_pikepdf(source) if found is None else found

    def plain(self, data: bytes) -> list[Instruction] | None:
        """The instructions of a stream of plain tokens; None for others."""
        done: list[Instruction] = []
        at, name_of, known = 0, self._name, self._numbers
        operands: list[Any]
        try:
            while found := INSTRUCTION.match(data, at):
                at = found.end()
                array, name, numbers, operator, tag, properties, shown = found.groups()
                if operator is not None:
                    operands = [] if name is None else [name_of(name)]
                    if numbers:
                        operands += known.get(numbers) or self._known(numbers)
                    done.append((KNOWN[operator], operands))
                elif array is not None:
                    done.append(("TJ", [self._array(array)]))
                elif tag is not None:
                    done.append(("BDC", [name_of(tag), self._listed(properties)]))
                else:
                    done.append(("Tj", [unhexlify(shown)]))
        except (ValueError, KeyError, pikepdf.PdfError):
            return None
        return None if data[at:].strip(BLANKS) else done

    def _name(self, written: bytes) -> pikepdf.Name:
        found = self._names.get(written)
        if found is None:
            found = self._names[written] = pikepdf.Name(written.decode())
        return found

    def _listed(self, written: bytes) -> Any:  # noqa: ANN401 - a dictionary, or the name of one
        if numbered := NUMBERED.fullmatch(written):
            return {"/MCID": int(numbered[1])}
        if written.startswith(b"/"):
            return self._name(written)
        if written not in self._lists:
            self._lists[written] = pikepdf.Object.parse(written)
        return self._lists[written]

    def _array(self, written: bytes) -> list[Any]:
        """Strings and the numbers between them; ValueError for anything else."""
        head, *parts = written.split(b"<")
        done: list[Any] = [*self._read(head)]
        known = self._numbers
        for part in parts:
            digits, end, rest = part.partition(b">")
            if not end:
                raise ValueError(written)
            done.append(unhexlify(digits))
            if rest:
                done += known.get(rest) or self._read(rest)
        return done

    def _read(self, written: bytes) -> list[float]:
        if not NUMBERS.fullmatch(written):
            raise ValueError(written)
        return self._known(written)

    def _known(self, written: bytes) -> list[float]:
        """The numbers of what is known to be numbers."""
        found = self._numbers[written] = [float(number) for number in written.split()]
        return found


def _written(source: pikepdf.Object) -> bytes | None:
    """The content of a page or of a stream; None where it is neither one stream nor several. Unreadable as they are."""
    content = source if isinstance(source, pikepdf.Stream) else source.get("/Contents")
    parts = tuple(content) if isinstance(content, pikepdf.Array) else (content,)
    streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
    written = b"\n".join([bytes_of(part) for part in streams])  # under the ceiling, whoever takes it apart
    return written if len(streams) == len(parts) else None


def by_pikepdf(source: pikepdf.Object) -> list[Instruction]:
    """The instructions of any stream; pikepdf's errors for one that is none."""
    done: list[Instruction] = []
    for found in pikepdf.parse_content_stream(source):
        if isinstance(found, pikepdf.ContentStreamInlineImage):
            done.append((INLINE_IMAGE, [found.iimage]))
        else:
            name = str(found.operator)
            done.append((name, [_value(operand, shown=name in SHOWING) for operand in found.operands]))
    return done


def _value(operand: Any, *, shown: bool) -> Any:  # noqa: ANN401 - whatever an operand is
    if isinstance(operand, Decimal):
        return float(operand)
    if isinstance(operand, pikepdf.Array):
        return [_value(item, shown=shown) for item in operand]
    return bytes(operand) if shown and isinstance(operand, pikepdf.String) else operand
