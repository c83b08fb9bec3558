"""The manifest of an issue whose articles are planned: how many, how long, and due on which day.

What stays from issue to issue (publication, language, layout, page budget, masthead) is taken over as it is written.

Days are counted back from the press: the last article is due a fortnight before, so that pages can be made and
read; the first ones as long before that as a quarter's desk needs. Where less time is left, all of it moves
together, so that nothing is late from the first day. Nobody's work is due at a weekend.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.diagnostic import Fault
from pipeline.manifest import Quarter
from pipeline.yamlfile import Mapping, parse, quoted

FIRST_DUE, LAST_DUE, PAGES_MADE, CORRECTED = 56, 14, 7, 2  # days before the press
LENGTHS = (600, 350, 350, 200)
_SATURDAY = 5

_HEAD = """\
# The plan of {issue}, made by digest plan. digest status shows how it stands.
#
# Days, counted back from the press:
#   {last}   the last article is edited
#   {pages}   pages are made (digest build), and read by everybody
#   {corrected}   corrections are in; nothing is changed any more
#   {press}   to the press
{publication}
issue: {issue}
press: {press}
{others}

# Put in what an article is about, and who brings it. length is in words, due the day by which it is edited. When a
# text has come, save it in articles/ and list it under  articles:  of its section, as in
#     articles: [articles/harvest.md]
# and name it in its line here,  article: articles/harvest.md , so that owner, day and length go on being known.
# Lengths and days are a proposal; change them as you like.
sections:
"""


USUAL = {
    "layout": "layout: voice                  # digest layouts lists what there is",
    "pages": "pages: {multiple_of: 4}        # at_most: 52 makes more pages an error",
}
TAKEN_OVER = ("language", "layout", "pages", "masthead")


@dataclass(frozen=True, slots=True)
class _Days:
    """Days before the press: the first and the last article, pages, corrections."""

    press: date
    first: int = FIRST_DUE
    last: int = LAST_DUE
    pages: int = PAGES_MADE
    corrected: int = CORRECTED

    @classmethod
    def of(cls, press: date, today: date | None) -> _Days:
        """The usual ones; as many as there are where there are fewer."""
        left = FIRST_DUE if today is None else max((press - today).days - 1, 0)
        return cls(
            press, min(FIRST_DUE, left), min(LAST_DUE, left // 2), min(PAGES_MADE, left // 3), min(CORRECTED, left // 4)
        )

    def due(self, number: int, articles: int) -> date:
        """The day of one article: evenly from the first to the last day."""
        back = (self.first - self.last) * (articles - 1 - number) // max(articles - 1, 1)
        return self.before(self.last + back)

    def before(self, days: int) -> date:
        """So many days before the press, or the Friday before that."""
        day = self.press - timedelta(days)
        return day - timedelta(max(day.weekday() - _SATURDAY + 1, 0))


def planned_manifest(
    quarter: Quarter, press: date, articles: int, title: str, before: str = "", today: date | None = None
) -> str:
    """The text of ``issue.yaml``; ``articles`` in all, spread over the quarter's months.

    ``before`` is the manifest of the issue before, of which what stays is taken over; ``title`` names the publication
    without one. Where fewer days are left from ``today`` on
    than are usual, they are made do with.
    """
    days = _Days.of(press, today)
    kept = _kept(before)
    publication = kept.get("publication", f"publication: {{title: {quoted(title)}}}")
    parts = USUAL | {key: kept[key] for key in TAKEN_OVER if key in kept}
    others = "\n".join(parts[key] for key in TAKEN_OVER if key in parts)
    told = {"last": days.before(days.last), "pages": days.before(days.pages), "corrected": days.before(days.corrected)}
    head = _HEAD.format(issue=quarter, press=press, publication=publication, others=others, **told)
    return head + "\n".join(_sections(quarter, days, articles)) + "\n"


def _kept(manifest: str) -> dict[str, str]:
    """The lines of each key of a manifest with its value, without the remarks between them; none of a damaged one."""
    try:
        node = parse(manifest, "issue.yaml")
    except Fault:
        return {}
    entries = node.entries if isinstance(node, Mapping) else ()
    lines = manifest.split("\n")
    begins = [key.span.line - 1 for key, _ in entries if key.span.column == 1]
    kept: dict[str, str] = {}
    if not begins or len(begins) < len(entries):  # all on one line
        return kept
    for (key, _), begin, end in zip(entries, begins, [*begins[1:], len(lines)], strict=True):
        own = lines[begin:end]
        while len(own) > 1 and (not own[-1].strip() or own[-1].startswith("#")):
            own.pop()
        kept[key.text or ""] = "\n".join(own)
    return kept


def _sections(quarter: Quarter, days: _Days, articles: int) -> Iterator[str]:
    number = 0
    for index, month in enumerate(quarter.months):
        own = articles * (index + 1) // 3 - articles * index // 3
        if own:
            yield f"  - month: {month:%Y-%m}"
            yield "    planned:"
        for _ in range(own):
            due = days.due(number, articles)
            length = LENGTHS[number % len(LENGTHS)]
            number += 1
            yield f'      - {{title: "Article {number}", owner: "", due: {due}, length: {length}}}'
