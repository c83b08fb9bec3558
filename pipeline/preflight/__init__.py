"""The judge of finished files: reads the bytes back and proves what they claim, or says what keeps them from it.

Nothing of the writers is asked. ``preflight`` carries out the checks of the standards that are named, each with its
clause; ``read_aloud`` gives the file as a screen reader meets it. What is not understood is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.preflight.opened import Opened, Unreadable
from pipeline.preflight.reading import Heard, Reading, read_aloud
from pipeline.preflight.values import STANDARDS, TITLES, Check, Result, State, Verdict

__all__ = [
    "STANDARDS",
    "TITLES",
    "Heard",
    "Reading",
    "Result",
    "State",
    "Unreadable",
    "Verdict",
    "preflight",
    "read_aloud",
]

SCREEN = ("ua1", "2a")
MOST_TROUBLES = 25


def preflight(data: bytes, standards: Sequence[str] = SCREEN) -> Verdict:
    """The verdict on the file in ``data``: one result for each check, or for each trouble that a check finds.

    ``standards`` are keys of ``STANDARDS``; ValueError for another.
    """
    if unknown := sorted(set(standards) - set(STANDARDS)):
        message = f"no such standard: {', '.join(unknown)}"
        raise ValueError(message)
    names = tuple(standards)
    try:
        file = Opened(data)
    except Unreadable as error:
        clause = ", ".join(f"{STANDARDS[name]} 6.1" for name in names)
        return Verdict(names, (Result("file", "The file can be read", clause, State.FAIL, f"It cannot: {error}."),))
    with file:
        results = [result for check in _checks(names) for result in _carried_out(check, file, names)]
        return Verdict(names, tuple(results), len(file.pdf.pages))


def _checks(standards: tuple[str, ...]) -> Iterator[Check]:
    from pipeline.preflight import colours, interaction, metadata, semantics, syntax, tables, tagging, typefaces

    for module in (syntax, metadata, tagging, semantics, tables, interaction, typefaces, colours):
        yield from (check for check in module.CHECKS if check.clause(standards))


def _carried_out(check: Check, file: Opened, standards: tuple[str, ...]) -> Iterator[Result]:
    clause = check.clause(standards)
    troubles = []
    try:
        if not check.when(file):
            yield Result(check.name, check.title, clause, State.NONE)
            return
        for trouble in check.look(file):
            troubles.append(trouble)
            if len(troubles) > MOST_TROUBLES:
                break
    except Unreadable as error:
        yield Result(check.name, check.title, clause, State.FAIL, f"It cannot be looked into: {error}.")
    except Exception as error:  # noqa: BLE001 - what is built in a way that no check foresees is not passed
        what = f"{type(error).__name__}: {error}"
        yield Result(check.name, check.title, clause, State.FAIL, f"The file is not built as it should be ({what}).")
    else:
        if not troubles:
            yield Result(check.name, check.title, clause, State.PASS)
    for trouble in troubles[:MOST_TROUBLES]:
        yield Result(
            check.name,
            check.title,
            clause,
            State.FAIL,
            trouble.message,
            trouble.page,
            trouble.box,
            trouble.value,
            trouble.limit,
        )
    if len(troubles) > MOST_TROUBLES:
        yield Result(
            check.name, check.title, clause, State.FAIL, f"There is more of that: only {MOST_TROUBLES} are told."
        )
