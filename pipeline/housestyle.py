"""The house style: preferred words, titles, names and what readers know, as a layout or an issue lists them.

Read by the copy desk. The issue's own list (``style.yaml`` beside the manifest) adds to that of its layout
(``house_style:``), and outweighs it where both say something of one form.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field

from pipeline.record import OneOrMore, Record


class HouseStyle(Record):
    """What a house writes in one way only."""

    prefer: dict[str, OneOrMore] = Field(
        default_factory=dict, description="preferred forms, each with those that give way to it: {per cent: [percent]}"
    )
    titles: tuple[str, ...] = Field(default=(), description="titles that bear no full stop: [Mr, Ms, Dr]")
    names: tuple[str, ...] = Field(default=(), description="names in their one right spelling")
    known: tuple[str, ...] = Field(
        default=(), description="words and abbreviations that readers know: not looked up, not spelt out"
    )

    def plus(self, other: Self) -> Self:
        """The list with another one, which outweighs it."""
        taken = {form for forms in other.prefer.values() for form in forms}
        kept = {word: tuple(f for f in forms if f not in taken) for word, forms in self.prefer.items()}
        for word, forms in other.prefer.items():
            kept[word] = (*kept.get(word, ()), *forms)
        return type(self)(
            prefer=kept,
            titles=tuple(dict.fromkeys((*self.titles, *other.titles))),
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            known=tuple(dict.fromkeys((*self.known, *other.known))),
        )
