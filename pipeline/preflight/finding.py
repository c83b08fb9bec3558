"""A verdict as findings, for those who build: one for each check that failed."""

from __future__ import annotations

from pipeline.diagnostic import Finding, Report, Span
from pipeline.preflight.values import TITLES, Result, Verdict


def report_on(verdict: Verdict, name: str) -> Report:
    """E701 for each check that failed, at its first trouble; nothing where all is proved. ``name`` is the file's.

    What keeps several checks from being carried out is told once.
    """
    first: dict[str, list[Result]] = {}
    told: dict[str, str] = {}
    for result in verdict.failures:
        if told.setdefault(result.message, result.check) == result.check:
            first.setdefault(result.check, []).append(result)
    claims = " and ".join(TITLES[standard].partition(" (")[0] for standard in verdict.standards)
    return Report.of(_finding(results, claims, name) for results in first.values())


def _finding(results: list[Result], claims: str, name: str) -> Finding:
    result = results[0]
    more = f" (and {len(results) - 1} more of that kind)" if len(results) > 1 else ""
    value = f" [{result.value}]" if result.value else ""
    message = f"The PDF does not prove {claims}: {result.message.rstrip('.')}{value}, {result.clause}{more}."
    hint = "See digest explain E701; digest preflight FILE.pdf tells all."
    return Finding("E701", message, Span(name), hint, str(result.page) if result.page else "")
