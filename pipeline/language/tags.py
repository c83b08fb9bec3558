"""Language tags (BCP 47): what they name, which way the language is written, which locale of CLDR describes it."""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?(?:[-_][\w-]+)?$",
    re.IGNORECASE,
)

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "samr", "syrc", "thaa"})

_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""Tags for what has no language, or several, or one that nobody knows."""

_CASES = {4: str.title, 2: str.upper}
"""How the parts of a tag are written by their length: scripts, regions."""

CYRILLIC = frozenset(
    {"ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "sah", "sr", "tg", "tt", "tyv", "uk"}
)
"""Languages commonly written in Cyrillic, unless their tag names another script."""


def primary(tag: str) -> str:
    """Give the language of a tag without script and region: ``en`` of ``en-GB``."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def script_tag(tag: str) -> str:
    """Give the script that a tag names, in lower case (``latn``), or nothing."""
    found = _TAG.match(tag)
    return (found["script"] or "").lower() if found else ""


def is_cyrillic(tag: str) -> bool:
    """Whether a tag stands for a language as written in Cyrillic."""
    script = script_tag(tag)
    return script == "cyrl" if script else primary(tag) in CYRILLIC


def direction(tag: str) -> str:
    """Give the direction of writing, ``ltr`` or ``rtl``; the script counts if the tag names one."""
    script = script_tag(tag)
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=64)
def known_language(tag: str) -> bool:
    """Whether a tag is well formed and CLDR describes its language: the check for ``language:`` in a manifest."""
    return _TAG.match(tag) is not None and locale_name(tag) is not None


@lru_cache(maxsize=64)
def named_language(tag: str) -> bool:
    """Whether a tag is well formed and CLDR at least has a name for its language, as for Ancient Greek."""
    if not _TAG.match(tag) or primary(tag) in _NO_LANGUAGE:
        return False
    from babel import localedata  # noqa: PLC0415 (as below)

    return known_language(tag) or primary(tag) in localedata.load("en")["languages"]


def canonical_tag(tag: str) -> str:
    """Give a tag as it is written by custom: ``en-GB`` for ``EN-gb``, ``az-Latn`` for ``az_latn``."""
    first, *others = tag.replace("_", "-").split("-")
    return "-".join((first.lower(), *(_CASES.get(len(part), str.lower)(part) for part in others)))


@lru_cache(maxsize=64)
def locale_name(tag: str) -> str | None:
    """Give the nearest of CLDR's locales as Babel names it: ``en_GB`` for ``en-GB-oxendict``; None without any."""
    from babel import localedata  # noqa: PLC0415 (20 ms that most texts need not pay)

    parts = [part for part in re.split("[-_]", tag) if part]
    if len(parts) > 1:
        parts[1:] = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]  # noqa: PLR2004 (a script)
    for count in range(len(parts), 0, -1):
        name = "_".join([parts[0].lower(), *parts[1:count]])
        if localedata.exists(name):
            return name
    return None
