"""``digest impose`` as a user meets it: what it writes, what it says, and that nothing is written over unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commandline import CommandLine
from tests.imposition_desk import A4, A5, CARD, dummy, folios
from tests.test_architecture import modules_after


@pytest.fixture
def printer(digest: CommandLine) -> CommandLine:
    """The command line in a folder with some dummies, and no project anywhere."""
    for name, data in {
        "issue.pdf": dummy(8, A4),
        "six.pdf": dummy(6, A5),
        "card.pdf": dummy(2, CARD),
        "filler.pdf": dummy(1, A5, first=900),
    }.items():
        (digest.folder / name).write_bytes(data)
    return digest


def files(printer: CommandLine) -> set[str]:
    return {path.relative_to(printer.folder).as_posix() for path in printer.folder.rglob("*.pdf")}


def test_a_booklet_is_written_beside_its_source_and_what_to_do_is_said(printer: CommandLine) -> None:
    done = printer("impose", "issue.pdf")
    assert done.code == 0
    path, sheets, last = done.out.splitlines()
    assert path == "issue-booklet.pdf"
    assert re.fullmatch(r"2 sheets of SRA3, printed on both sides, turned on the short edge; \d+ kB", sheets)
    assert re.fullmatch(r"no findings in \d+\.\d s", last)
    assert [f.page for f in folios((printer.folder / path).read_bytes(), 0)] == [8, 1]


def test_findings_are_shown_and_warnings_do_not_refuse(printer: CommandLine) -> None:
    done = printer("impose", "six.pdf", "--sheet", "A4")
    assert done.code == 0
    assert "six.pdf  W716  A4 has no room for the bleed" in done.out
    assert "six.pdf  W717  6 pages do not divide by 4: pages 7 to 8 of 8 are blank." in done.out
    assert "3 warnings in" in done.out


def test_a_refusal_writes_nothing(printer: CommandLine) -> None:
    before = files(printer)
    done = printer("impose", "issue.pdf", "--sheet", "A5")
    assert done.code == 1
    assert "E713" in done.out
    assert "Nothing was written: 1 error" in done.out
    assert files(printer) == before


def test_every_option_has_its_effect(printer: CommandLine) -> None:
    arguments = ["--as", "signatures", "--signature", "4", "--sheet", "SRA3", "--paper", "0.2mm", "--bleed", "2mm"]
    more = ["--gap", "10mm", "--mill", "4mm", "--blanks", "inside", "--filler", "filler.pdf", "--duplex", "long"]
    done = printer("impose", "six.pdf", *arguments, *more, "--no-marks", "--out", "sheets.pdf")
    assert done.code == 0
    assert "2 sheets of SRA3, printed on both sides, turned on the long edge" in done.out
    data = (printer.folder / "sheets.pdf").read_bytes()
    fronts = [[f.page for f in folios(data, side)] for side in (0, 2)]
    assert fronts == [[4, 1], [6, 5]]
    left, right = folios(data, 0)
    assert right.x - left.x == pytest.approx(A5[0] + 8 * 72 / 25.4, abs=0.02)


def test_cards_are_repeated(printer: CommandLine) -> None:
    done = printer("impose", "card.pdf", "--as", "cards", "--up", "2x4", "--sheet", "A4", "--sides", "1", "--no-marks")
    assert done.code == 0
    assert "2 sheets of A4 with 8 cards, printed on one side" in done.out
    assert len(folios((printer.folder / "card-cards.pdf").read_bytes(), 1)) == 8


def test_a_separate_cover_has_a_file_of_its_own_in_the_folder_that_was_named(printer: CommandLine) -> None:
    assert printer("impose", "issue.pdf", "--cover", "separate", "--out", "out").code == 0
    assert printer("impose", "issue.pdf", "--cover", "separate", "--out", "out/mine.pdf").code == 0
    names = {"issue-booklet.pdf", "issue-booklet-cover.pdf", "mine.pdf", "mine-cover.pdf"}
    assert {f"out/{name}" for name in names} <= files(printer)


def test_an_older_file_is_not_written_over_unless_asked(printer: CommandLine) -> None:
    old = printer.folder / "issue-booklet.pdf"
    old.write_bytes(b"what was sent to the printer")
    done = printer("impose", "issue.pdf")
    assert done.code == 1
    assert "E714  issue-booklet.pdf is there already, and is not the same." in done.err
    assert "To write over it: --replace." in done.err
    assert old.read_bytes() == b"what was sent to the printer"
    assert printer("impose", "issue.pdf", "--replace").code == 0
    assert old.read_bytes().startswith(b"%PDF")


def test_when_one_of_two_files_is_in_the_way_neither_is_written(printer: CommandLine) -> None:
    (printer.folder / "issue-booklet-cover.pdf").write_bytes(b"older")
    before = files(printer)
    assert printer("impose", "issue.pdf", "--cover", "separate").code == 1
    assert files(printer) == before


def test_the_same_sheets_again_are_no_fault_and_are_left_alone(printer: CommandLine) -> None:
    assert printer("impose", "issue.pdf").code == 0
    written = printer.folder / "issue-booklet.pdf"
    before = written.stat().st_mtime_ns
    assert printer("impose", "issue.pdf").code == 0
    assert written.stat().st_mtime_ns == before


@pytest.mark.parametrize("out", ["sheets", "v2.1"])
def test_sheets_go_into_a_folder_that_is_there_or_whose_name_has_no_ending(printer: CommandLine, out: str) -> None:
    (printer.folder / "v2.1").mkdir()
    assert printer("impose", "issue.pdf", "--out", out).code == 0
    assert f"{out}/issue-booklet.pdf" in files(printer)


@pytest.mark.parametrize("out", ["issue.pdf", "filler.pdf"])
def test_what_the_sheets_are_made_from_is_never_written_over(printer: CommandLine, out: str) -> None:
    before = (printer.folder / out).read_bytes()
    (printer.folder / "issue.pdf").write_bytes(dummy(6, A5))
    before = (printer.folder / out).read_bytes()
    done = printer("impose", "issue.pdf", "--filler", "filler.pdf", "--out", out, "--replace")
    assert done.code == 1
    assert f"E714  {out} is what this is made from" in done.err
    assert (printer.folder / out).read_bytes() == before


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    printer: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.limits.FINISHED_PDF_BYTES", 100)
    done = printer("impose", "issue.pdf")
    assert done.code == 1
    assert "E103  issue.pdf is too large" in done.err


def test_machines_get_every_file_with_what_a_printer_is_told(printer: CommandLine) -> None:
    done = printer("impose", "issue.pdf", "--cover", "separate", "--json")
    assert done.code == 0
    data = done.data
    assert (data["command"], data["issue"], data["ok"]) == ("impose", None, True)
    body, cover = data["documents"]
    assert (body["path"], body["sheets"], body["sides"]) == ("issue-booklet.pdf", 1, 2)
    assert (cover["path"], cover["duplex"], cover["up"]) == ("issue-booklet-cover.pdf", "short", 2)
    assert [round(side) for side in body["paper"]] == [1276, 907]
    assert body["bytes"] == (printer.folder / "issue-booklet.pdf").stat().st_size
    refused = printer("impose", "issue.pdf", "--sheet", "A5", "--json")
    assert (refused.code, refused.data["documents"]) == (1, [])
    assert refused.data["findings"][0]["code"] == "E713"


@pytest.mark.parametrize(
    "arguments,said",
    [
        (["--mill", "3mm"], "--mill is for --as signatures, and this is --as booklet."),
        (["--as", "cards", "--cover", "self"], "--cover is for --as booklet or signatures, and this is --as cards."),
        (["--sheet", "A33"], "'A33' is not a sheet; name one of A5, A4, SRA4"),
        (["--paper", "0.1"], "'0.1' is not a length; write a number and a unit"),
        (["--paper", "9mm"], "9mm is not between 0 and 2mm."),
        (["--bleed", "-1mm"], "-1mm is not between 0 and 25mm."),
        (["--as", "cards", "--up", "0x3"], "'0x3' is not so many across by so many down, as in 3x7."),
        (["--as", "cards", "--up", "3"], "'3' is not so many across by so many down, as in 3x7."),
        (["--signature", "12", "--as", "signatures"], "'12' is not one of"),
        (["--filler", "gone.pdf"], "'gone.pdf' does not exist."),
        (["--out", "sheets.txt"], "sheets.txt does not end in .pdf; say sheets.pdf"),
    ],
)
def test_what_makes_no_sense_is_a_fault_of_usage(printer: CommandLine, arguments: list[str], said: str) -> None:
    done = printer("impose", "issue.pdf", *arguments)
    assert done.code == 2
    assert said in re.sub(r"\s+", " ", done.err)


def test_the_readme_tells_of_every_option(printer: CommandLine) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    options = set(re.findall(r"^\s+(--[a-z]+)", printer("impose", "--help").out, re.MULTILINE)) - {"--json"}
    assert len(options) == 16
    assert {option for option in options if f"`{option}" not in readme} == set()


def test_the_parser_of_pdf_is_loaded_by_this_command_alone() -> None:
    assert "pypdf" not in modules_after("impose", "--help")
    assert "pypdf" not in modules_after("check", "2023-q2")
