"""How ``digest fonts`` shows the library: a paragraph to a family, or JSON."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Settings
from pipeline.cli.show import print_json, say, show_report, terminal_width

if TYPE_CHECKING:
    from pipeline.font import Family, Library
    from pipeline.project import Project

LABEL = 12


def show_families(project: Project, settings: Settings) -> None:
    """Every family: styles, scripts, languages, features, embedding permission, licence."""
    from pipeline.font import Library

    library = Library.scan(project.font_folders())
    families = [_as_data(library, family) for family in library.families]
    if settings.json:
        refused = [{"code": f.code, "message": f.message, "hint": f.hint} for f in library.findings]
        print_json({"families": families, "findings": refused})
        return
    for family in families:
        say(click.style(family["family"], bold=True), settings)
        for label in ("styles", "scripts", "languages", "features", "embedding", "licence", "folders"):
            value = family[label]
            _paragraph(label, value if isinstance(value, str) else ", ".join(value), settings)
        say()
    show_report(library.findings, settings, project)


def _paragraph(label: str, text: str, settings: Settings) -> None:
    lines = wrap(text or "none", max(terminal_width() - LABEL - 2, 24), break_on_hyphens=False)
    for number, line in enumerate(lines):
        head = f"  {label:<{LABEL - 2}}" if number == 0 else " " * LABEL
        say(f"{click.style(head, dim=True)}  {line}", settings)


def _as_data(library: Library, family: Family) -> dict[str, Any]:
    coverage = library.coverage(family)
    return {
        "family": family.name,
        "styles": [file.style_name for file in family.files],
        "scripts": list(coverage.scripts),
        "languages": list(coverage.languages),
        "features": list(coverage.features),
        "embedding": sorted({str(file.embedding.value) for file in family.files}),
        "licence": sorted({file.licence or "none" for file in family.files}),
        "folders": sorted({file.path.rpartition("/")[0] for file in family.files}),
        "files": [file.path for file in family.files],
    }
