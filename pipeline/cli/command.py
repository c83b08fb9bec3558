"""What all commands share: settings, the options that may stand anywhere, and arguments that complete."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

Completion = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


@dataclass(slots=True)
class Settings:
    """What the options before and behind a command ask for."""

    debug: bool = False
    json: bool = False
    colour: bool | None = None
    """True and False force; None leaves it to whether the output is a terminal."""


def _set_debug(ctx: click.Context, _parameter: click.Parameter, given: bool) -> None:
    if given:
        ctx.ensure_object(Settings).debug = True


def _set_plain(ctx: click.Context, _parameter: click.Parameter, given: bool) -> None:
    if given:
        ctx.ensure_object(Settings).colour = False
    # Click's own messages (usage, help) go by the context.
    ctx.color = ctx.ensure_object(Settings).colour


def _set_json(ctx: click.Context, _parameter: click.Parameter, given: bool) -> None:
    if given:
        ctx.ensure_object(Settings).json = True


def shared_options(*, hidden: bool) -> list[click.Parameter]:
    """``--debug`` and ``--no-colour``, which may stand before or behind the command."""
    return [
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            callback=_set_debug,
            hidden=hidden,
            help="Show the traceback of a defect of the program.",
        ),
        click.Option(
            ["--no-colour", "--no-color"],
            is_flag=True,
            expose_value=False,
            callback=_set_plain,
            hidden=hidden,
            help="Print without colours (NO_COLOR in the environment does the same).",
        ),
    ]


class Command(click.Command):
    """A command that takes the shared options too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        super().__init__(*args, **kwargs)
        self.params.extend(shared_options(hidden=True))


class FileOf(click.Path):
    """The path of a file to be written, whose name must end as its kind does, as in ``.pdf``."""

    def __init__(self, *endings: str) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self.endings = endings

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """The path."""
        path = Path(str(super().convert(value, param, ctx)))
        if path.suffix.lower() not in self.endings:
            self.fail(f"{path} does not end in {self.endings[0]}; say {path.with_suffix(self.endings[0])}", param, ctx)
        return path


def json_option(function: Callable[..., object]) -> Callable[..., object]:
    """``--json``: one JSON document on standard output, for machines."""
    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_set_json,
        help="Print one JSON document instead of text.",
    )(function)


def issue_argument(function: Callable[..., object]) -> Callable[..., object]:
    """``[ISSUE]``: a name or a path; completes."""
    return click.argument("issue", required=False, default="", shell_complete=complete_issue)(function)


def silent(complete: Completion) -> Completion:
    """Completion that says nothing, for somebody is typing: where something is wrong, nothing is completed."""

    @wraps(complete)
    def completed(ctx: click.Context, parameter: click.Parameter, given: str) -> list[CompletionItem]:
        from pipeline.diagnostic import Fault

        try:
            with redirect_stderr(StringIO()):
                return complete(ctx, parameter, given)
        except Fault:
            return []

    return completed


@silent
def complete_issue(_ctx: click.Context, _parameter: click.Parameter, given: str) -> list[CompletionItem]:
    """The names of the issues, for the shell."""
    from pipeline.cli.which import find_project

    return [CompletionItem(name) for name in find_project().issues() if name.startswith(given)]
