"""The judge of finished files: reads the bytes back and proves what they claim, or says what keeps them from it.

Nothing of the writers is asked. ``preflight`` carries out the checks of the standards that are named, each with its
clause; ``read_aloud`` gives the file as a screen reader meets it. What is not understood is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from pipeline.diagnostic import Severity
from pipeline.preflight import (
    anatomy,
    colours,
    exchange,
    interaction,
    metadata,
    printing,
    rasters,
    semantics,
    syntax,
    tables,
    tagging,
    typefaces,
)
from pipeline.preflight.densities import Kept
from pipeline.preflight.finding import alike, as_data, remarks_on, report_on, untold
from pipeline.preflight.opened import MISBUILT, Opened, Unreadable
from pipeline.preflight.profile import Profile, built_in_profile, profile_names, read_profile
from pipeline.preflight.reading import Heard, Reading, read_aloud
from pipeline.preflight.values import STANDARDS, TITLES, Check, Measure, Result, State, Trouble, Verdict
from pipeline.unpacking import spoken

__all__ = (
    "EXCHANGE",
    "PRESS",
    "SCREEN",
    "STANDARDS",
    "TITLES",
    "Heard",
    "Measure",
    "Profile",
    "Reading",
    "Result",
    "State",
    "Unreadable",
    "Verdict",
    "alike",
    "as_data",
    "built_in_profile",
    "preflight",
    "profile_names",
    "read_aloud",
    "read_profile",
    "remarks_on",
    "report_on",
    "untold",
)

SCREEN = ("ua1", "2a")
EXCHANGE = ("x4",)
PRESS = (*EXCHANGE, "press")
CHECKS: tuple[Check, ...] = tuple(
    check
    for checks in (
        *(syntax.CHECKS, anatomy.CHECKS, metadata.CHECKS, tagging.CHECKS, semantics.CHECKS, tables.CHECKS),
        *(interaction.CHECKS, typefaces.CHECKS, colours.CHECKS, rasters.CHECKS, exchange.CHECKS),
        *(printing.CHECKS, syntax.LAST),
    )
    for check in checks
)
MOST_TROUBLES = 25
GRAVEST = tuple(Severity)
FIELDS = tuple(entry.name for entry in fields(Trouble))
MEASURED = tuple(entry.name for entry in fields(Measure))


def preflight(
    data: bytes,
    standards: Sequence[str] = SCREEN,
    profile: Profile | None = None,
    *,
    measured: bool = True,
    kept: Kept | None = None,
) -> Verdict:
    """The verdict on the file in ``data``: one result for each check, or for each trouble that a check finds.

    ``standards`` are keys of ``STANDARDS``, as ``SCREEN`` and ``PRESS`` have them; ValueError for another. ``profile``
    has the limits of a press, without it those of offset on coated paper. What is within the limits is measured where
    ``measured`` says so. What is found in pictures is ``kept`` by their digests, where there is a store for it.
    """
    names = tuple(standards)
    if unknown := sorted(set(names) - set(STANDARDS)):
        message = f"no such standard: {', '.join(unknown)}"
        raise ValueError(message)
    try:
        file = Opened(data, profile, printed="press" in names, kept=kept)
    except Unreadable as error:
        clause = ", ".join(f"{STANDARDS[name]} 6.1" for name in names)
        return Verdict(names, (Result("file", "The file can be read", clause, State.FAIL, f"It cannot: {error}."),))
    with file:
        asked = [check for check in CHECKS if check.clause(names)]
        measuring = asked if measured else ()
        measures = {check.name: measure for check in measuring if (measure := _measured(check, file))}
        results = tuple(r for check in asked for r in _carried_out(check, file, names, measures.get(check.name)))
        return Verdict(names, results, _pages(file), tuple(measures.items()))


def _pages(file: Opened) -> int:
    try:
        return len(file.pages)
    except (Unreadable, *MISBUILT):
        return 0


def _measured(check: Check, file: Opened) -> Measure | None:
    """What a check measures; None also where it cannot be measured, which is for the check to tell."""
    try:
        return check.measure(file) if check.when(file) else None
    except (Unreadable, *MISBUILT):
        return None


def _carried_out(check: Check, file: Opened, standards: tuple[str, ...], measure: Measure | None) -> Iterator[Result]:
    """A check's results. One that cannot be carried to its end has failed, whatever it found before."""
    head = (check.name, check.title, check.clause(standards))
    troubles: list[Trouble] = []
    try:
        if not check.when(file):
            yield Result(*head, State.NONE)
            return
        troubles.extend(check.look(file))
    except Unreadable as error:
        troubles.append(Trouble(f"It cannot be looked into: {error}."))
    except MISBUILT as error:
        troubles.append(Trouble(f"The file is not built as it should be ({type(error).__name__}: {spoken(error)})."))
    if not troubles:
        known = {name: getattr(measure, name) for name in MEASURED} if measure else {}
        yield Result(*head, State.PASS, **known)
    troubles.sort(key=lambda trouble: GRAVEST.index(trouble.severity))
    told, rest = _shared_out(troubles)
    for trouble in told:
        yield Result(*head, State.FAIL, **{name: getattr(trouble, name) for name in FIELDS})
    if rest:
        yield Result(*head, State.FAIL, f"And {len(rest)} more.", severity=rest[0].severity)


def _shared_out(troubles: Sequence[Trouble]) -> tuple[list[Trouble], list[Trouble]]:
    """Those that are told one by one, and those that are counted: what is told of one page is told of all."""
    told: list[Trouble] = []
    rest: list[Trouble] = []
    pages: dict[Trouble, set[int]] = {}
    spent = 0
    for trouble in troubles:
        known = pages.setdefault(replace(trouble, page=0), set())
        again = bool(known) and trouble.page not in known
        if again or spent < MOST_TROUBLES:
            spent += not again
            known.add(trouble.page)
            told.append(trouble)
        else:
            rest.append(trouble)
    return told, rest
