"""Which characters, languages and scripts a font can set, and what to do where it cannot.

A language counts as covered when the font has its whole alphabet in both cases; alphabets are those of
Unicode CLDR (main exemplar characters). Characters are kept in grapheme clusters: an accent never leaves its
letter for another font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pipeline.diagnostic import Finding, Span
from pipeline.font.face import Face

_BASIC = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

# Vietnamese puts five tones on each of its twelve vowels.
_VIETNAMESE = "".join(
    unicodedata.normalize("NFC", v + tone) for v in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323"
)

ALPHABETS: dict[str, tuple[str, str]] = {
    "en": ("Latin", _BASIC),
    "fr": ("Latin", _BASIC + "àâæçéèêëîïôœùûüÿ"),
    "de": ("Latin", _BASIC + "äöüß"),
    "es": ("Latin", _BASIC + "áéíñóúü¡¿"),
    "it": ("Latin", _BASIC + "àéèìóòù"),
    "pt": ("Latin", _BASIC + "áàâãçéêíóòôõú"),
    "nl": ("Latin", _BASIC + "áäéëíïóöúü"),
    "pl": ("Latin", _BASIC + "ąćęłńóśźż"),
    "cs": ("Latin", _BASIC + "áčďéěíňóřšťúůýž"),
    "tr": ("Latin", _BASIC + "âçğıİîöşûü"),
    "az": ("Latin", _BASIC + "çəğıİöşü"),
    "vi": ("Latin", _BASIC + "ăâđêôơư" + _VIETNAMESE),
    "uz-Latn": ("Latin", _BASIC + "ʻ’"),
    "ru": ("Cyrillic", _RUSSIAN),
    "uk": ("Cyrillic", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"),
    "kk": ("Cyrillic", _RUSSIAN + "әғқңөұүһі"),
    "ky": ("Cyrillic", _RUSSIAN + "ңөү"),
    "tg": ("Cyrillic", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"),
    "mn": ("Cyrillic", _RUSSIAN + "өү"),
    "uz-Cyrl": ("Cyrillic", "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ"),
    "el": ("Greek", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    "hy": ("Armenian", "".join(map(chr, range(0x561, 0x588)))),
    "ka": ("Georgian", "".join(map(chr, range(0x10D0, 0x10F1)))),
    "ar": ("Arabic", "".join(map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B))))),
    "he": ("Hebrew", "".join(map(chr, range(0x5D0, 0x5EB)))),
}

# Letters whose capital is written otherwise, or is not in use (Georgian has one case in running text).
_NO_CAPITAL = frozenset("ßıΐΰ") | {chr(c) for c in range(0x10D0, 0x1100)}

_ZERO_WIDTH_JOINER = "\u200d"
_JOINED = frozenset("\u200c\u200d") | {chr(c) for c in (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400))}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a font can set: names of scripts, tags of languages, and its OpenType features, each in order."""

    scripts: tuple[str, ...]
    languages: tuple[str, ...]
    features: tuple[str, ...]

    @classmethod
    def of(cls, unicodes: AbstractSet[int], features: AbstractSet[str]) -> Coverage:
        """From the code points that a font maps and the tags of its features."""
        languages = tuple(tag for tag, (_, letters) in ALPHABETS.items() if _whole(letters, unicodes))
        scripts = tuple(dict.fromkeys(ALPHABETS[tag][0] for tag in languages))
        return cls(scripts, languages, tuple(sorted(features)))


def _whole(letters: str, unicodes: AbstractSet[int]) -> bool:
    capitals = "".join(c for c in letters if c not in _NO_CAPITAL).upper()
    return all(ord(c) in unicodes for c in letters + capitals)


Stretch = tuple[Face, str]


def split_by_coverage(text: str, faces: Sequence[Face]) -> tuple[tuple[Stretch, ...], tuple[str, ...]]:
    """Stretches of ``text``, each with the first of ``faces`` that has its characters; and what none of them has.

    A letter that no face covers stays with the one that lacks least of it, and would be an empty box: the caller
    must make the second value, characters each once and in order, an error.
    """
    stretches: list[Stretch] = []
    absent: dict[str, None] = {}
    for cluster in clusters(text):
        face = next((f for f in faces if f.covers(cluster)), None)
        if face is None:
            face = min(faces, key=lambda f: len(f.missing(cluster)))
            absent.update(dict.fromkeys(face.missing(cluster)))
        if stretches and stretches[-1][0] is face:
            stretches[-1] = (face, stretches[-1][1] + cluster)
        else:
            stretches.append((face, cluster))
    return tuple(stretches), tuple(absent)


def clusters(text: str) -> Iterator[str]:
    """The text in letters as a reader counts them: a base with its marks, a joined sequence of signs."""
    begin = 0
    for index in range(1, len(text)):
        if not _clings(text[index - 1], text[index]):
            yield text[begin:index]
            begin = index
    if text:
        yield text[begin:]


def _clings(before: str, character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or character in _JOINED
        or (before == _ZERO_WIDTH_JOINER and not character.isspace())
    )


def uncovered(character: str, span: Span | None = None) -> Finding:
    """E321 for a character that no family of its role has: the sign where it can be seen, its number and name."""
    seen = f"“{character}”, " if character.isprintable() and not unicodedata.combining(character) else ""
    name = unicodedata.name(character, "a character without a name").lower()
    message = f"No font has the character {seen}U+{ord(character):04X} ({name})."
    return Finding("E321", message, span, "Type another character, or have a family that has it added to the role.")
