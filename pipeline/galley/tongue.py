"""The language of a text as the typesetter needs it: one object that answers every question about it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import Cache, Hyphenator, break_opportunities, tie_pieces, typeset_text, upper, url_breaks


class Tongue:
    """A language tag with its hyphenator."""

    def __init__(self, tag: str, cache: Cache | None = None) -> None:
        self.tag = tag
        self._hyphenator = Hyphenator(tag, cache)

    def typeset(self, pieces: Sequence[str]) -> list[str]:
        """The pieces of a paragraph with the language's quotes and dashes, and ties where words must not part."""
        return tie_pieces(typeset_text(pieces, self.tag), self.tag)

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
