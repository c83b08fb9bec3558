"""The manifest of an issue whose articles are planned: how many, how long, and due on which day.

Days are counted back from the press: the last article is due a fortnight before, so that pages can be made and
read; the first ones as long before that as a quarter's desk needs. Nobody's work is due at a weekend.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.manifest import Quarter
from pipeline.yamlfile import quoted

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
publication: {{title: {title}}}
issue: {issue}
press: {press}
layout: voice                  # digest layouts lists what there is
pages: {{multiple_of: 4}}        # at_most: 52 makes more pages an error

# Put in what an article is about, and who brings it. length is in words, due the day by which it is edited. When a
# text has come, save it in articles/ and list it under  articles:  of its section, as in
#     articles: [articles/harvest.md]
# and name it in its line here,  article: articles/harvest.md , so that owner, day and length go on being known.
# Lengths and days are a proposal; change them as you like.
sections:
"""


def planned_manifest(quarter: Quarter, press: date, articles: int, title: str) -> str:
    """The text of ``issue.yaml``; ``articles`` in all, spread over the quarter's months."""
    days = dict.fromkeys(("last", "pages", "corrected"), press)
    for name, before in (("last", LAST_DUE), ("pages", PAGES_MADE), ("corrected", CORRECTED)):
        days[name] = _workday(press - timedelta(before))
    head = _HEAD.format(issue=quarter, press=press, title=quoted(title), **days)
    return head + "\n".join(_sections(quarter, press, articles)) + "\n"


def _sections(quarter: Quarter, press: date, articles: int) -> Iterator[str]:
    number = 0
    for index, month in enumerate(quarter.months):
        own = articles * (index + 1) // 3 - articles * index // 3
        if own:
            yield f"  - month: {month:%Y-%m}"
            yield "    planned:"
        for _ in range(own):
            due = _due(press, number, articles)
            length = LENGTHS[number % len(LENGTHS)]
            number += 1
            yield f'      - {{title: "Article {number}", owner: "", due: {due}, length: {length}}}'


def _due(press: date, number: int, articles: int) -> date:
    """The day of one article: evenly from the first to the last day."""
    back = (FIRST_DUE - LAST_DUE) * (articles - 1 - number) // max(articles - 1, 1)
    return _workday(press - timedelta(LAST_DUE + back))


def _workday(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(max(day.weekday() - _SATURDAY + 1, 0))
