"""Words, and the places where a line of text may end without a hyphen.

A simple table for scripts with spaces and for ideographs, after Unicode's UAX 14; scripts that need a dictionary
(Thai, Lao, Khmer) break at spaces only.
"""

from __future__ import annotations

import re
from functools import cache

BREAKING_SPACES = " \t\n\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Spaces a line may end at: not U+00A0, U+2007 (figure space), U+202F."""

_SPACES = re.compile(f"[{BREAKING_SPACES}]+")
_IDEOGRAPH = "[\u2e80-\u2fff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_CLOSING = "!%),.:;?\\]}¢°’”†‡›»…‰′″、。〉》」』】〕〗ー々！），．：；？］｝"
_OPENING = "(\\[{¿¡‘“„‚«‹〈《「『【〔〖（［｛"
_BREAK = (
    f"(?<=[{BREAKING_SPACES}])(?![{BREAKING_SPACES}])"  # after spaces
    "|(?<=\u200b)"  # at a zero-width space
    "|(?<=[^\\W_][-\u2010])(?=[^\\W\\d_])"  # after a hyphen inside a word, not before a number
    "|(?<=\\w[–—])(?=\\w)"  # after a dash between words
    "|(?<=[^\\W_]/)(?=[^\\W_])"  # after a slash
    f"|(?<={_IDEOGRAPH})(?={_IDEOGRAPH})"
)
_WHOLE = re.compile("[A-Za-z0-9,.:;?!()'’“”]*")
"""What words are as a rule: nothing of which a line may end inside, so that the many places need not be looked at."""
_FORBIDDEN = re.compile(f"[{_CLOSING}]")
_HELD = re.compile(f"[{_OPENING}]")
_URL_BREAK = re.compile(r"(?<=[/.@?&=_#-])(?=[^/.@?&=_#-])")


@cache
def _break() -> re.Pattern[str]:
    """Compiled when the first text is set: its large classes of signs take longer than all other patterns."""
    return re.compile(_BREAK)


def words(text: str) -> list[str]:
    """Split at breaking spaces only; a no-break space is part of its word."""
    return [word for word in _SPACES.split(text) if word]


def break_opportunities(text: str, language: str = "") -> tuple[int, ...]:  # noqa: ARG001 (tables by language are to come)
    """Give the offsets in ``text`` before which a line may start, rising; spaces before an offset hang in the margin.

    After spaces, after a hyphen, dash or slash inside a word, between ideographs; never before closing punctuation
    nor after opening. Hyphenation is apart, see ``Hyphenator``.
    """
    found: list[int] = []
    if _WHOLE.fullmatch(text):
        return ()
    for match in _break().finditer(text):
        place = match.start()
        if not 0 < place < len(text):
            continue
        spaced = text[place - 1] in BREAKING_SPACES
        if not spaced and (_FORBIDDEN.match(text, place) or _HELD.match(text, place - 1)):
            continue
        found.append(place)
    return tuple(found)


def url_breaks(text: str) -> tuple[int, ...]:
    """Give the offsets in a web or e-mail address before which a line may start, without a hyphen.

    After ``/ . @ ? & = _ # -``, but not inside ``://``, and with two characters at least on either line.
    """
    return tuple(match.start() for match in _URL_BREAK.finditer(text) if 2 <= match.start() <= len(text) - 2)  # noqa: PLR2004
