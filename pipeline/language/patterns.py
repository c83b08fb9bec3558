"""Hyphenation patterns: read from pyphen's dictionaries once, and from a cache ever after.

pyphen parses a dictionary in 60 ms (German: half a second); the parsed patterns reload from a cache in 5 ms. So
its parser is used here and not its look-up. The patterns are those of the hyph-utf8 and LibreOffice projects.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

Patterns: TypeAlias = dict[str, tuple[int, tuple[int, ...]]]
"""Letters, and where in them which values stand: (offset, values)."""

Table: TypeAlias = tuple[Patterns, dict[str, int]]
"""Patterns, and for each two first letters the length of the longest pattern they begin."""

_FORMAT = "hyphenation patterns 1"


class Cache(Protocol):
    """Where parsed patterns may be kept between processes; ``project`` has one."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""

    def put(self, key: str, data: bytes) -> object:
        """Keep something under a key."""


def load(language: str, cache: Cache | None = None) -> Table:
    """Give a language's patterns; an empty table for a language that has no dictionary."""
    import pyphen  # noqa: PLC0415 (it lists its dictionaries on import)

    name = pyphen.language_fallback(language)
    if name is None:
        return {}, {}
    source = pyphen.LANGUAGES[name]
    key = f"{_FORMAT} {marshal.version} {hashlib.sha256(source.read_bytes()).hexdigest()}"
    kept = cache.get(key) if cache is not None else None
    loaded = _unpacked(kept) if kept is not None else None
    if loaded is None:
        loaded = _table(pyphen.HyphDict(source).patterns)
        if cache is not None:
            cache.put(key, marshal.dumps(loaded))
    return loaded


def _unpacked(kept: bytes) -> Table | None:
    """Read what the cache kept; None if it is damaged."""
    try:
        patterns, reach = marshal.loads(kept)  # noqa: S302 (written by this module, into the user's own cache)
    except (EOFError, TypeError, ValueError):
        return None
    return patterns, reach


def _table(parsed: Mapping[str, tuple[int, Sequence[int]]]) -> Table:
    patterns: Patterns = {}
    reach: dict[str, int] = {}
    for letters, (offset, values) in parsed.items():
        patterns[letters] = (offset, tuple(_plain(value) for value in values))
        reach[letters[:2]] = max(reach.get(letters[:2], 1), len(letters))
    return patterns, reach


def _plain(value: int) -> int:
    """Give a pattern's value; one that would change the spelling (pyphen marks it) forbids the break instead."""
    return int(value) + 1 if getattr(value, "data", None) else int(value)
