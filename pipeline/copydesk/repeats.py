"""Texts that stand twice: openings of articles, whole paragraphs, phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from pipeline.copydesk.values import WORD, Copy, Remark, Text

_PHRASE = r"(?i)\b([^\W\d_]+[ \n][^\W\d_]+(?:[ \n][^\W\d_]+)?)[ \n]\1\b"
_TWICE = r"\b([^\W\d_a-zа-яё][^\W\d_]*) \1\b"
_CAPITALS = re.compile(r"([^\W\d_a-zа-яё][^\W\d_]*+) \1\b")  # the same, and with ends of words: to look for first
_OPENING, _SAME_START, _SHINGLE, _SHARED = 40, 14, 4, 0.8
_WHOLE = 15


def repeats(copy: Copy) -> Iterator[Remark]:
    """A273 for openings and paragraphs, A245 for phrases that stand twice in a row."""
    yield from _openings(copy)
    yield from _paragraphs(copy)
    capitals = _CAPITALS.search(copy.running) is not None
    for text in copy.texts:
        if capitals:
            yield from _capitals(text)
        for match in text.matches(_PHRASE) if _has_phrase_twice(text.text) else ():
            words = match[1].lower().split()
            before, after = (
                text.text[: match.start()].lower().split()[-1:],
                text.text[match.end() :].lower().split()[:1],
            )
            on_and_on = before == words[-1:] or after == words[:1]  # day after day after day
            if len(set(words)) > 1 and not on_and_on and not text.tongue.joiners.intersection(words):
                place = match.end() - len(match[1])
                fix = (match.end(1), match.end(), "") if text.tongue.small.issuperset(words) else None
                message = f"“{match[1]}” stands twice in a row."
                yield text.remark("A245", message, place, "Delete one.", fix)


def _capitals(text: Text) -> Iterator[Remark]:
    """A small word twice with a capital, as it begins a sentence; that names may stand twice is another matter."""
    for match in text.matches(_TWICE):
        if match[1].lower() in text.tongue.small:
            fix = (match.end(1), match.end(), "")
            yield text.remark("A245", f"“{match[1]}” stands twice in a row.", match.end(1) + 1, "Delete one.", fix)


def _has_phrase_twice(content: str) -> bool:
    """Whether two or three words may stand twice in a row: quickly, and never wrongly no."""
    words = content.lower().split()
    return any(map(eq, words, words[2:])) or any(map(eq, words, words[3:]))


def _openings(copy: Copy) -> Iterator[Remark]:
    seen: list[tuple[Text, list[str], frozenset[tuple[str, ...]]]] = []
    for _, texts in copy.bodies():
        first = next((t for t in texts if t.kind == "paragraph"), None)
        if first is None or first.text.count(" ") < 7:
            continue
        words = [word.lower() for word in WORD.findall(first.text)[:_OPENING]]
        shingles = frozenset(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
        for other, their_words, theirs in seen:
            same = next((i for i, (a, b) in enumerate(zip(words, their_words, strict=False)) if a != b), None)
            start = min(len(words), len(their_words)) if same is None else same
            shared = len(shingles & theirs) / min(len(shingles), len(theirs))
            if start >= _SAME_START or (shared >= _SHARED and len(words) >= 10):
                message = f"This article begins like {other.owner} (line {other.at(0).line})."
                yield first.remark("A273", message, 0, "Begin one of the two in another way.")
                break
        seen.append((first, words, shingles))


def _paragraphs(copy: Copy) -> Iterator[Remark]:
    """Paragraphs of some length that the issue has twice, word for word; openings are told as such."""
    seen: dict[str, Text] = {}
    firsts = {id(next((t for t in texts if t.kind == "paragraph"), None)) for _, texts in copy.bodies()}
    for text in copy.texts:
        if text.kind in {"paragraph", "standfirst"} and text.text.count(" ") >= _WHOLE:
            other = seen.setdefault(" ".join(text.text.lower().split()), text)
            if other is not text and not (id(text) in firsts and id(other) in firsts):
                message = f"This paragraph stands in the issue before, at {other.at(0)}."
                yield text.remark("A273", message, 0, "Delete one of the two.")
