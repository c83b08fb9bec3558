"""The status of an issue as one page of HTML, which can be mailed, printed or put on a wall.

It is whole in itself: no script, nothing fetched. Tables say what their cells belong to, titles in which language they
are, and nothing is told by colour or by a bar alone. On paper an issue of some thirty articles takes one sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby

from pipeline.language import direction
from pipeline.measure import run_of
from pipeline.status.values import STATES, Line, Status
from pipeline.status.wording import fit_of, lacks_of, owed_of, pages_of, press_of, words_of

HEADS = ("Article", "State", "Words", "Photos", "Missing", "Owner", "Due", "Pages")
NUMBERS = frozenset({"Words", "Photos"})
STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 1rem/1.4 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1c1b1a;
  background: #ffffff; margin: 0 auto; max-width: 76rem; padding: 2rem 1.25rem 3rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 2rem;
  border-bottom: 3px solid; padding-bottom: .6rem; }
h1 { font-size: 1.9rem; line-height: 1.15; letter-spacing: -.01em; margin: 0; }
h2 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
header p { margin: 0; }
.press { font-size: 1.2rem; font-weight: 650; }
.of, dt, .asof { color: #595652; }
.asof { font-size: .9rem; margin: .5rem 0 0; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.25rem 0 .75rem; }
dt { font-size: .85rem; }
dd { margin: 0; font-size: 1.15rem; font-weight: 650; }
.bar { display: flex; gap: 2px; height: .7rem; }
.bar i { display: block; border: 1px solid #4a4743; }
.approved { background-image: linear-gradient(#37536b, #37536b); }
.edited { background-image: linear-gradient(90deg, #37536b 66%, transparent 66%); }
.draft { background-image: linear-gradient(90deg, #37536b 33%, transparent 33%); }
.bar .edited { background-image: linear-gradient(#7f99ae, #7f99ae); }
.bar .draft { background-image: linear-gradient(#d3dde5, #d3dde5); }
.mark { display: inline-block; width: .95em; height: .62em; border: 1px solid #4a4743; margin-right: .45em; }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: 0; padding: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 54rem; font-size: .92rem; }
caption { text-align: left; font-weight: 650; font-size: 1rem; padding: 1.5rem 0 .4rem; }
th, td { text-align: left; vertical-align: baseline; padding: .32rem .9rem .32rem 0; border-bottom: 1px solid #dcd8d2; }
thead th { border-bottom: 2px solid; font-size: .85rem; white-space: nowrap; }
th[scope=row] { font-weight: 500; min-width: 15rem; }
th[scope=rowgroup] { background: #f3f1ed; border-bottom: 0; }
th:first-child { padding-left: .5rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.number, .state, .late, time, .pages { white-space: nowrap; }
.note { display: block; font-size: .85em; }
.late, .lacks { color: #9c1c1c; font-weight: 650; }
@page { size: A4; margin: 11mm; }
@media print {
  html { font-size: 9.6px; }
  body { max-width: none; padding: 0; line-height: 1.3; print-color-adjust: exact; }
  .wide { overflow: visible; }
  table { min-width: 0; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
  .note { float: left; margin-right: .8em; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
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
        "<header>",
        f"<h1>{_said(status.title, status.language)}, {escape(status.issue)}</h1>",
        f'<p class="press">{escape(press_of(status))}</p>',
        "</header>",
        "<main>",
        f'<p class="asof">As of {_day(status.today)}.</p>',
        *_totals(status),
        *_owed(status),
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
    shares = (f'<i class="{state}" style="flex: {counts[state]}"></i>' for state in reversed(STATES) if counts[state])
    yield f'<div class="bar" aria-hidden="true">{"".join(shares)}</div>'


def _owed(status: Status) -> Iterator[str]:
    owed = owed_of(status)
    if owed:
        yield "<h2>Who owes what</h2>"
        yield "<ul>"
        yield from (f"<li><strong>{escape(owner)}</strong> {escape(what)}</li>" for owner, what in owed)
        yield "</ul>"


def _table(status: Status) -> Iterator[str]:
    yield '<div class="wide" role="region" aria-label="Articles" tabindex="0">'
    yield "<table>"
    yield "<caption>Articles in the order of the issue</caption>"
    heads = (f'<th scope="col"{_number(head)}>{head}</th>' for head in HEADS)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    for section, lines in groupby(status.lines, lambda line: line.section):
        yield "<tbody>"
        if section:
            yield f'<tr><th scope="rowgroup" colspan="{len(HEADS)}">{_said(section, status.language)}</th></tr>'
        yield from (_row(line, status) for line in lines)
        yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(line: Line, status: Status) -> str:
    words = f'{line.words:,}<span class="of"> of {line.length:,}</span>' if line.length else f"{line.words:,}"
    fit, lacks = fit_of(line), lacks_of(line)
    due = _day(line.due, status.today.year) if line.due else ""
    if line.late(status.today):
        due = f'<span class="late">{due} late</span>'
    cells = [
        f'<th scope="row">{_said(line.title, line.language)}</th>',
        f'<td class="state"><i class="mark {line.state}" aria-hidden="true"></i>{line.state}</td>',
        f'<td class="number">{words}{_note(fit)}</td>',
        f'<td class="number">{line.photos}</td>',
        f'<td class="lacks">{escape(lacks)}</td>' if lacks else "<td></td>",
        f"<td>{escape(line.owner)}</td>",
        f"<td>{due}</td>",
        f'<td class="pages">{run_of(line.pages)}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _note(text: str) -> str:
    return f'<span class="note">{text}</span>' if text else ""


def _besides(status: Status) -> Iterator[str]:
    if status.besides:
        yield f"<p>Missing in the manifest, for its own pictures: {escape(', '.join(status.besides))}.</p>"


def _number(head: str) -> str:
    return ' class="number"' if head in NUMBERS else ""


def _day(day: date, known: int = 0) -> str:
    """A day in short, without its year where that is the known one."""
    year = "" if day.year == known else f" {day.year}"
    return f'<time datetime="{day.isoformat()}">{day.day} {day:%b}{year}</time>'


def _said(text: str, language: str) -> str:
    """A text of the issue, in its language."""
    turned = ' dir="rtl"' if direction(language) == "rtl" else ""
    return f'<span lang="{escape(language)}"{turned}>{escape(text)}</span>'
