"""From boxes to the blocks of an article: what was not left out, as paragraphs, subheads, lists, tables and notes.

A table that only arranges a page is unwrapped; one within another becomes the text of its cell. Footnotes are the
targets of marks within the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from pipeline.article import Block, Inline, ItemList, Note, Paragraph, PhotoPlace, Quotation, Subhead, Table
from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.runs import joined_lines, split_lines, text_of, tidied, unbroken, words_of
from pipeline.importers.tree import Element
from pipeline.importers.values import NOWHERE, Dropped, Repair, Runs

NOTE = "note"
CAPTION = "caption"
_KEPT = {"", NOTE, CAPTION}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BACK = "↑↩⤴^"
_OWN_MARK = re.compile(r"^\s*(\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*")
_ITEM = re.compile(r"\s*(?:(?P<number>\d{1,2}(?:[.:]\d\d)?[.):]?)|[•●▪◦‣∙·■►*–—-]\ufe0f?)\s+\S")
_HEAD, _NUMBERED, _BULLETED, _HEAD_WORDS = "heading", "numbered item", "item", 12
_CELL_WORDS = 25
_SEVERAL = 2


@dataclass(slots=True)
class Rendering:
    """Renders boxes. ``keys`` are the pictures that are kept, by their element; ``repairs`` is added to on the way.

    ``shown`` are the leaves, by identity, whose text is in what was rendered.
    """

    keys: dict[int, str] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    shown: set[int] = field(default_factory=set)

    def blocks(self, box: Box) -> tuple[Block, ...]:
        """The blocks of a box; without an outer list, quotation or table."""
        return tuple(self._blocks(box))

    def _blocks(self, box: Box) -> Iterator[Block]:
        for child in box.children:
            if isinstance(child, Picture):
                if key := self.keys.get(id(child.element)):
                    yield PhotoPlace(key, "", "", NOWHERE)
            elif isinstance(child, Leaf):
                if not child.why:
                    yield from self._leaf(child)
            else:
                yield from self._box(child)

    def _leaf(self, leaf: Leaf) -> Iterator[Block]:
        self.shown.add(id(leaf))
        level = next((_HEADINGS[e.tag] for e in (leaf.element, *leaf.element.up()) if e.tag in _HEADINGS), 0)
        if level:
            yield Subhead(level, unbroken(leaf.runs), NOWHERE)
        else:
            yield from (Paragraph(runs, NOWHERE) for runs in self._lines(leaf))

    def _lines(self, leaf: Leaf) -> Iterator[Runs]:
        """A paragraph, or several where its lines are headings, items of a list, or paragraphs themselves.

        A paragraph by its tag that is a bold line and one more has its heading run in.
        """
        lines = split_lines(leaf.runs)
        kinds = [_kind(line) for line in lines]
        run_in = leaf.element.tag == "p" and kinds == [_HEAD, ""]
        if len(kinds) > 1 and not run_in and {*kinds} not in ({""}, {_HEAD}):
            for kind, group in groupby(zip(kinds, lines, strict=True), key=itemgetter(0)):
                held = [line for _, line in group]
                if kind in {_HEAD, _NUMBERED}:
                    yield from held
                else:
                    yield from self._plain_lines(joined_lines(held))
        else:
            yield from self._plain_lines(leaf.runs)

    def _plain_lines(self, runs: Runs) -> Iterator[Runs]:
        """A paragraph, or several where each of its lines is one."""
        lines = split_lines(runs)
        ends = [text_of(line).rstrip("\"'»”’) ")[-1:] for line in lines]
        long = sum(len(text_of(line)) for line in lines) / len(lines)
        if len(lines) > 1 and all(end in ".!?…。" for end in ends) and long > 60:
            yield from lines
        elif (
            len(lines) > _SEVERAL
            and sum(end.isalpha() or end == "," for end in ends[:-1]) * 2 > len(lines)
            and long > 30
        ):
            self.repairs.append(Repair("Lines of a paragraph were joined.", text_of(runs)))
            yield unbroken(runs)
        else:
            yield runs

    def _box(self, box: Box) -> Iterator[Block]:
        """The blocks of an element; pictures within a list or a quotation stand behind it."""
        tag = box.element.tag
        if tag in {"ul", "ol"}:
            items = [_apart(item) for item in self._items(box)]
            texts = tuple(item for item, _ in items if item)
            start = box.element.get("start")
            if texts:
                yield ItemList(tag == "ol", int(start) if tag == "ol" and start.isdecimal() else 1, texts, NOWHERE)
            yield from (photo for _, photos in items for photo in photos)
        elif tag == "blockquote":
            blocks, photos = _apart(self._blocks(box))
            if blocks:
                yield Quotation(blocks, NOWHERE)
            yield from photos
        elif tag == "table" and is_data(box):
            yield from self._table(box)
        else:
            yield from self._blocks(box)

    def _items(self, box: Box) -> Iterator[tuple[Block, ...]]:
        for child in box.children:
            if isinstance(child, Box):
                yield tuple(_without_subheads(self._blocks(child)))
            elif isinstance(child, Leaf) and not child.why:
                self.shown.add(id(child))
                yield (Paragraph(child.runs, NOWHERE),)
            elif isinstance(child, Picture) and (key := self.keys.get(id(child.element))):
                yield (PhotoPlace(key, "", "", NOWHERE),)

    def _table(self, box: Box) -> Iterator[Block]:
        """A table with its title before it, and with what stands in it outside of its cells."""
        cells = [row for row in rows_of(box) if row]
        within = {id(leaf) for row in cells for cell in row for leaf in cell.leaves()}
        for leaf in box.leaves():
            if not leaf.why and id(leaf) not in within:
                yield from self._leaf(leaf)
        rows = [self._row(row) for row in cells]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        width = max(map(len, rows))
        filled = [row + ((),) * (width - len(row)) for row in rows]
        yield Table(filled[0], tuple(filled[1:]), ("",) * width, NOWHERE)
        for part in box.parts():
            if isinstance(part, Picture) and (key := self.keys.get(id(part.element))):
                yield PhotoPlace(key, "", "", NOWHERE)

    def _row(self, row: list[Box]) -> tuple[Runs, ...]:
        cells: list[Runs] = []
        for cell in row:
            leaves = [leaf for leaf in cell.leaves() if not leaf.why]
            self.shown |= set(map(id, leaves))
            if len(leaves) > 1:
                text = " ".join(leaf.text for leaf in leaves)
                self.repairs.append(Repair("Paragraphs of a table's cell were joined, for a cell has but one.", text))
            runs = [run for leaf in leaves for run in (*leaf.runs, Inline(" ", NOWHERE))]
            cells.append(unbroken(tidied(runs)))
            span = cell.element.get("colspan")
            cells += [()] * (min(int(span), 50) - 1 if span.isdigit() else 0)
        return tuple(cells)

    def notes(self, box: Box) -> tuple[dict[str, str], tuple[Note, ...]]:
        """New labels by target, and the footnotes in the order of their marks. Their leaves no longer count as text."""
        targets: dict[str, Box | Leaf] = {}
        for inner in _all(box):
            for name in (inner.element.get("id"),) if isinstance(inner, Box) else inner.ids:
                targets.setdefault(name, inner)
        labels: dict[str, str] = {}
        notes: list[Note] = []
        places = {id(leaf): number for number, leaf in enumerate(box.leaves())}
        marks = [(run.note, leaf) for leaf in box.leaves() if leaf.why in _KEPT for run in leaf.runs if run.note]
        for mark, marked in marks:
            target = targets.get(mark)
            leaves = [] if target is None else [target] if isinstance(target, Leaf) else list(target.leaves())
            if mark in labels or any(leaf.why == NOTE for leaf in leaves):
                continue
            if not leaves or places[id(leaves[0])] <= places[id(marked)]:
                continue  # a note leads back to its mark
            labels[mark] = str(len(labels) + 1)
            for leaf in leaves:
                leaf.why = NOTE
            notes.append(
                Note(
                    labels[mark],
                    tuple(Paragraph(runs, NOWHERE) for leaf in leaves if (runs := _note_runs(leaf.runs))),
                    NOWHERE,
                )
            )
        return labels, tuple(notes)


def _kind(line: Runs) -> str:
    """What a line within a paragraph is: a heading in bold, an item behind a bullet or number, or text."""
    text = text_of(line)
    if (match := _ITEM.match(text)) is not None:
        return _NUMBERED if match["number"] else _BULLETED
    bold = all(run.strong for run in line if run.text.strip())
    return _HEAD if bold and words_of(text) <= _HEAD_WORDS and not text.rstrip().endswith((",", ".")) else ""


def _note_runs(runs: Runs) -> Runs:
    """A note's text without its own mark and the arrow that leads back."""
    runs = tidied([run for run in runs if not run.note])
    if runs and (left := re.match(r"\s*[\[(]\s*[\])]\s*", runs[0].text)) is not None:
        runs = (replace(runs[0], text=runs[0].text[left.end() :]), *runs[1:])
    if runs and (match := _OWN_MARK.match(runs[0].text)):
        runs = (replace(runs[0], text=runs[0].text[match.end() :]), *runs[1:])
    kept = [
        replace(run, text=run.text.strip(_BACK) if run.text.strip() and not run.text.strip(_BACK + " ") else run.text)
        for run in runs
        if not run.note
    ]
    return unbroken(
        tidied([replace(run, text=run.text.rstrip(_BACK + " ")) if run is kept[-1] else run for run in kept])
    )


def _apart(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[PhotoPlace, ...]]:
    """Blocks without the places of pictures, and those."""
    held = tuple(blocks)
    photos = tuple(block for block in held if isinstance(block, PhotoPlace))
    return tuple(block for block in held if not isinstance(block, PhotoPlace)), photos


def _without_subheads(blocks: Iterable[Block]) -> Iterator[Block]:
    return (Paragraph(block.inlines, NOWHERE) if isinstance(block, Subhead) else block for block in blocks)


def _all(box: Box) -> Iterator[Box | Leaf]:
    waiting: list[Box | Leaf | Picture] = [box]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Box):
            waiting += reversed(part.children)
        if not isinstance(part, Picture):
            yield part


def rows_of(table: Box) -> list[list[Box]]:
    """The cells of a table's own rows, not of those within its cells."""
    rows: list[list[Box]] = []
    for child in table.children:
        if isinstance(child, Box):
            if child.element.tag in {"thead", "tbody", "tfoot"}:
                rows += rows_of(child)
            elif child.element.tag == "tr":
                rows.append(_cells(child))
    return rows


def _cells(row: Box) -> list[Box]:
    """The cells of a row, with those that hold nothing."""
    filled = {id(child.element): child for child in row.children if isinstance(child, Box)}
    cells = [child for child in row.element.children if isinstance(child, Element) and child.tag in {"td", "th"}]
    return [filled.get(id(cell), Box(cell)) for cell in cells]


def is_data(table: Box) -> bool:
    """Whether a table is one of data, and not one that arranges a page."""
    rows = rows_of(table)
    cells = [cell for row in rows for cell in row]
    if len(rows) < _SEVERAL or max(map(len, rows), default=0) < _SEVERAL or table.element.get("role") == "presentation":
        return False
    if any(_holds_text(cell, cells) for cell in cells):
        return False
    if any(cell.element.tag == "th" for cell in cells):
        return True
    words = [sum(leaf.words for leaf in cell.leaves()) for cell in cells]
    several = sum(sum(leaf.is_prose for leaf in cell.leaves()) > 1 for cell in cells)
    pictures = sum(isinstance(part, Picture) for cell in cells for part in cell.parts())
    return (
        max(words) <= _CELL_WORDS * 3
        and sum(words) / len(words) <= _CELL_WORDS
        and not several
        and pictures * _SEVERAL < len(cells)
    )


def _holds_text(cell: Box, cells: list[Box]) -> bool:
    """Whether a cell holds several paragraphs, and most of its table's words: the text of a form or a board."""
    if sum(leaf.is_prose for leaf in cell.leaves()) < _SEVERAL:
        return False
    words = sum(leaf.words for leaf in cell.leaves())
    return words > _CELL_WORDS and words * 2 > sum(leaf.words for other in cells for leaf in other.leaves())


def dropped_of(box: Box) -> tuple[Dropped, ...]:
    """What was left out of boxes, neighbours with one reason together."""
    found: list[Dropped] = []
    for leaf in box.leaves():
        if leaf.why in _KEPT:
            continue
        if found and found[-1].why == leaf.why:
            found[-1] = Dropped(f"{found[-1].text} | {leaf.text}", leaf.why)
        else:
            found.append(Dropped(leaf.text, leaf.why))
    return tuple(found)
