"""Adds an article to the manifest's text: one line more, in the order of days, and no other letter changed.

The places of what is there come from the YAML's tree; the text is edited, never written anew, so that comments, order
and the editor's own way of writing stay. The result is read back before it is taken.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence as List
from dataclasses import dataclass
from datetime import date

from pipeline import yamlfile
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.yamlfile import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Listed:
    """The manifest's new text, and whether the month had to be added."""

    text: str
    new_month: bool = False


def with_article(text: str, file: str, path: str, month: date, dates: Table[str, date | None]) -> Listed:
    """The manifest's text with ``path`` listed under ``month``; as it was when that is so already. Fault E814.

    ``dates`` are the days of the articles that are there; ``path``'s own among them.
    """
    tree = yamlfile.parse(text, file)
    sections = _sections(tree)
    if path in {item.text for section in sections for item in _articles(section)}:
        return Listed(text)
    section = next((s for s in sections if _month(s) == f"{month:%Y-%m}"), None)
    articles = section.get("articles") if section else None
    lines = text.split("\n")
    if section is None:
        made = _with_section(lines, tree, path, f"{month:%Y-%m}")
    elif isinstance(articles, Sequence) and articles.items:
        made = _with_item(lines, articles, path, _place(_articles(section), path, dates))
    elif articles is None and section.entries:
        made = _with_list(lines, section, path)
    else:
        raise _refused(file, section.span, path)
    result = "\n".join(made)
    if not _is_right(result, file, tree, path, f"{month:%Y-%m}"):
        raise _refused(file, (section or tree).span, path)
    return Listed(result, section is None)


def _sections(tree: Node) -> list[Mapping]:
    found = tree.get("sections") if isinstance(tree, Mapping) else None
    return [item for item in found.items if isinstance(item, Mapping)] if isinstance(found, Sequence) else []


def _articles(section: Mapping) -> list[Scalar]:
    found = section.get("articles")
    return [item for item in found.items if isinstance(item, Scalar)] if isinstance(found, Sequence) else []


def _month(section: Mapping) -> str:
    month = section.get("month")
    return (month.text or "") if isinstance(month, Scalar) else ""


def _place(items: List[Scalar], path: str, dates: Table[str, date | None]) -> int:
    """Behind the last article that is not later; articles without a day keep theirs."""
    own = dates.get(path)
    behind = [n + 1 for n, item in enumerate(items) if own and (day := dates.get(item.text or "")) and day <= own]
    dated = any(dates.get(item.text or "") for item in items)
    return max(behind, default=0 if dated and own else len(items))


def _with_item(lines: list[str], articles: Sequence, path: str, place: int) -> list[str]:
    """The lines with one item more in a list, which is one item to a line or all in brackets."""
    made = list(lines)
    items = articles.items
    start = articles.span
    if made[start.line - 1][start.column - 1] == "[":
        at = items[min(place, len(items) - 1)].span
        if place < len(items):
            line, column = at.line - 1, at.column - 1
            made[line] = f"{made[line][:column]}{path}, {made[line][column:]}"
        else:
            line, column = at.line - 1, _end_of_scalar(made[at.line - 1], at.column - 1)
            made[line] = f"{made[line][:column]}, {path}{made[line][column:]}"
        return made
    indent = made[items[0].span.line - 1][: items[0].span.column - 1]
    head = indent[: indent.rfind("-")]
    mark = " " * len(head) if items[0].span.line == 1 or head.strip() else head
    line = items[place - 1].span.line if place else _above_comments(made, items[0].span.line - 1, len(head))
    made.insert(line, f"{mark}{indent[len(head) :]}{path}")
    return made


def _with_list(lines: list[str], section: Mapping, path: str) -> list[str]:
    """The lines with a list of one item for a section that has none: one whose articles are planned alone."""
    made = list(lines)
    start = section.span
    line, column = start.line - 1, start.column - 1
    if made[line][column] == "{":
        made[line] = f"{made[line][: column + 1]}articles: [{path}], {made[line][column + 1 :]}"
        return made
    key, value = section.entries[0]
    if isinstance(value, Scalar):
        indent = " " * (key.span.column - 1)
        made[value.span.line : value.span.line] = [f"{indent}articles:", f"{indent}  - {path}"]
    return made


def _above_comments(lines: list[str], line: int, indent: int) -> int:
    """The line above the comments that belong to a line."""
    while line and lines[line - 1].startswith(" " * indent + "#"):
        line -= 1
    return line


def _end_of_scalar(line: str, column: int) -> int:
    """Where a plain or quoted scalar within brackets ends."""
    quote = line[column]
    if quote in yamlfile.QUOTES:
        end = column + 1
        while end < len(line) and line[end] != quote:
            end += 2 if line[end] == "\\" and quote == '"' else 1
        return min(end + 1, len(line))
    ends = [at for sign in (",", "]", " #") if (at := line.find(sign, column)) >= 0]
    return len(line[: min(ends, default=len(line))].rstrip())


def _with_section(lines: list[str], tree: Node, path: str, month: str) -> list[str]:
    """The lines with a section for a month, among the other months in their order."""
    made = list(lines)
    holder = tree.get("sections") if isinstance(tree, Mapping) else None
    if not isinstance(holder, Sequence) or not holder.items:
        return made
    place = _place_of_month(holder, month)
    if made[holder.span.line - 1][holder.span.column - 1] == "[":
        new = f"{{month: {month}, articles: [{path}]}}"
        if place < len(holder.items):
            at = holder.items[place].span
            made[at.line - 1] = f"{made[at.line - 1][: at.column - 1]}{new}, {made[at.line - 1][at.column - 1 :]}"
        return made
    indent = " " * (holder.span.column - 1)
    new_lines = [f"{indent}- month: {month}", f"{indent}  articles:", f"{indent}    - {path}"]
    if place < len(holder.items):
        line = _above_comments(made, holder.items[place].span.line - 1, len(indent))
    else:
        line = _behind(made, tree, holder)
    made[line:line] = new_lines
    return made


def _place_of_month(holder: Sequence, month: str) -> int:
    months = [_month(item) if isinstance(item, Mapping) else "" for item in holder.items]
    earlier = [n + 1 for n, other in enumerate(months) if other and other < month]
    later = [n for n, other in enumerate(months) if other and other > month]
    return max(earlier, default=min(later, default=len(months)))


def _behind(lines: list[str], tree: Node, holder: Sequence) -> int:
    """The line behind the last of a list: before the next key of the manifest and what belongs to it."""
    keys = (
        [key.span.line - 1 for key, _ in tree.entries if key.span.line > holder.span.line]
        if isinstance(tree, Mapping)
        else []
    )
    line = min(keys, default=len(lines))
    while line and (not lines[line - 1].strip() or lines[line - 1].startswith("#")):
        line -= 1
    return line


def _is_right(text: str, file: str, before: Node, path: str, month: str) -> bool:
    """Whether the text now says what it said, and this article besides, under this month."""
    try:
        tree = yamlfile.parse(text, file)
    except Fault:
        return False
    new = next((s for s in _sections(tree) if _month(s) == month), None)
    if new is None or path not in {item.text for item in _articles(new)}:
        return False
    return _said(tree, path) == _said(before, path)


def _said(node: Node, path: str) -> object:
    """What a tree says, without one article and without a section that has nothing else."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [said for item in node.items if (said := _said(item, path)) != path and not _is_new(item, path)]
    said = {key.text: _said(value, path) for key, value in node.entries}
    return {key: value for key, value in said.items() if key != "articles" or value}


def _is_new(node: Node, path: str) -> bool:
    own = isinstance(node, Mapping) and bool(node.get("month")) and not node.get("planned")
    return own and isinstance(node, Mapping) and [item.text for item in _articles(node)] == [path]


def _refused(file: str, place: Span, path: str) -> Fault:
    hint = f"Add it yourself: - {path}"
    return Fault(
        Finding(
            "E814", f"{path} could not be added to the list of articles.", Span(file, place.line, place.column), hint
        )
    )
