"""Marks of Markdown as converters of papers write it: tables drawn in dashes, captions, notes in the text, definitions.

They are put as the house's Markdown has them. A picture's words are its caption where such a converter wrote the file,
which is seen by its marks: attributes in braces behind a picture or a heading, fences of colons with attributes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PICTURE = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\]){1,1000})\]\(([^()\s]+)\)(\{[^{}]{0,300}\})?")
_OF_PAPER = re.compile(
    r"\]\([^()\s]+\)\{[^{}]{0,300}\}|^#{1,6} [^\n]*\{[#.][^{}\n]*\}[ \t]*$|^:{3,} *\{[^{}\n]*\}", re.MULTILINE
)
_RULE = re.compile(r"^ *-+( +-+)+ *$")
_LINE = re.compile(r"^ *-{3,} *$")
_GRID = re.compile(r"^\+(?:[-=:]+\+)+ *$")
_NOTE = re.compile(r"(?<!\\)\^\[([^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]")
_DEFINED = re.compile(r"^(?P<term>\S[^\n]{0,80})\n(?:\n)?(?=[:~] {1,3}\S)", re.MULTILINE)
_DEFINITION = re.compile(r"^[:~] {1,3}(?=\S)", re.MULTILINE)
_CAPTION = re.compile(r"(?<=\n\n) {0,3}(?:Table)?: {1,3}(?=\S)")
_LINE_BLOCK = re.compile(r"^\| {1,8}(?=\S)([^|\n]+)$", re.MULTILINE)
_RAISED = re.compile(r"(?<=[\w)])\^([\w+-]{1,8})\^|(?<=[A-Za-z)])~([\w+-]{1,4})~(?!~)")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,500})(?<=\S)~~")
_MOST_CELLS = 30


def without_paper_marks(text: str) -> str:
    """The text with such marks as the house's."""
    if _OF_PAPER.search(text):
        text = _PICTURE.sub(_captioned, text)
        text = _RAISED.sub(lambda match: match[1] or match[2], text)
    text = _LINE_BLOCK.sub(r"\1  ", _CAPTION.sub("", _tables(text)))
    text = _STRUCK.sub(r"\1", _with_notes(text))
    if _DEFINED.search(text):
        text = _DEFINITION.sub("", _DEFINED.sub(r"**\g<term>**\n\n", text))
    return text


def _captioned(match: re.Match[str]) -> str:
    words = re.sub(r"(?<!\\)[*_`]+|\\(?=\W)", "", " ".join(match[1].split()))
    return f'![]({match[2]} "{words.replace(chr(34), "”")}")'


def _with_notes(text: str) -> str:
    """The text with notes that stand within it at its end."""
    notes: list[str] = []

    def aside(match: re.Match[str]) -> str:
        notes.append(match[1])
        return f"[^within-{len(notes)}]"

    text = _NOTE.sub(aside, text)
    return "\n\n".join([text.rstrip("\n"), *(f"[^within-{n}]: {note}" for n, note in enumerate(notes, 1)), ""])


def _tables(text: str) -> str:
    """The text with tables that are drawn in dashes as tables with bars."""
    lines = text.split("\n")
    made: list[str] = []
    number = 0
    while number < len(lines):
        end = _end_of_table(lines, number)
        rows = _rows(lines[number:end]) if end else []
        if len(rows) > 1:
            width = max(map(len, rows))
            drawn = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
            made += ["", drawn[0], f"|{'---|' * width}", *drawn[1:], ""]
            number = end
        else:
            made.append(lines[number])
            number += 1
    return "\n".join(made)


def _end_of_table(lines: Sequence[str], number: int) -> int:
    """Where the table ends that begins at a line; 0 for none."""
    if _GRID.match(lines[number]):
        return next((n for n in range(number, len(lines)) if not lines[n].startswith(("+", "|"))), len(lines))
    follows = number + 1 < len(lines) and bool(lines[number].strip()) and _RULE.match(lines[number + 1])
    if follows and not _RULE.match(lines[number]) and not _LINE.match(lines[number]):
        return next((n for n in range(number + 2, len(lines)) if not lines[n].strip()), len(lines))
    if _LINE.match(lines[number]):  # rows of several lines, between two rules
        behind = range(number + 1, len(lines))
        inner = next((n for n in behind if _RULE.match(lines[n])), 0)
        end = next((n for n in behind if n > inner and _LINE.match(lines[n])), 0) if inner else 0
        headed = inner and all(lines[n].strip() for n in range(number + 1, inner))
        return end + 1 if end and headed else 0
    return 0


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of a drawn table."""
    if _GRID.match(lines[0]):
        rows: list[list[str]] = []
        fresh = True
        for line in lines:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if _GRID.match(line):
                fresh = True
            elif fresh or len(cells) != len(rows[-1]):
                rows.append(cells)
                fresh = False
            else:
                rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        return rows
    ruled = next(n for n, line in enumerate(lines) if _RULE.match(line))
    starts = [match.start() for match in re.finditer(r"-+", lines[ruled])][:_MOST_CELLS]
    several = _LINE.match(lines[0]) is not None
    head = [line for line in lines[:ruled] if not _LINE.match(line)]
    body = [line for line in lines[ruled + 1 :] if not _LINE.match(line) and not _RULE.match(line)]
    groups: list[list[str]] = [head]
    for line in body:
        if not several or not groups[1:] or not line.strip():
            groups.append([])
        groups[-1].append(line)
    parted = [[_cells(line, starts) for line in group if line.strip()] for group in groups]
    return [[" ".join(filter(None, parts)) for parts in zip(*group, strict=True)] for group in parted if group]


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    """A line's cells, which begin where the dashes do; a word is not cut where it stands over the edge."""
    edges = [0]
    for start in starts[1:]:
        place = min(start, len(line))
        while 0 < place < len(line) and line[place - 1] != " " and place > edges[-1]:
            place -= 1
        edges.append(place)
    return [line[begin:end].strip().replace("|", "/") for begin, end in zip(edges, [*edges[1:], None], strict=True)]
