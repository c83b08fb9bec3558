"""What a preflight comes to: one result for each check, and the verdict over all of them.

A check is a question with a name, the clauses that ask it, and a function that yields what is wrong. A check that
cannot be carried through has failed: what is not understood is not passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pipeline.measure import Box

if TYPE_CHECKING:
    from pipeline.preflight.opened import Opened

# How a clause is named in a result, by standard.
STANDARDS = {"ua1": "UA-1", "2a": "A-2"}
TITLES = {"ua1": "PDF/UA-1 (ISO 14289-1:2014)", "2a": "PDF/A-2a (ISO 19005-2:2011)"}


class State(StrEnum):
    """What a check came to."""

    PASS = "pass"  # noqa: S105 - a verdict, not a secret
    FAIL = "fail"
    NONE = "not applicable"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that a check found wrong.

    ``page`` counts from 1, 0 for the whole file; ``box`` is in page coordinates; ``value`` is what is there, ``limit``
    what should be.
    """

    message: str
    page: int = 0
    box: Box | None = None
    value: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One check's outcome, or one of several troubles of the same check. See ``Trouble`` for what is where."""

    check: str
    title: str
    clause: str
    state: State
    message: str = ""
    page: int = 0
    box: Box | None = None
    value: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All results, in the order of the checks; ``standards`` are those that were asked for."""

    standards: tuple[str, ...]
    results: tuple[Result, ...]
    pages: int = 0

    @property
    def passed(self) -> bool:
        """True when no check failed, and at least one was carried out."""
        states = {result.state for result in self.results}
        return State.FAIL not in states and State.PASS in states

    @property
    def failures(self) -> tuple[Result, ...]:
        """What stands against the file."""
        return tuple(result for result in self.results if result.state is State.FAIL)


def always(_file: Opened) -> bool:
    """For checks that every file must stand."""
    return True


@dataclass(frozen=True, slots=True)
class Check:
    """One question. ``clauses`` are pairs of a standard (a key of ``STANDARDS``) and the clause that asks it.

    ``look`` yields troubles; ``when`` is False where there is nothing to look at.
    """

    name: str
    title: str
    clauses: tuple[tuple[str, str], ...]
    look: Callable[[Opened], Iterable[Trouble]]
    when: Callable[[Opened], bool] = always

    def clause(self, standards: Iterable[str]) -> str:
        """``UA-1 7.21.5, A-2 6.2.11.5``: the clauses of those standards; empty when none of them asks."""
        asked = set(standards)
        return ", ".join(f"{STANDARDS[name]} {clause}" for name, clause in self.clauses if name in asked)
