"""The language of a text as the typesetter needs it: one object that answers every question about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.language import Cache, Hyphenator, break_opportunities, tie_pieces, typeset_text, upper, url_breaks

_MARK = re.compile(r"[\"']")


class Tongue:
    """A language tag with its hyphenator; and the tongues of other languages, of which words stand in its texts."""

    def __init__(self, tag: str, cache: Cache | None = None) -> None:
        self.tag = tag
        self._hyphenator = Hyphenator(tag, cache)
        self._cache = cache
        self._others: dict[str, Tongue] = {}

    def of(self, tag: str) -> Tongue:
        """The tongue of a language, this one where that is its own or none is named."""
        if not tag or tag == self.tag:
            return self
        if tag not in self._others:
            self._others[tag] = Tongue(tag, self._cache)
        return self._others[tag]

    def typeset(self, pieces: Sequence[str]) -> list[str]:
        """The pieces of a paragraph with the language's quotes and dashes, and ties where words must not part."""
        return tie_pieces(typeset_text(pieces, self.tag), self.tag)

    def typeset_all(self, pieces: Sequence[tuple[str, str]]) -> list[str]:
        """The same where some pieces (text, language) are in other languages, each run of which is read by itself.

        What stands around them is read as if they were words without marks.
        """
        if not any(tag for _, tag in pieces):
            return self.typeset([text for text, _ in pieces])
        own = [text if self.of(tag) is self else _MARK.sub("x", text) for text, tag in pieces]
        typeset = self.typeset(own)
        for tag, group in groupby((i for i, (text, _) in enumerate(pieces) if text), key=lambda i: pieces[i][1]):
            if self.of(tag) is not self:
                run = list(group)
                for i, text in zip(run, self.of(tag).typeset([pieces[i][0] for i in run]), strict=True):
                    typeset[i] = text
        return typeset

    def upper(self, text: str) -> str:
        """In capitals, by the language's rules."""
        return upper(text, self.tag)

    def hyphens(self, word: str) -> tuple[int, ...]:
        """Where a hyphen may be drawn."""
        return self._hyphenator.positions(word)

    def breaks(self, word: str) -> tuple[int, ...]:
        """Where the word may be divided without drawing a hyphen: behind a typed one, a dash, a part of an address."""
        address = "@" in word or "://" in word or word.startswith("www.")
        found = url_breaks(word) if address else break_opportunities(word, self.tag)
        return tuple(p for p in found if 0 < p < len(word))
