"""Straight quotation marks, hyphens and dots, made the marks of the language.

A whole paragraph is read at once, piece by piece of its inline markup, since a quotation may open in one piece and
close in another. Web and e-mail addresses are left alone, and so is what can be read two ways. Quotation marks
are CLDR's delimiters; for Kazakh, Mongolian and others where CLDR follows the keyboard, those of the trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pipeline.language.segments import BREAKING_SPACES
from pipeline.language.tags import is_cyrillic, primary

Edit: TypeAlias = tuple[int, int, str]
"""What becomes of a stretch of the text: start, end, replacement."""

_ENGLISH, _RUSSIAN, _GERMAN = "“ ” ‘ ’", "« » „ “", "„ “ ‚ ‘"
_QUOTES = {
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "ka", "lt", "mk", "sk", "sl", "sq"), _GERMAN),
    **dict.fromkeys(("ba", "be", "hy", "kk", "ky", "mn", "ru", "tg", "tt", "uk"), _RUSSIAN),
    **dict.fromkeys(("ca", "el", "es", "it", "pt-PT"), "« » “ ”"),
    **dict.fromkeys(("nb", "nn", "no"), "« » ‘ ’"),
    **dict.fromkeys(("de-CH", "fa"), "« » ‹ ›"),
    **dict.fromkeys(("fi", "he", "sv"), "” ” ’ ’"),
    **dict.fromkeys(("pl", "ro"), "„ ” « »"),
    **dict.fromkeys(("hr", "sr"), "„ ” ‚ ’"),
    "hu": "„ ” » «",
    "fr": "«\u202f \u202f» “ ”",
    "ja": "「 」 『 』",
}
_PROTECTED = re.compile(r"\b(?:https?://|www\.)\S+|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_SPACED_DASH = re.compile(r"(?<=[^\S\n])-{1,3}(?=\s)")
_FIRST_DASH = re.compile(r"^-{1,3}(?=\s)")
_CLOSE_DASH = re.compile(r"(?<=\w)-{2,3}(?=\w)")
_RANGE = re.compile(r"(?<![\w\-–./+])(\d{1,4})-(\d{1,4})(?![-–/]?\w|[.,]\d|-)")
_NUMBERED = re.compile(r"(?:[\d)]|\b(?:ISSN|ISBN|tel|phone|fax|тел|факс)[.:]?)$", re.IGNORECASE)
_FRENCH_SPACE = re.compile(r" (?=[;:!?»](?:\s|$))|(?<=«) ")
_STRAIGHT = re.compile(r"[\"']")
_ELISION = re.compile(r"'(?:\d\ds?|tis|twas|em|cause|n)\b", re.IGNORECASE)
_BEFORE_OPENING = "([{<—–-/«“„‘‚…" + BREAKING_SPACES + "\u00a0\u202f"
APOSTROPHE = "’"


def typeset_text(pieces: Sequence[str], language: str) -> list[str]:
    """Give a paragraph's inline pieces with the language's own quotation marks, dashes, ellipses and apostrophes.

    As many pieces come back as went in. Hand in pieces that must stay (code) too, for the sake of what surrounds
    them, and drop what comes back for them. ``"`` and ``'`` become quotation marks, nested ones of the inner kind; a
    hyphen between spaces a dash; one between two numbers an en dash; three dots an ellipsis.
    """
    text = "".join(pieces)
    letters = list(text)
    protected = [found.span() for found in _PROTECTED.finditer(text)]
    for start, end, mark in (*_dashes(text, language), *_quotes(text, language), *_small(text, language)):
        if not any(first <= start < last for first, last in protected):
            letters[start:end] = [mark, *[""] * (end - start - 1)]
    done, place = [], 0
    for piece in pieces:
        done.append("".join(letters[place : place + len(piece)]))
        place += len(piece)
    return done


def curved_marks(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The straight marks of a paragraph that are set curved: the place of each, and what is set for it."""
    protected = [found.span() for found in _PROTECTED.finditer(text)]
    for start, _, mark in _quotes(text, language):
        if not any(first <= start < last for first, last in protected):
            yield start, mark


def dashes_of(text: str, language: str) -> Iterator[Edit]:
    """The hyphens of a paragraph that are set as dashes, outside of addresses."""
    protected = [found.span() for found in _PROTECTED.finditer(text)]
    return (edit for edit in _dashes(text, language) if not any(first <= edit[0] < last for first, last in protected))


def _dashes(text: str, language: str) -> Iterator[Edit]:
    cyrillic = is_cyrillic(language)
    dash = "—" if cyrillic else "–"
    for found in _SPACED_DASH.finditer(text):
        yield found.start(), found.end(), "—" if len(found.group()) > 2 else dash  # noqa: PLR2004 (typed as such)
    for found in _CLOSE_DASH.finditer(text):
        yield found.start(), found.end(), "—"
    if cyrillic:  # a speaker's line
        for found in _FIRST_DASH.finditer(text):
            yield found.start(), found.end(), dash
    for found in _RANGE.finditer(text):
        low, high = found.groups()
        rising = int(low) < int(high) or len(high) < len(low)
        if rising and not low.startswith("0") and not _NUMBERED.search(text[: found.start()].rstrip()):
            yield found.end(1), found.start(2), "–"


def _small(text: str, language: str) -> Iterator[Edit]:
    for found in _ELLIPSIS.finditer(text):
        yield found.start(), found.end(), "…"
    if primary(language) == "fr":
        for found in _FRENCH_SPACE.finditer(text):
            yield found.start(), found.end(), "\u202f"


def _quotes(text: str, language: str) -> Iterator[Edit]:
    """Read straight marks from left to right: ``opened`` holds those that wait for their partner."""
    marks = _QUOTES.get(language) or _QUOTES.get(primary(language)) or _ENGLISH
    outer, inner = tuple(marks.split(" ")[:2]), tuple(marks.split(" ")[2:])
    opened: list[tuple[str, tuple[str, ...]]] = []
    fresh = -1  # where the last mark opened: another may open right after it
    for found in _STRAIGHT.finditer(text):
        place, mark = found.start(), found.group()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        opens = (not before or before in _BEFORE_OPENING or fresh == place - 1 >= 0) and bool(after.strip())
        waiting = [kind for kind, _ in opened]
        if mark == "'" and (
            (before.isalnum() and after.isalnum())
            or (opens and (_ELISION.match(text, place) or not _closes_later(text, place)))
            or (not opens and "'" not in waiting)
        ):
            if not before.isdigit() or after.isalpha():
                yield place, place + 1, APOSTROPHE
        elif opens:
            pair = inner if mark == "'" or waiting.count('"') % 2 else outer
            opened.append((mark, pair))
            fresh = place
            yield place, place + 1, pair[0]
        elif mark in waiting:
            while opened[-1][0] != mark:
                opened.pop()
            yield place, place + 1, opened.pop()[1][1]
        elif not before.isdigit():  # after a digit it may mean inches
            yield place, place + 1, outer[1]


def _closes_later(text: str, place: int) -> bool:
    """Whether a single mark after ``place`` could close: it follows a letter or stop and no letter follows it."""
    return re.compile(r"(?<=[^\s(\[{])'(?!\w)").search(text, place + 1) is not None
