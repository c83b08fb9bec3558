"""The flow: load, check, compose and paginate, paint, finish, verify. Each takes frozen values and gives them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.contrast import low_contrasts, on_photos
from pipeline.diagnostic import Fault, Report
from pipeline.flatplan import flatplan_before, written
from pipeline.issue import Issue, check, load
from pipeline.layout import Layout
from pipeline.page import Makeup, PictureItem
from pipeline.paginate import paginate_again
from pipeline.picture import Originals
from pipeline.project import Project

if TYPE_CHECKING:
    from pipeline.press import Order

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """``only`` is the path of one article, as the manifest names it; ``photos`` original passes them through.

    With a ``press`` order the edition is for a printer.
    """

    only: str = ""
    photos: Literal["screen", "original"] = "screen"
    press: Order | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A finished publication: its file name, its bytes and what is in it."""

    name: str
    data: bytes
    pages: int
    words: int
    photos: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: a document, unless the report refuses it; and the text of its flatplan, where it is new."""

    document: Document | None
    report: Report
    flatplan: str = ""


def build(project: Project, name: str, options: BuildOptions | None = None) -> Outcome:
    """Builds an edition of the issue ``name``. Nothing is written here."""
    options = options or BuildOptions()
    issue, report = load(project, name)
    if issue is None or issue.layout is None:
        return Outcome(None, report)
    report += check(issue)
    if report.refuses:
        return Outcome(None, report)
    ahead = options.photos == "original" and not options.only
    try:
        with Originals((issue.files[name], picture) for name, picture in issue.pictures.items() if ahead) as photos:
            before, faults = flatplan_before(project, issue)
            if faults:
                return Outcome(None, report + Report.of(faults))
            makeup, found, flatplan = paginate_again(issue, issue.layout, before, project.cache, options.only)
            report += found + _contrasts(project, issue, issue.layout, makeup, options)
            if report.refuses:
                return Outcome(None, report)
            new = "" if options.only or flatplan == before else written(flatplan)
            document, found = _published(project, issue, makeup, photos, options)
            found += Report() if options.press else _proved(document, options)
            return Outcome(None, report + found) if found.refuses else Outcome(document, report + found, new)
    except Fault as fault:
        return Outcome(None, report + Report.of(fault.findings))


def _proved(document: Document, options: BuildOptions) -> Report:
    """What the finished file claims and does not prove, read back from its bytes; nothing where it proves all."""
    from pipeline.preflight import preflight, report_on  # noqa: PLC0415 - only what was made is read back

    if options.progress:
        options.progress("proof", 0, 1)
    return report_on(preflight(document.data), document.name)


def make_up(project: Project, issue: Issue, options: BuildOptions) -> tuple[Makeup, Report]:
    """The issue's pages, and what was found in making them up. The issue's layout must be there."""
    if issue.layout is None:
        message = "an issue without a layout cannot be made up"
        raise ValueError(message)
    before, faults = flatplan_before(project, issue)
    makeup, report, _ = paginate_again(issue, issue.layout, before, project.cache, options.only)
    return makeup, report + Report.of(faults)


def _contrasts(project: Project, issue: Issue, layout: Layout, makeup: Makeup, options: BuildOptions) -> Report:
    """What stands out too little. Photos that pass through as they are are not opened, so not looked at either."""
    found = [*low_contrasts(layout, "W411")]
    if options.photos == "screen":
        found += on_photos(issue, makeup, project.cache)
    return Report.of(found)


def _published(
    project: Project, issue: Issue, makeup: Makeup, originals: Originals, options: BuildOptions
) -> tuple[Document, Report]:
    from pipeline.edition import press_edition, screen_edition  # noqa: PLC0415 - only builds that succeed write PDF

    original, progress, found = options.photos == "original", options.progress, Report()
    if options.press:
        data, found = press_edition(project, issue, makeup, options.press, progress)
    else:
        data = screen_edition(project, issue, makeup, original=original, originals=originals, progress=progress)
    items = [item for page in makeup.pages for item in page.items]
    photos = len({item.picture for item in items if isinstance(item, PictureItem)})
    articles = [a for a in issue.articles() if not options.only or a.path == options.only]
    stem = issue.name if not options.only else f"{issue.name}-{articles[0].path.rsplit('/', 1)[-1].removesuffix('.md')}"
    name = f"{stem}-press.pdf" if options.press else f"{stem}.pdf"
    return Document(name, data, len(makeup.pages), sum(a.words for a in articles), photos), found
