"""Blanks that were lost, doubled or misplaced, and hyphens with a blank at one side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.copydesk.tongue import Tongue, tongue_of
from pipeline.copydesk.values import Copy, Remark, Text

# A sign or figure right beside a letter: where no blank is lost, there is none.
_CLOSE = re.compile(r"[,;!?.)\d](?=[^\W\d_])|[(\d](?<=[^\W\d_].)")
_WORD_FIGURE = re.compile(r"(?<![\w./-])([^\W\d_]{2,}|[^\W\d_\x00-\x7f])(\d+)(?:st|nd|rd|th)?(?![\w-])")
_FIGURE_WORD = re.compile(r"(?<![\w.,/-])(\d+)([^\W\d_]{2,})(?![\w])")
_COMMA = re.compile(r"[,;!?](?=[^\W\d_]{2})(?<=[^\W\d_]{2}.)")
_STOP = re.compile(r"\.(?=[^\W\d_a-zа-яё](?:[^\W\d_A-ZА-ЯЁ]| ))(?<=[^\W\d_A-ZА-ЯЁ]{2}\.)")
_STOP_SMALL = re.compile(r"(?<![\w.])([^\W\d_]{3,})\.([^\W\d_A-ZА-ЯЁ]{2,})(?![\w.])")
_BRACKET = re.compile(r"(?<=[^\W\d_]{3})\((?=[^\W_]{4,}[ )])|(?<=[^\W\d_]{3}\))(?=[^\W\d_]{3})")
_CAMEL = re.compile(r"([^\W\d_A-ZА-ЯЁ]{2,}|[^\W\d_][^\W\d_A-ZА-ЯЁ]{2,})([^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]{2,})")
_BEFORE_SIGN = r"(?<=[^\W_])[ \u00a0]+(?=[,.;:!?](?:\s|$)|[,;][^\W\d_])"
_BEFORE_SIGN_FRENCH = r"(?<=[^\W_])[ \u00a0]+(?=[,.](?:\s|$)|,[^\W\d_])"
_INSIDE = (
    r"(?<=[(\[]) +(?=\w)|(?<=[“„])(?<![^\W_].) +(?=\w)|(?<=[\w.,!?]) +(?=[)\]])|(?<=[\w.,!?]) +(?=”(?:[\s.,;:]|$))"
)
_SIGN_TWICE = re.compile(
    r"(?=[,;:.!?])(?:([,;:])\s*\1+|,\s*[.;:](?!\.)|(?<![.\d])\.\.(?!\.)|[;:]\s*,|([!?])\s*[.,](?!\.))"
)
_SIGNS = re.compile(r"[,;:.!?](?=\s*[,;:.!?])")
_BEFORE_SIGNS = (" .", " ,", " ;", " :", " !", " ?")
_INSIDE_SIGNS = ("( ", "[ ", " )", " ]", "“ ", "„ ", " ”")
_HALF_HYPHEN = r"(?<![\w-])([^\W_]+)- ([^\W_]+)|(?<![\w-])([^\W\d_]+) -([^\W\d_]{2,})(?![\w-])"
# What may stand right behind a figure: units, ordinals, parts of names of things.
_BEHIND_FIGURES = re.compile(
    r"(?:[ap]m|st|nd|rd|th|[kcdmµ]?m|km/?h|k?g|m?g|[mc]?l|ha|k?W|[MG]W|k?Wh|[kMGT]?Hz|[kMGT]?B|[kMGT]bit|k?V|min|ft|in|lb|oz|ppi|dpi|pt|px|"
    r"bn|mn|mln|tn|x|er|ers|ème|e|ого|му|й|го|е|я|ю|х|м|ми|ой|ая|км|кг|мм|см|га|тыс|млн|млрд|G|D|K|C|F)",
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 6


def blanks(copy: Copy) -> Iterator[Remark]:
    """A261 for lost blanks, A262 for misplaced ones and doubled signs, A266 for blanks beside a hyphen."""
    close, hyphened = copy.having(_CLOSE), copy.holding("- ", " -")
    before, inside = copy.holding(*_BEFORE_SIGNS), copy.holding(*_INSIDE_SIGNS)
    twice = _SIGNS.search(copy.running) is not None
    for number, text in enumerate(copy.texts):
        if text.kind != "fact":
            if number in close:
                yield from _lost(text, copy)
            if number in hyphened:
                yield from _half_hyphens(text, copy)
        if number in before:
            signs = _BEFORE_SIGN_FRENCH if text.language == "fr" else _BEFORE_SIGN
            yield from _misplaced(text, signs, "before a stop")
        if number in inside:
            yield from _misplaced(text, _INSIDE, "inside brackets or quotation marks")
        if twice and _SIGNS.search(text.text):
            yield from _doubled_signs(text)
    yield from _glued(copy)


def _lost(text: Text, copy: Copy) -> Iterator[Remark]:
    if text.has_figures:
        yield from _beside_figures(text, copy)
    for match in text.matches(_COMMA, ",", ";", "!", "?"):
        yield _blank_at(text, match, match.end())
    if "." in text.text.rstrip(".")[:-1]:
        yield from _behind_stops(text)
    for match in text.matches(_BRACKET, "(", ")"):
        yield _blank_at(text, match, match.start())


def _behind_stops(text: Text) -> Iterator[Remark]:
    for match in text.matches(_STOP):
        yield _blank_at(text, match, match.end())
    for match in text.matches(_STOP_SMALL):
        if match[2] in text.tongue.small and match[1].lower() not in text.tongue.abbreviations:
            yield _blank_at(text, match, match.end(1) + 1)


def _beside_figures(text: Text, copy: Copy) -> Iterator[Remark]:
    vocabulary, tongue = copy.vocabulary, text.tongue
    for match in text.matches(_WORD_FIGURE):
        word = match[1]
        common = word in tongue.small or vocabulary.lower[word] >= 2 or (len(word) > 2 and _YEAR.fullmatch(match[2]))
        long = len(word) >= _LONG and len(match[2]) > 1  # no word of the issue, but hardly a code such as covid19
        if ((word.islower() and (common or long)) or word in tongue.months) and copy.running.count(match[0]) < 3:
            yield _blank_at(text, match, match.end(1), safe=bool(common) or not word.islower())
    for match in text.matches(_FIGURE_WORD):
        word = match[2]
        known = vocabulary.knows(word, tongue) or word in tongue.months or (len(word) > 3 and vocabulary.has(word))
        if known and not _BEHIND_FIGURES.fullmatch(word):
            yield _blank_at(text, match, match.end(1))


def _blank_at(text: Text, match: re.Match[str], place: int, *, safe: bool = True) -> Remark:
    first, last = place - 1, place + 1
    while first > 0 and text.text[first - 1].isalnum():
        first -= 1
    while last < len(text.text) and text.text[last].isalnum():
        last += 1
    shown = text.text[first:last]
    apart = f"{text.text[first:place]} {text.text[place:last]}"
    message = f"A blank is lost: {shown}"
    around = (place - 1, place + 1, f"{text.text[place - 1]} {text.text[place]}") if safe else None
    return text.remark("A261", message, max(first, match.start()), f"Type {apart}", around)


def _glued(copy: Copy) -> Iterator[Remark]:
    """Words that are two: small ones (inthe), two of the issue's (MemberState), one with a small one (valuethat)."""
    vocabulary = copy.vocabulary
    language = copy.issue.manifest.language
    tongue, small = tongue_of(language), _small_words(language)
    apart: dict[str, tuple[str, str]] = {}
    words = (*vocabulary.lower, *vocabulary.upper)
    for word in words:
        match = None if word.isascii() and word[1:].islower() else _CAMEL.fullmatch(word)
        if match and vocabulary.has(match[2]) and _may_precede(match[1], match[2], copy, tongue):
            apart[word] = (match[1], match[2])
    doubtful = {
        word for word, parts in apart.items() if " ".join(parts) not in copy.running and parts[0] not in tongue.small
    }
    glued = ((word, (word[:length], word[length:])) for word in words if (length := small.get(word.lower(), 0)))
    for word, parts in (*glued, *_with_fringes(words, language)):
        if tongue.small.issuperset(part.lower() for part in parts) or (
            vocabulary.lower[word] == 1 and all(vocabulary.knows(part, tongue) for part in parts)
        ):
            apart.setdefault(word, parts)
    for text, place, word in copy.places(apart):
        two = " ".join(apart[word])
        fix = None if word in doubtful else (place, place + len(word), two)
        yield text.remark("A261", f"A blank is lost: {word}", place, f"Type {two}", fix)


def _may_precede(first: str, second: str, copy: Copy, tongue: Tongue) -> bool:
    """Whether two words stand side by side elsewhere, or the first is one that no name begins with."""
    vocabulary = copy.vocabulary
    if vocabulary.has(first) and f"{first} {second}" in copy.running:
        return True
    return first.islower() and (first in tongue.small or (vocabulary.lower[first] > 0 and vocabulary.upper[second] > 1))


@lru_cache(maxsize=32)
def _small_words(language: str) -> dict[str, int]:
    """Small words that are found written as one, each with the length of its first."""
    firsts, seconds = tongue_of(language).glued
    return {first + second: len(first) for first in reversed(firsts) for second in seconds}


def _with_fringes(words: Iterable[str], language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Words that begin or end with a word that others do not, with their two parts."""
    before, behind = tongue_of(language).fringes
    pattern = _fringes(language)
    for word in words:
        if pattern and (word.startswith(before) or word.endswith(behind)) and (match := pattern.fullmatch(word)):
            first, second = (part for part in match.groups() if part)
            yield word, (first, second)


@lru_cache(maxsize=32)
def _fringes(language: str) -> re.Pattern[str] | None:
    before, behind = tongue_of(language).fringes
    if not before:
        return None
    word = r"([^\W\d_A-ZА-ЯЁ]{4,})"
    return re.compile(rf"({'|'.join(before)}){word}|(?!there|where|here){word}({'|'.join(behind)})")


def _misplaced(text: Text, pattern: str, where: str) -> Iterator[Remark]:
    for match in text.matches(pattern):
        message = f"A blank stands {where}: {text.around(*match.span())}"
        fix = (match.start() - 1, match.end(), text.text[match.start() - 1])
        yield text.remark("A262", message, match.start(), "Delete the blank.", fix)


def _doubled_signs(text: Text) -> Iterator[Remark]:
    for match in text.matches(_SIGN_TWICE):
        before = text.text[: match.start()].rpartition(" ")[2].lower()
        if match[0] == ".." and before in text.tongue.abbreviations:
            continue
        once = match[0][-1] if match[0][0] in ",;:" and match[0][-1] in ".;:" else match[0][0]
        message = f"Two stops stand together: {text.around(*match.span())}"
        yield text.remark("A262", message, match.start(), f"Leave one: {once}", (*match.span(), once))


def _half_hyphens(text: Text, copy: Copy) -> Iterator[Remark]:
    for match in text.matches(_HALF_HYPHEN):
        first, second = match[1] or match[3], match[2] or match[4]
        if match[1] and (second.lower() in text.tongue.joiners or not _is_half(first, second, text.tongue)):
            continue
        if match[3] and first.lower() in text.tongue.small:
            continue
        joined, closed = f"{first}-{second}", f"{first}{second}"
        known = next((form for form in (joined, closed) if _is_known(form, copy)), "")
        message = f"A blank stands beside a hyphen: {match[0]}"
        fix = (*match.span(), known) if known else None
        dash = "" if known or match[1] else f", or {first} – {second}"
        yield text.remark("A266", message, match.start(), f"Type {known or joined}{dash}", fix)


def _is_half(first: str, second: str, tongue: Tongue) -> bool:
    """False for what may be a pair of its own: a figure before a figure, a list's end."""
    return not (first.isdigit() and second.isdigit()) and second not in tongue.small


def _is_known(form: str, copy: Copy) -> bool:
    vocabulary = copy.vocabulary
    return vocabulary.has(form) or vocabulary.has(form.lower()) or vocabulary.has(form.capitalize())
