"""Every style of a layout with every ground that it is used on: those that stand out too little.

In a proof, where the designer looks, that is an error; in the build of an issue a warning. Words and measures are
those of WCAG 2.1 (1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.colour import contrast
from pipeline.contrast.grounds import Use, uses
from pipeline.diagnostic import Finding, Span
from pipeline.layout import Layout, Style

SMALL_WANTS, LARGE_WANTS = 4.5, 3.0
LARGE, LARGE_BOLD, BOLD = 18.0, 14.0, 700


def wanted(size: float, weight: int) -> float:
    """The least contrast of type of so many points and this weight."""
    return LARGE_WANTS if size >= LARGE or (size >= LARGE_BOLD and weight >= BOLD) else SMALL_WANTS


def is_enough(ratio: float, least: float) -> bool:
    """Whether a ratio will do; one that is shown as 4.5 must not be called too little."""
    return round(ratio, 2) >= least


def given_at(layout: Layout, name: str, key: str) -> Span | None:
    """Where the value that a style has for ``key`` was written: in itself, or in what it is based on."""
    styles, giver = layout.record.styles, name
    while getattr(styles[giver], key) is None and styles[giver].based_on:
        giver = styles[giver].based_on
    if getattr(styles[giver], key) is None:
        giver = name
    return styles[giver].span(key)


def low_contrasts(layout: Layout, code: Literal["E420", "W411"]) -> Iterator[Finding]:
    """A finding of this code for each style at its worst; what stands on a picture is left to ``unsure_contrasts``."""
    for use, ratio, size, least in _worst(layout, unsure=False):
        message = (
            f"The style {use.style!r} is {use.swatch.name} on {use.ground.swatch.name} ({use.where}): contrast "
            f"{ratio:.2f}:1, wanted {least:g}:1 at {size:g} pt."
        )
        place = given_at(layout, use.style, "colour")
        yield Finding(code, message, place, "Choose a colour that is further from its ground.")


def unsure_contrasts(layout: Layout) -> Iterator[Finding]:
    """A412 for each style that stands on a picture of which it is not known what it will be."""
    for use, ratio, _, _ in _worst(layout, unsure=True):
        message = f"The style {use.style!r} stands on a picture ({use.where}): contrast {ratio:.1f}:1 at worst."
        hint = "A darker fill between the two makes it sure, or a plainer picture."
        yield Finding("A412", message, given_at(layout, use.style, "colour"), hint)


def _worst(layout: Layout, *, unsure: bool) -> Iterator[tuple[Use, float, float, float]]:
    """Each style's worst use that is too little: with its contrast, its size, and the contrast that is wanted."""
    worst: dict[str, tuple[float, Use]] = {}
    for use in uses(layout):
        if use.ground.unsure is unsure:
            ratio = contrast(use.swatch, use.ground.swatch)
            if use.style not in worst or ratio < worst[use.style][0]:
                worst[use.style] = ratio, use
    for name, (ratio, use) in worst.items():
        style = layout.styles[name]
        size = _smallest(style)
        least = wanted(size, style.weight)
        if not is_enough(ratio, least):
            yield use, ratio, size, least


def _smallest(style: Style) -> float:
    return min((one.size for one in style.sizes), default=style.size)
