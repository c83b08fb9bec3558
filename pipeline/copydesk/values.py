"""What the copy desk handles: the texts of an issue, what it remarks on them, and corrections of files.

A ``Text`` is a passage that knows which part of which article it is. A ``Remark`` is a finding, with the correction
that is safe to make for it, if there is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.copydesk.tongue import Tongue, tongue_of
from pipeline.diagnostic import Finding, Span
from pipeline.housestyle import HouseStyle
from pipeline.issue import Issue
from pipeline.issue.texts import Passage
from pipeline.language.tags import primary

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
RUNNING = frozenset({"paragraph", "item", "note", "pull", "standfirst", "caption"})
"""Kinds of text that are made of sentences."""

_NEAR = 12
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Correction:
    """At ``span`` of a file ``new`` is to stand for ``old``; both are on one line.

    ``value`` is where the first character of a YAML value stands, for a text that is one.
    """

    span: Span
    old: str
    new: str
    value: Span | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found, and what is safe to do about it."""

    finding: Finding
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the issue. ``owner`` is the path of its article, empty for the manifest.

    ``kind``: title, standfirst, kicker, dateline, caption, credit, alt, fact (of the manifest), paragraph, subhead,
    item, cell, pull, note. ``group`` counts the lists of an article, for items.
    """

    passage: Passage
    text: str
    kind: str
    owner: str
    group: int = 0

    @property
    def tongue(self) -> Tongue:
        """What is known of its language."""
        return tongue_of(self.passage.language)

    @property
    def language(self) -> str:
        """The primary part of its language's tag."""
        return primary(self.passage.language)

    @property
    def has_figures(self) -> bool:
        """Whether there is a figure in it."""
        return _FIGURE.search(self.text) is not None

    @property
    def is_yaml(self) -> bool:
        """True for values of a manifest or a front matter."""
        return self.kind in {"title", "standfirst", "kicker", "dateline", "caption", "credit", "alt", "fact"}

    def at(self, offset: int) -> Span:
        """The place of a character."""
        return self.passage.at(offset)

    def loud(self, offset: int) -> bool:
        """False in addresses, in program code and in words of another language."""
        passage = self.passage
        if passage.quiet and passage.is_quiet(offset):
            return False
        return len(passage.pieces) == 1 or passage.language_at(offset) == passage.language

    def emphasised(self, offset: int) -> bool:
        """Whether a character is in italics."""
        for piece in self.passage.pieces:
            if offset < len(piece.text):
                return piece.emphasis
            offset -= len(piece.text)
        return False

    def matches(self, pattern: re.Pattern[str], *needs: str) -> Iterator[re.Match[str]]:
        """Where a pattern matches what may be judged. Without one of ``needs`` the text is not searched."""
        if needs and not any(need in self.text for need in needs):
            return
        for match in pattern.finditer(self.text):
            if self.loud(match.start()):
                yield match

    def around(self, first: int, last: int) -> str:
        """A few words about a place, so that the eye finds it."""
        begin = self.text.rfind(" ", 0, max(0, first - _NEAR)) + 1
        end = self.text.find(" ", last + _NEAR)
        return " ".join(self.text[begin : end if end >= 0 else len(self.text)].split())

    def remark(
        self, code: str, message: str, place: int, hint: str = "", fix: tuple[int, int, str] | None = None
    ) -> Remark:
        """A remark at ``place``; ``fix`` says what is to stand from its first to before its last character."""
        correction = self.correction(*fix) if fix else None
        return Remark(Finding(code, message, self.at(place), hint), correction)

    def correction(self, first: int, last: int, new: str) -> Correction | None:
        """The correction of a stretch of the text; None where it does not stand in one piece in the file."""
        begin, end = self.at(first), self.at(last - 1)
        if begin.line != end.line or end.column - begin.column != last - 1 - first:
            return None
        return Correction(begin, self.text[first:last], new, self.at(0) if self.is_yaml else None)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often words are used, as they are written: ``lower`` those in small letters, ``upper`` all others."""

    lower: Counter[str] = field(default_factory=Counter)
    upper: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Sequence[Text]) -> Vocabulary:
        """The words of all texts."""
        made = cls()
        for word, count in Counter(word for text in texts for word in WORD.findall(text.text)).items():
            (made.lower if word.islower() else made.upper)[word] = count
        return made

    def knows(self, word: str, tongue: Tongue, least: int = 1) -> bool:
        """Whether a word is used elsewhere in the issue, or is a small word of the language."""
        return self.lower[word] >= least or word in tongue.small

    def has(self, word: str) -> bool:
        """Whether a word is used anywhere as it is written."""
        return word in self.lower or word in self.upper


@dataclass(frozen=True, slots=True)
class Copy:
    """An issue as the desk reads it."""

    issue: Issue
    texts: tuple[Text, ...]
    style: HouseStyle
    vocabulary: Vocabulary
    running: str
    """All texts, one to a line."""

    @classmethod
    def of(cls, issue: Issue, texts: tuple[Text, ...], style: HouseStyle) -> Copy:
        """The copy of an issue."""
        return cls(issue, texts, style, Vocabulary.of(texts), "\n".join(text.text for text in texts))

    def odd_words(self, pattern: re.Pattern[str]) -> dict[str, re.Match[str]]:
        """The words of the issue that a pattern fits as a whole: each is looked at once, however often it is used."""
        words = (*self.vocabulary.lower, *self.vocabulary.upper)
        return {word: match for word in words if (match := pattern.fullmatch(word))}

    def places(self, words: Iterable[str]) -> Iterator[tuple[Text, int, str]]:
        """Where words stand that may be judged: the text, the place in it, the word."""
        for word in words:
            pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
            for text in self.texts:
                if word in text.text and text.kind != "fact":
                    yield from ((text, match.start(), word) for match in text.matches(pattern))

    def bodies(self) -> Iterator[tuple[str, list[Text]]]:
        """Each article's path with its texts."""
        found: dict[str, list[Text]] = {}
        for text in self.texts:
            if text.owner:
                found.setdefault(text.owner, []).append(text)
        yield from found.items()
