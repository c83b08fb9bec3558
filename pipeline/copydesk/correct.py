"""Corrections made in the text of a file, letter by letter, and nothing else.

Refused are corrections whose old letters are not there, that overlap another, or that would put a sign into an
unquoted value of YAML that means something there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.copydesk.values import Correction

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_MEANINGFUL = frozenset(",:#[]{}&*!|>%@`\"'\\")
_BOM = "\ufeff"


def corrected(content: str, corrections: Iterable[Correction]) -> tuple[str, list[Correction]]:
    """The text of a file with its corrections made, and those that were; line ends stay as they are."""
    bom = _BOM if content.startswith(_BOM) else ""
    parts = _LINE_END.split(content.removeprefix(_BOM))
    lines, ends = parts[::2], [*parts[1::2], ""]
    made: list[Correction] = []
    last: tuple[int, int] | None = None
    for one in sorted(corrections, key=lambda c: (c.span.line, c.span.column, c.new), reverse=True):
        row, begin = one.span.line - 1, one.span.column - 1
        end = begin + len(one.old)
        if not 0 <= row < len(lines) or lines[row][begin:end] != one.old or not _is_safe(one, lines):
            continue
        if last and last[0] == row and end > last[1]:
            continue
        lines[row] = lines[row][:begin] + one.new + lines[row][end:]
        last = (row, begin)
        made.append(one)
    return bom + "".join(line + end for line, end in zip(lines, ends, strict=True)), made[::-1]


def _is_safe(one: Correction, lines: Sequence[str]) -> bool:
    """Whether the new letters mean nothing to YAML where they will stand."""
    if one.value is None:
        return True
    new = set(one.new) - set(one.old)
    before = lines[one.value.line - 1][: one.value.column - 1] if one.value.line <= len(lines) else ""
    return not new & (set("\"'\\") if before.endswith(('"', "'")) else _MEANINGFUL)
