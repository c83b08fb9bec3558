"""The house's word list, applied: preferred forms, and titles without stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.copydesk.values import Copy, Remark


def house(copy: Copy) -> Iterator[Remark]:
    """A270 for forms that give way to others, and for stops behind titles."""
    for preferred, forms in copy.style.prefer.items():
        for form in forms:
            yield from _form(copy, form, preferred)
    if copy.style.titles:
        titles = "|".join(re.escape(title.rstrip(".")) for title in copy.style.titles)
        pattern = re.compile(rf"(?<![\w.])({titles})\.(?=[ \u00a0]+[^\W\d_])")
        for text in copy.texts:
            for match in text.matches(pattern):
                message = f"House style: “{match[1]}” has no full stop."
                yield text.remark("A270", message, match.start(), f"Type {match[1]}", (*match.span(), match[1]))


def _form(copy: Copy, form: str, preferred: str) -> Iterator[Remark]:
    """Whole words; a form in small letters also where it begins with a capital, and then so does the preferred one."""
    small = form.islower()
    start, end = (r"(?<!\w)" if form[:1].isalnum() else ""), (r"(?!\w)" if form[-1:].isalnum() else "")
    written = re.escape(form).replace(r"\ ", r"[ \u00a0]")
    pattern = re.compile(f"{start}{written}{end}", re.IGNORECASE if small else 0)
    for text in copy.texts:
        for match in text.matches(pattern):
            found = match[0]
            if found == preferred or _is_within(text.text, match.start(), preferred, form):
                continue
            if small and not (found.islower() or found[1:] == form[1:]):
                continue
            right = preferred[0].upper() + preferred[1:] if small and found[0].isupper() else preferred
            message = f"House style: “{preferred}”, not “{found}”."
            yield text.remark("A270", message, match.start(), f"Type {right}", (*match.span(), right))


def _is_within(content: str, place: int, preferred: str, form: str) -> bool:
    """Whether the form stands in the midst of the preferred one."""
    inner = preferred.lower().find(form.lower())
    return inner >= 0 and content[place - inner : place - inner + len(preferred)].lower() == preferred.lower()
