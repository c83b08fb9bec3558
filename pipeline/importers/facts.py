"""From what a reader found to a release: which block is the headline, what is a fact, what is text.

Facts are taken from where every reader of the release would look for them: the lines about the headline, the
beginning of the first paragraph, the lines below the last. Every block goes into the text, becomes a fact, or is
listed as dropped; there is no fourth way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.article import Block, ItemList, Paragraph, PhotoPlace, Subhead, Table
from pipeline.diagnostic import Finding
from pipeline.importers.about import facts_in, is_about, is_hashtags, place_of_date_line
from pipeline.importers.captions import captioned
from pipeline.importers.dateline import dateline_of
from pipeline.importers.headline import in_small_letters, is_sentence, shorter, without_stop
from pipeline.importers.joining import rejoin
from pipeline.importers.leading import goes_on, index_of_headline, name_as_headline
from pipeline.importers.pictures import settled
from pipeline.importers.runs import bare_of, line_of, text_of, tidied, without_start, words_in, words_of
from pipeline.importers.tidying import tidy_blocks
from pipeline.importers.values import NOWHERE, Dropped, Reading, Release, Repair, Runs, Source, plain
from pipeline.importers.wording import (
    COUNTED,
    END_MARK,
    OFFICE_LINE,
    author_of,
    is_buttons,
    is_byline,
    is_date_line,
    is_label,
    is_office,
    posted_by,
    without_days,
)
from pipeline.language.day_reading import DayFound, days_in

_SOURCE = re.compile(r"^(SOURCE|ИСТОЧНИК|(?i:source|источник)\s*:)\s+\S.{0,80}$")
_DAY_BELOW, _LOOKED_AT = 3, 60
_DATELINE_BLOCKS, _LEAD_WORDS = 4, 50


@dataclass(slots=True)
class _Settling:
    """What has been settled so far."""

    reading: Reading
    source: Source
    headline: str = ""
    proposed: bool = False
    standfirst: str = ""
    date: date | None = None
    place: str = ""
    byline: str = ""
    dropped: list[Dropped] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unsure: DayFound | None = None

    @property
    def month_first(self) -> bool:
        """Whether numbers of a date are read as Americans write them."""
        return self.reading.language.lower() == "en-us"

    def drop(self, text: str, why: str) -> None:
        if text:
            self.dropped.append(Dropped(text, why))


def settle(reading: Reading, source: Source) -> Release:
    """The release that a reading describes."""
    state = _Settling(reading, source, date=reading.date, place=reading.place)
    blocks, dropped, joins = rejoin(reading.blocks)
    blocks, repairs = tidy_blocks(blocks)
    state.dropped += dropped
    state.repairs += [*joins, *repairs]
    before, behind = _headline(state, blocks)
    _set_small(state, behind)
    _look_above(state, before)
    behind = _take_day_below(state, _look_below_headline(state, behind))
    behind = _look_at_end(state, behind)
    behind = _dateline(state, behind)
    behind = _subheads(state, behind)
    if state.unsure and not state.date:
        state.date = state.unsure.day
        hint = "Day and month may be the other way round: correct date: if they are."
        state.findings.append(Finding("W816", f"The date was read as {state.date.isoformat()}.", source.span, hint))
    state.date = state.date or reading.sent
    behind, pictured = captioned(behind, reading.pictures)
    pictures, leftover, findings = settled(pictured, behind, state.headline, source.span)
    state.findings += findings
    return Release(
        headline=state.headline,
        proposed=state.proposed,
        standfirst=state.standfirst,
        date=state.date,
        place=state.place,
        byline=state.byline or reading.byline,
        language=reading.language,
        blocks=tuple(block for block in behind if not isinstance(block, PhotoPlace)),
        notes=reading.notes,
        pictures=pictures,
        dropped=(*state.dropped, *reading.dropped),
        repairs=(*reading.repairs, *state.repairs),
        findings=(*reading.findings, *state.findings),
        leftover=leftover,
        attached=reading.attached,
        raw=reading.raw,
    )


def _headline(state: _Settling, blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Settles the headline; the blocks before and behind it."""
    index = index_of_headline(blocks, state.reading.title)
    last = index
    if index < 0:
        text = state.reading.title or name_as_headline(state.source.name)
        if not state.reading.title:
            hint = "Write title: in the article's front matter."
            state.findings.append(
                Finding("W811", "The source has no headline; its file's name was taken.", state.source.span, hint)
            )
    else:
        text = line_of(blocks[index])
        while last + 1 < len(blocks) and goes_on(blocks[index], blocks[last + 1], text):
            last += 1
            text = f"{text} {line_of(blocks[last])}"
    _set_headline(state, text)
    below = [block for block in blocks[last + 1 :] if not _repeats_headline(state, block)]
    return blocks[: max(index, 0)], below


def _set_headline(state: _Settling, text: str) -> None:
    if is_sentence(text):
        state.standfirst = text
        title = state.reading.title
        own = title and bare_of(title) not in bare_of(text) and 3 <= len(title.split()) <= 12 and not is_sentence(title)
        state.headline = title if own else shorter(text)
        state.proposed = True
        return
    state.headline = without_stop(text)
    if state.headline != text.rstrip():
        state.repairs.append(Repair("The full stop behind the headline was taken off.", text, state.headline))


def _set_small(state: _Settling, blocks: Sequence[Block]) -> None:
    """Sets a headline in capitals as a sentence, with the names that the text has."""
    made = in_small_letters(state.headline, [words_in(block) for block in blocks])
    if made != state.headline:
        state.repairs.append(Repair("A headline in capitals was set as a sentence.", state.headline, made))
        message = f"The headline was in capitals; it is set as a sentence: {made}"
        hint = "Look whether its names begin with capitals."
        state.findings.append(Finding("A829", message, state.source.span, hint))
        state.headline = made


def _repeats_headline(state: _Settling, block: Block) -> bool:
    """Whether a block says the headline once more, which is then listed."""
    text = line_of(block)
    if text and bare_of(text) in {bare_of(state.headline), bare_of(state.standfirst)} - {""}:
        state.drop(text, "the headline once more")
        return True
    return False


def _look_above(state: _Settling, blocks: list[Block]) -> None:
    """Lines above the headline: a day, an author, and furniture."""
    for block in blocks:
        text = line_of(block)
        if text and not _take_fact(state, text):
            state.drop(text, "a label" if is_label(text) else "lines above the headline")
        elif not text and not isinstance(block, PhotoPlace):
            for cell in _cells(block):
                if is_about(cell):
                    _take_day(state, cell)
            state.drop(words_in(block), "above the headline")


def _cells(block: Block) -> list[str]:
    """The lines of a table's cells: a letterhead has the day in one of them."""
    rows = (block.header, *block.rows) if isinstance(block, Table) else ()
    cells = (text_of(cell) for row in rows for cell in row)
    return [" ".join(line.split()) for cell in cells for line in cell.split("\n") if line.strip()]


def _take_fact(state: _Settling, text: str) -> bool:
    """Whether a line is a day, an author or furniture; it is then settled or listed."""
    if is_date_line(text):
        _take_day(state, text)
        state.drop(text, "date of posting")
    elif who := posted_by(text):
        _take_day(state, text)
        person = 1 < len(who.split()) <= 4 and not is_office(who)
        state.byline = state.byline or (who if person else "")
        state.drop(text, "date of posting")
    elif is_buttons(text) or COUNTED.match(text):
        state.drop(text, "buttons and links")
    elif is_label(text):
        _take_day(state, text)
        state.drop(text, "a label")
    elif is_byline(text):
        _take_day(state, text)
        state.byline = state.byline or author_of(text)
        state.drop(text, "author, who is in the front matter" if author_of(text) else "who posted it")
    elif is_about(text):
        _take_day(state, text)
        state.place = state.place or place_of_date_line(text)
        named = (author_of(without_days(part)) for part in facts_in(text))
        state.byline = state.byline or next(filter(None, named), "")
        state.drop(text, "line about the article")
    else:
        return False
    return True


def _take_day(state: _Settling, text: str) -> None:
    found = days_in(text, month_first=state.month_first)
    if found and found[0].sure:
        state.date = state.date or found[0].day
    elif found:
        state.unsure = state.unsure or found[0]


def _look_below_headline(state: _Settling, blocks: list[Block]) -> list[Block]:
    """Lines between the headline and the first paragraph: facts, furniture, a standfirst."""
    for number, block in enumerate(blocks):
        text = line_of(block)
        if isinstance(block, PhotoPlace) or (text and _take_fact(state, text)):
            continue
        if (
            isinstance(block, Subhead)
            and not state.standfirst
            and _begins_text(blocks[number + 1 :])
            and words_of(text) > 5
        ):
            state.standfirst = text
            continue
        pictures: list[Block] = [b for b in blocks[:number] if isinstance(b, PhotoPlace)]
        return [*pictures, *blocks[number:]]
    return [block for block in blocks if isinstance(block, PhotoPlace)]


def _take_day_below(state: _Settling, blocks: list[Block]) -> list[Block]:
    """Takes the one line of facts that stands behind the first paragraphs, below a standfirst for instance."""
    lines = [(n, text) for n, b in enumerate(blocks[:_LOOKED_AT]) if (text := line_of(b)) and is_about(text)]
    if len(lines) != 1 or lines[0][0] > _DAY_BELOW or state.date or not days_in(lines[0][1]):
        return blocks
    number, text = lines[0]
    _take_fact(state, text)
    return [*blocks[:number], *blocks[number + 1 :]]


def _begins_text(blocks: list[Block]) -> bool:
    texts = (block for block in blocks if not isinstance(block, PhotoPlace))
    following = next((block for block in texts if not is_about(line_of(block) or "-")), None)
    return isinstance(following, Paragraph) and words_of(plain(following.inlines)) > 12


def _look_at_end(state: _Settling, blocks: list[Block]) -> list[Block]:
    """What stands behind an end mark, and lines of facts and furniture at the end."""
    for number, block in enumerate(blocks):
        if END_MARK.match(line_of(block) or "-"):
            for left in blocks[number:]:
                state.drop(words_in(left), "behind the mark of the end")
            pictures = [b for b in blocks[number:] if isinstance(b, PhotoPlace)]
            blocks = [*blocks[:number], *pictures]
            break
    kept = list(blocks)
    for block in reversed(blocks):
        text = line_of(block)
        if isinstance(block, PhotoPlace):
            continue
        if _SOURCE.match(text):
            state.drop(text, "source")
            kept = [other for other in kept if other is not block]
            continue
        tags = is_hashtags(text) or OFFICE_LINE.match(text) is not None
        if not text or not (tags or is_date_line(text) or is_buttons(text) or COUNTED.match(text) or posted_by(text)):
            break
        if tags or not _take_fact(state, text):
            state.drop(text, "tags" if is_hashtags(text) else "line of the office that sent it")
        kept = [other for other in kept if other is not block]
    return kept


def _dateline(state: _Settling, blocks: list[Block]) -> list[Block]:
    """Takes the dateline off the first paragraph: ``ASTANA, 5 December 2019 – The …``."""
    for number, block in enumerate(blocks[:_DATELINE_BLOCKS]):
        if isinstance(block, Paragraph):
            text = text_of(block.inlines)
            found = dateline_of(text, state.date, month_first=state.month_first)
            if found is None and words_of(text) <= _LEAD_WORDS:
                continue  # a standfirst may stand before the paragraph with the dateline
            if found is None:
                return blocks
            state.place, state.date = found.place or state.place, state.date or found.day
            state.drop(text[: found.end].strip(), "dateline, of which the place is in the front matter")
            rest = Paragraph(without_start(block.inlines, found.end), NOWHERE)
            return [*blocks[:number], rest, *blocks[number + 1 :]]
    return blocks


def _subheads(state: _Settling, blocks: list[Block]) -> list[Block]:
    """Paragraphs that are nothing but a few bold words become subheads; levels begin with the second."""
    levels = sorted({block.level for block in blocks if isinstance(block, Subhead)})
    made: list[Block] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Subhead):
            made.append(replace(block, level=min(2 + levels.index(block.level), 4), inlines=_plain_runs(block.inlines)))
        elif (
            isinstance(block, Paragraph)
            and _is_bold_line(block.inlines)
            and isinstance(following, Paragraph | ItemList | Table)
        ):
            state.repairs.append(Repair("A bold line of its own was made a subhead.", plain(block.inlines)))
            made.append(Subhead(2, _plain_runs(block.inlines), NOWHERE))
        else:
            made.append(block)
    return made


def _plain_runs(runs: Runs) -> Runs:
    """A heading's runs: what all of them have needs not be said."""
    return tidied([replace(run, strong=False, text=run.text.replace("\n", " ")) for run in runs])


def _is_bold_line(runs: Runs) -> bool:
    text = plain(runs)
    return (
        words_of(text) <= 10
        and not text.endswith((".", ":", "!", ",", ";"))
        and all(run.strong or not run.text.strip() for run in runs)
    )
