"""Findings: what is wrong, where, and what to type.

A finding is a value. Stages collect them and hand them on; only the command line shows them. A code is
stable for ever: its letter is the severity (E error, W warning, A advice), its number the subject. The
registry of codes in this package holds the long story that ``digest explain`` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs. Errors stop a build; warnings and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Role(StrEnum):
    """Who can put it right."""

    EDITOR = "editor"
    DESIGNER = "designer"
    DISTRIBUTION = "distribution"
    DEVELOPER = "developer"


SEVERITY_OF_LETTER = {"E": Severity.ERROR, "W": Severity.WARNING, "A": Severity.ADVICE}


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: ``code`` as in ``E204``, a one-line title, and the whole story for ``explain``."""

    code: str
    role: Role
    title: str
    story: str

    @property
    def severity(self) -> Severity:
        """Read off the code's letter."""
        return SEVERITY_OF_LETTER[self.code[0]]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: project-relative POSIX path, line and column counted from 1 (0 where unknown)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)

    def shifted(self, lines: int) -> Span:
        """The same place in a file of which this is a part that starts ``lines`` lines down."""
        return replace(self, line=self.line + lines)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``message`` is in the user's words; ``hint`` says what to type."""

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    page: str = ""

    @property
    def severity(self) -> Severity:
        """Read off the code's letter."""
        return SEVERITY_OF_LETTER[self.code[0]]

    @property
    def role(self) -> Role:
        """Who can put it right, from the registry of codes."""
        return code_named(self.code).role

    def __str__(self) -> str:
        where = f"{self.span}  " if self.span else ""
        page = f" (page {self.page})" if self.page else ""
        hint = f"  {self.hint}" if self.hint else ""
        return f"{where}{self.code}  {self.message}{page}{hint}"


def as_data(finding: Finding) -> dict[str, Any]:
    """A finding for machines, as ``--json`` and the record of a release have it."""
    span = finding.span
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "role": str(finding.role),
        "message": finding.message,
        "hint": finding.hint,
        "file": span.file if span else None,
        "line": span.line if span else 0,
        "column": span.column if span else 0,
        "page": finding.page,
    }


class Fault(Exception):  # noqa: N818 - the trade's word; it carries findings, it is not a bug
    """Stops a function that cannot go on; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(str(f) for f in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a stage or of a whole run, in the order of files and lines."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """Each finding once, errors before warnings before advice, then by place."""
        rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}
        unique = dict.fromkeys(findings)
        return cls(tuple(sorted(unique, key=lambda f: (rank[f.severity], f.span or Span(""), f.code, f.message))))

    def __add__(self, other: Report) -> Report:
        return Report.of((*self.findings, *other.findings))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings of one severity."""
        return sum(f.severity is severity for f in self.findings)

    @property
    def refuses(self) -> bool:
        """True when there is an error: nothing may be published."""
        return any(f.severity is Severity.ERROR for f in self.findings)


def code_named(code: str) -> Code:
    """The registry's entry for ``code``; KeyError when there is none."""
    from pipeline.diagnostic.codes import REGISTRY  # noqa: PLC0415 - the stories are long and seldom read

    return REGISTRY[code]
