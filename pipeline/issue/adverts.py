"""Adverts of an issue against the spaces that its layout sells: size, shape and place.

Artwork may be a little off the shape of its space. What is farther off is fitted inside, and its editor told in
millimetres what was booked and what came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from pipeline import limits
from pipeline.diagnostic import Finding
from pipeline.issue.values import Issue
from pipeline.manifest import Advert
from pipeline.measure import MM, Box

if TYPE_CHECKING:
    from pipeline.layout import AdvertSpace, Layout, PageGeometry

TOLERANCE = 0.02  # of its shape, by which artwork may be off that of its space


@dataclass(frozen=True, slots=True)
class AdvertFit:
    """How artwork goes into its space: its own shape, and the frame that it is fitted to.

    The frame of a whole page is its ``bleed``, its ``trim``, or where the shape is another the type area ``inside``;
    that of other spaces is ``inside`` only when the shape is another, and else ``trim``.
    """

    aspect: float
    frame: Literal["bleed", "trim", "inside"]


def advert_fit(issue: Issue, advert: Advert, space: AdvertSpace, bleed: float) -> AdvertFit:
    """How an advert that could be read goes into its space; ``bleed`` in points."""
    artwork = issue.page_of(advert) or issue.pictures[advert.file]
    frames: dict[Literal["bleed", "trim", "inside"], float] = {"trim": space.aspect}
    if space.bleed and advert.file in issue.pictures:
        frames["bleed"] = (space.width + 2 * bleed) / (space.height + 2 * bleed)
    frame = min(frames, key=lambda name: abs(artwork.aspect / frames[name] - 1))
    near = abs(artwork.aspect / frames[frame] - 1) <= TOLERANCE
    return AdvertFit(artwork.aspect, frame if near else "inside")


def whole_page(fit: AdvertFit, geometry: PageGeometry) -> Box:
    """The frame of a whole page on one side."""
    return {"bleed": geometry.bleed_box, "trim": geometry.trim, "inside": geometry.area}[fit.frame]


def advert_rules(issue: Issue) -> Iterator[Finding]:
    """Unknown sizes (E229), other shapes (W239), places that cannot be (E240), too many without a place (E241).

    One that is booked twice is advice (A255).
    """
    yield from _booked_again(issue)
    if issue.layout is None:
        return
    spaces = issue.layout.advert_spaces()
    for advert in issue.manifest.adverts:
        space = spaces.get(advert.size)
        if space is None:
            yield _unknown_size(advert, spaces, issue.layout)
            continue
        if issue.page_of(advert) or advert.file in issue.pictures:
            yield from _shape(issue, advert, space, issue.layout.right.bleed)
        if not space.bleed and issue.foreword and advert.after == issue.foreword.path:
            message = f"{advert.file} is not a whole page, and only whole pages can follow the foreword."
            hint = "Let it follow an article of a section, or leave after: out."
            yield Finding("E240", message, advert.span("after"), hint)
    free = [a for a in issue.manifest.adverts if a.after is None and _is_free(a, spaces)]
    if len(free) > limits.FREE_ADVERTS:
        message = f"{len(free)} adverts may stand anywhere; at most {limits.FREE_ADVERTS} can."
        hint = "Say of some of them which article they follow, as in after: articles/almaty.md"
        yield Finding("E241", message, free[limits.FREE_ADVERTS].span("file"), hint)


def _booked_again(issue: Issue) -> Iterator[Finding]:
    """The same picture, or the same page of a PDF, at a second line of the manifest."""
    first: dict[tuple[str, int], Advert] = {}
    for advert in issue.manifest.adverts:
        page = issue.page_of(advert)
        before = first.setdefault((advert.file, page.page if page else 0), advert)
        here, there = advert.span("file"), before.span("file")
        if before is not advert and here and there:
            name = page.called(advert.file) if page else advert.file
            places = f"here ({advert.size}) and on line {there.line} ({before.size})"
            message = f"{name} is booked {places}: it is printed twice."
            yield Finding("A255", message, here, "If that is not meant, take one of them out, or name another page.")


def _is_free(advert: Advert, spaces: Mapping[str, AdvertSpace]) -> bool:
    """Whether the place of the advert is to be found: part of a page, or a page with a wish."""
    space = spaces.get(advert.size)
    return space is not None and (not space.bleed or bool(advert.side or advert.before_page))


def _unknown_size(advert: Advert, spaces: Mapping[str, AdvertSpace], layout: Layout) -> Finding:
    near = get_close_matches(advert.size, spaces, 1, 0.5)
    sizes = (f"{name} ({_millimetres(space.width, space.height)})" for name, space in spaces.items())
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sizes)}."
    message = f"The layout {layout.name} sells no adverts of size {advert.size!r}."
    return Finding("E229", message, advert.span("size") or advert.span("file"), hint)


def _shape(issue: Issue, advert: Advert, space: AdvertSpace, bleed: float) -> Iterator[Finding]:
    if advert_fit(issue, advert, space, bleed).frame != "inside":
        return
    booked = f"{advert.size} is {_millimetres(space.width, space.height)}"
    page = issue.page_of(advert)
    if page:
        came = f"is {_millimetres(page.width, page.height)}"
    else:
        height = space.width / issue.pictures[advert.file].aspect
        came = f"has the shape of {_millimetres(space.width, height)}"
    over = f", with {bleed / MM:.0f} mm more on each side" if space.bleed else ""
    name = page.called(advert.file) if page else advert.file
    message = f"{name} {came}, but {booked}: it is fitted inside, with white around it."
    hint = f"Ask for artwork of {_millimetres(space.width, space.height)}{over}, or book another size."
    yield Finding("W239", message, advert.span("file"), hint)


def _millimetres(width: float, height: float) -> str:
    return f"{width / MM:.0f} × {height / MM:.0f} mm"
