"""One word in two spellings within an issue: -ise and -ize, British and American, with a hyphen and without.

Which is right is the house's affair (Oxford's -ize with colour is consistent, too); only a mixture is remarked on,
at the spelling that is used less. Names are left alone: the Shanghai Cooperation Organisation is spelt as it spells
itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.copydesk.wordlists import ALWAYS_ISE, ALWAYS_IZE, AMERICAN_THERE, BRITISH, DIFFERENT_WITH_YO

_IZE = re.compile(r"((?:\w+-)?\w{3,}?)i([sz])(e|es|ed|er|ers|ing|ation|ations|ational|able)", re.IGNORECASE)
_WEIGHT = {"en-GB": "British", "en-US": "American"}
_TITLES = re.compile(r"(?<![\w.])(Mr|Mrs|Ms|Dr|Messrs)(\.?)(?= [A-ZА-Я])")


@dataclass(frozen=True, slots=True)
class _Use:
    """A word where it stands; ``way`` is its spelling's school, ``other`` the word as the other school spells it.

    ``safe`` is False where the surroundings tell the school, and may be misread.
    """

    text: Text
    first: int
    word: str
    way: str
    other: str
    safe: bool = True


def variants(copy: Copy) -> Iterator[Remark]:
    """A269 for spellings that are mixed."""
    english = [t for t in copy.texts if t.language == "en" and t.kind != "fact"]
    if english:
        tag = copy.issue.manifest.language
        uses = [*_english(copy), *_in_context(english, copy)]
        for schools, usual in ((("-ise", "-ize"), ""), (("British", "American"), _WEIGHT.get(tag, ""))):
            yield from _minority([use for use in uses if use.way in schools], usual)
        if not copy.style.titles:  # the house's list says it
            yield from _titles(english)
    yield from _hyphens(copy)
    yield from _yo(copy)


def _english(copy: Copy) -> Iterator[_Use]:
    """Every use of a word that has another spelling, where it is no part of a name."""
    words = (*copy.vocabulary.lower, *copy.vocabulary.upper)
    schools = {word: school for word in words if (school := _school(word))}
    for text, place, word in copy.places(schools):
        if text.language == "en":
            way, other = schools[word]
            bare = word[:-2] if word.endswith(("’s", "'s")) else word
            if _is_common(text, place, place + len(word)):
                yield _Use(text, place, bare, way, other)


def _in_context(texts: Sequence[Text], copy: Copy) -> Iterator[_Use]:
    """Words that both schools write, in places where one of them writes another.

    One that has a sense of its own (a program for computers) only where the issue has the other word, too.
    """
    for pattern, other, right in AMERICAN_THERE:
        for text in texts if not right or copy.vocabulary.has(other) else ():
            for match in text.matches(pattern, other[:3], other[:3].capitalize()):
                meant = right and any(re.search(right, near.text) for near in texts if near.owner == text.owner)
                if not meant and _is_common(text, *match.span(1)):
                    yield _Use(text, match.start(1), match[1], "American", _like(match[1], other), safe=False)


def _school(word: str) -> tuple[str, str] | None:
    """Which school spells so, and what the other one writes; None for a word without a choice."""
    if word.endswith(("’s", "'s")):
        word = word[:-2]
    lower = word.lower()
    if lower in BRITISH.american:
        return "American", _like(word, BRITISH.american[lower])
    if lower in BRITISH.british:
        return "British", _like(word, BRITISH.british[lower])
    found = _IZE.fullmatch(lower) if "is" in lower or "iz" in lower else None
    if not found or len(lower) < 6 or lower.startswith(ALWAYS_ISE) or "wis" in lower or lower in ALWAYS_IZE:
        return None
    return f"-i{found[2]}e", f"{word[: found.start(2)]}{'z' if found[2] == 's' else 's'}{word[found.end(2) :]}"


def _is_common(text: Text, first: int, last: int) -> bool:
    """False for what may be part of a name: a capital beside another one, or with “of” and a capital behind it."""
    if not text.text[first].isupper():
        return True
    before, after = text.text[:first].rstrip(" "), text.text[last:]
    previous = before.rpartition(" ")[2]
    if not before or before[-1] in ".!?:“":
        return not re.match(r" (?:of |for |on )?[A-ZА-Я(]", after)
    return not (previous[:1].isupper() or re.match(r" (?:(?:of|for|on|and|in)(?: the)? )?[A-ZА-Я(]|-", after))


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[0].isupper() else other


def _minority(uses: Sequence[_Use], usual: str) -> Iterator[Remark]:
    """Uses of the rarer way, where there are both."""
    ways = Counter(use.way for use in uses)
    if len(ways) < 2 and not (usual and ways):
        return
    ways[usual] += 2 if usual else 0
    custom = max(sorted(way for way in ways if way), key=lambda way: (ways[way], way == usual))
    for use in uses:
        if use.way != custom:
            shared = use.way.startswith("-")
            why = f"elsewhere the issue has {custom}" if shared else f"elsewhere the issue has {custom} spelling"
            end = use.first + len(use.word)
            message = f"“{use.word}” is spelt in another way than the rest: {why}."
            fix = (use.first, end, use.other) if use.safe else None
            yield use.text.remark("A269", message, use.first, f"Type {use.other}", fix)


def _titles(texts: Sequence[Text]) -> Iterator[Remark]:
    found = [(text, match) for text in texts for match in text.matches(_TITLES, "Mr", "Ms", "Dr", "Messrs")]
    stops = Counter(bool(match[2]) for _, match in found)
    if len(stops) < 2:
        return
    custom = stops[True] > stops[False]
    for text, match in found:
        if bool(match[2]) != custom:
            right = f"{match[1]}{'.' if custom else ''}"
            message = f"“{match[0]}” {'has no' if custom else 'has a'} full stop, unlike the other titles."
            yield text.remark("A269", message, match.start(), f"Type {right}", (*match.span(), right))


def _hyphens(copy: Copy) -> Iterator[Remark]:
    """Words that are written with a hyphen here and as one there."""
    words = copy.vocabulary.lower
    closed = {word.replace("-", ""): word for word in sorted(word for word in words if word.count("-") == 1)}
    mixed = {plain: hyphened for plain, hyphened in closed.items() if plain in words}
    for plain, hyphened in mixed.items():
        rare, often = sorted((plain, hyphened), key=lambda word: (words[word], word == plain))
        yield from _each(copy, rare, often, safe=not hyphened.startswith("re-"))  # to re-sign is not to resign


def _yo(copy: Copy) -> Iterator[Remark]:
    """Russian words that are written with ё here and with е there."""
    words = copy.vocabulary.lower
    for word in sorted(word for word in words if "ё" in word):
        plain = word.replace("ё", "е")
        if plain in words and plain not in DIFFERENT_WITH_YO:
            rare, often = sorted((plain, word), key=lambda one: (words[one], one == word))
            yield from _each(copy, rare, often)


def _each(copy: Copy, rare: str, often: str, *, safe: bool = True) -> Iterator[Remark]:
    for text, place, _ in copy.places((rare,)):
        message = f"“{rare}” is written “{often}” elsewhere."
        fix = (place, place + len(rare), often) if safe else None
        yield text.remark("A269", message, place, f"Type {often}", fix)
