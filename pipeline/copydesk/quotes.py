"""Straight quotation marks, where they matter: typesetting curves them, so one by itself is no fault.

They are remarked on in an issue whose texts are curved elsewhere, which then has two customs; and where typesetting
leaves them straight, or opens a quotation that nothing closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.language import curved_marks

_STRAIGHT = re.compile(r"""(?<!\d)["']""")
_CURVED = re.compile("[“”„«»’‘]")
_UNSET = frozenset({"alt", "fact"})
_MARKS = {"en": "“ ” or ’", "ru": "« »", "de": "„ “ or ’", "fr": "« » or ’"}
_MARKS_ANYWHERE = "“ ”, « » or ’"


def quotes(copy: Copy) -> Iterator[Remark]:
    """A243 for straight marks, A264 for a quotation that is not closed."""
    if not copy.holding('"', "'"):
        return
    texts = [text for text in copy.texts if text.kind not in _UNSET]
    straight = sum(1 for text in texts for _ in text.matches(_STRAIGHT, '"', "'"))
    if straight:
        curved = sum(len(_CURVED.findall(text.text)) for text in texts)
        for text in texts:
            if '"' in text.text or "'" in text.text:
                yield from _marks(text, mixed=curved >= straight)


def _marks(text: Text, *, mixed: bool) -> Iterator[Remark]:
    curved = dict(curved_marks(text.text, text.passage.language))
    doubles = [match.start() for match in text.matches(_STRAIGHT) if match[0] == '"']
    unpaired = len(doubles) % 2 == 1 and not any(mark in text.text for mark in "“”„«»")
    for match in text.matches(_STRAIGHT):
        place, right = match.start(), curved.get(match.start())
        shown = text.around(*match.span())
        if unpaired and place == doubles[-1]:
            yield text.remark("A264", f"A quotation mark has no partner: {shown}", place, "Type the other one.")
        elif mixed or right is None:
            hint = f"Type {right or _MARKS.get(text.language, _MARKS_ANYWHERE)}."
            fix = (*match.span(), right) if right else None
            yield text.remark("A243", f"A straight quotation mark: {shown}", place, hint, fix)
