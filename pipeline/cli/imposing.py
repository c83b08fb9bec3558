"""The command that puts finished pages on printers' sheets: ``impose``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.command import Command, FileOf, Settings, json_option
from pipeline.cli.progress import Progress
from pipeline.cli.saving import is_wanted
from pipeline.cli.show import counted, print_json, report_as_data, say, show_report, size_of, summary
from pipeline.cli.which import shown_path
from pipeline.diagnostic import Fault, Finding, Span

if TYPE_CHECKING:
    from pipeline.imposition import Imposed, Kind, Outcome, Supply, Work

FOLDED = ("booklet", "signatures")
# The kinds of work for which an option means something; the others mean something for all.
MEANT_FOR: Mapping[str, tuple[str, ...]] = {
    "signature": ("signatures",),
    "mill": ("signatures",),
    "cover": FOLDED,
    "paper": FOLDED,
    "blanks": FOLDED,
    "gap": ("signatures", "cards"),
    "up": ("cards",),
    "sides": ("cards",),
}


class Length(click.ParamType[float]):
    """A length with its unit, from nothing up to a limit; points."""

    name = "length"

    def __init__(self, most: str) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own signature
        """The number of points."""
        from pipeline.measure import parse_length

        try:
            length = parse_length(str(value))
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)
        if not 0 <= length <= parse_length(self.most):
            self.fail(f"{value} is not between 0 and {self.most}.", param, ctx)
        return length


class SheetSize(click.ParamType[tuple[float, float]]):
    """The name or the size of a sheet; two lengths in points."""

    name = "sheet"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:  # noqa: ANN401
        """Its two sides."""
        from pipeline.imposition.paper import parse_sheet

        try:
            return parse_sheet(str(value))
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class Grid(click.ParamType[tuple[int, int]]):
    """So many across and so many down, as in 3x7."""

    name = "grid"
    most = 100

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:  # noqa: ANN401
        """Columns and rows."""
        across, _, down = str(value).lower().replace("×", "x").partition("x")
        if not (
            across.isdecimal() and down.isdecimal() and 0 < int(across) <= self.most and 0 < int(down) <= self.most
        ):
            self.fail(f"{value!r} is not so many across by so many down, as in 3x7.", param, ctx)
        return int(across), int(down)


class SheetsPlace(FileOf):
    """The path of a PDF, or of a folder: one that is there, or whose name has no ending."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """The path."""
        path = Path(value)
        return path if path.is_dir() or not path.suffix else super().convert(value, param, ctx)


PDF = click.Path(exists=True, dir_okay=False, path_type=Path)


def _option(*names: str, text: str, **settings: Any) -> Callable[[Callable[..., object]], Callable[..., object]]:  # noqa: ANN401
    """An option whose help may take several lines of code."""
    return click.option(*names, help=" ".join(text.split()), **settings)


KIND = """What is made: sheets folded once, laid in one another and stapled through the fold; sheets folded several
times, to be gathered and glued or sewn; or one card many times, to be cut."""
SHEET = """The paper: A3, SRA3, tabloid ... or 450x320mm. [default: the smallest common sheet that has room; SRA3 for
cards without --up]"""
COVER = """Whether the cover is printed with the rest (self), or on a sheet of its own, in a file of its own.
[default: self]"""
SIGNATURE = "Signatures: pages to a folded sheet. [default: 16]"
BLANKS = "Where blank pages go when the pages do not divide: at the end, or before the last page. [default: end]"
FILLER = "Pages to take in place of blank ones, one after another and over again."
PAPER = "How thick the paper is: inner pages are drawn towards the spine by it; 0 for no creep. [default: 0.1mm]"
BLEED = "How much is shown beyond the edges of pages that have it. [default: 3mm]"
GAP = "Signatures, cards: space between pages that are cut apart. [default: twice the bleed]"
MILL = "Signatures: what the binder takes off each page at the spine; 0 for sewing. [default: 3mm]"
UP = "Cards: how many across and down. [default: as many as fit]"
SIDES = """Cards: printed on one side, or on both, where every second page is a back. [default: 2 if the number of
pages is even]"""
DUPLEX = "The edge on which the printer turns sheets over. [default: the one that keeps both sides upright]"
MARKS = "Crop and registration marks, fold lines, and the line that names the sheet."
OUT = "A PDF to write, or a folder for it. [default: beside FILE.pdf, as FILE-booklet.pdf and so on]"


@click.command(cls=Command, short_help="Put finished pages on printers' sheets, to be folded or cut.")
@click.argument("file", type=PDF, metavar="FILE.pdf")
@_option(
    "--as",
    "kind",
    type=click.Choice(["booklet", "signatures", "cards"]),
    default="booklet",
    text=KIND,
)
@_option("--sheet", type=SheetSize(), metavar="SHEET", text=SHEET)
@_option("--signature", type=click.Choice(["4", "8", "16", "32"]), text=SIGNATURE)
@_option("--cover", type=click.Choice(["self", "separate"]), text=COVER)
@_option("--blanks", type=click.Choice(["end", "inside"]), text=BLANKS)
@_option("--filler", type=PDF, metavar="FILE.pdf", text=FILLER)
@_option("--paper", type=Length("2mm"), metavar="LENGTH", text=PAPER)
@_option("--bleed", type=Length("25mm"), metavar="LENGTH", text=BLEED)
@_option("--gap", type=Length("100mm"), metavar="LENGTH", text=GAP)
@_option("--mill", type=Length("15mm"), metavar="LENGTH", text=MILL)
@_option("--up", type=Grid(), metavar="3x7", text=UP)
@_option("--sides", type=click.Choice(["1", "2"]), text=SIDES)
@_option("--duplex", type=click.Choice(["long", "short"]), text=DUPLEX)
@_option("--marks/--no-marks", default=True, text=MARKS)
@_option("--out", metavar="FILE", type=SheetsPlace(".pdf"), text=OUT)
@_option("--replace", is_flag=True, text="Write over older sheets.")
@json_option
@click.pass_obj
def impose(
    settings: Settings,
    /,
    file: Path,
    kind: Kind,
    filler: Path | None,
    out: Path | None,
    replace: bool,
    **given: Any,  # noqa: ANN401 - the rest of the options, which become a Work
) -> int:
    """Put the pages of a finished PDF on printers' sheets, so that folding or cutting puts them in order.

    Ask the printing house whether it wants this at all: most take single pages with bleed and impose them
    themselves. For an office printer: digest impose FILE.pdf --sheet A3 --no-marks, then print at actual size, on
    both sides, turned on the edge that is named when it is done.
    """
    from pipeline.imposition import impose as impose_pages

    began = monotonic()
    work = _work(kind, given)
    with Progress() as progress:
        outcome = impose_pages(_supply(file), work, filler=_supply(filler) if filler else None, progress=progress)
    named = [(path, made) for path, made in zip(_places(outcome, file, out), outcome.files, strict=True)]
    _write(named, [file, *([filler] if filler else [])], replace=replace)
    seconds = monotonic() - began
    if settings.json:
        data = report_as_data(outcome.report, command="impose", issue=None, seconds=seconds)
        print_json({**data, "documents": [_as_data(path, made) for path, made in named]})
        return int(outcome.report.refuses)
    show_report(outcome.report, settings)
    if len(outcome.report):
        say()
    for path, made in named:
        say(click.style(shown_path(path), bold=True), settings)
        say(_described(made), settings)
    nothing = "" if named else "Nothing was written: "
    say(f"{nothing}{summary(outcome.report)} in {seconds:.1f} s", settings)
    return int(outcome.report.refuses)


def _work(kind: Kind, given: Mapping[str, Any]) -> Work:
    """The options as the work to be done; UsageError for one that means nothing for this kind."""
    from pipeline.imposition import Work

    for name, kinds in MEANT_FOR.items():
        if given[name] is not None and kind not in kinds:
            raise click.UsageError(f"--{name} is for --as {' or '.join(kinds)}, and this is --as {kind}.")
    told = {name: given[name] for name in ("sheet", "paper", "bleed", "gap", "mill", "up", "duplex")}
    settings = {name: value for name, value in told.items() if value is not None}
    if given["bleed"] is not None:
        settings.setdefault("gap", 2 * given["bleed"])
    return Work(
        kind=kind,
        signature=int(given["signature"] or 16),
        separate_cover=given["cover"] == "separate",
        blanks_inside=given["blanks"] == "inside",
        two_sided=given["sides"] and given["sides"] == "2",
        marks=given["marks"],
        **settings,
    )


def _supply(path: Path) -> Supply:
    """The file's bytes, under the name that was typed; Fault E102 and E103."""
    from pipeline import limits
    from pipeline.imposition import Supply
    from pipeline.project import ProjectFile

    size, most = path.stat().st_size, limits.FINISHED_PDF_BYTES
    name = path.as_posix()
    if size > most:
        message = f"{name} is too large: {size_of(size)}, allowed {size_of(most)}."
        raise Fault(Finding("E103", message, Span(name), "Impose it in parts."))
    return Supply(name, ProjectFile(name, path, size).read_bytes())


def _places(outcome: Outcome, file: Path, out: Path | None) -> list[Path]:
    """Where the files go: beside the source, in a folder, or as they were named."""
    places = []
    for made in outcome.files:
        if out is None or out.suffix.lower() != ".pdf":
            place = (out or file.parent) / f"{file.stem}-{made.name}.pdf"
        else:
            place = out.with_name(f"{out.stem}-cover{out.suffix}") if made.name.endswith("cover") else out
        places.append(place.resolve())
    return places


def _write(named: Sequence[tuple[Path, Imposed]], sources: Sequence[Path], *, replace: bool) -> None:
    """All or nothing; Fault E714 rather than over another file, E601 to E605. What is there already is left alone."""
    from pipeline.release import publish

    new = {
        path.name: made.data
        for path, made in named
        if is_wanted(path, made.data, "--out FILE.pdf", replace=replace, sources=sources)
    }
    if new:
        publish(new, named[0][0].parent)


def _described(made: Imposed) -> str:
    """How much paper of which size, and how it is turned."""
    from pipeline.imposition import called

    turned = f"on both sides, turned on the {made.turned_on} edge" if made.turned_on else "on one side"
    cards = f" with {counted(made.up, 'card')}" if made.name == "cards" else ""
    paper = f"{counted(made.sheets, 'sheet')} of {called(made.paper)}{cards}"
    return f"{paper}, printed {turned}; {size_of(len(made.data))}"


def _as_data(path: Path, made: Imposed) -> dict[str, Any]:
    """One of the ``documents`` of the JSON document; sizes in points."""
    return {
        "path": shown_path(path),
        "sheets": made.sheets,
        "sides": made.sides,
        "up": made.up,
        "paper": [round(side, 3) for side in made.paper],
        "duplex": made.turned_on,
        "bytes": len(made.data),
    }
