"""Pins: what the flatplan of the build before asks of this one, and what is said when it cannot be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.copyfit import Copy, Fitted
from pipeline.diagnostic import Finding
from pipeline.flatplan import AdvertPlan, ArticlePlan, Flatplan, refitted, state_of
from pipeline.paginate.steps import Booked, Break, Position, Room, Spot, Step

CHANGED_COST = 5.0  # of an article that is made up in another way than before
RECROPPED_COST = 0.4  # of one whose photos are only cropped otherwise
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was: how it was made up, on which page of the plan it began (from 1) and on which row (from 0).

    ``same`` tells that it still ends on the row on which it ended.
    """

    plan: ArticlePlan
    fitted: Fitted
    page: int
    row: int
    same: bool

    def change(self, option: Fitted) -> float:
        """What it costs to make it up so instead."""
        mine, other = self.fitted.variant, option.variant
        if (mine.template, mine.shape, mine.streamed) != (other.template, other.shape, other.streamed):
            return CHANGED_COST
        return 0.0 if mine.depths == other.depths else RECROPPED_COST


@dataclass(frozen=True, slots=True)
class KeptSpot:
    """An advert as it stood: the page of the plan (from 1), its row (from 0), the article that it followed."""

    plan: AdvertPlan
    page: int
    row: int
    follows: Copy | None
    pin: bool


def keeps_adverts(
    booked: Iterable[Booked], copies: Sequence[Copy], flatplan: Flatplan, before: int
) -> dict[Booked, KeptSpot]:
    """What the flatplan says of adverts that stand together as they did; ``before`` as for articles."""
    valid = bool(copies) and flatplan.state == state_of(copies[0].layout)
    by_path = {copy.article.path: copy for copy in copies}
    kept = {}
    for one in booked:
        plans = [plan for plan in flatplan.adverts if plan.name in one.names]
        places, pin = {(plan.page, plan.row) for plan in plans}, any(plan.pin for plan in plans)
        if len(plans) == len(one.names) and len(places) == 1 and (valid or pin):
            plan = next((plan for plan in plans if plan.pin), plans[0])
            kept[one] = KeptSpot(plan, plan.page - before, plan.row - 1, by_path.get(plan.follows), pin)
    return kept


def keeps(copies: Sequence[Copy], flatplan: Flatplan, before: int) -> tuple[dict[Copy, Kept], tuple[Finding, ...]]:
    """What the flatplan says of each article that can be made up so again; W520 for pins that cannot be.

    ``before`` are the pages of the issue before the first that the plan counts. When the layout has been changed, only
    what is pinned is held to.
    """
    kept: dict[Copy, Kept] = {}
    findings: list[Finding] = []
    valid = bool(copies) and flatplan.state == state_of(copies[0].layout)
    for copy in copies:
        plan = flatplan.of(copy.article.path, rest=copy.rest)
        if plan is None or not (plan.pin or (valid and _serves(copy, plan))):
            continue
        fit = refitted(copy, plan)
        if isinstance(fit, str):
            if plan.pin:
                findings.append(_lost(plan, f"but {fit}", "Put that back, or take the pin away"))
        elif len(fit.sheets) != len(plan.pages):
            if plan.pin:
                findings.append(_outgrown(plan, fit))
        else:
            ends = plan.ends - (plan.row - 1 if len(fit.sheets) == 1 else 0)
            kept[copy] = Kept(plan, fit, plan.pages[0] - before, plan.row - 1, fit.end == ends)
    return kept, tuple(findings)


def _serves(copy: Copy, plan: ArticlePlan) -> bool:
    """Whether the template still serves an article of this length."""
    template = copy.layout.record.templates.get(plan.template)
    low, high = template.words if template else (0, 0)
    return bool(copy.article.head.layout) or low <= copy.article.words <= high


def _outgrown(plan: ArticlePlan, fit: Fitted) -> Finding:
    """The pin of an article whose text takes more pages now, or fewer."""
    had, needs = len(plan.pages), len(fit.sheets)
    if needs < had:
        return _lost(plan, f"but now fills only {needs}", "Add text, or take the pin away")
    galley = fit.thread.galley
    lines = galley.depth(fit.sheets[had - 1].stops[-1], len(galley))
    page = ORDINALS.get(had + 1, "further")
    return _lost(plan, f"but now needs a {page}", f"Cut about {lines} lines, or take the pin away")


def given_up(
    pins: Mapping[Copy, Kept],
    steps: Iterable[Step],
    positions: Mapping[Copy, Position],
    spots: Mapping[Booked, Spot],
    room: Room,
    before: int,
) -> Iterator[tuple[Copy, Finding]]:
    """The pinned articles that stand elsewhere, with W520 for each; ``before`` as for ``keeps``."""
    page, top = 0, 0  # on which what stands before ends, and the row there on which it does
    for step in steps:
        if isinstance(step, Break):
            page, top = page + step.pages, 0
        elif isinstance(step, Booked):
            page, top = spots[step].page, top if spots[step].shares else 0
        else:
            position, kept = positions[step], pins.get(step)
            begins = page + (0 if position.shares else 1)
            if kept and (begins, position.row, position.fitted) != (kept.page, kept.row, kept.fitted):
                yield step, _misplaced(kept, page, top, room, before)
            single = len(position.fitted.sheets) == 1
            page = begins + len(position.fitted.sheets) - 1
            top = position.fitted.end + (position.row if single else 0)


def _misplaced(kept: Kept, page: int, top: int, room: Room, before: int) -> Finding:
    """The pin of an article before which the plan has come to row ``top`` of a page."""
    below = kept.page == page and kept.row
    if below and room.begin(top) > kept.row:
        why = f"but what stands above it runs too far down page {kept.plan.pages[0]}"
        return _lost(kept.plan, why, "Cut text or photos there, or take the pin away")
    if page >= kept.page and not below:
        why = f"but what stands before it runs to page {page + before}"
        return _lost(kept.plan, why, "Cut text or photos there, or take the pin away")
    if page + 1 < kept.page:
        why = f"but what stands before it ends by page {page + before}"
        return _lost(kept.plan, why, "Add text or photos there, or take the pin away")
    if kept.row + kept.fitted.sheets[0].end > room.rows:
        why = f"but cannot begin on row {kept.plan.row} there"
        return _lost(kept.plan, why, "Correct the row, or take the pin away")
    why = "but has to make room for what follows it"
    return _lost(kept.plan, why, "Cut text or photos there, or take the pin away")


def _lost(plan: ArticlePlan, why: str, remedy: str) -> Finding:
    first, last = plan.pages[0], plan.pages[-1]
    pages = f"page {first}" if first == last else f"pages {first}-{last}"
    hint = f"{remedy}: digest pin --off {plan.article}"
    return Finding("W520", f"{plan.article} is pinned to {pages}, {why}.", plan.span("pin"), hint)


def lost_advert(kept: KeptSpot, page: int, before: int) -> Finding:
    """The pin of an advert that stands on another page."""
    message = f"{kept.plan.name} is pinned to page {kept.page + before}, but stands on page {page}."
    hint = f"Cut or add text in the articles before it, or take the pin away: digest pin --off {kept.plan.name}"
    return Finding("W520", message, kept.plan.span("pin"), hint)


def pinned(kept: Mapping[Copy, Kept]) -> dict[Copy, Kept]:
    """Those that are held."""
    return {copy: one for copy, one in kept.items() if one.plan.pin}
