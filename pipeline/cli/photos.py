"""The command of the photo desk: ``photos``.

``--json``: ``command``, ``issue``, ``placed`` (whether pages could be made), ``photos``, each with ``file``, ``use``
(cover, portrait, opener, gallery, filler, an article's path, or empty), ``width`` and ``height`` in pixels (null where
it cannot be read), ``caption``, ``credit``, ``alt``, ``copyright``, ``consent``, ``decorative``, ``from_file`` (those
texts that came with the file) and ``places``, each with ``page``, ``width`` and ``height`` in millimetres, and ``ppi``;
``document`` (null, or ``path`` and ``pages``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Command, FileOf, Settings, issue_argument, json_option
from pipeline.cli.progress import Progress
from pipeline.cli.saving import replace_option, save
from pipeline.cli.show import counted, cut, cut_within, print_json, say, stopped, table, terminal_width, width_of
from pipeline.cli.which import choose_issue, find_project, shown_path
from pipeline.diagnostic import Fault, Report

if TYPE_CHECKING:
    from pipeline.issue import Issue
    from pipeline.page import Makeup
    from pipeline.photodesk import ListedPhoto
    from pipeline.project import Project

HEADING = ("photo", "pixels", "page", "mm", "ppi", "credit")
LEAST_PATH = 16


@click.command(cls=Command, short_help="List every picture: size, place, credit, consent.")
@issue_argument
@click.option("--pdf", metavar="FILE", type=FileOf(".pdf"), help="Write a contact sheet as PDF too.")
@replace_option("an older contact sheet")
@json_option
@click.pass_obj
def photos(settings: Settings, issue: str, pdf: Path | None, replace: bool) -> int:
    """List every picture of an issue: pixels, page, resolution where it stands, credit, rights and consent.

    Pages are made as digest build would make them now; of an issue with errors, places are not known.
    ISSUE is a name or a path; without it, the issue in whose folder you are, or the newest.
    """
    from pipeline import issue as issues
    from pipeline.photodesk import photos_of

    project = find_project()
    name = choose_issue(project, issue)
    loaded, report = issues.load(project, name)
    if loaded is None:
        return stopped(report, settings, project, command="photos", issue=name)
    makeup = _makeup(project, loaded, report)
    found = photos_of(project, loaded, makeup)
    document = _write(project, loaded, found, pdf, replace=replace) if pdf else None
    if settings.json:
        listed = [_as_data(photo) for photo in found]
        placed = makeup is not None
        print_json({"command": "photos", "issue": name, "placed": placed, "photos": listed, "document": document})
        return 0
    for line in _shown(found, loaded):
        say(line, settings)
    say()
    notes = [f"{name}: {_summary(found, loaded)}"]
    notes += [] if makeup else [f"Where they stand is not known, because the issue has errors: digest check {name}"]
    for note in notes:
        say(fill(note, terminal_width()), settings)
    if document:
        say(f"{click.style(document['path'], bold=True)}: {counted(document['pages'], 'page')}", settings)
    return 0


def _makeup(project: Project, issue: Issue, report: Report) -> Makeup | None:
    """The pages; None where errors stand in the way."""
    from pipeline import issue as issues
    from pipeline.build import BuildOptions, make_up

    if issue.layout is None or (report + issues.check(issue)).refuses:
        return None
    try:
        with Progress() as progress:
            return make_up(project, issue, BuildOptions(progress=progress))[0]
    except Fault:
        return None


def _write(project: Project, issue: Issue, found: Sequence[ListedPhoto], pdf: Path, *, replace: bool) -> dict[str, Any]:
    from pipeline.photodesk import photo_sheet

    if issue.layout is None:
        raise click.UsageError("A contact sheet wants a layout that can be used: digest check says what is wrong.")
    data, pages = photo_sheet(project, issue, issue.layout, found)
    save(pdf, data, "--pdf FILE.pdf", replace=replace)
    return {"path": shown_path(pdf.resolve()), "pages": pages}


def _as_data(photo: ListedPhoto) -> dict[str, Any]:
    from pipeline.measure import MM

    picture = photo.picture
    return {
        "file": photo.path,
        "use": photo.use,
        "width": picture.width if picture else None,
        "height": picture.height if picture else None,
        "caption": photo.caption,
        "credit": photo.credit,
        "alt": photo.alt,
        "copyright": photo.copyright,
        "consent": photo.consent,
        "decorative": photo.decorative,
        "from_file": photo.from_file,
        "places": [
            {
                "page": place.page,
                "width": round(place.width / MM, 1),
                "height": round(place.height / MM, 1),
                "ppi": int(place.ppi),
            }
            for place in photo.places
        ],
    }


def _shown(found: Sequence[ListedPhoto], issue: Issue) -> Iterator[str]:
    """Lines for the terminal: a table, and below a picture what else is known of it."""
    rows = [row for photo in found for row in _rows(photo, issue)]
    widths = [max(width_of(cell) for cell in column) for column in zip(HEADING, *rows, strict=True)]
    room = max(terminal_width() - sum(widths[1:]) - 2 * (len(HEADING) - 1), LEAST_PATH)
    lines = iter(table([(cut_within(row[0], room), *row[1:]) for row in rows], HEADING, fold=False))
    yield next(lines)
    for photo in found:
        yield from (next(lines) for _ in _rows(photo, issue))
        for word, text in (("©", photo.copyright), ("consent:", photo.consent)):
            if text:
                yield click.style(cut(f"    {word} {text.removeprefix(word).strip()}", terminal_width()), dim=True)
        if photo.from_file:
            yield click.style(f"    from the file: {', '.join(photo.from_file)}", dim=True)


def _rows(photo: ListedPhoto, issue: Issue) -> list[tuple[str, ...]]:
    """A row for each place of a picture."""
    from pipeline.measure import MM

    picture = photo.picture
    unseen = "unreadable" if photo.path in issue.in_folder["photos"] else "not there"
    size = f"{picture.width}×{picture.height}" if picture else unseen
    name = photo.path.removeprefix("photos/")
    credit = cut(photo.credit, 24) or click.style("none" if photo.use else "not used", fg="yellow")
    if not photo.places:
        return [(name, size, "", "", "", credit)]
    places = [(str(p.page), f"{p.width / MM:.0f}", _ppi(p.ppi, issue)) for p in photo.places]
    return [(name, size, *places[0], credit), *(("", "", *place, "") for place in places[1:])]


def _ppi(ppi: float, issue: Issue) -> str:
    """The resolution, in red where print refuses it and in yellow where it is soft."""
    wanted = issue.layout.record.print if issue.layout else None
    colour = None
    if wanted and ppi < wanted.ppi:
        colour = "red" if ppi < wanted.least_ppi else "yellow"
    return click.style(f"{int(ppi)}", fg=colour)


def _summary(found: Sequence[ListedPhoto], issue: Issue) -> str:
    used = [photo for photo in found if photo.use]
    facts = [
        counted(len({photo.path for photo in used}), "picture"),
        f"{sum(not photo.credit for photo in used)} without credit",
        f"{sum(not (photo.alt or photo.decorative) for photo in used)} without description",
        f"{sum(bool(photo.consent) for photo in used)} with a note of consent",
    ]
    wanted = issue.layout.record.print.ppi if issue.layout else 0
    soft = len({photo.path for photo in used if any(place.ppi < wanted for place in photo.places)})
    facts += [f"{soft} below {wanted:g} ppi"] if soft else []
    return ", ".join([*facts, f"{len(found) - len(used)} not used"])
