"""The desk: what is remarked on an issue, kept for as long as nothing of what was read changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from pipeline import yamlfile
from pipeline.copydesk.values import Correction, Remark
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.housestyle import HouseStyle
from pipeline.issue import Issue
from pipeline.issue.texts import all_passages
from pipeline.project import Project
from pipeline.record import read_record

ALGORITHM = 5
STYLE = "style.yaml"
SPELLING_LIBRARY = "hunspell"


def lint(project: Project, issue: Issue, *, at_once: bool = False) -> tuple[Remark, ...]:
    """Every remark on an issue, each once; from the cache where the same was read before.

    With ``at_once`` what takes time (looking at photos, spelling) is left out, unless it is known already.
    """
    style, found = house_style(project, issue)
    texts = _identity(_texts(issue, style))
    quick, read = f"lint/{ALGORITHM}/at once/{texts}", f"lint/{ALGORITHM}/read/{texts}"
    # Photos and dictionaries are told apart by reading of them: not before these texts were read with any.
    whole = "" if at_once and project.cache.get(read) is None else f"lint/{ALGORITHM}/{_whole(project, issue, texts)}"
    for key in (whole, quick) if at_once else (whole,):
        kept = project.cache.get(key) if key else None
        remarks = _unpacked(kept) if kept else None
        if remarks is not None:
            return (*found, *remarks)
    from pipeline.copydesk.rules import all_remarks  # noqa: PLC0415 - an issue that did not change needs no rules

    remarks = all_remarks(project, issue, style, at_once=at_once)
    project.cache.put(quick if at_once else whole, _packed(remarks))
    if not at_once:
        project.cache.put(read, b"whole")
    return (*found, *remarks)


def languages_of(issue: Issue) -> tuple[str, ...]:
    """The languages of an issue and its articles, each once."""
    return tuple(dict.fromkeys((issue.language(), *(issue.language(article) for article in issue.articles()))))


def why_not_spelled(project: Project, issue: Issue) -> str:
    """Why spelling is not checked, as what would do; nothing when it is."""
    missing = [language for language in languages_of(issue) if project.dictionary(language) is None]
    if missing:
        name = missing[0].replace("-", "_")
        return f"there is no hunspell dictionary for {', '.join(missing)} (dictionaries/{name}.aff and .dic would do)"
    return "" if find_spec(SPELLING_LIBRARY) else "pip install 'digest-pipeline[spelling]' is needed"


def house_style(project: Project, issue: Issue) -> tuple[HouseStyle, tuple[Remark, ...]]:
    """The layout's word list with the issue's own, and what is wrong with the latter."""
    usual = issue.layout.record.house_style if issue.layout else HouseStyle()
    if STYLE not in project.listing(issue.folder, STYLE):
        return usual, ()
    try:
        file = project.file(STYLE, issue.folder)
        own, findings = read_record(HouseStyle, yamlfile.parse(file.read_text(), file.path), "The word list")
    except Fault as fault:
        return usual, tuple(Remark(finding) for finding in fault.findings)
    return usual.plus(own) if own else usual, tuple(Remark(finding) for finding in findings)


def _identity(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)} ".encode() + part)
    return found.hexdigest()


def _texts(issue: Issue, style: HouseStyle) -> Iterator[bytes]:
    """The same for the same word list and texts, those that come with photos among them."""
    yield style.model_dump_json().encode()
    articles = dict.fromkeys(article.path for article in issue.articles())
    for path in ("issue.yaml", *articles):
        yield f"{issue.folder}/{path}".encode()
        yield issue.files[path].read_bytes()
    yield from (passage.text.encode() for passage in all_passages(issue))


def _whole(project: Project, issue: Issue, texts: str) -> str:
    """The same for the same texts, photos and dictionaries."""
    return _identity((texts.encode(), *_beside_texts(project, issue)))


def _beside_texts(project: Project, issue: Issue) -> Iterator[bytes]:
    for path in sorted(issue.pictures):
        yield f"{path} {issue.files[path].fingerprint()}".encode()
    if find_spec(SPELLING_LIBRARY):
        for language in languages_of(issue):
            dictionary = project.dictionary(language)
            files = (dictionary.affixes, dictionary.words) if dictionary else ()
            yield f"{language} {' '.join(file.fingerprint() for file in files)}".encode()


def _packed(remarks: tuple[Remark, ...]) -> bytes:
    rows = []
    for one in remarks:
        finding, correction = one.finding, one.correction
        span, made = _row(finding.span), None
        if correction:
            made = [_row(correction.span), correction.old, correction.new, _row(correction.value)]
        rows.append([finding.code, finding.message, span, finding.hint, made])
    return json.dumps(rows, ensure_ascii=False).encode()


def _row(span: Span | None) -> list[str | int] | None:
    return [span.file, span.line, span.column] if span else None


def _unpacked(kept: bytes) -> tuple[Remark, ...] | None:
    """What the cache kept; None where it is damaged."""
    try:
        return tuple(
            Remark(
                Finding(code, message, Span(*span) if span else None, hint),
                Correction(Span(*made[0]), made[1], made[2], Span(*made[3]) if made[3] else None) if made else None,
            )
            for code, message, span, hint, made in json.loads(kept)
        )
    except (ValueError, TypeError, IndexError):
        return None
