"""Hyphenation patterns: read from pyphen's dictionaries once, and from a cache ever after.

A dictionary's patterns stay as they are written (``a1b2c``) until a word needs them: pyphen's own parser takes ten
times as long, so that its dictionaries are used here and neither its parser nor its look-up. The patterns are those
of the hyph-utf8 and LibreOffice projects, the format is Hunspell's.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from typing import Protocol, TypeAlias

Patterns: TypeAlias = dict[str, str]
"""The letters of each pattern, and the pattern as it is written; for letters that only begin one, an empty text."""

_FORMAT = "hyphenation patterns 2"
_REMARKS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
_FIGURES = dict.fromkeys(map(ord, "0123456789"))
_CODE = re.compile(r"\^\^([0-9a-f]{2})")


class Cache(Protocol):
    """Where parsed patterns may be kept between processes; ``project`` has one."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key."""

    def put(self, key: str, data: bytes) -> object:
        """Keep something under a key."""


def load(language: str, cache: Cache | None = None) -> Patterns:
    """Give a language's patterns; none for a language that has no dictionary."""
    import pyphen  # noqa: PLC0415 (it lists its dictionaries on import)

    name = pyphen.language_fallback(language)
    if name is None:
        return {}
    source = pyphen.LANGUAGES[name].read_bytes()
    key = f"{_FORMAT} {marshal.version} {hashlib.sha256(source).hexdigest()}"
    kept = cache.get(key) if cache is not None else None
    loaded = _unpacked(kept) if kept is not None else None
    if loaded is None:
        loaded = _read(source)
        if cache is not None:
            cache.put(key, marshal.dumps(loaded))
    return loaded


def _unpacked(kept: bytes) -> Patterns | None:
    """Read what the cache kept; None if it is damaged."""
    try:
        patterns = marshal.loads(kept)  # noqa: S302 (written by this module, into the user's own cache)
    except (EOFError, TypeError, ValueError):
        return None
    return patterns if isinstance(patterns, dict) else None


def _read(source: bytes) -> Patterns:
    """Read a dictionary: its encoding on the first line, then a pattern to each line."""
    encoding, _, rest = source.partition(b"\n")
    name = encoding.decode("ascii").strip().lower()
    text = rest.decode("cp1251" if name == "microsoft-cp1251" else name)
    if "^^" in text:
        text = _CODE.sub(lambda match: chr(int(match[1], 16)), text)
    patterns: Patterns = {}
    lines = [line.strip() for line in text.split("\n")]
    bare = "\n".join([line.partition("/")[0] for line in lines]).translate(_FIGURES)  # far quicker than one by one
    for pattern, letters in zip(lines, bare.split("\n"), strict=True):
        if letters != pattern and not pattern.startswith(_REMARKS):
            patterns[letters] = pattern
    for letters in list(patterns):
        end = len(letters) - 1
        while end > 0 and letters[:end] not in patterns:
            patterns[letters[:end]] = ""
            end -= 1
    return patterns
