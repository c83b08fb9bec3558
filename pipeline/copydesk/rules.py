"""Every rule of the desk, applied to every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.copydesk.abbreviations import abbreviations
from pipeline.copydesk.blanks import blanks
from pipeline.copydesk.dashes import dashes
from pipeline.copydesk.figures import figures
from pipeline.copydesk.house import house
from pipeline.copydesk.letters import letters
from pipeline.copydesk.names import names
from pipeline.copydesk.photos import photos_twice
from pipeline.copydesk.quotes import quotes
from pipeline.copydesk.repeats import repeats
from pipeline.copydesk.spelling import spelling
from pipeline.copydesk.stops import stops
from pipeline.copydesk.texts import texts_of
from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.copydesk.variants import variants
from pipeline.diagnostic import Span
from pipeline.housestyle import HouseStyle
from pipeline.issue import Issue
from pipeline.issue.wording import misprints
from pipeline.project import Project

RULES: tuple[Callable[[Copy], Iterator[Remark]], ...] = (
    letters, blanks, stops, dashes, quotes, figures, variants, house, names, repeats, abbreviations,
)  # fmt: skip


def all_remarks(project: Project, issue: Issue, style: HouseStyle, *, at_once: bool = False) -> tuple[Remark, ...]:
    """What every rule says of an issue, each remark once; ``at_once`` only what reading its texts says."""
    texts = texts_of(issue)
    copy = Copy.of(issue, texts, style)
    remarks = [remark for text in texts for remark in _misprints(text)]
    for rule in RULES:
        remarks += rule(copy)
    if at_once:
        return tuple(dict.fromkeys(remarks))
    remarks += photos_twice(copy, project.cache)
    told = {remark.finding.span for remark in remarks}
    remarks += (remark for remark in spelling(copy, project) if not _is_told(remark, told))
    return tuple(dict.fromkeys(remarks))


def _is_told(remark: Remark, told: set[Span | None]) -> bool:
    """Whether something was said already of a word that a dictionary does not have."""
    span, word = remark.finding.span, remark.finding.message.split("”")[0][1:]
    return span is not None and any(replace(span, column=span.column + i) in told for i in range(len(word)))


def _misprints(text: Text) -> Iterator[Remark]:
    """What ``digest check`` says of a text by itself, with the corrections that are safe."""
    for one in misprints(text.passage):
        correction = None if one.instead is None else text.correction(one.first, one.last, one.instead)
        yield Remark(one.finding, correction)
