"""What a preflight comes to: one result for each check, and the verdict over all of them.

A check is a question with a name, the clauses that ask it, and a function that yields what is wrong. A check that
cannot be carried through has failed: what is not understood is not passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pipeline.diagnostic import Severity
from pipeline.measure import Box

if TYPE_CHECKING:
    from pipeline.preflight.opened import Opened

# How a clause is named in a result, by standard.
STANDARDS = {"ua1": "UA-1", "2a": "A-2", "x4": "X-4", "press": "press"}
TITLES = {
    "ua1": "PDF/UA-1 (ISO 14289-1:2014)",
    "2a": "PDF/A-2a (ISO 19005-2:2011)",
    "x4": "PDF/X-4 (ISO 15930-7:2010)",
    "press": "the printer's limits (the keys of a profile)",
}


class State(StrEnum):
    """What a check came to."""

    PASS = "pass"  # noqa: S105 - a verdict, not a secret
    FAIL = "fail"
    NONE = "not applicable"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that a check found wrong.

    ``page`` counts from 1, 0 for the whole file; ``box`` is in page coordinates; ``value`` is what is there, ``limit``
    what should be. An error stands against the file; a warning and advice do not. ``what`` lies there: ``type``,
    ``area``, ``line``, ``picture`` or ``shading``; ``ink`` for a place without regard to what prints it; or nothing.
    """

    message: str
    page: int = 0
    box: Box | None = None
    value: str = ""
    limit: str = ""
    severity: Severity = Severity.ERROR
    what: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a check measured, whether it is within its limit or not: the value that comes nearest to it, and where."""

    value: str
    limit: str = ""
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One check's outcome, or one of several troubles of the same check. See ``Trouble`` for what is where.

    One that is passed has what was measured in its ``value``, with its limit and place.
    """

    check: str
    title: str
    clause: str
    state: State
    message: str = ""
    page: int = 0
    box: Box | None = None
    value: str = ""
    limit: str = ""
    severity: Severity = Severity.ERROR
    what: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All results, in the order of the checks; ``standards`` are those that were asked for.

    ``measures`` are pairs of a check's name and what it measured, of passed checks and of others.
    """

    standards: tuple[str, ...]
    results: tuple[Result, ...]
    pages: int = 0
    measures: tuple[tuple[str, Measure], ...] = ()

    def measured(self, check: str) -> Measure | None:
        """What a check measured; None for one that measures nothing, or could not."""
        return next((measure for name, measure in self.measures if name == check), None)

    @property
    def passed(self) -> bool:
        """True when nothing stands against the file, and at least one check was carried out to a good end."""
        return not self.failures and any(result.state is State.PASS for result in self.results)

    @property
    def failures(self) -> tuple[Result, ...]:
        """What stands against the file."""
        return tuple(r for r in self.results if r.state is State.FAIL and r.severity is Severity.ERROR)

    @property
    def remarks(self) -> tuple[Result, ...]:
        """What was found and does not stand against the file: warnings and advice."""
        return tuple(r for r in self.results if r.state is State.FAIL and r.severity is not Severity.ERROR)


def always(_file: Opened) -> bool:
    """For checks that every file must stand."""
    return True


def unmeasured(_file: Opened) -> Measure | None:
    """For checks of what is so or not so."""
    return None


@dataclass(frozen=True, slots=True)
class Check:
    """One question. ``clauses`` are pairs of a standard (a key of ``STANDARDS``) and the clause that asks it.

    ``look`` yields troubles; ``when`` is False where there is nothing to look at. ``measure`` gives the value that
    comes nearest to its limit, or that describes the file, where there is one.
    """

    name: str
    title: str
    clauses: tuple[tuple[str, str], ...]
    look: Callable[[Opened], Iterable[Trouble]]
    when: Callable[[Opened], bool] = always
    measure: Callable[[Opened], Measure | None] = unmeasured

    def clause(self, standards: Iterable[str]) -> str:
        """``UA-1 7.21.5, A-2 6.2.11.5``: the clauses of those standards; empty when none of them asks."""
        asked = set(standards)
        return ", ".join(f"{STANDARDS[name]} {clause}" for name, clause in self.clauses if name in asked)
