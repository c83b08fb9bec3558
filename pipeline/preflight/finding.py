"""A verdict as findings, for those who build: one for each check that failed; and as data, for machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from pipeline.diagnostic import Finding, Report, Span
from pipeline.preflight.values import TITLES, Result, Verdict

UNKNOWN: Mapping[Result, Span] = MappingProxyType({})


def report_on(verdict: Verdict, name: str, sources: Mapping[Result, Span] = UNKNOWN) -> Report:
    """E701 for each check that failed, at its first trouble; nothing where all is proved. ``name`` is the file's.

    A result that ``sources`` have is told at that line of what the file was made from, others at the file. What keeps
    several checks from being carried out is told once.
    """
    first: dict[str, list[Result]] = {}
    told: dict[str, str] = {}
    for result in verdict.failures:
        if told.setdefault(result.message, result.check) == result.check:
            first.setdefault(result.check, []).append(result)
    claims = " and ".join(TITLES[standard].partition(" (")[0] for standard in verdict.standards)
    return Report.of(_finding(found, claims, sources.get(found[0], Span(name))) for found in first.values())


def as_data(verdict: Verdict, file: str, sources: Mapping[Result, Span] = UNKNOWN) -> dict[str, Any]:
    """The JSON document of ``digest preflight --json``, as ``pipeline.cli.judging`` describes it."""
    about = {"file": file, "ok": verdict.passed, "standards": verdict.standards, "pages": verdict.pages}
    return {**about, "results": [_result_as_data(result, sources.get(result)) for result in verdict.results]}


def _result_as_data(result: Result, source: Span | None) -> dict[str, Any]:
    place = asdict(source) if source else None
    return {**asdict(result), "state": str(result.state), "severity": str(result.severity), "source": place}


def _finding(results: list[Result], claims: str, span: Span) -> Finding:
    result = results[0]
    more = f" (and {len(results) - 1} more of that kind)" if len(results) > 1 else ""
    value = f" [{result.value}]" if result.value else ""
    message = f"The PDF does not prove {claims}: {result.message.rstrip('.')}{value}, {result.clause}{more}."
    hint = "See digest explain E701; digest preflight FILE.pdf tells all."
    return Finding("E701", message, span, hint, str(result.page) if result.page else "")
