"""Which language a release is in: what it says of itself, where its letters agree with that; else what they tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from pipeline.importers.runs import words_in
from pipeline.importers.values import Release
from pipeline.language import known_language
from pipeline.language.tags import is_cyrillic, primary

_LETTERS = (("kk", "әғқңөұүһі"), ("tg", "ғӣқӯҳҷ"), ("ky", "ңөү"), ("uk", "іїєґ"), ("be", "ўі"), ("ru", "ыэъё"))
_SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur", "ps", "ug", "ckb"),
    "HEBREW": ("he", "yi"),
    "CJK": ("zh", "ja"),
    "HANGUL": ("ko",),
    "THAI": ("th",),
}
_ENOUGH = 0.6


def language_of(release: Release, issue: str) -> str:
    """The language to be written into the front matter, or nothing where it is the issue's or not known."""
    text = " ".join([release.headline, *(words_in(block) for block in release.blocks)])
    found = _language(text, _tidied(release.language))
    return "" if not found or primary(found) == primary(issue) else found


def _tidied(tag: str) -> str:
    """``en_gb`` as ``en-GB``; nothing for what is no language."""
    parts = re.split("[-_]", tag.strip())
    made = parts[0].lower() + "".join(f"-{part.upper()}" for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part))
    return made if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", made) and known_language(made) else ""


def _language(text: str, declared: str) -> str:
    counted = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    script, count = counted.most_common(1)[0] if counted else ("", 0)
    if count < _ENOUGH * counted.total():
        return declared
    if script == "CYRILLIC":
        return declared if declared and is_cyrillic(declared) else _by_letters(text.casefold())
    if script in _SCRIPTS:
        return declared if primary(declared) in _SCRIPTS[script] else _SCRIPTS[script][0]
    return (
        declared
        if script != "LATIN"
        or not (is_cyrillic(declared) or any(primary(declared) in tags for tags in _SCRIPTS.values()))
        else ""
    )


def _by_letters(text: str) -> str:
    """A language in Cyrillic by the letters that others lack."""
    best = max(_LETTERS[:5], key=lambda entry: sum(text.count(letter) for letter in entry[1]))
    share = sum(text.count(letter) for letter in best[1]) / max(len(text), 1)
    return best[0] if share > 0.01 else "ru"
