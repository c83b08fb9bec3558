"""The fields that texts of masters may name, and the finding for one that there is not (E405).

``paginate`` fills them; here are their names alone, so that a misspelt one is told when the layout is read. The
layout's own words come to them as ``word.`` and the key.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.diagnostic import Finding, Span

FIELDS: dict[str, tuple[str, ...]] = {
    "publication": ("title", "subtitle"),
    "issue": ("quarter", "year", "number", "months", "date"),
    "cover": ("headline", "line.1", "line.2", "line.3", "line.4", "caption", "credit"),
    "masthead": ("publisher", "address", "phone", "email", "web", "social", "note"),
    "foreword": ("title", "short_title", "standfirst"),
    "signed": ("name", "role"),
    "section": ("title", "number", "caption", "credit"),
    "article": ("title", "short_title", "standfirst"),
    "gallery": ("title",),
}


def known_fields(words: Iterable[str]) -> tuple[str, ...]:
    """Every field that a page has in a layout with these words of its own."""
    issue = (f"{group}.{name}" for group, names in FIELDS.items() for name in names)
    return ("folio", *issue, *(f"word.{word}" for word in words))


def no_such_field(name: str, words: Iterable[str], span: Span | None, *, braces: bool) -> Finding:
    """E405 with the field that was most likely meant, written as it must be there: in braces or not."""

    def shown(field: str) -> str:
        return f"{{{field}}}" if braces else field

    known = known_fields(words)
    group, _, last = name.partition(".")
    likely = [field for field in known if field.startswith("word.")] if group == "word" else known
    near = get_close_matches(name.lower(), likely, 1, 0.6)
    alike = [field for field in known if field.partition(".")[0] == group or field.rpartition(".")[2] == (last or name)]
    if near:
        hint = f"Did you mean {shown(near[0])}?"
    elif group == "word" and last:
        hint = f"Add {last}: {{en: …}} to words:, or correct the name."
    elif alike:
        hint = f"There are: {', '.join(shown(field) for field in alike)}."
    else:
        hint = f"There are folio and those of {', '.join(FIELDS)} and word: digest explain E405 lists them."
    return Finding("E405", f"There is no field {shown(name)}.", span, hint)
