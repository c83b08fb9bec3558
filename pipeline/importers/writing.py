"""A release as the Markdown of an article with its front matter, which reads back as the same text.

Signs that Markdown would take for its own are escaped. Emphasis that cannot be written there (in the midst of a word,
against a bracket) is left out rather than printed as asterisks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.article import Block, Break, Inline, ItemList, Note, Paragraph, Pull, Quotation, Subhead, Table
from pipeline.article.blocks import read_body
from pipeline.importers.runs import BREAK
from pipeline.importers.values import NOWHERE, Found, Release, Runs

PROPOSED = "# Proposed by digest import: write a better title, and delete this line."
_ALWAYS = re.compile(r"[\\`*\[\]<>]|&(?=[#\w])|(?<!\w)_|_(?!\w)|!(?=\[)")
_AT_START = re.compile(r"^(\s*)(#|[-+=](?=\s|$|-|=)|:::|~~~)")
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_OUTWARD = re.compile(r"(https?://|mailto:|tel:)[^\s<>()]+$", re.IGNORECASE)


def markdown_of(release: Release, photos: Sequence[tuple[str, Found]], language: str = "") -> str:
    """The whole file. ``photos`` are the pictures with their paths in the issue; ``language`` may be nothing."""
    head = list(_front_matter(release, photos, language))
    blocks = [_block(block) for block in release.blocks]
    notes = [_note(note) for note in release.notes]
    body = "\n\n".join(part for part in (*blocks, *notes) if part)
    return "\n".join(["---", *head, "---", body]) + "\n"


def _front_matter(release: Release, photos: Sequence[tuple[str, Found]], language: str) -> Iterator[str]:
    if release.proposed:
        yield PROPOSED
    yield f"title: {_text(release.headline)}"
    for key in ("standfirst", "place", "byline"):
        if key == "place" and release.date:
            yield f"date: {release.date.isoformat()}"
        if getattr(release, key):
            yield f"{key}: {_text(getattr(release, key))}"
    if language:
        yield f"language: {language}"
    yield "state: draft"
    if photos:
        yield "photos:"
    for path, found in photos:
        said = "".join(
            f", {key}: {_text(value)}" for key in ("caption", "credit", "alt") if (value := getattr(found, key))
        )
        yield f"  - {{file: {path}{said}}}"


def _text(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            written = _line(block.inlines)
        case Subhead():
            written = _heading(block)
        case ItemList():
            written = _list(block)
        case Quotation():
            written = "\n".join(f"> {line}".rstrip() for line in _blocks(block.blocks).split("\n"))
        case Table():
            written = _table(block)
        case Pull():
            written = f"::: pull\n{_blocks(block.blocks)}\n:::"
        case Break():
            written = "***"
        case other:
            message = f"an import makes no such block: {type(other).__name__}"
            raise AssertionError(message)
    return written


def _blocks(blocks: Sequence[Block]) -> str:
    return "\n\n".join(_block(block) for block in blocks)


def _heading(block: Subhead) -> str:
    line = _line(block.inlines).replace("\\\n", " ").replace("\n", " ")
    # Signs at the end would close the heading and not be read.
    line = f"{line[:-1]}\\#" if line.endswith("#") and not line.endswith("\\#") else line
    return f"{'#' * block.level} {line}"


def _list(block: ItemList) -> str:
    lines: list[str] = []
    loose = any(len(item) > 1 and not isinstance(item[1], ItemList) for item in block.items)
    for number, item in enumerate(block.items):
        mark = f"{block.start + number}. " if block.ordered else "- "
        inner = ("\n\n" if loose else "\n").join(_block(part) for part in item).split("\n")
        lines += [mark + inner[0], *(" " * len(mark) + line if line else "" for line in inner[1:])]
        lines += [""] if loose and number < len(block.items) - 1 else []
    return "\n".join(lines)


def _table(table: Table) -> str:
    rows = [[_cell(cell) for cell in row] for row in (table.header, *table.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(table.header)}", *lines[1:]])


def _cell(runs: Runs) -> str:
    return _line(runs, cell=True).replace("\n", " ").replace("|", "\\|")


def _note(note: Note) -> str:
    paragraphs = [_block(block) for block in note.blocks]
    return f"[^{note.label}]: " + "\n\n    ".join(paragraphs)


@cache
def _line(runs: Runs, *, cell: bool = False) -> str:
    """One paragraph's text; without emphasis, and then without links, where the whole cannot be read back."""
    bare = tuple(replace(run, strong=False, emphasis=False) for run in runs)
    for attempt in (runs, bare, tuple(replace(run, href="") for run in bare)):
        written = _written(attempt)
        if cell or _reads_back(written, attempt):
            return written
    return _written(tuple(replace(run, href="", text=" ".join(run.text.split(BREAK))) for run in bare))


def _reads_back(written: str, runs: Runs) -> bool:
    """Whether Markdown reads the text, its notes and its links as they were meant."""
    body = read_body(written, "", 1)
    if len(body.blocks) != 1 or not isinstance(body.blocks[0], Paragraph):
        return False
    return _looks(body.blocks[0].inlines) == _looks(runs)


def _looks(runs: Runs) -> list[tuple[str, bool, bool, str, str]]:
    """Runs as they look, letter by letter; the look of blanks does not show."""
    looks = []
    for run in runs:
        if run.note:
            looks.append(("", False, False, "", run.note))
        for letter in run.text:
            strong, emphasis = (run.strong, run.emphasis) if not letter.isspace() else (False, False)
            looks.append((letter, strong, emphasis, run.href if not letter.isspace() else "", ""))
    return looks


def _written(runs: Runs) -> str:
    text = "".join(_run(run) for run in _merged(runs))
    lines = [_NUMBER.sub(r"\1\\\2", _AT_START.sub(r"\1\\\2", line.strip())) for line in text.split(BREAK)]
    return "\\\n".join(line for line in lines if line)


def _merged(runs: Runs) -> list[Inline]:
    """Runs whose blanks at the ends stand outside of emphasis and links."""
    made: list[Inline] = []
    for run in runs:
        if run.note or not (run.strong or run.emphasis or run.href):
            made.append(run)
            continue
        bare = run.text.strip()
        start = run.text[: len(run.text) - len(run.text.lstrip())]
        end = run.text[len(run.text.rstrip()) :] if bare else ""
        made += [
            Inline(part, NOWHERE) if part is not bare else replace(run, text=bare)
            for part in (start, bare, end)
            if part
        ]
    return made


def _run(run: Inline) -> str:
    if run.note:
        return f"[^{run.note}]"
    text = _ALWAYS.sub(lambda match: f"\\{match[0]}", run.text)
    if not (run.strong or run.emphasis or run.href):
        return text
    if run.strong or run.emphasis:
        marks = "*" * (2 * run.strong + run.emphasis)
        text = BREAK.join(f"{marks}{part.strip()}{marks}" if part.strip() else "" for part in text.split(BREAK))
    if not run.href or not _OUTWARD.match(run.href):
        return text
    return f"[{text}]({run.href})"
