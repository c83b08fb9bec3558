"""Checks of what a printer would object to: inks, pictures, type and lines, as they are laid on the paper.

A check's clause is the key of the profile that it is measured by (``pipeline/preflight/profiles``). What lies outside
of the bleed (marks, colour bars) is not looked at, but for its kind of colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import hypot
from typing import TYPE_CHECKING

from pipeline.diagnostic import Severity
from pipeline.measure import Box
from pipeline.preflight import pages
from pipeline.preflight.boxes import bleed_of, corners_of, shown_of, trim_of
from pipeline.preflight.inks import PROCESS, SCREEN, TRACE
from pipeline.preflight.laying import Laid, meet
from pipeline.preflight.opened import Opened
from pipeline.preflight.values import Check, Measure, Trouble

if TYPE_CHECKING:
    from pipeline.preflight.coverage import Covered

BLACK = 0.85  # from here on it is read as black
SLACK = 0.005
INK_SLACK = 1.0  # per cent: five plates in steps of 1/255
BROAD = 3.0  # points: an area that is deeper and wider is no line
NOUNS = {"type": "Type", "area": "An area", "line": "A line", "picture": "A picture", "shading": "A blend"}
# The process inks of pictures, whose own colours are in their pixels.
PICTURES = {"cmyk": (1.0, 1.0, 1.0, 1.0), "grey": (0.0, 0.0, 0.0, 1.0)}
FAMILY = re.compile(r"[^a-z0-9]")
# What makers of spot colours put behind the same ink's name for different papers, and earlier versions of it.
PAPERS = re.compile(r"(?:\b|(?<=\d))(?:c|u|m|cv|cvc|cvu|cp|up|ec|ecs?)$")


def _seen(file: Opened, *kinds: str) -> Iterator[Laid]:
    """What lies inside of the bleed, of these kinds."""
    frames = [bleed_of(page) or corners_of(page.mediabox) for page in file.pages]
    for laid in file.laid:
        frame = frames[laid.page - 1]
        if laid.what in kinds and laid.box is not None and frame is not None and _meets(laid.box, frame):
            yield laid


def _meets(box: tuple[float, ...], frame: tuple[float, ...]) -> bool:
    """Whether a box, which may be as thin as a line, reaches into a frame."""
    return box[0] < frame[2] and box[2] > frame[0] and box[1] < frame[3] and box[3] > frame[1]


def _told(file: Opened, found: Iterable[tuple[Laid, Trouble]]) -> Iterator[Trouble]:
    """The first of those that say the same of one page, with its place and how many there are."""
    first: dict[tuple[str, int, str], list[tuple[Laid, Trouble]]] = {}
    for laid, trouble in found:
        first.setdefault((trouble.message, laid.page, trouble.value), []).append((laid, trouble))
    for (message, page, value), group in first.items():
        laid, trouble = group[0]
        more = f" ({len(group)} times)" if len(group) > 1 else ""
        box = file.box_on(page, laid.box) if laid.box else None
        yield Trouble(f"{message[:-1]}{more}.", page, box, value, trouble.limit, trouble.severity, laid.what)


def _nearest(file: Opened, found: Iterable[tuple[float, Laid]], unit: str, limit: float) -> Measure | None:
    """The least of what was measured, and where."""
    least = min(found, key=lambda pair: pair[0], default=None)
    if least is None:
        return None
    value, laid = least
    box = file.box_on(laid.page, laid.box) if laid.box else None
    return Measure(f"{value:.3g} {unit}", f"{limit:g} {unit}", laid.page, box)


# ---------------------------------------------------------------------- colours


def _screen(file: Opened) -> Iterator[Trouble]:
    allowed = file.profile.colours.rgb
    found = (laid for laid in file.laid if laid.ink.kind in SCREEN and not (allowed and laid.ink.kind == "calibrated"))
    limit = "CMYK, grey or spot colours"
    yield from _told(
        file, ((x, Trouble(f"{NOUNS[x.what]} is in a screen's colours.", value=str(x.ink), limit=limit)) for x in found)
    )


def _plates(file: Opened) -> Measure:
    """The inks that something is printed in, process inks before spot colours; and RGB, where it is met."""
    most = [0.0] * len(PROCESS)
    for laid in _seen(file, *NOUNS):
        inks = PICTURES.get(laid.ink.kind) if laid.what == "picture" and not laid.ink.plates else None
        most = [max(pair) for pair in zip(most, inks or laid.ink.process, strict=True)]
    process = [name[1:] for name, share in zip(PROCESS, most, strict=True) if share > TRACE]
    screen = ["RGB"] if any(laid.ink.kind in SCREEN for laid in file.laid) else []
    return Measure(", ".join([*process, *_spots(file), *screen]) or "none")


def _spots(file: Opened) -> dict[str, Laid]:
    """Spot inks by name, where they are first printed."""
    names: dict[str, Laid] = {}
    for laid in _seen(file, *NOUNS):
        for name, _ in laid.ink.spots:
            names.setdefault(name, laid)
    return names


def _spot_names(file: Opened) -> Measure:
    return Measure(", ".join(_spots(file)) or "none", str(file.profile.colours.spots))


def _spot_count(file: Opened) -> Iterator[Trouble]:
    names, limit = _spots(file), file.profile.colours.spots
    if len(names) > limit:
        yield Trouble("There are more spot colours than are printed.", value=", ".join(names), limit=str(limit))


def _spelling(file: Opened) -> Iterator[Trouble]:
    alike: dict[str, str] = {}
    for name, laid in _spots(file).items():
        family = FAMILY.sub("", PAPERS.sub("", name.casefold().strip()))
        other = alike.setdefault(family, name)
        if other != name:
            message = "Two spot colours differ in spelling alone, and make two plates."
            yield Trouble(message, laid.page, None, name, other)


def _white(file: Opened) -> Iterator[Trouble]:
    things = (laid for laid in _seen(file, "type", "area", "line") if laid.overprints and laid.keeps)
    found = (laid for laid in things if laid.ink.kind == "cmyk" and laid.ink.white)
    yield from _told(file, ((x, Trouble(f"{NOUNS[x.what]} in white overprints, and vanishes.")) for x in found))


def _every(file: Opened) -> Iterator[Trouble]:
    found = []
    for laid in _seen(file, *NOUNS):
        if laid.box is None or not (laid.ink.every and laid.ink.total):
            continue
        trim = trim_of(file.pages[laid.page - 1])
        within = trim or shown_of(file.pages[laid.page - 1])
        if within and _meets(laid.box, within):
            where = "inside of the trim" if trim else "on a page without a trim"
            found.append((laid, Trouble(f"{NOUNS[laid.what]} in the colour of register marks lies {where}.")))
    yield from _told(file, found)


def _ink(file: Opened) -> Iterator[Trouble]:
    """The heaviest place of each page; by their colours type, which the plates leave out, and what has no place."""
    limit = file.profile.ink.most
    for covered in file.covered:
        if covered.bound > limit + INK_SLACK and covered.most > limit + INK_SLACK:
            message, place = "There is too much ink in one place.", _place(file, covered)
            yield Trouble(message, covered.page, place, f"{covered.most:.0f} %", f"{limit:g} %", what="ink")
    heavy = (laid for laid in _seen(file, "type") if laid.ink.total > limit + INK_SLACK and not laid.ink.every)
    said = f"{limit:g} %"
    yield from _told(
        file, ((x, Trouble("Type has too much ink.", value=f"{x.ink.total:.0f} %", limit=said)) for x in heavy)
    )
    repeated = (laid for laid in file.laid if laid.box is None and laid.ink.total > limit + INK_SLACK)
    message = "What a pattern is made of has too much ink."
    yield from _told(file, ((x, Trouble(message, value=f"{x.ink.total:.0f} %", limit=said)) for x in repeated))


def _spread(file: Opened) -> Iterator[Laid]:
    """What is deep and wide enough to be weighed."""
    things = _seen(file, "area", "picture", "shading", "line")
    return (laid for laid in things if laid.what != "line" or laid.size >= BROAD)


def _has_inks(file: Opened) -> bool:
    """Whether there are inks to be weighed: what is in RGB has none before it is converted."""
    limit, spread = file.profile.ink.most, list(_spread(file))
    inked = (x for x in spread if x.ink.kind not in SCREEN and (x.what == "picture" or x.ink.total > 0))
    return any(inked) or not any(x.ink.kind in SCREEN for x in spread) or any(x.ink.total > limit for x in file.laid)


def _heaviest(file: Opened) -> Measure | None:
    covered: Covered | None = None
    for page in sorted(file.covered, key=lambda one: one.bound, reverse=True):
        if covered is not None and page.bound <= covered.most:
            break  # and so it is with all that follow
        covered = page if covered is None or page.most > covered.most else covered
    if covered is None:
        return None
    uncounted = any(laid.ink.kind in SCREEN for laid in _spread(file))
    value = f"{covered.most:.0f} %{' (RGB is not counted)' if uncounted else ''}"
    return Measure(value, f"{file.profile.ink.most:g} %", covered.page, _place(file, covered))


def _place(file: Opened, covered: Covered) -> Box | None:
    """The heaviest place, as far as it lies inside of the bleed."""
    page = file.pages[covered.page - 1]
    frame = bleed_of(page) or corners_of(page.mediabox)
    return file.box_on(covered.page, meet(covered.place, frame) if frame else covered.place)


# ---------------------------------------------------------------------- pictures


def has_pictures(file: Opened) -> bool:
    """Whether any picture is printed."""
    return any(True for _ in _seen(file, "picture"))


def _fineness(file: Opened) -> Iterator[tuple[float, Laid]]:
    """Pixels to the inch of each picture at the size at which it is placed."""
    for laid in _seen(file, "picture"):
        a, b, c, d, *_ = laid.matrix
        across, down = hypot(a, b), hypot(c, d)
        if min(laid.pixels) > file.profile.pictures.tiny and across and down:
            yield min(laid.pixels[0] / across, laid.pixels[1] / down) * 72, laid


def _coarsest(file: Opened) -> Measure | None:
    found = ((ppi, laid) for ppi, laid in _fineness(file) if laid.bits > 1)
    return _nearest(file, found, "ppi", file.profile.pictures.least)


def _resolution(file: Opened) -> Iterator[Trouble]:
    limits = file.profile.pictures
    for ppi, laid in _fineness(file):
        box = file.box_on(laid.page, laid.box) if laid.box else None
        value = f"{ppi:.0f} ppi"
        if laid.bits == 1:
            if ppi < limits.line_art - 0.5:
                message = "Line art is too coarse."
                yield Trouble(message, laid.page, box, value, f"{limits.line_art:g} ppi", what=laid.what)
            elif ppi < limits.line_art_low - 0.5:
                message, least = "Line art is somewhat coarse.", f"{limits.line_art_low:g} ppi"
                yield Trouble(message, laid.page, box, value, least, Severity.WARNING, laid.what)
        elif ppi < limits.least - 0.5:
            message = "A picture is too coarse."
            yield Trouble(message, laid.page, box, value, f"{limits.least:g} ppi", what=laid.what)
        elif ppi < limits.low - 0.5:
            message = "A picture is somewhat coarse."
            yield Trouble(message, laid.page, box, value, f"{limits.low:g} ppi", Severity.WARNING, laid.what)
        elif ppi > limits.high + 0.5:
            message = "A picture has more pixels than print shows."
            yield Trouble(message, laid.page, box, value, f"{limits.high:g} ppi", Severity.ADVICE, laid.what)


# ---------------------------------------------------------------------- type and lines


def has_type(file: Opened) -> bool:
    """Whether any type is printed."""
    return any(True for _ in _seen(file, "type"))


def _overprint(file: Opened) -> Iterator[Trouble]:
    limit = file.profile.type.overprint
    small = (x for x in _seen(file, "type") if x.size < limit and x.ink.only_black and not x.overprints)
    yield from _told(file, ((x, Trouble("Black type does not overprint.", value=_points(x))) for x in small))


def _rich(file: Opened) -> Iterator[Trouble]:
    limit = file.profile.type.overprint
    found = (
        (x, Trouble("Black type is of several inks.", value=str(x.ink), limit="100 K"))
        for x in _seen(file, "type")
        if x.size < limit and x.ink.process[3] > BLACK and x.ink.plates > 1 and not x.ink.every
    )
    yield from _told(file, found)


def _one_ink(file: Opened) -> Iterator[Trouble]:
    limits, found = file.profile.type, []
    for laid in _seen(file, "type"):
        grave = laid.size < limits.one_ink - SLACK
        limit = limits.one_ink if grave else limits.one_ink_low
        if 0 < laid.size < limit - SLACK and laid.ink.plates > 1:
            message, said = f"Type of {_points(laid)} is of several inks.", f"one ink under {limit:g} pt"
            severity = Severity.ERROR if grave else Severity.WARNING
            found.append((laid, Trouble(message, value=str(laid.ink), limit=said, severity=severity)))
    yield from _told(file, found)


def _smallest(file: Opened) -> Iterator[Trouble]:
    limit = file.profile.type.smallest
    found = (x for x in _seen(file, "type") if 0 < x.size < limit - SLACK)
    said = f"{limit:g} pt"
    yield from _told(
        file, ((x, Trouble("Type is very small.", 0, None, _points(x), said, Severity.WARNING)) for x in found)
    )


def _least_type(file: Opened) -> Measure | None:
    return _nearest(file, ((x.size, x) for x in _seen(file, "type") if x.size > 0), "pt", file.profile.type.smallest)


def _points(laid: Laid) -> str:
    return f"{laid.size:.3g} pt"


def _hairlines(file: Opened) -> Iterator[Trouble]:
    """Lines, and areas that are as thin."""
    limit = file.profile.lines.thinnest
    said = f"{limit:g} pt"
    found = ((width, x) for width, x in _widths(file) if width < limit - SLACK)
    yield from _told(file, ((x, Trouble("A line is too thin.", value=f"{w:.3g} pt", limit=said)) for w, x in found))


def _widths(file: Opened) -> Iterator[tuple[float, Laid]]:
    for laid in _seen(file, "line", "area"):
        if not laid.ink.white and laid.box is not None:
            yield laid.size if laid.what == "line" else _thickness(laid), laid


def _thinnest(file: Opened) -> Measure | None:
    found = ((width, laid) for width, laid in _widths(file) if laid.what == "line" or width < BROAD)
    return _nearest(file, found, "pt", file.profile.lines.thinnest)


def _thickness(laid: Laid) -> float:
    """How thin an area is before it is clipped."""
    across = [x for part in laid.shape for x, _ in part]
    down = [y for part in laid.shape for _, y in part]
    return min(max(across) - min(across), max(down) - min(down)) if across else 0.0


def _bleeds(file: Opened) -> Iterator[Trouble]:
    """Pictures and tints that touch the trim go on to the end of the bleed."""
    message = "{} touches the trim and does not reach the end of the bleed."
    found = ((laid, Trouble(message.format(NOUNS[laid.what]))) for covered in file.covered for laid in covered.unbled)
    yield from _told(file, found)


def _of(*keys: str) -> tuple[tuple[str, str], ...]:
    return tuple(("press", key) for key in keys)


CHECKS = (
    Check("screen-colours", "Everything is in a press's colours", _of("colours.rgb"), _screen, measure=_plates),
    Check("spot-count", "Spot colours are few", _of("colours.spots"), _spot_count, measure=_spot_names),
    Check("spot-names", "Spot colours are spelt alike", _of("colours.spots"), _spelling),
    Check("white-overprint", "White knocks out", _of("colours"), _white),
    Check("register-colour", "The colour of marks is for marks alone", _of("colours"), _every),
    Check("total-ink", "No place has too much ink", _of("ink.most"), _ink, _has_inks, _heaviest),
    Check("resolution", "Pictures are fine enough", _of("pictures"), _resolution, has_pictures, _coarsest),
    Check("black-overprint", "Small black type overprints", _of("type.overprint"), _overprint, has_type),
    Check("rich-type", "Small black type is black alone", _of("type.overprint"), _rich, has_type),
    Check("small-inks", "The smallest type is of one ink", _of("type.one_ink"), _one_ink, has_type),
    Check("small-type", "Type can be read", _of("type.smallest"), _smallest, has_type, _least_type),
    Check("hairlines", "Lines can be printed", _of("lines.thinnest"), _hairlines, measure=_thinnest),
    *pages.CHECKS,
    Check("bleed-content", "What touches the trim bleeds", _of("pages.bleed"), _bleeds, pages.has_trims),
)
