"""Dashes: hyphens that are printed as dashes, and two kinds of dashes in one issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.language import dashes_of

_BETWEEN = re.compile(r"(?<=[^\W\d_])(?: – | — |—)(?=[^\W\d_])")
_NAMES = {" – ": "a spaced en dash", " — ": "a spaced em dash", "—": "an em dash without blanks"}
_UNSET = frozenset({"alt", "fact"})


def dashes(copy: Copy) -> Iterator[Remark]:
    """A265: a hyphen where a dash belongs, a dash of another kind than the issue's."""
    kinds: dict[str, Counter[str]] = {}
    for text in copy.texts:
        if text.kind not in _UNSET:
            yield from _hyphens(text)
            kinds.setdefault(text.language, Counter()).update(m[0] for m in text.matches(_BETWEEN))
    for text in copy.texts:
        custom = _custom(kinds.get(text.language, Counter()))
        if custom and text.kind not in _UNSET:
            yield from (_other(text, match, custom) for match in text.matches(_BETWEEN) if match[0] != custom)


def _hyphens(text: Text) -> Iterator[Remark]:
    if "-" not in text.text:
        return
    for first, last, mark in dashes_of(text.text, text.passage.language):
        if text.loud(first):
            shown = text.around(first, last)
            message = f"A hyphen stands where a dash belongs: {shown}"
            yield text.remark("A265", message, first, f"Type {mark}", (first, last, mark))


def _custom(kinds: Counter[str]) -> str:
    """The kind of dash that is clearly the issue's."""
    if len(kinds) < 2:
        return ""
    (first, most), (_, next_most) = kinds.most_common(2)
    return first if most >= max(3, 2 * next_most) else ""


def _other(text: Text, match: re.Match[str], custom: str) -> Remark:
    message = f"{_NAMES[match[0]].capitalize()}, where the issue has {_NAMES[custom]}: {text.around(*match.span())}"
    return text.remark("A265", message, match.start(), f"Type {custom.strip()}", (*match.span(), custom))
