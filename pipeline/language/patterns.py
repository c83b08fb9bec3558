"""Hyphenation patterns: read from pyphen's dictionaries once, and from a cache ever after.

pyphen parses a dictionary in 60 ms (German: half a second); the parsed patterns reload from a cache in 5 ms.  So
its parser is used here and not its look-up.  It is given a dictionary's levels one by one, since it reads the
first (the seams of compounds) and the second (syllables) as one, which divides *Zusam-me-n-a-r-beit*.

The patterns are those of the hyph-utf8 and LibreOffice projects; the format is Hunspell's (hyphen, README.compound).
"""

from __future__ import annotations

import hashlib
import io
import marshal
import re
from collections.abc import Iterator
from typing import Protocol, TypeAlias

Patterns: TypeAlias = dict[str, tuple[int, tuple[int, ...]]]
"""Letters, and where in them which values stand: (offset, values)."""

Level: TypeAlias = tuple[Patterns, dict[str, int]]
"""Patterns, and for each two first letters the length of the longest pattern they begin."""

_FORMAT = "hyphenation patterns 1"


class Cache(Protocol):
    """Where parsed patterns may be kept between processes; ``project`` has one."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""

    def put(self, key: str, data: bytes) -> object:
        """Keep something under a key."""


def load(language: str, cache: Cache | None = None) -> tuple[Level, ...]:
    """Give a language's patterns, level by level; none for a language that has no dictionary."""
    import pyphen  # noqa: PLC0415 (it lists its dictionaries on import)

    name = pyphen.language_fallback(language)
    if name is None:
        return ()
    data = pyphen.LANGUAGES[name].read_bytes()
    key = f"{_FORMAT} {marshal.version} {hashlib.sha256(data).hexdigest()}"
    kept = cache.get(key) if cache is not None else None
    loaded = _unpacked(kept) if kept is not None else None
    if loaded is None:
        loaded = tuple(_level(part) for part in _parts(data))
        if cache is not None:
            cache.put(key, marshal.dumps(loaded))
    return loaded


def _unpacked(kept: bytes) -> tuple[Level, ...] | None:
    """Read what the cache kept; None if it is damaged."""
    try:
        loaded: tuple[Level, ...] = marshal.loads(kept)  # noqa: S302 (written by this module, into the user's own cache)
    except (EOFError, TypeError, ValueError):
        return None
    return loaded


def _parts(data: bytes) -> Iterator[bytes]:
    """Cut a dictionary into its levels, each with the line that names the encoding; without patterns it is no level."""
    encoding, _, body = data.partition(b"\n")
    for part in re.split(rb"(?m)^NEXTLEVEL\s*$", body):
        if re.search(rb"(?m)^[^%#A-Z\n]*[1-9]", part):
            yield encoding + b"\n" + part


def _level(data: bytes) -> Level:
    from pyphen import HyphDict  # noqa: PLC0415

    patterns: Patterns = {}
    reach: dict[str, int] = {}
    for letters, (offset, values) in HyphDict(_Memory(data)).patterns.items():
        patterns[letters] = (offset, tuple(_plain(value) for value in values))
        reach[letters[:2]] = max(reach.get(letters[:2], 1), len(letters))
    return patterns, reach


def _plain(value: int) -> int:
    """Give a pattern's value; one that would change the spelling (pyphen marks it) forbids the break instead."""
    return int(value) + 1 if getattr(value, "data", None) else int(value)


class _Memory:
    """Bytes that pyphen's parser takes for a file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open(self, _mode: str) -> io.BytesIO:
        """Open them to read the encoding."""
        return io.BytesIO(self._data)

    def read_text(self, encoding: str) -> str:
        """Give all of them as text."""
        return self._data.decode(encoding.strip())
