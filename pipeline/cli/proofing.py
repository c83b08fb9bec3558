"""The command that shows a designer what a layout makes of extremes: ``proof``."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Any

import click
from click.shell_completion import CompletionItem

from pipeline.cli.command import Command, Settings, json_option, silent
from pipeline.cli.progress import Progress
from pipeline.cli.show import counted, document_as_data, print_json, report_as_data, say, show_report, size_of, summary
from pipeline.cli.which import any_project, shown_path


@silent
def _complete_layout(_ctx: click.Context, _parameter: click.Parameter, given: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=where) for name, where in any_project().layouts() if name.startswith(given)]


@click.command(cls=Command, short_help="Show what a layout makes of every kind of page, and of extremes.")
@click.argument("layout", shell_complete=_complete_layout)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the PDF goes; dist/proof in the project when left out.",
)
@json_option
@click.pass_obj
def proof(settings: Settings, layout: str, out: Path | None) -> int:
    """Make a contact sheet of every kind of page of a layout, and say what is wrong with it.

    LAYOUT is one that digest layouts lists. The texts and pictures are the program's own, and extreme: a headline of
    one word and of four lines, no photo, six photos, the longest name, a month of one article. The PDF is written
    even where there are errors, so that they can be seen.
    """
    from pipeline.proof import make_proof
    from pipeline.release import write_atomic

    began = monotonic()
    project = any_project()
    with Progress() as progress:
        made = make_proof(project, layout, progress)
    written: dict[str, Any] | None = None
    if made.document is not None:
        path = ((out or project.root / "dist" / "proof") / made.document.name).resolve()
        write_atomic(path, made.document.data)
        numbers = {"pages": made.document.pages, "words": made.document.words, "photos": made.document.photos}
        written = document_as_data(path, **numbers, size=len(made.document.data))
    seconds = monotonic() - began
    if settings.json:
        print_json(report_as_data(made.report, command="proof", issue=None, document=written, seconds=seconds))
        return int(made.report.refuses)
    show_report(made.report, settings, project)
    if len(made.report):
        say()
    if made.document is not None:
        say(click.style(shown_path(path), bold=True), settings)
        say(f"{counted(made.document.pages, 'page')}, {size_of(len(made.document.data))}", settings)
    say(f"{layout}: {summary(made.report)} in {seconds:.1f} s", settings)
    return int(made.report.refuses)
