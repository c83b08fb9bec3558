"""The commands that tell something: ``explain``, ``schema``, ``fonts``, ``layouts``, ``completion``."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from textwrap import fill

import click
from click.shell_completion import CompletionItem, get_completion_class

from pipeline.cli.command import Command, Settings, json_option
from pipeline.cli.schemas import SCHEMAS, write_schemas
from pipeline.cli.show import COLOURS, say, table, terminal_width
from pipeline.cli.which import any_project, find_project, shown_path
from pipeline.diagnostic import Code, Role

BUSINESS = {
    Role.EDITOR: "the editor",
    Role.DESIGNER: "the designer",
    Role.DISTRIBUTION: "distribution",
    Role.DEVELOPER: "the program's developers",
}


def _complete_code(_ctx: click.Context, _parameter: click.Parameter, given: str) -> list[CompletionItem]:
    from pipeline.diagnostic.codes import REGISTRY

    return [CompletionItem(c, help=e.title) for c, e in REGISTRY.items() if c.startswith(given.upper())]


@click.command(cls=Command, short_help="Tell the whole story of a finding.")
@click.argument("code", required=False, default="", shell_complete=_complete_code)
@click.pass_obj
def explain(settings: Settings, code: str) -> None:
    """Tell the whole story of a finding's CODE; without it, list all codes."""
    from pipeline.diagnostic.codes import REGISTRY

    if not code:
        for line in table(
            [(_coloured(entry), entry.title) for entry in sorted(REGISTRY.values(), key=lambda e: e.code[1:])]
        ):
            say(line, settings)
        return
    wanted = code.upper()
    entry = REGISTRY.get(wanted) or next((e for e in REGISTRY.values() if e.code[1:] == wanted), None)
    if entry is None:
        near = get_close_matches(wanted, list(REGISTRY), 1, 0.6)
        hint = f"Did you mean {near[0]}?" if near else "digest explain lists them all."
        raise click.UsageError(f"There is no code {code!r}. {hint}")
    say(f"{_coloured(entry)}  {click.style(entry.title, bold=True)}", settings)
    say(f"{str(entry.severity).capitalize()}; the business of {BUSINESS[entry.role]}.", settings)
    for paragraph in entry.story.split("\n\n"):
        say()
        # What is indented is to be typed as it stands.
        as_it_stands = paragraph.startswith("    ")
        say(paragraph if as_it_stands else fill(" ".join(paragraph.split()), min(terminal_width(), 88)), settings)


def _coloured(entry: Code) -> str:
    return click.style(entry.code, fg=COLOURS[entry.severity], bold=True)


@click.command(cls=Command, short_help="Write schemas by which text editors complete and check.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the schemas go; .digest/schemas in the project when left out.",
)
@click.pass_obj
def schema(settings: Settings, out: Path | None) -> None:
    """Write JSON Schemas of manifest, articles and layouts, by which text editors complete and check while typing."""
    for path in write_schemas((out or find_project().root / SCHEMAS).resolve()):
        say(shown_path(path), settings)


@click.command(cls=Command, short_help="List the layouts that a manifest can name, or copy one to change it.")
@click.option(
    "--copy",
    nargs=2,
    metavar="LAYOUT NAME",
    help="Copy a layout, built in or your own, to layouts/NAME in the project: --copy voice mine",
)
@click.pass_obj
def layouts(settings: Settings, copy: tuple[str, str] | None) -> None:
    """List the layouts that a manifest can name: the project's own and the built-in ones.

    With --copy, make a layout of your own from one of them; nothing that is there is changed.
    """
    if copy:
        from pipeline.cli.starting import copy_layout

        copy_layout(*copy, settings)
        return
    for line in table(any_project().layouts(), heading=("layout", "where")):
        say(line, settings)


@click.command(cls=Command, short_help="List the font families and what they can set.")
@json_option
@click.pass_obj
def fonts(settings: Settings) -> None:
    """List the font families: styles, scripts, languages, features, embedding and licence."""
    from pipeline.cli.families import show_families

    show_families(any_project(), settings)


@click.command(cls=Command, short_help="Print the script that completes commands in a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script by which SHELL completes commands, issues and articles.

    \b
    bash   eval "$(digest completion bash)"     in ~/.bashrc
    zsh    eval "$(digest completion zsh)"      in ~/.zshrc
    fish   digest completion fish | source      in ~/.config/fish/config.fish
    """  # noqa: D301 - click keeps the lines behind the character, not behind its name
    found = get_completion_class(shell)
    context = click.get_current_context().find_root()
    assert found is not None  # noqa: S101 - the choice above offers only shells that click knows
    click.echo(found(context.command, {}, "digest", "_DIGEST_COMPLETE").source())
