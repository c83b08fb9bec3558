"""A verdict as findings, for those who build: one for each check that failed; and as data, for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from pipeline.diagnostic import Finding, Report, Severity, Span
from pipeline.preflight.values import TITLES, Result, Verdict

UNKNOWN: Mapping[Result, Span] = MappingProxyType({})
# The codes under which the same is told of a photo, an advert or a swatch, where the issue is looked at.
TOLD_AS = {
    "resolution": frozenset({"E311", "W312", "W733"}),
    "small-inks": frozenset({"W726", "W735"}),
    "rich-type": frozenset({"W726", "W735"}),
    "small-type": frozenset({"W735"}),
    "hairlines": frozenset({"W735"}),
}


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


def remarks_on(
    verdict: Verdict, name: str, sources: Mapping[Result, Span] = UNKNOWN, known: Iterable[Finding] = ()
) -> Report:
    """W704 and A705 for each check that has a warning or advice, at its first place; none that ``known`` tells of.

    What is known of a line under one of the codes in ``TOLD_AS`` is not told of it again.
    """
    told = {(finding.code, _line(finding.span)) for finding in known}
    first: dict[str, list[Result]] = {}
    for result in verdict.remarks:
        line = _line(sources.get(result))
        if not any((code, line) in told for code in TOLD_AS.get(result.check, ())):
            first.setdefault(result.check, []).append(result)
    return Report.of(_remark(found, sources.get(found[0], Span(name))) for found in first.values())


def _line(span: Span | None) -> tuple[str, int]:
    return (span.file, span.line) if span else ("", 0)


def _remark(results: list[Result], span: Span) -> Finding:
    result = results[0]
    more = f" (and {len(results) - 1} more of that kind)" if len(results) > 1 else ""
    value = f" [{result.value}; wanted: {result.limit}]" if result.value and result.limit else ""
    message = f"The printer may remark: {result.message.rstrip('.')}{value}{more}."
    hint = "digest preflight FILE.pdf --profile press tells all."
    code = "W704" if result.severity is Severity.WARNING else "A705"
    return Finding(code, message, span, hint, str(result.page) if result.page else "")


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
