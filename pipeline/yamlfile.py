"""YAML, read strictly: a tree of nodes that know their line and column, and nothing that surprises.

Scalars stay texts; the schema that reads them gives them their type (so ``no`` is a word and ``1.10`` a
version where a text is wanted). Refused: tags, anchors, aliases, merge keys, several documents, keys given
twice (the finding names both lines), keys that are not texts, nesting or size over the limits. PyYAML
parses; the words are those of YAML 1.2.
"""

from __future__ import annotations

import json
import re
from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from pipeline import limits
from pipeline.diagnostic import Fault, Finding, Span

NULLS = {"", "~", "null", "Null", "NULL"}
QUOTES = {'"', "'"}
BLOCK_STYLES = {"|", ">"}
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"\\(x.{2}|u.{4}|U.{8}|.)")
_PLAIN = re.compile(r"[A-Za-z_][\w./-]*")
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or None for an empty or null plain scalar."""

    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of ``key``, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in the order of the file."""

    items: tuple[Node, ...]
    span: Span


type_names = {Scalar: "a text", Mapping: "a block of keys", Sequence: "a list"}
Node = Scalar | Mapping | Sequence


def parse(text: str, file: str, first_line: int = 1) -> Node:
    """The tree of one document. ``first_line`` is the file's line on which ``text`` begins. Fault E111 to E114."""
    if strange := _UNPRINTABLE.search(text):
        line, column = text.count("\n", 0, strange.start()), strange.start() - text.rfind("\n", 0, strange.start())
        message = f"A character stands here that cannot be seen (U+{ord(strange[0]):04X})."
        raise Fault(Finding("E111", message, Span(file, first_line + line, column), "Delete it."))
    try:
        return _Reader(text, file, first_line).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = text.split("\n")
        source = lines[line] if line < len(lines) else ""
        span = Span(file, first_line + line, column + 1)
        problem = error.problem or "not well-formed"
        if source[column : column + 1] == "\t":
            problem = "found a tab character"
        raise Fault(Finding("E111", _plainly(problem), span, _remedy(problem, source))) from error


def place_within(lines: abc.Sequence[str], value: Span, text: str, offset: int) -> Span:
    """Where the character at ``offset`` of the scalar ``text`` stands, which begins at ``value`` in a file's lines.

    Walks along the source: quotes, escapes, indentation and folded line ends count there and not in the text.
    """
    line, column = value.line - 1, value.column - 1
    if not 0 <= line < len(lines):
        return value
    style = lines[line][column : column + 1]
    if style in BLOCK_STYLES:
        line, column = _next_sign(lines, line + 1, 0)
    elif style in QUOTES:
        column += 1
    place = value
    for character in text[: offset + 1]:
        if not character.isspace():
            line, column = _next_sign(lines, line, column)
        if line >= len(lines):
            break
        place = Span(value.file, line + 1, column + 1)
        if not character.isspace():
            column += _width(lines[line], column, character, style)
        elif not lines[line][column:].strip():
            line, column = _next_sign(lines, line + 1, 0)
        elif lines[line][column].isspace():
            column += 1
    return place


def _next_sign(lines: abc.Sequence[str], line: int, column: int) -> tuple[int, int]:
    """The first place from here on that is not blank."""
    while line < len(lines) and not lines[line][column:].strip():
        line, column = line + 1, 0
    if line < len(lines):
        rest = lines[line][column:]
        column += len(rest) - len(rest.lstrip())
    return line, column


def _width(line: str, column: int, character: str, style: str) -> int:
    """How many signs of the source are this character of the text."""
    if style == '"' and (escape := _ESCAPE.match(line, column)):
        return escape.end() - column
    return 2 if style == "'" and character == "'" else 1


def quoted(text: str) -> str:
    """The text as a value of YAML: as it is where that is safe, else in double quotation marks."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else json.dumps(text, ensure_ascii=False)


class _Reader:
    """Builds the tree from PyYAML's events, one look ahead, without recursion into its constructors."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file, self.first_line = file, first_line
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_PARSER))
        self.nodes = 0
        self.doubles: list[Finding] = []

    def document(self) -> Node:
        """The tree; a file without any content is an empty scalar."""
        root: Node = Scalar(None, Span(self.file, self.first_line, 1))
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refused(event, "A second document begins here.", "Delete the line with three dashes.")
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if self.doubles:
            raise Fault(*self.doubles)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._check(event, depth)
        span = self._span(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style
            return Scalar(None if plain and event.value in NULLS else event.value, span)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
                items.append(self._node(following, depth + 1))
            return Sequence(tuple(items), span)
        return self._mapping(span, depth)

    def _mapping(self, span: Span, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        first: dict[str, Span] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                raise self._refused(event, "A key must be a plain word.", "Write key: value.")
            if key.text == "<<":
                raise self._refused(event, "Merge keys (<<) are not allowed.", "Write the keys out.")
            if key.text in first:
                lines = f"on line {first[key.text].line} and on line {key.span.line}"
                message = f"The key {key.text!r} is given twice: {lines}."
                self.doubles.append(Finding("E112", message, key.span, "Delete one of the two."))
            first.setdefault(key.text, key.span)
            entries.append((key, self._node(next(self.events), depth + 1)))
        return Mapping(tuple(entries), span)

    def _check(self, event: yaml.Event, depth: int) -> None:
        self.nodes += 1
        if depth > limits.YAML_DEPTH:
            hint = "Check the indentation above."
            raise Fault(Finding("E114", "This is nested too deeply.", self._span(event), hint))
        if self.nodes > limits.YAML_NODES:
            message = f"The file has more than {limits.YAML_NODES:,} values."
            raise Fault(Finding("E114", message, self._span(event), "Divide it."))
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            hint = "Write the value out, or put it in quotation marks."
            raise self._refused(event, f"Aliases (*{anchor}) are not allowed.", hint)
        if anchor:
            hint = "Delete the anchor, or put the text in quotation marks."
            raise self._refused(event, f"Anchors (&{anchor}) are not allowed.", hint)
        if tag:
            hint = "Delete the tag, or put the text in quotation marks."
            raise self._refused(event, f"Tags ({tag}) are not allowed.", hint)

    def _refused(self, event: yaml.Event, message: str, hint: str) -> Fault:
        return Fault(Finding("E113", message, self._span(event), hint))

    def _span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        return Span(self.file, self.first_line + mark.line, mark.column + 1) if mark else Span(self.file)


def _plainly(problem: str) -> str:
    """PyYAML's complaint in an editor's words."""
    known = {
        "mapping values are not allowed": "There is a colon where none can stand.",
        "could not find expected ':'": "A key without a colon, or a text that runs on without indentation.",
        "found character that cannot start any token": "A text may not begin with this character.",
        "found a tab character": "A tab stands where only blanks may.",
        "found unexpected end of stream": "A quotation mark or bracket is opened and never closed.",
        "did not find expected key": "The indentation is off here, or a quotation mark ends too early.",
        "did not find expected '-' indicator": "The indentation of the list is off here.",
        "did not find expected ',' or '}'": "A comma or a closing brace } is missing.",
        "did not find expected ',' or ']'": "A comma or a closing bracket ] is missing.",
        "did not find expected <document start>": "The file goes on where its block of keys has ended.",
        "unknown escape character": "A backslash in double quotation marks begins something unknown.",
    }
    return next((words for start, words in known.items() if start in problem), f"This is not good YAML: {problem}.")


def _remedy(problem: str, source: str) -> str:
    """What to type instead; ``source`` is the line in question."""
    source = source.strip()
    if "mapping values" in problem and ": " in source:
        key, _, rest = source.partition(": ")
        return f'Put the text in quotation marks: {key}: "{rest}"'
    if "tab" in problem:
        return "Replace the tab by blanks."
    if "escape" in problem:
        return "Write it with two backslashes, or in single quotation marks."
    return "Compare the line with the one above; put texts with special characters in quotation marks."
