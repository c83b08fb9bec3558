"""What stands above a release on the paper of who sends it: the sender's name, an address, a slogan.

It is told from a headline by the line that says what kind of text follows (``PRESS RELEASE``), behind which the
headline comes. Without such a line nothing is taken for a letterhead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Block, PhotoPlace
from pipeline.importers.about import is_about
from pipeline.importers.dateline import begins_with_dateline
from pipeline.importers.kinds import is_sender
from pipeline.importers.runs import ends, line_of, words_of
from pipeline.importers.values import Dropped, Reading
from pipeline.importers.wording import is_buttons, is_label

_ADDRESS = re.compile(
    r"@|www\.|https?://|\b(tel|phone|fax|contacts?|тел|факс|контакт\w*)\b|\+\d|^\W*\d+\s+\w+", re.IGNORECASE
)
_LOOKED_AT, _NAME_WORDS, _LINE_WORDS, _HEADLINE_WORDS, _PROSE_WORDS, _PROSE_NEAR = 10, 6, 18, 30, 12, 4


def without_letterhead(reading: Reading) -> Reading:
    """The reading without the lines above the mark of a release, where a headline follows that mark."""
    said = [line_of(block) for block in reading.blocks[: _LOOKED_AT + _PROSE_NEAR + 1]]
    mark = next((n for n, text in enumerate(said[:_LOOKED_AT]) if is_label(text)), 0)
    above = [n for n in range(mark) if said[n] and not is_about(said[n]) and not is_label(said[n])]
    if not above or not all(_is_letterhead(said[n]) for n in above) or not _headline_follows(said[mark + 1 :]):
        return reading
    emblems = {block.file for block in reading.blocks[: above[-1]] if isinstance(block, PhotoPlace)}
    kept: tuple[Block, ...] = tuple(
        block
        for n, block in enumerate(reading.blocks)
        if n not in above and not (isinstance(block, PhotoPlace) and block.file in emblems)
    )
    dropped = [Dropped(said[n], "letterhead") for n in above]
    shown = (found for key, found in reading.pictures if key in emblems)
    dropped += [Dropped(found.alt or found.caption or found.name, "picture of the letterhead") for found in shown]
    pictures = tuple((key, found) for key, found in reading.pictures if key not in emblems)
    return replace(reading, blocks=kept, pictures=pictures, dropped=(*reading.dropped, *dropped))


def _is_letterhead(text: str) -> bool:
    """Whether a line may be a name or an address; a headline has more words than a name."""
    if _ADDRESS.search(text) or re.search(r"\d", text):
        return words_of(text) <= _LINE_WORDS
    return is_sender(text) or (words_of(text) <= _NAME_WORDS and not ends(text))


def _headline_follows(said: Sequence[str]) -> bool:
    for number, text in enumerate(said):
        if not text or is_label(text) or is_about(text) or is_buttons(text) or _ADDRESS.search(text):
            continue
        behind = said[number + 1 : number + 1 + _PROSE_NEAR]
        headline = 3 <= words_of(text) <= _HEADLINE_WORDS and not text.endswith(".") and not begins_with_dateline(text)
        return headline and any(words_of(more) > _PROSE_WORDS for more in behind)
    return False
