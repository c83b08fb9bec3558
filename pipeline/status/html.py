"""The status of an issue as one page of HTML, which can be mailed, printed or put on a wall.

It is whole in itself: no script, nothing fetched. Tables say what their cells belong to, titles in which language they
are, and nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby

from pipeline.language import direction
from pipeline.status.values import STATES, Line, Status
from pipeline.status.wording import lacks_of, pages_of, press_of, run_of, words_of

HEADS = ("State", "Article", "Words", "Photos", "Missing", "Owner", "Due", "Pages")
NUMBERS = frozenset({"Words", "Photos"})
STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 72rem;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
p { margin: .3rem 0; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; }
dt { font-size: .85rem; color: #4a4a4a; }
dd { margin: 0; font-size: 1.2rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #c9c9c9; }
thead th { border-bottom: 2px solid #1a1a1a; }
tbody th { font-weight: 600; }
th[scope=rowgroup] { background: #eeeeee; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.late { color: #9c1c1c; font-weight: 600; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } tr { break-inside: avoid; } }
"""


def status_page(status: Status) -> str:
    """The whole document."""
    name = f"{status.title}, {status.issue}"
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(name)}: status</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{_said(status.title, status.language)}, {escape(status.issue)}</h1>",
        f"<p>As of {_day(status.today)}. {escape(press_of(status))}</p>",
        *_totals(status),
        *_table(status),
        *_besides(status),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _totals(status: Status) -> Iterator[str]:
    counts = status.counts
    facts = [
        ("Articles", ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state]) or "none"),
        ("Late", str(len(status.late))),
        ("Words", words_of(status)),
        ("Photos", str(status.photos)),
        ("Errors", str(status.errors)),
        ("Pages", pages_of(status.pages)),
    ]
    yield "<dl>"
    yield from (f"<div><dt>{name}</dt><dd>{escape(fact)}</dd></div>" for name, fact in facts)
    yield "</dl>"


def _table(status: Status) -> Iterator[str]:
    yield "<table>"
    yield "<caption>Articles in the order of the issue</caption>"
    heads = (f'<th scope="col"{_number(head)}>{head}</th>' for head in HEADS)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    for section, lines in groupby(status.lines, lambda line: line.section):
        yield "<tbody>"
        if section:
            yield f'<tr><th scope="rowgroup" colspan="{len(HEADS)}">{_said(section, status.language)}</th></tr>'
        yield from (_row(line, status.today) for line in lines)
        yield "</tbody>"
    yield "</table>"


def _row(line: Line, today: date) -> str:
    words = f"{line.words:,} of {line.length:,}" if line.length else f"{line.words:,}"
    due = _day(line.due) if line.due else ""
    if line.late(today):
        due = f'<span class="late">{due} late</span>'
    cells = [
        f"<td>{line.state}</td>",
        f'<th scope="row">{_said(line.title, line.language)}</th>',
        f'<td class="number">{words}</td>',
        f'<td class="number">{line.photos}</td>',
        f"<td>{escape(lacks_of(line))}</td>",
        f"<td>{escape(line.owner)}</td>",
        f"<td>{due}</td>",
        f"<td>{run_of(line.pages)}</td>",
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _besides(status: Status) -> Iterator[str]:
    if status.besides:
        yield f"<p>Missing in the manifest, for its own pictures: {escape(', '.join(status.besides))}.</p>"


def _number(head: str) -> str:
    return ' class="number"' if head in NUMBERS else ""


def _day(day: date) -> str:
    return f'<time datetime="{day.isoformat()}">{day.day} {day:%b %Y}</time>'


def _said(text: str, language: str) -> str:
    """A text of the issue, in its language."""
    turned = ' dir="rtl"' if direction(language) == "rtl" else ""
    return f'<span lang="{escape(language)}"{turned}>{escape(text)}</span>'
