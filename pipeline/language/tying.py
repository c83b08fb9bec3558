"""Ties: spaces at which a line must not end, made no-break spaces.

Only spaces change, one for one, so that the text keeps its length and every offset its meaning; join a
paragraph's pieces, tie, and cut again. What stands before a space may want certain things after it (a title, a
name; a number, its unit): both sides are classed once per word, and a space is tied where want and class meet.

The rules are those of New Hart's Rules (Oxford, 2014) for English, of А. Э. Мильчин and Л. К. Чельцова,
"Справочник издателя и автора" (2014), for Russian, and the ones these share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.language.dates import month_forms
from pipeline.language.tags import is_cyrillic, primary

NO_BREAK = "\u00a0"

NAME, FIGURE, UNIT, MONTH, DAY, THOUSAND, ORDINAL, ABBREVIATION, PARTICLE, HANGING, WORD = (1 << n for n in range(11))
"""What a word may be for the one before it. HANGING never starts a line, whatever it follows."""

_TITLES = (
    r"Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Lord|Lady|Rev|Hon|St|Mt|Capt|Col|Gen|Lt|Maj|Sgt|Amb|Gov|Sen|Rep|Messrs|Acad|"
    r"H\.E|H\.H|H\.M|H\.R\.H|Md|Mohd|Mme|Mlle|MM|Pr|Hr|Sn|Sayın|TS|GS|ThS"
)
_TITLES_CYRILLIC = (
    r"[Гг]-(?:на?|ну|ном|не|жа|жи|же|жу|жой)|[Дд]-р(?:а|у|ом|е)?|"
    r"[Пп]роф|[Аа]кад|[Тт]ов|[Ии]м|[Сс]в|[Дд]оц|[Гг]г?|[Уу]л|[Оо]бл"
)
_INITIALS = r"Ch|Dj|Dzh|Ju|Kh|Sh|Th|Ts|Ya|Ye|Yo|Yu|Zh|Дж|[^\W\d_a-zа-яё]"
_COUNTED = (
    r"Nos?|nos?|[Vv]ols?|[Pp]p?|[Ff]igs?|[Cc]h|[Aa]rts?|[Ss]ect?|[Ee]ds?|[Pp]ara|Nr|Bd|S|[Cc]a?|"
    r"[Тт]|[Сс]|[Сс]тр|[Рр]ис|[Тт]абл|[Пп]п?|[Сс]т|[Гг]л|[Вв]ып"
)
_COUNTED_WORDS = (
    r"[Pp]ages?|[Aa]rticle|[Cc]hapter|[Tt]able|[Ff]igure|[Pp]art|[Ii]tem|[Aa]nnex|[Vv]olume|No|"
    r"№|§§?|US\$|[$€£₸₽₼]|USD|EUR"
)
_UNITS = (
    r"%|‰|°[CFС]?|[ap]\.m\.|[kcdmµ]?m[²³]?|km/h|[kmµ]?g|[kmc]?l|t|ha|bn|mln|million|billion|trillion|thousand|"
    r"[kMGT]?Hz|[kMGT]?W|[kMGT]?Wh|[kMGT]?B|[kMGT]bit/s|k?V|mA|k?Pa|ppi|dpi|pt|px|h|min|s|kcal|kJ|"
    r"к?м[²³]?|см|мм|к?г|т|га|л|тыс\.|млн|млрд|трлн|руб\.|долл\.|тг|кВт|МВт|ГВт|ч|мин|г\.|гг\.|в\.|вв\.|года?|году|"
    r"USD|EUR|KZT|RUB|CNY|[$€£₸₽₼]"
)
_ORDINALS = r"Jr|Sr|II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XVI?"
_ONE_LETTER = {"pl": "aiouwz", "cs": "ksvzouai", "sk": "ksvzouai", "uk": "вузійоає", "be": "вузійоая", "bg": "всиокая"}
_ONE_LETTER_CYRILLIC = "вксиуоая"


def ties(text: str, language: str) -> str:
    """Give ``text`` with U+00A0 for each space at which no line may end; as long as before, and otherwise the same.

    Between a title and a name, initials and a surname, a number and its unit or month, ``No.``, ``§``, ``p.`` and
    their number, thousands and thousands; after a word of one letter where the language forbids it at a line's
    end; before a dash, and before closing punctuation that a language sets off.
    """
    rules = _rules(primary(language), cyrillic=is_cyrillic(language))
    words = text.split(" ")
    tied = [words[0]]
    for before, after in pairwise(words):
        tied += (NO_BREAK if rules.wanted(before) & rules.classes(after) else " ", after)
    return "".join(tied)


def tie_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Tie a paragraph's inline pieces, across their seams too; as many come back, each as long as it was."""
    text, place, tied = ties("".join(pieces), language), 0, []
    for piece in pieces:
        tied.append(text[place : place + len(piece)])
        place += len(piece)
    return tied


class Rules:
    """One language's rules, and what is known of each word met."""

    def __init__(self, wants: dict[int, str], kinds: dict[int, str]) -> None:
        self._wants, self._kinds = _table(wants), _table(kinds)
        self._any_want, self._any_kind = (re.compile("|".join(table.values())) for table in (wants, kinds))
        self._wanted: dict[str, int] = {}
        self._classes: dict[str, int] = {}

    def wanted(self, word: str) -> int:
        """What ``word`` wants to be tied to, if that follows: the sum of all rules that its end fits."""
        found = self._wanted.get(word)
        if found is None:
            last = word[-1:]
            found = HANGING if last else 0
            found |= UNIT | ORDINAL if last.isdigit() else ORDINAL | PARTICLE if last.isalpha() else 0
            if self._any_want.search(word):  # few words fit any
                found |= sum(want for rule, want in self._wants if rule.search(word))
            self._wanted[word] = found
        return found

    def classes(self, word: str) -> int:
        """What ``word`` is for the one before it: the sum of all classes that its beginning fits."""
        found = self._classes.get(word)
        if found is None:
            found = WORD if word else 0
            if self._any_kind.match(word):
                found |= sum(kind for rule, kind in self._kinds if rule.match(word))
            self._classes[word] = found
        return found


@lru_cache(maxsize=32)
def _rules(language: str, *, cyrillic: bool) -> Rules:
    months = "|".join(map(re.escape, sorted(month_forms(language), key=len, reverse=True)))
    letters = _ONE_LETTER.get(language) or (_ONE_LETTER_CYRILLIC if cyrillic else "")
    titles = f"{_TITLES}|{_TITLES_CYRILLIC}" if cyrillic else _TITLES
    wants = {
        NAME: rf"(?<!\w)(?:(?:{titles})\.?|(?<!\.)(?:{_INITIALS})\.)$",
        FIGURE: rf"(?<![\w.])(?:(?:{_COUNTED})\.?|{_COUNTED_WORDS})$",
        MONTH: r"(?<!\w)\d{1,2}(?:[-–]\d{1,2})?\.?$",
        DAY: rf"(?<!\w)(?:{months})$",
        THOUSAND: r"(?<![\d,.])\d{1,3}$",
        ABBREVIATION: r"(?<!\w)[^\W\d_]\.$",
        WORD: rf"«$|(?<![\w'’-])[{letters}{letters.upper()}]$" if letters else "«$",
    }
    kinds = {
        NAME: r"[^\W\d_a-zа-яё]",
        FIGURE: r"\d|[IVX]+\b",
        UNIT: rf"(?:{_UNITS})(?!\w)",
        MONTH: rf"(?:{months})(?!\w)",
        DAY: r"\d{1,2}(?:[-–]\d{1,2})?(?![\w:])",
        THOUSAND: r"\d{3}(?!\d)",
        ORDINAL: rf"(?:{_ORDINALS})(?!\w)",
        ABBREVIATION: r"[^\W\d_]\.",
        HANGING: r"(?:[–—]|[;:!?»]+)(?!\S)",
    }
    if cyrillic:
        kinds[PARTICLE] = r"(?:бы?|же?|ли?)(?!\w)"
    return Rules(wants, kinds)


def _table(rules: dict[int, str]) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(rule), kind) for kind, rule in rules.items())
