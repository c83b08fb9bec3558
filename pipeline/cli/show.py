"""How findings and tables look: on a terminal wrapped, coloured and with the line in question; elsewhere a line each.

The JSON document of ``--json`` is one object: ``command``; ``issue`` (or null); ``ok``; ``counts`` (``error``,
``warning``, ``advice``); ``findings``, each with ``code``, ``severity``, ``role``, ``message``, ``hint``, ``file``
(relative to the project, or null), ``line``, ``column`` (0 where unknown) and ``page`` (a text, empty where unknown);
``document`` (null, or ``path``, ``pages``, ``words``, ``photos``, ``bytes``); ``seconds``; from ``impose`` also
``documents``, each with ``path``, ``sheets``, ``sides``, ``up`` (pages on a side), ``paper`` (points), ``duplex``
(null, ``long`` or ``short``) and ``bytes``. Keys may be added, never taken away or given another meaning.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any
from unicodedata import combining, east_asian_width

import click

from pipeline.cli.command import Settings
from pipeline.cli.which import shown_path
from pipeline.diagnostic import Fault, Finding, Report, Severity, Span, as_data

if TYPE_CHECKING:
    from pipeline.project import Project

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
NARROWEST, WIDEST, WIDE_ENOUGH = 40, 120, 72
INDENT = "    "
# Addresses and paths stay whole, so that they can be clicked.
UNBROKEN: Any = {"break_long_words": False, "break_on_hyphens": False}


def say(text: str = "", settings: Settings | None = None, *, err: bool = False) -> None:
    """Prints a line; colours are taken out where they are not wanted."""
    click.echo(text, err=err, color=settings.colour if settings else None)


def show_report(findings: Iterable[Finding], settings: Settings, project: Project | None = None) -> None:
    """Findings on standard output; the source lines come from the project's files."""
    _show(list(findings), settings, _Sources(project), err=False)


def stopped(report: Report, settings: Settings, project: Project, *, command: str, issue: str) -> int:
    """Shows what keeps a command from its work, as text or as JSON; the exit code."""
    if settings.json:
        print_json(report_as_data(report, command=command, issue=issue))
    else:
        show_report(report, settings, project)
    return 1


def show_faults(findings: Sequence[Finding], settings: Settings) -> None:
    """What stopped a command: as JSON if asked for, else on standard error."""
    report = Report.of(findings)
    if settings.json:
        print_json(report_as_data(report, command="", issue=None))
    else:
        _show(list(report), settings, _Sources(None), err=True)


def summary(report: Report) -> str:
    """``2 errors, 1 warning`` and so on; ``no findings`` when there are none."""
    counted = [(report.count(severity), severity) for severity in Severity]
    return ", ".join(_counted(number, severity) for number, severity in counted if number) or "no findings"


def _counted(number: int, severity: Severity) -> str:
    plural = "" if number == 1 or severity is Severity.ADVICE else "s"
    return click.style(f"{number} {severity}{plural}", fg=COLOURS[severity])


def report_as_data(
    report: Report,
    *,
    command: str,
    issue: str | None,
    document: dict[str, Any] | None = None,
    seconds: float = 0.0,
) -> dict[str, Any]:
    """The JSON document of ``--json``, as this module's head describes it."""
    return {
        "command": command,
        "issue": issue,
        "ok": not report.refuses,
        "counts": {str(severity): report.count(severity) for severity in Severity},
        "findings": [as_data(finding) for finding in report],
        "document": document,
        "seconds": round(seconds, 3),
    }


def print_json(data: object) -> None:
    """One document on standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def table(rows: Sequence[Sequence[str]], heading: Sequence[str] = (), *, fold: bool = True) -> Iterator[str]:
    """Lines of columns set flush left; the last column is wrapped to the terminal's width."""
    every = [list(heading), *rows] if heading else list(rows)
    if not every:
        return
    widths = [max(width_of(row[i]) for row in every) for i in range(len(every[0]) - 1)]
    left = sum(widths) + 2 * len(widths)
    room = max(terminal_width() - left, 24)
    for number, row in enumerate(every):
        cells = [cell + " " * (width - width_of(cell)) for cell, width in zip(row[:-1], widths, strict=True)]
        last = wrap(row[-1], room) if fold and row[-1] else [row[-1]]
        first = "  ".join([*cells, last[0]]).rstrip()
        yield click.style(first, bold=True) if heading and number == 0 else first
        yield from (" " * left + more for more in last[1:])


def terminal_width() -> int:
    """Columns to print in."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal, without its colours."""
    plain = click.unstyle(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in plain)


def cut(text: str, most: int) -> str:
    """The text, or as much of its beginning as takes so many columns."""
    if width_of(text) <= most:
        return text
    while text and width_of(text) >= most:
        text = text[:-1]
    return f"{text.rstrip()}…"


def cut_within(text: str, most: int) -> str:
    """The text, or its beginning and its end in so many columns: names of files differ at their ends."""
    if width_of(text) <= most:
        return text
    end = text[-(most // 3) :]
    while end and width_of(end) > most // 3:
        end = end[1:]
    return f"{cut(text, most - width_of(end))}{end}"


class _Sources:
    """The lines that findings point at, each file read once; nothing where a file cannot be read."""

    def __init__(self, project: Project | None) -> None:
        self._project = project
        self._lines: dict[str, list[str]] = {}

    def line(self, span: Span) -> str:
        if self._project is None or not span.line:
            return ""
        if span.file not in self._lines:
            try:
                text = self._project.file(span.file).read_text()
            except Fault:
                text = ""
            self._lines[span.file] = text.split("\n")
        lines = self._lines[span.file]
        return lines[span.line - 1] if span.line <= len(lines) else ""

    def place(self, span: Span) -> Span:
        """The span as it can be clicked from the working folder."""
        if self._project is None or not (self._project.root / span.file).exists():
            return span
        return Span(shown_path(self._project.root / span.file), span.line, span.column)


def _show(findings: list[Finding], settings: Settings, sources: _Sources, *, err: bool) -> None:
    stream = sys.stderr if err else sys.stdout
    on_terminal = stream.isatty()
    for number, finding in enumerate(findings):
        if on_terminal and number:
            say("", settings, err=err)
        for line in _on_terminal(finding, sources) if on_terminal else [_on_one_line(finding, sources)]:
            say(line, settings, err=err)


def _on_one_line(finding: Finding, sources: _Sources) -> str:
    where = f"{sources.place(finding.span)}  " if finding.span else ""
    code = click.style(finding.code, fg=COLOURS[finding.severity])
    page = f" (page {finding.page})" if finding.page else ""
    hint = f"  {finding.hint}" if finding.hint else ""
    return f"{where}{code}  {finding.message}{page}{hint}"


def _on_terminal(finding: Finding, sources: _Sources) -> Iterator[str]:
    width = terminal_width()
    where = f"{sources.place(finding.span)}  " if finding.span else ""
    page = f" (page {finding.page})" if finding.page else ""
    head = f"{where}{finding.code}  "
    colour = COLOURS[finding.severity]
    styled = f"{click.style(where, bold=True)}{click.style(finding.code, fg=colour, bold=True)}  "
    if len(head) > width // 2:
        # Beside a long path there is no room to read in.
        yield styled.rstrip()
        yield from wrap(f"{finding.message}{page}", width, initial_indent=INDENT, subsequent_indent=INDENT, **UNBROKEN)
    else:
        lines = wrap(f"{head}{finding.message}{page}", width, subsequent_indent=INDENT, **UNBROKEN)
        yield lines[0].replace(head, styled, 1)
        yield from lines[1:]
    source = sources.line(finding.span) if finding.span else ""
    if finding.span and source.strip() and width >= WIDE_ENOUGH:
        yield from _excerpt(source, finding.span, width, colour)
    for line in wrap(finding.hint, width, initial_indent=INDENT, subsequent_indent=INDENT, **UNBROKEN):
        yield click.style(line, fg="green")


def _excerpt(source: str, span: Span, width: int, colour: str) -> Iterator[str]:
    """The line in question, cut to the width around the column, and a caret under it."""
    room = width - 11
    column = min(max(span.column, 1), len(source) + 1)
    start = max(0, column - room * 2 // 3) if width_of(source) > room else 0
    part = source[start:].replace("\t", " ")
    shown, used = "", 0
    for letter in part:
        used += width_of(letter)
        if used > room:
            shown = shown[:-1] + "…"
            break
        shown += letter
    shown = "…" + shown[1:] if start else shown
    bar = click.style("│", dim=True)
    yield f"{click.style(f'{span.line:>7}', dim=True)} {bar} {shown}"
    if span.column:
        yield f"{' ' * 7} {bar} {' ' * width_of(part[: column - 1 - start])}{click.style('^', fg=colour, bold=True)}"


def size_of(size: int) -> str:
    """A file's size for people: 340 kB, 5.9 MB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1e3), 1)} kB"  # noqa: PLR2004 - a million


def counted(number: int, noun: str) -> str:
    """``1 page``, ``48 pages``, ``9,152 words``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def document_as_data(path: Path, *, pages: int, words: int, photos: int, size: int) -> dict[str, Any]:
    """The ``document`` of the JSON document."""
    return {"path": shown_path(path), "pages": pages, "words": words, "photos": photos, "bytes": size}
