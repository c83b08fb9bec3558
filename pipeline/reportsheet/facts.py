"""What the sheet says of a file in a few words: the verdict, what was measured, the limits, and what is wrong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostic import Severity, Span
from pipeline.limits import MEGABYTE
from pipeline.measure import MM, Box
from pipeline.pdf.metadata import PROGRAM
from pipeline.preflight import TITLES, Measure, Profile, Result, State, Verdict, alike

GROUP = 8
UNIT = re.compile(r"(?<=\d) (?=(?:%|mm|ppi|pt)\b|%)")  # a number is not parted from its unit
PROCESS, SCREEN_INKS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}, "RGB"
# What is said of all pages: label, the checks that may have measured it, and the bound.
PAGES = (
    ("Trim", ("page-sizes", "page-boxes"), ""),
    ("Bleed", ("bleed-room",), "at least"),
    ("PDF", ("x4-version", "version"), ""),
)
# Checks whose places are shown by letters where nothing is wrong: label, bound, and what there is to say without one.
EXTREMES = (
    ("total-ink", "Most ink", "at most", "not measured"),
    ("resolution", "Coarsest picture", "at least", "no pictures"),
    ("small-type", "Smallest type", "at least", "no type"),
    ("hairlines", "Thinnest line", "at least", "no lines"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, a value, what else is to be said; the check that measured it, its letter and place, if it has one."""

    label: str
    value: str
    note: str = ""
    check: str = ""
    letter: str = ""
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found, by its number on the sheet, and the line that it comes from: once, or alike on several pages."""

    number: int
    results: tuple[Result, ...]
    source: Span | None

    @property
    def result(self) -> Result:
        """The first."""
        return self.results[0]

    @property
    def pages(self) -> tuple[int, ...]:
        """Where it is; none where it is of the whole file."""
        return tuple(sorted({result.page for result in self.results if result.page}))


@dataclass(frozen=True, slots=True)
class Told:
    """All that the sheet says."""

    name: str
    about: str
    program: str
    passed: bool
    headline: str
    summary: str
    facts: tuple[tuple[Fact, ...], ...]
    limits: str
    faults: tuple[Fault, ...]
    command: str


def told_of(
    name: str,
    data: bytes,
    verdict: Verdict,
    profile: Profile | None,
    sources: Mapping[Result, Span],
    command: str,
) -> Told:
    """What there is to say of a file; ``profile`` where it was measured by a printer's limits."""
    size = f"{len(data) / 1e6:.1f} MB" if len(data) >= MEGABYTE else f"{max(round(len(data) / 1e3), 1)} kB"
    return Told(
        name,
        f"{size}; SHA-256 {digest_of(data)}",
        PROGRAM,
        verdict.passed,
        headline_of(verdict),
        summary_of(verdict),
        facts_of(verdict),
        limits_of(profile) if profile else "",
        faults_of(verdict, sources),
        command,
    )


def headline_of(verdict: Verdict) -> str:
    """The verdict in a word, with how many checks came to less."""
    remarks = {result.check: result.severity for result in reversed(verdict.remarks)}
    warned = sum(severity is Severity.WARNING for severity in remarks.values())
    if not verdict.passed:
        failed = len({result.check for result in verdict.failures})
        return f"Failed: {_checks(failed)}" if failed else "Failed: nothing could be proved"
    return f"Passed, with warnings of {_checks(warned)}" if warned else "Passed"


def summary_of(verdict: Verdict) -> str:
    """What is proved, and how many checks came to what."""
    states: dict[str, State] = {}
    for result in verdict.results:
        remark = result.state is State.FAIL and result.severity is not Severity.ERROR
        if states.get(result.check) is not State.FAIL:
            states[result.check] = State.PASS if remark else result.state
    counts = {state: sum(one is state for one in states.values()) for state in State}
    words = ((State.FAIL, "failed"), (State.PASS, "passed"), (State.NONE, "not applicable"))
    parts = [f"{counts[state]} {word}" for state, word in words if counts[state]]
    proves = "Proves" if verdict.passed else "Does not prove"
    claims = " and ".join(TITLES[name].partition(" (")[0] for name in verdict.standards)
    return f"{proves} {claims}. {_checks(len(states))}: {', '.join(parts)}."


def _checks(count: int) -> str:
    return "1 check" if count == 1 else f"{count} checks"


def faults_of(verdict: Verdict, sources: Mapping[Result, Span]) -> tuple[Fault, ...]:
    """Everything found, the gravest first, numbered from 1: the first of every check before the second of any.

    What is alike on several pages is one.

    The first of a check is that which it measured to be worst.
    """
    found = alike([*verdict.failures, *verdict.remarks], sources)
    worst = {(check, measure.page, measure.value) for check, measure in verdict.measures}
    is_worst = [any((one.check, one.page, one.value) in worst for one in group) for group in found]
    seen: dict[tuple[str, Severity], int] = {}
    order: list[tuple[int, int, int]] = []
    for place in sorted(range(len(found)), key=lambda n: not is_worst[n]):
        result = found[place][0]
        turn = seen[result.check, result.severity] = seen.get((result.check, result.severity), 0) + 1
        order.append((list(Severity).index(result.severity), turn, place))
    ranked = [found[place] for *_, place in sorted(order)]
    return tuple(Fault(number, group, sources.get(group[0])) for number, group in enumerate(ranked, 1))


def digest_of(data: bytes) -> str:
    """The file's SHA-256 in groups, to be compared by eye."""
    digits = hashlib.sha256(data).hexdigest()
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def facts_of(verdict: Verdict) -> tuple[tuple[Fact, ...], ...]:
    """What was measured, in rows: of the pages, of what they are made for, and of the worst places."""
    rows = (tuple(_pages(verdict)), tuple(_makings(verdict)), tuple(_extremes(verdict)))
    return tuple(row for row in rows if row) if rows[2] else (rows[0] + rows[1],)


def _pages(verdict: Verdict) -> Iterator[Fact]:
    count = verdict.measured("page-count")
    yield Fact("Pages", str(verdict.pages or "unknown"), _bound("wanted:", count), "page-count")
    for label, checks, word in PAGES:
        if found := next(((check, m) for check in checks if (m := verdict.measured(check))), None):
            check, measure = found
            value, said = _parted(measure)
            yield Fact(label, value, said or _bound(word, measure), check)


def _makings(verdict: Verdict) -> Iterator[Fact]:
    if condition := verdict.measured("x4-intent"):
        name, _, description = condition.value.partition(": ")
        yield Fact("Printing condition", name, description, "x4-intent")
    if inks := verdict.measured("screen-colours"):
        names = [name for name in inks.value.split(", ") if name != "none"]
        process = "".join(short for name, short in PROCESS.items() if name in names)
        spots = [name for name in names if name not in {*PROCESS, SCREEN_INKS}]
        kinds = [process, *(["spot"] if spots else []), *([SCREEN_INKS] if SCREEN_INKS in names else [])]
        value = " + ".join(kind for kind in kinds if kind) or "none"
        yield Fact("Inks", value, ", ".join(spots), "screen-colours")
    if fonts := verdict.measured("embedded-fonts"):
        yield Fact("Fonts", fonts.value, "", "embedded-fonts")


def _extremes(verdict: Verdict) -> Iterator[Fact]:
    if "press" not in verdict.standards or not verdict.pages:
        return
    letters, printed = iter("ABCD"), verdict.measured("screen-colours")
    inks = printed.value if printed else ""
    for check, label, word, nothing in EXTREMES:
        measure = verdict.measured(check)
        if measure is None and check == "total-ink" and SCREEN_INKS in inks:
            yield Fact(label, "unknown", f"{SCREEN_INKS} is not counted")
            continue
        if measure is None:
            yield Fact(label, "none", nothing, check)
            continue
        value, said = _parted(measure)
        page = f"page {measure.page}" if measure.page else ""
        note = "; ".join(part for part in (page, said or _bound(word, measure)) if part)
        letter = next(letters) if measure.box else ""
        yield Fact(label, value, note, check, letter, measure.page, measure.box)


def _parted(measure: Measure) -> tuple[str, str]:
    """The value, and what stands behind it in brackets."""
    value, _, said = measure.value.partition(" (")
    return value, said.removesuffix(")")


def _bound(word: str, measure: Measure | None) -> str:
    return f"{word} {measure.limit}" if word and measure and measure.limit else ""


def limits_of(profile: Profile) -> str:
    """A printer's limits in a sentence."""
    ink, pictures, type_, pages = profile.ink, profile.pictures, profile.type, profile.pages
    spots = profile.colours.spots
    said = [
        f"ink {ink.most:g} % as the mean of {ink.area:g} mm²",
        f"pictures {pictures.least:g} ppi{_better(pictures.low)}",
        f"line art {pictures.line_art:g} ppi{_better(pictures.line_art_low)}",
        f"type {type_.smallest:g} pt, of one ink under {type_.one_ink:g} pt{_better(type_.one_ink_low)}",
        f"black overprints under {type_.overprint:g} pt",
        f"lines {profile.lines.thinnest:g} pt",
        f"bleed {pages.bleed / MM:.3g} mm",
        f"{spots} spot colour{'' if spots == 1 else 's'}",
        *(["RGB with a profile may be"] if profile.colours.rgb else []),
        *([f"pages a multiple of {pages.multiple_of}"] if pages.multiple_of > 1 else []),
        *(["pages of several sizes may be"] if pages.mixed else []),
    ]
    text = f"{profile.title or 'The printer’s own'}: {'; '.join(said)}."
    return UNIT.sub("\u00a0", text)


def _better(limit: float) -> str:
    """What is warned of, where that is more than what is refused."""
    return f" (better {limit:g})" if limit else ""
