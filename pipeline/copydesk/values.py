"""What the copy desk handles: the texts of an issue, what it remarks on them, and corrections of files.

A ``Text`` is a passage that knows which part of which article it is. A ``Remark`` is a finding, with the correction
that is safe to make for it, if there is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

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
_MANY = 60  # so many things that are written in a way are no exception: every text is looked at
_FIGURE = re.compile(r"\d")
_LETTER = re.compile(r"[\w-]")


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

    def matches(self, pattern: str | re.Pattern[str], *needs: str) -> Iterator[re.Match[str]]:
        """Where a pattern matches what may be judged. Without one of ``needs`` the text is not searched.

        A pattern that few issues need is given as a text, and compiled when it is first looked for.
        """
        if needs and not any(need in self.text for need in needs):
            return iter(())
        found = re.finditer(pattern, self.text) if isinstance(pattern, str) else pattern.finditer(self.text)
        if not self.passage.quiet and len(self.passage.pieces) == 1:
            return found
        return (m for m in found if self.loud(m.start()) and self.loud(max(m.start(), m.end() - 1)))

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


def whole_words(content: str, word: str) -> Iterator[int]:
    """Where a word stands that is no part of another, hyphens counted as its letters."""
    place = content.find(word)
    while place >= 0:
        end = place + len(word)
        if _LETTER.match(content, end) or (place and _LETTER.match(content, place - 1)):
            place = content.find(word, place + 1)
        else:
            yield place
            place = content.find(word, end)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often words are used, as they are written: ``lower`` those in small letters, ``upper`` all others."""

    lower: Counter[str] = field(default_factory=Counter)
    upper: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, written: Mapping[str, int]) -> Vocabulary:
        """The words of what stands between blanks, each with how often it does."""
        words: Counter[str] = Counter()
        for one, count in written.items():
            for word in (one,) if one.isalpha() else WORD.findall(one):
                words[word] += count
        made = cls()
        for word, count in words.items():
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
    written: str
    """What stands between blanks in them, each once, one to a line."""

    @classmethod
    def of(cls, issue: Issue, texts: tuple[Text, ...], style: HouseStyle) -> Copy:
        """The copy of an issue."""
        running = "\n".join(text.text for text in texts)
        written = Counter(running.split())
        return cls(issue, texts, style, Vocabulary.of(written), running, "\n".join(written))

    def having(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The numbers of the texts in which a pattern may match that has no blanks, and among them all where it does.

        It is looked for once in what is written again and again.
        """
        found: dict[str, None] = {}
        for match in pattern.finditer(self.written):
            begin = self.written.rfind("\n", 0, match.start()) + 1
            end = self.written.find("\n", match.end())
            found[self.written[begin : end if end >= 0 else None]] = None
            if len(found) > _MANY:
                return frozenset(range(len(self.texts)))
        return self._with(tuple(found))

    def holding(self, *signs: str) -> frozenset[int]:
        """The numbers of the texts that hold one of these signs, none of which is a line's end."""
        return self._with(tuple(sign for sign in signs if sign in self.running))

    def _with(self, signs: tuple[str, ...]) -> frozenset[int]:
        if not signs:
            return frozenset()
        return frozenset(i for i, text in enumerate(self.texts) if any(sign in text.text for sign in signs))

    def places(self, words: Iterable[str]) -> Iterator[tuple[Text, int, str]]:
        """Where words stand that may be judged: the text, the place in it, the word."""
        begins = [0, *accumulate(len(text.text) + 1 for text in self.texts)]
        for word in words:
            for place in whole_words(self.running, word):
                number = bisect_right(begins, place) - 1
                text, offset = self.texts[number], place - begins[number]
                if text.kind != "fact" and text.loud(offset):
                    yield text, offset, word

    def bodies(self) -> Iterator[tuple[str, list[Text]]]:
        """Each article's path with its texts."""
        found: dict[str, list[Text]] = {}
        for text in self.texts:
            if text.owner:
                found.setdefault(text.owner, []).append(text)
        yield from found.items()
