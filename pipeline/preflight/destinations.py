"""Where links lead, in words: an address, or a page of this file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import pikepdf

from pipeline import limits
from pipeline.preflight.opened import Opened, Unreadable, entries_of, items_of


class Destinations:
    """The destinations of one file."""

    def __init__(self, file: Opened) -> None:
        self._file = file

    def of(self, annotation: pikepdf.Object) -> str:
        """``https://example.org/``, ``page 7``, or nothing where the annotation leads nowhere that is known."""
        entries = entries_of(annotation)
        action = entries_of(entries.get("/A"))
        if action.get("/S") == "/URI":
            return str(action.get("/URI", ""))
        target = action.get("/D") if action.get("/S") == "/GoTo" else entries.get("/Dest")
        page = self.page(target)
        return f"page {page}" if page else ""

    def page(self, target: object) -> int:
        """The number, from 1, of the page that a destination names; 0 where it names none."""
        if isinstance(target, pikepdf.String):
            target = self._names.get(bytes(target))
        elif isinstance(target, pikepdf.Name):
            target = entries_of(self._file.root.get("/Dests")).get(str(target))
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        items = items_of(target)
        if not items or not isinstance(items[0], pikepdf.Dictionary):
            return 0
        return self._file.page_numbers.get(items[0].objgen, 0)

    @cached_property
    def _names(self) -> dict[bytes, pikepdf.Object]:
        names = entries_of(self._file.root.get("/Names"))
        return dict(name_tree(names.get("/Dests")))


def name_tree(node: object, depth: int = 0) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """The entries of a name tree; Unreadable where it does not end."""
    if depth > limits.PREFLIGHT_DEPTH:
        message = "a name tree has no end"
        raise Unreadable(message)
    entries = entries_of(node)
    items = items_of(entries.get("/Names"))
    for name, value in zip(items[::2], items[1::2], strict=False):
        yield bytes(name), value
    for kid in items_of(entries.get("/Kids")):
        yield from name_tree(kid, depth + 1)
