"""Abbreviations that are spelt out nowhere in the issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.copydesk.values import Copy, Remark
from pipeline.language import in_one_script, script_of

_ABBREVIATION = re.compile(r"[^\W\d_a-zа-яё](?<![\w.&/#@’'-].)[^\W\d_a-zа-яё]{1,7}(?![\w&/’'-]|\.\w)s?")
_ROMAN = re.compile(r"[IVXLCDM]+s?")
_BRACKETED = re.compile(r"[^\W\d_]\W{0,3}\( ?$")
_EXPLAINED = re.compile(r",? \([^\W\d_]+[ -][^\W\d_]|, (?:the|or|an?|то есть) |s? ?[—–] (?:это )?[^\W\d_]+ ")
_FULL_NAME = re.compile(
    r"[^\W\d_a-zа-яё]\w+(?:[ -](?:(?:of|for|and|on|in|to|и|по|в|на) )?(?:the )?[^\W\d_a-zа-яё]\w+)+"
)
# The place that a report begins with: MINSK, 26 January; NEW YORK (Agency); PORT ALLEN —
_DATELINE = re.compile(
    r"[^\W\d_a-zа-яё]{3,}(?:[ -][^\W\d_a-zа-яё]{2,})*(?=,? (?:\d{1,2} \w|\w+ \d{1,2}\b|[(—–/])|, \w+ \(|\. )"
)
_PART = re.compile(r"[^\W_]+")
_KINDS = frozenset({"paragraph", "item", "note", "standfirst", "cell", "pull"})


def abbreviations(copy: Copy) -> Iterator[Remark]:
    """A276, once for each abbreviation, where it is first used."""
    full_names: list[str] = []
    known = {*copy.style.known, *(word for name in copy.style.names for word in name.split())}
    told: set[str] = set()
    for text in copy.texts:
        if text.kind not in _KINDS or text.text.isupper() or not text.tongue.small:
            continue
        dateline = _DATELINE.match(text.text)
        for match in text.matches(_ABBREVIATION):
            word = match[0].rstrip("s")
            if dateline and match.end() <= dateline.end():
                continue
            if word in told or not (word.isalpha() and word.isupper()) or _ROMAN.fullmatch(word):
                continue
            told.add(word)
            if in_one_script(word, script_of(text.text)) not in (word, None):
                continue  # letters of another alphabet, of which A260 tells
            familiar = word in known or word in text.tongue.familiar or copy.vocabulary.lower[word.lower()]
            if not familiar and not copy.vocabulary.upper[word.capitalize()] and not _spelt_out(word, copy, full_names):
                message = f"The abbreviation {word} is spelt out nowhere in the issue."
                hint = f"Spell it out where it comes first, as in: the words ({word})."
                yield text.remark("A276", message, match.start(), hint)


def _spelt_out(word: str, copy: Copy, full_names: list[str]) -> bool:
    """In brackets behind words, before words in brackets or behind a comma, or by words with these initials.

    ``full_names`` is filled with those of the issue when they are first needed.
    """
    running = copy.running
    for match in re.finditer(rf"{re.escape(word)}(?<!\w{word})s?\b", running):
        before, after = running[max(0, match.start() - 6) : match.start()], running[match.end() : match.end() + 16]
        if _BRACKETED.search(before) and after[:1] in {")", ",", ";"}:
            return True
        if _EXPLAINED.match(after):
            return True
    if not full_names:
        full_names += dict.fromkeys(_FULL_NAME.findall(running))
    return any(_made_of(word, name) for name in full_names)


def _made_of(word: str, name: str) -> bool:
    """Whether the letters are in the name in their order, and the first of each of its large words among them.

    Of the other letters there are fewer than half as many as there are large words.
    """
    rest = word.lower()
    if name[0].lower() != rest[0]:
        return False
    parts = [part for part in _PART.findall(name) if part[0].isupper()]
    if len(parts) < 2 or parts[0][0].lower() != rest[0] or 2 * (len(rest) - len(parts)) >= len(parts):
        return False
    for part in parts:
        if not rest or part[0].lower() != rest[0]:
            return False
        rest = rest[1:]
        inner = part[1:].lower()
        while rest and rest[0] in inner and len(rest) > len(parts) - parts.index(part) - 1:
            inner = inner[inner.index(rest[0]) + 1 :]
            rest = rest[1:]
    return not rest
