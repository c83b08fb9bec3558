"""What the type of a layout stands on: for each text of a master the fills and pictures below it.

An element lies on those that its page paints before it, where their places meet. The colour ``section`` is many:
each is a *turn*, in which texts and fills alike take it. Grounds are judged on a right-hand page; left-hand ones
are its mirror image.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.colour import BLACK, WHITE, Swatch
from pipeline.layout import ElementRecord, Layout
from pipeline.layout.records import FillRecord
from pipeline.measure import Box

IN_SECTIONS = ("article", "opener")
IN_STORIES = ("subhead", "list", "quotation", "note")
IN_TEXT = (
    "body",
    *IN_STORIES,
    "headline",
    "standfirst",
    "dateline",
    "caption",
    "credit",
    "table",
    "table_head",
    "pull",
)
ON_TINT = ("panel", "panel_title", "list", "quotation", "table", "table_head")


@dataclass(frozen=True, slots=True)
class Ground:
    """What may be seen below a text. ``unsure`` of one that a picture shines through: then it is its worst."""

    swatch: Swatch
    unsure: bool = False


PAPER = (Ground(WHITE),)
PICTURE = (Ground(WHITE, unsure=True), Ground(BLACK, unsure=True))


@dataclass(frozen=True, slots=True)
class Use:
    """A style in one colour on one of its grounds. ``where`` says on which pages, in a designer's words."""

    style: str
    swatch: Swatch
    ground: Ground
    where: str


def uses(layout: Layout) -> Iterator[Use]:
    """Every style with every ground that it is used on."""
    yield from _running_text(layout)
    for name, master in layout.record.masters.items():
        for page in master.pages:
            for index, element in enumerate(page):
                yield from _element(layout, name, page[:index], element)


def _running_text(layout: Layout) -> Iterator[Use]:
    """The styles that the program sets articles in: on the article's page, and in boxes on their tint."""
    record, tint = layout.record, layout.swatches.get("tint")
    pages = record.masters["article"].pages
    names = (*IN_TEXT, *((record.drop_cap.style,) if record.drop_cap else ()))
    for turn in _turns(layout, "article"):
        for ground in _below(layout, pages[0], layout.right.area, turn):
            for name in names:
                yield Use(name, _real(layout.styles[name].swatch, turn), ground, "articles")
        for name in ON_TINT:
            yield Use(name, _real(layout.styles[name].swatch, turn), Ground(tint or WHITE), "boxes")


def _element(layout: Layout, master: str, below: Sequence[ElementRecord], element: ElementRecord) -> Iterator[Use]:
    box = layout.right.resolve(element.at, mirror=True)
    for name in styles_of(layout, element):
        listed = element.contents is not None and master not in IN_SECTIONS
        for turn in _turns(layout, "article" if listed else master):
            # A list of contents takes the colour of each section; the page that it is on does not.
            page_turn = layout.swatches["house"] if listed else turn
            for ground in _below(layout, below, box, page_turn):
                yield Use(name, _real(layout.styles[name].swatch, turn), ground, f"the master {master}")


def styles_of(layout: Layout, element: ElementRecord) -> tuple[str, ...]:
    """The styles that an element sets its texts in."""
    names = [element.style, *(p.style for p in element.paragraphs or ())]
    if element.contents:
        names += [element.contents.group, element.contents.entry, element.contents.folio]
    if element.teasers:
        names += [element.teasers.title, element.teasers.folio, element.teasers.text]
    if element.story:
        signed = (n for n in ("signature_name", "signature_role") if n in layout.styles)
        names += [element.story.style, *IN_STORIES, *signed]
    for part in (element.gallery, element.picture):
        if part and part.caption:
            names += [part.caption, "credit"]
    return tuple(dict.fromkeys(name for name in names if name))


def _turns(layout: Layout, master: str) -> tuple[Swatch, ...]:
    """The colours that ``section`` takes on pages of a master."""
    count = max(len(layout.record.sections), 1)
    indexes = range(count) if master in IN_SECTIONS else (-1,)
    return tuple(dict.fromkeys(layout.section_swatch(index) for index in indexes))


def _real(swatch: Swatch, turn: Swatch) -> Swatch:
    return turn if swatch.name == "section" else swatch


def _below(layout: Layout, elements: Sequence[ElementRecord], box: Box, turn: Swatch) -> tuple[Ground, ...]:
    """What is seen below ``box`` when ``elements`` have been painted in their order."""
    grounds: tuple[Ground, ...] = PAPER
    for element in elements:
        place = layout.right.resolve(element.at, mirror=True)
        if not (element.fill or element.picture) or not meet(place, box):
            continue
        before = () if place.contains(box) else grounds
        if element.picture:
            grounds = (*before, *PICTURE)
        elif element.fill:
            swatch = _real(layout.swatch(element.fill.swatch), turn)
            covers = _opacities(element.fill, place, box)
            grounds = (*before, *(_covered(ground, swatch, share) for ground in grounds for share in covers))
        grounds = tuple(dict.fromkeys(grounds))
    return grounds


def meet(one: Box, other: Box) -> bool:
    """Whether they share more than an edge."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0 and down > 0


def _opacities(fill: FillRecord, place: Box, box: Box) -> tuple[float, ...]:
    """How much a fill covers at either end of ``box``."""
    if fill.fade_to is None or fill.fade_to == fill.opacity:
        return (fill.opacity,)
    if fill.direction == "down":
        start, length, ends = place.top, place.height, (box.top, box.bottom)
    else:
        start, length, ends = place.left, place.width, (box.left, box.right)
    shares = (min(max((end - start) / length, 0.0), 1.0) for end in ends)
    return tuple(fill.opacity + (fill.fade_to - fill.opacity) * share for share in shares)


def _covered(ground: Ground, swatch: Swatch, share: float) -> Ground:
    if share >= 1:
        return Ground(swatch)
    if share <= 0:
        return ground
    red, green, blue = (
        share * over + (1 - share) * under for over, under in zip(swatch.srgb, ground.swatch.srgb, strict=True)
    )
    name = f"{swatch.name} of {share:.0%} on {ground.swatch.name}"
    return Ground(Swatch(name, (red, green, blue), swatch.cmyk), ground.unsure)
