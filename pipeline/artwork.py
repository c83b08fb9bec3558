"""Adverts as jobs: what was supplied is preflighted against the space that was booked for it.

A page of a PDF is judged alone and as large as it will stand, with the layout's bleed, by the limits of offset on
coated paper and those of the layout. What was found is kept, by contents and size. An advert that no press takes may
still be shown on a screen, so that what is found here are warnings and advice; but for pictures that are too coarse
for any use (E311). The refusal of a press edition is its own (E723).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from math import inf
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from pipeline.diagnostic import Finding, Report, Severity
from pipeline.issue import TOLERANCE, Issue, advert_fit, whole_page
from pipeline.manifest import Advert, HouseAdvert
from pipeline.measure import MM
from pipeline.picture import WHOLE, too_coarse

if TYPE_CHECKING:
    from pipeline.layout import AdvertSpace, Layout
    from pipeline.picture import Cache, PictureFile
    from pipeline.preflight import Profile, Result
    from pipeline.supplied import SuppliedPage

ALGORITHM = 2
PROFILE = "press"
BLEED_SLACK = 0.5 * MM
# The code under which each check of the judge is told, and what to ask of the advertiser then.
CODES = {
    "spot-count": ("A731", "If no plates of their own are booked for them, ask for the page with everything in CMYK."),
    "total-ink": ("W732", "Ask for the page with its dark parts made of less ink: separated for coated offset."),
    "resolution": ("W733", "Ask for the page with the picture in its full size, or book a smaller size."),
    "white-overprint": ("W734", "Ask for the page with overprinting switched off for what is white."),
    "register-colour": ("W734", "Ask for the page with black in place of the colour of register marks."),
    "spot-names": ("W734", "Ask for the page with one name for one ink."),
    "rich-type": ("W735", "Ask for the page with small type in black alone."),
    "small-inks": ("W735", "Ask for the page with its smallest type in one ink."),
    "small-type": ("W735", "Ask for the page with larger type, or book a larger size."),
    "hairlines": ("W735", "Ask for the page with lines of a quarter of a point at least, or book a larger size."),
    "black-overprint": ("W736", "Ask for the page with small black type set to overprint."),
    "bleed-content": ("W722", "Ask for the page with what touches the cut drawn to the end of the bleed."),
    "file": ("W740", "Ask for it again as PDF/X-4, or look at it with digest preflight."),
}
DEVICE, CALIBRATED, TRANSPARENT, SPOTS, UNREAD = "device", "calibrated", "transparent", "spot-count", "file"
KNOWN = frozenset({*CODES, DEVICE, CALIBRATED, TRANSPARENT})
# How the judge begins to say that a check could not be carried through.
NOT_LOOKED_INTO = ("It cannot be looked into", "The file is not built as it should be", "It cannot:")


@dataclass(frozen=True, slots=True)
class Job:
    """A supplied page as it will stand: ``scale`` times as large as it came, with so much ``bleed``, in points.

    ``near`` says that it has the shape of its space; one that is ``short`` of bleed is judged without.
    """

    scale: float
    bleed: float
    ppi: float
    least_ppi: float
    ink: float
    near: bool = False
    short: bool = False

    def key(self, page: SuppliedPage) -> str:
        """What the judge's findings are kept by."""
        limits = (
            f"{self.scale:.4f}/{0.0 if self.short else self.bleed:.2f}/{self.ppi:g}/{self.least_ppi:g}/{self.ink:g}"
        )
        return f"artwork/{ALGORITHM}/{PROFILE}/{page.digest}/{page.page}/{limits}"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the judge found, in its words: the check's name, the first place, and how many there are."""

    check: str
    said: str = ""
    value: str = ""
    limit: str = ""
    at: str = ""
    count: int = 1


def findings_of(issue: Issue, cache: Cache, *, press: bool = False) -> Report:
    """What a printer would object to in the adverts of an issue, at their lines in the manifest.

    W722, W724, W730 to W740, and E311 and W312 for pictures. For a ``press`` edition, which is refused then (E723),
    RGB is not warned of.
    """
    return Report.of(_found(issue, cache, press=press))


def _found(issue: Issue, cache: Cache, *, press: bool) -> Iterator[Finding]:
    layout = issue.layout
    if layout is None:
        return
    spaces = layout.advert_spaces()
    for advert in issue.manifest.artwork:
        page = issue.page_of(advert)
        space = spaces.get(advert.size) if isinstance(advert, Advert) else None
        if page is not None and (space or isinstance(advert, HouseAdvert)):
            label = page.called(advert.file)
            job = _job(issue, layout, advert, space, page)
            found = [*_misfits(advert, space, page, job)]
            facts = facts_of(issue.files[advert.file], page, job, cache)
            found += [_told(fact) for fact in facts if not (press and fact.check == DEVICE)]
            for code, message, hint in found:
                yield Finding(code, f"{label}{message}", advert.span("file"), hint)
        elif isinstance(advert, Advert) and space and advert.file in issue.pictures:
            yield from _of_picture(issue, layout, advert, space)


def _frame(issue: Issue, layout: Layout, advert: Advert, space: AdvertSpace) -> tuple[float, float, bool]:
    """(width, height, whether its shape is that of its space) of what the advert is fitted to."""
    fit = advert_fit(issue, advert, space, layout.right.bleed)
    near = fit.frame != "inside"
    if not space.bleed:
        return space.width, space.height, near
    box = whole_page(fit, layout.right)
    return box.width, box.height, near


# ---------------------------------------------------------------------- pictures


def _of_picture(issue: Issue, layout: Layout, advert: Advert, space: AdvertSpace) -> Iterator[Finding]:
    picture, span = issue.pictures[advert.file], advert.span("file")
    width, height, _ = _frame(issue, layout, advert, space)
    width, height = min(width, height * picture.aspect), min(height, width / picture.aspect)
    coarse = too_coarse(picture, WHOLE, (width, height), span, wanted=layout.record.print.ppi)
    if coarse:
        yield coarse
    if picture.alpha:
        message = f"{advert.file} has an alpha channel: where it is clear, the machine blends it with the paper."
        yield Finding("A738", message, span, "Look at the printer's proof, or ask for the picture without it.")
    if picture.mode == "rgb":
        message = f"{advert.file} is a picture in RGB: type in it is of pixels, and its black is printed in four inks."
        yield Finding("A739", message, span, "Ask the advertiser for a PDF/X-4 in CMYK, with its type as type.")


# ---------------------------------------------------------------------- pages of PDFs


Told = tuple[str, str, str]
"""A finding's code, the rest of its message behind the advert's name, and its hint."""


def _job(
    issue: Issue, layout: Layout, advert: Advert | HouseAdvert, space: AdvertSpace | None, page: SuppliedPage
) -> Job:
    """The page as it will stand: in the space that was booked, or across the page as a house advert does."""
    width, height, near = layout.right.area.width, inf, False
    if space and isinstance(advert, Advert):
        width, height, near = _frame(issue, layout, advert, space)
    scale, limits = min(width / page.width, height / page.height), layout.record.print
    bleed = layout.right.bleed if near and space and space.bleed else 0.0
    short = _reach(page) * scale < bleed - BLEED_SLACK
    return Job(scale, bleed, limits.ppi, limits.least_ppi, limits.ink, near=near, short=short)


def _misfits(advert: Advert | HouseAdvert, space: AdvertSpace | None, page: SuppliedPage, job: Job) -> Iterator[Told]:
    """What of a page's boxes is not as it was booked: its size (A737), and its bleed (W722)."""
    if space and isinstance(advert, Advert) and job.near and abs(job.scale - 1) > TOLERANCE:
        booked = _millimetres(space.width, space.height)
        message = f" is {_millimetres(page.width, page.height)}, but {advert.size} is {booked}: "
        message += f"it is printed at {100 * job.scale:.0f} % of its size."
        yield "A737", message, f"Ask for artwork of {booked}."
    if job.short:
        room = max(_reach(page) * job.scale, 0.0) / MM
        message = f" has {room:.1f} mm of bleed; the page wants {job.bleed / MM:g} mm."
        hint = "Ask the advertiser for the page with bleed on all sides, and a TrimBox that says where it is cut."
        yield "W722", message, hint


def _reach(page: SuppliedPage) -> float:
    """The least bleed of its four sides, in points."""
    trim, bleed = page.trim, page.bleed
    sides = (trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top)
    return page.unit * min(sides)


def _told(fact: Fact) -> Told:
    ask = "Ask the advertiser for a PDF/X-4 in CMYK."
    if fact.check == DEVICE:
        message = " is in RGB, the colours of a screen: it can be shown on one, and a press edition is refused."
        return "W730", message, ask
    if fact.check == CALIBRATED:
        return "W724", " has colours that the printer's machine will convert, each in its own way.", ask
    if fact.check == TRANSPARENT:
        hint = "Look at the printer's proof, or ask for the page with its transparency flattened."
        return "A738", " is transparent in parts, which the printer's machine will blend.", hint
    code, hint = CODES[fact.check]
    if fact.check == SPOTS:
        return code, f" prints on plates of its own: {fact.value}.", hint
    said = fact.said.rstrip(".") + (f" ({fact.count} times)" if fact.count > 1 else "")
    details = [fact.value, f"wanted: {fact.limit}" if fact.limit else "", fact.at]
    return code, f": {'; '.join([said, *filter(None, details)])}.", hint


def _millimetres(width: float, height: float) -> str:
    return f"{width / MM:.0f} × {height / MM:.0f} mm"


# ---------------------------------------------------------------------- the judge


def facts_of(file: PictureFile, page: SuppliedPage, job: Job, cache: Cache) -> tuple[Fact, ...]:
    """What the judge finds in the page, or found before."""
    key = job.key(page)
    facts = _unpacked(cache.get(key))
    if facts is None:
        facts = _judged(file.read_bytes(), page, job)
        cache.put(key, json.dumps([asdict(fact) for fact in facts], sort_keys=True).encode())
    return facts


def _unpacked(kept: bytes | None) -> tuple[Fact, ...] | None:
    """What was found before; None when nothing was, or the store gives something else back."""
    try:
        facts = tuple(Fact(**values) for values in json.loads(kept)) if kept else None
    except (ValueError, TypeError):
        return None
    return None if facts is None or any(fact.check not in KNOWN for fact in facts) else facts


def _judged(data: bytes, page: SuppliedPage, job: Job) -> tuple[Fact, ...]:
    """What a printer would object to; what the parser says of the page on the way is told, too."""
    with catch_warnings(record=True) as said:
        simplefilter("always")
        facts = tuple(_looked_into(data, page, job))
    spoken = [str(one.message) for one in said if issubclass(one.category, UserWarning)]
    if spoken and all(fact.check != UNREAD for fact in facts):
        facts += (Fact(UNREAD, f"It is not whole: {spoken[0]}"),)
    return facts


def _looked_into(data: bytes, page: SuppliedPage, job: Job) -> Iterator[Fact]:
    """One fact for each check that failed."""
    from pipeline.preflight import preflight  # noqa: PLC0415 - asked once for each advert
    from pipeline.preflight.opened import MISBUILT  # noqa: PLC0415
    from pipeline.supplied.alone import page_alone  # noqa: PLC0415
    from pipeline.supplied.colours import screen_colours  # noqa: PLC0415
    from pipeline.unpacking import spoken  # noqa: PLC0415

    try:
        colours = screen_colours(data, page.page - 1)
        alone = page_alone(data, page, job.scale, 0.0 if job.short else job.bleed)
    except MISBUILT as error:
        yield Fact(UNREAD, f"It cannot be looked into: {spoken(error)}")
        return
    if colours.device or colours.calibrated:
        yield Fact(DEVICE if colours.device else CALIBRATED)
    if colours.transparent:
        yield Fact(TRANSPARENT)
    failed: dict[str, list[Result]] = {}
    verdict = preflight(alone, ("press",), _profile(job), measured=False)
    for result in (*verdict.failures, *verdict.remarks):
        if result.message.startswith(NOT_LOOKED_INTO):
            failed.setdefault(UNREAD, []).append(result)
        elif result.check in CODES and result.severity is not Severity.ADVICE:
            failed.setdefault(result.check, []).append(result)
    yield from (_fact(check, results, turned=bool(page.turn)) for check, results in failed.items())


def _profile(job: Job) -> Profile:
    """The limits of the press, with those of the layout; any spot colour is told."""
    from pipeline.preflight.profile import Colours, Ink, Pages, built_in_profile  # noqa: PLC0415

    profile = built_in_profile(PROFILE)
    own = {
        "colours": Colours(rgb=True, spots=0),
        "ink": Ink(most=job.ink or profile.ink.most, area=profile.ink.area),
        "pictures": profile.pictures.model_copy(update={"least": job.least_ppi, "low": job.ppi}),
        "pages": Pages(bleed=0.0),
    }
    return profile.model_copy(update=own)


def _fact(check: str, results: list[Result], *, turned: bool) -> Fact:
    """The first of a check's troubles, and how many there are; a turned page's places are another's."""
    first, at = results[0], ""
    if check == UNREAD:
        return Fact(check, first.message)
    if first.box and not turned:
        left, top = max(first.box.left, 0.0) / MM, max(first.box.top, 0.0) / MM  # what bleeds begins at the cut
        at = f"{left:.0f} mm from the left and {top:.0f} mm from the top"
    return Fact(check, first.message, first.value, first.limit, at, len(results))
