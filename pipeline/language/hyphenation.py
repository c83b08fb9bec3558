"""Where words may be hyphenated: Liang's algorithm over the patterns of a language.

Points at which a language spells the broken word differently (Hungarian *asszony*, *asz-szony*) are left out: a
break there would need other letters. F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983.
"""

from __future__ import annotations

import re
from functools import cache as kept
from itertools import pairwise

from pipeline.language.patterns import Cache, Patterns, load
from pipeline.language.tags import primary

LEFT, RIGHT = 2, 3
"""The fewest letters before and after a hyphen."""

SHORTEST = 5
"""Letters a word must have to be hyphenated."""

SHORTEST_PART = 8
"""Letters that a part of a word with a hyphen of its own must have."""

EXCEPTIONS = {
    "en": "Af-ghan-istan Azer-bai-jan Bang-la-desh Cam-bo-dia Ka-zakh-stan Kyr-gyz-stan Pa-ki-stan Ta-jik-istan "
    "Thai-land Turk-men-istan Uz-bek-istan Viet-nam"
}
"""Names that a language's patterns divide wrongly or not at all."""

VOWELS = {"en": frozenset("aeiouy"), "de": frozenset("aeiouyäöü")}
"""Where a piece must have a vowel: the patterns would also divide *re-l-at-ive* and *Zusam-me-n-a-r-beit*."""

SOFT_HYPHEN = "\u00ad"
_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼʻ][^\W\d_]+)*")
_VALUE = re.compile(r"(\d?)(\D?)")
_UNFIT = re.compile(r"[\d@_/\\]|www\.|\w\.\w")


class Hyphenator:
    """Hyphenation of one language. Patterns are loaded at the first word, and each word is looked up once.

    For a language without patterns no word has any position.
    """

    def __init__(self, language: str, cache: Cache | None = None) -> None:
        self.language = language
        self._cache = cache
        self._patterns: Patterns | None = None
        self._known: dict[str, tuple[int, ...]] = {}
        self._vowels = VOWELS.get(primary(language))
        self._exceptions = {
            word.replace("-", "").lower(): _offsets(word) for word in EXCEPTIONS.get(primary(language), "").split()
        }

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the offsets in ``word`` before which a hyphen may be drawn, rising.

        ``word`` may carry punctuation. Where it holds soft hyphens (U+00AD), these are its positions and the only
        ones. Nothing for words in capitals, with digits, of fewer than five letters, addresses; 2 letters at least
        stay before a hyphen and 3 go after it.
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._find(word)
        return found

    def _find(self, word: str) -> tuple[int, ...]:
        if SOFT_HYPHEN in word:
            return tuple(i + 1 for i, c in enumerate(word) if c == SOFT_HYPHEN and 0 < i < len(word) - 1)
        if len(word) < SHORTEST or _UNFIT.search(word) or (word.isupper() and len(word) > 1):
            return ()
        parts = list(_LETTERS.finditer(word))
        shortest = SHORTEST if len(parts) == 1 else SHORTEST_PART
        found: list[int] = []
        for part in parts:
            if part.end() - part.start() >= shortest and not part.group().isupper():
                found += [part.start() + position for position in self._divide(part.group())]
        return tuple(found)

    def _divide(self, letters: str) -> list[int]:
        """Divide one run of letters: by the exceptions, else by the patterns, without pieces that have no vowel."""
        known = self._exceptions.get(letters.lower())
        if known is not None:
            return known
        points = self._look_up(letters)
        if self._vowels is None:
            return points
        ends = [0, *points, len(letters)]
        mute = {
            end for piece in pairwise(ends) if self._vowels.isdisjoint(letters[slice(*piece)].lower()) for end in piece
        }
        return [point for point in points if point not in mute]

    def _look_up(self, letters: str) -> list[int]:
        """Liang's algorithm: at each place the highest value of any pattern that matches; odd values are breaks."""
        if self._patterns is None:
            self._patterns = load(self.language, self._cache)
        patterns = self._patterns
        lower = letters.lower().replace("’", "'")
        if not patterns or len(lower) != len(letters):
            return []
        dotted = f".{lower}."
        length = len(dotted)
        values = [0] * (length + 1)
        for start in range(length - 1):
            for end in range(start + 1, length + 1):
                pattern = patterns.get(dotted[start:end])
                if pattern is None:
                    break  # no pattern begins so
                if pattern:
                    for place, value in _values(pattern):
                        if value > values[start + place]:  # noqa: PLR1730 - for each letter of each word
                            values[start + place] = value
        return [i for i in range(LEFT, len(letters) - RIGHT + 1) if values[i + 1] % 2]


@kept
def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """Give the values that stand in a pattern, each with its place among the letters.

    A break that would change the spelling, as in ``asz1sz/sz=,1,1``, is forbidden instead.
    """
    written, changes, _ = pattern.partition("/")
    pairs = [(place, int(figure)) for place, (figure, _) in enumerate(_VALUE.findall(written)) if figure]
    return tuple((place, value + 1 if changes and value % 2 else value) for place, value in pairs)


def _offsets(word: str) -> list[int]:
    """Give the places of the hyphens in a word, counted without them."""
    return [place - count for count, place in enumerate(i for i, letter in enumerate(word) if letter == "-")]
