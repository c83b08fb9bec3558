"""Where words may be hyphenated: Liang's algorithm over the patterns that pyphen carries.

pyphen parses a dictionary in 60 ms (German: half a second); the parsed patterns reload from a cache in 5 ms.  So
its parser is used here and not its look-up, which is Liang's in fifteen lines.  Points at which a language spells
the broken word differently (Hungarian *asszony*, *asz-szony*) are left out: a break there would need other letters.

Patterns come from the hyph-utf8 and LibreOffice projects.  F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeAlias

from pipeline.language.tags import primary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Patterns: TypeAlias = dict[str, tuple[int, tuple[int, ...]]]
"""Letters, and where in them which values stand: (offset, values)."""

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

VOWELS = {"en": frozenset("aeiouy")}
"""Where a syllable must have a vowel: the British patterns would also divide *po-s-ition* and *re-l-at-ive*."""

SOFT_HYPHEN = "\u00ad"
_FORMAT = "hyphenation 1"
_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼʻ][^\W\d_]+)*")
_UNFIT = re.compile(r"[\d@_/\\]|www\.|\w\.\w")


class Cache(Protocol):
    """Where parsed patterns may be kept between processes; ``project`` has one."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""

    def put(self, key: str, data: bytes) -> object:
        """Keep something under a key."""


class Hyphenator:
    """Hyphenation of one language.  Patterns are loaded at the first word, and each word is looked up once.

    For a language without patterns no word has any position.
    """

    def __init__(self, language: str, cache: Cache | None = None) -> None:
        self.language = language
        self._cache = cache
        self._loaded: tuple[Patterns, dict[str, int]] | None = None
        self._known: dict[str, tuple[int, ...]] = {}
        self._vowels = VOWELS.get(primary(language))
        self._exceptions = {
            word.replace("-", "").lower(): _offsets(word) for word in EXCEPTIONS.get(primary(language), "").split()
        }

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the offsets in ``word`` before which a hyphen may be drawn, rising.

        ``word`` may carry punctuation.  Where it holds soft hyphens (U+00AD), these are its positions and the only
        ones.  Nothing for words in capitals, with digits, of fewer than five letters, addresses; 2 letters at least
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
        if self._loaded is None:
            self._loaded = self._load()
        patterns, reach = self._loaded
        lower = letters.lower().replace("’", "'")
        if not patterns or len(lower) != len(letters):
            return []
        dotted = f".{lower}."
        length = len(dotted)
        values = [0] * (length + 1)
        for i in range(length - 1):
            for j in range(i + 1, min(i + reach.get(dotted[i : i + 2], 1), length) + 1):
                pattern = patterns.get(dotted[i:j])
                if pattern is not None:
                    place = i + pattern[0]
                    span = slice(place, place + len(pattern[1]))
                    values[span] = map(max, pattern[1], values[span])
        return [i for i in range(LEFT, len(letters) - RIGHT + 1) if values[i + 1] % 2]

    def _load(self) -> tuple[Patterns, dict[str, int]]:
        source = _dictionary(self.language)
        if source is None:
            return {}, {}
        key = f"{_FORMAT} {marshal.version} {hashlib.sha256(source.read_bytes()).hexdigest()}"
        kept = self._cache.get(key) if self._cache is not None else None
        loaded = _unpacked(kept) if kept is not None else None
        if loaded is not None:
            return loaded
        loaded = _parse(source)
        if self._cache is not None:
            self._cache.put(key, marshal.dumps(loaded))
        return loaded


def _offsets(word: str) -> list[int]:
    """Give the places of the hyphens in a word, counted without them."""
    return [place - count for count, place in enumerate(i for i, letter in enumerate(word) if letter == "-")]


def _dictionary(language: str) -> Traversable | None:
    import pyphen  # noqa: PLC0415 (it lists its dictionaries on import)

    name = pyphen.language_fallback(language)
    return pyphen.LANGUAGES[name] if name else None


def _unpacked(kept: bytes) -> tuple[Patterns, dict[str, int]] | None:
    """Read what the cache kept; None if it is damaged."""
    try:
        patterns, reach = marshal.loads(kept)  # noqa: S302 (written by this module, into the user's own cache)
    except (EOFError, TypeError, ValueError):
        return None
    return patterns, reach


def _parse(source: Traversable) -> tuple[Patterns, dict[str, int]]:
    """Read a dictionary: its patterns, and for each two first letters the length of the longest pattern they begin."""
    from pyphen import HyphDict  # noqa: PLC0415

    patterns: Patterns = {}
    reach: dict[str, int] = {}
    for letters, (offset, values) in HyphDict(source).patterns.items():
        patterns[letters] = (offset, tuple(_plain(value) for value in values))
        reach[letters[:2]] = max(reach.get(letters[:2], 1), len(letters))
    return patterns, reach


def _plain(value: int) -> int:
    """Give a pattern's value; one that would change the spelling (pyphen marks it) forbids the break instead."""
    return int(value) + 1 if getattr(value, "data", None) else int(value)
