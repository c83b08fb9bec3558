"""Which pictures of a page are the article's, by where they stand: in its text, in its element, above its headline."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.stretch import Stretch
from pipeline.importers.tree import Element

_NEXT = 5
_FRAME = re.compile(r"(^|[\s_-])(photo|image|img|picture|cover|hero|figure|media|foto)(?=$|[\s_-])")
_COPY = re.compile(r"\.(jpe?g|png|webp|gif|tiff?|avif)([?#]|$)|^#?$|^javascript:", re.IGNORECASE)


def judge_pictures(box: Box, stretch: Stretch, headline: Leaf | None, last: Leaf | None) -> None:
    """Pictures in the text, in the element of the article, and between the headline and the end of the text stay."""
    inside = {id(part) for held in (stretch.body, *stretch.joined) if isinstance(held, Box) for part in held.parts()}
    refused = {id(part) for held in stretch.refused if isinstance(held, Box) for part in held.parts()}
    scope = {id(part) for part in stretch.scope.parts()}
    around = _article_around(stretch.body.element)
    above = _pictures_above(box, headline)
    figures = _captioned_figures(box)
    seen, ended = headline is None, False
    for part in box.parts():
        seen, ended = seen or part is headline, ended or part is last
        if not isinstance(part, Picture) or part.why:
            continue
        within = around is not None and any(element is around for element in part.element.up())
        amid = id(part) in scope and seen and not ended and (id(part) in figures or not _leads_elsewhere(part))
        if id(part) in refused or not (id(part) in inside or within or amid or id(part) in above):
            part.why = "page furniture"


def _pictures_above(box: Box, headline: Leaf | None) -> set[int]:
    """Pictures right above the headline, with nothing between that stays, in elements that are named for pictures."""
    last: list[Leaf | Picture] = []
    for part in box.parts():
        if part is headline:
            break
        last = [] if isinstance(part, Leaf) and not part.why else [*last[1 - _NEXT :], part]
    else:
        return set()
    return {
        id(part)
        for part in last
        if isinstance(part, Picture)
        and not part.why
        and not _leads_elsewhere(part)
        and any(e.tag == "figure" or _FRAME.search(e.names()) for e in islice(part.element.up(), 2))
    }


def _captioned_figures(box: Box) -> set[int]:
    """Pictures that stand in a figure with a caption of its own: what is behind their link says more of them."""
    figures = {id(e) for leaf in box.leaves() if leaf.why == "caption" for e in leaf.element.up() if e.tag == "figure"}
    return {
        id(part)
        for part in box.parts()
        if isinstance(part, Picture) and any(id(e) in figures for e in part.element.up())
    }


def _leads_elsewhere(picture: Picture) -> bool:
    """Whether a picture is a link to another page, and not to a larger copy of itself."""
    link = next((e for e in picture.element.up() if e.tag == "a"), None)
    return link is not None and not _COPY.search(link.get("href"))


def _article_around(element: Element) -> Element | None:
    tags = ("article", "main")
    return next(
        (
            e
            for tag in tags
            for e in (element, *element.up())
            if e.tag == tag or (tag == "main" and e.get("role") == tag)
        ),
        None,
    )
