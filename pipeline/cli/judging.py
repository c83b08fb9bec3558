"""The commands that read a finished PDF back: ``preflight`` proves its claims, ``reading`` reads it out.

``--json`` of ``preflight``: ``file``, ``ok``, ``standards``, ``pages`` and ``results``, each with ``check``, ``title``,
``clause``, ``state`` (pass, fail, not applicable), ``message``, ``page`` (0 for the whole file), ``box`` (null, or
left, top, width and height in points from the upper left corner of the trim), ``value``, ``limit``, ``severity``
(error; warning and advice do not count against the file), ``what`` lies there (type, area, line, picture, shading, ink,
or nothing) and ``source`` (null, or ``file`` in the project, ``line`` and ``column`` that it was made from; of files
that were built here). A result that is passed has what was measured in ``value``. Of ``reading``:
``file``, ``title``, ``language``, ``pages`` and ``heard``, as ``pipeline.preflight.Heard`` describes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from pipeline.cli.command import Command, FileOf, Settings, complete_issue, json_option
from pipeline.cli.progress import Progress
from pipeline.cli.saving import replace_option, save
from pipeline.cli.show import UNBROKEN, counted, print_json, say, terminal_width
from pipeline.cli.state import SCREEN_EDITIONS, changed_since, last_made
from pipeline.cli.which import choose_issue, find_project, shown_path, typed, typed_path
from pipeline.diagnostic import Fault, Finding, Span

if TYPE_CHECKING:
    from pipeline.preflight import Heard, Profile, Reading, Result, Verdict
    from pipeline.project import Project

SIGNS: dict[str, tuple[str, str, str]] = {
    "pass": ("✓", "ok", "green"),
    "error": ("✗", "NO", "red"),
    "warning": ("!", "! ", "yellow"),
    "advice": ("·", ". ", "cyan"),
    "not applicable": ("–", "--", ""),
}
GRAVEST = ("error", "warning", "advice")
GUTTER, INDENT = 12, 2
# Stands in every file that says it follows PDF/X, in its metadata or its Info.
CLAIM_OF_PRINT = b"GTS_PDFX"
# Groups that a listener should know to be in, by what they are called; others go without saying.
GROUPS = {"Aside": "box", "BlockQuote": "quotation", "Note": "note", "TOC": "contents"}


def _complete_pdf(ctx: click.Context, parameter: click.Parameter, given: str) -> list[CompletionItem]:
    return complete_issue(ctx, parameter, given) or [CompletionItem(given, type="file")]


def _complete_profile(_ctx: click.Context, _parameter: click.Parameter, given: str) -> list[CompletionItem]:
    from pipeline.preflight import profile_names

    names = ["screen", *profile_names()]
    return [CompletionItem(name) for name in names if name.startswith(given)] or [CompletionItem(given, type="file")]


@click.command(cls=Command, short_help="Read a finished PDF out, as a screen reader meets it.")
@click.argument("issue_or_file", required=False, default="", metavar="[ISSUE|FILE.pdf]", shell_complete=_complete_pdf)
@json_option
@click.pass_obj
def reading(settings: Settings, issue_or_file: str) -> int:
    """Read a finished PDF out, as a screen reader meets it.

    Headings with their levels, texts of pictures, lists, tables cell by cell, links with where they lead, languages
    that change: all of it from the file itself, in its reading order. Of an ISSUE, the PDF for screens is read that
    digest build or digest release made last.
    """
    from pipeline.preflight import Unreadable, read_aloud

    path = _finished(issue_or_file)
    data = _bytes_of(path)
    try:
        found = read_aloud(data)
    except Unreadable as error:
        raise Fault(Finding("E702", f"{path.name} cannot be read out: {error}.", Span(shown_path(path)))) from error
    if not found.heard:
        hint = "digest build makes PDFs that have one."
        raise Fault(Finding("E702", f"{path.name} has no structure to be read by.", Span(shown_path(path)), hint))
    if settings.json:
        about = {"title": found.title, "language": found.language, "pages": found.pages}
        print_json({"file": shown_path(path), **about, "heard": [asdict(heard) for heard in found.heard]})
        return 0
    for line in _read_out(found):
        say(line, settings)
    return 0


@click.command(cls=Command, short_help="Prove what a finished PDF claims, clause by clause.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option(
    "--profile",
    default="screen",
    show_default=True,
    metavar="NAME|FILE.yaml",
    shell_complete=_complete_profile,
    help="screen: PDF/UA-1, PDF/A-2a. press, magazine, sheet-fed, a file of yours: PDF/X-4, a printer's limits.",
)
@click.option("--failures", is_flag=True, help="Print what failed alone.")
@click.option(
    "--report",
    metavar="OUT.pdf",
    type=FileOf(".pdf"),
    help="Write a report of one page too: facts, faults, and pages with each place marked.",
)
@replace_option("an older report")
@json_option
@click.pass_obj
def preflight(settings: Settings, file: Path, profile: str, failures: bool, report: Path | None, replace: bool) -> int:
    """Prove what a finished PDF claims, clause by clause.

    The file is read back, whoever made it. UA-1 is ISO 14289-1 (PDF/UA-1), A-2 is ISO 19005-2 (PDF/A-2, level A), X-4
    is ISO 15930-7 (PDF/X-4, with the clause of ISO 32000-1 in brackets), press are the keys of the profile. What is
    not understood is not passed. Of a file that was built in this project, the line that a fault comes from is told.
    Exit code 1 when something failed; warnings and advice do not count.
    """
    from pipeline.preflight import PRESS, SCREEN, as_data
    from pipeline.preflight import preflight as judge

    if replace and not report:
        raise click.UsageError("--replace is for a report; say --report OUT.pdf too.")
    press = None if profile == "screen" else _press_profile(profile)
    data = _bytes_of(file)
    verdict = judge(data, PRESS if press else SCREEN, press)
    project, sources = _sources(verdict, file, data)
    if report:
        asked = Asked(file, profile, press)
        _write_report(report, asked, data, verdict, sources, replace=replace)
    if settings.json:
        print_json(as_data(verdict, shown_path(file.resolve()), sources))
        return int(not verdict.passed)
    for line in _table(verdict.failures if failures else verdict.results, sources, project):
        say(line, settings)
    say()
    say(_summary(file, verdict), settings)
    if not press and not verdict.passed and CLAIM_OF_PRINT in data:
        say(f"It is made for a printer: digest preflight {typed_path(file.resolve())} --profile press", settings)
    if report:
        say(f"{click.style(shown_path(report.resolve()), bold=True)} tells it on one page", settings)
    return int(not verdict.passed)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the file, the profile's name or path; and the profile, None for screens."""

    file: Path
    name: str
    profile: Profile | None

    @property
    def command(self) -> str:
        """The same again."""
        options = f" --profile {typed(self.name)}" if self.profile else ""
        return f"digest preflight {typed(self.file.name)}{options}"


def _write_report(
    path: Path, asked: Asked, data: bytes, verdict: Verdict, sources: Mapping[Result, Span], *, replace: bool
) -> None:
    """Fault E714 rather than over another file, E601 to E605."""
    from pipeline.reportsheet import report_sheet

    with Progress() as progress:
        sheet = report_sheet(
            asked.file.name,
            data,
            verdict,
            profile=asked.profile,
            sources=sources,
            command=asked.command,
            advance=lambda done, total: progress("pages", done, total),
        )
    save(path, sheet, "--report OUT.pdf", replace=replace, sources=(asked.file,))


def _bytes_of(path: Path) -> bytes:
    from pipeline.limits import FINISHED_PDF_BYTES
    from pipeline.project import given_file

    return given_file(path, FINISHED_PDF_BYTES).file.read_bytes()


def _sources(verdict: Verdict, file: Path, data: bytes) -> tuple[Project | None, Mapping[Result, Span]]:
    """The lines that results come from, where the file was built in the project here, or in that which it lies in."""
    from pipeline.pagemap import kept
    from pipeline.project import Project

    for start in (Path.cwd(), file.resolve().parent):
        try:
            project = Project.around(start)
        except Fault:
            continue
        if pages := kept(project.cache, data):
            return project, pages.sources_of(verdict)
    return None, {}


def _clickable(span: Span, project: Project | None) -> str:
    """A line as it can be clicked from the working folder; one of the program's own files as it is called."""
    place = project.root / span.file if project else Path(span.file)
    return str(Span(shown_path(place), span.line, span.column) if place.exists() else span)


def _press_profile(name: str) -> Profile:
    """A profile by its name or its path; Fault E101 to E123 and E703."""
    from pipeline.limits import TEXT_BYTES
    from pipeline.preflight import built_in_profile, read_profile
    from pipeline.project import given_file

    if not name.lower().endswith((".yaml", ".yml")):
        return built_in_profile(name)
    file = given_file(Path(name), TEXT_BYTES).file
    return read_profile(file.read_text(), file.path)


def _finished(given: str) -> Path:
    """The PDF that is meant: a file, or the last one of an issue for screens; Fault E107, UsageError without one."""
    if given.lower().endswith(".pdf"):
        return Path(given).resolve()
    project = find_project()
    name = choose_issue(project, given)
    path = last_made(project, name, SCREEN_EDITIONS)
    if path is None:
        raise click.UsageError(f"{name} has no PDF yet: digest build {name}")
    if changed := changed_since(project, name, path):
        click.echo(f"{counted(changed, 'file')} changed since {shown_path(path)} was made.", err=True)
    return path


# ---------------------------------------------------------------------- preflight


def _table(results: Sequence[Result], sources: Mapping[Result, Span], project: Project | None) -> Iterator[str]:
    """A row to each check, with what it found below it and the lines that this comes from."""
    from pipeline.preflight import alike

    plain = not (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    rows: dict[str, list[Result]] = {}
    for result in results:
        rows.setdefault(result.check, []).append(result)
    width = max((len(found[0].clause) for found in rows.values()), default=0)
    told: set[str] = set()
    for found in rows.values():
        grave = min((r.severity for r in found), key=GRAVEST.index) if found[0].state == "fail" else found[0].state
        *signs, colour = SIGNS[grave]
        sign = signs[plain]
        line = f"{found[0].clause:<{width}}  {found[0].title}{_measured(found[0])}"
        yield f"{click.style(sign, fg=colour)} {line}" if colour else click.style(f"{sign} {line}", dim=True)
        for group in alike(found, sources):
            said = _told(group)
            if group[0].message and said not in told:
                told.add(said)
                yield from wrap(said, terminal_width(), initial_indent="    ", subsequent_indent="      ")
                if group[0] in sources:
                    yield f"      {click.style(_clickable(sources[group[0]], project), bold=True)}"


def _measured(result: Result) -> str:
    """What a check measured that was passed."""
    where = f" on page {result.page}" if result.page else ""
    return f": {result.value}{where}" if result.state == "pass" and result.value else ""


def _told(group: Sequence[Result]) -> str:
    """What is found, and on which pages."""
    from pipeline.measure import run_of

    result, pages = group[0], sorted({one.page for one in group if one.page})
    page = f"page{'s' * (len(pages) > 1)} {run_of(pages)}: " if pages else ""
    place = f" At {round(result.box.left)}, {round(result.box.top)} pt." if result.box else ""
    value = f" Found: {result.value}." if result.value else ""
    limit = f" Wanted: {result.limit}." if result.limit else ""
    return f"{page}{result.message}{value}{limit}{place}"


def _summary(file: Path, verdict: Verdict) -> str:
    from pipeline.preflight import TITLES

    claims = " and ".join(TITLES[name].partition(" (")[0] for name in verdict.standards)
    failed = len({result.check for result in verdict.failures})
    if verdict.passed:
        warnings = len({result.check for result in verdict.remarks if result.severity == "warning"})
        counts = [f"warnings of {counted(warnings, 'check')}"] if warnings else []
        said = "; ".join([f"{click.style('proves', fg='green')} {claims}", *counts])
        return f"{click.style(file.name, bold=True)}: {said}"
    said = click.style("does not prove", fg="red")
    return f"{click.style(file.name, bold=True)}: {said} {claims}; {counted(failed, 'check')} failed"


# ---------------------------------------------------------------------- reading


def _read_out(found: Reading) -> Iterator[str]:
    """The whole text: what a thing is stands in the margin."""
    yield click.style(found.title or "without a title", bold=True)
    yield f"in {found.language or 'no language'}, {counted(found.pages, 'page')}"
    page = 0
    for heard in found.heard:
        if heard.page not in {0, page}:
            page = heard.page
            yield ""
            yield click.style(f"page {page}", dim=True)
        yield from _thing(heard)
    yield ""
    kinds = [heard.kind for heard in found.heard]
    links = sum(len(heard.links) for heard in found.heard)
    numbers = [(kinds.count(kind), kind) for kind in ("heading", "picture", "table")] + [(links, "link")]
    yield ", ".join(counted(number, kind) for number, kind in numbers)


def _thing(heard: Heard) -> Iterator[str]:
    """One thing that is heard, wrapped, with its links below."""
    margin = _margin(heard)
    text = heard.text or ("says nothing" if heard.kind in {"heading", "picture"} else "")
    if heard.kind == "table":
        text = f"{counted(heard.level, 'row')} {text}".strip()
    elif heard.kind == "row":
        text = " | ".join(heard.cells)
    text = " ".join(part for part in (heard.label, text, f"[{heard.language}]" if heard.language else "") if part)
    indent = " " * (GUTTER + INDENT * max(0, heard.level - 1) * (heard.kind not in {"heading", "table"}))
    lines = wrap(text, terminal_width(), initial_indent=indent, subsequent_indent=indent, break_long_words=False)
    for number, line in enumerate(lines or [indent]):
        shown = click.style(line[GUTTER:], bold=heard.kind == "heading" or (bool(heard.heads) and all(heard.heads)))
        yield (click.style(f"{margin:<{GUTTER}}", fg="cyan") if not number else " " * GUTTER) + shown
    for said, target in heard.links:
        of_what = "" if said == heard.text else f"  ({said})"
        yield from _under(indent, "→", f"{target or 'nowhere'}{of_what}")
    for said, language in heard.foreign:
        yield from _under(indent, f"[{language}]", said)


def _under(indent: str, sign: str, text: str) -> Iterator[str]:
    """What belongs to the text above it, behind a sign; addresses stay whole."""
    lines = wrap(f"{sign} {text}", terminal_width(), initial_indent=indent, subsequent_indent=f"{indent}  ", **UNBROKEN)
    yield lines[0].replace(sign, click.style(sign, fg="cyan"), 1)
    yield from lines[1:]


def _margin(heard: Heard) -> str:
    if heard.kind == "heading":
        return f"heading {heard.level}" if heard.level else "heading"
    if heard.kind == "paragraph":
        return next((GROUPS[name] for name in reversed(heard.inside) if name in GROUPS), "")
    return {"contents entry": "contents", "list item": "item", "text": "", "row": ""}.get(heard.kind, heard.kind)
