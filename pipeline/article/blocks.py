"""From markdown-it's block tokens to the blocks of an article.

Photos always become blocks of the article itself, never of a list or a cell; what a page cannot show as it was
written is set as near to it as can be, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from pipeline import limits
from pipeline.article.inlines import Gathered, Source, cell_source, gather, paragraph_source
from pipeline.article.markdown import CONTAINERS, Token, tokenize, tokenize_line
from pipeline.article.values import (
    Block,
    Break,
    Cell,
    Inline,
    ItemList,
    Note,
    Panel,
    Paragraph,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
)
from pipeline.diagnostic import Finding, Span

_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_CONTAINER_LINE = re.compile(r"\s*:::+\s*(\S*)")
_DEEPEST_SUBHEAD = 6


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text: its blocks, its footnotes in the order of their marks, and what was found."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _State:
    """What is gathered on the way through the tokens."""

    file: str
    first_line: int
    lines: list[str]
    env: dict[str, object]
    findings: list[Finding] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    photos: list[PhotoPlace] = field(default_factory=list)
    unknown_container: bool = False
    too_deep: bool = False

    def find(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self.findings.append(Finding(code, message, span, hint))


def read_body(text: str, file: str, first_line: int) -> Body:
    """The blocks of a Markdown text that begins on ``first_line`` of ``file``."""
    tokens, env = tokenize(text)
    state = _State(file, first_line, text.split("\n"), env)
    blocks = _Reader(state, tokens).all_blocks()
    _check_notes(state)
    _check_references(state)
    order = {label: index for index, (label, _) in reversed(list(enumerate(state.marks)))}
    notes = sorted(state.notes, key=lambda note: order.get(note.label, len(order)))
    return Body(blocks, tuple(notes), tuple(state.findings))


class _Reader:
    """Walks the tokens once; each method leaves the index behind what it read."""

    def __init__(self, state: _State, tokens: Sequence[Token]) -> None:
        self.state = state
        self.tokens = tokens
        self.index = 0

    def all_blocks(self) -> tuple[Block, ...]:
        """The blocks of the article itself, each followed by the photos that were found within it."""
        blocks: list[Block] = []
        while self.index < len(self.tokens):
            blocks += self._block(0)
            blocks += self.state.photos
            self.state.photos.clear()
        return tuple(blocks)

    def _block(self, depth: int) -> tuple[Block, ...]:
        token = self.tokens[self.index]
        if depth > limits.MARKDOWN_DEPTH:
            return self._skipped(token)
        self.index += 1
        span = self._span(token)
        match token.type:
            case "paragraph_open":
                found = self._paragraph(depth)
            case "footnote_reference_open":
                self._note(token, span, depth)
                found = ()
            case "heading_open":
                found = (self._subhead(token, span),)
            case "table_open":
                found = (self._table(span),)
            case "hr":
                found = (Break(span),)
            case "fence":
                found = (self._fence(token, span),)
            case _:
                found = (self._holder(token, span, depth),)
        return found

    def _holder(self, token: Token, span: Span, depth: int) -> Block:
        """A block that holds blocks."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, span, depth)
            case "blockquote_open":
                return Quotation(self._until("blockquote_close", depth), span)
            case "container_pull_open":
                self._closed(token, span)
                return Pull(self._until("container_pull_close", depth), span)
            case "container_box_open":
                self._closed(token, span)
                return Panel(self._box_title(token), self._until("container_box_close", depth), span)
            case other:
                message = f"markdown-it made a block that is not known here: {other}"
                raise AssertionError(message)

    def _until(self, closing: str, depth: int) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self.tokens[self.index].type != closing:
            blocks += self._block(depth + 1)
        self.index += 1
        return tuple(blocks)

    def _skipped(self, token: Token) -> tuple[Block, ...]:
        """Passes over a block that lies too deep, with one finding for all."""
        if not self.state.too_deep:
            self.state.too_deep = True
            message = f"Lists or quotations are nested more than {limits.MARKDOWN_DEPTH} deep here."
            self.state.find("E202", message, self._span(token), "Delete the signs too many at the line's beginning.")
        open_blocks = 0
        while True:
            open_blocks += self.tokens[self.index].nesting
            self.index += 1
            if open_blocks == 0:
                return ()

    def _paragraph(self, depth: int) -> tuple[Block, ...]:
        inline = self.tokens[self.index]
        self.index += 2
        gathered = self._gathered(inline)
        self._container_lines(inline)
        alone = not any(piece.text.strip() or piece.note for piece in gathered.inlines)
        if alone and depth == 0:
            return tuple(gathered.photos)
        self._hoist(gathered)
        return () if alone else (Paragraph(gathered.inlines, gathered.inlines[0].span),)

    def _subhead(self, token: Token, span: Span) -> Subhead:
        inline = self.tokens[self.index]
        self.index += 2
        gathered = self._gathered(inline)
        self._hoist(gathered)
        level = int(token.tag[1:])
        if level == 1:
            words = "".join(piece.text for piece in gathered.inlines)
            hint = "Delete it if it repeats the title; write ## for a subhead."
            self.state.find("W203", f"A heading with one # stands in the text: {words}", span, hint)
        return Subhead(max(2, level), gathered.inlines, span)

    def _list(self, token: Token, span: Span, depth: int) -> ItemList:
        items: list[tuple[Block, ...]] = []
        while self.tokens[self.index].type == "list_item_open":
            self.index += 1
            items.append(self._until("list_item_close", depth))
        self.index += 1
        start = int(token.attrGet("start") or 1) if token.attrGet("start") != 0 else 0
        return ItemList(token.type == "ordered_list_open", start, tuple(items), span)

    def _note(self, token: Token, span: Span, depth: int) -> None:
        label = str(token.meta["label"])
        blocks = self._until("footnote_reference_close", depth)
        if label in self.state.written:
            self.state.find("E213", f"Two footnotes bear the label [^{label}].", span, "Give this one another label.")
        self.state.written.add(label)
        self.state.notes.append(Note(label, blocks, span))

    def _table(self, span: Span) -> Table:
        rows: list[tuple[Cell, ...]] = []
        align: list[str] = []
        while (token := self.tokens[self.index]).type != "table_close":
            self.index += 1
            if token.type == "tr_open":
                rows.append(self._row(token, align if not rows else []))
        self.index += 1
        return Table(rows[0], tuple(rows[1:]), tuple(align), span)

    def _row(self, row: Token, align: list[str]) -> tuple[Cell, ...]:
        number = row.map[0] if row.map else 0
        line = self.state.lines[number]
        place = Span(self.state.file, self.state.first_line + number, 1)
        cells: list[Cell] = []
        begin = 0
        while (token := self.tokens[self.index]).type != "tr_close":
            self.index += 1
            if token.type in {"th_open", "td_open"}:
                align.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            elif token.type == "inline":
                source, begin = cell_source(token.content, line, begin, place)
                gathered = self._taken(gather(token.children or [], source))
                self._hoist(gathered)
                cells.append(gathered.inlines)
        self.index += 1
        given = len(_UNESCAPED_PIPE.split(line.strip().strip(">").strip().removeprefix("|").removesuffix("|")))
        if given > len(cells):
            message = f"This row of the table has {given} cells, its head {len(cells)}."
            hint = "Add a column to the head, or write \\| for a | in a text."
            self.state.find("E210", message, self._span(row), hint)
        return tuple(cells)

    def _fence(self, token: Token, span: Span) -> Paragraph:
        hint = "Delete the lines of backticks, unless this is program code."
        self.state.find("W205", "A block of program code is set as plain lines.", span, hint)
        text = token.content.rstrip("\n").replace("\t", "    ")
        file, line = span.file, span.line + 1
        indent = self.state.lines[line - self.state.first_line] if text else ""
        column = max(0, indent.find(text.split("\n", 1)[0])) + 1
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        anchors = tuple((offset, line + index, column) for index, offset in enumerate(starts))
        return Paragraph((Inline(text, Span(file, line, column), code=True, anchors=anchors),), span)

    def _box_title(self, token: Token) -> tuple[Inline, ...]:
        title = token.info.strip().removeprefix("box").strip()
        if not title:
            return ()
        number = token.map[0] if token.map else 0
        source = paragraph_source(title, self.state.lines, number, self.state.file, self.state.first_line)
        gathered = self._taken(gather(tokenize_line(title, dict(self.state.env)), source))
        self._hoist(gathered)
        return gathered.inlines

    def _closed(self, token: Token, span: Span) -> None:
        first, last = token.map or (0, 0)
        closing = self.state.lines[last] if last < len(self.state.lines) else ""
        if last == first or not re.fullmatch(r"[\s>]*:::+\s*", closing):
            name = token.info.strip().split(" ")[0]
            self.state.find("W209", f"::: {name} is not closed.", span, "Add a line with ::: where it ends.")

    def _container_lines(self, inline: Token) -> None:
        """Lines of a paragraph that begin with ``:::``, which no container took."""
        for index, part in enumerate(inline.content.split("\n")):
            match = _CONTAINER_LINE.match(part)
            if not match:
                continue
            span = self._span(inline, index)
            name = match[1]
            if name:
                self.state.unknown_container = True
                near = get_close_matches(name.lower(), CONTAINERS, 1, 0.4)
                hint = f"Did you mean ::: {near[0]}?" if near else "There are ::: pull and ::: box Title."
                self.state.find("E208", f"::: {name} is not known.", span, hint)
            elif not self.state.unknown_container:
                message = "::: closes nothing here."
                self.state.find("E208", message, span, "Delete the line, or open a container above: ::: pull")

    def _gathered(self, inline: Token) -> Gathered:
        number = inline.map[0] if inline.map else 0
        source: Source = paragraph_source(
            inline.content, self.state.lines, number, self.state.file, self.state.first_line
        )
        return self._taken(gather(inline.children or [], source))

    def _taken(self, gathered: Gathered) -> Gathered:
        self.state.findings += gathered.findings
        self.state.marks += gathered.marks
        self.state.labels |= gathered.labels
        return gathered

    def _hoist(self, gathered: Gathered) -> None:
        for photo in gathered.photos:
            message = f"The photo {photo.file} stands in the midst of a text; it was placed after it."
            self.state.find("W204", message, photo.span, "Put it into a paragraph of its own.")
        self.state.photos += gathered.photos

    def _span(self, token: Token, further: int = 0) -> Span:
        """The first sign of the line on which a block begins."""
        number = (token.map[0] if token.map else 0) + further
        line = self.state.lines[number] if number < len(self.state.lines) else ""
        column = len(line) - len(line.lstrip()) + 1
        return Span(self.state.file, self.state.first_line + number, column)


def _check_notes(state: _State) -> None:
    """Footnote marks without a note, and notes without a mark."""
    for label, span in state.marks:
        if label not in state.written:
            hint = f"Write the note below the text: [^{label}]: …"
            state.find("E211", f"There is no footnote [^{label}].", span, hint)
    marked = {label for label, _ in state.marks}
    for note in state.notes:
        if note.label not in marked:
            hint = f"Put [^{note.label}] into the text where the note belongs, or delete the note."
            state.find("E212", f"No mark in the text points to the footnote [^{note.label}].", note.span, hint)


def _check_references(state: _State) -> None:
    """Addresses kept apart that nothing uses: their words would not be on any page."""
    kept = state.env.get("references")
    again = state.env.get("duplicate_refs")
    unused = [entry for label, entry in kept.items() if label not in state.labels] if isinstance(kept, dict) else []
    for entry in (*unused, *(again if isinstance(again, list) else ())):
        number = int(entry["map"][0])
        words = state.lines[number].strip()
        span = Span(state.file, state.first_line + number, state.lines[number].find(words) + 1)
        hint = "If it is text, put a backslash before the bracket."
        state.find("E206", f"This line would not be printed: {words}", span, hint)
