"""Which pictures of a page are the article's, by where they stand.

In its text, in its element, above its headline, in a gallery right below it.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile

from pipeline.importers.boxes import ENLARGED, Box, Leaf, Picture
from pipeline.importers.sections import is_section_of_furniture
from pipeline.importers.stretch import Stretch
from pipeline.importers.title_leaf import HEADINGS, level_of
from pipeline.importers.tree import Element

_NEXT, _FRAMES, _HEADING_WORDS = 5, 5, 4
_FRAME = re.compile(r"(^|[\s_-])(photo|image|img|picture|cover|hero|figure|media|foto)(?=$|[\s_-])")
_COPY = re.compile(rf"{ENLARGED.pattern}|^#?$|^javascript:", re.IGNORECASE)


def judge_pictures(box: Box, stretch: Stretch, headline: Leaf | None, last: Leaf | None) -> None:
    """Pictures in the text, in the element of the article, and between the headline and the end of the text stay."""
    inside = {id(part) for held in (stretch.body, *stretch.joined) if isinstance(held, Box) for part in held.parts()}
    refused = {id(part) for held in stretch.refused if isinstance(held, Box) for part in held.parts()}
    scope = {id(part) for part in stretch.scope.parts()}
    around = _article_around(stretch.body.element)
    figures = _captioned_figures(box)
    above = _pictures_above(box, headline) | _gallery_below(box, last, scope)
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
    """Pictures right above the headline, with nothing between that stays, in elements that are named for pictures.

    These may be as far out as the headline's own box; what holds both is named for more than the picture.
    """
    last: list[Leaf | Picture] = []
    headed = {id(element) for element in headline.element.up()} if headline else set()
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
        and any(
            e.tag == "figure" or _FRAME.search(e.names())
            for e in takewhile(lambda e: id(e) not in headed, islice(part.element.up(), _FRAMES))
        )
    }


def _gallery_below(box: Box, last: Leaf | None, scope: set[int]) -> set[int]:
    """Pictures right behind the text in the article's part of the page: under a plain heading at most, with captions.

    A picture beside other words is none of a gallery: it shows who wrote, or what else there is to read.
    """
    parts = list(box.parts())
    start = next((n for n, part in enumerate(parts) if part is last), len(parts))
    found: dict[int, Picture] = {}
    for part in parts[start + 1 :]:
        if id(part) not in scope:
            break
        if isinstance(part, Picture):
            found |= {} if part.why or _leads_elsewhere(part) else {id(part): part}
        elif part.why != "caption" and not _heads_gallery(part, bare=not found):
            around = {id(e) for e in (part.element, *islice(part.element.up(), 1))}
            beside = (key for key, one in found.items() if any(id(e) in around for e in islice(one.element.up(), 3)))
            return set(found) - set(beside)
    return set(found)


def _heads_gallery(leaf: Leaf, *, bare: bool) -> bool:
    """Whether a line may stand between a text and its pictures: a short heading of its own, which leads nowhere."""
    heading = level_of(leaf.element) in range(2, len(HEADINGS) + 1) and not leaf.linked
    return bare and heading and leaf.words <= _HEADING_WORDS and not is_section_of_furniture(leaf.text)


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
