"""Names: two that are nearly the same, and names in captions that their articles do not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.copydesk.nearness import near_pairs, one_change, place_of_change
from pipeline.copydesk.tongue import Tongue
from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.language import in_one_script, script_of

_NAME = re.compile(r"[^\W\d_a-zа-яё](?<![\w’'-].)[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_a-zа-яё][^\W\d_]+)")
_SENTENCE_END = ".!?:;“«\n"
_INITIAL = re.compile(r"[^\W\d_a-zа-яё](?:[^\W\d_A-ZА-ЯЁ]+|\.)[ \u00a0]?[^\W\d_a-zа-яё]\.$")  # James T., J. T.
_POSSESSIVE = re.compile(r"[’']s?$")
_SHORTEST, _SHORT, _LONG, _CUSTOM, _NEAR = 5, 4, 7, 3, 20
_APART = re.compile("[ \u00a0’'-]+")
# Endings by which words of one stem differ: no two spellings of a name.
_ENDINGS = (
    ("", "s"), ("", "n"), ("", "i"), ("", "a"), ("", "d"), ("", "h"), ("a", "e"), ("r", "d"), ("r", "y"), ("n", "c"),
    ("r", "s"), ("n", "s"), ("e", "s"), ("l", "n"), ("", "e"), ("d", "s"), ("m", "n"), ("a", "o"), ("e", "i"),
    ("n", "t"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital, as far as that does not come from beginning a sentence: where it stands.

    ``neighbours`` are the names beside it, titles besides; ``beside`` is True where there is a name or a title.
    """

    text: Text
    first: int
    word: str
    neighbours: tuple[str, ...]
    beside: bool


def names(copy: Copy) -> Iterator[Remark]:
    """A272 for near-identical names, A271 for names that only a caption has."""
    found = [name for text in copy.texts if text.kind != "fact" for name in names_in(text)]
    yield from _near(copy, found)
    yield from _house_names(copy, found)
    yield from _captions(copy, found)


def names_in(text: Text) -> Iterator[Name]:
    """The names of a text, as far as capitals tell; months besides."""
    content, titles = text.text, text.tongue.titles
    dates = {"Sept", *text.tongue.months, *text.tongue.short_months, *text.tongue.weekdays}
    if text.language == "de":  # every noun has a capital
        return
    for match in text.matches(_NAME):
        word = match[0]
        if "’" in word or "'" in word:
            word = _POSSESSIVE.sub("", word)
        if len(word) < 3 or not word[0].isupper() or word.isupper() or word in dates:
            continue
        begins, previous = _before(content, match.start(), text.tongue)
        following = _NEXT.match(content, match.end())
        near = [previous, following[1] if following else "", *(word.split("-") if "-" in word else ())]
        neighbours = tuple([one for one in near if one and one not in titles])
        if not begins or previous or following:
            yield Name(text, match.start(), word, neighbours, bool(previous or following))


def _before(content: str, place: int, tongue: Tongue) -> tuple[bool, str]:
    """Whether a sentence begins at a place, and the name or title right before it."""
    end, titles = place, tongue.titles
    while end > 0 and content[end - 1] in " \u00a0(*[":
        end -= 1
    if not end:
        return True, ""
    begin = content.rfind(" ", 0, end) + 1
    begin = max(begin, content.rfind("\u00a0", begin, end) + 1)
    word = content[begin:end].lstrip("(“«")
    bare = word.rstrip(".")
    if word[-1:] == "." and (bare in titles or _INITIAL.search(content, max(0, end - _NEAR), end)):
        return False, bare
    begins = content[end - 1] in _SENTENCE_END
    is_name = end == place - 1 and word[:1].isupper() and word[-1:].isalpha() and word not in tongue.starters
    return begins, word if is_name or (word in titles and end == place - 1) else ""


# ---------------------------------------------------------------------- near-identical names


def _near(copy: Copy, found: list[Name]) -> Iterator[Remark]:
    counts: Counter[str] = Counter()
    beside: dict[str, set[str]] = {}
    last: dict[str, int] = {}
    for number, name in enumerate(found):
        for part in name.word.split("-"):
            if len(part) >= _SHORT and part[0].isupper():
                counts[part] += 1
                last[part] = number
                if name.beside or "-" in name.word:
                    beside.setdefault(part, set()).update(one for one in name.neighbours if one != part)
    for first, second in near_pairs(counts):
        # Of two that are as frequent the first has introduced the name.
        rare, often = sorted((first, second), key=lambda word: (counts[word], -last[word]))
        is_name = often in beside or (counts[often] > 1 and len(often) >= _LONG)
        alone = rare in beside and is_name and not (beside[rare] and beside.get(often))
        together = beside.get(rare, set()) & beside.get(often, set())
        if min(len(rare), len(often)) < _SHORTEST:  # most short names are near to another: Kim, Kin
            alone, together = False, together if counts[often] >= _CUSTOM > counts[rare] + 1 else set()
        if (alone or together) and counts[rare] <= 2 and _differ_by_slip(rare, often, copy):
            times = f"{counts[often]} times" if counts[often] > 1 else "once"
            message = f"“{rare}” here, and “{often}” {times} in the issue: one name in two spellings?"
            yield from (
                name.text.remark(
                    "A272", message, name.first + name.word.find(rare), f"Type {often}, if it is the same."
                )
                for name in found
                if rare in name.word.split("-")
            )


def _differ_by_slip(rare: str, often: str, copy: Copy) -> bool:
    """False for forms of one word (Kazakh, Kazakhs), and for words that also stand in small letters."""
    lower, script = copy.vocabulary.lower, script_of(rare + often)
    if lower[rare.lower()] or lower[often.lower()]:
        return False
    if in_one_script(rare, script) == in_one_script(often, script):  # W242 tells of letters of another alphabet
        return False
    if rare in copy.style.names or any(rare in name.split() for name in copy.style.names):
        return False
    same = place_of_change(rare, often)
    cyrillic = not rare.isascii() and any("а" <= letter <= "ё" for letter in rare.lower())
    if cyrillic:
        return same >= 3  # cases change the last letters
    return same > 0 or not _are_forms(rare, often)


def _are_forms(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) != len(longer):
        return longer.startswith(shorter) and ("", longer[-1]) in _ENDINGS
    return (shorter[-1], longer[-1]) in _ENDINGS or (longer[-1], shorter[-1]) in _ENDINGS


def _house_names(copy: Copy, found: list[Name]) -> Iterator[Remark]:
    """Words that are nearly one of the house's names, and its names of several words with other signs between."""
    listed = dict.fromkeys(
        part for name in copy.style.names for word in name.split() for part in (word, *word.split("-"))
    )
    right = [word for word in listed if len(word) >= _SHORTEST and word[0].isupper()]
    for name in found:
        if name.word in listed:
            continue
        near = next((word for word in right if abs(len(word) - len(name.word)) < 2 and one_change(word, name.word)), "")
        if near and not _are_forms(near, name.word):
            message = f"“{name.word}” is nearly “{near}”, a name of the house's list."
            yield name.text.remark("A270", message, name.first, f"Type {near}, if it is meant.")
    for one in copy.style.names:
        parts = _APART.split(one)
        if len(parts) > 1 and all(parts):
            written = "[ \u00a0’'-]?".join(map(re.escape, parts))
            pattern = re.compile(rf"(?<!\w){written}(?!\w)")
            for text in copy.texts:
                yield from (
                    _other_signs(text, match, one)
                    for match in text.matches(pattern, parts[0])
                    if _differs(match[0], one)
                )


def _differs(found: str, name: str) -> bool:
    """Whether the signs between the words of a name are others, of which blanks are one."""
    return found.replace("\u00a0", " ").replace("'", "’") != name.replace("\u00a0", " ").replace("'", "’")


def _other_signs(text: Text, match: re.Match[str], name: str) -> Remark:
    message = f"“{match[0]}” is “{name}” in the house's list."
    return text.remark("A270", message, match.start(), f"Type {name}", (*match.span(), name))


# ---------------------------------------------------------------------- captions


def _captions(copy: Copy, found: list[Name]) -> Iterator[Remark]:
    """Names of a caption of which no part is in the article; common ones, which half of the issue has, are besides."""
    by_owner: dict[str, list[Text]] = dict(copy.bodies())
    spread: dict[str, set[str]] = {}
    for name in found:
        if name.text.kind != "caption":
            spread.setdefault(name.word, set()).add(name.text.owner)
    told: dict[str, dict[str, None]] = {}
    captions = [
        name for name in found if name.text.kind == "caption" and name.text.owner and name.text.loud(name.first)
    ]
    for run in _runs(captions):
        text = run[0].text
        if text.owner not in told:
            told[text.owner] = _said(by_owner[text.owner])
        own = told[text.owner]
        titled = _titled(text, run[0].first)
        begin = next((i for i, name in enumerate(run) if name.word not in text.tongue.titles), 0)
        own_run, titled = run[begin:], titled or begin > 0
        words = [name.word for name in own_run]
        lost = [name for name in own_run if not _is_said(name.word, own)]
        if not lost or any(len(spread.get(name.word, ())) >= 3 for name in lost):
            continue
        if lost[-1] is own_run[-1] and (titled or len(lost) == len(own_run)):
            name = lost[0] if len(lost) == len(own_run) else lost[-1]
            message = f"The article does not name “{' '.join(words)}”, as this caption does."
            near = next((word for word in own if one_change(word, name.word)), "")
            hint = f"Did you mean {near}?" if near else "Compare the caption with the article."
            yield text.remark("A271", message, name.first, hint)


def _said(texts: list[Text]) -> dict[str, None]:
    """The words of an article outside of its captions, possessives and parts joined by hyphens apart."""
    words: dict[str, None] = {}
    for text in texts:
        if text.kind not in {"caption", "credit", "alt"}:
            found = _WORD.findall(text.text.replace("’s", "").replace("'s", ""))
            words |= dict.fromkeys(found)
            words |= dict.fromkeys(part for word in found if "-" in word for part in word.split("-"))
    return words


def _is_said(word: str, own: dict[str, None]) -> bool:
    """Whether the article has the word, or one of its stem: Iran for Iranian, and the other way round."""
    if word in own or word.lower() in own or word.capitalize() in own:
        return True
    stem = word[: max(4, len(word) - 3)]
    return len(word) >= 4 and any(other.startswith(stem) or word.startswith(other) for other in own if len(other) >= 4)


def _runs(captions: list[Name]) -> Iterator[list[Name]]:
    """Names that stand side by side: Chi Fang, Caspian Sea."""
    run: list[Name] = []
    for name in captions:
        last = run[-1] if run else None
        between = name.text.text[last.first + len(last.word) : name.first] if last and last.text is name.text else "."
        if last and between.strip(" \u00a0") == "" and between:
            run.append(name)
        else:
            if run:
                yield run
            run = [name]
    if run:
        yield run


def _titled(text: Text, first: int) -> bool:
    before = text.text[:first].rstrip(" \u00a0").rpartition(" ")[2].rstrip(".")
    return before in text.tongue.titles
