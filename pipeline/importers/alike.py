"""Whether elements of a page are of one make: parts of a text in parts, cards of a list.

A make is a tag and a class, without what tells neighbours apart.
"""

from __future__ import annotations

import re

from pipeline.importers.tree import Element

_VARIANT = re.compile(r"[a-z]--[a-z]")
_MADE_LETTERS, _SIGN = 3, 20


def make_of(element: Element) -> tuple[str, str]:
    """How an element is made: its tag and its class, numbers and what tells neighbours apart left out."""
    words = (_without_number(word) for word in element.get("class").split() if not _VARIANT.search(word))
    return element.tag, " ".join(word for word in words if not re.search(r"first|last|odd|even|active", word))


def _without_number(name: str) -> str:
    """``item-3`` as ``item-``; names that a program made, ``css-4f2``, are nothing without their numbers."""
    bare = re.sub(r"\d+", "", name)
    return bare if len(bare.strip("-_")) > _MADE_LETTERS else name


def are_alike(one: Element, other: Element) -> bool:
    """Whether two elements are of one make: the same tag, and all names of one in common or more than not."""
    if one.tag != other.tag:
        return False
    own, others = set(make_of(one)[1].split()), set(make_of(other)[1].split())
    if not (own or others):
        return _signs(one) == _signs(other) != {}
    common = own & others
    return bool(common) and (common in (own, others) or len(common) * 2 > len(own | others))


def _signs(element: Element) -> dict[str, str]:
    """The attributes that an element shares with its like."""
    return {key: value for key, value in element.attributes.items() if key.startswith("data-") and len(value) < _SIGN}
