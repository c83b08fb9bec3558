"""Headlines: one that is a whole sentence becomes the standfirst, and a shorter one is proposed from it.

A proposal is cut where a clause or a phrase begins; it is never good, which is why it is marked for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

SENTENCE_WORDS = 9
_LONGEST, _SHORTEST = 10, 3
_SHORT_FORMS = re.compile(r"\b(inc|ltd|co|corp|jr|sr|u\.s|u\.k|u\.n|etc|гг?|тыс|млн|млрд|им|др)\.$", re.IGNORECASE)
# Words before which a sentence may end in a headline; those before which it may if there is no better place; those
# that no headline ends in.
_BEFORE_WORDS = """
on in at to for during within from by as after before following amid with while where which who that under through
over between
в во на по для с со при после из к о об от за до перед и во что который которая
en à pour dans avec lors sur après dont qui bei am im in auf für mit nach und para con durante tras sobre por
ve ile için және мен үшін
"""
_BETWEEN_WORDS = "of and de du des del della von der und et y e i и а ve"
_NOT_LAST_WORDS = "the a an of and or his her its their of de и du des de la le les der die das of met held"
_BEFORE = frozenset(_BEFORE_WORDS.split())
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_NOT_LAST = _BEFORE | frozenset(_NOT_LAST_WORDS.split())


def is_sentence(headline: str) -> bool:
    """Whether a headline is a whole sentence: many words and a full stop."""
    text = headline.rstrip("\"'»”’")
    stopped = text.endswith((".", "。", "۔")) and not text.endswith("..")
    return stopped and not _SHORT_FORMS.search(text) and len(text.split()) >= SENTENCE_WORDS


def without_stop(headline: str) -> str:
    """A headline without the full stop at its end."""
    text = headline.rstrip()
    return (
        text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") and not _SHORT_FORMS.search(text) else text
    )


def shorter(sentence: str) -> str:
    """A headline of at most ten words from a sentence's beginning, cut where a phrase begins if one does."""
    text = without_stop(sentence)
    words = text.split()
    if len(words) <= _LONGEST:
        return text
    cuts = [n for n in range(_SHORTEST + 1, _LONGEST + 1) if _may_end(words, n)]
    good = [n for n in cuts if words[n].casefold().strip(",;:–—-") in _BEFORE | {""} or words[n - 1][-1] in ",;:"]
    fair = [n for n in cuts if words[n].casefold() in _BETWEEN]
    count = (
        max(good, default=0) or min((n for n in fair if n > _LONGEST // 2), default=0) or max(cuts, default=_LONGEST)
    )
    return " ".join(words[:count]).rstrip(",;:–—- ")


def in_small_letters(headline: str, texts: Iterable[str]) -> str:
    """A headline in capitals as a sentence: each word as the text writes it within its sentences, others small.

    What is not in capitals stays as it is.
    """
    words = headline.split()
    if not headline.isupper() or len(words) < _SHORTEST:
        return headline
    forms: dict[str, str] = {}
    for text in texts:
        for before, word in pairwise(re.findall(r"[\w’'-]+[.!?:]?", text)):
            bare = word.rstrip(".!?:")
            if before[-1] not in ".!?:":
                known = forms.get(bare.casefold(), "")
                forms[bare.casefold()] = bare if not known or bare.islower() else known
    made = " ".join(re.sub(r"[\w’'-]+", lambda m: forms.get(m[0].casefold(), _small(m[0])), word) for word in words)
    return made[:1].upper() + made[1:]


def _small(word: str) -> str:
    """A word in small letters; what has figures in it is an abbreviation or a number."""
    return word if any(letter.isdigit() for letter in word) else word.lower()


def _may_end(words: list[str], count: int) -> bool:
    return words[count - 1].casefold() not in _NOT_LAST and not words[count - 1].endswith(".")
