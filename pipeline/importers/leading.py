"""Which block of a text is its headline, where no reader knows it for sure, and in how many lines it was set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Block, Paragraph, Subhead
from pipeline.importers.about import is_about
from pipeline.importers.dateline import begins_with_dateline
from pipeline.importers.kinds import is_sender
from pipeline.importers.runs import bare_of, ends, line_of, words_of
from pipeline.importers.wording import MASTHEAD, is_buttons, is_label, is_masthead

_HEAD_WORDS, _HEAD_BLOCKS, _BOLD_WORDS = 25, 8, 4
_KICKER_WORDS, _FEWEST_WORDS, _PROSE_WORDS, _NEAR = 2, 3, 12, 4


def index_of_headline(blocks: Sequence[Block], known: str) -> int:
    """Where the headline is among blocks, of which ``known`` is what the source is called; -1 for none."""
    title = bare_of(known)
    first = next((n for n, b in enumerate(blocks) if isinstance(b, Subhead) and b.level == 1 and _is_one(b)), -1)
    if first >= 0 and (bare_of(line_of(blocks[first])) == title or not _only_names(blocks, first)):
        return first
    near = [(n, line_of(block)) for n, block in enumerate(blocks[:_HEAD_BLOCKS])]
    papers = [n for n, text in near if is_masthead(text) and MASTHEAD.search(text)]
    if papers:
        below = near[papers[-1] + 1 :]
        near = below[next((n for n, (_, text) in enumerate(below) if _may_lead(text)), -papers[-1] - 1) :] or near
    if title:
        matching = (
            n
            for n, text in near
            if text
            and (bare_of(text) == title or (len(title) > 15 and (title in bare_of(text))))
            and words_of(text) < 40
        )
        if (found := next(matching, -1)) >= 0:
            return found
    for number, text in near:
        block = blocks[number]
        if known and isinstance(block, Paragraph) and text.endswith("."):
            return -1
        if not text or is_label(text) or is_about(text) or is_buttons(text) or _is_address(text):
            continue
        if is_masthead(text) or _only_names(blocks, number):
            continue
        if isinstance(block, Subhead) or (
            isinstance(block, Paragraph) and words_of(text) <= 40 and not begins_with_dateline(text)
        ):
            return _bold_below(blocks, number)
        return -1
    return -1


def _is_one(block: Block) -> bool:
    return not is_label(line_of(block))


def _only_names(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line says who sends the text or of which kind it is, for a better one leads the prose below it.

    It is the name of an organisation, or what a mail was called; or, as paragraph, one or two words with capitals above
    a line that has more.
    """
    text = line_of(blocks[number])
    named = words_of(text) <= _KICKER_WORDS and not any(word[0].islower() for word in text.split())
    short = isinstance(blocks[number], Paragraph) and named and not ends(text)
    kind, _, subject = text.partition(":")  # what a mail was called: “Press release: canals”
    called = words_of(subject) in range(1, _FEWEST_WORDS + 1) and is_label(kind)
    if not short and not called and not is_sender(text):
        return False
    for place, block in enumerate(blocks[number + 1 : number + 1 + _HEAD_BLOCKS], number + 1):
        line = line_of(block)
        if words_of(line) > _HEAD_WORDS or (words_of(line) > _PROSE_WORDS and ends(line)):
            return False
        passed = not line or is_label(line) or is_about(line) or is_buttons(line) or _is_address(line)
        if passed or ends(line) or line[-1] in ":;," or is_sender(line) or is_masthead(line):
            continue
        if words_of(line) < _FEWEST_WORDS or (short and words_of(line) < words_of(text) + _KICKER_WORDS):
            continue
        return _leads(blocks[place + 1 : place + 1 + _NEAR])
    return False


def _leads(blocks: Sequence[Block]) -> bool:
    """Whether prose is near, so that what stands above it may be its headline."""
    return any(words_of(line_of(block)) > _PROSE_WORDS for block in blocks)


def _may_lead(text: str) -> bool:
    return 3 <= words_of(text) <= _HEAD_WORDS and not ends(text) and not is_about(text) and not is_masthead(text)


def _bold_below(blocks: Sequence[Block], number: int) -> int:
    """The one bold line below a plain one that leads the text: what is above it says to whom it is sent, and why."""
    first = blocks[number]
    if not isinstance(first, Paragraph) or _is_bold(first):
        return number
    for place, block in enumerate(blocks[number + 1 : _HEAD_BLOCKS], number + 1):
        text = line_of(block)
        if words_of(text) > _HEAD_WORDS:
            break
        if isinstance(block, Paragraph) and _is_bold(block) and words_of(text) >= _BOLD_WORDS and not ends(text):
            return place
    return number


def _is_bold(block: Paragraph) -> bool:
    return all(run.strong for run in block.inlines if run.text.strip())


def _is_address(text: str) -> bool:
    """Whether a line of a letterhead is an address, a number or a web site, or says whom to ask."""
    return re.match(
        r"\W*(media |press )?contacts?( person)?\s*:|\W*контакт\w*\s*:", text, re.IGNORECASE
    ) is not None or (
        re.search(r"@|www\.|https?://|\btel\b|\bphone\b|\bfax\b|\bтел\b|\+\d", text, re.IGNORECASE) is not None
        and words_of(text) < _HEAD_WORDS
    )


def goes_on(headline: Block, block: Block, text: str) -> bool:
    """Whether a headline that was set in several lines goes on: capitals behind capitals, or a phrase left open."""
    more = line_of(block)
    if (
        not more
        or isinstance(block, Subhead) is not isinstance(headline, Subhead)
        or words_of(text) + words_of(more) > _HEAD_WORDS
    ):
        return False
    if isinstance(block, Subhead) and isinstance(headline, Subhead) and block.level != headline.level:
        return False
    if is_about(more) or is_label(more) or begins_with_dateline(more):
        return False
    capitals = text.isupper() and more.isupper()
    return (
        capitals
        or text.endswith((",", ":", " –", " —"))
        or bool(re.search(r"\b(of|the|and|for|in|on|to|with|at|by|и|в|на|по|с)$", text, re.IGNORECASE))
    )


def name_as_headline(name: str) -> str:
    """A file's name as words."""
    stem = re.sub(r"[_\W]+", " ", name.rsplit(".", 1)[0]).strip()
    return stem[:1].upper() + stem[1:] if stem else "Untitled"
