"""The structure of an issue as text that a person can read: one element to a line, what it says behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.page import Makeup, PictureItem, SuppliedItem, TextItem
from pipeline.structure import Element, Structure

LONGEST = 40


def outlined(structure: Structure, makeup: Makeup) -> str:
    """Every element with what the pages say of it."""
    said: dict[str, str] = defaultdict(str)
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                said[item.block] += item.line.text.replace("\u00ad", "")
            elif isinstance(item, PictureItem | SuppliedItem):
                said[item.block] += "▣"
    return "\n".join(_lines(structure.root, said, 0))


def _lines(element: Element, said: dict[str, str], deep: int) -> Iterator[str]:
    text = said[element.block].strip() if element.block else ""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    about = "".join(f" {name}={value}" for name, value in (("alt", element.alt), ("lang", element.language)) if value)
    yield f"{'  ' * deep}{element.tag}{about}{f': {short}' if short else ''}"
    for child in element.children:
        yield from _lines(child, said, deep + 1)
