"""The command ``digest``: the one place that prints, and the one that knows exit codes.

Exit codes: 0 good, 1 findings that refuse (warnings and advice do not), 2 usage, 3 a defect of the program,
130 stopped. Click alone is imported before a command is known; each command imports what it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

import click

from pipeline import __version__
from pipeline.cli import (
    asking,
    desk,
    importing,
    imposing,
    judging,
    linting,
    making,
    photos,
    planning,
    proofing,
    releasing,
    starting,
    state,
)
from pipeline.cli.command import Settings, shared_options
from pipeline.cli.show import show_faults
from pipeline.diagnostic import Fault, Finding

FINDINGS, USAGE, INTERNAL, STOPPED = 1, 2, 3, 130


class Digest(click.Group):
    """The group; commands are listed in the order of work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they were added."""
        del ctx
        return list(self.commands)


@click.group(
    cls=Digest,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=shared_options(hidden=False),
    epilog="Without a command, digest says what can be done next.",
)
@click.version_option(__version__, "-V", "--version", message="digest %(version)s")
@click.pass_context
def digest(ctx: click.Context) -> None:
    """Turn a folder of text files and photographs into a finished publication."""
    if ctx.invoked_subcommand is None:
        state.show_state(ctx.ensure_object(Settings))


for command in (
    *(starting.init, starting.new, desk.plan, importing.import_, photos.photos, desk.status),
    *(making.check, linting.lint, making.build, planning.flatplan, planning.pin),
    *(releasing.release, imposing.impose),
    *(judging.reading, judging.preflight),
    *(asking.explain, asking.schema, asking.fonts, asking.layouts, proofing.proof, asking.completion),
):
    digest.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    gc.disable()  # searching for rings of dead objects takes longer than a command lives, and they are few
    # No package that happens to be installed may look into what is read; nor is time spent on searching for one.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # An old console may lack a dash or an accent; that is no reason to stop.
            stream.reconfigure(errors="replace")
    code = run(arguments)
    gc.freeze()  # What is left goes with the process: Python would search through all of it, and more than once.
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code."""
    settings = Settings(colour=False if os.environ.get("NO_COLOR") else None)
    try:
        outcome = digest.main(
            None if arguments is None else list(arguments), prog_name="digest", standalone_mode=False, obj=settings
        )
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped. Nothing was left half written.", err=True)
        return STOPPED
    except Fault as fault:
        show_faults(fault.findings, settings)
        return FINDINGS
    except Exception as error:  # noqa: BLE001 - the last resort, which says how to report
        show_faults((_defect(error, settings),), settings)
        return INTERNAL
    return outcome if isinstance(outcome, int) else 0


def _defect(error: Exception, settings: Settings) -> Finding:
    if settings.debug:
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    hint = "" if settings.debug else "Run it again with --debug, and report what that prints."
    return Finding("E901", f"The program failed ({what}). This is its fault, not yours.", hint=hint)
