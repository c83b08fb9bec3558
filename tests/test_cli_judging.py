"""``digest reading`` and ``digest preflight``, as an editor and a distributor meet them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commandline import CommandLine
from tests.good_file import good_file
from tests.mutants import STRUCTURE
from tests.mutants_press import good_press_file
from tests.mutants_printing import MUTANTS as PRESS_MUTANTS
from tests.pdf_samples import blank, document, text_of
from tests.test_preflight_untrimmed import A4, A5, in_rgb, pages_of

LOOSE = next(mutant for mutant in STRUCTURE if mutant.name == "content without a tag")


@pytest.fixture
def desk(digest: CommandLine) -> CommandLine:
    """A folder with a good file, one with content that no reader meets, and one without structure."""
    files = {"good.pdf": good_file(), "loose.pdf": LOOSE.made_of(good_file()), "plain.pdf": document(blank)}
    for name, data in files.items():
        (digest.folder / name).write_bytes(data)
    return digest


def test_reading_says_headings_pictures_lists_tables_and_links(desk: CommandLine) -> None:
    done = desk("reading", "good.pdf")
    assert done.code == 0
    lines = [line.rstrip() for line in done.out.splitlines()]
    assert lines[:2] == ["The Quarterly: A Digest, 2nd quarter 2023", "in en-GB, 8 pages"]
    assert "picture     A road over hills." in lines
    assert "heading 3   What was agreed" in lines
    assert "item        • the first of two points;" in lines
    assert "table       3 rows" in lines
    assert "            Almaty | 2 million" in lines
    assert "            → https://www.example.org/almaty  (an address)" in lines
    assert "page 5" in lines
    assert lines[-1] == "8 headings, 2 pictures, 1 table, 10 links"


def test_reading_gives_the_same_to_machines(desk: CommandLine) -> None:
    data = desk("reading", "good.pdf", "--json").data
    assert {key: data[key] for key in ("file", "language", "pages")} == {
        "file": "good.pdf",
        "language": "en-GB",
        "pages": 8,
    }
    heading = next(heard for heard in data["heard"] if heard["kind"] == "heading")
    assert (heading["text"], heading["level"], heading["page"]) == ("The Quarterly", 1, 1)


def test_reading_wraps_to_the_terminal(desk: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = desk("reading", "good.pdf").out.splitlines()
    assert max(len(line) for line in lines if "www" not in line) <= 50


@pytest.mark.parametrize("name", ["plain.pdf", "text.pdf"])
def test_a_file_that_no_reader_can_follow_is_refused(desk: CommandLine, name: str) -> None:
    (desk.folder / "text.pdf").write_text("no PDF", encoding="utf-8")
    done = desk("reading", name)
    assert done.code == 1
    assert "E702" in done.err


def test_a_file_that_is_not_there_is_said_to_be_so(desk: CommandLine) -> None:
    for command in ("reading", "preflight"):
        done = desk(command, "gone.pdf")
        assert done.code == 1
        assert "E101" in done.err


def test_an_issue_is_read_from_its_release_where_that_is_newer_than_its_build(newsletter: CommandLine) -> None:
    folder = newsletter.folder / "dist" / "2026-q4"
    folder.mkdir(parents=True)
    for name in ("2026-q4-screen.pdf", "2026-q4-press-x4.pdf"):
        (folder / name).write_bytes(good_file())
    assert newsletter("reading", "2026-q4", "--json").data["file"] == "dist/2026-q4/2026-q4-screen.pdf"
    (folder / "2026-q4.pdf").write_bytes(good_file())
    for name, seconds in (("2026-q4.pdf", 4e9), ("2026-q4-screen.pdf", 5e9)):
        os.utime(folder / name, (seconds, seconds))
        assert newsletter("reading", "2026-q4", "--json").data["file"] == f"dist/2026-q4/{name}"


def test_an_issue_is_read_from_its_last_build(newsletter: CommandLine) -> None:
    done = newsletter("reading", "2026-q4")
    assert done.code == 2
    assert "digest build 2026-q4" in done.err
    assert newsletter("build", "2026-q4").code == 0
    assert "heading 1" in newsletter("reading", "2026-q4").out
    newsletter.edit("issues/2026-q4/articles/foreword.md", "sample", "first")
    assert "1 file changed since" in newsletter("reading", here="issues/2026-q4").err


def test_preflight_prints_each_check_with_its_clause(desk: CommandLine) -> None:
    done = desk("preflight", "good.pdf")
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "✓ UA-1 7.1, A-2 6.7.2.1 All content is tagged or an artifact" in lines
    assert "– UA-1 7.10, A-2 6.9 Layers are named and stay as they are" in lines
    assert lines[-1] == "good.pdf: proves PDF/UA-1 and PDF/A-2a"


def test_preflight_fails_with_the_page_and_what_is_wrong(desk: CommandLine) -> None:
    done = desk("preflight", "loose.pdf", "--failures")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("✗ UA-1 7.1, A-2 6.7.2.1")
    assert lines[1] == "    page 5: a path is neither tagged nor an artifact."
    assert lines[-1] == "loose.pdf: does not prove PDF/UA-1 and PDF/A-2a; 1 check failed"


def test_preflight_gives_the_same_to_machines(desk: CommandLine) -> None:
    done = desk("preflight", "loose.pdf", "--json")
    assert done.code == 1
    assert (done.data["ok"], done.data["standards"], done.data["pages"]) == (False, ["ua1", "2a"], 8)
    (failed,) = [result for result in done.data["results"] if result["state"] == "fail"]
    assert (failed["check"], failed["clause"], failed["page"]) == ("tagged", "UA-1 7.1, A-2 6.7.2.1", 5)
    assert {result["state"] for result in desk("preflight", "good.pdf", "--json").data["results"]} == {
        "pass",
        "not applicable",
    }


def test_preflight_of_what_is_no_pdf_fails(desk: CommandLine) -> None:
    Path(desk.folder / "text.pdf").write_text("no PDF", encoding="utf-8")
    done = desk("preflight", "text.pdf")
    assert done.code == 1
    assert "The file can be read" in done.out


@pytest.fixture
def print_desk(digest: CommandLine) -> CommandLine:
    """A folder with a good press file and one with too much ink."""
    heavy = next(mutant for mutant in PRESS_MUTANTS if mutant.name == "ink of 340 %")
    (digest.folder / "good.pdf").write_bytes(good_press_file())
    (digest.folder / "heavy.pdf").write_bytes(heavy.made_of(good_press_file()))
    return digest


def test_preflight_measures_a_press_file_by_a_profile(print_desk: CommandLine) -> None:
    done = print_desk("preflight", "good.pdf", "--profile", "press")
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "✓ X-4 6.12 (14.11.2) Pages have a trim inside their bleed" in lines
    assert "! press pages.multiple_of The pages can be bound" in lines
    assert lines[-1] == "good.pdf: proves PDF/X-4 and the printer's limits; warnings of 1 check"
    done = print_desk("preflight", "heavy.pdf", "--profile", "press", "--failures")
    assert done.code == 1
    assert "page 1: There is too much ink in one place. Found: 340 %. Wanted: 300 %." in " ".join(done.out.split())


def test_preflight_tells_machines_how_grave_a_result_is(print_desk: CommandLine) -> None:
    data = print_desk("preflight", "heavy.pdf", "--profile", "sheet-fed", "--json").data
    assert data["standards"] == ["x4", "press"]
    (ink,) = [result for result in data["results"] if result["check"] == "total-ink"]
    assert (ink["state"], ink["severity"], ink["value"], ink["limit"]) == ("fail", "error", "340 %", "320 %")


def test_one_fault_on_many_pages_is_told_once_and_to_machines_of_each(print_desk: CommandLine) -> None:
    (print_desk.folder / "untrimmed.pdf").write_bytes(pages_of(*[A4] * 12, A5, A4, A5))
    done = print_desk("preflight", "untrimmed.pdf", "--profile", "press")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert any(line.startswith("pages 1-15: A page does not say where it is cut") for line in lines)
    assert any(line.startswith("pages 13, 15: A page is of another size than the first.") for line in lines)
    data = print_desk("preflight", "untrimmed.pdf", "--profile", "press", "--json").data
    assert [r["page"] for r in data["results"] if r["check"] == "bleed-room"] == list(range(1, 16))


def test_a_place_at_the_corner_has_no_minus_nought(print_desk: CommandLine) -> None:
    (print_desk.folder / "black.pdf").write_bytes(in_rgb())
    done = print_desk("preflight", "black.pdf", "--profile", "press")
    said = " ".join(done.out.split())
    assert "At 0, 0 pt." in said
    assert "-0 " not in said


def test_preflight_takes_a_profile_of_ones_own(print_desk: CommandLine) -> None:
    (print_desk.folder / "mine.yaml").write_text("ink: {most: 350}\n", encoding="utf-8")
    assert print_desk("preflight", "heavy.pdf", "--profile", "mine.yaml").code == 0
    done = print_desk("preflight", "heavy.pdf", "--profile", "newspaper")
    assert done.code == 1
    assert "E703" in done.err
    for name, meant in {"Magazine": "magazine", "presss": "press", "scren": "screen"}.items():
        assert f"Did you mean {meant}?" in print_desk("preflight", "heavy.pdf", "--profile", name).err
    assert "E101" in print_desk("preflight", "heavy.pdf", "--profile", "gone.yaml").err


def test_a_press_file_that_is_taken_for_one_for_screens_is_answered_with_the_profile(print_desk: CommandLine) -> None:
    done = print_desk("preflight", "good.pdf")
    assert (done.code, done.out.splitlines()[-1]) == (
        1,
        "It is made for a printer: digest preflight good.pdf --profile press",
    )


def test_preflight_says_from_which_line_a_fault_of_our_own_file_comes(built: CommandLine) -> None:
    done = built("preflight", "dist/2026-q4/2026-q4.pdf", "--profile", "press", "--json")
    assert done.code == 1
    pictures = [r for r in done.data["results"] if r["check"] == "screen-colours" and r["what"] == "picture"]
    assert pictures
    for result in pictures:
        source = result["source"]
        text = (built.folder / source["file"]).read_text(encoding="utf-8").splitlines()[source["line"] - 1]
        assert text[source["column"] - 1 :].startswith("photos/")
    whole = next(r for r in done.data["results"] if r["check"] == "x4-claim")
    assert (whole["source"], whole["box"], whole["what"]) == (None, None, "")


def test_the_line_can_be_clicked_from_where_one_is(built: CommandLine) -> None:
    out = built("preflight", "../../dist/2026-q4/2026-q4.pdf", "--profile", "press", here="issues/2026-q4").out
    lines = [line.strip() for line in out.splitlines()]
    at = next(n for n, line in enumerate(lines) if "A picture is in a screen's colours" in line)
    place = next(line for line in lines[at:] if line.startswith(("articles/", "issue.yaml")))
    assert (built.folder / "issues" / "2026-q4" / place.split(":")[0]).is_file()


def test_a_file_that_was_changed_since_or_comes_from_elsewhere_has_no_lines(built: CommandLine) -> None:
    pdf = built.folder / "dist" / "2026-q4" / "2026-q4.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    data = built("preflight", "dist/2026-q4/2026-q4.pdf", "--profile", "press", "--json").data
    assert {str(result["source"]) for result in data["results"]} == {"None"}


def test_a_passed_check_tells_what_it_measured(print_desk: CommandLine) -> None:
    lines = [
        " ".join(line.split()) for line in print_desk("preflight", "good.pdf", "--profile", "press").out.splitlines()
    ]
    assert "✓ press ink.most No place has too much ink: 214 % on page 1" in lines
    assert "✓ press pages.mixed Pages are of one size: 120 × 150 mm" in lines
    results = print_desk("preflight", "good.pdf", "--profile", "press", "--json").data["results"]
    told = {result["check"]: (result["state"], result["value"], result["limit"], result["page"]) for result in results}
    assert told["total-ink"] == ("pass", "214 %", "300 %", 1)
    assert told["screen-colours"] == ("pass", "Cyan, Magenta, Yellow, Black, PANTONE 871 C", "", 0)
    assert told["embedded-fonts"] == ("pass", "2", "", 0)
    assert told["x4-intent"][1] == "FOGRA39: FOGRA39L Coated"
    assert told["bleed-room"] == ("pass", "3 mm", "3 mm", 0)


def test_a_report_of_one_page_is_written_with_the_lines_that_faults_come_from(built: CommandLine) -> None:
    done = built("preflight", "dist/2026-q4/2026-q4.pdf", "--profile", "press", "--report", "out/report.pdf")
    assert done.code == 1
    assert done.out.splitlines()[-1] == "out/report.pdf tells it on one page"
    text = text_of((built.folder / "out" / "report.pdf").read_bytes())
    assert "Failed: " in text
    assert "issues/2026-q4/issue.yaml:" in text
    assert "digest preflight 2026-q4.pdf --profile press" in text


def test_a_report_is_not_written_over_another_file_unless_it_is_asked_to(desk: CommandLine) -> None:
    place = desk.folder / "report.pdf"
    assert desk("preflight", "good.pdf", "--report", "report.pdf").code == 0
    good = place.read_bytes()
    assert desk("preflight", "good.pdf", "--report", "report.pdf").code == 0, "it is the same"
    done = desk("preflight", "loose.pdf", "--report", "report.pdf")
    assert done.code == 1
    assert "E714  report.pdf is there already, and is not the same.  To write over it: --replace." in done.err
    assert place.read_bytes() == good
    assert desk("preflight", "loose.pdf", "--report", "report.pdf", "--replace").code == 1
    assert "Failed" in text_of(place.read_bytes())
    done = desk("preflight", "good.pdf", "--report", "good.pdf", "--replace")
    assert "E714  good.pdf is what this is made from" in done.err
    assert (desk.folder / "good.pdf").read_bytes() == good_file()
    assert desk("preflight", "good.pdf", "--replace").code == 2
    done = desk("preflight", "good.pdf", "--report", "sent out/report.txt")
    said = "sent out/report.txt does not end in .pdf; say sent out/report.pdf"
    assert (done.code, said in " ".join(done.err.split())) == (2, True)


def test_what_a_report_says_to_type_can_be_typed_as_it_stands(desk: CommandLine) -> None:
    (desk.folder / "the last one.pdf").write_bytes(good_file())
    (desk.folder / "our printer.yaml").write_text("ink: {most: 280}\n", encoding="utf-8")
    desk("preflight", "the last one.pdf", "--profile", "our printer.yaml", "--report", "report.pdf")
    said = " ".join(text_of((desk.folder / "report.pdf").read_bytes()).split())
    assert "digest preflight 'the last one.pdf' --profile 'our printer.yaml'" in said


def test_a_folder_is_no_file_to_be_read_back(desk: CommandLine) -> None:
    assert f"E102  {desk.folder.name} is not a plain file." in desk("preflight", ".").err


def test_with_json_a_report_is_written_all_the_same(desk: CommandLine) -> None:
    data = desk("preflight", "good.pdf", "--json", "--report", "report.pdf").data
    assert data["ok"] is True
    assert "Passed" in text_of((desk.folder / "report.pdf").read_bytes())
