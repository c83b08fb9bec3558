"""Dashes: hyphens that are printed as dashes, and two kinds of dashes in one issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from pipeline.copydesk.tongue import tongue_of
from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.language import dashes_of

_BETWEEN = re.compile(r"(?:(?<=[^\W\d_])|(?<=[”’»)]))(?: – | — |—)(?=[^\W\d_]|[“‘«(])")
_TIMES = re.compile(r"(?<![\w.:-])\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(-)\d{1,2}[.:]\d\d(?![\w:-]|[.-]\d)")
_DOUBTFUL = re.compile(r"-(?:-|(?<!\S-)|(?<=\d-))")  # hyphens of which typesetting may make dashes
_NAMES = {" – ": "a spaced en dash", " — ": "a spaced em dash", "—": "an em dash without blanks"}
_UNSET = frozenset({"alt", "fact"})


def dashes(copy: Copy) -> Iterator[Remark]:
    """A265: a hyphen where a dash belongs, a dash of another kind than the issue's."""
    kinds: dict[str, Counter[str]] = {}
    texts = [text for text in copy.texts if text.kind not in _UNSET]
    for text in texts:
        kinds.setdefault(text.language, Counter()).update(m[0] for m in text.matches(_BETWEEN, "–", "—"))
    for text in texts:
        found = kinds[text.language]
        if "-" in text.text:
            yield from _spans(text)
        if _DOUBTFUL.search(text.text):
            yield from _hyphens(text, found.most_common(1)[0][0] if found else "")
        custom = _custom(found)
        if custom:
            yield from (_other(text, match, custom) for match in text.matches(_BETWEEN, "–", "—") if match[0] != custom)


def _hyphens(text: Text, usual: str) -> Iterator[Remark]:
    """Hyphens that typesetting makes dashes; a spaced one becomes the issue's own spaced dash."""
    for first, last, mark in dashes_of(text.text, text.passage.language):
        if text.loud(first):
            spaced = text.text[first - 1 : first].isspace() and text.text[last : last + 1].isspace()
            right = usual.strip() if spaced and usual.startswith(" ") and last - first < 3 else mark
            message = f"A hyphen stands where a dash belongs: {text.around(first, last)}"
            yield text.remark("A265", message, first, f"Type {right}", (first, last, right))


def _spans(text: Text) -> Iterator[Remark]:
    """Spans of hours, months and days of the week with a hyphen, which typesetting leaves alone."""
    for pattern in (_TIMES, _days_and_months(text.language)):
        for match in text.matches(pattern) if pattern else ():
            message = f"A hyphen stands where a dash belongs: {text.around(*match.span(1))}"
            yield text.remark("A265", message, match.start(1), "Type –", (*match.span(1), "–"))


@lru_cache(maxsize=32)
def _days_and_months(language: str) -> re.Pattern[str] | None:
    tongue = tongue_of(language)
    words = "|".join(name for name in (*tongue.months, *tongue.weekdays) if name)
    return re.compile(rf"(?<![\w-])(?:{words})(-)(?:{words})(?![\w-])") if words else None


def _custom(kinds: Counter[str]) -> str:
    """The kind of dash that is clearly the issue's."""
    if len(kinds) < 2:
        return ""
    (first, most), (_, next_most) = kinds.most_common(2)
    return first if most >= max(3, 2 * next_most) else ""


def _other(text: Text, match: re.Match[str], custom: str) -> Remark:
    message = f"{_NAMES[match[0]].capitalize()}, where the issue has {_NAMES[custom]}: {text.around(*match.span())}"
    return text.remark("A265", message, match.start(), f"Type {custom.strip()}", (*match.span(), custom))
