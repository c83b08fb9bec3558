"""Names of files from headlines, in letters that every computer has."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґҳҷӣӯў"
_SPELT = (
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch '' y '' e yu ya a g q n o u u h i yi ye g h j i u u"
)
_CYRILLIC = dict(zip(_LETTERS, _SPELT.split(), strict=True))
_OTHER = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ə": "e", "þ": "th"}
_LONGEST = 48


def slug(headline: str) -> str:
    """A headline as a name: ``two-days-in-almaty``. One in letters without such a form gets a name from its content."""
    text = "".join(_CYRILLIC.get(letter, _OTHER.get(letter, letter)).strip("'") for letter in headline.casefold())
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isascii())
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if len("".join(words)) < sum(letter.isalnum() for letter in headline) / 2:
        return f"release-{hashlib.sha256(headline.encode()).hexdigest()[:8]}"
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _LONGEST:
            break
        made = f"{made}-{word}".strip("-")
    return made[:_LONGEST] or "release"


def plain_name(name: str) -> str:
    """A source's name without folders and without signs that some systems refuse."""
    bare = re.sub(r'[\x00-\x1f<>:"|?*\\/]+', "-", name).strip(". ")
    stem, dot, ending = bare.rpartition(".")
    return f"{stem[:100]}{dot}{ending[:10]}" if dot else bare[:100] or "source"
