"""What a supplied page is made of: its objects, one after another, and the bytes of operators among them.

Words are those of ISO 32000-1, 7.8 and 8.10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pikepdf

MOST_OBJECTS = 200_000
# In these dictionaries the keys are names that the page's author chose, and mean nothing by themselves.
CATALOGUES = frozenset(
    {
        "/XObject",
        "/Font",
        "/ExtGState",
        "/ColorSpace",
        "/Pattern",
        "/Shading",
        "/Properties",
        "/CharProcs",
        "/Colorants",
    }
)
TILING = 1


class Thing(NamedTuple):
    """An array, a dictionary or a stream, and the key under which it was found first; empty in an array."""

    key: str
    value: pikepdf.Object

    @property
    def keys_mean_nothing(self) -> bool:
        """Whether it is a dictionary whose keys are names that somebody chose."""
        return self.key in CATALOGUES

    @property
    def is_entered(self) -> bool:
        """Whether it is a dictionary or a stream, of which the keys say what they hold."""
        return not self.keys_mean_nothing and not isinstance(self.value, pikepdf.Array)


def things_of(form: pikepdf.Object) -> Iterator[Thing]:
    """The form and all that it is made of, each once, holders before what they hold; ValueError for too many.

    What is taken from a thing before the next is asked for is not followed.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [Thing("", form)]
    while waiting:
        thing = waiting.pop()
        if thing.value.is_indirect:
            if thing.value.objgen in seen:
                continue
            seen.add(thing.value.objgen)
            if len(seen) > MOST_OBJECTS:
                message = "the page is made of too many objects"
                raise ValueError(message)
        yield thing
        if isinstance(thing.value, pikepdf.Array):
            waiting.extend(Thing("", child) for child in list(thing.value) if _is_nested(child))
        else:
            waiting.extend(Thing(key, child) for key, child in thing.value.items() if _is_nested(child))


def painters_of(things: Iterable[Thing]) -> Iterator[pikepdf.Stream]:
    """The streams of operators among them: forms, patterns and the glyphs of Type 3 fonts."""
    for key, value in things:
        if isinstance(value, pikepdf.Stream):
            if value.get("/Subtype") == "/Form" or value.get("/PatternType") == TILING:
                yield value
        elif key == "/CharProcs":
            yield from (glyph for glyph in value.values() if isinstance(glyph, pikepdf.Stream))


def is_named(name: str, written: Sequence[bytes]) -> bool:
    """Whether any of the streams of operators holds the name."""
    pattern = re.compile(re.escape(name.encode()) + rb"(?![^\s/\[\]<>()%{}])")
    return any(map(pattern.search, written))


def _is_nested(value: object) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream))
