"""Pages that were copied from a browser as they stand: menus and buttons as lines before and behind the text.

Known by several lines that are nothing but words of buttons. The headline is then the line that leads the prose, not
the first of the menu; behind the prose everything from the first buttons on is the page's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.importers.about import is_about
from pipeline.importers.dateline import begins_with_dateline
from pipeline.importers.runs import ends, words_of
from pipeline.importers.wording import BACKWARDS, COOKIES, LEGAL, LISTED, is_buttons, is_invitation, is_label

_PROSE_WORDS, _HEADLINE_WORDS, _FEWEST_BUTTONS, _NEAR, _SHARE = 12, 30, 3, 6, 0.5
_STOPS = ".!?…。؟"


@dataclass(frozen=True, slots=True)
class Around:
    """Where the article of a copied page stands among its lines: its headline's place, and where its text ends."""

    headline: int
    end: int


def around(texts: Sequence[str]) -> Around | None:
    """Where the article is among the lines of a text, none of them empty; None for a text that is no copied page."""
    buttons = [_is_furniture(text) for text in texts]
    prose = [n for n, text in enumerate(texts) if _is_prose(text) and not buttons[n]]
    if not prose or sum(buttons) < _FEWEST_BUTTONS:
        return None
    first = prose[0]
    end = _end(texts, buttons, prose)
    outside = sum(buttons[:first]) + sum(buttons[end:])
    headline = _headline(texts, buttons, first) if sum(buttons[:first]) else -1
    return Around(headline, end) if outside >= _FEWEST_BUTTONS else None


def _is_furniture(text: str) -> bool:
    return bool(
        is_buttons(text) or is_invitation(text) or LISTED.match(text) or LEGAL.search(text) or COOKIES.search(text)
        or (BACKWARDS.match(text) and words_of(text) <= _NEAR) or not re.search(r"\w", text)
    )  # fmt: skip


def _is_prose(text: str) -> bool:
    return words_of(text) >= _PROSE_WORDS and (ends(text, _STOPS) or words_of(text) > _HEADLINE_WORDS)


def _headline(texts: Sequence[str], buttons: Sequence[bool], first: int) -> int:
    """The line above the prose that is its headline: one that a path has named before it, or else the nearest."""
    said = Counter(" ".join(text.casefold().split()) for text in texts[:first])
    lines = [n for n in range(first) if not buttons[n] and _may_head(texts[n])]
    again = [n for n in lines if said[" ".join(texts[n].casefold().split())] > 1]
    if again:
        return again[-1]
    told = next((n for n in range(first) if is_about(texts[n]) and not buttons[n]), first)
    above = [n for n in lines if n < told]
    below = [n for n in lines if n > told]
    near = above[-1] if above else -1
    if below and (near < told - 1 or words_of(texts[near]) < words_of(texts[below[0]]) // 2):
        return below[0]  # a day may stand above the headline
    return near if near >= 0 else below[0] if below else -1


def _may_head(text: str) -> bool:
    return (
        3 <= words_of(text) <= _HEADLINE_WORDS
        and not is_about(text)
        and not is_label(text)
        and not begins_with_dateline(text)
    )


def _end(texts: Sequence[str], buttons: Sequence[bool], prose: Sequence[int]) -> int:
    """Where the text ends: at buttons that others follow closely, behind which there is less prose than before."""
    total = sum(words_of(texts[n]) for n in prose)
    before = 0
    for number in range(prose[0], len(texts)):
        before += words_of(texts[number]) if number in prose else 0
        if not buttons[number]:
            continue
        near = sum(buttons[number : number + _NEAR])
        last = number > prose[-1]
        if (near >= _FEWEST_BUTTONS or (last and near > 1)) and before >= total * _SHARE:
            return number
    return len(texts)
