"""Letters that look like the right one: of another alphabet, a capital I for an l, figures in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.copydesk.tongue import Tongue
from pipeline.copydesk.values import Copy, Remark, Text, Vocabulary
from pipeline.language import in_one_script, script_of
from pipeline.language.tags import is_cyrillic

_RUN = re.compile(r"[^\W\d_]+")
_LATIN_ALONE = r"(?<![^\s«„(])[aceopxyABCEHKMOPTXY](?= [а-яёӣӯқғҳҷәіңөұүһ])"
_CAPITAL_I = re.compile(r"\b(?=\w*I)[^\W\d_]{3,}\b|\bI[b-df-hj-km-ru-z]\w+")
_WITHIN = re.compile(r"(?<=[a-z]{2})I(?![A-Z]{2})|(?<=[a-z])II|\b[a-df-hj-z]I(?=[a-z]{3})")
_SMALL_L = re.compile(r"(?<![\w’'])l(?:[npstf]|[bcdfghjklmnpqrstvwxz][a-z]+)\b")
_FIGURE = r"\b(?:[^\W\d_]+[01][^\W\d_]+|0[^\W\d_]{2,})\b"
# Not one O between two figures: 6O2 is a formula. A letter at the end may be a unit's; a year has none.
_LETTER = r"(?<!\w)\d(?!O\d\b)(?:\d*[OОolI][\dOОolI]*[\dOО]|(?<=[12])[09]\d[OОo])(?!\w)"
_WITHIN_SMALL = re.compile(r"[^\W\d_A-ZА-ЯЁ]{2,}[01][^\W\d_A-ZА-ЯЁ]{2,}")
_IN_FIGURES = re.compile(r"\d(?=[^\W\d_])|\d(?<=[^\W\d_].)")  # what _FIGURE and _LETTER have in common
_AS_FIGURES = str.maketrans("OОolI", "00011")
_AS_LETTERS = str.maketrans("01", "ol")
_SCRIPTS = ("Latin", "Cyrillic")
_LONG_UNIT = 3  # letters: lbs, ltd
_MISTAKES = 2  # what is written so more often is meant
_TELLING = re.compile(r"[^\x00-\u024f\u1e00-\u206f]")


def letters(copy: Copy) -> Iterator[Remark]:
    """A260 for letters in the wrong place that W242 does not see."""
    telling, small_l, figures = copy.having(_TELLING), copy.having(_SMALL_L), copy.having(_IN_FIGURES)
    capital_i = _doubtful_words(copy)
    for number, text in enumerate(copy.texts):
        if number in telling:
            yield from _other_alphabet(text)
        if any(word in text.text for word in capital_i):
            yield from _capital_i(text, copy.vocabulary)
        if number in small_l:
            yield from _small_l(text, copy.vocabulary)
        if number in figures:
            yield from _figures(text, copy.vocabulary)


def _doubtful_words(copy: Copy) -> tuple[str, ...]:
    """The words with a capital I that is an l in one of the languages of the issue."""
    tongues = {id(text.tongue): text.tongue for text in copy.texts}.values()
    words = dict.fromkeys(match[0] for match in _CAPITAL_I.finditer(copy.written))
    return tuple(word for word in words if any(_with_l(word, copy.vocabulary, tongue) for tongue in tongues))


def _other_alphabet(text: Text) -> Iterator[Remark]:
    """Words of which every letter is a lookalike, and single ones: no other letter of the word gives them away."""
    script = "Cyrillic" if is_cyrillic(text.passage.language) else script_of(text.text)
    if script not in _SCRIPTS:
        return
    for match in text.matches(_RUN) if script == "Latin" else text.matches(_LATIN_ALONE):
        word, own = match[0], script_of(match[0])
        if word.isascii() and script == "Latin":
            continue
        mixed = len(word) == 2 and len({script_of(letter) for letter in word}) == 2
        if own == script and not mixed:
            continue
        right = in_one_script(word, script)
        if right and right != word and (own in _SCRIPTS or mixed):
            message = f"“{word}” is written with letters of another alphabet ({own}) that look the same."
            yield text.remark("A260", message, match.start(), f"Type {right} again.", (*match.span(), right))


def _capital_i(text: Text, vocabulary: Vocabulary) -> Iterator[Remark]:
    for match in text.matches(_CAPITAL_I):
        right = _with_l(match[0], vocabulary, text.tongue)
        if right:
            known = not match[0][0].isupper() or any(map(vocabulary.has, (right, right.lower(), right.capitalize())))
            yield _looks_like(text, match, right, "a capital I", "an l", safe=known)


def _small_l(text: Text, vocabulary: Vocabulary) -> Iterator[Remark]:
    for match in text.matches(_SMALL_L):
        word = match[0]
        right = f"I{word[1:]}"
        written = vocabulary.upper[right] > vocabulary.lower[word] or (
            len(word) == 2 and right.lower() in text.tongue.small
        )
        # No English word begins so: lran, lstanbul.
        strange = text.language == "en" and len(word) > _LONG_UNIT and word[1] not in "hjl"
        if written or (strange and vocabulary.lower[word] <= _MISTAKES):
            yield _looks_like(text, match, right, "an l", "a capital I", safe=written)


def _with_l(word: str, vocabulary: Vocabulary, tongue: Tongue) -> str:
    """The word with l for I where that is a word of the issue, or where no word has an I; or nothing."""
    if word.isupper() or vocabulary.upper[word] > 2:
        return ""
    right = word[0].replace("I", "l") + word[1:].replace("I", "l") if word[0] == "I" else word.replace("I", "l")
    forms = (right, right.lower(), right.capitalize())
    if right[1:] != word[1:] and any(vocabulary.has(form) for form in forms):
        return right
    if word[0] == "I" and vocabulary.knows(right, tongue) and vocabulary.upper[word] <= 1:
        lower = word.lower()
        return right if right[1:] == word[1:] and not vocabulary.lower[lower] else ""
    within = _WITHIN.search(word)
    if within and word[0] != "I" and not any(letter.isupper() for letter in word[1:].replace("I", "")):
        rest = word[word.index("I", within.start()) :]
        # McInnes, AgroInvest, LinkedIn are names of two parts; parts seldom begin with an I and a vowel.
        of_parts = word[0].isupper() and (
            rest == "In" or (len(rest) > 3 and rest[1:].islower() and rest[1] not in "aeiou")
        )
        return "" if of_parts or (len(rest) > 1 and vocabulary.has(rest)) else right
    return ""


def _figures(text: Text, vocabulary: Vocabulary) -> Iterator[Remark]:
    for match in text.matches(_FIGURE):
        word = match[0]
        right = word.translate(_AS_LETTERS)
        right = right[0].upper() + right[1:] if word[0] == "0" and any(c.isupper() for c in word) else right
        forms = (right, right.lower(), right.capitalize(), right.upper())
        known = next((form for form in forms if vocabulary.has(form)), "")
        if known:
            known = right if known.lower() == right.lower() and not word[0].isdigit() else known
            yield _looks_like(text, match, known, "a figure", "a letter")
        elif _WITHIN_SMALL.fullmatch(word):  # no code, but a word that nothing else tells
            message = f"“{word}” has a figure where a letter belongs."
            yield text.remark("A260", message, match.start(), "Type the word again.")
    for match in text.matches(_LETTER):
        yield _looks_like(text, match, match[0].translate(_AS_FIGURES), "a letter", "a figure")


def _looks_like(text: Text, match: re.Match[str], right: str, what: str, meant: str, *, safe: bool = True) -> Remark:
    message = f"“{match[0]}” has {what} where {meant} belongs."
    return text.remark("A260", message, match.start(), f"Type {right}.", (*match.span(), right) if safe else None)
