"""A verdict as findings, for those who build: one for each check that failed; and as data, for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    "total-ink": frozenset({"W732"}),
    "bleed-content": frozenset({"W721", "W722"}),
    "black-overprint": frozenset({"W736"}),
    "white-overprint": frozenset({"W734"}),
    "register-colour": frozenset({"W734"}),
    "spot-names": frozenset({"W728", "W734"}),
    "spot-count": frozenset({"A731"}),
}


def report_on(
    verdict: Verdict, name: str, sources: Mapping[Result, Span] = UNKNOWN, known: Iterable[Finding] = ()
) -> Report:
    """E701 for each check that failed, at its first trouble; nothing where all is proved. ``name`` is the file's.

    A result that ``sources`` have is told at that line of what the file was made from, others at the file. What keeps
    several checks from being carried out is told once. What ``known`` says of the same line is said in its words.
    """
    known = tuple(known)
    first: dict[str, list[Result]] = {}
    told: dict[str, str] = {}
    for result in verdict.failures:
        if told.setdefault(result.message, result.check) == result.check:
            first.setdefault(result.check, []).append(result)
    claims = " and ".join(TITLES[standard].partition(" (")[0] for standard in verdict.standards)
    return Report.of(
        _finding(found, claims, sources.get(found[0], Span(name)), next(_same(found, sources, known), None))
        for found in first.values()
    )


def untold(verdict: Verdict, sources: Mapping[Result, Span], known: Report) -> Report:
    """What is known and no refusal says of the same line."""
    refused = [finding for result in verdict.failures for finding in _same([result], sources, known)]
    return Report.of(finding for finding in known if finding not in refused)


def _same(results: Iterable[Result], sources: Mapping[Result, Span], known: Iterable[Finding]) -> Iterator[Finding]:
    """What is known of the lines of results under one of the codes in ``TOLD_AS``."""
    for result in results:
        codes, line = TOLD_AS.get(result.check, ()), _line(sources.get(result))
        yield from (finding for finding in known if finding.code in codes and _line(finding.span) == line)


def remarks_on(
    verdict: Verdict, name: str, sources: Mapping[Result, Span] = UNKNOWN, known: Iterable[Finding] = ()
) -> Report:
    """W704 and A705 for each check that has a warning or advice, at its first place; none that ``known`` tells of.

    What is known of a line under one of the codes in ``TOLD_AS`` is not told of it again.
    """
    known, first = tuple(known), dict[str, list[Result]]()
    for result in verdict.remarks:
        if not any(_same([result], sources, known)):
            first.setdefault(result.check, []).append(result)
    return Report.of(_remark(found, sources.get(found[0], Span(name))) for found in first.values())


def _line(span: Span | None) -> tuple[str, int]:
    return (span.file, span.line) if span else ("", 0)


def _remark(results: list[Result], span: Span) -> Finding:
    result = results[0]
    more = f" (and {len(results) - 1} more of that kind)" if len(results) > 1 else ""
    value = _measured(result) if result.limit else ""
    message = f"The printer may remark: {result.message.rstrip('.')}{value}{more}."
    hint = "digest preflight FILE.pdf --profile press tells all."
    code = "W704" if result.severity is Severity.WARNING else "A705"
    return Finding(code, message, span, hint, str(result.page) if result.page else "")


def alike(results: Iterable[Result], sources: Mapping[Result, Span] = UNKNOWN) -> tuple[tuple[Result, ...], ...]:
    """The results, those together that say the same of several pages, of the same place on them and of one line."""
    groups: dict[object, list[Result]] = {}
    for result in results:
        place = (round(result.box.left), round(result.box.top)) if result.box else None
        said = (result.check, result.state, result.message, result.value, result.limit, result.severity)
        groups.setdefault((said, place, sources.get(result)), []).append(result)
    return tuple(map(tuple, groups.values()))


def as_data(verdict: Verdict, file: str, sources: Mapping[Result, Span] = UNKNOWN) -> dict[str, Any]:
    """The JSON document of ``digest preflight --json``, as ``pipeline.cli.judging`` describes it."""
    about = {"file": file, "ok": verdict.passed, "standards": verdict.standards, "pages": verdict.pages}
    return {**about, "results": [_result_as_data(result, sources.get(result)) for result in verdict.results]}


def _result_as_data(result: Result, source: Span | None) -> dict[str, Any]:
    place = asdict(source) if source else None
    return {**asdict(result), "state": str(result.state), "severity": str(result.severity), "source": place}


def _finding(results: list[Result], claims: str, span: Span, same: Finding | None) -> Finding:
    result = results[0]
    more = f" (and {len(results) - 1} more of that kind)" if len(results) > 1 else ""
    value = _measured(result)
    said = same.message.rstrip(".") if same else f"{result.message.rstrip('.')}{value}"
    message = f"The PDF does not prove {claims}: {said}, {result.clause}{more}."
    hint = (same and same.hint) or "digest explain E701 tells what to do."
    return Finding("E701", message, span, hint, str(result.page) if result.page else "")


def _measured(result: Result) -> str:
    """What was found, and what should be."""
    wanted = f"; wanted: {result.limit}" if result.limit else ""
    return f" [{result.value}{wanted}]" if result.value else ""
