"""Adverts: artwork that was supplied as a PDF or a picture, in the space that was booked for it.

Those that are narrower than the page stand side by side. Artwork is never cropped and never distorted: what has
another shape than its space is fitted inside. What could not be read has no place here, for a check has said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import limits
from pipeline.copyfit import Copy
from pipeline.diagnostic import Finding
from pipeline.flatplan import AdvertPlan
from pipeline.issue import Issue, advert_fit, whole_page
from pipeline.layout import AdvertSpace, Layout, PageGeometry
from pipeline.manifest import Advert
from pipeline.measure import MM, Box
from pipeline.page import PictureItem, SuppliedItem
from pipeline.paginate.pins import KeptSpot, lost_advert
from pipeline.paginate.plan import Plan
from pipeline.paginate.steps import Booked, wish_met
from pipeline.picture import crop_to


@dataclass(frozen=True, slots=True)
class Bookings:
    """The adverts of an issue: in their order those with an article to follow, those without, and those at the end."""

    following: tuple[Booked, ...] = ()
    floating: tuple[Booked, ...] = ()
    last: tuple[Booked, ...] = ()

    def after(self, path: str) -> list[Booked]:
        """What follows an article: first what goes on a page with articles, then whole pages."""
        own = [booked for booked in self.following if booked.after == path]
        return sorted(own, key=lambda booked: booked.rows == 0)

    @property
    def every(self) -> tuple[Booked, ...]:
        """All of them."""
        return (*self.following, *self.floating, *self.last)


def bookings(issue: Issue, layout: Layout) -> Bookings:
    """The adverts of the issue, those that are narrow side by side; whole pages without a wish stand at the end."""
    spaces = layout.advert_spaces()
    known = [a for a in issue.manifest.adverts if issue.page_of(a) or a.file in issue.pictures]
    bands: list[list[tuple[Advert, AdvertSpace]]] = []
    for advert in sorted(known, key=lambda a: a.after is None):
        space = spaces.get(advert.size)
        if space is None:
            continue
        beside = next((band for band in bands if _goes_beside(band, advert, space, layout)), None)
        if beside is None:
            bands.append([(advert, space)])
        else:
            beside.append((advert, space))
    order = {id(advert): number for number, advert in enumerate(known)}
    bands.sort(key=lambda band: order[id(band[0][0])])
    every = [Booked(tuple(band)) for band in bands]
    articles = {article.path for section in issue.sections for article in section.articles}
    whole = {issue.foreword.path} if issue.foreword else set()
    following = tuple(b for b in every if b.after in articles or (b.after in whole and not b.rows))
    loose = [b for b in every if b not in following]
    wished = [b for b in loose if b.wished]
    floating = (*wished, *(b for b in loose if b.rows and not b.wished))[: limits.FREE_ADVERTS]
    return Bookings(following, floating, tuple(b for b in loose if b not in floating))


def _goes_beside(
    band: Sequence[tuple[Advert, AdvertSpace]], advert: Advert, space: AdvertSpace, layout: Layout
) -> bool:
    """Whether the advert may stand beside others: as deep as they are, with room, and with no wish against theirs."""
    wide = sum(other.modules for _, other in band) + space.modules
    if space.bleed or wide > layout.grid.modules or band[0][1].rows != space.rows:
        return False
    return all(
        not (advert.after and other.after and advert.after != other.after)
        and not (advert.side and other.side and advert.side != other.side)
        for other, _ in band
    )


# ---------------------------------------------------------------------- items


def advert_items(
    issue: Issue, booked: Booked, geometry: PageGeometry, row: int = 0
) -> Iterator[SuppliedItem | PictureItem]:
    """The adverts on a page, those of a band side by side from ``row`` on."""
    modules = 0
    for advert, space in booked.adverts:
        left = geometry.area.left + geometry.grid.offset(modules)
        box = Box(left, geometry.row_top(row), space.width, space.height)
        yield _item(issue, advert, space, box, geometry)
        modules += space.modules


def _item(
    issue: Issue, advert: Advert, space: AdvertSpace, box: Box, geometry: PageGeometry
) -> SuppliedItem | PictureItem:
    block, span = f"advert/{advert.name}", advert.span("file")
    fit = advert_fit(issue, advert, space, geometry.bleed)
    if space.bleed:
        box = whole_page(fit, geometry)
    supplied = issue.page_of(advert)
    if supplied:
        bleeds = space.bleed and fit.frame != "inside"
        own = box if bleeds else _inside(box, fit.aspect)
        return SuppliedItem(own, advert.file, advert.alt, block, bleeds, span, supplied.page)
    picture = issue.pictures[advert.file]
    own = _inside(box, fit.aspect)
    return PictureItem(own, advert.file, crop_to(picture, own.aspect), advert.alt, block, span)


def _inside(box: Box, aspect: float) -> Box:
    """The largest box of that shape in the middle of another."""
    width = min(box.width, box.height * aspect)
    height = width / aspect
    left, top = box.left + (box.width - width) / 2, box.top + (box.height - height) / 2
    return replace(box, left=left, top=top, width=width, height=height)


# ---------------------------------------------------------------------- what became of them


def advert_plans(plan: Plan, before: int) -> Iterator[AdvertPlan]:
    """What the flatplan says of them; ``before`` are the pages before those that the plan counts."""
    follows = ""
    for step in plan.steps:
        if isinstance(step, Copy):
            follows = step.article.path
        elif isinstance(step, Booked):
            spot = plan.spots[step]
            for advert, _ in step.adverts:
                page, row = spot.page + before, spot.row + 1
                yield AdvertPlan(file=advert.file, of_page=advert.page, page=page, row=row, follows=follows)


def advert_findings(plan: Plan, layout: Layout, before: int, kept: Mapping[Booked, KeptSpot]) -> Iterator[Finding]:
    """Pins that are not held (W520), wishes that are not met (W522), adverts with nothing beside them (A523)."""
    for booked, spot in plan.spots.items():
        page = spot.page + before
        old = kept.get(booked)
        if old and old.pin and old.page != spot.page:
            yield lost_advert(old, page, before)
        for advert, _ in booked.adverts:
            if not wish_met(advert, page):
                yield _unmet(advert, page, before)
        free = layout.grid.modules - booked.modules
        if booked.rows and free > 0:
            yield _beside(booked, page, layout.grid.measure(free), free, layout)


def _unmet(advert: Advert, page: int, before: int) -> Finding:
    side = "right" if page % 2 else "left"
    where = f"page {page}, a {side}-hand page"
    if advert.before_page and page >= advert.before_page:
        message = f"{advert.file} is to stand before page {advert.before_page}, but stands on {where}."
        first = before + 1
        hint = f"The first page for articles is {first}: wish for a later page, or leave the wish out."
        if advert.after:
            hint = f"Let it follow an earlier article than {advert.after}, or leave after: out."
        return Finding("W522", message, advert.span("before_page"), hint)
    message = f"{advert.file} is to stand on a {advert.side}-hand page, but stands on {where}."
    hint = "Take the pins away, or add or cut text, in the articles before it."
    if advert.after:
        hint = f"Leave after: out, so that it may follow another article than {advert.after}."
    return Finding("W522", message, advert.span("side"), hint)


def _beside(booked: Booked, page: int, width: float, free: int, layout: Layout) -> Finding:
    advert, space = booked.adverts[-1]
    names = [n for n, s in layout.advert_spaces().items() if s.rows == space.rows and s.modules <= free and not s.bleed]
    message = f"Beside {advert.file} on page {page} {width / MM:.0f} × {space.height / MM:.0f} mm stay empty."
    fill = f"Book another advert there (size: {names[0]})" if names else "Book a wider size for it"
    wide = [n for n, s in layout.advert_spaces().items() if s.modules == layout.grid.modules and not s.bleed]
    other = f", or give this one size: {wide[0]}" if names and wide else ""
    return Finding("A523", message, advert.span("size") or advert.span("file"), f"{fill}{other}.")
