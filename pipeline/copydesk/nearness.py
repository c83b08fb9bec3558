"""How near two words are: one letter more, less, other or turned round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that one change of one letter makes the same, each pair once, in order.

    Words are keyed by what is left of them without one letter, so that no word is compared with every other.
    """
    keyed: dict[str, list[str]] = {}
    found: dict[tuple[str, str], None] = {}
    for word in sorted(set(words)):
        keys = dict.fromkeys([word, *(word[:i] + word[i + 1 :] for i in range(len(word)))])
        for key in keys:
            others = keyed.setdefault(key, [])
            for other in others:
                if one_change(other, word):
                    found[other, word] = None
            others.append(word)
    yield from found


def one_change(first: str, second: str) -> bool:
    """Whether one letter is too many, lost, other, or two neighbours are turned round."""
    if first == second:
        return False
    if len(first) > len(second):
        first, second = second, first
    start = 0
    while start < len(first) and first[start] == second[start]:
        start += 1
    if len(first) == len(second):
        turned = (
            first[start : start + 2] == second[start : start + 2][::-1] and first[start + 2 :] == second[start + 2 :]
        )
        return turned or first[start + 1 :] == second[start + 1 :]
    return len(second) - len(first) == 1 and first[start:] == second[start + 1 :]


def place_of_change(first: str, second: str) -> int:
    """How many letters from the end on are the same."""
    same = 0
    while same < min(len(first), len(second)) and first[-1 - same] == second[-1 - same]:
        same += 1
    return same
