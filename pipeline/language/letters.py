"""Letters: their case by language and the script they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.tags import primary

_DOTTED = {"tr", "az", "tt", "crh", "gag"}
_RUN = re.compile(r"[^\W\d_]+")
_SCRIPTS = frozenset(
    {
        "LATIN",
        "GREEK",
        "CYRILLIC",
        "ARMENIAN",
        "HEBREW",
        "ARABIC",
        "SYRIAC",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "THAI",
        "LAO",
        "TIBETAN",
        "MYANMAR",
        "GEORGIAN",
        "HANGUL",
        "ETHIOPIC",
        "KHMER",
        "MONGOLIAN",
        "HIRAGANA",
        "KATAKANA",
        "CJK",
    }
)
SHORTEST = 3
"""Letters below which a run may mix scripts: Δt, µm."""


class OddLetter(NamedTuple):
    """A letter of another script than its word's: the letter, its Unicode name, its place in the word."""

    letter: str
    name: str
    place: int


_CYRILLIC_LOOKS = "аАВсСеЕНкКМоОрРТуУхХ"
_LATIN_LOOKS = "aABcCeEHkKMoOpPTyYxX"
_CYRILLIC_OF_OTHERS, _LATIN_OF_OTHERS = "іІјЈѕЅһ", "iIjJsSh"  # not letters of Russian
_GREEK_LOOKS, _LATIN_OF_GREEK = "ΑΒΕΖΗΙΚΜΝοΟΡΤΥΧν", "ABEZHIKMNoOPTYXv"
_LOOKALIKES: dict[str, dict[str, str]] = {
    "Latin": dict(
        zip(
            _CYRILLIC_LOOKS + _CYRILLIC_OF_OTHERS + _GREEK_LOOKS,
            _LATIN_LOOKS + _LATIN_OF_OTHERS + _LATIN_OF_GREEK,
            strict=True,
        )
    ),
    "Cyrillic": dict(zip(_LATIN_LOOKS, _CYRILLIC_LOOKS, strict=True)),
}
"""For a script, the letters of others that look like one of its own."""


def in_one_script(word: str, script: str = "") -> str | None:
    """Give the word with its odd letters made those of ``script`` that look the same; None if one has none.

    Without a script it is the one to which most letters belong.
    """
    script = script or script_of(word)
    looks = _LOOKALIKES.get(script, {})
    made = "".join(letter if _script(letter) in {"", script} else looks.get(letter, "\0") for letter in word)
    return None if "\0" in made else made


def upper(text: str, language: str) -> str:
    """Give ``text`` in capitals: a dotted capital i in Turkish and its kin, no accents in Greek."""
    language = primary(language)
    if language in _DOTTED:
        text = text.replace("i", "İ").replace("ı", "I")
    elif language == "el":
        plain = unicodedata.normalize("NFD", text).replace("\u0301", "")
        text = unicodedata.normalize("NFC", plain)
    return text.upper()


def capital(text: str, language: str) -> str:
    """Give ``text`` with its first letter a capital, as a heading of a month's name is set."""
    return upper(text[:1], language) + text[1:]


def script_of(word: str) -> str:
    """Give the script most letters of ``word`` belong to: ``Latin``, ``Cyrillic`` ...; nothing if it has no letter."""
    counts = Counter(script for script in map(_script, word) if script)
    return counts.most_common(1)[0][0] if counts else ""


def mixed_script(word: str) -> OddLetter | None:
    """Find a letter of another script inside a word, as a Greek gamma in *enerγy*; None if there is none.

    Parts joined by a hyphen may differ (*α-helix*, *IT-сектор*), and runs of one or two letters are not words.
    """
    for run in _RUN.finditer(word):
        if run.end() - run.start() < SHORTEST or run.group().isascii():
            continue
        scripts = [_script(letter) for letter in run.group()]
        counts = Counter(script for script in scripts if script)
        if len(counts) > 1 and not counts.keys() <= {"Hiragana", "Katakana", "Cjk"}:
            main = counts.most_common(1)[0][0]
            place = next(i for i, script in enumerate(scripts) if script not in {"", main})
            letter = run.group()[place]
            return OddLetter(letter, unicodedata.name(letter), run.start() + place)
    return None


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    """Script of a letter, told by its Unicode name; nothing for digits, marks and letters common to all."""
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return first.title() if first in _SCRIPTS else ""
