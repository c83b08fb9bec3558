"""Rejoins what pages and pictures of an old layout have cut: sentences, running heads, headings said again.

Works on blocks, so that it serves every format. A sentence is joined where its first part has no end and its second
begins in small letters; where a page ended between them, also before a capital. Every join is listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Block, Inline, Paragraph, PhotoPlace, Subhead
from pipeline.importers.runs import ends, line_of, tidied, words_of
from pipeline.importers.values import NOWHERE, Dropped, Repair, Runs
from pipeline.importers.wording import END_MARK, is_date_line

PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:page|p\.|стр\.?|страница|seite|página|sayfa|бет)\s*)?\d{1,4}(?:\s*(?:of|/|из|von|de)\s*\d{1,4})?[^\w%€$£°]*$",
    re.IGNORECASE,
)
_OPEN_WORDS, _LINE_WORDS = 8, 4
_MOST_PIECES = 100  # lines of one paragraph: more of them are no paragraph
_FOLIO_WORDS, _PAGES_APART = 12, 3
_TAIL = 60


def rejoin(blocks: Sequence[Block]) -> tuple[list[Block], list[Dropped], list[Repair]]:
    """The blocks without running heads and repeated headings, cut sentences joined; what went, and each repair."""
    dropped: list[Dropped] = []
    repairs: list[Repair] = []
    without, after_page = _without_folios(blocks, dropped)
    without, after_page = _without_repeats(without, after_page, dropped)
    return _joined(without, after_page, repairs), dropped, repairs


def _ended(text: str) -> bool:
    """Whether a sentence ends here, or a quotation."""
    return ends(text) or text.endswith(("»", "”"))


def _pattern(text: str) -> str:
    """A running head without its page number; a day is none."""
    if is_date_line(text):
        return text.casefold()
    return re.sub(r"[\d\W_]+", " ", text.casefold()).strip()


def _without_folios(blocks: Sequence[Block], dropped: list[Dropped]) -> tuple[list[Block], set[int]]:
    """The blocks without page numbers and running heads; and those (by identity) before which a page began."""
    texts = [line_of(block) for block in blocks]
    numbers = [n for n, text in enumerate(texts) if text and PAGE_NUMBER.match(text)]
    counted = Counter(
        _pattern(text)
        for text, block in zip(texts, blocks, strict=True)
        if text
        and not isinstance(block, Subhead)
        and words_of(text) <= _FOLIO_WORDS
        and re.search(r"\d", text)
        and not _ended(text)
    )
    folios = {pattern for pattern, count in counted.items() if count > 1 and pattern}
    rising = _rise([texts[n] for n in numbers])
    certain = {n for n in numbers if rising or _cuts(texts, n) or _is_told(texts[n])}
    certain |= {
        n
        for n, text in enumerate(texts)
        if _pattern(text) in folios and words_of(text) <= _FOLIO_WORDS and re.search(r"\d", text)
    }
    kept: list[Block] = []
    after_page: set[int] = set()
    ended = False
    for number, block in enumerate(blocks):
        if number in certain:
            dropped.append(Dropped(texts[number], "page number or running head"))
            ended = True
            continue
        if ended:
            after_page.add(id(block))
        ended = ended and isinstance(block, PhotoPlace)
        kept.append(block)
    return kept, after_page


def _rise(numbers: Sequence[str]) -> bool:
    """Whether several numbers go up as those of pages do, and are not figures that the text tells."""
    values = [int(found[0]) for text in numbers if (found := re.search(r"\d+", text))]
    return len(values) > 1 and all(0 < behind - before <= _PAGES_APART for before, behind in pairwise(values))


def _is_told(text: str) -> bool:
    """Whether a number says of itself that it is a page's: between dashes, or with a word."""
    return re.search(r"[^\W\d]|^\W*[-–—]\s*\d+\s*[-–—]\W*$", text) is not None and not END_MARK.match(text)


def _cuts(texts: Sequence[str], number: int) -> bool:
    """Whether the line at ``number`` stands within a sentence."""
    before = next((text for text in reversed(texts[:number]) if text), "")
    behind = next((text for text in texts[number + 1 :] if text), "")
    return bool(before and behind) and not _ended(before) and words_of(before) >= _OPEN_WORDS


def _without_repeats(blocks: list[Block], after_page: set[int], dropped: list[Dropped]) -> tuple[list[Block], set[int]]:
    """Without headings that were said before, as the head of every page says them."""
    seen: set[str] = set()
    kept: list[Block] = []
    ended = False
    for block in blocks:
        text = line_of(block)
        heading = text and words_of(text) <= 25 and (isinstance(block, Subhead) or _is_line(block))
        bare = text.casefold() if isinstance(block, Subhead) else _pattern(text)  # "June 4" is not "June 5"
        if heading and bare in seen and len(bare) > 3:
            dropped.append(Dropped(text, "a heading once more"))
            ended = True
            continue
        if heading:
            seen.add(bare)
        if ended:
            after_page.add(id(block))
        ended = ended and isinstance(block, PhotoPlace)
        kept.append(block)
    return kept, after_page


def _is_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and words_of(line_of(block)) >= 2 and not _ended(line_of(block))


def _joined(blocks: list[Block], after_page: set[int], repairs: list[Repair]) -> list[Block]:
    made: list[Block] = []
    waiting: list[Block] = []
    pieces = 0
    for block in blocks:
        last = made[-1] if made else None
        if isinstance(block, PhotoPlace) and isinstance(last, Paragraph):
            waiting.append(block)
        elif (
            isinstance(block, Paragraph)
            and isinstance(last, Paragraph)
            and pieces < _MOST_PIECES
            and _goes_on(last, block, paged=id(block) in after_page)
        ):
            made[-1] = _together(last, block, repairs)
            pieces += 1
        else:
            made += [*waiting, block]
            waiting, pieces = [], 0
    return [*made, *waiting]


def _goes_on(first: Paragraph, second: Paragraph, *, paged: bool) -> bool:
    """Whether a paragraph is the rest of the one before it."""
    before, behind = line_of(first), line_of(second)
    if not before or not behind or _ended(before) or words_of(before) < 2:
        return False
    if (
        all(run.strong for run in first.inlines if run.text.strip())
        and before[:1].isupper()
        and words_of(before) < _OPEN_WORDS
    ):
        return False
    if words_of(before) <= _LINE_WORDS and words_of(behind) < _OPEN_WORDS and not _ended(behind):
        return False  # two short lines are a figure and what it counts, or items of a list
    if behind[0].islower():
        return not re.match(r"[a-zа-я]\)", behind)
    return (
        behind[0].isalnum()
        and (paged or before.endswith(","))
        and words_of(before) >= _OPEN_WORDS
        and words_of(behind) >= 2
    )


def _together(first: Paragraph, second: Paragraph, repairs: list[Repair]) -> Paragraph:
    before, behind = line_of(first), line_of(second)
    repairs.append(Repair("A sentence that was cut in two was joined.", f"…{before[-_TAIL:]} ¶ {behind[:_TAIL]}…"))
    runs = list(first.inlines)
    divided = before.endswith("-") and before[-2:-1].isalpha() and behind[0].islower()
    if divided:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip()[:-1])
    glue = () if divided else (Inline(" ", NOWHERE),)
    return Paragraph(_merged((*runs, *glue, *second.inlines)), NOWHERE)


def _merged(runs: Runs) -> Runs:
    return tidied(list(runs))
