"""The proof of a layout: every kind of page and the extremes of text and pictures, and what there is to say of it.

The issue that is set was written for the purpose and lies beside this file; its pictures are test cards. It is made
twice, the second time with as little in it as an issue can have. A layout that has errors when it is set is
shown all the same, for its designer to see them. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.build import Document
from pipeline.diagnostic import Fault, Finding, Report, Role, Span
from pipeline.edition import screen_edition
from pipeline.issue import Issue, IssueSection, load
from pipeline.layout import Layout, load_layout
from pipeline.paginate import paginate
from pipeline.pdf import Metadata
from pipeline.project import Project, built_in_folder
from pipeline.proof.judge import judge
from pipeline.proof.sheet import Volume, contact_sheet

__all__ = ["Proof", "judge", "make_proof"]

FOLDER, NAME = "pipeline/proof", "proof"
# What an editor is told in an issue, and a designer in a proof.
BY_LAYOUT = {
    "W502": "Long words want wider columns, or hyphenate: true in the style.",
    "E511": "Give it a place in a text of a master, or no issue of this layout can have it.",
}
FULL, SPARE = "full", "spare"


@dataclass(frozen=True, slots=True)
class Proof:
    """A layout's contact sheet, unless its pages cannot be made at all; and every finding."""

    document: Document | None
    report: Report


def make_proof(project: Project, name: str, progress: Callable[[str, int, int], None] | None = None) -> Proof:
    """The proof of the layout ``name``, the project's own or a built-in one; Fault when it cannot be read."""
    layout = load_layout(project, name)
    findings = list(judge(layout))
    volumes: list[Volume] = []
    full = _issue(layout)
    for title, issue in ((FULL, full), (SPARE, _spare(full))):
        try:
            makeup, report = paginate(issue, layout, project.cache)
            findings += [_of_proof(finding, title) for finding in report if _designers(finding)]
            volumes.append(Volume(title, screen_edition(project, issue, makeup, progress=progress), makeup))
        except Fault as fault:
            findings += [_of_proof(finding, title) for finding in fault.findings]
    if not volumes:
        return Proof(None, Report.of(findings))
    created = project.source_date(full.manifest.date)
    metadata = Metadata(title=f"Proof of the layout {name}", language=full.manifest.language, created=created)
    data, count = contact_sheet(volumes, layout, metadata)
    words, photos = sum(article.words for article in full.articles()), len(full.pictures)
    return Proof(Document(f"{name}.pdf", data, count, words, photos), Report.of(findings))


def _issue(layout: Layout) -> Issue:
    """The issue of extremes, to be set by ``layout``."""
    issue, report = load(Project(built_in_folder(FOLDER)), NAME)
    if issue is None:
        message = f"the proof's own issue cannot be read: {report.findings[0]}"
        raise ValueError(message)
    return replace(issue, layout=layout, sections=tuple(_with_a_jump(issue, layout)))


def _with_a_jump(issue: Issue, layout: Layout) -> Iterator[IssueSection]:
    """The sections; the longest article of all goes on elsewhere, if the layout has a template by which it may."""
    name = next((name for name, template in layout.record.templates.items() if template.jump), "")
    longest = max((a for section in issue.sections for a in section.articles), key=lambda a: a.words)
    jumping = replace(longest, head=longest.head.model_copy(update={"layout": name})) if name else longest
    for section in issue.sections:
        yield replace(section, articles=tuple(jumping if a is longest else a for a in section.articles))


def _spare(full: Issue) -> Issue:
    """The same with a short title, one section of one article, a gallery of one photo, no foreword and no advert."""
    manifest = full.manifest
    publication = manifest.publication.model_copy(update={"title": "Valley", "subtitle": ""})
    cover = manifest.cover and manifest.cover.model_copy(update={"headline": "Water", "lines": ()})
    gallery = manifest.gallery and manifest.gallery.model_copy(update={"photos": manifest.gallery.photos[:1]})
    changes = {
        "publication": publication,
        "cover": cover,
        "gallery": gallery,
        "foreword": None,
        "masthead": None,
        "adverts": (),
        "sections": manifest.sections[:1],
    }
    return replace(full, manifest=manifest.model_copy(update=changes), foreword=None, sections=full.sections[:1])


def _designers(finding: Finding) -> bool:
    """Whether it is the layout's doing, and not that of the texts and test cards."""
    return finding.role is not Role.EDITOR or finding.code in BY_LAYOUT


def _of_proof(finding: Finding, title: str) -> Finding:
    """A finding of a page: which volume it is in, and that its file is the proof's own."""
    span, page = finding.span, finding.page and f"{finding.page}, {title}"
    prefix = f"issues/{NAME}/"
    if span and span.file.startswith(prefix):
        span = Span(f"built-in proof/{span.file.removeprefix(prefix)}", span.line, span.column)
    if finding.code in BY_LAYOUT:
        hint = BY_LAYOUT[finding.code]
        return Finding("A410", finding.message, span, hint, page)
    return replace(finding, span=span, page=page)
